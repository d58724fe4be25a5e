"""The proof of an edit: read both texts with the reader that answers questions, and compare them value by value.

Owns: what "nothing else has changed" means. Does not: trust the code that made the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from timeline_cli.editing.render import Value, Values
from timeline_cli.editing.source import Source
from timeline_cli.errors import NotWritten
from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import date_text
from timeline_cli.model import Event, Registries
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, is_null
from timeline_cli.reading.document import Document
from timeline_cli.reading.events import read_defaults, read_event

EVENTS = "events"


class Read(NamedTuple):
    """A part of a file from the reader: its section, its key (for a registry entry) and its value."""

    section: str
    key: str
    value: Node


class Reading:
    """A file as the reader sees it, part by part. Its problems are complete once all parts are consumed."""

    def __init__(self, name: str, source: Source) -> None:
        self.problems = Problems(name)
        self._document = Document(source.utf8, self.problems)

    def parts(self) -> Iterator[Read]:
        for part in self._document.rest():
            yield Read(part.section, part.key.value if part.key else "", part.value)

    @property
    def is_whole(self) -> bool:
        """Whether the file could be read to the end."""
        return self._document.stopped_at is None

    @property
    def codes(self) -> list[str]:
        return sorted(diagnostic.code for diagnostic in self.problems.found)


class Known:
    """A completely read file, to compare others with."""

    def __init__(self, name: str, source: Source) -> None:
        reading = Reading(name, source)
        self.name = name
        self.parts = list(reading.parts())
        self.is_whole = reading.is_whole
        self.codes = reading.codes

    def ids(self) -> set[str]:
        """The ids written in the file, including those of broken events."""
        found = set()
        for part in self.parts:
            if part.section == EVENTS and isinstance(part.value, Mapping) and "id" in part.value.pairs:
                node = part.value.pairs["id"][1]
                if isinstance(node, Scalar):
                    found.add(node.value)
        return found

    def decoder(self, registries: Registries) -> Callable[[Node, Problems], Event | None]:
        """The context to decode the file's events: its defaults, and the registries of all files."""
        defaults = {}
        for part in self.parts:
            if part.section == "defaults":
                defaults = read_defaults(part.value, Problems(self.name))
        shared = Context(Problems(self.name), registries)  # near misses of its names are indexed once
        return lambda node, problems: read_event(node, defaults, shared.of_file(problems, is_json=False))


def prove(before: Known, after: Source, added: dict[int, Values]) -> dict[int, int]:
    """Check that `after` equals the old file plus the `added` events at their places.

    Returns the line of each added event. Raises NotWritten on any other difference.
    """
    reading = Reading(before.name, after)
    old_parts, place = iter(before.parts), 0
    lines: dict[int, int] = {}
    for part in reading.parts():
        if part.section == EVENTS and place in added:
            if not says(part.value, added[place]):
                raise unproven(before.name)
            lines[place] = part.value.start_mark.line + 1
        else:
            expected = next(old_parts, None)
            if expected is None or expected[:2] != part[:2] or not same(expected.value, part.value):
                raise unproven(before.name)
        place += part.section == EVENTS
    is_whole = before.is_whole and reading.is_whole and next(old_parts, None) is None
    if not is_whole or reading.codes != before.codes or lines.keys() != added.keys():
        raise unproven(before.name)
    return lines


def prove_order(name: str, before: Source, after: Source, order: Sequence[int]) -> None:
    """Check that `after` equals `before` with its events in the new `order`. Raises NotWritten."""
    old, new = Known(name, before), Known(name, after)
    events = [part for part in old.parts if part.section == EVENTS]
    expected = [events[number] for number in order] + [part for part in old.parts if part.section != EVENTS]
    found = [part for part in new.parts if part.section == EVENTS]
    found += [part for part in new.parts if part.section != EVENTS]
    agree = len(expected) == len(found) and all(
        one[:2] == other[:2] and same(one.value, other.value) for one, other in zip(expected, found, strict=True)
    )
    if not agree or not old.is_whole or not new.is_whole or old.codes != new.codes:
        raise unproven(name)


def unproven(name: str) -> NotWritten:
    return NotWritten(f"{name} cannot be edited safely as text", "nothing was written; edit the file by hand")


def same(one: Node, other: Node) -> bool:
    """Whether every reader sees two values as the same."""
    if isinstance(one, Scalar):
        return isinstance(other, Scalar) and (one.value, not one.style) == (other.value, not other.style)
    if isinstance(one, Mapping):
        return (
            isinstance(other, Mapping)
            and list(one.pairs) == list(other.pairs)
            and all(same(value, other.pairs[key][1]) for key, (_, value) in one.pairs.items())
        )
    return (
        not isinstance(other, (Scalar, Mapping))
        and len(one.items) == len(other.items)
        and all(map(same, one.items, other.items))
    )


def says(node: Node, value: Value) -> bool:
    """Whether a node has exactly the texts of a value."""
    if value is None:
        return is_null(node)
    if isinstance(value, str):
        if isinstance(node, Scalar):
            return node.value == value and not is_null(node)
        return date_text(node) == value
    if isinstance(value, list):
        return (
            not isinstance(node, (Scalar, Mapping))
            and len(node.items) == len(value)
            and all(map(says, node.items, value))
        )
    return (
        isinstance(node, Mapping)
        and node.pairs.keys() == value.keys()
        and all(says(node.pairs[key][1], part) for key, part in value.items())
    )
