"""Nouns of a clause: plural or not, at their second mention, counted, and the name next to them.

Owns: these forms. Does not: know what they stand for.
"""

from __future__ import annotations

import re
from itertools import pairwise

from timeline_cli.dates.in_text.english_words import MONTHS, NUMBERS
from timeline_cli.drafting.clause import Clause, noun_from
from timeline_cli.drafting.descriptions import COMPANY
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import DETERMINERS, NOT, PARTLY, PERCENT, PREPOSITIONS, RELATIVE, any_of, word_set
from timeline_cli.drafting.name_words import PLACES
from timeline_cli.drafting.sentences import words

_MANY = word_set("people police children men women")
_SEVERAL = word_set("some several many most both few all these those other two three four five")
_ENDS_SINGULAR = ("ss", "us", "is", "ics", "series", "'s", "’s", "news")


def is_plural(text: str) -> bool:
    """Whether a noun with what belongs to it is plural: by its last word before a preposition."""
    text = re.sub(r"^(?:[^:]*: )?(?:(?:about|around|over|under|nearly|almost|more than|up to)\s)?", "", text)
    text = re.sub(rf"^\S*\d\S*{PERCENT}? of ", "", text)  # 80% of the shares
    text = re.sub(r"(?<=[a-z]{3}s) (?:adopting|arriving|buying|living|seeking|using|waiting|working)\b.*", "", text)
    if text.startswith(("those ", "these ")) or _COUNTED_OFF.match(text):
        return True
    found = words(text)
    start, end = noun_from(found, 0, len(found))
    if start == end:
        return False
    if end < len(found) and found[end].low == "and" and found[0].low not in ("a", "the"):
        return True
    last, is_one = found[end - 1], found[0].low in ("a", "an", "each", "every", "one", "this")
    is_many = last.low in _MANY or (last.low[-1] == "s" and not last.low.endswith(_ENDS_SINGULAR))
    is_noun = last.text.islower() or end == 1 < len(found) or found[0].low in _SEVERAL  # some CEOs, not Acme Motors
    return not is_one and is_noun and is_many


_COUNTED_OFF = re.compile(
    r"(?i:(?:all )?(?:the )?)(?:(?!1 )\d[\d,]*|"
    rf"(?i:{any_of(NUMBERS.keys() - DETERMINERS - {'zero', 'one'})}|(?:a )?dozen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?))"
    r"(?: (?:more )?(?:[a-z]+s|staff|people|aircraft|crew)\b| of (?:the|its|their|them)\b|$)"
)


def nouns_after(clause: Clause) -> list[str]:
    """The nouns after the verb of a clause, without places and times."""
    found, at, nouns = clause.words, clause.group.last, []
    while at < clause.last:
        start, end = noun_from(found, at, clause.last)
        if some := _some_of(clause, start, end):
            nouns.append(some[0])
            at = some[1] + 1
            continue
        start += start < end and found[start - 1].low == "to" and found[start].low in forms().base  # to buy | the mill
        if start < end and not found[start].is_name and found[start].text[0] not in "0123456789$€£¥":
            is_gerund = found[start].low.endswith("ing") and start + 1 < end and found[start + 1].low in NUMBERS
            nouns.append(clause.part((start + is_gerund, end)))
        at = end + 1
    return nouns


def _some_of(clause: Clause, start: int, end: int) -> tuple[str, int] | None:
    """Six of its older jets, as six older jets, and where that ends."""
    found = clause.words
    is_some = end - start == 1 and end + 2 < clause.last and [found[end].low, found[end + 1].low] in _OF_OURS
    if not (is_some and re.fullmatch(NUMBER, found[start].low)):
        return None
    first, last = noun_from(found, end + 1, clause.last)
    return f"{found[start].text} {clause.part((first + 1, last))}", last


_OF_OURS = (["of", "its"], ["of", "their"], ["of", "the"])


def the(text: str) -> str:
    """A thing at its second mention: the strike."""
    first = text.partition(" ")[0].lower()
    is_some = first in NUMBERS.keys() - DETERMINERS and not text.startswith("One ")
    if is_some or (first.isdigit() and not re.fullmatch(r"(?:19|20)\d\d", first)):
        return f"the {text[:1].lower()}{text[1:]}"
    return re.sub(r"^(?:a|an|some|the)\s", "the ", text, flags=re.IGNORECASE)


