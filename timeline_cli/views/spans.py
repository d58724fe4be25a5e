"""Bars next to a list of events, for events that last: ↦ where they start, ⇥ where they end.

Owns: the rows and the column of each bar. Does not: draw a line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.event_types import PLAIN
from timeline_cli.model import Registries
from timeline_cli.query.entries import Interval
from timeline_cli.views.gaps import latest_first


class Bar(NamedTuple):
    """A bar from row `first` through row `last`; `own` is the row of its event, `ends` whether it ends there.

    Column 0 is the one next to the events; `colour` is that of the type.
    """

    column: int
    first: int
    last: int
    own: int
    ends: bool
    colour: str = ""

    def sign(self, row: int, is_first: bool, is_last: bool) -> str:
        """The sign in the column for a line of `row`, by whether it is the first or last line."""
        if row == self.own and is_first:
            return "↦"
        if self.own == self.first:
            return "⇥" if row == self.last and is_last and self.ends else "│"
        # Latest first: the bar ends above its start.
        if row == self.own:
            return " "
        return "⇥" if row == self.first and is_first and self.ends else "│"


def bars(
    dates: Sequence[EventDate], intervals: Sequence[Interval], today: int, most: int, registries: Registries
) -> list[Bar]:
    """The bars of the `intervals` among rows with these dates, in order of time, forwards or backwards, in at most
    `most` columns."""
    starts = [when.sort_key for when in dates]
    rows = [row for row, when in enumerate(dates) if when.kind == "interval"]
    is_reversed = latest_first(dates)
    if is_reversed:
        starts.reverse()
        rows = [len(starts) - 1 - row for row in reversed(rows)]
    # The last row of a bar: the last one whose event starts before the bar's event ends.
    least_after = list(accumulate(reversed(starts), min))[::-1]
    found: list[Bar] = []
    busy = [-1] * most  # the last row of each column's latest bar
    for index, interval in zip(rows, reversed(intervals) if is_reversed else intervals, strict=True):
        end, ends = _end(interval, today)
        last = bisect_right(least_after, end) - 1
        column = next((number for number in range(most) if busy[number] < index), None) if last > index else None
        if column is None:
            continue
        busy[column] = last
        # An event that ends after the last one is not over yet, unless today is later.
        ends = ends and (end[0] <= today or (last + 1 < len(starts) and starts[last + 1][0] < NEVER_ENDS))
        first, own = index, index
        if is_reversed:
            first, last, own = len(starts) - 1 - last, len(starts) - 1 - index, len(starts) - 1 - index
        found.append(Bar(column, first, last, own, ends, registries.types.get(interval.type or "", PLAIN).colour))
    return found


_Moment = tuple[int, int, float]  # as the sort key of a date: day, coarseness, seconds
_NONE: _Moment = (NEVER_BEGAN, 0, 0.0)


def _end(interval: Interval, today: int) -> tuple[_Moment, bool]:
    """The moment up to which it certainly lasts, and whether it ends then; _NONE for a single moment."""
    when = interval.date
    if when.start_edge != "known" or interval.state in ("cancelled", "postponed"):
        return _NONE, False
    if when.end_edge == "known":
        return (when.bounds.end_earliest, 0, _seconds(when.end_time)), True
    if when.end_edge == "open":
        return (NEVER_ENDS - 1, 0, inf), False
    return ((today, 0, inf) if interval.state == "ongoing" else _NONE), False


def _seconds(time: str | None) -> float:
    """The end of a day is after every time of that day."""
    if time is None:
        return inf
    from datetime import datetime

    moment = datetime.fromisoformat(time)
    return moment.timestamp() if moment.year > 1 else 0.0
