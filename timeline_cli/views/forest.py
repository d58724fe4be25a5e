"""Entries below the entries that they belong to, for every view that shows trees.

Owns: the parent of each entry, and the walk. Does not: keep cycles, or use a parent that is not in the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from timeline_cli.model import Entry

# The ids of possible parents of an entry, best first, each with the kind of link.
Parents = Callable[[Entry], Sequence[tuple[str, str]]]


class Branch(NamedTuple):
    """An entry in its place: the `kind` of the link to its parent (empty at the top), the `parent`'s id, and for each
    level above it, the nearest last, whether more children of the same parent follow."""

    entry: Entry
    kind: str = ""
    parent: str = ""
    more: tuple[bool, ...] = ()


DEEPEST = 40  # levels; deeper entries stay on the last one, since a hostile file might have thousands


def forest(entries: Sequence[Entry], parents: Parents, may_hang: Callable[[Entry, Entry], bool]) -> list[Branch]:
    """Every entry once, children right after their parent, otherwise in the given order.

    The parent of an entry is the first of `parents` that is in the answer and that `may_hang` (child, parent) accepts.
    """
    by_id = {entry.event.id: entry for entry in entries}
    above: dict[str, tuple[str, str]] = {}
    for entry in entries:
        for kind, target in parents(entry):
            if target in by_id and may_hang(entry, by_id[target]):
                above[entry.event.id] = kind, target
                break
    if not above:
        return list(map(Branch, entries))
    _break_circles(above)
    children: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.event.id in above:
            children.setdefault(above[entry.event.id][1], []).append(entry)
    tops = [entry for entry in entries if entry.event.id not in above]
    return list(_walk(tops, children, above))


def _break_circles(above: dict[str, tuple[str, str]]) -> None:
    """Remove one link from each cycle, by walks upwards that stop where an earlier one has been."""
    done: set[str] = set()
    for start in list(above):
        path: dict[str, None] = {}
        name = start
        while name in above and name not in done:
            if name in path:
                del above[name]
                break
            path[name] = None
            name = above[name][1]
        done.update(path)


def _walk(
    tops: Sequence[Entry], children: dict[str, list[Entry]], above: dict[str, tuple[str, str]]
) -> Iterator[Branch]:
    """From top to bottom, without recursion."""
    stack: list[Branch] = [Branch(entry) for entry in reversed(tops)]
    while stack:
        branch = stack.pop()
        yield branch
        below = children.get(branch.entry.event.id, ())
        levels = branch.more[: DEEPEST - 1]
        for number, entry in enumerate(reversed(below)):
            kind, target = above[entry.event.id]
            stack.append(Branch(entry, kind, target, (*levels, number > 0)))
