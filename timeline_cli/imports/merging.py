"""Which events of an import a file has already, by their origin: x-from: NAME#KEY@DIGEST.

Owns: x-from, and what is new, there already, changed or gone. Does not: compare fields; the digest tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from timeline_cli.editing.render import Values
from timeline_cli.imports.events import Made
from timeline_cli.model import Event
from timeline_cli.text import fold

KEY = "x-from"


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

    def updates(self) -> dict[str, Values]:
        """The values of the changed events, by the x-from that they have in the file."""
        return {f"{origin}@{self._known[origin]}": with_origin(made) for origin, made in self.changed.items()}

    def gone(self) -> list[str]:
        """The origins of the same names that the input no longer has."""
        names = {origin.partition("#")[0] for origin in self._seen}
        return [origin for origin in self._known if origin.partition("#")[0] in names and origin not in self._seen]


def with_origin(made: Made) -> Values:
    """The values of an event with where they are from."""
    return {**made.values, KEY: f"{made.origin}@{made.digest}"}
