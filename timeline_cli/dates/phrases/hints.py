"""What to write instead of a phrase that no question may hold.

Owns: the table of near phrases and their hints. Refuses: to turn any of them into a period.

A row is eager when its phrase is no ordinary text either, so that it is refused even among bare words, where
other words are searched as text: `spring 2025` would else be the text "spring" in the whole of 2025.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from timeline_cli.dates.faults import DateFault, shown
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.hints.forms import near, season_months
from timeline_cli.dates.phrases.bare_words import BEGINNINGS
from timeline_cli.dates.phrases.periods import one_period
from timeline_cli.dates.phrases.phrase import MOST_CHARACTERS, MOST_WORDS, may_begin
from timeline_cli.dates.phrases.ranges import read_phrase
from timeline_cli.dates.phrases.words import (
    MONTH,
    NUMBER,
    ORDINAL,
    STEPS,
    UNIT,
    WEEKDAY,
    WHICH,
    Asked,
    month_number,
    normal,
    whole,
)

_ONE_OF_THEM = "give every date its year and ask for one of them, or a range such as 2024-04..2025-03"
FORMS = "write 2025, 2025-03-22, March 2025, Q1 2025, 2024..2025, since 2024 or last 90 days"

Explain = Callable[[re.Match[str], Asked], DateFault | None]

_OPENERS = (
    r"(?:(?:since|from|starting|until|till?|through|thru|up to|by|before|after|between"
    r"|in|on|during|within|for|throughout) )+(?P<rest>.+)"
)
_NO_FORM = "{0} is not a date that a question can use"


def explained(text: str, fault: DateFault, today: date, fiscal: FiscalYear | None = None) -> DateFault:
    """The fault of a phrase, `text`, with what to write instead; as it is where the parser knew that."""
    if fault.hint:
        return fault
    asked, phrase = Asked(today, fiscal), normal(text)
    if fault.part:
        return near_miss(fault.part, asked) or DateFault(fault.code, fault.message, _ONE_OF_THEM, fault.part)
    opened = whole(_OPENERS, phrase)
    rest = opened["rest"] if opened else phrase
    sides = re.split(r" ?\.\. ?| (?:to|until|till|through|before|-|and) ", rest)
    for part in (phrase, rest, *(side for side in sides if len(sides) > 1 and not _is_period(side, asked))):
        found = near_miss(part, asked)
        if found is not None:
            return found
    return _left_over(phrase, asked) or DateFault(fault.code, fault.message, FORMS)


def near_words(words: Sequence[str], today: date, fiscal: FiscalYear | None = None) -> DateFault | None:
    """The fault of bare words that begin no date phrase, and are plainly meant as one or promise one: 2025-02-30, last.

    None where they are ordinary text.
    """
    if not words or not may_begin(words[0]):
        return None
    asked = Asked(today, fiscal)
    runs = [normal(" ".join(words[:count])) for count in range(1, min(len(words), MOST_WORDS) + 1)]
    for run in reversed(runs):
        fault = near_miss(run, asked, eager=True) if len(run) <= MOST_CHARACTERS else None
        if fault is not None:
            return fault
    if runs[0] not in BEGINNINGS:
        return None
    for run in reversed(runs[1:6]):
        fault = near_miss(run, asked) or near_miss(run.split(" ", 1)[-1], asked)
        if fault is not None:
            return fault
    return DateFault("E102", f"no date follows {runs[0]}", _example(runs[0]))


def _example(beginning: str) -> str:
    examples = {"last": "last year", "this": "this week", "next": "next 7 days", "between": "between 2024 and 2025"}
    return f"write {examples.get(beginning, f'{beginning} 2024')}"


def _left_over(text: str, asked: Asked) -> DateFault | None:
    """The fault of a date with words after it that belong to none."""
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        try:
            period = read_phrase(" ".join(words[:count]), asked)
        except DateFault:
            continue
        if period is not None:
            start, rest = " ".join(words[:count]), " ".join(words[count:])
            return DateFault("E102", f"{rest} is left over after {start}", f"write {start} alone, or a range")
    return None


def _is_period(text: str, asked: Asked) -> bool:
    try:
        return one_period(text, asked) is not None
    except (ValueError, OverflowError):
        return True  # its own fault would have been raised, were it what is wrong


def near_miss(text: str, asked: Asked, eager: bool = False) -> DateFault | None:
    """The fault of a phrase that is nearly a date; with `eager`, only of one that is no ordinary text."""
    for row_is_eager, pattern, explain in _ROWS:
        match = whole(pattern, text) if row_is_eager or not eager else None
        fault = explain(match, asked) if match is not None else None
        if fault is not None:
            return fault
    return None


def _says(code: str, reason: str, hint: str) -> Explain:
    """A fault whose texts may use {0}, the phrase, {y}, its year or else today's, and the named groups."""

    def explain(match: re.Match[str], asked: Asked) -> DateFault:
        words = {"y": _year_of(match[0], asked), **match.groupdict()}
        return DateFault(code, reason.format(shown(match[0]), **words), hint.format(shown(match[0]), **words))

    return explain


