"""Other programs that save a file at the same time: in place, by a rename, or by emptying it first.

Owns: noticing them, and waiting until they are done. Does not: write.

A save in place empties the file and fills it through the open handle; a program may hold that handle while the file
still looks as it did. Linux tells who has a file open for writing; elsewhere, size and time have to stand still.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

from timeline_cli.errors import NotWritten
from timeline_cli.reading.content import open_regular, read_regular

FRESH = 2.0  # seconds after a change within which another one is likely
SETTLED = 0.1  # seconds without a change after which a save is done, where nobody tells
ABSENT = 0.2  # seconds that a file may be missing
_TICK = 0.005

# How long each is waited for, in seconds.
_WRITTEN = "is being written by another program", 5.0
_EMPTIED = "has just become empty", FRESH
_MISSING = "has just been removed", 0.5


class Seen(NamedTuple):
    """What a file held, and then its device, inode, size and time of change, in ns."""

    data: bytes
    stamp: tuple[int, int, int, int]

    @property
    def is_fresh(self) -> bool:
        """Whether it was changed moments ago."""
        return _age(self.stamp) < FRESH


def wait_for(path: Path) -> None:
    """Wait a moment for a file that is not there: some editors rename it to a backup before they write the new one."""
    until = time.monotonic() + ABSENT
    while not path.exists() and time.monotonic() < until:
        time.sleep(_TICK)


def read_settled(name: str, path: Path) -> Seen:
    """What a file holds once no other program writes it. Raises OSError or ValueError, and NotWritten after a while."""
    start = time.monotonic()
    while True:
        seen, unrest = _look(path)
        if seen is not None and unrest is None:
            return seen
        why, patience = unrest or _WRITTEN
        if time.monotonic() - start > patience:
            raise NotWritten(f"{name} {why}", "nothing was written; run the command again when that is done")
        time.sleep(_TICK)


def _look(path: Path) -> tuple[Seen | None, tuple[str, float] | None]:
    """What a file holds, and why that will not last."""
    try:
        descriptor = open_regular(path)
    except FileNotFoundError:
        return None, _MISSING
    with os.fdopen(descriptor, "rb") as file:
        is_written = _has_writer(descriptor)
        before = stamp_of(os.fstat(descriptor))
        seen = Seen(file.read(), stamp_of(os.fstat(descriptor)))
    if is_written or seen.stamp != before:
        return seen, _WRITTEN
    if not seen.data and seen.is_fresh:
        return seen, _EMPTIED
    return seen, _WRITTEN if is_written is None and _age(seen.stamp) < SETTLED else None


def is_still(path: Path, seen: Seen, linger: bool) -> bool:
    """Whether a file is the one that was seen, holds the same, and no program is about to change it.

    Where the system does not tell, it is watched for a moment, with `linger` for longer.
    """
    try:
        descriptor = open_regular(path)
        with os.fdopen(descriptor, "rb") as file:
            is_written = _has_writer(descriptor)
            if is_written is None:
                time.sleep(SETTLED if linger else _TICK)
            return not is_written and file.read() == seen.data and stamp_of(os.fstat(descriptor)) == seen.stamp
    except (OSError, ValueError):
        return False


def is_same(path: Path, seen: Seen) -> bool:
    """Whether a file is the one that was seen, and holds the same."""
    try:
        return stamp_of(path.stat()) == seen.stamp and read_regular(path) == seen.data
    except (OSError, ValueError):
        return False


def stamp_of(status: os.stat_result) -> tuple[int, int, int, int]:
    """What tells one state of a file from another."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _age(stamp: tuple[int, int, int, int]) -> float:
    return abs(time.time() - stamp[3] / 1e9)


def _has_writer(descriptor: int) -> bool | None:
    """Whether any program has a file open for writing; None where the system does not tell."""
    if sys.platform != "linux":
        return None
    import fcntl
    import signal

    try:
        # A read lease is granted only while there is no writer. It is given back at once; a program that opens the
        # file in between has us sent a signal, which would end us unless it is one that means nothing.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return True if error.errno == errno.EAGAIN else None
    return False


def swap(new: Path, path: Path, spare: Path) -> bool:
    """Put `new` at `path`, and what stood there at `new`, in one step. Raises OSError.

    False where the system can only replace, and `path` could not be kept; then nothing is at `new`. Where it has links
    but no such step, the old file is kept under the name `spare` for a moment.
    """
    if _exchange(new, path):
        return True
    try:
        os.link(path, spare)
    except FileNotFoundError:
        raise
    except (OSError, AttributeError):
        new.replace(path)
        return False
    new.replace(path)
    spare.replace(new)
    return True


def _exchange(one: Path, other: Path) -> bool:
    if sys.platform != "linux":
        return False
    import ctypes

    here, exchange = -100, 2
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(number, os.strerror(number), str(other))
