"""How sure a clause is and how far its event has come: certainty, status, type, opinion.

Owns: what hedges, tense and verbs say about that. Does not: look at dates in words.
"""

from __future__ import annotations

import re

from timeline_cli.drafting import lexicon
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.measures import is_measure
from timeline_cli.drafting.type_nouns import TYPE_NOUNS
from timeline_cli.drafting.types import MOVES, OF_MEASURES, TYPES
from timeline_cli.drafting.undoing import is_new_day, undoes

_RUMOURED, _REPORTED, _TENTATIVE, _OPINION = (
    re.compile(words, re.IGNORECASE)
    for words in (lexicon.RUMOURED, lexicon.REPORTED, lexicon.TENTATIVE, lexicon.OPINION)
)
_SPECULATION = re.compile(  # is mounting that he will resign; is rumoured to have resigned
    r"\b(?:speculation|rumou?rs?|gossip|talk|whispered)\b[^.;,]{0,40}\bthat\s$|\brumou?red\s$", re.IGNORECASE
)
_HEARD = re.compile(r"\b(?:reported|alleged|said|believed|understood|thought|reckoned)\s$")  # to have resigned
_BY_SOURCE = re.compile(
    r"^,?\s*(?:according to|citing)\b.*(?:sources?|people|reports?|person|newspaper)", re.IGNORECASE
)
_SOURCE = re.compile(r"\b(?:sources?|people familiar|media|newspaper|person)\b", re.IGNORECASE)


def certainty(clause: Clause) -> str | None:
    """rumoured or reported by the hedges of the clause and of who says so; None if nothing is hedged."""
    text = clause.text
    said = f"{clause.said.text}" if clause.said is not None else ""
    tail = clause.sentence.text[clause.end :]
    if clause.group.verb in ("deny", "dismiss", "reject"):
        return None
    if _RUMOURED.search(text) or _RUMOURED.search(said):
        return "rumoured"
    if not clause.is_relative and _SPECULATION.search(clause.sentence.text[: clause.begin]):
        return "rumoured"
    is_heard = text.startswith("to have ") and _HEARD.search(clause.sentence.text[: clause.begin]) is not None
    source = (
        is_heard
        or _REPORTED.search(f"{said} {text}")
        or _BY_SOURCE.search(tail)
        or _SOURCE.search(said)
        or (clause.said is not None and clause.opens == "that" and _passes_on(clause.said))
    )
    if source:
        return "rumoured" if clause.group.modal in ("may", "might", "could") else "reported"
    return None


def _passes_on(said: Clause) -> bool:
    """Whether it reports what others do: a paper reported that; not Acme is pleased to report that."""
    is_own = any(word.low in lexicon.GLAD for word in said.words[said.group.first : said.group.last])
    return said.group.verb == "report" and not is_own


def status(clause: Clause, at: When, sure: str | None) -> str | None:
    """scheduled, tentative, postponed, cancelled or ongoing where the tense says so; None follows from the date."""
    group, text = clause.group, clause.text
    undone = undoes(clause)
    if undone and at.used is not None and is_new_day(clause, at.used):
        return "scheduled" if at.is_ahead else None
    if undone == "cancelled" and (group.looks == "past" or clause.negated):
        return undone
    if undone == "postponed":
        return undone
    if (
        group.modal in ("may", "might", "could")
        or (group.tense in ("progressive", "present") and _TENTATIVE.search(text))
        or (group.modal == "would" and group.verb in ("consider", "explore"))
        or sure == "rumoured"
    ):
        return "tentative"
    if group.tense == "future" or (group.tense == "present" and at.explicit and at.is_ahead):
        return "scheduled"
    if at.date.endswith("/..") or at.date == "/..":
        return "ongoing"
    return None


def type_of(clause: Clause, headline: str, is_person: bool) -> str | None:
    """The first row of the table that fits the verb, and the words of the title or a person as the subject."""
    verb = clause.group.verb
    forms = {verb, verb.removesuffix("ed"), verb.removesuffix("d"), verb.removesuffix("ing")}
    decided = re.match(r"(?:\S+ ){0,3}?to (\w+)", clause.after_verb) if verb in _DECIDING else None
    forms |= {decided[1]} if decided is not None else set()
    measured = is_measure(clause.subject_text) and verb not in ("begin", "start", "commence", "resume")
    for kind, verbs, words in TYPES:
        if measured and kind not in OF_MEASURES:
            continue
        if (not verbs or verbs & forms) and (is_person if words is None else words.search(headline)):
            is_told = verb in lexicon.PUBLISHING | {"announce", "pay", "book"}
            is_forecast = kind == "earnings" and clause.group.tense == "future" and not is_told
            return "guidance" if is_forecast and _AMOUNT.search(headline) else kind or None
    return None


