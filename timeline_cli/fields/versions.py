"""Earlier versions of an event: the fields in which they differed.

Owns: what follows from a version. Does not: decode it (decoders.py).
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import Any

from timeline_cli.fields.field import Field
from timeline_cli.model import Entry, Event, Version

# The defaults of an event; and the bounds that our JSON adds to a fiscal date.
EMPTY = {field.name: field.default for field in dataclass_fields(Event)}
GIVEN = ("start", "start_latest", "end_earliest", "end")


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
        found.update((key, field.encode(older)) for key in GIVEN if (field := fields[key]).encode)
    return found
