"""Waiting for files to change, whether an editor saves in place or by a rename.

Owns: what counts as a change: the file's own stamp, not the system's notification. Does not: read the files.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Paths = Callable[[], Iterable[str]]
_Stamp = tuple[tuple[str, int, int, int], ...]

_TICK = 0.1  # seconds between two looks without notifications
_SETTLED = 0.03  # seconds without a change, after which a save counts as complete
_LONGEST = 0.25  # seconds to wait for a save at most


def changes(paths: Paths) -> Iterator[bool]:
    """Yield True after each change of the files that `paths` names at that time; False now and then."""
    # Taken now, not at the first `next`: what changes in between is a change.
    return _changes(paths, _stamp(paths()))


def _changes(paths: Paths, before: _Stamp) -> Iterator[bool]:
    for _ in _wakes(paths):
        now = _stamp(paths())
        if now == before:
            yield False
            continue
        before = _settled(paths, now)
        yield True


def _settled(paths: Paths, stamp: _Stamp) -> _Stamp:
    """The stamp once the files stop changing; a file being replaced may be missing for a moment."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        time.sleep(_SETTLED)
        again = _stamp(paths())
        if again == stamp and all(inode for *_, inode in again):
            break
        stamp = again
    return stamp


def _stamp(paths: Iterable[str]) -> _Stamp:
    found = []
    for path in paths:
        try:
            status = Path(path).stat()
            found.append((path, status.st_mtime_ns, status.st_size, status.st_ino or 1))
        except (OSError, ValueError):
            found.append((path, 0, 0, 0))
    return tuple(found)


def _wakes(paths: Paths) -> Iterator[None]:
    """Wake at once after each change if watchfiles is installed and works, and now and then in any case."""
    with contextlib.suppress(ImportError):
        from watchfiles import watch

        # Its error for a system without free watches is a RuntimeError or an OSError.
        with contextlib.suppress(OSError, RuntimeError):
            while True:
                folders = _folders(paths())
                for _ in watch(
                    *folders, watch_filter=None, debounce=200, step=20, rust_timeout=500, yield_on_timeout=True,
                    recursive=False, raise_interrupt=True,
                ):  # fmt: skip
                    yield
                    if _folders(paths()) != folders:
                        break
    while True:
        time.sleep(_TICK)
        yield


def _folders(paths: Iterable[str]) -> tuple[Path, ...]:
    """The folders of the files and of their link targets: a replaced file is another file."""
    found: dict[Path, None] = {}
    for path in paths:
        for each in (Path(path), Path(path).resolve()):
            folder = each if each.is_dir() else each.parent
            if folder.is_dir():
                found[folder] = None
    return tuple(found)
