"""The structure of one file: its registries entry by entry, then its events one by one.

Owns: the top-level keys of a file, and the pause between registries and events. Does not: decode.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.table import BY_KEY
from timeline_cli.hint import Hint
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence, is_null, kind_of, scalar
from timeline_cli.reading.composer import MAX_SECTION, Composer, Stopped
from timeline_cli.reading.parser_input import READER_ERRORS, REGISTRIES, TOP_KEYS
from timeline_cli.spelling import did_you_mean, if_slip

if TYPE_CHECKING:
    from timeline_cli.reading.recovery import Lost

MAX_DEFAULTS = 1_000  # values, since each event copies them all


class Part(NamedTuple):
    """One part of a file: an entry of a registry (section, key, value), or an event (section "events").

    `broken`: an error was found while the value was composed. `lost` is the problem of an event, or of an entry of a
    registry or all of it, that could not be read and has no value.
    """

    section: str
    key: Scalar | None
    value: Node
    broken: bool = False
    lost: Diagnostic | None = None

    @property
    def place(self) -> tuple[int, int]:
        """The line and column where the value starts."""
        return self.value.start_mark.line, self.value.start_mark.column

    @property
    def name(self) -> object:
        """The identity of a part among those before the events."""
        return self.section, self.key.value if self.key is not None else self.place


class Document:
    """Walks one file. `head` gives the parts before the events, `rest` everything after that."""

    def __init__(self, data: bytes, problems: Problems) -> None:
        self.problems = problems
        self.stopped_at: int | None = None
        self.has_events = False
        self._reached = 10**9  # the last line of the last event; infinite until there is one
        self._data = data
        self._parts = self._walk()
        self._pending: Part | None = None

    def head(self) -> Iterator[Part]:
        """The parts before the first event."""
        for part in self._parts:
            if part.section == "events":
                self._pending = part
                return
            yield part

    def rest(self) -> Iterator[Part]:
        """The events, and any parts between and after them."""
        if self._pending is not None:
            part, self._pending = self._pending, None
            yield part
        yield from self._parts

    def all_but_events(self) -> Iterator[Part]:
        """All parts except the events."""
        for part in self._parts:
            if part.section == "events":
                self.has_events = True
            else:
                yield part

    def _walk(self) -> Iterator[Part]:
        composer = Composer(self._data, self.problems)
        last, given = (-1, -1), set[object]()
        try:
            for part in self._documents(composer):
                if part.section == "events":
                    last = part.place
                else:
                    given.add(part.name)
                yield part
        except (Stopped, *READER_ERRORS) as error:
            from timeline_cli.reading.recovery import recover

            found = recover(self._data, self.problems.file)
            if found is None:
                self._stop(composer, error)
            else:
                data, lost = found
                # A problem already reported on the same line is the same mistake.
                lines = {one.problem.location.line for one in lost}
                self.problems.found = [one for one in self.problems.found if one.location.line not in lines]
                for part in self._rest(data):
                    if part.place > last if part.section == "events" else part.name not in given:
                        yield part
                yield from self._lost(lost, last[0] + 1)

    def _rest(self, data: bytes) -> Iterator[Part]:
        """All parts of the file except the broken ones."""
        composer = Composer(data, self.problems)
        try:
            yield from self._documents(composer)
        except (Stopped, *READER_ERRORS) as error:
            self._stop(composer, error)

    def _lost(self, lost: list[Lost], given: int) -> Iterator[Part]:
        """The events that cannot be read; other lost parts, or those on the last `given` line, are only reported."""
        for one in lost:
            if one.is_event and one.problem.location.line != given:
                yield Part("events", None, scalar("", None, None), lost=one.problem)
            else:
                self.problems.add(one.problem)
                if one.section:
                    yield Part(one.section, scalar(one.name, None, None), scalar("", None, None), lost=one.problem)

    def _stop(self, composer: Composer, error: Exception) -> None:
        """Record the line where reading stops."""
        if isinstance(error, Stopped):
            self.stopped_at = error.line
        else:
            # The parser looks ahead for invalid characters, so the last event shows where it stopped.
            self.stopped_at = min(composer.stop(error).line, self._reached + 1)

    def _documents(self, composer: Composer) -> Iterator[Part]:
        event = composer.next()
        count = 0
        while type(event) is not StreamEndEvent:
            if type(event) in (StreamStartEvent, DocumentEndEvent):
                event = composer.next()
                continue
            if type(event) is DocumentStartEvent:
                count += 1
                if count > 1:
                    self._second_document(event)
                event = composer.next()
                continue
            yield from self._top(composer, event)
            event = composer.next()

    def _second_document(self, event: Any) -> None:
        line = event.start_mark.line + 1
        self.problems.add(
            Diagnostic(
                "E010",
                "a second YAML document starts here and was not read",
                Location(self.problems.file, line, 1, 3),
                Hint("delete the --- line and put the events under one events: key, or use a second file"),
            )
        )
        raise Stopped(line)

    def _top(self, composer: Composer, event: Any) -> Iterator[Part]:
        self._no_tag(composer, event)
        if type(event) is SequenceStartEvent:
            yield from self._items(composer)
        elif type(event) is MappingStartEvent:
            yield from self._keys(composer)
        else:
            node = composer.value(event)
            if not is_null(node):
                head = self._data[:200].split(b"\n")[0].lower()
                is_table = b"date" in head and any(separator in head for separator in (b",", b";", b"\t", b"|"))
                hint = "save a table as .csv and run timeline import" if is_table else "start the file with events:"
                self.problems.at(node, "E012", f"expected events, not {kind_of(node)}", hint)

    def _no_tag(self, composer: Composer, event: Any) -> None:
        """Report the tag of a value that is read part by part; the composer checks whole values."""
        if getattr(event, "tag", None) is not None:
            composer.refuse_tag(event, scalar("", event.start_mark, event.start_mark))

    def _keys(self, composer: Composer) -> Iterator[Part]:
        seen: dict[str, Scalar] = {}
        event = composer.next()
        while type(event) is not MappingEndEvent:
            key = composer.value(event)
            value_event = composer.next()
            if not isinstance(key, Scalar):
                self.problems.at(
                    key, "E012", "a key at the top of the file must be one word", "start the list with events:"
                )
                composer.skip(value_event)
            else:
                if key.value in seen:
                    composer.duplicate(key, seen[key.value], _hint_for_twice_at_the_top(key.value))
                seen.setdefault(key.value, key)
                yield from self._section(composer, key, value_event, seen)
            event = composer.next()

    def _section(self, composer: Composer, key: Scalar, event: Any, seen: Container[str]) -> Iterator[Part]:
        name = key.value
        if name not in TOP_KEYS:
            if not name.startswith("x-"):
                self.problems.at(
                    key, "E201", f"{name}: is not a known key at the top of the file", _hint_at_the_top(name, seen)
                )
            composer.skip(event)
            return
        is_streamed = type(event) in (SequenceStartEvent, MappingStartEvent) and event.anchor is None
        if is_streamed and name == "events" and type(event) is SequenceStartEvent:
            self._no_tag(composer, event)
            yield from self._items(composer)
        elif is_streamed and name in REGISTRIES and type(event) is MappingStartEvent:
            self._no_tag(composer, event)
            yield from self._entries(composer, name)
        elif name in ("defaults", "include"):
            value = composer.value(event)
            if composer.size > MAX_DEFAULTS:
                self.problems.at(value, "E006", f"{name}: has more than {MAX_DEFAULTS:,} values")
            else:
                yield Part(name, None, value)
        else:
            yield from self._whole(name, composer.value(event, most=MAX_SECTION))

    def _whole(self, name: str, value: Node) -> Iterator[Part]:
        """The parts of a section that an anchor or alias turned into one value."""
        if name != "events":
            if isinstance(value, Mapping):
                for key, entry in value.pairs.values():
                    yield Part(name, key, entry)
            else:
                yield Part(name, None, value)
        elif isinstance(value, Sequence):
            for item in value.items:
                yield Part("events", None, item)
        elif not is_null(value):
            self.problems.at(value, "E012", f"events: is {kind_of(value)}, not a list", "start each event with - date:")

    def _items(self, composer: Composer) -> Iterator[Part]:
        event = composer.next()
        while type(event) is not SequenceEndEvent:
            before = self.problems.errors
            value = composer.value(event)
            self._reached = value.end_mark.line + 1
            is_broken = self.problems.errors > before
            # If the parser stops directly below a value, a part of it may have lost its indentation.
            event = composer.next()
            yield Part("events", None, value, is_broken)

    def _entries(self, composer: Composer, section: str) -> Iterator[Part]:
        """The entries of a registry, then merged entries with new names."""
        seen: dict[str, Scalar] = {}
        merged: list[Node] = []
        event = composer.next()
        while type(event) is not MappingEndEvent:
            key = composer.value(event)
            value = composer.value(composer.next())
            if not isinstance(key, Scalar):
                self.problems.at(key, "E012", f"a name under {section}: must be plain text")
            elif not key.style and key.value == "<<":
                merged.append(value)
            elif key.value in seen:
                composer.duplicate(key, seen[key.value])
            else:
                seen[key.value] = key
                yield Part(section, key, value)
            event = composer.next()
        brought: dict[str, tuple[Scalar, Node]] = {}
        for source in merged:
            composer.merge(source, brought)
        for name, (key, value) in brought.items():
            if name not in seen:
                yield Part(section, key, value)


def _hint_at_the_top(name: str, seen: Container[str]) -> Hint | str:
    """The hint for an invalid top-level key: often it has lost its indentation or a space."""
    if name != name.strip():
        from timeline_cli.fields.hints.keys import OTHER_SPACE_HINT

        return OTHER_SPACE_HINT
    if name[:1] == "-" and name[1:] in BY_KEY:
        return f"put a space after the dash: - {name[1:]}:"
    from timeline_cli.reading.hints.pasted import BULLETS

    if name[:1] in BULLETS and name[1:].strip() in BY_KEY:
        return f"start an event with - and a space: - {name[1:].strip()}:"
    if name in BY_KEY:
        return "this is a key of an event: put - before it if it is the first one, or indent it like the others"
    near = did_you_mean(name, TOP_KEYS)
    return near if near.value in seen else if_slip(name, near)


def _hint_for_twice_at_the_top(name: str) -> str:
    """The hint for a repeated top-level key: if events have this key too, the second may have lost its indentation."""
    belongs = "; if this is a key of an event, indent it like the others" if name in BY_KEY else ""
    return f"keep one of them, or merge the two values{belongs}"
