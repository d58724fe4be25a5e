"""Encoders of the parts of an event: figures and sources as JSON.

Owns: their keys in JSON. Does not: import the decoders, which a question to an index does without.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from timeline_cli.dates.calendar import iso
from timeline_cli.fields.amounts import format_amount
from timeline_cli.model import Amount, Figure, Source


def number(value: Amount | None) -> Decimal | str | None:
    """An exact number as itself, anything else as the text that reads back."""
    if value is None:
        return None
    return format_amount(value) if value.qualifier or value.single is None else value.single


def amount_json(value: Amount) -> dict[str, Any]:
    low, high, qualifier = value
    return {"value": value.single, "low": low, "high": high, "qualifier": qualifier}


def figure_json(figure: Figure) -> dict[str, Any]:
    metric, company, kind, amount, unit, period, previous, change, converted = figure
    bounds = period.bounds if period else None
    return {
        "metric": metric,
        "company": company,
        "kind": kind,
        **amount_json(amount),
        "unit": unit,
        "period": period.text if period else None,
        "period_start": iso(bounds.start) if bounds else None,
        "period_end": iso(bounds.end) if bounds else None,
        "previous": number(previous),
        "change": change,
        "converted": {**amount_json(converted.amount), "unit": converted.unit} if converted else None,
    }


def source_json(source: Source) -> dict[str, Any]:
    key, publisher, title, url, published, quote = source
    day = published.plain_text if published else None
    return {"key": key, "publisher": publisher, "title": title, "url": url, "published": day, "quote": quote}
