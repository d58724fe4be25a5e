"""The compact index of the page's events: bounds of dates, names, and what they can be found by.

Owns: its shape, which data.js reads. Does not: repeat texts of the list.

    {"today": 739340, "lanes": "company" or null, "facets": ["type", …],
     "values": [[name, facet, parent, aliases, symbol, colour], …],
     "events": [[flags, bounds, values, earlier bounds], …]}

Bounds are [start, days to its end] or [start, latest start, earliest end, end] in ordinals, null where there is none.
Values are numbers of `values`; trailing empty parts of a value or an event are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.event_types import PLAIN
from timeline_cli.exports.page.article import publisher
from timeline_cli.fields.json import dump
from timeline_cli.model import Entry, Names, Registries
from timeline_cli.query.counts import COUNTED

STILL_OPEN = ("ongoing", "scheduled", "tentative", "postponed")
_EDGES = {"known": 0, "open": 1, "unknown": 2}
_KINDS = {"point": 0, "choice": 1, "interval": 2}


def _sources(entry: Entry) -> list[str]:
    return list(dict.fromkeys(map(publisher, entry.event.sources)))


def _look(entry: Entry) -> list[str]:
    """What readers look for in events of any kind."""
    event = entry.event
    revised = any(figure.previous is not None for figure in event.figures)
    changed = event.was or event.supersedes or entry.superseded_by or revised
    found = {
        "changed": changed,
        "still open": entry.state in STILL_OPEN and not entry.superseded_by,
        "without a source": not event.sources,
    }
    return [word for word, holds in found.items() if holds]


# What events can be found by, in the order of the page; names have aliases and parents.
FACETS: dict[str, Callable[[Entry], list[str]]] = {
    "is": _look,
    **{key: COUNTED[key] for key in ("type", "company", "person", "place", "tag", "certainty", "status")},
    "source": _sources,
}


class Index:
    """Collects the events in order; some 60 bytes of each."""

    def __init__(self, today: int, lanes: str | None, registries: Registries) -> None:
        self._head = {"today": today, "lanes": lanes, "facets": list(FACETS)}
        self._registries = registries
        self._names = {"company": registries.companies, "person": registries.people, "place": registries.places}
        self._values: list[list[Any]] = []
        self._numbers: dict[tuple[int, str], int] = {}
        self._events: list[str] = []

    def add(self, entry: Entry) -> None:
        own = [self._number(at, name) for at, of in enumerate(FACETS.values()) for name in dict.fromkeys(of(entry))]
        row: list[Any] = [_flags(entry), _bounds(entry.event.date), own]
        earlier = [dict(version.changes).get("date") for version in entry.event.was]
        if any(earlier):
            row.append([_bounds(date) for date in earlier if date])
        self._events.append(dump(row).replace(" ", ""))  # numbers and null only: no blank of it is part of a text

    def text(self) -> Iterator[str]:
        """The JSON in pieces, safe inside of a script element."""
        head = {**self._head, "values": [_trimmed(each) for each in self._values]}
        yield dump(head)[:-1].replace("<", "\\u003c") + ', "events": [\n'
        for number, event in enumerate(self._events):
            yield event if not number else ",\n" + event
        yield "\n]}"

    def _number(self, facet: int, name: str) -> int:
        """The number of a value; its parents get theirs too."""
        key = (facet, name)
        if key not in self._numbers:
            number = self._numbers[key] = len(self._values)
            value: list[Any] = [name, facet, None, "", "", ""]
            self._values.append(value)
            self._describe(value, facet, name)
            return number
        return self._numbers[key]

    def _describe(self, value: list[Any], facet: int, name: str) -> None:
        kind = list(FACETS)[facet]
        parents: Iterable[str] = ()
        if kind == "type":
            row = self._registries.types.get(name, PLAIN)
            value[4:] = [row.symbol, row.colour]
            parents = self._registries.type_lineage(name)
        elif kind in self._names:
            names: Names = self._names[kind]
            value[3] = "\n".join(names.all_names(name)[1:])
            parents = names.lineage(name)
        parent = next((each for each in parents if each != name), None)
        if parent is not None:
            value[2] = self._number(facet, parent)


def _flags(entry: Entry) -> int:
    """Bits: kind (2), start edge (2), end edge (2), approximate, uncertain, ongoing, background, gone, doubtful."""
    event = entry.event
    date = event.date
    bits = (
        date.approximate,
        date.uncertain,
        entry.state == "ongoing",
        entry.background,
        bool(entry.superseded_by) or entry.state == "cancelled",
        event.certainty in ("rumoured", "disputed") or entry.state == "postponed",
    )
    flags = _KINDS[date.kind] | _EDGES[date.start_edge] << 2 | _EDGES[date.end_edge] << 4
    return flags | sum(1 << at for at, bit in enumerate(bits, 6) if bit)


def _bounds(date: EventDate) -> list[int | None]:
    start, start_latest, end_earliest, end = (day if NEVER_BEGAN < day < NEVER_ENDS else None for day in date.bounds)
    if start is not None and end is not None and date.kind != "interval":
        return [start, end - start]
    return [start, start_latest, end_earliest, end]


def _trimmed(value: list[Any]) -> list[Any]:
    while value and value[-1] in (None, ""):
        value = value[:-1]
    return value
