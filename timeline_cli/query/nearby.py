"""Notes on what another field would have found for a bare word.

Owns: the field nearest to a word, and how many events it finds. Does not: change an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_cli.fields.table import CERTAINTIES, STATUSES
from timeline_cli.model import FIGURE_KINDS
from timeline_cli.query.candidates import count
from timeline_cli.query.figure_terms import FIGURE_TERMS, some_figure
from timeline_cli.query.is_terms import IS
from timeline_cli.query.names import folded_name, quoted
from timeline_cli.query.narrow import Plan, plan
from timeline_cli.query.term import Ask, TermKind

# Synonyms for a state, a certainty or a word after is:.
_ALSO = {
    "canceled": "cancelled", "planned": "scheduled", "delayed": "postponed", "happening": "ongoing",
    "rumored": "rumoured", "rumour": "rumoured", "rumours": "rumoured", "rumor": "rumoured", "rumors": "rumoured",
    "future": "upcoming", "late": "overdue",
}  # fmt: skip


def elsewhere(value: str, is_found: bool, terms: dict[str, TermKind], ask: Ask) -> str:
    """A note on the nearest other field that finds events for a word; empty for none.

    `is_found` means that the word itself finds events: then only the words of closed lists are considered.
    """
    asked = replace(ask, notes=[], mode="possibly", compiled={})
    for field, meant in _terms(value, is_found, ask):
        if field in FIGURE_TERMS:
            of_figures = FIGURE_TERMS[field].compile(meant, asked)
            plans: tuple[Plan, ...] = (plan(some_figure(of_figures.test), of_figures.narrow),)
        else:
            plans = terms[field].compile(meant, asked).plans
        if found := count(ask.world, plans):
            return f"{field}:{quoted(meant)} finds {found:,}"
    return ""


def _terms(value: str, is_found: bool, ask: Ask) -> Iterator[tuple[str, str]]:
    """The terms that a word may have been intended for, nearest first."""
    folded = folded_name(value)
    word = _ALSO.get(folded, folded)
    if word in STATUSES:
        yield "state", word
    if word in CERTAINTIES:
        yield "certainty", word
    if word in IS:
        yield "is", word
    if word in FIGURE_KINDS:
        yield "kind", word
    if is_found:
        return
    if value in ask.facts.ids:
        yield "id", value
    from timeline_cli.fields.hints.synonyms import VALUES

    kind = VALUES["type"].get(folded, "")
    if kind in ask.facts.words("type"):
        yield "type", kind
    for field in ("role", "source"):
        yield field, value
