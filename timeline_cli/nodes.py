"""A YAML document as it is written: text, lists and mappings with their places.

Owns: the node types and the list of problems found in one file. Refuses: implicit types — NO is "NO".
"""

from __future__ import annotations

from typing import Any

from timeline_cli.diagnostics import Diagnostic, Location

NULLS = frozenset({"", "~", "null"})


class Scalar:
    """A value as the text that stands there; `plain` when it is not quoted and not a block."""

    __slots__ = ("end", "plain", "start", "text")

    def __init__(self, text: str, plain: bool, start: Any, end: Any) -> None:
        self.text = text
        self.plain = plain
        self.start = start
        self.end = end

    @property
    def is_null(self) -> bool:
        """Nothing, or what YAML and JSON write for nothing."""
        return self.plain and self.text in NULLS


class Sequence:
    """A list."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, items: list[Node], flow: bool, start: Any, end: Any) -> None:
        self.items = items
        self.flow = flow
        self.start = start
        self.end = end


class Mapping:
    """A mapping, in the order of the file: key text to the key's node and the value's."""

    __slots__ = ("end", "flow", "pairs", "start")

    def __init__(self, pairs: dict[str, tuple[Scalar, Node]], flow: bool, start: Any, end: Any) -> None:
        self.pairs = pairs
        self.flow = flow
        self.start = start
        self.end = end


Node = Scalar | Sequence | Mapping


def kind_of(node: Node) -> str:
    """The node's shape in the words of a message."""
    if isinstance(node, Scalar):
        return "nothing" if node.is_null else "a plain value"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _short(text: str) -> str:
    return text if len(text) <= 400 else f"{text[:200]} … {text[-150:]}"


class Problems:
    """The problems of one file, as they are found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self._told: set[Diagnostic] = set()
        self.errors = 0

    def place(self, node: Node) -> Location:
        """Where a node stands; its width is that of a value on one line, else 1."""
        start, end = node.start, node.end
        on_one_line = isinstance(node, Scalar) and start.line == end.line
        return Location(
            self.file,
            start.line + 1,
            start.column + 1,
            max(end.column - start.column, 1) if on_one_line else 1,
        )

    def at(
        self, node: Node, code: str, message: str, hint: str = "", related: tuple[tuple[Node, str], ...] = ()
    ) -> None:
        """Report a problem of a node."""
        self.add(
            Diagnostic(
                code,
                message,
                self.place(node),
                hint,
                tuple((self.place(other), word) for other, word in related),
            )
        )

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a problem; one that an alias brings back is counted again, but told once."""
        self.errors += diagnostic.is_error
        if diagnostic not in self._told:
            self._told.add(diagnostic)
            self.found.append(diagnostic)
