"""What an expression of time means: its TIMEX3 type and value, and its date as a file writes it.

Owns: Meaning, Clock, and calendar units as text. Does not: know words of a language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault


class Meaning(NamedTuple):
    """`date` is strict, None for durations, sets and what has none; `vague` if the words say more than it does.

    `anchored` if it counts from the date before it in the text: a year later. `step` is the count and the unit from
    what the words after it say: two years before the merger. `compares` if nothing later counts from it. `ends` is
    where the year stops, and where March 31 begins, in: the year ended March 31; and that day or month.
    """

    type: str
    value: str
    date: str | None = None
    vague: bool = False
    anchored: bool = False
    step: tuple[int, str] | None = None
    compares: bool = False
    ends: tuple[int, int, str] | None = None


class Clock(NamedTuple):
    """What an expression is resolved against: the day of publication, the tense around it, the text before it.

    `year_end` is the last month of the fiscal year that the text explains, if it does. `latest` is the last date
    before it in the text, `is_near` if at most two sentences away; `period` is the last quarter or half, if as near.
    `is_over` if it is, by the end of `published`, whatever the tense: a line of a chronology begins with it.
    """

    published: date
    tense: str = "past"
    year_end: int | None = None
    latest: str | None = None
    is_near: bool = False
    period: str = ""
    is_over: bool = False

    @property
    def is_future(self) -> bool:
        return self.tense == "future"

    def beside(self, word: str) -> Clock:
        """As of the date before it in the text: from its start for that, after its end for the following."""
        try:
            bounds = parse_date(self.latest or "").bounds
        except DateFault:
            return self
        if word.lower().endswith("previous"):
            return self._replace(published=date.fromordinal(bounds.start - 1), tense="past")
        first = bounds.start if word.lower().endswith(("that", "same")) else bounds.end + 1
        return self._replace(published=date.fromordinal(first), tense="future")


class Expression(NamedTuple):
    """An expression of time at characters `begin` to `end`; `link` is the word before it that bounds its date.

    `date` includes what `link` says (since 2006: `2006/..`); `point` is the date alone.
    """

    begin: int
    end: int
    text: str
    type: str
    value: str
    date: str | None
    point: str | None = None
    link: str | None = None
    vague: bool = False
    anchored: bool = False  # if so, and without a date, what it counts from is not near
    step: tuple[int, str] | None = None
    compares: bool = False  # the quarter of the year before
    ends: tuple[int, int, str] | None = None  # as of Meaning


Tense = Callable[[int], str]


def of(text: str) -> Meaning:
    """A date whose TIMEX3 value is its strict form."""
    return Meaning("DATE", text, text)


def day(when: date) -> Meaning:
    return of(when.isoformat())


def month(year: int, number: int) -> Meaning:
    """A month; `number` may run past 12 or below 1."""
    carried, index = divmod(number - 1, 12)
    return of(f"{year + carried:04}-{index + 1:02}")


def quarter(year: int, number: int) -> Meaning:
    carried, index = divmod(number - 1, 4)
    return of(f"{year + carried:04}-Q{index + 1}")


def week(when: date) -> Meaning:
    year, number, _ = when.isocalendar()
    return of(f"{year:04}-W{number:02}")


def weekend(when: date) -> Meaning:
    """The Saturday and Sunday of the week of a day."""
    year, number, weekday = when.isocalendar()
    saturday = when + timedelta(days=6 - weekday)
    choice = f"[{saturday}..{saturday + timedelta(days=1)}]"
    return Meaning("DATE", f"{year:04}-W{number:02}-WE", choice)


def weekday(number: int, clock: Clock, which: str) -> Meaning:
    """The weekday itself, else the nearest before, or after in the future tense; `which` is last, next or this."""
    today = clock.published
    ahead = (number - today.weekday()) % 7
    back = (today.weekday() - number) % 7
    if which == "next":
        # Of the week after this one; who writes it early in a week may mean this week.
        start = today + timedelta(days=7 - today.weekday())
        return day(start + timedelta(days=number))._replace(vague=number > today.weekday())
    if which == "last":
        return day(today - timedelta(days=back or 7))
    if which == "this" or clock.tense in ("future", ""):
        return day(today + timedelta(days=ahead))
    return day(today - timedelta(days=back))


def bare_month(number: int, clock: Clock, which: str = "") -> Meaning:
    """The month without a year: the latest one in the past tense, the next in the future, else the nearest."""
    today = clock.published
    if which == "" and clock.tense not in ("past", "future"):
        which = "next" if (number - today.month) % 12 <= 3 and number != today.month else ""
    if which == "next" or (which == "" and clock.is_future):
        later = number < today.month or (which == "next" and number == today.month)
        return month(today.year + later, number)
    if which == "this":
        return month(today.year, number)
    earlier = number > today.month or (which == "last" and number == today.month)
    return month(today.year - earlier, number)


# A day without a year is hardly further away than this, whatever the tense.
_FAR_BACK, _FAR_AHEAD = 330, 330


def nearest(in_year: Callable[[int], date], clock: Clock) -> Meaning | None:
    """Of the days that each year has: the latest in the past tense, the next in the future, else the nearest."""
    today, found = clock.published, []
    for year in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError, OverflowError):  # 29 February, the year 10000
            found.append(in_year(year))
    behind = [each for each in found if each <= today]
    ahead = [each for each in found if each >= today]
    if clock.is_future and ahead and (ahead[0] - today).days < _FAR_AHEAD:
        return day(ahead[0])
    if clock.tense == "past" and behind and (clock.is_over or (today - behind[-1]).days < _FAR_BACK):
        return day(behind[-1])
    return day(min(found, key=lambda each: abs((each - today).days))) if found else None


def on_this_day(year: int, today: date) -> Meaning | None:
    """The day of that year with the month and day of `today`; None if there is none."""
    try:
        return day(today.replace(year=year))
    except ValueError:
        return None


def shifted(count: int, unit: str, today: date) -> Meaning | None:
    """`count` units before (negative) or after a day, as precise as the unit; None outside the calendar."""
    try:
        if unit == "day":
            return day(today + timedelta(days=count))
        if unit in ("week", "fortnight"):
            return week(today + timedelta(weeks=count * (2 if unit == "fortnight" else 1)))
        if unit == "weekend":
            return weekend(today + timedelta(weeks=count))
        if unit == "month":
            return month(today.year, today.month + count)
        if unit == "quarter":
            return quarter(today.year, (today.month + 2) // 3 + count)
        years = {"year": 1, "decade": 10, "century": 100}.get(unit)
        if years is None or not 0 < today.year + count * years < 10_000:
            return None
        year = today.year + count * years
        if unit == "year":
            return of(f"{year:04}")
        digits = 3 if unit == "decade" else 2
        text = f"{year:04}"[:digits]
        return Meaning("DATE", text, text + "X" * (4 - digits))
    except (OverflowError, ValueError):
        return None


def counted(count: int, unit: str, start: str | None) -> Meaning | None:
    """Units before or after a date, None if that is not as fine."""
    start = start or ""
    if unit == "period":
        return of(start) if start else None
    if unit == "quarter" and (match := re.fullmatch(r"(\d{4})-Q(\d)", start)):
        return quarter(int(match[1]), int(match[2]) + count)
    times, unit = {"decade": (10, "year"), "week": (7, "day"), "fortnight": (14, "day")}.get(unit, (1, unit))
    count *= times
    size = {"day": 10, "weekend": 10, "month": 7, "quarter": 7, "year": 4}.get(unit)
    if size is None or len(start) < size or not re.fullmatch(r"[\d-]+", start[:size]) or ("/" in start and size > 4):
        return None
    parts = [int(part) for part in start[:size].split("-")]
    return shifted(count, unit, date(*[*parts, 1, 1][:3]))


def fiscal_part(number: int, year: int, year_end: int, size: int = 3) -> Meaning:
    """A quarter or half, of `size` months, of a fiscal year that ends in month `year_end` of `year`.

    In calendar quarters or halves, else in months.
    """
    last, sign = year_end - size * (12 // size - number), "Q" if size == 3 else "H"
    carried, index = divmod(last - 1, 12)
    if (index + 1) % size == 0:
        return of(f"{year + carried:04}-{sign}{(index + 1) // size}")
    first = month(year + carried, index + 2 - size).value
    return Meaning("DATE", f"{year:04}-{sign}{number}", f"{first}/{month(year + carried, index + 1).value}")


def latest_part(number: int, clock: Clock, size: int = 3, is_planned: bool = False) -> Meaning:
    """Quarter or half `number` without a year: the latest that is over, in the future tense the next to end.

    Not one that is nine months away where its neighbour is near, eleven for a half, unless something is planned in it.
    The nearest in no tense.
    """
    today, end, far = clock.published, clock.year_end or 12, 9 if size == 3 else 11
    found = [fiscal_part(number, year, end, size) for year in range(today.year - 1, today.year + 3)]
    away = {each: _months_after(each, today) for each in found}
    over = max((each for each in found if away[each] < 0), key=lambda each: away[each])
    ahead = min((each for each in found if away[each] >= 0), key=lambda each: away[each])
    if clock.is_future:
        return over if away[ahead] > far and not is_planned else ahead
    if clock.tense == "":
        return min(over, ahead, key=lambda each: abs(away[each]))
    return ahead if away[over] < -far else over


def _months_after(part: Meaning, today: date) -> int:
    """Months from this one to the last month of a quarter or half."""
    text = (part.date or "").rpartition("/")[2]
    year, last = int(text[:4]), int(text[-1]) * (3 if "Q" in text else 6) if text[5] in "QH" else int(text[5:7])
    return (year - today.year) * 12 + last - today.month
