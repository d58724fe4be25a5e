"""The types of a timeline: built in, declared, or used without a declaration, with their parents and events.

Owns: TypeRow. Does not: hide a type whose parent does not exist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline_cli.event_types import PLAIN, TYPES, EventType
from timeline_cli.model import Registries


class TypeRow(NamedTuple):
    """A type `level` parents deep; `declared` is built-in, here (under types:) or nowhere."""

    type: EventType
    level: int
    declared: str
    events: int


def type_rows(registries: Registries, used: Iterable[str]) -> list[TypeRow]:
    """All types, each below its parent; `used` has a name for each event that has a type."""
    counts = Counter(used)
    known = dict(registries.types)
    for name in counts:
        known.setdefault(name, PLAIN._replace(name=name))
    children: dict[str | None, list[str]] = {}
    for name, row in known.items():
        children.setdefault(row.parent if row.parent in known else None, []).append(name)
    found: dict[str, TypeRow] = {}
    # A type that is its own ancestor has no parent here: such a cycle is an error in the file, but is listed anyway.
    waiting = [(root, 0) for root in reversed([*children.get(None, ()), *known])]
    while waiting:
        name, level = waiting.pop()
        if name not in found:
            found[name] = TypeRow(known[name], level, _declared(known[name], registries.types), counts[name])
            waiting += [(child, level + 1) for child in reversed(children.get(name, ()))]
    return list(found.values())


def _declared(row: EventType, types: Mapping[str, EventType]) -> str:
    if row.name not in types:
        return "nowhere"
    return "built-in" if TYPES.get(row.name) == row else "here"
