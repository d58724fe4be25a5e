"""Write what is made from the events: a file or a folder of files, whole or not at all, from pieces.

Owns: which names an output may have. Does not: keep a whole output in memory, or replace a file that is read for it.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from timeline_cli.editing.new_file import (
    AS_IT_WAS,
    NEW_ENDING,
    OLD_ENDING,
    beside,
    locked,
    reason,
    remove,
    sync_folder,
    write_new,
)
from timeline_cli.editing.rivals import exchange
from timeline_cli.errors import NotWritten, UsageFault

_STDIN, _STDOUT = 0, 1
Place = tuple[int, int]


def refuse_read(name: str | None, read: Iterable[str]) -> None:
    """Raises UsageFault if an output is one of the files that are read, by whatever name. None is stdout."""
    target = _place(_STDOUT if name is None else name)
    folder = Path(name).resolve() if name is not None and Path(name).is_dir() else None
    if target is None and folder is None:
        return
    for file in read:
        if file != "-" and folder is not None and Path(file).resolve().is_relative_to(folder):
            raise UsageFault(f"{name} holds {file}, read for this answer", "write the export to another folder")
        if target is not None and _place(_STDIN if file == "-" else file) == target:
            shown = "standard output" if name is None else name
            what = "standard input" if file == "-" else file
            raise UsageFault(
                f"{shown} is {'' if shown == what else f'the same file as {what}, '}read for this answer",
                "write the export to another file",
            )


def _place(file: str | int) -> Place | None:
    """The device and inode of a regular file, which are the same for all of its names."""
    try:
        status = os.fstat(file) if isinstance(file, int) else Path(file).stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def put(name: str, pieces: Iterable[bytes]) -> None:
    """Write a file; an existing one is replaced whole, or stays as it is. Raises NotWritten.

    A device or a pipe, such as /dev/stdout, is written as it is.
    """
    path, given = _checked(name), Path(name)
    try:
        # As given: what /dev/stdout resolves to has no place in a folder.
        if given.exists() and not given.is_file():
            _stream(given, pieces)
            return
        with locked(path, name):
            temporary = beside(path, NEW_ENDING)
            try:
                remove(temporary)
                write_new(temporary, pieces, path if path.exists() else None)
                temporary.replace(path)
            finally:
                remove(temporary)
    except OSError as error:
        raise _not_written(name, error) from None
    sync_folder(path.parent)


def put_folder(name: str, suffix: str, pieces: Iterable[tuple[str, bytes]]) -> None:
    """Write the files of a folder, each piece under the name of its file. Raises NotWritten.

    An existing folder is replaced whole, and only if all its files end in `suffix`.
    """
    path = _checked(name)
    _refuse_foreign(path, name, suffix)
    try:
        with locked(path, name):
            temporary, spare = beside(path, NEW_ENDING), beside(path, OLD_ENDING)
            try:
                for leftover in (temporary, spare):
                    shutil.rmtree(leftover, ignore_errors=True)
                temporary.mkdir()
                _fill(temporary, pieces)
                _take_place(temporary, path, spare)
            finally:
                for leftover in (temporary, spare):
                    shutil.rmtree(leftover, ignore_errors=True)
    except OSError as error:
        raise _not_written(name, error) from None
    sync_folder(path.parent)


def _checked(name: str) -> Path:
    """The path that a name leads to. Raises NotWritten."""
    path = Path(os.path.realpath(name))
    if Path(name).is_symlink() and not Path(name).exists():
        raise NotWritten(f"{name} is a link to a file that does not exist", "write to a file, or remove the link")
    if path.is_file() and not os.access(path, os.W_OK):
        raise NotWritten(f"{name} is write-protected", AS_IT_WAS)
    return path


def _not_written(name: str, error: OSError) -> NotWritten:
    if error.errno == errno.EISDIR:
        return NotWritten(f"{name} is a folder", "write the name of a file")
    return NotWritten(f"{name} could not be written: {reason(error)}", "what was there is unchanged")


def _stream(path: Path, pieces: Iterable[bytes]) -> None:
    """Write to a device or a pipe; fails at once if nobody reads the pipe."""
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    if sys.platform != "win32":
        os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(pieces)


def _fill(folder: Path, pieces: Iterable[tuple[str, bytes]]) -> None:
    """Write each piece at the end of its file."""
    paths = set()
    for name, piece in pieces:
        path = folder / PurePosixPath(name)
        paths.add(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(piece)
    for path in paths:
        with path.open("rb") as file:
            os.fsync(file.fileno())


def _refuse_foreign(folder: Path, name: str, suffix: str) -> None:
    """Refuse a folder with files that no export has written: they would be lost."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotWritten(f"{name} is a file, and this format needs a folder", "write the name of a folder")
    for root, _, names in os.walk(folder):
        for found in names:
            if not found.endswith(suffix):
                raise NotWritten(
                    f"{name} holds {Path(root, found).relative_to(folder)}, which is not from an export",
                    "write the export to an empty or new folder",
                )


def _take_place(new: Path, folder: Path, spare: Path) -> None:
    """Put the new folder where the old one is, or none."""
    if not folder.exists():
        new.rename(folder)
    elif not exchange(new, folder):
        folder.rename(spare)
        new.rename(folder)
