"""The date that an expression gives a clause: since it, for a sum so far, from it on; and what is unsure about it.

Owns: that reading. Does not: choose the expression.
"""

from __future__ import annotations

import re
from datetime import date

from timeline_cli.dates.in_text.english_calendar import number
from timeline_cli.dates.in_text.english_words import NUMBER
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.dates.in_text.ranges import part_of_year
from timeline_cli.drafting.asides import fine, parsed
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ANNOUNCING, OF_COMPANIES, PLANNING, SCHEDULED, STATES, word_set
from timeline_cli.drafting.measures import is_measure
from timeline_cli.drafting.undoing import undoes

# An amount, or several of something, which took the whole of a period: between 2006 and 2012 nine rivals joined.
_SUM = re.compile(
    rf"^(?:(?:about|some|nearly|over) )?(?:{NUMBER}|\d[\d,]*) [a-z]+s\b|[$€£¥₹₩]\d|"
    r"\d(?:bn|mn|tn)\b|\d (?:billion|million|trillion|crore)\b"
)
# What adds up, as in has shed 27% since May; not has kept rates at 4%.
_SUMMING = word_set(
    "sell deliver ship fly transport treat cut shed lose raise invest spend win sign open close shut hire buy build "
    "repay return issue pay produce complete fine die cull count carry order leave gain climb sink grow export "
    "download log install connect"
)
# What is done at once: has closed a plant since its chief left.
_ONCE = word_set("close shut open sell buy acquire launch sign appoint hire file scrap abandon win merge move list axe")
_DOUBLING = word_set("double triple treble halve")
_CHANGING = _DOUBLING | word_set("conduct dwindle grow shrink swell rise fall slump slide climb decline soar")
_NUMBERED = re.compile(
    rf"(?:(?:no fewer|more|less) than |about |some |nearly |roughly |around )?(?!(?:an?|the|one)\b)(?:{NUMBER}|\d)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\d|\b(?:half|third|quarter|fifth|sixth|tenth|(?!(?:an?|the|one)\b){NUMBER})\b", re.IGNORECASE)


def _is_sum_so_far(clause: Clause, since: Expression) -> bool:
    """Whether it has added up to a number since then: has shed 27% since May, has doubled."""
    is_counted = _COUNTED.search(f"{clause.subject_text}; {clause.after_verb}".replace(since.text, "")) is not None
    verb = clause.group.verb
    return clause.group.tense == "perfect" and (verb in _DOUBLING or (verb in _SUMMING and is_counted))


def _is_sum(clause: Clause) -> bool:
    """Whether it counts what took the whole of a period: 63 shops were shut, profit rose, bought eleven rivals."""
    verb, counted = clause.group.verb, [clause.subject_text]
    counted += [clause.after_verb] if verb in _SUMMING else []
    has_amount = re.match(r"\S?\d", clause.after_verb) or _SUM.search(f"{clause.subject_text}; {clause.after_verb}")
    is_counted = any(_NUMBERED.match(each) for each in counted)
    return is_counted or verb in _CHANGING or is_measure(clause.subject_text) or has_amount is not None


_STATE = re.compile(r"(?:on sale|in force|in (?:production|office|charge|service)|available|idle|open|closed)\b")
# What takes time, unlike a decision or a launch.
_TAKING_TIME = word_set(
    "resurface build rebuild renovate refurbish demolish dismantle construct convert upgrade overhaul deliver lift "
    "mark empty dwindle occur lend welcome cost train test trade"
)


def _takes_time(clause: Clause) -> bool:
    """Whether it took the whole of a period: is to be resurfaced between May and August; delivery is expected."""
    is_flow = re.search(r"\b(?:deliver(?:y|ies)|construction|works?)\b", clause.subject_text, re.IGNORECASE) is not None
    # was on sale between May and June
    is_state = clause.group.verb == "be" and _STATE.match(clause.after_verb) is not None
    is_flow = is_flow and clause.group.verb in ("schedule", "expect", "plan")
    return clause.group.verb in _TAKING_TIME or is_state or is_flow


_A_YEAR = re.compile(
    r"(?<![$€£¥\d.,])\b\d[\d,.]*(?: [a-z-]+){1,5}? (?:(?:an?|per) (?:year|month)|annually)(?= from |[,.]|$)"
)


