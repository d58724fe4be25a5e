"""Check what the parser finds in a text, without building nodes.

Owns: whether a text can be parsed at all. Does not: say why not.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from yaml.events import CollectionEndEvent, CollectionStartEvent, MappingStartEvent, NodeEvent

from timeline_cli.fields.table import BY_KEY
from timeline_cli.reading.parser_input import LOADER, MAX_DEPTH, READER_ERRORS, TOP_KEYS, readable


class Shape(NamedTuple):
    """A text's outermost value: its kind, the number of its children, and the place where it is nested too deep.

    `has_stray`: a key of an event is next to events:, since it has lost its indentation.
    """

    kind: Any
    children: int
    too_deep: Any
    has_stray: bool


def shape(data: bytes) -> Shape:
    """The shape of a text. Raises READER_ERRORS."""
    get, depth, kind, count = LOADER(readable(data)[0]).get_event, 0, None, 0
    has_events = has_stray = False
    while (event := get()) is not None:
        if isinstance(event, NodeEvent):
            if depth == 0:
                kind = kind or type(event)
            elif depth == 1:
                count += 1
                if kind is MappingStartEvent and count % 2:
                    key = getattr(event, "value", "")
                    has_stray |= has_events and key in BY_KEY and key not in TOP_KEYS
                    has_events |= key == "events"
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return Shape(kind, count, event.start_mark, has_stray)
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
    return Shape(kind, count, None, has_stray)


def is_sound(data: bytes) -> bool:
    """Whether the parser can read a whole file within the depth limit, and every key of an event is in one."""
    try:
        found = shape(data)
    except READER_ERRORS:
        return False
    return found.too_deep is None and not found.has_stray
