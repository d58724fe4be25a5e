"""Diagnostics as text: place, code, message, the line of the file with a caret, the hint.

Owns: this layout. Does not: decide which problems there are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from timeline_cli.console import UNWRAPPED, Line
from timeline_cli.diagnostics import Diagnostic, Edit, Fix, Location
from timeline_cli.errors import TimelineError
from timeline_cli.text import clean, clean_line, fit, width
from timeline_cli.wrapping import wrap

_TAB = "    "
SourceLine = Callable[[str, int], "str | None"]


def diagnostic_lines(
    found: Iterable[Diagnostic],
    source_line: SourceLine,
    columns: int,
    fixes: Collection[Fix] = (),
    wrapped_at: int = UNWRAPPED,
) -> Iterator[Line]:
    """Every problem in full. `source_line(file, line)` gives the text of a line, or None.

    Shows the fixed line for `fixes`, those that --fix writes. Hints are `wrapped_at` a column.
    """
    for diagnostic in found:
        yield head(diagnostic)
        yield from _excerpt(diagnostic.location, source_line, columns)
        for place, word in diagnostic.related:
            yield [("      ", ""), (f"{clean(str(place))}: ", "place"), (word, "")]
            yield from _excerpt(place, source_line, columns)
        if diagnostic.hint:
            yield from _hanging([("      = ", "dim"), ("hint: ", "hint")], clean(str(diagnostic.hint)), wrapped_at)
        for edit in diagnostic.fix.edits if diagnostic.fix in fixes and diagnostic.fix else ():
            line = source_line(edit.place.file, edit.place.line)
            if line is not None:
                yield _better(edit, line, columns)
        yield []


def head(diagnostic: Diagnostic) -> Line:
    """file:line:col: severity CODE message"""
    severity = diagnostic.severity
    return [
        (clean(str(diagnostic.location)) + ": ", "place"),
        (f"{severity} {diagnostic.code}", severity),
        (" " + clean(diagnostic.message), ""),
    ]


def _excerpt(place: Location, source_line: SourceLine, columns: int) -> Iterator[Line]:
    """The line with a caret under the place; a long line is shown around the place."""
    text = source_line(place.file, place.line)
    if text is None:
        return
    number = str(place.line)
    room = max(columns - len(number) - 6, 20)
    # Reads only what can be shown: a line of JSON may contain thousands of problems.
    column = place.column - 1
    before = _shown(text[max(column - room, 0) : column])
    is_long = len(text) > room or width(_shown(text)) > room
    if is_long and (width(before) > room // 2 or column > room):
        before = "…" + _end(before, room // 2)
    marked = _shown(text[column : column + min(place.width, room)])
    after = _shown(text[column + place.width : column + place.width + room])
    space = room - width(before)
    yield [(f" {number} | ", "dim"), (before + fit(marked + after, max(space, 1)), "")]
    carets = max(min(width(marked), space), 1)
    yield [(" " * len(number) + "  | ", "dim"), (" " * width(before), ""), ("^" * carets, "caret")]


def _better(edit: Edit, line: str, columns: int) -> Line:
    """The line with the edit applied; a long one is shown around the edit."""
    place = edit.place
    number = str(place.line)
    room = max(columns - len(number) - 6, 20)
    column = place.column - 1
    before, after = line[max(column - room, 0) : column], line[column + place.width : column + place.width + room]
    shown = _shown(before + edit.text + after)
    if column > room or width(shown) > room:
        cut = _end(_shown(before), room // 2)
        shown = ("…" if len(cut) < column else "") + cut + _shown(edit.text + after)
    return [(f" {number} ", "dim"), ("+ ", "added"), (fit(shown, room), "")]


def _end(text: str, columns: int) -> str:
    """The end of a text, at most `columns` wide."""
    size, start = 0, len(text)
    while start and size + width(text[start - 1]) <= columns:
        start -= 1
        size += width(text[start])
    return text[start:]


def _shown(text: str) -> str:
    return clean_line(text.replace("\t", _TAB))


def _hanging(head: Line, text: str, columns: int) -> Iterator[Line]:
    """`head` and the text, whose further lines are indented by the width of `head`."""
    indent = sum(width(part) for part, _ in head)
    first, *others = wrap(text, max(columns - indent, 20))
    yield [*head, (first, "")]
    yield from ([(" " * indent + row, "")] for row in others)


def error_lines(error: TimelineError, wrapped_at: int = UNWRAPPED) -> Iterator[Line]:
    """An error of the command line: what is wrong, its place in the query, what to type instead."""
    yield from _hanging([("timeline: ", "place"), ("error", "error"), (": ", "")], clean(error.message), wrapped_at)
    query = getattr(error, "query", None)
    if query:
        column, size = getattr(error, "column", 0), getattr(error, "width", 1)
        before, marked = clean_line(query[:column]), clean_line(query[column : column + size])
        yield [("  ", ""), (clean_line(query), "")]
        yield [("  " + " " * width(before), ""), ("^" * max(width(marked), 1), "caret")]
    if error.hint:
        yield from _hanging([("  hint: ", "hint")], clean(str(error.hint)), wrapped_at)
