"""The figures of an answer as flat rows: one a figure, for jq and pandas.

Owns: FIGURE_ROW, their keys in order. Refuses: nested values, and numbers that are not exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from timeline_cli.dates.calendar import iso
from timeline_cli.fields.parts import amount_json, number
from timeline_cli.model import Amount, Converted
from timeline_cli.query.changes import Change
from timeline_cli.query.figures import Told
from timeline_cli.query.series import Point, Series

FIGURE_ROW = (
    "event_id", "date", "start", "end", "metric", "company", "kind", "value", "low", "high", "qualifier", "unit",
    "period", "period_start", "period_end", "previous", "previous_difference", "previous_difference_percent", "change",
    "before", "before_period", "before_event_id", "difference", "difference_percent",
    "year_before", "year_before_event_id", "year_difference", "year_difference_percent",
    "revises", "revises_event_id", "revision", "revision_percent",
    "converted_value", "converted_low", "converted_high", "converted_qualifier", "converted_unit",
    "state", "certainty", "match", "background", "superseded_by", "title",
)  # fmt: skip


def rows(found: Iterable[Series]) -> Iterator[dict[str, Any]]:
    """Each figure with all keys of FIGURE_ROW, series by series.

    `previous` and `change` are what the source states; `before`, `revises` and what follows them is computed.
    """
    for series in found:
        for point in series.points:
            yield _row(point, series)


def _row(point: Point, series: Series) -> dict[str, Any]:
    told = point.told
    entry, figure, period = told.entry, told.figure, told.figure.period
    date = entry.event.date
    values = (
        {
            "event_id": entry.event.id,
            "date": date.text,
            "start": iso(date.bounds.start),
            "end": iso(date.bounds.end),
            "metric": figure.metric,
            # Of several companies none is meant alone; JSON of events lists them.
            "company": series.companies[0] if len(series.companies) == 1 else None,
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
            "match": told.match,
            "background": entry.background,
            "superseded_by": ", ".join(entry.superseded_by) or None,
            "title": entry.event.title,
        }
    )
    return {key: values[key] for key in FIGURE_ROW}


def _other(name: str, told: Told | None, with_period: bool = False) -> dict[str, Any]:
    period = told.figure.period if told else None
    found = {name: number(told.figure.amount) if told else None}
    if with_period:
        found[f"{name}_period"] = period.text if period else None
    return {**found, f"{name}_event_id": told.entry.event.id if told else None}


def _changed(name: str, change: Change | None) -> dict[str, Any]:
    return {name: change.difference if change else None, f"{name}_percent": change.percent if change else None}


def _converted(converted: Converted | None) -> dict[str, Any]:
    amount = converted.amount if converted else Amount(None, None)
    return {f"converted_{key}": value for key, value in amount_json(amount).items()} | {
        "converted_unit": converted.unit if converted else None
    }
