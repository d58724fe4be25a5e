"""The names in a timeline, with counts, first and last dates, and similar names.

Owns: KINDS; a new kind is one row. Does not: merge names; it only reports that two look alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Event, Names, Registries, Timeline
from timeline_cli.query.facts import facts_of
from timeline_cli.query.words import WORDS
from timeline_cli.spelling import NearMisses
from timeline_cli.text import core, fold, split_words


class Kind(NamedTuple):
    """A row of KINDS: `singular` is a kind of words (query.words); `declared` are those of the registries."""

    name: str
    singular: str
    declared: Callable[[Registries], Iterable[str]] = lambda registries: ()
    registry: str | None = None

    @property
    def names_of(self) -> Callable[[Event], Iterable[str]]:
        return WORDS[self.singular]


class Entity(NamedTuple):
    """`events` counts those that have the name.

    `first` is the date of the event that starts first, `last` that of the event that ends last, among those with a
    bound there.
    """

    kind: str
    name: str
    aliases: tuple[str, ...]
    parent: str | None
    declared: bool
    events: int
    first: EventDate | None
    last: EventDate | None
    similar: tuple[str, ...]


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("companies", "company", lambda registries: registries.companies.entities, "companies"),
        Kind("people", "person", lambda registries: registries.people.entities, "people"),
        Kind("places", "place", lambda registries: registries.places.entities, "places"),
        Kind("types", "type", lambda registries: registries.types),
        Kind("tags", "tag"),
        Kind("metrics", "metric"),
    )
}


def entities(timeline: Timeline, kind: Kind) -> list[Entity]:
    """All names of a kind that events have or registries declare, the most frequent first.

    Built-in types that no event has are omitted.
    """
    dates = facts_of(timeline).dated_words(kind.singular)
    declared = set(kind.declared(timeline.registries))
    names = list(dates) if kind.name == "types" else [*dates, *sorted(declared - set(dates))]
    registry: Names | None = getattr(timeline.registries, kind.registry) if kind.registry else None
    alike = look_alikes(names)
    if registry is not None:
        # A group and its child often have similar names, and are different.
        family = {name: set(registry.lineage(name)) for name in alike}
        alike = {
            name: tuple(o for o in others if o not in family[name] and name not in family[o])
            for name, others in alike.items()
        }
    found = [
        _entity(kind.name, name, registry, name in declared, dates.get(name, []), alike.get(name, ())) for name in names
    ]
    return sorted(found, key=lambda entity: (-entity.events, entity.name))


def _entity(
    kind: str, name: str, registry: Names | None, declared: bool, dates: list[EventDate], similar: tuple[str, ...]
) -> Entity:
    known = registry.entities.get(name) if registry else None
    parent = (known.parent or known.company) if known else None
    starts = [date for date in dates if date.bounds.start > NEVER_BEGAN]
    ends = [date for date in dates if date.bounds.end < NEVER_ENDS]
    return Entity(
        kind,
        name,
        known.aliases if known else (),
        registry.resolve(parent) if registry and parent else parent,
        declared,
        len(dates),
        min(starts, key=lambda date: date.sort_key, default=None),
        max(ends, key=lambda date: date.bounds.end, default=None),
        similar,
    )


_LEGAL_FORMS = re.compile(r"\b(inc|ltd|llc|corp|corporation|co|plc|ag|sa|se|nv|gmbh|kk|group|holdings?|the)\b\.?")


def look_alikes(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each name, the others that may be another spelling of it.

    They differ in case, accents, punctuation or a legal form, or in one letter of a long word.
    """
    listed = list(names)
    by_core: dict[str, list[str]] = {}
    for name in listed:
        by_core.setdefault(_core(name), []).append(name)
    found: dict[str, set[str]] = {}
    for group in by_core.values():
        for name in group:
            found.setdefault(name, set()).update(other for other in group if other != name)
    before = NearMisses(())
    for name in listed:
        # Compared with the names before it only: a name is always nearest to itself.
        near = before.find(name)
        if near is not None and _is_slip(name, near):
            found.setdefault(name, set()).add(near)
            found.setdefault(near, set()).add(name)
        before.add(name)
    return {name: tuple(sorted(others)) for name, others in found.items() if others}


def _is_slip(name: str, other: str) -> bool:
    """Whether one letter is likelier a slip than another name: not so in Raken and Kraken, Gary and Mary."""
    if max(len(core(name)), len(core(other))) < 8 or re.search("[\u3400-\u9fff]", name):
        return False
    pairs = zip(split_words(fold(name)), split_words(fold(other)), strict=False)
    return all(one[0] == two[0] and max(len(one), len(two)) >= 6 for one, two in pairs if one != two)


def _core(name: str) -> str:
    return core(_LEGAL_FORMS.sub("", fold(name))) or fold(name)
