"""Write a file: whole or not at all, by one command at a time, never over another program's changes.

Owns: the lock, the temporary file, the atomic replace. Does not: look at the content.

    with hold(file) as held:    # waits for its turn, and until no other program writes the file
        held.update(change)     # change(data) is called again if another program saved in the meantime

The new file replaces the old one in one step; the old one is kept for a moment to check it again. If another program
has written to it, or has it open for writing, it is put back and the change starts over. Whenever the power fails,
the file is the old one or the new one.

The lock and the temporary file are hidden files next to the file, with fixed names: leftovers of a killed run
lock nothing, and the next run removes them. Readers of events ignore the endings of both names.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shlex
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_cli.editing.rivals import Seen, is_same, is_still, read_settled, stamp_of, swap, wait_for
from timeline_cli.errors import NotWritten, TimelineError
from timeline_cli.reading.content import read_regular

LOCK_ENDING = ".timeline-lock"
NEW_ENDING = ".timeline-new"
OLD_ENDING = ".timeline-old"
EDIT_ENDING = ".timeline-edit"  # the lock of an editor; commands do not wait for it
WAIT = 120.0  # seconds to wait for other commands; each holds the lock while it reads the file
TRIES = 20  # how many times a change starts over because of another program's save

_AS_IT_WAS = "the file is unchanged"


class Overtaken(NotWritten):
    """Another program has saved the file in the meantime."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was changed by another program", "nothing was written; run the command again")


class Held:
    """A locked file: its name as given, the file it resolves to, and its bytes."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self._seen = self._read()

    @property
    def data(self) -> bytes:
        return self._seen.data

    def update(self, change: Callable[[bytes], bytes]) -> bool:
        """Replace the content with `change(data)`; return whether another program saved in the meantime.

        `change` is called again on what that program wrote. If NotWritten is raised, the file stays as that program
        left it.
        """
        for number in range(TRIES):
            try:
                self.replace(change(self.data))
                # A save that began before ours and ended after it does not contain our change.
                if is_still(self.path, self._seen, linger=False):
                    return number > 0
            except Overtaken:
                pass
            except TimelineError:
                # The error may come from a half-finished save.
                if is_same(self.path, self._seen):
                    raise
            self._seen = self._read()
        raise Overtaken(self.name)

    def replace(self, new: bytes) -> None:
        """Replace `data` with `new`. If it raises NotWritten, the file is unchanged."""
        if new == self.data:
            return
        try:
            self._seen = self._write(new)
        except FileNotFoundError:
            raise Overtaken(self.name) from None
        except OSError as error:
            raise _not_written(self.name, error) from None
        # The new file is now in place; a folder that cannot be synced does not change that.
        _sync_folder(self.path.parent)

    def _read(self) -> Seen:
        try:
            return read_settled(self.name, self.path)
        except (OSError, ValueError) as error:
            raise NotWritten(f"{self.name} cannot be read: {_reason(error)}") from None

    def _write(self, new: bytes) -> Seen:
        temporary, spare = _beside(self.path, NEW_ENDING), _beside(self.path, OLD_ENDING)
        try:
            _write_new(temporary, new, self.path)
            written = Seen(new, stamp_of(temporary.stat()))
            if not is_same(self.path, self._seen):
                raise Overtaken(self.name)
            # Another program may still write between that check and this step, or through an older handle.
            is_kept = swap(temporary, self.path, spare)
            if is_kept and not is_still(temporary, self._seen, self._seen.is_fresh):
                swap(temporary, self.path, spare)
                raise Overtaken(self.name)
            return written
        finally:
            _remove(temporary, spare)


def _not_written(name: str, error: OSError) -> NotWritten:
    if error.errno == errno.EBUSY:
        return NotWritten(
            f"{name} is mounted as a single file, which cannot be replaced",
            "mount its folder instead, or edit the file by hand",
        )
    return NotWritten(f"{name} could not be written: {_reason(error)}", _AS_IT_WAS)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def replace_bytes(name: str, expected: bytes, new: bytes) -> None:
    """Replace `expected` with `new`. Raises NotWritten, or Overtaken if the file has changed."""
    with hold(name) as held:
        if held.data != expected:
            raise Overtaken(name)
        held.replace(new)


@contextmanager
def hold(name: str) -> Iterator[Held]:
    """Wait for the file's lock and hold it; follows symbolic links. Raises NotWritten."""
    with contextlib.suppress(OSError, ValueError):
        wait_for(Path(name))
    path = _real(name)
    with _locked(path, name):
        _remove(_beside(path, NEW_ENDING), _beside(path, OLD_ENDING))
        _refuse_second_name(path, name)
        if _beside(path, EDIT_ENDING).exists():
            with _locked(path, name, EDIT_ENDING):
                pass  # from a killed edit
        yield Held(name, path)


