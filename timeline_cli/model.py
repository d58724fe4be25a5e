"""The data model: frozen events, figures, sources, entities, and the timeline that contains them.

Owns: the data model. Does not: know YAML, JSON, or how anything looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar, dataclass_transform

from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.period import state_on
from timeline_cli.event_types import TYPES, EventType
from timeline_cli.text import fold

if TYPE_CHECKING:
    from timeline_cli.diagnostics import Diagnostic


# The fields of an event with ids of other events.
LINKS = ("part_of", "follows", "supersedes", "related")


class Role(NamedTuple):
    """A company or person of an event, by canonical name, with its role."""

    name: str
    role: str | None = None


class Amount(NamedTuple):
    """An exact number, a range, or a number qualified by about, over or under; None is no bound."""

    low: Decimal | None
    high: Decimal | None
    qualifier: str | None = None

    @property
    def single(self) -> Decimal | None:
        """The single number as written, or None for a range."""
        if self.low is not None and self.high is not None and self.low != self.high:
            return None
        return self.high if self.low is None else self.low


class Converted(NamedTuple):
    """The same figure in another unit, as converted by the source."""

    amount: Amount
    unit: str | None


FIGURE_KINDS = ("actual", "preliminary", "guidance", "target", "consensus")


class Figure(NamedTuple):
    """A number that an event reports; `kind` is one of FIGURE_KINDS."""

    metric: str
    company: str | None
    kind: str
    amount: Amount
    unit: str | None
    period: EventDate | None
    previous: Amount | None
    change: str | None
    converted: Converted | None


class Source(NamedTuple):
    """A source. `key` is its name under `sources:`, None for a source written in the event."""

    key: str | None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: EventDate | None = None
    quote: str | None = None


class Version(NamedTuple):
    """An earlier version of an event: the fields that differed, by key, decoded."""

    changes: tuple[tuple[str, Any], ...]


_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def _frozen(kind: type[_T]) -> type[_T]:
    """A class of values that are never changed after creation.

    The type checker enforces that: enforcing it at run time makes a million values four times as slow to create.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


