"""One point in time as written in a file: a day, a month, a quarter, "some year of the 2010s", a minute.

Owns: the forms of `point` and `one` in the grammar of event_date (a subset of EDTF, ISO 8601-2, plus quarter,
half, week and fiscal). Does not: accept other forms; it raises DateFault with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple

from timeline_cli.dates import calendar
from timeline_cli.dates.calendar import MONTH_NAMES, Days, Precision
from timeline_cli.dates.faults import DateFault, shown
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.hint import Hint

# Sides of a date: the start of an interval or a whole point, the end of an interval, the ends of a choice.
START, END, FROM, TO = range(4)
_GIVEN = ((0, 1), (2, 3), (0, 0), (3, 3))


class Point(NamedTuple):
    """`days` are the first and last day it may be; `instant` is the moment of a timed point, else None."""

    text: str
    precision: Precision
    days: Days
    instant: datetime | None = None
    qualifier: str = ""


# Start, latest start, earliest end and end of a fiscal date, from our own JSON (ordinals).
GivenBounds = tuple[int | None, int | None, int | None, int | None]


class Setting(NamedTuple):
    """What a date may need from its event: the fiscal calendar, the place's time zone."""

    fiscal: FiscalYear | None = None
    zone: str | None = None
    given: GivenBounds | None = None

    def given_days(self, side: int) -> Days | None:
        """The days that our own JSON gives for one side of a date."""
        if self.given is None:
            return None
        first, last = (self.given[index] for index in _GIVEN[side])
        return None if first is None or last is None else (first, last)


def parse_one(text: str, setting: Setting, side: int = START) -> Point:
    """A point with an optional qualifier: ? uncertain, ~ approximate, % both. Raises DateFault."""
    if text[-1:] in ("?", "~", "%"):
        point = parse_point(text[:-1], setting, side)
        return Point(point.text, point.precision, point.days, point.instant, text[-1])
    return parse_point(text, setting, side)


def parse_point(text: str, setting: Setting, side: int = START) -> Point:
    """A point without a qualifier. Raises DateFault."""
    for pattern, read in _FORMS:
        match = _compiled(pattern).fullmatch(text)
        if match is not None:
            try:
                return read(match, setting, side)
            except (ValueError, OverflowError) as error:
                if isinstance(error, DateFault):
                    raise
                raise _impossible(text) from error
    raise DateFault("E102", f"{shown(text)} is not a date in an accepted form", part=text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def _unit(precision: Precision, days: Callable[..., Days]) -> Callable[[re.Match[str], Setting, int], Point]:
    def read(match: re.Match[str], _setting: Setting, _side: int) -> Point:
        numbers = [int(group) for group in match.groups()]
        if numbers[0] == 0 and precision < Precision.DECADE:
            raise DateFault("E101", "there is no year 0", "years run from 0001 to 9999")
        return Point(match[0], precision, days(*numbers))

    return read


def _year(number: int) -> Days:
    return calendar.years(number, 1)


def _month(year: int, number: int) -> Days:
    return calendar.months(year, datetime(year, number, 1).month, 1)


def _fiscal(match: re.Match[str], setting: Setting, side: int) -> Point:
    part, number = match[2], int(match[3] or 0)
    precision = {"Q": Precision.QUARTER, "H": Precision.HALF}.get(part, Precision.YEAR)
    given = setting.given_days(side)
    if setting.fiscal is None:
        if given is None:
            raise DateFault(
                "E107",
                f"{match[0]} needs the end of the fiscal year",
                "add fiscal_year_end: MONTH (its last month, 1 to 12) to the company under companies:, or "
                "fiscal_of: NAME to the event",
            )
        return Point(match[0], precision, given)
    size = {"Q": 3, "H": 6}.get(part, 12)
    first = (number - 1) * size + 1 if number else 1
    return Point(match[0], precision, setting.fiscal.days(int(match[1]), first, size))


def _timed(match: re.Match[str], setting: Setting, _side: int) -> Point:
    """A time of day. Without an offset it takes its place's offset, which becomes part of the text."""
    date_text, clock, offset = match[1], match[2], match[3]
    days = parse_point(date_text, setting).days
    hour, minute = int(clock[:2]), int(clock[3:5])
    if hour > 23 or minute > 59 or clock[6:] > "59":
        raise DateFault(
            "E101", f"{clock} is not a time of day", "hours run from 00 to 23, minutes and seconds from 00 to 59"
        )
    local = datetime.fromisoformat(f"{date_text}T{clock}")
    if offset is None:
        instant = _at_place(local, setting.zone)
        offset = instant.isoformat()[len(local.isoformat()) :].replace("+00:00", "Z")
        # Before standard time, offsets had seconds, which no form of a date can express.
        offset = offset if len(offset) <= 6 else ""
    else:
        # +09 and +0900 are +09:00.
        offset = offset if offset == "Z" or ":" in offset else f"{offset[:3]}:{offset[3:] or '00'}"
        instant = local.replace(tzinfo=_offset(offset))
    precision = Precision.SECOND if len(clock) == 8 else Precision.MINUTE
    return Point(f"{date_text}T{clock}{offset}", precision, days, instant)


def _offset(text: str) -> tzinfo:
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 15 or minutes > 59:
        raise DateFault("E101", f"{text} is not an offset from UTC", "offsets look like +09:00 or -04:30")
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if text[0] == "-" else shift)


