"""The events of the vertical timeline in order, with everything that depends on their neighbours.

Owns: headings, parents and children, gaps, the place of today, the time between events. Does not: lay out lines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, Precision
from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Entry
from timeline_cli.query.entries import Interval, are_parts, dates_of, each_date, interval, intervals_of, streamed
from timeline_cli.query.select import TIME_GROUPS, Answer
from timeline_cli.views.forest import Branch, forest
from timeline_cli.views.gaps import days_words, elapsed, last_certain_day, latest_first, long_gap, start_of
from timeline_cli.views.spans import Bar, bars


class Heading(NamedTuple):
    """The heading of an entry: its year, and the month if its start is known to the month."""

    year: int | None
    month: int | None


class Between(NamedTuple):
    """What is shown between an event and the one above it: `gap` and `gap_after_today` are empty if too short."""

    gap: str = ""
    is_after_today: bool = False
    gap_after_today: str = ""


class Step(NamedTuple):
    """An event in its place; `heading` is None where nothing goes by years and months. `implied` is the state that the
    place says: scheduled on the far side of today."""

    branch: Branch
    heading: Heading | None
    between: Between = Between()
    elapsed: str = ""
    has_children: bool = False
    implied: str = ""

    @property
    def entry(self) -> Entry:
        return self.branch.entry


class Plan(NamedTuple):
    """Steps, each made when it is reached; all dates, each with its heading; the bars of each step, and the number of
    columns for bars.

    `today` is the number of the step that today lies before. `closing` is that of the last step with a date if an
    event may last from it until today, and `is_on` says that one does; `closing_gap` is the time from it to today, if
    long enough to show.
    """

    steps: Iterator[Step]
    dates: Iterable[tuple[EventDate, Heading | None]]
    bars: Sequence[Sequence[Bar]] = ()
    columns: int = 0
    today: int = 0
    closing: int | None = None
    closing_gap: str = ""
    is_on: bool = False


def plan(entries: Sequence[Entry], answer: Answer, most_bars: int, with_elapsed: bool = False) -> Plan:
    """The entries of one group. Only in order of date are there headings, gaps, bars, and children below parents."""
    each = each_date(entries)
    if answer.sort != "date":
        listed = (Step(Branch(entry), None) for entry in entries)
        return Plan(listed, [(when, None) for when in each], [()] * len(entries))
    by_period = answer.group_by in TIME_GROUPS
    known = {id(when): None if by_period else heading_of(when) for when in each}
    is_reversed = latest_first(dates_of(entries))
    since = since_previous(entries, is_reversed) if with_elapsed else {}
    rows = (_nested if with_elapsed or are_parts(entries) else _streamed)(entries, known)
    between, closing, closing_gap = _gaps(rows, answer.today, is_reversed)
    # Scheduled is what lies beyond today, if there is a line for today.
    today = next((number for number, each in between.items() if each.is_after_today), len(rows.dates))
    is_above = is_reversed and today < len(rows.dates)

    nothing = Between()

    def steps() -> Iterator[Step]:
        for number, branch in enumerate(rows.branches):
            name, start = branch.entry.event.id, start_of(rows.dates[number])
            is_beyond = (number < today if is_above else number >= today) and start is not None and start > answer.today
            yield Step(
                branch,
                rows.headings[number],
                between.get(number, nothing),
                since.get(name, ""),
                name in rows.parents,
                "scheduled" if is_beyond else "",
            )

    headed = zip(rows.dates, rows.headings, strict=True)
    drawn = bars(rows.dates, rows.intervals, answer.today, most_bars, answer.registries)
    return Plan(
        steps(),
        {(id(when), heading): (when, heading) for when, heading in headed}.values(),
        _by_row(drawn, len(rows.dates)),
        max((bar.column + 1 for bar in drawn), default=0),
        today,
        # A group is only part of the timeline, so it does not run until today.
        closing if answer.group_by is None else None,
        closing_gap,
        rows.is_on,
    )


class _Rows(NamedTuple):
    """The branches in order, with their dates and headings; the numbers of those at the top, the ids of those with
    children, and the intervals. `is_on` says that one of these, or of all, is going on."""

    branches: Iterable[Branch]
    dates: Sequence[EventDate]
    headings: Sequence[Heading | None]
    tops: Sequence[int]
    parents: Collection[str]
    intervals: list[Interval]
    is_on: bool


def _streamed(entries: Sequence[Entry], known: Mapping[int, Heading | None]) -> _Rows:
    """Entries of which none is part of another; those of an index are read when they are drawn."""
    dates, intervals = dates_of(entries), intervals_of(entries)
    headings = [known[id(when)] for when in dates]
    return _Rows(map(Branch, streamed(entries)), dates, headings, range(len(entries)), (), intervals, _is_on(intervals))


def _nested(entries: Sequence[Entry], known: Mapping[int, Heading | None]) -> _Rows:
    """Entries with children below parents."""
    branches = forest(
        entries,
        lambda entry: [("part_of", target) for target in entry.event.part_of],
        lambda child, parent: known[id(child.event.date)] == known[id(parent.event.date)] or _is_during(child, parent),
    )
    dates = [branch.entry.event.date for branch in branches]
    headings = dict[str, Heading | None]()
    for branch in branches:
        event = branch.entry.event
        headings[event.id] = headings[branch.parent] if branch.parent else known[id(event.date)]
    tops = [number for number, branch in enumerate(branches) if not branch.parent]
    intervals = [interval(branch.entry) for branch in branches if branch.entry.event.date.kind == "interval"]
    parents = {branch.parent for branch in branches}
    return _Rows(branches, dates, list(headings.values()), tops, parents, intervals, _is_on(entries))


def _is_on(entries: Iterable[Entry | Interval]) -> bool:
    return any(entry.state == "ongoing" for entry in entries)


def _by_row(drawn: Sequence[Bar], count: int) -> list[Sequence[Bar]]:
    """The bars of each row; rows with the same bars share a list."""
    found: list[Sequence[Bar]] = [()] * count
    changes = sorted({row for bar in drawn for row in (bar.first, bar.last + 1)})
    starting: dict[int, list[Bar]] = {}
    for bar in drawn:
        starting.setdefault(bar.first, []).append(bar)
    running: list[Bar] = []
    for row, following in pairwise(changes):
        running = [bar for bar in running if bar.last >= row] + starting.get(row, [])
        found[row:following] = [running] * (following - row)
    return found


def _is_during(child: Entry, parent: Entry) -> bool:
    """Whether a child in another month than its parent is near enough to be moved to it: it is part of an event that
    lasts no longer than a month. Otherwise it keeps its own place in time."""
    start, whole = start_of(child.event.date), parent.event.date.bounds
    return start is not None and whole.end - whole.start <= 31 and whole.start <= start <= whole.end


def heading_of(when: EventDate) -> Heading:
    """The year and month in which a date certainly starts; None for both without a start."""
    ordinal = start_of(when)
    if ordinal is None:
        return Heading(None, None)
    day = date.fromordinal(ordinal)
    known_month = when.precision is not None and (
        when.precision <= Precision.MONTH or (when.start_edge == "known" and _same_month(day, when.bounds.start_latest))
    )
    return Heading(day.year, day.month if known_month else None)


def _same_month(day: date, latest: int) -> bool:
    if latest >= NEVER_ENDS:
        return False
    last = date.fromordinal(latest)
    return (day.year, day.month) == (last.year, last.month)


def since_previous(entries: Sequence[Entry], is_reversed: bool) -> dict[str, str]:
    """For each event, the time since the previous one."""
    ordered = list(reversed(entries)) if is_reversed else list(entries)
    found = {entry.event.id: "" for entry in ordered[:1]}
    for before, entry in pairwise(ordered):
        found[entry.event.id] = elapsed(before.event.date, entry.event.date)
    return found


def _gaps(rows: _Rows, today: int, is_reversed: bool) -> tuple[dict[int, Between], int | None, str]:
    """The gaps, and today, by the numbers of the steps that follow them; `closing` and `closing_gap` of the plan.

    Children below another event have neither.
    """
    each = {id(rows.dates[number]): rows.dates[number] for number in rows.tops}
    starts = {name: start_of(when) for name, when in each.items()}
    longest = long_gap([start for start in starts.values() if start is not None])
    found: dict[int, Between] = {}
    reach, before, earlier, last = NEVER_BEGAN, -1, NEVER_ENDS, None

    def gap(first: int, last: int) -> str:
        return days_words(first, last - 1) if last - first >= longest else ""

    for index in reversed(rows.tops) if is_reversed else rows.tops:
        when = rows.dates[index]
        if when is last:
            before = index
        start = None if when is last else starts[id(when)]
        if start is None:
            continue
        if last is not None:
            reach = max(reach, last_certain_day(last))
            at = before if is_reversed else index
            if earlier <= today < start:
                past, ahead = gap(reach + 1, today), gap(today, start)
                found[at] = Between(ahead, True, past) if is_reversed else Between(past, True, ahead)
            elif said := gap(reach + 1, start):
                found[at] = Between(said)
        before, earlier, last = index, start, when
    if is_reversed or last is None or earlier > today:
        return found, None, ""
    reach = max(reach, last_certain_day(last))
    following = range(before + 1, len(rows.dates))
    undated = next((number for number in following if start_of(rows.dates[number]) is None), len(rows.dates))
    return found, undated - 1, gap(reach + 1, today)
