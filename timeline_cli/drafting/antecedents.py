"""The noun that which, who or a participle describes.

Owns: where it begins and ends. Does not: know whether a clause describes one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import MONTHS
from timeline_cli.drafting.clause import Span, is_body
from timeline_cli.drafting.descriptions import COMPANY
from timeline_cli.drafting.group import TIMES
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS, STRONG, word_set
from timeline_cli.drafting.measures import acts
from timeline_cli.drafting.name_words import NO_COMPANY, PLACES
from timeline_cli.drafting.sentences import Word

_WHERE = word_set("in into at near of outside")


def antecedent(found: Sequence[Word], end: int, verbs: set[int]) -> Span:
    """The noun before which or who; back to its determiner, and past the place where it is."""
    relative = "be" if [word.low for word in found[end : end + 2]] == ["to", "be"] else found[end].low
    while end > 0 and found[end - 1].text in (",", '"'):
        end -= 1
    last = found[end - 1]
    if end > 2 and found[end - 2].text == "," and (last.text.isdigit() or last.low.replace(".", "") in _DEGREES):
        end -= 2  # Ada Byron, 61, who; Ada Byron, M.D., who
    if relative == "who":  # Ada Byron, a banker from Rome, who
        comma = next((at for at in range(end - 1, 0, -1) if found[at].text == "," or at in verbs), 0)
        if found[comma].text == "," and found[comma - 1].is_name and found[comma + 1].low in ("a", "an", "the"):
            end = comma
    start, end = _past_asides(found, end, relative, verbs)
    is_apposed = start > 1 and found[start - 1].text == "," and found[start - 2].is_name
    is_apposed = is_apposed and found[start - 2].low not in MONTHS  # In April, Acme's head, who
    is_who = relative == "who" or relative in forms().participle or COMPANY.fullmatch(found[end - 1].low) is not None
    if is_apposed and is_who and (found[start].low in ("a", "an", "the") or found[start + 1].low == "'s"):
        # Ada Byron, an engineer who joined in 2019
        is_firm, start, end = COMPANY.fullmatch(found[end - 1].low), noun_before(found, start - 1, verbs), start - 1
        if is_firm and found[start].is_name:
            return start, end  # the desk of Acme, the lender that she founded
    is_time = found[end - 1].low in TIMES
    if relative == "which" and start > 2 and is_time and found[start - 1].low == "for":
        start, end = noun_before(found, start - 1, verbs), start - 1  # the dividend for the past year, which
    start = _past_infinitive(found, start, relative, verbs)
    is_year = found[start].text.isdigit() and end - start == 1  # one from 1968 that
    is_origin = found[start - 1].low == "from" and (found[start].text in PLACES or is_year)
    if found[start - 1].low == "about" and relative in ("that", "which") and found[start].low not in DETERMINERS:
        start = noun_before(found, start - 1, verbs)  # a podcast about fraud that won a prize
    is_head = found[start - 2].low in _HEADS  # a former chief of Acme, who
    is_person = found[start].is_name and found[start - 2].text.islower() and not is_head  # the family of Ada Byron, who
    is_of = found[start - 1].low == "of" and not (is_person or found[start].low in DETERMINERS | {"at"})
    is_of |= found[start - 1].low == "of" and found[end - 1].low in _BRANCHES  # the head of its arm, who
    if start > 1 and ((relative == "who" and is_of) or (is_origin and relative in ("who", "which", "that"))):
        start = noun_before(found, start - 1, verbs)  # the head of production Ada Byron, who; a buyer from Rome, who
    start, end = _past_places(found, (start, end), relative, verbs)
    return _past_measure(found, start, relative, verbs), end


def _past_asides(found: Sequence[Word], end: int, relative: str, verbs: set[int]) -> Span:
    """The noun that ends there, or the one before its place or its name: a mill, in Rome, | which."""
    start = noun_before(found, end, verbs)
    if found[start].low in ("named", "called", "dubbed") and found[start - 1].text == "," and start > 2:
        start, end = noun_before(found, start - 1, verbs), start - 1  # the new company, named Acme, which
    comma = next((at for at in range(end - 1, max(end - 5, 0), -1) if found[at].text == ","), 0)
    if comma and relative == "which" and found[end].text == "," and found[comma + 1].low in forms().participle:
        start, end = noun_before(found, comma, verbs), comma  # a line, finished in May, which
    while start > 2 and found[start].is_name and found[start - 2].is_name and _is_of_name(found, start - 1):
        start = noun_before(found, start - 1, verbs)  # the Bank for Reconstruction and Development, which
    start += found[start].low == "did"  # as did Acme, which
    if (
        relative in ("whose", "which", "who") and found[start].low == "them" and found[start - 1].low == "of"
    ):  # 400 drivers, most of them young, whose
        comma = next((at for at in range(start, 0, -1) if found[at].text == ","), 0)
        start, end = (noun_before(found, comma, verbs), comma) if comma else (start, end)
    if relative == "which" and start > 2 and found[start - 1].low in _WHERE and found[start - 2].text == ",":
        is_noun = found[start].is_name and found[noun_before(found, start - 2, verbs)].low in DETERMINERS
        start, end = (noun_before(found, start - 2, verbs), start - 2) if is_noun else (start, end)  # a mill, in Rome,
    if relative not in ("who", "whose") and start > 1 and found[start - 1].text == "," and found[start].text in PLACES:
        start, end = noun_before(found, start - 1, verbs), start - 1  # Acme, India, which
        if found[start - 1].low == "of" and found[start - 2].is_name:
            start = noun_before(found, start - 1, verbs)  # Acme of Indore, India, which
    return start, end


def _past_places(found: Sequence[Word], noun: Span, relative: str, verbs: set[int]) -> Span:
    """Before where it is, and how much: a plant in Rome, a loan of $3 million."""
    start, end = noun
    stop = end
    while (
        (relative not in _AT_NOUN or (relative, found[start - 1].low) == ("with", "near"))
        and 1 < start < end
        and _is_place(found, start, stop)
    ):
        if start - 2 in verbs:
            end = start - 2  # a plan announced in May that
        stop = min(start - 1, end)
        start = noun_before(found, stop, verbs)
    return start, end


def _past_measure(found: Sequence[Word], start: int, relative: str, verbs: set[int]) -> int:
    """Before what a thing is of or for, and how much: a venture with Acme, a bid for Bolt, a dividend of $2 a share."""
    joint = next((at for at in range(start - 2, max(start - 8, 0), -1) if found[at].low in _JOINT), 0)
    if joint and found[start - 1].low == "with" and relative in _OF_JOINT:
        start = noun_before(found, joint + 1, verbs)  # a venture with Acme, in which it has a stake; signed in May
    asked = _ASKED.get(found[start - 1].low, frozenset())
    if relative == "be" or relative in forms().participle:  # not: exports to China, which banned the chips
        asked |= _DONE.get(found[start - 1].low, frozenset())
    if start > 2 and found[start - 2].low in asked:
        start = noun_before(found, start - 1, verbs)
    if start > 2 and found[start].low == "a" and found[start - 1].text[-1].isdigit() and relative != "who":
        start = noun_before(found, start, verbs)  # a dividend of $2 a share
    while start > 2 and relative != "who":
        ahead, is_amount = start - 1, re.search(r"\d", found[start].text) is not None
        while ahead > 1 and is_amount and found[ahead].low in _LIMITS:
            ahead -= 1
        if found[ahead].low != ("of" if is_amount else "per"):
            break
        start = noun_before(found, ahead, verbs)  # a dividend of up to 30 cents per share
    return start


def _past_infinitive(found: Sequence[Word], start: int, relative: str, verbs: set[int]) -> int:
    """Before a contract with Acme to power masts, signed in May; but: asked it to replace Ada Byron, who."""
    if relative == "who":
        return start + (found[start].low in forms().base and found[start - 1].low == "to")
    if relative == "that" and found[start - 1].low == "to" and found[start + 1].text[0] in "$€£123456789":
        return start + (found[start].low in forms().base)  # to repay $4 million that falls due in May
    while start and found[start].low in forms().base and found[start - 1].low in ("to", "and", "or"):
        start = noun_before(found, start - 1, verbs)
        start = noun_before(found, start - 1, verbs) if start and found[start - 1].low in PREPOSITIONS else start
    return start


def without_measure(found: Sequence[Word], noun: Span, verb: str) -> Span:
    """What a measure is of, if no measure does that: shares in Acme, founded in May; but sales of cars, which fell."""
    start, end = noun
    is_within = start + 2 < end and found[start + 1].low in ("of", "in", "at")
    return (start + 2, end) if is_within and not acts(found[start].low, verb) else noun


def _is_of_name(found: Sequence[Word], at: int) -> bool:
    """Whether and, for or of is within the name of a body."""
    if found[at].low == "and":
        return is_body(found, at)
    return found[at].low == "for" and found[at - 1].low in NO_COMPANY | {"bank", "fund", "centre", "center"}


_DEGREES = word_set("md phd mba cfa esq jr sr dvm rn")
_LIMITS = word_set("up to about around nearly almost over under more less than some at least roughly")
_JOINT = word_set("venture partnership consortium alliance agreement contract pact")
_OF_JOINT = word_set("in of signed concluded renewed")
_PARTS = word_set("north south east west outskirts centre center heart suburbs middle")
_AREAS = word_set("zone park district province region area suburb county estate")
# Before of and a name, a noun that is not what which stands for.
_HEADS = word_set("chief head director boss founder owner president chairman chairwoman manager editor executive")
_SPOKEN = word_set("executives officials managers representatives directors owners talk word news rumours rumors")
_BRANCHES = word_set("division unit arm department business operation operations branch office desk")
_AT_NOUN = word_set("who where with from to")


def _is_place(found: Sequence[Word], start: int, end: int) -> bool:
    """Whether a noun only says where or how much the one before it is: a plant in Rome, a loan of $3 million."""
    is_name = found[end - 1].is_name and found[start].low not in DETERMINERS
    is_area = found[end - 1].low in _AREAS and found[start - 1].low != "of"
    if found[start - 1].low == "of" and found[start - 2].low in _SPOKEN:
        return False  # met executives of Acme, which; talk of Acme, which
    is_name |= is_area and found[start].is_name  # a complex in Binh Duong province
    is_name |= found[start].low == "the" and (found[start + 1].low in _PARTS or is_area)
    return found[start - 1].low in _WHERE and (is_name or found[start].text[0] in "$€£¥123456789")


_ASKED = {
    "for": word_set("order orders contract bid offer request application tender line plant factory"),
    "in": word_set("stake holding"),
    "to": word_set("service services route routes flight flights ferry line link road railway connection"),
}
# a loan from Acme, to be drawn in May; exports to China, suspended in May
_DONE = {
    "from": word_set("loan loans order orders grant credit funding bid offer"),
    "to": word_set("exports shipments deliveries sales"),
}


_ENDS_NOUN = PREPOSITIONS | STRONG | {"and", "but", "or"}


def noun_before(found: Sequence[Word], end: int, verbs: set[int]) -> int:
    """The first word of the noun that ends there."""
    start = end
    while start > 0 and start - 1 not in verbs:
        word = found[start - 1]
        ahead = found[start - 2].low if start > 1 else ""
        is_range = word.low == "to" and ahead[:1].isdigit() and found[min(start, len(found) - 1)].text[0].isdigit()
        if word.low == "at" and found[start].low in ("least", "most"):
            start -= 1  # at least 17 buyers
            break
        if word.text in ',;:—–()"' or (word.low in _ENDS_NOUN and not is_range):
            break
        if word.low in forms().ing.keys() - {"managing"} and (
            (not ahead.isalpha() and ahead != "'s") or start - 2 in verbs or ahead in _ENDS_NOUN | ADVERBS
        ):
            break  # launching cars, not a licensing group
        start -= 1
        if word.low in DETERMINERS - {"own", "newly"}:
            break
    return start
