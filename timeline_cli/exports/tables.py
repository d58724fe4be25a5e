"""An answer as three flat tables with typed columns, for spreadsheets and databases: events, figures and sources.

Owns: EVENTS, FIGURES, SOURCES; a new field of an event is a column by its kind. Does not: depend on the values, or know
how a format writes a type.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, NamedTuple

from timeline_cli.dates.calendar import Precision
from timeline_cli.fields.field import KindName, figure_json, source_json
from timeline_cli.fields.json import dump
from timeline_cli.fields.table import FIELDS, to_json
from timeline_cli.model import Entry, Event
from timeline_cli.query.figures import company_of

ColumnKind = Literal["text", "day", "flag", "count", "number", "link", "names", "words"]
Row = dict[str, Any]


class Column(NamedTuple):
    """`kind` is the type of its values, all of which may be None.

    A day is a date, a number a Decimal (or text for a range), names are pairs of a name and a role or None.
    """

    name: str
    kind: ColumnKind


class Table(NamedTuple):
    name: str
    columns: tuple[Column, ...]


_BY_KIND: dict[KindName, ColumnKind] = {"names": "names", "words": "words", "links": "words"}
_DERIVED: dict[str, ColumnKind] = {
    **dict.fromkeys(("start", "start_latest", "end_earliest", "end"), "day"),
    **dict.fromkeys(("approximate", "uncertain", "background"), "flag"),
    "line": "count", "superseded_by": "words",
}  # fmt: skip
_FIRST = ("date", "title", "type", "state", "certainty", "companies", "people", "place", "summary", "tags")


_OF_EVENTS = [
    Column(field.key, _DERIVED.get(field.key, _BY_KIND.get(field.kind.name, "text")))
    for field in FIELDS
    if field.encode and field.kind.name not in ("figures", "sources")
]
EVENTS = Table(
    "events",
    (
        Column("day", "day"),
        *sorted(_OF_EVENTS, key=lambda column: _FIRST.index(column.name) if column.name in _FIRST else len(_FIRST)),
        Column("custom", "text"),
    ),
)
_FIGURE_KINDS: dict[str, ColumnKind] = {
    **dict.fromkeys(
        ("value", "low", "high", "previous", "converted_value", "converted_low", "converted_high"), "number"
    ),
    **dict.fromkeys(("event_day", "period_start", "period_end"), "day"),
}
FIGURES = Table(
    "figures",
    tuple(
        Column(name, _FIGURE_KINDS.get(name, "text"))
        for name in (
            "event_id", "event_day", "event_date", "metric", "company", "kind", "value", "low", "high", "qualifier",
            "unit", "period", "period_start", "period_end", "previous", "change", "converted_value", "converted_low",
            "converted_high", "converted_qualifier", "converted_unit",
        )
    ),
)  # fmt: skip
SOURCES = Table(
    "sources",
    tuple(
        Column(name, "link" if name == "url" else "text")
        for name in ("event_id", "event_date", "publisher", "title", "published", "url", "quote", "key")
    ),
)


def exact_day(event: Event) -> date | None:
    """The day of an event on one day that its source gives without doubt."""
    when = event.date
    is_day = when.kind == "point" and when.precision is not None and when.precision <= Precision.DAY
    return date.fromordinal(when.bounds.start) if is_day and not (when.approximate or when.uncertain) else None


def rows(entry: Entry) -> Iterator[tuple[Table, Row]]:
    """The row of an event, then those of its figures and sources."""
    event = entry.event
    values = to_json(entry)
    for name, kind in EVENTS.columns:
        if kind == "names":
            values[name] = [(item["name"], item["role"]) for item in values[name]]
        elif kind == "day" and name != "day":
            values[name] = _day(values[name])
    custom = dict(event.extra)
    versions = dump(values["was"]) if values["was"] else None
    yield EVENTS, {**values, "day": exact_day(event), "was": versions, "custom": dump(custom) if custom else None}
    about = {"event_id": event.id, "event_day": exact_day(event), "event_date": event.date.text}
    for figure in event.figures:
        said = {**figure_json(figure), "company": company_of(figure, event)}
        converted = said.pop("converted") or dict.fromkeys(("value", "low", "high", "qualifier", "unit"))
        for name in ("period_start", "period_end"):
            said[name] = _day(said[name])
        yield FIGURES, {**about, **said, **{f"converted_{name}": value for name, value in converted.items()}}
    for source in event.sources:
        yield SOURCES, {**about, **source_json(source)}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
