"""Writing: a file is replaced whole or not at all, by one command at a time, never over what somebody else wrote.

Owns: the lock, the temporary file, the atomic replace. Refuses: to look at what is written.

    with hold(file) as held:                # waits for its turn
        held.replace(changed(held.data))    # the file is the old one or the new one, whenever the power goes

The lock and the temporary file stand beside the file, hidden, under fixed names: what a killed run leaves behind
locks nothing, and the next run takes it away. Both names end in what no reader of events looks for.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_cli.errors import NotWritten

LOCK_ENDING = ".timeline-lock"
NEW_ENDING = ".timeline-new"
WAIT = 60.0  # seconds for the others; each holds the lock for the time that reading the file takes

_AS_IT_WAS = "the file is as it was"


class Held:
    """A file under lock: its name as given, the file that it leads to, and its bytes."""

    def __init__(self, name: str, path: Path, data: bytes) -> None:
        self.name = name
        self.path = path
        self.data = data

    def replace(self, new: bytes) -> None:
        """Put `new` in place of `data`. Raises NotWritten, and then the file is as it was."""
        if new == self.data:
            return
        try:
            self._write(new)
        except OSError as error:
            raise NotWritten(f"{self.name} could not be written: {error.strerror or error}", _AS_IT_WAS) from None
        # From here on the new file is in place; a folder that cannot be synced is no reason to say otherwise.
        _sync_folder(self.path.parent)
        self.data = new

    def _write(self, new: bytes) -> None:
        temporary = _beside(self.path, NEW_ENDING)
        try:
            _write_new(temporary, new, self.path)
            if self.path.read_bytes() != self.data:
                raise NotWritten(
                    f"{self.name} was changed by another program in the meantime",
                    "nothing was written; run the command again",
                )
            temporary.replace(self.path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()


def replace_bytes(name: str, expected: bytes, new: bytes) -> None:
    """Put `new` in place of `expected`. Raises NotWritten, also when the file holds something else by now."""
    with hold(name) as held:
        if held.data != expected:
            raise NotWritten(f"{name} was changed in the meantime", "nothing was written; run the command again")
        held.replace(new)


@contextmanager
def hold(name: str) -> Iterator[Held]:
    """Wait for the file's lock and keep it; symbolic links are followed. Raises NotWritten."""
    path = _real(name)
    with _locked(path, name):
        with contextlib.suppress(OSError):
            _beside(path, NEW_ENDING).unlink()
        yield Held(name, path, read_file(name))


def read_file(name: str) -> bytes:
    """The bytes of a file that is to be changed. Raises NotWritten."""
    try:
        return _real(name).read_bytes()
    except OSError as error:
        raise NotWritten(f"{name} cannot be read: {error.strerror or error}") from None


def create(name: str, data: bytes) -> None:
    """Write a new file. Raises NotWritten where there is something of that name already."""
    path = Path(os.path.realpath(name))
    with _locked(path, name):
        temporary = _beside(path, NEW_ENDING)
        try:
            with contextlib.suppress(FileNotFoundError):
                temporary.unlink()
            _write_new(temporary, data, None)
            _put_if_free(temporary, path)
        except FileExistsError:
            raise NotWritten(f"{name} is there already", _AS_IT_WAS) from None
        except OSError as error:
            raise NotWritten(f"{name} could not be written: {error.strerror or error}") from None
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
        _sync_folder(path.parent)


def _put_if_free(temporary: Path, path: Path) -> None:
    """A link, unlike a rename, never takes the place of another file. Raises FileExistsError."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError):
        # Some file systems know no links; there the name is taken first and the file filled then.
        _write_new(path, temporary.read_bytes(), None)


def _real(name: str) -> Path:
    """The regular file that a name leads to, which we may change. Raises NotWritten."""
    try:
        path = Path(name).resolve(strict=True)
        mode = path.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise NotWritten(
            f"{name} cannot be changed: {reason}", f"timeline init {shlex.quote(name)} makes a new file"
        ) from None
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "no regular file"
        raise NotWritten(f"{name} is {what}, and only a file can be changed", "name the file with -f")
    if not os.access(path, os.W_OK):
        raise NotWritten(f"{name} is write-protected", f"chmod u+w {shlex.quote(name)} allows to change it")
    return path


@contextmanager
def _locked(path: Path, name: str) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock_file = _beside(path, LOCK_ENDING)
    lock = FileLock(lock_file, timeout=WAIT, poll_interval=0.01, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise NotWritten(
            f"{name} is being written by another timeline command", "nothing was written; try again when it is done"
        ) from None
    except OSError as error:
        raise NotWritten(f"{name} cannot be changed: {error.strerror or error}", _AS_IT_WAS) from None
    try:
        yield
    finally:
        # Taken away while it is held: whoever waits for this file sees that it is gone, and makes a new one.
        with contextlib.suppress(OSError):
            lock_file.unlink()
        lock.release()


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f".{path.name}{ending}")


def _write_new(temporary: Path, data: bytes, like: Path | None) -> None:
    """Write a file that nobody else has open, down to the disk, with owner, mode and attributes of `like`."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600 if like else 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        if like is not None:
            _take_over(descriptor, temporary, like)
        os.fsync(descriptor)


def _take_over(descriptor: int, temporary: Path, like: Path) -> None:
    wanted, own = like.stat(), os.fstat(descriptor)
    if (wanted.st_uid, wanted.st_gid) != (own.st_uid, own.st_gid):
        try:
            os.chown(temporary, wanted.st_uid, wanted.st_gid)
        except OSError:
            raise NotWritten(
                f"{like.name} belongs to another user or group, and would become yours", "ask its owner to change it"
            ) from None
    # After the owner, whose change takes rights away.
    if os.fstat(descriptor).st_mode != wanted.st_mode:
        temporary.chmod(stat.S_IMODE(wanted.st_mode))
    for attribute in _attributes(like):
        with contextlib.suppress(OSError):
            os.setxattr(temporary, attribute, os.getxattr(like, attribute))


def _attributes(path: Path) -> list[str]:
    """The names of what a file has besides its mode, such as rights of single users."""
    try:
        return os.listxattr(path)
    except (OSError, AttributeError):
        return []


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
