"""From the tree of a question to its test, for words and options alike.

Owns: compiling, joining terms on figures, and the reading that is echoed. Does not: treat options differently.

`not` is pushed down to the terms before they are combined, so that a mode which narrows the answer never widens it.
Terms on figures that are next to each other in an `and` or `or` are one unit: the same figure has to match them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.errors import QueryFault, UsageFault
from timeline_cli.query.figure_terms import FIGURE_TERMS, FigureTest, some_figure
from timeline_cli.query.names import folded_name, matching_names
from timeline_cli.query.narrow import All, Narrow, Plan, Some, plan, plan_all, plan_not, plan_some
from timeline_cli.query.term import Ask, Meaning, TermKind
from timeline_cli.query.terms import TERMS, extra_term
from timeline_cli.query.tree import BARE, And, Not, Or, Term, Tree, terms_of
from timeline_cli.text import fold

Compiled = TypeVar("Compiled")


def fields() -> list[str]:
    """All fields that a term may have, besides x- keys."""
    return [*TERMS, *FIGURE_TERMS]


def is_imprecise(tree: Tree) -> bool:
    """Whether the answer can be `possible`, so that `match` is informative."""
    return any(_term_is_imprecise(term) for term in terms_of(tree))


def _term_is_imprecise(term: Term) -> bool:
    if term.field in FIGURE_TERMS:
        return FIGURE_TERMS[term.field].imprecise
    which = TERMS[term.field].imprecise if term.field in TERMS else False
    return which if isinstance(which, bool) else not which.isdisjoint(map(fold, term.values))


def compile_tree(tree: Tree, ask: Ask) -> tuple[Plan, str]:
    """The plan of a tree, and its reading. Raises UsageFault for an invalid value."""
    if ask.fiscal is None:
        ask.fiscal = fiscal_year_of(tree, ask)
    # Under `not`, a narrowing mode would widen: dates there are tested for overlap.
    plain = replace(ask, mode="possibly")
    return _plan(tree, False, ask, plain), reading_of(tree, ask)


def _plan(tree: Tree, negated: bool, ask: Ask, plain: Ask) -> Plan:
    if _is_on_figures(tree):
        # The same figure has to match the tree; the first-cut conditions of its parts may come from different ones.
        test, narrow, exact = _figure_test(tree, ask)
        found = plan(some_figure(test), narrow, exact)
        return plan_not(found) if negated else found
    if isinstance(tree, Not):
        return _plan(tree.part, not negated, ask, plain)
    if isinstance(tree, Term):
        found = plan_some([meaning.plan for meaning in _meanings(tree, plain if negated else ask)])
        return plan_not(found) if negated else found
    join = plan_all if isinstance(tree, And) is not negated else plan_some
    if isinstance(tree, Or):
        return join([_plan(part, negated, ask, plain) for part in tree.parts])
    on_figures = [part for part in _flat(tree) if _is_on_figures(part)]
    plans = [_plan(part, negated, ask, plain) for part in _flat(tree) if not _is_on_figures(part)]
    if on_figures:
        plans.append(_plan(And(tuple(on_figures)), negated, ask, plain))
    return join(plans)


def _flat(tree: And) -> Iterator[Tree]:
    """The parts of an `and`, including those of nested ones: parentheses around them mean nothing."""
    for part in tree.parts:
        if isinstance(part, And):
            yield from _flat(part)
        else:
            yield part


def _is_on_figures(tree: Tree) -> bool:
    """Whether one figure can match the whole tree."""
    if isinstance(tree, Term):
        return tree.field in FIGURE_TERMS
    return not isinstance(tree, Not) and all(map(_is_on_figures, tree.parts))


def _figure_test(tree: Tree, ask: Ask) -> tuple[FigureTest, Narrow, bool]:
    if isinstance(tree, Term):
        compile_value = FIGURE_TERMS[tree.field].compile
        meanings = [_value(tree, value, ask, compile_value) for value in tree.values]
        tests = [meaning.test for meaning in meanings]
        narrow = Some(tuple(meaning.narrow for meaning in meanings))
        return lambda figure: max(test(figure) for test in tests), narrow, all(meaning.exact for meaning in meanings)
    assert not isinstance(tree, Not)  # as _is_on_figures ensures
    parts = [_figure_test(part, ask) for part in tree.parts]
    tests = [test for test, _, _ in parts]
    narrows = tuple(narrow for _, narrow, _ in parts)
    if isinstance(tree, And):
        return lambda figure: min(test(figure) for test in tests), All(narrows), False
    return lambda figure: max(test(figure) for test in tests), Some(narrows), all(exact for _, _, exact in parts)


def _meanings(term: Term, ask: Ask) -> list[Meaning]:
    kind = _kind(term)
    return [_value(term, value, ask, kind.compile) for value in term.values]


def _kind(term: Term) -> TermKind:
    if term.field == BARE:
        from timeline_cli.query.bare import BARE_TERM

        return BARE_TERM
    return extra_term(term.field) if term.field.startswith("x-") else TERMS[term.field]


def reading_of(tree: Tree, ask: Ask) -> str:
    """The whole question as it was read, for the echo."""
    if isinstance(tree, Term):
        if tree.field in FIGURE_TERMS:
            compile_value = FIGURE_TERMS[tree.field].compile
            values = [_value(tree, value, ask, compile_value).reading for value in tree.values]
        else:
            values = [meaning.reading for meaning in _meanings(tree, ask)]
        return f"{tree.field} {','.join(values)}".strip()
    if isinstance(tree, Not):
        return f"not {_grouped(tree.part, ask)}"
    word = " and " if isinstance(tree, And) else " or "
    return word.join(_grouped(part, ask) for part in tree.parts)


def _grouped(part: Tree, ask: Ask) -> str:
    reading = reading_of(part, ask)
    return f"({reading})" if isinstance(part, (And, Or)) and len(part.parts) > 1 else reading


def _value(term: Term, value: str, ask: Ask, compile_value: Callable[[str, Ask], Compiled]) -> Compiled:
    """Compile one value, once; an invalid one is reported at its place in the query."""
    key = term.field, value, ask.mode
    try:
        if not folded_name(value):
            raise UsageFault("the words hold no visible character", "write what to look for")
        if key not in ask.compiled:
            ask.compiled[key] = compile_value(value, ask)
        found: Compiled = ask.compiled[key]
        return found
    except QueryFault:
        raise
    except (DateFault, UsageFault) as fault:
        message, hint = fault.message, fault.hint
    if term.query:
        raise QueryFault(message, hint, term.query, term.column, term.width)
    raise UsageFault(message, hint)


def fiscal_year_of(tree: Tree, ask: Ask) -> FiscalYear | None:
    """The fiscal year of FY2025: that of the companies that the whole question is about.

    Without companies, the year that all declared companies share; None if they differ or one has none.
    """
    names = ask.world.registries.companies
    parts = list(_flat(tree)) if isinstance(tree, And) else [tree]
    terms = [part for part in parts if isinstance(part, Term)]
    wanted: set[str] = set()
    asked = [value for term in terms if term.field == "company" for value in term.values]
    for value in asked:
        wanted |= matching_names(value, names, names.entities, ask.exact)
    for term in terms if names.has_fiscal else ():
        if term.field == BARE:
            wanted |= {name for name in ask.lexicon.whole(term.values[0]).get("company", ()) if name in names.entities}
    if asked or wanted:
        years: set[FiscalYear | None] = {names.entities[name].fiscal for name in wanted} - {None}
    else:
        years = {entity.fiscal for entity in names.entities.values()}
    return years.pop() if len(years) == 1 else None
