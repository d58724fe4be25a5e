"""What a question says of one event: no, possible or certain, and whether it is background.

Owns: the algebra of verdicts. Refuses: to know any field. A verdict is an int — its truth (0 no, 1 possible,
2 certain) plus BACKGROUND where only what runs through the period asked for matched. None stands for a term
that has no say (`is:background` while background is still being found out).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Optional

from timeline_cli.dates.period import Truth
from timeline_cli.model import Event

Verdict = Optional[int]  # noqa: UP045 (an alias that is evaluated)

NO, POSSIBLE, CERTAIN = int(Truth.NO), int(Truth.POSSIBLE), int(Truth.CERTAIN)
BACKGROUND = 4


class Seen(NamedTuple):
    """An event as a term sees it; `background` is None until it is known."""

    event: Event
    background: bool | None = None


Test = Callable[[Seen], Verdict]


def truth(verdict: int) -> int:
    return verdict & 3


def yes_or_no(value: object) -> int:
    return CERTAIN if value else NO


def all_of(tests: Sequence[Test]) -> Test:
    """The least truth of all; background when a part is."""

    def test(seen: Seen) -> Verdict:
        least, background = None, 0
        for part in tests:
            verdict = part(seen)
            if verdict is None:
                continue
            if not verdict:
                return NO
            background |= verdict & BACKGROUND
            least = verdict & 3 if least is None else min(least, verdict & 3)
        return None if least is None else least | background

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """The greatest truth of all; background when every part that matches is."""

    def test(seen: Seen) -> Verdict:
        greatest, background, heard = NO, BACKGROUND, False
        for part in tests:
            verdict = part(seen)
            if verdict is None:
                continue
            heard = True
            if verdict:
                background &= verdict
                greatest = max(greatest, verdict & 3)
        if not heard:
            return None
        return greatest | background if greatest else NO

    return test


def none_of(part: Test) -> Test:
    """No and certain swapped. What is not there runs through nothing, so it is never background."""

    def test(seen: Seen) -> Verdict:
        verdict = part(seen)
        return None if verdict is None else CERTAIN - (verdict & 3)

    return test
