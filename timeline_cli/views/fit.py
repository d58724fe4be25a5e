"""Which range of time an axis shows, and its width.

Owns: which dates are beyond an axis, and the question that shows a crowded column in detail. Does not: break an axis.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import inf

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, iso
from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.dates.labels import label
from timeline_cli.views.scale import Axis, moment_of

_SHARE = 20  # one date in this many may be left off
_FEWEST = 4  # dates; among fewer, none is an outlier
_LEAST_SHARE = 0.45  # of the screen, up to the end of the axis
_SHORTEST, _SHORTEST_OF_TIMES = 14.0, 0.25  # days
_CROWD = 8  # events in a column that make it crowded, if they are a quarter of all
_ROOM = 3  # columns between the end of a bar and its label, with one for the arrow of an ongoing event


def reach(dates: Sequence[EventDate], today: int) -> tuple[float, float]:
    """From the first to the last written date, without a few outermost ones if that halves the axis."""
    has_times = all(when.start_time or when.end_time for when in dates)
    times, each = Counter(map(id, dates)), {id(when): when for when in dates}
    written = list(chain.from_iterable(_written(when, has_times) * times[name] for name, when in each.items()))
    if not written:
        return today - 180, today + 181
    starts, ends = map(sorted, zip(*written, strict=True))
    left, right = _outermost(starts, ends)
    first, last = starts[left], ends[len(ends) - 1 - right]
    shortest = _SHORTEST_OF_TIMES if has_times else _SHORTEST
    longer = min(first, today), max(last, today + 1)
    if longer[1] - longer[0] <= 1.25 * max(last - first, shortest):
        first, last = longer
    missing = max(shortest - (last - first), 0) / 2
    return first - missing, last + missing


def _written(when: EventDate, has_times: bool) -> list[tuple[float, float]]:
    """The ranges of the known start and end of an event, as moments."""
    if has_times:
        return [(moment_of(time), moment_of(time)) for time in (when.start_time, when.end_time) if time]
    return [(first, last + 1) for first, last in when.endpoints if first > NEVER_BEGAN and last < NEVER_ENDS]


def start_of(when: EventDate) -> float:
    """The moment at which an event starts, or ends if its start is unknown; inf if both are."""
    if when.start_time or when.end_time:
        return moment_of(when.start_time or when.end_time or "")
    return next((day for day in (when.bounds.start, when.bounds.end) if NEVER_BEGAN < day < NEVER_ENDS), inf)


def end_of(when: EventDate, last: float) -> float:
    """The moment at which an event ends on an axis up to `last`."""
    end = when.bounds.end
    return min(end + 1, last) if end < NEVER_ENDS else last


def _outermost(starts: Sequence[float], ends: Sequence[float]) -> tuple[int, int]:
    """How many dates to leave off on the left and on the right: the fewest that halve the axis, as often as any do."""
    left = right = 0
    spare = max(len(starts) // _SHARE, 1) if len(starts) >= _FEWEST else 0
    while spare:
        end = len(ends) - right
        half = (ends[end - 1] - starts[left]) / 2
        found = []
        for more in range(spare + 1):
            start = starts[left + more]
            off = end - bisect_right(ends, start + half, 0, end)
            if more + off <= spare and ends[end - 1 - off] > start:
                found.append((more + off, more, off))
        if not found:
            break
        taken, more, off = min(found)
        left, right, spare = left + more, right + off, spare - taken
    return left, right


def columns_of(first: float, last: float, screen: int, margin: int, labels: Iterable[tuple[float, int]]) -> int:
    """The width of an axis: as wide as leaves room for each label, which is given with the moment that it follows.

    At least 45% of the screen, even if a label on the right then has no room; it is wrapped.
    """
    least = -int(-screen * _LEAST_SHARE // 1) - margin
    room = most = screen - margin - _ROOM
    for moment, size in labels:
        share = min(max((moment - first) / (last - first), 0), 1)
        if least * share <= room - size or share > 1 / 2:
            most = min(most, int((room - size) / share) if share else most)
    return max(least, most)


def crowded(dates: Sequence[EventDate], axis: Axis) -> str:
    """If a quarter of the events begin in one column: how many, when, and the question that shows only them."""
    columns: dict[int, list[tuple[int, int]]] = {}
    for when in dates if axis.days_in_column > 1 else ():
        first, last, _, _ = when.bounds
        if when.start_edge == "known" and axis.column(first) == axis.column(last):
            columns.setdefault(axis.column(first), []).append((first, last))
    most = max(columns.values(), key=len, default=[])
    if len(most) < max(_CROWD, len(dates) / 4):
        return ""
    first, last = min(day for day, _ in most), max(day for _, day in most)
    if first == last:
        return ""
    days = label(parse_date(f"{iso(first)}/{iso(last)}"))
    return f"{len(most):,} of {len(dates):,} lie in one column, {days}; closer: {iso(first)}..{iso(last)}"
