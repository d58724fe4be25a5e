"""`timeline types`: built in, declared, only used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_cli.event_types import TYPES

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]


def test_every_type_with_its_events_and_parent(timeline: Run, write: Write) -> None:
    path = write(
        """
types:
  hostile: {parent: takeover-bid}
  takeover-bid: {parent: deal, symbol: "▣", colour: red}
events:
- {date: 2024, title: A, type: odd}
- {date: 2024, title: B, type: hostile}
"""
    )
    rows = {row["name"]: row for row in json.loads(timeline("-f", path, "types", "--json").out)}
    assert set(rows) == {*TYPES, "takeover-bid", "hostile", "odd"}
    assert (rows["takeover-bid"]["symbol"], rows["takeover-bid"]["colour"], rows["takeover-bid"]["parent"]) == (
        "▣",
        "red",
        "deal",
    )
    assert [rows[name]["declared"] for name in ("deal", "hostile", "odd")] == ["built-in", "here", "nowhere"]
    assert [rows[name]["events"] for name in ("deal", "hostile", "odd")] == [0, 1, 1]
    listed = [line[5:] for line in timeline("-f", path, "types").out.splitlines()]
    for name in ("deal", "  takeover-bid", "    hostile", "odd"):
        assert any(line.startswith(f"{name} ") for line in listed)


def test_a_circle_of_parents_hides_no_type(timeline: Run, write: Write) -> None:
    path = write("types: {a: {parent: b}, b: {parent: a}}\nevents: [{date: 2024, title: x}]\n")
    done = timeline("-f", path, "types", "--json=name")
    assert done.code == 1
    assert {"a", "b"} <= {row["name"] for row in json.loads(done.out)}


def test_no_file_is_needed(timeline: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = timeline("types")
    assert done.code == 0
    assert "forum" in done.out
    assert "listing the built-in types" in done.err
    assert timeline("-f", "missing.yaml", "types").code == 2


def test_ascii_and_colour(timeline: Run) -> None:
    assert timeline("types", "--ascii").out.isascii()
    assert "\x1b[38;5;29m◎" in timeline("types", "--color", "always").out
