"""Three versions of lines: their merge, and conflict markers around what differs.

Owns: the form of conflict markers. Does not: know what the lines mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline_cli.editing.difference import changes, lines_of, same_lines

Lines = list[str]

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
    found: list[str] = []
    for old, one, other in _stretches(lines_of(base), lines_of(ours), lines_of(theirs)):
        if old not in (one, other) and one != other:
            return None
        found += other if one == old else one
    return "".join(found)


def both(base: str, ours: str, theirs: str) -> str | None:
    """The merge of lines such as comments, where lines that both add are all kept; None if both changed a line."""
    found = merged(base, ours, theirs)
    if found is not None:
        return found
    old, one, other = lines_of(base), lines_of(ours), lines_of(theirs)
    if any(start != end for side in (one, other) for start, end, _, _ in changes(old, side)):
        return None
    return "".join([*one, *(line for line in other if line.strip() and line not in one)])


def marked(ours: str, base: str, theirs: str, markers: Markers, whole: bool = False) -> str:
    """Texts as one, with conflict markers around the lines that differ, or around the `whole` texts."""
    with_base = markers.style != "merge"
    texts = lines_of(base if with_base else ours), lines_of(ours), lines_of(theirs)
    found: list[str] = []
    for old, one, other in [texts] if whole else _stretches(*texts):
        if one == other and not whole:
            found += one
            continue
        found += [markers.line("<", markers.labels[OURS]), *one]
        if with_base:
            found += [markers.line("|", markers.labels[BASE]), *old]
        found += [markers.line("="), *other, markers.line(">", markers.labels[THEIRS])]
    return "".join(found)


def _stretches(old: Lines, one: Lines, other: Lines) -> Iterator[tuple[Lines, Lines, Lines]]:
    """Three texts cut at the lines that they share: what is before such a line, and the line."""
    here, there = dict(same_lines(old, one)), dict(same_lines(old, other))
    shared = [(number, here[number], there[number]) for number in sorted(here.keys() & there.keys())]
    at = (0, 0, 0)
    for place in [*shared, (len(old), len(one), len(other))]:
        yield old[at[0] : place[0]], one[at[1] : place[1]], other[at[2] : place[2]]
        at = place[0] + 1, place[1] + 1, place[2] + 1
        yield old[place[0] : at[0]], one[place[1] : at[1]], other[place[2] : at[2]]
