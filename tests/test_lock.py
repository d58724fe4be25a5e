"""Locks between processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from timeline_cli.lock import lock

HOLDS = """
import pathlib, sys, time
from timeline_cli.lock import lock
with lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_is_held_by_one_process_until_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        with pytest.raises(TimeoutError), lock(path, 0.05):
            pass
        other.kill()
        other.wait()
        with lock(path, 10):
            pass


def test_a_lock_whose_file_is_removed_is_that_of_the_next_file(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with lock(path):
        path.unlink()
        with lock(path), pytest.raises(TimeoutError), lock(path):
            pass


def test_an_error_below_a_lock_releases_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with pytest.raises(ValueError, match="below"), lock(path):
        raise ValueError("below")
    with lock(path):
        pass


def test_a_lock_is_no_link_to_another_file(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="lock"), lock(tmp_path / "lock"):
        pass
    assert not (tmp_path / "elsewhere").exists()
