"""The title of an event, wrapped, and below it who took part and where.

Owns: the place of an event's marks. Does not: cut any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, linked
from timeline_cli.model import Entry
from timeline_cli.text import clean, width, wrap
from timeline_cli.views.words import address, marks, plain, who_and_where


def titled(
    entry: Entry, columns: int, ascii: bool, more: str = "", links: Sequence[str] = (), dimmed: bool = False
) -> Iterator[Line]:
    """Rows of at most `columns`: the title, which links to a source, the marks and `more`, who, where and `links`.

    The marks follow the title if there is room for all of them, else come below it.
    """
    style = "dim" if dimmed else "title"
    found = marks(entry)
    notes = "  ".join(part for part in (f"[{', '.join(found)}]" if found else "", more) if part)
    *rows, last = wrap(clean(entry.event.title), columns)
    yield from ([(linked(row, address(entry)), style)] for row in rows)
    end: Line = [(linked(last, address(entry)), style)]
    fits = width(last) + 2 + width(notes) <= columns
    yield [*end, (f"  {notes}", "mark")] if notes and fits else end
    if notes and not fits:
        yield from ([(row, "mark")] for row in wrap(notes, columns))
    below = plain(" · ", ascii).join(part for part in (who_and_where(entry, ascii), *links) if part)
    yield from ([(row, "dim")] for row in wrap(below, columns) if below)
