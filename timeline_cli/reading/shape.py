"""Check what the parser finds in a text, without building nodes.

Owns: whether a text can be parsed at all. Does not: say why not.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from yaml.events import CollectionEndEvent, CollectionStartEvent, NodeEvent

from timeline_cli.reading.content import LOADER, MAX_DEPTH, READER_ERRORS, readable


class Shape(NamedTuple):
    """The kind of a text's outermost value, the number of its children, and the place where it is nested too deep."""

    kind: Any
    children: int
    too_deep: Any


def shape(data: bytes) -> Shape:
    """The shape of a text. Raises READER_ERRORS."""
    get, depth, kind, count = LOADER(readable(data)[0]).get_event, 0, None, 0
    while (event := get()) is not None:
        if isinstance(event, NodeEvent):
            if depth == 0:
                kind = kind or type(event)
            elif depth == 1:
                count += 1
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return Shape(kind, count, event.start_mark)
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
    return Shape(kind, count, None)


def is_sound(data: bytes) -> bool:
    """Whether the parser can read a whole file within the depth limit."""
    try:
        return shape(data).too_deep is None
    except READER_ERRORS:
        return False