_HAPPENING = re.compile(
    r"[Tt]he (strike|walkout|stoppage|injunction|fire|blaze|explosion|blast|crash|accident|spill|leak|outage|hack|"
    r"breach|attack|raid|protest|lawsuit|suit|complaint|petition|auction|tender|ballot|vote)"
)


def an_act(text: str, before: str) -> str:
    """What happened, at a mention that does not say which one: the walkout → a walkout; any other text as it is.

    Not what the sentence `before` has just told of.
    """
    act = _HAPPENING.fullmatch(text)
    act = act if act is None or not re.search(rf"\ban? (?:[\w-]+ ){{0,3}}{act[1]}\b", before) else None
    return f"{'An' if act[1][0] in 'aeiou' else 'A'} {act[1]}" if act is not None else text


def apposed(clause: Clause) -> str:
    """The name between commas before the verb: its technology chief, Ada Byron, left."""
    found, end = clause.words, clause.subject[1]
    last = next((at for at in range(end + 1, clause.group.first) if found[at].text == ","), end)
    start = next((at for at in range(end, clause.subject[0], -1) if not found[at - 1].is_name), end)
    if start < end and found[start - 1].low in ("in", "at", "near", "of", "outside"):
        return ""  # a court in Baton Rouge, Louisiana, dismissed it
    if not (clause.subject[0] < end < last and found[end].text == "," and found[last].text == ","):
        return ""
    if found[end + 1].low in ("the", "a", "an") and found[last - 1].is_name:  # its owner, the trading house Acme, left
        begin = next((at for at in range(last, end, -1) if not found[at - 1].is_name), end)
        kind = found[begin - 1].low
        is_kind = COMPANY.fullmatch(kind) is not None or kind in ("house", "banker", "engineer", "lawyer")
        is_open = any(word.low in PREPOSITIONS or word.text in "'’" for word in found[end + 1 : begin])
        return clause.part((begin, last)) if is_kind and begin - end > 2 and not is_open else ""
    head, first = found[noun_from(found, clause.subject[0], end)[1] - 1], found[end + 1]
    is_name = (
        not first.text[0].isdigit()  # 35 kilometres west of Rome
        and first.low
        not in NOT | NUMBERS.keys() | DETERMINERS | PREPOSITIONS | RELATIVE | PARTLY | {"among", "including"}
        and not (first.low.endswith("ed") or first.low in forms().participle)
        and not any(word.text in forms().past or word.text == "says" for word in found[end + 1 : last])
        and found[last - 1].is_name
        and found[last - 1].low not in MONTHS  # insolvent since February
        and not any(one.low == "'s" and other.text.islower() for one, other in pairwise(found[end + 1 : last]))
        and last - end < 7
    )
    is_described = not (head.is_name and found[end - 1].is_name) or head.low in ("one", "ceo", "cfo", "coo")
    named = clause.part((end + 1, last))
    return named if is_name and is_described and named not in PLACES else ""


NUMBER = rf"(?:\d[\d,.]*(?![,.]?\d)|{'|'.join(sorted(NUMBERS.keys() - DETERMINERS - {'one'}))})"
_COUNTED = re.compile(
    rf"(?<![$€£.,\d])\b{NUMBER}(?: million)? (?:[\w.-]+ ){{0,2}}?"
    r"(?!(?:years|months|weeks|days|decades|hours|points|cents|times|euros|pounds|dollars|percent)\b)"
    r"([a-z]{3,}(?<!ou)(?<!les)(?<!s)s|[A-Z][\w-]*(?: \d[\w-]*)?s)\b"
)
SOME = rf"(?:(?:another|a further) {NUMBER}(?: more)?|{NUMBER} (?:more|others)|(?:\w+|the \w+) of (?:them|these|those))"
_ONE = re.compile(rf"{SOME}|{NUMBER}|the (?:first|second|third|fourth|last|other)(?P<many> {NUMBER})?", re.IGNORECASE)


def of_counted(text: str, before: str) -> str:
    """With the noun that was counted before: after four stores, another 20 → another 20 stores; empty if none."""
    some, nouns = _ONE.fullmatch(text), _COUNTED.findall(before)
    if some is None or not nouns:
        return ""
    head = re.sub(r" (?:of (?:them|these|those)|others)$", "", text)
    is_of = text.endswith(("them", "these", "those")) or (text[:4].lower() == "the " and not some["many"])
    return f"{head} of the {nouns[-1]}" if is_of else f"{head} {nouns[-1]}"


THE = "[Tt]h(?:e|at|is|ose|ese)"
