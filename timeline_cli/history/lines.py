"""Three versions of lines: their merge, and conflict markers around what differs.

Owns: the form of conflict markers. Does not: know what the lines mean.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.editing.difference import Range, changes, lines_of

OURS, BASE, THEIRS = 0, 1, 2


class Markers(NamedTuple):
    """How conflicts are written: the labels of ours, base and theirs; `style` is merge, diff3 or zdiff3."""

    labels: tuple[str, str, str] = ("ours", "base", "theirs")
    size: int = 7
    style: str = "merge"

    def line(self, sign: str, label: str = "") -> str:
        return sign * self.size + (f" {label}" if label else "") + "\n"


def merged(base: str, ours: str, theirs: str) -> str | None:
    """The merge of texts as git does it; None if both changed the same lines, or lines next to each other."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    old, one, other = lines_of(base), lines_of(ours), lines_of(theirs)
    found, at = [], 0
    rows = sorted([(change, 0) for change in changes(old, one)] + [(change, 1) for change in changes(old, other)])
    last = -1
    for (start, end, new_start, new_end), side in rows:
        if at >= start and last not in (-1, side):
            return None
        found += [*old[at:start], *(one, other)[side][new_start:new_end]]
        at, last = end, side
    return "".join([*found, *old[at:]])


def both(base: str, ours: str, theirs: str) -> str | None:
    """The merge of lines such as comments, where lines that both add are all kept; None if both changed a line."""
    found = merged(base, ours, theirs)
    if found is not None:
        return found
    old, one, other = lines_of(base), lines_of(ours), lines_of(theirs)
    if any(start != end for side in (one, other) for start, end, _, _ in changes(old, side)):
        return None
    return "".join([*one, *(line for line in other if line.strip() and line not in one)])


def marked(ours: str, base: str, theirs: str, markers: Markers) -> str:
    """Texts as one, with conflict markers around the lines that differ."""
    one, old, other = lines_of(ours), lines_of(base), lines_of(theirs)
    found, at = [], 0
    to_base = changes(one, old)
    differing = changes(one, other)
    if markers.style != "merge":
        differing = _with_base(differing, to_base)
    for start, end, new_start, new_end in differing:
        found += one[at:start]
        found += [markers.line("<", markers.labels[OURS]), *one[start:end]]
        if markers.style != "merge":
            span = old[_mapped(to_base, start, False) : _mapped(to_base, end, True)]
            found += [markers.line("|", markers.labels[BASE]), *span]
        found += [markers.line("="), *other[new_start:new_end], markers.line(">", markers.labels[THEIRS])]
        at = end
    return "".join([*found, *one[at:]])


def surrounded(ours: str, base: str, theirs: str, markers: Markers) -> str:
    """Whole texts with conflict markers around them, for one that is deleted and one that is not."""
    old = [markers.line("|", markers.labels[BASE]), base] if markers.style != "merge" else []
    first = [markers.line("<", markers.labels[OURS]), ours, *old]
    return "".join([*first, markers.line("="), theirs, markers.line(">", markers.labels[THEIRS])])


def _with_base(differing: Sequence[Range], to_base: Sequence[Range]) -> list[Range]:
    """The changes, wide enough that none begins or ends within a change to the base, and those next to it joined."""
    found: list[Range] = []
    for start, end, new_start, new_end in differing:
        for low, high, _, _ in to_base:
            if low < end and high > start:
                new_start, start = new_start - max(start - low, 0), min(start, low)
                new_end, end = new_end + max(high - end, 0), max(end, high)
        if found and start <= found[-1][1]:
            first = found.pop()
            start, new_start = first[0], first[2]
        found.append((start, end, new_start, new_end))
    return found


def _mapped(to_base: Sequence[Range], line: int, is_end: bool) -> int:
    """The line of the base that corresponds to a line; at a change, its start or its end."""
    number = bisect_left(to_base, line + is_end, key=lambda change: change[0])
    if not number:
        return line
    _, high, base_low, base_high = to_base[number - 1]
    if line >= high:
        return base_high + line - high
    return base_high if is_end else base_low
