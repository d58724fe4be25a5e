"""Events from the index: load what questions need at once, the rest on first use.

Owns: StoredEvent, and which events a condition leaves. Does not: use a row with a wrong checksum.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from timeline_cli.dates.event_date import EventDate
from timeline_cli.digest import checksum
from timeline_cli.fields.json import dated
from timeline_cli.index.bodies import Bodies, Wanted
from timeline_cli.index.codec import BODY, encode_json, loads
from timeline_cli.index.columns import BACKWARDS, ORDER, Columns
from timeline_cli.index.packed import Packer, pieces_in
from timeline_cli.index.place import Place
from timeline_cli.index.rows import light_sum
from timeline_cli.index.schema import EVENTS, LIGHT
from timeline_cli.index.sql import LISTED, Sql, can_be_kept, condition, holding, row_by_row, with_ids
from timeline_cli.model import LINKS, Event
from timeline_cli.query.facts import Facts
from timeline_cli.query.narrow import Holds, Narrow, Some, Words, is_of_days
from timeline_cli.query.words import UNKEPT, words_of

_HEAD = ("seq", "file", "line", "sum")
_COLUMNS = (*_HEAD, *LIGHT)
_ITEMS = f"SELECT {', '.join(_COLUMNS)} FROM items WHERE {EVENTS}"
_light_of = itemgetter(slice(len(_HEAD), None))
_dates_of = itemgetter(_COLUMNS.index("date"), _COLUMNS.index("told"))
_FEW = 4  # times as many events: then their words are found faster in the events


class StoredEvent(Event):
    """An event of the index. Its body is read on first use."""

    __slots__ = ("_bodies", "_filled", "_seq", "_store", "_told")

    _bodies: Bodies
    _filled: int  # how many of the wanted attributes are set
    _seq: int
    _store: Store
    _told: EventDate | None

    def __new__(cls, *_: Any, **values: Any) -> Any:
        """With values (from `dataclasses.replace`), a normal event; without, one to be filled."""
        return Event(**values) if values else object.__new__(cls)

    def __init__(self) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        # Called only for attributes that are not set yet.
        if name not in BODY:
            raise AttributeError(name)
        if name in LINKS and self._seq not in self._store.linking:
            setattr(self, name, ())  # views ask every event, and few have links
            return ()
        try:
            self._store.wanted.fill(self, name, self._bodies.take(self._seq))
        except (ValueError, TypeError, LookupError):
            raise self._store.damaged() from None
        return object.__getattribute__(self, name)

    def forget(self) -> None:
        self._store.wanted.clear(self)

    @property
    def told(self) -> EventDate | None:
        return self._told

    @staticmethod
    def stored_pieces(events: Sequence[StoredEvent]) -> list[list[str]]:
        """The JSON pieces (`fields.json`) of events of one store, read together."""
        found = events[0]._store._stored([event._seq for event in events])
        return [dated(event, pieces_in(found[event._seq])) for event in events]


class Store(Columns):
    """An ordered collection of the events, with their facts (`query.facts`)."""

    def __init__(
        self, db: sqlite3.Connection, names: dict[float, str], total: int, meta: Mapping[str, str], place: Place
    ) -> None:
        super().__init__(db, names, total, loads(meta["versions"]), place)
        self._packer = Packer(meta.get("example", ""))
        self._classes = {row[0]: row[1:] for row in db.execute("SELECT * FROM classes")}
        self.wanted = Wanted()

    # A collection.

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Event]:
        return self._events(f"{_ITEMS} ORDER BY {ORDER}", count=self._total)

    def __reversed__(self) -> Iterator[Event]:
        return self._events(f"{_ITEMS} ORDER BY {BACKWARDS}", count=self._total)

    def __contains__(self, event: object) -> bool:
        return isinstance(event, Event) and event.id in self.ids

    def _events(self, query: str, values: Iterable[Any] = (), count: int | None = None) -> Iterator[Event]:
        """The events of a query; `count` is their number if known."""
        found_count = 0
        names, dates, classes, new = self._names, self._dates, self._classes, object.__new__
        for some in self._some_at_once(query, values):
            found_count += len(some)
            self._learn_dates({ref for row in some for ref in _dates_of(row)})
            bodies = Bodies([row[0] for row in some], self._stored)
            for row in some:
                seq, file, line, found, name, again, own, inner, date, told, of, _ = row
                is_good = file in names and of in classes and type(line) is int
                if not is_good or light_sum(_light_of(row)) != found:
                    raise self.damaged()
                event: Any = new(StoredEvent)
                event._seq = seq
                event._store = self
                event._bodies = bodies
                event._filled = 0
                event._told = None if told is None else dates[told]
                event.id = name if again is None else f"{name}-{again + 2}"
                event.date = dates[date]
                event.type, event.status, event.certainty = classes[of]
                event.has_own_id = bool(own)
                event.file = names[file]
                event.line = line + inner
                yield event
        if count not in (None, found_count):
            raise self.damaged()

    def _stored(self, seqs: Sequence[int]) -> dict[int, str]:
        """What `packed.text_of` gave for some events, by the numbers of their items."""
        try:
            rows = self.rows(f"SELECT seq, body, body_sum FROM bodies WHERE seq IN {LISTED}", (encode_json(seqs),))
            found = {seq: self._packer.unpack(packed, kept_sum) for seq, packed, kept_sum in rows}
        except (ValueError, TypeError):
            raise self.damaged() from None
        if len(found) != len(set(seqs)):
            raise self.damaged()
        return found

    # Facts.

    def kinds(self) -> Sequence[tuple[str | None, ...]]:
        try:
            return [self._classes[of] for of in self._in_order.classes]
        except LookupError:
            raise self.damaged() from None

    def widths(self) -> Sequence[tuple[int, int, int]]:
        query = f"SELECT title_width, count(*), max(names_width) FROM items WHERE {EVENTS} GROUP BY title_width"
        found = list(self.rows(query))
        if sum(count for _, count, _ in found) != self._total or {type(each) for row in found for each in row} != {int}:
            raise self.damaged()
        return found

    def widest(self) -> Iterator[tuple[EventDate, tuple[str | None, ...], int]]:
        dates, classes = self._dates, self._classes
        query = f"SELECT date, class, title_width FROM items WHERE {EVENTS} ORDER BY title_width DESC"
        for ref, of, title in self.rows(query):
            if ref not in dates or of not in classes:
                raise self.damaged()
            yield dates[ref], classes[of], title

    def placed(self, places: Sequence[int]) -> Iterable[Event]:
        listed = encode_json([self._in_order.seqs[place] for place in places])
        return self._events(f"{_ITEMS} AND seq IN {LISTED} ORDER BY +{ORDER}", (listed,), len(places))

    def words_of_each(self, kind: str, count: int) -> Callable[[Event], Iterable[str]]:
        of = words_of(kind)
        if kind in UNKEPT or _FEW * count < self._total:
            return of
        found = self._words_by_row(kind)
        return lambda event: found.get(event._seq, ()) if isinstance(event, StoredEvent) else of(event)

    def like(self, ids: Collection[str], dates: Collection[str]) -> Iterable[Event]:
        named = with_ids(filter(can_be_kept, ids))
        either = f"({named.text} OR date IN (SELECT ref FROM dates WHERE text IN {LISTED}))"
        written = encode_json(list(filter(can_be_kept, dates)))
        return self._events(f"{_ITEMS} AND {either} ORDER BY {ORDER}", (*named.values, written))

    def has_text(self, holds: Holds) -> bool:
        found = self._sql(holding, holds)
        return any(True for _ in self.rows(f"SELECT 1 FROM {found.text} LIMIT 1", found.values))

    def _sql(self, of: Callable[[Any, sqlite3.Connection], Sql], narrow: Narrow | None) -> Sql:
        try:
            return of(narrow, self._db)
        except sqlite3.Error as error:
            raise self.damaged(error) from None

    def text_of(self, event: Event) -> str:
        if isinstance(event, StoredEvent):
            found = list(self.rows("SELECT words, words_sum FROM bodies WHERE seq = ?", (event._seq,)))
            if found and checksum(text := str(found[0][0])) == found[0][1]:
                return text
            raise self.damaged()
        return Facts(()).text_of(event)

    def narrowed(
        self,
        narrow: Narrow | None,
        keys: Sequence[object] | None = None,
        limit: int | None = None,
        backwards: bool = False,
        count: int = 0,
    ) -> Iterable[Event]:
        # For the first few of very many matches, walk the index in order; otherwise, sort the matches.
        is_along = limit is not None and 3 * count > self._total
        order = f"{'' if is_along else '+'}{BACKWARDS if backwards else ORDER}"
        if keys is None:
            found = self._sql(row_by_row if is_along else condition, narrow)
        else:
            column = f"{'+' * is_along}{'date' if is_of_days(narrow) else 'seq'}"
            found = Sql(f"{column} IN {LISTED}", (f"[{','.join(map(str, keys))}]",))
        query = f"{_ITEMS} AND {found.text} ORDER BY {order} LIMIT ?"
        return self._events(query, (*found.values, -1 if limit is None else limit))

    def count(self, narrow: Narrow | None) -> int:
        parts = narrow.parts if isinstance(narrow, Some) else ()
        if any(self.count(part) == self._total for part in parts if isinstance(part, Words)):
            return self._total  # no text needs to be searched
        if isinstance(narrow, Holds):
            found = self._sql(holding, narrow)
            ((count,),) = self.rows(f"SELECT count(*) FROM {found.text}", found.values)
        else:
            found = self._sql(condition, narrow)
            ((count,),) = self.rows(f"SELECT count(*) FROM items WHERE {EVENTS} AND {found.text}", found.values)
        if narrow is None and count != self._total:
            raise self.damaged()
        return int(count)

    def tally(self, narrow: Narrow | None) -> Iterator[tuple[object, EventDate, int]]:
        # A key is the date, or else the rows with that date, so that a text is searched once.
        key = "date" if is_of_days(narrow) else "group_concat(seq)"
        found = self._sql(condition, narrow)
        each = f"SELECT date, {key} AS key, count(*) AS count FROM items WHERE {EVENTS} AND {found.text} GROUP BY date"
        query = f"SELECT date, text, first, besides, key, count FROM ({each}) LEFT JOIN dates ON ref = date"
        for some in self._some_at_once(query, found.values):
            self._compose_dates([row[:4] for row in some if row[0] not in self._dates])
            for ref, _, _, _, keyed, count in some:
                yield keyed, self._dates[ref], count
