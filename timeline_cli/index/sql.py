"""Conditions of a first cut as SQL.

Owns: what each condition of `query.narrow` is in the tables. Refuses: to decide what is only possible.
"""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from timeline_cli.index.codec import encode_json
from timeline_cli.index.schema import LONG
from timeline_cli.query.narrow import All, Filled, Ids, Narrow, Other, Overlaps, Some, Words
from timeline_cli.query.words import HAS

_MOST_TRIGRAMS = 400  # of a search; beyond, looking at every text is as quick


class Sql(NamedTuple):
    """A condition on rows of `items`, with its parameters."""

    text: str
    values: tuple[Any, ...]


def condition(narrow: Narrow, db: sqlite3.Connection) -> Sql:
    """The rows that a condition leaves."""
    if isinstance(narrow, (All, Some)):
        parts = [condition(part, db) for part in narrow.parts]
        word = " AND " if isinstance(narrow, All) else " OR "
        return Sql(f"({word.join(part.text for part in parts)})", tuple(v for part in parts for v in part.values))
    if isinstance(narrow, Other):
        part = condition(narrow.part, db)
        return Sql(f"NOT {part.text}", part.values)
    if isinstance(narrow, Overlaps):
        # Most events are short, so that their first day tells; the few long ones are looked up by themselves.
        first, last = narrow.first, narrow.last
        return Sql(
            "(long = 0 AND first BETWEEN ? AND ? AND last >= ? OR long = 1 AND first <= ? AND last >= ?)",
            (first - LONG, last, first, last, first),
        )
    if isinstance(narrow, Words):
        return Sql(
            "(seq IN (SELECT seq FROM uses WHERE word IN (SELECT ref FROM words WHERE kind = ?"
            " AND word IN (SELECT value FROM json_each(?)))))",
            (narrow.kind, encode_json(sorted(narrow.words))),
        )
    if isinstance(narrow, Ids):
        return Sql("(id IN (SELECT value FROM json_each(?)))", (encode_json(sorted(narrow.ids)),))
    if isinstance(narrow, Filled):
        return Sql("(filled & ? != 0)", (1 << HAS.index(narrow.field),))
    return _holds(narrow.text, db)


def _holds(text: str, db: sqlite3.Connection) -> Sql:
    """Texts that hold another one: first by trigrams, then to the letter."""
    search = _search(text, db)
    if search is None:
        return Sql(f"({_TO_THE_LETTER})", (text,))
    if not search:
        return Sql("(0)", ())
    found = "seq IN (SELECT rowid FROM texts WHERE texts MATCH ?)"
    if _is_one_trigram(text):
        return Sql(f"({found})", (search,))
    return Sql(f"({found} AND {_TO_THE_LETTER})", (search, text))


_TO_THE_LETTER = "instr((SELECT words FROM bodies WHERE bodies.seq = items.seq), ?) > 0"


def _is_one_trigram(text: str) -> bool:
    """Whether a text is found by one trigram, so that there is nothing more to look at."""
    return len(text) <= 3 and text.isprintable()


def holding(text: str, db: sqlite3.Connection) -> Sql:
    """Items whose text holds another one, as tables with a condition: one by one, for who wants the first."""
    search = _search(text, db)
    if not search:
        found = _holds(text, db)
        return found._replace(text=f"items WHERE {found.text}")
    joined = "texts CROSS JOIN items ON items.seq = texts.rowid WHERE texts MATCH ?"
    if _is_one_trigram(text):
        return Sql(joined, (search,))
    return Sql(f"{joined} AND {_TO_THE_LETTER}", (search, text))


def _search(text: str, db: sqlite3.Connection) -> str | None:
    """The full-text search for a text; empty when no text can hold it, None when searching would not help."""
    if len(text) >= 3:
        step = max(len(text) // 30, 1)
        return " AND ".join(_quoted(text[start : start + 3]) for start in range(0, len(text) - 2, step))
    if len(text) < 2:
        return None
    # No trigram fits into two characters, but every place where they stand begins one.
    rows = db.execute(
        "SELECT term FROM trigrams WHERE term >= ? AND term < ? LIMIT ?",
        (text, text + "\U0010ffff", _MOST_TRIGRAMS + 1),
    ).fetchall()
    return " OR ".join(_quoted(term) for (term,) in rows) if len(rows) <= _MOST_TRIGRAMS else None


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
