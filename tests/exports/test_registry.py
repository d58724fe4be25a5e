"""The forms of an answer: that a row is all that `show` needs of one, and what is refused."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from timeline_cli.cli.complete import answer
from timeline_cli.exports.registry import EXPORTS, Export, export_of
from timeline_cli.option import Option

Run = Callable[..., "tuple[int, str, str]"]

WIDE = Option("wide", bool, False, ("--wide",), "With --tally: wider.")


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("made_up")
    module.export = lambda given: lambda answer: [f"{len(answer.entries)}{' wide' * given['wide']}\n"]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "made_up", module)
    monkeypatch.setitem(EXPORTS, "tally", Export("tally", "made_up", (".tally",), "", "How many.", (WIDE,)))


def test_a_row_is_all_that_a_new_form_needs(made_up: None, timeline: Run) -> None:
    assert timeline("show", "--tally")[:2] == (0, "25\n")
    assert timeline("show", "--tally", "--wide").out == "25 wide\n"
    assert "--tally" in timeline("show", "--help").out
    assert [one.value for one in answer(["show"], "--ta").found] == ["--tag", "--tally"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--tally", "--csv"], "--csv and --tally cannot be combined"),
        (["--tally", "--json=id"], "--json and --tally cannot be combined"),
        (["--wide"], "--wide requires --tally"),
        (["--tally", "--raw"], "--raw requires --csv"),
        (["--tally", "--verbose"], "cannot be combined with --json, --jsonl, --csv or --tally"),
    ],
)
def test_what_does_not_go_together_is_refused(arguments: list[str], message: str, made_up: None, timeline: Run) -> None:
    result = timeline("show", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_fields_go_with_every_form_that_has_them(timeline: Run) -> None:
    for flag in ("--jsonl", "--csv"):
        assert timeline("show", flag, "--json=place", "--limit", "1").out.count("place") == 1


def test_a_form_that_needs_more_packages_says_which(monkeypatch: pytest.MonkeyPatch, timeline: Run) -> None:
    monkeypatch.setitem(EXPORTS, "big", Export("big", "timeline_cli.exports.nosuch", (".big",), "excel", "Big."))
    result = timeline("show", "--big")
    assert result.code == 2
    assert "pip install 'corporate-timeline[excel]'" in result.err


def test_without_a_form_there_is_a_view() -> None:
    given: dict[str, Any] = {"json": None, "jsonl": False, "csv": False, "raw": False}
    assert export_of(given) is None


def test_each_format_has_a_section_of_the_page_and_of_the_help(timeline: Run) -> None:
    page = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
    named = {name for heading in re.findall(r"^## (.*)$", page, re.M) for name in heading.split(", ")}
    assert named == set(EXPORTS)
    assert set(re.findall(r"^  (\w+) .*\(\.", timeline("help", "formats").out, re.M)) == set(EXPORTS)


def test_what_is_loaded_of_an_event_is_dropped_after_it(timeline: Run, write: Callable[..., str]) -> None:
    events = "".join(f"- {{date: 2025, title: A{n}, tags: [a], summary: {'b ' * 90}}}\n" for n in range(2000))
    from timeline_cli.index.choose import read
    from timeline_cli.query.question import Question
    from timeline_cli.query.select import select

    path = write(events)
    timeline("-f", path, "show", "--count")
    answer = select(read((path,), True, lambda done, total: None), Question(739000, None))  # type: ignore[arg-type]
    assert type(answer.entries[0].event).__name__ == "StoredEvent"
    for entry in answer.each():
        assert entry.event.tags == ("a",)
    with pytest.raises(AttributeError):
        object.__getattribute__(answer.entries[0].event, "tags")
    assert answer.entries[0].event.tags == ("a",)
