"""The figures that answer a question.

Owns: how a question about events is one about figures. Does not: show a figure that does not itself answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline_cli.model import Entry, Event, Figure, Role, Timeline
from timeline_cli.query.as_of import world
from timeline_cli.query.figure_terms import FIGURE_TERMS
from timeline_cli.query.names import name_test
from timeline_cli.query.options import joined
from timeline_cli.query.question import Question
from timeline_cli.query.select import select, whole_tree
from timeline_cli.query.tree import BARE, And, Not, Or, Term, Tree, terms_of
from timeline_cli.query.verdict import CERTAIN, NO, POSSIBLE, Seen, Test

if TYPE_CHECKING:
    from timeline_cli.query.term import Ask


class Told(NamedTuple):
    """One figure as one event tells it. `companies` are its own, or else those of the event."""

    entry: Entry
    figure: Figure
    companies: tuple[str, ...]
    match: str | None


class Found(NamedTuple):
    """The figures that answer a question put to `total` events; its reading, and what is to be told of it."""

    told: tuple[Told, ...]
    total: int
    reading: str
    notes: tuple[str, ...]


def whole_question(timeline: Timeline, question: Question) -> tuple[Tree | None, Ask]:
    """What words and options ask together, with bare words as metrics or names; None for nothing. Raises UsageFault."""
    from timeline_cli.query.term import Ask

    asked = world(timeline, question.today, question.as_of, question.all_versions)
    ask = Ask(asked, question.read_period, question.mode, question.exact)
    tree = whole_tree(question, ask, quoted_as="metric")
    return (None if tree is None else _with_metrics(tree, ask)), ask


def _with_metrics(tree: Tree, ask: Ask) -> Tree:
    """The question with its bare words as metrics, or else as the whole names that they are."""
    if isinstance(tree, Not):
        return Not(_with_metrics(tree.part, ask))
    if isinstance(tree, (And, Or)):
        return type(tree)(tuple(_with_metrics(part, ask) for part in tree.parts))
    if tree.field != BARE:
        return tree
    meant = ask.lexicon.whole(tree.values[0])
    if not meant or any(map(name_test(tree.values[0]), ask.facts.words("metric"))):
        return tree._replace(field="metric")
    return tree._replace(field=next(iter(meant)))


def figures(timeline: Timeline, question: Question) -> Found:
    """Every figure that answers a question, in the order of the events. Raises UsageFault.

    Of the events that `show` would show, each figure is asked as if its event had no other, and no other company where
    the figure names its own.
    """
    tree, ask = whole_question(timeline, question)
    of_events = None if tree is None else _of_events(tree)
    answer = select(
        timeline, question._replace(words=(), tree=joined([_WITH_FIGURES, *([of_events] if of_events else [])]))
    )
    every = (_told(entry, figure) for entry in answer.entries for figure in entry.event.figures)
    if tree is None:
        return Found(tuple(every), answer.total, "", ())
    from timeline_cli.query.compile import compile_tree, is_imprecise

    plan, reading = compile_tree(tree, ask)
    if any(map(_is_on_figure, terms_of(tree))):
        imprecise = is_imprecise(tree)
        every = (told for each in every if (told := _asked(each, plan.test, question.mode, imprecise)))
    return Found(tuple(every), answer.total, reading, tuple(dict.fromkeys(ask.notes)))


# Events without figures have nothing to tell here, and an index leaves them out at once.
_WITH_FIGURES = Term("has", ("figures",))


def _asked(told: Told, test: Test, mode: str, imprecise: bool) -> Told | None:
    """A figure with what the question says of it alone; None when it does not answer."""
    verdict = test.ask(Seen(_alone(told), told.entry.background))
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
