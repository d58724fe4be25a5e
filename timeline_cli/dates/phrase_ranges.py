"""Ranges of a question: since 2023, 2024..2025-03, between A and B, 22-25 March 2025.

Owns: how one or two single periods make a range (`phrase` and `range` in the grammar of phrases.py). Refuses:
a range that ends before it starts, and a side that is no complete period.
"""

from __future__ import annotations

import re
from datetime import date

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, Days
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrase_periods import one_period
from timeline_cli.dates.phrase_words import MONTH, ORDINAL, WHICH, Asked, whole


def read_phrase(text: str, asked: Asked) -> Period | None:
    """The period of a normal text, None when it has none of the forms. Raises DateFault when it has one."""
    try:
        for read in (_single, _dotted, _slashed, _to_date, _between, _worded, _one_sided):
            period = read(text, asked)
            if period is not None:
                return period
    except DateFault:
        raise
    except (ValueError, OverflowError) as error:
        raise DateFault("E101", f"{text} leads out of the calendar", "years run from 0001 to 9999") from error
    return None


_PREPOSITION = (
    r"(?:in|on|during|within|throughout|for|over(?= the (?:last|past|next) )) "
    r"(?!in |.* ago$|.* from )(.+)"
)


def _single(text: str, asked: Asked) -> Period | None:
    days = one_period(text, asked)
    if days is None:
        # Said of a single period, these words change nothing. "over 2000" is an amount.
        match = whole(_PREPOSITION, text)
        days = one_period(match[1], asked) if match else None
    return Period(*days) if days else None


def _dotted(text: str, asked: Asked) -> Period | None:
    if text.count("..") != 1:
        return None
    left, right = (side.strip() for side in text.split(".."))
    if not left and not right:
        return None
    return _range(one_period(left, asked) if left else _OPEN, one_period(right, asked) if right else _OPEN)


_SIDE = r"(?:\d{4}(?:-[\dqhwx-]+)?|\d{3}x|\d\dxx|fy\d{4}(?:-[qh]\d)?)"
_SLASHED = rf"({_SIDE}|\.\.)/({_SIDE}|\.\.)"


def _slashed(text: str, asked: Asked) -> Period | None:
    """The intervals of a file, between two strict forms; 2025/03 is a month gone wrong and has a hint."""
    match = whole(_SLASHED, text)
    if match is None or match[1] == match[2] == "..":
        return None
    return _range(*(_OPEN if side == ".." else one_period(side, asked) for side in match.groups()))


_TO_DATE = {"year to date": "year", "ytd": "year", "half to date": "half", "quarter to date": "quarter"} | {
    "qtd": "quarter", "month to date": "month", "mtd": "month", "week to date": "week", "wtd": "week"
}  # fmt: skip


def _to_date(text: str, asked: Asked) -> Period | None:
    unit = _TO_DATE.get(text.removeprefix("the "))
    days = one_period(f"this {unit}", asked) if unit else None
    return Period(days[0], asked.today.toordinal()) if days else None


def _between(text: str, asked: Asked) -> Period | None:
    sides = text.removeprefix("between ").split(" and ")
    if not text.startswith("between ") or len(sides) != 2:
        return None
    return _range(*_sides(sides[0], sides[1], asked))


_OPENED = r"(?:(from|since|starting|after) )?(.+)"
_SEPARATOR = r" (up to|to|-|until|till?|through|thru|before) "
_HYPHENED = r"((?:from )?(?:[a-z.]+ )?[a-z0-9.]+)-([a-z0-9]+.*)"


def _worded(text: str, asked: Asked) -> Period | None:
    """A range whose two sides a word parts, or a hyphen without spaces between years or elided sides."""
    opened = whole(_OPENED, text)
    if opened is None:
        return None
    opener, rest = opened[1], opened[2]
    for separator in re.finditer(_SEPARATOR, rest, re.ASCII):
        left, right = rest[: separator.start()], rest[separator.end() :]
        if separator[1] != "before" and opener != "after":
            period = _range(*_sides(left, right, asked))
        elif opener is not None:
            period = _exclusive(opener, left, separator[1], right, asked)
        else:
            continue
        if period is not None:
            return period
    hyphened = whole(_HYPHENED, rest) if opener in (None, "from") else None
    if hyphened is None:
        return None
    left, right = hyphened.groups()
    if whole(r"\d{4}-\d{4}", rest):
        return _range(one_period(left, asked), one_period(right, asked))
    return _range(*(_elided(left, right, asked) or (None, None)))


