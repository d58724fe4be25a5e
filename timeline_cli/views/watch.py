"""The screen of `timeline watch`: a view with marks at changes, the state of the files, their problems.

Owns: this layout, and which part of a long view is shown. Does not: show a part without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.text import fit, width
from timeline_cli.views.words import plain
from timeline_cli.wrapping import wrap

MARGIN = 2  # columns before each line of the view, for the mark of a change
_MOST_COMPARED = 2_000  # lines on each side, without the common beginning and end


class Look(NamedTuple):
    """One reading of the files.

    `changed` are numbers of lines of the view, `status` is one line on the state of the files, `problems` are lines.
    `is_old` means that the view is from before the files had an error.
    """

    view: Sequence[Line]
    changed: frozenset[int]
    status: str
    problems: Sequence[Line]
    is_old: bool


def compose(look: Look, screen: Screen, columns: int, rows: int | None, offset: int) -> tuple[list[Line], int]:
    """The lines to draw, and the number of the line of the view that is the first of them.

    `rows` is the height of the terminal; None takes all lines. `offset` is the first line of the last time.
    """
    problems = look.problems if look.problems[-1:] != [[]] else look.problems[:-1]
    rule: Line = [(plain("─", screen.ascii) * columns, "rule")]
    below = [rule, *(row for line in problems for row in _in_rows(line, columns))]
    # The status also says which part is shown; this reserves room for the longest such text.
    long = look.status if rows is None else f"lines 99999-99999 of 99,999 · {look.status}"
    room = len(look.view)
    if rows is not None:
        left = rows - len(wrap(long, columns))
        if len(below) > (most := max(rows // 2, left - len(look.view))):
            # Whole problems; the first one may take three quarters of the rows.
            ends = [number for number, line in enumerate(below) if not line]
            end = min(max([end for end in ends if end < most] or ends[:1] or [most - 1]), rows * 3 // 4, left - 2)
            below = [*below[: max(end, 1)], [("and more: see `timeline check`", "dim")]]
        room = max(left - len(below), 1)
    start = _start(look, room, offset)
    shown = [
        [*_mark(number in look.changed, look.is_old, screen), *line]
        for number, line in enumerate(look.view[start : start + room], start)
    ]
    status = look.status
    if len(look.view) > room:
        status = f"lines {start + 1}-{start + len(shown)} of {len(look.view):,} · {status}"
    style = "warning" if look.is_old else "dim"
    told: list[Line] = [[(text, style)] for text in wrap(plain(status, screen.ascii), columns)]
    if rows is not None:
        shown += [[] for _ in range(rows - len(shown) - len(below) - len(told))]
    return [_cut(line, columns) for line in (*shown, *below, *told)], start


def _start(look: Look, room: int, offset: int) -> int:
    """The first line to show: puts a change in the middle, else stays."""
    first = min(look.changed, default=None)
    if first is not None and not offset <= first < offset + room:
        offset = first - room // 3
    return max(min(offset, len(look.view) - room), 0)


def _mark(is_changed: bool, is_old: bool, screen: Screen) -> Line:
    if is_old:
        return [("? ", "warning")]
    return [(("> " if screen.ascii else "▌ ") if is_changed else "  ", "mark")]


def _in_rows(line: Line, columns: int) -> Iterator[Line]:
    """A line in rows of the terminal, broken at spaces."""
    row: Line = []
    left = columns
    for text, style in line:
        for word in re.findall(" *[^ ]+| +", text):
            if width(word) > left and row:
                yield row
                row, left, word = [], columns, word.lstrip()
            *whole, word = wrap(word, columns) or [""]
            yield from ([(part, style)] for part in whole)
            row.append((word, style))
            left -= width(word)
    yield row


def _cut(line: Line, columns: int) -> Line:
    """A line that fits one row of the terminal."""
    found: Line = []
    for text, style in line:
        if columns <= 0:
            break
        found.append((fit(text, columns) if width(text) > columns else text, style))
        columns -= width(found[-1][0])
    return found


def _is_same(one: Line, other: Line) -> bool:
    return one == other or _squeezed(one) == _squeezed(other)


def _squeezed(line: Line) -> str:
    return "".join(text_of(line).split())


def text_of(line: Line) -> str:
    """A line without its styles."""
    return "".join(text for text, _ in line)


def changed_rows(before: Sequence[Line], after: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines of `after` that are new, or differ in more than styles and the width of columns."""
    start, most = 0, min(len(before), len(after))
    while start < most and _is_same(before[start], after[start]):
        start += 1
    end = 0
    while end < most - start and _is_same(before[-1 - end], after[-1 - end]):
        end += 1
    old, new = (list(map(_squeezed, lines[start : len(lines) - end])) for lines in (before, after))
    if max(len(old), len(new)) > _MOST_COMPARED:
        return frozenset(range(start, start + len(new)))
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    rows = (row for tag, _, _, first, last in blocks if tag != "equal" for row in range(first, last))
    return frozenset(start + row for row in rows if new[row])
