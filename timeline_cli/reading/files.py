"""Files: the bytes of each as UTF-8, and what an include may reach.

Owns: encodings, includes. Refuses: to leave a file's folder.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import items, line
from timeline_cli.model import Registries
from timeline_cli.nodes import Node, Problems
from timeline_cli.reading.search import STDIN


def read_bytes(file: str, problems: Problems) -> bytes | None:
    """The content as UTF-8 without a byte order mark; None when it cannot be had, which is reported."""
    try:
        data = _stdin() if file == STDIN else _regular(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        problems.add(Diagnostic("E001", f"cannot be read: {reason}", Location(file, 1)))
        return None
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _to_utf8(data[len(mark) :] if encoding == "utf-8" else data, encoding, problems)
    if data[1:2] == b"\0" or data[:1] == b"\0":
        problems.add(
            Diagnostic(
                "E002",
                "every other byte is NUL: this looks like UTF-16 or UTF-32 without a byte order mark",
                Location(file, 1),
                "save the file as UTF-8 in your editor, or convert it with iconv -f UTF-16 -t UTF-8",
            )
        )
        return None
    return _to_utf8(data, "utf-8", problems)


def _stdin() -> bytes:
    if sys.stdin is None:
        raise ValueError("standard input is closed")
    return sys.stdin.buffer.read()


def _regular(file: str) -> Path:
    """A file or a pipe; a device would never end."""
    path = Path(file)
    if path.is_dir():
        raise ValueError("it is a folder")
    if (path.is_char_device() or path.is_block_device()) and file != os.devnull:
        raise ValueError("it is a device")
    return path


def _to_utf8(data: bytes, encoding: str, problems: Problems) -> bytes | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line_number = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        problems.add(
            Diagnostic(
                "E002",
                f"the byte 0x{data[error.start]:02X} is not {encoding.upper()} text",
                Location(problems.file, line_number, column),
                "save the file as UTF-8 in your editor, or convert it with iconv -t UTF-8",
            )
        )
        return None
    return data if encoding == "utf-8" else text.encode("utf-8", "replace")


def included(node: Node, file: str, problems: Problems) -> list[str]:
    """The files that an `include:` of `file` names, sorted; none from outside the file's folder."""
    folder = Path(file).parent if file != STDIN else Path.cwd()
    context = Context(problems, Registries())
    found: list[str] = []
    for item in items(node, context):
        pattern = line(item, context)
        if not pattern:
            continue
        if pattern.startswith(("/", "\\", "~")) or ".." in Path(pattern).parts:
            problems.at(item, "E013", f"{pattern} leads out of this file's folder", "move the file below this folder")
            continue
        matches = _matches(folder, pattern)
        if not matches:
            problems.at(item, "E013", f"no file matches {pattern}", f"the pattern starts from {folder}/")
        for path in matches:
            if _is_inside(path, folder):
                found.append(str(path))
            else:
                problems.at(
                    item, "E013", f"{path} leads out of this file's folder", "copy the file, or name it with -f"
                )
    return found


def _matches(folder: Path, pattern: str) -> list[Path]:
    try:
        # Hidden files are those of editors and of writes that were cut short, as in a folder that is named.
        return [path for path in sorted(folder.glob(pattern)) if not path.name.startswith(".") and not path.is_dir()]
    except (OSError, ValueError, NotImplementedError, RuntimeError, IndexError, AttributeError):
        # pathlib has an exception of its own for each pattern that it cannot take.
        return []


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
