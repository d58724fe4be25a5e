"""Figures over time as tables: value, change on the one before, revisions, a sparkline.

Owns: this layout. Refuses: to mix units, kinds or lengths of periods, and to sum anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.model import Amount
from timeline_cli.query.changes import Change, agrees
from timeline_cli.query.figures import Found, Point, Series, Told, length_words, middle
from timeline_cli.text import clean, fold, width, wrap
from timeline_cli.views.bars import sparkline
from timeline_cli.views.durations import counted
from timeline_cli.views.grid import grid
from timeline_cli.views.numbers import amount_words, has_sign, with_unit
from timeline_cli.views.words import listed, marks, plain

_HEAD = ("company", "period", "value", "converted", "change", "trend", "date", "event")
_ROOM_FOR_ALL = 90
_LEAST = {0: 9, 1: 7, 2: 9, 3: 9, 4: 10, 6: 8, 7: 10}  # with a trend of eleven they fit in 90 columns


class Style(NamedTuple):
    """How numbers are written: in full with `exact`, without Unicode with `ascii`."""

    exact: bool = False
    ascii: bool = False

    def amount(self, amount: Amount, unit: str | None) -> str:
        """An amount under a heading that says its unit; the sign of a currency or percent stays with it."""
        return amount_words(amount, unit if has_sign(unit) else None, self.exact, self.ascii)

    def tick(self, number: Decimal, unit: str | None) -> str:
        """A round number of an axis: 3e59 where it would take a line in full."""
        text = self.amount(Amount(number, number), unit)
        return text if width(text) <= _LONGEST_TICK else f"{number.normalize():e}"


_LONGEST_TICK = 16


def blocks(found: Sequence[Series]) -> Iterator[list[Series]]:
    """Series that share a table: the same metric, unit, kind and length of period."""
    for _, group in groupby(found, key=lambda one: (fold(one.metric), one.unit, one.kind, one.length)):
        yield list(group)


def lines(found: Sequence[Series], screen: Screen, exact: bool = False) -> Iterator[Line]:
    """A table for each metric, unit, kind and length of period."""
    style = Style(exact, screen.ascii)
    for number, block in enumerate(blocks(found)):
        if number:
            yield []
        yield from heading(block, screen, with_trend=True)
        yield from _table(block, screen, style)


def heading(block: Sequence[Series], screen: Screen, with_trend: bool = False) -> Iterator[Line]:
    """revenue · USD · guidance · quarterly · Apple, and the trend of that one"""
    first = block[0]
    parts = [clean(first.unit or ""), "" if first.kind == "actual" else first.kind, length_words(first.length)]
    if len(block) == 1:
        parts.append(listed(first.companies))
    metric, trend = clean(first.metric), _trend(first, screen) if with_trend and len(block) == 1 else ""
    rows = wrap(plain(" · ", screen.ascii).join([metric, *filter(None, parts)]), screen.width)
    for number, row in enumerate(rows):
        head = metric if number == 0 and row.startswith(metric) else ""
        line: Line = [(head, "heading"), (row[len(head) :], "dim")]
        if trend and number == len(rows) - 1 and width(row) + 2 + len(trend) <= screen.width:
            line.append((f"  {trend}", "bar"))
        yield line


def _table(block: Sequence[Series], screen: Screen, style: Style) -> Iterator[Line]:
    wide = screen.width >= _ROOM_FOR_ALL
    rows: list[list[str]] = []
    for one in block:
        company = listed(one.companies) if len(block) > 1 else ""
        for number, point in enumerate(one.points):
            trend = _trend(one, screen) if number == 0 and len(block) > 1 else ""
            cells = _row(point, style)
            rows.append([company if number == 0 else "", *cells[:4], trend, *cells[4:]])
    if wide:
        yield from grid(_HEAD, rows, screen, _LEAST, right=frozenset({2, 3}))
    else:
        yield from grid(
            _NARROW,
            [_narrow(row) for row in rows],
            screen,
            dict.fromkeys(range(4), (screen.width - 6) // 4),
            right=frozenset({1}),
        )


_NARROW = ("period", "value", "change", "event")


def _narrow(row: Sequence[str]) -> list[str]:
    """On a narrow screen what belongs together shares a column."""
    company, period, value, converted, change, trend, date, event = row
    return [
        "\n".join(part for part in (company, period, trend) if part),
        "\n".join(part for part in (value, converted) if part),
        change,
        f"{date}  {event}",
    ]


def _row(point: Point, style: Style) -> list[str]:
    """Period, value, converted, change, date and event of one figure."""
    told = point.told
    figure, event = told.figure, told.entry.event
    converted = figure.converted
    notes = marks(told.entry._replace(match=told.match), brief=True)
    return [
        _period(told, style),
        style.amount(figure.amount, figure.unit),
        amount_words(converted.amount, converted.unit, style.exact, style.ascii) if converted else "",
        "\n".join(changes(point, style)),
        plain(label(event.date), style.ascii),
        clean(event.title) + (f"  [{', '.join(notes)}]" if notes else ""),
    ]


# Changes in words.


def changes(point: Point, style: Style) -> list[str]:
    """What a figure changed from, a line each: the revision, the period and the year before, what the source states.

    What the source states is left out where the computed number says the same.
    """
    found = []
    if point.revises is not None:
        found += _revision(point, point.revises, style)
    change = point.change
    if change is not None and point.before is not None:
        found.append(_change_words(change, point, style) + _base(point, point.before, style))
    change = point.year_change
    if change is not None and point.year_before is not None and point.year_before is not point.before:
        found.append(f"{_change_words(change, point, style)} on {_period(point.year_before, style)}")
    stated = _stated(point, style)
    if stated:
        found.append(stated)
    return found


def _revision(point: Point, revised: Told, style: Style) -> list[str]:
    """300,000 → 350,000, and below it the change"""
    figure = point.told.figure
    if revised.figure.amount == figure.amount:
        return [f"as told {plain(label(revised.entry.event.date), style.ascii)}"]
    arrow = "->" if style.ascii else "→"
    words = f"{style.amount(revised.figure.amount, figure.unit)} {arrow} {style.amount(figure.amount, figure.unit)}"
    return [words, *([_change_words(point.revision, point, style)] if point.revision else [])]


def _change_words(change: Change, point: Point, style: Style) -> str:
    if not change.difference:
        return "unchanged"
    percent = _percent(change, point)
    return _difference(change, point, style) + (f", {percent}" if percent else "")


def _difference(change: Change, point: Point, style: Style) -> str:
    unit = point.told.figure.unit
    unit = "pp" if unit == "%" else unit if has_sign(unit) else None
    about = "about " if change.about else ""
    return about + with_unit(change.difference, unit, style.exact, style.ascii, signed=True)


def _percent(change: Change, point: Point) -> str:
    if change.percent is None:
        return ""
    digits = 1 if abs(change.percent) >= 1 or not change.difference else 2
    return f"{'about ' if change.about else ''}{change.percent:+,.{digits}f}%"


def _base(point: Point, before: Told, style: Style) -> str:
    """Which period the change is on, where it is not the one right before."""
    period, earlier = point.told.figure.period, before.figure.period
    if period is None or earlier is None or earlier.bounds.end + 1 == period.bounds.start:
        return ""
    return f" on {_period(before, style)}"


def _period(told: Told, style: Style) -> str:
    return plain(label(told.figure.period), style.ascii) if told.figure.period else ""


def _stated(point: Point, style: Style) -> str:
    """What the source says of the change itself, where the computed one does not say the same."""
    figure = point.told.figure
    bases = [told.figure.amount for told in (point.before, point.year_before, point.revises) if told is not None]
    computed = [found for found in (point.change, point.year_change, point.revision) if found is not None]
    words = []
    if figure.change and not any(agrees(figure.change, change, figure.unit) for change in computed):
        words.append(clean(figure.change))
    if figure.previous is not None and figure.previous not in bases:
        words.append("from " + style.amount(figure.previous, figure.unit))
    return "stated: " + ", ".join(words) if words else ""


# The trend.


def _trend(one: Series, screen: Screen) -> str:
    """A sparkline of the last word on each period; a period of the calendar without a figure is a gap."""
    room = min(screen.width // 8, 24)
    points = [point for point in one.points if point.is_last]
    if len(points) < 3:
        return ""
    slots = slots_of(one, points)
    size = min(slots[-1] + 1, room) if slots[-1] + 1 <= 4 * room else room
    values: list[float | None] = [None] * size
    for slot, point in zip(slots, points, strict=True):
        # Where there are more periods than columns, a column shows the last of its own.
        values[slot * size // (slots[-1] + 1)] = middle(point.told.figure.amount)
    return sparkline(values, screen.ascii)


def slots_of(one: Series, points: Sequence[Point]) -> list[int]:
    """The place of each figure in a row of periods: those of the calendar, or else simply their order."""
    starts = [point.told.figure.period.bounds.start for point in points if point.told.figure.period is not None]
    if not one.length or one.length < 0 or len(starts) < len(points):
        return list(range(len(points)))
    days = one.length * 30.436875
    slots = [round((start - starts[0]) / days) for start in starts]
    return slots if len(set(slots)) == len(slots) else list(range(len(points)))


def footer(found: Found) -> Iterator[Line]:
    """How many figures of how many metrics and events, and how many of them only may match."""
    told, total = found.told, counted(found.total, "event")
    metrics = counted(len({fold(each.figure.metric) for each in told}), "metric")
    events = len({each.entry.event.id for each in told})
    text = f"{counted(len(told), 'figure')} of {metrics} in {events:,} of {total}" if told else f"no figures in {total}"
    possible = sum(each.match == "possible" for each in told)
    if possible:
        text += f", {possible:,} of them only possibly"
    if told:
        yield []
    yield [(text, "dim")]
