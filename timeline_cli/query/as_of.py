"""The world that a question is about: a timeline on a day, with the version of each event and its replacements by then.

Owns: `--as-of` and `--all-versions`. Does not: read the clock; today is a parameter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN
from timeline_cli.dates.event_date import EventDate
from timeline_cli.fields.versions import event_of, known_of
from timeline_cli.model import Event, Events, Registries, Timeline
from timeline_cli.query.facts import Facts, facts_of


class World(NamedTuple):
    """Events, today (an ordinal), and the replacements of each event by then, by id.

    `known_days` is None if each event's own `known` applies. `doubtful` holds the ids of events that may not yet have
    been known on the day of `--as-of`, `replaced` those of earlier versions.
    """

    events: Events
    facts: Facts
    registries: Registries
    today: int
    superseded_by: Mapping[str, tuple[str, ...]]
    known_days: Mapping[str, EventDate | None] | None = None
    doubtful: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()

    def known(self, event: Event) -> EventDate | None:
        """When an event became known."""
        return event.known_from(self.today) if self.known_days is None else self.known_days.get(event.id)


class _State(NamedTuple):
    """An event in one of its versions, when that became known (None: nothing says), and from `first` to `last` day."""

    event: Event
    known: EventDate | None
    first: int
    last: int

    def may_be_known(self, day: int | None) -> bool:
        return day is None or self.first <= day

    def is_known(self, day: int | None) -> bool:
        return day is None or self.last <= day


def world(timeline: Timeline, today: int, as_of: int | None = None, all_versions: bool = False) -> World:
    """The world as it is known today, or as it was known on the day `as_of` (which then is today).

    An event is known from its `known` date, else the earliest `published`, else its start. On a day within a coarse
    known date it may have been known. So may one that is planned, cancelled or still ahead with neither date, on each
    day before its start and before today, but not before its last earlier version.
    """
    if as_of is None and not all_versions:
        facts = facts_of(timeline)
        versions = facts.version_ids()
        replaced = _replaced_versions(versions, facts.ids) if versions else {}
        superseded = {**facts.superseded_by(), **replaced}
        return World(timeline.events, facts, timeline.registries, today, superseded, replaced=frozenset(replaced))
    states: list[_State] = []
    for event in timeline.events:
        known_versions = [state for state in _versions(event, today) if state.may_be_known(as_of)]
        if all_versions:
            # Each version is a separate event now, so none contains earlier versions.
            states += [state._replace(event=replace(state.event, was=())) for state in known_versions]
        elif known_versions:
            # The last version that was certainly known; one that may have been known does not hide it.
            last = next((state for state in reversed(known_versions) if state.is_known(as_of)), known_versions[-1])
            states.append(last._replace(event=replace(last.event, id=event.id)))
    states.sort(key=lambda state: state.event.date.sort_key)
    ids = {state.event.id for state in states}
    replaced = _replaced_versions(ids, ids)
    events = tuple(_of_that_day(state.event, as_of) for state in states)
    final = tuple(event for event in events if event.id not in replaced)
    return World(
        events,
        Facts(events),
        timeline.registries,
        today if as_of is None else as_of,
        {**Facts(final).superseded_by(), **replaced},
        {state.event.id: state.known for state in states},
        frozenset(state.event.id for state in states if not state.is_known(as_of)),
        frozenset(replaced),
    )


def _versions(event: Event, today: int) -> list[_State]:
    """All versions of an event, oldest first; the earlier ones are called ID@1, ID@2."""
    states = []
    for number, version in enumerate(event.was, 1):
        known = known_of(version)
        older = replace(event_of(event, version), known=known, was=event.was[: number - 1])
        lay_ahead = known.bounds.end < older.date.bounds.start
        if lay_ahead and event.status == "occurred" and "status" not in dict(version.changes):
            # Today's status does not apply to that day.
            older = replace(older, status=None)
        states.append(_State(replace(older, id=f"{event.id}@{number}"), known, known.bounds.start, known.bounds.end))
    known = event.known_from(today)
    if known is not None:
        return [*states, _State(event, known, known.bounds.start, known.bounds.end)]
    start = event.date.start_side
    last = today if start is None else min(today, start.bounds.end)
    return [*states, _State(event, None, states[-1].first if states else NEVER_BEGAN, last)]


def _replaced_versions(versions: Iterable[str], ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """For each earlier version (ID@1), the next one or the event itself, if `ids` contains it."""
    found: dict[str, tuple[str, ...]] = {}
    for name in versions:
        base, _, number = name.rpartition("@")
        if base and number.isdigit():
            newer = (f"{base}@{int(number[:6]) + 1}", base)
            found[name] = tuple(each for each in newer if each in ids)[:1]
    return {name: newer for name, newer in found.items() if newer}


def _of_that_day(event: Event, as_of: int | None) -> Event:
    """The event without later knowledge: later sources, and a status that was still in the future."""
    if as_of is None:
        return event
    kept = tuple(s for s in event.sources if s.published is None or s.published.bounds.start <= as_of)
    lay_ahead = event.date.bounds.start > as_of and event.status in ("occurred", "ongoing")
    return replace(event, sources=kept, status=None if lay_ahead else event.status)
