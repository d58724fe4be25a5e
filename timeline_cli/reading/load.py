"""Loading: from files to a Timeline, in two steps — the registries of all files, then their events.

Owns: the order of events, unique ids, and the count of what had to be left out. Refuses: to stop at the
first problem.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.fields.decode import Context
from timeline_cli.model import Event, Registries, Timeline
from timeline_cli.nodes import Mapping, Node, Problems, Sequence
from timeline_cli.reading.document import Document, Part
from timeline_cli.reading.events import Pairs, read_defaults, read_event
from timeline_cli.reading.files import included, read_bytes
from timeline_cli.reading.registries import Declared, build
from timeline_cli.reading.search import STDIN, find_files

_MAX_FILES = 10_000
# A # right after a space and right before a word: YAML drops the rest of the line there.
_CUT = re.compile(rb"[ \t]#(?=[^\s#!])")


def load(named: tuple[str, ...] = ()) -> Timeline:
    """All events of the named files (or of the file that is found), in order, with every problem.

    Raises NothingToRead when there is no file; a file that cannot be opened is a diagnostic.
    """
    with _no_collector():
        loader = _Loader(find_files(named))
        try:
            return loader.read(late=False)
        except _LateRegistries:
            return loader.read(late=True)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Millions of short-lived nodes and no cycles among them: the collector would only cost time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _LateRegistries(Exception):
    """A registry stands after the events, so the events read so far did not know its names."""


class _File:
    """One file on its way: its bytes, its outline, its problems, its defaults."""

    def __init__(self, name: str, data: bytes | None, problems: Problems) -> None:
        self.name = name
        self.data = data
        self.problems = problems
        self.document = Document(data, problems) if data is not None else None
        self.defaults: Pairs = {}


class _Loader:
    def __init__(self, names: list[str]) -> None:
        self._names = names
        self._stdin: bytes | None = None

    def read(self, late: bool) -> Timeline:
        """Both steps. With `late`, the first step reads each file to its end, for registries below events."""
        declared: list[Declared] = []
        files = list(self._open_all(declared, late))
        registries = build(declared)
        events: list[Event] = []
        broken = 0
        for file in files:
            broken += _read_events(file, registries, events, late)
        return _assemble(files, registries, events, broken)

    def _open_all(self, declared: list[Declared], late: bool) -> Iterator[_File]:
        queue, seen = list(self._names), set[str]()
        while queue and len(seen) < _MAX_FILES:
            name = queue.pop(0)
            identity = name if name == STDIN else str(Path(name).resolve())
            if identity in seen:
                continue
            seen.add(identity)
            file = self._open(name)
            queue[:0] = _read_head(file, declared, late)
            yield file

    def _open(self, name: str) -> _File:
        problems = Problems(name)
        if name == STDIN and self._stdin is not None:
            return _File(name, self._stdin, problems)
        data = read_bytes(name, problems)
        if name == STDIN:
            self._stdin = data
        return _File(name, data, problems)


def _read_head(file: _File, declared: list[Declared], late: bool) -> list[str]:
    """Take in a file's registries and defaults; the files that it includes."""
    if file.document is None or file.data is None:
        return []
    includes: list[str] = []
    parts = file.document.head()
    if late:
        parts = (part for part in Document(file.data, file.problems).rest() if part.section != "events")
    for part in parts:
        if part.section == "include":
            includes += included(part.value, file.name, file.problems)
        elif part.section == "defaults":
            file.defaults = read_defaults(part.value, file.problems)
        else:
            declared.append(Declared(part, file.problems))
    if late:
        file.problems = Problems(file.name)
        file.document = Document(file.data, file.problems)
    return includes


def _read_events(file: _File, registries: Registries, events: list[Event], late: bool) -> int:
    """Append the file's good events; the number of broken ones."""
    if file.document is None or file.data is None:
        return 0
    context = Context(file.problems, registries)
    cut_lines = _cut_lines(file.data)
    broken = 0
    for part in file.document.rest():
        if part.section != "events":
            if not late:
                raise _LateRegistries
            continue
        event = _read_item(part, file, context, cut_lines)
        if event is None:
            broken += 1
        else:
            events.append(event)
    return broken


def _read_item(part: Part, file: _File, context: Context, cut_lines: dict[int, str]) -> Event | None:
    node = part.value
    if cut_lines:
        _warn_cut(node, cut_lines, context.problems)
    event = read_event(node, file.defaults, context)
    return None if part.broken else event


def _cut_lines(data: bytes) -> dict[int, str]:
    """The lines, counted from 0, in which a # might cut a value."""
    found: dict[int, str] = {}
    position = number = 0
    for match in _CUT.finditer(data):
        number += data.count(b"\n", position, match.start())
        position = match.start()
        start = data.rfind(b"\n", 0, position) + 1
        end = data.find(b"\n", position)
        found.setdefault(number, data[start : len(data) if end < 0 else end].decode("utf-8", "replace"))
    return found


def _warn_cut(node: Node, lines: dict[int, str], problems: Problems) -> None:
    """Warn of plain values right after which a comment without a space begins: `title: ranks #2`."""
    if isinstance(node, Mapping):
        for _, value in node.pairs.values():
            _warn_cut(value, lines, problems)
    elif isinstance(node, Sequence):
        for value in node.items:
            _warn_cut(value, lines, problems)
    elif node.plain and node.end.line in lines:
        rest = lines[node.end.line][node.end.column :]
        if re.match(r"\s+#[^\s#!]", rest):
            whole = f"{node.text} {rest.strip()}"
            problems.at(
                node,
                "W203",
                f"YAML drops {rest.strip()}: # after a space starts a comment",
                f'quote it: "{whole}"',
            )


def _assemble(files: list[_File], registries: Registries, events: list[Event], broken: int) -> Timeline:
    unique, duplicates = _unique(events, {file.name: file.problems for file in files})
    unique.sort(key=lambda event: event.date.sort_key)
    diagnostics = [diagnostic for file in files for diagnostic in _in_order(file.problems.found)]
    return Timeline(
        tuple(unique),
        registries,
        tuple(diagnostics),
        broken + duplicates,
        tuple(
            (file.name, (file.document.stopped_at if file.document else None) or 1)
            for file in files
            if file.document is None or file.document.stopped_at is not None
        ),
        tuple(file.name for file in files),
        {file.name: file.data for file in files if file.data is not None and file.problems.found},
    )


def _in_order(found: list[Diagnostic]) -> list[Diagnostic]:
    once = dict.fromkeys(found)
    return sorted(once, key=lambda diagnostic: (diagnostic.location.line, diagnostic.location.column))


def _unique(events: list[Event], problems: dict[str, Problems]) -> tuple[list[Event], int]:
    """The events with ids that are unique: derived ones get a number, written ones that repeat are left out."""
    from timeline_cli.diagnostics import Location

    taken = {event.id: event for event in reversed(events) if event.has_own_id}
    kept: list[Event] = []
    duplicates = 0
    for event in events:
        if event.has_own_id:
            first = taken[event.id]
            if first is not event:
                duplicates += 1
                problems[event.file].add(
                    Diagnostic(
                        "E204",
                        f"the id {event.id} is taken by another event",
                        Location(event.file, event.line),
                        "ids are unique over all files; add a word to one of them",
                        ((Location(first.file, first.line), "first used here"),),
                    )
                )
                continue
        elif event.id in taken:
            number = 2
            while f"{event.id}-{number}" in taken:
                number += 1
            event = replace(event, id=f"{event.id}-{number}")
            taken[event.id] = event
        else:
            taken[event.id] = event
        kept.append(event)
    return kept, duplicates
