"""An item that contains the next one too, or only a part of an event, because a line has lost its dash or indentation.

Owns: finding where another event certainly starts, and which item is a part of the one above. Does not: read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.events import SequenceStartEvent

from timeline_cli.fields.table import BY_KEY
from timeline_cli.reading.lines import LINE
from timeline_cli.reading.parser_input import READER_ERRORS, REGISTRIES
from timeline_cli.reading.shape import shape

_EMPTY = re.compile(rb"\s*(?:#.*)?\Z", re.S)
_DASH = re.compile(rb"[ \t]*-(?=\s|\Z)")
_SIGN = rb"[^\w\s\"'#]?"  # typed by mistake
_BRACE, _START = re.compile(rb"[ \t]*(?:-[ \t]*)?\{"), re.compile(rb"[ \t]*%s-? *[\w-]+:" % _SIGN)
_REGISTRY = re.compile(rb"[ \t]*(?:%s):?\s*(?:#.*)?\Z" % b"|".join(name.encode() for name in REGISTRIES))
_KEY = re.compile(rb"([ \t]*)(?:%s-[ \t]*)?[\"']?([A-Za-z][\w-]*)[\"']?:(?=\s)" % _SIGN)
_IN_BRACES = re.compile(rb"\b(date|title)[\"']?:")
_OPENS = re.compile(rb" *- +\{")
# The keys that the first line of an event may have.
_FIRST = frozenset((b"id", b"date", b"title", b"type", b"status"))
_REQUIRED = frozenset((b"date", b"title"))
_MOST_TRIED = 20
_TITLE_OR_DATE = re.compile(rb"[\s{,][\"']?(date|title)[\"']?:(?=\s)")
_FIRST_KEY = re.compile(rb" *-[ \t]+(?:\{[ \t]*)?[\"']?([A-Za-z][\w-]*)[\"']?:(?=\s)")


def goes_on(above: bytes, item: bytes, is_part: bool) -> bool:
    """Whether an item is the rest of a list in the event above, or `is_part` of it: without its indentation.

    Its first line has no key of an event, or a deeper key below it, which only a line moved to the left explains.
    """
    key = _FIRST_KEY.match(item)
    found = set(_TITLE_OR_DATE.findall(item, key.end() if key is not None else 0))
    if _OPENS.match(above) or len(found) > (key is None):
        return False
    if key is not None and key[1].decode() in BY_KEY:
        below = _KEY.match(item, item.find(b"\n") + 1)
        if below is None or len(below[1]) <= key.start(1):
            return False
    first, *others = [line for line in LINE.findall(above) if not _EMPTY.match(line)] or [b""]
    column = _column(first.replace(b"-", b" ", 1))
    last = others[-1] if others else b""
    is_open = _column(last) > column or _DASH.match(last) is not None or last.rstrip().endswith(b":")
    return is_part or (_column(last) >= column and is_open)


def second_dash(item: bytes) -> int:
    """The row of the next dash in the column of an item's first one; 0 if there is none."""
    found = re.compile(rb"\n {%d}-(?=\s)" % _column(item)).search(item)
    return item.count(b"\n", 0, found.end()) if found is not None else 0


def _column(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


def before_another(item: bytes) -> bytes | None:
    """The part of an item above another item that has lost its dash, if it is certain that there is one.

    It is certain below a complete { }, at a dash in another column with the keys of an event, and at a repeated key,
    unless the keys above that may belong to the other item too.
    """
    lines = LINE.findall(item)
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
        # The key of an event that has lost its indentation has a list below it, or deeper keys than a registry.
        below = next((line for line in lines[1:] if not _EMPTY.match(line)), b"")
        return indent <= column + 1 and not _DASH.match(below) and _column(below) <= column + 2
    is_sure = _DASH.match(lines[0]) is not None or _BRACE.match(lines[0]) is not None
    if indent > column + (2 if is_sure else 1):
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
    row = keys[number][0]
    is_new = keys[number][1] in _REQUIRED and _EMPTY.match(lines[row - 1]) and len(below) > 1
    if len(below) < len(keys) - number or not below & _REQUIRED or (len(below & first.keys()) < 2 and not is_new):
        return 0  # more than two events, or a key that is written twice
    # No key is twice in the other item, so it starts below the last one that is repeated further down.
    least = 1 + max(at for name, at in first.items() if name in below)
    blank = [at for at in range(least, number + 1) if _EMPTY.match(lines[keys[at][0] - 1])]
    if len(blank) == 1:
        return keys[blank[0]][0]
    if keys[number - 1][1] == b"id" and least < number:
        return keys[number - 1][0]
    is_certain = all(name not in _FIRST for _, name in keys[least:number])
    return keys[number][0] if is_certain else 0


def _is_item(text: bytes) -> bool:
    try:
        return shape(text)[:3] == (SequenceStartEvent, 1, None)
    except READER_ERRORS:
        return False
