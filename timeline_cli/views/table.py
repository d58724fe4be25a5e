"""The table: one row an event, columns as wide as the screen allows, titles wrapped rather than cut.

Owns: this layout, and the grid that other small tables use. Refuses: to cut a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.model import Entry
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, width, wrap
from timeline_cli.views.words import footer, marks, plain

_GAP = 2
_HEAD = ("date", "type", "title", "who", "place", "")
_FLEXIBLE = {2: 24, 3: 14}  # column: least width


def lines(answer: Answer, screen: Screen) -> Iterator[Line]:
    """The whole view, with its footer."""
    for name, entries in answer.groups:
        if name is not None:
            yield []
            yield [(f"{clean(name)} ({len(entries)})", "heading")]
        if entries:
            yield from grid(_HEAD, [_row(entry, screen.ascii) for entry in entries], screen, _FLEXIBLE)
    if answer.background:
        yield []
        yield [(f"Running throughout or undated ({len(answer.background)})", "heading")]
        rows = [_row(entry, screen.ascii) for entry in answer.background]
        yield from grid(_HEAD, rows, screen, _FLEXIBLE, style="dim")
    if answer.matched:
        yield []
    yield [(footer(answer), "dim")]


def _row(entry: Entry, ascii: bool) -> list[str]:
    event = entry.event
    names = [role.name for role in (*event.people, *event.companies)]
    return [
        plain(label(event.date), ascii),
        clean(event.type or ""),
        clean(event.title),
        clean(", ".join(names)),
        clean(event.place or ""),
        ", ".join(marks(entry)),
    ]


def grid(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    screen: Screen,
    flexible: dict[int, int],
    right: frozenset[int] = frozenset(),
    style: str = "",
) -> Iterator[Line]:
    """Rows of cleaned cells under a head. The columns of `flexible` share what room there is, and wrap.

    Where even that is too wide, each further column is dropped to wrap at its longest word.
    """
    used = [index for index in range(len(head)) if any(row[index] for row in rows)]
    natural = {index: max(width(head[index]), *(width(row[index]) for row in rows)) for index in used}
    sizes = _sizes(natural, flexible, screen.width)
    yield _cells([head[index] for index in used], used, sizes, right, "heading")
    for row in rows:
        wrapped = {index: wrap(row[index], sizes[index]) for index in used}
        for number in range(max(len(parts) for parts in wrapped.values())):
            cells = [wrapped[index][number] if number < len(wrapped[index]) else "" for index in used]
            yield _cells(cells, used, sizes, right, style)


def _sizes(natural: dict[int, int], flexible: dict[int, int], room: int) -> dict[int, int]:
    """Column widths that fit in `room`: the flexible ones give way first, widest first, then all others."""
    sizes = dict(natural)
    excess = sum(sizes.values()) + _GAP * (len(sizes) - 1) - room
    least = {index: flexible.get(index, min(size, 12)) for index, size in natural.items()}
    order = (
        [index for index in sizes if index in flexible],
        [index for index in sizes if index not in flexible],
    )
    for candidates in order:
        while excess > 0:
            shrinkable = [index for index in candidates if sizes[index] > least[index]]
            if not shrinkable:
                break
            widest = max(shrinkable, key=lambda index: sizes[index])
            sizes[widest] -= 1
            excess -= 1
    return sizes


def _cells(cells: Sequence[str], used: Sequence[int], sizes: dict[int, int], right: frozenset[int], style: str) -> Line:
    line: Line = []
    for cell, index in zip(cells, used, strict=True):
        space = " " * (sizes[index] - width(cell))
        line.append((space + cell if index in right else cell + space, style or ("label" if index == 0 else "")))
        line.append((" " * _GAP, ""))
    return line
