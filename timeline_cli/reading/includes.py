"""What an `include:` may reach.

Owns: the files that it names. Refuses: to leave a file's folder.
"""

from __future__ import annotations

from pathlib import Path

from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import items, line
from timeline_cli.model import Registries
from timeline_cli.nodes import Node, Problems, Scalar, Sequence, is_null
from timeline_cli.reading.search import STDIN


def included(node: Node, file: str, problems: Problems) -> list[str]:
    """The files that an `include:` of `file` names, sorted; none from outside the file's folder."""
    folder = Path(file).parent if file != STDIN else Path.cwd()
    context = Context(problems, Registries())
    found: list[str] = []
    for item in items(node, context):
        pattern = line(item, context)
        if not pattern:
            continue
        if _leads_out(pattern):
            problems.at(item, "E013", f"{pattern} leads out of this file's folder", "move the file below this folder")
            continue
        matches = _matches(folder, pattern)
        if not matches:
            problems.at(item, "E013", f"no file matches {pattern}", "the pattern starts from the folder of this file")
        for path in matches:
            if _is_inside(path, folder):
                found.append(str(path))
            else:
                problems.at(
                    item, "E013", f"{path} leads out of this file's folder", "copy the file, or name it with -f"
                )
    return found


def patterns_of(node: Node) -> list[str]:
    """The patterns that an `include:` may follow, as they are written."""
    listed = node.items if isinstance(node, Sequence) else [node]
    written = [item.value for item in listed if isinstance(item, Scalar) and not is_null(item)]
    return [pattern for pattern in written if not _leads_out(pattern)]


def matching(patterns: list[str], file: str) -> list[str]:
    """The files that patterns of `file` stand for now."""
    folder = Path(file).parent
    paths = [path for pattern in patterns for path in _matches(folder, pattern)]
    return [str(path) for path in paths if _is_inside(path, folder)]


def _leads_out(pattern: str) -> bool:
    return pattern.startswith(("/", "\\", "~")) or ".." in Path(pattern).parts


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
