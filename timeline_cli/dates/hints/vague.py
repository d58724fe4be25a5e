"""Dates without fixed bounds or without a year: late March 2025, spring 2024, last week of May, March 22.

Owns: those rows, for files and questions. Does not: suggest a date that people count in several ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from timeline_cli.dates import calendar
from timeline_cli.dates.calendar import Days
from timeline_cli.dates.hints.offers import (
    Explain,
    Found,
    Near,
    Row,
    Where,
    doubt,
    of_sides,
    offer,
    period_of,
    says,
    sides_of,
)
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases import words
from timeline_cli.dates.phrases.edges import nth_weekday
from timeline_cli.dates.phrases.relative import shifted
from timeline_cli.dates.phrases.sides import Sides
from timeline_cli.dates.phrases.written import form_of

_NO_BOUNDS = "{0} has no fixed bounds"
_IN_WAYS = "{0} can be counted in several ways"
_ITS_DAYS = "write its first and last day"
_NO_DAYS, _SOME_WAYS = doubt("E102", _NO_BOUNDS, _ITS_DAYS), doubt("E106", _IN_WAYS, _ITS_DAYS)
_NO_YEAR, _WITH_YEAR = "{0} has no year", "add the year"


_Reader = Callable[[re.Match[str], Days, Where], Found]


def _of(read: _Reader) -> Explain:
    """Only if the group `of` is a period, whose days are given: end of life products 2024 is text and a year."""

    def explain(match: re.Match[str], where: Where) -> Found:
        days = period_of(match["of"], where)
        return read(match, days, where) if days is not None else None

    return explain


def _vague(days: Days, reason: str = _NO_BOUNDS, code: str = "E102") -> Near:
    return of_sides(Sides(days, days), reason, code, vague=True)


def _third(match: re.Match[str], days: Days, where: Where) -> Found:
    """The first, second or last third of a month, quarter, half or year that has its year; other thirds are unknown."""
    first, number = date.fromordinal(days[0]), ("early", "mid", "late").index(match["part"])
    if re.search(r"\d{4}|year|'", match["of"]) is None or re.search("f[yq]|fiscal", match["of"]):
        return _NO_DAYS
    if calendar.months(first.year, first.month, 1) == days:
        start = days[0] + 10 * number
        return _vague((start, days[1] if number == 2 else start + 9))
    for size in (1, 2, 4):
        if calendar.months(first.year, first.month, 3 * size) == days:
            return _vague(calendar.months(first.year, first.month + size * number, size))
    return _NO_DAYS


def _edge(match: re.Match[str], days: Days, where: Where) -> Found:
    """The start or end of a period of months, which in a question may be its first or last day, or month."""
    if where.in_file or match["edge"] == "middle" or days[1] - days[0] <= 31:
        return _NO_DAYS
    edge = date.fromordinal(days[1] if match["edge"] == "end" else days[0]).isoformat()
    return doubt("E102", _NO_BOUNDS, f"write {edge}, or {edge[:7]}")


_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _season(match: re.Match[str], where: Where) -> Found:
    """A season as its months in the northern hemisphere."""
    reason = "{0} names a season, and seasons have no fixed bounds"
    year = period_of(match["of"], where) if match["of"] else None
    if year is None or match["part"]:
        return doubt("E105", reason, "write its months")
    months = calendar.months(date.fromordinal(year[0]).year, _SEASON_MONTHS[match["season"]], 3)
    return _vague(months, reason, "E105")._replace(instead=" (northern hemisphere)")


def _week_of_year(match: re.Match[str], days: Days, where: Where) -> Found:
    """The first weeks of a year, and its last one, by ISO 8601; weeks of a month have no standard."""
    year = date.fromordinal(days[0]).year
    if re.fullmatch(r"\d{4}|\w+ year", match["of"]) is None:
        return _SOME_WAYS
    number = words.ORDINALS.get(match["which"]) or date(year, 12, 28).isocalendar().week
    return offer(f"{year:04}-W{number:02}", code="E106", reason=_IN_WAYS, certain=False)


def _last_weekday(match: re.Match[str], days: Days, where: Where) -> Found:
    """Last Tuesday of March 2025, which may be counted from today."""
    day = nth_weekday(-1, match["weekday"], days) if days[1] - days[0] <= 30 else None
    return offer(date.fromordinal(day).isoformat()) if day else None


def _counted(match: re.Match[str], days: Days, where: Where) -> Found:
    """Year to March 2025: the given number of units, ending there."""
    counted = period_of(f"{match['n'] or 'one'} {match['u']}s to {match['of']}", where)
    return _vague(counted, _IN_WAYS, "E106") if counted else _SOME_WAYS


def _from_day(match: re.Match[str], days: Days, where: Where) -> Found:
    """3 days after 2025-03-22."""
    count = -1 if match["way"] in ("before", "-") else 1
    if days[0] != days[1] or match["way"] == "since" or match["n"] is None:
        return doubt("E102", "{0} counts from a date other than today", "write the date itself")
    day = shifted(date.fromordinal(days[0]), match["u"], count * words.count_of(match["n"]))
    reason = "{0} counts from a date other than today"
    return offer(day.isoformat(), reason=reason, certain=match["u"] in ("day", "week"))


def _sides_of_year(match: re.Match[str], where: Where) -> Found:
    """2024 Q1..Q3, whose year belongs to both ends."""
    sides = sides_of("{a} {y} to {b} {y}".format(**match.groupdict()), where)
    return of_sides(sides) if sides is not None else None


def _part_up_to(match: re.Match[str], where: Where) -> Found:
    """What of a period lies up to today (earlier), or from today on (rest, later)."""
    name = re.sub(rf"^the ((?:fiscal )?(?:half|{words.UNIT}))$", r"this \1", match["of"])
    days = period_of(name, where) if where.today else None
    if days is None or where.today is None:
        return None
    today = where.today.toordinal()
    if not days[0] <= today <= days[1]:
        return doubt("E106", f"today is not in {match['of']}", f"write {Period(*days).text}")
    return _vague(
        (days[0], today) if match["earlier"] else (today, days[1]), "{0} can hold today or leave it out", "E106"
    )


def _days_by(match: re.Match[str], days: Days, where: Where) -> Found:
    """For 3 days from today: as many days, of which that is the first; within 3 days of a day: before it as well."""
    if days[0] != days[1]:
        return None
    count, day, around = words.count_of(match["n"]), date.fromordinal(days[0]), match["way"] == "of"
    first = shifted(day, match["u"], -count).toordinal() if around else days[0]
    last = shifted(day, match["u"], count).toordinal() - (not around)
    return _vague((first, last), "{0} can hold that day or begin after it", "E106")


def _weekend(match: re.Match[str], where: Where) -> Found:
    if where.today is None or match["which"] != "this":
        return _NO_DAYS
    monday = where.today.toordinal() - where.today.weekday()
    return _vague((monday + 5, monday + 6))


def _bare(match: re.Match[str], where: Where) -> Found:
    """A month, quarter or half: the last one that has begun, and the next one."""
    if where.today is None:
        return doubt("E102", _NO_YEAR, _WITH_YEAR)
    number, kind = sorted(match["part"])[:2]
    size = {"q": 3, "h": 6}[kind] if number.isdigit() else 1
    month = (int(number) - 1) * size + 1 if number.isdigit() else words.month_number(match["part"])
    year = where.today.year - (where.today.month < month)
    last, following = (form_of(calendar.months(year + more, month, size)) for more in (0, 1))
    return doubt("E102", _NO_YEAR, f"write {last} or {following}")


def _daily(match: re.Match[str], where: Where) -> Found:
    reason = "{0} means something else every day"
    return None if where.today else doubt("E102", reason, "write the date itself: files use fixed dates")


_YEAR = rf"(?:\d{{4}}|{words.WHICH} year)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_DAY = r"(?:the )?\d\d?(?:st|nd|rd|th)?"
_PART = r"(?P<part>early|mid|late)"
_OF_VAGUE = r"(?P<edge>start|beginning|middle|end)(?: of)?"
_ORD = rf"(?:{words.ORDINAL}|fifth|5th|last|final)"
_YEARLESS = rf"(?:{_DAY} (?:of )?{words.MONTH}|{words.MONTH}(?: {_DAY})?)"
_PIECE = rf"{words.PART}|{words.MONTH} \d\d?"
_THROUGH = r" ?\.\. ?| ?- ?| (?:to|until|till|through) "
_TO = r"(?: ?- ?| (?:to|until|till|and|through) )"

VAGUE: tuple[Row, ...] = (
    (True, r"(?:the )?(?:(?P<earlier>earlier)|rest|remainder|remaining|later)(?: part)?(?: in| of)? (?P<of>.+)",
     _part_up_to),
    (True, rf"(?:for|within) (?:the (?:next )?)?(?P<n>{words.NUMBER}) (?P<u>{words.UNIT})s? (?P<way>from|after|of) "
     r"(?P<of>.+)", _of(_days_by)),
    (True, rf"(?:the )?(?:(?P<part>early|mid|late) )?{_SEASON}(?: of|,)? (?P<of>{_YEAR})(?:[/-]\d+)?", _season),
    (True, rf"(?P<part>)(?P<of>{_YEAR}) {_SEASON}", _season),
    (False, rf"(?:the )?(?P<part>)(?:(?:{words.WHICH}|past) )?{_SEASON}(?P<of>)", _season),
    (True, rf"(?:in )?(?:the )?{_PART}[- ]?(?:in )?(?P<of>.+)", _of(_third)),
    (True, rf"(?:in )?(?:the )?{_OF_VAGUE}[- ](?:in )?(?:the )?(?P<of>.+)", _of(_edge)),
    (False, r"(?:in )?(?:the )?(?:early|mid|late|start|beginning|middle|end)[- ].+|\w+[ -]end", lambda m, w: _NO_DAYS),
    (False, r"(?:(?P<which>this|last|next|the) )?weekend", _weekend),
    (True, rf"(?:the )?(?P<which>{_ORD}) week (?:of|in) (?P<of>.+)", _of(_week_of_year)),
    (True, rf"(?:the )?(?:last|final) (?P<weekday>{words.WEEKDAY}) (?:of|in) (?P<of>.+)", _of(_last_weekday)),
    (True, rf"(?:the )?{_ORD}(?: {words.NUMBER})? (?:week|month|weekend)s? (?:of|in) (?P<of>.+)",
     _of(lambda m, d, w: _SOME_WAYS)),
    (True, r"(?:the )?week of (?P<of>.+)", _of(lambda m, d, w: doubt(
        "E106", "{0} could start on that day or contain it", _ITS_DAYS))),
    (True, rf"(?:the )?(?:(?:last|past|previous) )?(?:(?P<n>{words.NUMBER}) )?(?P<u>{words.UNIT})s? "
     r"(?:to|ended|ending|as of)(?: on| in)? (?P<of>.+)", _of(_counted)),
    (True, rf"(?:the )?(?:(?P<n>an?|{words.NUMBER}) )?(?P<u>{words.UNIT})s? "
     r"(?P<way>before|after|from|since) (?P<of>.+)", _of(_from_day)),
    (True, rf"(?P<of>.+?) ?(?P<way>[+-]) ?(?P<n>\d+) ?(?P<u>{words.UNIT})s?", _of(_from_day)),
    (True, rf"(?P<y>\d{{4}})[- ]?(?P<a>{_PIECE})(?:{_THROUGH})(?P<b>{_PIECE})", _sides_of_year),
    # Without a year
    (False, rf"(?:the )?(?P<part>{words.MONTH}|q[1-4]|[1-4]q|h[12]|[12]h)", _bare),
    (False, rf"(?:the )?{words.ORDINAL} (?:quarter|half)|(?:week |w)\d\d?", says("E102", _NO_YEAR, _WITH_YEAR)),
    (True, rf"(?!{words.MONTH}$){_YEARLESS}(?:{_TO}(?:{_YEARLESS}|{_DAY}))?|{_DAY}{_TO}{_YEARLESS}"
     rf"|(?:{_PIECE})(?:{_THROUGH})(?:{_PIECE})",
     says("E102", _NO_YEAR, _WITH_YEAR)),
    (False, rf"(?:today|yesterday|tomorrow|now)|(?:last|next|this|coming|past) .+|.+ ago|in .+ {words.UNIT}s?",
     _daily),
)  # fmt: skip
