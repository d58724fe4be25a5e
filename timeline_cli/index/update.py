"""Make an index, and update it when its files change.

Owns: which items are read again after an edit. Does not: change an index in place unless its stamp is valid.

After an edit the changed part of the file is split into items again; an item whose digest is in the index is kept. A
changed registry makes everything be read again, a changed head or defaults only their file.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.index.codec import encode_json, encode_problems, encode_registries, loads
from timeline_cli.index.finish import finish, note
from timeline_cli.index.place import Place, journal_of
from timeline_cli.index.rows import Rows
from timeline_cli.index.runs import Run, Window, all_runs, digest_of, recorded, unchanged, window
from timeline_cli.index.schema import ORDERS, TABLES, connect
from timeline_cli.reading.content import Content, file_state
from timeline_cli.reading.file import EventFile
from timeline_cli.reading.load import Opened, reading_all
from timeline_cli.reading.search import identity_of
from timeline_cli.reading.split import Text, texts

Tick = Callable[[int, int], None]

# Bytes of a file, some thousand items: below this, starting processes takes as long as reading it.
MANY = 3 << 20


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
        db.executescript("PRAGMA journal_mode=OFF;" + TABLES)
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
        self._rows.close()
        note(self._db, registries=self._registries)
        # The tables are filled; the database does the rest.
        for statement in ORDERS.strip().split(";\n"):
            self._db.execute(statement)
        finish(self._db)

    def follow(self) -> bool:
        """Write the changes into the existing tables; False if everything has to be read again."""
        if self._db.execute("SELECT value FROM meta WHERE key = 'registries'").fetchone() != (self._registries,):
            return False
        known = {row[1]: row for row in self._db.execute("SELECT number, path, runs, head, cut, later FROM files")}
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
            else:
                self._follow_file(number, file, row)
        self._rows.close()
        finish(self._db)
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
        size, base, runs = 0 if file.content is None else len(file.content), self._done, None
        if size >= MANY:
            from timeline_cli.index.workers import count_workers, write_parts

            if many := count_workers(file):
                tick = lambda at: self._tick(base + at, self._total)  # noqa: E731
                runs = write_parts(self._rows, number, file, self._context, many, tick)
        if runs is None:
            runs = self._write_items(number, file)
        self._done = base + size
        self._note_file(number, file, runs)

    def _write_items(self, number: float, file: EventFile) -> list[Run]:
        digests: deque[bytes] = deque()
        runs: list[Run] = []

        def chosen(texts: Iterable[Text]) -> Iterator[Text]:
            for text in recorded(texts, runs):
                digests.append(digest_of(text))
                yield text

        for position, item in enumerate(file.items(self._context, chosen)):
            self._rows.add_item(number, position, item, digests.popleft() if digests else b"")
            if position % 1000 == 0 and file.at is not None:
                self._tick(self._done + file.at, self._total)
        return runs

    def _follow_file(self, number: float, file: EventFile, row: tuple[Any, ...]) -> None:
        """Read again the changed items of a file if it can still be split; else the whole file."""
        before = [Run(*run) for run in loads(row[2])]
        front = 0 if file.content is None else unchanged(file.content, before)
        if file.content and before and front == len(before) and len(file.content) == sum(run.size for run in before):
            self._keep_file(number, file)
            return
        if file.content is None or file.cut is None or not self._can_follow(file, row):
            self._remove_file(number)
            self._write_file(number, file)
            return
        # An item that could not be read alone may become readable once another item has changed.
        unread = [seq for (seq,) in self._db.execute(_UNREAD, (number,))]
        self._rows.remove(unread)
        inside = None if unread else window(file.content, file.cut, before, front)
        numbers = None if inside is None else self._numbers_in(number, file.content, inside)
        if inside is None or numbers is None:
            inside, numbers = Window(file.cut, 0, -1, 0, (), ()), count()
        runs = self._follow_items(number, file, inside, numbers)
        self._note_file(number, file, [*inside.front, *runs, *inside.back])

    def _follow_items(self, number: float, file: EventFile, inside: Window, numbers: Iterator[float]) -> list[Run]:
        """Read again the changed items of a part of a file, and move those after it; returns the runs of the part."""
        known: dict[bytes, list[tuple[int, float, int]]] = {}  # by digest, last first
        rows = self._db.execute(f"SELECT digest, seq, number, line {_WITHIN}", (number, inside.items, inside.skipped))
        for key, seq, position, line in reversed(rows.fetchall()):
            known.setdefault(key, []).append((seq, position, line))
        runs: list[Run] = []
        moved: list[tuple[float, int, int]] = []
        new: list[tuple[float, bytes]] = []

        def chosen(texts: Iterable[Text]) -> Iterator[Text]:
            for text in recorded(texts, runs):
                key, position = digest_of(text), next(numbers)
                kept = known.get(key)
                if kept:
                    seq, before, line = kept.pop()
                    if (before, line) != (position, text.line):
                        moved.append((position, text.line, seq))
                else:
                    new.append((position, key))
                    yield text

        for index, item in enumerate(file.items(self._context, chosen, inside.cut)):
            self._rows.add_item(number, new[index][0], item, new[index][1])
        self._rows.remove([seq for listed in known.values() for seq, _, _ in listed])
        lines = inside.cut.line + sum(run.lines for run in runs) - inside.line
        if inside.back and lines:
            self._db.execute(_SHIFT, (lines, number, next(numbers)))
        self._db.executemany("UPDATE items SET number = ?, line = ? WHERE seq = ?", moved)
        return runs

    def _numbers_in(self, number: float, content: Content, inside: Window) -> Iterator[float] | None:
        """Ascending numbers for the items of a part of a file, then that of the next; None if there is no room."""

        def number_of(place: int) -> float | None:
            row = self._db.execute(f"SELECT number {_WITHIN}", (number, 1, place)).fetchone() if place >= 0 else None
            return None if row is None else row[0]

        before, after = number_of(inside.skipped - 1), number_of(inside.skipped + inside.items)
        before = -1 if before is None else before
        if after is None:
            return count(before + 1)
        items = sum(1 for _ in texts(content, inside.cut))
        steps = (before + (after - before) * step / (items + 1) for step in range(1, items + 1))
        return chain(steps, (after,)) if after - before > items * _CLOSEST else None

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

    def _note_file(self, number: float, file: EventFile, items: list[Run]) -> None:
        """Write the row of a file that was read. If the file has changed meanwhile, no state is stored."""
        now = file_state(file.name)
        is_still = now is not None and file.state is not None and now[:-1] == file.state[:-1]
        values = (
            number,
            identity_of(file.name),
            encode_json(file.state if is_still else None),
            file.head_digest() if file.content is not None else b"",
            encode_json(file.patterns),
            int(file.cut is not None),
            file.stopped_at,
            encode_problems(file.found, self._rows.numbers),
            encode_problems(file.later, self._rows.numbers),
            _errors(file.found),
            _errors(file.later),
            encode_json(all_runs(file.content, file.cut, items) if file.content is not None and is_still else []),
        )
        self._db.execute(f"INSERT OR REPLACE INTO files VALUES ({', '.join('?' * len(values))})", values)


def _errors(found: Iterable[Diagnostic]) -> int:
    return sum(problem.is_error for problem in found)


_UNREAD = "SELECT seq FROM items WHERE file = ? AND problems IS NOT NULL AND problems LIKE '%\"E0__\"%'"
_WITHIN = "FROM items WHERE file = ? ORDER BY number LIMIT ? OFFSET ?"
_SHIFT = "UPDATE items SET line = line + ? WHERE file = ? AND number >= ?"
_CLOSEST = 1e-6  # numbers of items that are still told apart


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
