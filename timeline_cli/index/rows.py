"""From items to rows of the index.

Owns: what is stored of each event, and its checksums. Does not: keep rows in memory beyond a batch.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any
from zlib import crc32

from timeline_cli.dates.event_date import EventDate
from timeline_cli.index.codec import decode_body, encode_json, encode_problems, spelled_out
from timeline_cli.index.packed import MOST, Packer, body_in, text_of
from timeline_cli.model import LINKS, Event
from timeline_cli.query.words import FILLED, KEPT, searchable
from timeline_cli.reading.items import Item

_BATCH = 1000
_BITS = [(1 << bit, key) for bit, key in enumerate(FILLED)]


def light_sum(values: tuple[Any, ...]) -> int:
    """The checksum of the columns used to answer questions."""
    return crc32(repr(values).encode("utf-8", "surrogatepass"))


def text_sum(text: str) -> int:
    """The checksum of a text of a body."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def searched(words: str) -> str:
    """Folded words for the full-text search: padded so that any two characters start a trigram, without NUL."""
    return words.replace("\0", "\1") + "\n\n"


class Rows:
    """Writes items, a few hundred at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.numbers: dict[str, float] = {}  # of the files, by name
        self._next = (connection.execute("SELECT max(seq) FROM items").fetchone()[0] or 0) + 1
        self._dates: dict[str, int] = dict(connection.execute("SELECT text, ref FROM dates"))
        self._date_refs: dict[int, tuple[EventDate, int]] = {}
        self._words: dict[tuple[str, str], int] = {
            (kind, word): ref for ref, kind, word in connection.execute("SELECT ref, kind, word FROM words")
        }
        self._items: list[tuple[Any, ...]] = []
        self._bodies: list[tuple[Any, ...]] = []
        self._having: list[tuple[int, int]] = []
        self._links: list[tuple[int, str, str]] = []
        self._new_words: list[tuple[int, str, str]] = []
        example = connection.execute("SELECT value FROM meta WHERE key = 'example'").fetchone()
        self._packer = None if example is None else Packer(*example)

    def add(self, file: float, number: float, item: Item, digest: bytes) -> None:
        """Add an item of a file, with its position among the items."""
        seq = self._next
        self._next += 1
        problems = encode_problems(item.problems, self.numbers)
        errors = sum(problem.is_error for problem in item.problems)
        head = (seq, file, number, item.line, digest, problems, errors)
        event = item.event
        if event is None:
            self._items.append((*head, *[None] * 15))
        else:
            self._items.append((*head, *self._columns(event, event.line - item.line)))
            self._add_body(seq, event)
        if len(self._items) >= _BATCH:
            self.flush()

    def _columns(self, event: Event, inner: int) -> tuple[Any, ...]:
        date, told = self._date(event.date), event.told
        told_ref = None if told is None else self._date(told)
        own = int(event.has_own_id)
        filled = 0
        for bit, key in _BITS:
            if getattr(event, key):
                filled |= bit
        light = (event.id, own, inner, date, told_ref, event.type, event.status, event.certainty, filled)
        day, coarse, moment = event.date.sort_key
        return (
            event.id, event.id, own, inner, date, told_ref, event.type, event.status, event.certainty,
            day, coarse, moment, filled, None, light_sum(light),
        )  # fmt: skip

    def _add_body(self, seq: int, event: Event) -> None:
        text, words = text_of(event), searchable(event)
        if self._packer is None:
            self._packer = Packer(example := text[:MOST])
            self._db.execute("INSERT INTO meta VALUES ('example', ?)", (example,))
        body = text.encode("utf-8", "surrogatepass")
        self._bodies.append((seq, text_sum(words), words, crc32(body), self._packer.pack(body)))
        for pair in kept_words(event):
            ref = self._words.get(pair)
            if ref is None:
                ref = self._words[pair] = len(self._words) + 1
                self._new_words.append((ref, *pair))
            self._having.append((ref, seq))
        for kind in LINKS:
            targets = getattr(event, kind)
            if targets:
                self._links += ((seq, kind, target) for target in targets)

    def _date(self, date: EventDate) -> int:
        """The row of a date; each object is looked up once."""
        kept = self._date_refs.get(id(date))
        if kept is not None:
            return kept[1]
        text = encode_json(spelled_out(date))
        ref = self._dates.get(text)
        if ref is None:
            ref = self._dates[text] = len(self._dates) + 1
            bounds = date.bounds
            self._db.execute("INSERT INTO dates VALUES (?, ?, ?, ?)", (ref, bounds.start, bounds.end, text))
        if len(self._date_refs) > 20_000:
            self._date_refs.clear()
        self._date_refs[id(date)] = date, ref
        return ref

    def remove(self, seqs: list[int]) -> None:
        """Delete items with everything stored for them."""
        for seq in seqs:
            found = self._db.execute("SELECT words, body FROM bodies WHERE seq = ?", (seq,)).fetchone()
            if found is not None:
                columns = self._db.execute("SELECT type, status, certainty FROM items WHERE seq = ?", (seq,)).fetchone()
                words, packed = found
                self._remove_body(seq, words, packed, dict(zip(("type", "status", "certainty"), columns, strict=True)))
            self._db.execute("DELETE FROM items WHERE seq = ?", (seq,))

    def _remove_body(self, seq: int, words: str, packed: bytes, columns: dict[str, Any]) -> None:
        from timeline_cli.dates.event_date import parse_date

        assert self._packer is not None
        body = decode_body(body_in(self._packer.unpack(packed).decode("utf-8", "surrogatepass")))
        event = Event(**{"id": "", "date": parse_date("2000"), **columns, **dict(body)})
        refs = [(self._words[pair], seq) for pair in kept_words(event)]
        self._db.executemany("DELETE FROM uses WHERE word = ? AND seq = ?", refs)
        self._db.execute("DELETE FROM links WHERE seq = ?", (seq,))
        self._db.execute("INSERT INTO texts (texts, rowid, words) VALUES ('delete', ?, ?)", (seq, searched(words)))
        self._db.execute("DELETE FROM bodies WHERE seq = ?", (seq,))

    def flush(self) -> None:
        """Write the current batch."""
        db = self._db
        texts = ((seq, searched(words)) for seq, _, words, *_ in self._bodies)
        db.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", texts)
        held: dict[str, list[Any]] = {
            "items": self._items, "bodies": self._bodies, "words": self._new_words, "uses": self._having,
            "links": self._links,
        }  # fmt: skip
        for table, rows in held.items():
            if rows:
                db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
                rows.clear()


def kept_words(event: Event) -> Iterator[tuple[str, str]]:
    """Each indexed word of an event, with its kind, once."""
    for kind, of in KEPT.items():
        for word in dict.fromkeys(of(event)):
            yield kind, word
    if event.extra:
        from timeline_cli.query.values import leaves

        yield from dict.fromkeys((key, word) for key, value in event.extra for word in leaves(value))
