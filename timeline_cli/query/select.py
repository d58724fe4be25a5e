"""The answer to a question: the entries, their order, and notes.

Owns: Answer, SORTED, GROUPS. Does not: omit anything without counting it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_cli.dates.calendar import MONTH_NAMES, NEVER_BEGAN, NEVER_ENDS, Days, months, quarter, years
from timeline_cli.dates.period import Period
from timeline_cli.errors import QueryFault
from timeline_cli.model import Entry, Event, Registries, Timeline
from timeline_cli.query.as_of import World, world
from timeline_cli.query.candidates import Decided, candidates
from timeline_cli.query.options import joined
from timeline_cli.query.question import MODES, Question
from timeline_cli.query.verdict import CERTAIN, NO, POSSIBLE
from timeline_cli.spelling import check_known
from timeline_cli.text import fold

if TYPE_CHECKING:
    from timeline_cli.query.lexicon import Lexicon
    from timeline_cli.query.narrow import Plan
    from timeline_cli.query.term import Ask
    from timeline_cli.query.tree import Tree


class Group(NamedTuple):
    """Entries under one heading (None without grouping), of `total` that belong there."""

    name: str | None
    entries: Sequence[Entry]
    total: int

    @property
    def heading(self) -> str:
        shown = len(self.entries)
        return f"{self.name} ({shown} of {self.total})" if shown < self.total else f"{self.name} ({shown})"


class Answer(NamedTuple):
    """`entries` in order, background last. Without grouping, `groups` is one group without a name.

    `matched` counts the matches before `limit`, `possible` those of them that may match, `total` all events. `reading`
    says how the question was read, `title` is for documents.
    """

    groups: tuple[Group, ...]
    background: tuple[Entry, ...]
    matched: int
    possible: int
    total: int
    group_by: str | None
    sort: str
    as_of: int | None
    today: int
    registries: Registries
    reading: str = ""
    notes: tuple[str, ...] = ()
    title: str = "Timeline"

    @property
    def entries(self) -> list[Entry]:
        """Every entry once, in the order shown; an entry in several groups counts once."""
        listed = [entry for group in self.groups for entry in group.entries]
        if self.group_by is None:
            return [*listed, *self.background]
        once = {entry.event.id: entry for entry in [*listed, *self.background]}
        return list(once.values())

    @property
    def shown(self) -> int:
        """The number of entries."""
        return len(self.entries) if self.group_by else len(self.groups[0].entries) + len(self.background)

    def each(self) -> Iterator[Entry]:
        """The entries, for output that reads each once: what was loaded of an event is dropped after it."""
        for entry in self.entries:
            yield entry
            entry.event.forget()


def select(timeline: Timeline, question: Question) -> Answer:
    """Answer a question about a timeline. Raises UsageFault for an invalid value."""
    _check(question)
    asked = world(timeline, question.today, question.as_of, question.all_versions)
    try:
        asking = _asking(question, asked)
    except QueryFault as fault:
        if not fault.words:
            raise
        from timeline_cli.query.instead import with_event

        raise with_event(fault, question, partial(_found, asked, None)) from None
    answer = _answer(question, asked, asking)
    if asking.of_words is None:
        return answer
    from timeline_cli.query.instead import instead

    tree, ask = asking.of_words
    notes = instead(question, tree, ask, answer.matched, partial(_found, asked, ask.lexicon))
    return answer._replace(notes=tuple(dict.fromkeys([*answer.notes, *notes])))


def _found(asked: World, lexicon: Lexicon | None, question: Question) -> tuple[int, list[Entry]]:
    """How many events another question finds in the same world, and those of them that it shows."""
    answer = _answer(question, asked, _asking(question, asked, lexicon))
    return answer.matched, answer.entries


def _answer(question: Question, asked: World, asking: _Asking) -> Answer:
    events, decide, counted = candidates(asked, asking.plan, asking.periods, question)
    entries_of = partial(_entries, decide=decide, asked=asked, imprecise=asking.imprecise, mode=question.mode)
    streams = question.streams and question.sort == "date" and question.group_by is None
    is_all = asking.plan is None and counted is None and not asked.doubtful
    dates = asked.facts.dates() if streams and is_all else None
    groups: tuple[Group, ...]
    background: tuple[Entry, ...] = ()
    if dates is None:
        found = list(entries_of(events))
        matched, possible = counted or (len(found), sum(entry.match == "possible" for entry in found))
        groups, background = _ordered(found, question)
    else:
        from timeline_cli.query.entries import Entries

        groups = _ungrouped(Entries(asked, dates, entries_of, question.reverse))
        matched, possible = len(dates), 0
    return Answer(
        groups, background, matched, possible, len(asked.events), question.group_by, question.sort, question.as_of,
        asked.today, asked.registries, asking.reading, asking.notes,
    )  # fmt: skip


def _ordered(found: Sequence[Entry], question: Question) -> tuple[tuple[Group, ...], tuple[Entry, ...]]:
    """The groups of an answer, and its background."""
    order = SORTED[question.sort]
    foreground = sorted((entry for entry in found if not entry.background), key=order)
    background = sorted((entry for entry in found if entry.background), key=order)
    if question.reverse:
        foreground.reverse()
        background.reverse()
    groups = _groups(foreground, question)
    if question.limit is not None and question.group_by is None:
        kept = groups[0].entries[: question.limit]
        groups = (groups[0]._replace(entries=kept),)
        background = background[: question.limit - len(kept)]
    elif question.limit is not None:
        background = background[: question.limit]
    return groups, tuple(background)


class _Asking(NamedTuple):
    """The compiled question (`plan` is None if it is empty), and notes."""

    plan: Plan | None = None
    imprecise: bool = False
    periods: tuple[Period, ...] = ()
    reading: str = ""
    notes: tuple[str, ...] = ()
    of_words: tuple[Tree, Ask] | None = None  # if there are any


def _asking(question: Question, asked: World, lexicon: Lexicon | None = None) -> _Asking:
    """Compile the question. Imports the compiler only if there is something to compile."""
    if question.tree is None and not question.words:
        return _Asking()
    from timeline_cli.query.compile import compile_tree, is_imprecise
    from timeline_cli.query.term import Ask

    ask = Ask(asked, question.read_period, question.mode, question.exact)
    ask.lexicon = lexicon or ask.lexicon
    tree = whole_tree(question, ask)
    if tree is None:
        return _Asking()
    plan, reading = compile_tree(tree, ask)
    notes, of_words = tuple(dict.fromkeys(ask.notes)), (tree, ask) if question.words else None
    return _Asking(plan, is_imprecise(tree), tuple(ask.periods), reading, notes, of_words)


def whole_tree(question: Question, ask: Ask, quoted_as: str = "text") -> Tree | None:
    """Words and options combined; None if empty. Raises UsageFault."""
    if not question.words:
        return question.tree
    from timeline_cli.query.parser import parse

    day = date.fromordinal(question.today if question.as_of is None else question.as_of)
    words = parse(question.words, day, ask.lexicon, ask.notes, quoted_as)
    return joined([tree for tree in (words, question.tree) if tree is not None])


def _check(question: Question) -> None:
    for word, known, option in (
        (question.mode, MODES, "--match"),
        (question.sort, SORTED, "--sort"),
        (question.group_by, GROUPS, "--group-by"),
    ):
        if word is not None:
            check_known(word, known, f"unknown value for {option}: {word}")


def _entries(
    events: Iterable[Event], decide: Callable[[Event], Decided], asked: World, imprecise: bool, mode: str
) -> Iterator[Entry]:
    """The entries of the events that match."""
    doubtful, replaced, superseded_by, today = asked.doubtful, asked.replaced, asked.superseded_by, asked.today
    says_match, asks_certain = imprecise or bool(doubtful), mode == "certainly"
    for event in events:
        verdict, background = decide(event)
        if verdict == NO:
            continue
        name = event.id
        if name in doubtful:
            verdict = POSSIBLE
        if asks_certain and verdict != CERTAIN:
            continue
        yield Entry(
            event,
            # A replaced version has no state today.
            event.status if name in replaced else event.state(today),
            ("possible" if verdict == POSSIBLE else "certain") if says_match else None,
            background,
            superseded_by.get(name, ()),
            asked.known(event),
        )


# Orders. Python's sort is stable, so equal entries stay in order of date.


def _shortness(entry: Entry) -> int:
    """The longest first; an event without a known bound on one side counts as longest."""
    bounds = entry.event.date.bounds
    return bounds.start - bounds.end if entry.event.date.kind != "choice" else 0


SORTED: dict[str, Callable[[Entry], Any]] = {
    "date": lambda entry: 0,  # as they come
    "known": lambda entry: entry.known.sort_key if entry.known else (NEVER_ENDS, 0, 0.0),
    "title": lambda entry: fold(entry.event.title),
    "type": lambda entry: entry.event.type or "~",
    "length": _shortness,
}


# Groups: the headings of an entry; entries without any come under None, last.


def _span_of_start(days: Callable[[date], Days], form: Callable[[date], str]) -> Callable[[Entry], list[str]]:
    """The heading of the unit that certainly contains the start, else its year; without a start, the end's."""

    def headings(entry: Entry) -> list[str]:
        when = entry.event.date
        ordinal = when.sort_key[0]
        if not NEVER_BEGAN < ordinal < NEVER_ENDS:
            return []
        day = date.fromordinal(ordinal)
        latest = when.bounds.start_latest if when.start_edge == "known" else ordinal
        if latest <= days(day)[1]:
            return [form(day)]
        return [f"{day.year}"] if latest <= date(day.year, 12, 31).toordinal() else []

    return headings


