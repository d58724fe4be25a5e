"""The words, ids and dates of all events, from single columns of the index.

Owns: those queries. Does not: read an event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from timeline_cli.dates.event_date import EventDate
from timeline_cli.index.codec import encode_json
from timeline_cli.index.schema import EVENTS
from timeline_cli.index.sql import ID, LISTED, Sql, can_be_kept, with_ids

ORDER = "day, coarse, moment, file, number"
BACKWARDS = ORDER.replace(",", " DESC,") + " DESC"


class Rows(Protocol):
    """Runs a query with its values."""

    def __call__(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]: ...


def words(rows: Rows, kind: str) -> set[str]:
    """The distinct words of a kind in the events."""
    used = "uses"
    if any(True for _ in rows("SELECT 1 FROM items INDEXED BY items_hidden WHERE hidden IS NOT NULL LIMIT 1")):
        used = "(SELECT * FROM uses JOIN items USING (seq) WHERE hidden IS NULL)"
    query = f"SELECT word FROM words WHERE kind = ? AND EXISTS (SELECT 1 FROM {used} AS used WHERE used.word = ref)"
    return {word for (word,) in rows(query, (kind,))}


def dated_words(
    rows: Rows, kind: str, places: Mapping[int, int], dates: Sequence[EventDate]
) -> dict[str, list[EventDate]]:
    """`Facts.dated_words`, from the place in the order of events of each row, and the dates in that order."""
    words: dict[int, str] = dict(rows("SELECT ref, word FROM words WHERE kind = ?", (kind,)))
    uses: dict[str, list[int]] = {}
    first: dict[str, tuple[int, int]] = {}
    query = "SELECT word, seq, place FROM uses WHERE word IN (SELECT ref FROM words WHERE kind = ?)"
    for ref, seq, among in rows(query, (kind,)):
        place = places.get(seq)
        if place is not None:
            word = words[ref]
            uses.setdefault(word, []).append(place)
            first[word] = min(first.get(word, (place, among)), (place, among))
    return {word: [dates[place] for place in sorted(uses[word])] for word in sorted(uses, key=first.__getitem__)}


def words_of_each(rows: Rows, kind: str) -> dict[int, list[str]]:
    """The words of a kind of all events, by row, in their order."""
    words: dict[int, str] = dict(rows("SELECT ref, word FROM words WHERE kind = ?", (kind,)))
    found: dict[int, list[str]] = {}
    query = "SELECT word, seq FROM uses WHERE word IN (SELECT ref FROM words WHERE kind = ?) ORDER BY seq, place"
    for ref, seq in rows(query, (kind,)):
        found.setdefault(seq, []).append(words[ref])
    return found


def like(rows: Rows, ids: Iterable[str], dates: Iterable[str]) -> Sql:
    """The condition on `items` for the events with some ids, or with dates written in some ways."""
    named = with_ids(filter(can_be_kept, ids))
    dated = f"date IN (SELECT ref FROM dates WHERE text IN {LISTED})"
    return Sql(f"({named.text} OR {dated})", (*named.values, encode_json(list(filter(can_be_kept, dates)))))


def sort_keys(rows: Rows, files: list[float]) -> list[tuple[int, int, float]]:
    """The places in time of the events of a file, by line."""
    query = f"SELECT day, coarse, moment FROM items WHERE file IN {LISTED} AND {EVENTS} ORDER BY number"
    return [(day, coarse, moment) for day, coarse, moment in rows(query, (encode_json(files),))]


class Identities(Collection[str]):
    """The ids of all events."""

    def __init__(self, rows: Rows, count: int) -> None:
        self._rows = rows
        self._count = count

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str) or not can_be_kept(name):
            return False
        found = with_ids([name])
        return any(True for _ in self._rows(f"SELECT 1 FROM items WHERE {found.text} AND {EVENTS}", found.values))

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._rows(f"SELECT {ID} FROM items WHERE {EVENTS} ORDER BY {ORDER}"))

    def __len__(self) -> int:
        return self._count
