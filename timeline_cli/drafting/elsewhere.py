"""The dates that a clause has from other parts of its sentence: When it opened in 2019, Last year …, five years after …

Owns: these dates. Does not: choose among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline_cli.dates.in_text.english_words import NUMBER
from timeline_cli.dates.in_text.moment import Expression, counted
from timeline_cli.drafting.asides import fine
from timeline_cli.drafting.clause import Clause

CLEFT = re.compile(
    r"(?:(?:yet|but|and) )?it (?:was|is) "
    r"(?:not until|(?:only )?(?:(?:in|on) (?-i:[A-Z]|\d|an? [A-Z]|the \w+ of )|(?:around|about) \d|\S+ \w+ ago|"
    r"last |yesterday))",
    re.I,
)


def leading(clause: Clause, dates: list[Expression], made: Sequence[Clause]) -> Expression | None:
    """A date before all: Last year Acme grew, while Birch lost money; In May, the court heard, it paid."""
    first, teller, text = made[0], clause.said, clause.sentence.text
    if clause.is_relative or first is clause:
        return None
    if teller is not None and clause.group.tense == "past":
        start = teller.words[teller.subject[0]].begin
        return next((each for each in dates if text[each.end : start] == ", " and start < clause.begin), None)
    if clause.words[clause.first - 1].low not in _COORDINATING or clause.group.tense != first.group.tense:
        return None
    part = text.rfind(";", 0, clause.begin) + 1
    first = next((each for each in made if each.begin >= part), first)
    ahead = 0 if first.is_attribution else first.words[first.subject[0]].begin
    own = outside(dates, [each for each in made if each.describes])
    return next(
        (each for each in own if part <= each.begin < each.end <= ahead and each.date and each.type != "SET"), None
    )


def of_meeting(clause: Clause, dates: Sequence[Expression], made: Sequence[Clause]) -> Expression | None:
    """The day of the meeting that does something: the meeting, to be held on June 26, will vote on it."""
    if clause.describes or not _MEETING.search(clause.subject_text):
        return None
    for each in made:
        if each.describes and each.group.verb in _HELD and each.antecedent == clause.subject:
            return next((day for day in dates if each.begin <= day.begin < each.end and day.date), None)
    return None


_IN_WHICH = re.compile(r",? (?:in|during) which ")
_HELD = ("hold", "schedule", "convene", "call")
_MEETING = re.compile(r"\b(?:meeting|vote|hearing|conference|forum|summit|assembly)$", re.IGNORECASE)
_COORDINATING = ("and", "but", "while", "whereas")


def of_when(clause: Clause, dates: list[Expression], made: Sequence[Clause]) -> list[Expression]:
    """The dates that a clause without one has by When …: on March 3, when it opened; When it opened in 2019, it …."""
    at = clause.subject[0]  # in 2019, when Acme, its owner, left
    opener = next((word for word in clause.words[max(at - 1, 0) : at + 1] if word.low == "when"), None)
    if clause.opens == "when" or opener is not None:
        begin = clause.begin - 5 if opener is None else opener.begin
        before = [each for each in dates if 0 <= begin - each.end <= 3 and each.point]
        return [each._replace(date=each.point, link=None) for each in before]
    if clause.opens == "which" and clause.has_subject and clause.words[clause.first - 2].low == "at":
        before = [each for each in dates if each.end <= clause.begin and each.point]  # Friday's meeting, at which they
        return [each._replace(date=each.point, link=None) for each in before[-1:]]
    text = clause.sentence.text
    within = [each for each in dates if each.point and _IN_WHICH.fullmatch(text, each.end, clause.begin)]
    is_noun = clause.text.startswith(("year", "month", "quarter"))  # in which year it moved
    if clause.opens == "which" and within and not is_noun:  # a record 2025, in which it earned $4 million
        return [each._replace(date=each.point, link=None) for each in within]
    after = next((each for each in made if each.opens == "since" and each.first - 1 == clause.last), None)
    if after is not None and clause.group.tense in ("perfect", "progressive"):  # has bought it since its kiln broke
        inside = [each for each in dates if after.begin <= each.begin < after.end and each.point]
        return [each._replace(date=f"{each.point}/..", link="since") for each in inside[:1]]
    had = clause.words[clause.group.first].low == "had" and clause.group.verb != "have"  # had lost two when they met
    moments = [each for each in made if each.opens in ("when", "once") and _is_next_to(each, clause, made[0])][:1]
    if clause.is_relative:
        moments = [each for each in moments if each.first > clause.first]  # When it left in 1998, it had a lamp, which
    dated = [each for each in dates if each.type in ("DATE", "TIME") and each.date]
    found = [each for moment in moments for each in dated if moment.begin <= each.begin < moment.end]
    return [each._replace(date=f"[..{each.point}]") if had and each.point else each for each in found]


def around_asides(clause: Clause, dates: list[Expression], made: Sequence[Clause]) -> list[Expression]:
    """The dates that another clause cuts off: in 1983 Acme, which makes cars, left; left Rome, which …, in May.

    In May, when it was sold, Acme left; In the first quarter, which ended in May, Acme grew.
    """
    at = next((number for number, each in enumerate(made) if each is clause), 0)
    before, after = made[max(at - 1, 0)], (made[at + 1 : at + 2] or made)[0]
    noun = before.antecedent
    span = clause.words[noun[0]].begin, clause.words[noun[1] - 1].end  # the 2023/24 financial year, which ended in May
    of_date = noun[0] < noun[1] and any(span[0] <= each.begin < span[1] for each in dates)
    resumes = (
        clause.has_subject and clause.subject[1] <= noun[0]
    )  # In 1982 Ada Byron, having met a man who ran it, left
    is_within = clause.subject[0] <= noun[0] < noun[1] < clause.subject[1]  # In May all who work there struck
    of_noun = is_within or noun[0] < noun[1] == clause.subject[1]
    cuts = before.first > 0 and before.opens and (of_noun or (at == 1 and (of_date or noun == (0, 0) or resumes)))
    gaps = [(made[at - 2].end if at > 1 else 0, before.begin)] if at and cuts else []
    gaps += [(before.end, clause.begin)] if at and not clause.is_relative else []
    is_last = after.is_relative and not after.describes and all(each.describes for each in made[at + 2 :])
    free, text = outside(dates, made), clause.sentence.text
    tail = [each for each in free if is_last and _TAIL.fullmatch(text, after.end, each.begin)]
    return tail or [each for each in free if any(start <= each.begin < end for start, end in gaps)]


def outside(dates: Sequence[Expression], made: Sequence[Clause]) -> list[Expression]:
    return [each for each in dates if not any(other.begin <= each.begin < other.end for other in made)]


_TAIL = re.compile(r", (?:as [^,.]* )?(?:(?:with )?(?:effect from|effective) )?(?:(?:in|on|at|by|the|late|early) )*")


def waited(clause: Clause, each: Expression) -> Expression:
    """Not until 2021: in 2021; not before 2031: then or later."""
    is_waited = clause.negated or clause.words[0].low == "not"
    if not is_waited or each.link not in ("until", "till", "before", "after") or each.point is None:
        return each
    is_over = (clause.group.tense == "past" and not clause.group.modal) or each.link in ("until", "till")
    return each._replace(date=each.point if is_over else f"[{each.point}..]")


def own(clause: Clause, mine: list[Expression], made: Sequence[Clause]) -> list[Expression]:
    """The dates of a clause without those of participles: a pact signed in 2020; had its licence revoked in May."""
    parts = [each for each in made if each.describes and (each.begin > clause.begin or not clause.describes)]
    return [waited(clause, each) for each in (mine if clause.group.verb == "have" else outside(mine, parts))]


def counted_from(clause: Clause, mine: list[Expression], dates: list[Expression]) -> list[Expression]:
    """The dates of a clause with Five years after the merger in 2008 as one date, 2013, if it has no other.

    In May 2013, five years after it was floated: the clause after that has 2008.
    """
    step, text = next((each for each in dates if each.step), None), clause.sentence.text
    opened = step is not None and clause.begin >= step.end and not text[step.end : clause.begin].strip()
    if step is None or step.step is None or not (opened or step in mine):
        return mine
    inside = [each for each in dates if each.begin >= step.end and "," not in text[step.end : each.begin]]
    others = [each for each in dates if each.end <= step.begin] if opened else inside
    others = others or [each for each in dates if opened and step.begin == 0 and each.begin >= clause.end]
    own = mine if opened else [each for each in mine if each not in inside]
    count, unit = step.step
    start = next((each.point for each in reversed(others) if each.point), None)
    found = counted(-count if opened else count, unit, start)
    if found is None or any(each.point for each in own):
        return own
    return [*own, step._replace(date=found.date, point=found.date, type="DATE")]


def before_news(clause: Clause, dates: list[Expression], made: Sequence[Clause], published: date) -> Expression | None:
    """What the news comes some time after: The decision comes two months after Acme sold its mill."""
    first, begin = made[0].group, (clause.said or clause).begin
    step = next((each for each in dates if each.step and not clause.sentence.text[each.end : begin].strip()), None)
    if step is None or step.step is None or first.verb not in ("come", "follow") or first.tense != "present":
        return None
    found = counted(-step.step[0], step.step[1], published.isoformat())
    if found is None:
        return None
    after = f"[{found.date}..]" if clause.group.tense == "future" else found.date  # said that it would
    return step._replace(date=after, point=found.date, type="DATE")


def again(clause: Clause, chosen: Expression, usable: list[Expression]) -> list[Expression]:
    """The dates after one that and joins to it; those before it, where all are before the verb."""
    made, text = [chosen], clause.sentence.text
    ahead = usable[: usable.index(chosen)]
    if ahead and _AGAIN.fullmatch(text, ahead[-1].end, chosen.begin):
        return ahead[-1:]  # twice in 2021, and again in May, Acme
    for each in usable[usable.index(chosen) + 1 :]:
        if fine(each) == fine(chosen) and _AND.fullmatch(text, made[-1].end, each.begin):
            made.append(each)
    return made[1:] if " and " in text[chosen.end : made[-1].begin] else []


_AGAIN = re.compile(r",? and (?:then )?again(?: in| on)? ")
_COUNT = rf"(?: (?:another )?(?:an?|{NUMBER}|\S*\d\S*(?: [bm]illion)?))?"  # one ship in 2023 and two in 2024
_AND = re.compile(rf"(?:,| and|, and)(?: then| again| also)?{_COUNT}(?: more)?(?: in| on)? ")


def _is_next_to(other: Clause, clause: Clause, first: Clause) -> bool:
    """Whether When … is right after a clause, or before it at the start of the sentence."""
    return other.first - 1 == clause.last or (other is first and clause.first >= first.last)
