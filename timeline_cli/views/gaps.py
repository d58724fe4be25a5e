"""The distance between events in words: long gaps, and the time since the previous event.

Owns: these words, and what counts as long. Does not: give a number of days that the dates do not determine.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.text import counted

SHORTEST_GAP = 60  # days; shorter gaps are never shown
_ENOUGH_STEPS = 6
_TIMES_USUAL = 6  # a gap is this many times as long as the usual distance between two events


def start_of(when: EventDate) -> int | None:
    """The earliest start as an ordinal; None without one."""
    start = when.sort_key[0]
    return start if NEVER_BEGAN < start < NEVER_ENDS else None


def latest_first(dates: Sequence[EventDate]) -> bool:
    """Whether dates in order of time run backwards."""
    return len(dates) > 1 and dates[0].sort_key > dates[-1].sort_key


def last_certain_day(when: EventDate) -> int:
    """The last day on which the event may still be happening; if it is open, the last day of its start."""
    bounds = when.bounds
    for day in (bounds.end, bounds.start_latest, bounds.start):
        if NEVER_BEGAN < day < NEVER_ENDS:
            return day
    return NEVER_BEGAN


def long_gap(starts: Sequence[int]) -> int:
    """The least number of days for a gap to be shown between events that start on these days."""
    ordered = sorted(set(starts))
    steps = [later - earlier for earlier, later in pairwise(ordered)]
    # Too few distances to know what is usual.
    return max(SHORTEST_GAP, _TIMES_USUAL * sorted(steps)[(len(steps) - 1) // 2] if len(steps) >= _ENOUGH_STEPS else 0)


def between(first: int, last: int, round_up: bool = False) -> str:
    """The time between two days (ordinals) by the calendar, in whole units: 59 days, 11 months, 3 years."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    if months < 2:
        return counted(last - first, "day")
    more = int(round_up and end.day != start.day)
    if months + more < 24:
        return f"{months + more} months"
    more = int(round_up and (more or months % 12 > 0))
    return f"{months // 12 + more:,} years"


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


def elapsed(before: EventDate, after: EventDate) -> str:
    """The time from the start of one event to that of the next: +3 days, +2 to 14 months; empty if unknown."""
    first, second = before.bounds, after.bounds
    if min(first.start, second.start) <= NEVER_BEGAN or max(first.start_latest, second.start_latest) >= NEVER_ENDS:
        return ""
    least, most = max(second.start - first.start_latest, 0), second.start_latest - first.start
    if most == 0:
        return _clock(before, after) or "the same day"
    if least == most:
        return _clock(before, after) or f"+{between(first.start, second.start)}"
    high = between(first.start, second.start_latest, round_up=True)
    if least == 0:
        return f"+0 to {high}"
    low = between(first.start_latest, second.start)
    number, _, unit = low.partition(" ")
    return f"+{number} to {high}" if high.rstrip("s").endswith(unit.rstrip("s")) else f"+{low} to {high}"


def _clock(before: EventDate, after: EventDate) -> str:
    """Hours and minutes between two moments less than two days apart."""
    if before.start_time is None or after.start_time is None:
        return ""
    from datetime import datetime

    step = datetime.fromisoformat(after.start_time) - datetime.fromisoformat(before.start_time)
    minutes = int(step.total_seconds()) // 60
    if not 0 <= minutes < 48 * 60:
        return ""
    hours, rest = divmod(minutes, 60)
    return f"+{hours}:{rest:02} hours" if hours else f"+{rest} min"
