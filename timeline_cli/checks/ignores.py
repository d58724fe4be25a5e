"""`# timeline: ignore W203`: warnings that a comment in the file turns off.

Owns: that comment, at the end of the line or alone on the line above. Does not: ignore an error, since its event is
left out of every answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline_cli.checks.selection import codes_of
from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.hint import as_hint
from timeline_cli.reading.content import line_ends

_COMMENT = re.compile(rb"#[ \t]*timeline:[ \t]*ignore\b([^\r\n]*)", re.I)
_WORDS = re.compile(r"[\s:,]*([EW]\d{0,3}\b)", re.I)


class Ignore(NamedTuple):
    """A comment: its place, the line it applies to, and the words after `ignore` that look like codes."""

    place: Location
    line: int
    words: tuple[str, ...]


def ignores_in(texts: Texts) -> list[Ignore]:
    """All ignore comments of the files."""
    return [ignore for file in texts.files for ignore in _ignores(file, texts)]


def without_ignored(found: Iterable[Diagnostic], ignores: Iterable[Ignore]) -> list[Diagnostic]:
    """The problems without the warnings that their lines ignore."""
    ignored = {
        (ignore.place.file, ignore.line, code) for ignore in ignores for word in ignore.words for code in codes_of(word)
    }
    return [d for d in found if d.is_error or (d.location.file, d.location.line, d.code) not in ignored]


def misfits(ignores: Iterable[Ignore]) -> Iterator[Diagnostic]:
    """Comments that ignore nothing: without a code, with an unknown code, or with the code of an error."""
    for ignore in ignores:
        if not ignore.words:
            yield _misfit(ignore, "this comment names no code to ignore", "write # timeline: ignore W203")
        for word in ignore.words:
            codes = codes_of(word)
            if not codes:
                yield _misfit(ignore, f"{word} is not a code", "timeline explain lists the codes")
            elif not any(code.startswith("W") for code in codes):
                hint = "fix the error; only warnings can be ignored"
                yield _misfit(ignore, f"{word} is an error and cannot be ignored", hint)


def _misfit(ignore: Ignore, message: str, hint: str) -> Diagnostic:
    return Diagnostic("W004", message, ignore.place, as_hint(hint))


def _ignores(file: str, texts: Texts) -> Iterator[Ignore]:
    first = 1
    for block in texts.blocks(file):
        if b"ignore" in block:
            yield from _in_block(file, block, first)
        first += line_ends(block)


def _in_block(file: str, data: bytes, number: int) -> Iterator[Ignore]:
    """The comments in lines of a file, starting at line `number`."""
    position = 0
    for match in _COMMENT.finditer(data):
        number += line_ends(data[position : match.start()])
        position = match.start()
        start = max(data.rfind(b"\n", 0, position), data.rfind(b"\r", 0, position)) + 1
        before = data[start:position].decode("utf-8", "replace")
        place = Location(file, number, len(before) + 1, len(match[0].decode("utf-8", "replace").rstrip()))
        about = number if before.strip() else number + 1
        yield Ignore(place, about, tuple(_codes(match[1].decode("utf-8", "replace"))))


def _codes(text: str) -> Iterator[str]:
    """The codes at the start of a text; the rest is the reason."""
    end = 0
    while (match := _WORDS.match(text, end)) is not None:
        yield match[1]
        end = match.end()
