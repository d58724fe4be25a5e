"""How a date looks on an axis: a symbol, a bar, and what is open, unknown or imprecise about it.

Owns: these signs. Refuses: a solid line where the date does not say so. Solid is certain, dotted is possible.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Entry
from timeline_cli.views.scale import Axis, moment_of

SOLID, DOTTED, END, OPEN_LEFT, OPEN_RIGHT, LEFT, RIGHT, UNKNOWN = "━", "┄", "┥", "◀", "▶", "├", "┤", "?"

LEGEND = (
    (DOTTED, "possibly"),
    (SOLID, "for certain"),
    (END, "ends"),
    (OPEN_RIGHT, "goes on"),
    (OPEN_LEFT, "before that as well"),
    (UNKNOWN, "unknown"),
)

_WIDE_DAY = 24  # columns from which on a day is no point any more
_TAIL = 3  # columns of a dotted end of which nothing is known


class Stroke(NamedTuple):
    """`signs` from the column `first` on, all of them on the axis."""

    first: int
    signs: str

    @property
    def last(self) -> int:
        return self.first + len(self.signs) - 1


def stroke(entry: Entry, axis: Axis, sign: str, today: int) -> Stroke:
    """The signs of an entry, with the symbol of its type where it happens or starts."""
    when = entry.event.date
    if when.kind == "interval":
        return _span(when, axis, sign, today if entry.state == "ongoing" else None)
    return _moment(when, axis, sign)


def _moment(when: EventDate, axis: Axis, sign: str) -> Stroke:
    """One moment: its symbol, in the middle of the time in which it may lie."""
    start, _, _, end = when.bounds
    if when.start_time is not None:
        return _clipped([sign], axis.column(moment_of(when.start_time)), axis)
    if start <= NEVER_BEGAN:
        last = max(axis.end_column(end + 1), 0)
        signs = [OPEN_LEFT, *DOTTED * _TAIL][-last:] if last else []
        return _clipped([*signs, sign], last - len(signs), axis)
    if end >= NEVER_ENDS:
        return _clipped([sign, *DOTTED * _TAIL, OPEN_RIGHT], axis.column(start), axis)
    first, last = axis.column(start), axis.end_column(end + 1)
    if start == end and last - first < _WIDE_DAY:
        return _clipped([sign], axis.column(start + 0.5), axis)
    # What is finer than a column is one symbol, whether or not it lies on the edge of two.
    size = 1 if end + 1 - start < 1.5 * axis.days_in_column else last - first + 1
    if size <= 2:
        return _clipped([sign, *DOTTED * (size - 1)], first, axis)
    signs = [LEFT, *DOTTED * (size - 2), RIGHT]
    signs[size // 2] = sign
    return _clipped(signs, first, axis)


def _span(when: EventDate, axis: Axis, sign: str, ongoing: int | None) -> Stroke:
    """Something that lasts: solid from its latest start to its earliest end, dotted beyond."""
    start, start_latest, end_earliest, end = when.bounds
    if when.start_edge != "known" and when.end_edge != "known":
        at = axis.columns - _TAIL - 3
        return _clipped([UNKNOWN, *DOTTED * _TAIL, sign, OPEN_RIGHT], at, axis)
    if when.start_edge != "known":
        return _ended(when, axis, sign)
    first = axis.column(_time(when.start_time, start))
    # Of an imprecise start or end, only the columns wholly beyond it are certain.
    certain = first if start == start_latest else axis.end_column(start_latest) + 1
    if when.end_edge == "known":
        last = max(_end_column(axis, when.end_time, end), first)
        if end + 1 - start < axis.days_in_column:
            last = first  # on whichever edge of a column it lies
        settled = last if end == end_earliest else axis.column(end_earliest) - 1
        signs = [SOLID if certain <= at <= settled else DOTTED for at in range(first, last + 1)]
        signs[-1] = END if len(signs) > 1 else sign
    elif when.end_edge == "open":
        signs = [SOLID if at >= certain else DOTTED for at in range(first, max(axis.columns, first + 2))]
        signs[-1] = OPEN_RIGHT
    else:
        through = max(axis.column(ongoing) if ongoing is not None else certain, certain)
        signs = [SOLID if at >= certain else DOTTED for at in range(first, through + 1)]
        signs += [*DOTTED * _TAIL, UNKNOWN]
    signs[0] = sign
    return _clipped(signs, first, axis, right=UNKNOWN if when.end_edge == "unknown" else OPEN_RIGHT)


def _ended(when: EventDate, axis: Axis, sign: str) -> Stroke:
    """Only its end is known; the symbol stands there."""
    _, _, end_earliest, end = when.bounds
    last = _end_column(axis, when.end_time, end)
    settled = last if end == end_earliest else axis.column(end_earliest) - 1
    if when.start_edge == "open":
        signs = [SOLID if at <= settled else DOTTED for at in range(min(last + 1, axis.columns))]
        return _clipped([OPEN_LEFT, *signs[1:-1], sign][-max(len(signs), 1) :], last - max(len(signs) - 1, 0), axis)
    signs = [UNKNOWN, *DOTTED * _TAIL, *DOTTED * (last - settled), sign]
    return _clipped(signs, last - len(signs) + 1, axis, left=UNKNOWN)


def _time(time: str | None, ordinal: int) -> float:
    return ordinal if time is None else moment_of(time)


def _end_column(axis: Axis, time: str | None, ordinal: int) -> int:
    return axis.end_column(ordinal + 1) if time is None else axis.column(moment_of(time))


def _clipped(signs: list[str], first: int, axis: Axis, left: str = OPEN_LEFT, right: str = OPEN_RIGHT) -> Stroke:
    """What of the signs is on the axis, with `left` and `right` where it goes on beyond."""
    last = first + len(signs) - 1
    if last < 0:
        return Stroke(0, left)
    if first >= axis.columns:
        return Stroke(axis.columns - 1, right)
    kept = signs[max(-first, 0) : axis.columns - first]
    if first < 0:
        kept[0] = left
    if last >= axis.columns and len(kept) > 1:
        kept[-1] = right
    return Stroke(max(first, 0), "".join(kept))
