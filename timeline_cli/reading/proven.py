"""The values of proven texts, without their places.

Owns: how a text of the usual style becomes a value, or the node of one. Does not: prove it (`quick`), or report a
problem: a value that has one, or may have, is given as a node to its decoder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from sys import intern
from typing import Any, NamedTuple

from timeline_cli import nodes
from timeline_cli.fields.amounts import parse_amount
from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import date_alone, is_link
from timeline_cli.fields.field import KindName
from timeline_cli.fields.parts import figure_period, warn_of_dot
from timeline_cli.model import Figure, Source
from timeline_cli.nodes import Node, Scalar

Value = Callable[[str, Context], Any]  # of a text from the colon on; None for a form that is left to the decoder
Entry = str | dict[str, str]  # of a list, as written: with its quotes

# In a list in [ ] or a mapping in { }: a value after its key, if any, or a brace.
_TOKEN = re.compile(r"""(?:([a-z]+): )?('[^']*'|"[^"]*"|[{}]|[^ ,\[\]{}'"][^,\[\]{}]*)""")


class _Place(NamedTuple):
    """A place in an item, with lines and columns from 0."""

    line: int = 0
    column: int = 0


_NOWHERE = _Place()


def _scalar(text: str, style: str = "") -> Scalar:
    node = Scalar.__new__(Scalar)  # half as long as calling the class
    node.anchor = node.tag = None
    node.start_mark = node.end_mark = _NOWHERE
    if not style and text[0] in "'\"":
        node.value, node.style = text[1:-1], text[0]
    else:
        node.value, node.style = text, style
    return node


KEY = _scalar("key")


def _node(entry: Entry) -> Node:
    if isinstance(entry, str):
        return _scalar(entry)
    pairs: dict[str, tuple[Scalar, Node]] = {key: (KEY, _scalar(value)) for key, value in entry.items()}
    return nodes.Mapping(pairs, True, _NOWHERE, _NOWHERE)


def node_of(proven: re.Match[bytes], indent: int) -> Node | None:
    """The node of a proven value below `indent`, without its place; None for a form that only the parser reads."""
    text = proven[1].decode().replace("\r", "")
    if text[0] == "\n" or text[1] == "[":
        return nodes.Sequence([_node(entry) for entry in _entries(text)], text[1] == "[", _NOWHERE, _NOWHERE)
    if text[1] not in "|>":
        return _scalar(re.sub("\n *", " ", text[1:]) if "\n" in text else text[1:])
    if text[1] == ">" or b"#" in proven.string[proven.end(1) :]:
        return None  # folded lines; a comment, or text of this value below a line with too few spaces
    first, *lines = text.split("\n")
    whole = "\n".join([line[indent + 2 :] for line in lines]).rstrip("\n")
    return _scalar(whole + ("" if first == " |-" else "\n"), "|")


def placed(proven: re.Match[bytes], parts: Sequence[bytes], name: bytes, column: int) -> Scalar:
    """The node of the value of a key of an item, on one line, with its place."""
    node, at, column = _scalar(proven[1].decode()[1:]), parts.index(name), column + len(name) + 2
    line = at // 2 + sum([part.count(b"\n") for part in parts[1:at:2]])
    node.start_mark, node.end_mark = _Place(line, column), _Place(line, column + len(node.value))
    return node


def _entries(text: str) -> list[Entry]:
    """The entries of a list: in [ ], with dashes, or one alone. A mapping is in { }, or has a key in each line."""
    if text[0] != "\n":
        return _in_brackets(text) if text[1] == "[" else [text[1:]]
    dash = text[: text.index("-")]
    return [_entry(entry, dash + "  ") for entry in text.split(dash + "- ")[1:]]


def _entry(text: str, join: str) -> Entry:
    if text[0] == "{":
        if "'" in text or '"' in text:
            return dict(_TOKEN.findall(text)[1:-1])
        return dict([pair.split(": ", 1) for pair in text[1:-1].split(", ")])
    if text[0] in "'\"" or ": " not in text:
        return text
    return dict([line.split(": ", 1) for line in text.split(join) if line])


def _in_brackets(text: str) -> list[Entry]:
    """The values of a list in [ ]."""
    items: list[Entry] = []
    pairs: dict[str, str] = {}
    for key, value in _TOKEN.findall(text):
        if key:
            pairs[key] = value
        elif value == "}":
            items.append(pairs)
            pairs = {}
        elif value != "{":
            items.append(value)
    return items


# Values without a node, of the kinds that are seldom repeated. Only names and dates in them may have a problem.


def _bare(text: str) -> str:
    return text[1:-1] if text[0] in "'\"" else text


def _line(text: str, _context: Context) -> str | None:
    return None if "\n" in text else _bare(text[1:])


def _figures(text: str, context: Context) -> tuple[Figure, ...] | None:
    found = [_figure(entry, context) for entry in _entries(text.replace("\r", "")) if isinstance(entry, dict)]
    return tuple([figure for figure in found if figure is not None]) if None not in found else None


def _figure(pairs: dict[str, str], context: Context) -> Figure | None:
    get = {key: _bare(text) for key, text in pairs.items()}.get
    company, unit, previous, period = map(get, ("company", "unit", "previous", "period"))
    amount, _ = parse_amount(pairs["value"])
    if "." in pairs["value"]:
        warn_of_dot(amount, unit, KEY, context)
    if company is not None:
        company, near = context.resolve("companies", company)
        if near is not None:
            return None
    return Figure(
        intern(get("metric", "")), company, intern(get("kind", "actual")), amount, unit and intern(unit),
        figure_period(_scalar(period), {}, company, context) if period else None,
        parse_amount(previous)[0] if previous else None, get("change"), None,
    )  # fmt: skip


def _sources(text: str, context: Context) -> tuple[Source, ...]:
    return tuple([_source(entry, context) for entry in _entries(text.replace("\r", ""))])


def _source(entry: Entry, context: Context) -> Source:
    known = context.registries.sources
    if isinstance(entry, str):
        text = _bare(entry)
        return Source(None, url=text) if is_link(text) else known[text]
    values: dict[str, Any] = {key: _bare(value) for key, value in entry.items()}
    if "published" in values:
        values["published"] = date_alone(_scalar(values["published"]), context)
    ref = values.pop("ref", None)
    return Source(None, **values) if ref is None else known[ref]._replace(**values)


VALUES: dict[KindName, Value] = {"id": _line, "line": _line, "text": _line, "figures": _figures, "sources": _sources}
