"""The JSON of an answer: one array with an entry a line, or one object a line.

Owns: how values are written. Refuses: floats and NaN — numbers are exact, as they stand in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from timeline_cli.errors import UsageFault
from timeline_cli.fields.amounts import format_number
from timeline_cli.fields.table import JSON_KEYS, to_json
from timeline_cli.model import Entry
from timeline_cli.text import did_you_mean


def _string(text: str) -> str:
    """A string of JSON. What is printable needs two escapes only; all else takes the long way, and the import."""
    if text.isprintable():
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    from json.encoder import encode_basestring

    return _risky().sub(_escaped, encode_basestring(text))


@cache
def _risky() -> re.Pattern[str]:
    """What JSON may carry raw but a terminal or a YAML reader may not.

    DEL and C1, line separators, bidi marks, zero-width and other format characters, surrogates, non-characters.
    """
    return re.compile(
        "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
    )


def dump(value: Any) -> str:
    """A JSON text on one line. Decimals are written in full."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{dump(str(key))}: {dump(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(dump(item) for item in value) + "]"


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def keys_of(asked: str, valid: tuple[str, ...] = JSON_KEYS) -> tuple[str, ...] | None:
    """The fields of --json=FIELDS; None, for all of them, when it is empty. Raises UsageFault for an unknown one.

    `valid` are the fields of the report; an event has the user's own x- keys besides.
    """
    keys = tuple(dict.fromkeys(part.strip() for part in asked.split(",") if part.strip()))
    for key in keys:
        if key not in valid and not (valid is JSON_KEYS and key.startswith("x-")):
            near = did_you_mean(key, valid)
            listed = "the fields are " + ", ".join(valid) + (" and your own x- keys" if valid is JSON_KEYS else "")
            raise UsageFault(f"there is no field {key}", f"{near} {listed}" if near.startswith("did") else listed)
    return keys or None


def only(values: Iterable[dict[str, Any]], keys: tuple[str, ...] | None) -> Iterator[dict[str, Any]]:
    """Each value with these keys, or with all of them."""
    return (value if keys is None else {key: value[key] for key in keys} for value in values)


def array(entries: Iterable[Entry], keys: tuple[str, ...] | None) -> Iterator[str]:
    """The pieces of one JSON array, an entry a line."""
    return array_of(to_json(entry, keys) for entry in entries)


def array_of(values: Iterable[Any]) -> Iterator[str]:
    """The pieces of one JSON array, a value a line; `[]` when there is none."""
    opened = False
    for value in values:
        yield (",\n" if opened else "[\n") + dump(value)
        opened = True
    yield "\n]\n" if opened else "[]\n"


def rows(entries: Iterable[Entry], keys: tuple[str, ...] | None) -> Iterator[str]:
    """One JSON object a line."""
    for entry in entries:
        yield dump(to_json(entry, keys)) + "\n"
