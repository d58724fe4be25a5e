"""The order of items that two sides have changed: added, deleted, moved.

Owns: that order. Does not: look into an item.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import TypeVar

from timeline_cli.history.lines import BASE, OURS

Key = TypeVar("Key", bound=Hashable)
Join = Callable[[list[Key], list[Key]], list[Key]]


def arrange(sides: Sequence[Collection[Key]], join: Join[Key] | None = None) -> list[Key]:
    """The keys of base, ours and theirs in order: that of ours, or of theirs if only they moved items.

    `join` orders what ours and theirs add in one place.
    """
    base, ours, theirs = sides
    moved_ours, moved_theirs = _moved(base, ours), _moved(base, theirs)
    is_swapped = moved_theirs and not moved_ours
    host, other = (theirs, ours) if is_swapped else (ours, theirs)
    return list(_woven(base, host, other, is_swapped, join))


def _moved(base: Collection[Key], side: Collection[Key]) -> bool:
    old, new = set(base), set(side)
    return [key for key in base if key in new] != [key for key in side if key in old]


def _woven(
    base: Collection[Key], host: Collection[Key], other: Collection[Key], is_swapped: bool, join: Join[Key] | None
) -> Iterator[Key]:
    """The keys of `host`, and those that only `other` has after the one that they follow there."""
    old, here, there = set(base), set(host), set(other)
    after = _following(other, here)
    run: list[Key] = []
    waiting = after.get(None, [])
    for key in host:
        if key not in old and key not in there:
            run.append(key)
            continue
        yield from _joined(run, waiting, is_swapped, join)
        yield key
        run, waiting = [], after.get(key, [])
    yield from _joined(run, waiting, is_swapped, join)


def _joined(run: list[Key], waiting: list[Key], is_swapped: bool, join: Join[Key] | None) -> list[Key]:
    first, second = (waiting, run) if is_swapped else (run, waiting)
    return join(first, second) if join and first and second else [*first, *second]


def _following(side: Collection[Key], known: set[Key]) -> dict[Key | None, list[Key]]:
    """The keys of a side that are not known, by the known one that they follow."""
    found: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in side:
        if key in known:
            last = key
        else:
            found.setdefault(last, []).append(key)
    return found


def contested(base: Collection[Key], ours: Collection[Key], theirs: Collection[Key], take: int) -> tuple[set[Key], int]:
    """The keys to drop where both replaced the same key by different ones, to `take` a side; and how often they did."""
    replaced_ours, replaced_theirs = _replaced(base, ours), _replaced(base, theirs)
    dropped: set[Key] = set()
    conflicts = 0
    for key in replaced_ours.keys() & replaced_theirs.keys():
        one, other = set(replaced_ours[key]) - set(theirs), set(replaced_theirs[key]) - set(ours)
        if one and other:
            conflicts += 1
            dropped |= (one | other) if take == BASE else other if take == OURS else one
    return dropped, conflicts


def _replaced(base: Collection[Key], side: Collection[Key]) -> dict[Key, list[Key]]:
    """For each key of the base that a side lacks, what it has in its place."""
    new, added = set(side), _following(side, set(base))
    found: dict[Key, list[Key]] = {}
    last: Key | None = None
    for key in base:
        if key in new:
            last = key
        elif last in added:
            found[key] = added[last]
    return found
