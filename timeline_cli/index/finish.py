"""What depends on all items of an index: ids that are unique, and counts.

Owns: both, made after every change. Does not: read a file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from timeline_cli.digest import checksum
from timeline_cli.index.codec import encode_json
from timeline_cli.index.rows import light_sum
from timeline_cli.index.schema import EVENTS, LIGHT, RENUMBERED, VERSIONS
from timeline_cli.index.sql import ID

_NUMBERED = f"SELECT {', '.join('?' if column == 'again' else column for column in LIGHT)} FROM items WHERE seq = ?"
# Different ids may have the same hash.
_REPEATED = """
SELECT id FROM items WHERE hash IN (SELECT hash FROM items WHERE hash IS NOT NULL GROUP BY hash HAVING count(*) > 1)
GROUP BY id HAVING count(*) > 1
"""
_TAKEN = "SELECT 1 FROM items WHERE hash = ? AND id = ?"


def finish(db: sqlite3.Connection) -> None:
    """Make ids unique and count."""
    _make_unique(db)
    total, listed = db.execute(f"SELECT count(*), (SELECT count(*) FROM items) FROM items WHERE {EVENTS}").fetchone()
    query = f"SELECT json_group_array({ID}) FROM items INDEXED BY items_versions WHERE {VERSIONS}"
    (versions,) = db.execute(query).fetchone()
    (errors,) = db.execute(
        "SELECT (SELECT total(errors) FROM items WHERE problems IS NOT NULL)"
        " + (SELECT total(errors + later_errors) FROM files)"
        " + (SELECT count(*) FROM items INDEXED BY items_hidden WHERE hidden IS NOT NULL)"
    ).fetchone()
    note(db, counts=encode_json([total, listed - total, int(errors)]), versions=versions, complete="yes")


def note(db: sqlite3.Connection, **values: str) -> None:
    """Write values of the whole index."""
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def _make_unique(db: sqlite3.Connection) -> None:
    """Make ids unique across all files, by the rule of `reading.load`."""
    before = db.execute(f"SELECT seq FROM items WHERE {RENUMBERED}").fetchall()
    _number(db, [(None, seq) for (seq,) in before])
    db.executemany("UPDATE items SET hidden = NULL WHERE seq = ?", before)
    for (base,) in db.execute(_REPEATED).fetchall():
        this = checksum(base), base
        rows = db.execute("SELECT seq, own FROM items WHERE hash = ? AND id = ? ORDER BY file, number", this).fetchall()
        first = next((seq for seq, own in rows if own), rows[0][0])
        number, numbered = 2, []
        for seq, own in rows:
            if seq == first:
                continue
            if own:
                db.execute("UPDATE items SET hidden = ? WHERE seq = ?", (first, seq))
                continue
            while db.execute(_TAKEN, (checksum(name := f"{base}-{number}"), name)).fetchone():
                number += 1
            numbered.append((number - 2, seq))
            number += 1
        _number(db, numbered)


def _number(db: sqlite3.Connection, numbered: Iterable[tuple[int | None, int]]) -> None:
    """Add numbers to the ids of items."""
    for again, seq in numbered:
        light = db.execute(_NUMBERED, (again, seq)).fetchone()
        db.execute("UPDATE items SET again = ?, sum = ? WHERE seq = ?", (again, light_sum(light), seq))
