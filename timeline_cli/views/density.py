"""How many events of a lane are in each column: how many run at once, or how many happen there.

Owns: these counts. Does not: draw them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.model import Entry
from timeline_cli.views.gaps import between
from timeline_cli.views.scale import Axis, moment_of


class Density(NamedTuple):
    """A count for each column, and what it counts, in words."""

    counts: Sequence[int]
    said: str


def lasting(entry: Entry, axis: Axis) -> float:
    """How many days of an event are on the axis; 0 for a moment, and if its start is unknown."""
    first, _, _, last = entry.event.date.bounds
    if entry.event.date.kind != "interval" or first <= NEVER_BEGAN:
        return 0
    return max(min(last + 1, axis.last) - max(first, axis.first), 0)


def density(entries: Sequence[Entry], axis: Axis) -> Density:
    """How many run at once if most entries last longer than a column, else how many happen in each."""
    if 2 * sum(lasting(entry, axis) > axis.days_in_column for entry in entries) > len(entries):
        counts = _at_once(entries, axis)
        return Density(counts, f"at most {max(counts):,} at once")
    found = Counter(axis.column(middle) for entry in entries if (middle := _middle(entry)) is not None)
    counts = [found[column] for column in range(axis.columns)]
    most = counts.index(max(counts))
    first, last = (int(axis.first + number * axis.days_in_column) for number in (most, most + 1))
    return Density(counts, f"at most {max(counts):,} in {between(first, max(last, first + 1))}")


def _middle(entry: Entry) -> float | None:
    """The middle of a moment, or the start of an interval; None if no day is known."""
    when = entry.event.date
    if when.start_time is not None:
        return moment_of(when.start_time)
    first, _, _, last = when.bounds
    known = [day for day in (first, last) if NEVER_BEGAN < day < NEVER_ENDS]
    if when.kind == "interval":
        known = known[:1]
    return sum(known) / len(known) + 0.5 if known else None


def _at_once(entries: Sequence[Entry], axis: Axis) -> list[int]:
    """The greatest number that run on any day of each column."""
    changes: Counter[int] = Counter()
    for entry in entries:
        first, _, _, last = entry.event.date.bounds
        if lasting(entry, axis):
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
