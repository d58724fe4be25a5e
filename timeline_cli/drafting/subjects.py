"""Where the subject of a clause is: after adverbials with their comma, before dates, appositions and adverbs.

Owns: that decision. Does not: know where the clause begins, or what the subject stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import NUMBERS
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Span
from timeline_cli.drafting.group import TIMES, is_adverb
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    DETERMINERS,
    PARTLY,
    PREPOSITIONS,
    RELATIVE,
    STRONG,
    TEMPORAL,
    word_set,
)
from timeline_cli.drafting.name_words import PLACES
from timeline_cli.drafting.participles import after_date, in_date
from timeline_cli.drafting.sentences import Word

_ADJECTIVAL = word_set(
    "unlike besides beyond far further subsequent pursuant subject prior due thanks owing ahead born effective"
)
_ADVERBIAL = word_set(
    "while although earlier meanwhile however still once when last this next later also given rather together then "
    "today yesterday instead overall elsewhere worldwide abroad overseas moreover furthermore nevertheless because if"
)
_LEADING = PREPOSITIONS | _ADJECTIVAL | _ADVERBIAL


_FOR_NOW = re.compile(r"for a (?:time|while)|by that time|at this point")
_KINDS = word_set(
    "adjusted consolidated combined operating outstanding pending early monthly quarterly yearly managing acting "
    "founding outgoing incoming"
)


def subject_at(found: Sequence[Word], first: int, verb: int, dates: Sequence[Expression]) -> tuple[int, Span]:
    """Where the text of the clause begins after an adverbial with its comma, and the words of the subject."""
    if verb == 1 and found[0].low.endswith("ly") and found[0].low not in ADVERBS | TEMPORAL:
        return 0, (0, 1)  # Lilly sued: a name, since a verb has a subject
    opens = first if found[first].text == "," else first - 1
    stop = past_adverbs(found, first, verb, dates)
    is_aside = opens > 0 and opens + 1 < stop and found[opens].text == found[stop - 1].text == ","
    if is_aside and (opens == first or found[opens - 1].low in _JOINTS):
        return first, (verb, verb)  # doubled prices and, in July, hired; but, short of cash, fell
    start, end = _past_joint(found, first, verb, dates), verb
    if found[stop - 1].low in _PRONOUNS and start < stop - 1:  # the app has 9,000 users, up from 4,000, and it sold
        at = stop - 1
        opened = at - 2 if found[at - 1].low in _JOINTS else at - 1
        begins = found[opened].low in STRONG | TIMES | {","} or in_date(found[opened], dates)
        if first or begins or _is_leading(found, start, end):  # not the largest fine it has imposed
            return at, (at, at + 1)
    opened = _before_aside(found, start, stop, dates)
    is_whole = opened or found[verb].text == "," or found[verb].low in RELATIVE
    end = opened or end
    if start < end and (_is_leading(found, start, end) or (not is_whole and _is_apart(found, start, end, dates))):
        led = _past_leading(found, start, end, dates)
        is_gerund = (
            found[start].low.endswith("ing") and led > start + 1 and found[led - 1].low in PREPOSITIONS | {"along"}
        )
        start = start if is_gerund else led  # Fighting along the frontier cut the route
    if start < end and found[start].low in PREPOSITIONS | _ADJECTIVAL and not is_about(found, start):
        # On Monday, prior to the sale, the firm
        start = next((at + 1 for at in range(start, end - 1) if found[at].text == ","), start)
    stop = next((at for at in range(start + 1, end) if found[at].text in (",", "(", "—", "–")), end)
    if stop + 1 < end and any(word.low == "having" for word in found[start + 1 : stop]):
        return subject_at(found, stop + 1, verb, dates)  # No buyer having come forward, the firm
    stop = end if _goes_on(found, stop, end) else stop
    dated = next((at for at in range(start + 1, stop) if in_date(found[at], dates)), stop)
    after = next((at for at in range(dated, end) if not in_date(found[at], dates)), end)
    is_after = any(each.low in _AFTER for each in found[max(0, first - 1) : first + 1])
    if is_after and dated < after < end and found[after].low in ("the", "a", "an", "its"):
        return subject_at(found, after, verb, dates)  # After the revolution of 1974 the workers
    is_slow = found[dated - 2].low in ("a", "an") and found[dated - 1].low not in PREPOSITIONS  # a slow November
    is_slow |= found[dated - 1].low == "due"  # bonds due 2029
    if dated < stop and not is_slow and (found[dated - 1].low in PREPOSITIONS or in_date(found[end - 1], dates)):
        stop = dated - (found[dated - 1].low in PREPOSITIONS)
    stop = _trimmed(found, start, stop, dated < end and stop <= dated)
    joins = first and found[first - 1].low in _JOINTS
    if joins and _FOR_NOW.fullmatch(" ".join(word.low for word in found[start : start + 3])):
        start += 3  # and for a time depositors queued
    is_led = joins and start < end and found[start].low in PREPOSITIONS and not is_about(found, start)
    if is_led or (start == 0 and stop == 1 < verb and found[0].low in forms().participle):
        stop = start  # and in return got; Sold in 2010, bought back and closed, it
    after = _past_dates(found, first, verb, dates)
    is_within = start >= stop or first < start < after
    return subject_at(found, after, verb, dates) if after and is_within else (start, (start, max(start, stop)))


def _trimmed(found: Sequence[Word], start: int, stop: int, is_dated: bool) -> int:
    """The end of a subject without adverbs, prepositions and, before its date, a participle: a round | held in May."""
    if stop - start == 2 and found[start].low == "the" and found[stop - 1].low in ("last", "first", "other"):
        return stop
    while stop > start:
        last, before = found[stop - 1], found[stop - 2]
        is_led = last.low == "both" and before.low in PREPOSITIONS
        ends = last.low in _NO_END and found[stop - 3].low != "to"  # a call on him to step in
        ends &= not (last.low == "more" and before.low in NUMBERS)  # twenty more, ordered by
        is_round = is_dated and stop - start > 1 and last.text in forms().participle
        if not (ends or last.text == "," or (is_adverb(last) and not is_led) or is_round):
            break
        stop -= 1
    return stop


def past_adverbs(found: Sequence[Word], first: int, verb: int, dates: Sequence[Expression]) -> int:
    """The end of the words before a verb without its adverbs and dates: which closed, last month | flagged."""
    while verb > first + 1 and (
        is_adverb(found[verb - 1])
        or in_date(found[verb - 1], dates)
        or (found[verb - 1].low in PREPOSITIONS and verb < len(found) and in_date(found[verb], dates))
    ):
        verb -= 1
    return verb


def _before_aside(found: Sequence[Word], start: int, end: int, dates: Sequence[Expression]) -> int:
    """Where the asides begin whose comma is right before the verb: In May Acme, a bank, | sued; 0 without one."""
    opened = 0
    while end > start + 1 and found[end - 1].text == ",":
        commas = [at for at in range(start + 1, end - 1) if found[at].text == "," and not in_date(found[at], dates)]
        if not commas:
            break
        opened = end = past_adverbs(found, start, commas[-1], dates)
    return opened


def _is_leading(found: Sequence[Word], start: int, end: int) -> bool:
    """Whether a clause begins with an adverbial rather than its subject."""
    low, is_within = found[start].low, start > 0 and found[start].is_name
    is_noun = found[start + 1].low not in PREPOSITIONS  # operating profit, not: operating from Rome, the firm
    if low in ADVERBS - {"both", "all"} and start + 1 < end and found[start + 1].low in {",", "the"}:
        return True
    is_leading = (
        low.endswith(("ing", "ed", "ly")) and not (low in _KINDS and is_noun) and not is_within and "-" not in low
    )
    is_leading |= low in ("empty", "idle", "closed", "vacant") and found[start + 1].low == "since"
    is_leading &= low != "trading"  # in its shares will begin
    is_leading = is_leading or (low in _LEADING and not is_about(found, start))
    # Bought by Acme in 2010, it; First produced in 1962, the
    is_done = start == 0 and low == "first" and found[1].low in forms().participle and found[2].low in PREPOSITIONS
    is_leading = is_leading or (start == 0 and (low in forms().participle or is_done))
    is_time = low in NUMBERS and found[start + 1].low in TIMES and found[start + 2].low in PREPOSITIONS
    return is_leading or is_time


def _is_apart(found: Sequence[Word], start: int, end: int, dates: Sequence[Expression]) -> bool:
    """Whether a comma ends what is before the noun next to the verb: Both times, the state | paid; no apposition."""
    after = next(reversed(_commas(found, start, end, dates)), 0)
    is_time = any(word.low in TIMES | {"times"} for word in found[start : min(start + 4, after)])
    is_noun = found[after].low in DETERMINERS or any(word.is_name for word in found[after:end])
    is_noun &= found[after].low not in forms().ing
    may_lead = is_time or not (found[start].low in DETERMINERS or found[start].low in NUMBERS)
    is_noun &= after > start and found[after - 2].text.islower()
    return may_lead and is_noun and _is_open(found, after, end, dates)


def is_about(found: Sequence[Word], at: int) -> bool:
    """Whether a preposition only limits a number: About 60 people, over 200 of them, at least three."""
    if found[at].low == "at" and at + 1 < len(found) and found[at + 1].low in ("least", "most"):
        return True
    at += (found[at].low, found[min(at + 1, len(found) - 1)].low) == ("up", "to")
    if found[at].low not in ("about", "around", "over", "under", "to") or at + 2 >= len(found):
        return False
    after = found[at + 1]
    is_number = after.text[0].isdigit() or after.low in NUMBERS.keys() - DETERMINERS
    return is_number and found[at + 2].low not in TIMES


def _past_leading(found: Sequence[Word], start: int, end: int, dates: Sequence[Expression]) -> int:
    """Where the subject begins after adverbials: past the comma of the last of them, or past what they describe."""
    ends = _commas(found, start, end, dates)
    opened = after_date(found, start, end, dates)
    if ends and start + 1 < opened < ends[0] - 2 and not _is_open(found, ends[0], end, dates):
        return opened  # On May 6 a ship with a pilot, five guests and mail sank
    if ends:
        return ends[-1] if _is_open(found, ends[-1], end, dates) else ends[0]
    opens = found[start].low in STRONG and found[start + 1].low != "of"  # not because of
    after = start + 1 if opens else after_date(found, start, end, dates)
    return after if after > start + 1 else _past_place(found, start, end, after)


def _commas(found: Sequence[Word], start: int, end: int, dates: Sequence[Expression]) -> list[int]:
    """After the commas that may end an adverbial; not those of dates and of participles."""
    return [
        at + 1
        for at in range(start, end - 1)
        if found[at].text == ","
        and not (in_date(found[at], dates) or found[at + 1].text[:2] in ("19", "20"))
        and not (found[at + 1].low in forms().participle and found[at + 2].low in PREPOSITIONS)
        and found[at + 1].low != "having"
        and not (found[at + 1].text in PLACES and found[at + 2].text == ",")  # proposed for Boyle, Alberta, has been
    ]


def _is_open(found: Sequence[Word], start: int, end: int, dates: Sequence[Expression]) -> bool:
    """Whether one noun is all that is between a comma and the verb: a week after the sale, the firm | sued."""
    rest = [n for n in range(start, end) if not (is_adverb(found[n]) or in_date(found[n], dates))]
    is_list = any(found[n].low in ("and", "or") for n in rest)
    return bool(rest) and not is_list and found[rest[-1]].text != "," and found[rest[0]].low not in PREPOSITIONS


def _past_place(found: Sequence[Word], start: int, end: int, after: int) -> int:
    """Where a name begins after a phrase without a comma: In Germany Acme, At the request of the court Acme."""
    noun = next((n + 1 for n in range(end - 1, start - 1, -1) if found[n].low in PREPOSITIONS | STRONG), end)
    place = next((n for n in (noun + 1, noun + 2) if " ".join(word.text for word in found[noun:n]) in PLACES), 0)
    if place and place < end and found[place].is_name:
        return place
    names = [n for n in range(noun + 1, end) if found[n].is_name and found[n - 1].text.islower()]
    return names[0] if names and found[noun].text.islower() and found[end - 1].is_name else after


def _past_dates(found: Sequence[Word], first: int, verb: int, dates: Sequence[Expression]) -> int:
    """Where the subject begins after several dates: From 2015 to 2018 the; Twice in 2021, and again in May, the."""
    at = first
    while at < verb and (found[at].low in PREPOSITIONS | ADVERBS | _JOINTS | {","} or in_date(found[at], dates)):
        at += 1
    return at if first < at < verb and any(in_date(word, dates) for word in found[first:at]) else 0


def _past_joint(found: Sequence[Word], start: int, end: int, dates: Sequence[Expression]) -> int:
    """Where words begin that neither join a clause nor date it: ROME: And on Monday the firm."""
    colon = next((at for at in range(min(9, end - 1)) if found[at].text == ":"), 0) if start == 0 else 0
    opens = colon and (found[colon + 1].is_name or found[colon + 1].low in DETERMINERS)
    if opens and not in_date(found[colon - 1], dates):
        start = colon + 1  # Net Loss: Net loss was $4 million
    start += 2 * ([word.low for word in found[start : start + 2]] in _SO_FAR)
    while start < end and (
        found[start].low in _JOINTS
        or found[start].text in ",:—–-\"'"
        or (found[start].low in ("early", "late") and found[start + 1].low in PREPOSITIONS)  # Early on Monday a fire
    ):
        start += 1
    first = start
    while start < end and not re.search(r"-[a-z]", found[start].text):
        is_within = start > first and in_date(found[start - 1], dates) and found[start].text == ","
        is_of = first < start < end - 1 and found[start].low in ("'s", "’s")  # this year's results
        if not (in_date(found[start], dates) or is_within or is_of):
            break
        start += 1
    return first if start > first and found[start - 1].low in PREPOSITIONS else start  # two weeks after the fire


_SO_FAR = (["since", "then"], ["to", "date"], ["with", "that"], ["so", "far"])
_AFTER = ("after", "before", "since", "until", "following")
_PRONOUNS = word_set("he she they we it")
_JOINTS = word_set("and but or so yet also")
_SOME_OF = PARTLY | {"all", "worth", "namely"}
_NO_END = (ADVERBS | PREPOSITIONS | DETERMINERS) - {"this", "these", "those", "another", "both", "all"}


def _goes_on(found: Sequence[Word], comma: int, end: int) -> bool:
    """Whether a comma does not end the subject: names, addresses and diagnoses; the Dalton, Georgia, company."""
    if found[comma].text == "(":  # the 48 billion yen ($315 million) plant
        closed = next((at for at in range(comma, end) if found[at].text == ")"), end)
        return closed + 1 < end and not any(word.text in ",(" for word in found[closed + 1 : end])
    rest = found[comma:end]
    if len(rest) > 2 and rest[1].low.endswith("-based"):
        return True  # The Dalton, Georgia-based company
    commas = [at for at, word in enumerate(rest) if word.text == ","]
    if len(rest) < 4 or commas[:1] != [0] or is_adverb(rest[-1]) or rest[-1].text in ",)—–":
        return False
    if commas[1:] == [2] and rest[1].is_name:
        return all(word.text.islower() and word.low not in PREPOSITIONS for word in rest[3:])
    # The building, all steel and glass, closed; an order, worth $2 million and a year's work, was lost.
    is_noun = rest[1].low not in PREPOSITIONS | STRONG | _SOME_OF
    is_noun &= rest[2].low not in PREPOSITIONS and not (is_adverb(rest[1]) and rest[2].low in forms().participle)
    return is_noun and "and" in [word.low for word in rest[commas[-1] :]]