def _exclusive(opener: str, left: str, separator: str, right: str, asked: Asked) -> Period | None:
    """A range of which `after` or `before` leaves out an end."""
    first = _after(left, asked) if opener == "after" else _since(left, asked)
    last = _before(right, asked) if separator == "before" else _until(right, asked)
    return _ordered(first, last) if first is not None and last is not None else None


_UNTIL = r"(?:until|till?|through|thru|up to|by) (.+)"
_SINCE = r"(?:since|from|starting) (.+?)(?: on| onwards?)?|(.+) onwards?"


def _one_sided(text: str, asked: Asked) -> Period | None:
    first: int | None = NEVER_BEGAN
    last: int | None = NEVER_ENDS
    if since := whole(_SINCE, text):
        first = _since(since[1] or since[2], asked)
    elif until := whole(_UNTIL, text):
        last = _until(until[1], asked)
    elif text.startswith("after "):
        first = _after(text[6:], asked)
    elif text.startswith("before "):
        last = _before(text[7:], asked)
    else:
        return None
    return Period(first, last) if first is not None and last is not None else None


_START_OF = r"(?:the )?(?:start|beginning) of (.+)"
_END_OF = r"(?:the )?end of (.+)"


def _since(text: str, asked: Asked) -> int | None:
    """The first day. The start of a period is vague alone, but not as the day on which a range starts."""
    start_of = whole(_START_OF, text)
    days = one_period(start_of[1] if start_of else text, asked)
    return days[0] if days else None


def _until(text: str, asked: Asked) -> int | None:
    end_of = whole(_END_OF, text)
    days = one_period(end_of[1] if end_of else text, asked)
    return days[1] if days else None


def _after(text: str, asked: Asked) -> int | None:
    last = _until(text, asked)
    if last is not None:
        date.fromordinal(last + 1)  # nothing comes after 9999
        return last + 1
    return None


def _before(text: str, asked: Asked) -> int | None:
    first = _since(text, asked)
    if first is not None:
        date.fromordinal(first - 1)
        return first - 1
    return None


_OPEN: Days = (NEVER_BEGAN, NEVER_ENDS)


def _sides(left: str, right: str, asked: Asked) -> tuple[Days | None, Days | None]:
    """The two sides of an inclusive range; the first may be elided."""
    last = _until(right, asked)
    if last is None:
        return _elided(left, right, asked) or (None, None)
    first = _since(left, asked)
    if first is None:
        return _elided(left, right, asked) or (None, None)
    return (first, first), (last, last)


_DAY = r"(?:the )?\d\d?(?:st|nd|rd|th)?"
_YEARLESS = (
    MONTH,
    rf"{_DAY} (?:of )?{MONTH}|{MONTH} {_DAY}",
    r"(?:the )?q\d|\dq",
    r"(?:the )?h\d|\dh",
    rf"(?:the )?{ORDINAL} quarter",
    rf"(?:the )?{ORDINAL} half",
    r"week \d\d?",
)
_ENDS_IN_YEAR = rf"(.+?)((?:,? | of )(?:\d{{4}}|{WHICH} year))"
_ENDS_IN_MONTH = rf"{_DAY}((?: of)? {MONTH}.*)"
_MONTH_FIRST = rf"({MONTH}) {_DAY}"


def _elided(left: str, right: str, asked: Asked) -> tuple[Days, Days] | None:
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
    first, last = one_period(left, asked), one_period(right, asked)
    return (first, last) if first and last else None


def _range(first: Days | None, last: Days | None) -> Period | None:
    return _ordered(first[0], last[1]) if first is not None and last is not None else None


def _ordered(first: int, last: int) -> Period:
    period = Period(first, last)
    if period.is_empty:
        raise DateFault(
            "E103",
            f"the range ends before it starts: {period.text}",
            "write the earlier date first, with its year on both sides: 2024-10..2025-03",
        )
    return period
