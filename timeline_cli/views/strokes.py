"""How a date looks on an axis: a symbol, a bar, and what is open, unknown or imprecise about it.

Owns: these signs. Does not: draw a solid line where the date does not say so. Solid is certain, dotted is possible.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Entry
from timeline_cli.views.scale import Axis, moment_of

SOLID, DOTTED, END, OPEN_LEFT, OPEN_RIGHT, LEFT, RIGHT, UNKNOWN = "━", "┄", "┥", "◀", "▶", "├", "┤", "?"
SINCE, UNTIL, NUMBERED, NOW = "◀2006", "▶2060", "⌂1", "▼"

LEGEND = (
    (DOTTED, "possibly"),
    (SOLID, "for certain"),
    (END, "ends"),
    (OPEN_RIGHT, "goes on"),
    (UNTIL, "until"),
    (OPEN_LEFT, "before that as well"),
    (SINCE, "since"),
    (UNKNOWN, "unknown"),
    (NUMBERED, "in more lanes"),
    (NOW, "today"),
)

_WIDE_DAY = 24  # columns from which on a day is no point any more
_BEYOND = 9
_TAIL = 3  # columns of a dotted end of which nothing is known


class Stroke(NamedTuple):
    """`signs` from the column `first` on, with the symbol in the column `at`.

    The column -1 is before the axis, `axis.columns` after it; years of what lies there are written further out.
    `told` are the signs of LEGEND that were drawn.
    """

    first: int
    signs: str
    at: int
    told: frozenset[str] = frozenset()

    @property
    def end(self) -> int:
        return self.first + len(self.signs)


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
        return _clipped([sign], axis.column(moment_of(when.start_time)), 0, axis, when)
    if start <= NEVER_BEGAN:
        return _ended([DOTTED] * _TAIL, sign, max(axis.end_column(end + 1), -1), axis, when)
    if end >= NEVER_ENDS:
        first = axis.column(start)
        tail = [*[DOTTED] * min(_TAIL, axis.columns - 1 - first), OPEN_RIGHT] if 0 <= first < axis.columns else []
        return _clipped([sign, *tail], first, 0, axis, when)
    first, last = axis.column(start), axis.end_column(end + 1)
    if start == end and last - first < _WIDE_DAY:
        return _clipped([sign], axis.column(start + 0.5), 0, axis, when)
    # What is finer than a column is one symbol, whether or not it lies on the edge of two.
    size = 1 if end + 1 - start < 1.5 * axis.days_in_column else last - first + 1
    if size <= 2:
        return _clipped([sign, *[DOTTED] * (size - 1)], first, 0, axis, when)
    middle, first, last = (_near(column, axis) for column in (first + size // 2, first, last))
    signs = [LEFT, *[DOTTED] * (last - first - 1), RIGHT]
    signs[middle - first] = sign
    return _clipped(signs, first, middle - first, axis, when)


def _span(when: EventDate, axis: Axis, sign: str, ongoing: int | None) -> Stroke:
    """Something that lasts: solid from its latest start to its earliest end, dotted beyond."""
    start, start_latest, end_earliest, end = when.bounds
    if when.start_edge != "known" and when.end_edge != "known":
        last = axis.columns - 1
        # Of what is going on, today is the one day that is certain.
        now = -1 if ongoing is None else axis.column(ongoing + 0.5)
        at = min(now, last) if now >= 0 else last
        tail = [DOTTED] * min(_TAIL, at)
        line = [UNKNOWN, *tail, sign, *[SOLID] * (last - at), OPEN_RIGHT]
        return _clipped(line, at - len(tail) - 1, len(tail) + 1, axis, when)
    if when.start_edge != "known":
        last = _end_column(axis, when.end_time, end)
        settled = last if end == end_earliest else axis.column(end_earliest) - 1
        if when.start_edge == "open":
            return _ended([SOLID if at <= settled else DOTTED for at in range(last)], sign, last, axis, when)
        return _ended([DOTTED] * (_TAIL + min(max(last - settled, 0), axis.columns)), sign, last, axis, when, UNKNOWN)
    first = _near(axis.column(_time(when.start_time, start)), axis)
    # Of an imprecise start or end, only the columns wholly beyond it are certain.
    certain = first if start == start_latest else axis.end_column(start_latest) + 1
    if when.end_edge == "known":
        last = max(_end_column(axis, when.end_time, end), first)
        if end + 1 - start < axis.days_in_column:
            last = first  # on whichever edge of a column it lies
        settled = last if end == end_earliest else axis.column(end_earliest) - 1
        signs = [SOLID if certain <= at <= settled else DOTTED for at in range(first, last + 1)]
        signs[-1] = END
    else:
        through = _near(certain if ongoing is None else max(axis.column(ongoing), certain), axis)
        if when.end_edge == "open" or (ongoing is not None and through >= axis.columns):
            signs = [SOLID if at >= certain else DOTTED for at in range(first, max(axis.columns, first + 1))]
            signs.append(OPEN_RIGHT)
        else:
            signs = [SOLID if at >= certain else DOTTED for at in range(first, through + 1)]
            signs += [*[DOTTED] * min(max(axis.columns - 1 - through, 0), _TAIL), UNKNOWN]
    signs[0] = sign
    return _clipped(signs, first, 0, axis, when)


def _ended(line: list[str], sign: str, last: int, axis: Axis, when: EventDate, before: str = OPEN_LEFT) -> Stroke:
    """Only its end is known; the symbol is there, after as much of the line as the axis has room for."""
    kept = line[max(len(line) - max(last, 0), 0) :]
    return _clipped([before, *kept, sign], last - len(kept) - 1, len(kept) + 1, axis, when)


def _time(time: str | None, ordinal: int) -> float:
    return ordinal if time is None else moment_of(time)


def _end_column(axis: Axis, time: str | None, ordinal: int) -> int:
    return _near(axis.end_column(ordinal + 1) if time is None else axis.column(moment_of(time)), axis)


def _near(column: int, axis: Axis) -> int:
    """A column, or one just beyond the end of the axis: what is further off may be millions of columns away."""
    return min(max(column, -_BEYOND), axis.columns + _BEYOND)


def _clipped(signs: list[str], first: int, at: int, axis: Axis, when: EventDate) -> Stroke:
    """What of the signs is on the axis, with the year of what begins or ends beyond it; `at` is the symbol's index."""
    sign, last, columns = signs[at], first + len(signs) - 1, axis.columns
    if first + at < 0 and last < 0:
        return _beyond(when, sign, -1)
    if first >= columns:
        return _beyond(when, sign, columns)
    drawn = [char for number, char in enumerate(signs) if number != at]
    before = after = ""
    place = max(first + at, -1)
    if first < 0 and drawn[:1] != [OPEN_LEFT] and not (at and signs[0] == UNKNOWN):
        signs = signs[-1 - first :]
        first, before = -1, f"{OPEN_LEFT}{_year(when.bounds.start)} "
        signs[place + 1] = sign
    if last >= columns and signs[-1] not in (OPEN_RIGHT, UNKNOWN):
        signs = signs[: columns - first]
        after = f"{OPEN_RIGHT}{_year(when.bounds.end)}"
        if place >= columns:
            place, after = columns + len(after) + 1, f"{after} {sign}"
    told = {*drawn} & {*signs} | ({SINCE} if before else set()) | ({UNTIL} if after else set())
    return Stroke(first - len(before), before + "".join(signs) + after, place, frozenset(told))


def _beyond(when: EventDate, sign: str, column: int) -> Stroke:
    """A symbol to the left or to the right of the axis, with its year."""
    day = next(day for day in (when.bounds.start, when.bounds.end) if NEVER_BEGAN < day < NEVER_ENDS)
    if column < 0:
        year = f"{OPEN_LEFT}{_year(day)} "
        return Stroke(-1 - len(year), year + sign, -1, frozenset({SINCE}))
    year = f"{OPEN_RIGHT}{_year(day)} "
    return Stroke(column, year + sign, column + len(year), frozenset({UNTIL}))


def _year(ordinal: int) -> int:
    return date.fromordinal(ordinal).year
