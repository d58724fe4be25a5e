"""Which clauses only say who said the others: the company said on Monday.

Owns: that decision. Does not: judge who said it.
"""

from __future__ import annotations

from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.lexicon import ANNOUNCING, REPORTING, SAYING, word_set

SAID_WHERE = word_set(
    "on in late early a an the statement filing interview release press news conference call to reporters "
    "regulatory stock exchange blog post at earlier that , letter memo email this its website analysts investors "
    "with briefing disclosure separate brief joint company via of late event for first time employees staff "
    "securities week month year last today yesterday morning afternoon evening night ago"
)


def attribute(made: list[Clause]) -> None:
    """Mark clauses that only say who said the others."""
    for number, clause in enumerate(made):
        verb, after = clause.group.verb, clause.words[clause.group.last : clause.last]
        following = made[number + 1] if number + 1 < len(made) else None
        follows = following is not None and _is_content(clause, following)
        ends = (
            number > 0
            and clause.first > 0
            and clause.words[clause.first - 1].text in (",", '"')
            and all(word.low in SAID_WHERE or not word.text.islower() for word in after)
        )
        clause.is_attribution = verb in SAYING or (verb in REPORTING | ANNOUNCING and (follows or ends))
        if not clause.is_attribution:
            continue
        is_last = clause.words[clause.first - 1].text in (",", '"') if clause.first else False
        if not follows or is_last:
            for other in made[:number]:
                other.said = other.said or clause
        for other in made[number + 1 :]:
            if other.said is None and not other.is_attribution:
                other.said = clause


def _is_content(clause: Clause, following: Clause) -> bool:
    """Whether the next clause is what is said: after that, or right after the verb and where it was said."""
    between = clause.words[clause.group.last : following.first]
    if following.opens in ("that", "how", "whether", "what", "why"):
        return all(
            word.low in SAID_WHERE
            or not word.text.islower()
            or word.low in ("investors", "shareholders", "leaders", "business", "customers", "employees")
            for word in between
        )
    return all(word.low in SAID_WHERE or word.is_name or word.text[0].isdigit() for word in between)
