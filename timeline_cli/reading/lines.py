"""The lines of a file that the parser cannot read to the end.

Owns: what a line shows without the parser: where it starts, whether it is empty or only closes brackets. Does not: know
keys and values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")

_ENDS = re.compile(rb"\r\n|\r|\n")
_EMPTY = re.compile(rb"\s*(?:#.*|(?:---|\.\.\.|%)(?:\s.*)?)?\Z", re.S)
_CLOSER = re.compile(rb"[ \t]*[\]}][\]},\s]*\Z")
_WHOLE = re.compile(rb"[ \t]*\{.*\},?\s*\Z")
_NEXT_DOCUMENT = re.compile(rb"---(?:\s|\Z)")
_NEXT_OBJECT = re.compile(rb"[ \t]*\},[ \t]*(?=\{)")
_OPENS, _CLOSES = re.compile(rb"<{7,}\s"), re.compile(rb">{7,}(?:\s|\Z)")


class Line(NamedTuple):
    """A line, or the part of it from a column on; all lines of a git conflict count as one."""

    number: int
    column: int
    text: bytes

    @property
    def start(self) -> bytes:
        """The text from its start; in a conflict, from below the first marker."""
        return self.text.partition(b"\n")[2] if _OPENS.match(self.text) else self.text

    @property
    def shown_indent(self) -> int:
        """The column where the text starts, a tab being one column."""
        return self.column + len(self.start) - len(self.start.lstrip(b" \t"))

    @property
    def indent(self) -> int:
        """The column where the text starts; far to the right after a tab, where nothing can start."""
        return 1 << 20 if self.has_tab else self.shown_indent

    @property
    def has_tab(self) -> bool:
        """Whether a tab indents the text."""
        return self.start.lstrip(b" ")[:1] == b"\t"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read, such as in a comment."""
        return _EMPTY.match(self.text) is not None

    @property
    def only_closes(self) -> bool:
        """Whether there are only closing brackets."""
        return _CLOSER.match(self.text) is not None

    @property
    def is_object(self) -> bool:
        """Whether an object in { } starts and ends here."""
        return _WHOLE.match(self.text) is not None

    def emptied(self) -> Line:
        """Nothing but the line breaks."""
        return self._replace(text=b"".join(_ENDS.findall(self.text)))


def lines_of(data: bytes) -> list[Line]:
    """The lines of a file. Where an object ends and the next one starts on one line, it counts as two."""
    found: list[Line] = []
    held: list[Line] = []  # lines of an open conflict
    for number, match in enumerate(LINE.finditer(data)):
        text = match[0]
        if _OPENS.match(text):
            found += held
            held = [Line(number, 0, text)]
        elif held:
            held.append(Line(number, 0, text))
            if _CLOSES.match(text):
                found.append(Line(held[0].number, 0, b"".join(line.text for line in held)))
                held = []
        else:
            both = _NEXT_OBJECT.match(text)
            end = both.end() if both is not None else 0
            found += [Line(number, 0, text[:end]), Line(number, end, text[end:])] if both else [Line(number, 0, text)]
    return found + held


def first_document(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the first YAML document of some lines starts and ends."""
    start = next((n for n, line in enumerate(lines) if not line.is_empty), len(lines))
    return start, next((n for n in range(start, len(lines)) if _NEXT_DOCUMENT.match(lines[n].text)), len(lines))