def _one(word: str | None) -> list[str]:
    return [word] if word else []


GROUPS: dict[str, Callable[[Entry], list[str]]] = {
    "year": _span_of_start(lambda day: years(day.year, 1), lambda day: f"{day.year}"),
    "quarter": _span_of_start(
        lambda day: quarter(day.year, (day.month + 2) // 3), lambda day: f"{day.year} Q{(day.month + 2) // 3}"
    ),
    "month": _span_of_start(
        lambda day: months(day.year, day.month, 1), lambda day: f"{day.year} {MONTH_NAMES[day.month - 1]}"
    ),
    "day": _span_of_start(lambda day: (day.toordinal(), day.toordinal()), date.isoformat),
    "type": lambda entry: _one(entry.event.type),
    "company": lambda entry: [role.name for role in entry.event.companies],
    "person": lambda entry: [role.name for role in entry.event.people],
    "place": lambda entry: _one(entry.event.place),
    "status": lambda entry: _one(entry.state),
}


# Groups by time, with the order of their headings; all others are sorted from A to Z.
TIME_GROUPS = frozenset({"year", "quarter", "month", "day"})


def _ungrouped(entries: Sequence[Entry]) -> tuple[Group]:
    return (Group(None, entries, len(entries)),)


def _groups(entries: list[Entry], question: Question) -> tuple[Group, ...]:
    """Entries under their headings, those without one last. Periods are in order of time, names from A to Z."""
    if question.group_by is None:
        return _ungrouped(tuple(entries))
    found: dict[str | None, list[Entry]] = {}
    for entry in entries:
        for heading in dict.fromkeys(GROUPS[question.group_by](entry)) or [None]:
            found.setdefault(heading, []).append(entry)
    without = found.pop(None, [])
    earliest = {name: min(entry.event.date.sort_key for entry in listed) for name, listed in found.items()}
    by_time = question.group_by in TIME_GROUPS
    headings = sorted(found, key=lambda name: earliest[name] if by_time else fold(str(name)), reverse=question.reverse)
    groups = [(name, found[name]) for name in headings]
    if without:
        groups.append((f"no {question.group_by}", without))
    limit = question.limit
    return tuple(Group(name, tuple(listed[:limit]), len(listed)) for name, listed in groups)
