"""The calendar: months whose days carry what happens on them, and below them what is on.

Owns: this layout. Does not: put an event on a day that its date does not name; it is listed below its month or year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import MONTH_NAMES, NEVER_BEGAN, NEVER_ENDS, last_day_of_month
from timeline_cli.dates.labels import label
from timeline_cli.model import Entry
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, counted, width
from timeline_cli.views.brief import brief
from timeline_cli.views.gaps import latest_first
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.packing import flowed
from timeline_cli.views.steps import Heading, heading_of
from timeline_cli.views.words import date_style, footer, plain, symbol, titled
from timeline_cli.wrapping import wrap

_NARROWEST_CELL = 3  # columns of a day
_GAP = 2  # columns between months
_LABEL_WIDTH = 20
_SHORTEST_GAP = 3  # months without events that are one line; fewer are drawn empty
_WIDE_MONTH = 28  # columns above which the head of a month has its count
_LONGEST_RUN = 31  # days in a row that are all marked; of what lasts longer only the first and the last are
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_SEVERAL = "×"


class _Days(NamedTuple):
    """What happens on the days of an answer: the entries of each, by ordinal."""

    by_day: dict[int, list[Entry]]
    today: int

    def of_month(self, year: int, month: int) -> list[Entry]:
        """The entries on the days of a month, each once."""
        first = date(year, month, 1).toordinal()
        found = [
            entry for day in range(first, first + last_day_of_month(year, month)) for entry in self.by_day.get(day, ())
        ]
        return list({entry.event.id: entry for entry in found}.values())


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    groups = [(group.heading if group.name is not None else "", group.entries) for group in answer.groups]
    if answer.background:
        groups.append((f"Running throughout or undated ({len(answer.background)})", answer.background))
    laid = [(heading, entries, _Days(_event_days(entries), answer.today)) for heading, entries in groups if entries]
    layout = _Layout(answer, screen, [days for _, entries, days in laid if entries is not answer.background])
    for number, (heading, entries, days) in enumerate(laid):
        if heading:
            yield from [[]] if number else []
            yield [(clean(heading), "heading")]
        if entries is answer.background:
            yield from brief(entries, answer.registries, screen, layout.label_width + 1)
        else:
            yield from layout.calendar(entries, days)
    if options.footer:
        yield from layout.legend()
        yield from footer(answer)


class _Layout:
    """Months side by side, as many as there is room for and as divide a year."""

    def __init__(self, answer: Answer, screen: Screen, calendars: Sequence[_Days]) -> None:
        self.answer = answer
        self.screen = screen
        self.label_width = min(_LABEL_WIDTH, screen.width // 4)
        listed = [entries for days in calendars for entries in days.by_day.values()]
        most = max(map(len, listed), default=0)
        self.in_thousands = 7 * (len(f"{most}") + 2) >= screen.width
        self.cell = max([_NARROWEST_CELL, *(width(self._count(entries)) + 1 for entries in listed)])
        self.month = 7 * self.cell
        # After the last month there is room for the bracket around today.
        room = (screen.width - 1 + _GAP) // (self.month + _GAP)
        self.across = max(count for count in (1, 2, 3, 4, 6, 12) if count <= max(room, 1))
        several = [entries for entries in listed if len(entries) > 1]
        self.examples = {
            len({symbol(e, answer.registries, False) for e in entries}) > 1: entries for entries in several
        }

    def calendar(self, entries: Sequence[Entry], days: _Days) -> Iterator[Line]:
        """Year by year: what only the year is known of, then the months in which something happens."""
        below: dict[Heading, list[Entry]] = {}
        for entry in entries:
            below.setdefault(heading_of(entry.event.date), []).append(entry)
        named = {day.year * 12 + day.month - 1 for day in map(date.fromordinal, days.by_day)}
        named |= {heading.year * 12 + heading.month - 1 for heading in below if heading.year and heading.month}
        vague = {heading.year for heading in below if heading.year and not heading.month}
        backwards = self.answer.sort == "date" and latest_first(entries)
        years = {month // 12 for month in named} | vague
        pieces = _pieces(sorted(named), vague)
        for year in sorted(years | pieces.keys(), reverse=backwards):
            if year in years:
                yield []
                yield [(str(year), "heading"), (" " + plain("─", self.screen.ascii) * (self.screen.width - 5), "rule")]
                yield from self.listed(below.get(Heading(year, None), ()), Heading(year, None))
            has_above = year in vague or year not in years
            for first, last, is_empty in sorted(pieces.get(year, ()), reverse=backwards):
                yield from [[]] if has_above else []
                has_above = True
                if is_empty:
                    said = plain(f"· {_stretch(first, last)} · no events ·", self.screen.ascii)
                    yield from ([(row, "dim")] for row in wrap(said, self.screen.width))
                else:
                    months = sorted((month % 12 + 1 for month in range(first, last + 1)), reverse=backwards)
                    yield from self._months(year, months, below, days)
        undated = below.get(Heading(None, None), ())
        if undated:
            yield []
            yield [("No date", "heading"), (" " + plain("─", self.screen.ascii) * (self.screen.width - 8), "rule")]
            yield from self.listed(undated, Heading(None, None))

    def _months(
        self, year: int, months: Sequence[int], below: dict[Heading, list[Entry]], days: _Days
    ) -> Iterator[Line]:
        """Months in rows, each row followed by what is on in its months."""
        for at in range(0, len(months), self.across):
            row = months[at : at + self.across]
            # Months of which no day is named need no picture of their days.
            is_drawn = any(days.of_month(year, month) for month in row)
            if at and (is_drawn or any(Heading(year, month) in below for month in row)):
                yield []
            if is_drawn:
                yield from self._side_by_side([(year, month) for month in row], below, days)
                yield []
            for month in row:
                heading = Heading(year, month)
                own = below.get(heading, [])
                listed = {entry.event.id for entry in own}
                going_on = [entry for entry in days.of_month(year, month) if entry.event.id not in listed]
                if (own or going_on) and not (is_drawn and len(row) == 1):
                    yield [(f" {MONTH_NAMES[month - 1]}", "heading")]
                # What began in another month is told in full there.
                registries, least = self.answer.registries, self.label_width + 1
                yield from brief(going_on, registries, self.screen, least, heading=heading)
                yield from self.listed(own, heading)

    def _side_by_side(
        self, months: Sequence[tuple[int, int]], below: dict[Heading, list[Entry]], days: _Days
    ) -> Iterator[Line]:
        """Months as lines: names, weekdays, weeks. Where one has events in a week, all leave a line for them."""
        weeks = [_weeks(year, month) for year, month in months]
        heads = []
        for year, month in months:
            on = {entry.event.id for entry in [*days.of_month(year, month), *below.get(Heading(year, month), ())]}
            count = f" · {counted(len(on), 'event')}" if self.month > _WIDE_MONTH and on else ""
            heads.append(" " * (self.cell - 2) + plain(f"{MONTH_NAMES[month - 1]} {year}{count}", self.screen.ascii))
        yield self._joined([[(head, "heading")] for head in heads])
        names = "".join(f"{name:>{self.cell}}" for name in _WEEKDAYS)
        yield self._joined([[(names, "dim")] for _ in months])
        for number in range(max(map(len, weeks))):
            row = [month[number] if number < len(month) else [0] * 7 for month in weeks]
            yield self._joined([self._week(week, days) for week in row])
            if any(day in days.by_day for week in row for day in week):
                yield self._joined([[self._under(day, days) for day in week] for week in row])

    def _joined(self, blocks: Sequence[Line]) -> Line:
        """Blocks of months side by side."""
        line: Line = []
        for block in blocks:
            size = sum(width(text) for text, _ in block)
            line += [*block, (" " * (self.month + _GAP - size), "")]
        return line

    def _week(self, week: Sequence[int], days: _Days) -> Line:
        """The numbers of the days, today in brackets, which take the blanks on both of its sides."""
        line: Line = []
        for day in week:
            text = f"{date.fromordinal(day).day:>2}" if day else "  "
            is_today = day and day == days.today
            after_today = bool(line) and line[-1][1] == "today"
            blank = " " * (self.cell - 2)
            before = "]" + blank[1:] if after_today else blank[1:] + "[" if is_today else blank
            entries = days.by_day.get(day, ())
            style = "today" if is_today else self._colour(entries) if entries else ""
            line += [(before, "today" if before != blank else ""), (text, style)]
        return [*line, ("]" if line[-1][1] == "today" else " ", "today")]

    def _colour(self, entries: Sequence[Entry]) -> str:
        """The colour of the type that most of the entries have."""
        colours = [symbol(entry, self.answer.registries, False)[1] for entry in entries]
        return max(dict.fromkeys(colours), key=colours.count)

    def _under(self, day: int, days: _Days) -> tuple[str, str]:
        """What is below the number of a day."""
        entries = days.by_day.get(day, ())
        return (f"{self._count(entries):>{self.cell}}", self._colour(entries)) if entries else (" " * self.cell, "")

    def _count(self, entries: Sequence[Entry]) -> str:
        """The sign of a type, or the one for several, and how many events there are where that is more than one."""
        signs = {symbol(entry, self.answer.registries, self.screen.ascii)[0] for entry in entries}
        sign = signs.pop() if len(signs) == 1 else plain(_SEVERAL, self.screen.ascii)
        count = len(entries)
        return sign + (f"{count // 1000}k" if count >= 1000 and self.in_thousands else str(count) if count > 1 else "")

    def legend(self) -> Iterator[Line]:
        """What the counts of this answer mean, by one of each kind."""
        told = []
        for is_mixed, what in ((False, "of that type"), (True, "of several types")):
            entries = self.examples.get(is_mixed)
            if entries:
                told.append(f"{self._count(entries)} {counted(len(entries), 'event')} {what}")
        rows = flowed(told, "   ", self.screen.width)
        yield from [[], *([(row, "dim")] for row in rows)] if rows else []

    def listed(self, entries: Sequence[Entry], heading: Heading) -> Iterator[Line]:
        """What is on, an event below the other; the day that several share is said once."""
        before = ""
        for entry in entries:
            said = plain(label(entry.event.date, heading.year, heading.month), self.screen.ascii)
            dimmed = bool(entry.superseded_by) or entry.background
            sign, colour = symbol(entry, self.answer.registries, self.screen.ascii)
            shown = [] if said == before and _days_of(entry) else wrap(said, self.label_width)
            before = said
            room = self.screen.width - self.label_width - 5
            rows = list(titled(entry, room, self.screen.ascii, dimmed=dimmed))
            rows += [[]] * (len(shown) - len(rows))
            for number, row in enumerate(rows):
                text = shown[number] if number < len(shown) else ""
                start = f" {' ' * (self.label_width - width(text))}{text}  "
                own = sign if number == 0 else " "
                yield [(start, date_style(entry)), (f"{own} ", "dim" if dimmed else colour), *row]


def _weeks(year: int, month: int) -> list[list[int]]:
    """The weeks of a month, Monday to Sunday, as ordinals; 0 for the days of other months."""
    first = date(year, month, 1).toordinal()
    last = first + last_day_of_month(year, month) - 1
    start = first - date.fromordinal(first).weekday()
    return [
        [day if first <= day <= last else 0 for day in range(monday, monday + 7)]
        for monday in range(start, last + 1, 7)
    ]


def _pieces(named: Sequence[int], vague: Collection[int]) -> dict[int, list[tuple[int, int, bool]]]:
    """Stretches of months (year * 12 + month - 1) by the year in which they begin: drawn ones, each in one year, and
    empty ones of which nothing is told. Something may lie anywhere in the years `vague`, so that these are not empty.
    """
    found: dict[int, list[tuple[int, int, bool]]] = {}
    drawn = list(named[:1])
    for before, month in pairwise(named):
        between = range(before + 1, month)
        if len(between) < _SHORTEST_GAP:
            drawn += between
        else:
            for first, last in _runs([each for each in between if each // 12 not in vague]):
                if last - first + 1 >= _SHORTEST_GAP:
                    found.setdefault(first // 12, []).append((first, last, True))
        drawn.append(month)
    for year in {month // 12 for month in drawn}:
        runs = _runs([month for month in drawn if month // 12 == year])
        found.setdefault(year, []).extend((first, last, False) for first, last in runs)
    return found


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of numbers that follow one another."""
    known = set(numbers)
    starts = [number for number in numbers if number - 1 not in known]
    return list(zip(starts, [number for number in numbers if number + 1 not in known], strict=True))


