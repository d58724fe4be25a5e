"""Waiting for files to change, however an editor saves them: in place, or by putting a new file in place of the old.

Owns: what counts as a change — the file's own stamp, not what the system tells of it. Does not: read the files.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Paths = Callable[[], Iterable[str]]
_Stamp = tuple[tuple[str, int, int, int], ...]

_TICK = 0.1  # seconds between two looks where nothing wakes us
_SETTLED = 0.03  # seconds without a change after which a save is taken to be done
_LONGEST = 0.25  # seconds for which a save may keep us waiting


def changes(paths: Paths) -> Iterator[bool]:
    """True after each change, from this call on, of the files that `paths` names by then; False now and then."""
    # Not when the first value is asked for: what changes until then is a change.
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
    """The stamp once the files stand still; one that an editor is about to replace may be missing for a moment."""
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
    """A wake at once after each change where watchfiles is installed and works, and one every now and then."""
    with contextlib.suppress(ImportError):
        from watchfiles import watch

        # Its own kind of error, for a system that has no watches left, is a RuntimeError or an OSError.
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
    """The folders of the files and of what their names link to: a file that is replaced is another file."""
    found: dict[Path, None] = {}
    for path in paths:
        for each in (Path(path), Path(path).resolve()):
            folder = each if each.is_dir() else each.parent
            if folder.is_dir():
                found[folder] = None
    return tuple(found)
