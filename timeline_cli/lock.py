"""The lock of a file, which the system releases when the process that holds it ends.

Owns: taking it, also while another process removes its file. Does not: stop programs that do not ask for it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TICK = 0.01  # seconds between two attempts


@contextmanager
def lock(path: Path, wait: float = 0) -> Iterator[None]:
    """Hold the lock `path`, a file made if missing. Raises TimeoutError after `wait` seconds, or OSError."""
    until = time.monotonic() + wait
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            if _is_ours(descriptor, path):
                yield
                return
        finally:
            os.close(descriptor)
        if time.monotonic() >= until:
            raise TimeoutError
        time.sleep(_TICK)


def _is_ours(descriptor: int, path: Path) -> bool:
    """Lock an open file, unless another process has done so. Raises OSError if the file system has no locks."""
    with suppress(BlockingIOError, PermissionError, FileNotFoundError):
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # If the process before has removed the file, the lock is that of the next file with this name.
        return os.path.samestat(os.fstat(descriptor), path.stat())
    return False
