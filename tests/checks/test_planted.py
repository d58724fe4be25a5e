"""Errors of forty kinds, planted in many events: each is told, at its line, and nothing else is."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path

from timeline_cli.checks import check
from timeline_cli.reading.load import load

SPEC = importlib.util.spec_from_file_location("planted", Path(__file__).parent.parent.parent / "bench" / "planted.py")
assert SPEC is not None
assert SPEC.loader is not None
planted = importlib.util.module_from_spec(SPEC)
sys.modules["planted"] = planted
SPEC.loader.exec_module(planted)

TODAY = date.fromisoformat(planted.TODAY).toordinal()


def test_every_planted_error_is_found_at_its_line_and_nothing_besides(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    expected = planted.write_planted(path, 2000, 200)
    found = [(one.code, one.location.line) for one in check(load((str(path),)), TODAY)]
    assert len({code for code, _ in expected}) >= 25
    assert sorted(found) == sorted(expected)


def test_without_errors_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    planted.write_planted(path, 400, 1)
    text = path.read_text(encoding="utf-8").replace("  place: Elsewhere\n", "", 1)
    path.write_text(text, encoding="utf-8")
    assert check(load((str(path),)), TODAY) == []
