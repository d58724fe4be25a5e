"""Insert new events into a text.

Owns: the place in the order of the file, and that only lines are added. Does not: move existing events.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from timeline_cli.editing.outline import Item, Outline, line_above, line_end, line_start
from timeline_cli.editing.render import Values, event_lines, flow_item
from timeline_cli.editing.source import Source
from timeline_cli.editing.style import Style
from timeline_cli.errors import NotWritten

SortKey = Any


class Placed(NamedTuple):
    """An event that goes before the item with number `place`, or after the last one."""

    place: int
    values: Values


def places(keys: Sequence[SortKey | None], new: Sequence[SortKey]) -> list[int]:
    """For each new event, the number of the file's events before it: by date if the file is sorted by date.

    `keys` are those of the file's events, None for an unknown date. A file with the newest first stays that way; in an
    unsorted file, new events go last.
    """
    if is_newest_first(keys):
        return [_behind(keys, [key is not None and key > each for key in keys]) for each in new]
    known = [key for key in keys if key is not None]
    if all(one <= other for one, other in pairwise(known)):
        return [_behind(keys, [key is not None and key <= each for key in keys]) for each in new]
    return [len(keys)] * len(new)


def is_newest_first(keys: Sequence[SortKey | None]) -> bool:
    """Whether the dates are in descending order."""
    known = [key for key in keys if key is not None]
    return tells_direction(known) and all(one >= other for one, other in pairwise(known))


def tells_direction(keys: Sequence[SortKey]) -> bool:
    """Whether there are enough dates to show a descending order; two may be swapped by accident."""
    return len(set(keys)) > 2


def _behind(keys: Sequence[SortKey | None], before: Sequence[bool]) -> int:
    """After the last event that goes before the new one; at the end if that is the last with a date."""
    last = max((number for number, goes in enumerate(before) if goes), default=-1)
    if all(key is None for key in keys[last + 1 :]):
        return len(keys)
    return last + 1


# The start and the end of what is replaced, and the text for it.
Change = tuple[int, int, str]


def changes_for(name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]) -> list[Change]:
    """How the new events, given in order, get into a text: in a block list, one insertion for each.

    Raises NotWritten if existing lines would have to change.
    """
    return _CHANGES[outline.kind](name, source, outline, style, new) if new else []


def applied(text: str, changes: Sequence[Change]) -> str:
    """The text with the changes."""
    pieces, position = [], 0
    for start, end, piece in changes:
        pieces += [text[position:start], piece]
        position = end
    return "".join([*pieces, text[position:]])


def _in_block(name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]) -> list[Change]:
    """Insert each event right after the one before it; the existing line break then follows the new event."""
    newline, text = source.newline, source.text
    found: list[Change] = []
    for placed in new:
        lines = event_lines(placed.values, style)
        if placed.place:
            at = outline.items[placed.place - 1].end
            # A text that keeps its empty lines (|+) would gain one more.
            gap = style.gap and bool(text[line_start(text, at) : at].strip())
            found.append((at, at, newline + newline.join([*[""] * gap, *lines])))
        else:
            at = _above(text, outline.items[0])
            found.append((at, at, newline.join([*lines, *[""] * style.gap]) + newline))
    return found


def _above(text: str, item: Item) -> int:
    """The place above an event and the comments directly above it."""
    start = item.start
    while start:
        above = line_above(text, start)
        if not text[above : line_end(text, above)].lstrip().startswith("#"):
            break
        start = above
    return start


def _below_key(name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]) -> list[Change]:
    lines = _all_lines(new, style)
    return [(outline.at, outline.at, source.newline + source.newline.join(lines))]


def _at_end(name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]) -> list[Change]:
    """Add the key and the first events to a file without events."""
    newline, at = source.newline, outline.at
    before = source.text[:at]
    added = newline.join(["events:", *_all_lines(new, style)])
    if not before.strip():
        return [(at, at, added + newline)]
    last_is_empty = not before[line_start(before, len(before.rstrip("\r\n"))) :].strip() or before.endswith(newline * 2)
    if not before.endswith(("\n", "\r")):
        return [(at, at, newline * 2 + added)]
    return [(at, at, ("" if last_is_empty else newline) + added + newline)]


def _in_place_of_brackets(
    name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]
) -> list[Change]:
    """Replace [], the only text that has to go."""
    newline, text = source.newline, source.text
    end = outline.closing + 1
    if source.is_json:
        items = ("," + newline).join(flow_item(placed.values, style, True) for placed in new)
        return [(outline.opening, end, f"[{newline}{items}{newline}]")]
    if line_start(text, outline.opening) == outline.opening:
        raise NotWritten(f"{name} contains only []", "write events: instead, or delete the brackets")
    at = line_end(text, end)
    start = outline.opening - (text[outline.opening - 1] == " ")
    return [(start, end, ""), (at, at, newline + newline.join(_all_lines(new, style)))]


def _in_flow(name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]) -> list[Change]:
    """One line per event, before the next event; after the last event, first add its missing comma."""
    text, items = source.text, outline.items
    ends = line_start(text, outline.closing)
    if text[ends : outline.closing].strip() or any(_shares_line(text, item) for item in items):
        raise NotWritten(
            f"{name} has several events on one line; timeline adds only whole lines",
            f"timeline -f {name} show --json prints one event per line"
            if source.is_json
            else "put each event, and the closing ], on its own line",
        )
    margin = text[line_start(text, items[0].node) : items[0].node] if items else "  " * (not source.is_json)
    comma = bool(items) and "," not in _without_comments(text[items[-1].end : outline.closing])
    found: list[Change] = []
    for placed in new:
        item = flow_item(placed.values, style, source.is_json)
        if placed.place < len(items):
            at = line_start(text, items[placed.place].node)
            found.append((at, at, f"{margin}{item},{source.newline}"))
        else:
            found.append((ends, ends, _last(margin, item, comma, placed is new[-1]) + source.newline))
            comma = False
    return found


def _last(margin: str, item: str, comma: bool, is_last: bool) -> str:
    return f"{margin}{', ' if comma else ''}{item}{'' if is_last else ','}"


def _shares_line(text: str, item: Item) -> bool:
    return bool(text[line_start(text, item.node) : item.node].strip())


def _without_comments(text: str) -> str:
    return "".join(line.split("#")[0] for line in text.splitlines())


def _all_lines(new: Sequence[Placed], style: Style) -> list[str]:
    lines: list[str] = []
    for placed in new:
        lines += [*[""] * (style.gap and bool(lines)), *event_lines(placed.values, style)]
    return lines


_CHANGES = {
    "block": _in_block,
    "null": _below_key,
    "none": _at_end,
    "empty": _in_place_of_brackets,
    "flow": _in_flow,
}
