"""The JSON of an answer: one array, one entry per line.

Owns: the form of an answer, and its fields. Does not: know the content of a field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from timeline_cli.errors import UsageFault
from timeline_cli.fields.json import dump, entries_json
from timeline_cli.fields.table import FIELDS, JSON_KEYS, to_json
from timeline_cli.model import Entry
from timeline_cli.query.select import Answer
from timeline_cli.spelling import did_you_mean


def export(given: Mapping[str, Any]) -> Callable[[Answer], Iterator[str]]:
    """One JSON array, with the fields of --json=FIELDS, or all. Raises UsageFault."""
    keys = keys_of(given["json"] or "", more=given.get("keys", ()))
    return lambda answer: array(answer.entries, keys)


def event_fields() -> dict[str, str]:
    """The fields of an event in their order, with their help."""
    return {field.key: field.help for field in FIELDS if field.encode}


def keys_of(asked: str, valid: tuple[str, ...] = JSON_KEYS, more: tuple[str, ...] = ()) -> tuple[str, ...] | None:
    """The fields of --json=FIELDS; None, for all of them, if it is empty. Raises UsageFault for an unknown one.

    `valid` are the fields of the report; an event also has custom x- keys, and `more` of its view.
    """
    keys = tuple(dict.fromkeys(part.strip() for part in asked.split(",") if part.strip()))
    for key in keys:
        if key not in valid + more and not (valid is JSON_KEYS and key.startswith("x-")):
            near = did_you_mean(key, valid + more)
            listed = "the fields are " + ", ".join(valid + more) + (" and custom x- keys" if valid is JSON_KEYS else "")
            raise UsageFault(f"unknown field: {key}", f"{near} {listed}" if near.value else listed)
    return keys or None


def only(values: Iterable[dict[str, Any]], keys: tuple[str, ...] | None) -> Iterator[dict[str, Any]]:
    """Each value with these keys, or with all of them."""
    return (value if keys is None else {key: value[key] for key in keys} for value in values)


def array(entries: Iterable[Entry], keys: tuple[str, ...] | None) -> Iterator[str]:
    """The pieces of one JSON array, one entry per line."""
    return _array(texts(entries, keys))


def array_of(values: Iterable[Any]) -> Iterator[str]:
    """The pieces of one JSON array, one value per line; `[]` if there are none."""
    return _array(map(dump, values))


def texts(entries: Iterable[Entry], keys: tuple[str, ...] | None) -> Iterator[str]:
    """Each entry as one line of JSON."""
    return entries_json(entries) if keys is None else (dump(to_json(entry, keys)) for entry in entries)


def _array(texts: Iterable[str]) -> Iterator[str]:
    opened = False
    for text in texts:
        yield (",\n" if opened else "[\n") + text
        opened = True
    yield "\n]\n" if opened else "[]\n"
