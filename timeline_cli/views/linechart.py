"""One series as a line over time: numbers up the side, periods along the bottom.

Owns: this drawing. Does not: space periods evenly: the horizontal axis is time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.labels import label
from timeline_cli.fields.numbers import Style
from timeline_cli.query.series import Point, Series, ends, middle
from timeline_cli.text import width
from timeline_cli.views.ticks import placed, ticks
from timeline_cli.views.words import plain

_ROWS = 12  # between the lowest and the highest number, or fewer
_WIDEST = 120
_APART = 3  # columns per figure, at least, if each has a mark
# Dots of a braille cell by column and row: two across, four down (Unicode, Braille Patterns).
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_MARKS = {"": "●", "over": "▲", "under": "▼", "range": "│", "revised": "○", "unsure": "?"}
_ASCII_MARKS = {"": "o", "over": "^", "under": "v", "range": "|", "revised": "x", "unsure": "?"}
_LEGEND = {
    "over": "over", "under": "under", "range": "a range", "revised": "revised later",
    "unsure": "rumoured or cancelled",
}  # fmt: skip


def line_chart(one: Series, screen: Screen, style: Style) -> Iterator[Line]:
    """A series with two or more periods."""
    chart = _Chart(one, screen, style)
    yield from chart.rows()
    yield from chart.foot()


class _Chart:
    def __init__(self, one: Series, screen: Screen, style: Style) -> None:
        self.points = one.points
        self.ascii = screen.ascii
        self.style = style
        self.unit = one.unit
        numbers = [number for point in one.points for number in ends(point.item.figure.amount)]
        self.ticks = ticks(min(numbers), max(numbers), 4)
        # Ticks are evenly apart, in whole rows.
        self.height = max(_ROWS // (len(self.ticks) - 1), 1) * (len(self.ticks) - 1)
        self.texts = [style.tick(tick, self.unit) for tick in self.ticks]
        self.margin = max(map(width, self.texts)) + 2
        self.columns = max(min(screen.width - self.margin, _WIDEST), 10)
        self.times = [_time(point) for point in one.points]
        self.marks_used: set[str] = set()

    def x(self, time: float) -> float:
        first, last = min(self.times), max(self.times)
        return (time - first) / ((last - first) or 1) * (self.columns - 1)

    def y(self, number: float) -> float:
        """Rows from the top."""
        least, most = float(self.ticks[0]), float(self.ticks[-1])
        return (most - number) / (most - least) * self.height

    def rows(self) -> Iterator[Line]:
        drawn = self._line()
        marks = self._marks()
        side = {round(self.y(float(tick))): text for tick, text in zip(self.ticks, self.texts, strict=True)}
        rail, tick_mark = ("|", "+") if self.ascii else ("│", "┤")
        for row in range(self.height + 1):
            text = side.get(row, "")
            line: Line = [
                (" " * (self.margin - 2 - width(text)) + text + " ", "dim"),
                (tick_mark if text else rail, "rule"),
            ]
            for column in range(self.columns):
                mark = marks.get((row, column))
                if mark is not None:
                    line.append((mark, "title"))
                else:
                    line.append((drawn.get((row, column), " "), "bar"))
            yield _joined(line)

    def foot(self) -> Iterator[Line]:
        corner, dash, tick = ("+", "-", "+") if self.ascii else ("└", "─", "┴")
        item = [
            (round(self.x(time)), plain(label(point.item.figure.period or point.item.entry.event.date), self.ascii))
            for time, point in zip(self.times, self.points, strict=True)
            if point.is_last
        ]
        at = {column for column, _ in item} if len(item) * _APART <= self.columns else set()
        line = "".join(tick if column in at else dash for column in range(self.columns))
        yield [(" " * (self.margin - 1) + corner + line, "rule")]
        yield [(" " * self.margin + placed(item, self.columns), "dim")]
        marks = _ASCII_MARKS if self.ascii else _MARKS
        used = [f"{marks[name]} {words}" for name, words in _LEGEND.items() if name in self.marks_used]
        if used:
            yield [(" " * self.margin + "   ".join(used), "dim")]

    def _line(self) -> dict[tuple[int, int], str]:
        """The cells of the line through the latest figure for each period, if it is firm."""
        through = [
            (self.x(time), self.y(middle(point.item.figure.amount)))
            for time, point in zip(self.times, self.points, strict=True)
            if point.is_last and point.item.is_firm
        ]
        if self.ascii:
            cells = {}
            for x, y in _steps(through, 2):
                cells[_row(y), round(x)] = "."
            return cells
        dots: dict[tuple[int, int], int] = {}
        for x, y in _steps(through, 4):
            across, down = int(x * 2 + 1), int(y * 4 + 2)
            cell = (down // 4, across // 2)
            dots[cell] = dots.get(cell, 0) | _DOTS[across % 2][down % 4]
        return {cell: chr(0x2800 + pattern) for cell, pattern in dots.items()}

    def _marks(self) -> dict[tuple[int, int], str]:
        """A mark at each figure, and the extent of a range. The latest figure hides earlier ones."""
        marks = _ASCII_MARKS if self.ascii else _MARKS
        found: dict[tuple[int, int], str] = {}
        ordered = sorted(zip(self.times, self.points, strict=True), key=lambda pair: pair[1].is_last)
        for time, point in ordered:
            amount = point.item.figure.amount
            column = round(self.x(time))
            low, high = ends(amount)
            name = amount.qualifier if amount.qualifier in ("over", "under") else ""
            if low != high:
                self.marks_used.add("range")
                for row in range(_row(self.y(high)), _row(self.y(low)) + 1):
                    found[row, column] = marks["range"]
            if not point.item.is_firm:
                name = "unsure"
            elif not point.is_last:
                name = "revised"
            if not name and low == high and len(self.points) > self.columns // _APART:
                continue  # adjacent marks would hide the line
            self.marks_used.add(name)
            found[_row(self.y(middle(amount))), column] = marks[name]
        return found


def _time(point: Point) -> float:
    """The middle of the period, or else of the event's date; a side without a bound takes the other one's."""
    bounds = (point.item.figure.period or point.item.entry.event.date).bounds
    sides = [side for side in (bounds.start, bounds.end) if NEVER_BEGAN < side < NEVER_ENDS]
    return sum(sides) / len(sides) if sides else 0.0


def _row(y: float) -> int:
    """The row in which the dots of the line are, too."""
    return int(y + 0.5)


def _steps(through: Sequence[tuple[float, float]], per_cell: int) -> Iterator[tuple[float, float]]:
    """Points along a line, close enough to leave no hole."""
    for (x, y), (next_x, next_y) in pairwise(through):
        count = max(int(max(abs(next_x - x), abs(next_y - y)) * per_cell), 1)
        for step in range(count + 1):
            share = step / count
            yield x + (next_x - x) * share, y + (next_y - y) * share


def _joined(line: Line) -> Line:
    """Joins neighbours of one style."""
    found: Line = []
    for text, style in line:
        if found and found[-1][1] == style:
            found[-1] = (found[-1][0] + text, style)
        else:
            found.append((text, style))
    return found
