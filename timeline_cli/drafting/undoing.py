"""What becomes of plans: cancelled, postponed, moved to another day.

Owns: these verbs, and which day is the new one. Does not: decide the status of what is not undone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import MONTH
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.lexicon import word_set
from timeline_cli.drafting.measures import is_measure

_POSTPONING = word_set("postpone delay defer reschedule slip")
MOVING = _POSTPONING | word_set("adjourn move shift shifted push pushed put bring")
_CANCELLING = word_set("cancel scrap abandon shelve terminate")
# With another verb these say it too: put off, called off, withdrew its bid.
_WORDS = {
    "put": r"(?:.*\s)?(?:off|back)\b", "push": r"(?:.*\s)?(?:off|back)\b", "pushed": r"(?:.*\s)?(?:off|back)\b",
    "bring": r"(?:.*\s)?forward\b", "fall": r"(?:through|apart)\b(?!\s(?:an?|the|its)\s)",
    "slip": rf"(?:from \S+ )?(?:in)?to (?:early |late |mid-|the )?(?:(?:{MONTH})\b|(?:19|20)\d\d\b|"
    r"(?:spring|summer|autumn|winter)\b|(?:next|first|second|third|fourth) (?:year|half|quarter|month))",
    "call": r"off\b", "come": r"to (?:nothing|naught|nought)\b",
    "walk": r"away from (?:an?|the|its) (?:[^,;]* )?(?:deal|merger|takeover|talks|bid|sale|venture|plan|project)\b",
    "pull": r"out of (?:an?|the|its) (?:[^,;]* )?(?:deal|merger|talks|bid|sale|venture|scheme|tender)\b",
    "decide": r"to (?:cancel|scrap|abandon|call off)\b",
    "withdraw": r"(?:\S+\s){0,4}(?:bids?|offers?|plans?|proposals?|applications?|guidance|forecast)\b",
}  # fmt: skip
_PLANNED = word_set("plan schedule set expect pencil")
_LEGAL = re.compile(r"\b(?:case|claim|appeal|company|we|it|they)$", re.IGNORECASE)
_FURTHER = re.compile(r"further|again|at all|after all")
_RESUMING = word_set("pursue resume continue reopen complete")
_LEVY = re.compile(r"\b(?:lev(?:y|ies)|tax(?:es)?|tariffs?|dut(?:y|ies)|rules?|bans?|fees?|limits?|caps?)$")
_OF_PLAN = re.compile(
    r"\b(?:plans?|bid|offer|proposal|application|tender|merger|takeover|buyout|listing|sale|deal|talks|venture|alliance|tie-up|"
    r"rescue|planned|project|flotation|IPO)\b",
    re.IGNORECASE,
)


def undoes(clause: Clause) -> str | None:
    """cancelled, postponed or moved, if the verb says that of something planned."""
    verb = clause.group.verb
    if clause.negated:  # will not be resumed; but will not be completed before 2027, will not scrap its dividend
        is_planned = verb in ("build", "construct") and _OF_PLAN.search(clause.subject_text)  # a plant planned for Rome
        is_over = bool(verb in _RESUMING or is_planned) and clause.group.passive
        ends = clause.group.last >= clause.last or _FURTHER.fullmatch(clause.after_verb)
        is_over |= verb == "proceed" and _LEGAL.search(clause.subject_text) is None  # the buyback will not proceed
        is_dropped = clause.after_verb.startswith("after all")  # the plant will not be built after all
        return "cancelled" if clause.group.tense == "future" and ((is_over and ends) or is_dropped) else None
    thing = clause.part(clause.object)
    if verb in _CANCELLING and _LEVY.search(thing) and "plan" not in thing:
        return None
    if verb == "slip" and is_measure(clause.subject_text):
        return None  # output slipped from January to March
    if verb == "fall" and not _is_plan(clause.subject_text):
        return None
    if verb == "collapse" and _is_plan(clause.subject_text):
        return "cancelled"
    if verb in ("drop", "withdraw", "discontinue") and clause.group.passive and _OF_PLAN.search(clause.subject_text):
        return "cancelled"
    words = _WORDS.get(verb)
    if words is not None and re.match(words, clause.after_verb, re.IGNORECASE) is None:
        return "moved" if verb in ("push", "pushed") else None
    if verb in MOVING:
        return "postponed" if verb in _POSTPONING or verb[:2] == "pu" else "moved"
    return "cancelled" if verb in _CANCELLING or words is not None else None


def _is_plan(subject: str) -> bool:
    """Whether that is what the noun itself says: talks with Acme; not: deal volumes, a wall at the project."""
    head = re.split(r" (?:at|in|of|to|with|for|between|by|from|over|on)\b", subject)[0]
    return re.search(rf"{_OF_PLAN.pattern}$", head, re.IGNORECASE) is not None


def is_new_day(clause: Clause, each: Expression) -> bool:
    """Whether what the verb is about is moved to then: postponed to June, moved from May to June."""
    links = ("to", "until", "till", "joined", *(["for"] if clause.group.verb in _POSTPONING else []))
    is_after = clause.words[clause.group.last - 1].end <= each.begin < clause.end and each.link in links
    return is_after and clause.group.verb in MOVING and undoes(clause) is not None


def was_planned(clause: Clause, made: Sequence[Clause], dates: Sequence[Expression]) -> bool:
    """Whether a clause only says for when it had been planned: the fair, which was due in May, has been cancelled."""
    group = clause.group
    undone = any(
        undoes(each) in ("cancelled", "postponed") or any(is_new_day(each, day) for day in dates) for each in made
    )
    is_own = any(each.shares is clause and each.group.passive and undoes(each) for each in made)
    was_due = group.tense == "future" and clause.words[group.first].low in ("was", "were", *["due"] * is_own)
    is_still = clause.words[group.first].low in ("is", "are")  # it put off the fair, which is now due in May
    is_aside = clause.is_relative or clause.shares is not None or is_own
    return undone and is_aside and not is_still and (group.verb in _PLANNED or was_due) and not undoes(clause)
