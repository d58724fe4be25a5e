"""Which problems are told: by code, by comment, and in which form."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[..., str]

TEXT = """\
- date: 2024-02-30
  title: A
- date: 2024
  title: ranks #2
  type: odd
  status: ongoing
"""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["E101", "W203", "W201", "W302"]),
        (["--select", "W2"], ["W203", "W201"]),
        (["--select", "W203,E"], ["E101", "W203"]),
        (["--select", "w2", "--select", "E101"], ["E101", "W203", "W201"]),
        (["--select", "cut-by-comment"], ["W203"]),
        (["--ignore", "W2"], ["E101", "W302"]),
        (["--select", "W", "--ignore", "W20"], ["W401", "W302"]),
        (["--extend-select", "W401"], ["E101", "W401", "W203", "W201", "W302"]),
        (["--ignore", "ALL"], []),
    ],
)
def test_codes_are_chosen_by_their_beginning(
    options: list[str], expected: list[str], write: Write, timeline: Run
) -> None:
    result = timeline("-f", write(TEXT), "check", "--json=code", *options)
    assert [one["code"] for one in json.loads(result.out)] == expected
    assert result.code == ("E101" in expected)


def test_an_unknown_code_is_refused_with_the_one_that_is_meant(timeline: Run) -> None:
    result = timeline("check", "--select", "W2O3")
    assert (result.code, result.out) == (2, "")
    assert "did you mean W203?" in result.err


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("  status: ongoing  # timeline: ignore W302", []),
        ("  status: ongoing  # timeline: ignore W3", []),
        ("  status: ongoing  # timeline: ignore W301, W302: they said so", []),
        ("  # timeline: ignore W302 they said so\n  status: ongoing", []),
        ("  status: ongoing  # timeline: ignore W301", ["W302"]),
        ("  # timeline: ignore W302\n\n  status: ongoing", ["W302"]),
        ("  status: ongoing  # timeline: ignore", ["W302", "W004"]),
        ("  status: ongoing  # timeline: ignore W999", ["W302", "W004"]),
        ("  status: ongoing  # timeline: ignore E101", ["W302", "W004"]),
        ("  # timeline: ignore E203\n  status: gone", ["W004", "E203"]),
    ],
)
def test_a_comment_ignores_a_warning_of_its_line(line: str, expected: list[str], write: Write, timeline: Run) -> None:
    found = json.loads(timeline("-f", write(f"- date: 2024\n  title: A\n{line}\n"), "check", "--json=code").out)
    assert [one["code"] for one in found] == expected


def test_a_comment_of_another_line_end_and_script(write: Write, timeline: Run) -> None:
    text = "- date: 2024\r\n  title: 삼성전자\r\n  status: ongoing   # Timeline: ignore W302\r\n"
    assert timeline("-f", write(text), "check").code == 0
    assert json.loads(timeline("-f", write(text), "check", "--json").out) == []


def test_the_form_for_github(write: Write, timeline: Run) -> None:
    path = write("- date: 2024-02-30\n  title: A\n  compnaies: [B]\n", "a,b:c%.yaml")
    shown = path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    assert timeline("-f", path, "check", "--output", "github").out == (
        f"::error file={shown},line=1,col=9,endColumn=19,title=E101 impossible-date::"
        "2024-02-30 does not exist: February 2024 has 29 days%0Ahint: the last day of that month is 2024-02-29\n"
        f"::error file={shown},line=3,col=3,endColumn=12,title=E201 unknown-key::"
        "compnaies: is not a known key here%0Ahint: did you mean companies?\n"
    )


def test_output_json_is_json(write: Write, timeline: Run) -> None:
    path = write(TEXT)
    assert timeline("-f", path, "check", "--output", "json").out == timeline("-f", path, "check", "--json").out


def test_another_output_is_refused(timeline: Run) -> None:
    result = timeline("check", "--output", "xml")
    assert result.code == 2
    assert "text, json, github" in result.err


def test_files_may_stand_as_arguments(write: Write, timeline: Run) -> None:
    result = timeline("check", write(TEXT), write("- {date: 2024, title: B}\n", "b.yaml"), "--select", "E")
    assert "1 error and 0 warnings in 2 files" in result.out
