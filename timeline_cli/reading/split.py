"""A file cut at its list items by its lines alone, so that each can be read, and read again, by itself.

Owns: where the first event begins, where each one ends, and where the list does. Does not: understand YAML. A file
that is not laid out as a plain block list is not cut, and read as one piece.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.fields.table import BY_KEY
from timeline_cli.reading.content import TOP_KEYS, Content, line_ends

_MOST_HEAD = 64 << 20
_LOOKED_AT = 1 << 20  # of the items, to find the column of their dashes

_EVENTS = re.compile(rb"^events:[ \t]*(?:#[^\n]*)?\r?\n", re.M)
_NOTHING = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*")
_DASH = re.compile(rb"( *)-(?=[ \t\r\n])")
# What ends the list: a key at the top of the file, or the mark of a document. A key of an event that has lost its
# indentation does not.
_AFTER = re.compile(rb"\n(?:(?:---|\.\.\.)(?=[ \t\r\n])|([A-Za-z][\w-]*)[ \t]*:(?=[ \t\r\n]))")
_EVENT_KEYS = frozenset(key.encode() for key in BY_KEY if key not in TOP_KEYS)
# Keys of events and of files: with a value beside it, and other lost keys above or an item below, it is an event's.
_SHARED_KEYS = frozenset(key.encode() for key in BY_KEY if key in TOP_KEYS)
_VALUE = re.compile(rb"[ \t]+[^\s#{][^\n]*\n")
_THEN_ITEM = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*-[ \t\r\n]")


class Cut(NamedTuple):
    """The bytes from `start` to `end` hold the items, each with its dash in column `indent`; `line` is their first."""

    start: int
    end: int
    line: int
    indent: int
    lines: int  # of the items all together, or 0 when nothing follows them


class Text(NamedTuple):
    """The `lines` of one item, of which `line` is the first; `conflict` says that git left a marker in them."""

    line: int
    data: bytes
    lines: int
    conflict: bool = False

    @staticmethod
    def of(line: int, data: bytes, conflict: bool = False) -> Text:
        return Text(line, data, line_ends(data), conflict)


def find_cut(content: Content) -> Cut | None:
    """Where the items of a file lie; None for a file that has to be read as one piece."""
    head = content.part(0, _MOST_HEAD)
    if head[:1024].lstrip()[:1] in (b"[", b"{", b"") or (b"\r" in head and b"\n" not in head):
        return None
    key = _EVENTS.search(head)
    skipped = _NOTHING.match(head, key.end() if key else 0)
    dash = _DASH.match(head, skipped.end() if skipped else 0)
    if dash is None:
        return None
    start = dash.start()
    line = line_ends(head[:start]) + 1
    end, lines = _end(content, start)
    if key is None and (end < len(content) or dash[1]):
        return None  # a list and keys beside it, or an indentation of its own: the parser knows what to say
    indent = len(dash[1])
    if indent:
        # Where more items begin further left, the first one has slipped.
        shown = content.part(start, min(end, start + _LOOKED_AT))
        dashes = Counter(map(len, re.findall(rb"\n( {0,%d})-(?=[ \t\r\n])" % indent, b"\n" + shown)))
        indent = max(dashes, key=lambda column: (dashes[column], column % 2 == 0))
    return Cut(start, end, line, indent, lines if end < len(content) else 0)


def _end(content: Content, start: int) -> tuple[int, int]:
    """Where the list that starts there ends, and how many lines it has."""
    position, lines = start, 0
    for block in content.blocks(start, len(content)):
        lost: re.Match[bytes] | None = None
        for match in _AFTER.finditer(block):
            if match[1] in _EVENT_KEYS or (match[1] in _SHARED_KEYS and _is_lost(block, match, lost)):
                lost = match
            else:
                end = match.start() + 1
                return position + end, lines + line_ends(block[:end])
        position += len(block)
        lines += line_ends(block)
    return len(content), lines


def _is_lost(block: bytes, key: re.Match[bytes], above: re.Match[bytes] | None) -> bool:
    """Whether a key like companies: belongs to an event and has lost its indentation, as the key `above` has."""
    value = _VALUE.match(block, key.end())
    if value is None:
        return False
    follows = above is not None and block.find(b"\n", above.end()) == key.start()
    return follows or _THEN_ITEM.match(block, value.end()) is not None


def outline(content: Content, cut: Cut) -> bytes:
    """The file without its items, what follows them on the lines on which it stands."""
    head = content.part(0, cut.start)
    return head + b"\n" * cut.lines + content.part(cut.end, len(content)) if cut.lines else head


def texts(content: Content, cut: Cut) -> Iterator[Text]:
    """The items, one after the other. Lines between git's markers of a conflict are one item."""
    found = _texts(content, cut)
    held: list[Text] = []
    for text in found:
        if not held and b"<<<<<<<" in text.data and (start := _OPENS.search(text.data)):
            # A marker right before the next item opens a conflict of whole items; the one before it is sound.
            if text.data[start.end() :].strip() or not start.start():
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
    # Where nothing closes the conflict, its marker stands for itself.
    yield from held


def _as_one(texts: list[Text]) -> Text:
    return Text.of(texts[0].line, b"".join(text.data for text in texts), texts[0].conflict)


_OPENS = re.compile(rb"^<{7}(?: [^\n]*)?\r?\n?", re.M)
_CLOSES = re.compile(rb"^>{7}(?: |\r?$)", re.M)


def _texts(content: Content, cut: Cut) -> Iterator[Text]:
    # Looked for from the line break on, since a pattern that begins with a letter is many times as fast as one with ^.
    dash = re.compile(rb"\n {%d}-(?=[ \t\r\n]|\Z)" % cut.indent)
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
