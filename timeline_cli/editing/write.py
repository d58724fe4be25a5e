"""Change a file: whole or not at all, by one command at a time, never over another program's changes.

Owns: the atomic replace that notices other programs. Does not: look at the content.

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

from timeline_cli.editing.new_file import (
    AS_IT_WAS,
    EDIT_ENDING,
    NEW_ENDING,
    OLD_ENDING,
    beside,
    locked,
    put_if_free,
    reason,
    remove,
    sync_folder,
    write_new,
)
from timeline_cli.editing.rivals import Seen, is_same, is_still, read_settled, stamp_of, swap, wait_for
from timeline_cli.errors import NotWritten, TimelineError
from timeline_cli.reading.content import Content, read_regular

TRIES = 20  # how many times a change starts over because of another program's save


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
        return self._seen.content.whole()

    def update(self, change: Callable[[bytes], bytes | Content]) -> bool:
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

    def replace(self, new: bytes | Content) -> None:
        """Replace `data` with `new`. If it raises NotWritten, the file is unchanged."""
        content = Content(new) if isinstance(new, bytes) else new
        if len(content) == len(self.data) and content.whole() == self.data:
            return
        try:
            self._seen = self._write(content)
        except FileNotFoundError:
            raise Overtaken(self.name) from None
        except OSError as error:
            raise _not_written(self.name, error) from None
        # The new file is now in place; a folder that cannot be synced does not change that.
        sync_folder(self.path.parent)

    def _read(self) -> Seen:
        try:
            return read_settled(self.name, self.path)
        except (OSError, ValueError) as error:
            raise NotWritten(f"{self.name} cannot be read: {reason(error)}") from None

    def _write(self, new: Content) -> Seen:
        temporary, spare = beside(self.path, NEW_ENDING), beside(self.path, OLD_ENDING)
        try:
            write_new(temporary, new.blocks(0, len(new)), self.path)
            written = Seen(new, stamp_of(temporary.stat()))
            if not is_same(self.path, self._seen):
                raise Overtaken(self.name)
            # Another program may still write between that check and this step, or through an older handle.
            is_kept = swap(temporary, self.path, spare)
            if is_kept and not is_still(temporary, self._seen, self._seen.is_fresh):
                swap(temporary, self.path, spare)
                if not is_still(temporary, written, linger=False):
                    # That program, which had emptied the old file, has then opened the new one: it is the newest.
                    swap(temporary, self.path, spare)
                raise Overtaken(self.name)
            return written
        finally:
            remove(temporary, spare)


def _not_written(name: str, error: OSError) -> NotWritten:
    if error.errno == errno.EBUSY:
        return NotWritten(
            f"{name} is mounted as a single file, which cannot be replaced",
            "mount its folder instead, or edit the file by hand",
        )
    return NotWritten(f"{name} could not be written: {reason(error)}", AS_IT_WAS)


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
    with locked(path, name):
        remove(beside(path, NEW_ENDING), beside(path, OLD_ENDING))
        _refuse_second_name(path, name)
        if beside(path, EDIT_ENDING).exists():
            with locked(path, name, EDIT_ENDING):
                pass  # from a killed edit
        yield Held(name, path)


@contextmanager
def open_in_editor(name: str) -> Iterator[None]:
    """Lock a file while an editor has it open: other commands fail. Raises NotWritten."""
    path = Path(os.path.realpath(name))
    with contextlib.ExitStack() as stack:
        with locked(path, name):
            stack.enter_context(locked(path, name, EDIT_ENDING))
        yield


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
        raise NotWritten(f"{name} cannot be read: {reason(error)}") from None


def create(name: str, data: bytes) -> None:
    """Write a new file. Raises NotWritten if the name already exists."""
    # Do not create the target of a dangling link: it was not chosen for this file.
    path = Path(os.path.realpath(Path(name).parent), Path(name).name)
    with locked(path, name):
        temporary = beside(path, NEW_ENDING)
        try:
            remove(temporary)
            write_new(temporary, [data], None)
            put_if_free(temporary, path)
        except FileExistsError:
            raise NotWritten(f"{name} already exists", AS_IT_WAS) from None
        except OSError as error:
            raise NotWritten(f"{name} could not be written: {reason(error)}") from None
        finally:
            remove(temporary)
        sync_folder(path.parent)


def _real(name: str) -> Path:
    """The writable regular file that a name resolves to. Raises NotWritten."""
    try:
        path = Path(name).resolve(strict=True)
        mode = path.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        raise NotWritten(
            f"{name} cannot be changed: {reason(error)}", f"timeline init {shlex.quote(name)} creates it"
        ) from None
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
        raise NotWritten(f"{name} is {what}, so it cannot be edited", "give a file with -f")
    if not os.access(path, os.W_OK):
        raise _protected(name, path)
    return path


def _protected(name: str, path: Path) -> NotWritten:
    """Why a file that may not be written may not, and what its owner can do."""
    with contextlib.suppress(OSError):  # it may be gone by now
        if hasattr(os, "statvfs") and os.statvfs(path).f_flag & os.ST_RDONLY:
            return NotWritten(f"{name} is on a read-only file system", "copy it to a folder that can be written")
        if hasattr(os, "geteuid") and path.stat().st_uid != os.geteuid():
            return NotWritten(f"{name} belongs to another user, who has to let you write it")
    return NotWritten(f"{name} is write-protected", f"chmod u+w {shlex.quote(name)} makes it writable")
