"""Whether the text says that it happened or will: no byline, condition, negation, question, wish, opinion or thanks.

Owns: that decision. Does not: decide whether what is said is news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import MONTH, WEEKDAY
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.elsewhere import CLEFT
from timeline_cli.drafting.lexicon import ANNOUNCING, CALLS, OF_COMPANIES, PLANNING, REPORTING, STATES, word_set
from timeline_cli.drafting.modality import is_opinion
from timeline_cli.drafting.sentences import Word
from timeline_cli.drafting.undoing import undoes

_NO_PROSE = re.compile(
    rf"©|\bcopyright\b|\ball rights reserved\b|^\s*(?:by(?! (?-i:[a-z\d]|{MONTH}|{WEEKDAY}))|photo|source|"
    r"editing by|reporting by|writing by|additional reporting|read more|subscribe|click|sign up|related|see also|"
    r"follow us|disclaimer|contact|image|file photo)\b"
    r".{0,90}$|\(?(?:reporting|editing|writing) by\b|^\S+@\S+$|^\W*$",
    re.IGNORECASE,
)


# An opinion of the writer, and a condition by its order: Were it to last, Should Acme fail.
_MINE = re.compile(
    r"(?:should|had|were|perhaps|maybe)\s|"
    r".*\b(?:(?:my|our) (?:guess|bet|view|sense|hunch)|I (?:think|guess|bet|suspect))\b",
    re.I,
)


def is_prose(text: str, found: Sequence[Word], is_entry: bool = False) -> bool:
    is_sentence = 4 - is_entry <= len(found) <= 200 and text[-1:] in ".!?\"”’')"
    return is_sentence and _MINE.match(text) is None and _NO_PROSE.search(text) is None


_BY_LAW = re.compile(r"Under (?:[A-Z][\w’'-]+|existing|current) (?:[a-z]+ )?(?:law|rules|regulations)\b")
_USUALLY = re.compile(r"\b(?:generally|usually|typically|normally|traditionally|as a rule)\b", re.IGNORECASE)
_GENERAL = re.compile(r"An? [a-z-]+ (?:that|who) [a-z]+s\b")  # A mill that runs out of fibre
_UNASSERTED = word_set("what how why than whether if unless")
_ASKING = REPORTING | word_set("investigate examine review study decide rule")  # is investigating how it sold them
# What it will cost in 2030 is unclear; few expected; it has yet to pay.
_OPEN = re.compile(
    r"(?:what|how|whether|why|few|did|enough to|so (?:ha[sd]|have|did|does|do|is|are|was|were|will))\b(?! of\b| not\b)|"
    r".*\b(?:has|have|had) yet to\b",
    re.IGNORECASE,
)
# An auxiliary before its subject: Nor will it close, Only in May did Acme sell.
_TURNED = re.compile(
    r"(?:nor|neither|(?:only|never) (?:in|on|after|before|when|since|then)|not (?:until|since))\b", re.IGNORECASE
)
_AUXILIARIES = word_set("is are was were will would has have had do does did")
_SILENT = re.compile(
    r"(?:to )?(?:comment|say|disclose|elaborate|be|discuss|identify|give|provide|name|confirm|speak|answer|respond|"
    r"specify|quantify|speculate|forecast|predict)\b|(?:an? )?(?:interview|requests? for (?:an )?(?:interview|comment))"
)
_GLAD = re.compile(r"(?:be )?(?:very |so )?(?:happy|glad|proud|sorry|pleased|delighted|excited) (?:to|that|about)\b")
_REACTING = word_set("thank congratulate commend applaud praise")
_SCORNED = re.compile(
    r'(?!off)(?:(?!for\b|to\b|at\b|on\b)[^\s"“]+\s)+["“]|'
    r"(?:it|them|(?:the|these|those|its) (?:[a-z]+ )?(?:penalty|fine|verdict|ruling|decision|move|claims?|allegations?|"
    r"strike|charges?|accusations?|reports?|law|tariffs?|offer|bid|proposal)) "
    r"(?!(?:off|in|at|on|for|over|by|after|from|to|of|and)\b)[a-z-]+"
)
_OBJECT_FIRST = re.compile(r"^[a-z-]+ (?:the|its|their|an?)\b")
_EXPECTED = re.compile(r"(?:its|their|the) (?:expectations?|belief|view|confidence)(?: that\b|$)")
_MOVING = word_set("lower raise cut trim miss beat exceed meet")
_NEWS_OF = re.compile(
    r"(?:the|its|this) (?:[a-z]+ )?(?:decision|move|news|ruling|deal|plan|announcement|result|step|cuts|closure|sale)\b"
)
_ONCE_DUE = re.compile(r"(?:Origin|Initi)ally (?:due|scheduled|planned|set) ")
_LONGED = re.compile(r"an? (?:measure|move|step|plan|idea|demand|level|feat|role) (?:the |its )?[a-z]+s")
_MOVE = re.compile(r"an? (?:move|decision|step|ruling|verdict|claim|charge|allegation|accusation)\b")
_REACTING_TO = {
    "welcome": _NEWS_OF, "condemn": _NEWS_OF, "call": _SCORNED,
    "bet": re.compile(r"(?:its|their|the) (?:future|fortunes|house|farm)\b"),
}  # fmt: skip
_IN_FORCE = re.compile(r"take effect\b|(?:come|enter) into (?:force|effect)\b|go into effect\b")
_FROM_THEN = re.compile(rf"\bfrom (?:the end of |{MONTH}|next |(?:19|20)\d\d)")
_SINCE = re.compile(r"\bsince (?:\w+ )?\d{4}\b")
_SEEN = word_set("see consider regard view describe know")
_CLAIMS = word_set(
    "bet bets betting hoping reports report rumours rumors speculation claims hopes fears idea suggestions concerns "
    "signs view talk belief guarantee guarantees assurance assurances demand demands complaints allegations "
    "accusations"
)


def is_asserted(clause: Clause, mostly_speech: bool) -> bool:
    """Whether the text says that it happened or will: no condition, negation, question, wish or opinion."""
    if _is_open(clause) or _is_description(clause) or _is_possible(clause) or _is_speech(clause, mostly_speech):
        return False
    denied = not clause.is_relative and _denies(clause)
    if clause.opens == "that" and (denied or not (clause.is_relative or clause.has_subject)):
        return False  # said that 2025 would be hard
    said = [word.low for word in clause.words[: clause.first - 1][-4:]]
    is_nth = said[-1:] == ["time"] and said[-2:-1] != ["the"]  # the first time that it fell; by the time that it did
    is_so = "so" in said and clause.group.verb in STATES | {"stay"}
    is_noun = not _CLAIMS.isdisjoint(said[-1:]) and said[-2:-1] != ["to"]  # not: is pleased to report that
    is_claim = clause.opens == "that" and (is_noun or is_nth or is_so)
    return not is_claim and not is_opinion(clause)  # the first time that it fell, so balmy that it stayed


def _is_open(clause: Clause) -> bool:
    """Whether it is a condition, a question, a negation or a reaction."""
    verb, modal = clause.group.verb, clause.group.modal
    if clause.conditional or clause.opens in _UNASSERTED or clause.sentence.text.endswith("?"):
        return True
    following = [each.low for each in clause.words[clause.group.last : clause.group.last + 1]]
    if verb not in _ASKING and clause.group.last >= clause.last and _UNASSERTED.intersection(following):
        return True  # is doing what she has done
    if any(word.low == "nor" for word in clause.words[max(clause.first - 2, 0) : clause.first + 1]):
        return True  # has not chosen a site, nor has it applied for one
    if _BY_LAW.match(clause.text) and modal in ("may", "can", "shall"):
        return True  # Under Danish law the mediator may postpone it
    if (verb == "be" and CLEFT.match(clause.text)) or _GLAD.match(f"{verb} {clause.after_verb}"):
        return True
    if _OPEN.match(clause.text) or _OPEN.match(clause.subject_text) or _is_turned(clause) or _reacts(clause):
        return True
    is_refusal = clause.group.tense == "future" and modal in ("will", "would") and verb in _REFUSED
    waits = clause.group.tense != "present" and verb != "expect" and _WAITS.match(clause.after_verb)
    is_off = clause.group.tense == "future" and undoes(clause) == "cancelled"
    lasts = clause.group.tense == "perfect" and _SINCE.search(clause.after_verb)  # has not paid since 2008
    stops = modal == "will" and _FROM_THEN.search(clause.after_verb)  # will not insure mines from January 2026
    if clause.negated and not (verb in ("deny", "reject") or is_refusal or waits or is_off or lasts or stops):
        return True
    if clause.opens in ("when", "where") and clause.said is not None and clause.said.negated:
        return True  # has not said when it will open
    return verb in ("decline", "refuse") and _SILENT.match(clause.after_verb) is not None


def _is_description(clause: Clause) -> bool:
    """Whether it only describes, or says what is true in general."""
    verb = clause.group.verb
    before = clause.words[clause.group.first - 1].low
    if clause.describes and before in ("originally", "initially", "once") and verb in PLANNING | {"set", "pencil"}:
        return True  # the show, originally set for April 24, will be held on May 15
    if clause.group.tense == "future" and _ONCE_DUE.match(clause.text):
        return True  # Originally due to open in May, the tunnel
    if clause.opens == "whose" and _OBJECT_FIRST.search(clause.subject_text):
        return True  # whose contract the board extended
    if clause.describes and clause.words[clause.first].low == "with" and not clause.has_subject:
        return True  # with August 22 fixed as the record date
    if verb not in _MOVING and _EXPECTED.match(clause.after_verb):
        return True  # what is expected is said by the next clause
    in_force = _IN_FORCE.match(f"{verb} {clause.after_verb}")  # Under a law that takes effect on May 1
    if clause.opens in ("that", "who") and clause.restricts and clause.group.tense == "present" and not in_force:
        noun = clause.words[clause.antecedent[0]].low
        if noun in ("a", "an") and clause.words[clause.antecedent[0] - 1].text in (".", clause.words[0].text):
            return True  # A mill that runs out of fibre has to pay
    if _LONGED.fullmatch(clause.subject_text):
        return True  # a measure exporters have been demanding
    near = clause.part((max(clause.group.first - 2, clause.first), clause.group.last))
    if _USUALLY.search(near if clause.group.tense == "present" else clause.subject_text):
        return True  # refiners generally buy their ore
    is_nothing = verb == "happen" and clause.subject_text.lower() in ("little", "nothing")
    return is_nothing or _GENERAL.match(clause.subject_text) is not None


def _is_possible(clause: Clause) -> bool:
    """Whether it is a wish, advice or a mere possibility."""
    verb, modal = clause.group.verb, clause.group.modal
    is_case = modal in ("could", "might") and clause.sentence.text.startswith(("If ", "Unless "))
    if is_case and clause.group.tense == "future":
        return True  # If rates stay where they are, arrears could reach 3 per cent
    is_target = re.search(r"\d.*\bby\b", clause.after_verb) or re.match(r"By [^,]*\d", clause.text)
    if verb == "want" and not is_target and re.match(r"(?!to\b|[^,]*\b(?:its|their)\b).*\bto\b", clause.after_verb):
        return True  # want the state to take it over
    if modal == "should" and verb in OF_COMPANIES and not clause.group.passive:
        return True
    if modal in ("would", "could", "might", "ought", "should") and clause.group.tense == "perfect":
        return True  # it could have failed
    if verb == "like" and modal == "would":
        return True  # a wish
    is_rule = modal == "shall" and verb in ("apply", "take", "enter", "come", "expire")  # shall apply as of 1 May
    return (modal == "would" and clause.said is None) or (modal in ("can", "cannot", "shall", "ought") and not is_rule)


def _is_speech(clause: Clause, mostly_speech: bool) -> bool:
    """Whether it is direct speech, or only says who speaks."""
    verb, opened = clause.group.verb, clause.words[clause.subject[0]]
    if verb in REPORTING | ANNOUNCING and opened.quoted and not clause.words[clause.subject[1] - 1].is_name:
        return True  # "It bites," warned Ada Byron
    return mostly_speech and not clause.is_relative and (verb not in CALLS or opened.quoted)


def _is_turned(clause: Clause) -> bool:
    """Whether its order denies it: Nor have we cut it; but: Only in May did Acme sell it."""
    turned = _TURNED.match(clause.sentence.text)
    if turned is None or ":" in clause.sentence.text[: clause.begin]:
        return False
    if clause.after_verb.startswith("any"):
        return True  # Not until 1998 did it sell anything
    ahead = clause.words[max(clause.subject[0] - 1, 0)].low  # nor have | we cut it
    is_dated = turned[0].lower() in ("only in", "only on", "only after", "not until")
    return (clause.has_auxiliary or ahead in _AUXILIARIES) and not (is_dated and ahead in ("did", "will"))


def _reacts(clause: Clause) -> bool:
    """Whether it is what somebody makes of the news: praised Acme, welcomed the move, called it "a scandal"."""
    verb, after = clause.group.verb, clause.after_verb
    if clause.group.passive and verb in _SEEN and after.startswith("as "):
        return True  # is seen as a test
    if verb in ("call", "describe") and _MOVE.match(clause.subject_text):
        return True  # scrapped the licence, a move that Acme called baffling
    if verb == "call" and clause.is_relative and re.match(r"the (?:\w+est|most) ", after):
        return True  # a programme that officials have called the biggest in their history
    return verb in _REACTING or (verb in _REACTING_TO and _REACTING_TO[verb].match(after) is not None)


_WAITS = re.compile(r"[^,;]*\b(?:before|until|till)\b(?! (?:it|they|he|she)\b)")  # will not open before May
_REFUSED = OF_COMPANIES | word_set("proceed renew go take leave run fly appeal pursue resume")
_DENYING = word_set(
    "doubt doubts doubted doubting deny denies denied denying dismiss dismisses dismissed reject rejects rejected "
    "refute refuted"
)


def _denies(clause: Clause) -> bool:
    """Whether what it says is denied: Acme denied a report on Monday that it will close."""
    for word in reversed(clause.words[: clause.first]):
        if word.low in _DENYING or word.text in ",;:":
            return word.low in _DENYING
    return False
