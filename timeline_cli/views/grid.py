"""Rows and columns of text, for every view that is a table.

Owns: how columns share the width of a screen. Refuses: to cut a cell; what is too long is wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.text import width, wrap

_GAP = 2


def grid(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    screen: Screen,
    flexible: dict[int, int],
    right: frozenset[int] = frozenset(),
    style: str = "",
) -> Iterator[Line]:
    """Rows of cleaned cells under a head; a line break in a cell stays one.

    Columns without any text are left out. The columns of `flexible` (with their least widths) give way first
    where the screen is narrow, then all others down to their longest word. Columns of `right` align right.
    """
    used = [index for index in range(len(head)) if any(row[index] for row in rows)]
    sizes = _sizes(head, rows, used, flexible, screen.width)
    yield _cells([head[index] for index in used], used, sizes, right, "heading")
    for row in rows:
        wrapped = {index: _wrapped(row[index], sizes[index]) for index in used}
        for number in range(max(len(parts) for parts in wrapped.values())):
            cells = [wrapped[index][number] if number < len(wrapped[index]) else "" for index in used]
            yield _cells(cells, used, sizes, right, style)


def _wrapped(cell: str, size: int) -> list[str]:
    return [part for line in cell.split("\n") for part in wrap(line, size)]


def _sizes(
    head: Sequence[str], rows: Sequence[Sequence[str]], used: Sequence[int], flexible: dict[int, int], room: int
) -> dict[int, int]:
    """Column widths that fit in `room`: the flexible ones give way first, the widest of them before the others."""
    sizes, least = {}, {}
    for index in used:
        column = [head[index], *(line for row in rows for line in row[index].split("\n"))]
        sizes[index] = max(map(width, column))
        longest_word = max(width(word) for cell in column for word in cell.split() or [""])
        least[index] = min(sizes[index], max(flexible.get(index, longest_word), width(head[index])))
    excess = sum(sizes.values()) + _GAP * (len(sizes) - 1) - room
    for candidates in ([i for i in used if i in flexible], [i for i in used if i not in flexible]):
        while excess > 0:
            shrinkable = [index for index in candidates if sizes[index] > least[index]]
            if not shrinkable:
                break
            widest = max(shrinkable, key=lambda index: sizes[index])
            others = [sizes[index] for index in shrinkable if index != widest]
            # Down to the next widest in one step: a cell may be very long.
            target = max(least[widest], max(others, default=0), sizes[widest] - excess)
            step = max(sizes[widest] - target, 1)
            sizes[widest] -= step
            excess -= step
    return sizes


def _cells(cells: Sequence[str], used: Sequence[int], sizes: dict[int, int], right: frozenset[int], style: str) -> Line:
    line: Line = []
    for cell, index in zip(cells, used, strict=True):
        space = " " * (sizes[index] - width(cell))
        line.append((space + cell if index in right else cell + space, style or ("label" if index == 0 else "")))
        line.append((" " * _GAP, ""))
    return line
