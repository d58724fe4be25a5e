"""Rows and columns of text, for every view that is a table.

Owns: how columns share the width of a screen. Does not: cut a cell; long text is wrapped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from timeline_cli.console import Line, Screen
from timeline_cli.text import width
from timeline_cli.wrapping import wrap

_GAP = 2
_NARROWEST = 4  # columns of a column
_LEAST_LABEL, _MOST_LABEL = 13, 22


def label_columns(labels: Iterable[str], screen: Screen) -> int:
    """The columns of the dates to the left of the events, in a view with one event below the other."""
    return max(min(max(map(width, labels), default=0), _MOST_LABEL, screen.width // 4), _LEAST_LABEL)


def grid(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    screen: Screen,
    flexible: dict[int, int],
    right: frozenset[int] = frozenset(),
    style: str = "",
    styles: Sequence[tuple[str, str]] = (),
) -> Iterator[Line]:
    """Rows of cleaned cells under a head; line breaks in a cell are kept.

    Omits columns without any text. On a narrow screen, `flexible` columns (with their least widths) shrink first,
    then all others down to their longest word, and finally all of them, within words. `right` columns align right.
    `styles` holds the styles of each row, for its first column and the others; without them, all rows have `style`.
    """
    used = [index for index in range(len(head)) if any(row[index] for row in rows)]
    sizes = _sizes(head, rows, used, flexible, screen.width)
    of_rows = styles or [(style or "label", style)] * len(rows)
    for row, (first, others) in chain([(head, ("heading", "heading"))], zip(rows, of_rows, strict=True)):
        wrapped = {index: _wrapped(row[index], sizes[index]) for index in used}
        for number in range(max(map(len, wrapped.values()), default=0)):
            cells = [wrapped[index][number] if number < len(wrapped[index]) else "" for index in used]
            yield _cells(cells, used, sizes, right, first, others)


def _wrapped(cell: str, size: int) -> list[str]:
    return [part for line in cell.split("\n") for part in wrap(line, size)]


def _sizes(
    head: Sequence[str], rows: Sequence[Sequence[str]], used: Sequence[int], flexible: dict[int, int], room: int
) -> dict[int, int]:
    """Column widths that fit in `room`: flexible columns shrink first, the widest of them before the others."""
    sizes, least = {}, {}
    for index in used:
        column = [head[index], *(line for row in rows for line in row[index].split("\n"))]
        sizes[index] = max(map(width, column))
        longest_word = max(width(word) for cell in column for word in cell.split() or [""])
        least[index] = min(sizes[index], max(flexible.get(index, longest_word), width(head[index])))
    excess = sum(sizes.values()) + _GAP * (len(sizes) - 1) - room
    flexible_ones, others = [i for i in used if i in flexible], [i for i in used if i not in flexible]
    for candidates in (flexible_ones, others, used):
        if candidates is used:
            # Whole words do not fit on this screen.
            least = dict.fromkeys(used, _NARROWEST)
        while excess > 0:
            shrinkable = [index for index in candidates if sizes[index] > least[index]]
            if not shrinkable:
                break
            widest = max(shrinkable, key=lambda index: sizes[index])
            rest = [sizes[index] for index in shrinkable if index != widest]
            # Down to the next widest in one step: a cell may be very long.
            target = max(least[widest], max(rest, default=0), sizes[widest] - excess)
            step = max(sizes[widest] - target, 1)
            sizes[widest] -= step
            excess -= step
    return sizes


def _cells(
    cells: Sequence[str], used: Sequence[int], sizes: dict[int, int], right: frozenset[int], first: str, others: str
) -> Line:
    line: Line = []
    for cell, index in zip(cells, used, strict=True):
        space = " " * (sizes[index] - width(cell))
        line.append((space + cell if index in right else cell + space, first if index == 0 else others))
        line.append((" " * _GAP, ""))
    return line