def _stretch(first: int, last: int) -> str:
    """Months in words: January to April 2012."""
    (year, month), (last_year, last_month) = divmod(first, 12), divmod(last, 12)
    if first == last:
        return f"{MONTH_NAMES[month]} {year}"
    start = MONTH_NAMES[month] + (f" {year}" if year != last_year else "")
    return f"{start} to {MONTH_NAMES[last_month]} {last_year}"


def _event_days(entries: Sequence[Entry]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        for day in _days_of(entry):
            found.setdefault(day, []).append(entry)
    return found


def _days_of(entry: Entry) -> Sequence[int]:
    """The days that the date names: one day, the days of a short stretch, or the first and last of a long one.

    None where the day is not known: of "once in March" and of "23 or 24 March" no day is marked.
    """
    when = entry.event.date
    start, start_latest, end_earliest, end = when.bounds
    has_start = NEVER_BEGAN < start == start_latest and when.start_edge == "known"
    has_end = end_earliest == end < NEVER_ENDS and when.end_edge == "known"
    if when.kind != "interval":
        return (start,) if when.kind == "point" and has_start and start == end else ()
    if has_start and has_end and end - start < _LONGEST_RUN:
        return range(start, end + 1)
    return [day for day, is_known in ((start, has_start), (end, has_end)) if is_known]
