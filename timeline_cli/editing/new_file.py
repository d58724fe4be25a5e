"""What every command that writes a file needs: its lock, and a new file next to it that takes its place.

Owns: the names of these two, and the rights of the new file. Does not: replace a file.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_cli.errors import NotWritten
from timeline_cli.lock import lock

LOCK_ENDING = ".timeline-lock"
NEW_ENDING = ".timeline-new"
OLD_ENDING = ".timeline-old"
EDIT_ENDING = ".timeline-edit"  # the lock of an editor; commands do not wait for it
WAIT = 120.0  # seconds to wait for other commands; each holds the lock while it reads the file

AS_IT_WAS = "the file is unchanged"


@contextmanager
def locked(path: Path, name: str, ending: str = LOCK_ENDING) -> Iterator[None]:
    lock_file = beside(path, ending)
    wait = WAIT if ending == LOCK_ENDING else 0
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(lock(lock_file, wait))
        except TimeoutError:
            where = "being written by another timeline command" if wait else "open in timeline edit"
            raise NotWritten(f"{name} is {where}", "nothing was written; try again later") from None
        except OSError as error:
            raise _not_locked(path, name, error) from None
        try:
            yield
        finally:
            # Remove it while holding it: a waiting process sees that it is gone, and creates a new one.
            with contextlib.suppress(OSError):
                lock_file.unlink()


def _not_locked(path: Path, name: str, error: OSError) -> NotWritten:
    if not path.parent.is_dir():
        return NotWritten(f"{name} could not be written: there is no folder {path.parent}", "create the folder first")
    if path.exists():
        return NotWritten(f"{name} cannot be changed: {reason(error)}", AS_IT_WAS)
    return NotWritten(f"{name} cannot be created: {reason(error)}", "write it to another folder")


def reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def beside(path: Path, ending: str) -> Path:
    return path.with_name(f".{path.name}{ending}")


def remove(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def write_new(temporary: Path, pieces: Iterable[bytes], like: Path | None) -> None:
    """Write and sync a file that nobody else has open, with the owner, mode and attributes of `like`."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600 if like else 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(pieces)
        file.flush()
        if like is not None:
            _take_over(descriptor, temporary, like)
        os.fsync(descriptor)


def put_if_free(temporary: Path, path: Path) -> None:
    """Use a link, which unlike a rename never replaces another file. Raises FileExistsError."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError):
        # Some file systems have no links; there, create the name first, then fill the file.
        write_new(path, [temporary.read_bytes()], None)


def sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _take_over(descriptor: int, temporary: Path, like: Path) -> None:
    wanted, own = like.stat(), os.fstat(descriptor)
    if (wanted.st_uid, wanted.st_gid) != (own.st_uid, own.st_gid):
        try:
            os.chown(temporary, wanted.st_uid, wanted.st_gid)
        except OSError:
            raise NotWritten(
                f"{like.name} belongs to another user or group; saving would change its owner",
                "ask the owner to edit it",
            ) from None
    # After the owner, since changing the owner removes permissions.
    if os.fstat(descriptor).st_mode != wanted.st_mode:
        temporary.chmod(stat.S_IMODE(wanted.st_mode))
    for attribute in _attributes(like):
        with contextlib.suppress(OSError):
            os.setxattr(temporary, attribute, os.getxattr(like, attribute))


def _attributes(path: Path) -> list[str]:
    """The names of a file's extended attributes, such as permissions of single users."""
    try:
        return os.listxattr(path)
    except (OSError, AttributeError):
        return []
