"""Find the files of events: those given with -f, or TIMELINE_FILE, or the nearest events.yaml.

Owns: that search, which completion uses without importing the reader. Does not: open a file.
"""

from __future__ import annotations

import os
from pathlib import Path

from timeline_cli.errors import NothingToRead

DEFAULT_NAME = "events.yaml"
SUFFIXES = (".yaml", ".yml")
# Files that `timeline import` reads.
FOREIGN = (".csv", ".tsv", ".xlsx", ".ics", ".mw")
STDIN = "-"


def find_files(named: tuple[str, ...]) -> list[str]:
    """The files to read: those given, with folders expanded; else TIMELINE_FILE, else the nearest events.yaml.

    Raises NothingToRead.
    """
    if not named:
        from_environment = os.environ.get("TIMELINE_FILE")
        named = (from_environment,) if from_environment else (_nearest(),)
    if "" in named:
        raise NothingToRead("-f needs a file name", "write a file or a folder: -f events.yaml")
    found: list[str] = []
    for name in named:
        path = Path(name)
        if name != STDIN and path.is_dir():
            found += _in_folder(path)
        elif path.suffix.lower() in FOREIGN and path.is_file():
            import shlex

            command = f"timeline import {shlex.quote(name)} --into {DEFAULT_NAME}"
            raise NothingToRead(f"{name} is not a file of events", command)
        else:
            found.append(name)
    return list(dict.fromkeys(found))


def _nearest() -> str:
    here = Path.cwd()
    for folder in (here, *here.parents):
        path = folder / DEFAULT_NAME
        if path.is_file():
            return os.path.relpath(path)
    raise NothingToRead(f"there is no {DEFAULT_NAME} in this folder or above it", _others_in(here))


def _others_in(folder: Path) -> str:
    """The hint that names the YAML files of a folder."""
    import shlex

    names = sorted(path.name for path in folder.glob("[!.]*.y*ml") if path.suffix in SUFFIXES and path.is_file())
    if not names:
        return "create one with `timeline init`, use timeline -f FILE, or set TIMELINE_FILE"
    first, *others = map(shlex.quote, names[:3])
    return f"write timeline -f {first}" + f" (or {', '.join(others)})" * bool(others)


def is_regular(path: Path) -> bool:
    """Whether it is a file, a link to a file, or missing: nothing that could block."""
    try:
        return path.is_file() or not path.exists()
    except OSError:
        return True  # opening it gives the reason


def _in_folder(folder: Path) -> list[str]:
    """The *.yaml and *.yml files below a folder, sorted, without hidden files and folders."""
    found: list[str] = []

    def refuse(error: OSError) -> None:
        raise NothingToRead(f"{error.filename} cannot be read: {error.strerror}", "give the names of its files")

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = [Path(root, name) for name in names if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
        # Giving a folder does not mean to read its pipes, sockets or devices.
        found += [str(path) for path in paths if path.is_dir() or is_regular(path)]
    if not found:
        raise NothingToRead(f"{folder} has no *.yaml or *.yml files", "give the name of a file")
    return sorted(found)


def identity_of(name: str) -> str:
    """The identity of a file, equal for all its names."""
    try:
        return name if name == STDIN else str(Path(name).resolve())
    except (OSError, RuntimeError, ValueError):
        return name
