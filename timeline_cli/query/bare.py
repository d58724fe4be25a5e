"""Bare words of a question: the beginning of a word in the text, or a name in the event.

Owns: the meaning of a bare word, and the note on what another field would have found for it. Does not: split questions
into words (parser.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_cli.fields.table import CERTAINTIES, STATUSES
from timeline_cli.model import FIGURE_KINDS
from timeline_cli.query.candidates import count
from timeline_cli.query.facts import text_test
from timeline_cli.query.figure_terms import FIGURE_TERMS, some_figure
from timeline_cli.query.is_terms import IS
from timeline_cli.query.lexicon import Meant
from timeline_cli.query.names import begins_word, folded_name, quoted
from timeline_cli.query.narrow import Holds, Narrow, Plan, Some, Words, plan
from timeline_cli.query.term import Ask, Meaning, TermKind
from timeline_cli.query.terms import TERMS
from timeline_cli.query.verdict import Seen, yes_or_no
from timeline_cli.query.words import words_of

_MOST_NAMED = 3  # in an echo


def bare(value: str, ask: Ask) -> Meaning:
    """Events whose text has a word with this beginning, or that have this name.

    Whole names and aliases win, with their children; without any, names that contain the words.
    """
    folded = folded_name(value.rstrip("*"))
    holds, facts = Holds(folded, at_word_start=begins_word(folded)), ask.facts
    begins = text_test(holds)
    meant = ask.lexicon.whole(folded) or ask.lexicon.holding(folded)
    wanted = [(words_of(kind), names) for kind, names in meant.items()]

    def test(seen: Seen) -> int:
        has_name = any(not names.isdisjoint(of(seen.event)) for of, names in wanted)
        return yes_or_no(has_name or begins(facts.text_of(seen.event)))

    narrows: list[Narrow] = [holds, *(Words(kind, names) for kind, names in meant.items())]
    is_found = bool(meant) or facts.has_text(holds)
    if not is_found:
        ask.nothing_has("text", value, {*facts.words("type"), *facts.words("tag"), ""})
    # A word that is a type already finds events of that kind.
    if "type" not in ask.lexicon.whole(folded) and (note := _elsewhere(value, is_found, ask)):
        ask.notes.append(note)
    reading = f"{quoted(value)} ({', '.join([*_echoed(meant), 'or text' if meant else 'text'])})"
    return Meaning(test, reading, Some(tuple(narrows)), exact=True, slow=True)


def _echoed(meant: Meant) -> Iterator[str]:
    """The names found: company Samsung Electronics, company Samsung SDI, tag samsung and 4 more."""
    found = [f"{kind} {name}" for kind, names in meant.items() for name in sorted(names)]
    more = len(found) - _MOST_NAMED
    yield from found[: _MOST_NAMED - 1]
    yield from [f"{found[_MOST_NAMED - 1]} and {more} more"] if more > 0 else found[_MOST_NAMED - 1 : _MOST_NAMED]


# Synonyms for a state, a certainty or a word after is:.
_ALSO = {
    "canceled": "cancelled", "planned": "scheduled", "delayed": "postponed", "happening": "ongoing",
    "rumored": "rumoured", "rumour": "rumoured", "rumours": "rumoured", "rumor": "rumoured", "rumors": "rumoured",
    "future": "upcoming", "late": "overdue",
}  # fmt: skip


def _elsewhere(value: str, is_found: bool, ask: Ask) -> str:
    """A note on the nearest other field that finds events for a word; empty for none.

    `is_found` means that the word itself finds events: then only the words of closed lists are considered.
    """
    asked = replace(ask, notes=[], mode="possibly", compiled={})
    for field, meant in _terms_of(value, is_found, ask):
        if field in FIGURE_TERMS:
            of_figures = FIGURE_TERMS[field].compile(meant, asked)
            plans: tuple[Plan, ...] = (plan(some_figure(of_figures.test), of_figures.narrow),)
        else:
            plans = TERMS[field].compile(meant, asked).plans
        if found := count(ask.world, plans):
            return f"{field}:{quoted(meant)} finds {found:,}"
    return ""


def _terms_of(value: str, is_found: bool, ask: Ask) -> Iterator[tuple[str, str]]:
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


BARE_TERM = TermKind("", "a name, or text in which a word begins with it", bare)
