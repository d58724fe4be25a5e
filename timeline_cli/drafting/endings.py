"""What a title may not end with: what begins something, what a date left behind, a clause that lost its verb.

Owns: these words and how they are taken off. Does not: know how long a title may be.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.english_words import NUMBER
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    BE,
    DETERMINERS,
    MODALS,
    PARTLY,
    PERCENT,
    PREPOSITIONS,
    STRONG,
    word_set,
)


def tidy(text: str) -> str:
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"(?:,\s*){2,}", ", ", text).strip(" ,;:.—–-")
    text = re.sub(r"^([^,]*), (in (?:[A-Z]\w+ )?\d{4})$", r"\1 \2", text)  # bought it, in 2019
    text = re.sub(r"(\b[ap]\.m)$", r"\1.", text)
    return f"{text}." if re.search(r"\b[A-Z]\.[A-Z]$", text) else text


_UNFINISHED = word_set(
    "and or but to till rather least most just only both including shortly largely mainly partly solely owing"
)
_UNFINISHED |= PREPOSITIONS | DETERMINERS | STRONG
_PARTICLES = word_set("down up off over out in on back away through together apart ahead twice")
_ENDS_NOTHING = _UNFINISHED | PARTLY | (ADVERBS - _PARTICLES)
_AFTER_VERB = _PARTICLES | {"still", "first", "further", "again", "both", "itself"}
# What is left at the end where a date or a clause was: two years after, ending on May 3, with a report due in June, a
# deal signed last year, at 4 p.m. Eastern time.
_LEFT = re.compile(
    r"(?:\sat \d{1,2}(?:(?:[:.]\d\d)? ?[ap]\.?m\.?|:\d\d)|\sat the (?:latest|earliest)|\swith (?:immediate )?effect|"
    r"\s(?:in|over|for|during) the (?:\w+ )?(?:fiscal year|years?|months|weeks|quarter|period)(?: end(?:ed|ing))?|"
    r",\s(?:(?:barely|nearly|almost|about|(?:little )?(?:more|less) than) )?"
    r"(?:half|a (?:third|quarter|fifth))(?: an? \w+)?|,\s\d{1,3}(?:\.\d+)?|"
    r",\s(?:among|including|many of|most of|some of|the (?:first|last) of) them|"
    r"(?<! o[fn])\sthe year|,\s(?:payable|helped|hurt|driven)|"
    r"\s(?:for|over|during) the whole|\sas (?:early|late|soon)|\sin order|\sand, [^,]{,60} having(?: been)? \w+|"
    r"\sas well|\srather than(?: in time.*)?|,\s(?:well )?(?:short|ahead|above|below)|"
    r"\swith an? (?:term|tenor|maturity)|"
    r"\s(?:on(?: or about)?|until) \d{1,2}|"
    r"(?<=[a-z]s)\sto be [a-z]+ed|"
    r"\s(?:in|after|amid|following) an? (?:dispute|row) (?:over|about)|"
    rf"(?<!same)(?<!\bthe)(?<!in)(?<!\bof)(?<!for)(?<!over),?\s(?:an?|{NUMBER}) (?:day|week|month|year)s? "
    r"(?:after|before)|"
    r", with \S+ following.*|,\s(?:[a-z]+ing \w+ )?(?:(?:its|their|his|her|the|about|almost|nearly) )?"
    r"(?:\w{3,}est(?: pace| rate)?|"
    rf"(?:(?:more|less) than |(?:barely|nearly|about|almost) )?(?:twice|double|half|{NUMBER} times) "
    r"(?:the|that) (?:figure|amount|level|total|number|value)|"
    rf"(?:{NUMBER}) times|best|worst|most|least|first|last|twice|double|half)|"
    r"(?:\sa (?:day|week|month))?\s(?:after|before|by|without|while) [a-z]+ing|,\s[a-z]+ing(?: (?:it|them))?|"
    r",\sto be [a-z]+|,\s(?:days|weeks|months|years|hours)|,\swith \w+|"
    rf",\s(?:{NUMBER}) (?:dollars|euros|pounds|yen|cents|points)|\sover the question|"
    r",\s(?:\d\S*%\s)?(?:more|less|higher|lower)|"
    r"\s(?:at|to|into|in) (?:an?|the) (?:level|way|point|extent|stage|manner)|"
    rf",\s(?:\d\S*{PERCENT}|\w+ly (?:planned|scheduled|expected|due)|with .* (?:due|[a-z]+ing)|"
    rf"(?:a|{NUMBER}) (?:few )?(?:day|week|month|year|time)s?)|(?<!\bfall)(?<!\bfalls)(?<!\bfell)\sdue)$"
)


_WHOLE = re.compile(
    r".*(?:one another|\bbr[eo]a?ke?n? even|\b(?:go|stay) on|step further|not own|of (?:its|their|his|her) own|"
    r"\beach(?: other)?|"
    rf"\b(?:\d\S*|{NUMBER}) more)"  # boxes of nine each, will add four more
)


_UNTOLD = ("far", "then", "instead")  # nothing without what was said before


def ended(text: str, verb_end: int, last_words: str = "") -> str:
    """Without words at the end that begin something; down in stepped down, right after the verb, is none.

    Nor is one of the `last_words` of the sentence: to go without, put paid to that.
    """
    while True:
        text = _without_begun(text, verb_end)
        while left := _LEFT.search(text, verb_end):
            text = text[: left.start()].rstrip(",")
        head, _, last = text.rpartition(" ")
        if len(text) <= verb_end:
            return text
        if last_words and text.endswith(last_words) and last not in _UNTOLD:
            return text
        if last not in _ENDS_NOTHING or not head or _WHOLE.fullmatch(text):
            return text
        if last == "her" and (head.endswith("ing") or head.rpartition(" ")[2] in forms().past):
            return text  # has been courting her
        if last in (_AFTER_VERB if len(head) <= verb_end else _PARTICLES - {"in", "on"}):
            return text
        text = tidy(head)


_OPENS = re.compile(
    r",?\s(?:(?:in|of|on|for|with|to|from|by|at|under) )?"
    r"(?:(?P<links>which|whom?|that)\s(?=(?:an?|the|its?|they|their|he|she|[A-Z]\S*)\b)"
    r"|(?:while|where(?:as)?|whose|although|though|because|unless)\s(?!(?:of|\w+ing|in|on|at|still|not)\b))"
)


def _without_begun(text: str, verb_end: int) -> str:
    """Without a clause at the end that lost its verb, or all that its verb governs: while sales, whose grant came."""
    for each in list(_OPENS.finditer(text, verb_end + 1))[-1:]:
        found = text[each.end() :].lower().split(" ")
        verbs = [at for at, word in enumerate(found) if _is_finite(word, found[at - 1] if at else "while")]
        is_bare = verbs[-1:] == [len(found) - 1] and len(found) < verbs[0] + 4
        is_noun = verbs == [0] and each[0].strip(", ") == "whose"  # whose turned parts
        if not verbs or is_noun or (is_bare and not each["links"]):
            return text[: each.start()]
    return text


def _is_finite(word: str, before: str) -> bool:
    known, is_noun = forms(), before in DETERMINERS | PREPOSITIONS | STRONG
    if word in BE | MODALS | known.past.keys() | {"has", "have", "does"} or re.search(
        r"n['’]t|['’](?:re|ve|ll)$", word
    ):
        return True
    return word.endswith("ed") or (not is_noun and (word in known.third or word in known.base))
