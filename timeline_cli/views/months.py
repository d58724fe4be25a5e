"""Days and months as cells of a calendar: a name, and below it the sign and the number of its events.

Owns: which days a date names, what a cell counts, and the lines of cells. Does not: mark a day that no date names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import MONTH_NAMES, NEVER_BEGAN, NEVER_ENDS, last_day_of_month
from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Entry, Registries
from timeline_cli.query.entries import dates_of, types_of
from timeline_cli.text import counted, width
from timeline_cli.views.packing import flowed
from timeline_cli.views.steps import Heading, heading_of
from timeline_cli.views.words import plain, sign_of

_GAP = 2  # columns between months
_NARROWEST_DAY = 3  # columns
_WIDE_MONTH = 28  # columns above which the head of a month has its count
_LONGEST_RUN = 31  # days in a row that are all marked; of what lasts longer only the first and the last are
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_SEVERAL = "×"


Types = Sequence[str | None]  # of the events of a day or a month


class Cell(NamedTuple):
    """A day or a month, with what is on."""

    name: str
    types: Types = ()
    is_now: bool = False


class Days:
    """What the entries of a calendar are on: days (ordinals), and months and years as headings.

    `by_day` has the types of what is on each day; `below` has what starts in a month or a year, `on` what is on the
    days of a month but starts in another one, both by the places of the entries: no entry is read for that.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries, self.dates, self.types = entries, dates_of(entries), types_of(entries)
        self.by_day: dict[int, list[str | None]] = {}
        self.below: dict[Heading, list[int]] = {}
        self.on: dict[Heading, list[int]] = {}
        known: dict[int, tuple[Heading, Sequence[int], set[Heading]]] = {}
        for place, when in enumerate(self.dates):
            if id(when) not in known:
                heading, days = heading_of(when), days_of(when)
                known[id(when)] = heading, days, {month_of(day) for day in days} - {heading}
            heading, days, others = known[id(when)]
            self.below.setdefault(heading, []).append(place)
            for day in days:
                self.by_day.setdefault(day, []).append(self.types[place])
            for month in others:
                self.on.setdefault(month, []).append(place)
        self.drawn = {month_of(day) for day in self.by_day}
        self.months = self.drawn | {heading for heading in self.below if heading.month}
        self.vague = {heading.year for heading in self.below if heading.year and not heading.month}

    def types_below(self, heading: Heading) -> Types:
        """The types of what starts in a month."""
        return [self.types[place] for place in self.below.get(heading, ())]


def month_of(day: int) -> Heading:
    found = date.fromordinal(day)
    return Heading(found.year, found.month)


def days_of(when: EventDate) -> Sequence[int]:
    """The days that the date names: one day, the days of a short stretch, or the first and last of a long one.

    None where the day is not known: of "once in March" and of "23 or 24 March" no day is marked.
    """
    start, start_latest, end_earliest, end = when.bounds
    has_start = NEVER_BEGAN < start == start_latest and when.start_edge == "known"
    has_end = end_earliest == end < NEVER_ENDS and when.end_edge == "known"
    if when.kind != "interval":
        return (start,) if when.kind == "point" and has_start and start == end else ()
    if has_start and has_end and end - start < _LONGEST_RUN:
        return range(start, end + 1)
    return [day for day, is_known in ((start, has_start), (end, has_end)) if is_known]


