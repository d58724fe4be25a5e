"""Events as JSON text: the encoding of values, and the parts of an event's text that never change.

Owns: `dump`, the pieces of an event, and joining them with what depends on the answer. Does not: encode floats or
NaN — numbers are exact, as written in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import count, groupby, islice
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from timeline_cli.dates.event_date import EventDate, after_a_day, parse_date
from timeline_cli.fields.amounts import format_number
from timeline_cli.fields.field import ANSWER, DATE, ENTRY, EVENT, Field, Kind
from timeline_cli.fields.table import FIELDS, bare
from timeline_cli.model import Entry, Event


def _string(text: str) -> str:
    """A JSON string. Printable text needs only two escapes; anything else takes the slow path, and its import."""
    if text.isprintable():
        if "\\" in text or '"' in text:
            text = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{text}"'
    from json.encoder import encode_basestring

    escaped = encode_basestring(text)
    return escaped if escaped.isascii() and escaped.isprintable() else _risky().sub(_escaped, escaped)


@cache
def _risky() -> re.Pattern[str]:
    """Characters that JSON allows raw but a terminal or a YAML reader does not.

    DEL and C1, line separators, bidi marks, zero-width and other format characters, surrogates, non-characters.
    """
    return re.compile(
        "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
    )


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def _mapping(value: dict[Any, Any]) -> str:
    # The frequent types are handled inline: this code sees every value of every event.
    values = ["null" if item is None else _string(item) if type(item) is str else dump(item) for item in value.values()]
    return _form(tuple(value)) % tuple(values)


@lru_cache(maxsize=256)
def _form(keys: tuple[Any, ...]) -> str:
    """The JSON of a mapping with these keys, with %s for each value."""
    return "{" + ", ".join([_key(key).replace("%", "%%") + "%s" for key in keys]) + "}"


@lru_cache(maxsize=4096)
def _key(key: Any) -> str:
    return _string(str(key)) + ": "


def _list(value: Sequence[Any]) -> str:
    return "[" + ", ".join([dump(item) for item in value]) + "]" if value else "[]"


_FORMS: dict[type, Callable[[Any], str]] = {
    str: _string,
    bool: lambda value: "true" if value else "false",
    int: str,
    Decimal: format_number,
    dict: _mapping,
    list: _list,
    tuple: _list,
}


def dump(value: Any) -> str:
    """A JSON text on one line. Decimals are written in full."""
    if value is None:
        return "null"
    if type(value) is str:
        return _string(value)
    form = _FORMS.get(type(value))
    if form is None:
        raise TypeError(f"a value of JSON is not a {type(value).__name__}")
    return form(value)


# An event's text consists of pieces that depend only on the event, and fields between them that depend on the answer.
# The fields of its date are one run, since many events share a date.


class _Part(NamedTuple):
    """A field: its encoded key, its value and, if it depends only on the event, the text for an empty value."""

    key: str
    value: Callable[[Any], Any]  # of the entry; the JSON of the attribute if it depends only on the event
    name: str = ""
    empty: str = ""


Run = tuple[_Part, ...]


def _part(field: Field) -> _Part:
    assert field.encode is not None
    key = _key(field.key)
    if field.depends != EVENT:
        return _Part(key, field.encode)
    return _Part(key, _to_text(field.kind), field.key, key + dump(field.encode(bare(_NOTHING))))


def _to_text(kind: Kind) -> Callable[[Any], str]:
    """The function from a value of a kind to its JSON; words and names are repeated, so theirs is kept."""
    to_json = kind.to_json
    if kind.name in ("word", "type", "name"):
        return lru_cache(maxsize=4096)(lambda value: dump(to_json(value)))
    if kind.name not in ("names", "words"):
        return lambda value: dump(to_json(value))
    kept = lru_cache(maxsize=4096)(lambda item: dump(to_json((item,)))[1:-1])
    return lambda values: f"[{', '.join([kept(item) for item in values])}]"


_DAY = "2000-01-01"
_NOTHING = Event("", parse_date(_DAY), "")
_RUNS: list[tuple[str, Run]] = [
    (depends, tuple([_part(field) for field in fields]))
    for depends, fields in groupby((field for field in FIELDS if field.encode), lambda field: field.depends)
]
_OF_ENTRY, _OF_ANSWER = (
    [part for depends, run in _RUNS if depends == which for part in run] for which in (ENTRY, ANSWER)
)


def _is_asked(run: tuple[str, Run]) -> bool:
    return run[0] in (ENTRY, ANSWER)


_PIECES = [list(runs) for is_asked, runs in groupby(_RUNS, _is_asked) if not is_asked]
# The pieces whose fields depend only on the date, with their place.
_DATED = [(place, runs[0][1]) for place, runs in enumerate(_PIECES) if [depends for depends, _ in runs] == [DATE]]
_UNDATED = [runs for place, runs in enumerate(_PIECES) if place not in dict(_DATED)]


def _template() -> tuple[str, Callable[[list[str]], Any]]:
    """The template of an event's JSON, and the order of its values: of the entry, then of the answer, then pieces."""
    numbers = {part.key: number for number, part in enumerate([*_OF_ENTRY, *_OF_ANSWER])}
    pieces = count(len(numbers))
    places: list[tuple[str, int]] = []
    for is_asked, runs in groupby(_RUNS, _is_asked):
        places += (
            [(part.key, numbers[part.key]) for _, run in runs for part in run] if is_asked else [("", next(pieces))]
        )
    # The last piece, after the last field, has the x- keys.
    text = "{" + ", ".join(key + "%s" for key, _ in places) + "%s}"
    return text, itemgetter(*(number for _, number in places), next(pieces))


