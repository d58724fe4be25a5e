"""Questions whose date could belong to the whole question or to one side of an `or`.

Owns: refusing them. Does not: parse a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.words import MONTH, ORDINAL
from timeline_cli.errors import QueryFault
from timeline_cli.query.names import quoted
from timeline_cli.query.tree import BARE, And, Not, Or, Term, Tree, terms_of

_AND = re.compile(r"^\s*(?:and|&&?|\+)\s|\s(?:and|&&?|\+)\s*$", re.I)
_OR = re.compile(r"(?<![\w|])(?:or|\|\|?)(?![\w|])", re.I)  # a quotation mark may be next to it

Dates = Mapping[int, Period]  # of the date terms without a field, by column


def check(tree: Tree, dates: Dates, query: str) -> None:
    """Raise QueryFault for a date that might belong to one side of an `or`, and for two that share no day."""
    for part in _every_and(tree):
        _check_disjoint(part, dates, query)
    if isinstance(tree, Or):
        _check_sides(tree, dates, query)
        _check_either(tree, dates, query)
    if dates:
        _check_without_year(tree, query)


_WITHOUT_YEAR = re.compile(rf"(?:{MONTH}|[qh][1-4]|[1-4][qh]|{ORDINAL} (?:quarter|half))", re.I)


def _check_without_year(tree: Tree, query: str) -> None:
    """Refuse a month or a quarter without its year in a question about dates: 2024 not March."""
    terms = list(terms_of(tree))
    for term, after in zip(terms, [*terms[1:], Term("end", ("",))], strict=True):
        word = term.values[0]
        if after.field == BARE and re.fullmatch(ORDINAL, word, re.I):
            word = f"{word} {after.values[0]}"
        if term.field == BARE and _WITHOUT_YEAR.fullmatch(word):
            message = f"{word} has no year, so it would be looked for as a word"
            raise QueryFault(message, f"write {word} with its year, or text:{word}", query, term.column, term.width)


def _every_and(tree: Tree) -> Iterator[And]:
    if isinstance(tree, And):
        yield tree
    for part in () if isinstance(tree, Term) else (tree.part,) if isinstance(tree, Not) else tree.parts:
        yield from _every_and(part)


def _dates_of(part: Tree, dates: Dates) -> list[Term]:
    """The bare dates of a part, or the one that it is."""
    parts = part.parts if isinstance(part, And) else (part,)
    return [term for term in parts if isinstance(term, Term) and term.field == "date" and term.column in dates]


def _check_sides(tree: Or, dates: Dates, query: str) -> None:
    first, last = tree.parts[0], tree.parts[-1]
    dated = [part for part in tree.parts if _dates_of(part, dates)]
    if len(dated) != 1 or not isinstance(dated[0], And):
        return
    found = _dates_of(dated[0], dates)
    if dated[0] is last and found[-1] is last.parts[-1]:
        when = found[-1]
        if query[when.column + when.width :].strip():
            return  # in parentheses, its side is clear
        begins = max(match.end() for match in _OR.finditer(query, 0, min(term.column for term in terms_of(last))))
        whole = f"({_AND.sub('', query[: when.column]).strip()}) {query[when.column :].strip()}"
        one = f"{query[:begins].strip()} ({query[begins:].strip()})"
    elif dated[0] is first and found[0] is first.parts[0]:
        when = found[0]
        if query[: when.column].strip():
            return
        ends = when.column + when.width
        match = _OR.search(query, max(term.column + term.width for term in terms_of(first)))
        assert match is not None  # because it is an `or`
        whole = f"{query[:ends].strip()} ({_AND.sub('', query[ends:]).strip()})"
        one = f"({query[: match.start()].strip()}) {query[match.start() :].strip()}"
    else:
        return
    message = "this date could apply to the whole question, or to one side of the or"
    raise QueryFault(message, f"write {whole}; or {one}", query, when.column, when.width)


def _check_either(tree: Or, dates: Dates, query: str) -> None:
    """Refuse two dates next to an `or` of which one belongs to more: hyundai before 2020 or after 2024."""
    for left, right in pairwise(tree.parts):
        one, other = list(terms_of(left))[-1], next(terms_of(right))
        between = query[one.column + one.width : other.column]
        both = {one.column, other.column} <= dates.keys() and set("()").isdisjoint(between)
        if both and (left, right) != (one, other):
            hint = f"write {_either(one, other)}, or parentheses around what belongs together"
            message = "the or stands between two dates, and parts the question as well"
            raise QueryFault(message, hint, query, one.column, one.width)


def _either(one: Term, other: Term) -> str:
    return f"date:{quoted(one.values[0])},{quoted(other.values[0])} for either of them"


def _check_disjoint(part: And, dates: Dates, query: str) -> None:
    for one, other in pairwise(_dates_of(part, dates)):
        first, second = dates[one.column], dates[other.column]
        if first.first <= second.last and second.first <= first.last:
            continue
        texts = [query[term.column : term.column + term.width] for term in (one, other)]
        both = Period(min(first.first, second.first), max(first.last, second.last))
        hint = f"write {_either(one, other)}" + (f", or {both.text}" if both != Period() else "")
        raise QueryFault(f"{texts[0]} and {texts[1]} share no day", hint, query, one.column, one.width)
