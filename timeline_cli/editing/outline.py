"""Where the events are in a text: the list, its items, and the lines that belong to each.

Owns: places, as indices into the text. Does not: decode an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from timeline_cli.editing.source import LINE_BREAK, LOADER, Source
from timeline_cli.errors import NotWritten

_COMMENT = re.compile(r"[ \t]*#")


class Item(NamedTuple):
    """One event. `start` is the start of its first line, `end` the end of its last line, before the line break.

    In a list in [ ] both are the bounds of the value itself. `node` is where the value starts, `row` its line from 0.
    """

    start: int
    end: int
    node: int
    row: int
    flow: bool


Anchor = tuple[str, bool, int]  # its name, whether it is an alias, its place
Fold = tuple[int, int, bool]  # the first and the last line, from 0, of a text; whether it is a block after | or >


class Outline(NamedTuple):
    """`kind` is block, flow (a list in [ ]), null (`events:` with nothing), empty (`[]`) or none (no `events:`).

    `column` is that of the dashes. `opening` and `closing` are the places of the brackets of a flow list. `at` is
    where the first event can go: after a line, or after the text that [] is cut out of.
    """

    kind: str
    items: tuple[Item, ...] = ()
    column: int = 0
    opening: int = 0
    closing: int = 0
    at: int = 0
    anchors: tuple[Anchor, ...] = ()  # of the whole text, like the folds
    folds: tuple[Fold, ...] = ()


class _Parser:
    """The parse events of a text in order, with the end of the values so far."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self._next = LOADER(source.parsable).get_event
        self.event: Any = self._next()
        self._last: Any = None  # the last event with text
        self.anchors: list[Anchor] = []
        self.folds: list[Fold] = []

    def advance(self) -> Any:
        """Return the current event and move to the next one."""
        event, self.event = self.event, self._next()
        self._note(event)
        if type(event) in _LEAVES or _closes_brackets(event):
            self._last = event
        return event

    def skip(self) -> None:
        """Skip one node."""
        # An edit spends most of its time here.
        get, event, last, depth = self._next, self.event, self._last, 0
        while True:
            kind = type(event)
            if kind in _LEAVES:
                last = event
                if event.anchor or event.start_mark.line != event.end_mark.line:
                    self._note(event)
            elif kind in _OPENING:
                depth += 1
                if event.anchor:
                    self._note(event)
            else:
                depth -= 1
                if _closes_brackets(event):
                    last = event
            if depth == 0:
                break
            event = get()
        self._last, self.event = last, get()

    def _note(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        if getattr(event, "anchor", None):
            self.anchors.append((event.anchor, isinstance(event, yaml.AliasEvent), start.index))
        if isinstance(event, yaml.ScalarEvent) and end.line > start.line:
            self.folds.append((start.line, end.line, event.style in ("|", ">")))

    @property
    def reached(self) -> int:
        """The place after the last character of the values so far."""
        event = self._last
        if event is None:
            return 0
        start, end = event.start_mark.index, int(event.end_mark.index)
        return self._block_end(start, end) if getattr(event, "style", None) in ("|", ">") else end

    def _block_end(self, start: int, end: int) -> int:
        """The place after the text of a block; following empty lines belong to it if it keeps them (|+)."""
        header = LINE_BREAK.split(self.text[start:end], maxsplit=1)[0].split("#")[0]
        if "+" in header:
            last = self.text[start:end].splitlines(keepends=True)[-1]
            return end - len(last) + len(last.rstrip("\r\n"))
        return start + len(self.text[start:end].rstrip())


_LEAVES = (yaml.ScalarEvent, yaml.AliasEvent)
_OPENING = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


def _closes_brackets(event: Any) -> bool:
    """Whether an event is a closing bracket; the end of a block has no text."""
    return type(event) in _CLOSING and bool(event.end_mark.index > event.start_mark.index)


def outline(name: str, source: Source) -> Outline:
    """The outline of a file. Raises NotWritten if it is not YAML, or its events have a shape that cannot be edited."""
    if source.is_json and "}\n{" in source.text:
        raise NotWritten(
            f"{name} is JSON Lines, which timeline does not edit", "timeline show --json converts it to one array"
        )
    try:
        return _read(name, _Parser(source))
    except (yaml.YAMLError, UnicodeError):
        raise NotWritten(
            f"{name} cannot be read to the end, so it was not changed", "fix it first; timeline check shows where"
        ) from None


def _read(name: str, parser: _Parser) -> Outline:
    while isinstance(parser.event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
        parser.advance()
    if isinstance(parser.event, yaml.StreamEndEvent):
        return Outline("none", at=len(parser.text))
    found = _top(name, parser)
    at_end = parser.advance()
    if found.kind == "none":
        # The document ends where it says so, or with the file.
        start = line_start(parser.text, at_end.start_mark.index)
        found = found._replace(at=start if at_end.explicit else len(parser.text))
    if isinstance(parser.event, yaml.DocumentStartEvent):
        raise NotWritten(
            f"{name} has a second YAML document", "put all events in one document; timeline check shows where"
        )
    return found._replace(anchors=tuple(parser.anchors), folds=tuple(parser.folds))


def _top(name: str, parser: _Parser) -> Outline:
    event = parser.event
    if isinstance(event, yaml.SequenceStartEvent):
        return _list(parser)
    if isinstance(event, yaml.ScalarEvent) and event.value in ("", "~", "null"):
        parser.advance()
        return Outline("none")
    if not isinstance(event, yaml.MappingStartEvent):
        raise _no_lines(name)
    found, is_flow = Outline("none"), bool(event.flow_style)
    parser.advance()
    while not isinstance(parser.event, yaml.MappingEndEvent):
        key, after_key = parser.event, parser.event.end_mark.index
        parser.skip()
        if isinstance(key, yaml.ScalarEvent) and key.value == "events":
            found = _events(name, parser, after_key)
        else:
            parser.skip()
    parser.advance()
    if is_flow and found.kind not in ("flow", "empty"):
        raise _no_lines(name)
    return found


def _no_lines(name: str) -> NotWritten:
    hint = "write events: and a list below it, each event starting with -"
    return NotWritten(f"{name} does not list its events in a form that can be edited", hint)


def _events(name: str, parser: _Parser, after_key: int) -> Outline:
    event = parser.event
    if isinstance(event, yaml.SequenceStartEvent):
        return _list(parser)
    if isinstance(event, yaml.ScalarEvent) and not event.style and event.value in ("", "~", "null"):
        parser.advance()
        if event.value:
            raise NotWritten(f"{name}: events: is {event.value}, not a list", f"delete {event.value}")
        return Outline("null", at=_behind_comments(parser.text, line_end(parser.text, after_key)))
    raise _no_lines(name)


def _behind_comments(text: str, end: int) -> int:
    """The end of the comment lines directly below the line that ends at `end`."""
    while (following := next_line(text, end)) is not None and _COMMENT.match(text, following):
        end = line_end(text, following)
    return end


def _list(parser: _Parser) -> Outline:
    opening = parser.advance()
    if opening.flow_style:
        items = tuple(_flow_items(parser))
        closing = parser.advance().start_mark.index
        start = opening.end_mark.index - 1
        inside = parser.text[start + 1 : closing]
        return Outline("flow" if items or inside.strip(" ") else "empty", items, 0, start, closing)
    first = _first_dash(parser.text, opening.start_mark.index)
    column = first - line_start(parser.text, first)
    items = tuple(_block_items(parser, column, first))
    parser.advance()
    return Outline("block", items, column)


def _first_dash(text: str, index: int) -> int:
    """The first dash of a list that starts at `index`, either with it or with an anchor on a line above."""
    while text[index] != "-" and (start := next_line(text, line_end(text, index))) is not None:
        line = text[start : line_end(text, start)]
        index = start + len(line) - len(line.lstrip(" "))
    return index


def _flow_items(parser: _Parser) -> Iterator[Item]:
    while not isinstance(parser.event, yaml.SequenceEndEvent):
        mark = parser.event.start_mark
        parser.skip()
        yield Item(mark.index, parser.reached, mark.index, mark.line, True)


def _block_items(parser: _Parser, column: int, first: int) -> Iterator[Item]:
    text, before = parser.text, line_start(parser.text, first)
    while not isinstance(parser.event, yaml.SequenceEndEvent):
        event = parser.event
        parser.skip()
        start = _dash_line(text, before, event.start_mark.index, column)
        end = _own_comments(text, line_end(text, max(parser.reached, start)), column)
        flow = bool(getattr(event, "flow_style", False))
        yield Item(start, end, event.start_mark.index, event.start_mark.line, flow)
        before = end


def _dash_line(text: str, before: int, node: int, column: int) -> int:
    """The start of the line with the dash of a node: the node's own line, or one above it."""
    start = line_start(text, node)
    while start > before and text[start : start + column + 1] != " " * column + "-":
        start = line_above(text, start)
    return start


def _own_comments(text: str, end: int, column: int) -> int:
    """The end of the comments below an event that are indented deeper than its dash: they belong to it."""
    last = end
    while (start := next_line(text, end)) is not None:
        end = line_end(text, start)
        line = text[start:end]
        if not line.strip():
            continue
        if not _COMMENT.match(line) or len(line) - len(line.lstrip()) <= column:
            break
        last = end
    return last


# Lines. An index into the text is a place; a line ends before its break.


def line_start(text: str, index: int) -> int:
    """The start of the line that contains `index`."""
    start = text.rfind("\n", 0, index) + 1
    return max(start, text.rfind("\r", start, index) + 1)


def line_above(text: str, start: int) -> int:
    """The start of the line above the one that starts at `start`; there must be one."""
    end = start - (2 if text.endswith("\r\n", 0, start) else 1)
    return line_start(text, end)


def line_end(text: str, index: int) -> int:
    """The end of the line that contains `index`."""
    found = LINE_BREAK.search(text, index)
    return found.start() if found else len(text)


def next_line(text: str, end: int) -> int | None:
    """The start of the line below the one that ends at `end`, or None at the end of the text."""
    found = LINE_BREAK.match(text, end)
    return found.end() if found and found.end() < len(text) else None
