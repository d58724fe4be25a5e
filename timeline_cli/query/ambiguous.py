"""Questions whose date could belong to the whole question or to one side of an `or`.

Owns: refusing them. Does not: parse a word.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from itertools import pairwise, takewhile

from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.words import MONTH, ORDINAL
from timeline_cli.errors import QueryFault
from timeline_cli.query.lexicon import Lexicon
from timeline_cli.query.names import quoted
from timeline_cli.query.tree import BARE, And, Not, Or, Term, Tree, terms_of
from timeline_cli.query.values import as_typed

_AND = re.compile(r"^\s*(?:and|&&?|\+)\s|\s(?:and|&&?|\+)\s*$", re.I)
_OR = re.compile(r"(?<![\w|])(?:or|\|\|?)(?![\w|])", re.I)  # a quotation mark may be next to it

_NAMED = {"company", "person", "place"}
Dates = Mapping[int, Period]  # of the date terms without a field, by column


def check(tree: Tree, dates: Dates, query: str, names: Lexicon | None = None) -> None:
    """Raise QueryFault for what might belong to one side of an `or`, `either`, and dates that share no day."""
    for term in terms_of(tree):
        if term.field == BARE and term.values[0].lower() == "either" and _OR.search(query, _end(term)):
            message = "either does not say where what it joins begins and ends"
            raise QueryFault(
                message, "remove it, and write '(… or …)' around what it joins", query, term.column, term.width
            )
    for part in _every_and(tree):
        _check_disjoint(part, dates, query)
    if isinstance(tree, Or):
        _check_sides(tree, dates, _types_next_to_names(tree, dates, names), query)
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


def _among(part: Tree, columns: Container[int]) -> list[Term]:
    """The terms of a part, or the one that it is, that begin at some columns."""
    parts = part.parts if isinstance(part, And) else (part,)
    return [term for term in parts if isinstance(term, Term) and term.column in columns]


def _types_next_to_names(tree: Or, dates: Dates, names: Lexicon | None) -> frozenset[int]:
    """The columns of the bare types of a question, if all other words in it are dates or names."""
    terms = [term for term in terms_of(tree) if term.column not in dates] if names else []
    kinds = [names.whole(term.values[0]).keys() if names and term.field == BARE else {term.field} for term in terms]
    types = {term.column for term, each in zip(terms, kinds, strict=True) if term.field == BARE and "type" in each}
    is_all = all(term.column in types or _NAMED & each for term, each in zip(terms, kinds, strict=True))
    return frozenset(types if is_all else ())


def _check_sides(tree: Or, dates: Dates, types: frozenset[int], query: str) -> None:
    """Refuse a date, or a type next to names, at the outer end of the one side that has any."""
    first, last = tree.parts[0], tree.parts[-1]
    left, right = _outer(tree, first, dates, types), _outer(tree, last, dates, types)
    if not (left or right) or (left and query[: left[0].column].strip()) or (right and query[_end(right[0]) :].strip()):
        return  # in parentheses, its side is clear
    begins, ends = _end(left[-1]) if left else 0, right[-1].column if right else len(query)
    whole = f"{query[:begins].strip()} ({_AND.sub('', query[begins:ends]).strip()}) {query[ends:].strip()}".strip()
    one = query
    if right:
        at = max(match.end() for match in _OR.finditer(query, 0, min(term.column for term in terms_of(last))))
        one = f"{query[:at].strip()} ({query[at:].strip()})"
    if left:
        match = _OR.search(query, max(map(_end, terms_of(first))))
        assert match is not None  # because it is an `or`
        one = f"({one[: match.start()].strip()}) {one[match.start() :].strip()}"
    when = next((term for term in (*right, *left) if term.column in dates), (*right, *left)[0])
    what = "date" if when.column in dates else "type"
    message = f"this {what} could apply to the whole question, or to one side of the or"
    raise QueryFault(message, f"write {as_typed(whole)}; or {as_typed(one)}", query, when.column, when.width)


def _outer(tree: Or, side: Tree, dates: Dates, types: frozenset[int]) -> list[Term]:
    """The dates and types from the outer end of the first or last side on, if no other side has any."""
    parts = side.parts if isinstance(side, And) else ()
    own = [some for some in (dates, types) if [each for each in tree.parts if _among(each, some)] == [side]]
    among = _among(side, set().union(*own))
    if side is tree.parts[-1]:
        parts, among = parts[::-1], among[::-1]
    found = among[: sum(1 for _ in takewhile(among.__contains__, parts))]
    return found if len(found) < len(parts) else [term for term in found[:1] if term.column in dates]


def _end(term: Term) -> int:
    return term.column + term.width


def _check_either(tree: Or, dates: Dates, query: str) -> None:
    """Refuse two dates next to an `or` of which one belongs to more: hyundai before 2020 or after 2024."""
    for left, right in pairwise(tree.parts):
        one, other = list(terms_of(left))[-1], next(terms_of(right))
        between = query[one.column + one.width : other.column]
        both = {one.column, other.column} <= dates.keys() and set("()").isdisjoint(between)
        if both and (left, right) != (one, other):
            hint = f"write {_either(one, other)}, or parentheses around what belongs together"
            message = "the or between two dates also splits the rest of the question"
            raise QueryFault(message, hint, query, one.column, one.width)


def _either(one: Term, other: Term) -> str:
    return f"date:{quoted(one.values[0])},{quoted(other.values[0])} for either of them"


def _check_disjoint(part: And, dates: Dates, query: str) -> None:
    for one, other in pairwise(_among(part, dates)):
        first, second = dates[one.column], dates[other.column]
        if first.first <= second.last and second.first <= first.last:
            continue
        texts = [query[term.column : term.column + term.width] for term in (one, other)]
        both = Period(min(first.first, second.first), max(first.last, second.last))
        hint = f"write {_either(one, other)}" + (f", or {both.text}" if both != Period() else "")
        raise QueryFault(f"{texts[0]} and {texts[1]} share no day", hint, query, one.column, one.width)
