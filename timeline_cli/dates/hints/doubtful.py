"""Dates with two-digit years, with what may be one year or two, and fiscal years.

Owns: DOUBTFUL, checked before a text is parsed as a phrase. Does not: call a century certain.
"""

from __future__ import annotations

import re

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.hints.offers import LIMITS, Found, Row, Where, doubt, offer
from timeline_cli.dates.phrases.words import DAY_ENDING, MONTH, ORDINAL, ORDINALS, month_number

TWO_DIGITS = "{0} has a two-digit year"


def full_year(digits: str) -> int:
    """A two-digit year as C and POSIX read it: 69 to 99 are in the 1900s. Never certain."""
    return int(digits) + (1900 if int(digits) >= 69 else 2000)


def _two_years(match: re.Match[str], where: Where) -> Found:
    """2024/25, 2008/09 and FY2024/25."""
    century, first, second = match["c"] or "20", match["a"], match["b"]
    follows = int(second) == (int(first) + 1) % 100
    if not match["fy"] and (match["d"] or not follows):
        return None
    year = int(century + first)
    if match["fy"] and not follows:
        return doubt("E106", "{0} could be one fiscal year or several", "write FY and the year, such as FY2025")
    start = where.fiscal is not None and where.fiscal.named_by_start and where.fiscal.end_month != 12
    fiscal = f"FY{year if start else year + 1:04}"
    what = f"write {fiscal} for a fiscal year that ends in {year + 1:04}"
    if int(second) <= 12 and not match["fy"]:
        return doubt("E106", "{0} could be a month or a fiscal year", f"{what}, {year:04}-{second} for the month")
    both = f"{year:04}{'/' if where.in_file else '..'}{year + 1:04}"
    return doubt("E106", "{0} could be a fiscal year or two years", f"{what}, or {both}")


def _fiscal(match: re.Match[str], where: Where) -> Found:
    """Q1 FY2025, FY25, first quarter of fiscal 2025."""
    if not where.in_file:
        return None
    parts = match.groupdict()
    digits, word, kind = parts["year"], parts["word"], parts["kind"]
    year = int(digits) if len(digits) == 4 else full_year(digits)
    part = f"{kind[0]}{ORDINALS[word]}" if word else parts["part"] or parts["after"] or ""
    part = (part[::-1] if part[:1].isdigit() else part).upper()
    if part and part not in ("Q1", "Q2", "Q3", "Q4", "H1", "H2"):
        return DateFault("E101", f"{match[0].upper()} does not exist", LIMITS[part[0]])
    return offer(f"FY{year:04}{'-' * bool(part)}{part}", certain=len(digits) == 4)


def quarter(match: re.Match[str], _where: Where) -> Found:
    """Q3'21, 3Q21, 21Q3."""
    parts = match.groupdict()
    kind, number = parts["kind"].upper(), parts["n"]
    if int(number) not in range(1, 5 if kind == "Q" else 3):
        return DateFault("E101", f"{match[0].upper()} does not exist", LIMITS[kind])
    digits = parts["year"]
    if len(digits) == 4:
        return offer(f"{digits}-{kind}{number}")
    return offer(f"{full_year(digits)}-{kind}{number}", certain=False, reason=TWO_DIGITS)


def _short_named(match: re.Match[str], _where: Where) -> Found:
    """31-Oct-74, March '22."""
    parts = match.groupdict()
    year, month = full_year(parts["yy"]), month_number(parts["month"])
    day = f"-{int(parts['day']):02}" if parts["day"] else ""
    return offer(f"{year:04}-{month:02}{day}", certain=False, reason=TWO_DIGITS, code="E106")


def _day_or_year(match: re.Match[str], where: Where) -> Found:
    """Aug 25 is a day or a month; August 99 a month."""
    if int(match["yy"]) > 31:
        return _short_named(match, where)
    reason = "{0} could be a day without a year, or a month with a two-digit year"
    return doubt("E106", reason, "write the year with four digits")


_M = rf"(?P<month>{MONTH})"
_D = rf"(?P<day>\d\d?){DAY_ENDING}"
_FY = r"(?:fy|fiscal(?: year)?)[ -]*'?"

DOUBTFUL: tuple[Row, ...] = (
    (True, r"(?P<fy>fy ?)?(?P<c>\d\d)?(?P<a>\d\d)[-/](?P<d>\d\d)?(?P<b>\d\d)", _two_years),
    (False, rf"(?:(?P<part>[qh]\d|\d[qh])|(?P<word>{ORDINAL}) (?P<kind>quarter|half))?"
     rf"(?:[-, ]|of )*{_FY}(?P<year>\d{{4}}|\d\d)(?:[- ]*(?P<after>[qh]\d))?", _fiscal),
    (True, r"(?P<kind>[qh])(?P<n>\d) (?P<year>\d\d)", quarter),
    (False, r"(?P<kind>[qh])(?P<n>\d) ?'(?P<year>\d\d)", quarter),
    (False, r"(?P<n>\d)(?P<kind>[qh])[ -]?'?(?P<year>\d\d)", quarter),
    (False, r"(?P<year>\d\d)(?P<kind>[qh])(?P<n>\d)", quarter),
    (True, rf"(?:{_D}[ -])?{_M}[ -]?'(?P<yy>\d\d)", _short_named),
    (True, rf"{_D}[ -]{_M}[ -](?P<yy>\d\d)", _short_named),
    (True, rf"{_M} {_D},? '(?P<yy>\d\d)", _short_named),
    (True, rf"{_M}[ -](?P<yy>\d\d)(?P<day>)", _day_or_year),
)  # fmt: skip
