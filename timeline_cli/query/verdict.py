"""What a question says of one event: no, possible or certain.

Owns: the algebra of truths — `and` takes the least, `or` the greatest, `not` swaps no and certain. Refuses: to
know any field. A truth is an int: 0 no, 1 possible, 2 certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline_cli.dates.period import Truth
from timeline_cli.model import Event

NO, POSSIBLE, CERTAIN = int(Truth.NO), int(Truth.POSSIBLE), int(Truth.CERTAIN)


class Seen(NamedTuple):
    """An event as a term sees it; `background` is what `is:background` answers."""

    event: Event
    background: bool = False


Test = Callable[[Seen], int]


def yes_or_no(value: object) -> int:
    return CERTAIN if value else NO


def all_of(tests: Sequence[Test]) -> Test:
    """The least truth of all."""

    def test(seen: Seen) -> int:
        least = CERTAIN
        for part in tests:
            least = min(least, part(seen))
            if not least:
                break
        return least

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """The greatest truth of all."""
    return tests[0] if len(tests) == 1 else lambda seen: max((part(seen) for part in tests), default=NO)


def none_of(part: Test) -> Test:
    """No and certain swapped."""
    return lambda seen: CERTAIN - part(seen)
