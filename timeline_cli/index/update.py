"""Make an index, and update it when its files change.

Owns: which items are read again after an edit. Does not: change an index in place unless its stamp is valid.

After an edit the file is split into items again; an item whose digest is in the index is kept. A changed registry
makes everything be read again, a changed head or defaults only their file.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.digest import digest, hasher
from timeline_cli.index.codec import encode_json, encode_problems, encode_registries
from timeline_cli.index.place import Place, journal_of
from timeline_cli.index.rows import Rows, light_sum
from timeline_cli.index.schema import EVENTS, LIGHT, ORDERS, TABLES, connect
from timeline_cli.reading.file import EventFile, file_state
from timeline_cli.reading.load import Opened, identity_of, reading_all
from timeline_cli.reading.split import Text

Tick = Callable[[int, int], None]


def content_digest(path: str) -> bytes:
    """The digest of a file's content."""
    found = hasher()
    with Path(path).open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    return found.digest()


def update(place: Place, names: list[str], is_sound: bool, tick: Tick) -> None:
    """Update the index of these files if it `is_sound`, else make a new one."""
    if is_sound:
        place.unseal()
        with contextlib.closing(connect(place.path, write=True)) as db:
            has_followed = reading_all(names, lambda opened: _follow(db, opened, tick))
            db.execute("COMMIT" if has_followed else "ROLLBACK")
        if has_followed:
            place.measure()
            place.seal()
            return
    building = place.path.with_suffix(f".{os.getpid()}.building")
    try:
        reading_all(names, lambda opened: _build(building, opened, tick))
        place.unseal()
        journal_of(place.path).unlink(missing_ok=True)
        building.replace(place.path)
        place.measure()
        place.seal()
    finally:
        building.unlink(missing_ok=True)


def _follow(db: sqlite3.Connection, opened: Opened, tick: Tick) -> bool:
    """Make the change in a transaction; if the files had to be opened again, first undo the previous attempt."""
    if db.in_transaction:
        db.execute("ROLLBACK")
    db.execute("BEGIN IMMEDIATE")
    return _Writer(db, opened, tick).follow()


def _build(path: Path, opened: Opened, tick: Tick) -> None:
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with contextlib.closing(connect(path, write=True)) as db:
        db.executescript("PRAGMA page_size=8192; PRAGMA journal_mode=OFF;" + TABLES)
        db.execute("BEGIN")
        _Writer(db, opened, tick).write_all()
        db.execute("COMMIT")


