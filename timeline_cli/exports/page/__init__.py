"""The HTML page of an answer: one file for people without a terminal, which needs no network.

Owns: its entry, `export`. Does not: need its script to show what the answer says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from timeline_cli.exports.page.document import pieces
from timeline_cli.query.select import Answer


def export(given: Mapping[str, Any]) -> Callable[[Answer], Iterator[str]]:
    """The page in pieces, with the title given, if any."""
    return lambda answer: pieces(answer, given.get("title") or answer.title)
