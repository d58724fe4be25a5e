"""The events of the vertical timeline in order, with everything that depends on their neighbours.

Owns: headings, parents and children, gaps, the place of today, the time between events. Does not: lay out lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, Precision
from timeline_cli.dates.event_date import EventDate
from timeline_cli.model import Entry
from timeline_cli.query.select import TIME_GROUPS, Answer
from timeline_cli.views.forest import Branch, forest
from timeline_cli.views.gaps import days_words, elapsed, last_certain_day, latest_first, long_gap, start_of
from timeline_cli.views.spans import Bar, bars


class Heading(NamedTuple):
    """The heading of an entry: its year, and the month if its start is known to the month."""

    year: int | None
    month: int | None


class Step(NamedTuple):
    """An event in its place. `gap` and `gap_after_today` are times worth telling, else empty; `is_after_today` says
    that today lies right before it; `heading` is None where nothing goes by years and months. `implied` is the state
    that the place says: scheduled on the far side of today."""

    branch: Branch
    heading: Heading | None
    gap: str = ""
    is_after_today: bool = False
    gap_after_today: str = ""
    elapsed: str = ""
    has_children: bool = False
    implied: str = ""

    @property
    def entry(self) -> Entry:
        return self.branch.entry


class Plan(NamedTuple):
    """Steps, the bars of each by its number, and the number of columns for bars.

    `closing` is the number of the last step with a date if an event lasts from it until today; `closing_gap` is the
    time from it to today, if long enough to show.
    """

    steps: tuple[Step, ...]
    bars: dict[int, list[Bar]] = {}  # noqa: RUF012 (never changed)
    columns: int = 0
    closing: int | None = None
    closing_gap: str = ""


def plan(entries: Sequence[Entry], answer: Answer, most_bars: int, with_elapsed: bool = False) -> Plan:
    """The entries of one group. Only in order of date are there headings, gaps, bars, and children below parents."""
    if answer.sort != "date":
        return Plan(tuple(Step(Branch(entry), None) for entry in entries))
    by_period = answer.group_by in TIME_GROUPS
    of_dates = {id(entry.event.date): entry.event.date for entry in entries}  # from an index, events share dates
    known = {key: None if by_period else heading_of(date) for key, date in of_dates.items()}
    headings = {entry.event.id: known[id(entry.event.date)] for entry in entries}
    branches = forest(
        entries,
        lambda entry: [("part_of", target) for target in entry.event.part_of],
        lambda child, parent: headings[child.event.id] == headings[parent.event.id] or _is_during(child, parent),
    )
    for branch in branches:
        if branch.parent:
            headings[branch.entry.event.id] = headings[branch.parent]
    rows = [branch.entry for branch in branches]
    is_reversed = latest_first(entries)
    since = _elapsed(entries, is_reversed) if with_elapsed else {}
    parents = {branch.parent for branch in branches}
    steps = [
        Step(
            branch,
            headings[branch.entry.event.id],
            elapsed=since.get(branch.entry.event.id, ""),
            has_children=branch.entry.event.id in parents,
        )
        for branch in branches
    ]
    closing, closing_gap = _tell_gaps(steps, answer.today, is_reversed)
    _tell_implied(steps, answer.today, is_reversed)
    if answer.group_by is not None:
        closing = None  # a group is only part of the timeline, so it does not run until today
    drawn = bars(rows, answer.today, most_bars, answer.registries)
    columns = max((bar.column + 1 for bar in drawn), default=0)
    return Plan(tuple(steps), _by_row(drawn), columns, closing, closing_gap)


def _by_row(drawn: Sequence[Bar]) -> dict[int, list[Bar]]:
    """The bars of each row that has any; rows with the same bars share a list."""
    found: dict[int, list[Bar]] = {}
    changes = sorted({row for bar in drawn for row in (bar.first, bar.last + 1)})
    starting: dict[int, list[Bar]] = {}
    for bar in drawn:
        starting.setdefault(bar.first, []).append(bar)
    running: list[Bar] = []
    for row, following in pairwise(changes):
        running = [bar for bar in running if bar.last >= row] + starting.get(row, [])
        if running:
            found.update(dict.fromkeys(range(row, following), running))
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


def _elapsed(entries: Sequence[Entry], is_reversed: bool) -> dict[str, str]:
    """For each event, the time since the previous one."""
    ordered = list(reversed(entries)) if is_reversed else list(entries)
    found = {entry.event.id: "" for entry in ordered[:1]}
    for before, entry in pairwise(ordered):
        found[entry.event.id] = elapsed(before.event.date, entry.event.date)
    return found


def _tell_implied(steps: list[Step], today: int, is_reversed: bool) -> None:
    """Write into the steps which state their place says."""
    line = next((index for index, step in enumerate(steps) if step.is_after_today), len(steps))
    for index in range(line) if is_reversed and line < len(steps) else range(line, len(steps)):
        start = start_of(steps[index].entry.event.date)
        if start is not None and start > today:
            steps[index] = steps[index]._replace(implied="scheduled")


def _tell_gaps(steps: list[Step], today: int, is_reversed: bool) -> tuple[int | None, str]:
    """Write gaps and today into the steps that follow them; return `closing` and `closing_gap` of the plan.

    Children below another event have neither.
    """
    tops = [index for index, step in enumerate(steps) if not step.branch.parent]
    dated = [(index, start) for index in tops if (start := start_of(steps[index].entry.event.date)) is not None]
    if is_reversed:
        dated.reverse()
    longest = long_gap([start for _, start in dated])
    reach = NEVER_BEGAN

    def gap(first: int, last: int) -> str:
        return days_words(first, last - 1) if last - first >= longest else ""

    for (before, earlier), (index, start) in pairwise(dated):
        reach = max(reach, last_certain_day(steps[before].entry.event.date))
        at = before if is_reversed else index
        if earlier <= today < start:
            past, ahead = gap(reach + 1, today), gap(today, start)
            first, second = (ahead, past) if is_reversed else (past, ahead)
            steps[at] = steps[at]._replace(is_after_today=True, gap=first, gap_after_today=second)
        elif found := gap(reach + 1, start):
            steps[at] = steps[at]._replace(gap=found)
    if is_reversed or not dated or dated[-1][1] > today or all(step.entry.state != "ongoing" for step in steps):
        return None, ""
    reach = max(reach, last_certain_day(steps[dated[-1][0]].entry.event.date))
    undated = next((n for n, step in enumerate(steps) if start_of(step.entry.event.date) is None), len(steps))
    return undated - 1, gap(reach + 1, today)
