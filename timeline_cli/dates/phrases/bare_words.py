"""Which bare words of a query promise a date, and whether the words after one belong to it.

Owns: BEGINNINGS and the refusal of a phrase that was cut short. Does not: read a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from timeline_cli.dates.calendar import NEVER_ENDS
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.ranges import read_phrase
from timeline_cli.dates.phrases.words import MONTH, UNIT, WEEKDAY, WHICH, Asked, holds_year, normal, whole

# Words that promise a date: among bare words, one of these without a complete phrase is an error.
BEGINNINGS = frozenset({
    "since", "until", "before", "after", "between", "from", "last", "this", "next",
    "today", "yesterday", "tomorrow",
})  # fmt: skip


def promises_date(run: str) -> bool:
    return holds_year(run) or not BEGINNINGS.isdisjoint(re.findall("[a-z]+", run))


def counts(run: str, following: Sequence[str]) -> bool:
    """Whether a year is no year but a number: 1000 days ago. A 2024 year review is of the year 2024."""
    return whole(r"(?:.* )?\d{4}", run) is not None and any(whole(UNIT + "s", normal(word)) for word in following)


_JOINS = frozenset({"to", "-", "of", "until", "till", "through", "thru", "up", "before"})
_RELATIVE = rf"(?:.* )?{WHICH} (?:week|month|quarter|half|year)"
_DATELIKE = rf"\d.*|{MONTH}|{WEEKDAY}|[qh]\d.*|spring|summer|autumn|fall|winter"


def check_not_cut_short(run: str, following: list[str], period: Period, asked: Asked) -> None:
    """Refuse a phrase that goes on in words which were not read: half of it would answer another question."""
    if not following:
        return
    word, goes_on = following[0], len(following) > 1 and whole(_DATELIKE, following[1]) is not None
    one_sided = period.last == NEVER_ENDS and run.split()[0] in ("from", "since", "after")
    if (
        (word in _JOINS and goes_on)
        or (word in ("to", "-", "till", "through") and one_sided)
        or (word == "ago" and not run[0].isdigit())
        or (whole(_RELATIVE, run) and whole(WEEKDAY, word))
    ):
        raise _cut_short(run, following[:2])
    _check_alone(run, following, asked)


_LINKS = frozenset({
    "in", "during", "within", "on", "at", "of", "as", "to", "until", "till", "through", "before", "after",
    "from", "since", "by", "ended", "ending", "starting", "beginning", "the", "year",
})  # fmt: skip
_FROM_TODAY = rf"\b(?:{WHICH}|past|ago|now|today|yesterday|tomorrow)\b"
_LONGEST_DATE = 8


def _check_alone(run: str, following: list[str], asked: Asked) -> None:
    """Refuse what is counted from today beside another date, since together they may be one.

    Of `last friday in march 2025` and `2023 last quarter` each half is a date, and not the one that is meant.
    """
    links = list(takewhile(_LINKS.__contains__, following))
    rest = following[len(links) : len(links) + _LONGEST_DATE]
    if not rest:
        return
    if re.search(_FROM_TODAY, run):
        yearless = rf"{MONTH}|{WEEKDAY}|[qh]\d" if links else MONTH
        length = _date_length(rest, asked) or (1 if whole(yearless, rest[0]) else 0)
    else:
        length = _date_length(rest, asked) if not links and whole(rf"{WHICH}|past", rest[0]) else 0
    if length:
        raise _cut_short(run, following[: len(links) + length])


def _date_length(words: list[str], asked: Asked) -> int:
    """How many of the words are a date that a query would take, 0 for none."""
    for count in range(len(words), 0, -1):
        text = " ".join(words[:count])
        try:
            if promises_date(text) and not counts(text, words[count : count + 1]) and read_phrase(text, asked):
                return count
        except DateFault:
            return count
    return 0


def _cut_short(run: str, following: list[str]) -> DateFault:
    entire = " ".join([run, *following])
    return DateFault("E102", f"{entire} goes on after {run}, which is all that could be read", part=entire)
