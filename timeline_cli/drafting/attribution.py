"""Which clauses only say who said the others: the company said on Monday.

Owns: that decision. Does not: judge who said it.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.lexicon import ANNOUNCING, DETERMINERS, REPORTING, SAYING, word_set
from timeline_cli.drafting.participles import in_date
from timeline_cli.drafting.sentences import Word

SAID_WHERE = word_set(
    "on in late early a an the statement filing interview release press news conference call to reporters "
    "regulatory stock exchange blog post at earlier that , letter memo email this its website analysts investors "
    "with briefing disclosure separate brief joint company via of late event for first time employees staff "
    "securities week month year last today yesterday morning afternoon evening night ago fortnight shareholders "
    "leaders business customers"
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
        says = verb in SAYING or (verb in REPORTING | ANNOUNCING and (follows or ends) and not shares)
        clause.is_attribution = says and not _acts(clause, following)
        if not clause.is_attribution:
            continue
        if not follows or is_last:
            for other in made[:number]:
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
        return after in ("off", "down", "up")
    if group.passive:
        return after in ("of", "about", "to") or group.tense in ("progressive", "future")
    is_last = following is None and clause.shares is not None
    return start < end and (group.verb in ("claim", "reiterate") or (group.verb == "tell" and is_last))


def _is_where(between: Sequence[Word]) -> bool:
    """Whether words only say where and when something was said, or to whom."""
    return all(word.low in SAID_WHERE or not word.text.islower() for word in between)


def after_saying(found: Sequence[Word], at: int, end: int, dates: Sequence[Expression]) -> int:
    """Past where and when something was said, and to whom: told local radio the mill."""
    told = found[at - 1].low == "told"
    while at < end - 1 and (found[at].low in SAID_WHERE or in_date(found[at], dates)):
        at += 1
    if told:
        return next((n for n in range(at + 1, end) if found[n].low in DETERMINERS), at)
    return at - 1 if found[at - 1].low in DETERMINERS else at
