"""Turn list items into events, one after the other, each with its own problems.

Owns: Item, and that an error in one item affects no other. Does not: guess at an item that the parser cannot read.

Items are parsed in batches, since starting the parser takes as long as parsing an item. If a batch does not give one
value per item, its items are parsed one by one, so that each error stays in its item.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from yaml.events import DocumentStartEvent, SequenceEndEvent, SequenceStartEvent, StreamStartEvent

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.context import Context
from timeline_cli.hint import Hint
from timeline_cli.model import Event
from timeline_cli.nodes import Mapping, Node, Problems
from timeline_cli.nodes import Sequence as List
from timeline_cli.reading.composer import Composer, NeedsWhole, Stopped
from timeline_cli.reading.content import line_ends
from timeline_cli.reading.events import Pairs, read_event
from timeline_cli.reading.parser_input import READER_ERRORS
from timeline_cli.reading.split import Text

_BATCH_BYTES = 128 << 10
_BATCH_ITEMS = 256
# A # directly before a word; after a space, it makes YAML ignore the rest of the line.
_CUT = re.compile(rb"#(?=[^\s#!])")
_REST = re.compile(rb"[^\r\n]*")
CONFLICT = re.compile(rb"^(?:<{7,}|>{7,})(?: [^\n]*)?\r?$", re.M)


class Item(NamedTuple):
    """The result of an item; `event` is None if it has an error.

    `line` is its first line. The lines of `problems` are relative to it: 0 is the item's first line.
    """

    line: int
    event: Event | None
    problems: tuple[Diagnostic, ...]


def batches(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """The items in groups large enough to start the parser for."""
    batch: list[Text] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text.data)
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_ITEMS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_items(
    texts: Sequence[Text], column: int, defaults: Pairs, context: Context, anchors: Container[str] = ()
) -> list[Item]:
    """The items of a batch, in order. Raises NeedsWhole if one refers to an anchor in another part of the file.

    `column` is that of their dashes, and `anchors` those of the whole file.
    """
    # Only the first item of a file may have its dash in another column than all others.
    if _column(texts[0].data) == column and not any(text.conflict for text in texts):
        try:
            items = _read(texts, defaults, context, anchors)
            both = zip(items, texts, strict=True)
            return [item if item.event else _with_above(item, text, defaults, context, anchors) for item, text in both]
        except (NeedsWhole, *UNREADABLE):
            # Only reading an item alone shows its references: next to a broken item, its text may be misread.
            context.problems.take()
    return [_apart(text, column, defaults, context, anchors) for text in texts]


def _column(data: bytes) -> int:
    return len(data) - len(data.lstrip(b" "))


def _apart(text: Text, column: int, defaults: Pairs, context: Context, anchors: Container[str]) -> Item:
    """Read one item alone; a parser error becomes its problem."""
    from timeline_cli.reading.hints.yaml_errors import conflict, explain

    problems = context.problems
    if text.conflict:
        marker = CONFLICT.search(text.data)
        line = line_ends(text.data[: marker.start()]) if marker else 0
        return Item(text.line, None, (conflict(problems.file, line),))
    sign = text.data.lstrip(b" ")[:1]
    if sign not in (b"-", b"\t"):
        return Item(text.line, None, (_not_one(text, problems.file),))
    if _column(text.data) != column and sign == b"-":
        return Item(text.line, None, (_off_column(text, column, problems.file),))
    try:
        return _with_above(_read([text], defaults, context, anchors)[0], text, defaults, context, anchors)
    except UNREADABLE:
        problems.take()
    from timeline_cli.reading.torn import second_dash

    row = second_dash(text.data)
    if row:
        return Item(text.line, None, (_without_indent(row, column, problems.file),))
    event = _above(text, defaults, context, anchors)
    # Report a problem even if an earlier item has an identical one.
    problems.begin(-1)
    try:
        for _ in _nodes(text.data, [text], problems, anchors):
            pass
    except (Stopped, _NotOneEach):
        pass
    except READER_ERRORS as error:
        problems.add(explain(error, text.data, problems.file).moved(-1))
    found = problems.take() or (_not_one(text, problems.file),)
    return Item(text.line, event, found)


def _with_above(item: Item, text: Text, defaults: Pairs, context: Context, anchors: Container[str]) -> Item:
    """The item with the event above a lost dash, if its keys are repeated."""
    if item.event or all(problem.code != "E009" for problem in item.problems):
        return item
    return item._replace(event=_above(text, defaults, context, anchors))


def _above(text: Text, defaults: Pairs, context: Context, anchors: Container[str]) -> Event | None:
    """The event in an item above another one, which has lost its dash."""
    from timeline_cli.reading.torn import before_another

    above, event = before_another(text.data), None
    if above is not None:
        with suppress(*UNREADABLE):
            event = _read([Text.of(text.line, above)], defaults, context, anchors)[0].event
        context.problems.take()
    return event


class _NotOneEach(Exception):
    """The items of the parser do not match the items by lines."""


UNREADABLE = (_NotOneEach, Stopped, *READER_ERRORS)


def _read(texts: Sequence[Text], defaults: Pairs, context: Context, anchors: Container[str]) -> list[Item]:
    """The items from the parser. Raises UNREADABLE if it does not give one value per item.

    Each item is decoded before the next is parsed, so that the memory of its nodes can be reused.
    """
    data = b"".join([text.data for text in texts])
    cuts = cut_lines(data)
    problems = context.problems
    items: list[Item] = []
    before = problems.errors
    for text, node, first in _nodes(data, texts, problems, anchors):
        composed = problems.errors == before
        if cuts:
            warn_cut(node, cuts, problems)
        context.first_line = text.line - first
        event = read_event(node, defaults, context)
        items.append(Item(text.line, event if composed else None, problems.take()))
        before = problems.errors
    return items


def _nodes(
    data: bytes, texts: Sequence[Text], problems: Problems, anchors: Container[str]
) -> Iterator[tuple[Text, Node, int]]:
    """Each item with its node and its first line in the batch. Raises UNREADABLE."""
    composer = Composer(data, problems, anchors)
    get = composer.next
    event: Any = get()
    while type(event) in (StreamStartEvent, DocumentStartEvent):
        event = get()
    if type(event) is not SequenceStartEvent:
        raise _NotOneEach
    first = 0
    for text in texts:
        event = get()
        following = first + text.lines
        if type(event) is SequenceEndEvent:
            raise _NotOneEach
        if event.start_mark.line < first or (event.start_mark.line >= following and text is not texts[-1]):
            raise _NotOneEach
        problems.begin(-first - 1)
        composer.begin(text.data)
        node = composer.value(event)
        composer.forget()
        yield text, node, first
        first = following
    if type(get()) is not SequenceEndEvent or not composer.ends():
        raise _NotOneEach


def _off_column(text: Text, column: int, file: str) -> Diagnostic:
    off = _column(text.data) - column
    hint = f"align the - of all events: move it {abs(off)} to the {'left' if off > 0 else 'right'}"
    return Diagnostic("E004", "this event is not aligned with those below it", Location(file, 0), Hint(hint))


def _without_indent(row: int, column: int, file: str) -> Diagnostic:
    hint = f"indent it by {column + 2} spaces or more, like the rest of its list"
    return Diagnostic(
        "E012", "this line of a list is aligned with the events", Location(file, row, column + 1), Hint(hint)
    )


def _not_one(text: Text, file: str) -> Diagnostic:
    return Diagnostic(
        "E004",
        "expected one event",
        Location(file, 0),
        Hint("align the - of all events" if text.data.lstrip()[:1] == b"-" else "start an event with - and a space"),
    )


# Values cut by a #, which YAML silently treats as the start of a comment.


def cut_lines(data: bytes) -> dict[int, str]:
    """The lines, counted from 0, where a # might cut a value."""
    found: dict[int, str] = {}
    if b"#" not in data:
        return found
    position = number = 0
    for match in _CUT.finditer(data):
        if data[match.start() - 1 : match.start()] not in (b" ", b"\t"):
            continue
        number += line_ends(data[position : match.start()])
        position = match.start()
        if number not in found:
            start = max(data.rfind(b"\n", 0, position), data.rfind(b"\r", 0, position)) + 1
            line = _REST.match(data, start)
            found[number] = line[0].decode("utf-8", "replace") if line else ""
    return found


