"""Find the place of a part of an event in its file: its status, its third figure, one of its names.

Owns: that lookup, made only for reported problems. Does not: guess — without a match, it gives the event's start.
"""

from __future__ import annotations

from collections.abc import Iterator

from yaml.events import DocumentEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import Location
from timeline_cli.model import Event
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence
from timeline_cli.reading.composer import Composer, Stopped
from timeline_cli.reading.parser_input import READER_ERRORS

_SIZES = 4_000, 200_000  # bytes to read from an event's first line; the first size is enough for most events


class Places:
    """Finds places in the files of one timeline."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.asked: set[str] = set()  # the ids of the events of which a place was asked
        self._line = "", 0  # the start line of the last lookup
        self._found: dict[str, Mapping] = {}  # its events by title: in JSON, thousands may start on one line
        self._columns: dict[int, Mapping] = {}  # and by start column
        self._rest: Iterator[Mapping] = iter(())

    def of(self, event: Event, *path: str | int) -> Location:
        """The place of a value by its keys and, in lists, numbers from 0; the event's own place if not found."""
        node: Node | None = self._node(event)
        for step in path:
            node = _step(node, step)
        return self._place(event, node)

    def of_name(self, event: Event, key: str, name: str) -> Location:
        """The place of a name in the list under a key."""
        node = _step(self._node(event), key)
        items: list[Node] = node.items if isinstance(node, Sequence) else [node] if node is not None else []
        for item in items:
            named = _step(item, "name") if isinstance(item, Mapping) else item
            if isinstance(named, Scalar) and named.value == name:
                return self._place(event, named)
        return self._place(event, node)

    def _place(self, event: Event, node: Node | None) -> Location:
        if node is None:
            return Location(event.file, event.line)
        found = Problems(event.file).place(node)
        return found._replace(line=found.line + event.line - 1)

    def _node(self, event: Event) -> Mapping | None:
        """The event as written. Problems of one event or line come in sequence, so the last lookup is kept."""
        self.asked.add(event.id)
        if self._line != (event.file, event.line):
            self._line, self._found, self._columns = (event.file, event.line), {}, {}
            self._rest = self._on_line(event)
        title = event.title.strip()
        while title not in self._found:
            node = next(self._rest, None)
            if node is None:
                # If only one event starts here, it is that one, even if its title is an alias of a text elsewhere.
                return next(iter(self._columns.values())) if len(self._columns) == 1 else None
            self._found.setdefault(_title(node), node)
            if "events" not in node.pairs:
                self._columns[node.start_mark.column] = node
        return self._found[title]

    def _on_line(self, event: Event) -> Iterator[Mapping]:
        """The mappings that start on the event's first line."""
        for size in _SIZES:
            for node in _mappings(self.texts.part(event.file, event.line, size)):
                if node.start_mark.line > 0:
                    return
                yield node


def _mappings(part: bytes) -> Iterator[Mapping]:
    """The mappings at the start of a part of a file: list items, or a single mapping."""
    composer = Composer(part, Problems(""))
    try:
        event = composer.next()
        while type(event) not in (MappingStartEvent, SequenceStartEvent, StreamEndEvent):
            event = composer.next()
        if type(event) is SequenceStartEvent:
            event = composer.next()
        while type(event) not in (SequenceEndEvent, DocumentEndEvent, StreamEndEvent):
            node = composer.value(event)
            if isinstance(node, Mapping):
                yield node
                events = _step(node, "events")
                if isinstance(events, Sequence):
                    yield from (item for item in events.items if isinstance(item, Mapping))
            event = composer.next()
    except (Stopped, *READER_ERRORS):
        return


def _title(node: Mapping) -> str:
    title = _step(node, "title")
    return title.value.strip() if isinstance(title, Scalar) else ""


# Keys that show a mapping to be one figure or source without a list; other mappings are short forms of figures.
_OF_ONE = frozenset({"metric", "quote", "ref", "url", "publisher", "published"})


def _step(node: Node | None, step: str | int) -> Node | None:
    """The value under a key or at a number; a single value counts as a list of one, as everywhere in an event."""
    if isinstance(node, Mapping):
        if isinstance(step, str):
            return node.pairs[step][1] if step in node.pairs else None
        if _OF_ONE & node.pairs.keys():
            return node if step == 0 else None
        values = [value for _, value in node.pairs.values()]
        return values[step] if step < len(values) else None
    if isinstance(node, Sequence):
        return node.items[step] if isinstance(step, int) and step < len(node.items) else None
    # In the short form of a figure, the value and the unit are one text, next to the metric.
    return node if step in (0, "metric", "value", "unit") else None
