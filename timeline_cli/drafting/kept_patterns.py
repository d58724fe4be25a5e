"""The patterns of these modules, compiled once and stored for the next drafts.

Owns: the file with their code in the cache folder. Does not: store a pattern with words of an article: it takes those
that are compiled while modules load, in one thread.

`re` compiles in Python: some 600 patterns would take nearly half of a draft's time. It has no public way to store the
result, so the inner functions of `re.compile` are called here. If one is missing or refuses, or the file is not ours,
damaged or from another Python, patterns are compiled as usual.
"""

from __future__ import annotations

import re
import sys
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator
from contextlib import contextmanager
from json import dumps, loads
from pathlib import Path
from typing import Any

from timeline_cli.digest import digest
from timeline_cli.index.place import cache_folder, is_ours, rewrite

_FORMAT = 1  # of a row
_REFUSED = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError)
Row = tuple[int, str, list[str | None]]  # all flags, the code in base64, the names of the groups


@contextmanager
def kept_patterns() -> Iterator[None]:
    """Within it, modules that load take their patterns from the file; it gets those that it did not have."""
    folder = cache_folder()
    if folder is None:
        yield
        return
    kept, usual = _Kept(folder / f"python-{sys.implementation.cache_tag}.patterns"), re.compile
    re.compile = kept.compile
    try:
        yield
    finally:
        re.compile = usual
    kept.store()


class _Kept:
    """The patterns of a file, and those wanted since it was read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _read(path)
        self._wanted: dict[str, Row] = {}
        self._usual = re.compile
        self._is_stale = False

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """What `re.compile` returns."""
        if not isinstance(pattern, str):
            return self._usual(pattern, flags)
        key = f"{int(flags)} {pattern}"
        try:
            row = self._known.get(key) or _row(pattern, int(flags))
            made = _made(pattern, *row)
        except _REFUSED:
            self._is_stale |= key in self._known
            return self._usual(pattern, flags)
        self._wanted[key] = row
        return made

    def store(self) -> None:
        """Write the wanted ones, if the file lacks one of them or has one that Python refuses; drop the others."""
        if self._is_stale or self._wanted.keys() - self._known.keys():
            body = dumps(self._wanted)
            rewrite(self._path, f"{_mark(body)}\n{body}")


def _read(path: Path) -> dict[str, Row]:
    try:
        mark, _, body = path.read_text("ascii").partition("\n") if is_ours(path) else ("", "", "")
        found: dict[str, Row] = loads(body) if mark == _mark(body) else {}
    except (OSError, ValueError):
        return {}
    return found


def _mark(body: str) -> str:
    """What the first line of a file with that body is, if this Python and this format wrote it."""
    return digest(f"{_FORMAT} {sys.byteorder} {sys.version}\n{body}".encode()).hex()


def _row(pattern: str, flags: int) -> Row:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, b2a_base64(code, newline=False).decode("ascii"), names


def _made(pattern: str, flags: int, code: str, names: list[str | None]) -> re.Pattern[str]:
    from _sre import compile as made  # type: ignore[import-not-found]

    numbers = {name: number for number, name in enumerate(names) if name is not None}
    found: re.Pattern[str] = made(
        pattern, flags, array("I", a2b_base64(code)).tolist(), len(names) - 1, numbers, tuple(names)
    )
    return found
