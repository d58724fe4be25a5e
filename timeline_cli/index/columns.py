"""The names, ids, dates and links of all events, from single columns of the index.

Owns: those queries, and the connection. Does not: read an event.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple, cast

from timeline_cli.dates.event_date import EventDate
from timeline_cli.errors import IndexDamaged
from timeline_cli.index.codec import decode_dates, encode_json, loads
from timeline_cli.index.place import Place
from timeline_cli.index.schema import EVENTS, is_damage
from timeline_cli.index.sql import ID, LISTED, can_be_kept, with_ids
from timeline_cli.model import Events
from timeline_cli.query.facts import Facts
from timeline_cli.query.words import UNKEPT

ORDER = "day, coarse, moment, file, number"
BACKWARDS = ORDER.replace(",", " DESC,") + " DESC"
_DATES = f"SELECT ref, text, first, besides FROM dates WHERE ref IN {LISTED}"
_USES = """
SELECT words.word, json_group_array(seq), json_group_array(place) FROM words JOIN uses ON uses.word = ref
WHERE kind = ? GROUP BY ref
"""
_AT_ONCE = 256


class _InOrder(NamedTuple):
    """What single columns say of each event, in order of date: its row, date, and row of `classes`."""

    seqs: Sequence[int]
    dates: Sequence[EventDate]
    classes: Sequence[int]


class Columns(Facts):
    """The facts of all events (`query.facts`). `names` are the file names that this command shows, by number."""

    def __init__(
        self, db: sqlite3.Connection, names: dict[float, str], total: int, versions: list[str], place: Place
    ) -> None:
        self._db = db
        self._names = names
        self._total = total
        self._versions = versions
        self._place = place
        self._dates: dict[int, EventDate] = {}

    def __del__(self, without: Callable[..., Any] = suppress, failure: type[Exception] = sqlite3.Error) -> None:
        # A connection that refers to itself keeps its lock until garbage collection, by when the module may be gone.
        with without(failure):
            self._db.close()

    def rows(self, query: str, values: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query. Raises IndexDamaged, like everything here."""
        for some in self._some_at_once(query, values):
            yield from some

    def _some_at_once(self, query: str, values: Iterable[Any] = (), most: int = _AT_ONCE) -> Iterator[list[Any]]:
        try:
            cursor = self._db.execute(query, tuple(values))
            while some := cursor.fetchmany(most):
                yield some
        except sqlite3.Error as error:
            raise self.damaged(error) from None

    def damaged(self, error: sqlite3.Error | None = None) -> IndexDamaged:
        """The error to raise; removes the index unless the cause is outside of it."""
        if error is None or is_damage(error):
            self._place.discard()
        else:
            self._place.doubt()
        return IndexDamaged()

    @property
    def _examined(self) -> Facts:
        """The facts that no column has. Not kept, since it refers to these."""
        return Facts(cast(Events, self))

    def words(self, kind: str) -> Collection[str]:
        if kind in UNKEPT:
            return self._examined.words(kind)
        used = f"SELECT 1 FROM {self._uses} AS used WHERE used.word = ref"
        query = f"SELECT word FROM words WHERE kind = ? AND EXISTS ({used})"
        return {word for (word,) in self.rows(query, (kind,))} if can_be_kept(kind) else ()

    @property
    def _uses(self) -> str:
        """The uses of words by events, which not all items are."""
        hidden = "SELECT 1 FROM items INDEXED BY items_hidden WHERE hidden IS NOT NULL LIMIT 1"
        are_some = any(True for _ in self.rows(hidden))
        return "(SELECT * FROM uses JOIN items USING (seq) WHERE hidden IS NULL)" if are_some else "uses"

    def used(self, kind: str) -> dict[str, int]:
        used = f"words JOIN {self._uses} AS used ON used.word = ref"
        return dict(self.rows(f"SELECT words.word, count(*) FROM {used} WHERE kind = ? GROUP BY ref", (kind,)))

    def dated_words(self, kind: str) -> dict[str, list[EventDate]]:
        if kind in UNKEPT:
            return self._examined.dated_words(kind)
        dates = self._in_order.dates
        return {word: [dates[place] for place in places] for word, places in self.placed_words(kind).items()}

    def placed_words(self, kind: str, backwards: bool = False) -> dict[str, list[int]]:
        seqs = self._in_order.seqs
        places = dict(zip(reversed(seqs) if backwards else seqs, range(self._total), strict=True))
        found, first = dict[str, list[int]](), dict[str, tuple[int, int]]()
        for word, having, among in self.rows(_USES, (kind,)):
            used = [(places[seq], at) for seq, at in zip(loads(having), loads(among), strict=True) if seq in places]
            if used:
                found[word], first[word] = sorted([place for place, _ in used]), min(used)
        return {word: found[word] for word in sorted(found, key=first.__getitem__)}

    def _words_by_row(self, kind: str) -> dict[int, list[str]]:
        """The words of a kind of all events, by row, in their order."""
        found: dict[int, list[str]] = {}
        words = dict(self.rows("SELECT ref, word FROM words WHERE kind = ?", (kind,)))
        having = "word IN (SELECT ref FROM words WHERE kind = ?)"
        for ref, seq in self.rows(f"SELECT word, seq FROM uses WHERE {having} ORDER BY seq, place", (kind,)):
            found.setdefault(seq, []).append(words[ref])
        return found

    @cached_property
    def _in_order(self) -> _InOrder:
        seqs, dates, classes = array("q"), list[EventDate](), array("q")
        query = f"SELECT seq, date, class FROM items WHERE {EVENTS} ORDER BY {ORDER}"
        for some in self._some_at_once(query, most=8192):
            self._learn_dates({ref for _, ref, _ in some})
            seqs.extend([seq for seq, _, _ in some])
            dates += [self._dates[ref] for _, ref, _ in some]
            classes.extend([of or 0 for _, _, of in some])
        if len(seqs) != self._total:
            raise self.damaged()
        return _InOrder(seqs, dates, classes)

    @property
    def ids(self) -> Collection[str]:
        return Identities(self.rows, self._total)

    def sort_keys(self, files: Collection[str]) -> list[tuple[int, int, float]]:
        numbers = encode_json([number for number, name in self._names.items() if name in files])
        query = f"SELECT day, coarse, moment FROM items WHERE file IN {LISTED} AND {EVENTS} ORDER BY number"
        return [(day, coarse, moment) for day, coarse, moment in self.rows(query, (numbers,))]

    def dates(self) -> Sequence[EventDate]:
        return self._in_order.dates

    def version_ids(self) -> Collection[str]:
        return self._versions

    def links(self, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
        marks = ", ".join("?" * len(kinds := tuple(kinds)))
        where = f"kind IN ({marks}) AND {EVENTS} ORDER BY {ORDER}"
        query = f"SELECT {ID}, target FROM links JOIN items USING (seq) WHERE {where}"
        return ((name, target) for name, target in self.rows(query, kinds))

    @cached_property
    def linking(self) -> frozenset[int]:
        """The numbers of the items with links."""
        return frozenset(seq for (seq,) in self.rows("SELECT DISTINCT seq FROM links"))

    def _learn_dates(self, refs: set[int | None]) -> None:
        """Read in one query the dates of these rows that are not known yet."""
        new = [ref for ref in refs if ref is not None and ref not in self._dates]
        if new:
            found = list(self.rows(_DATES, (encode_json(new),)))
            self._compose_dates(found)
            if len(found) != len(new):
                raise self.damaged()

    def _compose_dates(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Learn new dates from their rows, as `_DATES` has them. Events share theirs, so a known one stays the same."""
        try:
            self._dates.update(decode_dates(rows))
        except (ValueError, TypeError, LookupError):
            raise self.damaged() from None


class Identities(Collection[str]):
    """The ids of all events."""

    def __init__(self, rows: Callable[[str, tuple[Any, ...]], Iterator[tuple[Any, ...]]], count: int) -> None:
        self._rows = rows
        self._count = count

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str) or not can_be_kept(name):
            return False
        found = with_ids([name])
        return any(True for _ in self._rows(f"SELECT 1 FROM items WHERE {found.text} AND {EVENTS}", found.values))

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._rows(f"SELECT {ID} FROM items WHERE {EVENTS} ORDER BY {ORDER}", ()))

    def __len__(self) -> int:
        return self._count
