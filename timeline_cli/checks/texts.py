"""The text of the files of a timeline, for what points into them.

Owns: reading a file once more where its text was not kept. Refuses: to report what cannot be read; that was told.
"""

from __future__ import annotations

import re
from pathlib import Path

from timeline_cli.model import Timeline
from timeline_cli.nodes import Problems
from timeline_cli.reading.files import read_bytes
from timeline_cli.reading.search import STDIN
from timeline_cli.reading.syntax import split_lines

_LINE_END = re.compile(rb"\r\n|[\r\n]")


class Texts:
    """The files of one timeline as UTF-8; empty where one cannot be read a second time."""

    def __init__(self, timeline: Timeline) -> None:
        self.files = timeline.files
        self._data = dict(timeline.texts)
        self._lines: dict[str, list[str]] = {}
        self._starts: dict[str, list[int]] = {}

    def data(self, file: str) -> bytes:
        if file not in self._data:
            again = file != STDIN and Path(file).is_file()
            self._data[file] = (read_bytes(file, Problems(file)) if again else None) or b""
        return self._data[file]

    def line(self, file: str, number: int) -> str | None:
        """A line, counted from 1, without its end; None where the file has no such line."""
        if file not in self._lines:
            data = self.data(file)
            self._lines[file] = split_lines(data.decode("utf-8", "replace")) if data else []
        lines = self._lines[file]
        return lines[number - 1] if 0 < number <= len(lines) else None

    def part(self, file: str, number: int, size: int) -> bytes:
        """At most `size` bytes from the start of a line, counted from 1."""
        data = self.data(file)
        if file not in self._starts:
            self._starts[file] = [0, *(match.end() for match in _LINE_END.finditer(data))]
        starts = self._starts[file]
        start = starts[number - 1] if 0 < number <= len(starts) else len(data)
        return data[start : start + size]
