"""Ranges of a question: since 2023, 2024..2025-03, between A and B, 22-25 March 2025.

Owns: how one or two single periods make a range (`phrase` and `range` in the grammar of phrases.py). Refuses:
a range that ends before it starts, and a side that is no complete period.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, Days
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.periods import one_period
from timeline_cli.dates.phrases.relative import single
from timeline_cli.dates.phrases.sides import END_OF, START_OF, check_sides
from timeline_cli.dates.phrases.words import DAY_ENDING, MONTH, ORDINAL, WHICH, Asked, whole


class Sides(NamedTuple):
    """The first and the last period that a phrase names, None where a side is open, and the word that joins them.

    `word` is empty for a single period, "to" for two ends, else between, .., since, until, by, before or after; the
    last two have left out the period that they name.
    """

    first: Days | None
    last: Days | None
    word: str = ""

    @property
    def period(self) -> Period:
        return Period(self.first[0] if self.first else NEVER_BEGAN, self.last[1] if self.last else NEVER_ENDS)


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
        for read in (_single, _dotted, _slashed, _to_date, _between, _worded, _one_sided):
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


def _dotted(text: str, asked: Asked) -> Sides | None:
    if text.count("..") != 1:
        return None
    left, right = (side.strip() for side in text.split(".."))
    if not left and not right:
        return None
    return _range(left or _NOTHING, right or _NOTHING, asked, "..")


_SIDE = r"(?:\d{4}(?:-[\dqhwx-]+)?|\d{3}x|\d\dxx|fy\d{4}(?:-[qh]\d)?)"
_SLASHED = rf"({_SIDE}|\.\.)/({_SIDE}|\.\.)"


def _slashed(text: str, asked: Asked) -> Sides | None:
    """The intervals of a file, between two strict forms; 2025/03 is a month gone wrong and has a hint."""
    match = whole(_SLASHED, text)
    if match is None or match[1] == match[2] == _NOTHING:
        return None
    return _range(match[1], match[2], asked)


_TO_DATE = {"year to date": "year", "ytd": "year", "half to date": "half", "quarter to date": "quarter"} | {
    "qtd": "quarter", "month to date": "month", "mtd": "month", "week to date": "week", "wtd": "week"
}  # fmt: skip


def _to_date(text: str, asked: Asked) -> Sides | None:
    unit = _TO_DATE.get(text.removeprefix("the ").replace("-", " "))
    days = one_period(f"this {unit}", asked) if unit else None
    return Sides((days[0], days[0]), single(asked.today), "to") if days else None


def _between(text: str, asked: Asked) -> Sides | None:
    sides = text.removeprefix("between ").split(" and ")
    if not text.startswith("between ") or len(sides) != 2:
        return None
    return _inclusive(sides[0], sides[1], asked, "between")


_OPENED = r"(?:(from|since|starting|after) )?(.+)"
_SEPARATOR = r" (up to|to|-|until|till?|through|thru|before) "
_HYPHENED = r"((?:[a-z0-9.]+ )?[a-z0-9.']+)-(?=.*(?:\d{4}|'\d\d|year)$)([a-z0-9]+.*)"


def _worded(text: str, asked: Asked) -> Sides | None:
    """A range whose two sides a word parts, or a hyphen without spaces."""
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
    first = _after(left, asked) if opener == "after" else _since(left, asked)
    last = _before(right, asked) if separator == "before" else _until(right, asked)
    if first is None or last is None:
        return None
    check_sides(left, right, asked)
    return _ordered(first, last)


_UNTIL = r"(?:until|till?|through|thru|up to) (.+)"
_SINCE = r"(?:since|from|starting) (.+?)(?: on| onwards?)?|(.+) onwards?"


def _one_sided(text: str, asked: Asked) -> Sides | None:
    if since := whole(_SINCE, text):
        return _opened(_since(since[1] or since[2], asked), "since")
    if until := whole(_UNTIL, text):
        return _closed(_until(until[1], asked), "until")
    if text.startswith("by "):
        return _closed(_until(text[3:], asked), "by")
    if text.startswith("after "):
        return _opened(_after(text[6:], asked), "after")
    if text.startswith("before "):
        return _closed(_before(text[7:], asked), "before")
    return None


def _opened(first: Days | None, word: str) -> Sides | None:
    return Sides(first, None, word) if first else None


def _closed(last: Days | None, word: str) -> Sides | None:
    return Sides(None, last, word) if last else None


def _since(text: str, asked: Asked) -> Days | None:
    """A first side. The start of a period is vague alone, but not as the day on which a range starts."""
    start_of = whole(START_OF, text)
    days = one_period(start_of[1] if start_of else text, asked)
    return (days[0], days[0]) if days and start_of else days


def _until(text: str, asked: Asked) -> Days | None:
    end_of = whole(END_OF, text)
    days = one_period(end_of[1] if end_of else text, asked)
    return (days[1], days[1]) if days and end_of else days


def _after(text: str, asked: Asked) -> Days | None:
    last = _until(text, asked)
    return single(date.fromordinal(last[1] + 1)) if last else None  # nothing comes after 9999


def _before(text: str, asked: Asked) -> Days | None:
    first = _since(text, asked)
    return single(date.fromordinal(first[0] - 1)) if first else None


def _inclusive(left: str, right: str, asked: Asked, word: str = "to") -> Sides | None:
    """A range with both its ends; the first side may be elided."""
    first, last = _since(left, asked), _until(right, asked)
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
    r"week \d\d?",
)
_ENDS_IN_YEAR = rf"(.+?)((?:,? | of )(?:\d{{4}}|{WHICH} year|(?:fy|fiscal(?: year)?) ?'?\d\d(?:\d\d)?))"
_ENDS_IN_MONTH = rf"{_DAY}((?: of)? {MONTH}.*)"
_MONTH_FIRST = rf"({MONTH}) {_DAY}"


def _elided(left: str, right: str, asked: Asked, word: str) -> Sides | None:
    """Sides of which the second one lends its year, or month and year, to the first: 22 to 25 March 2025.

    Only between like and like (two months, two days), or "March to 2025" would be read.
    """
    year = whole(_ENDS_IN_YEAR, right)
    if year is None:
        return None
    month = whole(_ENDS_IN_MONTH, right)
    month_first = whole(_MONTH_FIRST, left)
    if month is not None and whole(_DAY, left):
        left += month[1]
    elif month_first is not None and whole(_DAY, year[1]):
        left, right = left + year[2], f"{month_first[1]} {right}"
    elif any(whole(form, left) and whole(form, year[1]) for form in _YEARLESS):
        left += year[2]
    else:
        return None
    return _range(left, right, asked, word)


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
