"""What changed between two snapshots: events and registry entries that are new, gone, changed or in another file.

Owns: that list, with the fields that differ. Does not: say that an event is gone if it only cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from timeline_cli.dates.event_date import parse_date
from timeline_cli.fields.table import FIELDS
from timeline_cli.history.pairing import pairs
from timeline_cli.history.pieces import Piece
from timeline_cli.history.snapshot import Snapshot, readable_value
from timeline_cli.reading.events import derived_id

ADDED, GONE, CHANGED, MOVED = "added", "gone", "changed", "moved"
WHAT = {"companies": "company", "people": "person", "places": "place", "types": "type", "sources": "source"}
KEYS = ("what", "change", "id", "id_before", "date", "title", "file", "fields")
_ORDER = {field.key: number for number, field in enumerate(FIELDS)}


class FieldChange(NamedTuple):
    """A field as written before and after; None is not written."""

    field: str
    before: Any
    after: Any


class Change(NamedTuple):
    """A change by KEYS. `what` is event, company, person, place, type, source, defaults or include.

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
        values = {key: getattr(self, key) for key in KEYS}
        return {**values, "file": self.file or None, "fields": [field._asdict() for field in self.fields]}


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
    one, other = [piece for piece, _ in before.events], [piece for piece, _ in after.events]
    paired = pairs(one, other)
    old, new = {number for number, _ in paired}, {number for _, number in paired}
    found = []
    for number, other_number in paired:
        change = change_of(before.events[number], after.events[other_number])
        if change is not None:
            found.append(change)
    hidden, lost = _unreadable(before, old), _unreadable(after, new)
    for number, (piece, file) in enumerate(before.events):
        if number not in old and readable_value(piece) is not None and not _is_among(piece, lost):
            found.append(lone_change(GONE, piece, file))
    for number, (piece, file) in enumerate(after.events):
        if number not in new and readable_value(piece) is not None and not _is_among(piece, hidden):
            found.append(lone_change(ADDED, piece, file))
    found.sort(key=_by_date)
    return Changes([*_entries(before, after), *found], len(lost))


def _by_date(change: Change) -> tuple[bool, Any]:
    try:
        return False, parse_date(str(change.date)).sort_key
    except ValueError:
        return True, ()


def _unreadable(side: Snapshot, paired: set[int]) -> list[str]:
    """The texts of the events of a side that cannot be read."""
    alone = (piece for number, (piece, _) in enumerate(side.events) if number not in paired)
    return [*side.broken, *(piece.raw for piece in alone if readable_value(piece) is None)]


def _is_among(piece: Piece, texts: list[str]) -> bool:
    """Whether an event is among texts that cannot be read: one has its id, or its title."""
    value = readable_value(piece) or {}
    return any(str(value[key]) in text for key in ("id", "title") if value.get(key) for text in texts)


def change_of(one: tuple[Piece, str], other: tuple[Piece, str]) -> Change | None:
    """The change of an event, before and after with the name of its file; None if only its form has changed."""
    if one[0].relative == other[0].relative and one[1] == other[1]:
        return None
    fields = list(_fields(one[0], other[0])) if one[0].relative != other[0].relative else []
    kind = CHANGED if fields else MOVED
    if one[1] != other[1]:
        fields.append(FieldChange("file", one[1], other[1]))
    if not fields:
        return None
    old, new = readable_value(one[0]), readable_value(other[0])
    names = id_of(old), id_of(new)
    return _change(kind, names[1], names[0] if names[0] != names[1] else None, new or {}, other[1], fields)


def lone_change(change: str, piece: Piece, file: str) -> Change:
    """An event that is new or gone."""
    values = readable_value(piece) or {}
    written = _plain(piece)
    fields = [
        FieldChange(key, *((written[key], None) if change == GONE else (None, written[key])))
        for key in _sorted(written)
    ]
    return _change(change, id_of(values), None, values, file, fields)


def _change(
    change: str,
    identity: str,
    before: str | None,
    values: dict[str, Any],
    file: str,
    fields: list[FieldChange],
) -> Change:
    date, title = values.get("date"), values.get("title")
    return Change("event", change, identity, before, date, title, file, tuple(fields))


def _plain(piece: Piece) -> dict[str, Any]:
    return (
        {key: value for key, value in piece.plain.items() if value is not None} if isinstance(piece.plain, dict) else {}
    )


def _sorted(keys: Any) -> list[str]:
    return sorted(keys, key=lambda key: (_ORDER.get(key, len(_ORDER)), key))


def _fields(one: Piece, other: Piece) -> Iterator[FieldChange]:
    """The fields whose values differ, as written."""
    old, new = readable_value(one) or {}, readable_value(other) or {}
    written, now = _plain(one), _plain(other)
    for key in _sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            yield FieldChange(key, written.get(key), now.get(key))


def _entries(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """The changes of registries, defaults and includes."""
    sections = [*WHAT, "defaults", "include"]
    keys = before.entries.keys() | after.entries.keys()
    for key in sorted(keys, key=lambda key: (sections.index(key[0]), key[1])):
        one, other = before.entries.get(key), after.entries.get(key)
        what, name = WHAT.get(key[0], key[0]), key[1]
        if one is not None and other is not None:
            fields = _fields_of_entry(one, other)
            kind = CHANGED
        else:
            kind = GONE if other is None else ADDED
            entry = other or one
            assert entry is not None
            fields = [
                FieldChange(field, *((value, None) if other is None else (None, value)))
                for field, value in _plain(entry).items()
            ]
        if fields or one is None or other is None:
            file = name if what == key[0] else ""
            yield Change(what, kind, "" if what == key[0] else name, None, None, None, file, tuple(fields))


def _fields_of_entry(one: Piece, other: Piece) -> list[FieldChange]:
    if isinstance(one.value, dict) or isinstance(other.value, dict):
        return list(_fields(one, other))
    return [FieldChange("value", one.plain, other.plain)] if one.value != other.value else []
