"""The difference of two texts: what git takes back, and that any length is quick."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline_cli.editing.difference import lines_of, unified

texts = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n", "d\n", "e\r\n"]), max_size=14).map(
    "".join
) | st.sampled_from(["", "a", "a\nb", "b\na\n", "\n\n"])


def applied(before: str, rows: list[str]) -> tuple[str, str]:
    """What a diff says that there was, where it looks, and what there is afterwards; both made from the old text."""
    old, new, position = [], [], 0
    source = lines_of(before)
    for row in rows:
        if row.startswith("@@"):
            start = row.split()[1].removeprefix("-").split(",")
            first = int(start[0]) - (1 if start[1:] != ["0"] else 0)
            new += source[position:first]
            old += source[position:first]
            position = first
        elif row[0] in " -":
            assert source[position] == row[1:]
            old.append(row[1:])
            position += 1
        if row[0] in " +":
            new.append(row[1:])
    return "".join([*old, *source[position:]]), "".join([*new, *source[position:]])


@settings(max_examples=5 * settings().max_examples)
@given(texts, texts)
@example("a\nb\n", "b\na\n")
def test_the_new_text_comes_out_of_the_old_one_and_the_difference(before: str, after: str) -> None:
    assert applied(before, list(unified(before, after))) == (before, after)


@settings(max_examples=settings().max_examples // 4)
@given(texts.filter(bool), texts.filter(bool))
def test_git_takes_it(tmp_path_factory: pytest.TempPathFactory, before: str, after: str) -> None:
    if before == after:
        return
    folder = tmp_path_factory.mktemp("diff")
    rows = [row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in unified(before, after)]
    (folder / "patch").write_bytes("".join(["--- a/x\n", "+++ b/x\n", *rows]).encode())
    (folder / "x").write_bytes(before.encode())
    subprocess.run(["git", "apply", "--whitespace=nowarn", "patch"], cwd=folder, check=True, capture_output=True)
    assert (folder / "x").read_bytes() == after.encode()


def test_the_same_has_no_difference() -> None:
    assert list(unified("a\nb\n", "a\nb\n")) == []


def test_a_difference_has_three_lines_around_it() -> None:
    before = "".join(f"{number}\n" for number in range(20))
    after = before.replace("\n10\n", "\nten\n")
    assert "".join(unified(before, after)) == "@@ -8,7 +8,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n"
    assert "".join(unified("", "a\n")) == "@@ -0,0 +1 @@\n+a\n"
    assert "".join(unified("a\n", "")) == "@@ -1 +0,0 @@\n-a\n"


def test_what_moved_is_told_by_the_lines_that_are_there_once() -> None:
    before = "- id: a\n  type: x\n- id: b\n  type: x\n- id: c\n  type: x\n"
    after = "- id: b\n  type: x\n- id: c\n  type: x\n- id: a\n  type: x\n"
    rows = list(unified(before, after))
    changed = [row for row in rows if row[0] in "+-"]
    assert changed[:2] == ["-- id: a\n", "-  type: x\n"]
    assert sorted(changed[2:]) == ["+  type: x\n", "+- id: a\n"]


def test_twenty_thousand_changed_lines_take_a_moment() -> None:
    before = "".join(f"- id: {number}\n  type: x\n" for number in range(20_000))
    after = before.replace("- id", "\n- id")
    assert sum(1 for row in unified(before, after) if row[0] == "+") == 20_000
