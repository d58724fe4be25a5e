"""Bars and sparklines: numbers as lengths of text.

Owns: how a number becomes cells. Does not: draw an empty bar for a number other than zero.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.console import Line

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_STEPS = "▁▂▃▄▅▆▇█"
_ASCII_STEPS = "_.~-=+*#"  # a comma would look like text
WIDEST = 80
_PER_UNIT = 4  # cells per event at most, so that a count of two does not fill the screen


def scale_of(most: int, room: int) -> float:
    """Cells per counted event, if the greatest count is `most`."""
    return min(min(room, WIDEST) / max(most, 1), _PER_UNIT)


def count_bar(certain: int, possible: int, scale: float, ascii: bool) -> Line:
    """A bar of the certain count, then of the possible one in a lighter shade."""
    if not possible:
        return [(length(certain * scale, ascii), "bar")]
    cells = max(round((certain + possible) * scale), 1 + (certain > 0))
    solid = min(max(round(certain * scale), certain > 0), cells - 1)
    return [(("#" if ascii else "█") * solid, "bar"), ((":" if ascii else "░") * (cells - solid), "bar")]


def length(cells: float, ascii: bool = False) -> str:
    """A bar as long as `cells`, to an eighth of a cell if the characters allow it."""
    if cells <= 0:
        return ""
    if ascii:
        return "#" * max(round(cells), 1)
    eighths = max(round(cells * 8), 1)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def sparkline(values: Sequence[float | None], ascii: bool = False) -> str:
    """A step for each value between the least and the greatest; None is a gap."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    steps = _ASCII_STEPS if ascii else _STEPS
    least, most = min(known), max(known)
    middle = len(steps) // 2
    found = []
    for value in values:
        if value is None:
            found.append(" ")
        elif most == least:
            found.append(steps[middle])
        else:
            found.append(steps[round((value - least) / (most - least) * (len(steps) - 1))])
    return "".join(found)
