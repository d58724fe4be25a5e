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

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.errors import NothingToRead
from timeline_cli.fields.context import Context
from timeline_cli.model import Event, Registries, Timeline
from timeline_cli.nodes import Mapping, Node, Problems, Sequence
from timeline_cli.reading.document import Document, Part
from timeline_cli.reading.events import Pairs, read_defaults, read_event
from timeline_cli.reading.files import included, read_bytes
from timeline_cli.reading.registries import Declared, build
from timeline_cli.reading.search import STDIN, find_files
from timeline_cli.reading.syntax import conflict

_MAX_FILES = 10_000
# A # right after a space and right before a word: YAML drops the rest of the line there.
_CUT = re.compile(rb"[ \t]#(?=[^\s#!])")
_CONFLICT = re.compile(rb"^(?:<{7}|>{7})(?: .*)?$", re.M)


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
    """One file on its way: its bytes, its outline, its problems, its defaults.

    `cut_lines` are the lines, from 0, in which a # might cut a value; `conflicts` those of git's markers.
    """

    def __init__(self, name: str, data: bytes | None, problems: Problems) -> None:
        self.name = name
        self.data = data
        self.problems = problems
        self.document = Document(data, problems) if data is not None else None
        self.defaults: Pairs = {}
        self.cut_lines = _cut_lines(data) if data is not None else {}
        self.conflicts = _conflicts(data, problems) if data is not None else []


class _Loader:
    def __init__(self, names: list[str]) -> None:
        self._names = names
        self._kept: dict[str, bytes | None] = {}  # of what can be read only once

    def read(self, late: bool) -> Timeline:
        """Both steps. With `late`, the first step reads each file to its end, for registries below events."""
        declared: list[Declared] = []
        files = list(self._open_all(declared, late))
        registries = build(declared)
        shared = Context(Problems(""), registries)
        events: list[Event] = []
        broken = 0
        for file in files:
            broken += _read_events(file, shared, events, late)
        return _assemble(files, registries, events, broken)

    def _open_all(self, declared: list[Declared], late: bool) -> Iterator[_File]:
        queue, seen = list(self._names), set[str]()
        while queue:
            name = queue.pop(0)
            identity = _identity(name)
            if identity in seen:
                continue
            seen.add(identity)
            if len(seen) > _MAX_FILES:
                raise NothingToRead(f"these are more than {_MAX_FILES:,} files", "name fewer of them with -f")
            file = self._open(name)
            queue[:0] = _read_head(file, declared, late)
            yield file

    def _open(self, name: str) -> _File:
        problems = Problems(name)
        if name in self._kept:
            return _File(name, self._kept[name], problems)
        data = read_bytes(name, problems)
        if name == STDIN or not Path(name).is_file():
            self._kept[name] = data
        return _File(name, data, problems)


def _identity(name: str) -> str:
    """What two names of one file have in common."""
    try:
        return name if name == STDIN else str(Path(name).resolve())
    except (OSError, RuntimeError, ValueError):
        return name


def _read_head(file: _File, declared: list[Declared], late: bool) -> list[str]:
    """Take in a file's registries and defaults; the files that it includes."""
    if file.document is None or file.data is None:
        return []
    includes: list[str] = []
    parts = file.document.head()
    if late:
        parts = (part for part in Document(file.data, file.problems).rest() if part.section != "events")
    for part in parts:
        if file.cut_lines:
            _warn_cut(part.value, file.cut_lines, file.problems)
        if part.section == "include":
            includes += included(part.value, file.name, file.problems)
        elif part.section == "defaults":
            file.defaults = read_defaults(part.value, file.problems)
        else:
            declared.append(Declared(part, file.problems))
    if late:
        # Read again for the events; what is found twice is told once.
        file.document = Document(file.data, file.problems)
    return includes


def _read_events(file: _File, shared: Context, events: list[Event], late: bool) -> int:
    """Append the file's good events; the number of broken ones."""
    if file.document is None or file.data is None:
        return 0
    context = shared.of_file(file.problems, file.data[:1024].lstrip()[:1] in (b"[", b"{"))
    broken = 0
    for part in file.document.rest():
        if part.section != "events":
            if not late:
                raise _LateRegistries
            continue
        event = _read_item(part, file, context)
        if event is None:
            broken += 1
        else:
            events.append(event)
    return broken


def _read_item(part: Part, file: _File, context: Context) -> Event | None:
    node = part.value
    if file.cut_lines:
        _warn_cut(node, file.cut_lines, context.problems)
    event = read_event(node, file.defaults, context)
    if part.broken or any(node.start.line <= line <= node.end.line for line in file.conflicts):
        return None
    return event


def _cut_lines(data: bytes) -> dict[int, str]:
    """The lines, counted from 0, in which a # might cut a value."""
    found: dict[int, str] = {}
    position = number = 0
    for match in _CUT.finditer(data):
        number += data.count(b"\n", position, match.start())
        position = match.start()
        if number not in found:
            start = data.rfind(b"\n", 0, position) + 1
            end = data.find(b"\n", position)
            found[number] = data[start : len(data) if end < 0 else end].decode("utf-8", "replace")
    return found


def _conflicts(data: bytes, problems: Problems) -> list[int]:
    """The lines, counted from 0, of git's conflict markers, which quoted text takes in without a word."""
    if b"<<<<<<<" not in data:
        return []
    found = [data.count(b"\n", 0, match.start()) for match in _CONFLICT.finditer(data)][:100]
    for line in found[:1]:
        problems.add(conflict(problems.file, line + 1))
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
        line = lines[node.end.line]
        cut = re.match(r"\s*(#[^\s#!].*)", line[node.end.column :])
        if cut is not None:
            column = node.end.column + cut.start(1)
            whole = f"{node.text} {cut[1].rstrip()}".strip()
            place = Location(problems.file, node.end.line + 1, column + 1, len(cut[1].rstrip()))
            message = f"YAML drops {cut[1].rstrip()}: # after a space starts a comment"
            problems.add(Diagnostic("W203", message, place, f'quote it: "{whole}"'))


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
        {
            file.name: file.data
            for file in files
            if file.data is not None and (file.problems.found or file.name == STDIN)
        },
    )


def _in_order(found: list[Diagnostic]) -> list[Diagnostic]:
    once = dict.fromkeys(found)
    return sorted(once, key=lambda diagnostic: (diagnostic.location.line, diagnostic.location.column))


def _unique(events: list[Event], problems: dict[str, Problems]) -> tuple[list[Event], int]:
    """The events with ids that are unique: derived ones get a number, written ones that repeat are left out."""
    taken = {event.id: event for event in reversed(events) if event.has_own_id}
    kept: list[Event] = []
    numbers: dict[str, int] = {}
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
            number = numbers.get(event.id, 2)
            while f"{event.id}-{number}" in taken:
                number += 1
            numbers[event.id] = number + 1
            event = replace(event, id=f"{event.id}-{number}")
            taken[event.id] = event
        else:
            taken[event.id] = event
        kept.append(event)
    return kept, duplicates
