"""Writing: a file is replaced whole or not at all, by one command at a time, never over what somebody else wrote.

Owns: the lock, the temporary file, the atomic replace. Does not: look at what is written.

    with hold(file) as held:    # waits for its turn, and until no other program writes the file
        held.update(change)     # change(data) is asked again where another program saved in the meantime

The new file takes the place of the old one in one step, and the old one is kept for the moment that it takes to look at
it again: where another program has written into it, or has it open for writing, it is put back, and all begins anew.
So the file is the old one or the new one, whenever the power goes.

The lock and the temporary file stand beside the file, hidden, under fixed names: what a killed run leaves behind
locks nothing, and the next run takes it away. Both names end in what no reader of events looks for.
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
EDIT_ENDING = ".timeline-edit"  # the lock of an editor, which nobody waits for
WAIT = 120.0  # seconds for the others; each holds the lock for the time that reading the file takes
TRIES = 20  # how many saves of other programs one change begins anew for

_AS_IT_WAS = "the file is as it was"


class Overtaken(NotWritten):
    """Another program has saved the file in the meantime."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} was changed by another program in the meantime", "nothing was written; run the command again"
        )


class Held:
    """A file under lock: its name as given, the file that it leads to, and its bytes."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self._seen = self._read()

    @property
    def data(self) -> bytes:
        return self._seen.data

    def update(self, change: Callable[[bytes], bytes]) -> bool:
        """Put what `change` makes of the bytes in their place; whether another program saved in the meantime.

        `change` is asked again for what that program wrote. Raises NotWritten, and then the file is as that left it.
        """
        for number in range(TRIES):
            try:
                self.replace(change(self.data))
                # A save that began before ours and ended after it took nothing of it over.
                if is_still(self.path, self._seen, linger=False):
                    return number > 0
            except Overtaken:
                pass
            except TimelineError:
                # What is wrong may be that only half of a save was there.
                if is_same(self.path, self._seen):
                    raise
            self._seen = self._read()
        raise Overtaken(self.name)

    def replace(self, new: bytes) -> None:
        """Put `new` in place of `data`. Raises NotWritten, and then the file is as it was."""
        if new == self.data:
            return
        try:
            self._seen = self._write(new)
        except FileNotFoundError:
            raise Overtaken(self.name) from None
        except OSError as error:
            raise _not_written(self.name, error) from None
        # From here on the new file is in place; a folder that cannot be synced is no reason to say otherwise.
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
            # Between that look and this step, and through a handle from before, another program may still write.
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
            "mount the folder that it is in; or change it in your editor",
        )
    return NotWritten(f"{name} could not be written: {_reason(error)}", _AS_IT_WAS)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def replace_bytes(name: str, expected: bytes, new: bytes) -> None:
    """Put `new` in place of `expected`. Raises NotWritten; Overtaken when the file holds something else by now."""
    with hold(name) as held:
        if held.data != expected:
            raise Overtaken(name)
        held.replace(new)


@contextmanager
def hold(name: str) -> Iterator[Held]:
    """Wait for the file's lock and keep it; symbolic links are followed. Raises NotWritten."""
    with contextlib.suppress(OSError, ValueError):
        wait_for(Path(name))
    path = _real(name)
    with _locked(path, name):
        _remove(_beside(path, NEW_ENDING), _beside(path, OLD_ENDING))
        _refuse_second_name(path, name)
        if _beside(path, EDIT_ENDING).exists():
            with _locked(path, name, EDIT_ENDING):
                pass  # of an edit that was killed
        yield Held(name, path)


@contextmanager
def open_in_editor(name: str) -> Iterator[None]:
    """Keep the other commands from writing a file while an editor has it: they are refused. Raises NotWritten."""
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
                f"change it in your editor; or make a file of its own: cp -p {file} {file}.new && mv {file}.new {file}",
            )


def read_file(name: str) -> bytes:
    """The bytes of a file that is to be changed. Raises NotWritten."""
    try:
        return read_regular(_real(name))
    except (OSError, ValueError) as error:
        raise NotWritten(f"{name} cannot be read: {_reason(error)}") from None


def create(name: str, data: bytes) -> None:
    """Write a new file. Raises NotWritten where there is something of that name already."""
    # Not where a link leads that leads nowhere: whoever put it there chose that place, not we.
    path = Path(os.path.realpath(Path(name).parent), Path(name).name)
    with _locked(path, name):
        temporary = _beside(path, NEW_ENDING)
        try:
            _remove(temporary)
            _write_new(temporary, data, None)
            _put_if_free(temporary, path)
        except FileExistsError:
            raise NotWritten(f"{name} is there already", _AS_IT_WAS) from None
        except OSError as error:
            raise NotWritten(f"{name} could not be written: {_reason(error)}") from None
        finally:
            _remove(temporary)
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
        raise NotWritten(
            f"{name} cannot be changed: {_reason(error)}", f"timeline init {shlex.quote(name)} makes a new file"
        ) from None
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "no regular file"
        raise NotWritten(f"{name} is {what}, and only a file can be changed", "name the file with -f")
    if not os.access(path, os.W_OK):
        raise NotWritten(f"{name} is write-protected", f"chmod u+w {shlex.quote(name)} allows to change it")
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
        raise NotWritten(f"{name} is {where}", "nothing was written; try again when that is done") from None
    except OSError as error:
        raise NotWritten(f"{name} cannot be changed: {_reason(error)}", _AS_IT_WAS) from None
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
