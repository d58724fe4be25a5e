"""The unified diff of two texts as lines.

Owns: its colours on a terminal, and in a pipe the exact lines, which `patch` and `git apply` accept. Does not: omit a
change.
"""

from __future__ import annotations

import re
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
    """As in the file, or a patch would write another text; but no control characters, which no file may have."""
    row = _CONTROL.sub("\ufffd", row)
    return row if row.endswith("\n") else f"{row}\n{_NO_BREAK}\n"


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|\r(?!\n)")
