"""Resolve `include:`.

Owns: finding the included files. Does not: leave a file's folder.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import items, line
from timeline_cli.model import Registries
from timeline_cli.nodes import Node, Problems, Scalar, Sequence, is_null
from timeline_cli.reading.search import STDIN, is_regular


def included(node: Node, file: str, problems: Problems) -> list[str]:
    """The files included by `file`, sorted; none from outside the file's folder."""
    folders = _folders(file)
    context = Context(problems, Registries())
    found: list[str] = []
    for item in items(node, context):
        pattern = line(item, context)
        if not pattern:
            continue
        if _leads_out(pattern):
            problems.at(item, "E013", f"{pattern} is outside this file's folder", "move the file below this folder")
            continue
        matches = _matches(folders, pattern)
        if not matches:
            problems.at(item, "E013", f"no file matches {pattern}", "use a path relative to this file's folder")
        for path in matches:
            if not _is_inside(path, folders):
                hint = "copy the file, or name it with -f"
                problems.at(item, "E013", f"{path} is outside this file's folder", hint)
            elif not is_regular(path):
                hint = "remove it, or save its output to a file"
                problems.at(item, "E013", f"{path} is a pipe, a socket or a device, not a file", hint)
            else:
                found.append(str(path))
    return found


def patterns_of(node: Node) -> list[str]:
    """The allowed patterns of an `include:`, as written."""
    listed = node.items if isinstance(node, Sequence) else [node]
    written = [item.value for item in listed if isinstance(item, Scalar) and not is_null(item)]
    return [pattern for pattern in written if not _leads_out(pattern)]


def matching(patterns: list[str], file: str) -> list[str]:
    """The files that currently match the patterns of `file`."""
    folders = _folders(file)
    paths = [path for pattern in patterns for path in _matches(folders, pattern)]
    return [str(path) for path in paths if _is_inside(path, folders) and is_regular(path)]


def _folders(file: str) -> list[Path]:
    """Where patterns start: the file's folder; for a symbolic link, then the folder of its target.

    The link's folder comes first, since the link may be among files that belong to it.
    """
    if file == STDIN:
        return [Path.cwd()]
    path = Path(file)
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        if path.is_symlink():
            return [path.parent, path.resolve().parent]
    return [path.parent]


def _leads_out(pattern: str) -> bool:
    return pattern.startswith(("/", "\\", "~")) or ".." in Path(pattern).parts


def _matches(folders: list[Path], pattern: str) -> list[Path]:
    """The matches of a pattern in the first folder with any match."""
    return next(filter(None, (_found(folder, pattern) for folder in folders)), [])


def _found(folder: Path, pattern: str) -> list[Path]:
    try:
        # Hidden files come from editors and interrupted writes; skip them, as in a folder given with -f.
        paths = [path for path in sorted(folder.glob(pattern)) if not path.name.startswith(".") and not path.is_dir()]
    except (OSError, ValueError, NotImplementedError, RuntimeError, IndexError, AttributeError):
        # pathlib raises various exceptions for invalid patterns.
        return []
    # Report a special file that is named; skip one that only matches a pattern, as in a folder given with -f.
    return [path for path in paths if path == folder / pattern or is_regular(path)]


def _is_inside(path: Path, folders: list[Path]) -> bool:
    try:
        return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)
    except (OSError, RuntimeError):
        return False
