"""A figure written in a form that is valid elsewhere.

Owns: {METRIC: NUMBER UNIT} in a list. Does not: decode it.
"""

from __future__ import annotations

from collections.abc import Collection

from timeline_cli.fields.context import Context
from timeline_cli.fields.hints.amounts import Offer, offers
from timeline_cli.fields.hints.synonyms import meant_key
from timeline_cli.nodes import Mapping, Scalar
from timeline_cli.scalars import in_braces
from timeline_cli.spelling import NearMisses


def is_in_short(node: Mapping, known: Collection[str], context: Context) -> bool:
    """Report a figure in a list that is written like one in a mapping; `known` are the keys of a figure."""
    [(key, value)] = node.pairs.values()
    if not isinstance(value, Scalar) or not any(char.isdigit() for char in value.value):
        return False
    if meant_key(key.value, known) or NearMisses(known).find(key.value):
        return False
    found = offers(value.value)
    offer = found[0] if len(found) == 1 else Offer("…", "…")
    rest = ", ".join(filter(None, (in_braces(offer.amount, typed=True), offer.with_keys(", "))))
    hint = f"write {{metric: {in_braces(key.value)}, value: {rest}}}"
    context.problems.at(key, "E012", "in a list, the metric and the value of a figure need their own keys", hint)
    return True
