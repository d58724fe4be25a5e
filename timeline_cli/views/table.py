"""The table: one row per event, columns as wide as their content, text wrapped rather than cut.

Owns: this layout. Does not: cut a date, or repeat what every row says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry
from timeline_cli.query.entries import Entries, each_date, streamed, types_of
from timeline_cli.query.select import Answer
from timeline_cli.query.words import names_of, width_of
from timeline_cli.text import clean, width
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.words import date_style, footer, has_offsets, plain, titled
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
    known = _known(entries, labels, screen.width) if isinstance(entries, Entries) else None
    if known is not None:
        every, sizes = known
    else:
        said, titles = _texts(entries, labels)
        every = {key: getattr(said[0], key) for key in _alike(said)}
        said = [row._replace(**dict.fromkeys(every, "")) for row in said]
        widths = list(map(width, titles))
        noted = (_noted(title, marks(entry, brief=True)) for title, entry in zip(widths, entries, strict=True))
        sizes = _sizes(_widest(said), Counter(widths), noted, screen.width)
        rows = zip(entries, said, titles, strict=True)
    if every:
        yield from ([(row, "dim")] for row in wrap(f"every row: {dot.join(every.values())}", screen.width))
    head = ["date", "type", "title", "who"] if len(sizes) > 2 else ["date", "event"]
    yield _row([[[(text, "heading")]] for text in head], sizes, 0)
    without = dict.fromkeys(every, "")
    for entry, texts, title in rows:
        when, kind, *names = texts._replace(**without) if every else texts
        who = dot.join(filter(None, names))
        is_dim = dimmed or bool(entry.superseded_by)
        notes, style = marks(entry, brief=True), "dim" if is_dim else date_style(entry)
        date = [[(row, style)] for row in wrap(when, sizes[0])]
        if len(sizes) > 2:
            if sizes[3] and _noted(width(wrap(title, sizes[2])[-1]), notes) > sizes[2]:
                notes, who = [], dot.join(filter(None, (", ".join(notes), who)))
            event = titled(entry, sizes[2], ascii, dimmed=is_dim, title=title, notes=notes, details=())
            cells = [date, [[(kind, "dim")]], list(event), [[(row, "dim")] for row in wrap(who, max(sizes[3], 1))]]
        else:
            told = (kind, who)
            event = titled(entry, sizes[1], ascii, dimmed=is_dim, inline=True, title=title, notes=notes, details=told)
            cells = [date, list(event)]
        yield from (_row(cells, sizes, number) for number in range(max(map(len, cells))))


def _known(entries: Entries, labels: Mapping[int, str], columns: int) -> tuple[dict[str, str], list[int]] | None:
    """What every row says, and the widths of the columns, by what is known of all rows; None if that is too little."""
    some = entries.at(range(0, len(entries), len(entries) // _SOME + 1))
    said = [_said(entry, labels) for entry in some]
    texts = {"date": set(labels.values()), "type": {clean(of or "") for of in set(types_of(entries))}}
    every = {key: min(all) for key, all in texts.items() if len(all) == 1 < len(entries) and min(all)}
    sizes = {key: 0 if key in every else max(map(width, all)) for key, all in texts.items()}
    widest = _widest(said)._replace(**sizes)
    room = _around(widest, columns)[1]
    if not texts.keys() >= {*_alike(said)} or (room >= _LEAST_TITLE and entries.are_replaced):
        return None
    found = entries.facts.widths() if room >= _LEAST_TITLE else ()
    widest = widest._replace(who=max([names for _, _, names in found], default=widest.who))
    titles = {title: count for title, count, _ in found}
    return every, _sizes(widest, titles, _widest_noted(entries), columns)


def _widest_noted(entries: Entries) -> Iterator[int]:
    """The widths of titles with their marks, up to the greatest: few events need to be looked at."""
    # No state that follows from a date is longer than scheduled.
    longest = {kind: _noted(0, filter(None, (kind[1] or "scheduled", kind[2]))) for kind in set(entries.kinds)}
    most, most_marks = 0, max(longest.values())
    for when, kind, title in entries.facts.widest():
        if title + most_marks <= most:
            return
        if title + longest[kind] > most:
            yield (most := max(most, _noted(title, marks(entries.outline(when, kind), brief=True))))


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


def _noted(title: int, notes: Iterable[str]) -> int:
    """The columns of a title with some marks."""
    text = ", ".join(notes)
    return title + (4 + width(text) if text else 0)


class _Said(NamedTuple):
    """What may be the same in every row."""

    date: str
    type: str
    people: str
    companies: str
    place: str


def _said(entry: Entry, labels: Mapping[int, str]) -> _Said:
    event = entry.event
    return _Said(labels[id(event.date)], clean(event.type or ""), *names_of(event))


class _Widest(NamedTuple):
    """The widths of the longest texts of three columns."""

    date: int
    type: int
    who: int


def _widest(said: Sequence[_Said]) -> _Widest:
    date, kind = (max(map(width, {row[place] for row in said})) for place in range(2))
    return _Widest(date, kind, max([width_of(row[2:]) for row in said]))


def _sizes(widest: _Widest, titles: Mapping[int, int], noted: Iterable[int], columns: int) -> list[int]:
    """The widths of four columns where titles get 40 columns and three in four are one row; else of two.

    `titles` are their widths, with the number of each, `noted` those with their marks.
    """
    sizes, room = _around(widest, columns)
    if room >= _LEAST_TITLE and sum(titles[size] for size in titles if size <= room) * 4 >= sum(titles.values()) * 3:
        sizes[2] = room if max(titles) >= room else min(room, max(5, *noted))
        sizes[3] += min(max(widest.who - sizes[3], 0), room - sizes[2]) if widest.who else 0
        return sizes
    return [sizes[0], columns - sizes[0] - 2 if sizes[0] else columns]


def _around(widest: _Widest, columns: int) -> tuple[list[int], int]:
    """The widths of the columns around the titles, and the room that they leave."""
    date, kind, who = widest
    date = min(max(4, date), _MOST_DATE) if date else 0
    sizes = [date, max(kind, 4) if kind else 0, 0, max(min(who, _MOST_WHO), 3) if who else 0]
    return sizes, columns - sum(size + 2 for size in sizes if size)


def _row(cells: Sequence[Sequence[Line]], sizes: Sequence[int], number: int) -> Line:
    """One line of a row; a column of no width is left out."""
    found: Line = []
    for cell, size in zip(cells, sizes, strict=True):
        parts = cell[number] if number < len(cell) else []
        if size:
            found += [*parts, (" " * (size - sum([width(text) for text, _ in parts]) + 2), "")]
    return found
