"""The tables of the index.

Owns: the SQL that makes them, VERSION, which changes with their content, and opening a connection.

    files    a row for each file: its state on disk, the problems of its head, and those found `later`, the digests of
             its bytes (runs). Numbers are in the order of reading; a file or an item added between two others gets a
             number between theirs
    items    a row for each list item: its place, the digest of its text, its problems; for an event, also the
             columns used by questions. `day`, `coarse`, `moment` are its place in the order of dates. An item with an
             error has no id and no date; `hidden` is the item whose id it repeats. `id` is as written or
             derived; `again` makes it unique: 0 adds -2, and so on, since 0 and 1 take no space. `hash` is of
             the `id`, to find it by; `inner` counts lines from the item's first to the event's; the widths are
             the columns that a table needs for the title and for the names
    classes  the type, status and certainty that events have together, once
    bodies   the whole event and the pieces of its JSON, compressed (packed); its folded words
    dates    each date once, with its first day, its last one if another, and what its text does not say
    words    each word of a kind once (query.words); `uses` has the items with that word, and its place in each
    links    links between events
    texts    the folded words for full-text search, by trigram
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from timeline_cli.digest import digest
from timeline_cli.event_types import TYPES
from timeline_cli.fields.table import FIELDS
from timeline_cli.index import codec
from timeline_cli.index.sql import at_word_start
from timeline_cli.query.words import FILLED, KEPT
from timeline_cli.text import FOLDING
from timeline_cli.version import __version__

# The columns of an item that questions use; `sum` is their checksum.
LIGHT = ("id", "again", "own", "inner", "date", "told", "class", "filled")

# The items that are events.
EVENTS = "date IS NOT NULL AND hidden IS NULL"

# The items whose id is not the one that is written or derived.
RENUMBERED = "(again IS NOT NULL OR hidden IS NOT NULL)"

# The events that may be versions of another one.
VERSIONS = f"instr(id, '@') AND {EVENTS}"

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (
    number REAL PRIMARY KEY, path TEXT, state TEXT, head BLOB, includes TEXT, cut INTEGER, stopped INTEGER,
    problems TEXT, later TEXT, errors INTEGER, later_errors INTEGER, runs TEXT
);
CREATE TABLE items (
    seq INTEGER PRIMARY KEY, file REAL, number INTEGER, line INTEGER, digest BLOB, problems TEXT, errors INTEGER,
    id TEXT, again INTEGER, hash INTEGER, own INTEGER, inner INTEGER, date INTEGER, told INTEGER, class INTEGER,
    day INTEGER, coarse INTEGER, moment REAL, filled INTEGER, hidden INTEGER, sum INTEGER,
    title_width INTEGER, names_width INTEGER
);
CREATE TABLE bodies (seq INTEGER PRIMARY KEY, words_sum INTEGER, words TEXT, body_sum INTEGER, body BLOB);
CREATE TABLE classes (ref INTEGER PRIMARY KEY, type TEXT, status TEXT, certainty TEXT);
CREATE TABLE dates (ref INTEGER PRIMARY KEY, first INTEGER, last INTEGER, text TEXT, besides TEXT);
CREATE TABLE words (ref INTEGER PRIMARY KEY, kind TEXT, word TEXT);
CREATE TABLE uses (word INTEGER, seq INTEGER, place INTEGER, PRIMARY KEY (word, seq)) WITHOUT ROWID;
CREATE TABLE links (seq INTEGER, kind TEXT, target TEXT);
CREATE VIRTUAL TABLE texts USING fts5(
    words, content='', detail=none, columnsize=0, tokenize='trigram case_sensitive 1'
);
INSERT INTO texts (texts, rank) VALUES ('hashsize', 4194304);
CREATE VIRTUAL TABLE trigrams USING fts5vocab(texts, row);
"""

# Made after the tables are filled, which is faster than updating them for each row, and takes less space.
ORDERS = f"""
CREATE INDEX items_order ON items (day, coarse, moment, file, number, date, class) WHERE {EVENTS};
CREATE INDEX items_date ON items (date, hidden);
CREATE INDEX items_hash ON items (hash);
CREATE INDEX items_place ON items (file, number);
CREATE INDEX items_problems ON items (file) WHERE problems IS NOT NULL;
CREATE INDEX items_renumbered ON items (seq) WHERE {RENUMBERED};
CREATE INDEX items_versions ON items (id) WHERE {VERSIONS};
CREATE INDEX items_hidden ON items (file) WHERE hidden IS NOT NULL;
CREATE UNIQUE INDEX words_word ON words (kind, word);
CREATE INDEX links_kind ON links (kind, target);
CREATE INDEX links_seq ON links (seq);
ANALYZE;
"""


def _version() -> str:
    """A digest of the rows and shapes that decide the content of an index, so any change of them makes a new index."""
    fields = [(key, kind.name, kind.registry, kind.choices, *others) for key, _, kind, _, *others in FIELDS]
    shapes = [shape._fields for shape in vars(codec).values() if hasattr(shape, "_fields")]
    words = FILLED, list(KEPT), list(TYPES.items()), FOLDING
    tables = (TABLES, ORDERS, LIGHT, fields, codec.BODY, shapes, words)
    return digest(repr((__version__, tables)).encode()).hex()


VERSION = _version()


def is_damage(error: Exception) -> bool:
    """Whether an error is caused by the index, not by a lock, a full disk or a read error."""
    if isinstance(error, sqlite3.Error):
        # Errors of the sqlite3 module itself have no code.
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return not isinstance(error, OSError)


def connect(path: Path, write: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode. A reader never changes the file."""
    uri = path.resolve().as_uri() + ("" if write else "?mode=ro")
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5)
    connection.create_function("at_word_start", 2, at_word_start, deterministic=True)
    # The items of 100,000 events, which are read in order of date; more memory gains little.
    connection.execute("PRAGMA cache_size=-12000")
    if write:
        # An index left by a crash has no stamp, so it is safe not to wait for the disk.
        connection.executescript("PRAGMA synchronous=OFF; PRAGMA temp_store=FILE; PRAGMA cache_size=-64000;")
    return connection
