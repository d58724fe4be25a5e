"""The calendar: months whose days carry what happens on them, and below them what is on.

Owns: this layout. Does not: put an event on a day that its date does not name — it stands below its month or year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import MONTH_NAMES, NEVER_BEGAN, NEVER_ENDS, last_day_of_month
from timeline_cli.dates.labels import label
from timeline_cli.model import Entry
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, counted, width, wrap
from timeline_cli.views.brief import brief
from timeline_cli.views.gaps import latest_first
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.steps import Heading, heading_of
from timeline_cli.views.titles import titled
from timeline_cli.views.words import date_style, footer, plain, symbol

_CELL = 3  # columns of a day
_MONTH = 7 * _CELL + 1
_GAP = 3
_LABEL_WIDTH = 20
_MANY = 5  # events from which on a day stands out
_LONGEST_RUN = 31  # days in a row that are all marked; of what lasts longer only the first and the last are
_WEEKDAYS = " Mo Tu We Th Fr Sa Su "


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
    layout = _Layout(answer, screen)
    for number, (heading, entries) in enumerate(groups):
        if heading and entries:
            yield from [[]] if number else []
            yield [(clean(heading), "heading")]
        if entries and entries is answer.background:
            yield from brief(entries, answer.registries, screen, layout.label_width + 1)
        else:
            yield from layout.calendar(entries)
    if options.footer:
        yield from footer(answer)


class _Layout:
    """Months side by side, as many as there is room for and as divide a year."""

    def __init__(self, answer: Answer, screen: Screen) -> None:
        self.answer = answer
        self.screen = screen
        room = (screen.width + _GAP) // (_MONTH + _GAP)
        self.across = max(count for count in (1, 2, 3, 4, 6, 12) if count <= max(room, 1))
        self.label_width = min(_LABEL_WIDTH, screen.width // 4)

    def calendar(self, entries: Sequence[Entry]) -> Iterator[Line]:
        """Year by year: what only the year is known of, then the months in which something happens."""
        below: dict[Heading, list[Entry]] = {}
        for entry in entries:
            below.setdefault(heading_of(entry.event.date), []).append(entry)
        days = _Days(_event_days(entries), self.answer.today)
        months = {(day.year, day.month) for day in map(date.fromordinal, days.by_day)}
        months |= {(heading.year, heading.month) for heading in below if heading.year and heading.month}
        years = {year for year, _ in months} | {heading.year for heading in below if heading.year}
        before, backwards = 0, self.answer.sort == "date" and latest_first(entries)
        for year in sorted(years, reverse=backwards):
            if before and abs(year - before) > 1:
                missing = abs(year - before) - 1
                yield []
                yield [(plain(f"· {counted(missing, 'year')} ·", self.screen.ascii), "dim")]
            before = year
            yield []
            yield [(str(year), "heading"), (" " + plain("─", self.screen.ascii) * (self.screen.width - 5), "rule")]
            yield from self.listed(below.get(Heading(year, None), ()), Heading(year, None))
            of_year = sorted((month for each, month in months if each == year), reverse=backwards)
            yield from self._months(year, of_year, below, days)
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
            if at or Heading(year, None) in below:
                yield []
            # A month of which no day is named needs no picture of its days.
            drawn = [month for month in row if days.of_month(year, month)]
            if drawn:
                yield from self._side_by_side([(year, month) for month in drawn], days)
                yield []
            for month in row:
                heading = Heading(year, month)
                own = below.get(heading, [])
                listed = {entry.event.id for entry in own}
                going_on = [entry for entry in days.of_month(year, month) if entry.event.id not in listed]
                if row != drawn or len(row) > 1:
                    yield [(f" {MONTH_NAMES[month - 1]}", "heading")]
                # What began in another month is told in full there.
                registries, least = self.answer.registries, self.label_width + 1
                yield from brief(going_on, registries, self.screen, least, heading=heading)
                yield from self.listed(own, heading)

    def _side_by_side(self, months: Sequence[tuple[int, int]], days: _Days) -> Iterator[Line]:
        """Months as lines: names, weekdays, weeks. Where one has events in a week, all leave a line for them."""
        weeks = [_weeks(year, month) for year, month in months]
        names = [f" {MONTH_NAMES[month - 1]} {year}" for year, month in months]
        yield _joined([[(name, "heading")] for name in names])
        yield _joined([[(_WEEKDAYS, "dim")] for _ in months])
        for number in range(max(map(len, weeks))):
            row = [month[number] if number < len(month) else [0] * 7 for month in weeks]
            yield _joined([self._week(week, days) for week in row])
            if any(day in days.by_day for week in row for day in week):
                yield _joined([[self._under(day, days) for day in week] for week in row])

    def _week(self, week: Sequence[int], days: _Days) -> Line:
        """The numbers of the days, today in brackets."""
        line: Line = []
        for day in week:
            text = f"{date.fromordinal(day).day:>2}" if day else "  "
            is_today = day and day == days.today
            # Brackets take the space before the day and the one before the next.
            before = "[" if is_today else "]" if line and line[-1][1] == "today" else " "
            line += [
                (before, "today" if before != " " else ""),
                (text, "today" if is_today else self._style(day, days)),
            ]
        return [*line, ("]" if line[-1][1] == "today" else " ", "today")]

    def _style(self, day: int, days: _Days) -> str:
        entries = days.by_day.get(day)
        if not entries:
            return ""
        strength = "" if len(entries) == 1 else "bold " if len(entries) < _MANY else "bold reverse "
        return strength + self._colour(entries)

    def _colour(self, entries: Sequence[Entry]) -> str:
        """The colour of the type that most of the entries have."""
        colours = [symbol(entry, self.answer.registries, False)[1] for entry in entries]
        return max(dict.fromkeys(colours), key=colours.count)

    def _under(self, day: int, days: _Days) -> tuple[str, str]:
        """The symbol of the one event of a day, or how many there are."""
        entries = days.by_day.get(day, ())
        if not entries:
            return " " * _CELL, ""
        if len(entries) == 1:
            sign, colour = symbol(entries[0], self.answer.registries, self.screen.ascii)
            return f"{sign:>{_CELL}}", colour
        count = str(len(entries)) if len(entries) < 1000 else f"{min(len(entries) // 1000, 99)}k"
        return f"{count:>{_CELL}}", f"bold {self._colour(entries)}"

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


def _joined(blocks: Sequence[Line]) -> Line:
    """Blocks of months side by side."""
    line: Line = []
    for block in blocks:
        size = sum(width(text) for text, _ in block)
        line += [*block, (" " * (_MONTH + _GAP - size), "")]
    return line


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
