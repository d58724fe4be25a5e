"""Where new events go in a text, and the text with them.

Owns: the place in the order of the file, and that nothing but lines is added. Does not: move what is there.
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
    """An event that goes before the item of number `place`, or behind the last one."""

    place: int
    values: Values


def places(keys: Sequence[SortKey | None], new: Sequence[SortKey]) -> list[int]:
    """For each new event, how many of the file's events stand before it: by date where the file is in such an order.

    `keys` are those of the file's events, None for one whose date is not known. A file that has the newest first
    keeps it; in a file without an order, what is new comes last.
    """
    if is_newest_first(keys):
        return [_behind(keys, [key is not None and key > each for key in keys]) for each in new]
    known = [key for key in keys if key is not None]
    if all(one <= other for one, other in pairwise(known)):
        return [_behind(keys, [key is not None and key <= each for key in keys]) for each in new]
    return [len(keys)] * len(new)


def is_newest_first(keys: Sequence[SortKey | None]) -> bool:
    """Whether the dates fall from event to event."""
    known = [key for key in keys if key is not None]
    return tells_direction(known) and all(one >= other for one, other in pairwise(known))


def tells_direction(keys: Sequence[SortKey]) -> bool:
    """Whether there are dates enough that falling ones are meant so: two are soon the wrong way round."""
    return len(set(keys)) > 2


def _behind(keys: Sequence[SortKey | None], before: Sequence[bool]) -> int:
    """Behind the last event that goes before the new one; at the end when that is the last that has a date."""
    last = max((number for number, goes in enumerate(before) if goes), default=-1)
    if all(key is None for key in keys[last + 1 :]):
        return len(keys)
    return last + 1


def with_events(name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]) -> str:
    """The text with new events, which are in order. Raises NotWritten where only a change of lines would do."""
    changes = _CHANGES[outline.kind](name, source, outline, style, new) if new else []
    text, pieces, position = source.text, [], 0
    for start, end, piece in changes:
        pieces += [text[position:start], piece]
        position = end
    return "".join([*pieces, text[position:]])


Change = tuple[int, int, str]


def _in_block(name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]) -> list[Change]:
    """Each event goes right behind the one before it; the line break that is there then follows the new event."""
    newline, text = source.newline, source.text
    found: list[Change] = []
    for placed in new:
        lines = event_lines(placed.values, style)
        if placed.place:
            at = outline.items[placed.place - 1].end
            # A text that keeps its empty lines (|+) would take one more for its own.
            gap = style.gap and bool(text[line_start(text, at) : at].strip())
            found.append((at, at, newline + newline.join([*[""] * gap, *lines])))
        else:
            at = _above(text, outline.items[0])
            found.append((at, at, newline.join([*lines, *[""] * style.gap]) + newline))
    return found


def _above(text: str, item: Item) -> int:
    """Above an event and the comments right above it."""
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
    """The key and the first events of a file that has none."""
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
    """[] is the one thing that has to give way."""
    newline, text = source.newline, source.text
    end = outline.closing + 1
    if source.is_json:
        items = ("," + newline).join(flow_item(placed.values, style, True) for placed in new)
        return [(outline.opening, end, f"[{newline}{items}{newline}]")]
    if line_start(text, outline.opening) == outline.opening:
        raise NotWritten(f"{name} holds [] alone", "write events: instead, or delete the brackets")
    at = line_end(text, end)
    start = outline.opening - (text[outline.opening - 1] == " ")
    return [(start, end, ""), (at, at, newline + newline.join(_all_lines(new, style)))]


def _in_flow(name: str, source: Source, outline: Outline, style: Style, new: Sequence[Placed]) -> list[Change]:
    """A line each, before the event that follows; behind the last one, the comma that it lacks comes first."""
    text, items = source.text, outline.items
    ends = line_start(text, outline.closing)
    if text[ends : outline.closing].strip() or any(_shares_line(text, item) for item in items):
        raise NotWritten(
            f"{name} holds several events on one line, and only whole lines are added",
            f"timeline -f {name} show --json prints one event a line"
            if source.is_json
            else "write each event on a line of its own, and the ] as well",
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
