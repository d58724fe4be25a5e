"""The figures that answer a question, and those that they are compared with.

Owns: how a question about events is one about figures, and whose figure it is. Does not: show a figure that does not
itself answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from timeline_cli.model import FIGURE_KINDS, Entry, Event, Figure, Registries, Role, Timeline
from timeline_cli.query.as_of import world
from timeline_cli.query.figure_terms import FIGURE_TERMS
from timeline_cli.query.names import name_test, quoted
from timeline_cli.query.options import joined
from timeline_cli.query.question import Question
from timeline_cli.query.select import select, whole_tree
from timeline_cli.query.tree import BARE, And, Not, Or, Term, Tree, terms_of
from timeline_cli.query.values import as_typed, is_one_value
from timeline_cli.query.verdict import CERTAIN, NO, POSSIBLE, Seen, Test
from timeline_cli.text import fold

if TYPE_CHECKING:
    from timeline_cli.query.term import Ask


class FigureEntry(NamedTuple):
    """One figure of an event, of one `company`. If it is not `shown`, others are only compared with it."""

    entry: Entry
    figure: Figure
    company: str | None
    match: str | None
    shown: bool = True

    @property
    def is_firm(self) -> bool:
        """Whether other numbers may be compared with it: its event is neither cancelled nor rumoured."""
        return self.entry.event.status != "cancelled" and self.entry.event.certainty != "rumoured"


class Found(NamedTuple):
    """The figures that answer a question put to `total` events; its reading, and notes on it.

    `every` holds them, and all other figures of their metrics, in the order of the events.
    """

    every: tuple[FigureEntry, ...]
    total: int
    registries: Registries
    reading: str = ""
    notes: tuple[str, ...] = ()

    @property
    def shown(self) -> list[FigureEntry]:
        return [item for item in self.every if item.shown]


def whole_question(timeline: Timeline, question: Question) -> tuple[Tree | None, Ask]:
    """Words and options combined, with bare words as metrics or names; None if empty. Raises UsageFault."""
    from timeline_cli.query.term import Ask

    asked = world(timeline, question.today, question.as_of, question.all_versions)
    ask = Ask(asked, question.read_period, question.mode, question.exact)
    metrics = ask.facts.words("metric")
    # The shell removes the quotes of a metric: "sales in China".
    is_metric = [" " in word and is_one_value(word) and any(map(name_test(word), metrics)) for word in question.words]
    words = tuple(f'"{word}"' if one else word for word, one in zip(question.words, is_metric, strict=True))
    tree = whole_tree(question._replace(words=words), ask, quoted_as="metric")
    return (None if tree is None else _with_metrics(tree, ask)), ask


def _with_metrics(tree: Tree, ask: Ask) -> Tree:
    """The question with its bare words as metrics, or else as kinds or whole names."""
    if isinstance(tree, Not):
        return Not(_with_metrics(tree.part, ask))
    if isinstance(tree, (And, Or)):
        return type(tree)(tuple(_with_metrics(part, ask) for part in tree.parts))
    if tree.field != BARE:
        return tree
    meant = ask.lexicon.whole(tree.values[0])
    if any(map(name_test(tree.values[0]), ask.facts.words("metric"))):
        return tree._replace(field="metric")
    if tree.values[0].lower() in FIGURE_KINDS:
        return tree._replace(field="kind")
    if not meant:
        return tree._replace(field="metric")
    return tree._replace(field=next(iter(meant)))


def figures(timeline: Timeline, question: Question) -> Found:
    """Every figure that answers a question, among all of their metrics. Raises UsageFault.

    Tests each figure of the matching events as if its event had no other figure, and no other company if the figure
    names its own.
    """
    tree, ask = whole_question(timeline, question)
    of_events = None if tree is None else _of_events(tree)
    answer = select(
        timeline, question._replace(words=(), tree=joined([_WITH_FIGURES, *([of_events] if of_events else [])]))
    )
    every = _items(answer.entries)
    if tree is None:
        return Found(tuple(every), answer.total, answer.registries)
    from timeline_cli.query.compile import compile_tree, is_imprecise

    plan, reading = compile_tree(tree, ask)
    if any(map(_is_on_figure, terms_of(tree))):
        imprecise = is_imprecise(tree)
        every = (item for each in every if (item := _asked(each, plan.test, question.mode, imprecise)))
    found = list(every)
    if any(term.field != "metric" for term in terms_of(tree)):
        found = _among_all(found, timeline, question)
    notes = dict.fromkeys([*ask.notes, *_by_period(found, tree, timeline, question)])
    return Found(tuple(found), answer.total, answer.registries, reading, tuple(notes))


def _by_period(found: list[FigureEntry], tree: Tree, timeline: Timeline, question: Question) -> Iterator[str]:
    """The question with its dates as periods, if that finds others: a figure is published after its period."""
    dates = {term: f"period:{quoted(term.values[0])}" for term in terms_of(tree) if term.field == "date" and term.query}
    if dates:
        from timeline_cli.query.instead import with_terms

        text = with_terms(dates)
        others = figures(timeline, question._replace(words=(f" {text}",))).shown
        if others and set(map(_key, others)) != {_key(item) for item in found if item.shown}:
            yield f"{as_typed(text)} finds {len(others):,}"


def _among_all(found: list[FigureEntry], timeline: Timeline, question: Question) -> list[FigureEntry]:
    """The figures that answer among all others of their metrics, which are not shown."""
    metrics = {item.figure.metric for item in found}
    if not metrics:
        return []
    of_metrics = And((_WITH_FIGURES, Term("metric", tuple(sorted(metrics)))))
    answer = select(timeline, question._replace(words=(), tree=of_metrics, mode="possibly", exact=True))
    answering = {_key(item): item for item in found}
    folded = set(map(fold, metrics))
    others = (item for item in _items(answer.entries) if fold(item.figure.metric) in folded)
    return [answering.get(_key(item)) or item._replace(shown=False) for item in others]


def _key(item: FigureEntry) -> tuple[object, ...]:
    event = item.entry.event
    return event.id, event.file, event.line, event.figures.index(item.figure)


# Events without figures are irrelevant, and an index skips them at once.
_WITH_FIGURES = Term("has", ("figures",))


def _asked(item: FigureEntry, test: Test, mode: str, imprecise: bool) -> FigureEntry | None:
    """A figure with its own match; None if it does not match."""
    verdict = test.ask(Seen(_alone(item), item.entry.background))
    if item.entry.match == "possible":
        verdict = min(verdict, POSSIBLE)
    if verdict == NO or (mode == "certainly" and verdict == POSSIBLE):
        return None
    return item._replace(match=_MATCH[verdict] if imprecise or item.entry.match else None)


_MATCH = {POSSIBLE: "possible", CERTAIN: "certain"}


_READ = attrgetter("figures", "companies", "title")


def _items(entries: Iterable[Entry]) -> Iterator[FigureEntry]:
    for entry in entries:
        # All that is shown of an event, since an index decodes it once for everything that is asked together.
        listed, *_ = _READ(entry.event)
        for figure in listed:
            yield FigureEntry(entry, figure, company_of(figure, entry.event), entry.match)


def company_of(figure: Figure, event: Event) -> str | None:
    """The company that a figure names, else the one of its event without a role, else the first named."""
    roles = event.companies
    alone = [role for role in roles if role.role is None]
    subject = (alone if len(alone) == 1 else roles)[:1]
    return figure.company or (subject[0].name if subject else None)


def _alone(item: FigureEntry) -> Event:
    """The event with this figure alone, and with the company that it names; its role stays."""
    event, own = item.entry.event, item.figure.company
    if own is None:
        return replace(event, figures=(item.figure,))
    roles = tuple(role for role in event.companies if role.name == own)
    return replace(event, figures=(item.figure,), companies=roles or (Role(own),))


def _is_on_figure(term: Term) -> bool:
    """Whether figures of one event can match the term differently."""
    return term.field in FIGURE_TERMS or term.field == "company"


def _of_events(tree: Tree) -> Tree | None:
    """The tree for whole events, which loses no matching figure; None if it is empty.

    `not` is dropped for figures: what one figure must not match, another of its event may.
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
