"""Suggestions for a figure or a source in a form that is valid elsewhere.

Owns: {METRIC: NUMBER UNIT} in a list; sources as lists without brackets, links in brackets, words that mean none. Does
not: decode them, or look anything up.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import hint_for_link, is_link
from timeline_cli.fields.hints.amounts import Offer, offers
from timeline_cli.fields.hints.synonyms import meant_key
from timeline_cli.hint import NO_HINT, Hint
from timeline_cli.nodes import Mapping, Scalar
from timeline_cli.scalars import in_braces
from timeline_cli.spelling import NearMisses
from timeline_cli.text import fold


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


def hint_for_source(key: str, context: Context) -> Hint | str:
    """The hint for a text that is not a source: its parts, the link in it, or the nearest key."""
    registered = context.registries.sources
    words = [word.strip() for word in re.split(r"[,;]\s+", key)]
    if len(words) > 1 and all(word in registered or is_link(word) for word in words):
        return f"write a list: [{', '.join(words)}]"
    linked = re.fullmatch(r"\[([^\]]*)\]\((\S+)\)", key)
    if linked is not None and is_link(linked[2]):
        return f"write {{title: {in_braces(linked[1])}, url: {linked[2]}}}"
    if is_link(key.replace(" ", "%20")):
        return Hint(f"write {key.replace(' ', '%20')}", key.replace(" ", "%20"))
    link = hint_for_link(key)
    if link.certain:
        return link
    if fold(key) in ("none", "n/a", "na", "unknown", "tbd", "-"):
        return "omit sources: until there is one"
    if words[0] in registered:
        return f"write {{ref: {words[0]}, title: {in_braces(key.removeprefix(words[0]).lstrip(',; '))}}}"
    hint = context.did_you_mean(key, registered) if registered else NO_HINT
    if hint.value:
        return hint
    written = in_braces(key)
    return link or f"declare {written}: {{title: …}} under sources:, or write {{title: {written}}} here"
