"""Pieces of text packed into rows: next to each other if there is room, else one below the other.

Owns: which row each piece is in. Does not: know what a piece says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from timeline_cli.text import width
from timeline_cli.wrapping import wrap

_FREE = 2  # columns between items that share a row


class Part(NamedTuple):
    """A piece of a row: text that starts at a column, its style, and its link, which may be found when it is needed."""

    column: int
    text: str
    style: str
    url: str | Callable[[], str] = ""

    @property
    def end(self) -> int:
        return self.column + width(self.text)


class Row(NamedTuple):
    """The parts of a row; `is_more` if it continues the row above."""

    parts: list[Part]
    is_more: bool = False

    @property
    def start(self) -> int:
        return min(part.column for part in self.parts)


class Item(NamedTuple):
    """Parts that belong together: a row, and further rows if its label is wrapped."""

    parts: list[Part]
    below: Sequence[Part] = ()

    @property
    def start(self) -> int:
        return min(part.column for part in self.parts)

    @property
    def end(self) -> int:
        return max(part.end for part in self.parts)


def packed(items: Iterable[Item]) -> list[Row]:
    """Items in the order of their columns, each in the first row that has room at its end."""
    rows: list[Row] = []
    free: dict[int, list[int]] = {}  # by column, a heap of the numbers of the rows that end there
    for item in items:
        if item.below:
            rows += [Row(item.parts), *(Row([part], is_more=True) for part in item.below)]
            continue
        ends = [end for end, numbers in free.items() if numbers and end + _FREE <= item.start]
        if ends:
            number = heappop(free[min(ends, key=lambda end: free[end][0])])
            rows[number].parts.extend(item.parts)
        else:
            number = len(rows)
            rows.append(Row(list(item.parts)))
        heappush(free.setdefault(item.end, []), number)
    return rows


class Filling:
    """At most `most` rows that take items in any order, each in the first row with room on both sides of it."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.rows: list[Row] = []
        self._spans: list[list[tuple[int, int]]] = []

    def add(self, item: Item) -> bool:
        """Whether there was room."""
        start, end = item.start, item.end
        found = (
            number
            for number, spans in enumerate(self._spans)
            if all(last + _FREE <= start or end + _FREE <= first for first, last in spans)
        )
        number = next(found, len(self.rows))
        if number == self.most:
            return False
        if number == len(self.rows):
            self.rows.append(Row([]))
            self._spans.append([])
        self.rows[number].parts.extend(item.parts)
        self._spans[number].append((start, end))
        return True

    def sorted(self) -> list[Row]:
        """The rows in the order of their first items."""
        return sorted(self.rows, key=lambda row: row.start)


def flowed(pieces: Iterable[str], between: str, room: int) -> list[str]:
    """Pieces in lines of at most `room` columns; drops the space at the end of a line."""
    lines: list[str] = []
    for piece in pieces:
        if lines and width(lines[-1] + between) + width(piece) <= room:
            lines[-1] += between + piece
            continue
        if lines and width(lines[-1] + between.rstrip()) <= room:
            lines[-1] += between.rstrip()
        lines += wrap(piece, room)
    return lines
