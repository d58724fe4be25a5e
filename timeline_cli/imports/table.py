"""What every reader of an import yields: rows of named cells, each with its place.

Owns: Row, Table, and the text of a file in its encoding. Does not: know a format, or guess an encoding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.text import byte_order_mark


class Exact(str):
    """A number of a format that has numbers, as it writes them; not one that a person wrote as text."""


# A list is the value of a JSON list, or of a column that is split.
Cell = str | list[str]


class Row(NamedTuple):
    """`number` counts as a spreadsheet does, or the items of other formats from 1. `why` is set if it is broken."""

    number: int
    cells: dict[str, Cell]
    why: str = ""


class Table(NamedTuple):
    """The rows of a file, which can be read again, and its columns; `notes` are remarks on what the reader did.

    `fixed` means that each row has all columns, so that a map that names another one is wrong. `inherited` are columns
    that rows have from what contains them; `paths` are where the rows are.
    """

    file: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    notes: tuple[str, ...] = ()
    fixed: bool = False
    inherited: frozenset[str] = frozenset()
    paths: tuple[str, ...] = ()


class Input(NamedTuple):
    """A file to import: its name and its bytes. `since` and `until` bound what repeats in a calendar."""

    name: str
    data: bytes
    since: date | None = None
    until: date = date.max


class Layout(NamedTuple):
    """Where the rows are in a file, as the map says. `head` is the row of the names of the columns; 0 for none.

    `is_told` says that a person wrote it.
    """

    rows: tuple[str, ...] = ()
    sheet: str = ""
    head: int | None = None
    encoding: str = ""
    separator: str = ""
    is_told: bool = False


# Characters that no text file may have, as read by the reader of events; a lone surrogate is half a character.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]|\ufeff")
_SPACES = re.compile(r"[^\S\n]+")
_MOST_ABOVE = 9  # rows above a head


def tidy(text: str) -> str:
    """A cell without control characters and spaces at its ends, each run of other spaces as one."""
    if type(text) is Exact:
        return text
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = _UNFIT.sub(lambda found: "\ufffd" if "\ud800" <= found[0] <= "\udfff" else "", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def names_of(head: Sequence[str]) -> tuple[str, ...]:
    """The names of columns: an empty one is its number, a repeated one gets (2)."""
    found: dict[str, None] = {}
    for number, name in enumerate(head, 1):
        name = " ".join(tidy(name).split()) or str(number)
        again = 2
        unique = name
        while unique in found:
            unique, again = f"{name} ({again})", again + 1
        found[unique] = None
    return tuple(found)


def headed(records: Iterable[tuple[int, list[str]]], head: int | None) -> tuple[tuple[str, ...], int, list[str]]:
    """The names of the columns, the number of the row that has them, and a note on lines above. Raises UsageFault.

    One cell alone is a line above the table, if a row with several follows soon.
    """
    above: tuple[int, list[str]] | None = None
    for number, cells in records:
        if head == 0:
            return tuple(str(place) for place in range(1, len(cells) + 1)), 0, []
        texts = sum(bool(cell.strip()) for cell in cells)
        if number == head or (head is None and texts > 1):
            note = f"row {number} has the names of the columns; what is above is left out"
            return names_of(cells), number, [note] if above and number != head else []
        if head is None and texts:
            above = above or (number, cells)
            if number > above[0] + _MOST_ABOVE:
                break
    if above is not None:
        return names_of(above[1]), above[0], []
    raise UsageFault("the file has no rows" if head is None else f"the file has no row {head}", "check head in the map")


def rows_below(records: Iterable[tuple[int, list[str]]], names: Sequence[str], head: int) -> Iterator[Row]:
    """The rows below the head; empty ones are left out, and longer ones than the head are broken."""
    for number, cells in records:
        if number > head:
            texts = [tidy(cell) for cell in cells]
            if any(texts):
                why = (
                    f"it has {len(cells)} cells, but there are {len(names)} columns" if any(texts[len(names) :]) else ""
                )
                yield Row(number, dict(zip(names, texts, strict=False)), why)


def decoded(given: Input, encoding: str = "") -> str:
    """The text of a file: by its byte order mark, else the encoding of the map, else UTF-8. Raises UsageFault."""
    mark, marked = byte_order_mark(given.data)
    try:
        text = given.data[len(mark) :].decode(marked or encoding or "utf-8")
    except LookupError:
        raise UsageFault(f"{encoding} is not an encoding", 'write it like encoding = "cp1252"') from None
    except (UnicodeDecodeError, ValueError) as error:
        raise _not_text(given, marked or encoding, error) from None
    if not text.strip():
        raise UsageFault(f"{given.name} is empty", "check that it is the right file")
    if "\x00" in text:
        raise UsageFault(f"{given.name} is not text: it contains NUL characters", "check that it is the right file")
    return text


def _not_text(given: Input, encoding: str, error: ValueError) -> UsageFault:
    from timeline_cli.reading.hints.encoding import guess

    start = getattr(error, "start", 0)
    line = given.data.count(b"\n", 0, start) + 1
    likely = None if encoding else guess(given.data[: 256 << 10])
    hint = f'it looks like {likely}: write encoding = "{likely.lower()}" in the map' if likely else (
        'name its encoding in the map, such as encoding = "cp1252"'
    )  # fmt: skip
    return UsageFault(f"{given.name} is not {(encoding or 'utf-8').upper()} (line {line})", hint)
