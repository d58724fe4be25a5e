"""The figures of an answer as series: one metric of one company, in one unit, of one kind, for periods of one length.

Owns: which figures belong together, what each changed from, and what it revises. Refuses: to sum, to convert, and to
compute with a number that is only told as over, under or a range.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate
from timeline_cli.fields.parts import FIGURE_KINDS
from timeline_cli.model import Amount, Entry, Event, Figure, Role, Timeline
from timeline_cli.query.changes import Change, change
from timeline_cli.query.figure_terms import FIGURE_TERMS
from timeline_cli.query.options import joined
from timeline_cli.query.select import Question, select
from timeline_cli.query.tree import And, Not, Or, Term, Tree, terms_of
from timeline_cli.query.verdict import CERTAIN, NO, POSSIBLE, Seen, Test
from timeline_cli.query.world import world
from timeline_cli.text import fold


class Told(NamedTuple):
    """One figure as one event tells it. `companies` are its own, or else those of the event."""

    entry: Entry
    figure: Figure
    companies: tuple[str, ...]
    match: str | None


class Point(NamedTuple):
    """A figure in its series. `before` is the last word on the period before, `revises` the word on its own so far.

    `year_before` is the last word on the same months of the year before, for periods shorter than a year.
    """

    told: Told
    before: Told | None
    revises: Told | None
    year_before: Told | None
    is_last: bool  # nothing later in the series is about the same period

    @property
    def change(self) -> Change | None:
        """From the period before; None where the two numbers do not say."""
        return None if self.before is None else change(self.before.figure.amount, self.told.figure)

    @property
    def year_change(self) -> Change | None:
        return None if self.year_before is None else change(self.year_before.figure.amount, self.told.figure)

    @property
    def stated(self) -> Change | None:
        """From the number that the source itself gives as the one before."""
        previous = self.told.figure.previous
        return None if previous is None else change(previous, self.told.figure)

    @property
    def revision(self) -> Change | None:
        return None if self.revises is None else change(self.revises.figure.amount, self.told.figure)


class Series(NamedTuple):
    """Figures that may be compared, in the order of their periods, or of their events where they have none."""

    metric: str
    unit: str | None
    kind: str
    length: int | None
    companies: tuple[str, ...]
    points: tuple[Point, ...]


class Found(NamedTuple):
    """The figures that answer a question put to `total` events; its reading, and what is to be told of it."""

    told: tuple[Told, ...]
    total: int
    reading: str
    notes: tuple[str, ...]


def as_metrics(tree: Tree | None) -> Tree | None:
    """The question with its bare words as metrics: `figures shipment target` asks for a metric, not for text."""
    if isinstance(tree, Term):
        written = tree.query[tree.column :].lower()
        return replace(tree, field="metric") if tree.field == "text" and written[:5] not in ("", "text:") else tree
    if isinstance(tree, Not):
        return Not(as_metrics(tree.part) or tree.part)
    if isinstance(tree, (And, Or)):
        return type(tree)(tuple(as_metrics(part) or part for part in tree.parts))
    return None


def figures(timeline: Timeline, question: Question) -> Found:
    """Every figure that answers a question, in the order of the events. Raises UsageFault.

    Of the events that `show` would show, each figure is asked as if its event had no other, and no other company where
    the figure names its own.
    """
    tree = question.tree
    of_events = None if tree is None else _of_events(tree)
    answer = select(timeline, question._replace(tree=joined([_WITH_FIGURES, *([of_events] if of_events else [])])))
    every = (_told(entry, figure) for entry in answer.entries for figure in entry.event.figures)
    if tree is None:
        return Found(tuple(every), answer.total, "", ())
    from timeline_cli.query.ask import Ask
    from timeline_cli.query.compile import compile_tree, is_imprecise

    asked = world(timeline, question.today, question.as_of, question.all_versions)
    ask = Ask(asked, question.read_period, question.mode, question.exact)
    plan, reading = compile_tree(tree, ask)
    if any(map(_is_on_figure, terms_of(tree))):
        imprecise = is_imprecise(tree)
        every = (told for each in every if (told := _asked(each, plan.test, question.mode, imprecise)))
    return Found(tuple(every), answer.total, reading, tuple(dict.fromkeys(ask.notes)))


# Events without figures have nothing to tell here, and an index leaves them out at once.
_WITH_FIGURES = Term("has", ("figures",))


def _asked(told: Told, test: Test, mode: str, imprecise: bool) -> Told | None:
    """A figure with what the question says of it alone; None when it does not answer."""
    verdict = test(Seen(_alone(told), told.entry.background))
    if told.entry.match == "possible":
        verdict = min(verdict, POSSIBLE)
    if verdict == NO or (mode == "certainly" and verdict == POSSIBLE):
        return None
    return told._replace(match=_MATCH[verdict] if imprecise or told.entry.match else None)


_MATCH = {POSSIBLE: "possible", CERTAIN: "certain"}


def _told(entry: Entry, figure: Figure) -> Told:
    companies = (figure.company,) if figure.company else tuple(role.name for role in entry.event.companies)
    return Told(entry, figure, companies, entry.match)


def _alone(told: Told) -> Event:
    """The event with this figure and its companies alone; their roles stay theirs."""
    event = told.entry.event
    roles = tuple(role for role in event.companies if role.name in told.companies)
    return replace(event, figures=(told.figure,), companies=roles or tuple(map(Role, told.companies)))


def _is_on_figure(term: Term) -> bool:
    """Whether figures of one event may answer the term differently."""
    return term.field in FIGURE_TERMS or term.field == "company"


def _of_events(tree: Tree) -> Tree | None:
    """What the tree asks of a whole event, so that no figure which answers all of it is lost; None for nothing.

    What must not hold of a figure may well hold of another one of its event.
    """
    if isinstance(tree, Not):
        return None if any(map(_is_on_figure, terms_of(tree))) else tree
    if isinstance(tree, Term):
        return tree
    parts = [_of_events(part) for part in tree.parts]
    known = [part for part in parts if part is not None]
    if isinstance(tree, Or):
        return Or(tuple(known)) if len(known) == len(parts) else None
    return joined(known)


def series(found: Iterable[Told]) -> list[Series]:
    """All series, by metric, unit, kind and length of period, then by company."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for told in found:
        figure = told.figure
        key = (fold(figure.metric), figure.unit, figure.kind, period_length(figure.period), frozenset(told.companies))
        groups.setdefault(key, []).append(told)
    return sorted((_series(listed) for listed in groups.values()), key=_order)