_TEMPLATE, _in_order = _template()
_ENTRY_VALUES = [part.value for part in _OF_ENTRY]

_of_dates: dict[str, tuple[EventDate, str]] = {}  # by the text of the date, the last such date and its fields


def undated(events: Sequence[Event]) -> list[list[str]]:
    """The parts of each event's JSON that depend on neither the question nor only the date; the last has the x- keys.

    Made field by field, since a processor repeats one step faster than it takes one after the other.
    """
    columns = ([field for run in runs for field in _fields(events, *run)] for runs in _UNDATED)
    found = [map(", ".join, zip(*fields, strict=True)) for fields in columns]
    extras = ["".join([f", {_string(key)}: {dump(value)}" for key, value in event.extra]) for event in events]
    return [list(parts) for parts in zip(*found, extras, strict=True)]


def dated(event: Event, kept: list[str]) -> list[str]:
    """The pieces of an event, from those that `undated` gave, which are changed."""
    for place, run in _DATED:
        kept.insert(place, _of_date(event.date, run))
    return kept


def _all_pieces(events: Sequence[Event]) -> list[list[str]]:
    """The pieces of each entry, taken from the index if it has them."""
    stored: Callable[[Sequence[Event]], list[list[str]]] | None = getattr(type(events[0]), "stored_pieces", None)
    if stored is not None and len({type(event) for event in events}) == 1:
        return stored(events)
    return [dated(event, parts) for event, parts in zip(events, undated(events), strict=True)]


def _fields(events: Sequence[Event], depends: str, run: Run) -> list[list[str]]:
    """For each field of a run, its text of each event; those of a date are one text."""
    if depends == DATE:
        return [[_of_date(event.date, run) for event in events]]
    return [
        [key + to_text(value) if value else empty for value in map(attrgetter(name), events)]
        for key, to_text, name, empty in run
    ]


def _of_date(date: EventDate, run: Run) -> str:
    kept = _of_dates.get(date.text)
    if kept is None or kept[0] is not date:
        if len(_of_dates) > 20_000:
            _of_dates.clear()
        end = after_a_day(date)
        text = _run(date, run) if end is None else _of_a_day(end, run).replace(_DAY, date.text[:10])
        kept = _of_dates[date.text] = date, text
    return kept[1]


@cache
def _of_a_day(end: str, run: Run) -> str:
    return _run(parse_date(_DAY + end), run)


def _run(date: EventDate, run: Run) -> str:
    entry = bare(Event("", date, ""))
    return ", ".join([key + dump(value_of(entry)) for key, value_of, _, _ in run])


_BATCH = 256


def entries_json(entries: Iterable[Entry]) -> Iterator[str]:
    """Each entry as defined by the JSON contract (`table.to_json`), on one line."""
    rest = iter(entries)
    while batch := list(islice(rest, _BATCH)):
        of_entries = zip(*[map(dump, map(value_of, batch)) for value_of in _ENTRY_VALUES], strict=True)
        pieces = _all_pieces([entry.event for entry in batch])
        for entry, values, parts in zip(batch, of_entries, pieces, strict=True):
            yield _TEMPLATE % _in_order([*values, *_of_answer(*entry[1:5]), *parts])


@lru_cache(maxsize=256)
def _of_answer(*answer: Any) -> list[str]:
    """The values that depend only on the answer (everything in an entry except the event and `known`)."""
    return [dump(part.value(Entry(_NOTHING, *answer))) for part in _OF_ANSWER]
