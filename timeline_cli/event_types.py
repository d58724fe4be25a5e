"""The built-in types of events: parent, symbol and style of each.

Owns: TYPES; a new type is one row. Does not: use a colour that some background hides.
"""

from __future__ import annotations

from typing import NamedTuple


class EventType(NamedTuple):
    """`symbol` is one column wide; `ascii` replaces it under --ascii; `colour` is one of COLOURS."""

    name: str
    symbol: str
    ascii: str
    colour: str
    parent: str | None = None


# Numbers of the 256 colours of terminals, which no palette changes; None is the terminal's own. Each has a contrast of
# 3 or more to black, white and both backgrounds of Solarized, as WCAG asks of signs; no colour has the 4.5 of text on
# all four. Those of the built-in types have it on black and white.
COLOURS: dict[str, int | None] = {
    "red": 196, "green": 64, "yellow": 130, "blue": 32, "magenta": 163, "cyan": 30, "white": None, "black": None,
    "bright_red": 167, "bright_green": 65, "bright_yellow": 136, "bright_blue": 63, "bright_magenta": 133,
    "bright_cyan": 29, "bright_white": None, "bright_black": 244,
}  # fmt: skip

PLAIN = EventType("", "•", "*", "white")

# Four colours, distinguishable with any colour vision: meetings and speech, money, numbers, places and rules. The
# symbol shows the type.
TYPES: dict[str, EventType] = {
    row.name: row
    for row in (
        EventType("forum", "◎", "o", "bright_cyan"),
        EventType("factory-visit", "⌂", "V", "bright_cyan"),
        EventType("sales-report", "▤", "#", "magenta"),
        EventType("earnings", "▥", "#", "magenta"),
        EventType("guidance", "◫", "#", "magenta"),
        EventType("agm", "◉", "o", "bright_cyan"),
        EventType("ipo", "▲", "^", "yellow"),
        EventType("meeting", "◇", "m", "bright_cyan"),
        EventType("trip", "»", ">", "bright_cyan"),
        EventType("launch", "★", "!", "yellow"),
        EventType("target", "◈", "t", "magenta"),
        EventType("deal", "◆", "$", "yellow"),
        EventType("merger", "◆", "$", "yellow"),
        EventType("investment", "●", "$", "yellow"),
        EventType("partnership", "∞", "&", "yellow"),
        EventType("facility", "■", "F", "bright_blue"),
        EventType("statement", "❝", '"', "bright_cyan"),
        EventType("leadership", "♦", "P", "bright_cyan"),
        EventType("policy", "§", "S", "bright_blue"),
        EventType("legal", "¶", "L", "bright_blue"),
        EventType("market", "△", "~", "magenta"),
        EventType("report", "▢", "r", "bright_blue"),
    )
}

# Types of events that take one moment: a long interval on one of them probably should be a choice.
MOMENTS = frozenset({"deal", "launch", "leadership"})
# Of these, those that name what begins then as well.
TERMS = frozenset({"leadership"})
