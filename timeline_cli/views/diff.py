"""The unified diff of two texts as lines.

Owns: its colours on a terminal, and in a pipe the exact lines, which `patch` and `git apply` accept. Does not: omit a
change.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.console import Line, Screen
from timeline_cli.editing.difference import unified
from timeline_cli.text import clean, clean_line

_NO_BREAK = "\\ No newline at end of file"
_SIGNS = {"+": "added", "-": "removed"}


def write_diff(out: Screen, name: str, before: str, after: str) -> None:
    """A unified diff; nothing if both are the same."""
    if before == after:
        return
    header = [f"{mark} {side}/{clean(name).lstrip('/')}" for side, mark in (("a", "---"), ("b", "+++"))]
    if out.colour or out.stream.isatty():
        out.write([[(row, "heading")] for row in header])
        out.write(_lines(before, after))
    else:
        out.stream.writelines(f"{row}\n" for row in header)
        out.stream.writelines(_exact(row) for row in unified(before, after))


def _lines(before: str, after: str) -> Iterator[Line]:
    for row in unified(before, after):
        sign, text = row[:1], clean_line(row[1:].rstrip("\r\n").replace("\t", "    "))
        yield [(sign, _SIGNS.get(sign, "dim")), (text, "dim" if sign == "@" else "")]
        if not row.endswith("\n"):
            yield [(_NO_BREAK, "dim")]


def _exact(row: str) -> str:
    """With its line break, tabs and blanks at its end; only what a terminal may take for a command is replaced."""
    text = row.rstrip("\r\n")
    ends = row[len(text) :]
    if not text.replace("\t", "").isprintable():
        text = clean_line(text)
    return text + (ends if ends.endswith("\n") else f"{ends}\n{_NO_BREAK}\n")
