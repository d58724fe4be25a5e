"""What terms need to know when a question is put together, and what a term is.

Owns: Ask, TermKind, the words of an event that text is searched in. Refuses: to know any field of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.period import Period
from timeline_cli.model import Event
from timeline_cli.query.names import quoted
from timeline_cli.query.verdict import Test
from timeline_cli.query.world import World
from timeline_cli.text import fold, fold_accents, nearest


@dataclass
class Ask:
    """What terms need to know when they are put together; `notes` are told on stderr."""

    world: World
    read_period: Callable[[str, FiscalYear | None], Period]
    mode: str = "possibly"
    exact: bool = False
    fiscal: FiscalYear | None = None
    notes: list[str] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)  # of all date terms, which decide what is background
    compiled: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.world.events}

    def words_of(self, event: Event) -> str:
        """All the words of an event, folded; kept, since a question may have many words."""
        found = self._words.get(event.id)
        if found is None:
            found = self._words[event.id] = searchable(event)
        return found

    def nothing_has(self, what: str, value: str, candidates: Iterable[str]) -> None:
        """Note that no event has a value, with the nearest one that some event has."""
        near = nearest(value, (name for name in candidates if fold(name) != fold(value)), cutoff=0.6)
        note = f"no event has the {what} {quoted(value)}" + (f"; did you mean {quoted(near)}?" if near else "")
        if "," in value:
            note += "; a comma inside one argument of the shell is part of the value"
        self.notes.append(note)


class Meaning(NamedTuple):
    """A term put together: its test, and how its value is echoed."""

    test: Test
    reading: str


Compile = Callable[[str, Ask], Meaning]


class TermKind(NamedTuple):
    """A row of TERMS. Of an `imprecise` term, all values or those named may answer possible."""

    name: str
    help: str
    compile: Compile
    imprecise: bool | frozenset[str] = False


def searchable(event: Event) -> str:
    """All the words of an event, folded: title, type, summary, names, tags, metrics and quotes."""
    kind = event.type or ""
    words: list[str | None] = [event.title, kind, kind.replace("-", " "), event.summary, event.place, *event.tags]
    words += [role.name for role in (*event.companies, *event.people)]
    words += [figure.metric for figure in event.figures]
    # Not the titles of sources: one article stands behind many events, and its headline would match them all.
    words += [source.quote for source in event.sources]
    return fold_accents("\n".join(" ".join(word.split()) for word in words if word))
