"""Change single fields of events in a text: the value's own characters, and nothing around them.

Owns: the place of a value in the text of its event. Does not: rewrite an event, or a value that stays the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml

from timeline_cli.editing.insert import Change, applied
from timeline_cli.editing.outline import Item, line_end, outline
from timeline_cli.editing.proof import EVENTS, Known, Read, same, says, unproven
from timeline_cli.editing.render import Value, Values, flow_value, pair_lines
from timeline_cli.editing.source import LOADER, Source
from timeline_cli.editing.style import Style, style_of
from timeline_cli.errors import NotWritten
from timeline_cli.nodes import Mapping as MappingNode
from timeline_cli.scalars import key as written_key

_COMMENT = re.compile(r"(?:^|\s)(#[^\r\n]*)", re.M)


def with_changes(name: str, source: Source, change: Callable[[MappingNode], Values]) -> str:
    """The text with the fields of some events changed: `change` gives those of an event, None for one to remove.

    Raises NotWritten if anything else would change.
    """
    before, found = Known(name, source), outline(name, source)
    style = style_of(source, found)
    events = (part.value for part in before.parts if part.section == EVENTS)
    wanted = [change(event) if isinstance(event, MappingNode) else {} for event in events]
    edits: list[Change] = []
    for item, values in zip(found.items, wanted, strict=True):
        if values:
            edits += _Event(name, source, item, style).edits(values)
    after = source._replace(text=applied(source.text, sorted(edits)))
    _prove(before, Known(name, after), wanted)
    return after.text


def _prove(before: Known, after: Known, wanted: Iterable[Values]) -> None:
    """Check that the changed events say what they should, and all else is the same. Raises NotWritten."""
    if len(before.parts) != len(after.parts) or before.codes != after.codes:
        raise unproven(before.name)
    changes = iter(wanted)
    for old, new in zip(before.parts, after.parts, strict=True):
        values = next(changes) if old.section == EVENTS else {}
        if old[:2] != new[:2] or not (_is_changed(old, new, values) if values else same(old.value, new.value)):
            raise unproven(before.name)


def _is_changed(old: Read, new: Read, values: Values) -> bool:
    assert isinstance(old.value, MappingNode)
    keys = (old.value.pairs.keys() | values.keys()) - {key for key, value in values.items() if value is None}
    if not isinstance(new.value, MappingNode) or new.value.pairs.keys() != keys:
        return False
    return all(
        says(node, values[key]) if key in values else same(old.value.pairs[key][1], node)
        for key, (_, node) in new.value.pairs.items()
    )


class _Event:
    """One event of a text, and the places of its values."""

    def __init__(self, name: str, source: Source, item: Item, style: Style) -> None:
        self._source, self._style, self._start = source, style, item.start
        self._name = f"{name}, line {item.row + 1}"
        text = source._replace(text=source.text[item.start : item.end]).parsable
        try:
            node = yaml.compose(text, Loader=LOADER)
        except yaml.YAMLError:
            node = None
        if isinstance(node, yaml.SequenceNode):
            node = node.value[0]
        if not isinstance(node, yaml.MappingNode):
            raise NotWritten(f"{self._name}: the event cannot be changed as text", "change it by hand")
        self._node = node

    def edits(self, values: Values) -> list[Change]:
        places = {key.value: (number, key, value) for number, (key, value) in enumerate(self._node.value)}
        found = [
            self._removed(*places[key]) if value is None else self._replaced(*places[key][1:], key, value)
            for key, value in values.items() if key in places
        ]  # fmt: skip
        added: Values = {key: value for key, value in values.items() if key not in places and value is not None}
        return [*found, *([self._added(added)] if added else [])]

    def _removed(self, number: int, key: Any, value: Any) -> Change:
        """A key and its value, without the line that they leave; comments stay. Raises NotWritten."""
        text, start, end = self._source.text, self._start + int(key.start_mark.index), self._end(value)
        between = list(self._between(key, value))
        if self._node.flow_style or not number:
            first, last = (self._end(self._node.value[number - 1][1]), start) if number else (
                end, self._start + int(self._node.value[1][0].start_mark.index))  # fmt: skip
            if any(map(_COMMENT.search, (text[first:last], *between))):
                raise NotWritten(f"{self._name}: {key.value} cannot be removed as text", "remove it by hand")
            return (first, end, "") if number else (start, last, "")
        ends = text.rfind("\n", 0, start)
        rest = text[end : line_end(text, end)]
        comments = [*_COMMENT.findall("\n".join(between)), *filter(None, [rest.strip()])]
        lines = (self._source.newline + " " * self._column + comment for comment in comments)
        return ends - (text[ends - 1] == "\r"), end + len(rest), "".join(lines)

    def _replaced(self, key: Any, value: Any, name: str, new: Value) -> Change:
        text, end = self._source.text, self._end(value)
        if self._node.flow_style:
            return self._start + value.start_mark.index, end, self._flow(name, new)
        lines = pair_lines(name, new, self._column, self._style)
        comments = _COMMENT.findall("\n".join(self._between(key, value)))
        rest = text[end : line_end(text, end)]
        if rest.strip() and (comments or len(lines) > 1):
            comments.append(rest.strip())
            end += len(rest)
        lines += [" " * self._column + comment for comment in comments]
        return self._start + key.start_mark.index, end, self._source.newline.join(lines).lstrip(" ")

    def _between(self, key: Any, value: Any) -> Iterator[str]:
        """What stands between the texts of a value: its comments are kept."""
        at = key.end_mark.index
        for leaf in _leaves(value):
            yield self._source.text[self._start + at : self._start + leaf.start_mark.index]
            at = leaf.end_mark.index

    def _added(self, values: Values) -> Change:
        """New keys after the last one of the event."""
        last = self._end(self._node.value[-1][1])
        if self._node.flow_style:
            quote = '"' if self._source.is_json else ""
            pairs = (f"{written_key(name, True, quote)}: {self._flow(name, value)}" for name, value in values.items())
            return last, last, "".join(f", {pair}" for pair in pairs)
        at = line_end(self._source.text, last)
        lines = [line for name, value in values.items() for line in pair_lines(name, value, self._column, self._style)]
        return at, at, "".join(self._source.newline + line for line in lines)

    @property
    def _column(self) -> int:
        return int(self._node.start_mark.column)

    def _flow(self, name: str, value: Value) -> str:
        if self._source.is_json:
            return json.dumps(value, ensure_ascii=False)
        return flow_value(name, value, self._style)

    def _end(self, node: Any) -> int:
        """The place after a value: a block ends after its last value, not before the next key."""
        if not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        end = self._start + int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return len(self._source.text[:end].rstrip())
        return end


def _leaves(node: Any) -> Iterator[Any]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for item in node.value:
            for each in item if isinstance(item, tuple) else (item,):
                yield from _leaves(each)
