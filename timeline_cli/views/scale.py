"""An axis of time: days to columns, and marks in the unit that suits its length, from hours to centuries.

Owns: scale and ticks. Does not: know what is drawn on it. A moment is an ordinal with the part of the day behind
the point: noon of the first of January of the year 1 is 1.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import MONTH_NAMES
from timeline_cli.text import width

_EARLIEST, _LATEST = 1, date.max.toordinal() + 1


class Tick(NamedTuple):
    """A mark: `text` says what is new there, `full` the whole of it, for the first mark of an axis."""

    moment: float
    text: str
    full: str


class Axis(NamedTuple):
    """From the moment `first` up to, and without, the moment `last`, on `columns`."""

    first: float
    last: float
    columns: int

    @property
    def days_in_column(self) -> float:
        return (self.last - self.first) / self.columns

    def column(self, moment: float) -> int:
        """The column of a moment; below 0 or from `columns` on for one that is not on the axis."""
        return int((moment - self.first) * self.columns // (self.last - self.first))

    def end_column(self, moment: float) -> int:
        """The last column of what goes on up to, and without, a moment."""
        return -int(-(moment - self.first) * self.columns // (self.last - self.first)) - 1

    def ticks(self) -> list[Tick]:
        """Marks of the finest unit whose words have room between them."""
        for form, step, days in _UNITS:
            if days * self.columns / (self.last - self.first) >= _ROOM[form]:
                return list(_FORMS[form](self, step))
        return []


def axis(first: float, last: float, columns: int) -> Axis:
    """An axis within the years of the calendar."""
    return Axis(max(first, _EARLIEST), min(last, _LATEST), columns)


def _hours(axis: Axis, step: int) -> Iterator[Tick]:
    for ordinal in range(int(axis.first), int(axis.last) + 1):
        for hour in range(0, 24, step):
            moment = ordinal + hour / 24
            if axis.first <= moment < axis.last:
                day = date.fromordinal(ordinal)
                said = f"{day.day} {MONTH_NAMES[day.month - 1][:3]}"
                full = f"{said} {day.year}" if not hour else f"{said} {hour:02}:00"
                yield Tick(moment, f"{hour:02}:00" if hour else said, full)


def _days(axis: Axis, step: int) -> Iterator[Tick]:
    """Each day, or the Mondays."""
    for ordinal in range(int(-(-axis.first // 1)), int(-(-axis.last // 1))):
        day = date.fromordinal(ordinal)
        if step == 1 or (day.weekday() == 0 and (step == 7 or day.toordinal() // 7 % 2 == 0)):
            month = MONTH_NAMES[day.month - 1][:3]
            is_new = day.day <= step
            yield Tick(
                ordinal, f"{day.day} {month}" if is_new or step > 1 else str(day.day), f"{day.day} {month} {day.year}"
            )


def _months(axis: Axis, step: int) -> Iterator[Tick]:
    day = date.fromordinal(int(axis.first)).replace(month=1, day=1)
    while day.toordinal() < axis.last:
        if day.toordinal() >= axis.first:
            month, year = MONTH_NAMES[day.month - 1][:3], str(day.year)
            yield Tick(day.toordinal(), *((year, year) if day.month == 1 else (month, f"{month} {year}")))
        following = day.year * 12 + day.month - 1 + step
        if following // 12 > date.max.year:
            return
        day = date(following // 12, following % 12 + 1, 1)


def _years(axis: Axis, step: int) -> Iterator[Tick]:
    last = (date.fromordinal(min(int(axis.last), date.max.toordinal()))).year
    for year in range(date.fromordinal(int(axis.first)).year // step * step, last + 1, step):
        moment = date(max(year, 1), 1, 1).toordinal()
        if axis.first <= moment < axis.last:
            yield Tick(moment, str(max(year, 1)), str(max(year, 1)))


_FORMS = {"hours": _hours, "days": _days, "months": _months, "years": _years}
_ROOM = {"hours": 8, "days": 8, "months": 6, "years": 6}
# Unit, step, and its length in days; the finest first.
_UNITS = (
    *(("hours", step, step / 24) for step in (1, 2, 3, 6, 12)),
    *(("days", step, float(step)) for step in (1, 7, 14)),
    *(("months", step, step * 30.4) for step in (1, 3, 6)),
    *(("years", step, step * 365.2) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)


def labels(axis: Axis, ticks: list[Tick], today: int | None) -> str:
    """The words of the marks, each from the column of its mark on; today where they leave room, and none over another.

    The mark of today is in the legend as well, a year is not.
    """
    placed: dict[int, str] = {}
    taken = [False] * axis.columns
    says_year = any(tick.text == tick.full for tick in ticks)
    after = axis.column(ticks[1].moment) if says_year and len(ticks) > 1 else axis.columns + 2
    for number, tick in enumerate(ticks):
        at = axis.column(tick.moment)
        # In full where that does not hide the year that comes next.
        if number or at + len(tick.full) + 2 > after or not _place(placed, taken, at, tick.full):
            _place(placed, taken, at, tick.text)
    if today is not None:
        _place(placed, taken, today, "today", room=1)
    line = ""
    for at, text in sorted(placed.items()):
        line += " " * (at - width(line)) + text
    return line


def _place(placed: dict[int, str], taken: list[bool], at: int, text: str, room: int = 2) -> bool:
    """Place a text, at the right edge further left, where `room` columns are left free on both of its sides."""
    at = min(at, len(taken) - len(text))
    if at < 0 or any(taken[max(at - room, 0) : at + len(text) + room]):
        return False
    placed[at] = text
    taken[at : at + len(text)] = [True] * len(text)
    return True


def moment_of(time: str) -> float:
    """An RFC 3339 time by the clock of its place, as a moment."""
    hours, minutes = int(time[11:13]), int(time[14:16])
    return date.fromisoformat(time[:10]).toordinal() + hours / 24 + minutes / 1440
