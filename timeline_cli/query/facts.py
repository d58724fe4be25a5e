"""What the events of a timeline have between them: which names and words there are, which ids, which links.

Owns: Facts, and how they are found by going through all events. Does not: know of an index, which knows them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Event, Events

if TYPE_CHECKING:
    from timeline_cli.query.narrow import Holds, Narrow


def text_test(holds: Holds) -> Callable[[str], bool]:
    """Whether the folded text of an event is as a condition asks."""
    from timeline_cli.query.names import at_word_start

    text = holds.text
    return at_word_start(text) if holds.at_word_start else lambda words: text in words


class Facts(Protocol):
    """What terms ask of all events at once."""

    def words(self, kind: str) -> Collection[str]:
        """The different words that events have of a kind (`words.WORDS`, or a key of the user's own)."""

    @property
    def ids(self) -> Collection[str]:
        """The ids of all events."""

    def version_ids(self) -> Collection[str]:
        """The ids of earlier versions that are events of their own, as --all-versions writes them: ID@1."""

    def links(self, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Pairs of an event's id and an id that it links to, for some kinds of links."""

    def has_text(self, holds: Holds) -> bool:
        """Whether some event holds a folded text."""

    def text_of(self, event: Event) -> str:
        """All the words of an event, folded."""

    # What follows is None where looking at each event is all that can be done. No condition leaves all events.

    def narrowed(
        self,
        narrow: Narrow | None,
        dates: Sequence[int] | None = None,
        limit: int | None = None,
        backwards: bool = False,
        count: int = 0,
    ) -> Iterable[Event] | None:
        """The events that a condition leaves, in order; those of some dates (keys of `tally`), the first of `count`."""

    def count(self, narrow: Narrow | None) -> int | None:
        """How many events a condition leaves."""

    def tally(self, narrow: Narrow | None) -> Iterable[tuple[int, EventDate, int]] | None:
        """The dates of the events that a condition leaves: a key, the date that they share, and how many they are."""


class FactsOfEach:
    """Facts found by looking at each event."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._texts: dict[int, tuple[Event, str]] = {}  # by the identity of the event, which so stays alive

    def words(self, kind: str) -> Collection[str]:
        from timeline_cli.query.words import words_of

        of = words_of(kind)
        return {word for event in self._events for word in of(event)}

    @cached_property
    def ids(self) -> Collection[str]:
        return {event.id: None for event in self._events}

    def version_ids(self) -> Collection[str]:
        return [event.id for event in self._events if "@" in event.id]

    def links(self, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
        kinds = tuple(kinds)
        return ((event.id, target) for event in self._events for kind in kinds for target in getattr(event, kind))

    def has_text(self, holds: Holds) -> bool:
        test = text_test(holds)
        return any(test(self.text_of(event)) for event in self._events)

    def text_of(self, event: Event) -> str:
        """Kept, since a question may have many words; not by its id, which an event with fewer figures may share."""
        found = self._texts.get(id(event))
        if found is None:
            from timeline_cli.query.words import searchable

            found = self._texts[id(event)] = event, searchable(event)
        return found[1]

    def narrowed(self, *_: object) -> None:
        return None

    def count(self, narrow: Narrow | None) -> None:
        return None

    def tally(self, narrow: Narrow | None) -> None:
        return None
