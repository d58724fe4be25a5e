"""The figures of an answer as flat rows for jq, pandas and spreadsheets, by view.

Owns: ROWS, the rows of each view with their keys in order. Does not: give numbers that are not exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from timeline_cli.dates.calendar import iso
from timeline_cli.fields.amounts import format_amount
from timeline_cli.fields.field import amount_json, number
from timeline_cli.model import Amount, Converted
from timeline_cli.query.changes import Change
from timeline_cli.query.expected import expectations
from timeline_cli.query.figures import FigureEntry, Found
from timeline_cli.query.matrix import Placed, Span, placed
from timeline_cli.query.series import Point, Series, greatest, length_words, series

FIGURE_ROW = (
    "event_id", "date", "start", "end", "metric", "company", "kind", "value", "low", "high", "qualifier", "unit",
    "period", "period_start", "period_end", "previous", "previous_difference", "previous_difference_percent", "change",
    "before", "before_period", "before_event_id", "difference", "difference_percent",
    "year_before", "year_before_event_id", "year_difference", "year_difference_percent",
    "revises", "revises_event_id", "revision", "revision_percent",
    "converted_value", "converted_low", "converted_high", "converted_qualifier", "converted_unit",
    "state", "certainty", "match", "background", "superseded_by", "title",
)  # fmt: skip


MATRIX_ROW = (*FIGURE_ROW, "column")
EXPECTED_ROW = (
    "company", "metric", "unit", "period", "period_start", "period_end", "expected_kind", "expected_low",
    "expected_high", "expected_qualifier", "expected_event_id", "actual", "actual_kind", "actual_event_id", "outcome",
    "difference", "difference_percent", "was",
)  # fmt: skip
_MATRIX_HEAD = ("company", "metric", "unit", "periods", "preliminary", "other_months")  # before its columns

Row = dict[str, Any]


class Rows(NamedTuple):
    """The rows of a view with their keys; `table` is its CSV where that is not just these, with its own head."""

    keys: tuple[str, ...]
    rows: Callable[[Found, bool], Iterator[Row]]
    table: Callable[[Found, bool], tuple[tuple[str, ...], Iterator[Row]]] | None = None


def rows(found: Found, by_value: bool = False) -> Iterator[Row]:
    """Each figure with all keys of FIGURE_ROW, series by series.

    The source states `previous` and `change`; `before`, `revises` and the keys after them are computed.
    """
    for one in series(found.every):
        for point in sorted(one.shown, key=greatest) if by_value else one.shown:
            yield _row(point, one)


def matrix_rows(found: Found, by_value: bool = False) -> Iterator[Row]:
    """Each cell as a figure with its column, in the order of the columns."""
    for row in placed(series(found.every), by_value):
        for cell in sorted(row.cells.values(), key=lambda cell: cell.span.days):
            yield {**_row(cell.point, row.series), "column": cell.span.text}


def matrix_table(found: Found, by_value: bool = False) -> tuple[tuple[str, ...], Iterator[Row]]:
    """A row for each company, metric, unit and length of period with all columns, the shortest periods first."""
    table = placed(series(found.every), by_value)
    spans = sorted({span for row in table for span in row.cells}, key=lambda span: (span.length, span.days))
    return (*_MATRIX_HEAD, *(span.text for span in spans)), (_wide(row, spans) for row in table if row.cells)


def _wide(row: Placed, spans: Iterable[Span]) -> Row:
    one, cells = row.series, [row.cells[span] for span in spans if span in row.cells]
    preliminary = (cell.span.text for cell in cells if cell.point.item.figure.kind == "preliminary")
    other_months = (cell.span.text for cell in cells if cell.months)
    before = (
        one.company,
        one.metric,
        one.unit,
        length_words(one.length),
        "; ".join(preliminary),
        "; ".join(other_months),
    )
    numbers = {span.text: "" for span in spans} | {
        cell.span.text: format_amount(cell.point.item.figure.amount) for cell in cells
    }
    return dict(zip(_MATRIX_HEAD, before, strict=True)) | numbers


def expected_rows(found: Found, by_value: bool = False) -> Iterator[Row]:
    """Each expectation with its outcome. One published after the number is compared with nothing."""
    for row in expectations(found.every, by_value):
        figure, period = row.item.figure, row.item.figure.period
        values = (
            row.item.company,
            figure.metric,
            figure.unit,
            period.text if period else None,
            iso(period.bounds.start) if period else None,
            iso(period.bounds.end) if period else None,
            figure.kind,
            *figure.amount,
            row.item.entry.event.id,
            number(row.number.figure.amount) if row.number else None,
            row.number.figure.kind if row.number else None,
            row.number.entry.event.id if row.number else None,
            row.outcome,
            *_changed("", row.change).values(),
            [number(item.figure.amount) for item in row.was],
        )
        yield dict(zip(EXPECTED_ROW, values, strict=True))


ROWS: dict[str, Rows] = {
    "series": Rows(FIGURE_ROW, rows),
    "matrix": Rows(MATRIX_ROW, matrix_rows, matrix_table),
    "expected": Rows(EXPECTED_ROW, expected_rows),
}


def figure_fields() -> tuple[str, ...]:
    """The keys of all views."""
    return tuple(dict.fromkeys(key for row in ROWS.values() for key in row.keys))


def _row(point: Point, one: Series) -> Row:
    item = point.item
    entry, figure, period = item.entry, item.figure, item.figure.period
    date = entry.event.date
    values = (
        {
            "event_id": entry.event.id,
            "date": date.text,
            "start": iso(date.bounds.start),
            "end": iso(date.bounds.end),
            "metric": figure.metric,
            "company": one.company,
            "kind": figure.kind,
        }
        | amount_json(figure.amount)
        | {
            "unit": figure.unit,
            "period": period.text if period else None,
            "period_start": iso(period.bounds.start) if period else None,
            "period_end": iso(period.bounds.end) if period else None,
            "previous": number(figure.previous),
            "change": figure.change,
        }
        | _changed("previous_difference", point.stated)
        | _other("before", point.before, with_period=True)
        | _changed("difference", point.change)
        | _other("year_before", point.year_before)
        | _changed("year_difference", point.year_change)
        | _other("revises", point.revises)
        | _changed("revision", point.revision)
        | _converted(figure.converted)
        | {
            "state": entry.state,
            "certainty": entry.event.certainty,
            "match": item.match,
            "background": entry.background,
            "superseded_by": ", ".join(entry.superseded_by) or None,
            "title": entry.event.title,
        }
    )
    return {key: values[key] for key in FIGURE_ROW}


def _other(name: str, item: FigureEntry | None, with_period: bool = False) -> Row:
    period = item.figure.period if item else None
    found = {name: number(item.figure.amount) if item else None}
    if with_period:
        found[f"{name}_period"] = period.text if period else None
    return {**found, f"{name}_event_id": item.entry.event.id if item else None}


def _changed(name: str, change: Change | None) -> Row:
    return {name: change.difference if change else None, f"{name}_percent": change.percent if change else None}


def _converted(converted: Converted | None) -> Row:
    amount = converted.amount if converted else Amount(None, None)
    return {f"converted_{key}": value for key, value in amount_json(amount).items()} | {
        "converted_unit": converted.unit if converted else None
    }
