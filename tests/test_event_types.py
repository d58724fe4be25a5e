"""The built-in types: their symbols, and colours that people with any colour vision tell apart."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from rich.color import Color

from timeline_cli.console import THEME
from timeline_cli.event_types import COLOURS, TYPES
from timeline_cli.text import width

Triple = tuple[float, float, float]

# From linear RGB to what is seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
VISIONS: dict[str, tuple[Triple, Triple, Triple]] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def lab(colour: tuple[int, int, int], vision: str) -> Triple:
    """The colour as it is seen, in CIELAB (D65)."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    seen = [min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0), 1) for row in VISIONS[vision]]
    xyz = (
        (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505,
        0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2],
        (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("vision", VISIONS)
def test_colours_are_told_apart(vision: str) -> None:
    """By 10 at least: a difference of 2.3 is just seen (CIE76)."""
    used = {row.colour for row in TYPES.values()}
    assert len(used) == 4
    for one, other in combinations(sorted(used), 2):
        first, second = (Color.parse(f"color({COLOURS[name]})").get_truecolor() for name in (one, other))
        assert dist(lab(first, vision), lab(second, vision)) > 10, (one, other)


def test_red_and_green_tell_nothing_apart() -> None:
    """Their styles are those of signs that differ: ^, + and -."""
    numbers = [f"color({number})" for name, number in COLOURS.items() if name.endswith(("red", "green"))]
    found = {style for style, definition in THEME.items() if any(number in definition for number in numbers)}
    assert found == {"caret", "added", "removed"}


def test_a_symbol_is_one_column_and_has_one_of_ascii() -> None:
    for row in TYPES.values():
        assert width(row.symbol) == width(row.ascii) == 1
        assert row.ascii.isascii()
