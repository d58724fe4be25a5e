"""Which dates of a clause are not its date: what it compares with, what falls due then, the period of a figure.

Owns: these decisions. Does not: choose among the other dates.
"""

from __future__ import annotations

import re
from datetime import date

from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.in_text.english_words import MONTHS, NUMBER, ORDINAL
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.lexicon import CALLS, COMMODITIES, NAMED_BY_YEAR, PERCENT, STATES, any_of, word_set
from timeline_cli.drafting.undoing import MOVING, is_new_day, undoes

_COMPARING = re.compile(
    r"(?:\b|(?<=%))(?:compared (?:with|to)|versus|(?:(?<=%)|(?<=cent)) (?:up|down|higher|lower) on|"
    r"(?:above|below) (?:that|those)|over(?= (?:the same|a year)\b)|"
    rf"than(?!\shalf\b|\s[A-Z]{{0,3}}[$€£\d]|\s(?:{NUMBER})\s(?:year|month|week|decade)s|"
    r"\sa year (?!ago|before|earlier)|[\s-]\w+(?:ed|fold)\b)|"
    r"(?:up|down) (?:\S+ ){0,3}from(?! the [a-z]+ (?:for|in|at|of)\b)|"
    r"against(?=\s(?:\S*\d|last\b|(?:an?|the)\s(?:\w+\s)?(?:loss|profit|deficit|same|year|previous|prior)\b))|"
    r"the most since|the (?:first|"
    r"lowest|highest|biggest|largest|fastest|worst|best)\b[^,.]{0,40} since|since)\b(?:[^,.;]|[,.](?=\d)){0,60}$",
    re.IGNORECASE,
)
# an increase of 6% on 2024; not on Friday
_THAN_THEN = re.compile(rf"\b(?:increase|rise|growth|decline|decrease|drop|fall) of \S+{PERCENT}? on (?:the )?$")
# fell to $211 million from $264 million, or $1.71 per share, a year earlier
_FROM_AMOUNT = re.compile(
    r"\bfrom (?!(?:19|20)\d\d\b)(?:an? (?:\w+ )?(?:loss|profit|deficit)\b|(?:[A-Z]\w{0,2}\.? ?)?[$€£¥₩₹]?\d)"
    r"(?:(?! (?:to|via|through|by|on|after|at(?! (?:the )?$)) )[^;]){0,60}$"
)
_WITH_SHARES = re.compile(r"\bcompared (?:with|to) [^;]{4,60}, or [^;,]{1,20} per (?:[a-z]+ )?share,? \w+ (?:the )?$")
# 65% above the corresponding months of 2022, to exceed that of 2024; not: in the same period of 2023
_SAME_OF = re.compile(
    r"\b(?:(?<![Ii]n the )(?<![Ff]or the )(?<![Dd]uring the )(?:same|corresponding|comparable|equivalent) "
    r"(?:period|months?|quarter|half|weeks?|days?|season)|th(?:at|ose)) (?:of|in) (?:the )?$"
)
# for the first time since 2016, its second takeover since May
_NTH_SINCE = re.compile(
    r"\b(?:the|its|their|his|her) (?:first|second|third|fourth|fifth|\w+est)\b[^,.]{0,40}\bsince "
    r"(?:(?:its|their|the) \w+ in )?$",
    re.I,
)
_PERIOD_NOUNS = re.compile(
    r"\b(?:targets?|forecasts?|guidance|outlook|goals?|budget|plan|estimates?|dividend|results|report|accounts|"
    r"statement|figures|update|reported|posted|earnings|sales|profits?|revenues?)\b",
    re.IGNORECASE,
)


def parsed(text: str) -> EventDate | None:
    try:
        return parse_date(text)
    except DateFault:
        return None


def fine(each: Expression) -> int:
    """How fine a date is; greater is coarser."""
    found = parsed(each.point or each.date or "")
    return int(found.precision or 2) if found is not None else 9


