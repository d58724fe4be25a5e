"""`timeline watch`: what it shows when files are saved, broken, replaced and removed, and how it ends."""

from __future__ import annotations

import os
import queue
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.cli import file_changes as waiting
from timeline_cli.console import Line, Screen
from timeline_cli.text import width
from timeline_cli.views.watch import Look, changed_rows, compose, text_of

Run = Callable[..., Any]
Write = Callable[..., str]

GOOD = "events:\n- {id: a, date: 2024, title: First}\n- {id: b, date: 2025, title: Second}\n"
PATIENCE = 20.0  # seconds, for a machine that is busy; a save is shown in a tenth of one


class Watched:
    """A process with its output so far, line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._collect, daemon=True).start()

    def _collect(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def shown(self) -> list[str]:
        """The lines of the next picture, to its status."""
        found: list[str] = []
        until = time.monotonic() + PATIENCE
        while not found or not found[-1].endswith("Ctrl-C quits"):
            try:
                found.append(self.lines.get(timeout=0.2))
            except queue.Empty:
                ended = self.process.poll() is not None
                assert not ended, f"it ended with {self.process.returncode}"
                assert time.monotonic() < until, f"only this was shown: {found}"
        return found


@contextmanager
def watching(*arguments: str, without_watchfiles: bool = False) -> Iterator[Watched]:
    code = "import sys; sys.modules['watchfiles'] = None; " if without_watchfiles else ""
    code += "from timeline_cli.__main__ import run; run()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments, "--width", "300"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "TIMELINE_TODAY": "2025-03-26"},
    )  # fmt: skip
    try:
        yield Watched(process)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 130
        assert process.stderr is not None
        assert process.stderr.read() == ""


def replace_by_rename(path: str, text: str) -> None:
    """As editors do that write a new file and put it in place of the old."""
    new = Path(path + "~")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def write_in_place(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("save", [write_in_place, replace_by_rename])
@pytest.mark.parametrize("without_watchfiles", [False, True])
def test_a_save_is_shown_with_what_changed(
    save: Callable[[str, str], None], without_watchfiles: bool, write: Write
) -> None:
    path = write(GOOD)
    with watching("-f", path, "watch", "--view", "table", without_watchfiles=without_watchfiles) as watched:
        first = watched.shown()
        assert "2 of 2 events" in first[-1]
        assert not any(line.startswith("▌") for line in first)
        for title in ("Third", "Fourth"):
            save(path, GOOD.replace("Second", title))
            again = watched.shown()
            assert "1 changed" in again[-1]
            assert [title in line for line in again if line.startswith("▌")] == [True]
        save(path, GOOD.replace("Second", "Fourth") + "# a comment\n")
        assert "1 changed" in watched.shown()[-1]


def test_an_event_without_an_id_is_the_same_with_another_title_or_date(write: Write) -> None:
    text = GOOD.replace("id: a, ", "").replace("id: b, ", "")
    path = write(text)
    with watching("-f", path, "watch") as watched:
        watched.shown()
        for before, after in (("First", "One"), ("2025", "2026")):
            text = text.replace(before, after)
            write_in_place(path, text)
            assert "1 changed · 2 of 2 events" in watched.shown()[-1]
        write_in_place(path, text.replace("One", "Two").replace("2024", "2022"))
        assert "1 new, 1 gone" in watched.shown()[-1]


def test_a_broken_file_leaves_the_last_good_view(write: Write) -> None:
    path = write(GOOD)
    with watching("-f", path, "watch") as watched:
        watched.shown()
        write_in_place(path, GOOD.replace("2025", "2025-02-30"))
        broken = watched.shown()
        assert any("Second" in line and line.startswith("?") for line in broken)
        assert any("E101 2025-02-30 does not exist" in line for line in broken)
        assert "1 error; showing the last good view" in broken[-1]
        Path(path).unlink()
        assert any("cannot be read" in line for line in watched.shown())
        write_in_place(path, GOOD + "- {id: c, date: 2026, title: New}\n")
        assert "1 new" in watched.shown()[-1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_place_of_the_file_is_told_and_not_waited_for(write: Write) -> None:
    path = write(GOOD)
    with watching("-f", path, "watch") as watched:
        watched.shown()
        Path(path).unlink()
        os.mkfifo(path)
        shown = watched.shown()
        while not any("cannot be read: it is a pipe" in line for line in shown):
            shown = watched.shown()
        Path(path).unlink()
        write_in_place(path, GOOD + "- {id: c, date: 2026, title: New}\n")
        while "1 new" not in shown[-1]:
            shown = watched.shown()


def test_a_file_that_is_broken_from_the_start_shows_what_can_be_read(write: Write) -> None:
    path = write(GOOD.replace("2025", "2025-02-30"))
    with watching("-f", path, "watch") as watched:
        first = watched.shown()
        assert any("First" in line for line in first)
        assert "1 error; showing the part that could be read" in first[-1]


def test_a_new_file_in_a_folder_is_seen(tmp_path: Path, write: Write) -> None:
    write(GOOD)
    with watching("-f", str(tmp_path), "watch", "title") as watched:
        watched.shown()
        write("events:\n- {date: 2023, title: A title}\n", "new.yaml")
        assert "1 new · 1 of 3 events" in watched.shown()[-1]


def test_a_question_that_is_not_understood_ends_it_at_once(write: Write, timeline: Run) -> None:
    assert timeline("-f", write(GOOD), "watch", "colour:red").code == 2
    assert timeline("-f", write(GOOD), "watch", "--view", "nothing").code == 2
    assert timeline("-f", "-", "watch", stdin=GOOD).code == 2


@pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_terminal_is_given_back_as_it_was(end: signal.Signals, write: Write) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "timeline_cli", "-f", write(GOOD), "watch"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen, until = b"", time.monotonic() + PATIENCE
    while b"Ctrl-C quits" not in seen and time.monotonic() < until:
        if select.select([ours], [], [], 0.1)[0]:
            seen += os.read(ours, 65536)
    process.send_signal(end)
    # What it still writes has to be read, or it would wait for us.
    while time.monotonic() < until:
        try:
            seen += os.read(ours, 65536)
        except OSError:
            break
    assert process.wait(timeout=PATIENCE) == 130
    os.close(ours)
    assert seen.startswith(b"\x1b[?1049h\x1b[?25l")
    assert seen.endswith(b"\x1b[?25h\x1b[?1049l")


# The layout.


def screen(columns: int = 40) -> Screen:
    return Screen(sys.stdout, columns, colour=False, ascii=False)


def look(count: int, changed: set[int] = set(), problems: int = 0, is_old: bool = False) -> Look:  # noqa: B006
    view = [[(f"line {number}", "")] for number in range(count)]
    told = [[(f"problem {number}", "")] for number in range(problems)]
    return Look(view, frozenset(changed), "status", told, is_old)


@pytest.mark.parametrize(
    ("count", "changed", "offset", "expected"),
    [
        (5, set(), 0, 0),
        (50, set(), 0, 0),
        (50, set(), 20, 20),
        (50, set(), 49, 41),
        (50, {3}, 0, 0),
        (50, {30}, 0, 27),
        (50, {49}, 0, 41),
        (50, {2, 49}, 20, 0),
    ],
)
def test_what_changed_is_in_sight(count: int, changed: set[int], offset: int, expected: int) -> None:
    lines, start = compose(look(count, changed), screen(), 40, 11, offset)
    assert start == expected
    assert len(lines) == 11
    texts = [text_of(line) for line in lines]
    if changed:
        assert any(text.startswith("▌") for text in texts)
    if count > 9:
        assert "of 50 · status" in " ".join(texts[-2:])


def test_problems_take_at_most_half_of_the_screen_and_more_are_told() -> None:
    lines, _ = compose(look(50, problems=30, is_old=True), screen(), 40, 20, 0)
    texts = [text_of(line) for line in lines]
    assert len(texts) == 20
    assert sum(text.startswith("problem") for text in texts) == 8
    assert "and more: see `timeline check`" in texts
    assert all(text.startswith("? ") for text in texts[:8])


def test_problems_are_shown_whole_in_the_rows_that_the_view_leaves() -> None:
    head, hint = "events.yaml:8:9: error E101 2025-02-30 does not exist", "      = hint: write 2025-02-28"
    told: list[Line] = [[(head, "")], [(hint, "")], []]
    for count, rows, whole in ((3, 22, 4), (3, 20, 3), (50, 20, 2), (50, 14, 1), (50, 8, 1), (50, 6, 0)):
        lines = compose(look(count)._replace(problems=told * 4), screen(), 30, rows, 0)[0]
        texts = [text_of(line) for line in lines]
        assert len(texts) == rows
        assert texts.count(hint) == whole, (count, rows)
        assert ("and more: see `timeline check`" in texts) == (whole < 4)
        assert texts[texts.index("─" * 30) + 1] == "events.yaml:8:9: error E101"
        assert ("2025-02-30 does not exist" in texts) == (rows > 6)


def test_no_line_is_wider_than_the_terminal() -> None:
    view = [[("삼성전자 " * 20, "title"), ("more", "")]]
    lines, _ = compose(Look(view, frozenset(), "삼성 " * 30, [], False), screen(), 40, 10, 0)
    assert max(width(text_of(line)) for line in lines) <= 40
    assert len(lines) == 10


def lines_of(texts: Iterable[str]) -> list[Line]:
    return [[(text, "")] for text in texts]


def test_a_change_of_styles_and_spaces_alone_is_no_change() -> None:
    before, after = [[("one", "title")], [("a  b", "")]], [[("one", "dim")], [("a", "title"), (" b", "")]]
    assert changed_rows(before, after) == frozenset()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", set()),
        ("abc", "axc", {1}),
        ("abc", "abxc", {2}),
        ("abc", "ac", set()),
        ("", "ab", {0, 1}),
        ("ab", "", set()),
        ("abab", "ababab", {4, 5}),
        ("abcdef", "abXdeY", {2, 5}),
    ],
)
def test_the_lines_that_changed(before: str, after: str, expected: set[int]) -> None:
    assert changed_rows(lines_of(before), lines_of(after)) == expected


def test_very_many_changed_lines_take_no_time() -> None:
    before, after = (lines_of(f"{letter}{number}" for number in range(50_000)) for letter in "ab")
    start = time.process_time()
    assert len(changed_rows(before, after)) == 50_000
    assert time.process_time() - start < 2


def test_a_file_that_is_missing_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("a")
    seen = waiting._stamp([str(path)])
    path.unlink()
    threading.Timer(0.08, lambda: path.write_text("b")).start()
    settled = waiting._settled(lambda: [str(path)], waiting._stamp([str(path)]))
    assert settled != seen
    assert settled[0][3] != 0
