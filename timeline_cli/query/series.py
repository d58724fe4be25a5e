"""Figures as series: one metric of one company, in one unit, of one kind, for periods of one length.

Owns: which figures belong together, what each changed from, and what it revises. Does not: sum, and to convert.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.fields.parts import FIGURE_KINDS
from timeline_cli.model import Amount
from timeline_cli.query.changes import Change, change
from timeline_cli.query.figures import Told
from timeline_cli.text import fold


class Point(NamedTuple):
    """A figure in its series. `before` is the last word on the period before, `revises` the word on its own so far.

    `year_before` is the last word on the same months of the year before, for periods shorter than a year.
    """

    told: Told
    before: Told | None
    revises: Told | None
    year_before: Told | None
    is_last: bool  # nothing later in the series is about the same period

    @property
    def change(self) -> Change | None:
        """From the period before; None where the two numbers do not say."""
        return None if self.before is None else change(self.before.figure.amount, self.told.figure)

    @property
    def year_change(self) -> Change | None:
        return None if self.year_before is None else change(self.year_before.figure.amount, self.told.figure)

    @property
    def stated(self) -> Change | None:
        """From the number that the source itself gives as the one before."""
        previous = self.told.figure.previous
        return None if previous is None else change(previous, self.told.figure)

    @property
    def revision(self) -> Change | None:
        return None if self.revises is None else change(self.revises.figure.amount, self.told.figure)


class Series(NamedTuple):
    """Figures that may be compared, in the order of their periods, or of their events where they have none."""

    metric: str
    unit: str | None
    kind: str
    length: int | None
    companies: tuple[str, ...]
    points: tuple[Point, ...]


def series(found: Iterable[Told]) -> list[Series]:
    """All series, by metric, unit, kind and length of period, then by company."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for told in found:
        figure = told.figure
        key = (fold(figure.metric), figure.unit, figure.kind, period_length(figure.period), frozenset(told.companies))
        groups.setdefault(key, []).append(told)
    return sorted((_series(listed) for listed in groups.values()), key=_order)


def _order(one: Series) -> tuple[object, ...]:
    return (
        fold(one.metric),
        one.unit or "",
        FIGURE_KINDS.index(one.kind),
        -1 if one.length is None else one.length,
        tuple(map(fold, one.companies)),
    )


def _series(listed: list[Told]) -> Series:
    first = listed[0].figure
    length = period_length(first.period)
    return Series(first.metric, first.unit, first.kind, length, listed[0].companies, tuple(_points(listed)))


def _points(listed: list[Told]) -> Iterator[Point]:
    """The figures by period; of one period, in the order in which they were told, what was replaced first."""
    periods = _by_period(sorted(listed, key=lambda told: (_period_key(told), _told_key(told), not _replaced(told))))
    last_words: dict[int | None, Told] = {_start(each[-1]): each[-1] for each in periods}
    before: Told | None = None
    for period in periods:
        a_year_ago = _year_before(period[-1])
        year_before = None if a_year_ago is None else last_words.get(a_year_ago)
        for number, told in enumerate(period):
            yield Point(told, before, period[number - 1] if number else None, year_before, number == len(period) - 1)
        before = period[-1]


def _by_period(listed: list[Told]) -> list[list[Told]]:
    """The figures of each period together; one without a period belongs to the one that its event replaces."""
    found: list[list[Told]] = []
    home: dict[object, list[Told]] = {}
    for told in listed:
        period = told.figure.period
        key = told.entry.event.id if period is None else period.bounds
        group = home.get(key)
        if group is None:
            group = []
            found.append(group)
            if period is not None:
                home[key] = group
        group.append(told)
        if period is None:
            home.update(dict.fromkeys(_replaced(told), group))
    return found


def _replaced(told: Told) -> tuple[str, ...]:
    return told.entry.superseded_by


def _start(told: Told) -> int | None:
    """The first day of a period that is shorter than a year."""
    length = period_length(told.figure.period)
    return told.figure.period.bounds.start if told.figure.period and length and length < 12 else None


def _year_before(told: Told) -> int | None:
    """The first day of the same months a year before."""
    start = _start(told)
    day = None if start is None else date.fromordinal(start)
    if day is None or day.year == 1 or (day.month, day.day) == (2, 29):
        return None
    return day.replace(year=day.year - 1).toordinal()


def _period_key(told: Told) -> tuple[int, int, float]:
    period = told.figure.period
    return period.sort_key if period is not None else told.entry.event.date.sort_key


def _told_key(told: Told) -> tuple[int, int, float]:
    return (told.entry.known or told.entry.event.date).sort_key


_DAYS_IN_MONTH = 30.436875


def period_length(period: EventDate | None) -> int | None:
    """How long a period is: in months, in days as a negative number where it is shorter than one.

    None without a period, 0 for one that has no bound on a side.
    """
    if period is None:
        return None
    start, end = period.bounds.start, period.bounds.end
    if start <= NEVER_BEGAN or end >= NEVER_ENDS:
        return 0
    days = end - start + 1
    # From 27 days on: the shortest month has 28, and a week is none.
    return round(days / _DAYS_IN_MONTH) if days > 27 else -days


def length_words(length: int | None) -> str:
    """A length of periods as a heading says it; empty without."""
    if length is None:
        return ""
    known = {12: "yearly", 6: "half-yearly", 3: "quarterly", 1: "monthly", -1: "daily", -7: "weekly", 0: "open periods"}
    if length in known:
        return known[length]
    if length % 12 == 0:
        return f"periods of {length // 12} years"
    return f"periods of {length} months" if length > 0 else f"periods of {-length} days"


def ends(amount: Amount) -> tuple[float, float]:
    """The least and the greatest number that an amount names, to draw it by; one number is both."""
    single = amount.single
    low, high = (amount.low, amount.high) if single is None else (single, single)
    # Within what floats can still add and subtract.
    return max(min(float(low or 0), 1e300), -1e300), max(min(float(high or 0), 1e300), -1e300)


def middle(amount: Amount) -> float:
    """Where an amount is drawn when there is room for one point: a range at its middle."""
    low, high = ends(amount)
    return (low + high) / 2
