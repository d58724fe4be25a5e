"""Write an event as lines of text in the style of a file.

Owns: line breaks, and the choice between [ ] or { } and a block. Does not: leave out a value.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Union

from timeline_cli.editing.style import Style
from timeline_cli.fields.table import WRITTEN
from timeline_cli.scalars import key, scalar
from timeline_cli.text import width

Value = Union[str, list["Value"], dict[str, "Value"], None]  # noqa: UP007 (an alias that is evaluated)
Values = dict[str, Value]
Typed = frozenset[str]


class Written(str):
    """A value written plain under an x- key: a number stays a number."""


class Remarked(str):
    """A value with a remark, which is written as a comment at the end of its line."""

    remark: str

    def __new__(cls, text: str, remark: str) -> Remarked:
        made = super().__new__(cls, text)
        made.remark = remark
        return made


WIDTH = 110  # columns; a longer list or mapping is split over several lines
# For events, figures and sources: the keys of dates, and of text that is folded if long.
DATES, _FOLDED = (
    frozenset((*parts, *(key for key, kind in WRITTEN.items() if kind.name == name)))
    for name, parts in (("date", ("published", "period")), ("text", ("quote",)))
)
_TYPED = DATES | {"value", "low", "high"}  # keys of dates and numbers; everything else is text, whatever it looks like


def event_lines(values: Values, style: Style) -> list[str]:
    """The lines of one item of a block list, with the dash in the style's column."""
    ordered = dict(sorted(values.items(), key=lambda pair: style.rank(pair[0])))
    start = " " * style.column + "-" + " " * (style.offset - 1)
    if style.flow or not ordered:
        line = start + _flow(ordered, style)
        if width(line) <= WIDTH + 40:
            return [line]
    lines = _mapping(ordered, style.column + style.offset, style)
    return [start + lines[0].lstrip(" "), *lines[1:]]


def flow_item(values: Values, style: Style, as_json: bool) -> str:
    """One item of a list in [ ]."""
    ordered = dict(sorted(values.items(), key=lambda pair: style.rank(pair[0])))
    if as_json:
        import json

        return json.dumps(ordered, ensure_ascii=False)
    return _flow(ordered, style)


def _mapping(values: Values, column: int, style: Style, typed: Typed = _TYPED) -> list[str]:
    return [line for name, value in values.items() for line in pair_lines(name, value, column, style, typed)]


def pair_lines(name: str, value: Value, column: int, style: Style, typed: Typed = _TYPED) -> list[str]:
    """The lines of a key and its value, the key at `column`."""
    start = " " * column + key(name, quote=style.key_quote) + ":"
    if value is None:
        return [start]
    if isinstance(value, str):
        return _text(start, name, value, column, style, typed)
    typed = _typed_in(name, value, typed)
    flow = f"{start} {_flow(value, style, typed)}"
    if not value or (width(flow) <= WIDTH and not _wants_lines(value, style)):
        return [flow]
    if isinstance(value, dict):
        return [start, *_mapping(value, column + style.offset, style, typed)]
    return [start, *(line for item in value for line in _item(item, column + style.nested, style, typed))]


def _typed_in(name: str, value: Value, typed: Typed) -> Typed:
    """The keys of dates and numbers within a value: in the short form of figures, each metric."""
    if name.startswith("x-"):
        return frozenset()
    return typed | value.keys() if name == "figures" and isinstance(value, dict) else typed


def _wants_lines(value: Value, style: Style) -> bool:
    """Whether a value is easier to read on separate lines: text with line breaks, mappings with many keys."""
    if isinstance(value, str):
        return "\n" in value
    if isinstance(value, dict):
        return len(value) > 2 or any(_wants_lines(part, style) for part in value.values())
    if isinstance(value, list):
        return style.block_lists or any(_wants_lines(part, style) for part in value)
    return False


def _item(value: Value, column: int, style: Style, typed: Typed) -> list[str]:
    """The lines of an item of a list within an event, the dash at `column`."""
    start = " " * column + "-" + " " * (style.offset - 2)
    if isinstance(value, str):
        return _text(start, "", value, column, style, typed)
    flow = f"{start} {_flow(value, style, typed)}"
    if not isinstance(value, dict) or not value:
        return [flow]
    if width(flow) <= WIDTH and not any(_wants_lines(part, style) for part in value.values()):
        return [flow]
    lines = _mapping(value, column + style.offset, style, typed)
    return [f"{start} {lines[0].lstrip(' ')}", *lines[1:]]


def _flow(value: Value, style: Style, typed: Typed = _TYPED) -> str:
    """A value on one line, valid inside [ ] and { }."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return scalar(value, True, style.quote, isinstance(value, Written))
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item, style, typed) for item in value) + "]"
    pairs = ((key(name, True, style.key_quote), flow_value(name, item, style, typed)) for name, item in value.items())
    return "{" + ", ".join(f"{name}: {written}" for name, written in pairs) + "}"


def flow_value(name: str, value: Value, style: Style, typed: Typed = _TYPED) -> str:
    """The value of a key on one line, valid inside [ ] and { }."""
    if not isinstance(value, str):
        return _flow(value, style, _typed_in(name, value, typed))
    if value[:1] == "[" and name in DATES and name in typed and _is_bare_choice(value):
        return value
    return scalar(value, True, style.quote, name in typed or isinstance(value, Written))


@cache
def _is_bare_choice(text: str) -> bool:
    """Whether a choice of dates can stay unquoted: YAML reads it as a list, and the reader joins it again."""
    return re.fullmatch(r"\[[\dXTZQHW:+-]*(?:\.\.|, )[\dXTZQHW:+., -]*\]", text, re.ASCII) is not None


def _text(start: str, name: str, text: str, column: int, style: Style, typed: Typed) -> list[str]:
    """A text after `start`: on its line, or as a block below it."""
    end = f"  # {text.remark}" if isinstance(text, Remarked) else ""
    if text[:1] == "[" and name in DATES and name in typed and _is_bare_choice(text):
        return [f"{start} {text}{end}"]
    block = _block(name, text)
    if block is None:
        return [f"{start} {scalar(text, False, style.quote, name in typed or isinstance(text, Written))}{end}"]
    header, lines = block
    indent = " " * (column + 2)
    return [f"{start} {header}", *(indent + line if line else "" for line in lines)]


def _block(name: str, text: str) -> tuple[str, list[str]] | None:
    """The header and the lines of a literal or folded block; None if one line is better or safer."""
    if len(text) <= WIDTH // 2 and "\n" not in text:
        return None
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if any(not line.isprintable() or line != line.strip() for line in lines) or not lines[0] or not lines[-1]:
        return None
    chomp = "" if text.endswith("\n") else "-"
    if len(lines) > 1:
        return f"|{chomp}", lines
    if name in _FOLDED and chomp and width(text) > WIDTH and "  " not in text:
        return f">{chomp}", _filled(text)
    return None


def _filled(text: str) -> list[str]:
    """Wrap words into lines, broken at single spaces."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > WIDTH - 10:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