class _Writer:
    """Writes files into one connection."""

    def __init__(self, db: sqlite3.Connection, opened: Opened, tick: Tick) -> None:
        self._db = db
        self._opened = opened
        self._tick = tick
        self._rows = Rows(db)
        self._context = opened.context()
        self._registries = encode_registries(opened.registries)
        self._done = 0
        self._total = sum(len(file.content) for file in opened.files if file.content is not None)

    def write_all(self) -> None:
        """Write everything into empty tables."""
        self._rows.numbers = {file.name: float(number) for number, file in enumerate(self._opened.files, 1)}
        for file in self._opened.files:
            self._write_file(self._rows.numbers[file.name], file)
        self._rows.flush()
        self._set("registries", self._registries)
        # The tables are filled; the database does the rest.
        for statement in ORDERS.strip().split(";\n"):
            self._db.execute(statement)
        self._finish()

    def follow(self) -> bool:
        """Write the changes into the existing tables; False if everything has to be read again."""
        if self._get("registries") != self._registries:
            return False
        known = {row[1]: row for row in self._db.execute("SELECT number, path, digest, head, cut, later FROM files")}
        paths = [identity_of(file.name) for file in self._opened.files]
        for path in known.keys() - set(paths):
            self._remove_file(known[path][0])
        numbers = _numbers(paths, {path: row[0] for path, row in known.items() if path in paths})
        if numbers is None:
            return False
        if self._most_is_new(known):
            return False
        self._rows.numbers = {file.name: number for file, number in zip(self._opened.files, numbers, strict=True)}
        for file, path, number in zip(self._opened.files, paths, numbers, strict=True):
            row = known.get(path)
            if row is None:
                self._write_file(number, file)
            elif file.content is None or row[2] != content_digest(file.name):
                self._follow_file(number, file, row)
            else:
                self._keep_file(number, file)
        self._rows.flush()
        self._finish()
        return True

    def _most_is_new(self, known: dict[str, tuple[Any, ...]]) -> bool:
        """Whether most of the text is in files that must be read whole: then a new index is faster."""
        new = sum(
            len(file.content)
            for file in self._opened.files
            if file.content is not None and not self._can_follow(file, known.get(identity_of(file.name)))
        )
        return 2 * new > self._total

    def _can_follow(self, file: EventFile, row: tuple[Any, ...] | None) -> bool:
        """Whether a file is still split, or still read whole, and the base of all its items is unchanged."""
        if row is None or bool(row[4]) != (file.cut is not None) or row[3] != file.head_digest():
            return False
        # A problem of a default appears in the items that use it: all of them must be read.
        return file.cut is None or row[5] is None

    def _write_file(self, number: float, file: EventFile) -> None:
        digests: deque[bytes] = deque()

        def chosen(texts: Iterable[Text]) -> Iterator[Text]:
            for text in texts:
                digests.append(digest(text.data))
                yield text

        base = self._done
        for position, item in enumerate(file.items(self._context, chosen)):
            self._rows.add(number, position, item, digests.popleft() if digests else b"")
            if position % 1000 == 0 and file.at is not None:
                self._tick(base + file.at, self._total)
        self._done = base + (len(file.content) if file.content is not None else 0)
        self._note_file(number, file)

    def _follow_file(self, number: float, file: EventFile, row: tuple[Any, ...]) -> None:
        """Read again the changed items of a file that can still be split; else the whole file."""
        if file.content is None or file.cut is None or not self._can_follow(file, row):
            self._remove_file(number)
            self._write_file(number, file)
            return
        # An item that could not be read alone may become readable once another item has changed.
        self._rows.remove([seq for (seq,) in self._db.execute(_UNREAD, (number,))])
        known: dict[bytes, list[tuple[int, int, int]]] = {}  # by digest, last first
        rows = self._db.execute(
            "SELECT digest, seq, number, line FROM items WHERE file = ? ORDER BY number DESC", (number,)
        )
        for key, seq, position, line in rows:
            known.setdefault(key, []).append((seq, position, line))
        moved: list[tuple[int, int, int]] = []
        new: list[tuple[int, bytes]] = []

        def chosen(texts: Iterable[Text]) -> Iterator[Text]:
            for position, text in enumerate(texts):
                key = digest(text.data)
                kept = known.get(key)
                if kept:
                    seq, before, line = kept.pop()
                    if (before, line) != (position, text.line):
                        moved.append((position, text.line, seq))
                else:
                    new.append((position, key))
                    yield text

        for index, item in enumerate(file.items(self._context, chosen)):
            self._rows.add(number, new[index][0], item, new[index][1])
        self._rows.remove([seq for listed in known.values() for seq, _, _ in listed])
        self._db.executemany("UPDATE items SET number = ?, line = ? WHERE seq = ?", moved)
        self._note_file(number, file)

    def _remove_file(self, number: float) -> None:
        self._rows.flush()
        self._rows.remove([seq for (seq,) in self._db.execute("SELECT seq FROM items WHERE file = ?", (number,))])
        self._db.execute("DELETE FROM files WHERE number = ?", (number,))

    def _keep_file(self, number: float, file: EventFile) -> None:
        """Update the row of an unchanged file: other files may change the problems of its head."""
        file.settle()
        self._db.execute(
            "UPDATE files SET state = ?, problems = ?, errors = ? WHERE number = ?",
            (encode_json(file.state), encode_problems(file.found, self._rows.numbers), _errors(file.found), number),
        )

    def _note_file(self, number: float, file: EventFile) -> None:
        """Write the row of a file that was read. If the file has changed meanwhile, no state is stored."""
        has_content = file.content is not None
        whole = content_digest(file.name) if has_content else b""
        now = file_state(file.name)
        is_still = now is not None and file.state is not None and now[:-1] == file.state[:-1]
        values = (
            number,
            identity_of(file.name),
            encode_json(file.state if is_still else None),
            whole if is_still else b"",
            file.head_digest() if has_content else b"",
            encode_json(file.patterns),
            int(file.cut is not None),
            file.stopped_at,
            encode_problems(file.found, self._rows.numbers),
            encode_problems(file.later, self._rows.numbers),
            _errors(file.found),
            _errors(file.later),
        )
        self._db.execute(f"INSERT OR REPLACE INTO files VALUES ({', '.join('?' * len(values))})", values)

    # Ids and counts.

    def _finish(self) -> None:
        db = self._db
        self._make_unique()
        total, versions = db.execute(
            f"SELECT count(*), json_group_array(id) FILTER (WHERE instr(id, '@')) FROM items WHERE {EVENTS}"
        ).fetchone()
        broken = db.execute(f"SELECT count(*) FROM items WHERE NOT ({EVENTS})").fetchone()[0]
        errors = db.execute(
            "SELECT (SELECT total(errors) FROM items WHERE errors) + (SELECT total(errors + later_errors) FROM files)"
            " + (SELECT count(*) FROM items WHERE hidden IS NOT NULL)"
        ).fetchone()[0]
        self._set("counts", encode_json([total, broken, int(errors)]))
        self._set("versions", versions)
        self._set("complete", "yes")

    def _make_unique(self) -> None:
        """Make ids unique across all files, by the rule of `reading.load`."""
        db = self._db
        again = db.execute("SELECT seq FROM items WHERE id != base OR hidden IS NOT NULL").fetchall()
        self._rename([(base, seq) for (seq,) in again for (base,) in db.execute(_BASE, (seq,))])
        db.executemany("UPDATE items SET hidden = NULL WHERE seq = ?", again)
        repeated = db.execute("SELECT base FROM items WHERE base IS NOT NULL GROUP BY base HAVING count(*) > 1")
        for (base,) in repeated.fetchall():
            rows = db.execute("SELECT seq, own FROM items WHERE base = ? ORDER BY file, number", (base,)).fetchall()
            first = next((seq for seq, own in rows if own), rows[0][0])
            number, renamed = 2, []
            for seq, own in rows:
                if seq == first:
                    continue
                if own:
                    db.execute("UPDATE items SET hidden = ? WHERE seq = ?", (first, seq))
                    continue
                while db.execute("SELECT 1 FROM items WHERE base = ?", (f"{base}-{number}",)).fetchone():
                    number += 1
                renamed.append((f"{base}-{number}", seq))
                number += 1
            self._rename(renamed)

    def _rename(self, renamed: list[tuple[str, int]]) -> None:
        for name, seq in renamed:
            light = self._db.execute(_RENAMED, (name, seq)).fetchone()
            self._db.execute("UPDATE items SET id = ?, sum = ? WHERE seq = ?", (name, light_sum(light), seq))

    def _get(self, key: str) -> str | None:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def _set(self, key: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _errors(found: Iterable[Diagnostic]) -> int:
    return sum(problem.is_error for problem in found)


_UNREAD = "SELECT seq FROM items WHERE file = ? AND problems LIKE '%\"E004\"%'"
_RENAMED = f"SELECT {', '.join('?' if column == 'id' else column for column in LIGHT)} FROM items WHERE seq = ?"
_BASE = "SELECT base FROM items WHERE seq = ?"


def _numbers(paths: list[str], known: dict[str, float]) -> list[float] | None:
    """An ascending number for each file, keeping known numbers; None if their order has changed."""
    found: list[float] = []
    before = 0.0
    for index, path in enumerate(paths):
        if path in known:
            number = known[path]
        else:
            following = next((known[later] for later in paths[index:] if later in known), None)
            number = before + 1 if following is None else (before + following) / 2
        if number <= before or (found and number in found):
            return None
        found.append(number)
        before = number
    return found
