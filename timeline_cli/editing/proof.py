"""The proof of an edit: both texts are read by the reader that answers questions, and compared value by value.

Owns: what "nothing else has changed" means. Refuses: to take the word of whoever made the text.
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
from timeline_cli.nodes import Mapping, Node, Problems, Scalar
from timeline_cli.reading.document import Document
from timeline_cli.reading.events import read_defaults, read_event

EVENTS = "events"


class Read(NamedTuple):
    """A part of a file as the reader gave it: its section, its key (of a registry's entry) and its value."""

    section: str
    key: str
    value: Node


class Reading:
    """A file as the reader sees it, part by part. What was wrong is known once all parts were taken."""

    def __init__(self, name: str, source: Source) -> None:
        self.problems = Problems(name)
        self._document = Document(source.utf8, self.problems)

    def parts(self) -> Iterator[Read]:
        for part in self._document.rest():
            yield Read(part.section, part.key.text if part.key else "", part.value)

    @property
    def stopped_at(self) -> int | None:
        return self._document.stopped_at


def prove(name: str, before: Source, after: Source, added: dict[int, Values]) -> None:
    """Check that `after` says what `before` says and, as the events of these places, what is `added`.

    Raises NotWritten when it does not.
    """
    old, new = Reading(name, before), Reading(name, after)
    old_parts, new_parts = old.parts(), new.parts()
    place = 0
    for part in new_parts:
        if part.section == EVENTS and place in added:
            if not says(part.value, added[place]):
                raise unproven(name)
        else:
            expected = next(old_parts, None)
            if expected is None or expected[:2] != part[:2] or not same(expected.value, part.value):
                raise unproven(name)
        place += part.section == EVENTS
    is_whole = old.stopped_at is None and new.stopped_at is None and next(old_parts, None) is None
    codes = [[diagnostic.code for diagnostic in each.problems.found] for each in (old, new)]
    if not is_whole or codes[0] != codes[1] or max(added, default=-1) >= place:
        raise unproven(name)


def prove_order(name: str, before: Source, after: Source, order: Sequence[int]) -> None:
    """Check that `after` says what `before` says with its events in another `order`. Raises NotWritten."""
    old, new = Reading(name, before), Reading(name, after)
    old_parts, new_parts = list(old.parts()), list(new.parts())
    events = [part for part in old_parts if part.section == EVENTS]
    expected = [events[number] for number in order] + [part for part in old_parts if part.section != EVENTS]
    found = [part for part in new_parts if part.section == EVENTS]
    found += [part for part in new_parts if part.section != EVENTS]
    codes = [sorted(diagnostic.code for diagnostic in each.problems.found) for each in (old, new)]
    agree = len(expected) == len(found) and all(
        one[:2] == other[:2] and same(one.value, other.value) for one, other in zip(expected, found, strict=False)
    )
    if not agree or old.stopped_at is not None or new.stopped_at is not None or codes[0] != codes[1]:
        raise unproven(name)


def unproven(name: str) -> NotWritten:
    return NotWritten(
        f"{name} is written in a way that cannot be changed safely as text",
        "nothing was written; change it in your editor",
    )


def same(one: Node, other: Node) -> bool:
    """Whether two values are the same to every reader of them."""
    if isinstance(one, Scalar):
        return isinstance(other, Scalar) and (one.text, one.plain) == (other.text, other.plain)
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
    """Whether a node says what is meant, text for text."""
    if value is None:
        return isinstance(node, Scalar) and node.is_null
    if isinstance(value, str):
        if isinstance(node, Scalar):
            return node.text == value and not node.is_null
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


Decoded = tuple[Event | None, Problems]


def decoder(name: str, source: Source, registries: Registries) -> Callable[[Node, Problems], Event | None]:
    """How the events of a file are decoded: with its defaults and the registries of all files."""
    defaults = {}
    for part in Reading(name, source).parts():
        if part.section == "defaults":
            defaults = read_defaults(part.value, Problems(name))
    return lambda node, problems: read_event(node, defaults, Context(problems, registries))
