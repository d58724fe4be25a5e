"""The table of an event's fields, in the order of the JSON contract (design, section 5).

Owns: FIELDS — a new field is one row here and one attribute of the model. Refuses: to know files or screens.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from timeline_cli.dates.calendar import iso
from timeline_cli.dates.event_date import Reading
from timeline_cli.fields import decode, parts, versions
from timeline_cli.fields.field import ANSWER, DATE, ENTRY, Field
from timeline_cli.fields.names import name_of, roles
from timeline_cli.model import Entry, Event

STATUSES = ("occurred", "ongoing", "scheduled", "tentative", "postponed", "cancelled")
CERTAINTIES = ("confirmed", "reported", "rumoured", "disputed")


def _derived(key: str, help: str, encode: Callable[[Entry], Any], depends: str = ENTRY) -> Field:
    return Field(key, help, encode, depends=depends)


def _of_date(key: str, help: str, encode: Callable[[Entry], Any]) -> Field:
    return Field(key, help, encode, depends=DATE)


def _bound(side: str) -> Callable[[Entry], str | None]:
    index = Reading._fields.index(side)
    return lambda entry: iso(entry.event.date.bounds[index])


def _start_latest(entry: Entry) -> str | None:
    """Null for a start that is open or unknown, except that one of several moments has a latest one."""
    date = entry.event.date
    return iso(date.bounds.start_latest) if date.start_edge == "known" or date.kind == "choice" else None


def _end_earliest(entry: Entry) -> str | None:
    date = entry.event.date
    return iso(date.bounds.end_earliest) if date.end_edge == "known" or date.kind == "choice" else None


def _role_list(attribute: str) -> Callable[[Entry], list[dict[str, str | None]]]:
    return lambda entry: [{"name": name, "role": role} for name, role in getattr(entry.event, attribute)]


def _as_list(attribute: str) -> Callable[[Entry], list[Any]]:
    return lambda entry: list(getattr(entry.event, attribute))


def _attribute(name: str) -> Callable[[Entry], Any]:
    return lambda entry: getattr(entry.event, name)


@lru_cache(maxsize=64)
def _printable_name(file: str) -> str:
    return file.encode("utf-8", "replace").decode()


FIELDS: tuple[Field, ...] = (
    Field("id", "one word that links and questions use; write one where others link to it",
          _attribute("id"), decode.event_id, depends=ENTRY),
    Field("date", "when, exactly as precise as the source: 2025-03-22, 2025-03, 2025, 2006/.., [..2025-03-24]",
          lambda entry: entry.event.date.text, decode.date, late=True, depends=DATE),
    _of_date("kind", "point, interval or choice", lambda entry: entry.event.date.kind),
    _of_date("precision", "of the coarser end: second to century", lambda entry:
             entry.event.date.precision.word if entry.event.date.precision is not None else None),
    _of_date("start", "first day on which it may start", _bound("start")),
    _of_date("start_latest", "last day on which it may start", _start_latest),
    _of_date("end_earliest", "first day on which it may end", _end_earliest),
    _of_date("end", "last day on which it may end", _bound("end")),
    _of_date("start_edge", "known, open or unknown", lambda entry: entry.event.date.start_edge),
    _of_date("end_edge", "known, open or unknown", lambda entry: entry.event.date.end_edge),
    _of_date("start_time", "RFC 3339", lambda entry: entry.event.date.start_time),
    _of_date("end_time", "RFC 3339", lambda entry: entry.event.date.end_time),
    _of_date("approximate", "about then (~)", lambda entry: entry.event.date.approximate),
    _of_date("uncertain", "perhaps not then (?)", lambda entry: entry.event.date.uncertain),
    _derived("state", "the status, else what date and today tell", lambda entry: entry.state, ANSWER),
    _derived("match", "certain or possible; null when nothing imprecise was asked", lambda entry: entry.match, ANSWER),
    _derived("background", "whether it only runs through what was asked for", lambda entry: entry.background, ANSWER),
    Field("type", "one of the built-in types, or one declared under types:", _attribute("type"), decode.event_type),
    Field("title", "what happened, in one line", _attribute("title"), decode.line),
    Field("status", "one of: " + " ".join(STATUSES), _attribute("status"),
          decode.one_of("status", STATUSES, ("certainty", CERTAINTIES))),
    Field("certainty", "one of: " + " ".join(CERTAINTIES), _attribute("certainty"),
          decode.one_of("certainty", CERTAINTIES, ("status", STATUSES))),
    Field("companies", "names, or {name, role}", _role_list("companies"), roles("companies")),
    Field("people", "names, or {name, role}", _role_list("people"), roles("people")),
    Field("place", "where", _attribute("place"), name_of("places")),
    Field("tags", "words of your own", _as_list("tags"), decode.words),
    Field("summary", "a paragraph", _attribute("summary"), decode.text),
    Field("figures", "numbers: metric, value, unit, period, kind, previous, change, converted", lambda entry:
          [parts.figure_json(figure) for figure in entry.event.figures], parts.figures, late=True),
    Field("sources", "who says so: keys of sources:, links, or mappings with a quote", lambda entry:
          [parts.source_json(source) for source in entry.event.sources], parts.sources, late=True),
    Field("part_of", "ids of the larger events that it belongs to", _as_list("part_of"), decode.links),
    Field("follows", "ids of the events that led to it", _as_list("follows"), decode.links),
    Field("supersedes", "ids of the events that it replaces", _as_list("supersedes"), decode.links),
    Field("related", "ids of other events", _as_list("related"), decode.links),
    _derived("superseded_by", "ids of the events that replace it", lambda entry: list(entry.superseded_by),
             ANSWER),
    Field("known", "when it became known", lambda entry:
          entry.known.plain_text if entry.known else None, decode.date_alone, late=True, depends=ENTRY),
    Field("was", "earlier versions, oldest first: what they differ in", lambda entry:
          versions.encode(entry, BY_KEY), lambda node, context: versions.decode(node, BY_KEY, context), late=True),
    # A name that is not UTF-8 cannot stand in JSON; what is not is told as a question mark.
    _derived("file", "the file that it stands in",
             lambda entry: _printable_name(entry.event.file)),
    _derived("line", "the line at which it starts", _attribute("line")),
    Field("fiscal_of", "the company whose fiscal year a date like FY2025 means", None,
          name_of("companies")),
)  # fmt: skip

BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}
JSON_KEYS: tuple[str, ...] = tuple(field.key for field in FIELDS if field.encode)


def to_json(entry: Entry, keys: tuple[str, ...] | None = None) -> dict[str, Any]:
    """An entry as the JSON contract has it: `keys` of it, or all and then the x- keys.

    Numbers are Decimals, dates canonical text.
    """
    if keys is not None:
        extra = dict(entry.event.extra)
        return {key: BY_KEY[key].encode(entry) if key in BY_KEY else extra.get(key) for key in keys}  # type: ignore[misc]
    found = {field.key: field.encode(entry) for field in FIELDS if field.encode}
    found.update(entry.event.extra)
    return found


def bare(event: Event) -> Entry:
    """An entry of an event that was not asked for by anything."""
    return Entry(event, None, known=event.known)
