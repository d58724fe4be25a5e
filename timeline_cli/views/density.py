"""How many events of a lane are in each column: how many run at once, or how many happen there.

Owns: these counts. Does not: draw them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.views.gaps import between
from timeline_cli.views.scale import Axis, moment_of


class Density(NamedTuple):
    """A count for each column, and what it counts, in words."""

    counts: Sequence[int]
    said: str


def lasting(when: EventDate, axis: Axis) -> float:
    """How many days of an event are on the axis; 0 for a moment, and if its start is unknown."""
    first, _, _, last = when.bounds
    if when.kind != "interval" or first <= NEVER_BEGAN:
        return 0
    return max(min(last + 1, axis.last) - max(first, axis.first), 0)


def density(dates: Sequence[EventDate], axis: Axis) -> Density:
    """How many run at once if most of them last longer than a column, else how many happen in each."""
    if 2 * sum(lasting(when, axis) > axis.days_in_column for when in dates) > len(dates):
        counts = _at_once(dates, axis)
        return Density(counts, f"at most {max(counts):,} at once")
    found = Counter(axis.column(middle) for when in dates if (middle := _middle(when)) is not None)
    counts = [found[column] for column in range(axis.columns)]
    most = counts.index(max(counts))
    first, last = (int(axis.first + number * axis.days_in_column) for number in (most, most + 1))
    return Density(counts, f"at most {max(counts):,} in {between(first, max(last, first + 1))}")


def _middle(when: EventDate) -> float | None:
    """The middle of a moment, or the start of an interval; None if no day is known."""
    if when.start_time is not None:
        return moment_of(when.start_time)
    first, _, _, last = when.bounds
    known = [day for day in (first, last) if NEVER_BEGAN < day < NEVER_ENDS]
    if when.kind == "interval":
        known = known[:1]
    return sum(known) / len(known) + 0.5 if known else None


def _at_once(dates: Sequence[EventDate], axis: Axis) -> list[int]:
    """The greatest number that run on any day of each column."""
    changes: Counter[int] = Counter()
    for when in dates:
        first, _, _, last = when.bounds
        if lasting(when, axis):
            changes[first] += 1
            changes[last + 1] -= 1
    counts, running, at = [0] * axis.columns, 0, 0
    for day in sorted(changes):
        column = min(max(axis.column(day), 0), axis.columns - 1)
        for number in range(at, column + 1):
            counts[number] = max(counts[number], running)
        running += changes[day]
        at = column
        counts[at] = max(counts[at], running)
    for number in range(at, axis.columns):
        counts[number] = max(counts[number], running)
    return counts
