"""Which clauses only say who said the others: the company said on Monday.

Owns: that decision. Does not: judge who said it.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ANNOUNCING, DETERMINERS, REPORTING, SAYING, STRONG, word_set
from timeline_cli.drafting.participles import in_date
from timeline_cli.drafting.sentences import Word
from timeline_cli.drafting.subjects import subject_at

_LISTENERS = word_set(
    "analysts customers employees investors journalists lawmakers reporters shareholders staff workers"
)
SAID_WHERE = word_set(
    "on in late early a an the statement filing interview release press news conference call to reporters regulatory "
    "stock exchange blog post at earlier that , letter memo email this its website analysts investors with briefing "
    "disclosure separate brief joint company via of late event for first time employees staff securities week month "
    "year last today yesterday morning afternoon evening night ago fortnight shareholders leaders business customers"
)


def attribute(made: list[Clause]) -> None:
    """Mark clauses that only say who said the others."""
    for number, clause in enumerate(made):
        verb, found = clause.group.verb, clause.words
        following = made[number + 1] if number + 1 < len(made) else None
        follows = following is not None and _is_where(found[clause.group.last : following.first])
        is_last = clause.first > 0 and found[clause.first - 1].text in (",", '"')
        ends = number > 0 and is_last and _is_where(found[clause.group.last : clause.last])
        shares = clause.group.passive and following is not None and verb in ANNOUNCING and not following.has_subject
        informs = verb == "inform" and found[clause.group.first].low in ("wish", "wishes") and following is not None
        says = informs or verb in SAYING or (verb in REPORTING | ANNOUNCING and (follows or ends) and not shares)
        clause.is_attribution = says and not _acts(clause, following)
        if not clause.is_attribution:
            continue
        if not follows or is_last:
            for other in made[:number]:
                is_within = clause.has_subject and other.is_relative and clause.subject[0] < other.first
                if not is_within:  # Byron, who joined in 2019, believes
                    other.said = other.said or clause
        for other in made[number + 1 :]:
            if other.said is None and not other.is_attribution:
                other.said = clause


def _acts(clause: Clause, following: Clause | None) -> bool:
    """Whether it is more than speech: claimed responsibility, was told of the sale, wrote off its stake."""
    group, (start, end), last = clause.group, clause.object, clause.group.last
    after = clause.words[last].low if last < clause.last else ""
    if group.verb == "deny":
        return following is not None and following.opens == "that"
    if group.verb == "write":
        has_object = start < end and following is None and (after in DETERMINERS or not after.isalpha())
        return after in ("off", "down", "up") or has_object  # wrote $84 million of premium
    if group.passive:
        return after in ("of", "about", "to") or group.tense in ("progressive", "future")
    is_last = following is None and clause.shares is not None and clause.part(clause.object) not in _HEARERS
    return start < end and (group.verb in ("claim", "reiterate") or (group.verb == "tell" and is_last))


_HEARERS = frozenset(("reporters", "analysts", "investors", "shareholders", "parliament", "journalists"))


def _is_where(between: Sequence[Word]) -> bool:
    """Whether words only say where and when something was said, or to whom."""
    return all(word.low in SAID_WHERE or not word.text.islower() for word in between)


def after_saying(found: Sequence[Word], at: int, end: int, dates: Sequence[Expression]) -> int:
    """Past where and when something was said, and to whom: told local radio the mill."""
    told = found[at - 1].low == "told"
    if not told and found[at].low in _LISTENERS:
        return at  # said customers had been steered
    while at < end - 1 and (found[at].low in SAID_WHERE or in_date(found[at], dates)):
        if found[at].low in ("its", "their"):
            return at  # said Wednesday its third-quarter profit rose
        at += 1
    if told:
        at -= found[at - 1].low in DETERMINERS  # told reporters | the airline
        return next((n for n in range(at + 1, end) if found[n].low in DETERMINERS), at)
    return at - 1 if found[at - 1].low in DETERMINERS else at


def is_apposed(found: Sequence[Word], commas: Sequence[int]) -> bool:
    """Whether who speaks has an apposition, commas from right to left: Acme's chief executive, Ada Byron, said."""
    parts = zip(commas[1:3], commas[:2], strict=False)
    named = [found[at + 1].is_name and all(word.low != "'s" for word in found[at:end]) for at, end in parts]
    return len(named) == 2 and found[commas[0] + 1].low in forms().past and named[0] != named[1]


def part(teller: Clause, clause: Clause, at: int, dates: Sequence[Expression]) -> bool:
    """Part what is said from who says it between commas, if so: sales, she says, | fell. Whether it was."""
    found = clause.words
    comma = next((n for n in range(teller.group.first - 1, teller.first, -1) if found[n].text == ","), 0)
    is_short = 0 < teller.group.first - comma - 1 < 8 and found[teller.group.first - 1].text != ","
    between = found[teller.group.last : at - 1]
    is_lone = len(between) < 8 and not any(word.low in STRONG or word.text == "," for word in between)
    tells = teller.group.verb in REPORTING or (not between and found[comma + 1].low in ("he", "she", "it", "they"))
    if not (comma and is_short and is_lone and tells) or teller.opens in STRONG - {"while", "but"}:
        return False
    start, end = subject_at(found, teller.first, comma, dates)[1]
    if start < end:
        clause.first = clause.head = at
        clause.subject, clause.opens, clause.shares = (start, end), teller.opens, None
        teller.first = teller.head = comma + 1
        teller.subject, teller.opens, teller.shares = (comma + 1, teller.group.first), "", None
    return start < end
