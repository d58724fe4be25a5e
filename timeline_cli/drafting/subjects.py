"""Where the subject of a clause is: after adverbials with their comma, before dates, appositions and adverbs.

Owns: that decision. Does not: know where the clause begins, or what the subject stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Span
from timeline_cli.drafting.group import is_adverb
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ADVERBS, DETERMINERS, NAMED_BY_YEAR, PREPOSITIONS, STRONG, word_set
from timeline_cli.drafting.participles import after_date, in_date
from timeline_cli.drafting.sentences import Word

_ADJECTIVAL = word_set("far subsequent pursuant prior due thanks owing ahead born")
_ADVERBIAL = word_set(
    "while although according earlier separately meanwhile however originally still once when last this next later "
    "also given based describing combined together then today yesterday instead overall elsewhere additionally "
    "moreover furthermore currently recently previously nevertheless because if"
)
_LEADING = PREPOSITIONS | _ADJECTIVAL | _ADVERBIAL


_KINDS = word_set("adjusted consolidated combined operating outstanding pending early monthly quarterly yearly")


def subject_at(found: Sequence[Word], first: int, verb: int, dates: Sequence[Expression]) -> tuple[int, Span]:
    """Where the text of the clause begins after an adverbial with its comma, and the words of the subject."""
    if found[first].text == found[verb - 1].text == ",":  # doubled prices and, in July, hired
        return first, (verb, verb)
    start, end = _past_joint(found, first, verb, dates), verb
    low = found[start].low if start < end else ""
    is_leading = low.endswith(("ing", "ed", "ly")) and low not in _KINDS and not (start and found[start].is_name)
    is_leading = is_leading or low in _LEADING
    is_leading = is_leading or (start == 0 and low in forms().participle)  # Bought by Acme in 2010, it
    commas = [at for at in range(start, end) if found[at].text == ","]
    is_leading = is_leading and not (low in forms().ing and len(commas) == 2 and commas[1] == end - 1)
    if is_leading or (low in ADVERBS and start + 1 < end and found[start + 1].text == ","):
        ends = (
            at + 1
            for at in range(start, end - 1)
            if found[at].text == ","
            and not (in_date(found[at], dates) or found[at + 1].text[:2] in ("19", "20"))
            and not (found[at + 1].low in forms().participle and found[at + 2].low in PREPOSITIONS)
        )
        after = start + 1 if found[start].low in STRONG else after_date(found, start, end, dates)
        is_subject = (
            found[start].low in PREPOSITIONS and start + 1 < after and found[after].low in ("the", "a", "an", "its")
        )
        start = after if is_subject else next(ends, after)  # In May the lenders, among them Acme, sued
        last = next((at for at in range(end - 2, start, -1) if found[at].text == ","), end)
        rest = [word.low for word in found[last + 1 : end]]
        if found[start - 1].text == "," and rest and rest[0] in _RESUMES and "and" not in rest and rest[-1] != ",":
            start = last + 1  # Founded by Ada Byron, a teacher, the firm
    if start < end and found[start].low in PREPOSITIONS | _ADJECTIVAL:  # On Monday, prior to the sale, the firm
        start = next((at + 1 for at in range(start, end - 1) if found[at].text == ","), start)
    stop = next((at for at in range(start + 1, end) if found[at].text in (",", "(", "—", "–")), end)
    stop = end if _goes_on(found, stop, end) else stop
    dated = next((at for at in range(start + 1, stop) if in_date(found[at], dates)), stop)
    is_label = found[dated].text.isdigit() and found[dated - 1].low in NAMED_BY_YEAR if dated < stop else False
    if dated < stop and not is_label and (found[dated - 1].low in PREPOSITIONS or in_date(found[end - 1], dates)):
        stop = dated - (found[dated - 1].low in PREPOSITIONS)
    while stop > start and (
        found[stop - 1].low in _NO_END
        or found[stop - 1].text == ","
        or (is_adverb(found[stop - 1]) and not (found[stop - 1].low == "both" and found[stop - 2].low in PREPOSITIONS))
        or (
            stop <= dated < end and stop - start > 1 and found[stop - 1].low in forms().participle
        )  # A round held in July
    ):
        stop -= 1
    if stop - 1 == start and found[start].low in ADVERBS - {"all", "both"}:
        stop = start  # who only joined
    after = _past_dates(found, first, verb, dates)
    is_within = start >= stop or first < start < after
    return subject_at(found, after, verb, dates) if after and is_within else (start, (start, max(start, stop)))


def _past_dates(found: Sequence[Word], first: int, verb: int, dates: Sequence[Expression]) -> int:
    """Where the subject begins after several dates: From 2015 to 2018 the; Twice in 2021, and again in May, the."""
    at = first
    while at < verb and (found[at].low in PREPOSITIONS | ADVERBS | _JOINTS | {","} or in_date(found[at], dates)):
        at += 1
    return at if first < at < verb and any(in_date(word, dates) for word in found[first:at]) else 0


def _past_joint(found: Sequence[Word], start: int, end: int, dates: Sequence[Expression]) -> int:
    """Where words begin that neither join a clause nor date it: ROME: And on Monday the firm."""
    colon = next((at for at in range(min(5, end - 1)) if found[at].text == ":"), 0) if start == 0 else 0
    if colon and found[colon + 1].is_name and not in_date(found[colon - 1], dates):
        start = colon + 1  # Net Loss: Net loss was $4 million
    while start < end and (found[start].low in _JOINTS or found[start].text in ",:—–-\"'"):
        start += 1
    first = start
    while start < end and not re.search(r"-[a-z]", found[start].text):
        is_within = start > first and in_date(found[start - 1], dates) and found[start].text == ","
        is_of = first < start < end - 1 and found[start].low in ("'s", "’s")  # this year's results
        if not (in_date(found[start], dates) or is_within or is_of):
            break
        start += 1
    return start


_JOINTS = word_set("and but or so yet also")
_RESUMES = frozenset(("the", "it", "they", "he", "she", "its"))
_NO_END = (ADVERBS | PREPOSITIONS | DETERMINERS) - {"this", "these", "those", "another", "both", "all"}


def _goes_on(found: Sequence[Word], comma: int, end: int) -> bool:
    """Whether a comma does not end the subject: names, addresses and diagnoses; the Dalton, Georgia, company."""
    rest = found[comma:end]
    commas = [at for at, word in enumerate(rest) if word.text == ","]
    if len(rest) < 4 or commas[:1] != [0] or is_adverb(rest[-1]) or rest[-1].text in ",)—–":
        return False
    if commas[1:] == [2] and rest[1].is_name:
        return all(word.text.islower() and word.low not in PREPOSITIONS for word in rest[3:])
    return "and" in [word.low for word in rest[commas[-1] :]] and rest[1].low not in PREPOSITIONS | STRONG
