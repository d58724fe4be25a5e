"""Encode events and registries as text for the index, and decode them.

Owns: that format, which is JSON lists. Does not: use pickle, or parse dates again.

A date is stored as its text if that is complete. A date that depends on a fiscal year, a place's zone or given bounds
is stored with all its values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from json import JSONEncoder
from json import encoder as json_encoder
from json import loads as loads
from operator import attrgetter
from typing import Any, NamedTuple

from timeline_cli.dates.calendar import Precision
from timeline_cli.dates.event_date import EventDate, Reading, parse_date, plain_day
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.diagnostics import Diagnostic, Edit, Fix, Location
from timeline_cli.event_types import EventType
from timeline_cli.fields.field import KindName
from timeline_cli.fields.table import WRITTEN
from timeline_cli.fields.versions import EMPTY
from timeline_cli.hint import Hint
from timeline_cli.model import Amount, Converted, Entity, Event, Figure, Names, Registries, Role, Source, Version

encode_json = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def _encoder_of_lists() -> Callable[[Sequence[Any]], str]:
    """`encode_json` for many lists: CPython makes an encoder for each text, which takes as long as a short one."""
    make: Any = getattr(json_encoder, "c_make_encoder", None)
    if make is None:
        return encode_json
    parts = make(None, None, json_encoder.encode_basestring, None, ":", ",", False, False, True)
    return lambda values: "".join(parts(values, 0))


_encode_list = _encoder_of_lists()


class Codec(NamedTuple):
    """Encode and decode a value of the model as JSON."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


_dates: dict[int, tuple[EventDate, Any]] = {}  # by identity, with the date, to keep it alive


def encode_date(date: EventDate | None) -> Any:
    """A date as its text, or as a list of all its values."""
    if date is None:
        return None
    kept = _dates.get(id(date))
    if kept is None:
        if len(_dates) > 20_000:
            _dates.clear()
        kept = _dates[id(date)] = date, date.text if _says_all(date) else list(date)
    return kept[1]


def _says_all(date: EventDate) -> bool:
    try:
        found = parse_date(date.text)
        return found is date or found == date
    except DateFault:
        return False


def besides_text(date: EventDate) -> str | None:
    """All values of a date but its text, which need no parsing; None if they follow from its first day."""
    return None if date == plain_day(date.text, date.bounds.start) else encode_json(date[1:])


def decode_dates(rows: Sequence[tuple[Any, ...]]) -> dict[int, EventDate]:
    """Dates by number, from their numbers, texts, first days, and what is stored besides."""
    others = iter(loads(f"[{','.join([row[3] for row in rows if row[3] is not None])}]"))
    return {
        ref: plain_day(text, first) if more is None else composed([text, *next(others)])
        for ref, text, first, more in rows
    }


def decode_date(value: Any) -> EventDate | None:
    if value is None:
        return None
    return parse_date(value) if isinstance(value, str) else _composed(encode_json(value))


@lru_cache(maxsize=4096)
def _composed(text: str) -> EventDate:
    return composed(loads(text))


_PRECISIONS: dict[int | None, Precision | None] = {None: None, **{int(precision): precision for precision in Precision}}
_make: Callable[[Any, Iterable[Any]], Any] = tuple.__new__  # a question may need thousands of dates


def composed(value: list[Any]) -> EventDate:
    """The date from a list of all its values."""
    text, kind, precision, readings, endpoints, *others, (day, coarse, moment) = value
    readings = tuple([_make(Reading, reading) for reading in readings])
    endpoints = tuple([tuple(days) for days in endpoints])
    key = day, coarse, float(moment)
    date: EventDate = _make(EventDate, (text, kind, _PRECISIONS[precision], readings, endpoints, *others, key))
    return date


def _encode_amount(amount: Amount | None) -> Any:
    if amount is None:
        return None
    low, high, qualifier = amount
    return [None if low is None else str(low), None if high is None else str(high), qualifier]


def _decode_amount(value: Any) -> Amount | None:
    if value is None:
        return None
    low, high, qualifier = value
    return Amount(None if low is None else Decimal(low), None if high is None else Decimal(high), qualifier)


def _encode_figure(figure: Figure) -> list[Any]:
    metric, company, kind, amount, unit, period, previous, change, converted = figure
    return [
        metric, company, kind, _encode_amount(amount), unit, encode_date(period), _encode_amount(previous), change,
        converted and [_encode_amount(converted.amount), converted.unit],
    ]  # fmt: skip


def _decode_figure(value: Any) -> Figure:
    metric, company, kind, amount, unit, period, previous, change, converted = value
    exact = _decode_amount(amount)
    assert exact is not None
    return Figure(
        metric, company, kind, exact, unit, decode_date(period), _decode_amount(previous), change,
        converted and _decode_converted(*converted),
    )  # fmt: skip


def _decode_converted(amount: Any, unit: str | None) -> Converted | None:
    exact = _decode_amount(amount)
    return exact and Converted(exact, unit)


def _encode_source(source: Source) -> list[Any]:
    key, publisher, title, url, published, quote = source
    return [key, publisher, title, url, published and encode_date(published), quote]


def _decode_source(value: Any) -> Source:
    key, publisher, title, url, published, quote = value
    return Source(key, publisher, title, url, decode_date(published), quote)


