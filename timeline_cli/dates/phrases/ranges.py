"""Ranges of a question: since 2023, 2024..2025-03, between A and B, 22-25 March 2025.

Owns: how one or two single periods make a range (`phrase` and `range` in the grammar of phrases.py). Refuses:
a range that ends before it starts, and a side that is no complete period.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.dates.calendar import Days
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.periods import one_period
from timeline_cli.dates.phrases.relative import single
from timeline_cli.dates.phrases.sides import Sides, after, before, check_sides, one_sided, since, until
from timeline_cli.dates.phrases.words import DAY_ENDING, MONTH, ORDINAL, WHICH, Asked, whole


def read_phrase(text: str, asked: Asked) -> Period | None:
    """The period of a normal text, None when it has none of the forms. Raises DateFault when it has one."""
    sides = read_sides(text, asked)
    if sides is None:
        return None
    if sides.word == "by" and sides.last is not None and sides.last[0] != sides.last[1]:
        named = text.removeprefix("by ")
        raise DateFault(
            "E106", f"{text} can leave {named} out or take all of it", f"write before {named}, or until {named}"
        )
    return sides.period


def read_sides(text: str, asked: Asked) -> Sides | None:
    """What a normal text says, with its sides as they are named. Raises DateFault like `read_phrase`."""
    try:
        for read in (_single, _dotted, _slashed, _to_date, _between, _worded, one_sided, _listed, _in_range):
            sides = read(text, asked)
            if sides is not None:
                return sides
    except DateFault:
        raise
    except (ValueError, OverflowError) as error:
        raise DateFault("E101", f"{text} leads out of the calendar", "years run from 0001 to 9999") from error
    return None


_PREPOSITION = (
    r"(?:in|on|during|within|throughout|for|over(?= the (?:last|past|next) )) "
    r"(?!in |.* ago$|.* from )(.+)"
)


def _single(text: str, asked: Asked) -> Sides | None:
    days = one_period(text, asked)
    if days is None:
        # Said of a single period, these words change nothing. "over 2000" is an amount.
        match = whole(_PREPOSITION, text)
        days = one_period(match[1], asked) if match else None
    return Sides(days, days) if days else None


def _in_range(text: str, asked: Asked) -> Sides | None:
    """The same words said of a range with two ends."""
    match = whole(_PREPOSITION, text)
    sides = read_sides(match[1], asked) if match else None
    return sides if sides is not None and sides.first and sides.last else None


def _dotted(text: str, asked: Asked) -> Sides | None:
    if text.count("..") != 1:
        return None
    left, right = (side.strip() for side in text.split(".."))
    if not left and not right:
        return None
    return _range(left or _NOTHING, right or _NOTHING, asked, "..") or _elided(left, right, asked, "..")


_SIDE = r"(?:\d{4}(?:-[\dqhwx-]+)?|\d{3}x|\d\dxx|fy\d{4}(?:-[qh]\d)?)"
_SLASHED = rf"({_SIDE}|\.\.)/({_SIDE}|\.\.)"


def _slashed(text: str, asked: Asked) -> Sides | None:
    """The intervals of a file, between two strict forms; 2025/03 is a month gone wrong and has a hint."""
    match = whole(_SLASHED, text)
    if match is None or match[1] == match[2] == _NOTHING:
        return None
    return _range(match[1], match[2], asked)


_UNIT_TO_DATE = r"((?:fiscal )?(?:year|half|quarter|month|week))[- ]to[- ]date"
_UNITS = {"ytd": "year", "qtd": "quarter", "mtd": "month", "wtd": "week", "fytd": "fiscal year"}
_TO_TODAY = r"(?:(?:from|since) )?(.+?)(?: ?- ?| (?:up )?to | until | till? )(?:the )?(present|now|today|date)"
_SO_FAR = r"so far (?:in |during )?(.+)|(.+) so far"


def _to_date(text: str, asked: Asked) -> Sides | None:
    """Year to date, 2024 to present, so far this year."""
    text = text.removeprefix("the ")
    counted = whole(_UNIT_TO_DATE, text)
    unit = _UNITS.get(text) or (counted[1] if counted else None)
    if unit is not None:
        return _inclusive(f"start of this {unit}", "today", asked)
    if match := whole(_SO_FAR, text):
        name = match[1] or match[2]
        days = one_period(name, asked)
        if days is not None and not days[0] <= asked.today.toordinal() <= days[1]:
            raise DateFault("E106", f"today is not in {name}", f"write {Period(*days).text}")
        return Sides(single(date.fromordinal(days[0])), single(asked.today), "to") if days else None
    match = whole(_TO_TODAY, text)
    first = since(match[1], asked) if match else None
    if match is None or first is None:
        return None
    return _ordered(first, single(asked.today), "present" if match[2] in ("present", "now") else "to")


_LENT = rf"{MONTH}|[qh]\d|\d[qh]"


class Listed(NamedTuple):
    """Periods with `and` or `or` between them, as named and in order of time; `lent`: one took its year."""

    names: list[str]
    periods: list[Days]
    joined_by_and: bool
    lent: bool


def listed(text: str, asked: Asked) -> Listed | None:
    """Q1 and Q2 2025, 2024 or 2025; the last one lends its year to the others."""
    text = re.sub(rf"^({_LENT})[/+&](?=(?:{_LENT}) )", r"\1 or ", text)
    names = re.split(r" (and|or|&&?|\+|\|\|?) ", text)
    names, joined = names[::2], names[1::2]
    lent = False
    for index in range(len(names) - 2, -1, -1):
        sides = None if one_period(names[index], asked) else _lent(names[index], names[index + 1])
        if sides is not None:
            lent, names[index : index + 2] = True, sides
    found = [one_period(name, asked) for name in names] if joined else []
    periods = sorted(days for days in found if days is not None)
    if not periods or len(periods) < len(names):
        return None
    return Listed(names, periods, not {"and", "&", "&&", "+"}.isdisjoint(joined), lent)


def _listed(text: str, asked: Asked) -> Sides | None:
    """Periods that touch, as one range."""
    found = listed(text, asked)
    if found is None:
        return None
    steps = [first - last for (_, last), (first, _) in pairwise(found.periods)]
    if max(steps) <= 1:
        # Two dates that overlap stay two terms: both must hold.
        last = max(found.periods, key=lambda days: days[1])
        together = Sides(found.periods[0], last, "and" if found.joined_by_and else "or")
        return None if min(steps) < 1 and found.joined_by_and else together
    if found.joined_by_and and not found.lent:
        return None
    raise DateFault("E106", f"{text} leaves out what is between", part=text)


def _between(text: str, asked: Asked) -> Sides | None:
    sides = text.removeprefix("between ").split(" and ")
    if not text.startswith("between ") or len(sides) != 2:
        return None
    return _inclusive(sides[0], sides[1], asked, "between")


_OPENED = r"(?:(from|since|starting|after) )?(.+)"
_SEPARATOR = r" (up to|to|-|until|till?|through|thru|before) "
_HYPHENED = r"((?:[a-z0-9.]+ )?[a-z0-9.']+)-(?=.*(?:\d{4}|'\d\d|\d[qh]\d\d|fy ?\d\d(?:[qh]\d)?|year)$)([a-z0-9]+.*)"
# A fiscal year is 2024-25 to some, so FY2024-2025 is left to them; two years in words are two.
_FISCAL_YEARS = r"(?:from )?fiscal(?: years?)? (\d{4}) ?- ?(\d{4})"


def _worded(text: str, asked: Asked) -> Sides | None:
    """A range whose two sides a word parts, or a hyphen without spaces."""
    if fiscal := whole(_FISCAL_YEARS, text):
        return _inclusive(f"fy{fiscal[1]}", f"fy{fiscal[2]}", asked)
    opened = whole(_OPENED, text)
    if opened is None:
        return None
    opener, rest = opened[1], opened[2]
    for separator in re.finditer(_SEPARATOR, rest, re.ASCII):
        left, right = rest[: separator.start()], rest[separator.end() :]
        if separator[1] != "before" and opener != "after":
            sides = _inclusive(left, right, asked)
        elif opener is not None:
            sides = _exclusive(opener, left, separator[1], right, asked)
        else:
            continue
        if sides is not None:
            return sides
    hyphened = whole(_HYPHENED, rest) if opener in (None, "from") else None
    return _inclusive(hyphened[1], hyphened[2], asked) if hyphened else None


def _exclusive(opener: str, left: str, separator: str, right: str, asked: Asked) -> Sides | None:
    """A range of which `after` or `before` leaves out an end."""
    first = after(left, asked) if opener == "after" else since(left, asked)
    last = before(right, asked) if separator == "before" else until(right, asked)
    if first is None or last is None:
        return None
    check_sides(left, right, asked)
    return _ordered(first, last)


def _inclusive(left: str, right: str, asked: Asked, word: str = "to") -> Sides | None:
    """A range with both its ends; the first side may be elided."""
    first, last = since(left, asked), until(right, asked)
    if first is None or last is None:
        return _elided(left, right, asked, word)
    check_sides(left, right, asked)
    return _ordered(first, last, word)


_DAY = rf"(?:the )?\d\d?{DAY_ENDING}"
_YEARLESS = (
    MONTH,
    rf"{_DAY} (?:of )?{MONTH}|{MONTH} {_DAY}",
    r"(?:the )?q\d|\dq",
    r"(?:the )?h\d|\dh",
    rf"(?:the )?{ORDINAL} quarter",
    rf"(?:the )?{ORDINAL} half",
    r"week \d\d?|w\d\d?",
)
_ENDS_IN_YEAR = rf"(.+?)((?:,? | of )(?:\d{{4}}|{WHICH} year|(?:fy|fiscal(?: year)?) ?'?\d\d(?:\d\d)?))"
_ENDS_IN_MONTH = rf"{_DAY}((?: of)? {MONTH}.*)"
_MONTH_FIRST = rf"({MONTH}) {_DAY}"


def _elided(left: str, right: str, asked: Asked, word: str) -> Sides | None:
    sides = _lent(left, right)
    return _range(*sides, asked, word) if sides else None


def _lent(left: str, right: str) -> tuple[str, str] | None:
    """Sides of which the second one lends its year, or month and year, to the first: 22 to 25 March 2025.

    Only between like and like (two months, two days), or "March to 2025" would be read.
    """
    year = whole(_ENDS_IN_YEAR, right)
    if year is None:
        return None
    month = whole(_ENDS_IN_MONTH, right)
    month_first = whole(_MONTH_FIRST, left)
    if month is not None and whole(_DAY, left):
        return left + month[1], right
    if month_first is not None and whole(_DAY, year[1]):
        return left + year[2], f"{month_first[1]} {right}"
    if any(whole(form, left) and whole(form, year[1]) for form in _YEARLESS):
        return left + year[2], right
    part = whole(rf"(?:the )?{ORDINAL}( (?:quarter|half).+)", right) if whole(rf"(?:the )?{ORDINAL}", left) else None
    return (left + part[1], right) if part is not None else None


_NOTHING = ".."


def _range(left: str, right: str, asked: Asked, word: str = "to") -> Sides | None:
    """From the first day of a period to the last day of another; `..` is open."""
    first = None if left == _NOTHING else one_period(left, asked)
    last = None if right == _NOTHING else one_period(right, asked)
    if (first is None and left != _NOTHING) or (last is None and right != _NOTHING):
        return None
    if first is not None and last is not None:
        check_sides(left, right, asked)
    return _ordered(first, last, word)


def _ordered(first: Days | None, last: Days | None, word: str = "to") -> Sides:
    sides = Sides(first, last, word)
    if sides.period.is_empty:
        raise DateFault(
            "E103",
            f"the range ends before it starts: {sides.period.text}",
            "write the earlier date first, and the year on both sides",
        )
    return sides
