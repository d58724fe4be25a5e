"""Which events of two versions are the same event.

Owns: that decision; where it is in doubt, one event is gone and another is new. Does not: measure likeness, which
takes an edition of a conference for that of the year before.

In this order: equal text; the written id; equal values; date and title. Of the rest, an event is the same if its title
or its date has stayed, or if all its other fields have, of which there are two or more; always only if no other event
could be meant. Two different written ids are the same event only if date and title have both stayed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

from timeline_cli.history.pieces import Piece

Pair = tuple[int, int]
Facts = dict[str, Any]  # the values of an event; of an unreadable one, none
Key = Callable[[Facts], Hashable]


class Described(NamedTuple):
    """An event without a piece of a text; it is `relative` to nothing."""

    relative: str
    fields: Facts


_NAMING = ("id", "date", "title")


def pairs(one: Sequence[Piece | Described], other: Sequence[Piece | Described], only_sure: bool = False) -> list[Pair]:
    """The pairs of numbers of the same events, in the order of `one`.

    With `only_sure`, a date, a title or other fields that have stayed are not enough.
    """
    search = _Search(one, other)
    search.by_text()
    search.by(lambda facts: facts.get("id"))
    search.by(lambda facts: repr(sorted(facts.items())) if facts else None, unique=False)
    search.by(_both)
    if not only_sure:
        for key in (_part("title"), _part("date"), _others):
            search.by(key, checked=True)
    return sorted(search.found)


def _both(facts: Facts) -> Hashable:
    date, title = facts.get("date"), facts.get("title")
    return repr((date, title)) if date and title else None


def _part(name: str) -> Key:
    return lambda facts: repr(facts.get(name)) if facts.get(name) else None


def _others(facts: Facts) -> Hashable:
    """All fields besides id, date and title; None if there are not at least two."""
    found = {key: value for key, value in facts.items() if key not in _NAMING}
    return repr(sorted(found.items())) if len(found) > 1 else None


class _Search:
    def __init__(self, one: Sequence[Piece | Described], other: Sequence[Piece | Described]) -> None:
        self.pieces = one, other
        self.left = dict.fromkeys(range(len(one))), dict.fromkeys(range(len(other)))
        self.found: list[Pair] = []

    def by_text(self) -> None:
        places: dict[str, list[int]] = {}
        for number, piece in enumerate(self.pieces[1]):
            places.setdefault(piece.relative, []).append(number)
        for number, piece in enumerate(self.pieces[0]):
            equal = places.get(piece.relative)
            if equal:
                self._pair(number, equal.pop(0))

    def facts(self, side: int, number: int) -> Facts:
        return self.pieces[side][number].fields or {}

    def by(self, key: Key, unique: bool = True, checked: bool = False) -> None:
        """Pair what is left by a key, which must be that of one event on each side, unless they are equal in all."""
        grouped: tuple[dict[Hashable, list[int]], dict[Hashable, list[int]]] = {}, {}
        for side in (0, 1):
            for number in self.left[side]:
                found = key(self.facts(side, number))
                if found is not None:
                    grouped[side].setdefault(found, []).append(number)
        for found, numbers in grouped[0].items():
            equal = grouped[1].get(found, [])
            if unique and (len(numbers) != 1 or len(equal) != 1):
                continue
            for one, other in zip(numbers, equal, strict=False):
                if not checked or _may_be(self.facts(0, one), self.facts(1, other)):
                    self._pair(one, other)

    def _pair(self, one: int, other: int) -> None:
        self.found.append((one, other))
        del self.left[0][one], self.left[1][other]


def _may_be(one: Facts, other: Facts) -> bool:
    """Whether two events may be the same: not with two ids, nor if two or more other fields have all changed."""
    if one.get("id") and other.get("id"):
        return False
    if one.get("title") == other.get("title"):
        return True
    names = (one.keys() | other.keys()).difference(_NAMING)
    return len(names) < 2 or any(one.get(name) == other.get(name) for name in names)
