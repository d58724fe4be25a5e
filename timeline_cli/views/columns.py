"""Blocks of rows that share their columns: one choice of columns for all of them, and one line per row.

Owns: which columns are dropped on a narrow screen, and how numbers are aligned. Does not: know what a column contains.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.text import fit, width
from timeline_cli.wrapping import wrap

_GAP = 2
_BETWEEN = " " * _GAP
_NARROWEST = 4


class Column(NamedTuple):
    """`align` is left, right, or point (at the decimal point). Columns with the greatest `gives_way` are dropped first.

    A column with `least` is cut with an ellipsis to that width before any is dropped; text wider than `most` wraps.
    """

    align: str
    style: str = ""
    gives_way: int = 0
    least: int = 0
    most: int = 0


class Block(NamedTuple):
    """Lines above, a head (none if it is empty), and rows with one cell per column.

    A row may have more cells: a remark in place of the empty columns at its end, then shorter forms of it.
    """

    above: Sequence[Line]
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


class Layout:
    """Blocks with an empty line between them. `left_out` are the columns that do not fit.

    A column that is empty in all blocks takes no room.
    """

    def __init__(self, columns: Sequence[Column], blocks: Sequence[Block], screen: Screen) -> None:
        self.columns = columns
        self.blocks = blocks
        self.screen = screen
        self.ellipsis = "." if screen.ascii else "…"
        self.cells = [
            [_aligned(column.align, [row[index] for row in block.rows]) for index, column in enumerate(columns)]
            for block in blocks
        ]
        heads = [block.head for block in blocks if block.head]
        self.sizes = {
            index: max(_widest([head[index] for head in heads]), *(_widest(each[index]) for each in self.cells))
            for index in range(len(columns))
            if any(any(each[index]) for each in self.cells)
        }
        used = set(self.sizes)
        _narrow(columns, self.sizes, screen.width)
        self.left_out = used - set(self.sizes)

    def lines(self) -> Iterator[Line]:
        styles = [column.style for column in self.columns]
        for number, (block, cells) in enumerate(zip(self.blocks, self.cells, strict=True)):
            if number:
                yield []
            yield from block.above
            if block.head:
                yield from self._lines(block.head, ["heading"] * len(self.columns))
            for row, aligned in zip(block.rows, zip(*cells, strict=True), strict=True):
                remarks = row[len(self.columns) :]
                yield from self._remarked(aligned, remarks, styles) if remarks else self._lines(aligned, styles)

    def _lines(self, cells: Sequence[str], styles: Sequence[str]) -> Iterator[Line]:
        for row in self._rows(cells):
            line: Line = []
            for index, size in self.sizes.items():
                cell = row[index]
                space = " " * (size - width(cell))
                text = cell + space if self.columns[index].align == "left" else space + cell
                line += [(text, styles[index]), (_BETWEEN, "")]
            yield line

    def _rows(self, cells: Sequence[str]) -> Iterator[Sequence[str] | Mapping[int, str]]:
        """The cells of each line: of one line, unless a number alone is wider than the screen."""
        if all(width(cells[index]) <= size for index, size in self.sizes.items()):
            yield cells
            return
        wrapped = {
            index: [fit(cells[index], size, self.ellipsis)] if self.columns[index].least else _whole(cells[index], size)
            for index, size in self.sizes.items()
        }
        for number in range(max(map(len, wrapped.values()), default=0)):
            yield {index: rows[number] if number < len(rows) else "" for index, rows in wrapped.items()}

    def _remarked(self, cells: Sequence[str], remarks: Sequence[str], styles: Sequence[str]) -> Iterator[Line]:
        """A row with the first remark that fits after its last cell, or else with a remark below it."""
        last = max((index for index in self.sizes if cells[index].strip()), default=0)
        begin = sum(size + _GAP for index, size in self.sizes.items() if index <= last)
        *above, line = self._lines(cells, styles)
        yield from above
        fitting = next((each for each in remarks if width(each) <= self.screen.width - begin), "")
        yield [*line[: 2 * sum(index <= last for index in self.sizes)], (fitting, "dim")]
        if not fitting:
            yield from ([(f"  {row}", "dim")] for row in wrap(remarks[0], self.screen.width - 2))


def _widest(cells: Sequence[str]) -> int:
    return max(map(len if "".join(cells).isascii() else width, cells), default=0)


def _aligned(align: str, cells: Sequence[str]) -> list[str]:
    """Cells padded at their end, so that right alignment puts the decimal points in one column."""
    if align != "point":
        return list(cells)
    after = [_from_point(cell) for cell in cells]
    most = max(after, default=0)
    return [cell + " " * (most - size) if size >= 0 else cell for cell, size in zip(cells, after, strict=True)]


def _from_point(cell: str) -> int:
    """The width from the decimal point on, or from where it would be; -1 if a cell does not end in a number."""
    last = cell.rpartition(" ")[2]
    digits = last.rstrip("pc*?")
    if not digits or not digits[-1].isdecimal():
        return -1
    return width(last) - width(digits.partition(".")[0])


def _narrow(columns: Sequence[Column], sizes: dict[int, int], room: int) -> None:
    """Drop and narrow columns until the rest fits."""
    wanted = {index: min(size, columns[index].most or size) for index, size in sizes.items()}
    sizes.update({index: min(size, columns[index].least or size) for index, size in wanted.items()})
    excess = sum(sizes.values()) + _GAP * (len(sizes) - 1) - room
    for level in sorted({columns[index].gives_way for index in sizes} - {0}, reverse=True):
        if excess <= 0:
            break
        for index in [index for index in sizes if columns[index].gives_way == level]:
            excess -= sizes.pop(index) + _GAP
    while excess > 0 and max(sizes.values(), default=0) > _NARROWEST:
        widest = max(sizes, key=lambda index: sizes[index])
        rest = [size for index, size in sizes.items() if index != widest]
        cut = min(excess, max(sizes[widest] - max([_NARROWEST, *rest]), 1))
        sizes[widest] -= cut
        excess -= cut
    for index in [index for index in sizes if columns[index].least]:
        more = min(max(-excess, 0), wanted[index] - sizes[index])
        sizes[index] += more
        excess += more


def _whole(cell: str, size: int) -> list[str]:
    return [cell] if width(cell) <= size else wrap(cell.rstrip(), size)
