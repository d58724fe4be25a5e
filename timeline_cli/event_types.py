"""The built-in types of events: parent, symbol and style of each.

Owns: TYPES; a new type is one row. Refuses: colours outside the 16 of every terminal.
"""

from __future__ import annotations

from typing import NamedTuple


class EventType(NamedTuple):
    """`symbol` is one column wide, `ascii` stands in for it under --ascii; `colour` is one of COLOURS."""

    name: str
    symbol: str
    ascii: str
    colour: str
    parent: str | None = None


COLOURS = (
    "red", "green", "yellow", "blue", "magenta", "cyan", "white", "black",
    "bright_red", "bright_green", "bright_yellow", "bright_blue", "bright_magenta", "bright_cyan",
    "bright_white", "bright_black",
)  # fmt: skip

PLAIN = EventType("", "•", "*", "white")

TYPES: dict[str, EventType] = {
    row.name: row
    for row in (
        EventType("forum", "◎", "o", "cyan"),
        EventType("factory-visit", "⌂", "V", "cyan"),
        EventType("sales-report", "▤", "#", "green"),
        EventType("earnings", "▥", "#", "green"),
        EventType("guidance", "◫", "#", "green"),
        EventType("agm", "◉", "o", "cyan"),
        EventType("ipo", "▲", "^", "yellow"),
        EventType("meeting", "◇", "m", "cyan"),
        EventType("trip", "»", ">", "cyan"),
        EventType("launch", "★", "!", "yellow"),
        EventType("target", "◈", "t", "green"),
        EventType("deal", "◆", "$", "yellow"),
        EventType("merger", "◆", "$", "yellow"),
        EventType("investment", "●", "$", "yellow"),
        EventType("partnership", "∞", "&", "magenta"),
        EventType("facility", "■", "F", "blue"),
        EventType("statement", "❝", '"', "magenta"),
        EventType("leadership", "♦", "P", "magenta"),
        EventType("policy", "§", "S", "blue"),
        EventType("legal", "¶", "L", "blue"),
        EventType("market", "△", "~", "green"),
        EventType("report", "▢", "r", "blue"),
    )
}

# Types that happen in one moment: a long interval on one of them was probably meant as a choice.
MOMENTS = frozenset({"deal", "launch", "leadership"})
