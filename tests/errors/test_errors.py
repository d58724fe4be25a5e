"""Every code has a file that brings it about, and the text that check prints for it. UPDATE_GOLDENS=1 writes both
anew: the files from the examples of `timeline explain`, so that these are true. Then read what changed.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.checks.explained import Explanation, explanations
from timeline_cli.diagnostics import CODES, OPTIONAL

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
EVERY = explanations()
EACH = pytest.mark.parametrize("code", CODES)
# What no readable example can show: these files are made by hand, and the first one is not there at all.
BY_HAND = {"E001", "E002", "E003", "E005", "E006"}
WITHOUT_A_WAY_OUT_IN_THE_FILE = {*BY_HAND, "E013", "W401"}

Run = Callable[..., Any]
Write = Callable[..., str]


def name_of(code: str, ending: str) -> str:
    return f"tests/errors/{code}-{CODES[code][0]}.{ending}"


def options(code: str) -> list[str]:
    return ["--extend-select", code] if code in OPTIONAL else []


@EACH
def test_the_file_is_the_example_of_explain(code: str) -> None:
    path = ROOT / name_of(code, "yaml")
    if code in BY_HAND:
        assert path.exists() is (code != "E001")
        return
    if os.environ.get("UPDATE_GOLDENS"):
        path.write_text(EVERY[code].wrong, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == EVERY[code].wrong


@EACH
def test_the_file_brings_the_code_about_and_nothing_else(code: str, timeline: Run) -> None:
    found = json.loads(timeline("-f", name_of(code, "yaml"), "check", "--json=code", *options(code)).out)
    assert {problem["code"] for problem in found} == {code}


@EACH
def test_the_text_is_as_it_was(code: str, timeline: Run) -> None:
    out = timeline("-f", name_of(code, "yaml"), "check", *options(code)).out
    path = ROOT / name_of(code, "txt")
    if os.environ.get("UPDATE_GOLDENS"):
        path.write_text(out, encoding="utf-8", newline="\n")
    assert out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", sorted(set(CODES) - WITHOUT_A_WAY_OUT_IN_THE_FILE))
def test_the_right_example_has_no_problem(code: str, timeline: Run, write: Write) -> None:
    result = timeline("-f", write(EVERY[code].right), "check", "--strict", *options(code))
    assert result.code == 0, result.out


def test_no_file_is_without_its_code() -> None:
    expected = {Path(name_of(code, ending)).name for code in CODES for ending in ("yaml", "txt")}
    found = {path.name for path in FOLDER.iterdir() if path.suffix in (".yaml", ".txt")}
    assert found == expected - {Path(name_of("E001", "yaml")).name}


@EACH
def test_explain_prints_the_meaning_and_the_examples(code: str, timeline: Run) -> None:
    one = EVERY[code]
    result = timeline("explain", code)
    words = " ".join(result.out.split())
    assert result.code == 0
    for part in (code, one.name, one.meaning, one.why, one.wrong, one.right):
        assert " ".join(part.split()) in words


def test_explain_without_a_code_lists_all(timeline: Run) -> None:
    assert [line.split()[0] for line in timeline("explain").out.splitlines()[1:] if line[0] != " "] == list(CODES)


def test_explain_takes_names_and_beginnings(timeline: Run) -> None:
    found = json.loads(timeline("explain", "cut-by-comment", "w40", "--json=code").out)
    assert [one["code"] for one in found] == ["W203", "W401", "W402", "W403", "W404", "W405"]


def test_explain_suggests_the_code_that_is_meant(timeline: Run) -> None:
    result = timeline("explain", "E1O1")
    assert result.code == 2
    assert "did you mean E101?" in result.err


def test_the_page_in_docs_is_made_of_the_same_texts() -> None:
    spec = importlib.util.spec_from_file_location("errors", ROOT / "docs" / "errors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "errors.md").read_text(encoding="utf-8") == module.page(), "run: python docs/errors.py"


def test_every_explanation_says_more_than_the_meaning() -> None:
    def is_empty(one: Explanation) -> bool:
        return not one.why or one.why == one.meaning

    assert [one.code for one in EVERY.values() if is_empty(one)] == []
