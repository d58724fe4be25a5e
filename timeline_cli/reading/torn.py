"""An item that contains the next one too, because the first line of the next item is broken.

Owns: finding where another event certainly starts. Does not: read either of them.
"""

from __future__ import annotations

import re

from yaml.events import SequenceStartEvent

from timeline_cli.reading.content import READER_ERRORS, REGISTRIES
from timeline_cli.reading.shape import shape

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_DASH = re.compile(rb" *-(?=\s|\Z)")
_KEY = re.compile(rb" *(?:- +)?([\w-]+):(?=\s)")
_REGISTRY = re.compile(rb" *(?:%s):\s*(?:#.*)?\Z" % b"|".join(name.encode() for name in REGISTRIES))


def before_another(item: bytes) -> bytes | None:
    """The part of an item above another item that has lost its dash, if it is certain that there is one.

    It is certain below a complete { }, at a dash in another column, and at a repeated key.
    """
    lines = _LINE.findall(item)
    column = len(item) - len(item.lstrip(b" "))
    if len(lines) > 1 and lines[0].rstrip().endswith(b"}") and _is_item(lines[0]):
        return bytes(lines[0])
    try:
        shape(item)
    except READER_ERRORS as error:
        marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
        rows = {row for mark in marks if mark is not None for row in (mark.line - 1, mark.line)}
        for row in sorted(row for row in rows if 0 < row < len(lines)):
            above, below = b"".join(lines[:row]), lines[row:]
            begins = _DASH.match(below[0]) or _REGISTRY.match(below[0])
            is_off = begins and len(below[0]) - len(below[0].lstrip(b" ")) <= column + 1
            if (is_off or _keys(lines[:row]) & _keys(below)) and _is_item(above):
                return above
    return None


def _keys(lines: list[bytes]) -> set[tuple[int, bytes]]:
    """The keys of some lines, with their columns."""
    found = (_KEY.match(line) for line in lines)
    return {(key.start(1), key[1]) for key in found if key is not None}


def _is_item(text: bytes) -> bool:
    try:
        return shape(text) == (SequenceStartEvent, 1, None)
    except READER_ERRORS:
        return False
