"""Counts as bars, one section per key, and the gaps between events.

Owns: this layout. Does not: cut a name, or show a part without the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import MONTH_NAMES
from timeline_cli.dates.labels import label
from timeline_cli.model import Entry
from timeline_cli.query.counts import PERIODS, Count, Counts, Gap, empty_between
from timeline_cli.query.entries import entries_at
from timeline_cli.text import clean, counted, width
from timeline_cli.views.bars import count_bar, scale_of
from timeline_cli.views.gaps import days_words
from timeline_cli.views.grid import grid
from timeline_cli.views.words import plain
from timeline_cli.wrapping import wrap


def lines(sections: Sequence[tuple[Counts, int | None]], screen: Screen) -> Iterator[Line]:
    """Each section under its heading, with at most `limit` rows, and the number of further ones."""
    for number, (counts, limit) in enumerate(sections):
        if number:
            yield []
        yield [(_heading(counts), "heading")]
        yield from _section(counts, screen, limit)


def _heading(counts: Counts) -> str:
    return f"by {' and '.join(counts.by)} ({len(counts.rows):,})"


def _section(counts: Counts, screen: Screen, limit: int | None) -> Iterator[Line]:
    rows = [(list(map(clean, row.names)), row.events, row.possible) for row in counts.rows[:limit]]
    shown = len(rows)
    rows.append((_without(counts.by), counts.without, counts.without_possible))
    listed = rows if counts.without else rows[:shown]
    numbers = [_number(events, possible) for _, events, possible in listed]
    column = max(map(width, numbers), default=0)
    sizes = _sizes([names for names, _, _ in listed], screen.width - column - 2 - _LEAST_BAR)
    room = screen.width - sum(sizes) - 2 * len(sizes) - column - 2
    scale = scale_of(max((events for _, events, _ in listed), default=0), room)
    for index, (names, events, possible) in enumerate(rows):
        if index == shown and len(counts.rows) > shown:
            yield [(f"and {len(counts.rows) - shown:,} more", "dim")]
        if 0 < index < shown:
            yield from _empty(counts.by, counts.rows[index - 1], counts.rows[index], screen)
        if index < len(listed):
            bar = count_bar(events - possible, possible, scale, screen.ascii)
            yield from _row(names, sizes, numbers[index].rjust(column), bar, "label" if index < shown else "dim")


_LEAST_BAR = 16
_LONGEST_WORD = 12  # that takes room from the bars


def _without(by: tuple[str, ...]) -> list[str]:
    return [f"no {by[0]}"] if len(by) == 1 else ["no such pair", ""]


def _number(events: int, possible: int) -> str:
    return f"{events:,}" + (f" ({possible:,} may match)" if possible else "")


def _sizes(names: Sequence[Sequence[str]], room: int) -> list[int]:
    """Columns as wide as their names; the widest shrinks first if there is no room for all, but no word is broken."""
    if not names:
        return []
    columns = range(len(names[0]))
    sizes = [min(max(width(row[index]) for row in names), room) for index in columns]
    words = [max((width(word) for row in names for word in row[index].split()), default=0) for index in columns]
    least = [max(min(word, _LONGEST_WORD), 8) for word in words]
    while sum(sizes) + 2 * len(sizes) > room and any(sizes[index] > least[index] for index in columns):
        sizes[max(columns, key=lambda index: (sizes[index] > least[index], sizes[index]))] -= 1
    return sizes


def _row(cells: Sequence[str], sizes: Sequence[int], number: str, bar: Line, style: str) -> Iterator[Line]:
    wrapped = [wrap(cell, size) for cell, size in zip(cells, sizes, strict=True)]
    for index in range(max(map(len, wrapped))):
        line: Line = []
        for parts, size in zip(wrapped, sizes, strict=True):
            text = parts[index] if index < len(parts) else ""
            line.append((text + " " * (size - width(text) + 2), style))
        yield [*line, (number + "  ", ""), *bar] if index == 0 else line


def _empty(by: tuple[str, ...], before: Count, row: Count, screen: Screen) -> Iterator[Line]:
    """A line with the number of periods without an event between two rows."""
    empty = empty_between(by[0], before, row) if len(by) == 1 and by[0] in PERIODS else 0
    if empty > 0:
        yield [(plain(f"· {counted(empty, by[0])} without an event ·", screen.ascii), "dim")]


def gap_lines(
    gaps: Sequence[Gap], entries: Sequence[Entry], screen: Screen, limit: int | None = None
) -> Iterator[Line]:
    """The longest gaps, with the events on both sides."""
    yield [(f"without events ({len(gaps):,})", "heading")]
    shown = gaps[:limit]
    head = ("for", "from", "to", "after", "before")
    sides = (_side(entry, screen) for entry in entries_at(entries, [side for gap in shown for side in gap[2:]]))
    rows = [
        [days_words(gap.first, gap.last), _day(gap.first), _day(gap.last), next(sides), next(sides)] for gap in shown
    ]
    if screen.width < _ROOM_FOR_ALL:
        rows = [[f"{row[0]}\n{row[1]} to\n{row[2]}", "", "", row[3], row[4]] for row in rows]
    if rows:
        yield from grid(head, rows, screen, {3: 12, 4: 12})
    if len(gaps) > len(shown):
        yield [(f"and {len(gaps) - len(shown):,} more", "dim")]


_ROOM_FOR_ALL = 90


def _side(entry: Entry, screen: Screen) -> str:
    return f"{plain(label(entry.event.date), screen.ascii)}  {clean(entry.event.title)}"


def _day(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]} {day.year}"
