"""What a question is asked of: a timeline on a day, with what each event was and what replaced it by then.

Owns: `--as-of` and `--all-versions`. Refuses: to read the clock — today is a parameter.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from timeline_cli.dates.event_date import EventDate
from timeline_cli.fields.versions import event_of, known_of
from timeline_cli.model import Event, Registries, Timeline


class World(NamedTuple):
    """Events with the day that counts as today (an ordinal). `known` and `superseded_by` are kept by id.

    `doubtful` holds the ids of events that may not yet have been known on the day of `--as-of`, `replaced` those of
    earlier versions.
    """

    events: tuple[Event, ...]
    registries: Registries
    today: int
    known: dict[str, EventDate | None]
    superseded_by: dict[str, tuple[str, ...]]
    doubtful: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()


class _State(NamedTuple):
    """An event in one of its versions, and when that version became known (None: always known)."""

    event: Event
    known: EventDate | None

    def may_be_known(self, day: int | None) -> bool:
        return day is None or self.known is None or self.known.bounds.start <= day

    def is_known(self, day: int | None) -> bool:
        return day is None or self.known is None or self.known.bounds.end <= day


def world(timeline: Timeline, today: int, as_of: int | None = None, all_versions: bool = False) -> World:
    """The world as it is known today, or as it was known on the day `as_of` (which then is today).

    An event is known from its `known` date, else the earliest `published`, else its start; one that lies ahead
    with neither has always been known. On a day within a coarse known date it may have been known.
    """
    states: list[_State] = []
    replaced: dict[str, tuple[str, ...]] = {}
    for event in timeline.events:
        if not event.was and as_of is None:
            states.append(_State(event, event.known_from(today)))
            continue
        versions = [state for state in _versions(event, today) if state.may_be_known(as_of)]
        if all_versions:
            # Each is an event of its own now, so none has earlier versions inside it.
            states += [state._replace(event=replace(state.event, was=())) for state in versions]
        elif versions:
            # The last that was certainly known; one that only may have been known does not hide it.
            last = next((state for state in reversed(versions) if state.is_known(as_of)), versions[-1])
            states.append(last._replace(event=replace(last.event, id=event.id)))
    if as_of is not None or all_versions:
        states.sort(key=lambda state: state.event.date.sort_key)
    replaced.update(_replaced_versions(states))
    events = tuple(_of_that_day(state.event, as_of) for state in states)
    final = tuple(event for event in events if event.id not in replaced)
    return World(
        events,
        timeline.registries,
        today if as_of is None else as_of,
        {state.event.id: state.known for state in states},
        {**Timeline(final).superseded_by(), **replaced},
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
            # The status of today is not that of then.
            older = replace(older, status=None)
        states.append(_State(replace(older, id=f"{event.id}@{number}"), known))
    return [*states, _State(event, event.known_from(today))]


def _replaced_versions(states: list[_State]) -> dict[str, tuple[str, ...]]:
    """For each earlier version among the events (ID@1), the next one or the event itself."""
    ids = {state.event.id for state in states}
    found: dict[str, tuple[str, ...]] = {}
    for name in ids:
        base, _, number = name.rpartition("@")
        if base and number.isdigit():
            newer = (f"{base}@{int(number[:6]) + 1}", base)
            found[name] = tuple(each for each in newer if each in ids)[:1]
    return {name: newer for name, newer in found.items() if newer}


def _of_that_day(event: Event, as_of: int | None) -> Event:
    """The event without what only later days could say: sources published after, a status of what still lay ahead."""
    if as_of is None:
        return event
    kept = tuple(s for s in event.sources if s.published is None or s.published.bounds.start <= as_of)
    lay_ahead = event.date.bounds.start > as_of and event.status in ("occurred", "ongoing")
    return replace(event, sources=kept, status=None if lay_ahead else event.status)
