"""The types with their symbols and colours, each below its parent.

Owns: this layout. Does not: rely on colour alone: it names each colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.query.types import TypeRow
from timeline_cli.text import clean, fit, width


def lines(rows: Sequence[TypeRow], screen: Screen) -> Iterator[Line]:
    """One line per type: its symbol, its ASCII symbol, its name, events, colour, and where it is declared."""
    names = ["  " * min(row.level, _DEEPEST) + clean(row.type.name) for row in rows]
    colours = max(width(row.type.colour) for row in rows)
    size = min(max(map(width, names)), screen.width - colours - 30)
    ellipsis = "..." if screen.ascii else "…"
    yield [("     " + "type".ljust(size) + "  events  " + "colour".ljust(colours) + "  declared", "heading")]
    for row, name in zip(rows, names, strict=True):
        kind = row.type
        sign = kind.ascii if screen.ascii else kind.symbol
        name = fit(name, size, ellipsis)
        yield [
            (sign + " " * (2 - width(sign)), kind.colour),
            ("" if screen.ascii else kind.ascii, "dim"),
            (" " * (3 if screen.ascii else 2) + name + " " * (size - width(name)), "label"),
            (f"  {row.events or '':>6}  ", ""),
            (kind.colour.ljust(colours), ""),
            (f"  {row.declared}", "dim" if row.declared == "built-in" else "mark"),
        ]


_DEEPEST = 8  # levels that are indented