def _at_place(local: datetime, zone: str | None) -> datetime:
    if zone is None:
        raise DateFault(
            "E104",
            "the time needs an offset from UTC, or a place with a time zone",
            f"write {local:%Y-%m-%dT%H:%M}Z for UTC, {local:%Y-%m-%dT%H:%M}+09:00, or give the event's place a tz",
        )
    from zoneinfo import ZoneInfo

    aware = local.replace(tzinfo=ZoneInfo(zone))
    back = aware.astimezone(UTC).astimezone(aware.tzinfo)
    if back.replace(tzinfo=None) != local:
        raise DateFault(
            "E101", f"clocks in {zone} skip {local:%H:%M} on that day", "add the offset from UTC to the time"
        )
    if aware.utcoffset() != aware.replace(fold=1).utcoffset():
        raise DateFault(
            "E104", f"{local:%H:%M} occurs twice in {zone} on that day", "add the offset from UTC to the time"
        )
    return aware


_YEAR = r"(\d{4})"
_Form = tuple[str, Callable[[re.Match[str], Setting, int], Point]]
# Compiled on first use, the most frequent first, to keep start-up fast.
_FORMS: tuple[_Form, ...] = (
    (_YEAR + r"-(\d\d)-(\d\d)", _unit(Precision.DAY, calendar.day)),
    (_YEAR + r"-(0\d|1[0-9]|20|[5-9]\d|4[2-9])", _unit(Precision.MONTH, _month)),
    (_YEAR, _unit(Precision.YEAR, _year)),
    (_YEAR + r"-Q([1-4])", _unit(Precision.QUARTER, calendar.quarter)),
    (_YEAR + r"-H([12])", _unit(Precision.HALF, calendar.half)),
    (_YEAR + r"-W(\d\d)", _unit(Precision.WEEK, calendar.week)),
    (r"(\d{3})X", _unit(Precision.DECADE, lambda digits: calendar.years(digits * 10, 10))),
    (r"(\d\d)XX", _unit(Precision.CENTURY, lambda digits: calendar.years(digits * 100, 100))),
    (_YEAR + r"-XX(?:-XX)?", _unit(Precision.YEAR, _year)),
    (_YEAR + r"-(\d\d)-XX", _unit(Precision.MONTH, _month)),
    (r"FY(\d{4})(?:-(Q)([1-4]))?", _fiscal),
    (r"FY(\d{4})-(H)([12])", _fiscal),
    (r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d(?::?\d\d)?)?", _timed),
)

# All forms in one pattern, to describe a point rather than parse it, as in a JSON Schema.
POINT_PATTERN = "|".join(pattern for pattern, _ in _FORMS)


_MONTHS = tuple(f"{number:02}" for number in range(1, 13))


def _impossible(text: str) -> DateFault:
    """Why a date of a known form does not exist, with the nearest date that does."""
    year, *rest = [part for part in text.split("T")[0].split("-") if part != "XX"]
    if rest and rest[0].startswith("W"):
        weeks = date(int(year), 12, 28).isocalendar().week
        if 0 < int(rest[0][1:]) <= weeks:
            return DateFault("E101", f"{text} is outside the calendar", "years run from 0001 to 9999")
        hint = Hint(f"the last week is {year}-W{weeks}", f"{year}-W{weeks}")
        return DateFault("E101", f"{text} does not exist: {year} has {weeks} weeks", hint)
    known = re.sub(r"(?:-00)+$", "", text)
    if known != text and known[5:7] in ("", *_MONTHS):
        hint = Hint(f"write {known} if the rest is unknown", known)
        return DateFault("E101", f"{text} does not exist: months and days start at 01", hint)
    if rest and rest[0].isdigit() and not 1 <= int(rest[0]) <= 12:
        swapped = ""
        if len(rest) == 2 and rest[1].isdigit() and 1 <= int(rest[1]) <= 12 < int(rest[0]) <= 31:
            swapped = f"; {year}-{rest[1]}-{rest[0]} exists"
        return DateFault("E101", f"there is no month {rest[0]}", "months run from 01 to 12" + swapped)
    if len(rest) == 2 and rest[1].isdigit():
        month = int(rest[0])
        last = calendar.last_day_of_month(int(year), month)
        form = f"{year}-{month:02}-{last}"
        return DateFault(
            "E101",
            f"{text[:10]} does not exist: {MONTH_NAMES[month - 1]} {year} has {last} days",
            Hint(f"the last day of that month is {form}", form),
        )
    return DateFault("E101", f"{text} is outside the calendar", "years run from 0001 to 9999")
