"""The patterns of these modules, compiled once and stored for the next drafts.

Owns: the file with their code in the cache folder. Does not: store a pattern with words of an article: it takes those
that are compiled while modules load, in one thread, and then only constants of the code.

`re` compiles in Python: the 700 patterns of modules would take nearly half of the time of a short article. It has no
public way to store the result, so the inner functions of `re.compile` are called and replaced here. If one is missing
or refuses, or the file is not ours, damaged or from another Python, patterns are compiled as usual.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json import dumps, loads
from pathlib import Path
from types import FrameType
from typing import Any

from timeline_cli.digest import digest
from timeline_cli.index.place import cache_folder, is_ours, rewrite

_FORMAT = 3  # of the file
_REFUSED = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError, zlib.error)
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
    """The patterns of a file, and those wanted since it was read: of modules, and of functions."""

    def __init__(self, path: Path | None, usual: Callable[..., re.Pattern[Any]]) -> None:
        self._path = path
        self._modules, self._functions = _read(path) if path is not None else ({}, {})
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
        known = self._modules.get(key) or self._functions.get(key)
        try:
            row = known or _row(pattern, int(flags))
            made = _made(pattern, *row)
        except _REFUSED:
            self._is_stale |= known is not None
            return self._usual(pattern, flags)
        (self._loaded if self._is_loading else self._constants)[key] = row
        return made

    def store(self) -> None:
        """Write the wanted ones, if the file lacks one of them or has one that Python refuses.

        Those of functions that other articles wanted stay while the modules have the same patterns.
        """
        is_new = self._loaded.keys() - self._modules.keys() or self._constants.keys() - self._functions.keys()
        if self._path is None or not (self._is_stale or is_new):
            return
        is_same = not self._is_stale and self._loaded.keys() in ({*self._modules}, set())
        modules = self._modules if is_same else self._loaded
        body = dumps([modules, {**self._functions, **self._constants} if is_same else self._constants])
        rewrite(self._path, f"{_mark(body)}\n{body}")


def _is_constant(pattern: str) -> bool:
    """Whether the function that asked `re` for a pattern has it among its constants."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    return frame is not None and any(type(each) is str and each == pattern for each in frame.f_code.co_consts)


def _read(path: Path) -> tuple[dict[str, Row], dict[str, Row]]:
    """The patterns of modules and of functions that a file has; none of a file that is not ours or not whole."""
    try:
        mark, _, body = path.read_text("ascii").partition("\n") if is_ours(path) else ("", "", "")
        modules, functions = loads(body) if mark == _mark(body) else ({}, {})
    except (OSError, ValueError):
        return {}, {}
    return modules, functions


def _mark(body: str) -> str:
    """What the first line of a file with that body is, if this Python and this format wrote it."""
    return digest(f"{_FORMAT} {sys.byteorder} {sys.version}\n{body}".encode()).hex()


def _row(pattern: str, flags: int) -> Row:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    code = zlib.compress(array("I", _compiler._code(parsed, flags)).tobytes())
    return flags | parsed.state.flags, b2a_base64(code, newline=False).decode("ascii"), names


def _made(pattern: str, flags: int, code: str, names: list[str | None]) -> re.Pattern[str]:
    from _sre import compile as made  # type: ignore[import-not-found]

    numbers = {name: number for number, name in enumerate(names) if name is not None}
    found: re.Pattern[str] = made(
        pattern, flags, array("I", zlib.decompress(a2b_base64(code))).tolist(), len(names) - 1, numbers, tuple(names)
    )
    return found
