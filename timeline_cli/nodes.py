"""A YAML document as it is written: text, lists and mappings with their places.

Owns: the node types and the list of problems found in one file. Refuses: implicit types — NO is "NO".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_cli.diagnostics import Diagnostic, Edit, Fix, Location
from timeline_cli.hint import Hint, as_hint
from timeline_cli.text import NULLS

if TYPE_CHECKING:

    class Scalar:
        """A value as the text that stands there: the parser's own event, since every copy would cost.

        `style` is empty unless it is quoted or a block; the marks count lines and columns from 0.
        """

        value: str
        style: str | None
        start_mark: Any
        end_mark: Any
        anchor: str | None
        tag: str | None

        def __init__(
            self,
            anchor: str | None,
            tag: str | None,
            implicit: Any,
            value: str,
            start_mark: Any,
            end_mark: Any,
            style: str | None,
        ) -> None: ...
else:
    from yaml.events import ScalarEvent as Scalar


_OF_NUMBERS = frozenset({"E203", "E206"})  # codes of values that may be numbers; those of dates begin with E1


class Sequence:
    """A list."""

    __slots__ = ("end_mark", "flow", "items", "start_mark")

    def __init__(self, items: list[Node], flow: bool, start_mark: Any, end_mark: Any) -> None:
        self.items = items
        self.flow = flow
        self.start_mark = start_mark
        self.end_mark = end_mark


class Mapping:
    """A mapping, in the order of the file: key text to the key's node and the value's."""

    __slots__ = ("end_mark", "flow", "pairs", "start_mark")

    def __init__(self, pairs: dict[str, tuple[Scalar, Node]], flow: bool, start_mark: Any, end_mark: Any) -> None:
        self.pairs = pairs
        self.flow = flow
        self.start_mark = start_mark
        self.end_mark = end_mark


Node = Scalar | Sequence | Mapping


def scalar(text: str, start_mark: Any, end_mark: Any, style: str = "") -> Scalar:
    """A value that stands in for one of the file."""
    return Scalar(None, None, (not style, False), text, start_mark, end_mark, style)


def is_null(node: Node) -> bool:
    """Whether it is nothing, or what YAML and JSON write for nothing."""
    return type(node) is Scalar and not node.style and node.value in NULLS


def as_written(node: Node) -> Any:
    """All that a node says, without its places."""
    if isinstance(node, Scalar):
        return node.value, node.style
    if isinstance(node, Sequence):
        return [as_written(item) for item in node.items]
    return [(key, as_written(value)) for key, (_, value) in node.pairs.items()]


def kind_of(node: Node) -> str:
    """The node's shape in the words of a message."""
    if isinstance(node, Scalar):
        return "nothing" if is_null(node) else "a plain value"
    return "a list" if isinstance(node, Sequence) else "a mapping"


class HeadMark:
    """A place in a file's head, whose lines count from the file's first whatever is read at the time."""

    __slots__ = ("column", "index", "line")

    def __init__(self, mark: Any) -> None:
        self.index, self.line, self.column = mark.index, mark.line, mark.column


def of_head(node: Node) -> Node:
    """A copy of a value of a file's head, which knows its place when an item takes it over."""
    start, end = HeadMark(node.start_mark), HeadMark(node.end_mark)
    if isinstance(node, Scalar):
        return Scalar(node.anchor, node.tag, (not node.style, False), node.value, start, end, node.style)
    if isinstance(node, Sequence):
        return Sequence([of_head(item) for item in node.items], node.flow, start, end)
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for name, (key, value) in node.pairs.items():
        copied = of_head(key)
        assert isinstance(copied, Scalar)
        pairs[name] = copied, of_head(value)
    return Mapping(pairs, node.flow, start, end)


