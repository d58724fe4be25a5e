"""A date in free words as the strict form that a file holds, no more precise than the words.

Owns: that translation. Refuses: to guess whether something lasted or happened once.
"""

from __future__ import annotations

import re
from datetime import date

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, iso
from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.dates.faults import DateFault

_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?|approx(?:\.|imately)?|roughly|~)\s+(.+)", re.I)
_SINCE = re.compile(r"(?:since|from)\s+(.+)|(.+?)\s+(?:onwards?|on)", re.I)
_RANGE = re.compile(r"(?:from\s+)?(.+?)\s+(?:to|until|till|through|[-–—])\s+(.+)", re.I)
_BY = re.compile(r"by\s+(.+)", re.I)
_BETWEEN = re.compile(r"between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)|(?P<c>[^.]+?)\s*\.\.\s*(?P<d>[^.]+)", re.I)
_UNTIL = re.compile(r"(?:until|till|up to|through)\s+(.+)", re.I)

_EXAMPLES = "write 2025-03-22, 2025-03, 2025, 22 March 2025, Q1 2025, last month or since 2006"

_MOST_CHARACTERS = 200

# What is strict already, and lacks only the place's time zone or the company's fiscal year.
_NEEDS_CONTEXT = ("E104", "E107")


def strict_date(text: str, today: date) -> str:
    """The date as a file holds it: `22 March 2025` is 2025-03-22, `since 2006` is 2006/... Raises DateFault."""
    text = " ".join(text.split())
    try:
        return parse_date(text).text
    except DateFault as fault:
        if fault.code in _NEEDS_CONTEXT:
            return text
        strict = fault
    if len(text) > _MOST_CHARACTERS:
        raise strict
    found = _in_words(text, today)
    if found is not None:
        return found
    try:
        return _unit(text, today)
    except DateFault as fault:
        raise (fault if strict.code == "E102" else strict) from None


def _in_words(text: str, today: date) -> str | None:
    """What words say around one date or two; None when there are no such words."""
    if match := _ABOUT.fullmatch(text):
        return f"{_one(match[1], today)}~"
    if match := _BETWEEN.fullmatch(text):
        one, other = match["a"] or match["c"], match["b"] or match["d"]
        first, last = _side(one, other, today), _one(other, today)
        raise DateFault(
            "E102",
            f"{text} can be one moment between them, or all that time",
            f"write [{first}..{last}] for one moment, {first}/{last} for all that time",
        )
    if match := _RANGE.fullmatch(text):
        return parse_date(f"{_side(match[1], match[2], today)}/{_one(match[2], today)}").text
    if match := _SINCE.fullmatch(text):
        return f"{_one(match[1] or match[2], today)}/.."
    if match := _BY.fullmatch(text):
        return parse_date(f"[..{_one(match[1], today)}]").text
    if match := _UNTIL.fullmatch(text):
        last = _one(match[1], today)
        raise DateFault(
            "E102",
            f"{text} does not say since when",
            f"write START/{last} or ../{last} for all that time, [..{last}] for one moment",
        )
    return None


def _one(text: str, today: date) -> str:
    """One point in time, without a qualifier. Raises DateFault."""
    try:
        found = parse_date(text)
    except DateFault:
        return _unit(text, today)
    if found.kind != "point" or found.approximate or found.uncertain:
        raise DateFault("E102", f"{text} is not one point in time", "write a year, a month or a day")
    return found.text


def _side(text: str, other: str, today: date) -> str:
    """The first of two dates, which may leave the year to the second: Jan to Mar 2025."""
    try:
        return _one(text, today)
    except DateFault as fault:
        for part in _tails(other):
            try:
                return _one(f"{text} {part}", today)
            except DateFault:
                continue
        raise fault


def _tails(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[number:]) for number in range(len(words) - 1, 0, -1)]


def _unit(text: str, today: date) -> str:
    """A phrase that means one day, week, month, quarter, half, year, decade or century. Raises DateFault."""
    from timeline_cli.dates.phrases.phrase import parse_phrase

    if re.search(r"\bfy|fiscal", text, re.I):
        raise DateFault("E102", f"{text} is not written as a file has it", "write FY2025, FY2025-Q1 or FY2025-H1")
    try:
        period = parse_phrase(text, today)
    except DateFault as fault:
        if fault.hint:
            raise
        from timeline_cli.dates.hints.forms import near
        from timeline_cli.dates.phrases.hints import explained

        # What helps to ask a question may not help to write a date.
        asked = explained(text, fault, today)
        raise (near(text) if text else None) or DateFault(asked.code, asked.message, _EXAMPLES) from None
    first, last = iso(period.first) or "", iso(period.last) or ""
    if period.first == NEVER_BEGAN or period.last == NEVER_ENDS:
        goes_on = f"{first}/.. for what goes on, " if first else ""
        raise DateFault("E102", f"{text} has only one end", f"write {goes_on}[{first}..{last}] for one moment")
    for form in _forms(first, date.fromordinal(period.first)):
        found = _parsed(form)
        if found is not None and (found.bounds.start, found.bounds.end) == (period.first, period.last):
            return form
    raise DateFault(
        "E102",
        f"{text} is {first} to {last}",
        f"write {first}/{last} for all that time, [{first}..{last}] for one moment in it",
    )


def _forms(first: str, day: date) -> list[str]:
    """The strict forms that may begin on a day, the finest first."""
    year, quarter, half = first[:4], (day.month + 2) // 3, 1 if day.month < 7 else 2
    week = day.isocalendar()
    return [
        first, f"{week.year:04}-W{week.week:02}", first[:7], f"{year}-Q{quarter}", f"{year}-H{half}", year,
        f"{year[:3]}X", f"{year[:2]}XX",
    ]  # fmt: skip


def _parsed(form: str) -> EventDate | None:
    try:
        return parse_date(form)
    except DateFault:
        return None
