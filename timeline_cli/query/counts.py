"""Counts of an answer: the number of events per name, period or pair, and the gaps between events.

Owns: COUNTED, the keys to count by; a new one is a row. Does not: count anything but events, or hide events without
such a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, Days
from timeline_cli.dates.event_date import EventDate
from timeline_cli.errors import UsageFault
from timeline_cli.fields.table import BY_TERM
from timeline_cli.model import Entry, Timeline
from timeline_cli.query.entries import Entries, dates_of
from timeline_cli.query.facts import Facts, facts_of
from timeline_cli.query.narrow import Filled, Other
from timeline_cli.query.select import GROUPS, TIME_GROUPS, Answer
from timeline_cli.query.words import words_of
from timeline_cli.spelling import check_known
from timeline_cli.text import fold


def _decade(entry: Entry) -> list[str]:
    """The decade that certainly contains the start; without a start, the end."""
    when = entry.event.date
    first = when.sort_key[0]
    if not NEVER_BEGAN < first < NEVER_ENDS:
        return []
    last = when.bounds.start_latest if when.start_edge == "known" else first
    decades = {date.fromordinal(day).year // 10 for day in (first, last) if day < NEVER_ENDS}
    return [f"{decades.pop()}0s"] if len(decades) == 1 and last < NEVER_ENDS else []


COUNTED: dict[str, Callable[[Entry], list[str]]] = {
    "decade": _decade,
    **GROUPS,
    "certainty": lambda entry: [entry.event.certainty] if entry.event.certainty else [],
    "tag": lambda entry: list(entry.event.tags),
}


PERIODS = TIME_GROUPS | {"decade"}


class Count(NamedTuple):
    """`names` is one name or a pair; `possible` of its `events` may match. `start`, an ordinal, sorts periods.

    `first` and `last` are the dates of the event that starts first and of the one that ends last.
    """

    names: tuple[str, ...]
    events: int
    possible: int
    start: int
    first: EventDate | None
    last: EventDate | None


class Counts(NamedTuple):
    """All counts by one or two keys, and how many events have no such name, some of which may match."""

    by: tuple[str, ...]
    rows: tuple[Count, ...]
    without: int
    without_possible: int


class Gap(NamedTuple):
    """Days, as ordinals and both included, between an event and the next, in which none certainly starts or ends.

    `after` and `before` are the places of these events.
    """

    first: int
    last: int
    after: int
    before: int

    @property
    def days(self) -> int:
        return self.last - self.first + 1


def keys_of(asked: str) -> tuple[str, ...]:
    """One key of COUNTED, or two for pairs: company,person. Raises UsageFault."""
    keys = tuple(part.strip().lower() for part in asked.split(","))
    for key in keys:
        if not key.startswith("x-"):
            check_known(key, COUNTED, f"unknown key for --by: {key or 'nothing'}")
    if len(keys) > 2:
        raise UsageFault("--by takes one key or two", f"write --by {','.join(keys[:2])}")
    if len(keys) == 2 and keys[0] == keys[1] and keys[0] in PERIODS | {"type", "place", "status", "certainty"}:
        raise UsageFault(f"an event has one {keys[0]}, so there are no pairs", f"write --by {keys[0]}")
    return keys


class Counting:
    """Entries to count by several keys: what is compared of their dates is computed once.

    `timeline` is the one that they are from; an index has the names of all its events at once.
    """

    def __init__(self, entries: Sequence[Entry], timeline: Timeline | None = None) -> None:
        self.entries = entries
        self._facts = None if timeline is None else facts_of(timeline)
        dates = [entry.event.date for entry in entries]
        bounds = [when.bounds for when in dates]
        # By the number of the entry: its first day, its place among the starts, and the day on which it ends.
        self._days = [when.sort_key[0] for when in dates]
        starts = zip(dates, bounds, strict=True)
        self._starts = [when.sort_key if each.start > NEVER_BEGAN else _NEVER for when, each in starts]
        self._ends = [each.end if each.end < NEVER_ENDS else -1 for each in bounds]
        self._doubtful = {number for number, entry in enumerate(entries) if entry.match == "possible"}

    def by(self, *by: str) -> Counts:
        """Each name with its events: periods in order of time, also those of a name; names by frequency."""
        found: dict[str | tuple[str, str], list[int]] = {}
        without: list[int] = []
        for number, names in enumerate(self._names(by)):
            for each in names:
                found.setdefault(each, []).append(number)
            if not names:
                without.append(number)
        rows = [self._count((key,) if isinstance(key, str) else key, listed) for key, listed in found.items()]
        return Counts(by, _in_order(rows, by), len(without), self._possible(without))

    def over_time(self) -> Counts:
        """By year; by decade if there are many years, by month if there is one."""
        years = self.by("year")
        if len(years.rows) > _MOST_YEARS:
            return self.by("decade")
        return self.by("month") if len(years.rows) == 1 else years

    def _names(self, by: tuple[str, ...]) -> Iterator[Collection[str | tuple[str, str]]]:
        """The names of each entry, or its pairs; two of one kind make one pair, in either order."""
        first, *others = map(self._names_by, by)
        if not others:
            return first
        if by[0] == by[1]:
            return (list(combinations(sorted(names, key=fold), 2)) for names in first)
        return (list(product(*names)) for names in zip(first, *others, strict=True))

    def _names_by(self, key: str) -> Iterator[dict[str, None]]:
        """The names of each entry once: by a row of the table, or a custom key."""
        if key in PERIODS:
            # Events of one date share it, in an index.
            dates = {id(entry.event.date): entry for entry in self.entries}
            known = {date: dict.fromkeys(COUNTED[key](entry)) for date, entry in dates.items()}
            return (known[id(entry.event.date)] for entry in self.entries)
        if key in COUNTED and (key not in _IN_INDEX or self._facts is None):
            return map(dict.fromkeys, map(COUNTED[key], self.entries))
        words = words_of(key) if self._facts is None else self._facts.words_of_each(key, len(self.entries))
        return map(dict.fromkeys, (words(entry.event) for entry in self.entries))

    def _count(self, names: tuple[str, ...], listed: Sequence[int]) -> Count:
        first = min(listed, key=self._starts.__getitem__)
        last = max(listed, key=self._ends.__getitem__)
        return Count(
            names,
            len(listed),
            self._possible(listed),
            min(map(self._days.__getitem__, listed)),
            self.entries[first].event.date if self._starts[first] < _NEVER else None,
            self.entries[last].event.date if self._ends[last] >= 0 else None,
        )

    def _possible(self, listed: Iterable[int]) -> int:
        return sum(map(self._doubtful.__contains__, listed)) if self._doubtful else 0


class CountingAll(Counting):
    """The same of all events of an index by one key of COUNTED, without the first and the last date of a name.

    It reads no event: those of one date and kind are counted as one.
    """

    def __init__(self, entries: Entries, facts: Facts) -> None:
        self.entries, self._all = entries, facts
        found, counts = dict[tuple[int, int], tuple[EventDate, tuple[str | None, ...]]](), Counter[tuple[int, int]]()
        for when, kind in zip(entries.dates, entries.kinds, strict=True):
            found[alike := (id(when), id(kind))] = when, kind
            counts[alike] += 1
        self._alike = [(entries.outline(*each), counts[alike]) for alike, each in found.items()]

    def by(self, *by: str) -> Counts:
        (key,) = by
        if key in _IN_INDEX:
            found = {name: (number, 0) for name, number in self._all.used(key).items()}
            without = self._all.count(Other(Filled(BY_TERM[key].key))) or 0
        else:
            found, without = {}, 0
            for entry, number in self._alike:
                names, day = dict.fromkeys(COUNTED[key](entry)), entry.event.date.sort_key[0]
                for name in names:
                    known, start = found.get(name, (0, day))
                    found[name] = known + number, min(start, day)
                without += 0 if names else number
        rows = [Count((name,), number, 0, start, None, None) for name, (number, start) in found.items()]
        return Counts(by, _in_order(rows, by), without, 0)


def counting_of(answer: Answer, timeline: Timeline) -> Counting:
    """The counting of the entries of an answer."""
    entries = answer.groups[0].entries
    if isinstance(entries, Entries) and not entries.are_versions:
        return CountingAll(entries, facts_of(timeline))
    return Counting(answer.entries, timeline)


def _in_order(rows: list[Count], by: tuple[str, ...]) -> tuple[Count, ...]:
    if by[0] in PERIODS:
        rows.sort(key=lambda row: (row.start, len(row.names[0]), row.names[0], -row.events))
        if len(by) == 2:
            order = {name: number for number, name in enumerate(dict.fromkeys(row.names[0] for row in rows))}
            rows.sort(key=lambda row: (order[row.names[0]], -row.events, fold(row.names[1])))
    else:
        rows.sort(key=lambda row: (-row.events, *map(fold, row.names), *row.names))
        if by[-1] in PERIODS:
            totals = Counter(name for row in rows for name in [row.names[0]] * row.events)
            rows.sort(
                key=lambda row: (-totals[row.names[0]], fold(row.names[0]), row.names[0], row.start, row.names[1])
            )
    return tuple(rows)


_NEVER = (1 << 60, 0, 0.0)  # after all starts
_IN_INDEX = frozenset({"company", "person", "place", "tag"})  # the keys that count all words of their kind


_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_MOST_YEARS = 40  # that are listed one by one


def empty_between(unit: str, earlier: Count, later: Count) -> int:
    """How many whole units without an event are between two periods; 0 if only the year of one is known."""
    if unit in ("month", "quarter") and any(len(row.names[0]) == len("2024") for row in (earlier, later)):
        return 0
    if unit == "day":
        return (
            later.start - earlier.start - 1 if len(earlier.names[0]) == len(later.names[0]) == len("2024-03-22") else 0
        )
    first, last = (date.fromordinal(row.start) for row in (earlier, later))
    size = _MONTHS_IN[unit]
    return (last.year * 12 + last.month - 1) // size - (first.year * 12 + first.month - 1) // size - 1


def gaps(entries: Sequence[Entry]) -> list[Gap]:
    """The gaps between two events, longest first. A third one that runs through a gap does not end it.

    A coarse date takes all its possible days, so that none of them is in a gap.
    """
    dates: dict[int, tuple[int, EventDate]] = {}  # each with the place of its first event
    for place, when in enumerate(dates_of(entries)):
        dates.setdefault(id(when), (place, when))
    found: list[Gap] = []
    reach, latest = NEVER_ENDS, -1
    for (first, last), place in sorted((days, place) for place, when in dates.values() for days in _stretches(when)):
        if latest not in (-1, place) and first > reach + 1:
            found.append(Gap(reach + 1, first - 1, latest, place))
        if latest < 0 or last > reach:
            reach, latest = last, place
    return sorted(found, key=lambda gap: -gap.days)


def _stretches(when: EventDate) -> Iterator[Days]:
    """The possible days of a known start or end; for a side without a bound, those of its other side."""
    for first, last in when.endpoints:
        if first > NEVER_BEGAN or last < NEVER_ENDS:
            yield (last if first <= NEVER_BEGAN else first), (first if last >= NEVER_ENDS else last)
