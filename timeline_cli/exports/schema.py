"""The JSON Schema (2020-12) of a file of events, for editors: its keys, their words, and the names of one timeline.

Owns: the shape of each kind; the keys and their help come from the tables of the code. Does not: reject what reading
accepts; `timeline check` finds what a schema cannot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from timeline_cli.dates.hints.forms import FORMS
from timeline_cli.dates.points import POINT_PATTERN
from timeline_cli.event_types import COLOURS
from timeline_cli.fields.field import Field, KindName
from timeline_cli.fields.json import dump
from timeline_cli.fields.parts import FIGURE_KEYS, SOURCE_KEYS
from timeline_cli.fields.table import FIELDS
from timeline_cli.model import FIGURE_KINDS, Timeline
from timeline_cli.query.entities import KINDS
from timeline_cli.reading.parser_input import REGISTRIES, TOP_KEYS
from timeline_cli.reading.registries import ENTRY_KEYS

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MADE_BY = "made by timeline schema"
MOST_NAMES = 2_000  # of a kind; editors show no more

_POINT = f"(?:{POINT_PATTERN})"
_SIDE = rf"\s*(?:{_POINT}[?~%]?|\.\.)?\s*"
_CHOICE = rf"\s*(?:{_POINT})?\s*(?:\.\.\s*(?:{_POINT})?)?\s*"
DATE_PATTERN = rf"^\s*(?:{_POINT}[?~%]?|{_SIDE}/{_SIDE}|\[{_CHOICE}(?:,{_CHOICE})*\])\s*$"

# The types of one value: numbers, true and null are text, as in reading. Names exclude them, since editors would offer
# true and null next to names; such a name has to be quoted.
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_NAME: Schema = {"type": ["string", "number"]}
_NULL: Schema = {"type": "null"}
_OWN_KEYS: Schema = {"^x-": True, "^<<$": True}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _words(words: Iterable[str]) -> Schema:
    return {"enum": [*words, None]}


def _maybe(shape: Schema) -> Schema:
    return {"anyOf": [shape, _NULL]}


def _one_or_list(shape: Schema) -> Schema:
    return {"anyOf": [shape, {"type": "array", "items": shape}, _NULL]}


def _object(properties: dict[str, Schema], required: tuple[str, ...] = (), **others: Any) -> Schema:
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**found, **({"required": list(required)} if required else {}), **others}


def _roles(name: Schema) -> Schema:
    role = _object({"name": name, "role": _TEXT}, ("name",))
    return _one_or_list({"anyOf": [name, role]})


def _name(registry: str) -> Schema:
    return _ref(KINDS[registry].singular)


# The shape of each kind; other kinds are text.
_SHAPES: dict[KindName, Callable[[Field], Schema]] = {
    "id": lambda field: {"type": ["string", "number", "null"]},
    "date": lambda field: _ref("date"),
    "type": lambda field: _maybe(_ref("type")),
    "word": lambda field: _words(field.kind.choices),
    "name": lambda field: _maybe(_name(field.kind.registry)),
    "names": lambda field: _roles(_name(field.kind.registry)),
    "words": lambda field: _one_or_list(_name(field.key) if field.key in KINDS else _NAME),
    "links": lambda field: _one_or_list(_ref("id")),
    "figures": lambda field: {
        "anyOf": [{"type": "array", "items": _ref("figure")}, _ref("figure"), _ref("figures-in-short"), _NULL]
    },
    "sources": lambda field: _one_or_list({"anyOf": [_ref("source-key"), _ref("source")]}),
    "versions": lambda field: {"anyOf": [{"type": "array", "items": _ref("version")}, _ref("version"), _NULL]},
}
_TITLE: Schema = {"type": ["string", "number", "boolean"]}
_AMOUNT: Schema = {"type": ["string", "number", "null"]}
_FIGURE: dict[str, Schema] = {
    "metric": _ref("metric"),
    "company": _maybe(_ref("company")),
    "kind": _words(FIGURE_KINDS),
    "value": {**_AMOUNT, "description": "[about|over|under] NUMBER [to NUMBER] [thousand|million|billion|trillion]"},
    "previous": _AMOUNT,
    "unit": _maybe(_ref("unit")),
    "period": _ref("date"),
    "change": _TEXT,
    "converted": {"type": ["object", "null"]},
}
_SOURCE: dict[str, Schema] = {
    "ref": _maybe(_ref("source-key")),
    "url": {"type": ["string", "null"], "pattern": "^(https?://|mailto:)"},
    "published": _ref("date"),
    **dict.fromkeys(("key", "publisher", "title", "quote"), _TEXT),
}
_ENTRY: dict[tuple[str, str], Schema] = {
    ("companies", "parent"): _maybe(_ref("company")),
    ("companies", "fiscal_year_end"): {"type": ["integer", "string"]},
    ("companies", "fiscal_year_name"): _words(("end", "start")),
    ("people", "company"): _maybe(_ref("company")),
    ("places", "in"): _maybe(_ref("place")),
    ("types", "parent"): _maybe(_ref("type")),
    ("types", "colour"): _words(COLOURS),
    ("sources", "published"): _ref("date"),
}


def schema(timeline: Timeline) -> Schema:
    """The schema, with the names of a timeline as completions. Other names are valid too."""
    event = _event()
    defaults = {key: shape for key, shape in event.items() if key not in ("id", "date", "title", "was")}
    version = {key: shape for key, shape in event.items() if key not in ("id", "was", "fiscal_of")}
    derived = {f"^({'|'.join(field.key for field in FIELDS if not field.is_decoded)})$": True}
    return {
        "$schema": DIALECT,
        "$comment": MADE_BY,
        "description": "A timeline of corporate events. See `timeline help file`.",
        "type": ["object", "array", "null"],
        "items": _ref("event"),
        "properties": _top(),
        "patternProperties": _OWN_KEYS,
        "additionalProperties": False,
        "$defs": {
            "event": _object(event, ("date", "title"), patternProperties={**_OWN_KEYS, **derived}),
            "version": _object(version, patternProperties={**_OWN_KEYS, **derived}),
            "defaults": _object({**defaults, "source": event["sources"]}, patternProperties=_OWN_KEYS),
            "date": _date(),
            "figure": _object({key: _FIGURE.get(key, _TEXT) for key in FIGURE_KEYS}, ("metric", "value")),
            "figures-in-short": {"type": "object", "not": {"required": ["metric"]}, "additionalProperties": _AMOUNT},
            "source": _object({key: _SOURCE.get(key, _TEXT) for key in SOURCE_KEYS}),
            **{f"{name}-entry": _object(_entry(name), patternProperties={"^<<$": True}) for name in REGISTRIES},
            **{name: _known(names) for name, names in _names(timeline).items()},
        },
    }


def _event() -> dict[str, Schema]:
    """The fields of an event in files, with their help."""
    # A shape beside a $ref is allowed since 2019-09.
    return {field.key: {**_shape(field), "description": field.help} for field in FIELDS if field.is_decoded}


def _shape(field: Field) -> Schema:
    if field.key == "title":
        return _TITLE
    shape = _SHAPES.get(field.kind.name)
    return shape(field) if shape else _TEXT


def _top() -> dict[str, Schema]:
    shapes: dict[str, Schema] = {
        "events": {"type": ["array", "null"], "items": _ref("event")},
        "defaults": _maybe(_ref("defaults")),
        "include": _one_or_list({"type": "string"}),
    }
    for name in REGISTRIES:
        entry = _maybe(_ref(f"{name}-entry"))
        # A registry of bare names may be a list; a source needs its keys.
        types = ["object", "null"] if name == "sources" else ["object", "array", "null"]
        shapes[name] = {"type": types, "additionalProperties": entry, "items": _TEXT}
    return {key: shapes[key] for key in TOP_KEYS}


def _entry(name: str) -> dict[str, Schema]:
    return {
        key: _ENTRY.get((name, key), _one_or_list(_TEXT) if key == "aliases" else _SOURCE.get(key, _TEXT))
        for key in ENTRY_KEYS[name]
    }


def _date() -> Schema:
    """A date as text, or a year as a number; YAML reads an unquoted choice as a list."""
    part = {"anyOf": [{"type": "string", "pattern": f"^{_CHOICE}$"}, {"type": "integer"}]}
    return {
        "anyOf": [
            # The message is for VS Code and the YAML language server; others ignore it.
            {"type": "string", "pattern": DATE_PATTERN, "patternErrorMessage": FORMS},
            {"type": "integer", "minimum": 1, "maximum": 9999},
            {"type": "array", "items": part, "minItems": 1},
            _NULL,
        ]
    }


def _known(names: list[str]) -> Schema:
    if not names:
        return _NAME
    listed: Schema = {"enum": names[:MOST_NAMES]}
    if len(names) > MOST_NAMES:
        listed["$comment"] = f"the {MOST_NAMES:,} most frequent of {len(names):,}"
    return {"anyOf": [listed, _NAME]}


def _names(timeline: Timeline) -> dict[str, list[str]]:
    """For each kind of names, those declared or used, the most frequent first."""
    registries = timeline.registries
    used: dict[str, Counter[str]] = {kind.singular: Counter() for kind in KINDS.values()}
    units: Counter[str] = Counter()
    for event in timeline.events:
        for kind in KINDS.values():
            used[kind.singular].update(dict.fromkeys(kind.names_of(event), 1))
        units.update(figure.unit for figure in event.figures if figure.unit)
    # Ids that are made from titles come last: check asks to write one that is linked to.
    ids = [event.id for event in sorted(timeline.events, key=lambda event: not event.has_own_id)]
    found = {}
    for kind in KINDS.values():
        counted = used[kind.singular]
        found[kind.singular] = list(dict.fromkeys([*_by_count(counted), *kind.declared(registries)]))
    return {**found, "unit": _by_count(units), "id": ids, "source-key": list(registries.sources)}


def _by_count(counted: Counter[str]) -> list[str]:
    return [name for name, _ in counted.most_common()]


def pieces(value: Any, indent: str = "") -> Iterator[str]:
    """A JSON text with one key or item per line, and short values on one line."""
    flat = dump(value)
    if not isinstance(value, dict | list) or not value or len(indent) + len(flat) <= 100:
        yield flat
        return
    opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
    items = (
        [(f"{dump(key)}: ", item) for key, item in value.items()]
        if isinstance(value, dict)
        else [("", item) for item in value]
    )
    yield opening
    for number, (key, item) in enumerate(items):
        yield f"{',' if number else ''}\n{indent}  {key}"
        yield from pieces(item, indent + "  ")
    yield f"\n{indent}{closing}"
