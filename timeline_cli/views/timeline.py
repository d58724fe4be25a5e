"""The vertical timeline: years and months as headings, a rail of symbols, one event below another.

Owns: this layout. Does not: drop an event without a date: it comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import starmap

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import DAY_NAMES, MONTH_NAMES, Precision
from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.labels import label
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry
from timeline_cli.query.entries import dates_of
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, width
from timeline_cli.views.gaps import latest_first
from timeline_cli.views.grid import label_columns
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.spans import Bar
from timeline_cli.views.steps import Heading, Plan, Step, plan, since_previous
from timeline_cli.views.words import branches, date_style, footer, has_offsets, linked_to, plain, symbol, titled
from timeline_cli.wrapping import wrap

_MOST_BARS = 6


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    if answer.matched:
        layout = _Layout(answer, screen, options)
        plans = layout.plans()
        for group in answer.groups:
            if group.name is not None:
                yield from layout.group(group.heading)
            yield from layout.entries(next(plans)) if plans else layout.brief(group.entries)
        if answer.background:
            yield from layout.background(answer.background)
    if options.footer:
        yield from footer(answer, screen)


class _Layout:
    """Columns of one answer: labels to the right of their column, bars, the rail, the text."""

    def __init__(self, answer: Answer, screen: Screen, options: ViewOptions) -> None:
        self.answer = answer
        self.screen = screen
        self.options = options
        self.label_width = 0
        self.side = 0  # columns of bars
        self._running: Sequence[Bar] | None = None  # the last bars beside an event, and how they pass it
        self._passing: Line = []
        self._ends: set[int | None] = set()
        self.offset = options.verbose or has_offsets(answer)

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        return {entry.event.id: entry for entry in self.answer.entries}

    def plans(self) -> Iterator[Plan] | None:
        """The plan of each group, for which the columns for labels and bars are set; None for one line per event."""
        if self.options.oneline:
            return None
        most = min((self.screen.width - 40) // 10, _MOST_BARS)
        found = [plan(group.entries, self.answer, most, self.options.elapsed) for group in self.answer.groups]
        # The label of a day is never wider than the narrowest column.
        wide = (each for plan in found for each in plan.dates if not _is_day(each[0]))
        self.label_width = label_columns(starmap(self._label, wide), self.screen)
        self.side = max((plan.columns for plan in found), default=0)
        # Each step before today takes a line.
        self.screen.opens_at = found[0].today if len(found) == 1 else 0
        return iter(found)

    @property
    def margin(self) -> int:
        """The column of the rail."""
        return self.label_width + 2 + (self.side + 1 if self.side else 0)

    def group(self, heading: str) -> Iterator[Line]:
        yield []
        yield self._rule(clean(heading), [])

    def entries(self, plan: Plan) -> Iterator[Line]:
        before: Step | None = None
        is_on = plan.is_on
        for number, step in enumerate(plan.steps):
            is_on = is_on or step.entry.state == "ongoing"
            running = plan.bars[number]
            if before is None and step.heading is None:
                yield []
            if before is None or before.heading != step.heading or any(step.between):
                yield from self._between(before, step, [bar for bar in running if bar.first < number])
            yield from self._entry(step, number, running, before)
            before = step
            if number == plan.closing and is_on:
                yield from self._closing(plan, [bar for bar in running if not bar.ends])
            if not step.has_children:  # which may be named again below each
                step.entry.event.forget()

    # Lines between two events, and after the last one.

    def _closing(self, plan: Plan, running: Sequence[Bar]) -> Iterator[Line]:
        """Today, after the last event, if another one lasts until then."""
        if plan.closing_gap:
            yield self._aside(f"· {plan.closing_gap} ·", running)
        # Nothing comes after it, so it is not where a pager opens.
        yield [(text, "heading") for text, _ in self._today(running)]

    def _between(self, before: Step | None, step: Step, running: Sequence[Bar]) -> Iterator[Line]:
        """The gap, the headings, and today at its place among them."""
        between = step.between
        if between.gap:
            yield self._aside(f"· {between.gap} ·", running)
        parts = list(self._headings(before.heading if before else None, step.heading, running))
        if between.is_after_today:
            at = len(parts)
            if step.heading is not None and before is not None:
                at = next((n for n, (part, _) in enumerate(parts) if _beyond(part, self.answer.today, before)), at)
            parts.insert(at, (Heading(None, None), [self._today(running)]))
            if between.gap_after_today:
                parts.insert(at + 1, (Heading(None, None), [self._aside(f"· {between.gap_after_today} ·", running)]))
        for _, rows in parts:
            yield from rows

    def _headings(
        self, before: Heading | None, heading: Heading | None, running: Sequence[Bar]
    ) -> Iterator[tuple[Heading, list[Line]]]:
        """The year and the month, if they are new, each with its lines."""
        if heading is None:
            return
        if before is None or before.year != heading.year:
            text = "No date" if heading.year is None else str(heading.year)
            yield Heading(heading.year, None), [self._aside("", running) if running else [], self._rule(text, running)]
        # What is dated by its year alone stands below none of its months.
        is_below_month = before is not None and before.month is not None and before.year == heading.year
        if before != heading and (heading.month is not None or is_below_month):
            text = f" {MONTH_NAMES[heading.month - 1] if heading.month else heading.year}"
            yield heading, [[(text, "heading"), *self._sides(running, self.margin - width(text))]]

    def _rule(self, text: str, running: Sequence[Bar]) -> Line:
        """A heading and a line to the right edge."""
        return [(text, "heading"), (self._stroke("─", "┼", width(text), self.screen.width, running), "rule")]

    def _today(self, running: Sequence[Bar]) -> Line:
        day = date.fromordinal(self.answer.today)
        said = f" {DAY_NAMES[day.weekday()][:3]} {day.day} {MONTH_NAMES[day.month - 1][:3]} {day.year}"
        return [("Today" + self._stroke("═", "╪", 5, self.screen.width - width(said), running) + said, "today")]

    def _stroke(self, sign: str, crossing: str, first: int, last: int, running: Sequence[Bar]) -> str:
        """A space and a line from one column to another, crossed by the bars that continue."""
        drawn = [sign] * max(last - first - 1, 3)
        for bar in running:
            at = self.margin - 2 - bar.column - first - 1
            if 0 <= at < len(drawn):
                drawn[at] = crossing
        return " " + plain("".join(drawn), self.screen.ascii)

    def _aside(self, text: str, running: Sequence[Bar]) -> Line:
        """A note in the column of the labels."""
        said = plain(text, self.screen.ascii)
        return [
            (" " * (self.label_width - width(said)) + said, "dim"),
            *self._sides(running, self.margin - self.label_width),
        ]

    # One event.

    def _sides(
        self, running: Sequence[Bar], columns: int, row: int = -1, first: bool = False, last: bool = False
    ) -> Line:
        """The bars at the right end of a margin of `columns`."""
        if not running:
            return [(" " * max(columns, 0), "")]
        found: Line = [(" " * max(columns - self.side - 1, 0), ""), *[(" ", "")] * self.side, (" ", "")]
        for bar in running:
            sign = "│" if row < 0 else bar.sign(row, first, last)
            found[self.side - bar.column] = plain(sign, self.screen.ascii), bar.colour
        return found

    def _entry(self, step: Step, number: int, running: Sequence[Bar], before: Step | None) -> Iterable[Line]:
        """The lines of an event, or those kept of it."""
        event, kept = step.entry.event, self.screen.kept
        is_same_day = before is not None and before.heading == step.heading and _same_day(before.entry, step.entry)
        sign = symbol(step.entry, self.answer.registries, self.screen.ascii)
        room = self.screen.width - self.margin - 2
        links = [] if self.options.verbose else self._parents(step)
        if running is not self._running:
            self._running, self._passing = running, self._sides(running, self.margin - self.label_width)
            self._ends = {end for bar in running for end in (bar.first, bar.own, bar.last)}
        is_end = number in self._ends
        rows = self._rows(step, is_same_day, self._drawn(step, *sign, room, links), running if is_end else (), number)
        if kept is None or is_end:
            return rows
        # All that decides the lines besides the event.
        steps = step.entry[1:], step.branch[1:], step[1:]
        context = steps, is_same_day, sign, room, links, self.label_width, self.offset, self._passing
        drawn = kept.get(event.id)
        if drawn is None or drawn[0] != context or event.differs(drawn[1]):
            drawn = kept[event.id] = context, event, list(rows)
        found: list[Line] = drawn[2]
        return found

    def _rows(
        self, step: Step, is_same_day: bool, texts: Iterable[Line], ending: Sequence[Bar], number: int
    ) -> Iterator[Line]:
        """The date, the bars, of which some start or end here if there are any `ending`, and the texts."""
        said = [] if is_same_day else wrap(self._label(step.entry.event.date, step.heading), self.label_width)
        rows = list(texts)
        rows += [[]] * (len(said) - len(rows))
        for index, row in enumerate(rows):
            text = said[index] if index < len(said) else ""
            ends = index == 0, index == len(rows) - 1
            sides = self._sides(ending, self.margin - self.label_width, number, *ends) if ending else self._passing
            yield [(" " * (self.label_width - width(text)) + text, date_style(step.entry)), *sides, *row]

    def _label(self, when: EventDate, heading: Heading | None) -> str:
        year, month = heading or (None, None)
        return plain(label(when, year, month, self.offset), self.screen.ascii)

    def _drawn(self, step: Step, sign: str, colour: str, room: int, links: Sequence[str]) -> Iterator[Line]:
        """Symbol and title, who and where, details."""
        entry, ascii = step.entry, self.screen.ascii
        dimmed = bool(entry.superseded_by)
        hung, below = branches(step.branch, max((room - 20) // 2, 1), ascii)
        room -= width(hung)
        rail: Line = [(below, "rule"), (plain("│", ascii) if step.has_children else " ", "rule"), (" ", "")]
        notes = [mark for mark in marks(entry, brief=not self.options.verbose) if mark != step.implied]
        first, *others = titled(entry, room, ascii, step.elapsed, links, dimmed, inline=True, notes=notes)
        yield [(hung, "rule"), (sign, "dim" if dimmed else colour), (" ", ""), *first]
        yield from ([*rail, *line] for line in others)
        if self.options.verbose:
            from timeline_cli.views.details import details

            yield from ([*rail, *line] for line in details(entry, room, ascii))

    def _parents(self, step: Step) -> list[str]:
        """What it is part of besides the event below which it is shown."""
        if not step.entry.event.part_of:
            return []
        shown = step.branch.parent
        named = linked_to(step.entry, "part_of", shown, self.by_id, self.answer, self.screen.ascii)
        return [f"{'also in' if shown else 'part of'} {named}"] if named else []

    # One line per event.

    def brief(self, entries: Sequence[Entry]) -> Iterator[Line]:
        from timeline_cli.views.brief import brief

        is_asked = self.options.elapsed and self.answer.sort == "date"
        elapsed = since_previous(entries, latest_first(dates_of(entries))) if is_asked else {}
        yield from brief(entries, self.answer.registries, self.screen, 0, elapsed, strict=True, offset=self.offset)

    def background(self, entries: Sequence[Entry]) -> Iterator[Line]:
        """Events that only run through the requested period: one line each, dimmed."""
        from timeline_cli.views.brief import brief

        yield []
        yield self._rule(f"Running throughout or undated ({len(entries)})", [])
        least = 0 if self.options.oneline else self.label_width
        yield from brief(entries, self.answer.registries, self.screen, least, offset=self.offset)


def _same_day(before: Entry, entry: Entry) -> bool:
    """Whether both are on the same day, which is then shown once."""
    first, second = before.event.date, entry.event.date
    return first.text == second.text and _is_day(first)


def _is_day(when: EventDate) -> bool:
    return when.kind == "point" and when.precision == Precision.DAY


def _beyond(part: Heading, today: int, before: Step) -> bool:
    """Whether a heading is wholly on the other side of today from the events before it."""
    day, year, month = date.fromordinal(today), part.year, part.month
    if year is None:
        return True
    was = before.entry.event.date.sort_key[0]
    key, now = ((year, month), (day.year, day.month)) if month else ((year, 0), (day.year, 0))
    return key > now if was <= today else key < now
