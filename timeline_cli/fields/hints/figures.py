"""A figure that is written in a form which another place takes.

Owns: {METRIC: NUMBER UNIT} in a list. Does not: read it.
"""

from __future__ import annotations

from collections.abc import Collection

from timeline_cli.fields.context import Context
from timeline_cli.fields.hints.amounts import in_parts
from timeline_cli.fields.hints.synonyms import meant_key
from timeline_cli.nodes import Mapping, Scalar
from timeline_cli.scalars import in_braces
from timeline_cli.text import NearMisses


def is_in_short(node: Mapping, known: Collection[str], context: Context) -> bool:
    """Report a figure of a list that is written as one of a mapping is; `known` are the keys of a figure."""
    [(key, value)] = node.pairs.values()
    if not isinstance(value, Scalar) or not any(char.isdigit() for char in value.value):
        return False
    if meant_key(key.value, known) or NearMisses(known).find(key.value):
        return False
    amount, unit = in_parts(value.value)
    written = in_braces(amount, typed=True)
    rest = f"{written}, unit: {in_braces(unit)}" if unit else written if amount else "…, unit: …"
    hint = f"write {{metric: {in_braces(key.value)}, value: {rest}}}"
    context.problems.at(key, "E012", "in a list, a figure has its metric and its value under keys of their own", hint)
    return True
