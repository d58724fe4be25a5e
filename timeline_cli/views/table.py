"""The table: one row per event, columns as wide as their content, text wrapped rather than cut.

Owns: this layout. Does not: cut a date, or repeat what every row says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry
from timeline_cli.query.entries import Entries, each_date, streamed
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, width
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.words import date_style, footer, has_offsets, listed, plain, titled
from timeline_cli.wrapping import wrap

_MOST_DATE, _MOST_WHO = 20, 24
_SOME = 256  # rows from all over a table that may decide its columns
_LEAST_TITLE = 40  # of four columns


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    offset = has_offsets(answer)
    for group in answer.groups:
        if group.name is not None:
            yield []
            yield [(clean(group.heading), "heading")]
        yield from _table(group.entries, screen, offset)
    if answer.background:
        yield []
        yield [(f"Running throughout or undated ({len(answer.background)})", "heading")]
        yield from _table(answer.background, screen, offset, dimmed=True)
    if options.footer:
        yield from footer(answer, screen)


def _table(entries: Sequence[Entry], screen: Screen, offset: bool, dimmed: bool = False) -> Iterator[Line]:
    if not entries:
        return
    ascii, dot = screen.ascii, plain(" · ", screen.ascii)
    labels = {id(when): plain(label(when, offset=offset), ascii) for when in each_date(entries)}
    rows: Iterable[tuple[Entry, _Said, str]]
    rows = ((entry, _said(entry, labels), clean(entry.event.title)) for entry in streamed(entries))
    widest = min(max(4, *map(width, labels.values())), _MOST_DATE)
    sizes = [widest, screen.width - widest - 2]
    if not (isinstance(entries, Entries) and _is_narrow(entries, labels, dot, screen.width)):
        said, titles = _texts(entries, labels)
        alike = _alike(said)
        if alike:
            every = f"every row: {dot.join(getattr(said[0], key) for key in alike)}"
            yield from ([(row, "dim")] for row in wrap(every, screen.width))
            said = [row._replace(**dict.fromkeys(alike, "")) for row in said]
        sizes = _sizes(entries, said, dot, titles, screen.width)
        rows = zip(entries, said, titles, strict=True)
    head = ["date", "type", "title", "who"] if len(sizes) > 2 else ["date", "event"]
    yield _row([[[(text, "heading")]] for text in head], sizes, 0)
    for entry, (when, kind, *names), title in rows:
        who = dot.join(filter(None, names))
        is_dim = dimmed or bool(entry.superseded_by)
        notes, style = marks(entry, brief=True), "dim" if is_dim else date_style(entry)
        date = [[(row, style)] for row in wrap(when, sizes[0])]
        if len(sizes) > 2:
            if sizes[3] and _noted(wrap(title, sizes[2])[-1], notes) > sizes[2]:
                notes, who = [], dot.join(filter(None, (", ".join(notes), who)))
            event = titled(entry, sizes[2], ascii, dimmed=is_dim, title=title, notes=notes, details=())
            cells = [date, [[(kind, "dim")]], list(event), [[(row, "dim")] for row in wrap(who, max(sizes[3], 1))]]
        else:
            told = (kind, who)
            event = titled(entry, sizes[1], ascii, dimmed=is_dim, inline=True, title=title, notes=notes, details=told)
            cells = [date, list(event)]
        yield from (_row(cells, sizes, number) for number in range(max(map(len, cells))))


def _is_narrow(entries: Entries, labels: Mapping[int, str], dot: str, columns: int) -> bool:
    """Whether some rows show that there are two columns, and nothing that all rows say: no other has to be read."""
    some = [_said(entry, labels) for entry in entries.at(range(0, len(entries), len(entries) // _SOME + 1))]
    return not _alike(some) and _around(some, dot, columns)[1] < _LEAST_TITLE


def _texts(entries: Sequence[Entry], labels: Mapping[int, str]) -> tuple[list[_Said], list[str]]:
    """What each row says besides its title, and the titles: of very many, only this is kept, and the same text once."""
    said, titles, once = [], [], dict[str, str]()
    for entry in entries:
        texts = _said(entry, labels)
        said.append(_Said._make([once.setdefault(text, text) for text in texts]))
        titles.append(clean(entry.event.title))
        entry.event.forget()
    return said, titles


def _alike(said: Sequence[_Said]) -> list[str]:
    """What every row says, of several rows."""
    columns = zip(_Said._fields, zip(*said, strict=True), strict=True)
    return [key for key, cells in columns if len(cells) > 1 and cells[0] and len(set(cells)) == 1]


def _noted(title: str, notes: Sequence[str]) -> int:
    """The columns of a title with its marks."""
    return width(title) + (4 + width(", ".join(notes)) if notes else 0)


class _Said(NamedTuple):
    """What may be the same in every row."""

    date: str
    type: str
    people: str
    companies: str
    place: str


def _said(entry: Entry, labels: Mapping[int, str]) -> _Said:
    event = entry.event
    date = labels[id(event.date)]
    people, companies = ([role.name for role in roles] for roles in (event.people, event.companies))
    return _Said(date, clean(event.type or ""), listed(people), listed(companies), clean(event.place or ""))


def _sizes(entries: Sequence[Entry], said: Sequence[_Said], dot: str, titles: Sequence[str], columns: int) -> list[int]:
    """The widths of four columns where titles get 40 columns and three in four are one row; else of two."""
    sizes, room, who = _around(said, dot, columns)
    if room >= _LEAST_TITLE and sum(width(title) <= room for title in titles) * 4 >= len(titles) * 3:
        noted = (_noted(title, marks(entry, brief=True)) for title, entry in zip(titles, entries, strict=True))
        sizes[2] = min(room, max(5, *noted))
        sizes[3] += min(max(who - sizes[3], 0), room - sizes[2]) if who else 0
        return sizes
    return [sizes[0], columns - sizes[0] - 2 if sizes[0] else columns]


def _around(said: Sequence[_Said], dot: str, columns: int) -> tuple[list[int], int, int]:
    """The widths of the columns around the titles, the room that they leave, and the width of the longest names."""
    date, kind = (max(map(width, {row[place] for row in said})) for place in range(2))
    who = max([width(dot.join(filter(None, row[2:]))) for row in said])
    date = min(max(4, date), _MOST_DATE) if date else 0
    sizes = [date, max(kind, 4) if kind else 0, 0, max(min(who, _MOST_WHO), 3) if who else 0]
    return sizes, columns - sum(size + 2 for size in sizes if size), who


def _row(cells: Sequence[Sequence[Line]], sizes: Sequence[int], number: int) -> Line:
    """One line of a row; a column of no width is left out."""
    found: Line = []
    for cell, size in zip(cells, sizes, strict=True):
        parts = cell[number] if number < len(cell) else []
        if size:
            found += [*parts, (" " * (size - sum([width(text) for text, _ in parts]) + 2), "")]
    return found
