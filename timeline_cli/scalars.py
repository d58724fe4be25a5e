"""Values as YAML writes them: plain where the reader gives back the same text, quoted where it would not.

Owns: that choice, made by asking the parser itself. Refuses: to change a value so that it can be written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml

from timeline_cli.nodes import NULLS

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", "\x1b": "\\e"}
# What no YAML text holds, what ends a line for some reader of YAML, and what would be taken for a mark of the file.
_UNWRITABLE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdd1\u05ff\ufeff\ufffe\uffff]')


@lru_cache(maxsize=4096)
def scalar(text: str, flow: bool = False, quote: str = '"') -> str:
    """A value on one line, in a flow list or mapping or in a block; `quote` is the mark that the file prefers."""
    if _reads_back(text, text, flow):
        return text
    return quoted(text, quote)


def in_braces(text: str) -> str:
    """A text as it may stand inside { } and [ ]."""
    return scalar(text, flow=True)


@lru_cache(maxsize=1024)
def key(text: str, flow: bool = False, quote: str = "") -> str:
    """A key; in quotation marks where `quote` is given or where it must be."""
    if not quote and text != "<<" and _is_key(text, flow):
        return text
    return quoted(text, quote or '"')


def quoted(text: str, quote: str = '"') -> str:
    """A value in quotation marks: those preferred, unless the others need no escape where these do."""
    special = set(_UNWRITABLE.findall(text))
    has_single = "'" in text
    prefers_single = quote == "'" and (not has_single or bool(special))
    if special <= {'"', "\\"} and (prefers_single or (special and not has_single)):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _UNWRITABLE.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    return _ESCAPES.get(char) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")


def _reads_back(written: str, text: str, flow: bool) -> bool:
    if text in NULLS or text != text.strip() or "\n" in text:
        return False
    document = f"[{{k: {written}, l: {written}}}, {written}]" if flow else f"k: {written}\nl: {written}"
    expected = ["k", text, "l", text, text] if flow else ["k", text, "l", text]
    return _plain_values(document) == expected


def _is_key(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or "\n" in text:
        return False
    document = f"{{{text}: v, {text}: v}}" if flow else f"{text}: v\n{text}: v"
    return _plain_values(document) == [text, "v", text, "v"]


def _plain_values(document: str) -> list[str] | None:
    """The values of a document that holds plain ones only, or None."""
    found: list[str] = []
    try:
        for event in yaml.parse(document, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                return None
            if isinstance(event, yaml.ScalarEvent):
                if event.style:
                    return None
                found.append(event.value)
    except (yaml.YAMLError, UnicodeError):
        return None
    return found
