"""One version of a file: its sections as pieces, and its events, which are taken apart only where that is needed.

Owns: the split of a text into pieces that are the text again when put together. Does not: read any other file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline_cli.editing.source import LINE_BREAK, Source, read_source
from timeline_cli.errors import TimelineError
from timeline_cli.history.pieces import Body, Builder, Opaque, Piece, numbered, read
from timeline_cli.history.values import Names, value_of
from timeline_cli.nodes import Mapping, Scalar, Sequence, is_null
from timeline_cli.reading.content import Content
from timeline_cli.reading.parser_input import REGISTRIES, is_stream
from timeline_cli.reading.split import find_cut, texts

EVENTS = "events"
_KEY = re.compile(r"^events:[ \t]*(?:#[^\n]*)?\n", re.M)
_MARKER = re.compile(r"^(?:<{7,}|\|{7,}|>{7,})(?: [^\n]*)?$", re.M)


class Unmergeable(TimelineError):
    """A version that cannot be taken apart, or a merge that cannot be proven."""


def source_of(name: str, data: bytes) -> Source:
    """The text of a version with plain line breaks, and one at its end. Raises TimelineError."""
    source = read_source(name, data)
    text = LINE_BREAK.sub("\n", source.text) if len(set(LINE_BREAK.findall(source.text))) <= 1 else source.text
    if text and not text.endswith("\n"):
        text += "\n"
    return source._replace(text=text)


def registered(name: str, source: Source) -> Iterator[tuple[str, str, Any]]:
    """The entries of the registries of a version: section, name and value, with names as written."""
    for section in version(name, source, lambda _, written: written).children:
        if section.key in REGISTRIES and section.body.is_map:
            yield from ((section.key, str(entry.key), entry.value) for entry in section.body.children)


def version(name: str, source: Source, names: Names) -> Body:
    """A version taken apart: its sections, with the text above and below them. Raises Unmergeable.

    A list is a file of events.
    """
    if _MARKER.search(source.text):
        raise Unmergeable(f"{name} has conflict markers", "solve the conflict first; timeline check shows where")
    if is_stream(source.utf8):
        raise Unmergeable(f"{name} is JSON Lines", "timeline show --json converts it to one array")
    try:
        return _root(source.text, names)
    except Opaque:
        raise Unmergeable(f"{name} cannot be taken apart", "timeline check shows what is wrong with it") from None


def _root(text: str, names: Names) -> Body:
    content = Content(text.encode())
    cut = find_cut(content)
    if cut is None:
        return _sections(text, names)
    above = content.part(0, cut.start).decode()
    below = content.part(cut.end, len(content)).decode()
    key = _KEY.search(above)
    key_end = key.end() if key else 0
    head, lead = _own_lead(above[key_end:])
    items = []
    for item in texts(content, cut):
        raw, following = without_lead(item.data.decode(), cut.indent)
        items.append(Piece(lead, raw[cut.indent :], cut.indent, None, "event", names, False))
        lead = following
    body = Body("seq", (key[0] if key else "") + head, "", tuple(items), "", lead, cut.indent)
    if key is None:
        return Body("map", "", "", (_events(body, names),), "", below)
    sections = _sections(above[:key_end] + below, names)
    children = [_events(body, names, piece.lead) if piece.key == EVENTS else piece for piece in sections.children]
    if [piece.key for piece in children].count(EVENTS) != 1:
        raise Opaque
    return sections._replace(children=tuple(children))


def _events(body: Body, names: Names, lead: str = "") -> Piece:
    """The section of events; its value and its text are only compared."""
    raw = body.head + "".join(item.lead + " " * item.column + item.raw for item in body.children) + body.tail
    piece = Piece(lead, raw, 0, EVENTS, EVENTS, names, False)
    piece.set(body, [item.relative for item in body.children])
    return piece


def _own_lead(text: str) -> tuple[str, str]:
    """The text above the first event, and of that the comments directly above it."""
    lines = text.splitlines(keepends=True)
    count = 0
    while count < len(lines) and lines[-1 - count].lstrip().startswith("#"):
        count += 1
    split = len(lines) - count
    return "".join(lines[:split]), "".join(lines[split:])


def without_lead(item: str, column: int) -> tuple[str, str]:
    """The text of an item, and the lines below it that belong to the next one: not deeper than its dash, or empty."""
    lines = item.splitlines(keepends=True)
    end = len(lines)
    for number in range(len(lines) - 1, 0, -1):
        text = lines[number].strip()
        if text and (text[0] != "#" or len(lines[number]) - len(lines[number].lstrip(" ")) > column):
            break
        end = number
    return "".join(lines[:end]), "".join(lines[end:])


def _sections(text: str, names: Names) -> Body:
    """The sections of a text that is read as a whole."""
    if not text.strip() or all(line.lstrip()[:1] in ("", "#") for line in text.splitlines()):
        return Body("map", text, "")
    node = read(text)
    builder = Builder(text, names)
    if isinstance(node, Sequence):
        body = builder.item(node, 0, len(text), EVENTS)
        piece = Piece("", text, 0, EVENTS, EVENTS, names, False)
        piece.set(body._replace(children=tuple(numbered(list(body.children)))), value_of(node, EVENTS, names))
        return Body("map", "", "", (piece,))
    if isinstance(node, Scalar) and is_null(node):
        return Body("map", text, "")
    if not isinstance(node, Mapping) or not node.pairs:
        raise Opaque
    body = builder.item(node, 0, len(text), "")
    if not body.is_flow and body.column:
        raise Opaque
    return body
