"""Load files into a Timeline, in two steps: the registries of all files, then their events.

Owns: the order of events, unique ids, and the count of events left out. Does not: stop at the
first problem.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.errors import NothingToRead
from timeline_cli.fields.context import Context
from timeline_cli.hint import Hint
from timeline_cli.model import Event, Registries, Timeline
from timeline_cli.nodes import Problems
from timeline_cli.reading.composer import NeedsWhole
from timeline_cli.reading.content import Content, file_state, open_content
from timeline_cli.reading.file import EventFile, LateRegistries
from timeline_cli.reading.items import Item
from timeline_cli.reading.kept import Kept
from timeline_cli.reading.registries import Declared, build
from timeline_cli.reading.search import STDIN, find_files, identity_of

_MAX_FILES = 10_000

Done = TypeVar("Done")


class Opened(NamedTuple):
    """Files whose heads are read, in order, and their declarations. The items are not read yet."""

    files: list[EventFile]
    registries: Registries

    def context(self) -> Context:
        """The context shared by the items of all files."""
        return Context(Problems(""), self.registries)


def load(named: tuple[str, ...] = (), kept: Kept | None = None) -> Timeline:
    """All events of the given files (or of the default file), in order, with every problem.

    Items that are `kept` from the last time, and have the same text, are not read again.
    Raises NothingToRead if there is no file; a file that cannot be opened is a diagnostic.
    """
    if kept is None:
        return load_files(find_files(named))

    def read_new(opened: Opened) -> Timeline:
        kept.begin(opened.files)
        return read(opened, kept.items)

    return reading_all(find_files(named), read_new)


def load_files(names: list[str]) -> Timeline:
    """All events of these files."""
    return reading_all(names, read)


def load_held(names: list[str], held: Mapping[str, bytes]) -> Timeline:
    """All events of these files, of which some have the bytes that are `held`, as UTF-8, and not those on disk."""
    timeline = reading_all(names, read, {name: Content(data) for name, data in held.items()})
    return replace(timeline, texts={**timeline.texts, **held})


def load_dates(names: list[str]) -> Timeline:
    """All events of these files, of which little more than the id and the date is kept, to save memory."""
    return reading_all(names, lambda opened: read(opened, _dated))


def _dated(file: EventFile, context: Context) -> Iterator[Item]:
    for item in file.items(context):
        event = item.event
        if event is not None:
            event = Event(event.id, event.date, "", has_own_id=event.has_own_id, file=event.file, line=event.line)
        yield item._replace(event=event)


def reading_all(names: list[str], read: Callable[[Opened], Done], held: Mapping[str, Content] | None = None) -> Done:
    """The result of `read`, which is called again if a file has to be read in another way.

    `held` has the contents of files that must not be read from disk.
    """
    opener = Opener(names, held)
    with no_collector():
        while True:
            try:
                return read(opener.open())
            except NeedsWhole as need:
                opener.whole.add(need.file)
            except LateRegistries:
                opener.late = True


@contextmanager
def no_collector() -> Iterator[None]:
    """Pause garbage collection: millions of short-lived nodes without cycles would only make it slow."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


# A possible alias. Searched only after some file has turned out to have one: a guess that saves time.
_ALIAS = re.compile(rb"[:\[{,-]\s*\*\w")


