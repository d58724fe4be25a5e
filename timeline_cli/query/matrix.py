"""Companies side by side over calendar periods, whenever their fiscal years end.

Owns: the calendar period of each fiscal one. Does not: add up periods, or convert units.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from timeline_cli.dates import calendar
from timeline_cli.dates.calendar import MONTH_NAMES, Days
from timeline_cli.dates.event_date import EventDate, Reading
from timeline_cli.query.series import Point, Series, middle

_ALIKE = 10  # days by which years of 52 and 53 weeks may differ from their months
_AT_BORDER = 3  # days: both halves of a fiscal year may have their middle day in the same calendar half


class Span(NamedTuple):
    """A calendar period: its days, and its text as in a file."""

    days: Days
    text: str

    @property
    def length(self) -> int:
        """In months."""
        return round((self.days[1] - self.days[0]) / 30)

    @property
    def short(self) -> str:
        """Q3 26, Sep 26, 2026"""
        year, _, part = self.text.partition("-")
        if not part:
            return year
        part = MONTH_NAMES[int(part) - 1][:3] if part.isdigit() else part
        return f"{part} {year[2:] if '1950' <= year < '2050' else year}"


class Cell(NamedTuple):
    """A number and its period. `months` is the last month of the number's own period if it differs, else empty."""

    point: Point
    span: Span
    months: str


class Placed(NamedTuple):
    """A series as a row. `unplaced` counts the numbers without a calendar period of their own."""

    series: Series
    cells: Mapping[Span, Cell]
    unplaced: int


def placed(found: Iterable[Series], by_value: bool = False) -> list[Placed]:
    """The series of reported numbers; with `by_value`, by their latest period, then by the greatest number in it."""
    rows = [_placed(one) for one in found if one.kind == "actual"]
    return sorted(rows, key=_latest_and_greatest) if by_value else rows


def _placed(one: Series) -> Placed:
    places: dict[Reading, Span] = {}
    taken: set[Span] = set()
    # Places all periods first, so that the place of one does not depend on which are shown.
    for point in one.points:
        period = point.item.figure.period
        if period is not None and period.bounds not in places:
            span = next((span for span in _spans(period, one.length) if span not in taken), None)
            if span is not None:
                places[period.bounds] = span
                taken.add(span)
    cells: dict[Span, Cell] = {}
    rows = list(one.rows())
    for row in rows:
        period = row.point.item.figure.period
        span = places.get(period.bounds) if period else None
        if span is not None and period is not None:
            cells[span] = Cell(row.point, span, _other_months(period, span))
    return Placed(one, cells, len(rows) - len(cells))


def _spans(period: EventDate, length: int | None) -> list[Span]:
    """The calendar period that contains the middle day, and the next one if it begins soon after."""
    middle_day = (period.bounds.start + period.bounds.end) // 2
    found = [_span(day, length) for day in (middle_day, middle_day + _AT_BORDER)]
    return [span for span in found if span is not None]


def _span(ordinal: int, length: int | None) -> Span | None:
    day = date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
    year, month = day.year, day.month
    if length == 12:
        return Span(calendar.years(year, 1), f"{year:04}")
    if length == 6:
        half = (month + 5) // 6
        return Span(calendar.half(year, half), f"{year:04}-H{half}")
    if length == 3:
        quarter = (month + 2) // 3
        return Span(calendar.quarter(year, quarter), f"{year:04}-Q{quarter}")
    return Span(calendar.months(year, month, 1), f"{year:04}-{month:02}") if length == 1 else None


def _other_months(period: EventDate, span: Span) -> str:
    bounds = period.bounds
    if max(abs(bounds.start - span.days[0]), abs(bounds.end - span.days[1])) <= _ALIKE:
        return ""
    # A year of 52 weeks may end early in the next month.
    last = date.fromordinal(max(bounds.end - _ALIKE, 1))
    return f"{MONTH_NAMES[last.month - 1][:3]} {last.year}"


def _latest_and_greatest(row: Placed) -> tuple[int, float]:
    last = max(row.cells.values(), key=lambda cell: cell.span.days, default=None)
    return (-last.span.days[1], -middle(last.point.item.figure.amount)) if last else (0, 0.0)
