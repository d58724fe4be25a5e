"""Sentences → clauses: one for each finite verb, with its subject, and what only says who said it left out.

Owns: where a clause begins and ends, attribution. Does not: decide whether a clause is an event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.attribution import SAID_WHERE, attribute
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    ANNOUNCING,
    CONDITIONS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SAYING,
    STRONG,
    forms,
)  # fmt: skip
from timeline_cli.drafting.sentences import Sentence, Word


def clauses(
    sentence: Sentence, found: Sequence[Word], groups: Sequence[Group], dates: Sequence[Expression]
) -> list[Clause]:
    """The clauses of a sentence. `dates` are its expressions of time, placed within the sentence."""
    dates = [each for each in dates if each.type in ("DATE", "TIME")]
    starts = [_start(found, groups, number, dates) for number in range(len(groups))]
    made: list[Clause] = []
    for number, group in enumerate(groups):
        first = starts[number]
        last = starts[number + 1] if number + 1 < len(groups) else len(found)
        last = _without_joint(found, max(group.last, first + 1), max(last, group.last))
        opens = found[first - 1].low if first and found[first - 1].low in STRONG else ""
        if number == 0 and found[first].low in CONDITIONS | {
            "while",
            "although",
            "as",
            "after",
            "when",
            "since",
            "before",
        }:
            opens = found[first].low
        if number == 0 and not opens and (relative := _relative(found, group)):
            first, opens = relative, found[relative - 1].low
        head, subject = _subject(found, first, group, dates)
        clause = Clause(sentence, found, first, last, group, subject, opens=opens, head=head)
        if subject[0] >= subject[1] or opens in ("which", "who"):
            clause.shares = made[-1] if made and opens not in ("which", "who") else None
        made.append(clause)
    made += [gerund for clause in made if (gerund := _gerund(clause, dates)) is not None]
    _resume(found, made)
    attribute(made)
    return made


def _gerund(clause: Clause, dates: Sequence[Expression]) -> Clause | None:
    """after launching its first car last year: a separate event, before which the clause ends."""
    found = clause.words
    for at in range(clause.group.last, clause.last - 1):
        verb = forms().ing.get(found[at + 1].low)
        if found[at].low not in ("after", "before", "since") or verb is None or found[at].quoted:
            continue
        if not any(found[at].begin < each.begin < clause.end and each.date and each.type == "DATE" for each in dates):
            return None
        group = Group(at + 1, at + 2, verb, "past" if found[at].low != "before" else clause.group.tense)
        made = Clause(clause.sentence, found, at + 1, clause.last, group, (at + 1, at + 1), clause)
        clause.last = at
        return made
    return None


def _start(found: Sequence[Word], groups: Sequence[Group], number: int, dates: Sequence[Expression]) -> int:
    """The first word of a clause: after the word that joins it to the one before."""
    group = groups[number]
    if number == 0:
        return 0
    previous = groups[number - 1]
    floor = previous.last
    for at in range(group.first - 1, floor - 1, -1):
        word = found[at]
        if word.quoted or _in_date(word, dates):
            continue
        if word.text in (";", ":", "—", "–") or (
            word.low in STRONG
            and not (
                word.low in ("as", "since", "than", "that", "after", "before", "until")
                and _is_preposition(found, at, group)
            )
        ):
            return at + 1
        if word.low in ("and", "but", "or") and (
            at + 1 == group.first or found[at - 1].text == "," or _only_adverbs(found, at + 1, group.first)
        ):
            return at + 1
    if group.verb in SAYING or found[floor].low == "to":
        comma = next((at for at in range(group.first - 1, floor - 1, -1) if found[at].text == ","), None)
        if comma is not None and not _in_date(found[comma], dates):
            return comma + 1
    if previous.verb in REPORTING | ANNOUNCING:
        return _after_saying(found, previous.last, group.first, dates)
    for at in range(group.first - 1, floor - 1, -1):
        if found[at].low in ("and", ",") and not _in_date(found[at], dates):
            return at + 1
    return max(floor, group.first - 1) if group.first > floor else floor


def _only_adverbs(found: Sequence[Word], first: int, last: int) -> bool:
    return all(word.low in ADVERBS or word.low.endswith("ly") for word in found[first:last])


def _is_preposition(found: Sequence[Word], at: int, group: Group) -> bool:
    """as chairman, since 2006, that plant: no clause begins there."""
    if found[at].low == "that":
        return at + 1 < group.first and found[at + 1].low in ("is", "was") and False
    between = [word for word in found[at + 1 : group.first] if word.low not in ADVERBS]
    return not between or any(word.text in (",",) for word in between)


def _in_date(word: Word, dates: Sequence[Expression]) -> bool:
    return any(each.begin <= word.begin < each.end for each in dates)


def _after_saying(found: Sequence[Word], at: int, end: int, dates: Sequence[Expression]) -> int:
    """Past where and when something was said."""
    while at < end - 1 and (found[at].low in SAID_WHERE or _in_date(found[at], dates)):
        if found[at].low in ("the", "its", "a", "this", "an", "that") and not _continues(found, at, dates):
            break
        at += 1
    return at


def _continues(found: Sequence[Word], at: int, dates: Sequence[Expression]) -> bool:
    after = found[at + 1]
    return after.low in SAID_WHERE or _in_date(after, dates)


def _without_joint(found: Sequence[Word], least: int, last: int) -> int:
    """Without the comma, the conjunction and the dot at the end."""
    while last > least and (
        found[last - 1].text in ",;:—–-.\"'!?“”" or found[last - 1].low in STRONG | {"and", "but", "or", "with"}
    ):
        last -= 1
    return last


_LEADING = PREPOSITIONS | {
    "while",
    "although",
    "according",
    "earlier",
    "separately",
    "meanwhile",
    "however",
    "originally",
    "still",
    "once",
    "when",
    "last",
    "this",
    "next",
    "later",
    "also",
    "given",
    "based",
    "describing",
    "combined",
    "together",
    "in",
    "then",
    "today",
    "yesterday",
    "instead",
    "overall",
    "elsewhere",
    "additionally",
    "moreover",
    "furthermore",
    "currently",
    "recently",
    "previously",
    "nevertheless",
    "to",
    "because",
    "if",
}


def _relative(found: Sequence[Word], group: Group) -> int | None:
    """The place after the relative pronoun, if the first verb of a sentence has one for a subject."""
    at = group.first - 1
    while at > 1 and found[at].low in ADVERBS:
        at -= 1
    return at + 1 if at > 1 and found[at].low in ("who", "which") and found[at - 1].text == "," else None


def _subject(
    found: Sequence[Word], first: int, group: Group, dates: Sequence[Expression]
) -> tuple[int, tuple[int, int]]:
    """Where the text of the clause begins after an adverbial with its comma, and the words of the subject."""
    start, end = first, group.first
    while start < end and (
        found[start].low in ("and", "but", "or", "so", "yet", "also") or found[start].text in ",—–-\"'"
    ):
        start += 1
    while start + 1 < end and _in_date(found[start], dates) and found[start + 1].text != ",":
        start += 1
    if (start < end and (found[start].low in _LEADING or found[start].low.endswith(("ing", "ed", "ly")))) or (
        start + 1 < end and found[start + 1].text == "," and found[start].low in ADVERBS
    ):
        commas = [at for at in range(start, end) if found[at].text == ","]
        for comma in commas:
            if comma + 1 < end and not (
                found[comma + 1].text[0].isdigit() and found[comma + 1].text[:2] in ("19", "20")
            ):
                start = comma + 1
                break
        else:
            start = start + 1 if found[start].low in STRONG else _after_date(found, start, end)
    stop = next((at for at in range(start + 1, end) if found[at].text in (",", "(", "—", "–")), end)
    dated = next((at for at in range(start + 1, stop) if _in_date(found[at], dates)), stop)
    if dated < stop and found[dated - 1].low in PREPOSITIONS:
        stop = dated - 1
    return start, (start, max(start, stop))


def _after_date(found: Sequence[Word], start: int, end: int) -> int:
    """On Monday the company, without a comma: the subject begins at its determiner, pronoun or second name."""
    for at in range(end - 1, start, -1):
        if found[at].low in PRONOUNS | {"the", "its", "a"}:
            return at
    return start


def _resume(found: Sequence[Word], made: list[Clause]) -> None:
    """X, which makes cars, said …: the later verb takes up the first subject, which a relative clause interrupts."""
    for number, clause in enumerate(made):
        if number == 0 or clause.group.first == 0:
            continue
        before = found[clause.group.first - 1]
        relative = made[number - 1]
        if before.text == "," and relative.opens in ("which", "who", "whose") and number >= 2:
            clause.shares, clause.subject = made[number - 2], (clause.group.first, clause.group.first)
            clause.first = clause.head = clause.group.first
        elif before.text == "," and relative.opens in ("which", "who", "whose") and number == 1:
            stop = next((at for at in range(relative.first) if found[at].text == ","), relative.first - 1)
            clause.subject = (0, stop)
            clause.first = clause.head = clause.group.first


_TRAILING = re.compile(
    r",?\s+(?:according to|citing|said|amid|as part of|in (?:a|an) (?:regulatory )?(?:filing|statement|interview|"
    r"bid|effort|move)|"
    r"as (?:it|they|the company|he|she)\b|joining|fueling|fuelling|adding that|after|because|while|which|in order "
    r"to)\b.*$",
    re.DOTALL,
)


def without_tail(text: str) -> str:
    """A clause without what only gives a source or a reason, if enough is left."""
    found = _TRAILING.search(text)
    return text[: found.start()] if found is not None and found.start() > 25 else text
