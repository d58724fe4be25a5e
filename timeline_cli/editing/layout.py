"""The layout of a file: events in the order of their dates, one indentation, no superfluous empty lines.

Owns: what `timeline fmt` changes. Does not: touch a value, a comment's text, or the order of anything but events.

    - the dash of an event is in the first column, followed by its keys
    - the comments directly above an event, and those indented below it, move with it
    - an empty line between events if the file has any there, unless each event is one line; never two in a row
    - no line ends in spaces; the file ends with one line break, and all line breaks are the same
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from timeline_cli.editing.insert import tells_direction
from timeline_cli.editing.outline import Outline, outline
from timeline_cli.editing.proof import prove_order, unproven
from timeline_cli.editing.source import LINE_BREAK, Source, comments
from timeline_cli.editing.window import Window, differing

SortKey = Any


class Formatted(NamedTuple):
    """The formatted file; `moved` counts the moved events, `note` says why none could move."""

    data: bytes
    moved: int = 0
    note: str = ""


class Row(NamedTuple):
    """A line. `inside`: it continues a value from above; `opens`: a value on it continues below."""

    text: str
    inside: bool
    opens: bool

    @property
    def stripped(self) -> str:
        """The line without trailing spaces, where they have no meaning."""
        return self.text if self.inside or self.opens else self.text.rstrip(" \t")


def formatted(name: str, source: Source, keys: Sequence[SortKey] | None, found: Outline | None = None) -> Formatted:
    """Format the file; `keys` are the sort keys of its events, None keeps their order; `found` is its outline.

    Raises NotWritten if the file cannot be read or formatted safely.
    """
    found = found or outline(name, source)
    as_it_is = list(range(len(found.items)))
    order = _order(keys) if keys is not None else as_it_is
    note = _hindrance(found) if order != as_it_is else ""
    if note:
        order = as_it_is
    data = source.mark + _laid_out([(source, found)], order, source)
    return _proved(name, source.encode(source.text), Formatted(data, _moved(order), note), order)


def formatted_window(window: Window, sort: bool) -> Formatted:
    """Format a large file, some events at a time. Raises NotWritten, also if it has to be read whole."""
    order = _order(window.keys) if sort else range(len(window.keys))
    data = _laid_out(window.parts(), order, window.head)
    return _proved(window.name, window.data, Formatted(window.head.mark + data, _moved(order)), order)


def _laid_out(parts: Iterable[tuple[Source, Outline]], order: Sequence[int], like: Source) -> bytes:
    """The bytes of the formatted text."""
    lines = _joined(_pieces(parts, order, like))
    return like.newline.encode(like.encoding).join([*lines, b""])


def _proved(name: str, before: bytes, found: Formatted, order: Sequence[int]) -> Formatted:
    """Check that only the order and the layout differ. Raises NotWritten."""
    remarks = Counter[str]()
    for old, new, numbers in differing(name, before, found.data, order) if found.data != before else ():
        prove_order(name, old, new, numbers)
        remarks.update(comments(new))
        remarks.subtract(comments(old))
    if any(remarks.values()):
        raise unproven(name)
    return found


def _order(keys: Sequence[SortKey]) -> list[int]:
    """The numbers of the events by date, newest first if most of them are; a stable sort."""
    falling = sum(one > other for one, other in pairwise(keys))
    rising = sum(one < other for one, other in pairwise(keys))
    newest_first = falling > rising and tells_direction(keys)
    return sorted(range(len(keys)), key=lambda number: keys[number], reverse=newest_first)


def _moved(order: Sequence[int]) -> int:
    """How many events have to move: all but the longest run already in order."""
    tails: list[int] = []
    for number in order:
        place = bisect_left(tails, number)
        tails[place : place + 1] = [number]
    return len(order) - len(tails)


def _hindrance(found: Outline) -> str:
    """Why events must not move; empty if they can."""
    if found.kind == "flow":
        return "events in [ ] are not sorted"
    items = iter(found.items)
    item, number = next(items, None), 0
    owner: dict[str, int] = {}
    for name, is_alias, index in found.anchors:
        while item is not None and index >= item.end:
            item, number = next(items, None), number + 1
        at = number if item is not None and index >= item.start else -1
        if not is_alias:
            owner[name] = at
        elif owner.get(name, -1) not in (-1, at):
            return f"not sorted: *{name} must stay below &{name}"
    return ""


# Lines.


def _rows(source: Source, found: Outline) -> list[Row]:
    lines = LINE_BREAK.split(source.text)
    inside, opens = set[int](), set[int]()
    for first, last, is_block in found.folds:
        if is_block:
            inside.update(range(first + 1, _end_of_block(lines, first, last)))
        else:
            inside.update(range(first + 1, last + 1))
            opens.update(range(first, last))
    return [Row(text, number in inside, number in opens) for number, text in enumerate(lines)]


def _end_of_block(lines: list[str], first: int, last: int) -> int:
    """The number of the line below a block; empty lines after it belong to it only if it keeps them."""
    if re.search(r"[|>]\d?\+", lines[first]):
        return last
    while last > first + 1 and not lines[last - 1].strip():
        last -= 1
    return last


def _tidy(rows: Iterable[Row]) -> list[str]:
    """Lines without trailing spaces, and without two empty lines in a row."""
    found: list[str] = []
    for row in rows:
        text = row.stripped
        if text or row.inside or not found or found[-1]:
            found.append(text)
    return found


# Events.


class _Piece(NamedTuple):
    """Lines that stay together, those of an event joined. `keeps_end`: empty lines at their end belong to a value."""

    lines: list[bytes]
    keeps_end: bool = False
    gap: bool = False  # an empty line is written before it


def _joined(pieces: Iterable[_Piece]) -> list[bytes]:
    found: list[bytes] = []
    keeps_end = False
    for piece in pieces:
        lines = piece.lines if found and found[-1] and not keeps_end else _without_empty(piece.lines)
        if piece.gap and not keeps_end and found and found[-1]:
            found.append(b"")
        found += lines
        keeps_end = piece.keeps_end if lines else keeps_end
    while found and not found[-1] and not keeps_end:
        found.pop()
    return found


def _without_empty(lines: list[bytes]) -> list[bytes]:
    """Lines without the empty lines at the start."""
    start = next((number for number, line in enumerate(lines) if line), len(lines))
    return lines[start:]


def _pieces(parts: Iterable[tuple[Source, Outline]], order: Sequence[int], like: Source) -> Iterator[_Piece]:
    """The lines above the events, each event with its comments in the new order, and the lines below.

    `parts` are the whole file, one after the other.
    """
    head, lead = list[Row](), list[Row]()
    events: list[tuple[list[bytes], _Piece]] = []
    has_gaps = has_lines = False
    for source, found in parts:
        rows, places, before = _rows(source, found), _Lines(source.text), 0
        del lead[-1:]  # the next part goes on after the last line break
        for item in found.items if found.kind == "block" else ():
            first, last = places.number(item.start), places.number(item.end)
            lead += rows[before:first]
            if not events:
                own = len(lead) - _length_of_own(lead)
                head, lead = lead[:own], lead[own:]
            else:
                has_gaps |= any(not row.text.strip() for row in lead)
            comments_above = [line.lstrip(" \t").encode(like.encoding) for line in _tidy(lead)]
            body = like.newline.join(_body(rows[first : last + 1], item.node - places.start(item.node)))
            keeps_end = rows[last].inside and not rows[last].text.strip()
            events.append((comments_above, _Piece([body.encode(like.encoding)], keeps_end)))
            has_lines |= last > first or any(comments_above)
            lead, before = [], last + 1
        lead += rows[before:]
    gap = has_gaps and has_lines
    yield _Piece(_encoded(head, like))
    for number in order if events else ():
        comments_above, event = events[number]
        lines = _without_empty(comments_above) if gap else comments_above
        yield _Piece([*lines, *event.lines], event.keeps_end, gap and number != order[0])
    yield _Piece(_encoded(lead, like))


def _encoded(rows: Iterable[Row], like: Source) -> list[bytes]:
    return [line.encode(like.encoding) for line in _tidy(rows)]


def _length_of_own(lead: Sequence[Row]) -> int:
    """How many lines directly above an event are its comments."""
    count = 0
    while count < len(lead) and lead[-1 - count].text.lstrip().startswith("#"):
        count += 1
    return count


_DASH = re.compile(r" *-([ \t]*)(.*)")


def _body(rows: Sequence[Row], column: int) -> list[str]:
    """The lines of an event, moved from `column` so that its dash is in the first column and its keys in the third."""
    dash = _DASH.fullmatch(rows[0].stripped)
    first = f"- {dash[2]}" if dash and dash[2] else "-"
    return [first, *(_shifted(row, _KEYS - column) for row in rows[1:])]


_KEYS = 2


def _shifted(row: Row, columns: int) -> str:
    text = row.stripped
    spaces = len(text) - len(text.lstrip(" "))
    if not row.inside and text[spaces:].startswith("#"):
        return " " * max(spaces + columns, _KEYS) + text[spaces:]
    return " " * max(spaces + columns, 0) + text[spaces:] if text else ""


class _Lines:
    """The numbers of lines, from 0, by place in the text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]

    def number(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    def start(self, index: int) -> int:
        return self._starts[self.number(index)]
