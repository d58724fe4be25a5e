"""English calendar dates: what the words of each form mean, from 24 March 2025 to the 1990s.

Owns: those readings, and the words that all forms share. Does not: find them in a text.
"""

from __future__ import annotations

import re
from datetime import date

from timeline_cli.dates.in_text import english_words as w
from timeline_cli.dates.in_text import moment
from timeline_cli.dates.in_text.moment import Clock, Meaning


def number(text: str) -> int | None:
    """A count in digits or words; None for several, some."""
    text = text.lower()
    if text.isdigit():
        return int(text)
    first, _, second = text.partition("-")
    if second:
        return w.NUMBERS[first] + w.NUMBERS[second] if first in w.NUMBERS and second in w.NUMBERS else None
    return w.NUMBERS.get(first)


def plain(text: str) -> str:
    return text.lower().rstrip(".")


def unit_of(text: str) -> str:
    text = text.lower()
    return "century" if text.startswith("centur") else text.removesuffix("s")


def length(count: int | None, unit: str) -> str:
    """The TIMEX3 value of a duration."""
    if count is not None and unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    sign, text = w.UNITS[unit], "X" if count is None else str(count)
    return f"PT{text}{sign[1:]}" if sign.startswith("T") else f"P{text}{sign}"


def direction(word: str) -> str:
    word = word.lower().strip().removeprefix("the ")
    return {"previous": "last", "past": "last", "current": "this", "coming": "next", "following": "next",
            "upcoming": "next"}.get(word, word)  # fmt: skip


def shift(word: str) -> int:
    """Last is one before, next one after."""
    return {"last": -1, "next": 1}.get(direction(word), 0)


def read_slashed(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Month first, as TIMEX3 reads it; the date is unknown where the day may come first."""
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    when = date(year, first, second) if first <= 12 else date(year, second, first)
    meaning = moment.day(when)
    return meaning._replace(date=None) if first <= 12 and second <= 12 and first != second else meaning


def dated(month: str, day: str, year: str | None, clock: Clock, last: str | None = None) -> Meaning | None:
    number, first = w.MONTHS[plain(month)], int(re.sub(r"\D", "", day))
    one = moment.day(date(int(year), number, first)) if year else moment.month_day(number, first, clock)
    if one is None or last is None:
        return one
    end = one.value[:8] + f"{int(re.sub(chr(92) + 'D', '', last)):02}"
    date.fromisoformat(end)
    return one._replace(date=f"{one.value}/{end}") if end > one.value else None


def read_month_to_month(match: re.Match[str], clock: Clock) -> Meaning | None:
    one = dated(match["m"], match["d"], match["y"], clock)
    other = dated(match["n"], match["e"], match["y"], clock)
    return one._replace(date=f"{one.value}/{other.value}") if one and other and one.value < other.value else None


def read_bare_month(match: re.Match[str], clock: Clock) -> Meaning | None:
    name = plain(match["m"])
    which = direction(match["which"] or "")
    if len(name) < 5 and name not in ("june", "july", "may") and match["before"] is None and not which:
        return None
    if name in ("may", "march") and not which and match["before"] is None and not clock.is_entry:
        return None
    if which == "that" and clock.latest is not None and clock.latest[:4].isdigit():
        return moment.month(int(clock.latest[:4]), w.MONTHS[name])
    return moment.bare_month(w.MONTHS[name], clock, which)


def read_range_end(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The 25 of 2024-25."""
    text = match["z"]
    return moment.of(text if len(text) == 4 else (clock.latest or "20")[:2] + text)


def read_fiscal_year(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Without a calendar that the text explains, a fiscal year has no days."""
    text = match["y"]
    year = int(text) + (2000 if len(text) == 2 else 0)
    if clock.year_end == 12:
        return moment.of(str(year))
    if clock.year_end:
        last = moment.month(year, clock.year_end).value
        return Meaning("DATE", str(year), f"{moment.month(year, clock.year_end - 11).value}/{last}")
    return Meaning("DATE", str(year), None)


def read_relative_fiscal_year(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Last fiscal year, if the text explains its calendar; without which, the one before unless it is ahead."""
    which, today = match["which"], clock.published
    shifted = shift(which) if which else -(not clock.is_future)
    meaning = Meaning("DATE", str(today.year + shift(which or "this")))
    if clock.year_end is None:
        return meaning
    last = today.year + (today.month > clock.year_end) + shifted
    first = moment.month(last, clock.year_end - 11).value
    return meaning._replace(date=f"{first}/{moment.month(last, clock.year_end).value}")


def read_year_before(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The corresponding quarter of the previous year: that of the date before it."""
    latest = clock.latest or ""
    if not re.fullmatch(r"\d{4}-(?:Q\d|H\d|\d\d)", latest):
        return Meaning("DATE", str(clock.published.year - 1))
    return moment.of(f"{int(latest[:4]) - 1}{latest[4:]}")


def decade(start: str) -> Meaning:
    return Meaning("DATE", start[:3], start[:3] + "X")


def read_century(match: re.Match[str], clock: Clock) -> Meaning | None:
    number = int(match["n"]) - 1
    return Meaning("DATE", f"{number:02}", f"{number:02}XX") if 9 < number < 99 else None
