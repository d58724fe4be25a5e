"""From the YAML parser's events to nodes, one value at a time, within limits.

Owns: limits on depth, size, aliases and keys; anchors and merge keys; duplicate keys. Refuses: tags,
implicit types, and to build anything that it has not measured first.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence, kind_of

# The C parser is several times as fast; where it is not built in, the pure one reads the same.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

READER_ERRORS = (yaml.YAMLError, UnicodeError)

MAX_DEPTH = 40
MAX_NODES = 20_000  # of one event or registry entry, aliases counted as what they stand for
MAX_SCALAR = 1 << 20


class Stopped(Exception):
    """Nothing more can be read from this file; the problem is already reported."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Composer:
    """Builds nodes from the parse events of one file."""

    def __init__(self, data: bytes, problems: Problems) -> None:
        self._data = data
        self.problems = problems
        self._anchors: dict[str, tuple[Node, int] | None] = {}
        self._size = 0
        self._bounded = True
        # The next parse event. Raises what `READER_ERRORS` names; whoever drives the composer passes it to `stop`.
        self.next = _LOADER(data).get_event

    def stop(self, error: Exception) -> Stopped:
        """Report what the parser could not read; the Stopped to raise."""
        from timeline_cli.reading.syntax import explain

        diagnostic = explain(error, self._data, self.problems.file)
        self.problems.add(diagnostic)
        return Stopped(diagnostic.location.line)

    def value(self, event: Any, bounded: bool = True) -> Node:
        """The node that begins with `event`, to its end. Unbounded ones may hold anchors of any size."""
        self._size = 0
        self._bounded = bounded
        return self._compose(event, 0)

    def skip(self, event: Any) -> None:
        """Pass over the node that begins with `event`."""
        self.value(event, bounded=False)

    def _compose(self, event: Any, depth: int) -> Node:
        self._size += 1
        kind = type(event)
        if kind is ScalarEvent:
            node: Node = Scalar(event.value, not event.style, event.start_mark, event.end_mark)
            if event.anchor is not None:
                self._anchors[event.anchor] = node, 1
            if event.tag is not None:
                self._refuse_tag(event, node)
            if len(event.value) > MAX_SCALAR:
                self.problems.at(node, "E006", "this value is longer than a million characters")
            return node
        if kind is AliasEvent:
            return self._alias(event)
        if depth >= MAX_DEPTH:
            self._too_deep(event)
        anchor, before = event.anchor, self._size
        if anchor is not None:
            self._anchors[anchor] = None
        node = self._sequence(event, depth) if kind is SequenceStartEvent else self._mapping(event, depth)
        if anchor is not None:
            self._anchors[anchor] = node, self._size - before + 1
        if event.tag is not None:
            self._refuse_tag(event, node)
        return node

    def _sequence(self, event: Any, depth: int) -> Sequence:
        items: list[Node] = []
        child = self.next()
        while type(child) is not SequenceEndEvent:
            items.append(self._compose(child, depth + 1))
            child = self.next()
        return Sequence(items, bool(event.flow_style), event.start_mark, child.end_mark)

    def _mapping(self, event: Any, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        merged: list[Node] = []
        child = self.next()
        while type(child) is not MappingEndEvent:
            key = self._compose(child, depth + 1)
            value = self._compose(self.next(), depth + 1)
            if not isinstance(key, Scalar):
                self.problems.at(key, "E012", f"a key is a plain word, not {kind_of(key)}")
            elif key.plain and key.text == "<<":
                merged.append(value)
            elif key.text in pairs:
                self.duplicate(key, pairs[key.text][0])
            else:
                pairs[key.text] = key, value
            child = self.next()
        for source in merged:
            self._merge(source, pairs)
        return Mapping(pairs, bool(event.flow_style), event.start_mark, child.end_mark)

    def _merge(self, source: Node, pairs: dict[str, tuple[Scalar, Node]]) -> None:
        """A merge key: what is written in the mapping itself wins, then the first source that has the key."""
        for part in source.items if isinstance(source, Sequence) else [source]:
            if not isinstance(part, Mapping):
                self.problems.at(part, "E012", f"<< merges mappings, and this is {kind_of(part)}")
                continue
            for name, pair in part.pairs.items():
                pairs.setdefault(name, pair)

    def duplicate(self, key: Scalar, first: Scalar) -> None:
        self.problems.at(
            key,
            "E009",
            f"{key.text}: is written twice",
            "keep one of them, or join the two values",
            ((first, "first written here"),),
        )

    def _alias(self, event: Any) -> Node:
        nothing = Scalar("", True, event.start_mark, event.end_mark)
        if event.anchor not in self._anchors:
            self.problems.at(
                nothing,
                "E004",
                f"*{event.anchor} refers to an anchor that is not defined above",
                f'quote the text if it is meant to start with a star: "*{event.anchor}"',
            )
            return nothing
        anchored = self._anchors[event.anchor]
        if anchored is None:
            self.problems.at(nothing, "E007", f"*{event.anchor} stands inside the very thing that it refers to")
            return nothing
        node, size = anchored
        if self._bounded and self._size + size > MAX_NODES:
            self.problems.at(
                nothing,
                "E006",
                f"*{event.anchor} makes this entry larger than {MAX_NODES:,} values",
                "write out what is meant instead of nesting aliases",
            )
            return nothing
        self._size += size - 1
        return node

    def _refuse_tag(self, event: Any, node: Node) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.problems.at(
            node,
            "E008",
            f"{tag} is a YAML tag, and tags are not used here",
            f'remove it, or quote the text if it starts with "{tag[0]}"',
        )

    def _too_deep(self, event: Any) -> None:
        mark = event.start_mark
        self.problems.add(
            Diagnostic(
                "E005",
                f"nested more than {MAX_DEPTH} levels deep; nothing from here on was read",
                Location(self.problems.file, mark.line + 1, mark.column + 1),
                "events hold lists and mappings of two or three levels",
            )
        )
        raise Stopped(mark.line + 1)