def _order(one: Series) -> tuple[object, ...]:
    return (
        fold(one.metric),
        one.unit or "",
        FIGURE_KINDS.index(one.kind),
        -1 if one.length is None else one.length,
        tuple(map(fold, one.companies)),
    )


def _series(listed: list[Told]) -> Series:
    first = listed[0]
    metric, unit, kind, length = first.figure.metric, first.figure.unit, first.figure.kind, None
    length = period_length(first.figure.period)
    return Series(metric, unit, kind, length, first.companies, tuple(_points(listed)))


def _points(listed: list[Told]) -> Iterator[Point]:
    """The figures by period; of one period, in the order in which they were told, what was replaced first."""
    listed = sorted(listed, key=lambda told: (_period_key(told), _told_key(told), not told.entry.superseded_by))
    periods: list[list[Told]] = []
    for told in listed:
        if periods and _is_same_period(periods[-1][-1], told):
            periods[-1].append(told)
        else:
            periods.append([told])
    last_words: dict[int | None, Told] = {
        start: period[-1] for period in periods if (start := _start(period[-1])) is not None
    }
    before: Told | None = None
    for period in periods:
        year_before = last_words.get(_year_before(period[-1]))
        for number, told in enumerate(period):
            yield Point(told, before, period[number - 1] if number else None, year_before, number == len(period) - 1)
        before = period[-1]


def _start(told: Told) -> int | None:
    """The first day of a period that is shorter than a year."""
    length = period_length(told.figure.period)
    return told.figure.period.bounds.start if told.figure.period and length and length < 12 else None


def _year_before(told: Told) -> int | None:
    """The first day of the same months a year before."""
    start = _start(told)
    day = None if start is None else date.fromordinal(start)
    if day is None or day.year == 1 or (day.month, day.day) == (2, 29):
        return None
    return day.replace(year=day.year - 1).toordinal()


def _period_key(told: Told) -> tuple[int, int, float]:
    period = told.figure.period
    return period.sort_key if period is not None else told.entry.event.date.sort_key


def _told_key(told: Told) -> tuple[int, int, float]:
    return (told.entry.known or told.entry.event.date).sort_key


def _is_same_period(one: Told, other: Told) -> bool:
    """Whether the two are about the same; without periods only one that replaces the other is."""
    if one.figure.period is not None and other.figure.period is not None:
        return one.figure.period.bounds == other.figure.period.bounds
    return other.entry.event.id in one.entry.superseded_by


_DAYS_IN_MONTH = 30.436875


def period_length(period: EventDate | None) -> int | None:
    """How long a period is: in months, in days as a negative number where it is shorter than one.

    None without a period, 0 for one that has no bound on a side.
    """
    if period is None:
        return None
    start, end = period.bounds.start, period.bounds.end
    if start <= NEVER_BEGAN or end >= NEVER_ENDS:
        return 0
    days = end - start + 1
    # From 27 days on: the shortest month has 28, and a week is none.
    return round(days / _DAYS_IN_MONTH) if days > 27 else -days


def length_words(length: int | None) -> str:
    """A length of periods as a heading says it; empty without."""
    if length is None:
        return ""
    known = {12: "yearly", 6: "half-yearly", 3: "quarterly", 1: "monthly", -1: "daily", -7: "weekly", 0: "open periods"}
    if length in known:
        return known[length]
    if length % 12 == 0:
        return f"periods of {length // 12} years"
    return f"periods of {length} months" if length > 0 else f"periods of {-length} days"


def ends(amount: Amount) -> tuple[float, float]:
    """The least and the greatest number that an amount names, to draw it by; one number is both."""
    single = amount.single
    low, high = (amount.low, amount.high) if single is None else (single, single)
    return float(low or 0), float(high or 0)


def middle(amount: Amount) -> float:
    """Where an amount is drawn when there is room for one point: a range at its middle."""
    low, high = ends(amount)
    return (low + high) / 2
