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
from timeline_cli.dates.phrases.words import (
    MONTH,
    NUMBER,
    ORDINAL,
    UNIT,
    WEEKDAY,
    WHICH,
    Asked,
    holds_year,
    normal,
    whole,
)  # fmt: skip

# Words that promise a date: among bare words, one of these without a complete phrase is an error.
BEGINNINGS = frozenset({
    "since", "until", "before", "after", "between", "from", "last", "this", "next",
    "today", "yesterday", "tomorrow",
})  # fmt: skip
# The same, where they are a phrase.
_UP_TO_TODAY = frozenset({"ytd", "qtd", "mtd", "wtd", "fytd", "ttm", "ltm", "date"})
_SPAN = r"(?:week|month|quarter|half|year)"
_CURRENT = (
    rf"\bprevious (?:{NUMBER} )?{_SPAN}|\bpast {NUMBER} (?:{UNIT}|half)s?\b"
    rf"|\b(?:start|beginning|end) of (?:the )?(?:fiscal )?{_SPAN}"
)


def promises_date(run: str) -> bool:
    words = re.findall("[a-z]+", run)
    return holds_year(run) or not (BEGINNINGS | _UP_TO_TODAY).isdisjoint(words) or bool(re.search(_CURRENT, run))


def counts(run: str, following: Sequence[str]) -> bool:
    """Whether a year is no year but a number: 1000 days ago. A 2024 year review is of the year 2024."""
    return whole(r"(?:.* )?\d{4}", run) is not None and any(whole(UNIT + "s", normal(word)) for word in following)


LONGEST_DATE, MOST_BESIDE = 8, 6  # words

# What belongs to a date that stands next to it, and makes one wherever it stands before or after.
_QUARTER = rf"[qh][1-4]|[1-4][qh]|{ORDINAL}(?: fiscal)? (?:quarter|half)"
_SEASON = "spring|summer|autumn|winter"
_STRONG = (
    rf"later|earlier|prior|rest|remainder|remaining|fiscal|early|mid|late|so far|{_SEASON}|{MONTH}|{_QUARTER}"
    rf"|(?:early|mid|late)-(?:{_SEASON}|{MONTH})"
    r"|financial (?:year|quarter|half)|(?:opening|closing) (?:quarter|half|year)|entire|kw\d+|[qh]\d"
)
_AFTER = rf"(?:{_STRONG}|onwards?|present|excluding|except)(?: .*)?"
_OPENING = ("to", "on", "within", "beyond", "prior")
_WEAK = frozenset({
    "in", "of", "the", "on", "to", "and", "or", "at", "by", "for", "within", "during", "since", "until", "from", "than",
    "before", "after", "this", "last", "next", "through", "between", "week", "month", "quarter", "half", "year",
    "far", "a", "à", "und", "et", "&", "&&", "+", "|", "||",
})  # fmt: skip


def _is_strong(words: Sequence[str]) -> bool:
    """Whether a word of time begins here that is no date by itself."""
    return whole(rf"(?:{_STRONG})(?: .*)?", " ".join(words[:3])) is not None or is_foreign(words[0])


def is_foreign(word: str) -> bool:
    from timeline_cli.dates.hints import languages

    return languages.is_foreign(word)


def check_nothing_before(words: Sequence[str], asked: Asked) -> None:
    """Refuse words of time before a date that no phrase holds together: Q1 since 2024, mai 2025."""
    most = MOST_BESIDE if _is_strong(words) else 2 if words[0] in _OPENING else 0
    for count in range(1, min(len(words), most)):
        length = _date_length(words[count : count + LONGEST_DATE], asked)
        if length:
            end = count + length
            while end < len(words) and (words[end] in _WEAK or words[end][0].isdigit() or _is_strong(words[end:])):
                end += 1
            while end > count + length and words[end - 1] in _WEAK:
                end -= 1
            run, entire = " ".join(words[:count]), " ".join(words[:end])
            raise DateFault("E102", f"{run} next to {entire[len(run) + 1 :]} is not read as one date", part=entire)
        if not (words[count] in _WEAK or _is_strong(words[count:])):
            return


_JOINS = frozenset({"to", "-", "of", "until", "till", "through", "thru", "up", "before"})
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:z|[ap]m)?|\d{1,2}[ap]m"
_RELATIVE = rf"(?:.* )?{WHICH} {_SPAN}"
_DATELIKE = rf"\d.*|{MONTH}|{WEEKDAY}|[qh]\d.*|spring|summer|autumn|fall|winter|date|present|now|today"
_OR_LATER = "(?:or|and) (?:later|earlier|after|before|onwards?)(?: .*)?|on(?: and| or)?"


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
        or whole(_TIME, word)
        or (whole(_RELATIVE, run) and whole(WEEKDAY, word))
    ):
        raise _cut_short(run, following[: max(2, 1 + _date_length(following[1 : 1 + LONGEST_DATE], asked))])
    if whole(_OR_LATER, " ".join(following[:2])) and not _date_length(following[1 : 1 + LONGEST_DATE], asked):
        raise _cut_short(run, following[: 1 if word == "on" else 2])
    if whole(_AFTER, " ".join(following[:3])) or is_foreign(word):
        raise _cut_short(run, following[: 2 if whole(rf"so far|{ORDINAL} .*", " ".join(following[:2])) else 1])
    lone = whole(rf"(?:and|or|in|on|for|during) (?:{MONTH}|{_QUARTER})(?: .*)?", " ".join(following[:3])) is not None
    if lone and not _date_length(following[1 : 1 + LONGEST_DATE], asked):
        raise _cut_short(run, following[: 3 if whole(f"{ORDINAL} .*", " ".join(following[1:3])) else 2])
    if run.endswith(" on") and word not in ("and", "or", "not"):
        since, named = run.removesuffix(" on"), " ".join(following[:1])
        raise DateFault("E106", f"{run} can be from then on, or about {named}", f"write {since}.., or {since} {named}")
    _check_alone(run, following, asked)


_LINKS = frozenset({
    "in", "during", "within", "on", "at", "of", "as", "to", "until", "till", "through", "before", "after",
    "from", "since", "by", "ended", "ending", "starting", "beginning", "the", "year",
})  # fmt: skip
_FROM_TODAY = rf"\b(?:{WHICH}|past|ago|now|today|yesterday|tomorrow|ltm|ttm)\b"


def _check_alone(run: str, following: list[str], asked: Asked) -> None:
    """Refuse what is counted from today beside another date, since together they may be one.

    Of `last friday in march 2025` and `2023 last quarter` each half is a date, and not the one that is meant.
    """
    links = list(takewhile(_LINKS.__contains__, following))
    rest = following[len(links) : len(links) + LONGEST_DATE]
    if not rest:
        return
    if re.search(_FROM_TODAY, run):
        yearless = rf"{MONTH}|{WEEKDAY}|[qh]\d" if links else MONTH
        length = _date_length(rest, asked) or (1 if whole(yearless, rest[0]) else 0)
    else:
        length = _date_length(rest, asked) if not links and whole(rf"{WHICH}|past", rest[0]) else 0
    if length:
        raise _cut_short(run, following[: len(links) + length])


def _date_length(words: Sequence[str], asked: Asked) -> int:
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
