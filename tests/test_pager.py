"""The pager: when it is called, what it is given, and how it may end."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_cli.pager import DEFAULT, command_of, page

ROOT = Path(__file__).parent.parent
MANY = "events:\n" + "".join(f"- {{date: 2024-01-{day:02}, title: Event {day}}}\n" for day in range(1, 29)) * 40


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm"}, DEFAULT),
        ({"TERM": "xterm", "PAGER": "more -s"}, ("more", "-s")),
        ({"TERM": "xterm", "PAGER": "more", "TIMELINE_PAGER": "'a b' c"}, ("a b", "c")),
        ({"TERM": "xterm", "PAGER": ""}, None),
        ({"TERM": "xterm", "PAGER": "less", "TIMELINE_PAGER": "cat"}, None),
        ({"TERM": "xterm", "PAGER": "it's"}, ("it's",)),
        ({"TERM": "dumb", "PAGER": "less"}, None),
        ({}, None),
    ],
)
def test_which_pager(environment: dict[str, str], expected: tuple[str, ...] | None) -> None:
    assert command_of(environment) == expected


def test_a_piece_is_shown_before_the_next_one_is_made(tmp_path: Path) -> None:
    shown = tmp_path / "shown"
    seen = []

    def pieces() -> Iterator[str]:
        for said in ("first\n", "second\n"):
            yield said
            end = time.monotonic() + 20
            while time.monotonic() < end and not (shown.exists() and shown.read_text().endswith(said)):
                time.sleep(0.01)
            seen.append(shown.read_text())
        yield "third\n"

    assert page(pieces(), ["sh", "-c", 'while read -r line; do echo "$line" >> "$0"; done', str(shown)])
    assert seen == ["first\n", "first\nsecond\n"]


class Terminal:
    """The command on a terminal of its own, 80 columns wide and 24 rows high."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "timeline_cli", *arguments],
            cwd=ROOT,
            env=kept | {"TERM": "xterm", "TIMELINE_TODAY": "2025-03-26"} | environment,
            stdin=theirs,
            stdout=theirs,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        os.close(theirs)

    def read(self, until: str = "", seconds: float = 20) -> str:
        """What is shown until a text appears, or until the command has ended."""
        found = b""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not (until and until in found.decode("utf-8", "replace")):
            if not select.select([self.ours], [], [], 0.1)[0]:
                continue
            try:
                piece = os.read(self.ours, 65536)
            except OSError:
                break
            if not piece:
                break
            found += piece
        return found.decode("utf-8", "replace")

    def end(self) -> tuple[int, str]:
        code = self.process.wait(timeout=20)
        assert self.process.stderr is not None
        os.close(self.ours)
        return code, self.process.stderr.read().decode()


@pytest.fixture
def many(tmp_path: Path) -> str:
    path = tmp_path / "many.yaml"
    path.write_text(MANY, encoding="utf-8")
    return str(path)


MARKED = "sed s/^/paged:/"


def test_what_is_longer_than_the_terminal_is_paged_with_its_colours(many: str) -> None:
    terminal = Terminal("-f", many, "show", TIMELINE_PAGER=MARKED)
    shown = terminal.read()
    assert terminal.end() == (0, "")
    assert shown.count("paged:") == shown.count("\n") > 1120
    assert "\x1b[" in shown


@pytest.mark.parametrize("command", [["show"], ["stats", "--by", "month"], ["figures"]])
def test_how_the_question_was_read_heads_what_is_paged(command: list[str], tmp_path: Path) -> None:
    path = tmp_path / "figures.yaml"
    months = [f"{year}-{month:02}" for year in range(2020, 2024) for month in range(1, 13)]
    rows = "".join(f"- {{date: {month}, title: E, figures: [{{metric: m, value: 1}}]}}\n" for month in months)
    path.write_text(f"events:\n{rows}", encoding="utf-8")
    terminal = Terminal("-f", str(path), *command, "since 2020", TIMELINE_PAGER=MARKED, NO_COLOR="1")
    shown = terminal.read()
    code, told = terminal.end()
    assert code == 0
    assert shown.splitlines()[0] == f"paged:{told.splitlines()[0]}"
    assert "2020" in told


def test_less_opens_near_today(tmp_path: Path) -> None:
    path = tmp_path / "ahead.yaml"
    rows = (f"- {{date: {year}, title: Of {year}}}\n" for year in range(1990, 2060))
    path.write_text("events:\n" + "".join(rows), encoding="utf-8")
    terminal = Terminal("-f", str(path), "show", TIMELINE_PAGER="sh -c 'printf %s $LESS'", LESS="-R")
    shown = terminal.read()
    assert terminal.end()[0] == 0
    line = int(shown.removeprefix("+").removesuffix("$-R"))
    whole = subprocess.run(
        [sys.executable, "-m", "timeline_cli", "-f", str(path), "show", "--width", "80", "--today", "2025-03-26"],
        cwd=ROOT, capture_output=True, check=True, encoding="utf-8",
    ).stdout.splitlines()  # fmt: skip
    assert whole[line - 1 + 24 // 4].startswith("Today")


def test_what_fits_is_not(many: str) -> None:
    for arguments in (
        ("stats", "--by", "place"),
        ("-f", many, "show", "--no-pager"),
        ("--no-pager", "-f", many, "show"),
        ("-f", many, "show", "--json"),
    ):
        terminal = Terminal(*arguments, TIMELINE_PAGER=MARKED)
        shown = terminal.read()
        assert terminal.end() == (0, "")
        assert shown
        assert "paged:" not in shown


def test_lines_that_wrap_count_as_what_they_take() -> None:
    rows = "events:\n" + "- {date: 2024, title: %s}\n" % ("x" * 150) * 12
    terminal = Terminal("-f", "-", "show", "--width", "200", TIMELINE_PAGER=MARKED)
    os.write(terminal.ours, rows.encode() + b"\x04")
    shown = terminal.read()
    assert terminal.end() == (0, "")
    assert "paged:" in shown


def test_a_pipe_is_never_paged(many: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "timeline_cli", "-f", many, "show"],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "TIMELINE_PAGER": MARKED},
        capture_output=True,
        check=True,
    )
    assert b"paged:" not in done.stdout


def test_a_reader_who_has_seen_enough_is_no_error(many: str) -> None:
    terminal = Terminal("-f", many, "show", TIMELINE_PAGER="head -2")
    shown = terminal.read()
    assert terminal.end() == (0, "")
    assert shown.count("\n") == 2


def test_the_exit_code_is_that_of_the_command(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(MANY + "- {date: 2024-02-30, title: B}\n", encoding="utf-8")
    terminal = Terminal("-f", str(path), "show", TIMELINE_PAGER="false")
    terminal.read()
    code, told = terminal.end()
    assert code == 1
    assert "left out: 1 broken event" in told


def test_a_pager_that_cannot_be_started_is_told_and_the_answer_is_shown(many: str) -> None:
    terminal = Terminal("-f", many, "show", PAGER="no-such-pager -x")
    shown = terminal.read()
    assert terminal.end() == (0, "no-such-pager cannot be started as a pager\n")
    assert "1,120 events" in shown


def test_ctrl_c_ends_the_answer_and_then_the_pager(many: str) -> None:
    terminal = Terminal(
        "-f", many, "show", TIMELINE_PAGER=f"{sys.executable} -c 'import time; print(1); time.sleep(60)'"
    )
    assert "1" in terminal.read(until="1")
    os.killpg(terminal.process.pid, signal.SIGINT)
    terminal.read()
    code, told = terminal.end()
    assert code == 130
    assert "timeline" not in told