def _many(encode: Callable[[Any], Any], decode: Callable[[Any], Any]) -> Codec:
    each = _same if encode is _same else lambda values: [encode(value) for value in values]
    return Codec(each, lambda values: tuple(map(decode, values)))


_PLAIN = Codec(_same, _same)
_WORDS = Codec(_same, tuple)  # JSON has no tuples


def _encode_version(version: Version) -> list[Any]:
    return [[key, CODECS[key].encode(value)] for key, value in version.changes]


def _decode_version(value: Any) -> Version:
    return Version(tuple((key, CODECS[key].decode(change)) for key, change in value))


# How to store a value of each kind; text is stored as it is.
_BY_KIND: dict[KindName, Codec] = {
    "date": Codec(encode_date, decode_date),
    "names": _many(_same, partial(tuple.__new__, Role)),  # faster than Role, and of the same values
    "words": _WORDS,
    "links": _WORDS,
    "figures": _many(_encode_figure, _decode_figure),
    "sources": _many(_encode_source, _decode_source),
    "versions": _many(_encode_version, _decode_version),
}
CODECS: dict[str, Codec] = {
    **{key: _BY_KIND.get(kind.name, _PLAIN) for key, kind in WRITTEN.items()},
    "extra": _many(_same, lambda value: (value[0], value[1])),
}
COLUMNS = ("id", "date", "type", "status", "certainty")  # of `items`, used to answer questions
BODY = tuple(key for key in CODECS if key not in COLUMNS)
_BODY_CODECS = [(key, *CODECS[key]) for key in BODY]


def encode_bodies(events: Sequence[Event]) -> Iterator[str]:
    """The parts of each event that have no column. An empty value takes two characters."""
    values = [
        [encode(value) if value else 0 for value in map(attrgetter(key), events)] for key, encode, _ in _BODY_CODECS
    ]
    return map(_encode_list, zip(*values, strict=True))


def decode_body(text: str) -> list[tuple[str, Any]]:
    """The attributes that `encode_bodies` stored. Raises ValueError for any other text."""
    values = loads(text)
    return [
        (key, EMPTY[key] if value == 0 else decode(value))
        for (key, _, decode), value in zip(_BODY_CODECS, values, strict=True)
    ]


# Problems: places without their file, since each command may give it another name.


def encode_problems(problems: Sequence[Diagnostic], numbers: Mapping[str, float]) -> str | None:
    """The problems of an item or a file, with related places by file number; None if there are none."""
    return encode_json([_encode_problem(problem, numbers) for problem in problems]) if problems else None


def _encode_problem(problem: Diagnostic, numbers: Mapping[str, float]) -> list[Any]:
    """A problem as a list; a fix that writes the hint's value at the problem's own place needs no space."""
    code, message, place, hint, related, fix = problem
    others = [[numbers[at.file], at[1:], word] for at, word in related]
    # An edit is in the file of its problem.
    kept = [code, message, place[1:], hint if hint.value is not None else hint.text, others]
    if fix is None:
        return kept
    edits = [one.text if one.place == place else [one.place[1:], one.text] for one in fix.edits]
    return [*kept, fix.certain, 0 if edits == [hint.value] else edits]


def decode_problems(text: str | None, names: Mapping[float, str], file: str, line: int) -> list[Diagnostic]:
    """Problems with lines counted from `line`; `names` are file names by number."""
    found = []
    for code, message, place, hint_kept, related, *fix_kept in loads(text) if text else ():
        at = Location(file, *place)
        hint = Hint(hint_kept) if isinstance(hint_kept, str) else Hint(*hint_kept)
        others = tuple((Location(names[number], *other), word) for number, other, word in related)
        fix = _decode_fix(at, hint, *fix_kept) if fix_kept else None
        found.append(Diagnostic(code, message, at, hint, others, fix).moved(line))
    return found


def _decode_fix(place: Location, hint: Hint, certain: bool, kept: Any) -> Fix:
    """The fix of a problem at `place`; its edits are texts there or have their own place."""
    edits = (
        Edit(place, one) if isinstance(one, str) else Edit(Location(place.file, *one[0]), one[1])
        for one in (kept or [hint.value])
    )
    return Fix(tuple(edits), certain)


# Registries.


def encode_registries(registries: Registries) -> str:
    """The registries as text."""
    kinds = [
        [list(names.entities.values()), names.canonical]
        for names in (registries.companies, registries.people, registries.places)
    ]
    sources = [[key, _encode_source(source)] for key, source in registries.sources.items()]
    return encode_json([kinds, list(map(list, registries.types.values())), sources, sorted(registries.faulty)])


def decode_registries(text: str) -> Registries:
    """The registries that `encode_registries` stored."""
    kinds, types, sources, faulty = loads(text)
    companies, people, places = (
        Names({entity[0]: _decode_entity(entity) for entity in entities}, canonical) for entities, canonical in kinds
    )
    return Registries(
        companies,
        people,
        places,
        {row[0]: EventType(*row) for row in types},
        {key: _decode_source(source) for key, source in sources},
        frozenset(faulty),
    )


def _decode_entity(value: Any) -> Entity:
    name, aliases, parent, tz, fiscal, company, role = value
    return Entity(name, tuple(aliases), parent, tz, fiscal and FiscalYear(*fiscal), company, role)
