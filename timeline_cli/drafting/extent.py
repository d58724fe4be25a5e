"""How far the title of a clause goes: past a relative clause that its last noun needs, and what it can say shorter.

Owns: these two decisions. Does not: write the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.cuts import MAX_TITLE
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.group import is_adverb
from timeline_cli.drafting.lexicon import ANNOUNCING, CALLS, PREPOSITIONS, REPORTING
from timeline_cli.drafting.names import Cast

_RULING = ("deny", "rule", "decide", "agree", "vote", "informed", "notified")


def spare(clause: Clause, at: When, cast: Cast) -> Iterator[tuple[str, str]]:
    """What a long title can do without: the date that the event has, and all but the short name of a company."""
    if at.used is not None and at.used.point is not None:
        ahead = r",?\s(?:in|on|for|since|during|at)\s(?:the\s)?|\s(?=between\s|from\s)"
        yield rf"(?:{ahead}){re.escape(at.used.text)}(?=[\s,]|$)", ""
    yield from _SHORTER
    for each in cast.names(clause.sentence.text):
        yield rf"{re.escape(each.name)}(?:\.(?=\s))?(?!\s(?:and\s)?[A-Z&])", cast.short(each.name)


_SHORTER = (
    (r"\bBoard of Directors\b", "board"),
    (r"\bChief Executive Officer\b", "CEO"),
    (r"\bChief Financial Officer\b", "CFO"),
    (r"\bAnnual General Meeting\b", "AGM"),
    (r"^[A-Z]\w+-(?:headquartered|based|listed) (?=[A-Z])", ""),
    (r"^(?:President|Chairman|Chairwoman|CEO|CFO|Chief Executive) (?=[A-Z])", ""),
)


def title_end(made: Sequence[Clause], number: int, dates: Sequence[Expression], length: int) -> int:
    """Where a title with a subject of that length ends: after a relative clause that its last noun needs.

    A noun after a comma that only introduces such a clause is left out: a plant in Spain, a project that will cost …
    """
    clause = made[number]
    following = next((each for each in made[number + 1 :] if each.first < clause.last + 2), None)
    ahead = clause.words[clause.group.last : following.first] if following is not None else []
    if [word.low for word in ahead[-2:]] == ["of", "which"]:  # a contract, terms of which were not given
        return next((word.begin for word in reversed(ahead) if word.text == ","), clause.end)
    is_short = following is not None and following.end - clause.words[clause.group.first].begin + length < MAX_TITLE
    opens_here = following is not None and following.first == clause.last + 1 and is_short
    lasts = following is not None and following.opens == "since" and clause.group.tense == "perfect"
    verb_end = clause.words[clause.group.last - 1].end
    dropped = sum(each.end - each.begin + 4 for each in dates if verb_end < each.begin < clause.end)
    if following is not None and following.opens == "whether" and following.first == clause.last + 1:
        is_whole = following.end - clause.words[clause.group.first].begin - dropped + length < MAX_TITLE
        return following.end if is_whole else clause.end  # decide in the autumn whether it may be sold
    if following is not None and opens_here and (lasts or following.opens in _FREE):
        return following.end  # almost twice what Bolt had left, has halved since she left
    if following is None or not (following.restricts or following.opens == "that"):
        return clause.end
    if following.restricts and following.antecedent[0] < clause.group.last:  # who was hired in 1987 and met
        return clause.end
    if not following.restricts:  # a report that it was in talks
        is_noun = clause.group.last < clause.last and not is_adverb(clause.words[clause.last - 1])
        is_noun = is_noun or clause.group.verb in _RULING
        tells = clause.group.verb in (REPORTING | ANNOUNCING | CALLS) - {"deny"}
        return following.end if is_noun and not tells else clause.end
    start = following.antecedent[0]
    joint = start - (clause.words[start - 1].low in PREPOSITIONS)  # in a vote that closes on Friday
    if start > clause.group.last and clause.words[joint - 1].text == ",":
        return clause.words[joint - 2].end
    is_dated = any(following.begin <= each.begin < following.end and each.point for each in dates)
    return following.end if is_short and not is_dated else clause.end


_FREE = ("what", "whether", "how", "why")
