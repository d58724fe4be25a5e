"""The answer of a question for one event: no, possible or certain.

Owns: the algebra of truths: `and` takes the least, `or` the greatest, `not` swaps no and certain. Does not: know any
field. A truth is an int: 0 no, 1 possible, 2 certain.
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


Asks = Callable[[Seen], int]


class Test(NamedTuple):
    """A test of an event. A `by_date` one uses only its date; a `slow` one reads all its text."""

    ask: Asks
    by_date: bool = False
    slow: bool = False


def yes_or_no(value: object) -> int:
    return CERTAIN if value else NO


def all_of(tests: Sequence[Test]) -> Test:
    """The least truth of all."""
    return _joined(tests, min, CERTAIN, NO)


def any_of(tests: Sequence[Test]) -> Test:
    """The greatest truth of all."""
    return _joined(tests, max, NO, CERTAIN)


def none_of(test: Test) -> Test:
    """No and certain swapped."""
    return test._replace(ask=lambda seen: CERTAIN - test.ask(seen))


def _joined(tests: Sequence[Test], choose: Callable[[int, int], int], start: int, end: int) -> Test:
    """The truth chosen of all, quick tests first; after `end`, none can change it."""
    if len(tests) == 1:
        return tests[0]
    asks = [test.ask for test in sorted(tests, key=lambda test: test.slow)]

    def ask(seen: Seen) -> int:
        found = start
        for part in asks:
            found = choose(found, part(seen))
            if found == end:
                break
        return found

    return Test(ask, all(test.by_date for test in tests), any(test.slow for test in tests))
