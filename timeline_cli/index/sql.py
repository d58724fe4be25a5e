"""The conditions of `query.narrow` as SQL.

Owns: the SQL of each condition. Does not: decide possible matches.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from timeline_cli.digest import checksum
from timeline_cli.index.codec import encode_json
from timeline_cli.query import names
from timeline_cli.query.narrow import All, Filled, Holds, Ids, Narrow, Other, Overlaps, Some, Words
from timeline_cli.query.words import FILLED

_FEW = 2_000
ID = "iif(again IS NULL, id, id || '-' || (again + 2))"  # of an item, unique
LISTED = "(SELECT value FROM json_each(?))"
_MOST_TRIGRAMS = 400  # of a search; with more, scanning every text is as fast
_OF_WORDS = f"word IN {LISTED}"
_QUICK = (Words, Ids, Filled)  # conditions that need no text


class Sql(NamedTuple):
    """A condition on rows of `items`, with its parameters."""

    text: str
    values: tuple[Any, ...]


def condition(narrow: Narrow | None, db: sqlite3.Connection) -> Sql:
    """The rows among others that match a condition (all without one).

    A search or a list of rows is made as a whole, on first use; `row_by_row` has a condition that needs none.
    """
    if narrow is None:
        return Sql("(1)", ())
    if isinstance(narrow, All):
        texts = [part for part in narrow.parts if isinstance(part, Holds)]
        parts = [condition(part, db) for part in narrow.parts if not isinstance(part, Holds)]
        if texts and parts and _are_few(_joined(" AND ", parts), db):
            parts += map(_to_the_letter, texts)
        elif texts:
            parts.append(_holds(texts, db))
        return _joined(" AND ", parts)
    if isinstance(narrow, Some):
        return _either(narrow.parts, db)
    if isinstance(narrow, Other):
        part = condition(narrow.part, db)
        return Sql(f"NOT {part.text}", part.values)
    if isinstance(narrow, Overlaps):
        found = "first <= ? AND ifnull(last, first) >= ?"
        return Sql(f"(date IN (SELECT ref FROM dates WHERE {found}))", (narrow.last, narrow.first))
    if isinstance(narrow, Words):
        return Sql(f"(seq IN (SELECT seq FROM uses WHERE {_OF_WORDS}))", (_refs(narrow, db),))
    if isinstance(narrow, Ids):
        return with_ids(narrow.ids)
    if isinstance(narrow, Filled):
        return Sql("(filled & ? != 0)", (1 << FILLED.index(narrow.field),))
    return _holds([narrow], db)


def row_by_row(narrow: Narrow | None, db: sqlite3.Connection) -> Sql:
    """The same condition for a row at a time: for the first few of very many matches."""
    if isinstance(narrow, (All, Some)):
        parts = [row_by_row(part, db) for part in sorted(narrow.parts, key=lambda part: not isinstance(part, _QUICK))]
        return _joined(" AND " if isinstance(narrow, All) else " OR ", parts)
    if isinstance(narrow, Other):
        part = row_by_row(narrow.part, db)
        return Sql(f"NOT {part.text}", part.values)
    if isinstance(narrow, Words):
        return Sql(f"EXISTS (SELECT 1 FROM uses WHERE {_OF_WORDS} AND uses.seq = items.seq)", (_refs(narrow, db),))
    return _to_the_letter(narrow) if isinstance(narrow, Holds) else condition(narrow, db)


def _either(parts: Sequence[Narrow], db: sqlite3.Connection) -> Sql:
    """The rows of any part. The texts of those that have a word or an id are not looked at."""
    known = [condition(part, db) for part in parts if isinstance(part, _QUICK)]
    others = [condition(part, db) for part in parts if not isinstance(part, _QUICK)]
    if known and others:
        found = _joined(" OR ", known)
        others = [_joined(" AND ", [Sql(f"NOT {found.text}", found.values), _joined(" OR ", others)])]
    return _joined(" OR ", [*known, *others])


def _refs(narrow: Words, db: sqlite3.Connection) -> str:
    """The rows of words, as JSON. SQLite's would cut a word at a NUL, so each word is a separate parameter."""
    query = "SELECT ref FROM words WHERE kind = ? AND word = ?"
    return encode_json([ref for word in narrow.words for (ref,) in db.execute(query, (narrow.kind, word))])


def with_ids(ids: Iterable[str]) -> Sql:
    """The items with some ids, which may end with the number that makes them unique."""
    listed = sorted(ids)
    hashes = [checksum(each) for name in listed for each in (name, name.rpartition("-")[0])]
    return Sql(f"(hash IN {LISTED} AND {ID} IN {LISTED})", (encode_json(hashes), encode_json(listed)))


