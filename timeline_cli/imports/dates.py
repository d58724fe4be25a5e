"""Dates of other programs, read by what the whole column shows.

Owns: the order of day and month, two-digit years, fillers such as T00:00:00Z, timestamps, times and their zones.
Does not: know names of months, eras or phrases (timeline_cli.dates), or accept what can be read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from typing import NamedTuple

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.hints.forms import find
from timeline_cli.dates.hints.languages import in_english, plain
from timeline_cli.dates.hints.offers import Near, Where, told
from timeline_cli.dates.phrases.words import MONTH, month_number
from timeline_cli.dates.points import Setting

ORDERS = ("d/m/y", "m/d/y", "y/m/d", "y/d/m")
_LONGEST = 200  # characters of a date
_ANY_YEAR_END = Setting(FiscalYear(12), None)
_TODAY_SPAN = 10  # years ahead for which a two-digit year still is in the 2000s
_POSIX = 69  # from here on a two-digit year is in the 1900s

_DAY = re.compile(r"[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,4})([-/. ]|\. )(\d{1,2})\2(\d{1,4})\.?", re.ASCII)
_NAMED = re.compile(rf"(\d{{1,2}})([-/. ])({MONTH})\2'?(\d\d)", re.ASCII | re.IGNORECASE)
_WITHOUT_YEAR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\.?", re.ASCII)
_TIMED = re.compile(
    r"(?P<day>.*\d)(?:T(?=\d\d:?\d\d)|,? +(?:at )?(?=\d{1,2}(?::\d\d| ?[ap]\.?m)))"
    r"(?P<h>\d{1,2})(?::?(?P<m>\d\d)(?::?(?P<s>\d\d)(?:[.,]\d+)?)?)? ?(?P<half>[ap]\.?m\.?)? ?"
    r"(?P<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d\d:?(?:\d\d)?|\(?[A-Z]{2,5}\)?)?",
    re.ASCII | re.IGNORECASE,
)
# 202403151230 is a day and a time; read as a timestamp, it is in 1976.
_COMPACT = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)?([0-5]\d)?", re.ASCII
)
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?", re.ASCII)
_NO_DATE = re.compile(r"tb[acd]|to be (?:announced|confirmed|determined)|unknown|n\.?/?a\.?|none|null|-+|–|—|\?+", re.I)


class Rules(NamedTuple):
    """How one column writes dates, as the map says or its values show.

    `order` is empty while unsettled. `is_filled`: every time is midnight, so the column has days. `is_epoch`: its
    numbers are seconds or milliseconds since 1970. `is_told`: a person named the order.
    """

    order: str = ""
    zone: str = ""
    is_filled: bool = False
    is_epoch: bool = False
    is_told: bool = False
    today: date = date.max


class Date(NamedTuple):
    """A date in the form of a file, or `why` the text has none. `note` says what was left off.

    `is_open`: it can be read in more than one way.
    """

    form: str = ""
    why: str = ""
    note: str = ""
    is_open: bool = False


NO_DATE = Date(why="not a date")


def order_named(text: str) -> str:
    """d/m/y from dd.mm.yyyy and the like; empty if it is no order."""
    letters = "".join(dict.fromkeys(re.sub(r"[^dmyDMY]", "", text).lower()))
    return next((order for order in ORDERS if order.replace("/", "") == letters), "")


@lru_cache(maxsize=512)
def zone_of(name: str) -> tzinfo | None:
    """The time zone of an IANA name or an offset; None if it is neither."""
    from zoneinfo import ZoneInfo

    if re.fullmatch(r"Z|[+-](?:0\d|1[0-5]):[0-5]\d", name):
        return datetime.fromisoformat(f"2000-01-01T00:00{name}").tzinfo
    try:
        zone = ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None
    return zone if zone.key == name else None


def settled(texts: Iterable[str], rules: Rules) -> Rules:
    """The rules with what the texts of the column show: order, fillers, timestamps."""
    texts = list(texts)
    if all(map(_COMPACT.fullmatch, texts)):
        texts = [_spread(text) for text in texts]
    orders: set[str] = set()
    are_midnight: set[bool] = set()
    are_epochs: set[bool] = set()
    for text in texts:
        epoch = _EPOCH.fullmatch(text)
        are_epochs.add(epoch is not None)
        if epoch is not None:
            are_midnight.add("T00:00:00" in _timestamp(int(epoch[1]), rules).form)
            continue
        if len(text) > _LONGEST or _DAY.fullmatch(text):
            continue
        timed = _TIMED.fullmatch(text)
        if timed is not None:
            are_midnight.add(not any(int(timed[part] or 0) for part in "hms") and not timed["half"])
        day = timed["day"] if timed is not None else text
        numbers = _NUMBERS.fullmatch(day) or _WITHOUT_YEAR.fullmatch(day)
        if numbers is not None and len(numbers[1]) < 3:
            first, second = int(numbers[1]), int(numbers[3])
            orders |= {"d/m/y"} if first > 12 >= second else {"m/d/y"} if second > 12 >= first else set()
    order = rules.order or (orders.pop() if len(orders) == 1 else "")
    return rules._replace(order=order, is_filled=are_midnight == {True}, is_epoch=are_epochs == {True})


def read_date(text: str, rules: Rules) -> Date:
    """The date that a cell states, no more precise than it does."""
    if len(text) > _LONGEST:
        return NO_DATE
    return Date(text) if _DAY.fullmatch(text) else _read(text, rules)


@lru_cache(maxsize=65536)
def _read(text: str, rules: Rules) -> Date:
    if _NO_DATE.fullmatch(text):
        return Date(why="no date")
    if rules.is_epoch and (epoch := _EPOCH.fullmatch(text)):
        return _timestamp(int(epoch[1]), rules)
    straight = _spread(plain(text))
    timed = _TIMED.fullmatch(straight)
    if timed is not None:
        return _timed(timed, text, rules)
    return _without_time(straight, text, rules)


def _spread(text: str) -> str:
    """2024-03-15T12:30 for 202403151230."""
    match = _COMPACT.fullmatch(text)
    if match is None:
        return text
    return f"{match[1]}-{match[2]}-{match[3]}T{match[4]}:{match[5] or '00'}" + (f":{match[6]}" if match[6] else "")


def _without_time(text: str, given: str, rules: Rules) -> Date:
    # Databases write +1952-03-00 for a month.
    text = re.sub(r"^\+(?=\d{4}-)", "", text)
    text = re.sub(r"^(\d{4}(?:-\d\d)??)(?:-00)+$", r"\1", text)
    text = re.sub(r"^(\d{4})\.0$", r"\1", text)
    try:
        return Date(parse_date(text, _ANY_YEAR_END).text)
    except DateFault:
        pass
    in_numbers = _NUMBERS.fullmatch(text)
    if in_numbers is not None and (ordered := _ordered(in_numbers, rules)) is not None:
        return ordered
    named = _NAMED.fullmatch(in_english(text))
    if named is not None and rules.is_told and rules.order == "d/m/y":
        return _composed(_full_year(named[4], rules), str(month_number(named[3].lower())), named[1])
    where = Where(True)
    found = find(text, where)
    if isinstance(found, Near) and (found.certain or found.lasts):
        return Date(found.form)
    if found is None:
        return NO_DATE
    fault = told(found, given, where)
    return Date(why=fault.message, is_open=fault.code == "E106")


def _ordered(match: re.Match[str], rules: Rules) -> Date | None:
    """A date in numbers, by the order of its column; None if it shows its order itself."""
    numbers = dict(zip((rules.order or "d/m/y").split("/"), (match[1], match[3], match[4]), strict=True))
    if len(match[1]) > 2 and not rules.order.startswith("y"):
        return None
    day, month, year = numbers["d"], numbers["m"], numbers["y"]
    if len(year) <= 2:
        return _composed(_full_year(year, rules), month, day) if rules.is_told else None
    if not rules.order:
        return None
    return _composed(year, month, day)


def _full_year(digits: str, rules: Rules) -> str:
    """A two-digit year; empty if people may mean either century."""
    last = (rules.today.year + _TODAY_SPAN) % 100 if rules.today is not date.max else 30
    number = int(digits)
    return f"20{number:02}" if number <= last else f"19{number:02}" if number >= _POSIX else ""


def _composed(year: str, month: str, day: str) -> Date:
    if not year:
        return Date(why="the century of its year is open", is_open=True)
    form = f"{int(year):04}-{int(month):02}-{int(day):02}"
    try:
        return Date(parse_date(form).text)
    except DateFault as fault:
        return Date(why=fault.message)


def _timestamp(seconds: int, rules: Rules) -> Date:
    moment = datetime.fromtimestamp(seconds, zone_of(rules.zone) or UTC)
    return Date(moment.date().isoformat() if rules.is_filled else moment.isoformat().replace("+00:00", "Z"))


def _timed(match: re.Match[str], given: str, rules: Rules) -> Date:
    """A day with a time: with its offset, that of the column's zone, or else the day alone."""
    day = _without_time(match["day"].strip(), given, rules)
    if rules.is_filled and day.form:
        return day
    if len(day.form) != 10:
        whole = _without_time(given, given, rules)
        return whole if whole.form else day if day.why else NO_DATE
    hour, half = int(match["h"]), (match["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 99
    clock = f"{hour:02}:{match['m'] or '00'}" + (f":{match['s']}" if match["s"] else "")
    zone = _offset(match["zone"] or "")
    setting = Setting(None, rules.zone if not zone and rules.zone and not _is_offset(rules.zone) else None)
    form = f"{day.form}T{clock}{zone or (rules.zone if _is_offset(rules.zone) else '')}"
    try:
        return Date(parse_date(form, setting).text)
    except DateFault as fault:
        if fault.code == "E104":
            return Date(day.form, note="the time has no zone, so only the day is kept")
        return Date(why=fault.message)


def _is_offset(zone: str) -> bool:
    return zone[:1] in ("+", "-", "Z")


def _offset(zone: str) -> str:
    """The offset that a zone states; empty for an abbreviation, which may mean several."""
    zone = zone.upper().strip("()")
    if zone in ("Z", "UTC", "GMT"):
        return "Z"
    return re.sub(r"^(?:UTC|GMT)", "", zone) if "+" in zone or "-" in zone else ""


def in_parts(cells: list[str]) -> str | None:
    """Year, month and day of three columns as one form; the month may be a name. None if they are none."""
    texts = [re.sub(r"\.0$", "", plain(cell)) for cell in cells]
    if not re.fullmatch(r"\d{3,4}", texts[0], re.ASCII):
        return None
    found = [texts[0].zfill(4)]
    for place, text in enumerate(texts[1:], 1):
        if place == 1 and not text.isdecimal():
            name = in_english(text).lower()
            text = str(month_number(name)) if re.fullmatch(MONTH, name) else text
        number = re.fullmatch(r"0*(\d{1,2})", text, re.ASCII)
        if number is None:
            return None
        if number[1] == "0":
            break
        found.append(number[1].zfill(2))
    return "-".join(found)


def with_year(text: str, year: str, rules: Rules) -> str:
    """A date without its year (5 March, 3/5) and the year of another column, as one text."""
    if re.search(r"\d{4}", text):
        return text
    match = _WITHOUT_YEAR.fullmatch(text.strip())
    if match is None or not rules.order:
        return f"{text} {year}"
    first, second = match[1], match[3]
    month, day = (first, second) if rules.order.index("m") < rules.order.index("d") else (second, first)
    return f"{year}-{int(month):02}-{int(day):02}"