def explicit(clause: Clause, chosen: Expression, published: date) -> When:
    """The date that a clause has by an expression, with what is unsure about it."""
    text, group, review = chosen.date or "", clause.group, None
    is_once = group.verb in _ONCE and _ITS_OWN.match(clause.after_verb) is not None  # has closed its mill
    if chosen.link == "since" and text.endswith("/..") and _is_sum_so_far(clause, chosen) and not is_once:
        text = f"{text[:-2]}{published}"
    elif (
        (chosen.text == "then" or chosen.begin >= clause.end or (is_once and chosen.link == "since"))
        and group.tense == "perfect"
        and group.verb in _ONCE
    ):
        text = f"[{text.removesuffix('/..')}..{published}]"  # Since then it has closed a plant
    is_known = group.verb in forms().base and group.verb not in OF_COMPANIES  # had visited 3 towns
    is_number = _COUNT.match(clause.after_verb) and not is_known and group.verb not in STATES | _REACHING
    had = clause.words[group.first].low == "had" and (group.verb in _SUMMING or is_number)
    if chosen.link == "by" and had and chosen.point and re.search(r"\d", clause.text.replace(chosen.text, "")):
        text = f"/{chosen.point}"  # by the end of May it had sold 300
    is_rate = _A_YEAR.search(clause.after_verb) is not None and group.verb not in ("end", "stop", "cut")
    if chosen.link == "from" and group.tense == "future" and chosen.point and is_rate:
        text = f"{chosen.point}/.."  # will build 20,000 vans a year from 2027
    if chosen.link == "as of" and clause.subject_text.lower().startswith("cumulative"):
        text = f"/{text}"
    is_act = group.verb in (OF_COMPANIES | ANNOUNCING | SCHEDULED | _ONCE | {"extend", "mark", "celebrate"}) - _GOING_ON
    is_first = chosen.end <= clause.words[clause.subject[0]].begin  # not: Acme today hosts its meeting
    lasts = group.verb in _GOING_ON or (is_first and not is_act)
    if group.tense == "present" and chosen.text.lower() == "today" and lasts:
        return When("/..", True, None, chosen, True)  # Today it employs 90 people
    if text[3:] == "X" and _REPEATED.search(clause.text):
        text = f"{text[:3]}0/{text[:3]}9"  # was sold four times in the 1990s
    if chosen.vague and len(text) in (4, 10) and not _SEASON.search(chosen.text):  # late 2006; not the end of a month
        review = f'"{" ".join(chosen.text.split())}" is vaguer than {text}'
    is_going = clause.words[group.first].low in ("was", "were") and clause.words[group.last - 1].low.endswith("ing")
    if chosen.link == "by" and is_going and chosen.point:
        text = chosen.point  # by 1978 was selling
    found, day = parsed(text), published.toordinal()
    if found is None:
        return When(text, True, review, chosen, "/" in text)
    start, end = found.bounds.start, found.bounds.end
    if chosen.link in ("between", "joined") and text.startswith("[") and (_is_sum(clause) or _takes_time(clause)):
        text = part_of_year(*text.strip("[]").split(".."))  # profit rose between January and September
    if "/" in text and _AT_SOME_POINT.search(clause.sentence.text[: chosen.begin]):
        text = f"[{text.replace('/', '..')}]"
    days = _DAYS_LONG.search(clause.subject_text)
    if days is not None and group.verb in ("start", "begin", "open") and fine(chosen) <= 2:
        text = f"{text}/{date.fromordinal(start + (number(days[1]) or 1) - 1)}"
    is_set = group.verb in _AHEAD or chosen.link in ("for", "to") or undoes(clause)  # called a strike for October 15
    if review is None and group.looks == "past" and end >= day - 62 and _AMBIGUOUS.fullmatch(chosen.text):
        review = f'"{chosen.text}" may be another one'
    elif review is None and group.looks == "past" and start > day and not is_set:
        review = f'"{chosen.text}" is ahead, but the verb is in the past'
    elif review is None and group.tense == "future" and end < day:
        review = f'"{chosen.text}" is over, but the verb is in the future'
    return When(text, True, review, chosen, "/" in text, start > day, end < day)


_AT_SOME_POINT = re.compile(r"\b(?:at some (?:point|time|stage)|some ?time) between $", re.IGNORECASE)
_ITS_OWN = re.compile(
    r"(?:its|their|an?) (?:[a-z-]+ )?(?:plant|mill|mine|factory|depot|shop|store|office|unit|arm|site)\b"
)
_REACHING = word_set("reach hit pass top exceed fall rise drop climb become number total")
_COUNT = re.compile(r"(?:[a-z]+ )?\d[\d,]* (?:[A-Za-z-]+ )?[a-z]+s\b")  # had hooked up 312,000 homes
_GOING_ON = STATES | {"collect", "turn"}
_SEASON = re.compile(r"\b(?:last|this|next) (?:s[pu]|fa|au)\w+|\b(?:spring|summer|autumn|fall)\b.*\d{4}", re.I)
_AMBIGUOUS = re.compile(r"the (?:full )?year|[Ll]ast [A-Z][a-z]+(?<!day)")  # said in March: last February
_REPEATED = re.compile(r"(?<!and )\b(?:\w+ times|twice)\b|during the \d", re.IGNORECASE)
_DAYS_LONG = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d+)-day\b")
_AHEAD = PLANNING | word_set("slip postpone delay set push extend sign cancel fix")
