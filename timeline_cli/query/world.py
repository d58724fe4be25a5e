"""What a question is asked of: a timeline on a day, with what each event was and what replaced it by then.

Owns: `--as-of` and `--all-versions`. Refuses: to read the clock — today is a parameter.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.dates.event_date import EventDate
from timeline_cli.fields.versions import event_of, known_of
from timeline_cli.model import Event, Registries, Timeline


class World(NamedTuple):
    """Events with the day that counts as today (an ordinal). `known` and `superseded_by` are kept by id.

    `doubtful` holds the ids of events that may not yet have been known on the day of `--as-of`.
    """

    events: tuple[Event, ...]
    registries: Registries
    today: int
    known: dict[str, EventDate | None]
    superseded_by: dict[str, tuple[str, ...]]
    doubtful: frozenset[str] = frozenset()


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
            ids = [state.event.id for state in versions]
            replaced.update((older, (newer,)) for older, newer in pairwise(ids))
            states += versions
        elif versions:
            # The last that was certainly known; one that only may have been known does not hide it.
            last = next((state for state in reversed(versions) if state.is_known(as_of)), versions[-1])
            states.append(last._replace(event=replace(last.event, id=event.id)))
    if as_of is not None or all_versions:
        states.sort(key=lambda state: state.event.date.sort_key)
    events = tuple(_without_later_sources(state.event, as_of) for state in states)
    final = tuple(event for event in events if event.id not in replaced)
    return World(
        events,
        timeline.registries,
        today if as_of is None else as_of,
        {state.event.id: state.known for state in states},
        {**Timeline(final).superseded_by(), **replaced},
        frozenset(state.event.id for state in states if not state.is_known(as_of)),
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


def _without_later_sources(event: Event, as_of: int | None) -> Event:
    """The event without the sources that certainly were published after the day."""
    kept = tuple(s for s in event.sources if as_of is None or s.published is None or s.published.bounds.start <= as_of)
    return event if len(kept) == len(event.sources) else replace(event, sources=kept)
