"""Which events of an import a file has already, by their origin: x-from: NAME#KEY@DIGEST.

Owns: x-from, what is new, there already, changed or gone, and which fields of a changed event the input changed.
Does not: keep what was imported. The digest tells: of the values that the file and the input have now, those that it
fits were imported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain, combinations
from typing import NamedTuple

from timeline_cli.editing.proof import says
from timeline_cli.editing.render import Values
from timeline_cli.editing.values import plain
from timeline_cli.imports.events import Made, digest_of
from timeline_cli.model import Event
from timeline_cli.nodes import Mapping, Scalar
from timeline_cli.text import fold

KEY = "x-from"
# What became of fields, by the origin of their event.
FIELDS = {
    "conflicts": "not updated: {}: file and input differ in {}, and the file was edited",
    "removed": "removed from {}: {}, empty in the input",
    "kept": "kept in {}: {}, not in the input",
}
SIDES = ("file", "input")
_MOST_FIELDS = 12  # that differ: 4,096 digests


class Alike(NamedTuple):
    """A new event with the date and title of one that has another origin."""

    row: int
    title: str
    place: str


class Ledger:
    """The origins in the events of a file, and what an import brings to them."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._known: dict[str, str] = {}
        self._alike: dict[tuple[str, str], str] = {}
        for event in events:
            written = dict(event.extra).get(KEY)
            origin, at, digest = str(written or "").rpartition("@")
            if at and "#" in origin:
                self._known[origin] = digest
            self._alike[event.date.text, fold(event.title)] = f"{event.id} ({event.file}:{event.line})"
        self._times: Counter[str] = Counter()
        self._seen: set[str] = set()
        self.new = self.already = 0
        self.changed: dict[str, Made] = {}
        self.fields: dict[str, dict[str, list[str]]] = {what: {} for what in FIELDS}
        self.alike: list[Alike] = []

    def take(self, made: Made) -> Made | None:
        """The event if it is new, the same origin in one import numbered; None if the file has it."""
        self._times[made.origin] += 1
        if self._times[made.origin] > 1:
            made = made._replace(origin=f"{made.origin}~{self._times[made.origin]}")
        self._seen.add(made.origin)
        digest = self._known.get(made.origin)
        if digest is None:
            self.new += 1
            if self._alike and (other := self._alike.get((made.event.date.text, fold(made.event.title)))):
                self.alike.append(Alike(made.row, made.event.title, other))
            return made
        if digest == made.digest:
            self.already += 1
        else:
            self.changed[made.origin] = made
        return None

    def update(self, event: Mapping, side: str) -> Values:
        """The fields of an event of the file that only the input changed, None for one that it emptied.

        If the file and the input may have changed the same one, those of a `side`; without it, none.
        """
        written = event.pairs[KEY][1] if KEY in event.pairs else None
        origin, _, digest = (written.value if isinstance(written, Scalar) else "").rpartition("@")
        made = self.changed.get(origin)
        if made is None:
            return {}
        new = made.values
        now = {key: new[key] if key in new and says(node, new[key]) else plain(node, key, key.startswith("x-"))
               for key, (_, node) in event.pairs.items() if key != KEY and (key != "id" or key in new)}  # fmt: skip
        differ = [key for key in {**new, **now} if now.get(key) != new.get(key)]
        edited = _edited(now, new, differ, digest)
        if edited is None and not side:
            self.fields["conflicts"][origin] = differ
            return {}
        taken = [key for key in differ if (side == "input" if edited is None else key not in edited)]
        if emptied := [key for key in taken if key not in new]:
            self.fields["kept" if edited is None else "removed"][origin] = emptied
        taken = [key for key in taken if edited is not None or key in new]
        return {**{key: new.get(key) for key in taken}, KEY: with_origin(made)[KEY]}

    def gone(self) -> list[str]:
        """The origins of the same names that the input no longer has."""
        names = {origin.partition("#")[0] for origin in self._seen}
        return [origin for origin in self._known if origin.partition("#")[0] in names and origin not in self._seen]


def _edited(now: Values, new: Values, differ: list[str], digest: str) -> tuple[str, ...] | None:
    """The fields edited in the file, of those that differ from the input; None if it cannot be known.

    A field that was edited and that the input still has as imported makes the digest fit again.
    """
    if len(differ) > _MOST_FIELDS:
        return None
    for edited in chain.from_iterable(combinations(differ, count) for count in range(len(differ) + 1)):
        imported = {**now, **{key: new.get(key) for key in edited}}
        if digest_of({key: value for key, value in imported.items() if value is not None}) == digest:
            return edited
    return None if differ else ()


def with_origin(made: Made) -> Values:
    """The values of an event with where they are from."""
    return {**made.values, KEY: f"{made.origin}@{made.digest}"}
