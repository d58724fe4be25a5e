"""`add` while another program saves the same file: whatever that does and whenever, no event is lost.

TIMELINE_ROUNDS sets how often each kind is tried (3 when it is not set):

    TIMELINE_ROUNDS=100 pytest tests/editing/test_race.py -s
"""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline_cli.editing import rivals
from timeline_cli.editing.write import TRIES, Overtaken, hold
from timeline_cli.errors import NotWritten

# What a system may lack: the one step that puts each of two files in the other's place. Without leases, a handle that
# was open before and is first written into a second later is not noticed: TIMELINE_WITHOUT=no-leases shows it.
WITHOUT = ("", "no-swap", *os.environ.get("TIMELINE_WITHOUT", "").split())
ROUNDS = int(os.environ.get("TIMELINE_ROUNDS", "3"))
START = "events:\n" + "".join(f"- {{id: e{number}, date: 2024, title: Event {number}}}\n" for number in range(30))
SAVED = START + "- {id: saved, date: 2025, title: Saved}\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be replaced there")


def pause() -> None:
    time.sleep(random.choice((0, 0.0005, 0.002, 0.01, 0.05)))


# Each saves SAVED over START, and returns the inode that it wrote into or put in place.


def in_place(path: Path) -> int:
    with path.open("w") as file:
        pause()
        file.write(SAVED)
        return os.fstat(file.fileno()).st_ino


def in_pieces(path: Path) -> int:
    with path.open("w") as file:
        for start in range(0, len(SAVED), 400):
            file.write(SAVED[start : start + 400])
            file.flush()
            pause()
        return os.fstat(file.fileno()).st_ino


def through_an_old_handle(path: Path) -> int:
    with path.open("r+") as file:
        pause()
        file.truncate(0)
        pause()
        file.write(SAVED)
        return os.fstat(file.fileno()).st_ino


def emptied_first(path: Path) -> int:
    os.truncate(path, 0)
    pause()
    return in_place(path)


def by_rename(path: Path) -> int:
    new = path.with_name("new~")
    new.write_text(SAVED)
    pause()
    inode = new.stat().st_ino
    new.replace(path)
    return inode


def with_a_backup(path: Path) -> int:
    path.replace(path.with_name("backup~"))
    pause()
    return in_place(path)


SAVERS = (in_place, in_pieces, through_an_old_handle, emptied_first, by_rename, with_a_backup)

ADD = """
import sys
from timeline_cli.cli.main import _run
from timeline_cli.editing import rivals
if "no-swap" in sys.argv:
    rivals.exchange = lambda one, other: False
if "no-leases" in sys.argv:
    rivals._has_writer = lambda descriptor: None
for line in sys.stdin:
    print(_run(["-f", line.strip(), "add", "--date", "2026", "--title", "Added", "-q"]), flush=True)
"""


