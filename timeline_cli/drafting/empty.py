"""Clauses that say nothing, dated or not: scenery, a verb without its object, who only speaks.

Owns: that decision. Does not: decide which others are news.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.lexicon import ANNOUNCING, REPORTING, word_set
from timeline_cli.drafting.measures import is_measure


def is_empty(clause: Clause, at: When, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Whether it says nothing, dated or not: scenery, a verb without its object, who only speaks."""
    group, verb = clause.group, clause.group.verb
    is_nothing = re.match(r"$|, ?\w+$|\W*(?:and|but)\b", clause.after_verb) is not None  # It has, and worse
    if verb == "have" and group.tense in ("present", "past") and is_nothing:
        return True
    if clause.describes and verb == "give" and not re.search("guidance|target", clause.subject_text):
        return True  # twice the sum given in March
    if re.fullmatch(r"(?:the |its )?(?:\S+ ){0,2}(?:quarter|year|half|period)", clause.subject_text.lower()):
        return True
    if clause.opens not in ("", "that") and not has_figure and _SCENE.fullmatch(clause.subject_text):
        return True  # abandoned in 2020, when the pandemic closed borders
    if "until" in (clause.opens, clause.words[clause.first].low) and group.tense == "perfect":
        return True  # Until tests have been carried out, nothing is sure
    if clause.opens and verb in ("open", "close") and _TRADING.fullmatch(clause.subject_text):
        return True  # after the market closed on Tuesday
    if verb == "make" and clause.part(clause.object) == "good":
        return True  # must make good by May
    if verb in _TRANSITIVE and not (group.passive or clause.is_relative) and _NO_OBJECT.match(clause.after_verb):
        return True
    is_due = verb == "report" and group.tense in ("present", "future") and at.is_ahead  # Acme reports on Friday
    is_led = at.used is not None and clause.begin <= at.used.begin < clause.words[group.first].begin
    if verb in ("blame", "attribute") and not is_led:
        return True  # blamed an October so mild; but: On May 6 Acme blamed Bolt
    is_told = verb in (REPORTING | ANNOUNCING) - _AGREEING and not group.passive and not is_due
    is_warning = verb == "warn" and _WARNED.match(clause.after_verb)
    if is_told and clause.object[0] >= clause.object[1] and not (is_warning or _LATER.match(clause.after_verb)):
        return True
    is_aside = clause.opens in ("when", "as", "once") and kind in (None, "market", "sales-report", "earnings")
    if is_aside and not (is_named or has_figure) and (kind is None or _THIN.match(clause.after_verb)):
        return True  # when interest rates rose, when children filled the schools
    if clause.opens == "when" and verb in ("run", "expire", "end") and _OF_OFFICE.fullmatch(clause.subject_text):
        return True  # will step down in May when her contract runs out
    if verb in ("decide", "rule", "agree") and re.fullmatch(r"[a-z]+ly(?: that\b.*)?", clause.after_verb):
        return True  # decided unanimously that
    return not has_figure and (_is_scenery(clause, at, kind, is_named) or _NONE.match(clause.after_verb) is not None)


def _is_scenery(clause: Clause, at: When, kind: str | None, is_named: bool) -> bool:
    """Whether a clause without a figure only says how things were or are, not that anything happened."""
    group, verb = clause.group, clause.group.verb
    is_own = at.used is not None and clause.begin <= at.used.begin < clause.end
    if verb == "be" and not is_own and _HOW.match(clause.after_verb):
        return True  # the results were worse than feared
    if verb == "have" and kind is None and (group.tense == "perfect" or _RIDE.match(clause.after_verb)):
        return True  # has had a bumpy ride since, had a storming first day
    is_dated = at.explicit or " since " in clause.sentence.text
    if is_measure(clause.subject_text) and group.tense == "perfect" and verb in _RECOVERING and not is_dated:
        return True  # numbers have recovered
    if verb == "face" and not is_named and _MORNING.match(clause.after_verb):
        return True  # commuters faced another morning of it
    if _MOOD.fullmatch(clause.subject_text):
        return True  # tension has been building
    if verb == "date" and clause.restricts:
        return True  # a unit that dated from the 1990s
    if verb == "go" and clause.after_verb.startswith("back ") and _QUARREL.search(clause.subject_text):
        return True  # the quarrel goes back to May
    if group.tense == "present" and verb in _LASTING:
        return True  # who depend on Monday's ships
    is_going = clause.words[group.last - 1].low.endswith("ing") and group.tense in ("past", "progressive")
    if is_going and clause.object[0] >= clause.object[1] and verb in ("spend", "invest") and not is_own:
        return True  # has been spending on new services
    if is_going and group.tense == "past" and kind is None and not is_named:
        return True  # yesterday a clerk was moving the soaps to the window
    return (group.passive and verb == "design") or (verb == "schedule" and clause.opens == "before")


_HOW = re.compile(
    r"(?:(?:much|far|more|even|also|very|quite) )?(?:better|worse|stronger|weaker|plentiful|mixed|scarce|strong|weak|"
    r"poor|good|bad|busy|quiet)\b"
)
_RIDE = re.compile(r"an? (?:[\w-]+ )*(?:day|week|month|year|quarter|season|start|time|run|ride|debut)\b")
_QUARREL = re.compile(r"\b(?:quarrel|dispute|row|feud|debate|story|problems?|troubles?)$", re.IGNORECASE)
_MORNING = re.compile(r"(?:an?|another) (?:[\w-]+ )?(?:morning|day|evening|week|night)\b")
_MOOD = re.compile(r"(?:the )?(?:tensions?|pressure|anger|unease|discontent|worries|excitement)", re.IGNORECASE)
_LASTING = word_set("depend rely")
_RECOVERING = word_set("recover rebound improve rise fall grow climb slide slip ease worsen")


# No object or complement after the verb.
_THIN = re.compile(
    r"(?:(?!(?:up|off|out|down|over|back|to|from|with|by|for|into|in|on|at)\b)[a-z]+\s?)?(?:$|(?:in|on|at|during|after)\b)"
)
_SCENE = re.compile(r"(?:the |a )?(?:[\w-]+ )?(?:pandemic|war|virus|lockdowns?|recession|drought)", re.IGNORECASE)
_TRADING = re.compile(r"(?:the )?(?:stock |bond )?(?:markets?|trading|exchange)", re.IGNORECASE)
# reported on Friday a loss of $4 million
_LATER = re.compile(
    r"(?:(?:late |early )?on [A-Z]\w+day|[A-Z]\w+day|today|yesterday) "
    r"(?:an?|the|its|[a-z-]+ (?:profits?|loss|sales|revenue))\b"
)
_WARNED = re.compile(r"(?:of|on|about) (?![A-Z])")
_NONE = re.compile(
    r"no (?:secret|bones|excuse|mention|attempt|effort|price|details?|reasons?|figures?|timetable|indication)\b|"
    r"\w+ little reason|little(?! changed)|only that\b"
)
_TRANSITIVE = word_set("raise buy acquire purchase obtain receive publish appoint unveil")
_NO_OBJECT = re.compile(r"(?:in|on|at|from|since|during)\b(?! (?:excess|total|least|most)\b)")
_AGREEING = word_set("admit agree expect promise pledge propose find figure feel deny")
_OF_OFFICE = re.compile(r"(?:his|her|their) (?:\w+ )?(?:contract|term|mandate|tenure)", re.IGNORECASE)
