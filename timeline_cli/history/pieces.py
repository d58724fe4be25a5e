"""A text of YAML as pieces: mappings and lists with their keys and items, and all text around them.

Owns: where each piece starts and ends; the pieces put together are the text again. Does not: read anchors or aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from timeline_cli.editing.source import Source, comments
from timeline_cli.history.values import Names, identity, item_of, sub_field, value_of
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence, plain
from timeline_cli.reading.composer import Composer, NeedsWhole, Stopped
from timeline_cli.reading.parser_input import READER_ERRORS

Place = tuple[Any, int, Node, str]  # of a child: its key, its start, its value and its field

_REFERENCE = re.compile(r"(?:^|[:\[{,\-]\s*)[&*][\w-]|<<\s*:", re.M)
_ONE_LINE_COMMENT = re.compile(r"[ \t]*#")


class Opaque(Exception):
    """A text that cannot be taken apart: it is no YAML, or has anchors, aliases or repeated keys."""


class Body(NamedTuple):
    """A value taken apart: `head`, the text of a scalar or the children, `close` of a list in [ ], and `tail`.

    `kind` is scalar, map, seq, flow-map or flow-seq; `column` that of the children of a block.
    """

    kind: str
    head: str
    core: str
    children: tuple[Piece, ...] = ()
    close: str = ""
    tail: str = ""
    column: int = 0

    @property
    def is_flow(self) -> bool:
        return self.kind.startswith("flow")

    @property
    def is_map(self) -> bool:
        return self.kind.endswith("map")


class Piece:
    """An entry of a mapping or an item of a list.

    `lead` is the text above it (in [ ], between it and the one before), `raw` its own text without the indentation of
    its first line, which is `column`. `inline` means that it follows other text on its line.
    """

    __slots__ = ("_body", "_plain", "_value", "column", "field", "inline", "key", "lead", "names", "raw")

    def __init__(self, lead: str, raw: str, column: int, key: Any, field: str, names: Names, inline: bool) -> None:
        self.lead, self.raw, self.column, self.key, self.field = lead, raw, column, key, field
        self.names, self.inline = names, inline
        self._body: Body | None = None
        self._value: Any = None
        self._plain: Any = None

    @property
    def relative(self) -> str:
        """The text without its indentation, to compare it with one that has another."""
        return shifted(self.raw, -self.column)

    def at(self, column: int) -> str:
        """The text for another indentation."""
        return shifted(self.raw, column - self.column)

    @property
    def body(self) -> Body:
        """Its parts. Raises Opaque."""
        if self._body is None:
            self._parse()
        assert self._body is not None
        return self._body

    @property
    def value(self) -> Any:
        """Its value, to compare it with others. Raises Opaque."""
        if self._body is None and self._value is None:
            self._parse()
        return self._value

    @property
    def fields(self) -> dict[str, Any] | None:
        """The values of an event; None if it cannot be read."""
        try:
            return self.value if isinstance(self.value, dict) else None
        except Opaque:
            return None

    @property
    def plain(self) -> Any:
        """Its value as written: text, lists and mappings. Raises Opaque."""
        if self._plain is None:
            self._plain = plain(self._read()[0])
        return self._plain

    @property
    def comments(self) -> list[str]:
        """The comments in it, sorted. Raises Opaque."""
        try:
            return sorted(comments(Source(" " * self.column + self.raw, b"", "utf-8", "\n")))
        except READER_ERRORS:
            raise Opaque from None

    def _read(self) -> tuple[Node, bool, str, int]:
        """The node of an item or an entry that stands alone; whether it is an item; the text, and where it starts."""
        # A dash before an object, which alone would be a stream of JSON.
        start = "- " if self.raw[:1] == "{" else " " * self.column
        text = start + self.raw
        node = read(text)
        if isinstance(node, Scalar) or node.flow:
            return node, True, text, len(start)
        values = node.items if isinstance(node, Sequence) else [value for _, value in node.pairs.values()]
        if len(values) != 1:
            raise Opaque
        return values[0], isinstance(node, Sequence), text, len(start)

    def _parse(self) -> None:
        value, is_item, text, start = self._read()
        body = Builder(text, self.names).item(value, start, len(text), self.field)
        self.set(body, (item_of if is_item else value_of)(value, self.field, self.names))

    def set_value(self, value: Any, written: Any) -> None:
        """Give it a value without a text."""
        self._value, self._plain = value, written

    def set(self, body: Body, value: Any) -> None:
        self._body, self._value = body, value


def shifted(text: str, columns: int) -> str:
    """Text with all lines but the first moved to the right, or to the left as far as they can."""
    if not columns or "\n" not in text[:-1]:
        return text
    first, *lines = text.split("\n")
    if columns > 0:
        return "\n".join([first, *(" " * columns + line if line.strip() else line for line in lines)])
    margin = " " * -columns
    return "\n".join([first, *(line[-columns:] if line.startswith(margin) else line.lstrip(" ") for line in lines)])


def read(text: str) -> Node:
    """The node of a text that stands alone. Raises Opaque."""
    if _REFERENCE.search(text):
        raise Opaque
    problems = Problems("")
    composer = Composer(text.encode(), problems)
    try:
        for _ in range(2):
            composer.next()
        node = composer.value(composer.next(), most=None)
        ends = composer.ends()
    except (Stopped, NeedsWhole, *READER_ERRORS):
        raise Opaque from None
    if problems.errors or not ends:
        raise Opaque
    return node


class Builder:
    """Takes one text apart, by the places of its nodes."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names

    def item(self, node: Node, start: int, stop: int, field: str) -> Body:
        """The parts of the piece from `start`, its key or dash, to `stop`; `node` is its value."""
        text, begin = self.text, node.start_mark.index
        if isinstance(node, Scalar):
            end = self.reach(node)
            if not node.value and not node.style:
                begin = end = min(max(begin, start), stop)
            return Body("scalar", text[start:begin], text[begin:end], (), "", text[end:stop])
        if node.flow:
            end = node.end_mark.index
            children, after = self._in_brackets(node, begin + 1, field)
            kind = "flow-map" if isinstance(node, Mapping) else "flow-seq"
            return Body(kind, text[start : begin + 1], "", children, text[after:end], text[end:stop])
        column = node.start_mark.column
        places = list(self._places(node, field))
        if not places:
            raise Opaque
        first = places[0][1]
        inline = bool(text[text.rfind("\n", 0, first) + 1 : first].strip())
        # What is above the first child, down from its own line, is the child's.
        head_end = first if inline else text.find("\n", start, first) + 1
        found, at = [], head_end
        for number, place in enumerate(places):
            is_inline = inline and not number
            line = place[1] if is_inline else place[1] - column
            limit = places[number + 1][1] - column if number + 1 < len(places) else stop
            end = self._own_end(self.reach(place[2]), limit, column)
            found.append(self._child(node, place, at, line, end, column, is_inline))
            at = end
        kind = "map" if isinstance(node, Mapping) else "seq"
        return Body(kind, text[start:head_end], "", tuple(numbered(found)), "", text[at:stop], column)

    def _places(self, node: Mapping | Sequence, field: str) -> Iterator[Place]:
        if isinstance(node, Mapping):
            for name, (key, value) in node.pairs.items():
                yield name, key.start_mark.index, value, sub_field(field, name)
            return
        at, column = node.start_mark.index, node.start_mark.column
        inside = "event" if field == "events" else field
        for value in node.items:
            start = value.start_mark.index if node.flow else self._dash(value, at, column)
            yield identity(item_of(value, field, self.names), field), start, value, inside
            at = self.reach(value)

    def _dash(self, value: Node, at: int, column: int) -> int:
        """The place of the dash of an item, not above `at`: on the item's line or above it."""
        text, start = self.text, value.start_mark.index
        while True:
            line = text.rfind("\n", 0, start) + 1
            if text[line + column : line + column + 1] == "-" and line + column >= at:
                return line + column
            if line <= at:
                return at
            start = line - 1

    def _own_end(self, end: int, limit: int, column: int) -> int:
        """The end of the lines of a value that reaches to `end`: the rest of the line, and comments deeper than it."""
        text = self.text
        at = text.find("\n", end, limit) + 1 or limit
        last = at
        while at < limit:
            line_end = text.find("\n", at, limit) + 1 or limit
            line = text[at:line_end]
            if line.strip():
                if not _ONE_LINE_COMMENT.match(line) or len(line) - len(line.lstrip()) <= column:
                    break
                last = line_end
            at = line_end
        return last

    def reach(self, node: Node) -> int:
        """The end of the text of a value."""
        if isinstance(node, Scalar):
            start, end = node.start_mark.index, int(node.end_mark.index)
            return start + len(self.text[start:end].rstrip()) if node.style in ("|", ">") else end
        if node.flow:
            return int(node.end_mark.index)
        values = [value for _, value in node.pairs.values()] if isinstance(node, Mapping) else node.items
        return self.reach(values[-1]) if values else int(node.end_mark.index)

    def _in_brackets(self, node: Mapping | Sequence, at: int, field: str) -> tuple[tuple[Piece, ...], int]:
        found = []
        for place in self._places(node, field):
            _, start, value, _ = place
            end = self.reach(value)
            if isinstance(value, Scalar) and not value.value and not value.style:
                end = max(end, start)
            found.append(self._child(node, place, at, start, end, 0, True))
            at = end
        return tuple(numbered(found)), at

    def _child(self, parent: Node, place: Place, at: int, line: int, end: int, column: int, inline: bool) -> Piece:
        """The piece of a child; the text above it is from `at` to `line`."""
        key, start, value, field = place
        child = Piece(self.text[at:line], self.text[start:end], column, key, field, self.names, inline)
        read = value_of if isinstance(parent, Mapping) else item_of
        child.set(self.item(value, start, end, field), read(value, field, self.names))
        return child


def numbered(pieces: list[Piece]) -> list[Piece]:
    """Pieces whose repeated keys have a number, so that each has its own."""
    seen: dict[Any, int] = {}
    for piece in pieces:
        count = seen[piece.key] = seen.get(piece.key, 0) + 1
        if count > 1:
            piece.key = (piece.key, count)
    return pieces