def _year_of(text: str, asked: Asked) -> str:
    year = re.search(r"(?<!\d)\d{4}(?!\d)", text, re.ASCII)
    which = re.search(rf"\b({WHICH}) year\b", text)
    return year[0] if year else f"{asked.today.year + (STEPS[which[1]] if which else 0):04}"


def _if_dated(explain: Explain) -> Explain:
    """The fault only where the group `of` is a period: end of life products 2024 is text and a year."""
    return lambda match, asked: explain(match, asked) if _is_period(match["of"], asked) else None


def _season(match: re.Match[str], asked: Asked) -> DateFault:
    such_as = "" if re.search(r"\d|year", match[0]) else "such as "
    months = such_as + season_months(match[0], _year_of(match[0], asked)).replace("/", "..")
    return DateFault(
        "E105",
        f"{match[0]} names a season, and seasons have no fixed bounds",
        f"write its months, in the north {months}",
    )


def _ordinal(match: re.Match[str], asked: Asked) -> DateFault | None:
    """22st of March 2025: the ending is wrong, or the number."""
    number = int(match["n"])
    right = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if right == match["ending"] or not _is_period(f"{match['before']}{number}{match['after']}", asked):
        return None
    return DateFault(
        "E102",
        f"{match['n']}{match['ending']} is not how a day is written",
        f"write {number}{right} if the number is right",
    )


def _lacks_date(match: re.Match[str], _asked: Asked) -> DateFault:
    phrase = _example(match[0])
    quoted = phrase.removeprefix("write ")
    return DateFault(
        "E102",
        f"no date follows {match[0]}",
        f'{phrase}, in a query after a field with quotation marks: date:"{quoted}"',
    )


def _as_in_a_file(match: re.Match[str], _asked: Asked) -> DateFault | None:
    return near(match[0])


def _month(match: re.Match[str], _asked: Asked) -> DateFault:
    """2025/03, 2025-3 or 03/2025."""
    number = int(match["m"])
    if not 1 <= number <= 12:
        return DateFault("E101", f"{match[0]}: there is no month {number}", "months run from 01 to 12")
    return DateFault("E102", f"{match[0]} is not in the form of a month", f"write {match['c']}-{number:02}")


def _two_years(match: re.Match[str], _asked: Asked) -> DateFault | None:
    """FY2024/25, and 2024/25 when it is no month."""
    century, first, second = match["c"] or "20", match["a"], match["b"]
    if not match["fy"] and (int(second) != int(first) + 1 or int(second) <= 12):
        return None
    return DateFault(
        "E106",
        f"{match[0]} could be a fiscal year or two years",
        f"write FY{century}{second}, or {century}{first}..{century}{second}",
    )


def _yearless(match: re.Match[str], asked: Asked) -> DateFault:
    words = match[0].rstrip(".").capitalize()
    return DateFault("E102", f"{match[0]} leaves the year open", f"write {words} {asked.today.year}")


