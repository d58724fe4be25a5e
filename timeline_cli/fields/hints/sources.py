"""Suggestions for a source that is neither a key of the registry nor a link.

Owns: lists without brackets, links in brackets, words that mean none. Does not: look anything up.
"""

from __future__ import annotations

import re

from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import hint_for_link, is_link
from timeline_cli.hint import NO_HINT, Hint
from timeline_cli.scalars import in_braces
from timeline_cli.text import fold


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
