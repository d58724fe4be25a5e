"""Split a file into its list items by its lines alone, so that each item can be read, and read again, alone.

Owns: where the first event starts, where each event ends, and where the list ends. Does not: parse YAML. A file that
is not a plain block list is not split, but read as one piece.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.fields.table import BY_KEY
from timeline_cli.reading.content import BLOCK, Content, line_ends
from timeline_cli.reading.parser_input import TOP_KEYS

_MOST_HEAD = 64 << 20
_LOOKED_AT = 1 << 20  # bytes of the items to read to find the column of their dashes

_EVENTS = re.compile(rb"^events:[ \t]*(?:#[^\n]*)?\r?\n", re.M)
_NOTHING = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*")
_DASH = re.compile(rb"( *)-(?=[ \t\r\n])")
# The list ends at a top-level key or a document marker, but not at a key of an event that has lost its
# indentation.
_AFTER = re.compile(rb"\n(?! )(?:(?:---|\.\.\.)(?=[ \t\r\n])|([A-Za-z][\w-]*)[ \t]*:(?=[ \t\r\n]))")
_EVENT_KEYS = frozenset(key.encode() for key in BY_KEY if key not in TOP_KEYS)
# Keys of both events and files: with a value next to it, and other lost keys above or an item below, it is an event's.
_SHARED_KEYS = frozenset(key.encode() for key in BY_KEY if key in TOP_KEYS)
_NEVER_LOST = frozenset((b"events", b"defaults", b"include", b"types"))
_VALUE = re.compile(rb"[ \t]+[^\s#{][^\n]*\n")
_THEN_ITEM = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*-[ \t\r\n]")
_ITEM_OR_KEY = rb"\n(?:(%s)-[ \t]+(?:\{|[\"']?(?:id|date|title|type)[\"']?:)|[A-Za-z][\w-]*[ \t]*:(?=[ \t\r\n]))"
_STARTS = re.compile(rb"\n( *)-(?:[ \t]+(?:\{[ \t]*)?[\"']?(?:id|date|title|type)[\"']?:|[ \t]*\r?$)", re.M)
_SECOND_KEY = re.compile(rb"[^\n{]*\n([ \t]+)[A-Za-z][\w-]*:")
_FIRST_LINE = re.compile(rb"([ \t]*-?)[ \t]*(?:\{|[\"']?(?:id|date|title|type)[\"']?:(?=\s))")


class Cut(NamedTuple):
    """The items are in the bytes `start` to `end`, each with its dash in column `indent`; `line` is the first line."""

    start: int
    end: int
    line: int
    indent: int
    lines: int  # of all items together, or 0 if nothing follows them


class Text(NamedTuple):
    """The `lines` of one item, starting at `line`; `conflict`: they have a git conflict marker."""

    line: int
    data: bytes
    lines: int
    conflict: bool = False

    @staticmethod
    def of(line: int, data: bytes, conflict: bool = False) -> Text:
        return Text(line, data, line_ends(data), conflict)


def find_cut(content: Content) -> Cut | None:
    """Where the items of a file are; None for a file that has to be read as one piece."""
    head = _head(content)
    if head[:1024].lstrip()[:1] in (b"[", b"{", b"") or (b"\r" in head and b"\n" not in head):
        return None
    key = _EVENTS.search(head)
    skipped = _NOTHING.match(head, key.end() if key else 0)
    start = skipped.end() if skipped else 0
    dash = _DASH.match(head, start) or _below_lost_dash(head, start)
    if dash is None:
        return None
    line = line_ends(head[:start]) + 1
    end = _end(content, start, re.compile(_ITEM_OR_KEY % dash[1]))
    indent = _column(content.part(start, min(end, start + _LOOKED_AT)), len(dash[1]))
    if key is None and (end < len(content) or indent):
        return None  # a list with keys next to it, or with its own indentation: let the parser report it
    lines = sum(map(line_ends, content.blocks(start, end))) if end < len(content) else 0
    return Cut(start, end, line, indent, lines)


def _head(content: Content) -> bytes:
    """The start of a file, with its first item."""
    head = content.part(0, BLOCK)
    key = _EVENTS.search(head)
    skipped = _NOTHING.match(head, key.end()) if key is not None else None
    is_enough = skipped is not None and _DASH.match(head, skipped.end())
    return head if is_enough else content.part(0, _MOST_HEAD)


def _column(items: bytes, first: int) -> int:
    """The column of the dashes: that of the first, unless most are further left, or its keys are not right of it."""
    keys = _SECOND_KEY.match(items)
    most = max(first, len(keys[1]) - 2) if keys is not None else first
    starts = Counter(len(start[1]) for start in _STARTS.finditer(b"\n" + items)) if most else Counter[int]()
    if starts[first] > 1:
        most = first
    columns = (column for column in starts if column <= most)
    return max(columns, key=lambda column: (starts[column], column % 2 == 0, -column), default=first)


def _below_lost_dash(head: bytes, start: int) -> re.Match[bytes] | None:
    """The dash of the second event, if the first one has lost its own."""
    first = _FIRST_LINE.match(head, start)
    if first is None or not first[1]:
        return None
    # A list inside the first event is at the column of its keys, or further right; a tab has no column.
    keys = _SECOND_KEY.match(head, start)
    before = rb" {0,%d}" % (len(keys[1] if keys is not None and b"\t" in first[1] else first[1]) - 1)
    found = re.compile(_ITEM_OR_KEY % before).search(head, start)
    return _DASH.match(head, found.start(1)) if found is not None and found[1] is not None else None


def _end(content: Content, start: int, following: re.Pattern[bytes]) -> int:
    """Where the list ends. `following` finds the next event or key of the file."""
    position = start
    for block in content.blocks(start, len(content)):
        lost: re.Match[bytes] | None = None
        for match in _AFTER.finditer(block):
            if match[1] in _EVENT_KEYS or _is_lost(block, match, lost, following):
                lost = match
            else:
                return position + match.start() + 1
        position += len(block)
    return len(content)


def _is_lost(block: bytes, key: re.Match[bytes], above: re.Match[bytes] | None, following: re.Pattern[bytes]) -> bool:
    """Whether a key like companies: belongs to an event and has lost its indentation, like the key `above`."""
    value = _VALUE.match(block, key.end())
    if key[1] is None or key[1] in _NEVER_LOST or (value is None and key[1][:2] == b"x-"):
        return False
    if value is not None and key[1] in _SHARED_KEYS:
        follows = above is not None and block.find(b"\n", above.end()) == key.start()
        if follows or _THEN_ITEM.match(block, value.end()) is not None:
            return True
    # Other events below, but not directly below a key, which may have a list of its own.
    found = following.search(block, key.end())
    if found is None or found[1] is None:
        return False
    return value is not None or bool(block[key.end() : found.start()].strip())


def outline(content: Content, cut: Cut) -> bytes:
    """The file without its items; the text after them keeps its line numbers."""
    head = content.part(0, cut.start)
    return head + b"\n" * cut.lines + content.part(cut.end, len(content)) if cut.lines else head


def texts(content: Content, cut: Cut) -> Iterator[Text]:
    """The items in order. Lines of a git conflict are one item, like an event and its parts without indentation."""
    found = _joined(_texts(content, cut))
    held: list[Text] = []
    for text in found:
        if not held and b"<<<<<<<" in text.data and (start := _OPENS.search(text.data)):
            # A marker directly before the next item starts a conflict of whole items; the item before it is intact.
            if not _ONLY_MARKERS.fullmatch(text.data, start.end()) or not start.start():
                yield text._replace(conflict=True)
                continue
            before = Text.of(text.line, text.data[: start.start()])
            yield before
            held.append(Text.of(text.line + before.lines, text.data[start.start() :], True))
        elif held:
            held.append(text)
            if _CLOSES.search(text.data):
                yield _as_one(held)
                held.clear()
        else:
            yield text
    # If nothing closes the conflict, its marker is handled alone.
    yield from held


def _as_one(texts: list[Text]) -> Text:
    return Text.of(texts[0].line, b"".join(text.data for text in texts), texts[0].conflict)


def _joined(texts: Iterable[Text]) -> Iterator[Text]:
    """The items, each with those below that are a part of it: otherwise it would look whole without them."""
    held: list[Text] = []
    for text in texts:
        if held and not (b"date" in text.data and b"title" in text.data):
            from timeline_cli.reading.torn import goes_on

            if goes_on(held[-1].data, text.data, len(held) > 1):
                held.append(text)
                continue
        if held:
            yield held[0] if len(held) == 1 else _as_one(held)
        held = [text]
    if held:
        yield _as_one(held)


# Markers have seven characters or more. A side may be empty.
_OPENS = re.compile(rb"^<{7,}(?: [^\n]*)?\r?(?:\n|\Z)", re.M)
_ONLY_MARKERS = re.compile(rb"(?:\s|(?:\|{7,}|={7,})(?: [^\n]*)?\r?(?:\n|\Z))*")
_CLOSES = re.compile(rb"^>{7,}(?: |\r?$)", re.M)


def borders(content: Content, cut: Cut) -> list[int]:
    """The start of each item in the bytes of a file."""
    dash, starts, position, before = _dash(cut), [cut.start], cut.start, b""
    for block in content.blocks(cut.start, cut.end):
        shown = before + block
        starts += [position + found.start() + 1 for found in dash.finditer(shown)]
        position, before = position + len(shown) - 1, shown[-1:]
    return starts


def _dash(cut: Cut) -> re.Pattern[bytes]:
    # Search from the line break on, since a pattern that starts with a character is many times as fast as one with ^.
    return re.compile(rb"\n {%d}-(?=[ \t\r\n]|\Z)" % cut.indent)


def _texts(content: Content, cut: Cut) -> Iterator[Text]:
    dash = _dash(cut)
    pending, line = b"", cut.line
    for block in content.blocks(cut.start, cut.end):
        scanned = max(len(pending) - 1, 0)
        pending += block
        starts = [0, *(match.start() + 1 for match in dash.finditer(pending, scanned))]
        for start, end in pairwise(starts):
            text = Text.of(line, pending[start:end])
            yield text
            line += text.lines
        pending = pending[starts[-1] :]
    if pending:
        yield Text.of(line, pending)
