"""One period as a question names it: March 2025, Q1'25, last 3 months, two weeks ago.

Owns: the forms of `one` in the grammar of phrases.py, and their arithmetic. Refuses: a form that leaves a
part open, such as a month without its year; ranges are phrases.py's.

Every form is one row of _FORMS: a pattern over normal text and a reader that gives its days.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from timeline_cli.dates import calendar
from timeline_cli.dates.calendar import DAY_NAMES, Days
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.phrases.edges import EDGE_FORMS, EDGE_WORDS, said_otherwise
from timeline_cli.dates.phrases.relative import ago, ahead, calendar_unit, run, single, weekday, weekday_of_week
from timeline_cli.dates.phrases.words import (
    DAY_ENDING,
    MONTH,
    MONTH_NUMBERS,
    MONTHS_IN,
    NUMBER,
    ORDINAL,
    ORDINALS,
    STEPS,
    UNIT,
    WEEKDAY,
    WHICH,
    Asked,
    month_number,
    near_year,
    weekday_number,
    whole,
)
from timeline_cli.dates.points import Setting, parse_point

_NO_SETTING = Setting()


def one_period(text: str, asked: Asked) -> Days | None:
    """The days that `text` (normal) names; None when it has none of the forms.

    Raises DateFault when it has one and names no day of the calendar, or lacks the fiscal year; ValueError or
    OverflowError when it leads out of the calendar.
    """
    if text.startswith("the ") and not whole(_LAST_UNIT, text):
        text = text[4:]
    if text in _DAYS_ON:
        return single(asked.today + timedelta(days=_DAYS_ON[text]))
    needs = _needs(text)
    for need, pattern, read in _FORMS:
        match = whole(pattern, text) if need in needs else None
        if match is not None:
            first, last = read(match, asked)
            date.fromordinal(first), date.fromordinal(last)
            return first, last
    other = said_otherwise(text)
    return one_period(other, asked) if other is not None else _from_edge(text, asked)


def _from_edge(text: str, asked: Asked) -> Days | None:
    """Days counted from the edge of another period: last day of 2024, three months ended March 2025."""
    if not any(f"{word} " in text for word in EDGE_WORDS):
        return None
    for pattern, read in EDGE_FORMS:
        match = whole(pattern, text)
        of = one_period(match["of"], asked) if match is not None else None
        days = read(match, of, asked) if match is not None and of is not None else None
        if days is not None:
            return days
    return None


# "in the last week" is often meant as the last seven days, which "last week" is not.
_LAST_UNIT = rf"the (?:last|next|past|this) (?:{UNIT}|half)|the the .*"
_DAYS_ON = {
    "today": 0, "now": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip


def _year(match: re.Match[str], asked: Asked) -> int:
    """The year of a match: four digits, two digits, or this|last|next year."""
    groups = match.groupdict()
    if groups.get("yy"):
        return near_year(groups["yy"], asked.today)
    text = groups["year"]
    if text[0].isdigit():
        parse_point(text, _NO_SETTING)  # the year 0000 has a fault of its own
        return int(text)
    return asked.today.year + STEPS[text.split()[0]]


def _calendar_year(match: re.Match[str], asked: Asked) -> Days:
    return calendar.years(_year(match, asked), 1)


def _strict(match: re.Match[str], _asked: Asked) -> Days:
    text = match[0]
    # 2024-25 is often a fiscal year; 2011-12 is taken as the month that it is in a file.
    if len(text) == 7 and text[5:] > "12" and text[5:].isdigit() and int(text[5:]) == int(text[2:4]) + 1:
        raise DateFault("E106", f"{text} could be a fiscal year or two years", part=text)
    return parse_point(match[0].upper(), _NO_SETTING).days


def _numeric_day(match: re.Match[str], _asked: Asked) -> Days:
    return parse_point(f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}", _NO_SETTING).days


def _day_and_month(match: re.Match[str], asked: Asked) -> Days:
    """22.3.2025 and 3/22/2025: the pattern leaves out numbers in which either may be the month."""
    first, second = int(match["one"]), int(match["other"])
    day, month = (first, second) if first > 12 else (second, first)
    return parse_point(f"{match['year']}-{month:02}-{day:02}", _NO_SETTING).days


def _decade(match: re.Match[str], _asked: Asked) -> Days:
    if match[1].endswith("0"):
        raise DateFault(
            "E106",
            f"{match[0]} could be ten years or a hundred",
            f"write {match[1]}X for the decade, {match[1][:2]}XX for the century",
        )
    return parse_point(f"{match[1]}X", _NO_SETTING).days


def _named_month(match: re.Match[str], asked: Asked) -> Days:
    return calendar.months(_year(match, asked), month_number(match["month"]), 1)


def _named_day(match: re.Match[str], asked: Asked) -> Days:
    year, month = _year(match, asked), month_number(match["month"])
    days = parse_point(f"{year:04}-{month:02}-{int(match['day']):02}", _NO_SETTING).days
    on = match.groupdict().get("weekday")
    if on and date.fromordinal(days[0]).weekday() != weekday_number(on):
        raise contradiction(date.fromordinal(days[0]))
    return days


def contradiction(day: date) -> DateFault:
    """The fault of a day next to a weekday on which it does not fall."""
    return DateFault("E101", f"{day} is a {DAY_NAMES[day.weekday()]}", "check which is wrong, the day or the weekday")


def _part(match: re.Match[str]) -> tuple[str, int]:
    """Q or H and its number, as Q1, 1Q, "first quarter" or "last half" name it."""
    kind = match["kind"][0].upper()
    most = 4 if kind == "Q" else 2
    word = match["number"]
    number = most if word in ("last", "final") else ORDINALS.get(word) or int(word)
    if not 1 <= number <= most:
        unit = "quarters" if kind == "Q" else "halves"
        raise DateFault("E101", f"there is no {kind}{number}", f"{unit} run from {kind}1 to {kind}{most}")
    return kind, number


def _quarter_or_half(match: re.Match[str], asked: Asked) -> Days:
    kind, number = _part(match)
    return (calendar.quarter if kind == "Q" else calendar.half)(_year(match, asked), number)


def _week(match: re.Match[str], asked: Asked) -> Days:
    return parse_point(f"{_year(match, asked):04}-W{int(match['number']):02}", _NO_SETTING).days


def _fiscal(match: re.Match[str], asked: Asked) -> Days:
    year = _year(match, asked)
    if match.groupdict().get("kind") is None:
        return _fiscal_year(asked, f"FY{year}").days(year)
    kind, number = _part(match)
    size = 3 if kind == "Q" else 6
    return _fiscal_year(asked, f"FY{year}-{kind}{number}").days(year, (number - 1) * size + 1, size)


def _fiscal_year(asked: Asked, shown: str) -> FiscalYear:
    if asked.fiscal is None:
        raise DateFault(
            "E107",
            f"{shown} needs to know whose fiscal year is meant",
            "ask with one company that has a fiscal_year_end, or write its months",
        )
    return asked.fiscal


def _fiscal_unit(match: re.Match[str], asked: Asked) -> Days:
    """This, last or next fiscal year, half or quarter: the one that holds today, or its neighbour."""
    fiscal = _fiscal_year(asked, match[0])
    size = MONTHS_IN[match["unit"]]
    today, number = asked.today.toordinal(), asked.today.year
    # A year may open up to eleven months before, or close as long after, the calendar year of its name.
    opening = max(first for first, _ in map(fiscal.days, (number - 1, number, number + 1)) if first <= today)
    start = date.fromordinal(opening)
    months = (asked.today.year - start.year) * 12 + asked.today.month - start.month
    first = start.month + (months // size + STEPS[match["which"]]) * size
    return calendar.months(start.year, first, size)


_YEAR = rf"(?:cy ?)?(?P<year>\d{{4}}|{WHICH} year)"
_OF = r"(?:,? | of |, of )"
_DAY = rf"(?P<day>\d\d?){DAY_ENDING}"
_MONTH = rf"(?P<month>{MONTH})"
_ON_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?"
_FY = r"(?:fy|fiscal(?: year)?) ?(?:(?P<year>\d{4})|'?(?P<yy>\d\d))"
_PART = r"(?P<kind>[qh])(?P<number>(?<=q)[1-4]|(?<=h)[12])"
_TURNED_PART = r"(?P<number>[1-4](?=q)|[12](?=h))(?P<kind>[qh])"
_WORD_PART = rf"(?P<number>{ORDINAL}) (?P<kind>quarter|half)"
_COUNTED = rf"(?P<unit>{UNIT})s?"

Reader = Callable[[re.Match[str], Asked], Days]
# The part of the vocabulary that a row needs (see _needs), its pattern, its reader. The first match reads.
_FORMS: tuple[tuple[str, str, Reader], ...] = (
    ("number", r"\d{4}(?:-(?:\d\d|xx)(?:-(?:\d\d|xx))?)?|\d{3}x|\d\dxx", _strict),
    ("other", r"year (?P<year>\d{4})", _calendar_year),
    ("other", r"(?:cy ?|calendar year )(?:(?P<year>\d{4})|'?(?P<yy>\d\d))", _calendar_year),
    ("number", r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)", _numeric_day),
    (
        "number",
        r"(?!(?P<m>0?[1-9]|1[0-2])[-/.](?!0?(?P=m)\b)(?:0?[1-9]|1[0-2])\b)"
        r"(?P<one>\d\d?)(?P<mark>[-/.])(?P<other>\d\d?)(?P=mark)(?P<year>\d{4})",
        _day_and_month,
    ),
    ("number", r"(\d{3})0'?s", _decade),
    ("month", rf"(?:month of )?{_MONTH}{_OF}{_YEAR}", _named_month),
    ("month", rf"{_YEAR},? {_MONTH}", _named_month),
    ("month", rf"{_MONTH}-(?P<year>\d{{4}})", _named_month),
    ("month", rf"(?P<year>\d{{4}})-{_MONTH}", _named_month),
    ("month", rf"{_ON_WEEKDAY}{_DAY} (?:of )?{_MONTH}{_OF}{_YEAR}", _named_day),
    ("month", rf"{_DAY}-{_MONTH}-(?P<year>\d{{4}})", _named_day),
    ("month", rf"(?P<year>\d{{4}})-{_MONTH}-{_DAY}", _named_day),
    ("month", rf"{_ON_WEEKDAY}{_MONTH} (?:the )?{_DAY}{_OF}{_YEAR}", _named_day),
    ("month", rf"{_YEAR},? {_MONTH} {_DAY}", _named_day),
    ("part", rf"{_PART}(?:[-/]|{_OF}){_YEAR}", _quarter_or_half),
    ("part", rf"{_PART} ?'(?P<yy>\d\d)", _quarter_or_half),
    ("part", rf"{_YEAR}[- ]?{_PART}", _quarter_or_half),
    ("part", rf"{_TURNED_PART}(?:[- ]| of )?{_YEAR}", _quarter_or_half),
    ("part", rf"{_TURNED_PART}'?(?P<yy>\d\d)", _quarter_or_half),
    ("part", rf"(?P<yy>\d\d){_PART}", _quarter_or_half),
    ("part", rf"{_WORD_PART}{_OF}{_YEAR}", _quarter_or_half),
    ("part", rf"(?P<number>last|final) (?P<kind>quarter|half) of {_YEAR}", _quarter_or_half),
    ("part", rf"{_YEAR},? {_WORD_PART}", _quarter_or_half),
    ("week", rf"(?:week |w)(?P<number>\d\d?){_OF}{_YEAR}", _week),
    ("week", rf"{_YEAR}(?:-| |, )?w(?:eek )?(?P<number>\d\d?)", _week),
    ("fiscal", rf"{_FY}(?:[- ]?{_PART})?", _fiscal),
    ("fiscal", rf"{_PART}(?:-|{_OF})?{_FY}", _fiscal),
    ("fiscal", rf"{_TURNED_PART} ?{_FY}", _fiscal),
    ("fiscal", rf"{_WORD_PART}{_OF}{_FY}", _fiscal),
    ("fiscal", rf"(?P<number>last|final) (?P<kind>quarter|half) of {_FY}", _fiscal),
    ("other", rf"(?P<which>{WHICH}) (?P<unit>week|month|quarter|half|year)", calendar_unit),
    ("other", rf"(?P<which>{WHICH}) fiscal (?P<unit>quarter|half|year)", _fiscal_unit),
    ("other", rf"(?P<which>last|past|previous|next) (?P<count>{NUMBER}) (?P<unit>{UNIT}|half)s?", run),
    ("other", rf"(?P<count>a|{NUMBER}) {_COUNTED} ago", ago),
    ("other", rf"in (?P<count>a|{NUMBER}) {_COUNTED}", ahead),
    ("other", rf"(?P<count>a|{NUMBER}) {_COUNTED} from (?:now|today)", ahead),
    ("other", rf"(?P<which>last|next) (?P<weekday>{WEEKDAY})", weekday),
    ("other", rf"(?P<weekday>{WEEKDAY}) (?:of )?(?P<which>{WHICH}) (?P<unit>week)", weekday_of_week),
)


def _needs(text: str) -> set[str]:
    """Which rows of _FORMS can match at all; a coarse look, which only saves the compiling of the others."""
    needs = {"other"}
    if text[:1].isdigit() and " " not in text:
        needs.add("number")
    if any(name in text for name in MONTH_NUMBERS):
        needs.add("month")
    if any(part in text for part in ("q", "half", "h1", "h2", "1h", "2h")):
        needs.add("part")
    if "w" in text:
        needs.add("week")
    if "f" in text:
        needs.add("fiscal")
    return needs