class Cells:
    """Cells as wide as the widest count of an answer, so that no two counts touch; months of days side by side."""

    def __init__(self, registries: Registries, screen: Screen, today: int, listed: Iterable[Types]) -> None:
        self.registries, self.screen, self.today = registries, screen, today
        self.examples: dict[bool, Types] = {}
        groups = list(listed)
        self.in_thousands = 7 * (len(f"{max(map(len, groups), default=0)}") + 2) >= screen.width
        self.cell = max([_NARROWEST_DAY, *(width(self.count(types)) + 1 for types in groups)])
        self.month = 7 * self.cell
        # After the last month there is room for the bracket around today.
        self.across = max(_columns((screen.width - 1 + _GAP) // (self.month + _GAP)), 1)

    def count(self, types: Types) -> str:
        """The sign of a type, or the one for several, and how many events there are where that is more than one."""
        signs = {sign_of(name, self.registries, self.screen.ascii)[0] for name in {*types}}
        sign = signs.pop() if len(signs) == 1 else plain(_SEVERAL, self.screen.ascii)
        count = len(types)
        return sign + (f"{count // 1000}k" if count >= 1000 and self.in_thousands else str(count) if count > 1 else "")

    def legend(self) -> list[str]:
        """What the counts that were drawn mean, by one of each kind."""
        told = []
        for is_mixed, what in ((False, "of that type"), (True, "of several types")):
            if types := self.examples.get(is_mixed):
                told.append(f"{self.count(types)} {counted(len(types), 'event')} {what}")
        return flowed(told, "   ", self.screen.width)

    def of_months(self, months: Sequence[Heading], days: Days) -> Iterator[Line]:
        """Months side by side: names, weekdays, weeks. Where one has events in a week, all leave a line for them."""
        weeks = [_weeks(month) for month in months]
        heads = []
        for month in months:
            on = len(days.below.get(month, ())) + len(days.on.get(month, ()))
            count = f" · {counted(on, 'event')}" if self.month > _WIDE_MONTH and on else ""
            name = f"{MONTH_NAMES[(month.month or 1) - 1]} {month.year}{count}"
            heads.append(" " * (self.cell - 2) + plain(name, self.screen.ascii))
        yield self._joined([[(head, "heading")] for head in heads])
        names = "".join(f"{name:>{self.cell}}" for name in _WEEKDAYS)
        yield self._joined([[(names, "dim")] for _ in months])
        for number in range(max(map(len, weeks))):
            row = [month[number] if number < len(month) else [0] * 7 for month in weeks]
            yield from self._lines([[self._day(day, days) for day in week] for week in row], self.cell)

    def _day(self, day: int, days: Days) -> Cell:
        return Cell(f"{date.fromordinal(day).day}", days.by_day.get(day, ()), day == self.today) if day else Cell("")

    def of_year(self, year: int, days: Days) -> Iterator[Line]:
        """The months of a year in a row, or in several on a narrow screen, with what starts in each."""
        of_month = [days.types_below(Heading(year, month)) for month in range(1, 13)]
        least = len("[Jan]") if self.screen.width > 12 * len("[Jan]") else len("Jan ")
        cell = max([least, *(width(self.count(types)) + 1 for types in of_month if types)])
        now, across = month_of(self.today), _columns((self.screen.width - 1) // cell)
        cells = [
            Cell(MONTH_NAMES[number][:3], types, now == (year, number + 1)) for number, types in enumerate(of_month)
        ]
        for at in range(0, 12, across):
            yield from self._lines([cells[at : at + across]], cell)

    def _lines(self, blocks: Sequence[Sequence[Cell]], size: int) -> Iterator[Line]:
        """Cells by their names, and below them their counts where there are any."""
        yield self._joined([self._names(block, size) for block in blocks])
        if any(cell.types for block in blocks for cell in block):
            yield self._joined([[self._under(cell, size) for cell in block] for block in blocks])

    def _joined(self, blocks: Sequence[Line]) -> Line:
        """Blocks of months side by side."""
        line: Line = []
        for block in blocks:
            size = sum(width(text) for text, _ in block)
            line += [*block, (" " * (self.month + _GAP - size), "")]
        return line

    def _names(self, cells: Sequence[Cell], size: int) -> Line:
        """The names of cells, today's in brackets, which take the blanks on both of its sides."""
        line: Line = []
        for cell in cells:
            after_now = bool(line) and line[-1][1] == "today"
            blank = " " * (size - max(len(cell.name), 2))
            before = "]" + blank[1:] if after_now else blank[1:] + "[" if cell.is_now else blank
            style = "today" if cell.is_now else self.colour(cell.types) if cell.types else ""
            line += [(before, "today" if before != blank else ""), (f"{cell.name:>2}", style)]
        return [*line, ("]" if line[-1][1] == "today" else " ", "today")]

    def _under(self, cell: Cell, size: int) -> tuple[str, str]:
        """What is below the name of a cell."""
        types = cell.types
        if len(types) > 1:
            self.examples[len({sign_of(name, self.registries, False) for name in {*types}}) > 1] = types
        return (f"{self.count(types):>{size}}", self.colour(types)) if types else (" " * size, "")

    def colour(self, types: Types) -> str:
        """The colour of the type that most of the events have."""
        colours = [sign_of(name, self.registries, False)[1] for name in types]
        return max(dict.fromkeys(colours), key=colours.count)


def _columns(room: int) -> int:
    """How many of the months of a year are in a row."""
    return max((count for count in (1, 2, 3, 4, 6, 12) if count <= room), default=1)


def _weeks(month: Heading) -> list[list[int]]:
    """The weeks of a month, Monday to Sunday, as ordinals; 0 for the days of other months."""
    day = date(month.year or 1, month.month or 1, 1)
    first = day.toordinal()
    last = first + last_day_of_month(day.year, day.month) - 1
    return [
        [each if first <= each <= last else 0 for each in range(monday, monday + 7)]
        for monday in range(first - day.weekday(), last + 1, 7)
    ]