@contextmanager
def open_in_editor(name: str) -> Iterator[None]:
    """Lock a file while an editor has it open: other commands fail. Raises NotWritten."""
    path = Path(os.path.realpath(name))
    with contextlib.ExitStack() as stack:
        with _locked(path, name):
            stack.enter_context(_locked(path, name, EDIT_ENDING))
        yield


def _remove(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def _refuse_second_name(path: Path, name: str) -> None:
    with contextlib.suppress(OSError):
        if path.stat().st_nlink > 1:
            file = shlex.quote(name)
            raise NotWritten(
                f"{name} has a second name (a hard link), which would keep the old text",
                f"edit the file by hand, or copy it first: cp -p {file} {file}.new && mv {file}.new {file}",
            )


def read_file(name: str) -> bytes:
    """The bytes of a file to change. Raises NotWritten."""
    try:
        return read_regular(_real(name))
    except (OSError, ValueError) as error:
        raise NotWritten(f"{name} cannot be read: {_reason(error)}") from None


def create(name: str, data: bytes) -> None:
    """Write a new file. Raises NotWritten if the name already exists."""
    # Do not create the target of a dangling link: it was not chosen for this file.
    path = Path(os.path.realpath(Path(name).parent), Path(name).name)
    with _locked(path, name):
        temporary = _beside(path, NEW_ENDING)
        try:
            _remove(temporary)
            _write_new(temporary, data, None)
            _put_if_free(temporary, path)
        except FileExistsError:
            raise NotWritten(f"{name} already exists", _AS_IT_WAS) from None
        except OSError as error:
            raise NotWritten(f"{name} could not be written: {_reason(error)}") from None
        finally:
            _remove(temporary)
        _sync_folder(path.parent)


def _put_if_free(temporary: Path, path: Path) -> None:
    """Use a link, which unlike a rename never replaces another file. Raises FileExistsError."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError):
        # Some file systems have no links; there, create the name first, then fill the file.
        _write_new(path, temporary.read_bytes(), None)


def _real(name: str) -> Path:
    """The writable regular file that a name resolves to. Raises NotWritten."""
    try:
        path = Path(name).resolve(strict=True)
        mode = path.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        raise NotWritten(
            f"{name} cannot be changed: {_reason(error)}", f"timeline init {shlex.quote(name)} creates it"
        ) from None
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
        raise NotWritten(f"{name} is {what}, so it cannot be edited", "give a file with -f")
    if not os.access(path, os.W_OK):
        raise NotWritten(f"{name} is write-protected", f"chmod u+w {shlex.quote(name)} makes it writable")
    return path


@contextmanager
def _locked(path: Path, name: str, ending: str = LOCK_ENDING) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock_file = _beside(path, ending)
    wait = WAIT if ending == LOCK_ENDING else 0
    lock = FileLock(lock_file, timeout=wait, poll_interval=0.01, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        where = "being written by another timeline command" if wait else "open in timeline edit"
        raise NotWritten(f"{name} is {where}", "nothing was written; try again later") from None
    except OSError as error:
        raise NotWritten(f"{name} cannot be changed: {_reason(error)}", _AS_IT_WAS) from None
    try:
        yield
    finally:
        # Remove it while holding it: a waiting process sees that it is gone, and creates a new one.
        with contextlib.suppress(OSError):
            lock_file.unlink()
        lock.release()


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f".{path.name}{ending}")


def _write_new(temporary: Path, data: bytes, like: Path | None) -> None:
    """Write and sync a file that nobody else has open, with the owner, mode and attributes of `like`."""
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


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
