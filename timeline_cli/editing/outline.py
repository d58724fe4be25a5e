"""Where the events stand in a text: the list, its items, and the lines that belong to each.

Owns: places, as indices into the text. Does not: understand an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from timeline_cli.editing.source import LINE_BREAK, Source
from timeline_cli.errors import NotWritten

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"[ \t]*#")


class Item(NamedTuple):
    """One event. `start` is where its first line starts, `end` behind its last line, without the line break.

    In a list of [ ] both are the bounds of the value itself. `node` is where the value starts, `row` its line from 0.
    """

    start: int
    end: int
    node: int
    row: int
    flow: bool


class Outline(NamedTuple):
    """`kind` is block, flow (a list in [ ]), null (`events:` with nothing), empty (`[]`) or none (no `events:`).

    `column` is that of the dashes. `opening` and `closing` are the places of the brackets of a flow list, `at` is
    where the first event may go: behind a line, or behind the text that [] is cut out of.
    """

    kind: str
    items: tuple[Item, ...] = ()
    column: int = 0
    opening: int = 0
    closing: int = 0
    at: int = 0


class _Parser:
    """The parse events of a text, one after the other, with how far the values have reached."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self._next = _LOADER(source.parsable).get_event
        self.event: Any = self._next()
        self._last: Any = None  # the last event that has text of its own

    def advance(self) -> Any:
        """The event at hand; the next one takes its place."""
        event, self.event = self.event, self._next()
        if type(event) in _LEAVES or _closes_brackets(event):
            self._last = event
        return event

    def skip(self) -> None:
        """Pass over one node."""
        # Most of the time that an edit takes is spent here.
        get, event, last, depth = self._next, self.event, self._last, 0
        while True:
            kind = type(event)
            if kind in _LEAVES:
                last = event
            elif kind in _OPENING:
                depth += 1
            else:
                depth -= 1
                if _closes_brackets(event):
                    last = event
            if depth == 0:
                break
            event = get()
        self._last, self.event = last, get()

    @property
    def reached(self) -> int:
        """Behind the last character of the values so far."""
        event = self._last
        if event is None:
            return 0
        start, end = event.start_mark.index, int(event.end_mark.index)
        return self._block_end(start, end) if getattr(event, "style", None) in ("|", ">") else end

    def _block_end(self, start: int, end: int) -> int:
        """Behind the text of a block; empty lines that follow belong to it when it keeps them (|+)."""
        header = LINE_BREAK.split(self.text[start:end], maxsplit=1)[0].split("#")[0]
        if "+" in header:
            last = self.text[start:end].splitlines(keepends=True)[-1]
            return end - len(last) + len(last.rstrip("\r\n"))
        return start + len(self.text[start:end].rstrip())


_LEAVES = (yaml.ScalarEvent, yaml.AliasEvent)
_OPENING = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


def _closes_brackets(event: Any) -> bool:
    """Whether an event is a closing bracket; the end of a block has no text of its own."""
    return type(event) in _CLOSING and bool(event.end_mark.index > event.start_mark.index)


def outline(name: str, source: Source) -> Outline:
    """The outline of a file. Raises NotWritten for what is not YAML, or has events in a shape that is not edited."""
    if source.is_json and "}\n{" in source.text:
        raise NotWritten(f"{name} holds JSON Lines, which are not added to", "timeline show --json makes one array")
    try:
        return _read(name, _Parser(source))
    except (yaml.YAMLError, UnicodeError):
        raise NotWritten(
            f"{name} cannot be read to its end, so it is left as it is", "timeline check tells what to mend first"
        ) from None


def _read(name: str, parser: _Parser) -> Outline:
    while isinstance(parser.event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
        parser.advance()
    if isinstance(parser.event, yaml.StreamEndEvent):
        return Outline("none", at=len(parser.text))
    found = _top(name, parser)
    at_end = parser.advance()
    if found.kind == "none":
        found = found._replace(at=_end_of_document(parser, at_end))
    if isinstance(parser.event, yaml.DocumentStartEvent):
        raise NotWritten(f"{name} holds a second YAML document", "a file of events is one document: timeline check")
    return found


def _end_of_document(parser: _Parser, event: Any) -> int:
    """Behind all that a document says: at its explicit end, or at the end of the file."""
    return line_start(parser.text, event.start_mark.index) if event.explicit else len(parser.text)


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
    return NotWritten(f"{name} does not hold its events in lines that can be added to", _HINT)


_HINT = "write events: and below it one event a line, each with - in front"


def _events(name: str, parser: _Parser, after_key: int) -> Outline:
    event = parser.event
    if isinstance(event, yaml.SequenceStartEvent):
        return _list(parser)
    if isinstance(event, yaml.ScalarEvent) and not event.style and event.value in ("", "~", "null"):
        parser.advance()
        if event.value:
            raise NotWritten(f"{name}: events: holds {event.value}", f"delete the {event.value}, so that a list fits")
        return Outline("null", at=_behind_comments(parser.text, line_end(parser.text, after_key)))
    raise _no_lines(name)


def _behind_comments(text: str, end: int) -> int:
    """Behind the comment lines that follow right below the line that ends at `end`."""
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
    """The first dash of a list that begins at `index`, with it or with an anchor on a line above it."""
    while text[index] != "-" and (start := next_line(text, line_end(text, index))) is not None:
        index = start + len(text[start : line_end(text, start)]) - len(text[start : line_end(text, start)].lstrip(" "))
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
    """Where the line starts that holds the dash of a node: the node's own line, or one above it."""
    start = line_start(text, node)
    while start > before and not (text[start + column : start + column + 1] == "-" and _blank(text, start, column)):
        start = line_above(text, start)
    return start


def _blank(text: str, start: int, length: int) -> bool:
    return not text[start : start + length].strip(" ")


def _own_comments(text: str, end: int, column: int) -> int:
    """Behind the comments that stand deeper than the dash below an event: they speak of it."""
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
    """Where the line that holds `index` starts."""
    start = text.rfind("\n", 0, index) + 1
    return max(start, text.rfind("\r", start, index) + 1)


def line_above(text: str, start: int) -> int:
    """Where the line above the one that starts at `start` starts; there must be one."""
    end = start - (2 if text.endswith("\r\n", 0, start) else 1)
    return line_start(text, end)


def line_end(text: str, index: int) -> int:
    """Where the line that holds `index` ends."""
    found = LINE_BREAK.search(text, index)
    return found.start() if found else len(text)


def next_line(text: str, end: int) -> int | None:
    """Where the line below the one that ends at `end` starts, or None at the end of the text."""
    found = LINE_BREAK.match(text, end)
    return found.end() if found and found.end() < len(text) else None