class Adder:
    """A process that adds an event to each file that it is told, and says with which exit code."""

    def __init__(self, *without: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", ADD, *without], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def start(self, path: Path) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()

    def code(self) -> int:
        assert self._process.stdout is not None
        while not (line := self._process.stdout.readline()).strip().isdigit():
            assert line, "it ended"
        return int(line)

    def __enter__(self) -> Adder:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(20)


@pytest.fixture(scope="module", params=WITHOUT)
def adder(request: pytest.FixtureRequest) -> Iterator[Adder]:
    with Adder(request.param) as adder:
        yield adder


def ready(folder: Path) -> Path:
    """A file that was saved long ago, in a folder of its own."""
    folder.mkdir()
    path = folder / "events.yaml"
    path.write_text(START)
    os.utime(path, (1e9, 1e9))
    return path


def time_alone(adder: Adder, folder: Path) -> float:
    """How long it takes to add an event while nobody else is at it, in seconds."""
    path, started = ready(folder), time.monotonic()
    adder.start(path)
    assert adder.code() == 0
    return time.monotonic() - started


@pytest.mark.parametrize("saver", SAVERS, ids=lambda saver: saver.__name__)
def test_no_event_is_lost_while_another_program_saves(
    adder: Adder, saver: Callable[[Path], int], tmp_path: Path
) -> None:
    counted = {"added": 0, "refused": 0, "saved over": 0}
    took = min(time_alone(adder, tmp_path / "cold"), time_alone(adder, tmp_path / "warm"))
    for number in range(ROUNDS):
        path = ready(tmp_path / str(number))
        old = path.stat().st_ino
        adder.start(path)
        time.sleep(random.uniform(0, took))
        inode = saver(path)
        code, text = adder.code(), path.read_text()
        assert all(line in text for line in SAVED.splitlines()), (number, code, text)
        if code == 0 and "Added" not in text:
            # The saver opened what `add` had put in place, or renamed over it, with what it had read before.
            assert saver in (by_rename, with_a_backup) or inode != old, number
            counted["saved over"] += 1
        else:
            assert ("Added" in text) is (code == 0), (number, code, text)
            counted["added" if code == 0 else "refused"] += 1
        assert not list(path.parent.glob(".*"))
    print(f"{saver.__name__}: {counted}")


# Step by step.


def appended(data: bytes) -> bytes:
    return data + b"- {date: 2026, title: Added}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(START)
    os.utime(path, (1e9, 1e9))
    return path


@pytest.fixture(params=["all", "no swap", "no leases", "neither"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system can do."""
    if request.param in ("no swap", "neither"):
        monkeypatch.setattr(rivals, "exchange", lambda one, other: False)
    if request.param in ("no leases", "neither"):
        monkeypatch.setattr(rivals, "_has_writer", lambda descriptor: None)


@pytest.mark.usefixtures("system")
def test_what_is_written_through_an_open_handle_is_taken_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swap, moves = rivals.swap, []

    def swap_and_write(new: Path, path: Path, spare: Path) -> bool:
        handle = file.open("a") if not moves else None
        moves.append(swap(new, path, spare))
        if handle is not None:
            handle.write("- {id: saved, date: 2025, title: Saved}\n")
            handle.close()
        return moves[-1]

    monkeypatch.setattr("timeline_cli.editing.write.swap", swap_and_write)
    with hold(str(file)) as held:
        assert held.update(appended)
    assert file.read_bytes() == appended(SAVED.encode())
    assert moves == [True] * 3  # there, back, and there again
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.usefixtures("system")
def test_a_save_that_empties_the_old_file_and_fills_the_new_one_is_taken_over(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap, moves = rivals.swap, []

    def swap_between(new: Path, path: Path, spare: Path) -> bool:
        if not moves:
            os.truncate(file, 0)
        moves.append(swap(new, path, spare))
        if len(moves) == 1:
            file.write_text(SAVED)
        return moves[-1]

    monkeypatch.setattr("timeline_cli.editing.write.swap", swap_between)
    with hold(str(file)) as held:
        assert held.update(appended)
    assert file.read_bytes() == appended(SAVED.encode())
    assert moves == [True] * 4  # there, back, there for the one that was filled, and there again
    assert list(file.parent.iterdir()) == [file]


def test_a_handle_that_stays_open_is_not_taken_from_its_program(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rivals, "_WRITTEN", ("is being written by another program", 0.05))
    with hold(str(file)) as held, file.open("a") as handle:
        with pytest.raises(NotWritten, match="is being written by another program"):
            held.update(appended)
        handle.write("- {id: saved, date: 2025, title: Saved}\n")
    assert file.read_text() == SAVED


def test_a_file_that_has_just_become_empty_is_waited_for_and_not_added_to(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rivals, "_EMPTIED", ("has just become empty", 0.05))
    os.truncate(file, 0)
    with pytest.raises(NotWritten, match="has just become empty"), hold(str(file)):
        pass
    os.utime(file, (1e9, 1e9))
    with hold(str(file)) as held:
        held.update(appended)
    assert file.read_bytes() == appended(b"")


@pytest.mark.parametrize("what", ["pipe", "folder", "nothing"])
def test_what_takes_the_place_of_the_file_stays(file: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr(rivals, "_MISSING", ("has just been removed", 0.05))

    def change(data: bytes) -> bytes:
        with contextlib.suppress(FileNotFoundError, IsADirectoryError):
            file.unlink()
        if what == "pipe":
            os.mkfifo(file)
        elif what == "folder":
            file.mkdir(exist_ok=True)
        return appended(data)

    with pytest.raises(NotWritten), hold(str(file)) as held:
        held.update(change)
    assert (file.is_fifo(), file.is_dir(), file.exists()) == (what == "pipe", what == "folder", what != "nothing")
    assert not list(file.parent.glob(".*"))


def test_a_fault_of_half_a_save_is_no_fault(file: Path) -> None:
    seen: list[bytes] = []

    def change(data: bytes) -> bytes:
        seen.append(data)
        if len(seen) == 1:
            file.write_text(SAVED)
            raise NotWritten("half of it cannot be read")
        return appended(data)

    with hold(str(file)) as held:
        assert held.update(change)
    assert file.read_bytes() == appended(SAVED.encode())


def test_a_program_that_saves_all_the_time_is_told(file: Path) -> None:
    seen: list[bytes] = []

    def change(data: bytes) -> bytes:
        seen.append(data)
        new = file.with_name("new")
        new.write_text(f"# {len(seen)}\n")
        new.replace(file)
        return appended(data)

    with pytest.raises(Overtaken), hold(str(file)) as held:
        held.update(change)
    assert len(seen) == TRIES
    assert file.read_text() == f"# {TRIES}\n"