def warn_cut(node: Node, lines: dict[int, str], problems: Problems, key: str = "", in_flow: bool = False) -> None:
    """Warn about plain values directly followed by a comment without a space: `title: ranks #2`."""
    if isinstance(node, Mapping):
        for name, (_, value) in node.pairs.items():
            warn_cut(value, lines, problems, name, node.flow)
    elif isinstance(node, List):
        for value in node.items:
            warn_cut(value, lines, problems, in_flow=node.flow)
    elif not node.style and node.end_mark.line in lines:
        line = lines[node.end_mark.line]
        cut = re.match(r"\s*(#[^\s#!].*)", line[node.end_mark.column :])
        if cut is not None:
            from timeline_cli.scalars import in_braces, quoted

            column = node.end_mark.column + cut.start(1)
            whole = f"{node.value} {cut[1].rstrip()}".strip()
            row = node.end_mark.line + 1 + problems.offset
            place = Location(problems.file, row, column + 1, len(cut[1].rstrip()))
            message = f"YAML ignores {cut[1].rstrip()}: a # after a space starts a comment"
            start = problems.place_of_text(node)
            # A number after # belongs to the text (ranks #2); a word may be an intended comment.
            is_certain = not in_flow and re.match(r"#\d", cut[1]) is not None
            hint = Hint(f"quote it: {quoted(whole)}", quoted(whole), is_certain)
            from timeline_cli.fields.hints.keys import LISTS

            if node.value.endswith(",") and key in LISTS:
                # The text after a comma is one of several words, not the end of a sentence.
                words = [word.strip() for word in whole.split(",")]
                listed = f"[{', '.join(map(in_braces, words))}]"
                hint = Hint(f"write a list, and quote the word: {listed}", listed)
            found = Diagnostic("W203", message, place, hint)
            if start is not None and hint.value and not in_flow:
                end = place.column + place.width
                found = found.with_edit(hint.value, start._replace(width=end - start.column))
            problems.add(found)
