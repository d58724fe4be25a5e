"""The history of one event through the commits of a repository: when each of its fields changed, and by whom.

Owns: following the event through renames, moves to other files and changes of its id, newest first. Does not: look at
commits in which its file cannot be read; what they changed belongs to the commit that repaired it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from timeline_cli.errors import NotWritten, UsageFault
from timeline_cli.hint import to_run
from timeline_cli.history.changes import Change, change_of, id_of
from timeline_cli.history.git import Changed, Commit, Repository
from timeline_cli.history.pairing import pairs
from timeline_cli.history.pieces import Opaque, Piece
from timeline_cli.history.snapshot import Placed, parts
from timeline_cli.reading.search import SUFFIXES

COMMIT_KEYS = ("commit", "author", "email", "when", "subject")


class Step(NamedTuple):
    """A change of the event, and the commit that made it; None for what is not committed."""

    commit: Commit | None
    change: Change

    def as_json(self) -> dict[str, Any]:
        values = self.commit[:5] if self.commit else (None,) * 5
        return {**dict(zip(COMMIT_KEYS, values, strict=True)), **self.change.as_json()}


class Trace:
    """The commits of a repository, the content of the files that they changed, and the files as they are now."""

    def __init__(self, repository: Repository, files: Mapping[str, bytes]) -> None:
        head = repository.entries("HEAD")
        self.commits = [_uncommitted(repository.top, files, head), *repository.log(files)]
        contents = {blob for commit in self.commits for file in commit.files for blob in (file.before, file.after)}
        wanted = [blob for blob in contents if blob.strip("0") and not blob.startswith(_NOW)]
        self._data = dict(zip(wanted, map(_lines, repository.contents(wanted)), strict=True))
        self._data.update((_NOW + path, _lines(data)) for path, data in files.items())
        self._items: dict[str, tuple[list[Piece], bool]] = {}
        self._waiting: dict[str, tuple[Commit, Placed]] = {}  # by the content of a broken file

    def steps(self, identity: str) -> Iterator[Step]:
        """Every change of an event, newest first. Raises UsageFault if there has never been such an event."""
        wanted, gone, at = self._start(identity, len(self.commits))
        if gone is not None:
            yield _step(self.commits[at - 1], gone)
        for commit in self.commits[at:]:
            for seen, by in [*((one, commit) for one in wanted), *self._repaired(commit)]:
                found = [self._change(commit, side, seen, by) for side in commit.sides]
                sides = [side for side in found if side is not None]
                if not sides:
                    continue
                wanted += [before for _, before in sides if before is not None and before not in wanted]
                # What a merge has from one side is not its own.
                if len(sides) == len(found) and (change := _own(sides)) is not None:
                    yield _step(by, change)
                break

    def _repaired(self, commit: Commit) -> list[tuple[Placed, Commit]]:
        """What was looked for in the broken files that this commit made."""
        waiting = self._waiting if all(commit.sides) else {}  # a parent with the same file made it
        return [(seen, by) for file in commit.files if file.after in waiting for by, seen in [waiting.pop(file.after)]]

    def _change(self, commit: Commit, side: Sequence[Changed], seen: Placed, by: Commit) -> _Found | None:
        """What a commit did to an event of a parent that it has, and the event before; None if nothing.

        `by` is the commit that repaired the file, if this one broke it.
        """
        after = next((file for file in side if self._has(file.after, seen.piece)), None)
        if after is None and by is commit:
            return None
        now = seen if after is None else Placed(seen.piece, after.path)
        for file in side:
            if self._has(file.before, seen.piece):
                if file.path == now.file or self._has(file.after, seen.piece):
                    return None
                before = Placed(seen.piece, file.path)
                return change_of(before, now), before
        old, is_broken = self._changed(side)
        new, _ = self._changed(side, is_new=True)
        others = [one.piece for one in new if one.piece is not seen.piece and one.piece.relative != seen.piece.relative]
        paired = pairs([one.piece for one in old], [seen.piece, *others])
        if (number := next((number for number, other in paired if other == 0), None)) is not None:
            return change_of(old[number], now), old[number]
        if is_broken:
            self._waiting.update((file.before, (by, seen)) for file in side)
            return None, None
        return change_of(None, now), None

    def _changed(self, side: Sequence[Changed], is_new: bool = False) -> tuple[list[Placed], bool]:
        """The events before (or after) a commit that are not the same after (or before) it; whether some are broken."""
        sides = [[(file.before, file.path) for file in side], [(file.after, file.path) for file in side]]
        blobs, others = (sides[1], sides[0]) if is_new else (sides[0], sides[1])
        same = {piece.relative for blob, _ in others for piece in self.items(blob)[0]}
        found: dict[str, Placed] = {}
        is_broken = False
        for blob, path in blobs:
            pieces, broken = self.items(blob)
            fresh = [piece for piece in pieces if piece.relative not in same]
            is_broken |= broken or any(piece.fields is None for piece in fresh)
            found.update((piece.relative, Placed(piece, path)) for piece in fresh if piece.fields)
        return list(found.values()), is_broken

    def items(self, blob: str) -> tuple[list[Piece], bool]:
        """The events of a content, and whether some of it cannot be read."""
        if blob not in self._items:
            self._items[blob] = _items(self._data.get(blob, b""))
        return self._items[blob]

    def _has(self, blob: str, piece: Piece) -> bool:
        """Whether a content has exactly this event."""
        data = self._data.get(blob, b"")
        text = piece.raw.encode()
        at = data.find(text)
        if at < 0:
            return not piece.raw.endswith("\n") and any(one.relative == piece.relative for one in self.items(blob)[0])
        # An event ends where what follows is not deeper than its dash.
        end = re.compile(rb"(?:[ \t]*\n)*+(?! {%d})" % (piece.column + 1))
        while at >= 0:
            line = data.rfind(b"\n", 0, at) + 1
            if at - line == piece.column and not data[line:at].strip() and end.match(data, at + len(text)):
                return True
            at = data.find(text, at + 1)
        return False

    def _start(self, identity: str, before: int) -> tuple[list[Placed], Change | None, int]:
        """The newest versions of an event, and the number of the first commit that may have made them.

        If it is gone, also that change, and the number of the commit after which it is. Only the commits up to
        `before` may have the event.
        """
        for file in self.commits[0].files:
            number = _by_id(self.items(file.after)[0], identity)
            if number is not None:
                return [Placed(self.items(file.after)[0][number], file.path)], None, 0
        dropped: tuple[list[Placed], Change | None, int] | None = None
        for number, commit in enumerate(self.commits[:before], 1):
            # A derived id, which begins with its year, is not written.
            if not identity[:4].isdigit() and not any(
                identity.encode() in self._data.get(file.before, b"") for file in commit.files
            ):
                continue
            gone: list[Placed] = []
            is_hidden = False
            for side in commit.sides:
                old, _ = self._changed(side)
                mine = _by_id([one.piece for one in old], identity)
                if mine is None:
                    continue
                new, is_broken = self._changed(side, is_new=True)
                paired = dict(pairs([one.piece for one in old], [one.piece for one in new]))
                if mine in paired:
                    return self._start(id_of(new[paired[mine]].piece.fields), number - 1)
                gone.append(old[mine])
                is_hidden |= is_broken and not commit.id
            if gone:
                found = gone, None if is_hidden else change_of(gone[0], None), number
                if len(gone) == len(commit.sides):
                    return found
                # A merge that drops what one side has: unless the other side removed it earlier.
                dropped = dropped or found
        if dropped is None:
            raise UsageFault(
                f"no event has or had the id {identity}",
                to_run("list the ids with `", "timeline show --json=id,title", "`"),
            )
        return dropped


def _own(sides: Sequence[_Found]) -> Change | None:
    """The change that a commit made itself: of a merge, in the fields that no parent has."""
    changes = [change for change, before in sides if before is not None or len(sides) == 1]
    if not changes:
        return sides[0][0]
    first = changes[0]
    if first is None or len(changes) == 1:
        return first
    own = set.intersection(*({field.field for field in change.fields} if change else set() for change in changes))
    return first._replace(fields=tuple(field for field in first.fields if field.field in own)) if own else None


_Found = tuple[Change | None, Placed | None]
_NOW = "now:"  # contents that are not committed, by path


def _uncommitted(top: Path, files: Mapping[str, bytes], head: Mapping[str, str]) -> Commit:
    """What is not committed, as a commit without an id: the files as they are now, and those that are gone."""
    changed = [Changed(path, head.get(path, ""), _NOW + path) for path in files]
    gone = [
        path for path in head if path.lower().endswith(SUFFIXES) and path not in files and not (top / path).exists()
    ]
    return Commit("", "", "", "", "", ((*changed, *(Changed(path, head[path], "") for path in gone)),))


def _step(commit: Commit, change: Change) -> Step:
    return Step(commit if commit.id else None, change)


def _items(data: bytes) -> tuple[list[Piece], bool]:
    found: list[Piece] = []
    is_broken = False
    try:
        for section, piece in parts("", data, lambda _, name: name):
            if isinstance(piece, str):
                is_broken = True
            elif section == "events":
                found.append(piece)
    except (NotWritten, Opaque):
        is_broken = True
    return found, is_broken


def _lines(data: bytes) -> bytes:
    """A content with the line ends of pieces."""
    data = data.replace(b"\r\n", b"\n") if b"\r" in data else data
    return data if data.endswith(b"\n") else data + b"\n"


def _by_id(pieces: Sequence[Piece], identity: str) -> int | None:
    """The number of the event with an id."""
    # Ids that are written are found without reading the other events.
    for numbers in ([n for n, piece in enumerate(pieces) if identity in piece.raw], range(len(pieces))):
        for number in numbers:
            if id_of(pieces[number].fields) == identity:
                return number
    return None
