"""An event and a date, as Python values.

Owns: Event, Date, parse_date. Does not: know a field that the JSON contract has not; each value is that of
`timeline show --json`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from timeline_cli.api.errors import QueryError, public_errors
from timeline_cli.dates import event_date
from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.faults import DateFault
from timeline_cli.fields.table import bare, to_json
from timeline_cli.model import Entry
from timeline_cli.model import Event as WrittenEvent
from timeline_cli.text import clean

Record = dict[str, Any]

DAYS = ("start", "start_latest", "end_earliest", "end")


@dataclass(frozen=True, repr=False)
class Date:
    """A date as precise as its source: its start lies in `start`..`start_latest`, its end in `end_earliest`..`end`.

    None where there is no such day, since that side is open or unknown, or where it is before the year 1. `text` is
    the form of the files, `kind` is point, interval or choice, `precision` the unit of the coarser end.
    """

    text: str
    kind: str
    precision: str | None
    start: datetime.date | None
    start_latest: datetime.date | None
    end_earliest: datetime.date | None
    end: datetime.date | None
    approximate: bool
    uncertain: bool

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Date({self.text!r})"


@dataclass(frozen=True, repr=False)
class Event:
    """One event of an answer. `companies` and `people` are names; None and () mean not written.

    `state` is the status, or else follows from the date and today. `match` is certain or possible; None if the
    question has no dates. `record` has all fields of `show --json`, with figures, sources, links, earlier versions
    and x- keys; numbers are int or Decimal.
    """

    id: str
    date: Date
    title: str
    type: str | None
    state: str | None
    match: str | None
    background: bool
    status: str | None
    certainty: str | None
    companies: tuple[str, ...]
    people: tuple[str, ...]
    place: str | None
    tags: tuple[str, ...]
    summary: str | None
    known: Date | None
    record: Record = field(compare=False)

    def __repr__(self) -> str:
        return f"<Event {self.date}: {clean(self.title)}>"


def parse_date(text: str) -> Date:
    """Parse a date in the form of the files, such as 2025-03~ or 2006/.. Raises QueryError, with a hint."""
    if not isinstance(text, str):
        raise QueryError(f"{text!r} is not text", 'write a date as "2025-03-22"')
    with public_errors():
        try:
            return date_of(event_date.parse_date(text))
        except DateFault as fault:
            from timeline_cli.dates.hints.forms import explained

            raise explained(text, fault) from None


def date_of(date: EventDate) -> Date:
    """A date of the model for programs."""
    values: Record = to_json(bare(WrittenEvent("", date, "")), tuple(Date.__dataclass_fields__)[1:])
    days = {key: value and datetime.date.fromisoformat(value) for key, value in values.items() if key in DAYS}
    return Date(**{"text": date.text, **values, **days})


def event_of(entry: Entry) -> Event:
    """An entry of an answer for programs, with all that it says."""
    record = record_of(entry)
    event = entry.event
    return Event(
        id=event.id,
        date=date_of(event.date),
        title=event.title,
        type=event.type,
        state=entry.state,
        match=entry.match,
        background=entry.background,
        status=event.status,
        certainty=event.certainty,
        companies=tuple(role.name for role in event.companies),
        people=tuple(role.name for role in event.people),
        place=event.place,
        tags=event.tags,
        summary=event.summary,
        known=date_of(entry.known) if entry.known else None,
        record=record,
    )


def record_of(entry: Entry) -> Record:
    """An entry as the object of `show --json`."""
    found: Record = plain(to_json(entry))
    return found


def plain(value: Any) -> Any:
    """A value of the JSON contract as json.loads would give it, with Decimal for what is no whole number."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value
    return value
