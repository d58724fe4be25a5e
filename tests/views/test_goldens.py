"""Every view at every width, as text. UPDATE_GOLDENS=1 writes them anew; then read what changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_cli.text import width
from timeline_cli.views.registry import VIEWS

GOLDENS = Path(__file__).parent.parent / "golden"
MIXED = str(Path(__file__).parent / "mixed.yaml")  # scripts, emoji, times, spans of every kind
Run = Callable[..., "tuple[int, str, str]"]

CASES = (
    {
        f"{view}-{columns}{suffix}": ["show", "--view", view, "--width", str(columns), *options]
        for view in VIEWS
        for columns in (60, 80, 120, 200)
        for suffix, options in (("", []), ("-ascii", ["--ascii"]))
        if columns == 80 or not suffix
    }
    | {
        "verbose": ["show", "--verbose", "--width", "80"],
        "oneline": ["show", "--oneline", "--width", "80"],
        "elapsed": ["show", "--elapsed", "--reverse", "--width", "80"],
        "lanes-person": ["show", "--view", "lanes", "--lane-by", "person", "since 2025", "--width", "100"],
        "tree-grouped": ["show", "--view", "tree", "--group-by", "place", "--width", "100"],
        "calendar-question": ["show", "--view", "calendar", "2025-03", "--width", "100"],
    }
    | {
        f"mixed-{view}-{columns}{suffix}": ["-f", MIXED, "show", "--view", view, "--width", str(columns), *options]
        for view in VIEWS
        for columns, suffix, options in ((60, "", []), (100, "", []), (60, "-ascii", ["--ascii"]))
    }
    | {
        "question": ["show", "since 2025-03-24", "--width", "80"],
        "grouped": ["show", "--group-by", "company", "--limit", "2", "--width", "80"],
        "entities": ["entities", "--width", "80"],
    }
)


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
