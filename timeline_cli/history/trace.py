"""The history of one event through the commits of a repository: when each of its fields changed, and by whom.

Owns: following the event through renames, moves to other files and changes of its id, newest first. Does not: look at
commits in which its file cannot be read; what they changed belongs to the commit that repaired it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from timeline_cli.errors import NotWritten, UsageFault
from timeline_cli.history.changes import ADDED, GONE, Change, change_of, id_of, lone_change
from timeline_cli.history.git import Commit, Repository
from timeline_cli.history.pairing import pairs
from timeline_cli.history.pieces import Opaque, Piece
from timeline_cli.history.snapshot import parts, readable_value

COMMIT_KEYS = ("commit", "author", "email", "when", "subject")


class Step(NamedTuple):
    """A change of the event, and the commit that made it; None for what is not committed."""

    commit: Commit | None
    change: Change

    def as_json(self) -> dict[str, Any]:
        commit = self.commit
        values = (commit.id, commit.author, commit.email, commit.when, commit.subject) if commit else (None,) * 5
        return {**dict(zip(COMMIT_KEYS, values, strict=True)), **self.change.as_json()}


class _Seen(NamedTuple):
    piece: Piece
    file: str


class Trace:
    """The commits of a repository, and the content of the files that they changed."""

    def __init__(self, repository: Repository, files: dict[str, bytes], named: Iterable[str]) -> None:
        self._files = files
        self.commits = repository.log(named)
        blobs = dict.fromkeys(
            blob for commit in self.commits for file in commit.files for blob in (*file.before, file.after)
        )
        wanted = [blob for blob in blobs if blob.strip("0")]
        self._data = dict(zip(wanted, map(_lines, repository.contents(wanted)), strict=True))
        self._items: dict[str, tuple[list[Piece], bool]] = {}

    def steps(self, identity: str) -> Iterator[Step]:
        """Every change of an event, newest first. Raises UsageFault if there has never been such an event."""
        start, first, at = self._start(identity, len(self.commits))
        if first is not None:
            yield first
        wanted: list[_Seen] = [start]
        waiting: dict[str, tuple[Commit, _Seen]] = {}  # by the content of a broken file
        uncommitted = self._uncommitted(start) if at < 0 else None
        if uncommitted is not None:
            yield uncommitted[0]
            wanted += uncommitted[1]
        for commit in self.commits[at + 1 :]:
            for seen, by in [*((one, commit) for one in wanted), *self._repaired(commit, waiting)]:
                found = self._step(commit, seen, by, waiting, by is not commit)
                if found is None:
                    continue
                change, before = found
                if before is not None and before not in wanted:
                    wanted.append(before)
                if change is not None:
                    yield Step(by, change)
                break

    def _repaired(self, commit: Commit, waiting: dict[str, tuple[Commit, _Seen]]) -> list[tuple[_Seen, Commit]]:
        """What was looked for in the broken files that this commit made."""
        return [(seen, by) for file in commit.files if file.after in waiting for by, seen in [waiting.pop(file.after)]]

    def _step(
        self, commit: Commit, seen: _Seen, by: Commit, waiting: dict[str, tuple[Commit, _Seen]], is_repair: bool
    ) -> tuple[Change | None, _Seen | None] | None:
        """What a commit did to an event that it has, and the event before; None if nothing."""
        after = next((file for file in commit.files if self._has(file.after, seen.piece)), None)
        if after is None and not is_repair:
            return None
        path = after.path if after is not None else seen.file
        for file in commit.files:
            if any(self._has(blob, seen.piece) for blob in file.before):
                if file.path == path or self._has(file.after, seen.piece):
                    return None
                before = _Seen(seen.piece, file.path)
                return change_of((seen.piece, file.path), (seen.piece, path)), before
        old, is_broken = self._changed(commit, (blob for file in commit.files for blob in file.before))
        new, _ = self._changed(commit, (file.after for file in commit.files), is_new=True)
        new = [one for one in new if one.piece is not seen.piece and one.piece.relative != seen.piece.relative]
        paired = pairs([one.piece for one in old], [seen.piece, *(one.piece for one in new)])
        if (number := next((number for number, other in paired if other == 0), None)) is not None:
            return change_of((old[number].piece, old[number].file), (seen.piece, path)), old[number]
        if is_broken:
            waiting.update((blob, (by, seen)) for file in commit.files for blob in file.before)
            return None, None
        return lone_change(ADDED, seen.piece, path), None

    def _changed(self, commit: Commit, blobs: Iterable[str], is_new: bool = False) -> tuple[list[_Seen], bool]:
        """The events of the files before (or after) a commit that are not the same after (or before) it."""
        others = {
            piece.relative
            for file in commit.files
            for blob in (file.before if is_new else (file.after,))
            for piece in self.items(blob)[0]
        }
        paths = {blob: file.path for file in commit.files for blob in (*file.before, file.after)}
        found: dict[str, _Seen] = {}
        is_broken = False
        for blob in blobs:
            pieces, broken = self.items(blob)
            fresh = [piece for piece in pieces if piece.relative not in others]
            is_broken |= broken or any(readable_value(piece) is None for piece in fresh)
            found.update((piece.relative, _Seen(piece, paths[blob])) for piece in fresh if readable_value(piece))
        return list(found.values()), is_broken

    def items(self, blob: str) -> tuple[list[Piece], bool]:
        """The events of a content, and whether some of it cannot be read."""
        if blob not in self._items:
            self._items[blob] = _items(self._data.get(blob, b""))
        return self._items[blob]

    def _has(self, blob: str, piece: Piece) -> bool:
        """Whether a content has exactly this event."""
        data = self._data.get(blob)
        if data is None:
            return False
        text = piece.raw.encode()
        at = data.find(text)
        if at < 0:
            return not piece.raw.endswith("\n") and any(one.relative == piece.relative for one in self.items(blob)[0])
        while at >= 0:
            line = data.rfind(b"\n", 0, at) + 1
            if at - line == piece.column and not data[line:at].strip() and _ends(data, at + len(text), piece.column):
                return True
            at = data.find(text, at + 1)
        return False

    # Where to start.

    def _start(self, identity: str, before: int) -> tuple[_Seen, Step | None, int]:
        """The newest version of an event; if it is gone, also the step and the number of the commit that removed it."""
        for path, data in self._files.items():
            found = _by_id(_items(data)[0], identity)
            if found is not None:
                return _Seen(found, path), None, -1
        name = identity.encode()
        for number, commit in enumerate(self.commits[:before]):
            for file in commit.files:
                for blob in file.before:
                    if name not in self._data.get(blob, b"") and not identity[:4].isdigit():
                        continue
                    old, _ = self._changed(commit, file.before)
                    piece = _by_id([one.piece for one in old], identity)
                    if piece is not None:
                        return self._from_old(piece, file.path, number)
        raise UsageFault(f"no event has or had the id {identity}", "list the ids with `timeline show --json=id,title`")

    def _from_old(self, piece: Piece, path: str, number: int) -> tuple[_Seen, Step | None, int]:
        """The newest version of an event that a commit changed or removed."""
        commit = self.commits[number]
        new, _ = self._changed(commit, (file.after for file in commit.files), is_new=True)
        old, _ = self._changed(commit, (blob for file in commit.files for blob in file.before))
        texts = [one.piece for one in old]
        mine = next(index for index, one in enumerate(texts) if one.relative == piece.relative)
        for one, other in pairs(texts, [each.piece for each in new]):
            if one == mine:
                return self._start(id_of(readable_value(new[other].piece)), number)
        return _Seen(piece, path), Step(commit, lone_change(GONE, piece, path)), number

    def _uncommitted(self, start: _Seen) -> tuple[Step, list[_Seen]] | None:
        """The change of an event that is not committed, and the event before it."""
        latest: dict[str, str] = {}
        for commit in self.commits:
            for file in commit.files:
                latest.setdefault(file.path, file.after)
        if any(self._has(blob, start.piece) for blob in latest.values()):
            return None
        now = {piece.relative for data in self._files.values() for piece in _items(data)[0]}
        old = [
            _Seen(piece, path) for path, blob in latest.items() for piece in self.items(blob)[0]
            if piece.relative not in now and readable_value(piece)
        ]  # fmt: skip
        same = pairs([one.piece for one in old], [start.piece])
        if not same:
            return Step(None, lone_change(ADDED, start.piece, start.file)), []
        before = old[same[0][0]]
        change = change_of((before.piece, before.file), (start.piece, start.file))
        return None if change is None else (Step(None, change), [before])


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


def _by_id(pieces: Iterable[Piece], identity: str) -> Piece | None:
    listed = list(pieces)
    # Ids that are written are found without reading the other events.
    for found in ([piece for piece in listed if identity in piece.raw], listed):
        for piece in found:
            if id_of(readable_value(piece)) == identity:
                return piece
    return None


def _ends(data: bytes, at: int, column: int) -> bool:
    """Whether an event ends there: what follows is not deeper than its dash."""
    while at < len(data):
        end = data.find(b"\n", at) + 1 or len(data)
        line = data[at:end]
        if line.strip():
            return len(line) - len(line.lstrip(b" ")) <= column
        at = end
    return True
