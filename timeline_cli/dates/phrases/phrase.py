"""A date phrase of a question, read as the one period that it means.

Owns: the grammar below and which bare words of a query are a date. Does not: guess what is left open.

    phrase  := [ in | on | during | within | throughout | for | over the ] ( one | range )
    range   := A/B | A/.. | ../B                      a file's strict forms: 2024/2025-03
             | A..B | A.. | ..B
             | between A and B  |  Q4 2024-Q1 2025  28 Feb-3 Mar 2025  FY23-FY25  fiscal 2024-2025
             | [ from | since ] A ( to | - | until | till | through | up to ) B
             | ( from | since | after ) A before B  |  after A ( to | until | … ) B
             | ( since | from | no earlier than ) A [ on ]  |  A ( on | onwards | or later | at the earliest )  |  A+
             | ( to | until | till | through | up to | no later than ) B  |  B ( or earlier | at the latest )
             | ( before | prior to | earlier than ) B  |  pre-B  |  ( after | beyond | later than ) A  |  post-A
             | by DAY  |  by end of one
             | YTD QTD MTD WTD FYTD  |  UNIT to date  |  so far one  |  A ( to date | to present | -present )
             | one ( and | or ) one                   that touch: Q1 and Q2 2025, 2024 or 2025
    A       := one | start of one | start of the UNIT     B := one | end of one | end of the UNIT
    one     := 2025  2025-03  2025-03-22  2025/3/22  22.3.2025  3/22/2025  2025-Q1  2025-H1  2025-W12
             | 201X  20XX  2020s
             | March 2025  Mar 2025  Mar-2025  2025 March  22 March 2025  March 22nd, 2025  22-Mar-2025
             | Q1 2025  2025Q1  1Q 2025  1Q25  25Q1  Q1'25  H2 2024  first quarter of 2025  last half of 2024
             | week 12 of 2025  CY2025  FY2025  FY25  FY2025-Q1  Q1 FY2025  first quarter of fiscal 2025
             | fiscal Q1'25  fiscal first quarter 2025  FQ1 2025  FY25Q3  fiscal year ended March 2025
             | all of one  |  full year 2024  |  March quarter 2025 (ends in March)  |  3M25  6M25  9M25
             | today  now  yesterday  tomorrow  day before yesterday  day after tomorrow  TTM  LTM  L12M
             | ( this | last | next ) [ fiscal ] ( week | month | quarter | half | year )
             | ( last | past | previous | next ) N UNITS  |  last 2y  |  N UNITS ago  |  in N UNITS  |  N UNITS from now
             | ( last | next ) WEEKDAY  |  WEEKDAY [ of ] ( this | last | next ) week
             | second WEEKDAY of March 2025  |  week of MONDAY  |  week commencing DAY
             | ( first | last ) day of one  |  ( first | last ) N UNITS of one
             | N UNITS ended ( MONTH | DAY )  |  N UNITS to ( MONTH | DAY )

A year in a named form may be `this|last|next year` (Q1 last year); a day may follow its weekday. 3/4/2025 is
refused: either number may be the month. In a range of two months, days, quarters or halves the first side may
leave the year, or the month and the year, to the second: Jan to Mar 2025, 22-25 March 2025. Beside FY2024 a
year, quarter or half must say FY too. Ends are inclusive; `before`, `after` and their like leave theirs out.
`last quarter` is the calendar quarter before this one, `last 2 quarters` the two before it; `past 2 quarters`
ends today, as do the last N days, weeks, months and years; where a month is too short for a day so many months
away, its last day is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from timeline_cli.dates.faults import DateFault, shown
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.bare_words import BEGINNINGS, check_not_cut_short, counts, is_foreign, promises_date
from timeline_cli.dates.phrases.ranges import read_phrase
from timeline_cli.dates.phrases.words import MONTH_NUMBERS, NUMBER_NAMES, WEEKDAY_NUMBERS, Asked, is_fiscal, normal

MOST_CHARACTERS, MOST_WORDS = 200, 24


def parse_phrase(text: str, today: date, fiscal: FiscalYear | None = None) -> Period:
    """The period that the whole of `text` means, asked on `today`; `fiscal` is whose FY2025 is meant.

    Raises DateFault: E101 (no such day), E102 (no form), E103 (ends before it starts), E106 (more than one reading) or
    E107 (whose fiscal year).
    """
    if len(text) > MOST_CHARACTERS:
        raise DateFault("E102", "the text is too long for a date", "write a range such as 2024..2025-03")
    asked, phrase = Asked(today, fiscal), normal(text)
    period = read_phrase(phrase, asked)
    if period is None:
        raise DateFault("E102", f"{shown(phrase)} is not a date that a question can use")
    return period


def longest_phrase(words: Sequence[str], today: date, fiscal: FiscalYear | None = None) -> tuple[int, Period] | None:
    """How many of `words`, from the first on, are one date phrase, and its period; None when they begin none.

    A run counts when it holds a year or one of BEGINNINGS, so `Q1` and `3 weeks ago` are text, `Q1 2025` and
    `since 3 weeks ago` are dates. Raises DateFault when what follows shows that a phrase was cut short (2024 to March).
    Where words begin none, `hints.near_words` tells whether they are nearly one.
    """
    if not words or not may_begin(*words[:5]):
        return None
    asked = Asked(today, fiscal)
    runs = [normal(" ".join(words[:count])) for count in range(1, min(len(words), MOST_WORDS) + 1)]
    for count in range(len(runs), 0, -1):
        run = runs[count - 1]
        if len(run) > MOST_CHARACTERS or not promises_date(run) or counts(run, words[count : count + 1]):
            continue
        period = read_phrase(run, asked)
        if period is not None:
            check_not_cut_short(run, [normal(word) for word in words[count:MOST_WORDS]], period, asked)
            return count, period
    return None


def longest_of_anyone(words: Sequence[str], today: date) -> tuple[int, Period | None]:
    """The same where nobody knows yet whose fiscal year is meant; (0, None) for none.

    The period is open where it depends on that; only what no fiscal year would have is refused.
    """
    try:
        found = longest_phrase(words, today, SOME_FISCAL_YEAR)
    except DateFault:
        if not any(map(is_fiscal, words)):
            raise
        found = None
        for month in range(11, 0, -1):
            with suppress(DateFault):
                found = found or longest_phrase(words, today, FiscalYear(month))
        if found is None:
            raise
    if found is None:
        return 0, None
    return found[0], Period() if any(map(is_fiscal, words[: found[0]])) else found[1]


# Any fiscal calendar serves to see where a phrase ends.
SOME_FISCAL_YEAR = FiscalYear(12)


# The first words of all phrases, and of those that are refused among bare words.
_FIRST_WORDS = {
    "financial", "entire", "opening", "closing",
    *BEGINNINGS, *NUMBER_NAMES.split("|"), "in", "on", "during", "within", "throughout", "for", "till",
    "til", "through", "thru", "up", "by", "starting", "the", "a", "an", "now", "current", "previous",
    "past", "first", "second", "third", "fourth", "final", "day", "days", "week", "weeks", "month",
    "months", "quarter", "quarters", "half", "year", "years", "fiscal", "fy", "spring", "summer",
    "autumn", "fall", "winter", "early", "mid", "late", "start", "beginning", "middle", "end", "about",
    "around", "circa", "c", "c.", "ca", "ca.", "approx", "approx.", "approximately", "roughly", "w/c",
    "over", "cy", "calendar", "to", "so", "prior", "no", "beyond", "later", "earlier", "all", "full",
    "whole", "rest", "remainder", "remaining", "ytd", "qtd", "mtd", "wtd", "fytd", "ttm", "ltm", "fifth",
}  # fmt: skip


def may_begin(first: str, *following: str) -> bool:
    """Whether a phrase may begin with a word: a coarse look, for speed. In another language, if a date follows."""
    word = normal(first)
    return (
        word.split("-")[0] in _FIRST_WORDS
        or word[:3] in MONTH_NUMBERS
        or word[:3] in WEEKDAY_NUMBERS
        or ".." in word
        or any(character.isdigit() for character in word)
        or (promises_date(normal(" ".join(following))) and is_foreign(first))
    )
