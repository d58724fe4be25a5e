"""Detect other programs that save a file at the same time: in place, by a rename, or by emptying it first.

Owns: detecting them, and waiting until they are done. Does not: write.

A save in place empties the file and fills it through the open handle; a program may have that handle while the file
still looks unchanged. Linux reports whether a file is open for writing; elsewhere, size and time must stay the same.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import BinaryIO, NamedTuple

from timeline_cli.errors import NotWritten
from timeline_cli.reading.content import Content, open_regular

FRESH = 2.0  # seconds after a change in which another change is likely
SETTLED = 0.1  # seconds without a change after which a save counts as done, if the system does not report it
ABSENT = 0.2  # seconds that a file may be missing
_TICK = 0.005

# How long to wait in each case, in seconds.
_WRITTEN = "is being written by another program", 5.0
_EMPTIED = "has just become empty", FRESH
_MISSING = "has just been removed", 0.5


class Seen(NamedTuple):
    """The content of a file, then its device, inode, size and time of change, in ns."""

    content: Content
    stamp: tuple[int, int, int, int]

    @property
    def is_fresh(self) -> bool:
        """Whether it was changed moments ago."""
        return _age(self.stamp) < FRESH


def wait_for(path: Path) -> None:
    """Wait a moment for a missing file: some editors rename it to a backup before they write the new one."""
    until = time.monotonic() + ABSENT
    while not path.exists() and time.monotonic() < until:
        time.sleep(_TICK)


def read_settled(name: str, path: Path) -> Seen:
    """The content of a file once no other program writes it. Raises OSError, ValueError, or NotWritten on timeout."""
    start = time.monotonic()
    while True:
        seen, unrest = _look(path)
        if seen is not None and unrest is None:
            return seen
        why, patience = unrest or _WRITTEN
        if time.monotonic() - start > patience:
            raise NotWritten(f"{name} {why}", "nothing was written; try again later")
        time.sleep(_TICK)


def _look(path: Path) -> tuple[Seen | None, tuple[str, float] | None]:
    """The content of a file, and why it is about to change."""
    try:
        descriptor = open_regular(path)
    except FileNotFoundError:
        return None, _MISSING
    with os.fdopen(descriptor, "rb") as file:
        is_written = _has_writer(descriptor)
        before = stamp_of(os.fstat(descriptor))
        seen = Seen(Content(file.read()), stamp_of(os.fstat(descriptor)))
    if is_written or seen.stamp != before:
        return seen, _WRITTEN
    if not len(seen.content) and seen.is_fresh:
        return seen, _EMPTIED
    return seen, _WRITTEN if is_written is None and _age(seen.stamp) < SETTLED else None


def is_still(path: Path, seen: Seen, linger: bool) -> bool:
    """Whether a file is still the same file with the same content, and no program is about to change it.

    If the system does not report writers, watch the file for a moment, or longer with `linger`.
    """
    try:
        descriptor = open_regular(path)
        with os.fdopen(descriptor, "rb") as file:
            is_written = _has_writer(descriptor)
            if is_written is None:
                time.sleep(SETTLED if linger else _TICK)
            return not is_written and _has(file, seen.content) and stamp_of(os.fstat(descriptor)) == seen.stamp
    except (OSError, ValueError):
        return False


def is_same(path: Path, seen: Seen) -> bool:
    """Whether a file is still the same file with the same content."""
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            return stamp_of(os.fstat(file.fileno())) == seen.stamp and _has(file, seen.content)
    except (OSError, ValueError):
        return False


def _has(file: BinaryIO, content: Content) -> bool:
    """Whether an open file has this content; compared in blocks, since a large file would be in memory twice."""
    blocks = content.blocks(0, len(content))
    return all(file.read(len(block)) == block for block in blocks) and not file.read(1)


def stamp_of(status: os.stat_result) -> tuple[int, int, int, int]:
    """The values that identify a state of a file."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _age(stamp: tuple[int, int, int, int]) -> float:
    return abs(time.time() - stamp[3] / 1e9)


def _has_writer(descriptor: int) -> bool | None:
    """Whether any program has a file open for writing; None if the system does not report it."""
    if sys.platform != "linux":
        return None
    import fcntl
    import signal

    try:
        # A read lease is granted only if there is no writer. Release it at once: a program that opens the file in
        # between makes the kernel send us a signal, so choose one that does not end the process.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return True if error.errno == errno.EAGAIN else None
    return False


def swap(new: Path, path: Path, spare: Path) -> bool:
    """Swap the files `new` and `path` in one step. Raises OSError.

    False if the system can only replace, and the old file could not be kept; then `new` no longer exists. With links
    but no swap, the old file is kept as `spare` for a moment.
    """
    if exchange(new, path):
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


def exchange(one: Path, other: Path) -> bool:
    """Swap two files or folders in one step, if the system can. Raises OSError."""
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
