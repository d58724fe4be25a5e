"""Files: the bytes of each as UTF-8, and what an include may reach.

Owns: encodings, includes. Refuses: to leave a file's folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.decode import Context, items, line
from timeline_cli.model import Registries
from timeline_cli.nodes import Node, Problems
from timeline_cli.reading.search import STDIN


def read_bytes(file: str, problems: Problems) -> bytes | None:
    """The content as UTF-8 without a byte order mark; None when it cannot be had, which is reported."""
    try:
        data = sys.stdin.buffer.read() if file == STDIN else _regular(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        problems.add(Diagnostic("E001", f"cannot be read: {reason}", Location(file, 1)))
        return None
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _to_utf8(data[len(mark) :] if encoding == "utf-8" else data, encoding, problems)
    return _to_utf8(data, "utf-8", problems)


def _regular(file: str) -> Path:
    """A file or a pipe; a device would never end."""
    path = Path(file)
    if path.is_dir():
        raise ValueError("it is a folder")
    if path.is_char_device() or path.is_block_device():
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
        found += matches
    return found


def _matches(folder: Path, pattern: str) -> list[str]:
    try:
        inside = folder.resolve()
        paths = sorted(folder.glob(pattern))
        return [str(path) for path in paths if path.is_file() and path.resolve().is_relative_to(inside)]
    except (OSError, ValueError, NotImplementedError, RuntimeError):
        return []
