"""Turn a mapping of the file into a frozen Event, or None with the reasons reported.

Owns: required keys, defaults, the event's fiscal year and time zone, derived ids. Does not: return a partial event.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from typing import Any

from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.event_types import MOMENTS, TERMS
from timeline_cli.fields.context import Context
from timeline_cli.fields.decoders import DECODERS
from timeline_cli.fields.table import BY_KEY, FIELDS
from timeline_cli.model import Event
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, is_null, kind_of, of_head, plain
from timeline_cli.text import NULLS, fold_case, split_words

Pairs = dict[str, tuple[Scalar, Node]]

_KEYS = list(DECODERS)
_ROWS = {field.key: (DECODERS.get(field.key), field.kind.late) for field in FIELDS}
_NO_ROW = (None, False)
_BY_HAND = ("start", "end", "days")  # which people write instead of an interval
_LATE = [(key, decode) for key, decode in DECODERS.items() if BY_KEY[key].kind.late]
_EXAMPLES = {"date": "2025-03-22", "title": "Acme opens a plant in Xian"}
_REQUIRED = tuple(_EXAMPLES)


def read_defaults(node: Node, problems: Problems) -> Pairs:
    """The default values of a file's events; `source` is short for `sources`."""
    if not isinstance(node, Mapping):
        if not is_null(node):
            problems.at(node, "E012", f"defaults: is {kind_of(node)}, not a mapping", "write defaults: {source: …}")
        return {}
    found: Pairs = {}
    allowed = [key for key in _KEYS if key not in ("id", "date", "title", "was")]
    for key, (key_node, value) in node.pairs.items():
        name = "sources" if key == "source" else key
        if name in found:
            problems.at(
                key_node, "E009", "source: is short for sources:, so this key is written twice", "keep one of them"
            )
        elif name in allowed or name.startswith("x-"):
            key_copy = of_head(key_node)
            assert isinstance(key_copy, Scalar)
            found[name] = key_copy, of_head(value)
        else:
            problems.at(key_node, "E201", f"{key}: cannot have a default", "defaults: takes " + ", ".join(allowed))
    return found


def read_event(node: Node, defaults: Pairs, context: Context) -> Event | None:
    """The event of a list item. None if it has an error, which is reported."""
    if not isinstance(node, Mapping):
        context.problems.at(
            node,
            "E012",
            f"an event is a mapping, not {kind_of(node)}",
            _as_event(node.value if isinstance(node, Scalar) else ""),
        )
        return None
    if len(node.pairs) == 1 and _is_short(node, context):
        return None
    before = context.problems.errors
    pairs = {**defaults, **node.pairs} if defaults else node.pairs
    values, misspelt = _decode(node, pairs, context)
    is_whole = "date" in values and bool(values.get("title", "").strip())
    if not is_whole:
        _tell_missing(node, pairs, values, misspelt, context, before)
    if not is_whole or context.problems.errors > before:
        return None
    return event_of(values, pairs["date"][1], node.start_mark.line + context.first_line, context)


def event_of(values: dict[str, Any], date: Node, line: int, context: Context) -> Event:
    """The event of decoded values, among them a title and the `date`."""
    has_own_id = "id" in values
    if not has_own_id:
        values["id"] = derived_id(values["date"], values["title"])
    event = Event(**values, has_own_id=has_own_id, file=context.problems.file, line=line)
    if event.date.kind == "interval":
        _warn_long_moment(event, date, context)
    return event


def _as_event(text: str) -> str:
    """The hint for an event written as one text: a row of a table, or keys with = instead of a colon."""
    key = re.match(r"(\w+)\s*=\s*(\S+)", text)
    if key is not None and key[1] in BY_KEY:
        return f"write a colon and a space after each key: {key[1]}: {key[2]}"
    row = re.match(r"(\d{4}(?:-\d\d){0,2})[\s,;|–-]+(\S.*)", text)
    date, title = (row[1], f"title: {row[2]}") if row is not None else ("2025-03-22", "title:")
    return f"write - date: {date}, with {title} on the next line"


def _tell_missing(
    node: Mapping, pairs: Pairs, values: dict[str, Any], misspelt: set[str], context: Context, before: int
) -> None:
    """Report missing required keys; a key with an error is not missing."""
    for key in _REQUIRED:
        if key in misspelt or (key in pairs and context.problems.errors > before):
            continue
        written = pairs.get(key)
        if written is not None and isinstance(written[1], Scalar) and (written[1].tag or written[1].anchor):
            continue  # YAML reads !wow as a tag and &more as an anchor, which is already reported
        empty = written is None or (isinstance(written[1], Scalar) and not written[1].value.strip())
        if empty or (values.get(key) is None and context.problems.errors == before):
            context.problems.at(
                written[0] if written else node,
                "E202",
                f"the event has no {key}",
                f"write it after the colon, as in {key}: {_EXAMPLES[key]}"
                if written
                else f"add {key}:, as in {key}: {_EXAMPLES[key]}",
            )


