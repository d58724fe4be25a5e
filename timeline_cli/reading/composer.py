"""From the YAML parser's events to nodes, one value at a time, within limits.

Owns: limits on depth, size, aliases and keys; anchors and merge keys; duplicate keys. Refuses: tags,
implicit types, and to build anything that it has not measured first.
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
from timeline_cli.reading.content import BREAKS, LOADER, MAX_DEPTH, readable

MAX_NODES = 20_000  # of one event or registry entry
MAX_SECTION = 2_000_000  # of a section that is an alias or has an anchor, so that it is read at once
MAX_ALIASED = 2_000_000  # of all aliases of one file that are read
MAX_SCALAR = 1 << 20
_FIRST_KEYS = frozenset(("id", "date", "title"))  # with which most events start
_HUGE = 1 << 40  # sizes are not counted beyond this
MAX_MERGED = 1_000_000  # keys that merge keys bring into the mappings of one file

_RESTORED = str.maketrans({hidden: shown for shown, hidden in BREAKS})


class Stopped(Exception):
    """Nothing more can be read from this file; the problem is already reported."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class NeedsWhole(Exception):
    """An item refers to what another part of its file anchors, so that file cannot be read in pieces."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class Composer:
    """Builds nodes from the parse events of one file, or of some items cut out of it.

    `elsewhere` are the anchors of the file that the items were cut out of.
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
        # Where that added or took away characters, what the parser tells of columns is not true of the file.
        problems.is_exact = problems.is_exact and len(shown) == len(data)
        data = shown
        self._restores = self._hides
        # Whether values may have what `_leaf` looks for: most files have nothing of it.
        self._careful = self._restores or len(data) > MAX_SCALAR or b"&" in data or b"!" in data
        # The next parse event. Raises what `READER_ERRORS` names; whoever drives the composer passes it to `stop`.
        self.next = LOADER(data).get_event

    def begin(self, data: bytes) -> None:
        """From here on the values of an item are read whose text is `data`, whatever stands in those beside it."""
        if self._hides:
            self._restores = any(shown.encode() in data for shown, _ in BREAKS)

    def stop(self, error: Exception) -> Stopped:
        """Report what the parser could not read; the Stopped to raise."""
        from timeline_cli.reading.hints.yaml_errors import explain

        diagnostic = explain(error, self._data, self.problems.file)
        self.problems.add(diagnostic)
        return Stopped(diagnostic.location.line)

    def value(self, event: Any, most: int | None = MAX_NODES) -> Node:
        """The node that begins with `event`, to its end; of `most` values at most, or of any number."""
        self._size = self._deepest = 0
        self._most = most
        return self._compose(event, 0)

    @property
    def size(self) -> int:
        """How many values the last node holds."""
        return self._size

    def forget(self) -> None:
        """Forget the anchors of an item: another one that refers to them needs the whole file."""
        self._anchors.clear()

    def ends(self) -> bool:
        """Whether nothing but the end of the document is left."""
        return type(self.next()) is DocumentEndEvent and type(self.next()) is StreamEndEvent

    def skip(self, event: Any) -> None:
        """Pass over the node that begins with `event`; what it anchors may be of any size."""
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
        """A list or mapping to which aliases may refer, with what they then stand for."""
        before, deepest, self._deepest = self._size - 1, self._deepest, depth
        self._anchors[event.anchor] = None
        node = self._sequence(event, depth) if type(event) is SequenceStartEvent else self._mapping(event, depth)
        self._anchors[event.anchor] = node, min(self._size - before, _HUGE), min(self._deepest - depth + 1, _HUGE)
        self._deepest = max(deepest, self._deepest)
        return node

    def _leaf(self, event: Any) -> Scalar:
        """A plain value: the event itself, once what is rare about it has been looked at."""
        if self._restores:
            event.value = event.value.translate(_RESTORED)
        if event.anchor is not None:
            self._anchors[event.anchor] = event, 1 + len(event.value) // 16, 0
            if not event.value and not event.style:
                self._mark_alone(event, f"&{event.anchor}", "names a value, and none follows it")
        if event.tag is not None:
            self.refuse_tag(event, event)
        if len(event.value) > MAX_SCALAR:
            self.problems.at(event, "E006", "this value is longer than a million characters")
        leaf: Scalar = event
        return leaf

    # The two loops below see every value of every file. What most values are is looked at in place.

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
                self.problems.at(key, "E012", f"a key is a plain word, not {kind_of(key)}")
                continue
            name = key.value
            if name in pairs:
                twice.append((key, pairs[name][0]))
            elif name == "<<" and not key.style:
                merged.append(value)
            else:
                pairs[name] = key, value
        self._size += 2 * len(pairs)
        # A dash that its key follows at once is told as what it is, which explains the keys below it.
        if twice and not any(f"-{name}" in pairs for name in _FIRST_KEYS):
            self._twice(twice)
        for source in merged:
            self.merge(source, pairs)
        return Mapping(pairs, bool(event.flow_style), event.start_mark, key.end_mark)

    def merge(self, source: Node, pairs: dict[str, tuple[Scalar, Node]]) -> None:
        """A merge key: what is written in the mapping itself wins, then the first source that has the key."""
        for part in source.items if isinstance(source, Sequence) else [source]:
            if not isinstance(part, Mapping):
                self.problems.at(part, "E012", f"<< merges mappings, and this is {kind_of(part)}")
                continue
            self._merged += len(part.pairs)
            if self._merged > MAX_MERGED:
                self.problems.at(part, "E006", f"merge keys bring in more than {MAX_MERGED:,} keys")
                raise Stopped(part.start_mark.line + 1)
            for name, pair in part.pairs.items():
                pairs.setdefault(name, pair)

    def _twice(self, keys: list[tuple[Scalar, Scalar]]) -> None:
        """Tell the keys that a mapping has twice; those of a whole event that has lost its dash are one problem."""
        if sum(key.value in _FIRST_KEYS for key, _ in keys) < 2:
            for key, first in keys:
                self.duplicate(key, first)
            return
        key, first = keys[0]
        others = ", ".join(f"{other.value}:" for other, _ in keys[1:])
        self.problems.at(
            key,
            "E009",
            f"{key.value}: is written twice, and so is what follows: {others}",
            f"a new event starts with - in front of its first key: - {key.value}:",
            ((first, "first written here"),),
        )

    def duplicate(self, key: Scalar, first: Scalar, hint: str = "keep one of them, or join the two values") -> None:
        if key.value.isdigit():
            from timeline_cli.fields.hints.keys import COMMA_HINT

            hint = COMMA_HINT
        elif key.value in _FIRST_KEYS:
            hint = "keep one of them; where a new event starts, put - in front of its first key"
        self.problems.at(key, "E009", f"{key.value}: is written twice", hint, ((first, "first written here"),))

    def _alias(self, event: Any, depth: int) -> Node:
        nothing = Scalar(event.anchor, None, (True, False), "", event.start_mark, event.end_mark, "")
        if event.anchor not in self._anchors:
            if event.anchor in self._elsewhere:
                raise NeedsWhole(self.problems.file)
            self._mark_alone(nothing, f"*{event.anchor}", "refers to an anchor that is not defined above")
            return nothing
        anchored = self._anchors[event.anchor]
        if anchored is None:
            self.problems.at(nothing, "E007", f"*{event.anchor} stands inside the very thing that it refers to")
            return nothing
        node, size, levels = anchored
        if self._most is not None and self._size + size > self._most:
            self.problems.at(
                nothing,
                "E006",
                f"*{event.anchor} makes this entry larger than {self._most:,} values",
                "write out what is meant instead of nesting aliases",
            )
            return nothing
        if self._most is not None and depth + levels > MAX_DEPTH:
            self.problems.at(
                nothing, "E005", f"*{event.anchor} nests more than {MAX_DEPTH} levels deep", "write out what is meant"
            )
            return nothing
        self._aliased += size
        if self._most is not None and self._aliased > MAX_ALIASED:
            self.problems.at(nothing, "E006", f"the aliases of this file stand for more than {MAX_ALIASED:,} values")
            raise Stopped(event.start_mark.line + 1)
        self._size = min(self._size + size - 1, _HUGE)
        self._deepest = max(self._deepest, depth + levels)
        return node

    def _mark_alone(self, node: Scalar, written: str, what: str) -> None:
        """Report an anchor or an alias that stands for nothing, which may be a text in fact."""
        from timeline_cli.scalars import quoted

        hint = Hint(f"quote the text if it is meant to start with {written[0]}: {quoted(written)}", quoted(written))
        edits = (Edit(self.problems.place(node), quoted(written)),)
        self.problems.at(node, "E004", f"{written} {what}", hint, edits=edits)

    def refuse_tag(self, event: Any, node: Node) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        hint = f'remove it, or quote the text if it starts with "{tag[0]}"'
        if tag[:2] != "!!" and isinstance(node, Scalar) and not node.style:
            hint = f'quote the text: "{f"{tag} {node.value}".strip()}"'
        self.problems.at(node, "E008", f"{tag} is a YAML tag, and tags are not used here", hint)

    def _too_deep(self, event: Any) -> None:
        line = event.start_mark.line + 1
        self.problems.add(too_deep(event.start_mark, self.problems.file).moved(self.problems.offset))
        raise Stopped(line)


def too_deep(mark: Any, file: str) -> Diagnostic:
    """The diagnostic for a value that is nested too deep."""
    place = Location(file, mark.line + 1, mark.column + 1)
    hint = Hint("events hold lists and mappings of two or three levels")
    return Diagnostic("E005", f"nested more than {MAX_DEPTH} levels deep", place, hint)
