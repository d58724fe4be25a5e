"""The date of a clause that has none, by its tense: [..P] in the past, [P..] in the future, /.. for what goes on.

Owns: that date; P is the day that it was said. Does not: look for dates in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.asides import fine, parsed
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ANNOUNCING,
    CALLS,
    COMMODITIES,
    INDEX_CODE,
    PERCENT,
    PLANNING,
    REPORTED,
    RUMOURED,
    any_of,
    word_set,
)
from timeline_cli.drafting.measures import is_measure
from timeline_cli.drafting.name_words import INDEXES
from timeline_cli.drafting.types import MOVES
from timeline_cli.drafting.undoing import undoes

OF_WHICH_DAY = "the text does not say of which day this is"
_TELLING = word_set("bring take reject dismiss reiterate reaffirm declare")


_ANNOUNCED = CALLS | word_set("stand step recall demand sue appeal shut close cut lay axe scrap withdraw suspend")


_SUMMED = re.compile(
    r"\b(?:so far(?! this)|in total|altogether|cumulatively)\b|^(?:to date\b|combined,)|\bto date(?=[.,;]|$)",
    re.IGNORECASE,
)


_TOTAL = re.compile(r"(?:the|its) (?:\S+ )?total\b.* to \S?\d")  # brings the total raised to $52 million
_HEDGED = re.compile(f"{RUMOURED}|{REPORTED}", re.IGNORECASE)
_LASTING = re.compile(r"\bfor (?:\S+ )?(?:years|decades|months|weeks)\b")


def told(clause: Clause, dates: Sequence[Expression], published: date) -> str:
    """When it was said, if the text writes that, else the day of publication."""
    saying = (clause.said.begin, clause.said.end) if clause.said is not None else (0, 0)
    said = next((each for each in dates if saying[0] <= each.begin < saying[1] and each.date), None)
    told = parsed(said.point or "") if said is not None and fine(said) <= 4 else None
    return told.text if told is not None and told.bounds.end < published.toordinal() else published.isoformat()


def undated(clause: Clause, day: str, periods: list[Expression]) -> When:
    """[..P] in the past, [P..] in the future, /.. for what goes on, /P for a sum so far; P is the `day` it was said."""
    tense, verb = clause.group.tense, clause.group.verb
    if tense == "future" and not (clause.negated and undoes(clause) == "cancelled"):
        return When(f"[{day}..]", False)
    is_announced = verb in _ANNOUNCED and clause.words[clause.group.last - 1].low in forms().ing  # was recalling
    if is_announced or trades(clause) or (tense == "progressive" and _HEDGED.search(clause.subject_text)):
        return When(day, False)
    if is_quoted(clause):
        return When(day, False, OF_WHICH_DAY)
    goes_on = tense == "progressive" or (tense == "present" and verb not in ANNOUNCING | _TELLING)
    if goes_on or (tense == "perfect" and verb not in ANNOUNCING | PLANNING and _LASTING.search(clause.after_verb)):
        return When("/..", False, "the text does not say since when", lasts=True)
    is_total = verb in ("bring", "take") and _TOTAL.match(clause.after_verb)
    if is_total or (tense == "perfect" and _SUMMED.search(clause.text)):
        return When(f"/{day}", False, lasts=True)
    return When(f"[..{day}]", False, None, periods[0] if periods else None)


_SHARES = re.compile(r"(?:.*\b)?(?:(?<!market )shares?|stock)(?: (?:in|of) [A-Z].*)?", re.IGNORECASE)


_INDEX = re.compile(
    r"\b(?:(?:[Aa]ll-[Ss]hare|[Cc]omposite|[Ss]tock|[Ss]hare|[Bb]enchmark|[A-Z]{3,} \d+|materials|banks?|miners) "
    r"[Ii]ndex|"
    rf"KOSPI|FTSE|DAX|CAC|{any_of(INDEXES)})(?: \d+)?$"
)
_CODE = re.compile(rf"(?:[Tt]he )?(?:[a-z-]+ )?{INDEX_CODE}")
# lost 2.3% to 27.15 shillings
_QUOTED = re.compile(
    rf"(?:by )?\d[\d.]*{PERCENT},? to [A-Z]{{,3}}[$€£¥₹₦]?\d[\d,]*\.\d\d?"
    r"(?: (?!million|billion)[a-z]+)?(?: (?:an?|per) (?:lb|pound|ounce|ton|tonne|barrel|bushel))?$"
)
# weakened 0.3% against the dollar
_AGAINST = re.compile(rf"\d[\d.]*{PERCENT} (?:against|versus) the \w+$")
_COMMODITY = re.compile(
    rf"(?:[A-Z][\w-]+ )?(?:[a-z-]+ )?(?:{COMMODITIES}(?: (?:futures|contracts?))?|futures)(?: (?:on|in) the [\w ]+)?",
    re.IGNORECASE,
)


_AT = re.compile(r"at [A-Z]{0,3}[$€£¥₹₦]?\d")
_PRICED = re.compile(rf".*(?:\d(?:{PERCENT}|p\b| won\b)|[$€£¥]\d)")


_SESSION = re.compile(r"\b(?:trad(?:e|ing)|session|afternoon|morning|midday|lunch|GMT)\b|\bthe day\b")


_MOVED = re.compile(
    rf"(?:(?:down|up|higher|lower|by|as much as|about|nearly) )*\d[\d.]*{PERCENT}"
    r"(?: (?:higher|lower|firmer|weaker))?"
    r"(?=$|,| (?:to|in|on|at|after|as|by|a day|ahead|with|against|versus|amid|following|having|early)\b)"
)
_SENT = re.compile(r"(?:\S+ ){1,3}?(?:shares|stock)\b.*\d")


def trades(clause: Clause) -> bool:
    """Whether it says how shares moved in the trade of the day of the news."""
    text, group = clause.after_verb, clause.group
    if not _is_told(clause) or clause.opens:
        return False
    if group.verb in ("send", "leave"):
        return _SENT.match(text) is not None
    moved = _SHARES.fullmatch(clause.subject_text) is not None and _PRICED.match(text) is not None
    return moved and _SESSION.search(text) is not None


def has_moved(clause: Clause) -> bool:
    """Whether it says by how much the price of its subject rose or fell: shed 2%, closed down 3%."""
    return clause.group.verb in MOVES and _MOVED.match(clause.after_verb) is not None and _is_told(clause)


def _is_told(clause: Clause) -> bool:
    """Whether it is of the day of the news rather than of one before that."""
    group = clause.group
    return group.tense == "past" and not group.passive and clause.words[group.first].low != "had"


def is_quoted(clause: Clause) -> bool:
    """Whether it says where an index or a share stood: lost 2.3% to 27.15 shillings; of the day, most likely."""
    text, subject = clause.after_verb, clause.subject_text
    if not _is_told(clause):
        return False
    is_index = (_INDEX.search(subject) or _CODE.fullmatch(subject)) is not None and _PRICED.match(text) is not None
    is_moved = re.match(r"(?:(?:down|up|lower|higher|by) )?\d|(?:(?:flat|unchanged|steady) )?at ", text) is not None
    is_index |= is_moved and _COMMODITY.fullmatch(subject) is not None
    is_share = _SHARES.fullmatch(subject) is not None and (has_moved(clause) or _AT.match(text) is not None)
    is_index |= is_share or _AGAINST.match(text) is not None
    return is_index or (_QUOTED.match(text) is not None and not is_measure(subject))
