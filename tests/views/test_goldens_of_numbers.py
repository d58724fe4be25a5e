"""Counts, figures, charts and types at every width, as text. UPDATE_GOLDENS=1 writes them; then read the changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_cli.text import width

GOLDENS = Path(__file__).parent.parent / "golden"
MADE_UP = str(Path(__file__).parent / "figures.yaml")  # units, kinds, ranges, revisions, names in Korean
Run = Callable[..., "tuple[int, str, str]"]

# Five companies, three of them with fiscal years, and what was expected of them.
FIVE = str(Path(__file__).parent / "five.yaml")

CASES = {
    f"{name}-{columns}{suffix}": [
        "-f",
        FIVE if name.startswith("five") else MADE_UP,
        *command,
        "--width",
        str(columns),
        *options,
    ]
    for name, command in (
        ("figures", ["figures"]),
        ("five-series", ["figures"]),
        ("five-matrix", ["figures", "--view", "matrix"]),
        ("five-expected", ["figures", "--view", "expected"]),
        ("figures-bar", ["figures", "--chart", "bar"]),
        ("figures-line", ["figures", "--chart", "line"]),
        ("stats", ["stats"]),
        ("stats-pairs", ["stats", "--by", "company,type", "since 2024"]),
    )
    for columns in (60, 80, 120, 200)
    for suffix, options in (("", []), ("-ascii", ["--ascii"]))
    if columns == 80 or not suffix
} | {
    "types": ["types", "--width", "60"],
    "stats": ["stats", "--width", "80"],
    "figures": ["figures", "--width", "80"],
}


@pytest.mark.parametrize("name", CASES)
def test_the_view_is_as_it_was(name: str, timeline: Run) -> None:
    out = timeline(*CASES[name]).out
    path = GOLDENS / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        path.write_text(out, encoding="utf-8")
    assert out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wider_than_the_screen(name: str, timeline: Run) -> None:
    columns = int(CASES[name][CASES[name].index("--width") + 1])
    assert max(width(line) for line in timeline(*CASES[name]).out.splitlines()) <= columns


@pytest.mark.parametrize("name", [name for name in CASES if name.endswith("ascii")])
def test_ascii_is_ascii_but_for_the_text_of_the_file(name: str, timeline: Run) -> None:
    own = {char for path in (MADE_UP, FIVE) for char in Path(path).read_text(encoding="utf-8") if not char.isascii()}
    assert {char for char in timeline(*CASES[name]).out if not char.isascii()} <= own
