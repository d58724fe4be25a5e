"""The input of a check: the events, the day, the selected codes, and the places in the files.

Owns: Asking, Selection, and what code words like W4 or `stale` mean. Does not: accept an unknown word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline_cli.checks.places import Places
from timeline_cli.diagnostics import CODES, OPTIONAL, Diagnostic
from timeline_cli.hint import Hint
from timeline_cli.model import Event, Timeline
from timeline_cli.spelling import check_known


class Selection(NamedTuple):
    """The codes to report, and those among them that were selected by name."""

    codes: frozenset[str] = frozenset(CODES) - OPTIONAL
    named: frozenset[str] = frozenset()


class Asking(NamedTuple):
    """`events` in the order of the timeline, `linked` those of them with links or earlier versions.

    `today` is an ordinal; None leaves out what depends on the day.
    """

    timeline: Timeline
    events: tuple[Event, ...]
    linked: tuple[Event, ...]
    today: int | None
    named: frozenset[str]
    places: Places

    def problem(self, code: str, event: Event, path: tuple[str | int, ...], message: str, hint: str) -> Diagnostic:
        """A problem at a value of an event; `path` are its keys and, in lists, numbers from 0."""
        return Diagnostic(code, message, self.places.of(event, *path), Hint(hint))


def selection(select: Iterable[str], extend: Iterable[str], ignore: Iterable[str]) -> Selection:
    """The codes from --select (replaces the default), --extend-select (adds to it) and --ignore. Raises UsageFault."""
    chosen, added = _codes(select, "--select"), _codes(extend, "--extend-select")
    base = chosen or frozenset(CODES) - OPTIONAL
    return Selection((base | added) - _codes(ignore, "--ignore"), chosen | added)


def _codes(words: Iterable[str], option: str) -> frozenset[str]:
    """The codes for words such as W203, W2, cut-by-comment or ALL; commas may separate them."""
    found: set[str] = set()
    for word in (part.strip() for words_of_one in words for part in words_of_one.split(",")):
        found |= known_codes(word, f"{option} {word}: no such code")
    return frozenset(found)


def known_codes(word: str, message: str) -> set[str]:
    """The codes for one word: a code, a prefix of codes, the name of a code, or ALL.

    Raises UsageFault with the message if there is none.
    """
    found = codes_of(word)
    if not found:
        names = (name for name, _ in CODES.values())
        check_known(word, (*CODES, *names), message, "timeline explain lists the codes")
    return found


def codes_of(word: str) -> set[str]:
    if word.upper() == "ALL":
        return set(CODES)
    if not word:
        return set()
    return {code for code, (name, _) in CODES.items() if code.startswith(word.upper()) or name == word.lower()}
