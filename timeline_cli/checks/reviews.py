"""Review marks: comments at the end of a line that say what is unsure about a drafted value.

Owns: finding those that remain. Does not: judge the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline_cli.checks.selection import Asking
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.hint import Hint
from timeline_cli.reading.content import line_ends

_MARK = re.compile(rb"(?<=[ \t])#[ \t]*review:[ \t]*([^\r\n]*)")


def reviews(asking: Asking) -> Iterator[Diagnostic]:
    """Each mark that is left, at its place."""
    texts = asking.places.texts
    for file in texts.files:
        first = 1
        for block in texts.blocks(file):
            if b"review:" in block:
                yield from _in_block(file, block, first)
            first += line_ends(block)


def _in_block(file: str, data: bytes, number: int) -> Iterator[Diagnostic]:
    position = 0
    for match in _MARK.finditer(data):
        number += line_ends(data[position : match.start()])
        position = match.start()
        start = max(data.rfind(b"\n", 0, position), data.rfind(b"\r", 0, position)) + 1
        before, mark = (part.decode("utf-8", "replace") for part in (data[start:position], match[0].rstrip()))
        reason = match[1].decode("utf-8", "replace").strip()
        place = Location(file, number, len(before) + 1, len(mark))
        yield Diagnostic(
            "W405", f"not reviewed yet: {reason}", place, Hint("correct the value, or keep it; then delete the comment")
        )
