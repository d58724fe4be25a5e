"""Earlier versions of an event: the fields in which they differed, both ways.

Owns: `was`. Does not: accept a version without the date it became known.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import Any

from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import items
from timeline_cli.fields.field import Field
from timeline_cli.model import Entry, Event, Version
from timeline_cli.nodes import Mapping, Node, is_null, kind_of

_NOT_IN_VERSIONS = frozenset({"id", "was", "fiscal_of"})


def decode(node: Node, fields: MappingType[str, Field], context: Context) -> tuple[Version, ...]:
    """A list of mappings, oldest first; each has some of an event's fields and when it became known."""
    found = (_version(item, fields, context) for item in items(node, context))
    return tuple(version for version in found if version is not None)


def _version(node: Node, fields: MappingType[str, Field], context: Context) -> Version | None:
    if not isinstance(node, Mapping):
        context.problems.at(
            node,
            "E012",
            f"an earlier version is a mapping, not {kind_of(node)}",
            "write {date: 2025-04, known: 2025-02-11}",
        )
        return None
    changes: list[tuple[str, Any]] = []
    own = replace(context, pairs=node.pairs)
    for key, (key_node, value) in node.pairs.items():
        row = fields.get(key)
        if row is not None and row.decode is None and key in _GIVEN:
            continue
        if row is None or row.decode is None or key in _NOT_IN_VERSIONS:
            from timeline_cli.fields.hints.keys import unknown_key

            known = [name for name, field in fields.items() if field.decode and name not in _NOT_IN_VERSIONS]
            unknown_key(key_node, value, known, context, node.pairs)
        elif is_null(value) and key in ("date", "title"):
            context.problems.at(key_node, "E202", f"a version cannot have an empty {key}", "remove the key")
        elif is_null(value):
            changes.append((key, EMPTY[key]))
        else:
            changes.append((key, row.decode(value, own)))
    version = Version(tuple(changes))
    if known_of(version) is None:
        context.problems.at(node, "E202", "an earlier version needs the date it became known", "add known: 2025-02-11")
        return None
    return version


# The defaults of an event; and the bounds that our JSON adds to a fiscal date.
EMPTY = {field.name: field.default for field in dataclass_fields(Event)}
_GIVEN = ("start", "start_latest", "end_earliest", "end")


def known_of(version: Version) -> Any:
    """The EventDate when a version became known: its `known`, else the earliest `published` of its sources."""
    changes = dict(version.changes)
    if changes.get("known") is not None:
        return changes["known"]
    published = [source.published for source in changes.get("sources") or () if source.published is not None]
    return min(published, key=lambda date: date.sort_key) if published else None


def event_of(event: Event, version: Version) -> Event:
    """The event as it was in that version."""
    return replace(event, **dict(version.changes))


def to_json(version: Version, fields: MappingType[str, Field]) -> dict[str, Any]:
    """The fields of a version, in the form of an event's fields."""
    changes = dict(version.changes)
    found = {key: fields[key].kind.to_json(value) for key, value in changes.items()}
    if "date" in changes and "FY" in changes["date"].text:
        older = Entry(Event("", changes["date"], ""), None)
        found.update((key, field.encode(older)) for key in _GIVEN if (field := fields[key]).encode)
    return found
