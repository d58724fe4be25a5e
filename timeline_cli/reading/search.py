"""Where the events are: the files that are named, or TIMELINE_FILE, or the nearest events.yaml.

Owns: that search, which completion does without importing what reads events. Does not: open a file.
"""

from __future__ import annotations

import os
from pathlib import Path

from timeline_cli.errors import NothingToRead

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
    if "" in named:
        raise NothingToRead("-f is given no name", "name a file or a folder: -f events.yaml")
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


def is_regular(path: Path) -> bool:
    """Whether it is a file, a link to one, or missing: nothing that could be waited for."""
    try:
        return path.is_file() or not path.exists()
    except OSError:
        return True  # opening it tells why


def _in_folder(folder: Path) -> list[str]:
    """The *.yaml and *.yml below a folder, sorted; hidden files and folders are left out."""
    found: list[str] = []

    def refuse(error: OSError) -> None:
        raise NothingToRead(f"{error.filename} cannot be read: {error.strerror}", "name the files themselves with -f")

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = [Path(root, name) for name in names if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
        # Nobody means a pipe, a socket or a device by naming its folder.
        found += [str(path) for path in paths if path.is_dir() or is_regular(path)]
    if not found:
        raise NothingToRead(f"{folder} holds no *.yaml or *.yml file", "name the file itself with -f")
    return sorted(found)
