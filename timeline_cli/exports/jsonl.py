"""The JSON Lines of an answer: one object per line, for streams.

Owns: the form of a line. Does not: know the content of a field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from timeline_cli.exports.json import keys_of, texts
from timeline_cli.model import Entry
from timeline_cli.query.select import Answer


def export(given: Mapping[str, Any]) -> Callable[[Answer], Iterator[str]]:
    """One JSON object per line, with the fields of --json=FIELDS, or all. Raises UsageFault."""
    keys = keys_of(given["json"] or "", more=given.get("keys", ()))
    return lambda answer: rows(answer.entries, keys)


def rows(entries: Iterable[Entry], keys: tuple[str, ...] | None) -> Iterator[str]:
    return (text + "\n" for text in texts(entries, keys))
