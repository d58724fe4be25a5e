"""Calendar units and the days they span.

Owns: Precision and the arithmetic from a unit to its first and last day. Does not: read or print text.
Days are proleptic Gregorian ordinals (`datetime.date.toordinal`), years 1 to 9999.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache

# Sortable stand-ins for "no bound on this side".
NEVER_BEGAN = -10_000_000
NEVER_ENDS = 10_000_000

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Days = tuple[int, int]


class Precision(IntEnum):
    """How precisely a date is known; a greater value is coarser."""

    SECOND = 0
    MINUTE = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    QUARTER = 5
    HALF = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9

    @property
    def word(self) -> str:
        return self.name.lower()


def day(year: int, month: int, number: int) -> Days:
    """Raises ValueError if the calendar has no such day."""
    ordinal = date(year, month, number).toordinal()
    return ordinal, ordinal


def last_day_of_month(year: int, month: int) -> int:
    if month == 2:
        return 28 + (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 30 if month in (4, 6, 9, 11) else 31


def months(year: int, first: int, count: int) -> Days:
    """`count` months from month `first` of `year`; `first` may run past 12 or below 1."""
    start_year, start = _normal(year, first)
    end_year, end = _normal(year, first + count - 1)
    return (date(start_year, start, 1).toordinal(), date(end_year, end, last_day_of_month(end_year, end)).toordinal())


def _normal(year: int, month: int) -> tuple[int, int]:
    carried, index = divmod(month - 1, 12)
    return year + carried, index + 1


def years(first: int, count: int) -> Days:
    """Whole years; the year 0 of a decade or century is left out, since this calendar starts at 1."""
    return date(max(first, 1), 1, 1).toordinal(), date(first + count - 1, 12, 31).toordinal()


def quarter(year: int, number: int) -> Days:
    return months(year, 3 * number - 2, 3)


def half(year: int, number: int) -> Days:
    return months(year, 6 * number - 5, 6)


def week(year: int, number: int) -> Days:
    """An ISO week, Monday to Sunday. Raises ValueError if the year has no such week."""
    monday = date.fromisocalendar(year, number, 1)
    return monday.toordinal(), (monday + timedelta(days=6)).toordinal()


@lru_cache(maxsize=4096)
def iso(ordinal: int | None) -> str | None:
    """A day as YYYY-MM-DD; None, and the stand-ins for no bound, give None."""
    if ordinal is None or not 0 < ordinal < NEVER_ENDS:
        return None
    return date.fromordinal(ordinal).isoformat()
