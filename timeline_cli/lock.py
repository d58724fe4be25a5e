"""The lock of a file, held by one process at a time; the system releases it when that process ends.

Owns: taking it, also if the process before removes its file. Does not: stop programs that do not ask for it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TICK = 0.01  # seconds between two attempts


@contextmanager
def lock(path: Path, wait: float = 0) -> Iterator[None]:
    """Hold the lock `path`, a file made if missing. Raises TimeoutError after `wait` seconds, or OSError."""
    until = time.monotonic() + wait
    while (descriptor := _taken(path)) is None:
        if time.monotonic() >= until:
            raise TimeoutError
        time.sleep(_TICK)
    try:
        yield
    finally:
        os.close(descriptor)


def _taken(path: Path) -> int | None:
    """A descriptor with the lock; None while another process has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        # The process before may have removed the file: then the lock is that of the next file with this name.
        if _lock(descriptor) and os.path.samestat(os.fstat(descriptor), path.stat()):
            found, descriptor = descriptor, -1
            return found
    except FileNotFoundError:
        pass
    finally:
        if descriptor >= 0:
            os.close(descriptor)
    return None


def _lock(descriptor: int) -> bool:
    """Lock an open file unless another process has locked it. Raises OSError if the file system has no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
