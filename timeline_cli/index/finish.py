"""What depends on all items of an index: ids that are unique, and counts.

Owns: both, made after every change. Does not: read a file.
"""

from __future__ import annotations

import sqlite3

from timeline_cli.index.codec import encode_json
from timeline_cli.index.rows import light_sum
from timeline_cli.index.schema import EVENTS, LIGHT, RENUMBERED, VERSIONS

_RENAMED = f"SELECT {', '.join('?' if column == 'id' else column for column in LIGHT)} FROM items WHERE seq = ?"
_BASE = "SELECT base FROM items WHERE seq = ?"


def finish(db: sqlite3.Connection) -> None:
    """Make ids unique and count."""
    _make_unique(db)
    total, listed = db.execute(f"SELECT count(*), (SELECT count(*) FROM items) FROM items WHERE {EVENTS}").fetchone()
    query = f"SELECT json_group_array(id) FROM items INDEXED BY items_versions WHERE {VERSIONS}"
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
    again = db.execute(f"SELECT seq FROM items WHERE {RENUMBERED}").fetchall()
    _rename(db, [(base, seq) for (seq,) in again for (base,) in db.execute(_BASE, (seq,))])
    db.executemany("UPDATE items SET hidden = NULL WHERE seq = ?", again)
    repeated = db.execute("SELECT base FROM items WHERE base IS NOT NULL GROUP BY base HAVING count(*) > 1")
    for (base,) in repeated.fetchall():
        rows = db.execute("SELECT seq, own FROM items WHERE base = ? ORDER BY file, number", (base,)).fetchall()
        first = next((seq for seq, own in rows if own), rows[0][0])
        number, renamed = 2, []
        for seq, own in rows:
            if seq == first:
                continue
            if own:
                db.execute("UPDATE items SET hidden = ? WHERE seq = ?", (first, seq))
                continue
            while db.execute("SELECT 1 FROM items WHERE base = ?", (f"{base}-{number}",)).fetchone():
                number += 1
            renamed.append((f"{base}-{number}", seq))
            number += 1
        _rename(db, renamed)


def _rename(db: sqlite3.Connection, renamed: list[tuple[str, int]]) -> None:
    for name, seq in renamed:
        light = db.execute(_RENAMED, (name, seq)).fetchone()
        db.execute("UPDATE items SET id = ?, sum = ? WHERE seq = ?", (name, light_sum(light), seq))
