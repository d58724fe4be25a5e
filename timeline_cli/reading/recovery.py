"""Remove the broken parts of a file that the parser cannot read to the end.

Owns: finding the start of each section, registry entry and event by the indentation of lines alone, and which of them
cannot be read. Does not: change a readable piece, or guess at an unreadable one.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, NamedTuple

from yaml.events import MappingStartEvent, SequenceStartEvent

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.table import BY_KEY
from timeline_cli.hint import Hint
from timeline_cli.reading.composer import too_deep
from timeline_cli.reading.content import line_ends
from timeline_cli.reading.hints.yaml_errors import conflict, explain
from timeline_cli.reading.lines import LINE, Line, first_document, lines_of
from timeline_cli.reading.parser_input import READER_ERRORS, REGISTRIES, TOP_KEYS, is_stream
from timeline_cli.reading.shape import shape
from timeline_cli.spelling import did_you_mean

_MARKER = re.compile(rb"^<{7,}\s", re.M)
_DASH = re.compile(rb" *-(?=\s|\Z)")
_KEY = re.compile(rb"""[ \t]*["']?([\w-]+)["']?[ \t]*(:?)[ \t]*([\[{]?)""")
_NAME = re.compile(rb"""[ \t]*["']?([^\s"':{}][^"':{}\r\n]*)""")
_EVENT_KEYS = frozenset(BY_KEY) - frozenset(TOP_KEYS)

_CHECK = "check the indentation, quotes and brackets of this line and the one above"
_MISSING = "missing comma, quotation mark or bracket here or on the line above"


class Lost(NamedTuple):
    """A problem, whether an event was left out because of it, and the registry with the name of a lost entry."""

    problem: Diagnostic
    is_event: bool
    section: str = ""
    name: str = ""  # empty if the whole registry is lost


class Level(NamedTuple):
    """The pieces of a level: the kind of value that `before` + piece + `after` must give, and its size."""

    kind: Any
    children: int = 0  # 0: any number
    before: bytes = b""
    after: bytes = b""
    is_event: bool = False
    section: str = ""  # the registry that it is in
    has_sections: bool = False
    is_flow: bool = False
    separated: bool = False  # with commas


_ANY = Level(None)
_ENTRIES = Level(MappingStartEvent, 2)
_SECTIONS = _ENTRIES._replace(has_sections=True)
_ITEMS = Level(SequenceStartEvent, 1, is_event=True)
_FLOW_ENTRIES = Level(SequenceStartEvent, 1, b"[{\n", b"\n}]", has_sections=True, is_flow=True, separated=True)
_FLOW_ITEMS = Level(SequenceStartEvent, 0, b"[\n", b"\n]", is_event=True, is_flow=True, separated=True)
_STREAM = _FLOW_ITEMS._replace(separated=False)


def recover(data: bytes, file: str) -> tuple[bytes, list[Lost]] | None:
    """The file with empty lines in place of the broken parts, and those parts; None if nothing is found."""
    recovery = _Recovery(lines_of(data), file, [])
    if is_stream(data) or (data.lstrip()[:1] in (b'"', b"}") and is_stream(data[data.find(b"\n{") + 1 :])):
        recovery.pieces(recovery.start, _STREAM)
    else:
        recovery.run()
    return (b"".join(line.text for line in recovery.lines), recovery.lost) if recovery.lost else None


class _Recovery:
    """The lines of one file, and the lost parts."""

    def __init__(self, lines: list[Line], file: str, lost: list[Lost]) -> None:
        self.lines = lines
        self.lost = lost
        self._file = file
        self.start, self.end = first_document(lines)

    def run(self) -> None:
        """Check a whole file."""
        opening = self.lines[self.start].text.lstrip()[:2].strip() if self.start < self.end else b""
        if opening[:1] in (b"[", b"{"):
            level = _FLOW_ITEMS if opening[:1] == b"[" else _FLOW_ENTRIES
            at = self.lines[self.start].text.index(opening[:1])
            fault = self._fault(self.start, self.end, _ANY)
            if fault is not None:
                self._inside(self.start, self.end, at, level, fault)
        elif opening == b"-":
            self.pieces(self.start, _ITEMS)
        else:
            self.pieces(self.start, _SECTIONS)

    def pieces(self, start: int, level: Level, end: int | None = None) -> None:
        """Check each piece between two lines; the first piece starts at `start`."""
        end = self.end if end is None else end
        if start >= end:
            return
        column = self._column(start, end, level)
        starts = [n for n in range(start, end) if n == start or self._begins(n, column, level)]
        without_comma: int | None = None
        for first, last in zip(starts, [*starts[1:], end], strict=True):
            fault = self._fault(first, last, level)
            if fault is None and not level.separated and self.lines[first].indent != column:
                fault = self._misfit(first, column)
            elif fault is not None and level.has_sections and self._section(first, last, fault):
                fault = None
            if fault is not None:
                self._lose(first, last, fault, level)
            elif level.separated:
                if without_comma is not None:
                    self._put_comma(without_comma)
                without_comma = self._without_comma(first, last)

    def _text(self, first: int, last: int) -> bytes:
        return b" " * self.lines[first].column + b"".join(line.text for line in self.lines[first:last])

    def _fault(self, first: int, last: int, level: Level) -> Diagnostic | None:
        """Why the parser cannot read some lines as one piece of a level."""
        text, row = self._text(first, last), self.lines[first].number
        marker = _MARKER.search(text)
        if marker is not None:
            return conflict(self._file, row + 1 + line_ends(text[: marker.start()]))
        around = level.before + text + level.after
        above = line_ends(level.before)
        is_object = not (level.is_event and level.is_flow) or text.lstrip()[:1] == b"{"
        try:
            kind, children, deep, _ = shape(around)
        except READER_ERRORS as error:
            if not is_object:
                return self._no_object(first)
            found = explain(error, around, self._file)
            # If the end of a piece is missing, report it below its last line with text.
            lowest = above + min(line_ends(text.rstrip()) + 2, max(line_ends(text), 1))
            line, mark = min(max(found.location.line, above + 1), lowest), getattr(error, "problem_mark", None)
            is_outside = not above < found.location.line <= lowest  # at a bracket that no line of the file has
            on_next = mark is not None and line <= mark.line < lowest and _is_bracket(around, found.location)
            if level.is_flow and mark is not None and (is_outside or on_next):
                # The place where the brackets open does not show where one is missing.
                at = min(max(mark.line, above) + 1, lowest)
                shown = b"".join(text.split(b"\n")[at - above - 1 : at - above]).rstrip(b"\r")
                place = Location(self._file, at, min(mark.column, len(shown.decode(errors="replace"))) + 1)
                others = () if is_outside else ((found.location, found.message),)
                is_open = text[:1] == b"{" and not text.rstrip(b", \t\r\n").endswith(b"}")
                hint = Hint("add } at the end of this object" if is_open else _CHECK)
                return Diagnostic("E004", _MISSING, place, hint, others).moved(row - above)
            return found._replace(location=found.location._replace(line=line)).moved(row - above)
        if deep is not None:
            return too_deep(deep, self._file).moved(row - above)
        if not is_object and not level.separated:
            return self._no_object(first)
        if level.kind not in (None, kind) or level.children not in (0, children):
            return self._misfit(first, None)
        return None

    def _no_object(self, first: int) -> Diagnostic:
        """The problem of a piece without the first bracket of an object, or of a comment as in other languages."""
        line = self.lines[first]
        is_comment = line.start.lstrip()[:2] == b"//"
        hint = Hint("delete it, or start a comment with #" if is_comment else "add { at the start of this line")
        place = Location(self._file, line.number + 1, line.shown_indent + 1)
        return Diagnostic("E004", "expected an object in { }", place, hint)

    def _misfit(self, first: int, column: int | None) -> Diagnostic:
        """The problem of a piece that can be read, but not at its place."""
        line, hint = self.lines[first], _CHECK
        indent = line.shown_indent
        if line.has_tab:
            hint = "delete the tab, or indent with spaces"
        elif column is not None:
            side = "left" if indent > column else "right"
            hint = f"align it with the others: move it {abs(indent - column)} to the {side}"
        place = Location(self._file, line.number + 1, indent + 1)
        return Diagnostic("E004", "the indentation does not match the line above", place, Hint(hint))

    def _column(self, start: int, end: int, level: Level) -> int:
        """The start column of the pieces: that of the first, unless more of them start elsewhere."""
        indents = Counter(line.indent for line in self.lines[start:end] if not line.is_empty and not line.only_closes)
        first = self.lines[start].indent
        if level.has_sections and not level.is_flow:
            return 0
        if level.is_flow:
            opened = Counter(line.indent for line in self.lines[start:end] if line.text.lstrip()[:1] == b"{")
            most = opened if level.is_event else indents
            return min((column for column in most if most[column] >= most[first]), default=first)
        # Of two equally frequent columns, the right one has the children of the other; a rare column is a mistake.
        return max(range(first + 2), key=lambda column: (indents[column], column <= first, column % 2 == 0))

    def _begins(self, number: int, column: int, level: Level) -> bool:
        """Whether a piece starts at a line other than the first."""
        line = self.lines[number]
        text = line.start
        if line._replace(text=text).is_empty or line.only_closes:
            return False
        if level.is_flow:
            above = self.lines[next((n for n in range(number - 1, -1, -1) if self.lines[n].text.strip()), number)]
            is_next = above.only_closes or (above.is_object and text.lstrip()[:1] == b"{")
            return line.indent == column or (is_next and above.indent == column)
        if level.has_sections:
            return line.indent == 0 and _is_section(text)
        if level.is_event:
            return line.indent == column and _DASH.match(text) is not None
        return line.indent == column or (line.indent < column and b":" in text)

    def _section(self, first: int, last: int, fault: Diagnostic) -> bool:
        """Find the broken parts of a section; False if the whole section is lost."""
        key = _KEY.match(self.lines[first].text)
        name = key[1].decode() if key is not None and key[2] else ""
        if key is None or (name != "events" and name not in REGISTRIES):
            return False
        before = len(self.lost)
        if key[3]:
            if (key[3] == b"[") != (name == "events"):
                return False
            level = _FLOW_ITEMS if name == "events" else _FLOW_ENTRIES._replace(has_sections=False, section=name)
            self._inside(first, last, key.start(3), level, fault)
        elif self.lines[first]._replace(text=self.lines[first].text[key.end() :]).is_empty:
            inner = next((n for n in range(first + 1, last) if not self.lines[n].is_empty), last)
            level = _ITEMS if name == "events" else _ENTRIES._replace(section=name)
            # A piece below its key is one value.
            self.pieces(inner, level._replace(kind=MappingStartEvent, children=2, before=b"%s:\n" % key[1]), last)
        return len(self.lost) > before

    def _inside(self, first: int, last: int, at: int, level: Level, fault: Diagnostic) -> None:
        """Check the content of brackets that open at a place in the first line."""
        closing = {b"[": b"]", b"{": b"}"}[self.lines[first].text[at : at + 1]]
        head = self.lines[first]
        lines = [Line(head.number, head.column + at + 1, head.text[at + 1 :]), *self.lines[first + 1 : last]]
        tail = b""
        end = next((n for n in range(len(lines) - 1, -1, -1) if not lines[n].is_empty), 0)
        text = lines[end].text
        if text.rstrip(b", \t\r\n").endswith(closing):
            place = text.rindex(closing)
            tail = text[place:] + b"".join(line.text for line in lines[end + 1 :])
            lines = [*lines[:end], lines[end]._replace(text=text[:place])]
        inner = _Recovery(lines, self._file, self.lost)
        before = len(self.lost)
        inner.pieces(inner.start, level)
        body = head.text[: at + 1] + b"".join(line.text for line in inner.lines)
        if not tail:
            bare = body.rstrip()
            body = bare + closing + body[len(bare) :]
            if len(self.lost) > before:
                opens = Location(self._file, head.number + 1, head.column + at + 1)
                hint = Hint(f"add {closing.decode()} at the end")
                fault = Diagnostic("E004", f"{chr(head.text[at])} is not closed", opens, hint)
            self.lost.append(Lost(fault, False))
        self.lines[first] = head._replace(text=body + tail)
        for number in range(first + 1, last):
            self.lines[number] = self.lines[number]._replace(text=b"")

    def _lose(self, first: int, last: int, fault: Diagnostic, level: Level) -> None:
        name = _NAME.match(self.lines[first].start)
        shown = name[1].decode("utf-8", "replace") if name is not None else ""
        section = level.section or (did_you_mean(shown, REGISTRIES).value if level.has_sections else None) or ""
        self.lost.append(Lost(fault, level.is_event, section, shown if level.section else ""))
        for number in range(first, last):
            self.lines[number] = self.lines[number].emptied()

    def _without_comma(self, first: int, last: int) -> int | None:
        """The last line of a piece that does not end in a comma."""
        number = next((n for n in range(last - 1, first - 1, -1) if not self.lines[n].is_empty), first)
        text = self.lines[number].text
        return None if b"#" in text or text.rstrip().endswith(b",") else number

    def _put_comma(self, number: int) -> None:
        line, bare = self.lines[number], self.lines[number].text.rstrip()
        self.lines[number] = line._replace(text=bare + b"," + line.text[len(bare) :])
        last = bare.replace(b"\r", b"\n").rpartition(b"\n")[2].decode("utf-8", "replace")
        column = len(last) if line_ends(bare) else line.column + len(last)
        place = Location(self._file, line.number + 1 + line_ends(bare), column)
        hint = Hint("add a comma at the end of this line")
        self.lost.append(Lost(Diagnostic("E004", "a comma is missing between two values", place, hint), False))


def _is_bracket(text: bytes, place: Location) -> bool:
    line = b"".join(LINE.findall(text)[place.line - 1 : place.line]).decode("utf-8", "replace")
    return line[place.column - 1 : place.column] in ("[", "{")


def _is_section(text: bytes) -> bool:
    """Whether a section starts at a line, even if its key has lost its colon."""
    key = _KEY.match(text)
    if key is None:
        return False
    name = key[1].decode()
    return name not in _EVENT_KEYS if key[2] else name in TOP_KEYS or bool(did_you_mean(name, TOP_KEYS).value)
