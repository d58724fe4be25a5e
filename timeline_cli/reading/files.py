"""Files: where the events are, what an include may reach, and the bytes of each as UTF-8.

Owns: the search for events.yaml, folders, includes, encodings. Refuses: to leave a file's folder.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.errors import NothingToRead
from timeline_cli.fields.decode import Context, items, line
from timeline_cli.model import Registries
from timeline_cli.nodes import Node, Problems

DEFAULT_NAME = "events.yaml"
SUFFIXES = (".yaml", ".yml")
STDIN = "-"


def find_files(named: tuple[str, ...]) -> list[str]:
    """The files to read: those named, with folders opened up; else TIMELINE_FILE, else the nearest events.yaml.

    Raises NothingToRead.
    """
    if not named:
        from_environment = os.environ.get("TIMELINE_FILE")
        named = (from_environment,) if from_environment else (_nearest(),)
    found: list[str] = []
    for name in named:
        path = Path(name)
        if name != STDIN and path.is_dir():
            found += _in_folder(path)
        else:
            found.append(name)
    return list(dict.fromkeys(found))


def _nearest() -> str:
    here = Path.cwd()
    for folder in (here, *here.parents):
        path = folder / DEFAULT_NAME
        if path.is_file():
            return os.path.relpath(path)
    raise NothingToRead(
        f"there is no {DEFAULT_NAME} in this folder or above it",
        "name a file: timeline -f FILE show, or set TIMELINE_FILE",
    )


def _in_folder(folder: Path) -> list[str]:
    """The *.yaml and *.yml below a folder, sorted; hidden files and folders are left out."""
    found: list[str] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            str(Path(root, name)) for name in names if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        ]
    if not found:
        raise NothingToRead(f"{folder} holds no *.yaml or *.yml file", "name the file itself with -f")
    return sorted(found)


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
