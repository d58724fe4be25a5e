"""The unified diff of two texts as lines.

Owns: its colours, and a format that `patch` and `git apply` accept. Does not: omit a change.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.console import Line
from timeline_cli.editing.difference import unified
from timeline_cli.text import clean, clean_line

_SIGNS = {"+": "added", "-": "removed"}


def diff_lines(name: str, before: str, after: str) -> Iterator[Line]:
    """A unified diff; empty if both are the same."""
    if before == after:
        return
    for side, mark in (("a", "---"), ("b", "+++")):
        yield [(f"{mark} {side}/{clean(name).lstrip('/')}", "heading")]
    for row in unified(before, after):
        sign, text = row[:1], clean_line(row[1:].rstrip("\r\n").replace("\t", "    "))
        yield [(sign, _SIGNS.get(sign, "dim")), (text, "dim" if sign == "@" else "")]
        if not row.endswith("\n"):
            yield [("\\ No newline at end of file", "dim")]