# In a phrase after a comma: a plan first reported by a newspaper in September.
_PARTICIPIAL = re.compile(r",\s(?!on\b|in\b)[^,]*\b(?:[a-z]{3,}ed|hurt|hit|led|sold)\s(?:by|in|on|at|for)\b[^,]*$")
# the mine, idle since 2016; the guidance issued in May
_NAMED_BY = re.compile(
    r",\s(?:[a-z]+\s){1,4}since\s$|\bfor (?!the\b)[a-z]+ing\b[^,]{0,60} in $|"
    r"\b(?!an?\b|the\b)[a-z]+\s(?:published|released|issued|filed)\s(?:[io]n\s)?$"
)
_APPOSED = re.compile(
    r",\s+(?!(?:on|in|late|early|by|meeting|sitting|at (?:its|an?) meeting)\b)"
    r"(?:[a-z]+|[A-Z]\w*['’]s?|C[EFO]O)\s[^,]*$"
)
_AS_NOUN = re.compile(
    r"\s+(?:earlier|before(?!\s(?:[A-Z\"“]|(?:\w+ing|the|its|an?|it|they)\b))|levels?|high|low|peak)\b"
)


_PRIOR = re.compile(r"\b(?:(?:subsequent|prior|due|thanks) to (?:the )?|price on )$")


_HAVING = re.compile(r",\s(?:the|an?|its) (?:[\w-]+ ){1,4}having\b")  # the council having refused it in May
_MAKING_WAY = re.compile(r",\s(?:thereby )?(?:paving|clearing|opening) the way\b")  # for a launch in 2027
_FLOWS = "awards|demand|deliveries|exports|imports|output|production|sales|shipments|stocks|volumes?"
_CONTRACT = re.compile(
    rf"\s(?:contract\b|(?:[A-Z]\w+ )?(?:[a-z-]+ )?(?:{COMMODITIES}|futures)\b(?! (?:{_FLOWS})))", re.IGNORECASE
)
_DELIVERED = re.compile(r"(?:the |[A-Z]\w+['’]s )?(?:(?:benchmark|active|most-active|front-month) )*", re.IGNORECASE)
_AGO = re.compile(rf"(?:the|an?|{NUMBER}) \w+ (?:earlier|ago|before)", re.IGNORECASE)
_ALLOWING = word_set("approve grant set allow allocate earmark")
_QUOTA = re.compile(r"\b(?:output|production|catch|quotas?|exports|imports|spending|budgets?|supply) for $")
_TERM = re.compile(r"\b(?:extension|extended|prolonged) (?:\w+ )?(?:to|until|through) (?:the end of )?$")
_NTH_OF = re.compile(rf"\b(?:{ORDINAL}|[a-z]+est|[a-z]+th) (?:[a-z-]+ ){{1,3}}of $")
_BECAUSE_OF = re.compile(r"\b(?:after|following|despite) an? (?:[a-z]+ )?$")  # after a strong August


def is_aside_date(clause: Clause, each: Expression) -> bool:
    """Whether it is not about the verb: compared with, since then the lowest; the name of something."""
    text = clause.sentence.text
    before = text[clause.begin : each.begin]
    after = text[each.end : each.end + 24]
    if each.end <= clause.words[clause.group.first].begin and clause.subject[0] < clause.subject[1]:
        subject_end = clause.words[clause.subject[1] - 1].end
        if _APPOSED.match(text[subject_end : each.begin]) or _NAMED_BY.match(text[subject_end : each.begin]):
            return True
    after_verb = text[clause.words[clause.group.last - 1].end : each.begin]
    is_set = clause.group.verb in ("schedule", "plan", "slate", "set")  # for commissioning in May
    if any(each.search(after_verb) for each in (_HAVING, _MAKING_WAY, _PARTICIPIAL)):
        return True
    if _NAMED_BY.search(after_verb) and not is_set:
        return True
    if (each.link == "from" or before.endswith(("from ", " of "))) and _AGO.fullmatch(each.text):
        return True  # from a year earlier, half the number of two years before
    if each.compares and after_verb and not re.search(r"\b(?:in|for|during)\s$", after_verb):
        return True  # 7% over the same month last year
    is_month = each.text.lower() in MONTHS
    if is_month and (_DELIVERED.fullmatch(before) or before.endswith((" for ", " of "))) and _CONTRACT.match(after):
        return True  # July raw sugar rose; The benchmark October contract settled; looks for October petrol
    if is_month and _BECAUSE_OF.search(before):
        return True
    if each.link == "for" and clause.group.verb in _ALLOWING and _QUOTA.search(before):
        return True  # approved 25 million tons of output for this year
    if _TERM.search(before):
        return True  # signed a contract extension to 2029
    if _NTH_OF.search(before) and each.text.lower() in ("the year", "the season", "the month"):
        return True  # its ninth flight of the year
    if re.search(r"\san?\s$", before) and each.text.isalpha():
        return True  # blamed an October so mild
    is_counted = each.type == "DURATION" and after.startswith(" of ")  # within 14 days of registration
    if is_counted or compares(clause, each) or _PRIOR.search(before):
        return True
    if (
        each.link != "as of"
        and re.match(r"['’]s\s", after)
        and re.search(r"(?<!cent )(?<!% )\b(?:to|of|than|from|over)\s$", before)
    ):
        return True
    return _AS_NOUN.match(after) is not None


