"""The date of a clause: which of its expressions of time it is, and what its tense says without one.

Owns: that choice, and what is unsure about it. Does not: resolve an expression.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.in_text.english_calendar import number
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ANNOUNCING, PLANNING, RUMOURED, STATES, word_set


class When(NamedTuple):
    """A strict date; `explicit` if the text writes one. `review` says what is unsure."""

    date: str
    explicit: bool
    review: str | None = None
    used: Expression | None = None
    lasts: bool = False
    is_ahead: bool = False  # after the day of publication
    is_over: bool = False  # before it
    compares: bool = False  # the clause only says what was earlier


_COMPARING = re.compile(
    r"\b(?:compared (?:with|to)|versus|than(?!\s[$€£\d]|\s\w+ed\b)|(?:up|down) (?:\S+ ){0,3}from|"
    r"against(?=\s(?:\S*\d|last\b|(?:an?|the)\s(?:\w+\s)?(?:loss|profit|deficit|same|year|previous|prior)\b))|"
    r"the most since|the (?:first|"
    r"lowest|highest|biggest|largest|fastest|worst|best)\b[^,.]{0,40} since|since)\b(?:[^,.;]|[,.](?=\d)){0,60}$",
    re.IGNORECASE,
)
# fell to $211 million from $264 million, or $1.71 per share, a year earlier
_FROM_AMOUNT = re.compile(
    r"\bfrom (?!(?:19|20)\d\d\b)(?:an? (?:\w+ )?(?:loss|profit|deficit)\b|(?:[A-Z]\w{0,2}\.? ?)?[$€£¥₩₹]?\d)(?:(?! to )[^;]){0,60}$"
)
_PERIOD_NOUNS = re.compile(
    r"\b(?:targets?|forecasts?|guidance|outlook|goals?|budget|plan|estimates?|dividend|results|report|accounts|"
    r"reported|posted|earnings|sales|profits?|revenues?)\b",
    re.IGNORECASE,
)


def when(
    clause: Clause,
    dates: list[Expression],
    published: date,
    made: Sequence[Clause],
    around: Expression | None = None,
) -> When:
    """The date of a clause; `dates` are placed in the sentence.

    A clause next to When … has the date of that, if it has none; `made` are the clauses of the sentence. `around` is
    what the text before dates: the day of an entry, the quarter of a list.
    """
    labels = {each: match for each in dates if (match := _label(clause, each))}
    dates = [each for each in dates if each not in labels]
    begin = clause.words[clause.head].begin if _is_participle(clause) else clause.begin
    due = [each for each in dates if _is_due(clause, each, published)]
    mine = [each for each in dates if begin <= each.begin < clause.end and each not in due]
    usable = [each for each in mine if each.date is not None and each.type != "SET" and not _is_aside(clause, each)]
    periods = [each for each, match in labels.items() if match["period"] and begin <= each.begin < clause.end]
    periods += [each for each in usable if _is_period(clause, each)]
    usable = [each for each in usable if each not in periods]
    if clause.opens == "when" and not usable:
        before = [each for each in dates if 0 <= clause.begin - each.end <= 8 and each.point is not None]
        usable = [each._replace(date=each.point, link=None) for each in before]
    moment = next((each for each in made if each.opens == "when" and _is_next_to(each, clause, made[0])), None)
    if not usable and moment is not None:
        usable = [
            each for each in dates if moment.begin <= each.begin < moment.end and each.type == "DATE" and each.date
        ]
    if len(usable) > 1:
        usable = [each for each in usable if not _ADJECTIVE.match(clause.sentence.text, each.begin)] or usable
    whole = next((each for each in usable if each.link == "joined"), None)
    if whole is not None:
        usable = [each for each in usable if each.date != whole.date] + [whole]
    if usable:
        chosen = _nearest(clause, usable)
        others = (each for each in usable if _may_be_meant(clause, each, chosen))
        return _doubted(_explicit(clause, chosen, published), next(others, None))
    shared = _shared(clause, dates, published)
    if shared is not None:
        return shared
    if around is not None:
        return _explicit(clause, around, published)
    saying = (clause.said.begin, clause.said.end) if clause.said is not None else (0, 0)
    said = next((each for each in dates if saying[0] <= each.begin < saying[1] and each.date), None)
    floating = next((each for each in mine if each.anchored and not each.date), None)
    unknown = next((each for each in mine if not each.date and _is_unknown(each)), None)
    found = _undated(clause, said, published, periods)
    found = found._replace(compares=any(_EARLIER.search(each.text) for each in mine))
    if found.lasts:
        return found
    if unknown is not None:
        return found._replace(review=f'the text does not say when "{unknown.text}" is')
    if clause.group.tense == "future":
        return found
    if floating is not None and not found.compares:
        return found._replace(review=f'"{floating.text}" counts from a date that is not near it')
    others = [other for other in made if other is not clause and other is not clause.shares]
    elsewhere = [
        each
        for each in dates
        if each.point and each not in due and not any(other.begin <= each.begin < other.end for other in others)
    ]
    return _doubted(found, next((each for each in elsewhere if each not in periods and not _compares(clause, each)), None))


def _is_next_to(other: Clause, clause: Clause, first: Clause) -> bool:
    """Whether When … is right after a clause, or before it at the start of the sentence."""
    return other.first - 1 == clause.last or (other is first and clause.first >= first.last)


def _is_participle(clause: Clause) -> bool:
    """Whether it begins with one, whose dates are not those of the verb: founded in 1998, Acme makes cars."""
    word = clause.words[clause.first].low
    return clause.first < clause.head and (word == "having" or word.endswith("ed") or word in forms().participle)


def _shared(clause: Clause, dates: list[Expression], published: date) -> When | None:
    """The date of the verb before, which a second verb of the same subject and tense goes on with."""
    other = clause.shares
    if (
        other is None
        or (clause.opens and clause.opens != other.opens)
        or (other.is_relative and not clause.is_relative)
        or not (other.opens == "when" or any(other.begin <= each.begin < other.end and each.date for each in dates))
    ):
        return None
    if clause.group.tense not in (other.group.tense, {"perfect": "past"}.get(other.group.tense)) or (
        clause.group.modal != other.group.modal
    ):
        return None
    found = when(other, dates, published, (other,))
    return found if found.explicit and not found.lasts else None


_EARLIER = re.compile(r"\b(?:earlier|before|prior)$")


def _is_unknown(each: Expression) -> bool:
    """Whether it is a date that has no days in this text: fiscal 2025, the next four years."""
    if each.type == "DURATION":
        return re.match(r"(?:the )?(?:next|following|previous|preceding)\b", each.text) is not None
    return each.type == "DATE" and not each.anchored and not each.value.endswith("_REF")


def _may_be_meant(clause: Clause, each: Expression, chosen: Expression) -> bool:
    """Whether another date of a clause may be its date: not one around it, the end of it, or the day of a report."""
    if each.date in (chosen.date, chosen.point) or each.link in _ENDS or _EARLIER.search(each.text):
        return False
    one, other = _parsed(chosen.point or ""), _parsed(each.point or "")
    if one is None or other is None:
        return True
    if other.bounds.start <= one.bounds.start and one.bounds.end <= other.bounds.end:
        return False
    return not (clause.group.verb in ANNOUNCING | _REVISING and _fine(each) <= 2 and _fine(chosen) >= 4)


_ENDS = ("joined", "until", "till", "through", "to")


def _doubted(found: When, other: Expression | None) -> When:
    """With a review if another date of the sentence may be meant."""
    if found.review or other is None:
        return found
    return found._replace(review=f'"{" ".join(other.text.split())}" may be its date')


def _nearest(clause: Clause, usable: list[Expression]) -> Expression:
    """The first after the verb, else the last before it; in the past one that no word bounds."""
    verb = clause.words[clause.group.first].begin
    after = [each for each in usable if each.begin >= verb]
    before = [each for each in usable if each.begin < verb]
    linked = [each for each in usable if each.link in ("since", "by", "joined", "until", "through")]
    if clause.group.tense == "past" and 0 < len(linked) < len(usable):
        return _nearest(clause, [each for each in usable if each not in linked])
    return (after or before[::-1])[0]


def _parsed(text: str) -> EventDate | None:
    try:
        return parse_date(text)
    except DateFault:
        return None


def _fine(each: Expression) -> int:
    """How fine a date is; greater is coarser."""
    found = _parsed(each.point or each.date or "")
    return int(found.precision or 2) if found is not None else 9


_ADJECTIVE = re.compile(r"\w+-\w+\s[a-z]")  # first-half results, third-quarter revenue: the period of a noun
# In a phrase after a comma: a plan first reported by a newspaper in September.
_PARTICIPIAL = re.compile(r",\s(?!on\b|in\b)[^,]*\b[a-z]{3,}ed\s(?:by|in|on|at)\b[^,]*$")
_APPOSED = re.compile(r",\s+(?!on\b|in\b|late\b|early\b|by\b)[a-z]+\s[^,]*$")


def _is_aside(clause: Clause, each: Expression) -> bool:
    """Whether it is not about the verb: compared with, since then the lowest; the name of something."""
    text = clause.sentence.text
    before = text[clause.begin : each.begin]
    after = text[each.end : each.end + 24]
    if each.end <= clause.words[clause.group.first].begin and clause.subject[0] < clause.subject[1]:
        subject_end = clause.words[clause.subject[1] - 1].end
        if _APPOSED.match(text[subject_end : each.begin]):
            return True
    if _PARTICIPIAL.search(text[clause.words[clause.group.last - 1].end : each.begin]):
        return True
    if _compares(clause, each) or re.search(r"\b(?:subsequent|prior|due|thanks) to (?:the )?$", before):
        return True
    return re.match(r"\s+(?:earlier|before(?!\s\w+ing\b)|level|high|low|peak)\b", after) is not None or (
        re.match(r"['’]s\s", after) is not None and re.search(r"\b(?:to|of|than|from|over)\s$", before) is not None
    )


def _compares(clause: Clause, each: Expression) -> bool:
    before = clause.sentence.text[clause.begin : each.begin]
    had = clause.words[clause.group.first].low == "had"
    if each.link == "since" and (had or clause.group.tense != "past" or clause.group.verb in STATES):
        before = before.lower().rpartition("since")[0]
    if _FROM_AMOUNT.search(before):
        return True
    return _COMPARING.search(before) is not None and not re.search(r"\d{4}\s(?:on|in)\s$", before)


_LABELLED = re.compile(
    r"(?:\s[\w-]+){0,2}?\s(?:bonds?|notes?|debts?|debentures?|loans?|maturit(?:y|ies)|versions?|models?|editions?|"
    r"contracts?|agreements?|deals?|mergers?|reports?|laws?|lawsuits?|pacts?|accords?|"
    r"(?P<period>targets?|forecasts?|guidance|outlook|goals?|budgets?))\b"
)


def _label(clause: Clause, each: Expression) -> re.Match[str] | None:
    """What a year only names: its 2031 bonds, the 2026 guidance."""
    text = clause.sentence.text
    is_year = each.link is None and each.text.isdigit() and text[max(each.begin - 3, 0) : each.begin].lower() != "in "
    return _LABELLED.match(text, each.end) if is_year else None


_DUE = re.compile(r"\b(?:payable|due|effective|maturing|expiring|of record|to be [a-z]+)\b[^,]{0,24}$")
_MOVING = word_set("postpone delay push move bring extend")


def _is_due(clause: Clause, each: Expression, published: date) -> bool:
    """Whether what the verb is about ends or falls due then: extended it until 2029, payable on 3 June."""
    after_verb = clause.sentence.text[clause.words[clause.group.last - 1].end : each.begin]
    is_past, found = clause.group.tense in ("past", "perfect"), _parsed(each.point or "")
    if each.link in ("from", "joined") and clause.group.verb in _MOVING:
        return True
    if is_past and each.link in ("until", "till", "through", "by"):
        return found is not None and found.bounds.end > published.toordinal()
    due = _DUE.search(after_verb)
    if due is not None and due[0].startswith("to be"):
        return is_past and found is not None and found.bounds.start > published.toordinal()
    return due is not None and (is_past or bool(after_verb[: due.start()].strip()))


def _is_period(clause: Clause, each: Expression) -> bool:
    """Whether it is the period of a figure or a target rather than the day of the event."""
    group, text = clause.group, clause.sentence.text
    verb = clause.words[group.first].begin
    if group.verb not in _REVISING or each.begin <= verb or _fine(each) < 4:
        return False
    before, after = text[verb : each.begin], text[each.end : each.end + 40]
    if re.match(rf"\s*(?:['’]s\s+)?(?:\S+\s){{0,3}}?{_PERIOD_NOUNS.pattern}", after, re.IGNORECASE):
        return True
    is_bound = group.tense != "future" and each.link in ("by", "for", "to", "from", "and")
    return _PERIOD_NOUNS.search(before) is not None and (
        is_bound or re.match(r"\s+(?:to|from|by)\s\S*\d", after) is not None
    )


_REVISING = word_set(
    "raise lower cut trim set lift revise hike slash reaffirm maintain narrow forecast guide reiterate keep withdraw "
    "announce increase reduce issue confirm update approve propose declare publish release scrap double downgrade "
    "upgrade"
)


def _explicit(clause: Clause, chosen: Expression, published: date) -> When:
    text, group, review = chosen.date or "", clause.group, None
    if chosen.vague and len(text) == 4:  # late 2006; not the end of a month
        review = f'"{" ".join(chosen.text.split())}" is vaguer than {text}'
    days = re.search(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d+)-day\b", clause.subject_text)
    found, day = _parsed(text), published.toordinal()
    if found is None:
        return When(text, True, review, chosen, "/" in text)
    start, end = found.bounds.start, found.bounds.end
    if days is not None and group.verb in ("start", "begin", "open") and _fine(chosen) <= 2:
        text = f"{text}/{date.fromordinal(start + (number(days[1]) or 1) - 1)}"
    if review is None and group.looks == "past" and start > day and group.verb not in _AHEAD:
        review = f'"{chosen.text}" is ahead, but the verb is in the past'
    elif review is None and group.tense == "future" and end < day:
        review = f'"{chosen.text}" is over, but the verb is in the future'
    return When(text, True, review, chosen, "/" in text, start > day, end < day)


_AHEAD = PLANNING | word_set("postpone delay set push extend sign cancel")


_TELLING = word_set("bring take reject dismiss")
_LASTING = re.compile(r"\bfor (?:\S+ )?(?:years|decades|months)\b")
_COMBINED = re.compile(r"\b(?:combined|so far|to date|in total|altogether)\b", re.IGNORECASE)


def _undated(clause: Clause, said: Expression | None, published: date, periods: list[Expression]) -> When:
    """[..P] in the past, [P..] in the future, /.. for what goes on; P is when it was said, if that is written."""
    tense, verb = clause.group.tense, clause.group.verb
    day = said.point if said is not None and said.point and _fine(said) <= 4 else published.isoformat()
    if tense == "future":
        return When(f"[{day}..]", False)
    if tense == "progressive" and re.search(RUMOURED, clause.text, re.IGNORECASE):
        return When(day, False)
    if tense == "perfect" and _COMBINED.search(clause.sentence.text):
        return When(f"/{day}", False, lasts=True)
    goes_on = tense == "progressive" or (tense == "present" and verb not in ANNOUNCING | _TELLING)
    if goes_on or (tense == "perfect" and _LASTING.search(clause.after_verb)):
        return When("/..", False, lasts=True)
    return When(f"[..{day}]", False, None, periods[0] if periods else None)
