"""Expectations next to the reported numbers: one row per company, metric, unit, period and kind of expectation.

Owns: this layout. Does not: call an outcome better or worse; a cost above plan is no success.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.fields.numbers import Measure, Style, measure
from timeline_cli.query.expected import Expectation, expectations, heading_of, of_whom
from timeline_cli.query.figures import FigureEntry, Found
from timeline_cli.query.series import REPORTED
from timeline_cli.text import clean, counted
from timeline_cli.views.columns import Block, Column, Layout
from timeline_cli.views.figures import change_cells, foot, heading, not_shown, number_of, row_name, signs, signs_of
from timeline_cli.views.words import plain

_HEAD = ("period", "", "expected", "reported", "actual", "published", "", "", "")
_NAMES = (*_HEAD[:7], "difference", "percent")
_COLUMNS = (
    Column("left", "label"),
    Column("left", "dim"),
    Column("point"),
    Column("left", "dim", 3),
    Column("point"),
    Column("left", "dim", 4),
    Column("left", "mark"),
    Column("point", "dim", 2),
    Column("right", "", 1),
)
_OUTCOMES = {"above": "▲ above", "met": "= met", "below": "▼ below", None: ""}
_AFTER = "after the number"
_MOST_NAMED = 3


def lines(found: Found, screen: Screen, exact: bool = False, by_value: bool = False) -> Iterator[Line]:
    """A block for each company, metric and unit."""
    rows = [row for row in expectations(found.every, by_value) if row.other_number is None]
    style = Style(exact, screen.ascii)
    blocks: list[Block] = []
    for _, group in groupby(rows, key=heading_of):
        blocks.append(_block(list(group), _HEAD if not blocks else (), screen, style))
    layout = Layout(_COLUMNS, blocks, screen)
    yield from layout.lines()
    yield from foot(
        screen,
        signs("".join(signs_of(item) for row in rows for item in (row.item, row.number) if item)),
        not_shown(_NAMES, layout.left_out),
        *remarks(found),
    )


def remarks(found: Found) -> list[str]:
    """Remarks on expectations whose number is only in another unit, that there are none at all, and on what is left."""
    every = expectations(found.every)
    if found.shown and not every:
        return ["no guidance, target or consensus among these figures"]
    rows = [row for row in every if row.other_number is not None]
    named = "; ".join(map(_in_other_unit, rows[:_MOST_NAMED]))
    more = f"; and {len(rows) - _MOST_NAMED:,} more" if len(rows) > _MOST_NAMED else ""
    has = "has no number in its unit" if len(rows) == 1 else "have no number in their unit"
    compared = {of_whom(row.item) for row in every if row.item.figure.period}
    others = sum(item.figure.kind in REPORTED and of_whom(item) not in compared for item in found.shown)
    return [
        *([f"{counted(len(rows), 'expectation')} {has}: {named}{more}"] if rows else []),
        *([f"{counted(others, 'figure')} not shown: nothing expected to compare with"] if others else []),
    ]


def _in_other_unit(row: Expectation) -> str:
    figure, other = row.item.figure, row.other_number
    assert other is not None
    whose = " ".join(filter(None, (row.item.company, figure.metric, label(figure.period) if figure.period else "")))
    units = (f"{each.kind} {each.unit or 'no unit'}" for each in (figure, other.figure))
    return clean(f"{whose} ({', '.join(units)})")


def _block(rows: Sequence[Expectation], head: Sequence[str], screen: Screen, style: Style) -> Block:
    first = rows[0].item
    every = (item for row in rows for item in (row.item, *row.was, *([row.number] if row.number else [])))
    scale = measure((item.figure.amount for item in every), first.figure.unit, style)
    cells: list[list[str]] = []
    above = ""
    for row in rows:
        for line in _rows(row, scale, style):
            name, line[0] = line[0], "" if line[0] == above else line[0]
            above = name
            cells.append(line)
    return Block(list(heading([first.company, first.figure.metric, scale.words], screen)), head, cells)


def _rows(row: Expectation, scale: Measure, style: Style) -> Iterator[list[str]]:
    """One row, and one for each earlier version."""
    name = row_name(row.item, style)
    expected = [name, row.item.figure.kind, number_of(row.item, scale), _day(row.item, style)]
    if row.is_late:
        yield [*expected[:3], "", "", "", "", "", "", f"reported {expected[3]}, {_AFTER}", _AFTER]
        return
    if row.number is None:
        yield [*expected, "not yet" if row.item.figure.period else "no period", "", "", "", ""]
    else:
        outcome = plain(_OUTCOMES[row.outcome], scale.ascii)
        number = number_of(row.number, scale), _day(row.number, style)
        difference, percent = change_cells(row.change, scale)
        # A difference of 0 or an approximate one needs no percentage.
        once = difference and (row.outcome == "met" or row.outcome is None)
        yield [*expected, *number, outcome, difference, "" if once else percent]
    for item in row.was:
        yield [name, "was", number_of(item, scale), _day(item, style), "", "", "", "", ""]


def _day(item: FigureEntry, style: Style) -> str:
    return plain(label(item.entry.event.date), style.ascii)
