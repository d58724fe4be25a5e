"""Editors are asked to open a file at a line, and to wait."""

from __future__ import annotations

import pytest

from timeline_cli.editing.editors import command, editor


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vim", ["vim", "+7", "a b.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "a b.yaml"]),
        ("emacsclient -c", ["emacsclient", "-c", "+7", "a b.yaml"]),
        ("code", ["code", "-g", "a b.yaml:7", "-w"]),
        ("code --wait", ["code", "--wait", "-g", "a b.yaml:7"]),
        ("subl", ["subl", "a b.yaml:7", "--wait"]),
        ("hx", ["hx", "a b.yaml:7"]),
        ("'/opt/my editor/vim' -u NONE", ["/opt/my editor/vim", "-u", "NONE", "+7", "a b.yaml"]),
        ("unknown --flag", ["unknown", "--flag", "a b.yaml"]),
    ],
)
def test_the_line_is_told_to_editors_that_know_one(words: str, expected: list[str]) -> None:
    assert command(words, "a b.yaml", 7) == expected


def test_a_file_that_looks_like_an_option_is_none() -> None:
    assert command("vim", "-c.yaml", 1)[-1] == "./-c.yaml"


@pytest.mark.parametrize("words", ["", "  ", "'open"])
def test_what_is_no_command(words: str) -> None:
    with pytest.raises(ValueError):
        command(words, "a.yaml", 1)


def test_which_editor() -> None:
    assert editor({"VISUAL": "a", "EDITOR": "b"}) == "a"
    assert editor({"EDITOR": "b"}) == "b"
    assert editor({"VISUAL": ""}) in ("vi", "notepad")
