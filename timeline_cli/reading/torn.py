"""An item that contains the next one too, because the first line of the next item is broken.

Owns: finding where another event certainly starts. Does not: read either of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.events import SequenceStartEvent

from timeline_cli.fields.table import BY_KEY
from timeline_cli.reading.content import READER_ERRORS, REGISTRIES
from timeline_cli.reading.shape import shape

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_EMPTY = re.compile(rb"\s*(?:#.*)?\Z", re.S)
_DASH = re.compile(rb"[ \t]*-(?=\s|\Z)")
_BRACE, _START = re.compile(rb"[ \t]*(?:-[ \t]*)?\{"), re.compile(rb"[ \t]*-? *[\w-]+:")
_REGISTRY = re.compile(rb"[ \t]*(?:%s):?\s*(?:#.*)?\Z" % b"|".join(name.encode() for name in REGISTRIES))
_KEY = re.compile(rb"([ \t]*)(?:-[ \t]*)?[\"']?([A-Za-z][\w-]*)[\"']?:(?=\s)")
_IN_BRACES = re.compile(rb"\b(date|title)[\"']?:")
_OPENS = re.compile(rb" *- +\{")
# The keys that the first line of an event may have.
_FIRST = frozenset((b"id", b"date", b"title", b"type", b"status"))
_REQUIRED = frozenset((b"date", b"title"))
_MOST_TRIED = 20


def before_another(item: bytes) -> bytes | None:
    """The part of an item above another item that has lost its dash, if it is certain that there is one.

    It is certain below a complete { }, at a dash in another column with the keys of an event, and at a repeated key,
    unless the keys above that may belong to the other item too.
    """
    lines = _LINE.findall(item)
    column = len(item) - len(item.lstrip(b" "))
    rows = _below_braces(lines) if _OPENS.match(item) else _in_block(lines, column, item)
    for _, row in zip(range(_MOST_TRIED), rows, strict=False):
        above = b"".join(lines[:row])
        if _is_item(above):
            return above
    return None


def _below_braces(lines: list[bytes]) -> Iterator[int]:
    """The rows with text that may be below the end of an item in { }."""
    closed = False
    for row, line in enumerate(lines):
        if closed and not _EMPTY.match(line):
            yield row
        closed = line.rstrip().endswith(b"}") or (closed and bool(_EMPTY.match(line)))


def _in_block(lines: list[bytes], column: int, item: bytes) -> Iterator[int]:
    """The rows where another item starts, if it may be read up to there."""
    rows = {_repeated(lines, _keys(lines, column))}
    try:
        shape(item)
    except READER_ERRORS as error:
        marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
        near = {row for mark in marks if mark is not None for row in (mark.line - 1, mark.line)}
        rows |= {row for row in near if 0 < row < len(lines) and _starts(lines[row:], column)}
    yield from sorted(rows - {0})


def _starts(lines: list[bytes], column: int) -> bool:
    """Whether another event, or a section, starts on the first of some lines of an item at a column."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    if _REGISTRY.match(lines[0]):
        # The key of an event that has lost its indentation has a list below it.
        below = next((line for line in lines[1:] if not _EMPTY.match(line)), b"")
        return indent <= column + 1 and not _DASH.match(below)
    is_dash = _DASH.match(lines[0]) is not None
    if indent > column + (2 if is_dash else 1):
        return False
    # A list inside an event may have a line at any column too.
    size = next((row for row, line in enumerate(lines) if row and _DASH.match(line)), len(lines))
    if _BRACE.match(lines[0]):
        return set(_IN_BRACES.findall(b"".join(lines[:size]))) >= _REQUIRED
    return _START.match(lines[0]) is not None and {name for _, name in _keys(lines[:size], column + 2)} >= _REQUIRED


def _keys(lines: list[bytes], column: int) -> list[tuple[int, bytes]]:
    """The keys of an event at a column, each with its row; those of a list inside it are further right."""
    found: list[tuple[int, bytes]] = []
    for row, line in enumerate(lines):
        key = _KEY.match(line)
        indent = len(key[1]) if key is not None else column + 3
        if key is None or indent > column + 2 or key[2].decode() not in BY_KEY:
            continue
        below = lines[row + 1] if row + 1 < len(lines) else b""
        if _DASH.match(line) and indent == column + 2 and below[: indent + 1].strip() == b"":
            continue
        found.append((row, key[2]))
    return found


def _repeated(lines: list[bytes], keys: list[tuple[int, bytes]]) -> int:
    """The row where the keys of an item begin again; 0 if they do not, or if that is not certain."""
    first: dict[bytes, int] = {}
    for number, (_, name) in enumerate(keys):
        if name in first:
            break
        first[name] = number
    else:
        return 0
    below = {name for _, name in keys[number:]}
    if len(below) < len(keys) - number or not below & _REQUIRED or len(below & first.keys()) < 2:
        return 0  # more than two events, or a key that is written twice
    # No key is twice in the other item, so it starts below the last one that is repeated further down.
    least = 1 + max(at for name, at in first.items() if name in below)
    blank = [at for at in range(least, number + 1) if _EMPTY.match(lines[keys[at][0] - 1])]
    if len(blank) == 1:
        return keys[blank[0]][0]
    is_certain = all(name not in _FIRST for _, name in keys[least:number])
    return keys[number][0] if is_certain else 0


def _is_item(text: bytes) -> bool:
    try:
        return shape(text) == (SequenceStartEvent, 1, None)
    except READER_ERRORS:
        return False
