"""From the tree of a question to its test, the one way whether it was typed as words or given as options.

Owns: compiling, the joining of terms on figures, the reading that is echoed. Refuses: a second path for options.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.errors import QueryFault, UsageFault
from timeline_cli.query.figure_terms import FIGURE_TERMS, FigureMeaning, some_figure
from timeline_cli.query.names import matching_names
from timeline_cli.query.terms import TERMS, Ask, Meaning, TermKind, extra_term
from timeline_cli.query.tree import And, Not, Or, Term, Tree, terms_of
from timeline_cli.query.verdict import Test, all_of, any_of, none_of
from timeline_cli.text import fold


def fields() -> list[str]:
    """All fields that a term may have, besides x- keys."""
    return [*TERMS, *FIGURE_TERMS]


def is_imprecise(tree: Tree) -> bool:
    """Whether the question may be answered by possible: whether `match` has something to say."""
    return any(_term_is_imprecise(term) for term in terms_of(tree))


def _term_is_imprecise(term: Term) -> bool:
    if term.field in FIGURE_TERMS:
        return FIGURE_TERMS[term.field].imprecise
    which = TERMS[term.field].imprecise if term.field in TERMS else False
    return which if isinstance(which, bool) else not which.isdisjoint(map(fold, term.values))


def compile_tree(tree: Tree, ask: Ask) -> Meaning:
    """The test of a tree and its reading. Raises UsageFault where a value is not understood."""
    if ask.fiscal is None:
        ask.fiscal = fiscal_year_of(tree, ask)
    return _compile(tree, ask)


def _compile(tree: Tree, ask: Ask) -> Meaning:
    if isinstance(tree, Term):
        return _compile_term(tree, ask)
    if isinstance(tree, Not):
        meaning = _compile(tree.part, ask)
        return Meaning(none_of(meaning.test), f"not {_grouped(tree.part, meaning)}")
    meanings = [_compile(part, ask) for part in tree.parts]
    if isinstance(tree, Or):
        return Meaning(any_of([m.test for m in meanings]), " or ".join(m.reading for m in meanings))
    readings = [_grouped(part, m) for part, m in zip(tree.parts, meanings, strict=True)]
    return Meaning(all_of(_joined_tests(tree.parts, meanings, ask)), " and ".join(readings))


def _joined_tests(parts: Sequence[Tree], meanings: Sequence[Meaning], ask: Ask) -> list[Test]:
    """The tests of an `and`; its terms on figures ask one and the same figure."""
    figure_terms = [part for part in parts if isinstance(part, Term) and part.field in FIGURE_TERMS]
    tests = [m.test for part, m in zip(parts, meanings, strict=True) if part not in figure_terms]
    if figure_terms:
        quiet = Ask(ask.world, ask.read_period, ask.mode, ask.exact, ask.fiscal)
        tests.append(some_figure([_figure_meaning(term, quiet).test for term in figure_terms]))
    return tests


def _grouped(part: Tree, meaning: Meaning) -> str:
    return f"({meaning.reading})" if isinstance(part, (And, Or)) and len(part.parts) > 1 else meaning.reading


def _compile_term(term: Term, ask: Ask) -> Meaning:
    if term.field in FIGURE_TERMS:
        figure = _figure_meaning(term, ask)
        return Meaning(some_figure([figure.test]), figure.reading)
    kind = _kind(term)
    meanings = [_value(term, value, ask, kind.compile) for value in term.values]
    return Meaning(any_of([m.test for m in meanings]), f"{kind.name} {','.join(m.reading for m in meanings)}")


def _figure_meaning(term: Term, ask: Ask) -> FigureMeaning:
    meanings = [_value(term, value, ask, FIGURE_TERMS[term.field].compile) for value in term.values]
    tests = [m.test for m in meanings]
    return FigureMeaning(
        lambda figure: max(test(figure) for test in tests),
        f"{term.field} {','.join(m.reading for m in meanings)}",
    )


def _kind(term: Term) -> TermKind:
    if term.field.startswith("x-"):
        return extra_term(term.field)
    return TERMS[term.field]


def _value(term: Term, value: str, ask: Ask, compile_value):  # type: ignore[no-untyped-def]
    """Compile one value; what is not understood is shown in its place in the query."""
    try:
        return compile_value(value, ask)
    except DateFault as fault:
        message, hint = fault.message, fault.hint
    except QueryFault:
        raise
    except UsageFault as fault:
        message, hint = fault.message, fault.hint
    if term.query:
        raise QueryFault(message, hint, term.query, term.column, term.width) from None
    raise UsageFault(message, hint)


def fiscal_year_of(tree: Tree, ask: Ask) -> FiscalYear | None:
    """The fiscal year that FY2025 means: of the companies asked for, else the one that all companies share."""
    names = ask.world.registries.companies
    asked = [value for term in terms_of(tree) if term.field == "company" for value in term.values]
    if asked:
        wanted = {name for value in asked for name in matching_names(value, names, names.entities, ask.exact)}
    else:
        wanted = set(names.entities)
    years = {entity.fiscal for name in wanted if (entity := names.entities[name]).fiscal}
    return years.pop() if len(years) == 1 else None
