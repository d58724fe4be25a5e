"""The title of a drafted event: the words of its clause in their order, without who said it and relative dates.

Owns: that text. Does not: add words, other than the name that a pronoun stands for.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.inflection import forms, past_of
from timeline_cli.drafting.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS, STRONG, word_set
from timeline_cli.drafting.nouns import is_plural
from timeline_cli.text import clean

MAX_TITLE = 100  # characters
_RELATIVE = re.compile(
    r"\b(?:ago|last|next|this|today|yesterday|tomorrow|tonight|now|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|week|recently|earlier|before|that)\b",
    re.IGNORECASE,
)


def title(clause: Clause, subject: str, dates: list[Expression], known: list[tuple[str, str]], end: int) -> str:
    """The title of a clause whose subject is `subject`, up to character `end`, with dates placed in the sentence.

    `known` are words after the verb that stand for something, and what that is.
    """
    verb = clause.group.first - (clause.words[clause.group.first - 1].low in ("nearly", "almost"))
    start, text = clause.words[verb].begin, clause.sentence.text
    verb_end = len(clause.part((verb, clause.group.last)))
    body = _without_dates(text, start, end, dates, verb_end)
    is_object = clause.is_relative and clause.subject[0] < clause.subject[1] and clause.object[0] >= clause.object[1]
    if is_object:  # a buyback that Acme launched in March
        last = clause.group.last
        is_stranded = (
            last < clause.last
            and clause.words[last].low in PREPOSITIONS
            and (last + 1 == clause.last or clause.words[last + 1].low in PREPOSITIONS)
        )  # a request that the court will rule on in May
        verb = clause.words[last - 1 + is_stranded].end - start
        body = f"{body[:verb]} {clause.part(clause.antecedent)}{body[verb:]}"
    for word, name in known:
        body = re.sub(rf"\b{word}\b", name.replace("\\", r"\\"), body, count=1)
    body = body.partition(";")[0]
    if clause.group.verb == "be" and len(body.strip()) <= verb_end:
        body = text[start:end]  # The meeting is on May 2
    first, _, rest = body.partition(" ")
    if first.lower() in forms().ing and clause.group.tense != "progressive":
        body = f"{past_of(clause.group.verb)} {rest}"
    if clause.describes:
        be = ("are" if is_plural(subject) else "is") if clause.group.tense == "future" else ""
        be = be or ("were" if is_plural(subject) else "was")
        body, verb_end = f"{be} {body[:1].lower()}{body[1:]}", verb_end + len(be) + 1
    elif clause.group.tense == "future" and first == clause.group.verb:  # will hold 51 percent and invest more
        modal = clause.group.modal or "to"
        body, verb_end = f"{modal} {body}", verb_end + len(modal) + 1
    body = _ended(_without_tail(_tidy(body)), verb_end)
    words = re.sub(r"^(?:also|then|now|and|but)\s+", "", _tidy(subject))
    if len(_short(f"{words} {body}", _SPLITS[:4])) > MAX_TITLE:
        words = _DESCRIBED.sub("", words)
    made = _ended(_short(f"{words} {body}", (*_SPLITS, r"\s")), len(words) + 1 + verb_end)
    return clean(_closed(made[:1].upper() + made[1:]))


# Words before a name that say what it is: Danish toymaker Acme.
_DESCRIBED = re.compile(
    r"^(?:(?!(?:of|in|at|and|for|by|from|with|to|the|between)\s)\S+\s)*?"
    r"(?!(?:of|in|at|and|for|by|from|with|to|the)\s)[a-z][\w-]+\s(?=[A-Z])"
)
_BEFORE = re.compile(
    r"(?:,?\s*\b(?:on|in|at|by|since|during|of|for|from|until|late|early|earlier|later|over|as early as|as soon as|"
    r"no later than|as of|the|through|to|between|before|after|at least|starting|beginning|effective|around|about|"
    r"sometime|some time|only|just|ahead of|that)\b)*\s*,?\s*$",
    re.IGNORECASE,
)
# Of take over on October 1, which belongs to the verb.
_PARTICLE = re.compile(
    r"\s(?:over|on|in|off|out|up|down|back)(?=\s(?:on|in|at|by|from|since|until|through|that|last)\b)"
)
_LATER = re.compile(r"\b(?:later|earlier|before|ago)$")
# A comparison with an earlier time, of which the title keeps nothing.
_COMPARISON = re.compile(
    r",?\s*(?:compared (?:with|to)|versus|against|(?:(?:(?<=, )(?:up|down)|\S+ \S+ (?:more|fewer|less|higher|lower|"
    r"better|worse))\s)(?:\S+\s){0,4}?(?:from|than)|than|from(?=\s+(?:the\s+same\s|a\s+year|last|\S*\d)))\s+"
    r"(?:\S+\s){0,5}$"
)


def _without_dates(text: str, begin: int, end: int, dates: list[Expression], verb_end: int) -> str:
    """The text from `begin` to `end` without relative dates and the prepositions before them; absolute ones stay."""
    pieces, position = [], begin
    for each in dates:
        if each.begin < position or each.end > end:
            continue
        is_relative = (
            each.anchored
            or _LATER.search(each.text)
            or (each.type in ("DATE", "TIME") and (_RELATIVE.search(each.text) or not re.search(r"\d{4}", each.text)))
        )
        after = r"['’]s|-" if "-" not in each.text else r"\s[a-z]"
        # Of July-September, both.
        is_period = (
            text[each.begin - 1 : each.begin] == "-" or re.match(after, text[each.end : each.end + 2]) is not None
        )
        if not is_relative or (is_period and not _RELATIVE.search(each.text)):
            continue
        kept = text[position : each.begin]
        compared = _COMPARISON.search(kept) if re.search(r"\b(?:earlier|ago|before|last|same)\b", each.text) else None
        cut = compared or _BEFORE.search(kept)
        particle = _PARTICLE.match(kept + each.text, verb_end) if position == begin and cut is not None else None
        start = max(cut.start(), particle.end() if particle is not None else 0) if cut is not None else len(kept)
        kept = kept[:start] if not is_period else kept
        pieces.append(kept)
        position = each.end + (2 if text[each.end : each.end + 2] in ("'s", "’s") else 0)
    pieces.append(text[position:end])
    return re.sub(r",?\s*\bamong (?:others|other things)\b,?", "", " ".join(piece.strip() for piece in pieces))


def _tidy(text: str) -> str:
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"(?:,\s*){2,}", ", ", text)
    return text.strip(" ,;:.—–-")


_TRAILING = re.compile(
    r",?\s+(?:according to|citing|said|amid|as part of|in (?:a|an) (?:regulatory )?(?:filing|statement|interview|"
    r"bid|effort|move)|as (?:it|they|the company|he|she)\b|joining|fueling|fuelling|adding that|after|because|while|"
    r"which|in order to|in what|a move|a step)\b.*$",
    re.DOTALL,
)


def _without_tail(text: str) -> str:
    """Without what only gives a source or a reason, if enough is left."""
    found = _TRAILING.search(text)
    return text[: found.start()] if found is not None and found.start() > 25 else text


_UNFINISHED = PREPOSITIONS | DETERMINERS | STRONG | word_set("and or but to least most just only both including")
_PARTICLES = word_set("down up off over out in on back away through together apart ahead")


def _ended(text: str, verb_end: int) -> str:
    """Without words at the end that begin something; down in stepped down, right after the verb, is none."""
    while True:
        head, _, last = text.rpartition(" ")
        if last not in _UNFINISHED | ADVERBS - _PARTICLES or not head:
            return text
        if last.lower() in _PARTICLES and (len(head) <= verb_end or last.lower() not in ("in", "on", "through")):
            return text
        text = _tidy(head)


_SPLITS = (
    r"\s+[—–]\s",
    r",\s+(?:which|who|with|including|as|while|joining|making|citing|according)\b",
    r"\s+(?:amid|as part of|because|due to|despite|following|after|in order to|with the aim)\b",
    r",\s",
    r"\s+(?:in|at|for|with|by|on|from|under|into|over|against|and|to(?!\s\S*\d))\s",
    r"\s+(?:of|that|[a-z]+ing)\s",
)


# What a cut leaves of a phrase: with loans, and the original developer.
_BEGUN = re.compile(r"(?<=.{30}),?\s(?:with|by|as|and)(?:\s(?:the|a|an|its))?(?:\s[a-z][\w-]*){1,2}$")


def _short(text: str, splits: tuple[str, ...]) -> str:
    """At most 100 characters if a part of the clause ends there."""
    for pattern in splits:
        cuts = [match.start() for match in re.finditer(pattern, text) if 30 <= match.start() <= MAX_TITLE]
        if len(text) > MAX_TITLE and cuts:
            text = _BEGUN.sub("", text[: cuts[-1]])
    return _tidy(text)


def _closed(text: str) -> str:
    """Without a quotation mark or bracket whose other half was cut."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text
