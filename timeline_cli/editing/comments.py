"""The comments of a text, anywhere in it.

Owns: telling a comment from a # in a value, by the parser's own tokens. Does not: assign a comment to an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from timeline_cli.editing.source import LINE_BREAK, Source

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"#[^\r\n]*")


def comments(source: Source) -> list[str]:
    """Every comment, stripped, in the order of the file."""
    text, position = source.text, 0
    found: list[str] = []
    if "#" not in text:
        return found
    for start, end, is_block in _tokens(source):
        if start > position:
            found += _COMMENT.findall(text[position:start])
        if is_block:
            # The first line of a block is its header, which a comment may follow.
            found += _COMMENT.findall(LINE_BREAK.split(text[start:end], maxsplit=1)[0])
        position = max(position, end)
    found += _COMMENT.findall(text[position:])
    return [comment.rstrip() for comment in found]


def _tokens(source: Source) -> Iterator[tuple[int, int, bool]]:
    token: Any
    for token in yaml.scan(source.parsable, Loader=_LOADER):
        yield token.start_mark.index, token.end_mark.index, getattr(token, "style", None) in ("|", ">")