def _short_year(match: re.Match[str], _asked: Asked) -> DateFault:
    form = f"20{match['yy']}-{month_number(match['month']):02}"
    return DateFault("E106", f"{match[0]} has no year of four digits", f"write {form}, or the day with its year")


def _neighbouring_month(match: re.Match[str], asked: Asked) -> DateFault:
    month, year = month_number(match["month"]), asked.today.year
    near = f"{year - 1}-{month:02}, {year}-{month:02} or {year + 1}-{month:02}"
    return DateFault("E106", f"{match[0]} can be two months a year apart", f"write {near}")


_YEAR = rf"(?:\d{{4}}|{WHICH} year)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_DAY = r"\d\d?(?:st|nd|rd|th)?"
_STRICT = r"(?P<d>\d{4}[-\dqhwx]*)"
_A_PART = rf"(?:[qh]\d|\d[qh]|{ORDINAL} (?:quarter|half))"
_NO_BOUNDS = "{0} has no fixed bounds"
_SPAN = r"(?:week|month|quarter|half|year)"
_BOUND = r"(?:to|until|till?|through|thru|up to|as of|of|in|during|within|from|since|ended|ending)(?: on| in)?"
_LAST_UNIT = _says(
    "E106",
    "{0} can be a unit of the calendar or as many days up to today",
    "write last {u} or last 1 {u}",
)
_NEXT_UNIT = _says(
    "E106",
    "{0} can be a unit of the calendar or as many days from today",
    "write next {u} or next 1 {u}",
)
_ITS_DAYS = _says("E102", _NO_BOUNDS, "write its days: {y}-03-01..{y}-03-10")

