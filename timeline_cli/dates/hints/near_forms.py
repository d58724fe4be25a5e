"""More forms that dates have elsewhere: two ends in words, parts of a month, spreadsheets, words beside a date.

Owns: those rows, FIRST and LAST beside the ones of hints.py. Refuses: to turn any of them into a date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from timeline_cli.dates.calendar import MONTH_NAMES
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.hints.offers import offer, write
from timeline_cli.hint import Hint

Row = tuple[str, Callable[[re.Match[str]], DateFault | None]]

_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_MONTH = r"((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_LASTS = " for something that lasts, [{0}..{1}] for one moment in it"
# Clocks by their letters, winter and summer; others have several meanings.
_OFFSETS = {
    "UTC": "Z", "GMT": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00",
    "EST": "-05:00", "EDT": "-04:00", "PST": "-08:00", "PDT": "-07:00", "JST": "+09:00", "KST": "+09:00",
    "HKT": "+08:00", "SGT": "+08:00",
}  # fmt: skip


def _month(word: str) -> int | None:
    """The number of a month by its name or the beginning of it."""
    number = _MONTHS[word[:3].lower()]
    name = MONTH_NAMES[number - 1].lower()
    return number if name.startswith(word.lower()) or word.lower() == "sept" else None


def _between(match: re.Match[str]) -> DateFault | None:
    """between A and B, from A to B."""
    first, second = match[1], match[2]
    return write(match, f"{first}/{second}", _LASTS.format(first, second))


def _same_start(match: re.Match[str]) -> DateFault | None:
    """2025-03-23/24: the second end leaves out what it shares with the first."""
    first, second = f"{match[1]}-{match[2]}", f"{match[1]}-{match[3]}"
    return write(match, f"{first}/{second}", _LASTS.format(first, second))


def _days(match: re.Match[str], first: str, last: str, month: str, year: str) -> DateFault | None:
    """22-24 March 2025."""
    number = _month(month)
    if number is None:
        return None
    one, two = (f"{year}-{number:02}-{int(day):02}" for day in (first, last))
    return write(match, f"{one}/{two}", _LASTS.format(one, two))


def _months(match: re.Match[str]) -> DateFault | None:
    """March-April 2025."""
    first, last = _month(match[1]), _month(match[2])
    if first is None or last is None:
        return None
    one, two = f"{match[3]}-{first:02}", f"{match[3]}-{last:02}"
    return write(match, f"{one}/{two}", _LASTS.format(one, two))


_PARTS = {
    "first week": (1, 7),
    "early": (1, 10),
    "beginning": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
}


def _part_of_month(match: re.Match[str]) -> DateFault | None:
    """early March 2025, last week of April 2025."""
    number = _month(match[2])
    if number is None or not int(match[3]) >= 1:
        return None
    last_day = monthrange(int(match[3]), number)[1]
    word = match[1].lower()
    first, last = next((days for part, days in _PARTS.items() if part in word), (21, last_day))
    if "last week" in word:
        first = last_day - 6
    form = f"{match[3]}-{number:02}"
    return DateFault(
        "E102",
        f"{match[0]} has no fixed bounds",
        f"write its days, such as [{form}-{first:02}..{form}-{last:02}] for one moment in them, or {form} alone",
    )


def _years(match: re.Match[str]) -> DateFault | None:
    """2026/27 is no month."""
    first, second = int(match[1]), int(match[2])
    if second != (first + 1) % 100 or second <= 12:
        return None
    return DateFault(
        "E106",
        f"{match[0]} could be a fiscal year or two years",
        f"write FY{first + 1} for a fiscal year that ends in {first + 1}, or {first}/{first + 1}",
    )


def _named(match: re.Match[str]) -> DateFault | None:
    """22-Mar-25."""
    number = _month(match[2])
    return write(match, f"20{match[3]}-{number:02}-{int(match[1]):02}", certain=False) if number is not None else None


def _month_or_day(match: re.Match[str]) -> DateFault | None:
    """Mar-25 may be the 25th of March."""
    number = _month(match[1])
    if number is None:
        return None
    form = f"20{match[2]}-{number:02}"
    return DateFault("E106", f"{match[0]} has no year of four digits", f"write {form}, or the day with its year")


def _serial(match: re.Match[str]) -> DateFault | None:
    """43837: a cell of a spreadsheet without its format."""
    if not 20_000 <= int(match[0]) <= 60_000:
        return None
    day = (date(1899, 12, 30) + timedelta(int(match[0]))).isoformat()
    return DateFault("E102", f"{match[0]} is a date as spreadsheets count days", Hint(f"write {day}", day))


def _decade_of_days(match: re.Match[str]) -> DateFault | None:
    """2025-05-2X."""
    year, month, ten = int(match[1]), int(match[2]), int(match[3])
    if not 1 <= month <= 12 or not year:
        return None
    last = min(ten * 10 + 9, monthrange(year, month)[1])
    form = f"{match[1]}-{match[2]}"
    return write(match, f"[{form}-{max(ten * 10, 1):02}..{form}-{last:02}]")


def _timed(match: re.Match[str]) -> DateFault | None:
    """A time of day with the letters of its clock."""
    offset = _OFFSETS.get(match[3].upper())
    return write(match, f"{match[1]}T{match[2].zfill(5)}{offset}") if offset is not None else None


def _beside(match: re.Match[str]) -> DateFault | None:
    """A date with a weekday or a remark beside it, which does not say that it is another one."""
    if re.search(r"\b(?:or|not?|latest|earliest|later|earlier|until|before|after|since|from|by|to)\b", match[0], re.I):
        return None
    fault = offer(match[0], match["date"])
    if fault is None or fault.code != "E102":
        return fault
    hint = Hint(f"write {match['date']}, and nothing beside it", match["date"])
    return DateFault(fault.code, f"{match[0]} is more than a date", hint)


_LIMITS = {"Q": "quarters run from Q1 to Q4", "H": "the halves of a year are H1 and H2"}
_YEAR = r"(\d{4})"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DASH = r"\s*(?:-|–|—|/|&|\bto\b|\band\b|\buntil\b)\s*"

FIRST: tuple[Row, ...] = (
    (r"(\d{4})/(\d\d)", _years),
    (r"between\s+(\S+)\s+and\s+(\S+)", _between),
    (r"from\s+(\S+)\s+(?:to|until|till|-|–)\s+(\S+)", _between),
    (r"(\d{4}-\d\d)-(\d\d)\s*[/–—]\s*(\d\d)", _same_start),
    (rf"{_DAY}{_DASH}{_DAY}\s+(?:of\s+)?{_MONTH}[\s,-]+{_YEAR}", lambda m: _days(m, m[1], m[2], m[3], m[4])),
    (rf"{_MONTH}\s+{_DAY}{_DASH}{_DAY},?\s+{_YEAR}", lambda m: _days(m, m[2], m[3], m[1], m[4])),
    (rf"{_MONTH}{_DASH}{_MONTH}[\s,-]+{_YEAR}", _months),
    (rf"((?:in )?(?:the )?(?:early|mid|late|(?:beginning|start|middle|end) of|(?:first|last) week (?:of|in)))"
     rf"[\s-]+{_MONTH}[\s,-]+{_YEAR}", _part_of_month),
    (r"(\S+)\s*(?:/|-|–|—|to|until|\s)\s*(?:ongoing|present|now|today|open)", lambda m: write(m, f"{m[1]}/..")),
    (r"(?:not|no)\s+(?:before|earlier\s+than)\s+(\S+)|(\S+)\s+(?:at\s+the\s+earliest|or\s+later)",
     lambda m: write(m, f"[{m[1] or m[2]}..]")),
    (r"(?:not|no)\s+later\s+than\s+(\S+)|(\S+)\s+(?:at\s+the\s+latest|or\s+earlier)|by\s+(?:the\s+)?end\s+of\s+(\S+)",
     lambda m: write(m, f"[..{m[1] or m[2] or m[3]}]")),
    (r"([QH])\s?\d[\s,/-]*\d{4}", lambda m: DateFault("E101", f"{m[0]} does not exist", _LIMITS[m[1].upper()])
        if re.match(r"Q\s?[05-9]|H\s?[03-9]", m[0], re.I) else None),
    (rf"([369])M[\s/-]*{_YEAR}", lambda m: write(m, f"{m[2]}-01/{m[2]}-{int(m[1]):02}")),
    (rf"(?:CW|KW|W|week|wk)[\s.]*(\d{{1,2}})[\s,/-]*(?:of\s+)?{_YEAR}", lambda m: write(m, f"{m[2]}-W{int(m[1]):02}")),
    (rf"{_YEAR}[\s,/-]*(?:CW|KW|week|wk)[\s.]*(\d{{1,2}})", lambda m: write(m, f"{m[1]}-W{int(m[2]):02}")),
    (r"FY[\s-]*\d{4}[\s-]*(?:(Q)[05-9]|(H)[03-9])", lambda m: DateFault(
        "E101", f"{m[0]} does not exist", _LIMITS[(m[1] or m[2]).upper()])),
    (rf"(\d{{1,2}})-{_MONTH}-(\d\d)", _named),
    (rf"{_MONTH}(?:-|\s?['’])(\d\d)", _month_or_day),
    (r"\d{5}", _serial),
    (r"(\d{4})-(\d\d)-([0-3])X", _decade_of_days),
    (r"(\d{4}-\d\d-\d\d)[ t,]+(\d\d?:\d\d) ?\(?([a-z]{3,4})\)?", _timed),
)  # fmt: skip
LAST: tuple[Row, ...] = (
    (r"(?:(?:ETA|on|due|planned|expected|scheduled|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[.:]?,?\s+)?"
     r"(?P<date>\d{4}(?:-\d\d){0,2}|\d{4}-[QH]\d)(?:[;.,:]+|,?\s*\([^()\d]*\)|[;,]?\s+\D+)?", _beside),
)  # fmt: skip