@_frozen
class Event:
    """One event as written in the file, with resolved names. Empty tuples and None mean not written."""

    id: str
    date: EventDate
    title: str
    type: str | None = None
    status: str | None = None
    certainty: str | None = None
    companies: tuple[Role, ...] = ()
    people: tuple[Role, ...] = ()
    place: str | None = None
    tags: tuple[str, ...] = ()
    summary: str | None = None
    figures: tuple[Figure, ...] = ()
    sources: tuple[Source, ...] = ()
    part_of: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    known: EventDate | None = None
    was: tuple[Version, ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()
    has_own_id: bool = True
    file: str = ""
    line: int = 0

    def forget(self) -> None:
        """Drop what can be loaded again; nothing here."""

    def at(self, line: int) -> Event:
        """The same event at another line, and much faster than with `dataclasses.replace`."""
        values = *_but_line(self), line
        return Event(*values)

    def differs(self, other: Event) -> bool:
        """Whether more than the line is different."""
        return self is not other and _but_line(self) != _but_line(other)

    def state(self, today: int) -> str | None:
        """The status as written, else from the date and `today` (an ordinal); None if they do not decide."""
        return self.status or state_on(self.date, today)

    @property
    def is_due(self) -> bool:
        """Whether its date is a due date: it is scheduled, and that is more than a rumour."""
        return self.status == "scheduled" and self.certainty != "rumoured"

    @property
    def told(self) -> EventDate | None:
        """When it became known, as written: `known`, else the earliest `published`."""
        if self.known is not None or not self.sources:
            return self.known
        published = [source.published for source in self.sources if source.published is not None]
        return min(published, key=lambda date: date.sort_key) if published else None

    def known_from(self, today: int) -> EventDate | None:
        """When it became known: `known`, else the earliest `published`, else its start.

        None for an event that is planned, cancelled or still ahead with neither: nothing says when.
        """
        told = self.told
        if told is not None:
            return told
        if self.status in ("scheduled", "tentative", "postponed", "cancelled") or self.date.bounds.start > today:
            return None
        return self.date.start_side


_but_line = attrgetter(*[each.name for each in fields(Event)][:-1])  # the line is the last one


class Entity(NamedTuple):
    """A company, person or place of a registry. `parent` is a group, or the place that contains a place."""

    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    tz: str | None = None
    fiscal: FiscalYear | None = None
    company: str | None = None
    role: str | None = None


_MAX_LINEAGE = 100  # no group has more levels, but a hostile file might


class Names:
    """One registry of entities with their aliases, read-only after loading."""

    def __init__(self, entities: Mapping[str, Entity], canonical: Mapping[str, str]) -> None:
        """`canonical` maps every folded name and alias to the key in `entities`."""
        self.entities = entities
        self.canonical = canonical

    @cached_property
    def has_fiscal(self) -> bool:
        """Whether any entity has a fiscal year."""
        return any(entity.fiscal is not None for entity in self.entities.values())

    def resolve(self, name: str) -> str:
        """The canonical name; an unregistered name is returned unchanged."""
        return self.canonical.get(fold(name), name)

    def get(self, name: str) -> Entity | None:
        return self.entities.get(self.resolve(name))

    def __contains__(self, name: str) -> bool:
        return fold(name) in self.canonical

    def lineage(self, name: str) -> Iterator[str]:
        """The name and all its ancestors, nearest first; each once, even with circles."""
        seen: set[str] = set()
        current: str | None = self.resolve(name)
        while current is not None and current not in seen and len(seen) < _MAX_LINEAGE:
            seen.add(current)
            yield current
            entity = self.entities.get(current)
            current = self.resolve(entity.parent) if entity and entity.parent else None

    def zone(self, name: str) -> str | None:
        """The time zone of a place, its own or that of the nearest place that contains it."""
        zones = (self.entities[each].tz for each in self.lineage(name) if each in self.entities)
        return next((zone for zone in zones if zone), None)

    def all_names(self, name: str) -> tuple[str, ...]:
        """The canonical name and its aliases."""
        entity = self.entities.get(name)
        return (name, *entity.aliases) if entity else (name,)


_NO_NAMES = Names({}, {})


class Registries(NamedTuple):
    """All that the files declare besides events. `types` includes the built-in types.

    `faulty` names the entries with an error that hides what they say, such as "companies: Acme"; "companies: " is all.
    """

    companies: Names = _NO_NAMES
    people: Names = _NO_NAMES
    places: Names = _NO_NAMES
    types: Mapping[str, EventType] = TYPES
    sources: Mapping[str, Source] = MappingProxyType({})
    faulty: frozenset[str] = frozenset()

    def is_faulty(self, section: str, name: str) -> bool:
        """Whether an error hides what an entry says."""
        return not self.faulty.isdisjoint((f"{section}: {name}", f"{section}: "))

    def type_lineage(self, name: str | None) -> Iterator[str]:
        """A type and its parents, nearest first."""
        seen: set[str] = set()
        while name is not None and name not in seen:
            seen.add(name)
            yield name
            row = self.types.get(name)
            name = row.parent if row else None


class Events(Protocol):
    """Events in order: a tuple, or the events of an index."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Event]: ...

    def __reversed__(self) -> Iterator[Event]: ...


@dataclass(frozen=True)
class Timeline:
    """Everything that was read. `events` are sorted by date; `broken` counts the events left out.

    `unread` has the files that could not be read to the end, with the line where reading stopped. `texts` are the
    bytes, as UTF-8, of the files with problems, and of standard input, which cannot be read again.
    """

    events: Events
    registries: Registries = field(default_factory=Registries)
    diagnostics: tuple[Diagnostic, ...] = ()
    broken: int = 0
    unread: tuple[tuple[str, int], ...] = ()
    files: tuple[str, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict)

    def errors(self) -> tuple[Diagnostic, ...]:
        """The problems that are errors."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.is_error)


class Entry(NamedTuple):
    """An event in an answer: `match` is certain, possible, or None if the question has no period."""

    event: Event
    state: str | None
    match: str | None = None
    background: bool = False
    superseded_by: tuple[str, ...] = ()
    known: EventDate | None = None
