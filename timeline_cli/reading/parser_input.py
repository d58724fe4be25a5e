"""The bytes of a file as they are passed to the YAML parser, and what is known of it.

Owns: which parser, what it cannot read as written, and detecting streams of JSON objects. Does not: parse events.
"""

from __future__ import annotations

import contextlib
import re
from itertools import islice
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, MappingStartEvent

from timeline_cli.fields.table import BY_KEY

# The C parser is several times as fast; if it is missing, the Python parser gives the same result.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

READER_ERRORS = (yaml.YAMLError, UnicodeError)

MAX_DEPTH = 40  # aliases count with their value, as in all limits

REGISTRIES = ("companies", "people", "places", "types", "sources")
TOP_KEYS = (*REGISTRIES, "defaults", "include", "events")

# YAML 1.1 breaks lines at these, but no editor does; they pass the parser as non-characters and are then restored.
BREAKS = (("\u2028", "\ufdd0"), ("\u2029", "\ufdd1"), ("\x85", "\u05ff"))
# JSON writes characters above U+FFFF as two escapes, which YAML does not support.
_PAIR = re.compile(rb"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_BETWEEN = re.compile(rb"\}(?=[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*|\r)?\n)*\{)")
_OBJECT = re.compile(rb"\A\s*\{|^\{", re.M)
_TABS = re.compile(rb"^\t+(?=#)", re.M)  # before a comment, which YAML allows and the C parser does not
_LOOKED_AT, _LOOKED_INTO = 20, 64 << 10  # how many objects, and bytes of each, to check


def readable(data: bytes) -> tuple[bytes, bool]:
    """The bytes for the parser, and whether line separators are hidden in them.

    A stream of JSON objects becomes one array: a JSON string has no line break, so a line break ends an object.
    """
    restores = False
    for shown, hidden in () if data.isascii() else BREAKS:
        if shown.encode() in data:
            data, restores = data.replace(shown.encode(), hidden.encode()), True
    data = _TABS.sub(b"", data) if b"\t#" in data else data
    if first_of(data) in (b"[", b"{") and b"\\u" in data:
        data = _PAIR.sub(_joined_pair, data)
    if is_stream(data):
        data = b"[" + _BETWEEN.sub(b"},", data) + b"]"
    return data, restores


def _joined_pair(match: re.Match[bytes]) -> bytes:
    high, low = int(match[2], 16), int(match[3], 16)
    return match[1] + b"\\U%08x" % (0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def first_of(data: bytes) -> bytes:
    """The first character that is not a space: JSON starts with one that no YAML list starts with."""
    return data[:1024].lstrip()[:1]


def is_stream(data: bytes) -> bool:
    """Whether this is a stream of events as JSON objects: one of the first has the keys of an event, not of a file."""
    if first_of(data) != b"{":
        return False
    # A broken object decides nothing; look at the next ones.
    starts = islice(_OBJECT.finditer(data), _LOOKED_AT)
    # The parser looks ahead, so a tab before the second object would hide the first one.
    texts = (data[start.start() : start.start() + _LOOKED_INTO].replace(b"\n\t", b"\n ") for start in starts)
    found = map(_is_event, texts)
    return next((answer for answer in found if answer is not None), False)


def _is_event(data: bytes) -> bool | None:
    """Whether the first mapping of a text is an event; None if its keys do not decide."""
    get, depth = LOADER(data).get_event, 0
    name: str | None = None
    with contextlib.suppress(*READER_ERRORS):
        while (event := get()) is not None:
            if isinstance(event, CollectionEndEvent):
                depth -= 1
                if not depth:
                    return None
            elif depth == 1 and name is None:
                name = getattr(event, "value", "")
                if name in BY_KEY and name not in TOP_KEYS:
                    return True
            elif depth == 1:
                if name in TOP_KEYS:
                    # In an event, companies: is a list; in a file, it is a mapping.
                    return name in BY_KEY and type(event) is not MappingStartEvent
                name = None
            depth += isinstance(event, CollectionStartEvent)
    return None