class Problems:
    """The problems of one file, as they are found. `offset` is added to the lines of marks.

    Those of values that items take over from the head are the file's, and told once: `in_head`.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self.in_head: dict[Diagnostic, None] = {}
        self._told: set[Diagnostic] = set()
        self.errors = 0
        self.offset = 0
        self.is_exact = True  # whether the columns of marks are those of the file

    def begin(self, offset: int) -> None:
        """From here on another item is read, whose lines count from a place of its own."""
        self.offset = offset
        if self._told:
            self._told.clear()

    def take(self) -> tuple[Diagnostic, ...]:
        """What was found since the last time, which from now on is the caller's to keep."""
        if not self.found:
            return ()
        found = tuple(self.found)
        self.found = []
        return found

    def place(self, node: Node) -> Location:
        """Where a node stands; its width is that of a value on one line, else 1."""
        start, end = node.start_mark, node.end_mark
        on_one_line = isinstance(node, Scalar) and start.line == end.line
        return Location(
            self.file,
            start.line + 1 + (0 if isinstance(start, HeadMark) else self.offset),
            start.column + 1,
            max(end.column - start.column, 1) if on_one_line else 1,
        )

    def place_of_text(self, node: Node) -> Location | None:
        """Where the text of a value stands, without its anchor; None where it is not on one line, or not for sure."""
        if not isinstance(node, Scalar) or node.start_mark.line != node.end_mark.line or not self.is_exact:
            return None
        place, size = self.place(node), len(node.value)
        has_more = node.anchor is not None or node.tag is not None
        if node.style:
            return place if node.style in "\"'" and not has_more else None
        if not size or (place.width != size and not has_more):
            return None
        return place._replace(column=node.end_mark.column + 1 - size, width=size)

    def edits(self, node: Node, text: str, typed: bool) -> tuple[Edit, ...]:
        """What writes a text, or where it is `typed` a date or number, in the place of a value and in its style.

        Nothing where that cannot be done.
        """
        from timeline_cli.scalars import in_braces, in_same_quotes

        place = self.place_of_text(node)
        if place is None or not isinstance(node, Scalar):
            return ()
        # What may stand in { } and [ ] may stand anywhere.
        return (Edit(place, in_same_quotes(text, node.style) if node.style else in_braces(text, typed)),)

    def at(
        self,
        node: Node,
        code: str,
        message: str,
        hint: Hint | str = "",
        related: tuple[tuple[Node, str], ...] = (),
        edits: tuple[Edit, ...] = (),
    ) -> None:
        """Report a problem of a node. Its fix is `edits`, or the value of the hint in the place of the node."""
        others = tuple([(self.place(other), word) for other, word in related]) if related else ()
        hint = as_hint(hint)
        if not edits and hint.value is not None:
            edits = self.edits(node, hint.value, code[:2] == "E1" or code in _OF_NUMBERS)
        fix = Fix(edits, hint.certain) if edits else None
        diagnostic = Diagnostic(code, message, self.place(node), hint, others, fix)
        if isinstance(node.start_mark, HeadMark):
            self.errors += diagnostic.is_error
            self.in_head[diagnostic] = None
        else:
            self.add(diagnostic)

    def twice(self, first: Node) -> list[Location]:
        """Where it was told that a key is there again."""
        place = self.place(first)
        return [one.location for one in self.found if one.code == "E009" and one.related[0][0] == place]

    def forget_twice(self, first: Node) -> None:
        """Drop what tells that a key is there twice, where something else is told of the first of them."""
        again = self.twice(first)
        self.found = [one for one in self.found if one.code != "E009" or one.location not in again]

    def has_cut(self, node: Node) -> bool:
        """Whether it was told that a # cuts this value short, whose hint then has all of it."""
        line = self.place(node).line
        return any(one.code == "W203" and one.location.line == line for one in self.found)

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a problem; one that an alias brings back is counted again, but told once."""
        self.errors += diagnostic.is_error
        if diagnostic not in self._told:
            self._told.add(diagnostic)
            self.found.append(diagnostic)
