"""Which events a question has to examine, and what is known of the others without examining them.

Owns: deciding all events of one date at once, and stopping early if only some are shown. Does not: change an answer:
examining each event would give the same.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast

from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.period import Period, is_background, overlap
from timeline_cli.model import Event
from timeline_cli.query.as_of import World
from timeline_cli.query.facts import Facts
from timeline_cli.query.question import Question
from timeline_cli.query.verdict import CERTAIN, NO, POSSIBLE, Seen, Test

if TYPE_CHECKING:
    from timeline_cli.query.narrow import Narrow, Plan

Periods = tuple[Period, ...]


class Decided(NamedTuple):
    """The truth of a question for an event, and whether the event only runs through the requested dates."""

    verdict: int
    background: bool


class Counted(NamedTuple):
    """How many events match, and how many of them may match."""

    matched: int
    possible: int


class Candidates(NamedTuple):
    """Events in order of date (background last if only a few are shown), and how each is decided.

    `counted` is None if they include all matches.
    """

    events: Iterable[Event]
    decide: Callable[[Event], Decided]
    counted: Counted | None = None


def candidates(asked: World, plan: Plan | None, periods: Periods, question: Question) -> Candidates:
    """The events that a question has to examine; `plan` is None without a question."""
    is_few = question.limit is not None and question.group_by is None and question.sort == "date"
    few = _Few(question.limit or 0, question.reverse) if is_few and not asked.doubtful else None
    if plan is None:
        return _unasked(asked, few)
    if not asked.doubtful:
        found = _by_dates(asked.facts, plan, periods, few, question.mode)
        if found is not None:
            return found
    if plan.narrow is None:
        return Candidates(asked.events, _decider(plan.test, periods))
    narrowed = asked.facts.narrowed(plan.narrow)
    if narrowed is None:
        return Candidates(asked.facts.perhaps(plan.narrow), _decider(plan.test, periods))
    return Candidates(narrowed, _decider(plan.rest, periods))


def count(asked: World, plans: Iterable[Plan]) -> int:
    """How many events match one of several plans that share no event."""
    total, nothing_shown = 0, Question(asked.today, lambda text, fiscal: Period(), limit=0)
    for plan in plans:
        found = candidates(asked, plan, (), nothing_shown)
        matched = found.counted
        total += matched.matched if matched else sum(found.decide(event).verdict != NO for event in found.events)
    return total


class _Few(NamedTuple):
    """Only this many events are shown; the last ones if the order is reversed."""

    limit: int
    backwards: bool

    def of(self, events: Iterable[Event]) -> list[Event]:
        """Events in order of date, which is the order in which they are shown."""
        found = list(islice(events, min(self.limit, sys.maxsize)))
        return found[::-1] if self.backwards else found


def _unasked(asked: World, few: _Few | None) -> Candidates:
    decide = _decider(None, ())
    if few is None:
        return Candidates(asked.events, decide)
    events = few.of(reversed(asked.events) if few.backwards else asked.events)
    return Candidates(events, decide, Counted(len(asked.events), 0))


def _by_dates(facts: Facts, plan: Plan, periods: Periods, few: _Few | None, mode: str) -> Candidates | None:
    """Decide by date rather than by event; None if that is impossible or would not help."""
    if plan.rest is not None and not plan.rest.by_date:
        return None
    if plan.rest is None and not periods:
        return None if few is None else _counted(facts, plan.narrow, few)
    from timeline_cli.query.narrow import is_of_days

    if few is None and mode == "possibly" and not is_of_days(plan.narrow):
        return None  # each event that the condition leaves is shown
    tallies = facts.tally(plan.narrow)
    if tallies is None:
        return None
    ask = None if plan.rest is None else plan.rest.ask
    decide = _decider(plan.rest, periods)
    seen = Seen(cast(Event, only := _OnlyDate()))
    keys: dict[bool, list[object]] = {False: [], True: []}  # by whether the events are background
    counts = {False: 0, True: 0}
    possible = 0
    for key, date, count in tallies:
        only.date = date
        verdict = CERTAIN if ask is None else ask(seen)
        if verdict == NO or (mode == "certainly" and verdict != CERTAIN):
            continue
        background = _is_background(date, periods)
        keys[background].append(key)
        counts[background] += count
        possible += count if verdict == POSSIBLE else 0
    counted = Counted(sum(counts.values()), possible)
    if few is None:
        if not counted.matched:
            return Candidates((), decide, counted)
        events = facts.narrowed(plan.narrow, keys[False] + keys[True])
        return None if events is None else Candidates(events, decide, counted)
    shown: list[Event] = []
    for background, part in keys.items():
        rest = few._replace(limit=few.limit - len(shown))
        if rest.limit and part:
            shown += rest.of(facts.narrowed(plan.narrow, part, *rest, counts[background]) or ())
    return Candidates(shown, decide, counted)


def _counted(facts: Facts, narrow: Narrow | None, few: _Few) -> Candidates | None:
    """A condition leaves exactly the matches: count them, and take a few."""
    matched = facts.count(narrow)
    if matched is None:
        return None
    found = facts.narrowed(narrow, None, *few, matched) if matched else None
    return Candidates(few.of(found or ()), _decider(None, ()), Counted(matched, 0))


class _OnlyDate:
    """Represents every event of a date, for tests that use only the date."""

    date: EventDate


def _decider(test: Test | None, periods: Periods) -> Callable[[Event], Decided]:
    """Decide an event; without a test it matches certainly."""
    ask = None if test is None else test.ask
    if ask is None and not periods:
        always = Decided(CERTAIN, False)
        return lambda event: always

    def decide(event: Event) -> Decided:
        background = bool(periods) and _is_background(event.date, periods)
        return Decided(CERTAIN if ask is None else ask(Seen(event, background)), background)

    return decide


def _is_background(date: EventDate, periods: Periods) -> bool:
    """Whether a date overlaps the requested periods, but neither starts nor ends in any of them."""
    is_met = False
    for period in periods:
        if overlap(date, period):
            if not is_background(date, period):
                return False
            is_met = True
    return is_met
