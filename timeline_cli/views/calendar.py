"""The calendar: months whose days carry what happens on them, or years whose months do, and below them what is on.

Owns: this layout. Does not: put an event on a day that its date does not name; it is listed below its month or year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import MONTH_NAMES
from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.labels import label
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry
from timeline_cli.query.entries import entries_at
from timeline_cli.query.select import TIME_GROUPS, Answer
from timeline_cli.text import clean, width
from timeline_cli.views.brief import brief
from timeline_cli.views.gaps import latest_first
from timeline_cli.views.grid import label_columns
from timeline_cli.views.months import Cells, Days, Types, days_of, month_of
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.packing import flowed
from timeline_cli.views.steps import Heading
from timeline_cli.views.words import date_style, footer, has_offsets, plain, symbol, titled
from timeline_cli.wrapping import wrap

_SHORTEST_GAP = 3  # months without events that are one line; fewer are drawn empty
_FEW_YEARS, _MORE_ROWS = 3, 2  # of months whose days are always drawn: those of a year and two more rows
_LINES = 16  # of a row of months with the blank lines around it, at most
_TITLES = 20  # of these, at most
_DENSE = 60  # events that start in a month, above which those of a date share a line


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    groups = [(group.heading if group.name is not None else "", group.entries) for group in answer.groups]
    if answer.group_by in TIME_GROUPS:
        groups = [("", tuple(answer.entries))]
    laid = [(heading, Days(entries)) for heading, entries in groups if entries]
    layout = _Layout(answer, screen, [days for _, days in laid], options.all)
    for number, (heading, days) in enumerate(laid):
        if heading:
            yield from [[]] if number else []
            yield [(clean(heading), "heading")]
        yield from layout.calendar(days)
    if answer.background:
        yield from [[]] if laid else []
        yield [(f"Running throughout or undated ({len(answer.background)})", "heading")]
        yield from brief(answer.background, answer.registries, screen, layout.label_width)
    if options.footer:
        yield from layout.foot()
        yield from footer(answer, screen)


class _Layout:
    """One answer: days in months, or months in years where that would be longer than the timeline."""

    def __init__(self, answer: Answer, screen: Screen, calendars: Sequence[Days], draws_all: bool) -> None:
        self.answer, self.screen, self.draws_all = answer, screen, draws_all
        listed = [types for days in calendars for types in days.by_day.values()]
        self.cells = Cells(answer.registries, screen, answer.today, listed)
        self.has_days = draws_all or self._has_room(calendars)
        self.offset = has_offsets(answer)
        said = [self._said(days) for days in calendars]
        self.label_width = label_columns({text for found in said for texts in found.values() for text in texts}, screen)
        screen.opens_at = self._before_today(calendars[0], said[0]) if len(calendars) == 1 else 0
        self.is_whole = self.has_days

    def _said(self, days: Days) -> dict[Heading, set[str]]:
        """The different labels below each month and year."""
        found = {}
        for heading, places in days.below.items():
            above = heading if self.has_days else Heading(heading.year, None)
            dates = {id(days.dates[place]): days.dates[place] for place in places}
            found[heading] = {self._label(when, above) for when in dates.values()}
        return found

    def _before_today(self, days: Days, said: Mapping[Heading, set[str]]) -> int:
        """The least number of lines in the years before that of today."""
        now, is_back = month_of(self.answer.today).year or 0, self._runs_back(days)
        return sum(
            len(said[heading] if self._is_dense(heading.month, places) else places)
            for heading, places in days.below.items()
            if heading.year and (heading.year > now if is_back else heading.year < now)
        )

    def _runs_back(self, days: Days) -> bool:
        return self.answer.sort == "date" and latest_first(days.dates)

    def _has_room(self, calendars: Sequence[Days]) -> bool:
        """Whether the days of all months can be drawn: for about a year, or where listing dates saves as much."""
        rows, years = 0, set[int | None]()
        for days in calendars:
            years |= {heading.year for heading in days.months}
            months = sorted(_number(heading) for heading in days.months)
            pieces = [piece for found in _pieces(months, days.vague).values() for piece in found if not piece[2]]
            rows += sum(-(-(last - first + 1) // self.cells.across) for first, last, _ in pieces)
        if rows <= -(-12 // self.cells.across) + _MORE_ROWS and len(years) <= _FEW_YEARS:
            return True
        saved = 0
        for days in calendars:
            saved -= sum(map(len, days.on.values()))
            for heading, places in days.below.items():
                if heading.month and len(places) > _DENSE:
                    saved += len(places) - len({days.dates[place].text for place in places})
        return rows * _LINES <= saved

    def calendar(self, days: Days) -> Iterator[Line]:
        """Year by year: its months, or what has only the year and then the months in which something happens."""
        backwards = self._runs_back(days)
        pieces = _pieces(sorted(map(_number, days.months)), days.vague) if self.has_days else {}
        by_year: dict[int, list[Heading]] = {}
        for heading in [*days.below, *(days.on if self.has_days else ())]:
            if heading.year:
                by_year.setdefault(heading.year, []).append(heading)
        before: int | None = None
        for year in sorted(by_year.keys() | pieces.keys(), reverse=backwards):
            if year in by_year:
                yield self._since(before, year)
                before = year
                yield [(str(year), "heading"), (" " + plain("─", self.screen.ascii) * (self.screen.width - 5), "rule")]
            if not self.has_days:
                yield from self._year(year, by_year[year], days)
                continue
            yield from self._listed(days, days.below.get(Heading(year, None), ()), Heading(year, None))
            has_above = year in days.vague or year not in by_year
            for first, last, is_empty in sorted(pieces.get(year, ()), reverse=backwards):
                yield from [[]] if has_above else []
                has_above = True
                if is_empty:
                    said = plain(f"· {_stretch(first, last)} · no events ·", self.screen.ascii)
                    yield from ([(row, "dim")] for row in wrap(said, self.screen.width))
                else:
                    months = [Heading(number // 12, number % 12 + 1) for number in range(first, last + 1)]
                    yield from self._months(months[::-1] if backwards else months, days)
        undated = days.below.get(Heading(None, None), ())
        if undated:
            yield []
            yield [("No date", "heading"), (" " + plain("─", self.screen.ascii) * (self.screen.width - 8), "rule")]
            yield from self._listed(days, undated, Heading(None, None))

    def _since(self, before: int | None, year: int) -> Line:
        """What is between two years: a blank line, or years without events."""
        first, last = sorted((before or year, year))
        years = f"{first + 1} to {last - 1}" if last - first > 2 else f"{first + 1}"
        is_gap = last - first > 1 and not self.has_days
        return [(plain(f"· {years} · no events ·", self.screen.ascii), "dim")] if is_gap else []

    def _year(self, year: int, headings: Sequence[Heading], days: Days) -> Iterator[Line]:
        """The months of a year, unless all is in one of them, and what starts in it."""
        if sum(heading.month is not None for heading in headings) > 1:
            yield from self.cells.of_year(year, days)
        for heading in headings:
            yield from self._listed(days, days.below[heading], Heading(year, None), heading.month)

    def _months(self, months: Sequence[Heading], days: Days) -> Iterator[Line]:
        """Months in rows, each row followed by what is on in its months."""
        for at in range(0, len(months), self.cells.across):
            row = months[at : at + self.cells.across]
            # Months of which no day is named need no picture of their days.
            is_drawn = not days.drawn.isdisjoint(row)
            if at and (is_drawn or not days.months.isdisjoint(row)):
                yield []
            if is_drawn:
                yield from self.cells.of_months(row, days)
                yield []
            for month in row:
                own, going_on = days.below.get(month, ()), days.on.get(month, ())
                if (own or going_on) and not (is_drawn and len(row) == 1):
                    yield [(f" {MONTH_NAMES[(month.month or 1) - 1]}", "heading")]
                # What began in another month is told in full there.
                others = list(entries_at(days.entries, going_on))
                yield from brief(others, self.answer.registries, self.screen, self.label_width, heading=month)
                yield from self._listed(days, own, month, month.month)

    # What is on.

    def _label(self, when: EventDate, heading: Heading) -> str:
        return plain(label(when, heading.year, heading.month, self.offset), self.screen.ascii)

    def _is_dense(self, month: int | None, places: Sequence[int]) -> bool:
        return month is not None and len(places) > _DENSE and not self.draws_all

    def _listed(self, days: Days, places: Sequence[int], heading: Heading, month: int | None = None) -> Iterator[Line]:
        """One event below the other, the day that several share said once; of many in a month, a line for each date."""
        said = [self._label(days.dates[place], heading) for place in places]
        if not self._is_dense(month, places):
            before = ""
            for text, entry in zip(said, entries_at(days.entries, places), strict=True):
                yield from self._event(entry, "" if text == before and days_of(entry.event.date) else text)
                before = text
            return
        dates: dict[str, list[int]] = {}
        for text, place in zip(said, places, strict=True):
            dates.setdefault(text, []).append(place)
        named = entries_at(days.entries, [place for same in dates.values() for place in same[:_TITLES]])
        for text, same in dates.items():
            entries, types = list(islice(named, min(len(same), _TITLES))), [days.types[place] for place in same]
            yield from self._event(entries[0], text) if len(same) == 1 else [self._counted(text, entries, types)]

    def _event(self, entry: Entry, said: str) -> Iterator[Line]:
        dimmed = bool(entry.superseded_by) or entry.background
        sign, colour = symbol(entry, self.answer.registries, self.screen.ascii)
        shown = wrap(said, self.label_width) if said else []
        room = self.screen.width - self.label_width - 4
        is_ahead = entry.event.date.bounds.start > self.answer.today
        notes = [mark for mark in marks(entry, brief=True) if mark != "scheduled" or not is_ahead]
        rows = list(titled(entry, room, self.screen.ascii, dimmed=dimmed, inline=True, notes=notes))
        rows += [[]] * (len(shown) - len(rows))
        for number, row in enumerate(rows):
            text = shown[number] if number < len(shown) else ""
            start = f"{' ' * (self.label_width - width(text))}{text}  "
            own = sign if number == 0 else " "
            yield [(start, date_style(entry)), (f"{own} ", "dim" if dimmed else colour), *row]
        entry.event.forget()

    def _counted(self, said: str, entries: Sequence[Entry], types: Types) -> Line:
        """How many events have a date, by their types, and as many of their titles as a line has room for."""
        self.is_whole = False
        count, dot = self.cells.count(types), plain(" · ", self.screen.ascii)
        start = f"{' ' * (self.label_width - width(said))}{said}  "
        room = self.screen.width - width(start + count) - 6
        titles, rows = list[str](), list[str]()
        for entry in entries:
            titles.append(clean(entry.event.title))
            entry.event.forget()
            rows = flowed(titles, dot, room)
            if len(rows) > 1:
                break
        more = plain(" …", self.screen.ascii) if len(rows) > 1 or len(types) > _TITLES else ""
        return [(start, date_style(entries[0])), (f"{count}  ", self.cells.colour(types)), (rows[0] + more, "")]

    def foot(self) -> Iterator[Line]:
        """What the counts mean, and how to see more."""
        notes = self.cells.legend()
        if not self.is_whole:
            notes += wrap("--all draws every day and lists every event", self.screen.width)
        yield from [[]] if notes else []
        yield from ([(row, "dim")] for row in notes)


def _number(heading: Heading) -> int:
    """A month as a number, one more than that of the month before it."""
    return (heading.year or 0) * 12 + (heading.month or 1) - 1


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
    start = MONTH_NAMES[month] + (f" {year}" if year != last_year else "")
    return f"{start} to {MONTH_NAMES[last_month]} {last_year}"