_STAKE = re.compile(r"\b(?:stake|shareholding|holding|interest)\b")


def compares(clause: Clause, each: Expression) -> bool:
    before = clause.sentence.text[clause.begin : each.begin]
    if (clause.group.verb not in STATES or clause.group.tense == "past") and _NTH_SINCE.search(before):
        return True
    had = clause.words[clause.group.first].low == "had"
    lasts = had or clause.describes or clause.group.tense != "past" or clause.group.verb in STATES
    if each.link == "since" and lasts:
        return False  # has run at less than half of its capacity since May
    if each.link == "from" and clause.group.tense == "future" and fine(each) <= 2:
        return False  # will raise prices by up to 2% from May 1
    is_stake = clause.group.verb in REVISING and (fine(each) < 5 or _STAKE.search(clause.part(clause.object)))
    is_moved = is_stake and clause.object[0] < clause.object[1]  # raised its stake to 26% from 15% in June
    verb = max(clause.words[clause.group.first].begin - clause.begin, 0)  # priced from $9, is to open in May
    if (_FROM_AMOUNT.search(before, verb) and not is_moved) or _WITH_SHARES.search(before) or _SAME_OF.search(before):
        return True
    is_day = re.search(r"\d{4}\s(?:on|in)\s$" if fine(each) > 2 else r"(?:\d{4}|higher|lower|up|down)\son\s$", before)
    is_than = fine(each) > 2 and _THAN_THEN.search(before) is not None
    is_than |= re.search(rf"{PERCENT} (?:below|above) (?:the )?$", before) is not None  # the year before
    is_than |= before.endswith(("% over ", "cent over ")) and _LAST.match(each.text) is not None
    return is_than or (_COMPARING.search(before) is not None and not is_day)


_LAST = re.compile(r"the (?:previous|preceding|prior|year before)|\d{4}$")  # 14% over the previous year


_LABELLED = re.compile(
    r"(?:[-–/]\d\d(?:\d\d)?)?(?:\s[\w-]+){0,2}?\s(?:crops?|harvests?|bonds?|notes?|debts?|"
    r"debentures?|loans?|maturit(?:y|ies)|versions?|models?|editions?|"
    r"seasons?|quotas?|contracts?|agreements?|deals?|mergers?|reports?|laws?|lawsuits?|pacts?|accords?|awards?|prizes?|"
    r"(?P<period>targets?|forecasts?|guidance|outlook|goals?|budgets?))\b"
)

_LABEL = re.compile(rf"\b(?:{any_of(NAMED_BY_YEAR)}) (?P<period>(?!))?$", re.IGNORECASE)  # its Annual Report 2026


def label(clause: Clause, each: Expression) -> re.Match[str] | None:
    """What a year only names: its 2031 bonds, the 2026 guidance, the 2024/25 crop."""
    text = clause.sentence.text
    is_end = re.search(r"\d[-–/]$", text[: each.begin]) is not None
    is_year = (is_end or each.link is None) and each.text.isdigit()
    is_year = is_year and text[max(each.begin - 3, 0) : each.begin].lower() != "in "
    return (_LABELLED.match(text, each.end) or _LABEL.search(text[: each.begin])) if is_year else None


