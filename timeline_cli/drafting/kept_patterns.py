"""The patterns of these modules, compiled once and stored for the next drafts.

Owns: the file with their code in the cache folder. Does not: store a pattern with words of an article: it takes those
that are compiled while modules load, in one thread, and then only constants of the code.

`re` compiles in Python: some 800 patterns would take nearly half of a draft's time. It has no public way to store the
result, so the inner functions of `re.compile` are called and replaced here. If one is missing or refuses, or the file
is not ours, damaged or from another Python, patterns are compiled as usual.
"""

from __future__ import annotations

import re
import sys
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json import dumps, loads
from pathlib import Path
from typing import Any
from zlib import compress, decompress, error

from timeline_cli.digest import digest
from timeline_cli.index.place import cache_folder, is_ours, rewrite

_FORMAT = 2  # of a row
_REFUSED = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError, error)
Row = tuple[int, str, list[str | None]]  # all flags, the compressed code in base64, the names of the groups


@contextmanager
def kept_patterns() -> Iterator[KeptPatterns]:
    """Within it, patterns are taken from the file; it gets those that it did not have."""
    folder, inner = cache_folder(), getattr(re, "_compiler", None)
    usual = getattr(inner, "compile", None)
    if folder is None or inner is None or usual is None:
        yield KeptPatterns(None, re.compile)
        return
    kept = KeptPatterns(folder / f"python-{sys.implementation.cache_tag}.patterns", usual)
    inner.compile = kept.compile
    try:
        yield kept
    finally:
        inner.compile = usual
    kept.store()


class KeptPatterns:
    """The patterns of a file, and those wanted since it was read."""

    def __init__(self, path: Path | None, usual: Callable[..., re.Pattern[Any]]) -> None:
        self._path = path
        self._known = _read(path) if path is not None else {}
        self._loaded: dict[str, Row] = {}
        self._constants: dict[str, Row] = {}
        self._usual = usual
        self._is_loading, self._is_stale = True, False

    def have_loaded(self) -> None:
        """What is compiled from here on may have words of an article: only constants of the code are stored."""
        self._is_loading = False

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """What `re` makes of a pattern that it has not in memory."""
        if not isinstance(pattern, str) or not (self._is_loading or _is_constant(pattern)):
            return self._usual(pattern, flags)
        key = f"{int(flags)} {pattern}"
        try:
            row = self._known.get(key) or _row(pattern, int(flags))
            made = _made(pattern, *row)
        except _REFUSED:
            self._is_stale |= key in self._known
            return self._usual(pattern, flags)
        (self._loaded if self._is_loading else self._constants)[key] = row
        return made

    def store(self) -> None:
        """Write the wanted ones, if the file lacks one of them or has one that Python refuses.

        Constants of other articles stay while the modules are the same.
        """
        wanted = {**self._loaded, **self._constants}
        if self._path is None or not (self._is_stale or wanted.keys() - self._known.keys()):
            return
        is_same_code = not self._is_stale and self._loaded.keys() <= self._known.keys()
        body = dumps({**self._known, **wanted} if is_same_code else wanted)
        rewrite(self._path, f"{_mark(body)}\n{body}")


def _is_constant(pattern: str) -> bool:
    """Whether the function that asked `re` for a pattern has it among its constants."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    return pattern in frame.f_code.co_consts


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
    code = compress(array("I", _compiler._code(parsed, flags)).tobytes())
    return flags | parsed.state.flags, b2a_base64(code, newline=False).decode("ascii"), names


def _made(pattern: str, flags: int, code: str, names: list[str | None]) -> re.Pattern[str]:
    from _sre import compile as made  # type: ignore[import-not-found]

    numbers = {name: number for number, name in enumerate(names) if name is not None}
    found: re.Pattern[str] = made(
        pattern, flags, array("I", decompress(a2b_base64(code))).tolist(), len(names) - 1, numbers, tuple(names)
    )
    return found
