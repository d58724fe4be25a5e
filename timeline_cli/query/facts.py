"""Facts about all events of a timeline: their names and words, ids and links.

Owns: Facts, and collecting them from all events. Does not: use an index, which provides them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Event, Events, Timeline

if TYPE_CHECKING:
    from timeline_cli.query.narrow import Holds, Narrow


def text_test(holds: Holds) -> Callable[[str], bool]:
    """Whether the folded text of an event satisfies a condition."""
    from timeline_cli.query.names import at_word_start

    text = holds.text
    return at_word_start(text) if holds.at_word_start else lambda words: text in words


class Facts:
    """What terms need to know about all events at once, found by examining each. An index overrides what it knows."""

    def __init__(self, events: Events) -> None:
        self._each = events
        self._texts: dict[int, tuple[Event, str]] = {}  # by the event's identity; the reference keeps it alive

    def words(self, kind: str) -> Collection[str]:
        """The distinct words of a kind in the events (`words.WORDS`, or a custom key)."""
        of = self.words_of_each(kind, 0)
        return dict.fromkeys(word for event in self._each for word in of(event))

    def dated_words(self, kind: str) -> dict[str, list[EventDate]]:
        """The words of a kind in order of first use, each with the dates of the events that have it, in order."""
        of = self.words_of_each(kind, 0)
        found: dict[str, list[EventDate]] = {}
        for event in self._each:
            for word in dict.fromkeys(of(event)):
                found.setdefault(word, []).append(event.date)
        return found

    def words_of_each(self, kind: str, count: int) -> Callable[[Event], Iterable[str]]:
        """The function that gives the words of a kind of each of `count` events."""
        from timeline_cli.query.words import words_of

        return words_of(kind)

    @cached_property
    def ids(self) -> Collection[str]:
        """The ids of all events."""
        return {event.id for event in self._each}

    def like(self, ids: Collection[str], dates: Collection[str]) -> Iterable[Event]:
        """The events with some ids, or with dates written in some ways."""
        return [event for event in self._each if event.id in ids or event.date.text in dates]

    def sort_keys(self, files: Collection[str]) -> list[tuple[int, int, float]]:
        """The place in time of each event of a file, by line; `files` are its names."""
        by_line = sorted(self._each, key=lambda event: event.line)
        return [event.date.sort_key for event in by_line if event.file in files]

    def version_ids(self) -> Collection[str]:
        """The ids of earlier versions that are separate events, as under --all-versions: ID@1."""
        return [event.id for event in self._each if "@" in event.id]

    def links(self, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Pairs of an event's id and an id that it links to, for the given kinds of links."""
        kinds = tuple(kinds)
        return ((event.id, target) for event in self._each for kind in kinds for target in getattr(event, kind))

    def has_text(self, holds: Holds) -> bool:
        """Whether some event contains a folded text."""
        test = text_test(holds)
        return any(test(self.text_of(event)) for event in self._each)

    def text_of(self, event: Event) -> str:
        """All the words of an event, folded.

        Cached, since a question may have many words; not by id, since events with fewer figures share it.
        """
        found = self._texts.get(id(event))
        if found is None:
            from timeline_cli.query.words import searchable

            found = self._texts[id(event)] = event, searchable(event)
        return found[1]

    def superseded_by(self) -> dict[str, tuple[str, ...]]:
        """For each superseded id, the ids of its replacements."""
        found: dict[str, list[str]] = {}
        for name, target in self.links(("supersedes",)):
            found.setdefault(target, []).append(name)
        return {target: tuple(ids) for target, ids in found.items()}

    def perhaps(self, narrow: Narrow) -> Iterable[Event]:
        """The events that a condition may leave, and possibly others, in order."""
        return self._each

    # The following return None if each event has to be examined. Without a condition, they cover all events.

    def narrowed(
        self,
        narrow: Narrow | None,
        keys: Sequence[object] | None = None,
        limit: int | None = None,
        backwards: bool = False,
        count: int = 0,
    ) -> Iterable[Event] | None:
        """The events that a condition leaves, in order: those of some keys of `tally`; the first `limit` of `count`."""
        return None

    def count(self, narrow: Narrow | None) -> int | None:
        """How many events a condition leaves."""
        return None

    def tally(self, narrow: Narrow | None) -> Iterable[tuple[object, EventDate, int]] | None:
        """The dates of the events that a condition leaves: a key for `narrowed`, the date, and the number of events."""
        return None

    def dates(self) -> Sequence[EventDate] | None:
        """The date of each event, in order."""
        return None

    # The following are asked only where `dates` are known.

    def kinds(self) -> Sequence[tuple[str | None, ...]]:
        """The type, status and certainty of each event, in order."""
        raise NotImplementedError

    def placed_words(self, kind: str, backwards: bool = False) -> dict[str, list[int]]:
        """The words of a kind in order of first use, each with the places of the events that have it."""
        raise NotImplementedError

    def used(self, kind: str) -> dict[str, int]:
        """The words of a kind, each with the number of events that have it."""
        raise NotImplementedError

    def widths(self) -> Sequence[tuple[int, int, int]]:
        """The widths of titles, each with the number of events and the greatest width of their names (`width_of`)."""
        raise NotImplementedError

    def widest(self) -> Iterator[tuple[EventDate, tuple[str | None, ...], int]]:
        """The date and kind of each event, and the width of its title: the widest first."""
        raise NotImplementedError

    def placed(self, places: Sequence[int]) -> Iterable[Event]:
        """The events at some places, which are in order."""
        raise NotImplementedError


def facts_of(timeline: Timeline) -> Facts:
    """The facts that the events of a timeline know, or else those of each event."""
    return timeline.events if isinstance(timeline.events, Facts) else Facts(timeline.events)
