"""What a check is given: the events, the day, what was asked for, and where things stand.

Owns: Asking, Selection, and what code words like W4 or `stale` mean. Refuses: a word that stands for no code.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline_cli.checks.places import Places
from timeline_cli.diagnostics import CODES, OPTIONAL
from timeline_cli.model import Event, Timeline
from timeline_cli.text import check_known


class Selection(NamedTuple):
    """The codes that are told, and those of them that were asked for by name."""

    codes: frozenset[str] = frozenset(CODES) - OPTIONAL
    named: frozenset[str] = frozenset()


class Asking(NamedTuple):
    """`events` in the order of the timeline. `today` is an ordinal; None leaves out what depends on the day."""

    timeline: Timeline
    events: tuple[Event, ...]
    today: int | None
    named: frozenset[str]
    places: Places


def selection(select: Iterable[str], extend: Iterable[str], ignore: Iterable[str]) -> Selection:
    """What --select (instead of the default), --extend-select (besides it) and --ignore say. Raises UsageFault."""
    chosen, added = _codes(select, "--select"), _codes(extend, "--extend-select")
    base = chosen or frozenset(CODES) - OPTIONAL
    return Selection((base | added) - _codes(ignore, "--ignore"), chosen | added)


def _codes(words: Iterable[str], option: str) -> frozenset[str]:
    """The codes of words such as W203, W2, cut-by-comment or ALL, with commas or without."""
    found: set[str] = set()
    for word in (part.strip() for words_of_one in words for part in words_of_one.split(",")):
        found |= known_codes(word, f"{option} {word}: there is no such code")
    return frozenset(found)


def known_codes(word: str, message: str) -> set[str]:
    """The codes that a word stands for: a code, the beginning of some, the name of one, or ALL.

    Raises UsageFault with the message where there is none.
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
