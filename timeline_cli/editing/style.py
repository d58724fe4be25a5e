"""The style of a file's events: indentation, gaps, quotation marks, the order of keys.

Owns: what a new event should look like next to the others. Does not: override the style of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from timeline_cli.editing.outline import Item, Outline
from timeline_cli.editing.source import LINE_BREAK, LOADER, Source
from timeline_cli.fields.table import FIELDS

SAMPLE = 40  # number of events to look at, at each end of a file

# The order in which people write: what happened, then how sure it is, then the details.
KEYS = (
    "id", "date", "type", "title", "companies", "people", "place", "tags", "status", "certainty", "summary",
    "part_of", "follows", "supersedes", "related", "figures", "sources", "known", "was",
)  # fmt: skip


class Style(NamedTuple):
    """`column` of the dash, `offset` from there to the keys, `nested` from a key to the dashes of its list."""

    column: int = 0
    offset: int = 2
    nested: int = 0
    gap: bool = False
    flow: bool = False
    block_lists: bool = False
    quote: str = '"'
    key_quote: str = ""
    keys: tuple[str, ...] = ()

    def rank(self, key: str) -> int:
        """The sort position of a key in an event."""
        return self.keys.index(key) if key in self.keys else len(self.keys)


def style_of(source: Source, outline: Outline) -> Style:
    """The style of most events of a file; the default style for a file without events."""
    if outline.kind != "block" or not outline.items:
        return Style(gap=outline.kind != "flow", keys=_order(()))
    items = outline.items
    sample = items if len(items) <= 2 * SAMPLE else (*items[:SAMPLE], *items[-SAMPLE:])
    seen = _Seen()
    for item in sample:
        seen.look(source, item)
    return Style(
        column=outline.column,
        offset=_most(seen.offsets, 2),
        nested=_most(seen.nested, 2 if outline.column else 0),
        gap=_has_gaps(source.text, items[-2 * SAMPLE :]) if len(items) > 1 else not items[0].flow,
        flow=sum(item.flow for item in sample) * 2 > len(sample),
        block_lists=seen.lists[False] > seen.lists[True],
        quote="'" if seen.quotes["'"] > seen.quotes['"'] else '"',
        key_quote=_most(seen.key_quotes, ""),
        keys=_order(max(seen.keys, key=len, default=())),
    )


def _has_gaps(text: str, items: tuple[Item, ...]) -> bool:
    """Whether most events have an empty line before them."""
    gaps = [not all(line.strip() for line in between(text, one, other)) for one, other in pairwise(items)]
    return sum(gaps) * 2 >= len(gaps)


def between(text: str, one: Item, other: Item) -> list[str]:
    """The lines between two events."""
    return LINE_BREAK.split(text[one.end : other.start])[1:-1]


def _most(counted: Counter[Any], otherwise: Any) -> Any:
    return counted.most_common(1)[0][0] if counted else otherwise


def _order(written: tuple[str, ...]) -> tuple[str, ...]:
    """The keys in the order of the event with the most keys; each other key goes after its usual predecessor."""
    known = [*KEYS, *(field.key for field in FIELDS if field.is_decoded and field.key not in KEYS)]
    order = list(written)
    for number, key in enumerate(known):
        if key not in order:
            place = next((order.index(other) + 1 for other in reversed(known[:number]) if other in order), 0)
            order.insert(place, key)
    return tuple(order)


class _Seen:
    """Counts of the style of a few events."""

    def __init__(self) -> None:
        self.offsets: Counter[int] = Counter()
        self.nested: Counter[int] = Counter()
        self.lists: Counter[bool] = Counter()
        self.quotes: Counter[str] = Counter()
        self.key_quotes: Counter[str] = Counter()
        self.keys: list[tuple[str, ...]] = []

    def look(self, source: Source, item: Item) -> None:
        text = source._replace(text=source.text[item.start : item.end]).parsable
        try:
            events: list[Any] = list(yaml.parse(text, Loader=LOADER))
        except (yaml.YAMLError, UnicodeError):
            return  # the text of one event is not always a valid document
        body = events[2:]
        if len(body) < 2 or not isinstance(body[1], yaml.MappingStartEvent):
            return
        dash, first = events[2].start_mark, events[3].start_mark
        if not body[1].flow_style and first.line == 0:
            self.offsets[first.column - dash.column] += 1
        self._keys(events[4:], first.column)

    def _keys(self, events: Iterable[Any], column: int) -> None:
        depth, is_key, keys = 1, True, []
        for event in events:
            opens = isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent))
            closes = isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent))
            if depth == 1 and is_key and isinstance(event, yaml.ScalarEvent):
                keys.append(event.value)
                self.key_quotes[event.style or ""] += 1
            elif isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                self.quotes[event.style] += 1
            if depth == 1 and isinstance(event, yaml.SequenceStartEvent):
                self._list(event, column)
            depth += opens - closes
            if depth == 0:
                break
            if depth == 1:
                is_key = not is_key
        self.keys.append(tuple(dict.fromkeys(keys)))

    def _list(self, event: Any, column: int) -> None:
        self.lists[bool(event.flow_style)] += 1
        if not event.flow_style:
            self.nested[event.start_mark.column - column] += 1