_DUE = re.compile(
    r"\b(?:payable|due(?! diligence)|maturing|expiring|of record|"
    r"(?P<ahead>to be [a-z]+|effective|with effect|starting|beginning|as of|from))\b[^,]{0,24}$"
)
_FROM = MOVING | {"extend", "shelve"}


def is_due(clause: Clause, each: Expression, published: date) -> bool:
    """Whether what the verb is about ends or falls due then: extended it until 2029, payable on 3 June."""
    after_verb = clause.sentence.text[clause.words[clause.group.last - 1].end : each.begin]
    is_past, found = clause.group.tense in ("past", "perfect"), parsed(each.point or "")
    if is_new_day(clause, each):
        return False
    is_moved = clause.group.verb in _FROM and (clause.group.verb != "slip" or undoes(clause) is not None)
    if each.link in ("from", "joined", "after") and is_moved:
        return True
    if each.link == "to" and (clause.group.verb == "extend" or "extending" in after_verb):
        return found is not None and found.bounds.end > published.toordinal()
    if is_past and each.link in ("until", "till", "through", "by", "before"):
        if clause.group.verb == "give" and "until" in after_verb.split():
            return clause.group.tense == "past"  # has given it until Friday
        is_asked = clause.group.tense == "perfect" and clause.group.verb in CALLS | {"order", "tell", "commit"}
        return found is not None and found.bounds.end > published.toordinal() and not is_asked
    due = _DUE.search(after_verb)
    if due is not None and due["ahead"]:  # appointed her with effect from June 1, but: takes over effective June 1
        return is_past and found is not None and found.bounds.start > published.toordinal()
    return due is not None and (is_past or bool(after_verb[: due.start()].strip()))


def is_period(clause: Clause, each: Expression) -> bool:
    """Whether it is the period of a figure or a target rather than the day of the event."""
    group, text = clause.group, clause.sentence.text
    verb = clause.words[group.first].begin
    reports = group.verb == "report" and re.match(r"(?:its |their )?(?:\w+ ){0,2}results\b", clause.after_verb)
    if not (group.verb in REVISING or reports) or (fine(each) < 4 and "/" not in (each.point or "")):
        return False
    if each.begin <= verb:  # For the current year it confirmed its guidance
        is_told = each.link == "for" and group.tense != "future"  # not: For 2026 it forecasts a profit
        return is_told and _PERIOD_NOUNS.search(clause.after_verb) is not None
    before, after = text[verb : each.begin], text[each.end : each.end + 40].partition(";")[0]
    if re.match(rf"\s*(?:['’]s\s+)?(?:[^\s,]+\s){{0,3}}?{_PERIOD_NOUNS.pattern}", after, re.IGNORECASE):
        return True
    if re.search(rf"\b(?:rise|increase|growth|cut) of \S+{PERCENT}?(?: [^,;]{{0,20}} and \S+)? $", before):
        return True  # offers a rise of 4% this year
    is_own = _THIS_PERIOD.search(f"{before[-7:]}{each.text}") and _FORECAST.search(before)
    is_month = before.endswith(" in ") and re.fullmatch(r"\d{4}-\d\d", each.point or "")  # set a target of 400 in May
    if is_own or (group.verb in ("set", "scrap", "withdraw") and _SET.search(before) and not is_month):
        return True  # has set a target of 300,000 units this year
    is_bound = each.link in ("for", "joined") or re.search(r"\b(?:by|for|to|from|and)(?: its| their)? $", before)
    return bool(is_bound and group.tense != "future" and _PERIOD_NOUNS.search(before))


_FORECAST = re.compile(r"\b(?:forecasts?|guidance|outlook|estimates?|projections?) (?:for|of) ")
_THIS_PERIOD = re.compile(r"\b(?:this|current|full) .*(?:year|half|quarter|season)$|^ending ")
_SET = re.compile(rf"{_PERIOD_NOUNS.pattern} of (?:[^,;]|,(?=\d)){{1,40}} $", re.IGNORECASE)
REVISING = word_set(
    "raise lower cut trim set lift revise hike slash reaffirm maintain narrow forecast guide reiterate keep withdraw "
    "announce nudge increase reduce issue confirm update approve propose declare publish release scrap double "
    "downgrade upgrade offer suspend omit restate stick"
)
