"""Figures as bars from zero, or as a line over time, with an axis.

Owns: the two charts. Does not: join figures that are not comparable, hide a revised figure, or start an axis of bars
above zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.fields.numbers import Style
from timeline_cli.query.series import Point, Series, ends
from timeline_cli.text import clean, width
from timeline_cli.views.bars import WIDEST, length
from timeline_cli.views.figures import blocks, heading, kind_and_length, row_name
from timeline_cli.views.linechart import line_chart
from timeline_cli.views.ticks import placed, spread, ticks
from timeline_cli.wrapping import wrap


def lines(found: Sequence[Series], screen: Screen, kind: str, exact: bool = False) -> Iterator[Line]:
    """A chart for each metric, unit, kind and length of period; a line for each company that has two or more points."""
    style = Style(exact, screen.ascii)
    shown = [one._replace(points=tuple(one.shown)) for one in found]
    for number, block in enumerate(blocks(shown)):
        if number:
            yield []
        lined: list[Series] = []
        barred: list[Series] = []
        for one in block:
            (lined if kind == "line" and _is_line(one) else barred).append(one)
        for index, one in enumerate(lined):
            if index:
                yield []
            yield from _heading([one], screen)
            yield from line_chart(one, screen, style)
        if lined and barred:
            yield []
        if barred:
            yield from _heading(barred, screen)
            yield from _bars(barred, screen, style)


def _is_line(one: Series) -> bool:
    """Whether numbers may be joined: two or more, for periods, since those without one may be of two deals."""
    return one.length is not None and sum(point.is_last and point.item.is_firm for point in one.points) > 1


def _heading(block: Sequence[Series], screen: Screen) -> Iterator[Line]:
    one = block[0]
    return heading([one.company if len(block) == 1 else "", one.metric, one.unit, *kind_and_length(one)], screen)


def _bars(block: Sequence[Series], screen: Screen, style: Style) -> Iterator[Line]:
    """One row per figure under its company, all on one axis."""
    points = [point for one in block for point in one.points]
    names = [point_label(point, style) for point in points]
    values = [style.amount(point.item.figure.amount, point.item.figure.unit) for point in points]
    name_size = min(max(map(width, names)), screen.width // 4)
    value_size = min(max(map(width, values)), screen.width // 3)
    margin = name_size + value_size + 4
    scale = _Scale(points, min(screen.width - margin, WIDEST), block[0].unit, style)
    number = 0
    for one in block:
        if len(block) > 1:
            yield from ([(row, "title")] for row in wrap(clean(one.company or "no company"), screen.width))
        for point in one.points:
            shade = "bar" if point.is_last and point.item.is_firm else "dim"
            bar = scale.bar(point, screen.ascii)
            yield from _wrapped(names[number], values[number], name_size, value_size, [(bar, shade)])
            number += 1
    yield from ([(" " * margin + row, "dim")] for row in scale.axis())


def _wrapped(name: str, value: str, name_size: int, value_size: int, bar: Line) -> Iterator[Line]:
    """A row with its bar on the first line; a long name or value continues below."""
    names, values = wrap(name, name_size), wrap(value, value_size)
    for index in range(max(len(names), len(values))):
        left = names[index] if index < len(names) else ""
        right = values[index] if index < len(values) else ""
        cells: Line = [
            (left + " " * (name_size - width(left) + 2), "label"),
            (" " * (value_size - width(right)) + right + "  ", ""),
        ]
        yield [*cells, *bar] if index == 0 else cells


def point_label(point: Point, style: Style) -> str:
    """The period of a figure, or the date of its event."""
    event = point.item.entry.event
    words = [
        *(["cancelled"] if event.status == "cancelled" else []),
        *(["rumoured"] if event.certainty == "rumoured" else []),
        *(["preliminary"] if point.item.figure.kind == "preliminary" else [] if point.is_last else ["before"]),
    ]
    text = row_name(point.item, style)
    return f"{text} ({', '.join(words)})" if words else text


# Characters by whether to use ASCII.
_SOLID, _LIGHT, _ARROW = ("█", "#"), ("░", ":"), ("›", ">")


class _Scale:
    """Converts numbers to columns; zero is always on the axis."""

    def __init__(self, points: Sequence[Point], columns: int, unit: str | None, style: Style) -> None:
        self.ascii = style.ascii
        numbers = [number for point in points for number in ends(point.item.figure.amount)]
        for count in range(max(columns // 10, 3), 1, -1):
            found = ticks(min(0.0, *numbers), max(0.0, *numbers), count)
            self.least, self.most = float(found[0]), float(found[-1])
            # Ticks are evenly apart, in whole columns.
            intervals = len(found) - 1
            self.columns = max((columns - 1) // intervals, 1) * intervals + 1
            self.ticks = [(round(self.column(float(tick))), style.tick(tick, unit)) for tick in found]
            if len(spread(self.ticks, self.columns)) == len(found):
                break  # each has room for its number
        self.zero = round(self.column(0.0))

    def column(self, number: float) -> float:
        return (number - self.least) / (self.most - self.least) * (self.columns - 1)

    def bar(self, point: Point, ascii: bool) -> str:
        """From zero to the number: light for the open part of a range or an under, with an arrow for over."""
        amount = point.item.figure.amount
        low, high = ends(amount)
        # The bar is solid from zero to `near`, and light from `near` to `far`.
        near, far = (low, high) if low >= 0 else (high, low)
        if amount.qualifier == "under":
            near, far = 0.0, high
        if low < 0 < high:
            start = round(self.column(low))
            text = " " * start + _LIGHT[ascii] * max(round(self.column(high)) - start, 1)
        elif far < 0:
            text = self._to_the_left(near, far, ascii)
        else:
            text = " " * self.zero + self._to_the_right(near, far, ascii)
        arrow = _ARROW[ascii] if amount.qualifier == "over" else ""
        return text[: self.columns - len(arrow)] + arrow

    def _to_the_right(self, near: float, far: float, ascii: bool) -> str:
        if far == near:
            return length(self.column(near) - self.column(0.0), ascii)
        # In whole cells, so that what is solid and what is light touch.
        solid = _SOLID[ascii] * (round(self.column(near)) - self.zero)
        light = max(round(self.column(far)) - self.zero - len(solid), 1)
        return solid + _LIGHT[ascii] * light

    def _to_the_left(self, near: float, far: float, ascii: bool) -> str:
        """In whole cells: no characters fill a cell from its right side."""
        whole = max(self.zero - round(self.column(far)), 1)
        light = min(max(round(self.column(near)) - round(self.column(far)), 1), whole) if far < near else 0
        return " " * (self.zero - whole) + _LIGHT[ascii] * light + _SOLID[ascii] * (whole - light)

    def axis(self) -> Iterator[str]:
        """The line below the bars with its ticks, and their numbers."""
        line = ["-" if self.ascii else "─"] * self.columns
        for column, _ in self.ticks:
            line[column] = "+" if self.ascii else "┴"
        yield "".join(line)
        yield placed(self.ticks, self.columns)
