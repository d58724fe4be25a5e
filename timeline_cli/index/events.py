"""Events as the index has them: what questions need at once, the rest when somebody looks at it.

Owns: StoredEvent, and the facts of all events. Refuses: a row whose checksum is not that of its values.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from timeline_cli.dates.event_date import EventDate
from timeline_cli.index.codec import BODY, decode_body, decode_date, loads
from timeline_cli.index.rows import body_sum, light_sum
from timeline_cli.index.sql import condition
from timeline_cli.model import Event
from timeline_cli.query.facts import FactsOfEach
from timeline_cli.query.narrow import Holds, Narrow
from timeline_cli.query.words import UNKEPT


class Damaged(Exception):
    """The index is not as it was written."""


_LIGHT = "seq, file, line, id, own, inner, date, told, type, status, certainty, first, last, filled, sum"
_GOOD = "id IS NOT NULL AND hidden IS NULL"
_ORDER = "day, coarse, moment, file, number"
_ANY_ORDER = "+day, coarse, moment, file, number"  # sorted, rather than read along the order of all events


class StoredEvent(Event):
    """An event of the index. What stands in its body is read when it is first asked for."""

    __slots__ = ("_seq", "_store", "_told")

    _seq: int
    _store: Store
    _told: EventDate | None

    def __new__(cls, *_: Any, **values: Any) -> Any:
        """With values (as `dataclasses.replace` gives them), an event like any other; else one to be filled."""
        return Event(**values) if values else object.__new__(cls)

    def __init__(self) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        # Only what is not there yet comes here.
        if name not in BODY:
            raise AttributeError(name)
        for key, value in self._store.body(self._seq):
            _SET[key](self, value)
        return object.__getattribute__(self, name)

    @property
    def told(self) -> EventDate | None:
        return self._told

    def stored_pieces(self) -> list[str]:
        """The pieces of its JSON (`fields.json`)."""
        return self._store.pieces(self._seq)


# Each attribute's own setter: an event is frozen, and setting it in the usual way takes ten times as long.
_SET: dict[str, Callable[[Event, Any], None]] = {
    name: kind.__dict__[name].__set__ for kind in (Event, StoredEvent) for name in kind.__slots__
}


class Store:
    """The tables as events. `names` are the files' names as this command shows them, by number.

    It is a collection of events in their order, and knows their facts (`query.facts`).
    """

    def __init__(self, db: sqlite3.Connection, names: dict[float, str], total: int, versions: list[str]) -> None:
        self.db = db
        self._names = names
        self._total = total
        self._versions = versions
        self._dates: dict[int, EventDate] = {}

    # A collection.

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Event]:
        return self._events(f"SELECT {_LIGHT} FROM items WHERE {_GOOD} ORDER BY {_ORDER}")

    def __reversed__(self) -> Iterator[Event]:
        order = ", ".join(f"{column} DESC" for column in _ORDER.split(", "))
        return self._events(f"SELECT {_LIGHT} FROM items WHERE {_GOOD} ORDER BY {order}")

    def __contains__(self, event: object) -> bool:
        return isinstance(event, Event) and event.id in self.ids

    def _events(self, query: str, values: Iterable[Any] = ()) -> Iterator[Event]:
        set_id, set_date, set_type = _SET["id"], _SET["date"], _SET["type"]
        set_status, set_certainty, set_own = _SET["status"], _SET["certainty"], _SET["has_own_id"]
        set_file, set_line = _SET["file"], _SET["line"]
        set_seq, set_store, set_told = _SET["_seq"], _SET["_store"], _SET["_told"]
        names, dates, date_of, new = self._names, self._dates, self._date, object.__new__
        for row in self.db.execute(query, tuple(values)):
            seq, file, line, name, own, inner, date, told, kind, status, certainty, *_, found = row
            if light_sum(*row[3:-1]) != found or file not in names:
                raise Damaged
            event = new(StoredEvent)
            set_seq(event, seq)
            set_store(event, self)
            set_told(event, None if told is None else dates.get(told) or date_of(told))
            set_id(event, name)
            set_date(event, dates.get(date) or date_of(date))
            set_type(event, kind)
            set_status(event, status)
            set_certainty(event, certainty)
            set_own(event, bool(own))
            set_file(event, names[file])
            set_line(event, line + inner)
            yield event

    def _date(self, ref: int) -> EventDate:
        row = self.db.execute("SELECT text FROM dates WHERE ref = ?", (ref,)).fetchone()
        date = decode_date(loads(row[0])) if row else None
        if date is None:
            raise Damaged
        self._dates[ref] = date
        return date

    def _body(self, seq: int) -> tuple[str, str, str]:
        row = self.db.execute("SELECT body, pieces, words, sum FROM bodies WHERE seq = ?", (seq,)).fetchone()
        if row is None or body_sum(*row[:3]) != row[3]:
            raise Damaged
        body, parts, words, _ = row
        return body, parts, words

    def body(self, seq: int) -> list[tuple[str, Any]]:
        """The attributes of an event that stand in no column."""
        return decode_body(self._body(seq)[0])

    def pieces(self, seq: int) -> list[str]:
        return self._body(seq)[1].split("\n")

    # Facts.

    def words(self, kind: str) -> Collection[str]:
        if kind in UNKEPT:
            return FactsOfEach(self).words(kind)
        rows = self.db.execute(
            "SELECT word FROM words WHERE kind = ? AND EXISTS (SELECT 1 FROM uses WHERE uses.word = words.ref)",
            (kind,),
        )
        return {word for (word,) in rows}

    @property
    def ids(self) -> Collection[str]:
        return _Ids(self.db)

    def version_ids(self) -> Collection[str]:
        return self._versions

    def links(self, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
        kinds = tuple(kinds)
        marks = ", ".join("?" * len(kinds))
        return self.db.execute(
            f"SELECT id, target FROM links JOIN items USING (seq) WHERE kind IN ({marks}) AND {_GOOD}"
            f" ORDER BY {_ORDER}",
            kinds,
        )

    def has_text(self, folded: str) -> bool:
        found = condition(Holds(folded), self.db)
        query = f"SELECT 1 FROM items WHERE {_GOOD} AND {found.text} LIMIT 1"
        return self.db.execute(query, found.values).fetchone() is not None

    def text_of(self, event: Event) -> str:
        if isinstance(event, StoredEvent):
            return self._body(event._seq)[2]
        return FactsOfEach(()).text_of(event)

    def narrowed(self, narrow: Narrow) -> Iterable[Event]:
        found = condition(narrow, self.db)
        query = f"SELECT {_LIGHT} FROM items WHERE {_GOOD} AND {found.text} ORDER BY {_ANY_ORDER}"
        return self._events(query, found.values)


class _Ids(Collection[str]):
    """The ids of all events."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __contains__(self, name: object) -> bool:
        query = f"SELECT 1 FROM items WHERE id = ? AND {_GOOD}"
        return isinstance(name, str) and self._db.execute(query, (name,)).fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._db.execute(f"SELECT id FROM items WHERE {_GOOD} ORDER BY {_ORDER}"))

    def __len__(self) -> int:
        count: int = self._db.execute(f"SELECT count(*) FROM items WHERE {_GOOD}").fetchone()[0]
        return count
