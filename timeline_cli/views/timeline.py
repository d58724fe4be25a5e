"""The vertical timeline: years and months as headings, a rail of symbols, one event below the other.

Owns: this layout. Refuses: to drop an event for want of a date — what has none comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import MONTH_NAMES, NEVER_BEGAN, NEVER_ENDS, Precision
from timeline_cli.dates.labels import label
from timeline_cli.model import Entry
from timeline_cli.query.select import TIME_GROUPS, Answer
from timeline_cli.text import clean, fit, width, wrap
from timeline_cli.views.words import footer, marks, plain, symbol, who_and_where

_LABEL_WIDTH = 18


class _Heading(NamedTuple):
    """Where an entry stands: its year, and the month where its start is known that well."""

    year: int | None
    month: int | None


def lines(answer: Answer, screen: Screen, with_footer: bool = True) -> Iterator[Line]:
    """The whole view, with its footer."""
    if answer.matched:
        layout = _Layout(answer, screen)
        for group in answer.groups:
            if group.name is not None:
                yield from layout.group(group.heading)
            yield from layout.entries(group.entries)
        if answer.background:
            yield from layout.background(answer.background)
    if with_footer:
        yield from footer(answer)


class _Layout:
    """Columns of one answer: labels to the right of their column, then the rail, then the text."""

    def __init__(self, answer: Answer, screen: Screen) -> None:
        self.answer = answer
        self.screen = screen
        self.label_width = min(_LABEL_WIDTH, screen.width // 4)
        self.text_width = screen.width - self.label_width - 4
        self.rail = plain("│", screen.ascii)

    def group(self, heading: str) -> Iterator[Line]:
        yield []
        yield self._rule(clean(heading))

    def entries(self, entries: Iterable[Entry]) -> Iterator[Line]:
        current: _Heading | None = None
        # Years and months head the events only where these go by date and nothing else says the period.
        without_headings = self.answer.group_by in TIME_GROUPS or self.answer.sort != "date"
        if without_headings:
            yield []
        for entry in entries:
            if without_headings:
                yield from self._entry(entry, _Heading(None, None))
                continue
            heading = _heading(entry)
            yield from self._headings(current, heading)
            current = heading
            yield from self._entry(entry, heading)

    def _headings(self, before: _Heading | None, heading: _Heading) -> Iterator[Line]:
        if before is None or before.year != heading.year:
            yield []
            yield self._rule("No date" if heading.year is None else str(heading.year))
        if heading.month is not None and (before is None or before != heading):
            yield [(f" {MONTH_NAMES[heading.month - 1]}", "heading")]

    def _rule(self, text: str) -> Line:
        rest = self.screen.width - width(text) - 1
        return [(text, "heading"), (" " + plain("─", self.screen.ascii) * max(rest, 3), "rule")]

    def _entry(self, entry: Entry, heading: _Heading) -> Iterator[Line]:
        dimmed = bool(entry.superseded_by)
        said = plain(label(entry.event.date, heading.year, heading.month), self.screen.ascii)
        sign, colour = symbol(entry, self.answer.registries, self.screen.ascii)
        if width(said) > self.label_width:
            yield [(" " * (self.label_width - 3), ""), (said, "label")]
            said = ""
        column = " " * (self.label_width - width(said))
        title, notes = clean(entry.event.title), ", ".join(marks(entry))
        first = True
        for part in _wrapped(title, f"[{notes}]" if notes else "", self.text_width, "dim" if dimmed else "title"):
            if first:
                yield [
                    (column, ""),
                    (said, "label"),
                    ("  ", ""),
                    (sign, "dim" if dimmed else colour),
                    (" ", ""),
                    *part,
                ]
            else:
                yield [self._margin(), (self.rail, "rule"), (" ", ""), *part]
            first = False
        below = who_and_where(entry, self.screen.ascii)
        for row in wrap(below, self.text_width) if below else ():
            yield [self._margin(), (self.rail, "rule"), (" ", ""), (row, "dim")]

    def _margin(self) -> tuple[str, str]:
        return " " * (self.label_width + 2), ""

    def background(self, entries: Iterable[Entry]) -> Iterator[Line]:
        """What only runs through the period asked for: a line each, dimmed."""
        listed = [(plain(label(entry.event.date), self.screen.ascii), entry) for entry in entries]
        column = min(max(width(said) for said, _ in listed), max(self.label_width, self.screen.width // 2 - 4))
        yield []
        yield self._rule(f"Running throughout or undated ({len(listed)})")
        for said, entry in listed:
            sign, _ = symbol(entry, self.answer.registries, self.screen.ascii)
            notes = f"  [{', '.join(marks(entry, brief=True))}]" if marks(entry) else ""
            # Neither a date nor a mark is ever cut: they take room from the title.
            space = " " * max(column - width(said), 0)
            room = max(self.screen.width - width(space + said) - 4 - width(notes), 8)
            text = fit(clean(entry.event.title), room, "..." if self.screen.ascii else "…") + notes
            yield [(space, ""), (said, "dim"), ("  ", ""), (sign, "dim"), (f" {text}", "dim")]


def _heading(entry: Entry) -> _Heading:
    when = entry.event.date
    ordinal = when.sort_key[0]
    if not NEVER_BEGAN < ordinal < NEVER_ENDS:
        return _Heading(None, None)
    day = date.fromordinal(ordinal)
    known_month = when.precision is not None and (
        when.precision <= Precision.MONTH or (when.start_edge == "known" and _same_month(day, when.bounds.start_latest))
    )
    return _Heading(day.year, day.month if known_month else None)


def _same_month(day: date, latest: int) -> bool:
    if latest >= NEVER_ENDS:
        return False
    last = date.fromordinal(latest)
    return (day.year, day.month) == (last.year, last.month)


def _wrapped(title: str, notes: str, columns: int, style: str) -> Iterator[Line]:
    """A title wrapped, with its marks behind the last line where there is room for all of them, else below."""
    *rows, last = wrap(title, columns)
    yield from ([(row, style)] for row in rows)
    if notes and width(last) + 2 + width(notes) <= columns:
        yield [(last, style), (f"  {notes}", "mark")]
    else:
        yield [(last, style)]
        yield from ([(row, "mark")] for row in wrap(notes, columns) if notes)
