"""The table: one row per event, columns as wide as the screen allows, text wrapped rather than cut.

Owns: this layout. Does not: cut a date, or drop a column: on a narrow screen, columns share one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.model import Entry
from timeline_cli.query.select import Answer
from timeline_cli.text import clean
from timeline_cli.views.grid import grid
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.words import date_style, footer, listed, marks, plain, who_and_where

_WIDE = ("date", "type", "title", "who", "place", "")
_NARROW = ("date", "event")
_ROOM_FOR_ALL = 90


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    for group in answer.groups:
        if group.name is not None:
            yield []
            yield [(clean(group.heading), "heading")]
        yield from _table(group.entries, screen)
    if answer.background:
        yield []
        yield [(f"Running throughout or undated ({len(answer.background)})", "heading")]
        yield from _table(answer.background, screen, "dim")
    if options.footer:
        yield from footer(answer)


def _table(entries: Sequence[Entry], screen: Screen, style: str = "") -> Iterator[Line]:
    if not entries:
        return
    styles = [(style, style) if style else _styles(entry) for entry in entries]
    if screen.width >= _ROOM_FOR_ALL:
        rows = [_wide(entry, screen.ascii) for entry in entries]
        yield from grid(_WIDE, rows, screen, {2: 24, 3: 14, 5: 10}, styles=styles)
    else:
        rows = [_narrow(entry, screen.ascii) for entry in entries]
        yield from grid(_NARROW, rows, screen, {1: 12}, styles=styles)


def _styles(entry: Entry) -> tuple[str, str]:
    """The style of the date, which shows its precision, and of the rest."""
    return ("dim", "dim") if entry.superseded_by else (date_style(entry), "")


def _wide(entry: Entry, ascii: bool) -> list[str]:
    event = entry.event
    names = [role.name for role in (*event.people, *event.companies)]
    return [
        plain(label(event.date), ascii),
        clean(event.type or ""),
        clean(event.title),
        listed(names),
        clean(event.place or ""),
        ", ".join(marks(entry)),
    ]


def _narrow(entry: Entry, ascii: bool) -> list[str]:
    notes = marks(entry)
    title = clean(entry.event.title) + (f"  [{', '.join(notes)}]" if notes else "")
    below = plain(" · ", ascii).join(
        part for part in (clean(entry.event.type or ""), who_and_where(entry, ascii)) if part
    )
    return [plain(label(entry.event.date), ascii), f"{title}\n{below}" if below else title]
