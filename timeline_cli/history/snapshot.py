"""The content of several files at one time: their events and registry entries as pieces, and what cannot be read.

Owns: reading files that are broken as far as they can be read. Does not: decode an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from timeline_cli.errors import NothingToRead, NotWritten
from timeline_cli.history.pieces import Opaque, Piece
from timeline_cli.history.values import Names, resolver, value_of
from timeline_cli.history.version import Unmergeable, source_of, version
from timeline_cli.nodes import Problems, plain
from timeline_cli.reading.document import Document
from timeline_cli.reading.load import Opener
from timeline_cli.reading.parser_input import REGISTRIES

Entry = tuple[str, str]  # the section, and the name of an entry or of a file


class Placed(NamedTuple):
    """An event, and the name of its file."""

    piece: Piece
    file: str


class Snapshot(NamedTuple):
    """Files at one time; `broken` are texts of events that cannot be read."""

    events: list[Placed]
    entries: dict[Entry, Piece]
    broken: list[str]


def contents_of(names: list[str], shown: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """The bytes of files and of those that they include, by name or by the name to show. Raises NothingToRead."""
    found = {}
    for file in Opener(names).open().files:
        if file.content is None:
            problem = file.found[0]
            raise NothingToRead(f"{problem.location.file}: {problem.message}", problem.hint)
        found[(shown or {}).get(file.name, file.name)] = file.content.whole()
    return found


def snapshots(sides: Iterable[Mapping[str, bytes]]) -> list[Snapshot]:
    """The content of each side, with names resolved by the registries of all."""
    resolved: list[Names] = []
    names: Names = lambda section, name: resolved[0](section, name) if resolved else name  # noqa: E731
    found = [_snapshot(files, names) for files in sides]
    # Events are read later than this, and only where their texts differ.
    resolved.append(resolver((*key, piece.value) for snapshot in found for key, piece in snapshot.entries.items()))
    return found


def _snapshot(files: Mapping[str, bytes], names: Names) -> Snapshot:
    found = Snapshot([], {}, [])
    for name, data in files.items():
        file = name if len(files) > 1 else ""
        for section, piece in parts(name, data, names):
            if isinstance(piece, str):
                found.broken.append(piece)
            elif section == "events":
                found.events.append(Placed(piece, file))
            else:
                found.entries[section, str(piece.key) if section in REGISTRIES else file] = piece
    return found


def parts(file: str, data: bytes, names: Names) -> Iterator[tuple[str, Piece | str]]:
    """The parts of a file; of an event that cannot be read, its text."""
    try:
        found = version(file, source_of(file, data), names)
    except (Unmergeable, NotWritten, Opaque):
        yield from _parts_of_document(file, data, names)
        return
    for section in found.children:
        if section.key == "events" or (section.key in REGISTRIES and section.body.children):
            for piece in section.body.children:
                yield section.key, piece
        elif section.key in ("defaults", "include"):
            yield section.key, section


def _parts_of_document(file: str, data: bytes, names: Names) -> Iterator[tuple[str, Piece | str]]:
    """The parts of a file that cannot be taken apart: it has anchors, conflict markers or errors."""
    problems = Problems(file)
    document = Document(data, problems)
    for part in document.rest():
        if part.lost is not None:
            line = part.lost.location.line
            yield part.section, b"\n".join(data.split(b"\n")[line - 1 : line + 9]).decode("utf-8", "replace")
            continue
        field = {"events": "event", "defaults": "event"}.get(part.section, "/")
        value = value_of(part.value, field, names)
        piece = Piece("", repr(plain(part.value)), 0, part.key and part.key.value, field, names, False)
        piece.set_value(value, plain(part.value))
        yield part.section, piece
    # The rest of a file that is not read to its end, as at a second document.
    second = [problem.location.line for problem in problems.found if problem.code == "E010"]
    stopped_at = min(second, default=document.stopped_at)
    if stopped_at is not None:
        yield "events", b"\n".join(data.split(b"\n")[stopped_at - 1 :]).decode("utf-8", "replace")
