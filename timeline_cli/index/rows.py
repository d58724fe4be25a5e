"""From items to rows of the index.

Owns: what is stored of each event, and its checksums. Does not: keep rows in memory beyond a batch.

`rows_of` needs only the items; `Rows` numbers what it gives, and writes it.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from timeline_cli.dates.event_date import EventDate, plain_day
from timeline_cli.digest import checksum
from timeline_cli.index.codec import besides_text, decode_body, encode_problems
from timeline_cli.index.packed import MOST, Packer, body_in, texts_of
from timeline_cli.model import LINKS, Event
from timeline_cli.query.words import FILLED, KEPT, names_of, searchable, width_of
from timeline_cli.text import clean, width

if TYPE_CHECKING:
    import sqlite3  # a worker does without it

    from timeline_cli.reading.items import Item

_BATCH = 1000
_PLACE_BITS = 24  # an item has fewer words
_PLACE = (1 << _PLACE_BITS) - 1
_AT_ONCE = 256  # items whose rows are made together
_FIRST = 16  # items that are the example, if they are not longer
_BITS = [1 << bit for bit in range(len(FILLED))]
_filled_of = attrgetter(*FILLED)


def light_sum(values: tuple[Any, ...]) -> int:
    """The checksum of the columns used to answer questions."""
    return checksum(repr(values))


def searched(words: str) -> str:
    """Folded words for the full-text search: padded so that any two characters start a trigram, without NUL."""
    return words.replace("\0", "\1") + "\n\n"


# What is stored, but for the numbers of its place, dates and words: plain values, which another process may send.

DateRow = tuple[int, int | None, str, str | None]  # first day, last if another, text, what is stored besides
EventRow = tuple[Any, ...]  # see `_event_rows`
Row = tuple[int, str | None, int, EventRow | None]  # line, problems, errors, the event if it is one


def rows_of(items: Sequence[Item], numbers: Mapping[str, float], packer: Packer) -> Iterator[Row]:
    """The rows of some items. `numbers` are those of the files, by name."""
    events = iter(_event_rows([item.event for item in items if item.event is not None], packer))
    for item in items:
        problems = encode_problems(item.problems, numbers)
        errors = sum(problem.is_error for problem in item.problems) if problems else 0
        yield item.line, problems, errors, None if item.event is None else (item.event.line - item.line, *next(events))


def _event_rows(events: Sequence[Event], packer: Packer) -> Iterable[EventRow]:
    # Each step for all events, since a processor repeats one step faster than it takes one after the other.
    packed = [packer.pack(text) for text in texts_of(events)]
    return zip(
        [event.id for event in events],
        [int(event.has_own_id) for event in events],
        [_date_row(event.date) for event in events],
        [None if told is None else _date_row(told) for told in map(attrgetter("told"), events)],
        map(attrgetter("type", "status", "certainty"), events),
        [event.date.sort_key for event in events],
        [sum(compress(_BITS, filled)) for filled in map(_filled_of, events)],
        kept_words(events),
        [[(kind, target) for kind in LINKS for target in getattr(event, kind)] for event in events],
        map(searchable, events),
        [(width(clean(event.title)), width_of(names_of(event))) for event in events],
        map(packer.sum, packed),
        packed,
        strict=True,
    )


_date_rows: dict[int, tuple[EventDate, DateRow]] = {}  # by identity, with the date, to keep it alive


def _date_row(date: EventDate) -> DateRow:
    kept = _date_rows.get(id(date))
    if kept is None:
        if len(_date_rows) > 20_000:
            _date_rows.clear()
        first, _, _, last = date.bounds
        kept = _date_rows[id(date)] = date, (first, None if last == first else last, date.text, besides_text(date))
    return kept[1]


_EVENT = """
SELECT words, body, body_sum, type, status, certainty FROM bodies
JOIN items USING (seq) JOIN classes ON ref = class WHERE seq = ?
"""


class Rows:
    """Writes rows, a few hundred at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.numbers: dict[str, float] = {}  # of the files, by name
        self._next = (connection.execute("SELECT max(seq) FROM items").fetchone()[0] or 0) + 1
        self._refs: dict[str, dict[tuple[Any, ...], int]] = {
            table: {row[1:]: row[0] for row in connection.execute(f"SELECT * FROM {table}")}
            for table in ("dates", "classes", "words")
        }
        self._waiting: list[tuple[float, float, Item, bytes]] = []
        # The rows to write, by table.
        self._held: dict[str, list[tuple[Any, ...]]] = {
            table: [] for table in ("items", "bodies", *self._refs, "links")
        }
        # Of each word, by number: for each item, its number and the place of the word in it, as one number.
        self._uses: dict[int, array[int]] = {}
        self._by_word: defaultdict[str, dict[str, array[int]]] = defaultdict(dict)  # by kind
        kept = connection.execute("SELECT value FROM meta WHERE key = 'example'").fetchone()
        self.example: str | None = None if kept is None else kept[0]  # the texts of the first events
        self.packer = Packer(self.example or "")

    def add_item(self, file: float, number: float, item: Item, digest: bytes) -> None:
        """Add an item of a file, with its position among the items."""
        self._waiting.append((file, number, item, digest))
        if len(self._waiting) >= (_FIRST if self.example is None else _AT_ONCE):
            self._add_waiting()

    def _add_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        if self.example is None and (events := [item.event for _, _, item, _ in waiting if item.event]):
            self.example = "".join(texts_of(events))[:MOST]
            self.packer = Packer(self.example)
            self._db.execute("INSERT INTO meta VALUES ('example', ?)", (self.example,))
        rows = rows_of([item for _, _, item, _ in waiting], self.numbers, self.packer)
        for (file, number, _, digest), row in zip(waiting, rows, strict=True):
            self.add(file, number, row, digest)

    def add(self, file: float, number: float, row: Row, digest: bytes) -> None:
        """Add an item's row."""
        if self._waiting:
            self._add_waiting()
        seq = self._next
        self._next += 1
        line, problems, errors, event = row
        head = (seq, file, number, line, digest, problems, errors)
        items = self._held["items"]
        items.append((*head, *[None] * 16) if event is None else (*head, *self._add_event(seq, event)))
        if len(items) >= _BATCH:
            self.flush()

    def _add_event(self, seq: int, row: EventRow) -> tuple[Any, ...]:
        """Add what is stored of an event; returns its columns of `items`."""
        inner, name, own, day, told, its_class, sort_key, filled, kept, links, words, widths, body_sum, body = row
        self._held["bodies"].append((seq, checksum(words), words, body_sum, body))
        key = seq << _PLACE_BITS
        for kind, listed in kept:
            known = self._by_word[kind]
            for word in listed:
                uses = known.get(word)
                if uses is None:
                    uses = known[word] = self._uses.setdefault(self._ref("words", (kind, word)), array("Q"))
                uses.append(key)
                key += 1
        self._held["links"] += [(seq, *link) for link in links]
        date, its_ref = self._ref("dates", day), self._ref("classes", its_class)
        told_ref = None if told is None else self._ref("dates", told)
        light = (name, None, own, inner, date, told_ref, its_ref, filled)
        return (
            name, None, checksum(name), own, inner, date, told_ref, its_ref, *sort_key, filled, None,
            light_sum(light), *widths,
        )  # fmt: skip

    def _ref(self, table: str, row: tuple[Any, ...]) -> int:
        """The number of a row, which is added if it is new."""
        refs = self._refs[table]
        ref = refs.get(row)
        if ref is None:
            ref = refs[row] = len(refs) + 1
            self._held[table].append((ref, *row))
        return ref

    def remove(self, seqs: list[int]) -> None:
        """Delete items with everything stored for them."""
        for seq in seqs:
            found = self._db.execute(_EVENT, (seq,)).fetchone()
            if found is not None:
                self._remove_event(seq, *found)
            self._db.execute("DELETE FROM items WHERE seq = ?", (seq,))

    def _remove_event(self, seq: int, words: str, body: bytes, body_sum: int, *of_class: str | None) -> None:
        values = dict(decode_body(body_in(self.packer.unpack(body, body_sum))))
        values.update(zip(("type", "status", "certainty"), of_class, strict=True))
        event = Event("", plain_day("", 1), **values)
        refs = [(self._refs["words"][kind, word], seq) for kind, listed in kept_words([event])[0] for word in listed]
        self._db.executemany("DELETE FROM uses WHERE word = ? AND seq = ?", refs)
        self._db.execute("DELETE FROM links WHERE seq = ?", (seq,))
        self._db.execute("INSERT INTO texts (texts, rowid, words) VALUES ('delete', ?, ?)", (seq, searched(words)))
        self._db.execute("DELETE FROM bodies WHERE seq = ?", (seq,))

    def close(self) -> None:
        """Write the last batch, and the words of all: in the order of their table, which needs no sorting then."""
        self.flush()
        uses = ((word, key >> _PLACE_BITS, key & _PLACE) for word, keys in sorted(self._uses.items()) for key in keys)
        self._db.executemany("INSERT INTO uses VALUES (?, ?, ?)", uses)
        self._uses.clear()
        self._by_word.clear()

    def flush(self) -> None:
        """Write the current batch."""
        if self._waiting:
            self._add_waiting()
        db = self._db
        texts = ((seq, searched(words)) for seq, _, words, *_ in self._held["bodies"])
        db.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", texts)
        for table, rows in self._held.items():
            if rows:
                db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
                rows.clear()


def kept_words(events: Sequence[Event]) -> list[list[tuple[str, Sequence[str]]]]:
    """The indexed words of each event by kind, each once."""
    columns = [
        [(kind, _once(words)) if (words := of(event)) else None for event in events] for kind, of in KEPT.items()
    ]
    found = [[each for each in row if each] for row in zip(*columns, strict=True)]
    for event, kept in zip(events, found, strict=True):
        if event.extra:
            from timeline_cli.query.values import leaves

            kept += [(key, _once([*leaves(value)])) for key, value in event.extra]
    return found


def _once(words: Sequence[str]) -> Sequence[str]:
    return words if len(words) < 2 else list(dict.fromkeys(words))
