"""How long something takes, in words.

Owns: the words. Does not: use more than two units; from a month on, it counts by the calendar.
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline_cli.text import counted


def days_words(first: int, last: int) -> str:
    """The time from `first` through `last`, both ordinals and inclusive: 2 years 3 months, 11 months, 25 days."""
    start, end = date.fromordinal(first), date.fromordinal(last) + timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    if months < 1:
        return counted(last - first + 1, "day")
    years, rest = divmod(months, 12)
    words = [counted(years, "year")] if years else []
    if rest and years < 10:
        words.append(counted(rest, "month"))
    return " ".join(words)
