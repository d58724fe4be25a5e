"""The entries of an answer that are read when they are drawn, not before.

Owns: Entries, for all events of an index. Does not: keep an entry that only one reader needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Entry, Event
from timeline_cli.query.as_of import World


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
        self._events = asked.events
        self._facts = asked.facts
        self._entries_of = entries_of
        self._backwards = backwards
        self.dates = dates[::-1] if backwards else dates

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
        return self._entries_of(reversed(self._events) if self._backwards else self._events)

    def intervals(self) -> Iterator[Entry]:
        """Those with an interval for a date."""
        tallies = self._facts.tally(None) or ()
        keys = [key for key, date, _ in tallies if date.kind == "interval"]
        return self._entries_of(self._facts.narrowed(None, keys, backwards=self._backwards) or ())

    def names(self, kind: str) -> Callable[[Entry], Iterable[str]]:
        """The function that gives the words of a kind of each."""
        words = self._facts.words_of_each(kind, len(self))
        return lambda entry: words(entry.event)

    @property
    def are_parts(self) -> bool:
        """Whether any is part of another event."""
        return any(True for _ in self._facts.links(("part_of",)))


def dates_of(entries: Sequence[Entry]) -> Sequence[EventDate]:
    """The date of each entry."""
    return entries.dates if isinstance(entries, Entries) else [entry.event.date for entry in entries]


def each_date(entries: Sequence[Entry]) -> list[EventDate]:
    """The dates of entries; from an index, events share theirs, and each is here once."""
    return list({id(date): date for date in dates_of(entries)}.values())


def streamed(entries: Sequence[Entry]) -> Iterable[Entry]:
    """The entries, for a reader of each in turn."""
    return entries.streamed() if isinstance(entries, Entries) else entries
