"""A word while something takes long: only on a terminal, only after a while, and gone at the end."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline_cli.console import Screen, working
from timeline_cli.progress import Working, can_draw


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_quick_says_nothing() -> None:
    stream = Terminal()
    with Working(stream, "reading"):
        pass
    assert stream.getvalue() == ""


def test_what_takes_long_is_told_and_leaves_nothing() -> None:
    stream = Terminal()
    with Working(stream, "reading", after=0.01) as step:
        step(42, 100)
        end = time.monotonic() + 5
        while "42%" not in stream.getvalue() and time.monotonic() < end:
            time.sleep(0.01)
    written = stream.getvalue()
    assert written.startswith("\rreading: 42%, 0 s\x1b[K")
    assert written.endswith("\r\x1b[K")


def test_an_error_takes_the_line_away_as_well() -> None:
    stream = Terminal()
    with pytest.raises(KeyboardInterrupt), Working(stream, "reading", after=0):
        time.sleep(0.05)
        raise KeyboardInterrupt
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_terminal_that_has_gone_does_not_stop_the_work() -> None:
    stream = Terminal()
    stream.close()
    with Working(stream, "reading", after=0):
        time.sleep(0.05)


def test_nothing_is_drawn_where_it_cannot_be_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert can_draw(Terminal())
    assert not can_draw(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not can_draw(Terminal())
    with working(Screen(Terminal(), 80, False, False), "reading") as step:
        step(1, 2)


def test_the_command_tells_that_it_is_reading() -> None:
    ours, theirs = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline_cli", "-f", "-", "show", "--json=title"],
        cwd=Path(__file__).parent.parent,
        env=kept | {"TERM": "xterm"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"events:\n")
    process.stdin.flush()
    told = os.read(ours, 1000).decode()
    process.stdin.write(b"- {date: 2024, title: A}\n")
    process.stdin.close()
    assert process.stdout.read() == b'[\n{"title": "A"}\n]\n'
    assert process.wait(timeout=20) == 0
    assert told.startswith("\rreading: ")
    assert os.read(ours, 1000).decode().endswith("\r\x1b[K")
    os.close(ours)
