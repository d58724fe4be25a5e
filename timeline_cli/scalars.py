"""Write values as YAML: plain if every reader gives back the same text, else quoted.

Owns: that choice, by asking the parser, and by what readers of YAML 1.1 and 1.2 do not read as text.
Does not: change a value to make it writable.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml

from timeline_cli.text import NULLS

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", "\x1b": "\\e"}
# Characters invalid in YAML, line breaks of some YAML reader, and the byte order mark.
_CONTROL = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdd1\u05ff\ufeff\ufffe\uffff"
_UNPLAIN = re.compile(f"[{_CONTROL}]")
_UNWRITABLE = re.compile(f'[\\\\"{_CONTROL}]')

# What some reader takes for a boolean, null, a number or a date: YAML 1.1, 1.2 and its JSON schema.
_WORD = re.compile(r"yes|no|on|off|true|false|null|~|=|<<|[-+]?\.inf|\.nan", re.I)
_NUMBER = re.compile(
    r"[-+]?(?:0x[0-9a-f_]*|0[ob][0-7_]*|[0-9_,]+(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9_]*(?:e[-+]?[0-9]+)?"
    r"|[0-9_]+(?::[0-9_]+)+(?:\.[0-9_]*)?)",
    re.I | re.A,
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:T|[ \t]+)[0-9:.Z \t+-]*)?", re.I | re.A)
# A number that all of them read the same: no prefix of another base.
_SAME_NUMBER = re.compile(r"[-+]?(?:(?:0|[1-9][0-9,]*)(?:\.[0-9]*)?|\.[0-9]+)(?:e[-+]?[0-9]+)?", re.I | re.A)
# Texts that are plain without asking the parser, since nothing in them means anything to YAML: no quotation mark or
# bracket, a colon only inside a word, and in [ ] and { } no comma.
_SURE = r"[^\W_](?:[\w.…/()'’&+%$€£–—;!{comma}-]|:(?=[\w/])| (?=[^\s:#-]|-[\w ])|(?<=[\w.])[#@](?=\w))*"
_SURELY_PLAIN = re.compile(_SURE.replace("{comma}", ",")), re.compile(_SURE.replace("{comma}", ""))


@lru_cache(maxsize=4096)
def scalar(text: str, flow: bool = False, quote: str = '"', typed: bool = False) -> str:
    """A value on one line, in a flow list or mapping or in a block; `quote` is the file's preferred quotation mark.

    A `typed` value is a date or a number, not text, and stays plain as people write it.
    """
    is_cut = (flow and "," in text) or ": " in text or " #" in text
    if is_cut or not _is_text(text, typed):
        return quoted(text, quote)
    is_plain = _SURELY_PLAIN[flow].fullmatch(text) or _reads_back(text, text, flow)
    return text if is_plain else quoted(text, quote)


def in_braces(text: str, typed: bool = False) -> str:
    """A value that is valid inside { } and [ ]."""
    return scalar(text, flow=True, typed=typed)


@lru_cache(maxsize=1024)
def key(text: str, flow: bool = False, quote: str = "") -> str:
    """A key; quoted if `quote` is given or if it must be."""
    if not quote and _is_text(text, False) and _is_key(text, flow):
        return text
    return quoted(text, quote or '"')


def _is_text(text: str, typed: bool) -> bool:
    """Whether all readers read plain `text` as that text; or, if `typed`, as the same date or number."""
    if _UNPLAIN.search(text) or _WORD.fullmatch(text):
        return False
    if typed:
        return not _NUMBER.fullmatch(text) or _SAME_NUMBER.fullmatch(text) is not None
    return not _NUMBER.fullmatch(text) and not _DATE.fullmatch(text)


def quoted(text: str, quote: str = '"') -> str:
    """A quoted value, with the preferred quotation marks unless only the others need no escape."""
    special = set(_UNWRITABLE.findall(text))
    has_single = "'" in text
    prefers_single = quote == "'" and (not has_single or bool(special))
    if special <= {'"', "\\"} and (prefers_single or (special and not has_single)):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _UNWRITABLE.sub(_escaped, text) + '"'


def in_same_quotes(text: str, quote: str) -> str:
    """A value in the quotation marks of the value it replaces, so that JSON stays JSON."""
    return "'" + text.replace("'", "''") + "'" if quote == "'" else '"' + _UNWRITABLE.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    return _ESCAPES.get(char) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")


def _reads_back(written: str, text: str, flow: bool) -> bool:
    # Some readers reject a single dash, and a question mark in brackets.
    if text in NULLS or text != text.strip() or "\n" in text or text == "-" or (flow and "?" in text):
        return False
    document = f"[{{k: {written}, l: {written}}}, {written}]" if flow else f"k: {written}\nl: {written}"
    expected = ["k", text, "l", text, text] if flow else ["k", text, "l", text]
    return _plain_values(document) == expected


def _is_key(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or "\n" in text or text == "-" or (flow and "?" in text):
        return False
    document = f"{{{text}: v, {text}: v}}" if flow else f"{text}: v\n{text}: v"
    return _plain_values(document) == [text, "v", text, "v"]


def _plain_values(document: str) -> list[str] | None:
    """The values of a document with only plain values, or None."""
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
