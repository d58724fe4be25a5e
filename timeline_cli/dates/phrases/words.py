"""The words of a date phrase: names of months, days, units and numbers, and how a phrase is written down.

Owns: the vocabulary of phrases.py's grammar, as pieces of patterns over normal text. Refuses: every other
language than English, and a number that no vocabulary holds.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import DAY_NAMES, MONTH_NAMES
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear

# A year of two digits is read when a year so far back or ahead ends in them: nobody asks for 2050 as '50.
YEARS_BACK, YEARS_AHEAD = 30, 10

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
UNIT = r"(?:day|week|month|quarter|year)"
NUMBER_NAMES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# "2024 quarter" is a year and a word, "1000 days" is a count.
NUMBER = rf"(?:(?!\d{{4}} {UNIT}\b)\d+|{NUMBER_NAMES})"
WHICH = r"(?:this|last|next|current|previous)"
# What may follow the digits of a day: 1st, 22nd, 3rd, 11th, but neither 22st nor 1th.
DAY_ENDING = r"(?:(?<=1)(?<!11)st|(?<=2)(?<!12)nd|(?<=3)(?<!13)rd|(?:(?<=[04-9])|(?<=1[123]))th)?"
ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
# Numbers and nouns belong to an ordinary word next to them: windows 11 2024, 2024 year review, black friday 2025.
NOUN_OF_TIME = rf"(?:\d{{1,4}}|{NUMBER_NAMES}|{UNIT}|half|end|start|beginning|middle|present|now|{WEEKDAY})"
PART = rf"(?:{MONTH}|[qh]\d|\d[qh]|k?w\d\d?)"
# Words that next to a date are hardly text.
OF_TIME = (
    rf"{NOUN_OF_TIME}|{UNIT}s|halves|{ORDINAL}|fifth|\d\d?(?:st|nd|rd|th)"
    rf"|(?:{PART}|\d\d?)(?:(?:\.\.|[-/&+])(?:{PART}|\d\d?))?"
    r"|\d\d?:\d\d|\d\d?[ap]m|ago|fiscal|financial|calendar|early|mid|late|later|earlier|prior|previous|current|coming"
    r"|following|past|remaining|rest|remainder|onwards?|ongoing|hence|so|far|spring|summer|autumn|winter|weekend|decade"
    r"|fy|cy|fy?[qh]\d|yrs?|fall|century|bce?|date|[+-]\d+|'\d\d|(?:half|mid)-year|(?:year|quarter|month)-end|noon|eve"
)

_NUMBER_WORDS = {word: number for number, word in enumerate(NUMBER_NAMES.split("|"), 1)}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
WEEKDAY_NUMBERS = {name[:3].lower(): number for number, name in enumerate(DAY_NAMES)}
STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Asked(NamedTuple):
    """What a phrase is read against: the day it is asked on, and whose fiscal year is meant.

    A question counts days: since 2 years ago. A date `in_file` is no finer than its words: 2 years ago is a year.
    """

    today: date
    fiscal: FiscalYear | None = None
    in_file: bool = False


_SHORTENED = r"\b(?:qtr(?=s?\b)|l12m\b|prev\b|halves\b|prior(?= (?:week|month|quarter|half|year)\b))"
_IN_FULL = {"qtr": "quarter", "prev": "previous", "halves": "half", "prior": "previous", "l12m": "ltm"}
_COUNTED = r"\b(?<=last |past |next )(\d+)([dwmqy])\b"  # last 2y
_UNITS = {"d": "day", "w": "week", "m": "month", "q": "quarter", "y": "year"}


def normal(text: str) -> str:
    """Lower case, single spaces, one kind of apostrophe, " - " for a long dash, ", " for a comma, words in full."""
    text = re.sub("[‘’ʼ]", "'", text.lower())
    text = re.sub(_SHORTENED, lambda match: _IN_FULL[match[0]], text, flags=re.ASCII)
    text = re.sub(_COUNTED, lambda match: f"{match[1]} {_UNITS[match[2]]}s", text, flags=re.ASCII)
    text = re.sub("\\s*[–—]\\s*", " - ", text)
    return " ".join(re.sub(r"\s*,\s*", ", ", text).split())


def whole(pattern: str, text: str) -> re.Match[str] | None:
    """The match of a pattern with all of a normal text.

    A pattern is compiled when first tried, and kept by `re`: all of them at import would cost a short command
    more than its answer does.
    """
    return re.fullmatch(pattern, text, re.ASCII)


_HOLDS_YEAR = (
    rf"(?:(?<![\d.,])|(?<=\.\.))(?:\d{{4}}(?!\d)(?! {UNIT}s\b)|\d{{3}}x|\d\dxx)"
    r"|(?<![\d.])\d\d?\.\d\d?\.\d{4}(?!\d)"
    r"|\b\d(?:f?[qh]|m)'?\d\d\b|\bf?[qh]\d ?'\d\d\b|\bfq\d\d\d\b|\b\d\d[qh][1-4]\b"
    r"|(?:fy|cy) ?'?\d\d|\bfiscal (?:year )?'?\d\d"
)


def holds_year(text: str) -> bool:
    return re.search(_HOLDS_YEAR, text, re.ASCII) is not None


def is_fiscal(text: str) -> bool:
    return re.search("f[yq]|fiscal", text, re.IGNORECASE) is not None


def month_number(name: str) -> int:
    return MONTH_NUMBERS[name[:3]]


def weekday_number(name: str) -> int:
    """Monday is 0."""
    return WEEKDAY_NUMBERS[name[:3]]


def near_year(digits: str, today: date) -> int:
    """The year near today that ends in two digits. Raises DateFault when there is none."""
    for year in range(max(1, today.year - YEARS_BACK), min(9999, today.year + YEARS_AHEAD) + 1):
        if year % 100 == int(digits):
            return year
    raise DateFault("E106", f"'{digits} leaves the century open", f"write the year: 19{digits} or 20{digits}")


def count_of(text: str) -> int:
    number = _NUMBER_WORDS.get(text) or (1 if text in ("a", "an") else int(text))
    if number == 0:
        raise DateFault("E102", "0 units have no day", "count from 1: last 1 day; for today, write today")
    return number
