"""How far apart events are, in words: long gaps between them, and the time since the one before.

Owns: these words and what counts as long. Refuses: a number of days where the dates do not tell it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from statistics import median_low

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate

SHORTEST_GAP = 60  # days that are named a gap at least
_ENOUGH_STEPS = 6
_TIMES_USUAL = 6  # a gap is that many times as long as what usually lies between two events


def start_of(date: EventDate) -> int | None:
    """The earliest start as an ordinal; None without one."""
    start = date.sort_key[0]
    return start if NEVER_BEGAN < start < NEVER_ENDS else None


def last_certain_day(date: EventDate) -> int:
    """The last day on which the event may still be happening; of what never ends, the last of its start."""
    bounds = date.bounds
    for day in (bounds.end, bounds.start_latest, bounds.start):
        if NEVER_BEGAN < day < NEVER_ENDS:
            return day
    return NEVER_BEGAN


def long_gap(starts: Sequence[int]) -> int:
    """From how many days on a gap between events that start on these days is worth a word."""
    ordered = sorted(set(starts))
    steps = [later - earlier for earlier, later in pairwise(ordered)]
    # A few steps make nothing usual.
    return max(SHORTEST_GAP, _TIMES_USUAL * median_low(steps) if len(steps) >= _ENOUGH_STEPS else 0)


def days_in_words(days: int, round_up: bool = False) -> str:
    """A number of days in the unit that suits it, rounded down unless told otherwise: 11 months, 3 years."""
    if days < 61:
        return f"{days} day" + ("" if days == 1 else "s")
    unit, size = ("months", 30.436875) if days < 730 else ("years", 365.2425)
    return f"{ceil(days / size) if round_up else int(days / size):,} {unit}"


def elapsed(before: EventDate, date: EventDate) -> str:
    """The time from the start of one event to that of the next: +3 days, +2 to 14 months; empty when nobody knows."""
    first, second = before.bounds, date.bounds
    if min(first.start, second.start) <= NEVER_BEGAN or max(first.start_latest, second.start_latest) >= NEVER_ENDS:
        return ""
    least, most = max(second.start - first.start_latest, 0), second.start_latest - first.start
    if most == 0:
        return _clock(before, date) or "the same day"
    if least == most:
        return _clock(before, date) or f"+{days_in_words(least)}"
    if least == 0:
        return f"+0 to {days_in_words(most, round_up=True)}"
    low, high = days_in_words(least), days_in_words(most, round_up=True)
    number, _, unit = low.partition(" ")
    return f"+{number} to {high}" if high.rstrip("s").endswith(unit.rstrip("s")) else f"+{low} to {high}"


def _clock(before: EventDate, date: EventDate) -> str:
    """Hours and minutes between two moments that lie less than two days apart."""
    if before.start_time is None or date.start_time is None:
        return ""
    from datetime import datetime

    step = datetime.fromisoformat(date.start_time) - datetime.fromisoformat(before.start_time)
    minutes = int(step.total_seconds()) // 60
    if not 0 <= minutes < 48 * 60:
        return ""
    hours, rest = divmod(minutes, 60)
    return f"+{hours}:{rest:02} hours" if hours else f"+{rest} min"
