"""A state with its beginning, as a clause: its mill, idle since 2016, will reopen; a levy, in force since May.

Owns: these clauses. Does not: know when a state ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.antecedents import antecedent
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.lexicon import IDLE, LASTING, word_set
from timeline_cli.drafting.participles import dated, in_date

_POSTS = word_set(
    "shareholder owner partner member customer client supplier investor sponsor tenant chair chairman chairwoman chief "
    "ceo cfo executive president director head boss governor leader"
)
_IN = {
    *(("out", "of", noun) for noun in ("use", "service", "order", "production")),
    *(("in", noun) for noun in LASTING),
    *(("under", noun) for noun in ("construction", "way", "review")),
    ("on", "sale"),
}


def lasting(made: Sequence[Clause], verbs: set[int], dates: Sequence[Expression]) -> list[Clause]:
    """Its mill, idle since 2016, will reopen; a levy, in force since May: a state with its beginning, as a clause."""
    found, kept = made[0].words if made else (), []
    for since in (n for n in range(1, len(found) - 1) if found[n].low == "since"):
        comma = next((n for n in range(since - 1, max(since - 7, 0), -1) if found[n].text == ","), -(since == 1))
        state = [word.low for word in found[comma + 1 : since]]
        is_post = comma > 0 and bool(state) and state[-1] in _POSTS and {"a", "an", "the", "its", "'s"} & {*state}
        is_state = (len(state) == 1 and state[0] in IDLE) or {tuple(state[:2]), tuple(state[:3])} & _IN
        if not comma or not (is_state or is_post):
            continue
        end = next((n for n in range(since, len(found)) if found[n].text in ",.;" and not in_date(found[n], dates)), 0)
        subject = next((each.subject for each in made if comma < 0 or each.subject[1] == comma), (0, 0))
        noun = subject if subject[0] < subject[1] else antecedent(found, comma, verbs)
        if noun[0] < noun[1] and end and dated(found, since, end, dates):
            first, group = comma + 1, Group(comma + 1, since, "be", "perfect")
            kept.append(
                Clause(made[0].sentence, found, first, end, group, (first, first), antecedent=noun, describes=True)
            )
    return kept
