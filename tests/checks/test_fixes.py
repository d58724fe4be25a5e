"""What --fix writes, and what it leaves to the one who knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[..., str]

HEAD = "- date: 2024\n  title: A\n"

FIXED = [
    ("  compnaies: [B]", "  companies: [B]"),
    ("  company: B", "  companies: B"),
    ("  Summary: B", "  summary: B"),
    ('  "sumary": B', '  "summary": B'),
    ("  tpye: deal", "  type: deal"),
    ("  status: ocurred  # so they say", "  status: occurred  # so they say"),
    ("  status: Occurred", "  status: occurred"),
    ("  summary: ranks #2", '  summary: "ranks #2"'),
    ('  summary: the "best" is #2 now', "  summary: 'the \"best\" is #2 now'"),
    ("  known: 22 March 2025", "  known: 2025-03-22"),
    ("  known: 2024/3/5", "  known: 2024-03-05"),
    ("  figures: [{metric: m, value: 140,000, unit: cars}]", "  figures: [{metric: m, value: 140000, unit: cars}]"),
    ("  figures: {EV sales: 1,234,567 cars, m: 1}", "  figures: {EV sales: 1234567 cars, m: 1}"),
    ("  summary: B: C", '  summary: "B: C"'),
    ('  summary: "Forum" opens', "  summary: '\"Forum\" opens'"),
    ('  summary: "A" and "B"', '  summary: \'"A" and "B"\''),
    ("  summary: [New] plant", '  summary: "[New] plant"'),
    ("  summary: @home", '  summary: "@home"'),
    ("  summary: 삼성: 전자 🚀", '  summary: "삼성: 전자 🚀"'),
]

LEFT = [
    "  summary: A plant #todo",  # may be a comment
    "  figures: [{metric: m, value: 140, 000}]",  # may be two values
    "  known: 03/04/2025",
    "  known: 2024-02-30",
    "  known: 2024-2025",  # an interval or a choice
    "  cmpns: [B]",
    "  companies: [B]\n  compnaies: [C]",  # the fix would bring the key in twice
    "  summary: B: C # D",
    '  summary: "A" and B"',
    '  summary: "A" ends # B',
    "  summary: *home",  # may be an alias whose anchor is missing
    "  type: deel",  # types are an open list
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_what_is_certain_is_written(before: str, after: str, write: Write, timeline: Run) -> None:
    path = write(HEAD + before + "\n")
    result = timeline("-f", path, "check", "--fix")
    assert Path(path).read_text(encoding="utf-8") == HEAD + after + "\n"
    assert (result.code, result.err.splitlines()[0]) == (0, f"{path}: 1 mended")
    assert timeline("-f", path, "check", "--strict").code == 0


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_certain_is_left(text: str, write: Write, timeline: Run) -> None:
    path = write(HEAD + text + "\n")
    timeline("-f", path, "check", "--fix")
    assert Path(path).read_text(encoding="utf-8") == HEAD + text + "\n"


def test_names_are_written_as_the_registry_has_them(write: Write, timeline: Run) -> None:
    head = "companies: {Samsung Electronics: {aliases: [삼성]}, 'A: B': {aliases: [AB]}}\nevents:\n"
    path = write(head + "- {date: 2024, title: A, companies: [삼성, {name: AB}]}\n")
    timeline("-f", path, "check", "--select", "W501", "--fix")
    fixed = head + '- {date: 2024, title: A, companies: [Samsung Electronics, {name: "A: B"}]}\n'
    assert Path(path).read_text(encoding="utf-8") == fixed


def test_all_other_bytes_stay(write: Write, timeline: Run) -> None:
    before = "\ufeff# 주석\r\n- date: 2024\r\n  compnaies:  [B]   # c\r\n  title:   A"
    path = write(before.encode())
    timeline("-f", path, "check", "--fix")
    assert Path(path).read_bytes() == before.replace("compnaies", "companies").encode()


def test_a_file_that_is_not_utf8_is_left_with_a_word(write: Write, timeline: Run) -> None:
    data = "- date: 2024\n  titel: A\n".encode("utf-16")
    path = write(data)
    result = timeline("-f", path, "check", "--fix")
    assert Path(path).read_bytes() == data
    assert "only files in UTF-8 are mended" in result.err


def test_standard_input_is_left_with_a_word(timeline: Run) -> None:
    result = timeline("-f", "-", "check", "--diff", stdin="- date: 2024\n  titel: A\n")
    assert (result.code, result.out) == (0, "")
    assert "standard input is no file" in result.err


def test_what_one_pass_brings_to_light_the_next_one_mends(write: Write, timeline: Run) -> None:
    path = write("- date: 2024\n  title: A: B\n  sumary: C: D\n")
    timeline("-f", path, "check", "--fix")
    assert Path(path).read_text(encoding="utf-8") == '- date: 2024\n  title: "A: B"\n  summary: "C: D"\n'


def test_what_is_saved_meanwhile_is_read_again(write: Write, timeline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline_cli.editing import write as writing

    text = "events:\n- date: 22 March 2025\n  title: A\n"
    path, replace_bytes = write(text), writing.replace_bytes

    def save_first(name: str, expected: bytes, new: bytes) -> None:
        monkeypatch.setattr(writing, "replace_bytes", replace_bytes)
        Path(path).write_text(text + "- {date: 2026, title: B}\n")
        replace_bytes(name, expected, new)

    monkeypatch.setattr(writing, "replace_bytes", save_first)
    result = timeline("-f", path, "check", "--fix")
    assert result[0] == 0
    assert "was saved meanwhile" in result[2]
    assert Path(path).read_text() == text.replace("22 March 2025", "2025-03-22") + "- {date: 2026, title: B}\n"


def test_diff_shows_and_writes_nothing(write: Write, timeline: Run) -> None:
    text = HEAD + "  compnaies: [B]\n"
    path = write(text)
    for options in (["--diff"], ["--fix", "--diff"]):
        result = timeline("-f", path, "check", *options)
        assert (result.code, result.out.splitlines()[-2:]) == (1, ["-  compnaies: [B]", "+  companies: [B]"])
        assert Path(path).read_text(encoding="utf-8") == text
    assert timeline("check", "--diff").code == 0


def test_only_what_is_selected_is_mended(write: Write, timeline: Run) -> None:
    path = write(HEAD + "  compnaies: [B]\n  status: ocurred\n")
    timeline("-f", path, "check", "--fix", "--select", "E203")
    assert Path(path).read_text(encoding="utf-8") == HEAD + "  compnaies: [B]\n  status: occurred\n"


def test_the_json_of_a_problem_has_its_fix(write: Write, timeline: Run) -> None:
    import json

    path = write(HEAD + "  compnaies: [B]\n  cmpns: B\n")
    found = json.loads(timeline("-f", path, "check", "--json=fix").out)
    assert found == [
        {"fix": {"file": path, "line": 3, "column": 3, "width": 9, "text": "companies"}},
        {"fix": None},
    ]
