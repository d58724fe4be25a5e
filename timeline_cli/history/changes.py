"""What changed between two snapshots: events and registry entries that are new, gone, changed or in another file.

Owns: that list, with the fields that differ. Does not: say that an event is gone if it only cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from timeline_cli.dates.event_date import parse_date
from timeline_cli.fields.table import FIELDS
from timeline_cli.history.pairing import pairs
from timeline_cli.history.pieces import Piece
from timeline_cli.history.snapshot import Placed, Snapshot
from timeline_cli.reading.events import derived_id
from timeline_cli.reading.parser_input import REGISTRIES

ADDED, GONE, CHANGED, MOVED = "added", "gone", "changed", "moved"
WHAT = {"companies": "company", "people": "person", "places": "place", "types": "type", "sources": "source",
        "defaults": "defaults", "include": "include"}  # fmt: skip
_ORDER = {field.key: number for number, field in enumerate(FIELDS)}


class FieldChange(NamedTuple):
    """A field as written before and after; None is not written."""

    field: str
    before: Any
    after: Any


class Change(NamedTuple):
    """`what` is event, company, person, place, type, source, defaults or include.

    Entries of registries have their name as `id`.
    """

    what: str
    change: str
    id: str
    id_before: str | None
    date: str | None
    title: str | None
    file: str
    fields: tuple[FieldChange, ...]

    def as_json(self) -> dict[str, Any]:
        return {**self._asdict(), "file": self.file or None, "fields": [field._asdict() for field in self.fields]}


KEYS = Change._fields


class Changes(NamedTuple):
    """All changes: of registries, then of events by date. `unread` counts events that could not be read."""

    found: list[Change]
    unread: int


def id_of(values: dict[str, Any] | None) -> str:
    """The id of an event as written, else as derived; empty if it has no date."""
    if not values:
        return ""
    written = values.get("id")
    if written:
        return str(written)
    try:
        return derived_id(parse_date(values["date"]), values["title"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""


def changes(before: Snapshot, after: Snapshot) -> Changes:
    """What changed from one snapshot to the other."""
    paired = pairs([each.piece for each in before.events], [each.piece for each in after.events])
    old, new = {number for number, _ in paired}, {number for _, number in paired}
    gone = [each for number, each in enumerate(before.events) if number not in old]
    added = [each for number, each in enumerate(after.events) if number not in new]
    hidden, lost = _unreadable(before, gone), _unreadable(after, added)
    found = [change_of(before.events[one], after.events[other]) for one, other in paired]
    found += [change_of(each, None) for each in gone if not _may_be_among(each.piece, lost)]
    found += [change_of(None, each) for each in added if not _may_be_among(each.piece, hidden)]
    return Changes([*_entries(before, after), *sorted(filter(None, found), key=_by_date)], len(lost))


def _by_date(change: Change) -> tuple[bool, Any]:
    try:
        return False, parse_date(str(change.date)).sort_key
    except ValueError:
        return True, ()


def _unreadable(side: Snapshot, alone: Iterable[Placed]) -> list[str]:
    """The texts of the events of a side that cannot be read."""
    return [*side.broken, *(each.piece.raw for each in alone if each.piece.fields is None)]


def _may_be_among(piece: Piece, texts: list[str]) -> bool:
    """Whether an event may be among texts that cannot be read: one has its id, or its title; or it is one of them."""
    value = piece.fields
    if value is None:
        return True
    return any(str(value[key]) in text for key in ("id", "title") if value.get(key) for text in texts)


def change_of(one: Placed | None, other: Placed | None) -> Change | None:
    """The change of an event, before and after; None if only its form has changed."""
    fields = _fields(one and one.piece, other and other.piece)
    change = _kind(one, other)
    before = None
    if one is not None and other is not None:
        change = change if fields else MOVED
        if one.file != other.file:
            fields.append(FieldChange("file", one.file, other.file))
        if not fields:
            return None
        before = id_of(one.piece.fields)
    shown = other or one
    assert shown is not None
    values = shown.piece.fields or {}
    name = id_of(values)
    date, title = values.get("date"), values.get("title")
    return Change("event", change, name, before if before != name else None, date, title, shown.file, tuple(fields))


def _kind(one: object, other: object) -> str:
    return ADDED if one is None else GONE if other is None else CHANGED


def _fields(one: Piece | None, other: Piece | None) -> list[FieldChange]:
    """The fields whose values differ, as written; a value without fields is one."""
    if one is not None and other is not None and one.relative == other.relative:
        return []
    old, new = (None if piece is None else piece.value for piece in (one, other))
    written, now = (None if piece is None else piece.plain for piece in (one, other))
    if not isinstance(old, dict) and not isinstance(new, dict):
        return [FieldChange("value", written, now)] if old != new else []
    old, new, written, now = (each if isinstance(each, dict) else {} for each in (old, new, written, now))
    keys = sorted(old.keys() | new.keys(), key=lambda key: (_ORDER.get(key, len(_ORDER)), key))
    return [FieldChange(key, written.get(key), now.get(key)) for key in keys if old.get(key) != new.get(key)]


def _entries(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """The changes of registries, defaults and includes."""
    sections = list(WHAT)
    for section, name in sorted(before.entries | after.entries, key=lambda key: (sections.index(key[0]), key[1])):
        one, other = before.entries.get((section, name)), after.entries.get((section, name))
        fields = tuple(_fields(one, other))
        if fields or one is None or other is None:
            # Defaults and includes are those of a file.
            identity, file = (name, "") if section in REGISTRIES else ("", name)
            yield Change(WHAT[section], _kind(one, other), identity, None, None, None, file, fields)
