"""Figures as a matrix: companies down, calendar periods across, one block per metric, unit and length of period.

Owns: this layout. Does not: cut a number; if there are too many periods, shows the latest and counts the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import MONTH_NAMES
from timeline_cli.fields.numbers import Style, measure
from timeline_cli.model import Registries
from timeline_cli.query.figures import Found
from timeline_cli.query.matrix import Cell, Placed, Span, placed
from timeline_cli.query.series import REPORTED, Series, length_words, series
from timeline_cli.text import clean, counted, fold
from timeline_cli.views.columns import Block, Column, Layout
from timeline_cli.views.figures import foot, heading, number_of, signs, signs_of
from timeline_cli.views.words import plain

_LEAST_CELL = 3  # with its gap
_MOST_NAME = 20  # columns of a name; on wide screens a third of the screen


def lines(found: Found, screen: Screen, exact: bool = False, by_value: bool = False) -> Iterator[Line]:
    """Blocks that share their columns, with the latest period of each at the right."""
    table = placed(series(found.every), by_value)
    rows = sorted((row for row in table if row.cells), key=_block_key)
    tables = [list(group) for _, group in groupby(rows, key=_block_key)]
    every: dict[int | None, set[Span]] = {}
    for row in rows:
        every.setdefault(row.series.length, set()).update(row.cells)
    # Lays out only as many as can fit.
    spans = {length: sorted(found)[-screen.width // _LEAST_CELL :] for length, found in every.items()}
    most = max(map(len, spans.values()), default=0)
    columns = [Column("left", "title", most=max(_MOST_NAME, screen.width // 3))]
    columns += [Column("point", gives_way=most - 1 - index) for index in range(most)]
    style = Style(exact, screen.ascii)
    blocks = [_block(group, spans[group[0].series.length], most, found.registries, screen, style) for group in tables]
    layout = Layout(columns, blocks, screen)
    yield from layout.lines()
    seen = {
        length: [span for index, span in enumerate(listed, most - len(listed) + 1) if index not in layout.left_out]
        for length, listed in spans.items()
    }
    said, more = _foot(rows, seen, sum(map(len, every.values())) - sum(map(len, seen.values())), screen)
    yield from foot(screen, said, *more, *remarks(found, table))


def _foot(
    rows: Sequence[Placed], seen: Mapping[int | None, Sequence[Span]], hidden: int, screen: Screen
) -> tuple[dict[str, bool], list[str]]:
    """The legend of the signs that are used, and the lines below it."""
    cells = [(row.series, row.cells.get(span)) for row in rows for span in seen[row.series.length]]
    shown = [(one, cell) for one, cell in cells if cell is not None]
    said = signs("".join(signs_of(cell.point.item) for _, cell in shown))
    said[f"{plain('·', screen.ascii)} none"] = len(shown) < len(cells)
    others = list(_other_months(shown))
    if len(others) == 1:
        said[others.pop()] = True
    if hidden:
        others.append(f"{counted(hidden, 'earlier column')} not shown; --csv has all")
    return said, others


def remarks(found: Found, table: Iterable[Placed] | None = None) -> list[str]:
    """Remarks on numbers without a place in the matrix, or that nothing was reported."""
    rows = list(placed(series(found.every)) if table is None else table)
    if not rows and found.shown:
        return ["nothing reported among these figures; what is expected is in --view expected"]
    count = sum(row.unplaced for row in rows)
    unplaced = f"{counted(count, 'number')} not placed: no period, or not a whole month, quarter, half or year"
    expected = sum(item.figure.kind not in REPORTED for item in found.shown)
    elsewhere = f"{counted(expected, 'expectation')} not shown; see --view expected"
    return [*([unplaced] if count else []), *([elsewhere] if expected else [])]


def _block_key(row: Placed) -> tuple[str, str, int]:
    one = row.series
    return fold(one.metric), one.unit or "", -1 if one.length is None else one.length


def _block(
    rows: Sequence[Placed], spans: Sequence[Span], most: int, registries: Registries, screen: Screen, style: Style
) -> Block:
    one = rows[0].series
    scale = measure((cell.point.item.figure.amount for row in rows for cell in row.cells.values()), one.unit, style)
    nothing = plain("·", screen.ascii)

    def text(cell: Cell | None) -> str:
        return nothing if cell is None else number_of(cell.point.item, scale) + ("*" if cell.months else "")

    before = [""] * (most - len(spans))
    return Block(
        list(heading([one.metric, scale.words, length_words(one.length)], screen)),
        ["", *before, *(span.short for span in spans)],
        [[_name(row.series, registries), *before, *(text(row.cells.get(span)) for span in spans)] for row in rows],
    )


def _name(one: Series, registries: Registries) -> str:
    """The company, with the month in which its fiscal year ends unless that is December."""
    entity = registries.companies.get(one.company) if one.company else None
    month = entity.fiscal.end_month if entity and entity.fiscal else 12
    name = clean(one.company or "no company")
    return name if month == 12 else f"{name}  FY {MONTH_NAMES[month - 1][:3]}"


def _other_months(shown: Iterable[tuple[Series, Cell]]) -> Iterator[str]:
    """* 3 months to Jan, Apr, Jul 2026; with the company if there are several."""
    found: dict[tuple[str, int], dict[str, list[str]]] = {}
    for one, cell in shown:
        if cell.months:
            month, year = cell.months.split()
            years = found.setdefault((one.company or "no company", one.length or 0), {})
            if month not in years.setdefault(year, []):
                years[year].append(month)
    several = len({company for company, _ in found}) > 1
    for (company, length), years in found.items():
        to = "; ".join(f"{', '.join(months)} {year}" for year, months in years.items())
        whose = f"{clean(company)}: " if several else ""
        yield f"* {whose}{counted(length, 'month')} to {to}"
