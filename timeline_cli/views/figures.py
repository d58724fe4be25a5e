"""Figures over time: a heading and a sparkline for each series, a row for each period with its changes and revisions.

Owns: this layout, and what the views of figures share. Does not: mix units, kinds or lengths of periods, or sum.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.fields.numbers import Measure, Style, amount_words, measure
from timeline_cli.fields.words import marks
from timeline_cli.query.changes import Change, agrees, rounded
from timeline_cli.query.figures import FigureEntry, Found
from timeline_cli.query.series import Point, Row, Series, greatest, length_words, middle, series
from timeline_cli.text import clean, counted, fit, fold, width
from timeline_cli.views.bars import sparkline
from timeline_cli.views.columns import Block, Column, Layout
from timeline_cli.views.words import plain
from timeline_cli.wrapping import wrap

# From one period to the next, by its length; of years, the next is the year before.
_STEPS = {1: "MoM", 3: "QoQ", 6: "HoH", 12: "", -7: "WoW", -1: "change"}
_VALUE, _WAS, _STATED = 1, 6, 7  # columns
_STATED_WORDS = "stated: as the source says it, where that is not what the numbers give"
_LONGEST_STATED = 27
_MOST_EARLIER = 3  # numbers of one period
_MOST_TOGETHER = 4000  # figures whose columns are chosen at once

_COLUMNS = (
    Column("left", "label"),
    Column("point"),
    Column("point", "dim", 4),
    Column("right"),
    Column("point", "dim", 4),
    Column("right"),
    Column("right", "dim", 1),
    Column("right", "dim", 3),
    Column("left", "dim", 5),
    Column("left", "dim", 6),
    Column("left", "dim", 2, least=14),
)
_NAMES = ("", "", "differences", "", "differences", "", "was", "stated", "converted", "reported", "event")


def blocks(found: Iterable[Series]) -> Iterator[list[Series]]:
    """Series that share an axis: the same metric, unit, kind and length of period."""

    def key(one: Series) -> tuple[str, str, str, int]:
        return fold(one.metric), one.unit or "", one.kind, -1 if one.length is None else one.length

    for _, group in groupby(sorted(found, key=key), key=key):
        yield list(group)


def lines(found: Found, screen: Screen, exact: bool = False, by_value: bool = False) -> Iterator[Line]:
    """A block for each series."""
    style = Style(exact, screen.ascii)
    seen = dict.fromkeys((_VALUE, _WAS, _STATED), "")
    left_out: set[int] = set()
    for number, some in enumerate(_together(series(found.every))):
        drawn = [_block(one, screen, style, by_value) for one in some]
        layout = Layout(_COLUMNS, drawn, screen)
        yield from [[]] if number else []
        yield from layout.lines()
        left_out |= layout.left_out
        for index in seen.keys() - layout.left_out:
            seen[index] += "".join(row[index] for block in drawn for row in block.rows)
    said = signs(seen[_VALUE] + seen[_WAS]) | {_STATED_WORDS: bool(seen[_STATED])}
    yield from foot(screen, said, not_shown(_NAMES, left_out))


def _together(found: Iterable[Series]) -> Iterator[list[Series]]:
    """Series that share their columns: all, unless they are so many that the first screen would have to wait."""
    some: list[Series] = []
    rows = 0
    for one in found:
        some.append(one)
        rows += len(one.points)
        if rows >= _MOST_TOGETHER:
            yield some
            some, rows = [], 0
    if some:
        yield some


def signs(used: str) -> dict[str, bool]:
    """What the signs after numbers mean, and whether they are among those that are used."""
    return {words: words[0] in used for words in ("p preliminary", "c cancelled", "? rumoured, or may not match")}


def signs_of(item: FigureEntry) -> str:
    event = item.entry.event
    is_doubtful = item.match == "possible" or event.certainty == "rumoured"
    return "p" * (item.figure.kind == "preliminary") + "c" * (event.status == "cancelled") + "?" * is_doubtful


def foot(screen: Screen, said: dict[str, bool], *more: str) -> Iterator[Line]:
    """What signs mean, of those that are used, and lines of their own below them."""
    signs = "   ".join(text for text, used in said.items() if used)
    found = [row for text in (signs, *more) if text for row in wrap(text, screen.width)]
    if found:
        yield []
    yield from ([(row, "dim")] for row in found)


def not_shown(names: Sequence[str], left_out: Collection[int]) -> str:
    """Which columns the screen is too narrow for; empty if it has all."""
    named = ", ".join(dict.fromkeys(names[index] for index in sorted(left_out)))
    return f"not shown at this width: {named}; --csv has all" if named else ""


def _block(one: Series, screen: Screen, style: Style, by_value: bool) -> Block:
    rows = list(one.rows())
    amounts = [point.item.figure.amount for row in rows for point in (row.point, *row.was)]
    scale = measure(amounts, one.unit, style)
    step = _STEPS.get(one.length or 0, "change")
    head = ["period", "value", "", step, "", "YoY", "was", "stated", "converted", "reported", "event"]
    parts = [one.company, one.metric, scale.words, *kind_and_length(one)]
    above = list(heading(parts, screen, _trend(one, [row.point for row in rows], screen)))
    if by_value:
        rows.sort(key=lambda row: greatest(row.point))
    return Block(above, head, [_row(row, one.length, scale, style) for row in rows])


def kind_and_length(one: Series) -> list[str]:
    return ["" if one.kind == "actual" else one.kind, length_words(one.length)]


def heading(parts: Sequence[str | None], screen: Screen, trend: str = "") -> Iterator[Line]:
    """Samsung Electronics · revenue · ₩ trillion · quarterly, broken between its parts, and the trend where it fits."""
    dot = plain(" · ", screen.ascii)
    rows = [""]
    for part in (clean(part) for part in parts if part):
        joined = rows[-1] + dot + part if rows[-1] else part
        if width(joined) <= screen.width:
            rows[-1] = joined
        else:
            rows[len(rows) - (not rows[-1]) :] = wrap(part, screen.width)
    for row in rows[:-1]:
        yield [(row, "heading")]
    fits = trend and width(rows[-1]) + 2 + len(trend) <= screen.width
    yield [(rows[-1], "heading"), *([(f"  {trend}", "bar")] if fits else [])]


def _row(row: Row, length: int | None, scale: Measure, style: Style) -> list[str]:
    point = row.point
    item, figure, event = point.item, point.item.figure, point.item.entry.event
    notes = marks(item.entry._replace(match=item.match), brief=True)
    converted = figure.converted
    return [
        row_name(item, style),
        number_of(item, scale),
        *change_cells(None if length == 12 else point.next_change, scale),
        *change_cells(point.year_change, scale),
        _was(row, scale),
        _stated(point, scale),
        amount_words(converted.amount, converted.unit, style.exact, style.ascii) if converted else "",
        plain(label(event.date), style.ascii) if figure.period else "",
        (f"[{', '.join(notes)}] " if notes else "") + clean(event.title),
    ]


def row_name(item: FigureEntry, style: Style) -> str:
    """The period of a figure, or the date of its event."""
    return plain(label(item.figure.period or item.entry.event.date), style.ascii)


def number_of(item: FigureEntry, scale: Measure) -> str:
    """The number of a figure with its signs."""
    return scale.amount(item.figure.amount) + signs_of(item)


def change_cells(change: Change | None, scale: Measure) -> tuple[str, str]:
    """The difference, and it in percent; of percentages points in place of percent."""
    if change is None:
        return "", ""
    about = "about " if change.about else ""
    difference = about + scale.number(change.difference, signed=True)
    if scale.unit == "%":
        return "", f"{difference} pp"
    if change.share is None:
        return difference, ""
    # One digit, but two for what would look like none.
    percent = rounded(change.share, 1) or rounded(change.share, 2) or rounded(change.share, 1)
    sign = "+" if percent > 0 else scale.minus if percent < 0 else ""
    return difference, f"{about}{sign}{percent.copy_abs():,}%"


def _was(row: Row, scale: Measure) -> str:
    numbers = [number_of(point.item, scale) for point in row.was]
    more = ["..." if scale.ascii else "…"] if len(numbers) > _MOST_EARLIER else []
    return ", ".join([*more, *numbers[-_MOST_EARLIER:]])


def _stated(point: Point, scale: Measure) -> str:
    """What the source says of the change itself, where the computed one does not say the same."""
    figure = point.item.figure
    found = []
    if figure.change:
        computed = (point.change, point.year_change, point.revision, point.stated)
        if not any(change and agrees(figure.change, change, figure.unit) for change in computed):
            found.append(re.sub(r"^-(?=\d)", scale.minus, clean(figure.change)))
    if figure.previous is not None:
        bases = [item.figure.amount for item in (point.before, point.year_before, point.revises) if item is not None]
        if figure.previous not in bases:
            found.append(f"before: {scale.amount(figure.previous)}")
    return fit(" ".join(found), _LONGEST_STATED, "." if scale.ascii else "…")


# The trend.


def _trend(one: Series, points: Sequence[Point], screen: Screen) -> str:
    """A sparkline of the last word on each period; a period of the calendar without a figure is a gap."""
    room = min(screen.width // 8, 24)
    points = [point for point in points if point.item.is_firm]
    if len(points) < 3 or one.length is None:
        return ""
    slots = slots_of(one, points)
    size = min(slots[-1] + 1, room) if slots[-1] + 1 <= 4 * room else room
    values: list[float | None] = [None] * size
    for slot, point in zip(slots, points, strict=True):
        # Where there are more periods than columns, a column shows the last of its own.
        values[slot * size // (slots[-1] + 1)] = middle(point.item.figure.amount)
    return sparkline(values, screen.ascii)


def slots_of(one: Series, points: Sequence[Point]) -> list[int]:
    """The place of each figure in a row of periods: those of the calendar, or else simply their order."""
    starts = [point.item.figure.period.bounds.start for point in points if point.item.figure.period is not None]
    if not one.length or one.length < 0 or len(starts) < len(points):
        return list(range(len(points)))
    days = one.length * 30.436875
    slots = [round((start - starts[0]) / days) for start in starts]
    return slots if len(set(slots)) == len(slots) else list(range(len(points)))


def footer(found: Found, screen: Screen) -> Iterator[Line]:
    """How many figures of how many metrics and events, and how many of them only may match."""
    item, total = found.shown, counted(found.total, "event")
    metrics = counted(len({fold(each.figure.metric) for each in item}), "metric")
    events = len({each.entry.event.id for each in item})
    text = f"{counted(len(item), 'figure')} of {metrics} in {events:,} of {total}" if item else f"no figures in {total}"
    possible = sum(each.match == "possible" for each in item)
    if possible:
        text += f", {possible:,} of them only possibly"
    if item:
        yield []
    yield from ([(row, "dim")] for row in wrap(text, screen.width))