class Opener:
    """Opens files and their includes, each once.

    Files in `whole` are not split. With `late`, they are read to the end for registries.
    """

    def __init__(self, names: list[str], held: Mapping[str, Content] | None = None) -> None:
        self.whole: set[str] = set()
        self.late = False
        self._names = names
        self._guessed: dict[str, bool] = {}
        self._kept: dict[str, Content | None] = dict(held or {})  # content that can be read only once

    def open(self) -> Opened:
        """The first step."""
        declared: list[Declared] = []
        files: list[EventFile] = []
        queue, seen = list(self._names), set[str]()
        while queue:
            name = queue.pop(0)
            identity = identity_of(name)
            if identity in seen:
                continue
            seen.add(identity)
            if len(seen) > _MAX_FILES:
                raise NothingToRead(f"there are more than {_MAX_FILES:,} files", "give fewer files with -f")
            file = self._open(name)
            queue[:0] = file.read_head(declared, self._is_whole(file), self.late)
            files.append(file)
        return Opened(files, build(declared))

    def _is_whole(self, file: EventFile) -> bool:
        if not self.whole or file.content is None:
            return False
        return file.name in self.whole or self._guess(file.name, file.content)

    def _guess(self, name: str, content: Content) -> bool:
        """Whether to read a file as one piece; not with an error, which would then affect more than its event."""
        if name not in self._guessed:
            from timeline_cli.reading.shape import is_sound

            has_alias = any(_ALIAS.search(block) for block in content.blocks(0, len(content)))
            self._guessed[name] = has_alias and is_sound(content.whole())
        return self._guessed[name]

    def _open(self, name: str) -> EventFile:
        problems = Problems(name)
        if name in self._kept:
            return EventFile(name, self._kept[name], problems)
        state = file_state(name)
        content = open_content(name, problems)
        if name == STDIN or not Path(name).is_file():
            self._kept[name] = content
        return EventFile(name, content, problems, state)


def read(opened: Opened, items: Callable[[EventFile, Context], Iterator[Item]] = EventFile.items) -> Timeline:
    """The second step: the items of all files, as one timeline."""
    context = opened.context()
    events: list[Event] = []
    broken = 0
    found: dict[str, list[Diagnostic]] = {}
    for file in opened.files:
        listed = found[file.name] = []
        types: set[str] = set()
        for item in items(file, context):
            if item.problems:
                listed += (problem.moved(item.line) for problem in _first_of_types(item.problems, types))
            if item.event is None:
                broken += 1
            else:
                events.append(item.event)
        listed += [*file.found, *file.later]
    unique, duplicates = _unique(events, found)
    unique.sort(key=lambda event: event.date.sort_key)
    return Timeline(
        tuple(unique),
        opened.registries,
        tuple(diagnostic for file in opened.files for diagnostic in in_order(found[file.name])),
        broken + duplicates,
        tuple((file.name, file.stopped_at) for file in opened.files if file.stopped_at is not None),
        tuple(file.name for file in opened.files),
        {
            file.name: file.content.whole()
            for file in opened.files
            if file.content is not None and (found[file.name] or file.name == STDIN)
        },
    )


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Problems of one file by place, each once; an undeclared type only at its first use."""
    listed = sorted(dict.fromkeys(found), key=lambda problem: (problem.location.line, problem.location.column))
    return list(_first_of_types(listed, set()))


def _first_of_types(problems: Iterable[Diagnostic], types: set[str]) -> Iterator[Diagnostic]:
    """Problems without undeclared types that are in `types`, the ones already reported."""
    for problem in problems:
        if problem.code != "W201":
            yield problem
        elif problem.message not in types:
            types.add(problem.message)
            yield problem


def _unique(events: list[Event], found: dict[str, list[Diagnostic]]) -> tuple[list[Event], int]:
    """The events with unique ids: repeated derived ids get a number, events with repeated written ids are left out."""
    taken = {event.id: event for event in reversed(events) if event.has_own_id}
    derived = {event.id for event in events if not event.has_own_id}
    kept: list[Event] = []
    used: set[str] = set()
    numbers: dict[str, int] = {}
    duplicates = 0
    for event in events:
        if event.has_own_id:
            if taken[event.id] is not event:
                duplicates += 1
                first = taken[event.id]
                found[event.file].append(repeated_id(event.id, (event.file, event.line), (first.file, first.line)))
                continue
        elif event.id in taken or event.id in used:
            number = numbers.get(event.id, 2)
            while (numbered := f"{event.id}-{number}") in taken or numbered in derived:
                number += 1
            numbers[event.id] = number + 1
            event = replace(event, id=numbered)
        else:
            used.add(event.id)
        kept.append(event)
    return kept, duplicates


def repeated_id(name: str, place: tuple[str, int], first: tuple[str, int]) -> Diagnostic:
    """The problem of a repeated id; both events by file and line."""
    return Diagnostic(
        "E204",
        f"another event already has the id {name}",
        Location(*place),
        Hint("make one of the two different; ids are unique across all files"),
        ((Location(*first), "first used here"),),
    )
