"""Comments that a check reads: `# timeline: ignore W203`, which turns a warning off, and `# review:` of drafted values.

Owns: both, an ignore at the end of the line or alone on the line above. Does not: ignore an error, since its event is
left out of every answer, or judge a drafted value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline_cli.checks.selection import Asking, codes_of
from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.hint import Hint, as_hint

_COMMENT = re.compile(rb"#[ \t]*timeline:[ \t]*ignore\b([^\r\n]*)", re.I)
_WORDS = re.compile(r"[\s:,]*([EW]\d{0,3}\b)", re.I)


class Ignore(NamedTuple):
    """A comment: its place, the line it applies to, and the words after `ignore` that look like codes."""

    place: Location
    line: int
    words: tuple[str, ...]


def ignores_in(texts: Texts) -> list[Ignore]:
    """All ignore comments of the files."""
    return [
        Ignore(place, place.line if before.strip() else place.line + 1, tuple(_codes(text)))
        for place, before, text in texts.comments(_COMMENT, b"ignore")
    ]


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


def _codes(text: str) -> Iterator[str]:
    """The codes at the start of a text; the rest is the reason."""
    end = 0
    while (match := _WORDS.match(text, end)) is not None:
        yield match[1]
        end = match.end()


_MARK = re.compile(rb"(?<=[ \t])#[ \t]*review:[ \t]*([^\r\n]*)")


def reviews(asking: Asking) -> Iterator[Diagnostic]:
    """Each review mark that is left, at its place."""
    hint = Hint("correct the value, or keep it; then delete the comment")
    for place, _, reason in asking.places.texts.comments(_MARK, b"review:"):
        yield Diagnostic("W405", f"not reviewed yet: {reason.strip()}", place, hint)
