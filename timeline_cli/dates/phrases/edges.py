"""Periods by means of another: last day of 2024, three months ended March 2025, and FQ1 2025 for Q1 FY2025.

Owns: EDGE_FORMS, whose group `of` names the other period, and their arithmetic; the rows of what is said otherwise.
Does not: count the weeks of a month or year, or end a run in anything coarser than a month.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from timeline_cli.dates.calendar import Days, last_day_of_month
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.phrases.relative import run_before, shifted
from timeline_cli.dates.phrases.words import (
    MONTH,
    MONTHS_IN,
    NUMBER,
    ORDINAL,
    ORDINALS,
    UNIT,
    WEEKDAY,
    WHICH,
    Asked,
    count_of,
    weekday_number,
    whole,
)


def _edge_day(match: re.Match[str], of: Days, _asked: Asked) -> Days:
    edge = of[0] if match["edge"] == "first" else of[1]
    return edge, edge


def _edge_run(match: re.Match[str], of: Days, _asked: Asked) -> Days | None:
    """The first or last N units of a period that is at least as long."""
    count, unit = count_of(match["count"]), match["unit"]
    if unit == "week":
        return None
    if match["edge"] == "first":
        days = of[0], shifted(date.fromordinal(of[0]), unit, count).toordinal() - 1
    else:
        days = shifted(date.fromordinal(of[1]) + timedelta(days=1), unit, -count).toordinal(), of[1]
    if days[0] < of[0] or days[1] > of[1]:
        raise DateFault(
            "E102", f"{match['of']} is shorter than {match['count']} {unit}s", "write its first and last date"
        )
    return days


def _ended(match: re.Match[str], of: Days, asked: Asked) -> Days | None:
    """N units that end with a day, or whole months that end with a month."""
    count, unit, end = count_of(match["count"] or "one"), match["unit"], date.fromordinal(of[1])
    if of[0] != of[1] and (unit not in MONTHS_IN or date.fromordinal(of[0]) != end.replace(day=1)):
        return None
    # Of an accounting period that ends with February, every month is whole; a run up to today is a run.
    if unit in MONTHS_IN and end.day == last_day_of_month(end.year, end.month) and match["of"] not in ("today", "now"):
        return shifted(end + timedelta(days=1), unit, -count).toordinal(), of[1]
    return run_before(end, unit, count)


def _nth_weekday(match: re.Match[str], of: Days, _asked: Asked) -> Days | None:
    """Second Tuesday of March 2025."""
    day = nth_weekday(ORDINALS.get(match["which"], 5), match["weekday"], of)
    if of[1] - of[0] > 30:
        return None
    if day is None:
        raise DateFault("E101", f"{match['of']} has no {match['which']} {match['weekday']}", "check the month")
    return day, day


def nth_weekday(number: int, name: str, month: Days) -> int | None:
    """The day of a month that is the N-th of its weekday; its last one for -1."""
    found = [day for day in range(month[0], month[1] + 1) if (day - 1) % 7 == weekday_number(name)]
    return found[number - (number > 0)] if number <= len(found) else None


def _week_with(match: re.Match[str], of: Days, _asked: Asked) -> Days | None:
    """The week of a Monday, and what commences on a day, are the seven days from there on."""
    starts = match["starts"] or date.fromordinal(of[0]).weekday() == 0
    return (of[0], of[0] + 6) if starts and of[0] == of[1] else None


EdgeReader = Callable[[re.Match[str], Days, Asked], Days | None]
# A pattern whose group `of` is another period, and the reader that is given its days. The first match reads.
EDGE_FORMS: tuple[tuple[str, EdgeReader], ...] = (
    (rf"(?P<which>{ORDINAL}|fifth|5th) (?P<weekday>{WEEKDAY}),? (?:(?:of|in) )?(?P<of>.+)", _nth_weekday),
    (r"(?:week of|(?P<starts>week (?:commencing|beginning|starting)|w/c)) (?P<of>.+)", _week_with),
    (rf"(?P<edge>first) (?P<count>{NUMBER}) (?P<unit>{UNIT})s?,? (?P<of>(?:[cf]y ?)?'?\d.*)", _edge_run),
    (r"(?P<edge>first|last|final) day of (?P<of>.+)", _edge_day),
    (rf"(?P<edge>first|last|final) (?P<count>{NUMBER}) (?P<unit>{UNIT})s? of (?P<of>.+)", _edge_run),
    (rf"(?:(?P<count>{NUMBER}) )?(?P<unit>{UNIT}|half)(?:(?<=half)[- ]year)?s? (?:ended|ending)(?: on| in)? (?P<of>.+)",
     _ended),
    (rf"(?P<count>{NUMBER}) (?P<unit>month|quarter|year)s? to (?P<of>.+)", _ended),
)  # fmt: skip
# One of them stands in every text of these forms; a coarse look, which only saves the trying.
EDGE_WORDS = (
    "of", "day", "day,", "first", "in", "to", "ended", "ending", "week commencing", "week beginning", "week starting",
    "w/c",
)  # fmt: skip

# Other words for a period that has a form.
_YEAR = rf"(\d{{4}}|{WHICH} year)"
_OF = r"(?:,? | of |, of )"
_FISCAL = r"(?:(?:fy|fiscal(?: year)?) ?)?"

# What stands in every text of the row, which saves the trying; a pattern; the form, with the groups of the pattern.
_SAID_OTHERWISE: tuple[tuple[str, str, str], ...] = (
    ("year", rf"(?:full|whole)[- ]year(?: of)? ((?:fy|cy|fiscal|calendar).*|{_YEAR})", r"\1"),
    ("l", r"(?:all|full|whole)(?: of)? (?:the )?(.+)", r"\1"),
    ("tm", r"[tl]tm", "last 12 months"),
    ("m", r"([369])m(\d{4}|fy'?\d\d(?:\d\d)?)", r"first \1 months of \2"),
    ("m", r"([369])m'?(\d\d)", r"first \1 months of cy\2"),
    ("fq", r"(?:fq([1-4])|([1-4])fq)[- ]?(?:fy ?)?('?\d\d|\d{4})", r"q\1\2 fy\3"),
    ("fiscal", rf"fiscal ([qh]\d|\d[qh])(?:{_OF}|-)?{_FISCAL}(\d{{4}}|'\d\d|(?<=[qh])\d\d)", r"\1 fy\2"),
    ("fiscal", rf"(?:fiscal )?({ORDINAL})[- ](?:fiscal )?(quarter|half){_OF}{_FISCAL}(\d{{4}}|'\d\d)", r"\1 \2 fy\3"),
    ("fiscal", r"fiscal (year|quarter|half) (ended|ending) (.+)", r"\1 \2 \3"),
    ("fy e", r"fy (ended|ending) (.+)", r"year \1 \2"),
    ("cq", r"cq([1-4])[- ]?(\d{4}|'\d\d)", r"q\1 \2"),
    ("calendar", r"calendar ([qh]\d .+)", r"\1"),
    ("quarter", rf"(\d{{4}}) ({MONTH}) quarter", r"quarter ended \2 \1"),
    ("quarter", rf"({MONTH}) quarter{_OF}{_YEAR}", r"quarter ended \1 \2"),
    ("quarter", rf"({MONTH}){_OF}{_YEAR} quarter", r"quarter ended \1 \2"),
)  # fmt: skip


def said_otherwise(text: str) -> str | None:
    """The form that a normal text stands for; None where it is in no row."""
    for needle, pattern, form in _SAID_OTHERWISE:
        match = whole(pattern, text) if needle in text else None
        if match is not None:
            return match.expand(form)
    return None
