"""Figures as series: one metric of one company, in one unit, of one kind, for periods of one length.

Owns: which figures belong together, what each changed from, and what it revises. Does not: sum, or convert.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import FIGURE_KINDS, Amount
from timeline_cli.query.changes import Change, change
from timeline_cli.query.figures import FigureEntry
from timeline_cli.text import fold

# What is reported, whether for good or not, is one series; what is expected is one for each kind.
REPORTED = ("preliminary", "actual")


class Point(NamedTuple):
    """A figure in its series. `before` is the latest figure for the period before, `revises` the one that it replaces.

    `year_before` is the last word on the same months of the year before, for periods of up to a year. Only firm figures
    have and are any of these; `before` needs periods, since figures without one may be of two deals.
    """

    item: FigureEntry
    before: FigureEntry | None
    revises: FigureEntry | None
    year_before: FigureEntry | None
    is_last: bool  # no later figure in the series is for the same period

    @property
    def change(self) -> Change | None:
        """The change from the period before; None if the two numbers do not give it."""
        return None if self.before is None else change(self.before.figure.amount, self.item.figure)

    @property
    def next_change(self) -> Change | None:
        """From the period right before, with none left out; for a day, from any day before: it has a level."""
        before = None if self.before is None else self.before.figure.period
        period = self.item.figure.period
        apart = before.bounds.end + 1 - period.bounds.start if before and period else 0
        length = period_length(period)
        return self.change if length == -1 or abs(apart) <= _slack(length) else None

    @property
    def year_change(self) -> Change | None:
        return None if self.year_before is None else change(self.year_before.figure.amount, self.item.figure)

    @property
    def stated(self) -> Change | None:
        """The change from the previous number given by the source itself."""
        previous = self.item.figure.previous
        return None if previous is None else change(previous, self.item.figure)

    @property
    def revision(self) -> Change | None:
        return None if self.revises is None else change(self.revises.figure.amount, self.item.figure)


class Row(NamedTuple):
    """The last number shown of a period, and the earlier ones that differ from the next, oldest first."""

    point: Point
    was: tuple[Point, ...]


class Series(NamedTuple):
    """Figures that may be compared, in the order of their periods, or of their events where they have none.

    `kind` is actual for what is reported.
    """

    metric: str
    unit: str | None
    kind: str
    length: int | None
    company: str | None
    points: tuple[Point, ...]

    @property
    def shown(self) -> list[Point]:
        return [point for point in self.points if point.item.shown]

    def rows(self) -> Iterator[Row]:
        """A row for each period that has a number to show."""
        period: list[Point] = []
        for point in self.points:
            period.append(point)
            if point.is_last:
                last = max((index for index, each in enumerate(period) if each.item.shown), default=None)
                if last is not None:
                    yield Row(period[last], tuple(_differing(period[: last + 1])))
                period = []


def _differing(period: Sequence[Point]) -> Iterator[Point]:
    """All but the last, and but those that the next one tells again."""
    for point, following in pairwise(period):
        figure, later = point.item.figure, following.item.figure
        if (figure.amount, figure.kind) != (later.amount, later.kind):
            yield point


def series(found: Iterable[FigureEntry]) -> list[Series]:
    """All series with something to show, by company, metric, unit, kind and length of period."""
    groups: dict[tuple[object, ...], list[FigureEntry]] = {}
    for item in found:
        figure = item.figure
        key = (fold(figure.metric), figure.unit, _kind(item), period_length(figure.period), item.company)
        groups.setdefault(key, []).append(item)
    return sorted((_series(listed) for listed in groups.values() if any(item.shown for item in listed)), key=_order)


def greatest(point: Point) -> float:
    """A key of sorting by number, the greatest first."""
    return -middle(point.item.figure.amount)


def _kind(item: FigureEntry) -> str:
    return "actual" if item.figure.kind in REPORTED else item.figure.kind


def heading_order(company: str | None, metric: str, unit: str | None) -> tuple[object, ...]:
    """By company, those of none last, then by metric and unit."""
    return company is None, fold(company or ""), fold(metric), unit or ""


def _order(one: Series) -> tuple[object, ...]:
    length = -1 if one.length is None else one.length
    return *heading_order(one.company, one.metric, one.unit), FIGURE_KINDS.index(one.kind), length


def _series(listed: list[FigureEntry]) -> Series:
    first = listed[0]
    figure = first.figure
    length = period_length(figure.period)
    return Series(figure.metric, figure.unit, _kind(first), length, first.company, tuple(_points(listed, length)))


def _points(listed: list[FigureEntry], length: int | None) -> Iterator[Point]:
    """The figures by period; for one period, firm ones last, else in order of publication, replaced ones first."""
    periods = _by_period(sorted(listed, key=lambda item: (_period_key(item), *report_order(item))))
    firm = [period[-1] for period in periods if period[-1].is_firm]
    starts = sorted({_start(item): item for item in firm}.items(), key=lambda each: each[0])
    before: FigureEntry | None = None
    for period in periods:
        year_before = _a_year_before(period[-1], starts, length)
        revises: FigureEntry | None = None
        for number, item in enumerate(period):
            compared = (before, revises, year_before) if item.is_firm else (None, None, None)
            yield Point(item, *compared, number == len(period) - 1)
            revises = item if item.is_firm else revises
        if length is not None:
            before = revises or before


def report_order(item: FigureEntry) -> tuple[object, ...]:
    """Those that are not firm first, preliminary before final numbers, else by publication, replaced ones first."""
    when = item.entry.known or item.entry.event.date
    return item.is_firm, item.figure.kind == "actual", when.sort_key, not item.entry.superseded_by


def _by_period(listed: list[FigureEntry]) -> list[list[FigureEntry]]:
    """The figures grouped by period; one without a period belongs to the figure that its event replaces."""
    found: list[list[FigureEntry]] = []
    home: dict[object, list[FigureEntry]] = {}
    for item in listed:
        period = item.figure.period
        key = item.entry.event.id if period is None else period.bounds
        group = home.get(key)
        if group is None:
            group = []
            found.append(group)
            if period is not None:
                home[key] = group
        group.append(item)
        if period is None:
            home.update(dict.fromkeys(item.entry.superseded_by, group))
    return found


def _start(item: FigureEntry) -> int:
    return _period_key(item)[0]


def _a_year_before(
    item: FigureEntry, starts: Sequence[tuple[int, FigureEntry]], length: int | None
) -> FigureEntry | None:
    """The last word on the same months a year before, among those of all `starts`."""
    if item.figure.period is None or not length or not 0 < length <= 12:
        return None
    wanted = _start(item) - 365
    at = bisect_left(starts, wanted - _slack(length), key=lambda each: each[0])
    near = [each for each in starts[at : at + 3] if abs(each[0] - wanted) <= _slack(length)]
    return min(near, key=lambda each: abs(each[0] - wanted))[1] if near else None


def _slack(length: int | None) -> int:
    """The days by which periods of 52 and 53 weeks may be off those of months; days and weeks are never off."""
    return 10 if length and length > 0 else 0


def _period_key(item: FigureEntry) -> tuple[int, int, float]:
    period = item.figure.period
    return period.sort_key if period is not None else item.entry.event.date.sort_key


_DAYS_IN_MONTH = 30.436875


def period_length(period: EventDate | None) -> int | None:
    """The length of a period in months, or in days as a negative number if shorter than a month.

    None without a period, 0 for one without a bound on one side.
    """
    if period is None:
        return None
    start, end = period.bounds.start, period.bounds.end
    if start <= NEVER_BEGAN or end >= NEVER_ENDS:
        return 0
    days = end - start + 1
    # From 27 days on: the shortest month has 28, and a week is not a month.
    return round(days / _DAYS_IN_MONTH) if days > 27 else -days


def length_words(length: int | None) -> str:
    """The length of periods in words, for a heading; empty without periods."""
    if length is None:
        return ""
    known = {12: "yearly", 6: "half-yearly", 3: "quarterly", 1: "monthly", -1: "daily", -7: "weekly", 0: "open periods"}
    if length in known:
        return known[length]
    if length % 12 == 0:
        return f"periods of {length // 12} years"
    return f"periods of {length} months" if length > 0 else f"periods of {-length} days"


def ends(amount: Amount) -> tuple[float, float]:
    """The least and the greatest number of an amount, for drawing; one number is both."""
    single = amount.single
    low, high = (amount.low, amount.high) if single is None else (single, single)
    # Within what floats can still add and subtract.
    return max(min(float(low or 0), 1e300), -1e300), max(min(float(high or 0), 1e300), -1e300)


def middle(amount: Amount) -> float:
    """The point at which an amount is drawn: the middle of a range."""
    low, high = ends(amount)
    return (low + high) / 2
