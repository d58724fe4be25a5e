"""The difference of two texts as lines for a terminal."""

from __future__ import annotations

import io

from timeline_cli.console import Screen
from timeline_cli.views.diff import write_diff


def written(name: str, before: str, after: str, colour: bool = False) -> str:
    stream = io.StringIO()
    write_diff(Screen(stream, 80, colour, False), name, before, after)
    return stream.getvalue()


def test_a_change_as_patch_takes_it() -> None:
    assert written("/x/a.yaml", "a\nb", "a\nc\n") == (
        "--- a/x/a.yaml\n+++ b/x/a.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
    )


def test_in_a_pipe_each_line_is_as_in_the_file() -> None:
    assert written("a.yaml", "a\t\u200d\xa0 \r\nb\r\n", "a\t\u200d\xa0 \r\nc\r\n").split("@@\n")[1].splitlines(
        keepends=True
    ) == [
        " a\t\u200d\xa0 \r\n",
        "-b\r\n",
        "+c\r\n",
    ]


def test_no_change_is_no_line() -> None:
    assert written("a.yaml", "a\n", "a\n") == ""


def test_colours_come_with_their_signs() -> None:
    rows = written("a.yaml", "a\n", "b\n", colour=True).splitlines()
    assert [row.startswith("\x1b[") for row in rows] == [True] * 5


def test_text_reaches_the_terminal_as_data() -> None:
    shown = written("a\x1b[2J.yaml", "a\n", "\x1b[31m\u202e\n", colour=True)
    assert "[31m\u202e" not in shown and "\x1b[2J" not in shown
    shown = written("a\x1b[2J.yaml", "a\n", "\x1b[31m\x9b\r!\n")
    assert not {"\x1b", "\x9b", "\r"} & {*shown}
