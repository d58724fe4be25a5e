"""The conditions of a question's first cut, which need not examine events one by one.

Owns: the conditions, and combining them. Does not: know how an index answers them.

A condition never excludes an event that the question may match. An `exact` one excludes all others too, so that
nothing remains to be tested.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.query.verdict import Test, all_of, any_of, none_of


class Words(NamedTuple):
    """Events that have one of the given words of a kind."""

    kind: str
    words: frozenset[str]


class Ids(NamedTuple):
    """Events with one of the given ids."""

    ids: frozenset[str]


class Holds(NamedTuple):
    """Events whose folded text contains another, anywhere or only at the beginning of a word."""

    text: str
    at_word_start: bool = False


class Filled(NamedTuple):
    """Events that have a field."""

    field: str


class Overlaps(NamedTuple):
    """Events that may overlap the days from `first` to `last` (ordinals)."""

    first: int
    last: int


class All(NamedTuple):
    parts: tuple[Narrow, ...]


class Some(NamedTuple):
    parts: tuple[Narrow, ...]


class Other(NamedTuple):
    """Events that an exact condition excludes."""

    part: Narrow


Narrow = Words | Ids | Holds | Filled | Overlaps | All | Some | Other


def is_of_days(narrow: Narrow | None) -> bool:
    """Whether a condition depends on nothing but the days of an event."""
    if isinstance(narrow, (All, Some)):
        return all(map(is_of_days, narrow.parts))
    return narrow is None or isinstance(narrow, Overlaps) or (isinstance(narrow, Other) and is_of_days(narrow.part))


class Plan(NamedTuple):
    """How a question is answered: `test` for any event; or the condition, and `rest` for the events that it leaves.

    Without a condition, `rest` is `test`; it is None if the condition is exact.
    """

    test: Test
    narrow: Narrow | None = None
    rest: Test | None = None


def plan(test: Test, narrow: Narrow | None = None, exact: bool = False) -> Plan:
    """The plan of a term."""
    return Plan(test, narrow, None if exact and narrow is not None else test)


def plan_all(plans: Sequence[Plan]) -> Plan:
    """The plan that requires all parts."""
    if len(plans) == 1:
        return plans[0]
    narrows = tuple(part.narrow for part in plans if part.narrow is not None)
    rests = [part.rest for part in plans if part.rest is not None]
    narrow = narrows[0] if len(narrows) == 1 else All(narrows) if narrows else None
    return Plan(all_of([part.test for part in plans]), narrow, all_of(rests) if rests else None)


def plan_some(plans: Sequence[Plan]) -> Plan:
    """The plan that requires one of the parts."""
    if len(plans) == 1:
        return plans[0]
    test = any_of([part.test for part in plans])
    narrows = tuple(part.narrow for part in plans if part.narrow is not None)
    if len(narrows) < len(plans):
        return Plan(test, None, test)
    return Plan(test, Some(narrows), test if any(part.rest is not None for part in plans) else None)


def plan_not(part: Plan) -> Plan:
    """The plan that excludes a part."""
    test = none_of(part.test)
    if part.rest is None and part.narrow is not None:
        return Plan(test, Other(part.narrow))
    return Plan(test, None, test)
