"""Load a timeline with an index.

Owns: whether an index is still valid, and what to do if not: make a new one, or read without. Does not: give an
answer that the files would not give, or import the reader before a file has to be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.errors import IndexDamaged
from timeline_cli.index.codec import decode_problems, decode_registries, loads
from timeline_cli.index.events import Store
from timeline_cli.index.place import Place
from timeline_cli.index.schema import connect, is_damage
from timeline_cli.model import Timeline
from timeline_cli.reading.content import Content, State, as_text, file_state, open_content
from timeline_cli.reading.search import identity_of

# A file changed this shortly before it was read may change again with the same times (git calls it racy): they count
# ticks of the clock, or up to two seconds on some file systems, all of whose times have a whole number of 10 ms.
_RACY, _RACY_IF_COARSE = 100_000_000, 2_000_000_000  # ns

_RUNS = "SELECT runs FROM files WHERE path = ?"
_FAILURES = (sqlite3.Error, IndexDamaged, OSError, ValueError, LookupError, TypeError)


def read_indexed(names: list[str], place: Place, tick: Callable[[int, int], None]) -> Timeline:
    """The timeline of these files, from an index that is made or updated if needed.

    If that fails for any reason, the files are read without an index.
    """
    for _ in range(2 if sqlite3.sqlite_version_info >= (3, 34) else 0):
        try:
            found = _open(names, place)
            if found is None:
                with place.writing() as may_write:
                    if not may_write:
                        break
                    from timeline_cli.index.update import update

                    place.tidy()
                    update(place, names, place.is_sound(), tick)
                    found = _open(names, place, is_new=True)
            if found is not None:
                return found
        except _FAILURES as error:
            if not is_damage(error):
                place.doubt()
                break
            place.discard()
    from timeline_cli.reading.load import load_files

    return load_files(names)


def current(names: list[str], place: Place) -> IndexedTimeline | None:
    """The timeline of an index that is up to date; None otherwise. Makes and updates nothing."""
    try:
        return _open(names, place)
    except _FAILURES:
        return None


def _open(names: list[str], place: Place, is_new: bool = False) -> IndexedTimeline | None:
    """The timeline of a valid, current index; None otherwise."""
    if not place.is_sound():
        return None
    if not place.is_whole():
        raise IndexDamaged
    db = connect(place.path)
    try:
        db.execute("BEGIN")
        timeline = _timeline(db, names, place, is_new)
    except BaseException:
        db.close()
        raise
    if timeline is None:
        db.close()
    else:
        place.used()
    return timeline


def _timeline(db: sqlite3.Connection, names: list[str], place: Place, is_new: bool) -> IndexedTimeline | None:
    rows = {row[1]: row for row in db.execute("SELECT number, path, state, includes FROM files")}
    noted = place.noted()
    new: dict[str, State] = {}
    shown: dict[float, str] = {}
    queue, seen = list(names), set[str]()
    while queue:
        name = queue.pop(0)
        path = identity_of(name)
        if path in seen:
            continue
        seen.add(path)
        if path not in rows:
            return None
        number, _, state, includes = rows[path]
        now, kept = file_state(name), loads(state)
        if not (is_new or _is_known(now, kept) or _is_known(now, noted.get(path))):
            if now is None or kept is None or now[0] != kept[0]:
                return None
            if not _has_read(db.execute(_RUNS, (path,)), name):
                return None
            if _is_settled(now):
                new[path] = now
        shown[number] = name
        if patterns := loads(includes):
            from timeline_cli.reading.includes import matching

            queue[:0] = matching(patterns, name)
    if len(shown) != len(rows) or list(shown) != sorted(shown):
        return None
    if new:
        place.note({**noted, **new})
    return IndexedTimeline(db, shown, place)


def _is_known(now: State | None, kept: Sequence[int] | None) -> bool:
    """Whether the content of a file in this state is known."""
    return now is not None and kept is not None and tuple(kept[:-1]) == now[:-1] and _is_settled(kept)


def _is_settled(state: Sequence[int]) -> bool:
    """Whether any later change of the file will change this state."""
    _, written, changed, _, read_at = state
    return max(written, changed) < read_at - (_RACY if changed % 10_000_000 else _RACY_IF_COARSE)


class IndexedTimeline(Timeline):
    """A timeline whose events stay in the index until they are used."""

    facts: Store
    _shown: dict[float, str]
    _meta: dict[str, str]
    _error_count: int

    def __init__(self, db: sqlite3.Connection, shown: dict[float, str], place: Place) -> None:
        meta = dict(db.execute("SELECT key, value FROM meta"))
        if meta.get("complete") != "yes":
            raise IndexDamaged
        total, broken, errors = loads(meta["counts"])
        facts = Store(db, shown, total, meta, place)
        stopped = db.execute("SELECT number, stopped FROM files WHERE stopped IS NOT NULL ORDER BY number")
        # The frozen attributes are set once, here; the properties below are read from the index on first use.
        self.__dict__.update(
            events=facts,
            broken=broken,
            unread=tuple((shown[number], line) for number, line in stopped),
            files=tuple(shown.values()),
            facts=facts,
            _shown=shown,
            _meta=meta,
            _error_count=errors,
        )

    @cached_property
    def registries(self) -> Any:
        try:
            return decode_registries(self._meta["registries"])
        except (ValueError, TypeError, LookupError):
            raise self.facts.damaged() from None

    @cached_property
    def diagnostics(self) -> Any:
        return tuple(self._problems("problems IS NOT NULL"))

    def errors(self) -> tuple[Diagnostic, ...]:
        if not self._error_count:
            return ()
        return tuple(problem for problem in self._problems("problems IS NOT NULL AND errors > 0") if problem.is_error)

    def _problems(self, which: str) -> Iterator[Diagnostic]:
        from timeline_cli.reading.load import in_order

        for number, file in self._shown.items():
            found: list[Diagnostic] = []
            try:
                for text, line in self.facts.rows(
                    f"SELECT problems, line FROM items WHERE file = ? AND {which}", (number,)
                ):
                    found += decode_problems(text, self._shown, file, line)
                for texts in self.facts.rows("SELECT problems, later FROM files WHERE number = ?", (number,)):
                    found += [problem for text in texts for problem in decode_problems(text, self._shown, file, 0)]
                listed = in_order([*found, *self._repeated(number, file)])
            except (ValueError, TypeError, LookupError):
                raise self.facts.damaged() from None
            yield from listed

    def _repeated(self, number: float, file: str) -> Iterator[Diagnostic]:
        query = (
            "SELECT items.id, items.line + items.inner, first.file, first.line + first.inner"
            " FROM items JOIN items AS first ON first.seq = items.hidden"
            " WHERE items.file = ? AND items.hidden IS NOT NULL"
        )
        from timeline_cli.reading.load import repeated_id

        for name, line, other, other_line in self.facts.rows(query, (number,)):
            yield repeated_id(name, (file, line), (self._shown[other], other_line))

    @cached_property
    def texts(self) -> Any:
        return _Texts({problem.location.file for problem in self.diagnostics})


def has_read(timeline: Timeline, file: str, data: bytes) -> bool:
    """Whether a timeline is from an index that has read just these bytes of a file."""
    if not isinstance(timeline, IndexedTimeline):
        return False
    return _has_read(timeline.facts.rows(_RUNS, (identity_of(file),)), file, data)


def _has_read(rows: Iterable[tuple[Any, ...]], file: str, data: bytes | None = None) -> bool:
    """Whether the row of a file has the digests of its content, which is `data` if given."""
    from timeline_cli.index.runs import is_same
    from timeline_cli.nodes import Problems

    if data is None:
        content = open_content(file, Problems(file), known=True)
    else:
        content = as_text(Content(data), Problems(file), known=True)
    try:
        return any(is_same(content, loads(runs)) for (runs,) in rows)
    finally:
        if content is not None:
            content.close()


class _Texts(Mapping[str, bytes]):
    """The bytes of files, read on first use."""

    def __init__(self, files: set[str]) -> None:
        self._files = files

    def __getitem__(self, file: str) -> bytes:
        if file not in self._files:
            raise KeyError(file)
        from timeline_cli.nodes import Problems

        content = open_content(file, Problems(file))
        return content.whole() if content is not None else b""

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
