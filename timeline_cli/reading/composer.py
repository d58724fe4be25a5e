"""From the YAML parser's events to nodes, one value at a time, within limits.

Owns: limits on depth, size, aliases and keys; anchors and merge keys; duplicate keys. Does not: support tags or
implicit types, or build anything before measuring it.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeline_cli.diagnostics import Diagnostic, Edit, Location
from timeline_cli.hint import Hint
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence, kind_of
from timeline_cli.reading.parser_input import BREAKS, LOADER, MAX_DEPTH, readable

MAX_NODES = 20_000  # of one event or registry entry
MAX_SECTION = 2_000_000  # of a section that is an alias or has an anchor, which is read as one value
MAX_ALIASED = 2_000_000  # for all aliases of one file
MAX_SCALAR = 1 << 20
_FIRST_KEYS = frozenset(("id", "date", "title"))  # most events start with one of these
_HUGE = 1 << 40  # sizes are not counted beyond this
MAX_MERGED = 1_000_000  # keys that merge keys bring into the mappings of one file

_RESTORED = str.maketrans({hidden: shown for shown, hidden in BREAKS})


class Stopped(Exception):
    """The rest of this file cannot be read; the problem is already reported."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class NeedsWhole(Exception):
    """An item refers to an anchor in another part of its file, so the file cannot be read in pieces."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class Composer:
    """Builds nodes from the parse events of one file, or of some of its items.

    `elsewhere` are the anchors of the items' file.
    """

    def __init__(self, data: bytes, problems: Problems, elsewhere: Container[str] = ()) -> None:
        self._elsewhere = elsewhere
        self._data = data
        self.problems = problems
        self._anchors: dict[str, tuple[Node, int, int] | None] = {}  # the node, its size, its depth
        self._size = 0
        self._deepest = 0
        self._merged = 0
        self._aliased = 0
        self._most: int | None = MAX_NODES
        shown, self._hides = readable(data)
        # If that added or removed characters, the parser's columns do not match the file.
        problems.is_exact = problems.is_exact and len(shown) == len(data)
        data = shown
        self._restores = self._hides
        # Whether values may need the checks of `_leaf`: in most files, none does.
        self._careful = self._restores or len(data) > MAX_SCALAR or b"&" in data or b"!" in data
        # The next parse event. Raises READER_ERRORS; the caller passes the error to `stop`.
        self.next = LOADER(data).get_event

    def begin(self, data: bytes) -> None:
        """Start an item with the text `data`; the content of the other items does not matter."""
        if self._hides:
            self._restores = any(shown.encode() in data for shown, _ in BREAKS)

    def stop(self, error: Exception) -> Stopped:
        """Report an error of the parser; returns the Stopped to raise."""
        from timeline_cli.reading.hints.yaml_errors import explain

        diagnostic = explain(error, self._data, self.problems.file)
        self.problems.add(diagnostic)
        return Stopped(diagnostic.location.line)

    def value(self, event: Any, most: int | None = MAX_NODES) -> Node:
        """The node that starts with `event`; with at most `most` values, or any number."""
        self._size = self._deepest = 0
        self._most = most
        return self._compose(event, 0)

    @property
    def size(self) -> int:
        """How many values the last node has."""
        return self._size

    def forget(self) -> None:
        """Forget the anchors of an item: other items that refer to them need the whole file."""
        self._anchors.clear()

    def ends(self) -> bool:
        """Whether only the end of the document is left."""
        return type(self.next()) is DocumentEndEvent and type(self.next()) is StreamEndEvent

    def skip(self, event: Any) -> None:
        """Skip the node that starts with `event`; its anchors may have any size."""
        self.value(event, most=None)

    def _compose(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is Scalar:
            self._size += 1
            return self._leaf(event)
        if kind is AliasEvent:
            return self._alias(event, depth)
        if depth >= MAX_DEPTH:
            self._too_deep(event)
        self._size += 1
        if event.anchor is not None:
            node = self._anchored(event, depth)
        else:
            if depth > self._deepest:
                self._deepest = depth
            node = self._sequence(event, depth) if kind is SequenceStartEvent else self._mapping(event, depth)
        if event.tag is not None:
            self.refuse_tag(event, node)
        return node

    def _anchored(self, event: Any, depth: int) -> Node:
        """Record a list or mapping with an anchor, for its aliases."""
        before, deepest, self._deepest = self._size - 1, self._deepest, depth
        self._anchors[event.anchor] = None
        node = self._sequence(event, depth) if type(event) is SequenceStartEvent else self._mapping(event, depth)
        self._anchors[event.anchor] = node, min(self._size - before, _HUGE), min(self._deepest - depth + 1, _HUGE)
        self._deepest = max(deepest, self._deepest)
        return node

    def _leaf(self, event: Any) -> Scalar:
        """A plain value: the event itself, after checks for rare cases."""
        if self._restores:
            event.value = event.value.translate(_RESTORED)
        if event.anchor is not None:
            self._anchors[event.anchor] = event, 1 + len(event.value) // 16, 0
            if not event.value and not event.style:
                self._mark_alone(event, f"&{event.anchor}", "is an anchor with no value after it")
        if event.tag is not None:
            self.refuse_tag(event, event)
        if len(event.value) > MAX_SCALAR:
            self.problems.at(event, "E006", "this value is longer than a million characters")
        leaf: Scalar = event
        return leaf

    # The two loops below see every value of every file, so the frequent cases are handled inline.

    def _sequence(self, event: Any, depth: int) -> Sequence:
        items: list[Node] = []
        get, careful = self.next, self._careful
        while True:
            child = get()
            kind = type(child)
            if kind is Scalar:
                if careful:
                    self._leaf(child)
                items.append(child)
            elif kind is SequenceEndEvent:
                break
            else:
                items.append(self._compose(child, depth + 1))
        self._size += len(items)
        return Sequence(items, bool(event.flow_style), event.start_mark, child.end_mark)

    def _mapping(self, event: Any, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        merged: list[Node] = []
        twice: list[tuple[Scalar, Scalar]] = []
        get, careful = self.next, self._careful
        while True:
            key = get()
            if type(key) is not Scalar:
                if type(key) is MappingEndEvent:
                    break
                key = self._compose(key, depth + 1)
            elif careful:
                self._leaf(key)
            value = get()
            if type(value) is not Scalar:
                value = self._compose(value, depth + 1)
            elif careful:
                self._leaf(value)
            if type(key) is not Scalar:
                self.problems.at(key, "E012", f"expected a plain word as key, not {kind_of(key)}")
                continue
            name = key.value
            if name in pairs:
                twice.append((key, pairs[name][0]))
            elif name == "<<" and not key.style:
                merged.append(value)
            else:
                pairs[name] = key, value
        self._size += 2 * len(pairs)
        # Report a dash without a space after it as such, since it explains the keys below it.
        if twice and not any(f"-{name}" in pairs for name in _FIRST_KEYS):
            self._twice(twice)
        for source in merged:
            self.merge(source, pairs)
        return Mapping(pairs, bool(event.flow_style), event.start_mark, key.end_mark)

    def merge(self, source: Node, pairs: dict[str, tuple[Scalar, Node]]) -> None:
        """A merge key: keys of the mapping itself win, then the first source that has the key."""
        for part in source.items if isinstance(source, Sequence) else [source]:
            if not isinstance(part, Mapping):
                self.problems.at(part, "E012", f"expected a mapping after <<, not {kind_of(part)}")
                continue
            self._merged += len(part.pairs)
            if self._merged > MAX_MERGED:
                self.problems.at(part, "E006", f"merge keys add more than {MAX_MERGED:,} keys")
                raise Stopped(part.start_mark.line + 1)
            for name, pair in part.pairs.items():
                pairs.setdefault(name, pair)

    def _twice(self, keys: list[tuple[Scalar, Scalar]]) -> None:
        """Report repeated keys of a mapping; the keys of an event without its dash are one problem."""
        if sum(key.value in _FIRST_KEYS for key, _ in keys) < 2:
            for key, first in keys:
                self.duplicate(key, first)
            return
        key, first = keys[0]
        others = ", ".join(f"{other.value}:" for other, _ in keys[1:])
        self.problems.at(
            key,
            "E009",
            f"{key.value}: is repeated, like the keys after it: {others}",
            f"put - before the first key of a new event: - {key.value}:",
            ((first, "first written here"),),
        )

    def duplicate(self, key: Scalar, first: Scalar, hint: str = "keep one of them, or merge the two values") -> None:
        if key.value.isdigit():
            from timeline_cli.fields.hints.keys import COMMA_HINT

            hint = COMMA_HINT
        elif key.value in _FIRST_KEYS:
            hint = "keep one of them, or put - before the first key of a new event"
        self.problems.at(key, "E009", f"{key.value}: is written twice", hint, ((first, "first written here"),))

    def _alias(self, event: Any, depth: int) -> Node:
        nothing = Scalar(event.anchor, None, (True, False), "", event.start_mark, event.end_mark, "")
        if event.anchor not in self._anchors:
            if event.anchor in self._elsewhere:
                raise NeedsWhole(self.problems.file)
            self._mark_alone(nothing, f"*{event.anchor}", "is an alias of an anchor that is not defined above")
            return nothing
        anchored = self._anchors[event.anchor]
        if anchored is None:
            self.problems.at(nothing, "E007", f"*{event.anchor} is inside the value that it refers to")
            return nothing
        node, size, levels = anchored
        if self._most is not None and self._size + size > self._most:
            self.problems.at(
                nothing,
                "E006",
                f"*{event.anchor} makes this entry larger than {self._most:,} values",
                "write the values instead of nesting aliases",
            )
            return nothing
        if self._most is not None and depth + levels > MAX_DEPTH:
            self.problems.at(
                nothing, "E005", f"*{event.anchor} nests more than {MAX_DEPTH} levels deep", "write the values instead"
            )
            return nothing
        self._aliased += size
        if self._most is not None and self._aliased > MAX_ALIASED:
            self.problems.at(nothing, "E006", f"the aliases of this file expand to more than {MAX_ALIASED:,} values")
            raise Stopped(event.start_mark.line + 1)
        self._size = min(self._size + size - 1, _HUGE)
        self._deepest = max(self._deepest, depth + levels)
        return node

    def _mark_alone(self, node: Scalar, written: str, what: str) -> None:
        """Report an anchor or an alias without a value, which may actually be text."""
        from timeline_cli.scalars import quoted

        hint = Hint(f"to start a text with {written[0]}, quote it: {quoted(written)}", quoted(written))
        edits = (Edit(self.problems.place(node), quoted(written)),)
        self.problems.at(node, "E004", f"{written} {what}", hint, edits=edits)

    def refuse_tag(self, event: Any, node: Node) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        hint = f'remove it, or quote the text if it starts with "{tag[0]}"'
        if tag[:2] != "!!" and isinstance(node, Scalar) and not node.style:
            hint = f'quote the text: "{f"{tag} {node.value}".strip()}"'
        self.problems.at(node, "E008", f"{tag} is a YAML tag, which is not supported", hint)

    def _too_deep(self, event: Any) -> None:
        line = event.start_mark.line + 1
        self.problems.add(too_deep(event.start_mark, self.problems.file).moved(self.problems.offset))
        raise Stopped(line)


def too_deep(mark: Any, file: str) -> Diagnostic:
    """The diagnostic for a value nested too deep."""
    place = Location(file, mark.line + 1, mark.column + 1)
    hint = Hint("nest lists and mappings only two or three levels")
    return Diagnostic("E005", f"nested more than {MAX_DEPTH} levels deep", place, hint)
