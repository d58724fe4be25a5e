"""What to ask instead: the field that has a word, and the question with that field, with how much they find.

Owns: the notes that say so, and refusing `not` before such a word. Does not: change an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from timeline_cli.dates.calendar import iso
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.hints.offers import Where, told
from timeline_cli.dates.phrases.phrase import may_begin
from timeline_cli.dates.phrases.words import normal
from timeline_cli.errors import QueryFault, UsageFault
from timeline_cli.fields.table import CERTAINTIES, STATUSES
from timeline_cli.hint import Hint, to_run
from timeline_cli.model import FIGURE_KINDS, Entry
from timeline_cli.query.candidates import count as events_of
from timeline_cli.query.compile import compile_tree
from timeline_cli.query.elsewhere import SMALL_WORDS, is_ignored
from timeline_cli.query.is_terms import IS
from timeline_cli.query.names import folded_name, quoted
from timeline_cli.query.narrow import Holds
from timeline_cli.query.question import Question
from timeline_cli.query.rewritten import forms, rewritten
from timeline_cli.query.term import Ask
from timeline_cli.query.terms import TERMS
from timeline_cli.query.tree import BARE, And, Not, Term, Tree, terms_of
from timeline_cli.query.values import as_typed
from timeline_cli.query.words import FILLED
from timeline_cli.spelling import NearMisses

Find = Callable[[Question], tuple[int, list[Entry]]]  # how many events a question finds, and those that it shows

# Synonyms for a state, a certainty or a word after is:.
_ALSO = {
    "canceled": "cancelled", "planned": "scheduled", "delayed": "postponed", "happening": "ongoing",
    "rumored": "rumoured", "rumour": "rumoured", "rumours": "rumoured", "rumor": "rumoured", "rumors": "rumoured",
    "future": "upcoming", "late": "overdue",
}  # fmt: skip

_WHICH = ("last", "next")
_SAID = ("announced", "published", "reported", "disclosed", "released")  # with a date, that on which it became known
_EDGES = {"since": 0, "from": 0, "before": 0, "after": 1, "until": 1}  # of an event: its start or its end
_ONE_OF = ("company", "person", "place")  # events rarely have two of them
_MOST_COUNTED = 12  # each is another question
_MANY = 20_000  # events, above which a mistyped word is answered without a look at the sources of each


def instead(question: Question, tree: Tree, ask: Ask, matched: int, find: Find) -> Iterator[str]:
    """Notes on the question that may have been meant. Raises QueryFault for one that surely was not."""
    typed = [term for term in terms_of(tree) if term.query]
    query = typed[0].query
    changes, alone, texts, is_form = dict[Term, str](), list[str](), list[str](), False
    guessed = list(ask.unfound)[:_MOST_COUNTED]
    dates = [term for term in typed if term.field == "date"]
    said = [term for term in typed if dates and term.values[0] in ask.unfound and term.values[0].lower() in _SAID]
    for term, is_under_not, written in _bare(tree):
        value = term.values[0]
        if term in said:
            continue
        is_found = value not in ask.unfound
        if found := _nearest(value, value not in guessed, ask):
            field, meant, count = found
            changes[term] = near = f"{field}:{quoted(meant)}"
            if is_under_not and (field != "kind" or not is_found):
                hint = f"write {written}{near}, or {written}text:{quoted(value)} for the word"
                message = f"not {value} would only exclude texts with that word"
                raise QueryFault(message, Hint(hint, written + near), term.query, term.column, term.width)
            alone.append(f"{changes[term]} finds {count:,}")
        elif not is_found:
            form = next(filter(ask.lexicon.has_text, forms(value)), "")
            changes |= {term: word} if (word := form or ask.unfound[value]) else {}
            is_form = is_form or bool(form)
        elif value.lower().endswith("ies") and not ask.lexicon.whole(value):
            texts.append(with_terms({term: f"{value[:-3]}y"}))  # which does not begin so
    is_alone = len(typed) == 1 and question.tree is None
    texts += [with_terms(changes)] if is_form or (alone and not is_alone) else []
    if said:
        known = {term: f"known:{quoted(term.values[0].removeprefix('in '))}" for term in dates}
        texts.append(" ".join(with_terms(known | dict.fromkeys(said, "")).split()))
    if not matched and (other := rewritten(query, lambda: ask.facts.words("metric"))) != query:
        texts.append(other)
    notes = [note for text in texts for note in _noted(text, question, find)]
    notes += _in_words(tree, question, ask, find)
    if not matched and any(_is_cut(term, ask) for term in typed):
        notes += _noted(query, question, find, "without quotation marks, ")
    yield from _as_dates(typed, ask)
    # What a word finds alone is counted without the options of this question.
    yield from notes or (alone if question.tree is None and question.mode == "possibly" and not dates else ())
    if not matched and not notes and isinstance(tree, And):
        yield from _apart([part for part in tree.parts if isinstance(part, Term) and part.query], question, ask, find)


def _bare(tree: Tree, is_under_not: bool = False, written: str = "") -> Iterator[tuple[Term, bool, str]]:
    """The bare words of a question, whether each is under a `not`, and that `not` if it is right before the word."""
    if isinstance(tree, Term):
        yield from [(tree, is_under_not, written)] if tree.field == BARE else []
    elif isinstance(tree, Not):
        yield from _bare(tree.part, not is_under_not, "not " if isinstance(tree.part, Term) else "")
    else:
        for part in tree.parts:
            yield from _bare(part, is_under_not)


def _nearest(value: str, is_found: bool, ask: Ask) -> tuple[str, str, int] | None:
    """The nearest field and value that find events for a bare word, and how many; None if none do or it is a type.

    If the word itself finds events, only the words of closed lists are considered.
    """
    asked = replace(ask, notes=[], mode="possibly", compiled={})
    for field, meant in _terms(value, is_found, ask) if "type" not in ask.lexicon.whole(value) else ():
        of_events = TERMS[field].compile(meant, asked).plans if field in TERMS else ()
        if found := events_of(ask.world, of_events or [compile_tree(Term(field, (meant,)), asked)[0]]):
            return field, meant, found
    return None


def _terms(value: str, is_found: bool, ask: Ask) -> Iterator[tuple[str, str]]:
    """The terms that a word may have been intended for, nearest first."""
    folded = folded_name(value)
    word = _ALSO.get(folded, folded)
    closed = {"state": STATUSES, "certainty": CERTAINTIES, "is": IS, "kind": FIGURE_KINDS}
    yield from ((field, word) for field, words in closed.items() if word in words)
    if is_found:
        return
    if word in (*FILLED, *(key.removesuffix("s") for key in FILLED)):
        yield "has", word if word in FILLED else f"{word}s"
    from timeline_cli.fields.hints.synonyms import VALUES

    for field, what in (("state", "status"), ("certainty", "certainty"), ("type", "type")):
        synonym = folded if what != "type" else NearMisses(VALUES["type"]).find(folded) or folded
        meant = VALUES[what].get(synonym, "")
        if meant in (ask.facts.words("type") if field == "type" else (*STATUSES[1:], *CERTAINTIES)):  # not `over`
            yield field, meant
    if value in ask.facts.ids:
        yield "id", value
    yield "role", value
    if len(ask.world.events) <= _MANY:
        yield "source", value  # which no index keeps


def with_terms(changes: dict[Term, str]) -> str:
    """The question with some of its terms replaced."""
    query = next(iter(changes)).query
    for term in sorted(changes, key=lambda term: -term.column):
        query = query[: term.column] + changes[term] + query[term.column + term.width :]
    return query


def _is_cut(term: Term, ask: Ask) -> bool:
    """Whether one argument of a shell, taken as one name, only begins with one: 'company:nokia last quarter'."""
    words, written = term.values[0].split(), _written(term).partition(":")[2].split()
    return words == written and any(
        term.field in ask.lexicon.whole(" ".join(words[:count])) for count in range(1, len(words))
    )


def _as_dates(terms: list[Term], ask: Ask) -> Iterator[str]:
    """What to write for words that no text has and that a date lacks something with: monday, week 49, december."""
    from timeline_cli.dates.phrases.hints import near_miss

    where = Where(in_file=False, today=date.fromordinal(ask.world.today))
    is_near = [term.values[0] in ask.unfound or re.search(r"(?i)\bin $", term.query[: term.column]) for term in terms]
    for at in [at for at, near in enumerate(is_near) if near]:
        for run in (terms[at : at + 2], terms[max(at - 1, 0) : at + 1], terms[at : at + 1]):
            text = normal(" ".join(each.values[0] for each in run if each.field == BARE))
            is_of_time = may_begin(text.rpartition(" ")[2]) and not text.isdigit()  # not: end product, windows 11
            found = near_miss(text, where) if is_of_time else None
            if found is not None and (hint := told(found, text, where).hint):
                yield f"for a date, {hint}"
                return


def _in_words(tree: Tree, question: Question, ask: Ask, find: Find) -> Iterator[str]:
    """The question with a date as part of the words next to it, if that finds more: "annual report 2025"."""
    parts = tree.parts if isinstance(tree, And) else ()
    terms = [part for part in parts if isinstance(part, Term) and part.query and part.field in (BARE, "date")]
    for first, last in ((at, at + 1) for at, term in enumerate(terms) if term.field == "date"):
        while first and _are_text(terms[first - 1 : last], ask):
            first -= 1
        while last < len(terms) and _are_text(terms[first : last + 1], ask):
            last += 1
        if last - first > 1:
            query, start, end = terms[first].query, terms[first].column, terms[last - 1].column + terms[last - 1].width
            text = f'{query[:start]}"{query[start:end]}"{query[end:]}'
            if _count(text, question, find) > _count(f"({text}) ({query})", question, find):
                yield from _noted(text, question, find)


def _are_text(run: list[Term], ask: Ask) -> bool:
    """Whether the words of some terms follow each other in a question, and in a text too."""
    words = run[0].query[run[0].column : run[-1].column + run[-1].width]
    is_run = words.split() == " ".join(map(_written, run)).split() and re.search('[:"()]', words) is None
    return is_run and ask.facts.has_text(Holds(folded_name(words), at_word_start=True))


def _apart(terms: list[Term], question: Question, ask: Ask, find: Find) -> Iterator[str]:
    """What terms find alone that find nothing together, except dates; and two names joined by `or`."""
    found = [term for term in terms if term.field != "date" and term.values[0] not in ask.unfound]
    if len(found) == 1 and all(term.field == "date" for term in terms if term not in found):
        yield from _noted(_written(found[0]), question, find)
    if 1 < len(found) <= _MOST_COUNTED:
        yield ", ".join(f"{as_typed(text)} finds {_count(text, question, find):,}" for text in map(_written, found))
    for kind in _ONE_OF:
        named = [
            term
            for term in found
            if kind in (ask.lexicon.whole(term.values[0]) if term.field == BARE else [term.field])
        ]
        either, rest = " or ".join(map(_written, named)), [_written(term) for term in terms if term not in named]
        if len(named) > 1:
            yield from _noted(" ".join([f"({either})", *rest]) if rest else either, question, find)


def _written(term: Term) -> str:
    return term.query[term.column : term.column + term.width]


def _noted(text: str, question: Question, find: Find, remark: str = "") -> list[str]:
    """A question as it is typed, with what it finds; nothing if it finds nothing."""
    found = _count(text, question, find)
    return [f"{remark}{as_typed(text.strip())} finds {found:,}"] if found else []


def _count(text: str, question: Question, find: Find) -> int:
    """How many events another question finds, with the same options."""
    try:
        return find(question._replace(words=(f" {text}",), limit=0, sort="date", group_by=None))[0]
    except (UsageFault, DateFault):
        return 0


def with_event(fault: QueryFault, question: Question, find: Find) -> QueryFault:
    """The fault of words such as `after infinera`, with the date of the nearest such event, if there is one."""
    opener, *others = map(str.lower, fault.words)
    named = [word for word in others if word not in (*SMALL_WORDS, *_WHICH)]
    if opener not in (*_EDGES, *_WHICH) or (named and may_begin(named[0])):
        return fault
    asked, count = fault.query.split(), len(fault.query[: fault.column].split())
    before = " ".join(word for at, word in enumerate(asked[:count]) if not is_ignored(asked, at))
    if opener == "next":
        return _with_next(fault, f"{before} {fault.query[fault.column + fault.width :]}", question, find)
    is_next, text = "next" in others[:1], " ".join(named)
    for words in (f" {before} {text}", f" {text}") if named else ():  # nokia since last earnings: those of nokia
        try:
            events = [entry.event for entry in find(question._replace(words=(words,)))[1]]
        except (UsageFault, DateFault):
            continue
        ahead = [event for event in events if event.date.bounds.start > question.today]
        events = ahead if is_next else [event for event in events if event not in ahead]
        for event in events[:1] if is_next else events[-1:]:
            start, end = map(iso, (event.date.bounds.start, event.date.bounds.end))
            days = start if start == end else f"{start}..{end}"
            when = f"{opener} {(start, end)[_EDGES[opener]]}" if opener in _EDGES else days
            value = as_typed(" ".join(f"{before} {when}".split()))
            among = f", one of {len(events):,} events" if len(events) > 1 else ""
            hint = Hint(f"write {value} for {event.title}{among}", value)
            return QueryFault(f"{fault.message}; an event is not a date", hint, fault.query, fault.column, fault.width)
    return fault


def _with_next(fault: QueryFault, text: str, question: Question, find: Find) -> QueryFault:
    """The fault of words such as `next agm`, with the question for such events ahead, or for all if there are none."""
    asked = " ".join(text.split())
    if asked.startswith(("not ", "-")):
        return fault
    either = f"({asked})" if re.search(r"(?<!\S)(?:or|\|\|?)(?!\S)", asked, re.I) else asked
    ahead = f"{either} is:upcoming".strip()
    if _count(ahead, question, find):
        message, command, why = f"{fault.message}; an event is not a date", f"{as_typed(ahead)} --limit 1", ""
    elif asked and (every := _count(asked, question, find)):
        message, command, why = f"no event ahead has {asked}", as_typed(asked), f" for all {every:,}"
    else:
        return fault
    hint = to_run("write ", f"timeline show {command}", why)
    return QueryFault(message, hint, fault.query, fault.column, fault.width)
