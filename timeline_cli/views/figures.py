"""Figures over time as tables: value, change on the one before, revisions, a sparkline.

Owns: this layout. Does not: mix units, kinds or lengths of periods, and to sum anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.query.figures import Found
from timeline_cli.query.series import Point, Series, length_words, middle
from timeline_cli.text import clean, counted, fold, width, wrap
from timeline_cli.views.bars import sparkline
from timeline_cli.views.changes import changes, period_words
from timeline_cli.views.grid import grid
from timeline_cli.views.numbers import Style, amount_words
from timeline_cli.views.words import listed, marks, plain

_HEAD = ("company", "period", "value", "converted", "change", "trend", "date", "event")
_ROOM_FOR_ALL = 90
_LEAST = {0: 9, 1: 7, 2: 9, 3: 9, 4: 10, 6: 8, 7: 10}  # with a trend of eleven they fit in 90 columns


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
        period_words(told, style),
        style.amount(figure.amount, figure.unit),
        amount_words(converted.amount, converted.unit, style.exact, style.ascii) if converted else "",
        "\n".join(changes(point, style)),
        plain(label(event.date), style.ascii),
        clean(event.title) + (f"  [{', '.join(notes)}]" if notes else ""),
    ]


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
