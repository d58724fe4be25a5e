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
from timeline_cli.fields.decode import Decoder, date_alone, is_link
from timeline_cli.fields.field import KindName
from timeline_cli.fields.parts import figure_period, warn_of_dot
from timeline_cli.model import Figure, Source
from timeline_cli.nodes import Node, Scalar

Value = Callable[[str, Context], Any]  # of a text from the colon on; None for a form that is left to the decoder
Entry = str | dict[str, str]  # of a list, as written: with its quotes

_TEXT = r"""'[^']*'|"[^"]*"|[^ ,\[\]{}'"][^,\[\]{}]*"""
_ENTRY = re.compile(r"\{[^}]*\}|" + _TEXT)  # of a list in [ ]
_PAIR = re.compile(rf"([a-z]+): ({_TEXT})")  # of a mapping in { }
_KEPT = 20_000  # entries of lists under a key


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


def _split(text: str) -> tuple[list[str], str]:
    """The entries of a list, in [ ], with dashes or one alone, and what is before each key in them but the first."""
    if text[0] != "\n":
        return (_ENTRY.findall(text) if text[1] == "[" else [text[1:]]), ""
    dash = text[: text.index("-")]
    return text.split(dash + "- ")[1:], dash + "  "


def _entries(text: str) -> list[Entry]:
    """The entries of a list. A mapping is in { }, or has a key in each line."""
    found, join = _split(text)
    return [_entry(entry, join) for entry in found]


def _entry(text: str, join: str) -> Entry:
    if text[0] == "{":
        if "'" in text or '"' in text:
            return dict(_PAIR.findall(text))
        return dict([pair.split(": ", 1) for pair in text[1:-1].removesuffix(", ").split(", ")])
    if text[0] in "'\"" or ": " not in text:
        return text
    return dict([line.split(": ", 1) for line in text.split(join) if line])


def of_list(decode: Decoder) -> Value:
    """The value of a list, each entry of which is decoded once; None if one of them may have a problem."""
    known: dict[str | tuple[str, str], Any] = {}

    def value(text: str, context: Context) -> tuple[Any, ...] | None:
        if text[0] != "\n" and text[1] != "[":
            return None
        found, (entries, join), before = list[Any](), _split(text.replace("\r", "")), ""
        for entry in entries:
            # A short one may have been cut off by a comma.
            key = (before, entry) if before and len(entry) < 12 else entry
            one = known.get(key)
            if one is None:
                listed = [_node(_entry(each, join)) for each in (before, entry) if each]
                values = decode(nodes.Sequence(listed, True, _NOWHERE, _NOWHERE), context)
                if len(values) < len(listed) or context.problems.found:
                    return None
                one = values[-1]
                if len(known) < _KEPT:
                    known[key] = one
            found.append(one)
            before = entry
        return tuple(found) if len(set(found)) == len(found) else None

    return value


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


# The one whole number among some figures; without quotes and comments, only a key is before a colon and a space.
_NUMBER = re.compile(rb"(?<=[ {])value: (\d{1,18})(?=[,}\r\n]|\Z)")


def around_number(text: bytes) -> tuple[bytes, ...]:
    """What is before, in and after the number of a figure: once proven, it is proven with any other. Else nothing."""
    parts = () if b"'" in text or b'"' in text or b"#" in text else _NUMBER.split(text)
    return tuple(parts) if len(parts) == 3 else ()


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
    return Source(*map(values.get, Source._fields)) if ref is None else known[ref]._replace(**values)


VALUES: dict[KindName, Value] = {"id": _line, "line": _line, "text": _line, "figures": _figures, "sources": _sources}
