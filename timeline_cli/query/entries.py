"""The entries of an answer that are read when they are drawn, not before.

Owns: Entries, for all events of an index. Does not: keep an entry that only one reader needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Entry, Event
from timeline_cli.query.as_of import World

_AT_ONCE = 256


class Interval(NamedTuple):
    """What a bar says of an entry that lasts."""

    date: EventDate
    type: str | None
    state: str | None


def interval(entry: Entry) -> Interval:
    return Interval(entry.event.date, entry.event.type, entry.state)


class Entries(Sequence[Entry]):
    """The entries of all events in order of date, or from the last to the first.

    Used as a sequence, they are all kept; a reader of each in turn takes `streamed`, which keeps none.
    """

    def __init__(
        self,
        asked: World,
        dates: Sequence[EventDate],
        entries_of: Callable[[Iterable[Event]], Iterator[Entry]],
        backwards: bool,
    ) -> None:
        self._asked = asked
        self.facts = asked.facts
        self._entries_of = entries_of
        self._backwards = backwards
        self.dates = dates[::-1] if backwards else dates

    @cached_property
    def each_date(self) -> list[EventDate]:
        """Their dates, each once."""
        return list({id(date): date for date in self.dates}.values())

    @cached_property
    def kinds(self) -> Sequence[tuple[str | None, ...]]:
        """The type, status and certainty of each."""
        kinds = self.facts.kinds()
        return kinds[::-1] if self._backwards else kinds

    def __len__(self) -> int:
        return len(self.dates)

    def __getitem__(self, index: Any) -> Any:
        return self._kept[index]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._kept)

    @cached_property
    def _kept(self) -> tuple[Entry, ...]:
        return tuple(self.streamed())

    def streamed(self) -> Iterator[Entry]:
        """Each entry, as it is reached."""
        return self._entries_of(reversed(self._asked.events) if self._backwards else self._asked.events)

    def at(self, places: Sequence[int]) -> Iterator[Entry]:
        """The entries at some places, in that order, read as they are reached."""
        last = len(self) - 1
        for start in range(0, len(places), _AT_ONCE):
            some = places[start : start + _AT_ONCE]
            ordered = sorted({last - place if self._backwards else place for place in some})
            found = dict(zip(ordered, self._entries_of(self.facts.placed(ordered)), strict=True))
            for place in some:
                yield found[last - place if self._backwards else place]

    @property
    def are_versions(self) -> bool:
        """Whether any is an earlier version, which has no state today."""
        return bool(self._asked.replaced)

    @property
    def are_replaced(self) -> bool:
        """Whether any is superseded, or an earlier version."""
        return bool(self._asked.superseded_by)

    def outline(self, when: EventDate, kind: tuple[str | None, ...]) -> Entry:
        """An entry with no more than the date, type, status, certainty and state of its event, which is no version."""
        event = Event("", when, "", kind[0], kind[1], kind[2])
        return Entry(event, event.state(self._asked.today))

    def having(self, kind: str) -> dict[str, list[int]]:
        """The places of those that have each word of a kind, by the words in order of first use."""
        return self.facts.placed_words(kind, self._backwards)


def entries_at(entries: Sequence[Entry], places: Sequence[int]) -> Iterator[Entry]:
    """The entries at some places, in that order."""
    return entries.at(places) if isinstance(entries, Entries) else map(entries.__getitem__, places)


def types_of(entries: Sequence[Entry]) -> Sequence[str | None]:
    """The type of each entry."""
    return (
        [kind[0] for kind in entries.kinds] if isinstance(entries, Entries) else [each.event.type for each in entries]
    )


def are_parts(entries: Sequence[Entry]) -> bool:
    """Whether any of these may be part of another event."""
    if isinstance(entries, Entries):
        return any(True for _ in entries.facts.links(("part_of",)))
    return any(entry.event.part_of for entry in entries)


def intervals_of(entries: Sequence[Entry]) -> list[Interval]:
    """Those with an interval for a date."""
    places = [place for place, date in enumerate(dates_of(entries)) if date.kind == "interval"]
    if isinstance(entries, Entries) and not entries.are_versions:
        return [interval(entries.outline(entries.dates[place], entries.kinds[place])) for place in places]
    return list(map(interval, entries_at(entries, places)))


def dates_of(entries: Sequence[Entry]) -> Sequence[EventDate]:
    """The date of each entry."""
    return entries.dates if isinstance(entries, Entries) else [entry.event.date for entry in entries]


def each_date(entries: Sequence[Entry]) -> list[EventDate]:
    """The dates of entries; from an index, events share theirs, and each is here once."""
    if isinstance(entries, Entries):
        return entries.each_date
    return list({id(date): date for date in dates_of(entries)}.values())


def streamed(entries: Sequence[Entry]) -> Iterable[Entry]:
    """The entries, for a reader of each in turn."""
    return entries.streamed() if isinstance(entries, Entries) else entries
