"""The bytes of one file, as UTF-8 without a byte order mark.

Owns: encodings, and that a very large file is never held whole. Refuses: what is not text.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.hint import Hint
from timeline_cli.nodes import Problems
from timeline_cli.reading.search import STDIN

HELD = 64 << 20  # a larger regular file stays on the disk, and its parts are read when they are wanted
BLOCK = 4 << 20

PATIENCE = 1.0  # seconds that a named pipe may be silent
_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISCHR, "it is a device"),
    (stat.S_ISBLK, "it is a device"),
    (stat.S_ISSOCK, "it is a socket"),
)
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def line_ends(data: bytes) -> int:
    """How many lines end in `data`, as the parser counts them: a carriage return alone ends one as well."""
    found = data.count(b"\n")
    return found + data.count(b"\r") - data.count(b"\r\n") if b"\r" in data else found


class Content:
    """What a file holds: in memory, or behind an open descriptor from byte `start` on."""

    def __init__(self, held: bytes | None, descriptor: int = -1, start: int = 0, end: int = 0) -> None:
        self._held = held
        self._descriptor = descriptor
        self._start = start
        self._size = end - start if held is None else len(held)

    def __len__(self) -> int:
        return self._size

    def part(self, start: int, end: int) -> bytes:
        """The bytes from `start` up to `end`."""
        if self._held is not None:
            return self._held[start:end]
        end = min(end, self._size)
        return os.pread(self._descriptor, max(end - start, 0), self._start + start)

    def whole(self) -> bytes:
        """All of it at once."""
        return self.part(0, self._size) if self._held is None else self._held

    def blocks(self, start: int, end: int) -> Iterator[bytes]:
        """What lies between two places, in blocks of whole lines (as far as lines are no longer than a block)."""
        while start < end:
            block = self.part(start, min(start + BLOCK, end))
            if not block:
                return
            if start + len(block) < end:
                cut = block.rfind(b"\n") + 1
                block = block[:cut] if cut else block
            yield block
            start += len(block)

    def close(self) -> None:
        """Give the descriptor back; nothing more can be read."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def open_content(file: str, problems: Problems) -> Content | None:
    """The content of a file, or None when it cannot be had, which is reported."""
    try:
        content = Content(_stdin()) if file == STDIN else _of_path(Path(file))
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        problems.add(Diagnostic("E001", f"cannot be read: {reason}", Location(file, 1)))
        return None
    return _as_text(content, problems)


def _stdin() -> bytes:
    if sys.stdin is None:
        raise ValueError("standard input is closed")
    return sys.stdin.buffer.read()


def _of_path(path: Path) -> Content:
    descriptor = open_file(path)
    try:
        found = os.fstat(descriptor)
        if stat.S_ISFIFO(found.st_mode):
            return Content(read_pipe(descriptor, path))
        if found.st_size > HELD and hasattr(os, "pread"):
            start = len(codecs.BOM_UTF8) if os.pread(descriptor, 3, 0) == codecs.BOM_UTF8 else 0
            held, descriptor = descriptor, -1
            return Content(None, held, start, found.st_size)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return Content(file.read())
    finally:
        if descriptor >= 0:
            os.close(descriptor)


# Opening what a name leads to, without ever waiting for it: a pipe, a device or a socket may never end.


def open_regular(path: Path) -> int:
    """A descriptor of a regular file. Raises OSError, and ValueError for anything else."""
    descriptor = open_file(path)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ValueError("it is no regular file")
    return descriptor


def read_regular(path: Path) -> bytes:
    """All that a regular file holds. Raises OSError, and ValueError for anything else."""
    with os.fdopen(open_regular(path), "rb") as file:
        return file.read()


def open_file(path: Path) -> int:
    """A descriptor of a regular file or a pipe. Raises OSError, and ValueError for anything else."""
    # Looked at first, since opening a device may do something; and then again, what was opened.
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
    """What comes out of a pipe. Raises ValueError for one with a name in a folder that stays silent.

    One that a shell made for this command (`<(…)`) is waited for as standard input is.
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
    raise ValueError("it is a pipe, and nothing is written into it")


def _as_text(content: Content, problems: Problems) -> Content | None:
    first = content.part(0, 4)
    for mark, encoding in _MARKS:
        if first.startswith(mark):
            if encoding == "utf-8":
                return _checked(Content(content.part(len(mark), len(content))), problems)
            return _converted(content.whole(), encoding, problems)
    if first[1:2] == b"\0" or first[:1] == b"\0":
        problems.add(
            Diagnostic(
                "E002",
                "every other byte is NUL: this looks like UTF-16 or UTF-32 without a byte order mark",
                Location(problems.file, 1),
                Hint("save the file as UTF-8 in your editor, or convert it with iconv -f UTF-16 -t UTF-8"),
            )
        )
        return None
    return _checked(content, problems)


def _checked(content: Content, problems: Problems) -> Content | None:
    """The content, if it is UTF-8 to its end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    line = 1
    for block in content.blocks(0, len(content)):
        try:
            decoder.decode(block)
        except UnicodeDecodeError as error:
            _refuse(error, line, problems)
            return None
        line += line_ends(block)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        _refuse(error, line, problems)
        return None
    return content


def _converted(data: bytes, encoding: str, problems: Problems) -> Content | None:
    try:
        return Content(data.decode(encoding).encode("utf-8", "replace"))
    except UnicodeDecodeError as error:
        _refuse(error, 1, problems)
        return None


def _refuse(error: UnicodeDecodeError, first_line: int, problems: Problems) -> None:
    data, encoding = error.object, error.encoding.upper()
    before = data[: error.start]
    line = first_line + line_ends(before)
    column = error.start - max(before.rfind(b"\n"), before.rfind(b"\r"))
    problems.add(
        Diagnostic(
            "E002",
            f"the byte 0x{data[error.start]:02X} is not {encoding} text",
            Location(problems.file, line, column),
            Hint("save the file as UTF-8 in your editor, or convert it with iconv -t UTF-8"),
        )
    )
