"""What a question says of one event: no, possible or certain, and whether it is background.

Owns: the algebra of verdicts. Refuses: to know any field. A verdict is an int: its truth (0 no, 1 possible,
2 certain), plus BACKGROUND where only what runs through the period asked for matched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline_cli.dates.period import Truth
from timeline_cli.model import Event

NO, POSSIBLE, CERTAIN = int(Truth.NO), int(Truth.POSSIBLE), int(Truth.CERTAIN)
BACKGROUND = 4


class Seen(NamedTuple):
    """An event as a term sees it; `background` is what `is:background` answers."""

    event: Event
    background: bool = False


Test = Callable[[Seen], int]


def truth(verdict: int) -> int:
    return verdict & 3


def yes_or_no(value: object) -> int:
    return CERTAIN if value else NO


def all_of(tests: Sequence[Test]) -> Test:
    """The least truth of all; background when a part is."""

    def test(seen: Seen) -> int:
        least, background = CERTAIN, 0
        for part in tests:
            verdict = part(seen)
            if not verdict:
                return NO
            background |= verdict & BACKGROUND
            least = min(least, verdict & 3)
        return least | background

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """The greatest truth of all; background when every part that matches is."""

    def test(seen: Seen) -> int:
        greatest, background = NO, BACKGROUND
        for part in tests:
            verdict = part(seen)
            if verdict:
                background &= verdict
                greatest = max(greatest, verdict & 3)
        return greatest | background if greatest else NO

    return test


def none_of(part: Test) -> Test:
    """No and certain swapped. What is not there runs through nothing, so it is never background."""
    return lambda seen: CERTAIN - (part(seen) & 3)


def decide(test: Test, event: Event) -> int:
    """The verdict on an event, whose being background may itself be part of the question.

    It is background when the question, told that it is, finds it to be; told that it is not, a question that
    finds it to be background after all has contradicted itself and answers no.
    """
    verdict = test(Seen(event, background=True))
    if verdict & BACKGROUND:
        return verdict
    verdict = test(Seen(event, background=False))
    return NO if verdict & BACKGROUND else verdict