def can_be_kept(text: str) -> bool:
    """Whether an index can contain a text: an argument, unlike a file, may not be UTF-8."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _joined(word: str, parts: list[Sql]) -> Sql:
    """Join parts in halves, since SQLite limits the depth of an expression."""
    if len(parts) > 2:
        middle = len(parts) // 2
        parts = [_joined(word, parts[:middle]), _joined(word, parts[middle:])]
    if not parts:
        return Sql("(1)", ())
    return Sql(f"({word.join(part.text for part in parts)})", tuple(v for part in parts for v in part.values))


def _are_few(found: Sql, db: sqlite3.Connection) -> bool:
    """Whether a condition leaves so few rows that scanning their texts is faster than a search."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM items WHERE {found.text} LIMIT {_FEW})"
    return bool(db.execute(query, found.values).fetchone()[0] < _FEW)


def _holds(texts: list[Holds], db: sqlite3.Connection) -> Sql:
    """Items that contain all of some texts: first by trigram, in one search, then exactly."""
    searches = [_search(each.text, db) if can_be_kept(each.text) else "" for each in texts]
    if "" in searches:
        return Sql("(0)", ())
    search = " AND ".join(f"({each})" for each in searches if each)
    asked = [each for each, search in zip(texts, searches, strict=True) if search is None or not _is_one_trigram(each)]
    found = [Sql("seq IN (SELECT rowid FROM texts WHERE texts MATCH ?)", (search,))] if search else []
    return _joined(" AND ", [*found, *map(_to_the_letter, asked)])


def _to_the_letter(holds: Holds) -> Sql:
    if not can_be_kept(holds.text):
        return Sql("(0)", ())
    found = _letters(holds)
    # SQLite stops at the first that is true only in a WHERE.
    return Sql(f"EXISTS (SELECT 1 FROM bodies WHERE bodies.seq = items.seq AND {found.text})", found.values)


def _letters(holds: Holds) -> Sql:
    """The bodies whose words hold a text."""
    text, words = holds.text, "bodies.words"
    if not holds.at_word_start:
        return Sql(f"instr({words}, ?)", (text,))
    # After a space or a line break, a word starts for sure, which SQLite sees ten times as fast.
    tests = f"(instr({words}, ?) OR instr({words}, ?) OR at_word_start({words}, ?))"
    return Sql(tests, (f" {text}", f"\n{text}", text))


def at_word_start(words: str | None, text: str) -> bool:
    """The function of that name in SQL."""
    return words is not None and _test(text)(words)


_test = lru_cache(maxsize=64)(names.at_word_start)


def _is_one_trigram(holds: Holds) -> bool:
    """Whether one trigram finds a text exactly, so no further check is needed."""
    return len(holds.text) <= 3 and not holds.at_word_start


def holding(holds: Holds, db: sqlite3.Connection) -> Sql:
    """The bodies of events that contain a text, as tables with a condition: lazily, for the first match or the count.

    That looks up no item; only the bodies of hidden ones are left out.
    """
    search = _search(holds.text, db) if can_be_kept(holds.text) else ""
    if search == "":
        return Sql("bodies WHERE 0", ())
    tables = "texts CROSS JOIN bodies ON bodies.seq = texts.rowid WHERE texts MATCH ? AND" if search else "bodies WHERE"
    found = Sql("1", ()) if search and _is_one_trigram(holds) else _letters(holds)
    hidden = "SELECT seq FROM items INDEXED BY items_hidden WHERE hidden IS NOT NULL"
    values = (search, *found.values) if search else found.values
    return Sql(f"{tables} {found.text} AND bodies.seq NOT IN ({hidden})", values)


def _search(text: str, db: sqlite3.Connection) -> str | None:
    """The full-text search for a text; empty if no text can contain it, None if a search would not help."""
    if not text.isprintable() or "\ufffd" in text:
        return None  # the full-text search replaces some unprintable characters, so scan the texts instead
    if len(text) >= 3:
        step = max(len(text) // 30, 1)
        return " AND ".join(_quoted(text[start : start + 3]) for start in range(0, len(text) - 2, step))
    if len(text) < 2:
        return None
    # Two characters are shorter than a trigram, but every occurrence starts one.
    rows = db.execute(
        "SELECT term FROM trigrams WHERE term >= ? AND term < ? LIMIT ?",
        (text, text + "\U0010ffff" * 2, _MOST_TRIGRAMS + 1),
    ).fetchall()
    return " OR ".join(_quoted(term) for (term,) in rows) if len(rows) <= _MOST_TRIGRAMS else None


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
