"""The bytes of one file, as UTF-8 without a byte order mark.

Owns: encodings, and access to very large files. Does not: accept anything but text.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING, TextIO

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.reading.search import STDIN
from timeline_cli.text import byte_order_mark

if TYPE_CHECKING:
    from timeline_cli.nodes import Problems

HELD = 64 << 20  # bytes; a larger regular file stays on disk, and its parts are read when needed
BLOCK = 1 << 20

PATIENCE = 1.0  # seconds to wait for a named pipe
_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISCHR, "it is a device"),
    (stat.S_ISBLK, "it is a device"),
    (stat.S_ISSOCK, "it is a socket"),
)
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


State = tuple[int, ...]


def file_state(path: str) -> State | None:
    """What shows that a file has changed: size, times, inode, and last the current time. None without a file."""
    now = time_ns()
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, now


def line_ends(data: bytes) -> int:
    """The number of line breaks in `data`, as the parser counts them: including a single carriage return."""
    found = data.count(b"\n")
    return found + data.count(b"\r") - data.count(b"\r\n") if b"\r" in data else found


class Content:
    """The content of a file: in memory, or read from an open descriptor from byte `start` on."""

    def __init__(self, held: bytes | None, descriptor: int = -1, start: int = 0, end: int = 0) -> None:
        self._held = held
        self._descriptor = descriptor
        self._start = start
        self._size = end - start if held is None else len(held)

    def __len__(self) -> int:
        return self._size

    def part(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end`."""
        if self._held is not None:
            return self._held[start:end]
        end = min(end, self._size)
        return os.pread(self._descriptor, max(end - start, 0), self._start + start)

    def whole(self) -> bytes:
        """The whole content."""
        return self.part(0, self._size) if self._held is None else self._held

    def blocks(self, start: int, end: int) -> Iterator[bytes]:
        """The bytes between two offsets, in blocks of whole lines (unless a line is longer than a block)."""
        while start < end:
            after = min(start + BLOCK, end)
            if self._held is not None and after < end:
                after = self._held.rfind(b"\n", start, after) + 1 or after  # without a second copy
            block = self.part(start, after)
            if not block:
                return
            if self._held is None and after < end:
                block = block[: block.rfind(b"\n") + 1] or block
            yield block
            start += len(block)

    def close(self) -> None:
        """Close the descriptor; nothing more can be read."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def open_content(file: str, problems: Problems, known: bool = False) -> Content | None:
    """The content of a file, or None if it cannot be read, which is reported; if `known`, neither held nor checked."""
    try:
        content = Content(read_stdin()) if file == STDIN else _of_path(Path(file), 0 if known else HELD)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        problems.add(Diagnostic("E001", f"cannot be read: {reason}", Location(file, 1)))
        return None
    return as_text(content, problems, known)


def read_stdin() -> bytes:
    """The bytes of standard input: the same each time. Raises OSError, and ValueError if it is closed."""
    if sys.stdin is None:
        raise ValueError("standard input is closed")
    return _bytes_of(sys.stdin)


@lru_cache(maxsize=1)
def _bytes_of(stream: TextIO) -> bytes:
    return stream.buffer.read()


def _of_path(path: Path, most: int) -> Content:
    descriptor = open_file(path)
    try:
        found = os.fstat(descriptor)
        if stat.S_ISFIFO(found.st_mode):
            return Content(read_pipe(descriptor, path))
        if found.st_size > most and hasattr(os, "pread"):
            mark, encoding = byte_order_mark(os.pread(descriptor, 4, 0))
            start = len(mark) if encoding == "utf-8" else 0
            held, descriptor = descriptor, -1
            return Content(None, held, start, found.st_size)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return Content(file.read())
    finally:
        if descriptor >= 0:
            os.close(descriptor)


# Open a file without ever waiting for it: a pipe, a device or a socket may never end.


def open_regular(path: Path) -> int:
    """A descriptor of a regular file. Raises OSError, and ValueError for anything else."""
    descriptor = open_file(path)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ValueError("it is not a regular file")
    return descriptor


def read_regular(path: Path) -> bytes:
    """The bytes of a regular file. Raises OSError, and ValueError for anything else."""
    with os.fdopen(open_regular(path), "rb") as file:
        return file.read()


def read_whole(path: Path) -> bytes:
    """The bytes of a regular file or a pipe. Raises OSError, and ValueError for anything else."""
    return _of_path(path, sys.maxsize).whole()


def open_file(path: Path) -> int:
    """A descriptor of a regular file or a pipe. Raises OSError, and ValueError for anything else."""
    # Check before opening, since opening a device may have effects; then check what was opened.
    _refuse_kind(path.stat().st_mode, path)
    descriptor = os.open(path, _FLAGS)
    try:
        _refuse_kind(os.fstat(descriptor).st_mode, path)
    except ValueError:
        os.close(descriptor)
        raise
    return descriptor


def _refuse_kind(mode: int, path: Path) -> None:
    for is_kind, reason in _KINDS:
        if is_kind(mode) and str(path) != os.devnull:
            raise ValueError(reason)


def read_pipe(descriptor: int, path: Path) -> bytes:
    """The bytes from a pipe. Raises ValueError for a named pipe without a writer.

    A pipe made by the shell for this command (`<(…)`) is waited for, like standard input.
    """
    from select import POLLIN, poll

    if path.is_relative_to("/dev") or path.is_relative_to("/proc"):
        os.set_blocking(descriptor, True)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return file.read()
    waiting = poll()
    found: list[bytes] = []
    waiting.register(descriptor, POLLIN)
    while waiting.poll(PATIENCE * 1000):
        with contextlib.suppress(BlockingIOError):
            block = os.read(descriptor, 1 << 20)
            if not block:
                return b"".join(found)
            found.append(block)
    raise ValueError("it is a pipe that nothing writes to")


def as_text(content: Content, problems: Problems, known: bool = False) -> Content | None:
    """The content as UTF-8 without a byte order mark, checked unless `known`; None if not text, which is reported."""
    first = content.part(0, 4)
    mark, encoding = byte_order_mark(first)
    if encoding == "utf-8":
        content = Content(content.part(len(mark), len(content)))
    elif mark:
        return _converted(content.part(len(mark), len(content)), encoding, problems)
    elif b"\0" in first:
        from timeline_cli.reading.hints.encoding import converted, without_mark

        encoding = without_mark(content.part(0, 1024))
        if encoding:
            message = f"many bytes are NUL: this looks like {encoding[:6]} without a byte order mark"
            problems.add(Diagnostic("E002", message, Location(problems.file, 1), converted(encoding, problems.file)))
            return None
    return content if known else _checked(content, problems)


def _checked(content: Content, problems: Problems) -> Content | None:
    """The content if all of it is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    read = 0
    for block in chain(content.blocks(0, len(content)), [b""]):
        try:
            if not block or not block.isascii() or decoder.getstate()[0]:
                decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            _refuse(error, 1 + sum(map(line_ends, content.blocks(0, read))), problems)
            return None
        read += len(block)
    return content


def _converted(data: bytes, encoding: str, problems: Problems) -> Content | None:
    try:
        return Content(data.decode(encoding).encode("utf-8", "replace"))
    except UnicodeDecodeError as error:
        _refuse(error, 1, problems)
        return None


def _refuse(error: UnicodeDecodeError, first_line: int, problems: Problems) -> None:
    from timeline_cli.reading.hints.encoding import encoding_hint

    data, encoding = error.object, error.encoding.upper()
    before = data[: error.start]
    column = error.start - max(before.rfind(b"\n"), before.rfind(b"\r"))
    place = Location(problems.file, first_line + line_ends(before), column)
    message = f"the byte 0x{data[error.start]:02X} is not {encoding} text"
    problems.add(Diagnostic("E002", message, place, encoding_hint(data, error.start, problems.file)))
