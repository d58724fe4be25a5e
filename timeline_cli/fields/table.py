"""The table of an event's fields, in the order of the JSON contract.

Owns: FIELDS; a new field is one row here and one attribute of the model. Does not: know files or screens.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any

from timeline_cli.dates.calendar import iso
from timeline_cli.dates.event_date import Reading
from timeline_cli.fields import field as kinds
from timeline_cli.fields import versions
from timeline_cli.fields.field import ANSWER, DATE, ENTRY, EVENT, Field, Kind, name_in, names_in, word_of
from timeline_cli.model import Entry, Event

STATUSES = ("occurred", "ongoing", "scheduled", "tentative", "postponed", "cancelled")
CERTAINTIES = ("confirmed", "reported", "rumoured", "disputed")


def _written(key: str, help: str, kind: Kind, term: str = "", depends: str = EVENT) -> Field:
    """A field that files contain: the attribute `key` of Event."""
    value, to_json = attrgetter(f"event.{key}"), kind.to_json
    encode = value if to_json is kinds.as_it_is else lambda entry: to_json(value(entry))
    return Field(key, help, kind, encode, depends, term)


def _derived(key: str, help: str, encode: Callable[[Entry], Any], depends: str = ENTRY) -> Field:
    return Field(key, help, kinds.DERIVED, encode, depends)


def _of_date(key: str, help: str, encode: Callable[[Entry], Any]) -> Field:
    return _derived(key, help, encode, DATE)


def _bound(side: str) -> Callable[[Entry], str | None]:
    index = Reading._fields.index(side)
    return lambda entry: iso(entry.event.date.bounds[index])


def _start_latest(entry: Entry) -> str | None:
    """Null for an open or unknown start; a choice of dates still has a latest start."""
    date = entry.event.date
    return iso(date.bounds.start_latest) if date.start_edge == "known" or date.kind == "choice" else None


def _end_earliest(entry: Entry) -> str | None:
    date = entry.event.date
    return iso(date.bounds.end_earliest) if date.end_edge == "known" or date.kind == "choice" else None


@lru_cache(maxsize=64)
def _printable_name(file: str) -> str:
    return file.encode("utf-8", "replace").decode()


VERSIONS = Kind("versions", lambda value: [versions.to_json(version, BY_KEY) for version in value], late=True)

FIELDS: tuple[Field, ...] = (
    _written("id", "a unique word for links and questions; needed if other events link to it", kinds.ID, depends=ENTRY),
    _written("date", "the date, exactly as precise as the source: 2025-03-22, 2025-03, 2025, 2006/.., [..2025-03-24]",
             kinds.EVENT_DATE, depends=DATE),
    _of_date("kind", "point, interval or choice", lambda entry: entry.event.date.kind),
    _of_date("precision", "the unit of the coarser end: second to century", lambda entry:
             entry.event.date.precision.word if entry.event.date.precision is not None else None),
    _of_date("start", "first possible day of the start", _bound("start")),
    _of_date("start_latest", "last possible day of the start", _start_latest),
    _of_date("end_earliest", "first possible day of the end", _end_earliest),
    _of_date("end", "last possible day of the end", _bound("end")),
    _of_date("start_edge", "known, open or unknown", lambda entry: entry.event.date.start_edge),
    _of_date("end_edge", "known, open or unknown", lambda entry: entry.event.date.end_edge),
    _of_date("start_time", "RFC 3339", lambda entry: entry.event.date.start_time),
    _of_date("end_time", "RFC 3339", lambda entry: entry.event.date.end_time),
    _of_date("approximate", "whether the date is approximate (~)", lambda entry: entry.event.date.approximate),
    _of_date("uncertain", "whether the date is uncertain (?)", lambda entry: entry.event.date.uncertain),
    _derived("state", "the status, or else derived from the date and today", lambda entry: entry.state, ANSWER),
    _derived("match", "certain or possible; null if every answer is exact", lambda entry: entry.match, ANSWER),
    _derived("background", "whether it only runs through the requested period", lambda entry: entry.background, ANSWER),
    _written("type", "a built-in type, or one declared under types:", kinds.TYPE, term="type"),
    _written("title", "what happened, in one line", kinds.LINE),
    _written("status", "one of: " + " ".join(STATUSES),
             word_of(STATUSES, ("certainty", CERTAINTIES)), term="status"),
    _written("certainty", "one of: " + " ".join(CERTAINTIES),
             word_of(CERTAINTIES, ("status", STATUSES)), term="certainty"),
    _written("companies", "names, or {name, role}", names_in("companies"), term="company"),
    _written("people", "names, or {name, role}", names_in("people"), term="person"),
    _written("place", "the place", name_in("places"), term="place"),
    _written("tags", "free words", kinds.WORDS, term="tag"),
    _written("summary", "a paragraph", kinds.TEXT),
    _written("figures", "figures: metric, value, unit, period, kind, previous, change, converted", kinds.FIGURES,
             term="figure"),
    _written("sources", "the sources: keys of sources:, links, or mappings with a quote", kinds.SOURCES, term="source"),
    _written("part_of", "ids of the larger events that this one belongs to", kinds.LINKS),
    _written("follows", "ids of the events that led to this one", kinds.LINKS),
    _written("supersedes", "ids of the events that this one replaces", kinds.LINKS),
    _written("related", "ids of other events", kinds.LINKS),
    _derived("superseded_by", "ids of the events that replace this one", lambda entry: list(entry.superseded_by),
             ANSWER),
    Field("known", "the date on which it became known", kinds.DAY, lambda entry: kinds.DAY.to_json(entry.known), ENTRY),
    _written("was", "earlier versions, oldest first: the values that differed", VERSIONS),
    # JSON cannot contain names that are not UTF-8; the bytes that are not become question marks.
    _derived("file", "the file that contains it", lambda entry: _printable_name(entry.event.file)),
    _derived("line", "its first line", attrgetter("event.line")),
    Field("fiscal_of", "the company whose fiscal year a date such as FY2025 uses", name_in("companies"), None),
    Field("days", "the days from today, in the JSON of the agenda", kinds.DERIVED, None),
)  # fmt: skip

BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}
BY_TERM: dict[str, Field] = {field.term: field for field in FIELDS if field.term}
# The attributes of an event that files contain, with their kinds.
WRITTEN: dict[str, Kind] = {field.key: field.kind for field in FIELDS if field.is_decoded and field.encode}
JSON_KEYS: tuple[str, ...] = tuple(field.key for field in FIELDS if field.encode)


def to_json(entry: Entry, keys: tuple[str, ...] | None = None) -> dict[str, Any]:
    """An entry in the form of the JSON contract: its `keys`, or all and then the x- keys.

    Numbers are Decimals, dates canonical text.
    """
    if keys is not None:
        extra = dict(entry.event.extra)
        encoders = {key: BY_KEY[key].encode if key in BY_KEY else None for key in keys}
        return {key: encode(entry) if encode else extra.get(key) for key, encode in encoders.items()}
    found = {field.key: field.encode(entry) for field in FIELDS if field.encode}
    found.update(entry.event.extra)
    return found


def bare(event: Event) -> Entry:
    """An entry for an event outside of any question."""
    return Entry(event, None, known=event.known)