def _is_short(node: Mapping, context: Context) -> bool:
    """Report an event written as {2025-03-22: what happened}."""
    [(key, value)] = node.pairs.values()
    if not key.value[:4].isdigit() or not isinstance(value, Scalar) or is_null(value):
        return False
    hint = f"write - date: {key.value}, with title: {value.value} on the next line"
    context.problems.at(key, "E012", "the date and the title need their own keys", hint)
    return True


def _decode(node: Mapping, pairs: Pairs, context: Context) -> tuple[dict[str, Any], set[str]]:
    """The values by key, decoding last those that need the companies and the place; and misspelt keys."""
    misspelt: set[str] = set()
    values: dict[str, Any] = {}
    extra: list[tuple[str, Any]] = []
    late: dict[str, Node] = {}
    for key, (key_node, value) in pairs.items():
        decoder, is_late = _ROWS.get(key, _NO_ROW)
        if decoder is None:
            if key in BY_KEY and (context.is_json or key not in _BY_HAND):
                if not context.is_json:
                    context.problems.at(key_node, "W207", f"{key}: is computed; this value is not used")
            elif key.startswith("x-"):
                extra.append((key, plain(value)))
            else:
                from timeline_cli.fields.hints.keys import unknown_key

                misspelt.add(unknown_key(key_node, value, _KEYS, context, node.pairs, own=True) or "")
        elif type(value) is Scalar and not value.style and value.value in NULLS:
            continue
        elif is_late:
            late[key] = value
        else:
            found = decoder(value, context)
            if found is not None and found != "":
                values[key] = found
    read_late(values, late, pairs, context)
    values.pop("fiscal_of", None)
    if extra:
        values["extra"] = tuple(extra)
    return values, misspelt


def read_late(values: dict[str, Any], late: dict[str, Node], pairs: Pairs, context: Context) -> None:
    """Add the values that need the event's fiscal year and time zone, which others decide."""
    context.fiscal, context.fiscal_fault, context.zone = setting_of(values, context)
    context.pairs = pairs
    for key, decode in _LATE:
        if key in late:
            found = decode(late[key], context)
            if found is not None and found != "":
                values[key] = found


def setting_of(values: MappingType[str, Any], context: Context) -> tuple[FiscalYear | None, str | None, str | None]:
    """The fiscal year of an event, the company with an error that hides it, and the time zone of its place."""
    fiscal, fault, places = None, None, context.registries.places
    if context.registries.companies.has_fiscal or context.registries.faulty:
        named = values.get("fiscal_of")
        names = [named] if named else [role.name for role in values.get("companies", ())]
        # By their canonical names from the decoders.
        entities = context.registries.companies.entities
        years = {entities[name].fiscal for name in names if name in entities} - {None}
        fiscal = years.pop() if len(years) == 1 else None
        fault = next((name for name in names if context.registries.is_faulty("companies", name)), None)
    zone = places.zone(values["place"]) if places.entities and values.get("place") else None
    return fiscal, fault, zone


def _warn_long_moment(event: Event, date: Node, context: Context) -> None:
    bounds = event.date.bounds
    if bounds.end - bounds.start < 31:
        return
    kinds = set(context.registries.type_lineage(event.type))
    # What lasts longer than a year, or has no end, is no change of leadership but a term of office.
    if kinds & MOMENTS and not (kinds & TERMS and bounds.end - bounds.start > 366):
        start, end = event.date.text.split("/")
        if start not in ("", "..") or end not in ("", ".."):
            context.problems.at(
                date,
                "W101",
                f"a {event.type} happens at one moment, but this is an interval",
                f"write [{start.strip('.?~%')}..{end.strip('.?~%')}] for one unknown moment within it",
            )


def derived_id(date: EventDate, title: str) -> str:
    """The derived id of an event: its date and the first words of its title, as one word."""
    day = date.text
    if not day.replace("-", "").isdigit():
        day = re.sub(r"[^0-9A-Za-z]+", "-", day).strip("-").lower() or "undated"
    words = split_words(fold_case(title[:400]))[:6]
    return "-".join([day, *words])[:80]
