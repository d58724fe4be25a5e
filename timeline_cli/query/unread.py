"""Events that are read when a question may find them, for files without an index.

Owns: which events a condition may leave. Does not: recognise items (reading/usual.py), or change an answer: reading all
events first would give the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import groupby, islice

from timeline_cli.fields.context import Context
from timeline_cli.fields.table import BY_TERM
from timeline_cli.model import Event, Names, Timeline
from timeline_cli.query.facts import Facts, text_test
from timeline_cli.query.names import folded_name
from timeline_cli.query.narrow import All, Holds, Ids, Narrow, Overlaps, Some, Words
from timeline_cli.query.words import words_of
from timeline_cli.reading.file import EventFile
from timeline_cli.reading.items import Item
from timeline_cli.reading.load import Opened, load_files, no_collector, read, reading_all
from timeline_cli.reading.quick import NAMED
from timeline_cli.reading.usual import Usual

_AT_ONCE = 8  # events to read together: the first one may be enough

May = Callable[[Event], bool]


def load_unread(names: list[str]) -> Timeline:
    """The timeline of these files, with usual events still unread: without their warnings, but with all errors."""

    def read_others(opened: Opened) -> Timeline:
        usual: dict[str, Usual] = {}

        def items(file: EventFile, context: Context) -> Iterator[Item]:
            usual[file.name] = Usual(file, context)
            return usual[file.name].items()

        found = read(opened, items)
        return replace(found, events=UnreadEvents(found, usual))

    timeline = reading_all(names, read_others)
    # An event that is left out for a repeated id must not count.
    return load_files(names) if any(problem.code == "E204" for problem in timeline.diagnostics) else timeline


class UnreadEvents(Facts):
    """The events of a timeline in order, with their facts. An unread one has only its id, date and title."""

    def __init__(self, found: Timeline, usual: dict[str, Usual]) -> None:
        super().__init__(self)
        self._events = list(found.events)
        self._registries = found.registries
        self._usual = usual  # by file
        self._others = tuple(event for event in self._events if not self._is_unread(event))

    def _is_unread(self, event: Event) -> bool:
        return event.line in self._usual[event.file].texts

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[Event]:
        return self._read(range(len(self._events)))

    def __reversed__(self) -> Iterator[Event]:
        return self._read(reversed(range(len(self._events))))

    def _read(self, places: Iterable[int]) -> Iterator[Event]:
        """The events at some places, which are read if they are not yet."""
        places = iter(places)
        while some := list(islice(places, _AT_ONCE)):
            unread = [place for place in some if self._is_unread(self._events[place])]
            with no_collector():
                for file, of_file in groupby(unread, key=lambda place: self._events[place].file):
                    new = list(of_file)
                    for place, event in zip(new, self._usual[file].read([self._events[at] for at in new]), strict=True):
                        self._events[place] = event
            yield from [self._events[place] for place in some]

    @cached_property
    def ids(self) -> Collection[str]:
        return {event.id for event in self._events}

    def version_ids(self) -> Collection[str]:
        return [event.id for event in self._events if "@" in event.id]

    def words(self, kind: str) -> Collection[str]:
        key = BY_TERM[kind].key if kind in BY_TERM else ""
        if key not in NAMED:
            return super().words(kind)
        of = words_of(kind)
        others = (word for event in self._others for word in of(event))
        return set(others).union(*(usual.names(key) for usual in self._usual.values()))

    def links(self, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
        return Facts(self._others).links(kinds)  # a usual event has none

    def has_text(self, holds: Holds) -> bool:
        test = text_test(holds)
        return any(test(self.text_of(event)) for event in self.perhaps(holds))

    def perhaps(self, narrow: Narrow) -> Iterable[Event]:
        may, texts = self._may(narrow), {file: usual.texts for file, usual in self._usual.items()}
        places = enumerate(self._events)
        return self._read(place for place, event in places if event.line not in texts[event.file] or may(event))

    def _may(self, narrow: Narrow) -> May:
        """Whether a condition may leave an unread event."""
        match narrow:
            case All(parts):
                # Dates are decided fastest.
                first, *others = map(self._may, sorted(parts, key=lambda part: not isinstance(part, Overlaps)))
                return lambda event: first(event) and all(may(event) for may in others)
            case Some(parts):
                some = [self._may(part) for part in parts]
                return lambda event: any(may(event) for may in some)
            case Overlaps(first, last):
                return lambda event: event.date.bounds.start <= last and event.date.bounds.end >= first
            case Ids(ids):
                return lambda event: event.id in ids
            case Words(kind, words) if kind in BY_TERM and BY_TERM[kind].key in NAMED:
                key = BY_TERM[kind].key
                return lambda event: not words.isdisjoint(self._usual[event.file].names(key, event.line))
            case Holds(text):
                return self._may_hold(text)
        return lambda event: True

    def _may_hold(self, text: str) -> May:
        """Whether all words of a folded text are in the bytes of an event, or a name that stands for it."""
        longest, *words = sorted(map(_bytes, re.split(r"[\s'-]+", text)), key=len, reverse=True)
        names = [names for names in self._registries if isinstance(names, Names)]
        forms = [form for each in names for form, name in each.canonical.items() if text in folded_name(name)]
        aliases = [_bytes(form) for form in forms]

        def may(event: Event) -> bool:
            data = self._usual[event.file].texts[event.line].data
            lower = data.lower()  # which is the folded form of ASCII
            if longest in lower and all(word in lower for word in words):
                return True
            return not data.isascii() or any(form in lower for form in aliases)

        return may


def _bytes(text: str) -> bytes:
    """The bytes of a text in a file; of half a character, which a question may have, some that no file has."""
    return text.encode("utf-8", "surrogatepass")
