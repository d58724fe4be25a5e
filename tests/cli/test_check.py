"""`timeline check`: every problem with its place, the line, a caret and a hint."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

BROKEN = """\
companies:
  Qualcomm: {}
events:
- date: 2025-02-30
  title: 삼성\tA
  compnaies: [Qualcom]
- date: 2024
  title: B
  type: deel
  part_of: nobody
"""


def test_the_text_of_every_problem(timeline: Run, write: Write) -> None:
    path = write(BROKEN)
    result = timeline("-f", path, "check")
    assert result.code == 1
    assert (
        result.out
        == f"""\
{path}:4:9: error E101 2025-02-30 does not exist: February 2025 has 28 days
 4 | - date: 2025-02-30
   |         ^^^^^^^^^^
      = hint: the last day of that month is 2025-02-28

{path}:6:3: error E201 compnaies: is not a known key here
 6 |   compnaies: [Qualcom]
   |   ^^^^^^^^^
      = hint: did you mean companies?
 6 +   companies: [Qualcom]

{path}:9:9: warning W201 the type deel is not declared
 9 |   type: deel
   |         ^^^^
      = hint: did you mean deal? Otherwise declare it at the top: types: {{deel: {{}}}}

{path}:10:12: warning W208 part_of: no event has the id nobody
 10 |   part_of: nobody
    |            ^^^^^^
      = hint: timeline show --json=id,title lists the ids of all events

2 errors and 2 warnings in 1 file, 1 good event, 1 broken (not fully checked)
"""
    )


def test_carets_stand_right_under_wide_characters_and_tabs(timeline: Run, write: Write) -> None:
    path = write('events:\n- {title: 삼성전자, "a\tb": 1, date: 2024, status: 끝남}\n')
    lines = timeline("-f", path, "check").out.splitlines()
    carets = [(lines[number - 1], line) for number, line in enumerate(lines) if "^" in line]
    assert [line.count("^") for _, line in carets] == [8, 4]
    source, caret = carets[1]
    wide = source[: source.index("끝남")]
    assert caret.index("^") == len(wide) + sum("가" <= char <= "힣" for char in wide)


def test_links_that_lead_nowhere_and_circles(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n- {id: a, date: 2024, title: A, part_of: b}\n- {id: b, date: 2024, title: B, part_of: a}\n"
        "- {id: c, date: 2024, title: C, follows: [aa, 2024-d]}\n- {date: 2024, title: D}\n"
    )
    problems = json.loads(timeline("-f", path, "check", "--json").out)
    assert [(problem["code"], problem["line"]) for problem in problems] == [("E304", 2), ("W208", 4), ("W206", 4)]


def test_warnings_count_under_strict(timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2024, title: A, type: odd}\n")
    assert timeline("-f", path, "check").code == 0
    assert timeline("-f", path, "check", "--strict").code == 1


def test_a_good_file_is_told_to_be_good(timeline: Run) -> None:
    assert timeline("check") == (0, "no problems in 1 file, 25 good events\n", "")
    assert timeline("check", "--json").out == "[]\n"


def test_a_hostile_file_name_and_line_reach_the_terminal_as_data(timeline: Run, write: Write) -> None:
    path = write('events:\n- {date: "\\e[31m", title: "x\u202ey"}\n', "a\x1b[2Jb.yaml")
    out = timeline("-f", path, "check").out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_the_first_hundred_problems_of_a_code_are_shown_and_the_others_counted(
    timeline: Run, write: Callable[..., str]
) -> None:
    events = "".join(f"- {{date: 2024-02-30, title: A{n}}}\n- {{date: 2024, titel: B{n}}}\n" for n in range(130))
    file = write(f"events:\n{events}")
    found = timeline("-f", file, "check")
    assert (found.out.count("error E101"), found.out.count("error E201")) == (100, 100)
    assert "E101: 30 more; show them with --all\nE201: 30 more; show them with --all\n" in found.out
    whole = timeline("-f", file, "check", "--all")
    assert whole.out.count("error E101") == 130
    assert whole.out.splitlines()[-1] == found.out.splitlines()[-1]
    assert (found.code, whole.err) == (whole.code, found.err)
    assert timeline("-f", file, "check", "--json").out.count('"E101"') == 130


@pytest.mark.parametrize("text", ["eventse: 2024\n", "companies:\n  G: `}\n"])
def test_what_is_not_written_is_not_counted(timeline: Run, write: Write, text: str) -> None:
    """The fix would make another problem, so --fix leaves it out."""
    path = write(text)
    result = timeline("-f", path, "check")
    assert (result.code, "fixable" in result.err, " + " in result.out) == (1, False, False)
    assert json.loads(timeline("-f", path, "check", "--json=fix").out) == [{"fix": None}]
    assert timeline("-f", path, "check", "--diff").out == ""


@pytest.mark.parametrize("text", ["companies:\n  @x: {}\n", "companies:\n  @x:\n    aliases: [Y]\n"])
def test_a_key_that_needs_quotes_is_quoted_alone(timeline: Run, write: Write, text: str) -> None:
    path = write(f"{text}events:\n- {{date: 2025, title: A}}\n")
    assert '= hint: quote it: "@x"\n' in timeline("-f", path, "check").out
    assert timeline("-f", path, "check", "--fix").code == 0
    assert Path(path).read_text(encoding="utf-8").startswith(text.replace("@x", '"@x"'))


def test_an_empty_name_gets_the_form_of_a_name(timeline: Run, write: Write) -> None:
    for value in ("{}", "[{}]"):
        out = timeline("-f", write(f"events:\n- {{date: 2025, title: A, companies: {value}}}\n"), "check").out
        assert "hint: write {name: …, role: …}, or only the name" in out