# Eager or not, the pattern, the fault. In order: the first row that explains does.
_ROWS: tuple[tuple[bool, str, Explain], ...] = (
    (False, r"", _says("E102", "the date is empty", FORMS)),
    (False, r".*[^\x00-\x7f].*", _says("E102", _NO_FORM, "write plain digits and English words: 2025-03-22")),
    # Seasons and other parts of a year without bounds
    (True, rf"(?:the )?(?:early |mid |late )?{_SEASON}(?: of|,)? {_YEAR}(?:/\d+)?", _season),
    (True, rf"{_YEAR} {_SEASON}", _season),
    (False, rf"(?:the )?(?:(?:{WHICH}|past) )?{_SEASON}", _season),
    (True, rf"(?:the )?(?:early|start of|beginning of)(?: in)? {_YEAR}",
     _says("E102", _NO_BOUNDS, "write {y}-Q1, {y}-H1, or days such as {y}-01-01..{y}-02-15")),
    (True, rf"(?:the )?mid(?:dle of)?[- ]{_YEAR}", _says("E102", _NO_BOUNDS, "write {y}-05..{y}-08")),
    (True, rf"(?:the )?(?:late|end of)(?: in)? {_YEAR}",
     _says("E102", _NO_BOUNDS, "write {y}-Q4, {y}-H2, or last day of {y}")),
    (True, r"(?:the )?(?:early|mid|late|(?:start|beginning|middle|end) of)[- ](?:in )?(?P<of>.+)",
     _if_dated(_ITS_DAYS)),
    (False, r"(?:the )?(?:early|mid|late|(?:start|beginning|middle|end) of) .+|\w+[ -]end", _ITS_DAYS),
    (False, r"(?:(?:this|last|next|the) )?weekend", _ITS_DAYS),
    # Numbers
    (True, r"\d{1,2}([-/.])\d{1,2}\1\d{4}", _as_in_a_file),
    (False, r"\d{1,2}([-/.])\d{1,2}\1\d\d|\d{6}|\d{8}", _as_in_a_file),
    (True, r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", _as_in_a_file),
    (True, r"(?P<fy>fy ?)?(?P<c>\d\d)?(?P<a>\d\d)[-/](?:\d\d)?(?P<b>\d\d)", _two_years),
    (True, r"(?P<c>\d{4})[-/](?P<m>\d\d?)", _month),
    (True, r"(?P<m>\d\d?)/(?P<c>\d{4})", _month),
    (False, r"(?P<c>\d{4})\.(?P<m>\d\d?)", _month),
    (False, r"(?P<m>\d\d?)[-.](?P<c>\d{4})", _month),
    (False, r"\d{1,3}", _says("E102", "{0} could be a day, a month, a year or a number",
                             "write 2025, 2025-03 or 2025-03-22")),
    (False, r"-\d+.*|y\d+|\d{5,}",
     _says("E102", "{0} lies outside the calendar of this tool", "years run from 0001 to 9999")),
    # What only a file may hold
    (True, r"(?P<d>\d{4}-\d\d-\d\d)[t ]\d.*",
     _says("E102", "{0} holds a time, and a question asks in days", "write {d}")),
    (True, _STRICT + "[?~%]",
     _says("E102", "{0} is qualified, and a question's bounds are exact", "write {d}")),
    (True, r"[\[{].*\d{4}.*[\]}]",
     _says("E102", "{0} is a choice, which only a file may hold", "write a range: {y}-03..{y}-05")),
    (True, _STRICT + "/", _says("E102", "{0} has an unknown end, which only a file may hold", "write {d}..")),
    (True, "/" + _STRICT,
     _says("E102", "{0} has an unknown start, which only a file may hold", "write ..{d}")),
    (False, r"[/.\- ]+", _says("E102", "{0} says nothing", "leave one side: 2024.. or ..2025")),
    # Lists
    (True, r"(?P<of>.*\d{4}.*),",
     _if_dated(_says("E102", "{0} ends in a comma", "ask for either date with date:2024,2025"))),
    (False, r"\d{4}.*(?:,| and | or ) ?.*\d{4}", _says(
        "E102", "{0} names more than one period", "write a range 2024..2025, or date:2024,2025 for either")),
    # A day, a year of two digits, or none
    (True, r"(?P<before>|.* )(?P<n>\d\d?)(?P<ending>st|nd|rd|th)(?P<after>|[, ].*)", _ordinal),
    (True, r"[69]m ?\d{4}", _says("E102", _NO_FORM, "write the months: {y}-01..{y}-06 or {y}-01..{y}-09")),
    (False, r"[69]m ?'?\d\d", _says("E102", _NO_FORM, "write the months: {y}-01..{y}-06 or {y}-01..{y}-09")),
    (True, rf"(?:{_DAY}[ -])?(?P<month>{MONTH})[ -]?'(?P<yy>\d\d)", _short_year),
    (False, rf"(?:{_DAY}-)?(?P<month>{MONTH})[ -](?P<yy>\d\d)", _short_year),
    (False, rf"{MONTH}(?: {_DAY})?|(?:the )?{_DAY} (?:of )?{MONTH}", _yearless),
    (True, r"(?P<p>[qh]\d|\d[qh]) (?P<n>\d\d)",
     _says("E102", "{0} has a year of two digits", "write {p} 20{n} or {p}'{n}")),
    (False, rf"(?:the )?{_A_PART}|(?:week |w)\d\d?", _yearless),
    (True, r"\d{4}[- ]?[qh]\d",
     _says("E101", "{0} does not exist", "quarters run from Q1 to Q4, halves from H1 to H2")),
    (False, r"[qh]\d[- ]\d{4}|\d[qh] ?\d{2,4}",
     _says("E101", "{0} does not exist", "quarters run from Q1 to Q4, halves from H1 to H2")),
    (False, rf"{WHICH} (?P<month>{MONTH})", _neighbouring_month),
    (False, rf"{WHICH} {_A_PART}",
     _says("E106", "{0} can be two of them a year apart", "write the year: {y}-Q1")),
    (False, r"(?:the )?'?(?P<d>\d)0'?s",
     _says("E102", "{0} leaves the century open", "write 19{d}X or 20{d}X")),
    # Which one, from when, how many
    (False, rf"this (?P<d>{WEEKDAY})", _says("E106", "{0} can be the nearest one before or after today",
                                             "write last {d}, next {d} or {d} this week")),
    (False, rf"(?P<d>{WEEKDAY})", _says("E106", "{0} does not say which one", "write last {d} or next {d}")),
    (False, rf"(?P<w>last|past|next) (?P<n>{NUMBER})",
     _says("E102", "{0} lacks its unit", "write {w} {n} days, weeks, months, quarters or years")),
    (False, r"(?:the )?(?:past|last|this|next) day",
     _says("E106", "{0} can be today or the day beside it", "write yesterday, today or tomorrow")),
    (True, rf"the last (?P<u>{_SPAN})", _LAST_UNIT),
    (True, rf"the next (?P<u>{_SPAN})", _NEXT_UNIT),
    (False, rf"(?:the )?(?:past|last) (?P<u>{_SPAN})", _LAST_UNIT),
    (False, rf"(?:the )?next (?P<u>{_SPAN})", _NEXT_UNIT),
    (False, rf"(?:the )?(?:last|past|previous|next) {NUMBER} {UNIT}s? {_BOUND} (?P<of>.+)", _if_dated(_says(
        "E106", "{0} can be counted from today or from {of}",
        "write the range with dates, such as 2024-04..2025-03"))),
    (True, rf"(?:the )?(?:{NUMBER} )?{UNIT}s? (?:to|ended|ending)(?: on| in)? (?P<of>.+)", _if_dated(_says(
        "E106", "{0} can be counted in more ways than one",
        "write the range with dates, such as 2024-04..2025-03"))),
    (False, r".*\b(?:few|several|couple|some|many|dozen|half a)\b.*",
     _says("E102", "{0} does not say how many", "write a number: last 3 months, 2 weeks ago")),
    (False, rf"(?:within )?(?P<n>{NUMBER}) (?P<u>{UNIT}s?)", _says(
        "E102", "{0} does not say from when", "write last {n} {u}, next {n} {u} or {n} {u} ago")),
    (True, rf"(?:the )?(?:(?:an?|{NUMBER}) )?{UNIT}s? (?:before|after|from|since) .+", _says(
        "E102", "{0} counts from another date than today", "write the day itself, such as {y}-03-22")),
    (True, r"(?:about|around|circa|ca?\.?|approx(?:imately|\.)?|roughly) (?P<of>.*\d{4}.*)",
     _if_dated(_says("E102", "{0} leaves open how far", "write a range such as {y}-01..{y}-06"))),
    (True, r"(?:the )?(?:week (?:of|commencing|beginning|starting)|w/c) (?P<of>.+)", _if_dated(_says(
        "E106", "{0} can start that day or hold it", "write the ISO week, {y}-W12, or {y}-03-17..{y}-03-23"))),
    (True, rf"(?:the )?(?:first|second|third|fourth|last)(?: {NUMBER})? (?:week|month|weekend)s? (?:of|in) (?P<of>.+)",
     _if_dated(_says(
         "E106", "{0} can be counted in more ways than one", "write the ISO week, {y}-W01, or the days"))),
    (False, r"(?:the )?(?:first|last) day (?:of|in) .+",
     _says("E102", "{0} is not the day of a period", "write first day of March {y}")),
    (False, rf"(?:the )?(?:{WHICH}|past) (?:decade|century)|(?:the )?{_DAY} century", _says(
        "E102", "{0} can be counted in more ways than one",
        "write 201X for 2010 to 2019, 20XX for 2000 to 2099")),
    (False, r"(?:the )?present|date", _says("E102", "{0} can be today or open", "write {y}..today or {y}..")),
    (False, r"recent(?:ly)?|soon|lately|nowadays|currently|ever|always|later|earlier",
     _says("E102", _NO_BOUNDS, "write last 30 days, next 30 days, or since {y}")),
    (False, r"ttm|ltm|(?:trailing|rolling) .+", _says("E102", _NO_FORM, "write last 12 months")),
    (False, r"since|until|from|before|after|between|last|this|next", _lacks_date),
    (False, r"to (?P<rest>.+)", _says("E102", "{0} lacks its start", "write until {rest}")),
)  # fmt: skip
