"""The text of the files of a timeline, for code that points into them.

Owns: reading a file again if its text was not kept. Does not: report unreadable files; the reader did.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from timeline_cli.diagnostics import Location
from timeline_cli.model import Timeline
from timeline_cli.nodes import Problems
from timeline_cli.reading.content import Content, line_ends, open_content
from timeline_cli.reading.search import STDIN


class Comment(NamedTuple):
    """A comment at its place, with the text `before` it on the line and that of the pattern's first group."""

    place: Location
    before: str
    text: str


class Texts:
    """The files of one timeline as UTF-8; empty if a file cannot be read again. Large files stay on disk."""

    def __init__(self, timeline: Timeline) -> None:
        self.files = timeline.files
        self._contents = {file: Content(data) for file, data in timeline.texts.items()}
        self._starts: dict[str, array[int]] = {}
        self._last = "", 0, ""  # one line may hold thousands of problems

    def data(self, file: str) -> bytes:
        """All of a file."""
        return self._content(file).whole()

    def blocks(self, file: str) -> Iterator[bytes]:
        """All of a file, in blocks of whole lines."""
        content = self._content(file)
        return content.blocks(0, len(content))

    def comments(self, pattern: re.Pattern[bytes], word: bytes) -> Iterator[Comment]:
        """The matches of a comment's pattern in all files; only blocks with the `word` are searched."""
        for file in self.files:
            number = 1
            for block in self.blocks(file):
                if word in block:
                    yield from _comments(file, block, number, pattern)
                number += line_ends(block)

    def line(self, file: str, number: int) -> str | None:
        """A line, counted from 1, without its line break; None if the file has no such line."""
        if (file, number) != self._last[:2]:
            starts = self._starts_of(file)
            if not 0 < number < len(starts):
                return None
            data = self._content(file).part(starts[number - 1], starts[number])
            self._last = file, number, data.decode("utf-8", "replace").rstrip("\r\n")
        return self._last[2]

    def part(self, file: str, number: int, size: int) -> bytes:
        """At most `size` bytes from the start of a line, counted from 1."""
        starts = self._starts_of(file)
        start = starts[number - 1] if 0 < number < len(starts) else starts[-1]
        return self._content(file).part(start, start + size)

    def _content(self, file: str) -> Content:
        if file not in self._contents:
            again = file != STDIN and Path(file).is_file()
            self._contents[file] = (open_content(file, Problems(file)) if again else None) or Content(b"")
        return self._contents[file]

    def _starts_of(self, file: str) -> array[int]:
        """The start of each line, then the end of the file."""
        if file not in self._starts:
            starts = array("Q", [0])
            for block in self.blocks(file):
                # Bytes split only at \r and \n; str would also split at other line separators.
                lengths = accumulate(map(len, block.splitlines(keepends=True)), initial=starts.pop())
                starts.extend(lengths)
            self._starts[file] = starts
        return self._starts[file]


def _comments(file: str, data: bytes, number: int, pattern: re.Pattern[bytes]) -> Iterator[Comment]:
    """Those in lines of a file, starting at line `number`."""
    position = 0
    for match in pattern.finditer(data):
        number += line_ends(data[position : match.start()])
        position = match.start()
        start = max(data.rfind(b"\n", 0, position), data.rfind(b"\r", 0, position)) + 1
        parts = (data[start:position], match[0].rstrip(), match[1])
        before, mark, text = (part.decode("utf-8", "replace") for part in parts)
        yield Comment(Location(file, number, len(before) + 1, len(mark)), before, text)