def type_by_nouns(clause: Clause, headline: str) -> str | None:
    """The type of an event whose verb has none, by what its title speaks of."""
    verb = clause.group.verb
    rows = (kind for kind, verbs, words in TYPE_NOUNS if (not verbs or verb in verbs) and words.search(headline))
    return next(rows, None)


def type_of_words(text: str) -> str | None:
    """The type of what is published or held, without a verb: Annual Report 2026."""
    rows = (
        kind
        for kind, verbs, words in TYPES
        if (not verbs or verbs & _HELD) and words is not None and words.pattern and words.search(text)
    )
    return next(rows, "") or None


_HELD = lexicon.word_set("hold publish")
_AMOUNT = re.compile(rf"[$€£¥₹₩]|\d(?:{lexicon.PERCENT}|[bm]n\b| [bmtr]+illion)")
_DECIDING = ("decide", "offer", "agree", "promise", "vow", "try", "resolve")
_THINKING = lexicon.word_set("believe think feel hope guess reckon argue")
# What even analysts and investors do.
_ACTING = lexicon.word_set(
    "cut raise lower upgrade downgrade halve trim slash lift double meet sue vote approve buy sell reject back oust "
    "elect demand pour inject invest commit"
)
_BY_ANALYST = re.compile(r"(?<!told )(?<!with )(?<!to )\banalysts?\b", re.IGNORECASE)
_AFTER = re.compile(r"^,?\"?\s*(?:according to|says?|said)\b[^.]{0,40}\b(?:analysts?|economists?)\b", re.IGNORECASE)


_MARKET = re.compile(r"(?:the )?markets?", re.IGNORECASE)
_FORESEEING = lexicon.word_set("see expect forecast predict")
_BETTING = lexicon.word_set("bet expect price hope await")  # had bet on a small draw
_SOURCES = re.compile(r"(?:two|three|four|five) traders\b")  # who know it
_VIEW = re.compile(
    r"\b[Ii]n (?:the (?:view|opinion|eyes) of(?! the (?:court|judge|tribunal|regulator))|"
    r"(?:his|her|their|our|my) (?:view|opinion))\b"
)
_DEALERS = re.compile(r"(?:traders|dealers|brokers)\b", re.IGNORECASE)  # who know what is paid
# A verdict in the trial of three traders is no opinion, most of the traders have one.
_HEAD = re.compile(r"(?<!ost)(?<!ome)(?<!any)(?<!alf)(?<!\ball)(?<!ity)(?<!sus) (?:of|in|by|for|against|among) ")


def is_opinion(clause: Clause) -> bool:
    """Whether somebody thinks it rather than reports it: an analyst, or what is seen as something."""
    said = clause.said
    begin, verb = clause.begin, clause.words[clause.group.first].begin
    told_of = clause.sentence.text[clause.words[clause.antecedent[1]].begin : begin] if clause.is_relative else ""
    if clause.group.verb in _FORESEEING and _OPINION.search(told_of):
        return True  # Ada Byron, a strategist at Acme, who sees prices at $9
    if _VIEW.search(clause.sentence.text[begin:verb]):
        return True
    thinks = said is not None and said.group.verb in _THINKING and not said.group.passive  # is believed to have left
    thinks = thinks and clause.words[clause.first - 1].text != ":"  # argues that it has no choice: it lost $4 million
    teller = said.subject_text if said is not None and not said.group.passive else ""
    is_price = _DEALERS.match(teller) is not None and clause.group.tense in ("past", "perfect")
    is_price = is_price and clause.group.verb in MOVES | {"double", "triple", "halve"}
    bets = clause.group.verb in _BETTING and _MARKET.fullmatch(clause.subject_text) is not None
    if thinks or bets or (_OPINION.search(teller) and not (is_price or _SOURCES.match(teller))):
        return True
    is_paid = clause.group.verb == "put" and " into " in clause.after_verb  # put $4m into it
    is_act = clause.group.verb in _ACTING or is_paid
    if _OPINION.search(_HEAD.split(clause.subject_text)[0]) and not is_act:
        return True
    by = said.text if said is not None else ""
    return (_AFTER.search(clause.sentence.text[clause.end :]) or _BY_ANALYST.search(by)) is not None
