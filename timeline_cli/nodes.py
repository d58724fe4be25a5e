"""A YAML document as written: text, lists and mappings with their places.

Owns: the node types and the list of problems found in one file. Does not: apply implicit types — NO is "NO".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_cli.diagnostics import Diagnostic, Edit, Fix, Location
from timeline_cli.hint import Hint, as_hint
from timeline_cli.text import NULLS

if TYPE_CHECKING:

    class Scalar:
        """A value as its text: the parser's own event, since copying every value would be slow.

        `style` is empty unless the value is quoted or a block; the marks count lines and columns from 0.
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


_OF_NUMBERS = frozenset({"E203", "E206"})  # codes of values that may be numbers; codes of dates start with E1


class Sequence:
    """A list."""

    __slots__ = ("end_mark", "flow", "items", "start_mark")

    def __init__(self, items: list[Node], flow: bool, start_mark: Any, end_mark: Any) -> None:
        self.items = items
        self.flow = flow
        self.start_mark = start_mark
        self.end_mark = end_mark


class Mapping:
    """A mapping, in the order of the file: from key text to the nodes of the key and the value."""

    __slots__ = ("end_mark", "flow", "pairs", "start_mark")

    def __init__(self, pairs: dict[str, tuple[Scalar, Node]], flow: bool, start_mark: Any, end_mark: Any) -> None:
        self.pairs = pairs
        self.flow = flow
        self.start_mark = start_mark
        self.end_mark = end_mark


Node = Scalar | Sequence | Mapping


def scalar(text: str, start_mark: Any, end_mark: Any, style: str = "") -> Scalar:
    """A value that replaces one of the file."""
    return Scalar(None, None, (not style, False), text, start_mark, end_mark, style)


def is_null(node: Node) -> bool:
    """Whether it is empty or null."""
    return type(node) is Scalar and not node.style and node.value in NULLS


def as_written(node: Node) -> Any:
    """The content of a node, without its places."""
    if isinstance(node, Scalar):
        return node.value, node.style
    if isinstance(node, Sequence):
        return [as_written(item) for item in node.items]
    return [(key, as_written(value)) for key, (_, value) in node.pairs.items()]


def plain(node: Node) -> Any:
    """The JSON value of a node: text, lists and mappings; null is None."""
    if isinstance(node, Scalar):
        return None if is_null(node) else node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.pairs.items()}


def kind_of(node: Node) -> str:
    """The node's shape as named in messages."""
    if isinstance(node, Scalar):
        return "nothing" if is_null(node) else "a plain value"
    return "a list" if isinstance(node, Sequence) else "a mapping"


class HeadMark:
    """A place in a file's head, with lines counted from the start of the file, whatever is being read."""

    __slots__ = ("column", "index", "line")

    def __init__(self, mark: Any) -> None:
        self.index, self.line, self.column = mark.index, mark.line, mark.column


def of_head(node: Node) -> Node:
    """A copy of a value of a file's head that keeps its place when an item takes it as a default."""
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


# An error that costs no event: a broken entry of sources: would cost every event that refers to it.
KEEPS_EVENT = frozenset(("E302",))


class Problems:
    """The problems of one file, in the order found. `offset` is added to the lines of marks; `errors` cost an event.

    Problems of default values belong to the head of the file, and are reported once: `in_head`.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self.in_head: dict[Diagnostic, None] = {}
        self._told: set[Diagnostic] = set()
        self.errors = 0
        self.offset = 0
        self.is_exact = True  # whether the columns of marks match the file

    def begin(self, offset: int) -> None:
        """Start the next item, whose lines count from its own offset."""
        self.offset = offset
        if self._told:
            self._told.clear()

    def take(self) -> tuple[Diagnostic, ...]:
        """Return and clear the problems found since the last call."""
        if not self.found:
            return ()
        found = tuple(self.found)
        self.found = []
        return found

    def place(self, node: Node) -> Location:
        """The place of a node; its width is that of a value on one line, else 1."""
        start, end = node.start_mark, node.end_mark
        on_one_line = isinstance(node, Scalar) and start.line == end.line
        return Location(
            self.file,
            start.line + 1 + (0 if isinstance(start, HeadMark) else self.offset),
            start.column + 1,
            max(end.column - start.column, 1) if on_one_line else 1,
        )

    def place_of_text(self, node: Node) -> Location | None:
        """The place of a value's text, without its anchor; None if it is not, or not surely, on one line."""
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
        """The edits that replace a value with a text, or if `typed` a date or number, in the value's style.

        Empty if that is not possible.
        """
        from timeline_cli.scalars import in_braces, in_same_quotes

        place = self.place_of_text(node)
        if place is None or not isinstance(node, Scalar):
            return ()
        # Text that is valid in { } and [ ] is valid anywhere.
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
        """Report a problem of a node. Its fix is `edits`, or replaces the node with the hint's value."""
        others = tuple([(self.place(other), word) for other, word in related]) if related else ()
        hint = as_hint(hint)
        if not edits and hint.value is not None:
            edits = self.edits(node, hint.value, code[:2] == "E1" or code in _OF_NUMBERS)
        fix = Fix(edits, hint.certain) if edits else None
        diagnostic = Diagnostic(code, message, self.place(node), hint, others, fix)
        if isinstance(node.start_mark, HeadMark):
            self.errors += diagnostic.is_error and code not in KEEPS_EVENT
            self.in_head[diagnostic] = None
        else:
            self.add(diagnostic)

    def twice(self, first: Node) -> list[Location]:
        """The places where a repeated key was reported."""
        place = self.place(first)
        return [one.location for one in self.found if one.code == "E009" and one.related[0][0] == place]

    def forget_twice(self, first: Node) -> None:
        """Drop the problem of a repeated key if another problem covers it."""
        again = self.twice(first)
        self.found = [one for one in self.found if one.code != "E009" or one.location not in again]

    def has_cut(self, node: Node) -> bool:
        """Whether a # that cuts this value was reported; that hint has the whole text."""
        line = self.place(node).line
        return any(one.code == "W203" and one.location.line == line for one in self.found)

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a problem; if an alias repeats it, it is counted again but reported once."""
        self.errors += diagnostic.is_error and diagnostic.code not in KEEPS_EVENT
        if diagnostic not in self._told:
            self._told.add(diagnostic)
            self.found.append(diagnostic)
