"""Convert a file to text for editing, and back to bytes; its comments.

Owns: encoding, byte order mark, line breaks, telling a comment from a # in a value. Does not: accept bytes that would
change on the way back, or assign a comment to an event.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, NamedTuple

import yaml

from timeline_cli.errors import NotWritten
from timeline_cli.reading.parser_input import BREAKS
from timeline_cli.text import byte_order_mark

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The line breaks of editors; those of BREAKS, which only YAML 1.1 treats as line breaks, are hidden from the parser.
LINE_BREAK = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"#[^\r\n]*")
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


class Source(NamedTuple):
    """The text of a file without its byte order mark; `newline` is its most frequent line break."""

    text: str
    mark: bytes
    encoding: str
    newline: str

    def encode(self, text: str) -> bytes:
        """Encode another text like this file."""
        return self.mark + text.encode(self.encoding)

    @property
    def whole(self) -> str:
        """The text with its byte order mark, as a patch has it."""
        return "\ufeff" * bool(self.mark) + self.text

    @property
    def utf8(self) -> bytes:
        return self.text.encode()

    @property
    def parsable(self) -> str:
        """The text for the parser, each character in its place."""
        text = self.text
        for shown, hidden in () if text.isascii() else BREAKS:
            text = text.replace(shown, hidden)
        return _PAIR.sub(lambda pair: pair[1] + r"\u0041\u0041", text) if self.is_json and "\\u" in text else text

    @property
    def is_json(self) -> bool:
        return self.text[:1024].lstrip()[:1] in ("[", "{")


def read_source(name: str, data: bytes) -> Source:
    """The text of a file. Raises NotWritten if it is not text in a Unicode encoding."""
    mark, encoding = byte_order_mark(data)
    encoding = encoding or "utf-8"
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        raise NotWritten(f"{name} is not {encoding.upper()} text", "timeline check shows where") from None
    source = Source(text, mark, encoding, _newline(text))
    if source.encode(text) != data:
        raise NotWritten(f"{name} has bytes that would change when saved", "save it as UTF-8 first")
    return source


def _newline(text: str) -> str:
    counted = Counter(LINE_BREAK.findall(text))
    return counted.most_common(1)[0][0] if counted else "\n"


def comments(source: Source) -> list[str]:
    """Every comment, stripped, in the order of the file, by the parser's own tokens."""
    text, position = source.text, 0
    found: list[str] = []
    token: Any
    for token in yaml.scan(source.parsable, Loader=LOADER) if "#" in text else ():
        start, end = token.start_mark.index, token.end_mark.index
        if start > position:
            found += _COMMENT.findall(text[position:start])
        if getattr(token, "style", None) in ("|", ">"):
            # The first line of a block is its header, which a comment may follow.
            found += _COMMENT.findall(LINE_BREAK.split(text[start:end], maxsplit=1)[0])
        position = max(position, end)
    found += _COMMENT.findall(text[position:])
    return [comment.rstrip() for comment in found]
