"""Files as they were at a revision, for readers that know files only.

Owns: a temporary folder with the files of events of a revision. Does not: check anything out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.errors import NothingToRead, UsageFault
from timeline_cli.history.git import Repository
from timeline_cli.model import Timeline
from timeline_cli.reading.load import load_files
from timeline_cli.reading.search import DEFAULT_NAME, STDIN, SUFFIXES
from timeline_cli.text import clean


class Past(NamedTuple):
    """Files of a revision: the names to read, and for each file in the folder the name to show."""

    names: list[str]
    shown: Mapping[str, str]


@contextmanager
def files_at(revision: str, named: tuple[str, ...]) -> Iterator[Past]:
    """The named files, or the default file, as they were at a revision. Raises GitFault or NothingToRead."""
    from tempfile import TemporaryDirectory

    if STDIN in named:
        raise UsageFault("standard input has no revisions", "name a file with -f")
    named = named or tuple(filter(None, [os.environ.get("TIMELINE_FILE")]))
    repository = Repository(Path(named[0] if named else "."))
    commit = repository.commit(revision)
    tree = repository.entries(commit)
    asked = [repository.relative(name) for name in named]
    if not named:
        here = PurePosixPath(repository.relative("."))
        found = [path for folder in (here, *here.parents) if (path := (folder / DEFAULT_NAME).as_posix()) in tree]
        if not found:
            raise NothingToRead(f"{clean(revision)} has no {DEFAULT_NAME} in this folder or above it", "use -f FILE")
        asked = found[:1]
    wanted: list[str] = []
    held: dict[str, str] = {}
    for path in asked:
        names, all_names = _below(tree, path)
        if not names:
            raise NothingToRead(f"{clean(path)} is not in {clean(revision)}", "write another file or revision")
        wanted += names
        held.update((name, tree[name]) for name in all_names)
    with TemporaryDirectory(prefix="timeline-") as folder:
        top = Path(os.path.realpath(folder))
        shown = {}
        for path, data in zip(held, repository.contents(held.values()), strict=True):
            path_there = top / path
            path_there.parent.mkdir(parents=True, exist_ok=True)
            path_there.write_bytes(data)
            shown[str(path_there)] = os.path.relpath(repository.top / path)
        yield Past([str(top / path) for path in wanted], shown)


def _below(tree: Mapping[str, str], path: str) -> tuple[list[str], list[str]]:
    """The files that a path names, and all that these may include: those below the same folder."""
    folder = PurePosixPath(path).parent if path in tree else PurePosixPath(path)
    prefix = "" if folder == PurePosixPath() else f"{folder}/"
    below = sorted(name for name in tree if name.startswith(prefix) and name.lower().endswith(SUFFIXES))
    if path in tree:
        return [path], [*below, path]
    return [name for name in below if "/." not in "/" + name.removeprefix(prefix)], below


def load_at(revision: str, named: tuple[str, ...]) -> Timeline:
    """All events of files as they were at a revision."""
    with files_at(revision, named) as past:
        return _renamed(load_files(past.names), past.shown)


def _renamed(timeline: Timeline, shown: Mapping[str, str]) -> Timeline:
    """A timeline with the names of files that people know."""

    def name(file: str) -> str:
        return shown.get(file, file)

    def place(location: Location) -> Location:
        return location._replace(file=name(location.file))

    def moved(problem: Diagnostic) -> Diagnostic:
        related = tuple((place(other), word) for other, word in problem.related)
        return problem._replace(location=place(problem.location), related=related, fix=None)

    return replace(
        timeline,
        events=tuple(replace(event, file=name(event.file)) for event in timeline.events),
        diagnostics=tuple(map(moved, timeline.diagnostics)),
        unread=tuple((name(file), line) for file, line in timeline.unread),
        files=tuple(map(name, timeline.files)),
        texts={name(file): text for file, text in timeline.texts.items()},
    )
