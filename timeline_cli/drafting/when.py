"""The date of a clause: which of its expressions of time it is, and what its tense says without one.

Owns: that choice, and what is unsure about it. Does not: resolve an expression.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.asides import REVISING, fine, is_aside_date, is_due, is_period, label, parsed
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.elsewhere import (
    CLEFT,
    again,
    around_asides,
    before_news,
    counted_from,
    leading,
    of_meeting,
    of_when,
    outside,
    own,
)
from timeline_cli.drafting.explicit import explicit
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ANNOUNCING, CALLS, PERCENT, PUBLISHING, word_set
from timeline_cli.drafting.measures import is_bare, is_measure
from timeline_cli.drafting.undoing import is_new_day
from timeline_cli.drafting.untold import is_quoted, told, trades, undated


def when(
    clause: Clause, dates: list[Expression], published: date, made: Sequence[Clause], around: Expression | None = None
) -> When:
    """The date of a clause; `dates` are placed in the sentence.

    A clause next to When … has the date of that, if it has none; `made` are the clauses of the sentence. `around` is
    what the text before dates: the day of an entry, the quarter of a list.
    """
    labels = {each: match for each in dates if (match := label(clause, each))}
    said = told(clause, dates, published)
    dates = [_pointed(clause, each) for each in dates if each not in labels]
    due = [each for each in dates if is_due(clause, each, published)]
    begin = _begin(clause)
    mine = _mine(clause, dates, due, made)
    usable = [each for each in mine if each.date is not None and each.type != "SET" and not is_aside_date(clause, each)]
    usable = [each for each in usable if not _is_of_offence(clause, each)]
    periods = [each for each, match in labels.items() if match["period"] and begin <= each.begin < clause.end]
    periods += [each for each in usable if is_period(clause, each)]
    usable = [each for each in usable if each not in periods]
    moment = [] if usable else of_when(clause, dates, made)
    usable = _after_asides(clause, usable or moment, published)
    if usable:
        usable = _narrowed(clause, usable)
        chosen = _nearest(clause, usable)
        further = again(clause, chosen, usable)
        others = (each for each in usable if each not in further and _may_be_meant(clause, each, chosen))
        found = explicit(clause, chosen, published)._replace(again=tuple(each.date or "" for each in further))
        found = found._replace(is_lent=bool(moment) and clause.opens != "when")
        if chosen.link == "by" and not clause.is_relative:  # said in May that it would by 2027
            found = found._replace(date=found.date.replace(f"[{published}..", f"[{said}.."))
        return _doubted(found, next(others, None))
    since = _since_then(clause, dates, published)
    if since is not None:
        return since
    shared = _shared(clause, dates, published, made)
    if shared is not None:
        return shared._replace(is_lent=True)
    led = of_meeting(clause, dates, made) or leading(clause, dates, made)
    led = led or before_news(clause, dates, made, published)
    if led is not None:
        return explicit(clause, led, published)
    if around is not None:
        return explicit(clause, around, published)
    found = undated(clause, said, periods)
    found = found._replace(compares=any(_EARLIER.search(each.text) for each in mine))
    if clause.group.verb in _POSTED and due and not found.lasts:
        return _doubted(found, due[0])  # named her chairman with effect from May 1
    return found if found.lasts else _unsure(clause, found, mine, [each for each in dates if each not in due], made)


def _begin(clause: Clause) -> int:
    """The character from which expressions are of the verb: not those of a participle that opens the clause."""
    return clause.words[clause.head].begin if _is_participle(clause) else clause.begin


def _mine(
    clause: Clause, dates: list[Expression], due: Sequence[Expression], made: Sequence[Clause]
) -> list[Expression]:
    """The expressions within a clause; and, of a sentence that begins with It was not until, those before it."""
    begin, verb_end = _begin(clause), clause.words[clause.group.last - 1].end
    mine = [each for each in dates if begin <= each.begin < clause.end]
    mine = [each for each in mine if ";" not in clause.sentence.text[verb_end : each.begin]]
    mine = [each for each in [*mine, *around_asides(clause, dates, made)] if each not in due]
    if clause.opens == "that" and CLEFT.match(made[0].text):  # It was not until 2020 that Acme named
        ahead = [each if each.link in _ROUGHLY else each._replace(date=each.point, link=None) for each in dates]
        mine = [each for each in ahead if each.end <= clause.begin] or mine
    return counted_from(clause, own(clause, mine, made), dates)


def _after_asides(clause: Clause, usable: list[Expression], published: date) -> list[Expression]:
    """Without the dates of what leads to the clause: Following receipt of a licence in May, it has opened."""
    if clause.group.tense == "progressive":  # is looking into an outage on 9 October
        usable = [each for each in usable if not _is_over(each, published)]
    if _LED.match(clause.sentence.text) and clause.has_subject:
        usable = [each for each in usable if each.begin > clause.words[clause.subject[0]].begin]
    begun = clause.words[clause.group.first].begin
    if _HAS_SINCE.match(clause.sentence.text, begun):  # its share, 12% in 2022, has since doubled
        usable = [each for each in usable if each.begin > begun]
    return usable


def _is_of_offence(clause: Clause, each: Expression) -> bool:
    """Whether a period is that of what somebody is punished for: fined it for fixing prices in 2023."""
    verb_end = clause.words[clause.group.last - 1].end
    text = clause.sentence.text[verb_end : max(each.begin, verb_end)]
    is_offence = re.search(r"\bfor [a-z-]+ing\b", text) is not None
    return is_offence and clause.group.verb in _PUNISHING and fine(each) > 2


_PUNISHING = word_set("fine sue charge convict sentence jail indict penalise penalize sanction reprimand")


def _pointed(clause: Clause, each: Expression) -> Expression:
    """A date without its bound where that is not of the verb: postponed to June; since its chief left in 2019."""
    if is_new_day(clause, each):
        return each._replace(date=each.point)
    is_since = clause.opens == each.link == "since" and each.begin > clause.words[clause.group.first].begin
    return each._replace(date=each.point, link=None) if is_since else each


def _since_then(clause: Clause, dates: list[Expression], published: date) -> When | None:
    """From a date before the clause to the day of the news: opened it in 2019 and has since doubled it."""
    begun = clause.words[clause.group.first].begin
    before = (each.point for each in reversed(dates) if each.end < begun and each.point)
    start = next((each for each in before if each <= published.isoformat()), None)
    if clause.group.tense not in ("perfect", "progressive") or start is None:
        return None
    if _HAS_SINCE.match(clause.sentence.text, clause.words[clause.group.first].begin):
        return When(f"[{start}..{published}]", True)
    is_ever = _EVER_SINCE.match(clause.sentence.text, clause.end)  # peaked in 2019 and has fallen every year since
    return When(f"{start}/..", True, lasts=True) if is_ever else None


_HAS_SINCE = re.compile(r"ha(?:s|ve) since (?=[a-z])")
_EVER_SINCE = re.compile(r" (?:ever )?since(?=[.,;])")
_LED = re.compile(r"(?:Following|As part of|In line with) ")
_EARNING = word_set(
    "earn make lose post report book sell deliver ship produce rise climb grow increase gain jump widen fall slip drop "
    "decline ease shrink narrow"
)
_PRICE = re.compile(rf"\S*\d\S*{PERCENT}")
_ROUGHLY = ("about", "around", "circa", "roughly")


def _is_over(each: Expression, published: date) -> bool:
    found = parsed(each.date or "")
    return found is not None and found.bounds.end < published.toordinal()


def _narrowed(clause: Clause, usable: list[Expression]) -> list[Expression]:
    """Without the periods of nouns where another date is left; both sides of a range are one."""
    if (
        clause.group.tense == "future" and clause.group.verb in ANNOUNCING | REVISING | PUBLISHING
    ):  # will report on Friday for 2025
        covered = {each.date for each in usable if each.link == "for"}
        usable = [each for each in usable if each.date not in covered] or usable
    if clause.group.verb in _DECIDED and any(fine(each) <= 2 and each.link != "for" for each in usable):
        usable = [each for each in usable if each.link != "for" or fine(each) < 4]  # on May 3 proposed one for 2025
    text = clause.sentence.text
    if clause.group.verb in _TOLD:  # on Thursday reported fourth-quarter net income of $4 million
        of_result = [each for each in usable if _ADJECTIVE.match(text, each.begin) and _RESULT.match(text, each.end)]
        usable = of_result or usable
    usable = [each for each in usable if not _ADJECTIVE.match(text, each.begin)] or usable
    usable = [each for each in usable if each.link or not any(_holds(each, other) for other in usable)]
    usable = [each for each in usable if each.link == "as of" and each.begin <= clause.begin + 6] or usable
    owned = [each for each in usable if clause.sentence.text.startswith(("'s ", "’s "), each.end)]
    if any(fine(each) <= 2 for each in usable if each not in owned):
        usable = [each for each in usable if each not in owned]  # on Tuesday set a limit for the year's first season
    whole = next((each for each in usable if each.link == "joined"), None)
    return usable if whole is None else [each for each in usable if each is whole or each.date != whole.date]


_TOLD = ("report", "post", "record", "book")
_RESULT = re.compile(r" (?:[a-z-]+ ){0,3}(?:income|profits?|loss|revenues?|sales|earnings|EBITDA) of [^\s\d]{0,4}\s?\d")
_POSTED = word_set("appoint name elect promote")
_DECIDED = word_set("adopt propose recommend approve declare pass")


def _unsure(
    clause: Clause, found: When, mine: list[Expression], dates: list[Expression], made: Sequence[Clause]
) -> When:
    """With a review if an expression of the clause has no date, or if one that belongs to no clause may be meant."""
    unknown = next((each for each in mine if not each.date and (each.anchored or re.match(r"\d{4}", each.value))), None)
    if unknown is not None and not found.compares:
        return found._replace(review=f'the text does not say when "{unknown.text}" is')
    if clause.group.tense == "future":
        return found
    if is_bare(clause.subject_text) and not trades(clause):
        return found._replace(review="the text does not say for which period")
    clauses = [each for each in made if each is not clause and (each is not clause.shares or each.is_relative)]
    elsewhere = (
        each
        for each in outside(dates, clauses)
        if each.point and not is_period(clause, each) and not is_aside_date(clause, each)
    )
    found = _doubted(found, next(elsewhere, None))
    tells = clause.said is not None or clause.group.verb in ANNOUNCING | CALLS or trades(clause)
    if found.review or tells or clause.group.tense != "past":
        return found
    return found._replace(review="the text does not say when")  # on the day of the news, or long before


def _is_participle(clause: Clause) -> bool:
    """Whether it begins with one, whose dates are not those of the verb: founded in 1998, Acme makes cars."""
    word = clause.words[clause.first].low
    if any(each.low == "having" for each in clause.words[clause.first + 1 : clause.subject[0]]):
        return True  # Its licence having been revoked in May, the firm
    is_one = word in ("having", "born") or word.endswith("ed") or word in forms().participle
    return clause.first < clause.head and is_one and word != "come"


def _shared(clause: Clause, dates: list[Expression], published: date, made: Sequence[Clause]) -> When | None:
    """The date of the verb before, which a second verb of the same subject and tense goes on with, or a measure after
    while and and: sales fell in the quarter, while profit rose; but not: founded in 1990 and sales are."""
    if re.match(r"for (?:\w+ )?(?:years|decades|months|weeks)\b", clause.text):
        return None  # was founded in 1908 and for decades lived within its means
    if clause.words[clause.group.first - 1].low == "once":
        return None  # opened in 1923 and once employed 90
    other, before = clause.shares, max((each for each in made if each.first < clause.first), default=None, key=_first)
    joint = clause.words[clause.first - 1].low
    contrasts = clause.opens in ("while", "whereas")
    if before and contrasts and trades(before) and _PRICE.match(clause.after_verb):
        return when(before, dates, published, (before,))  # Acme's shares fell 3% in morning trade, while Bolt rose 2%
    is_price = _PRICE.match(clause.after_verb) is not None and not is_measure(clause.subject_text)
    if before and joint in (",", "and") and is_quoted(before) and is_price:
        return when(before, dates, published, (before,))  # Acme lost 3% to $4, and Bolt shed 2%
    earned = [each for each in (before, clause) if each and each.group.verb in _EARNING and re.search(r"\d", each.text)]
    if before and contrasts and len(earned) == 2:
        other = before  # earned $4 million last year, while Bolt made $2 million
    if before and (contrasts or joint == "and") and is_measure(clause.subject_text):
        other = before
    if (
        other is None
        or (clause.opens not in ("", "but", other.opens) and other is not before)
        or (other.is_relative and not clause.is_relative)
        or not (other.opens == "when" or any(other.begin <= each.begin < other.end and each.date for each in dates))
    ):
        return None
    tenses = (other.group.tense, {"perfect": "past"}.get(other.group.tense))
    if clause.group.tense not in tenses or clause.group.modal != other.group.modal:
        return None
    found = when(other, dates, published, (other,))
    is_joint = other is not clause.shares and joint == "and" and not is_measure(other.subject_text)
    if is_joint and found.date[:4] < str(published.year - 1):
        return None  # moved to Rome in 2018 and its sales doubled
    is_over = other.group.tense == "perfect" and found.date[-1] != "."  # over the past year it has bought two and sold
    return found if found.explicit and (is_over or not found.lasts) else None


def _first(clause: Clause) -> int:
    return clause.first


_EARLIER = re.compile(r"\b(?:earlier|before|prior)$")


def _may_be_meant(clause: Clause, each: Expression, chosen: Expression) -> bool:
    """Whether another date of a clause may be its date: not one around it, the end of it, or the day of a report."""
    if each.date in (chosen.date, chosen.point) or each.link in _ENDS or _EARLIER.search(each.text):
        return False
    return not _holds(each, chosen) and not (
        clause.group.verb in ANNOUNCING | REVISING and fine(each) <= 2 and fine(chosen) >= 4
    )


def _holds(each: Expression, other: Expression) -> bool:
    """Whether a date is a longer one around another: this year, on Thursday."""
    one, inner = parsed(each.point or ""), parsed(other.point or "")
    if one is None or inner is None or one.bounds == inner.bounds or other.link in _BOUNDS:
        return False
    if len(each.point or "") > 4 and fine(other) > 2 and other.begin - each.end > _NEAR:
        return False  # lost 300 in the third quarter, its most in a decade, to end September with 200
    return one.bounds.start <= inner.bounds.start and inner.bounds.end <= one.bounds.end


_NEAR = 24  # characters between a quarter and a month that make one date
_BOUNDS = ("before", "after", "until", "since", "by")
_ENDS = ("joined", "until", "till", "through", "to")


def _doubted(found: When, other: Expression | None) -> When:
    """With a review if another date of the sentence may be meant."""
    if found.review or other is None:
        return found
    return found._replace(review=f'"{" ".join(other.text.split())}" may be its date')


def _nearest(clause: Clause, usable: list[Expression]) -> Expression:
    """The first after the verb, else the last before it."""
    verb = clause.words[clause.group.first].begin
    after = [each for each in usable if each.begin >= verb]
    before = [each for each in usable if each.begin < verb]
    return (after or before[::-1])[0]


_ADJECTIVE = re.compile(r"\w+-\w+\s[a-z]")  # first-half results, third-quarter revenue: the period of a noun
