"""Which asserted clauses are events: dated, or with a verb of corporate news.

Owns: that decision; precision goes before recall. Does not: find the date or the title.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.english_words import NUMBER
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.descriptions import COMPANY
from timeline_cli.drafting.empty import is_empty
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    BOOKING,
    DETERMINERS,
    OF_COMPANIES,
    OTHER_VERBS,
    PERCENT,
    RELATIVE,
    STATES,
    word_set,
)
from timeline_cli.drafting.measures import is_measure
from timeline_cli.drafting.undoing import undoes


def is_event(clause: Clause, at: When, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Whether a clause is news and says when, or otherwise enough; `is_named` if its subject is a company."""
    is_met = at.is_lent and kind == "meeting"  # When he was in Seoul in May, he met its chief
    is_case = clause.group.modal in ("could", "might") and kind is None
    if is_case and not (is_named or clause.said is not None):
        return False  # parcels could be stuck well into December
    is_told = (at.explicit and not at.is_lent) or is_met or _says_enough(clause, has_figure, kind, is_named)
    return is_told and _is_news(clause, at, has_figure, kind, is_named)


def _says_enough(clause: Clause, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Whether a clause that has no date says enough: two of who did it, what kind of news it is, how much.

    Such a past or future is scenery more often than news; what has been done or is going on is news.
    """
    group = clause.group
    subject = clause.subject_text or (clause.shares.subject_text if clause.shares is not None else "")
    if subject in ("it", "they") and clause.said is not None:
        subject = clause.said.subject_text  # the bank said it would appeal
    is_who = is_named or any(each.search(subject) for each in (COMPANY, _BODY, _JUDGE))
    if kind == "leadership" or group.tense not in ("past", "future"):
        return True
    if group.tense == "future":
        is_stopped = group.passive and group.verb in _STOPPING  # the ferry will be scrapped
        is_stopped |= undoes(clause) == "cancelled"  # the buyback will not proceed
        return is_stopped or kind in ("facility", "guidance") or (is_who and (kind is not None or has_figure))
    if undoes(clause) or (group.passive and group.verb in OF_COMPANIES):
        return True
    is_act = kind is not None or (is_who and group.verb in _PAST_NEWS | _STOPPING)
    return (is_who or is_measure(subject)) + is_act + has_figure > 1


def _is_news(clause: Clause, at: When, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Dated, or with a verb of corporate news; undated states, reasons and descriptions are background."""
    if is_empty(clause, at, has_figure, kind, is_named):
        return False
    if at.explicit:
        return _is_dated(clause, at, has_figure, kind)
    verb, after = clause.group.verb, clause.after_verb
    talks = _TALKS.match(after) if verb == "be" else _HELD.match(after) if verb == "hold" else None
    is_off = undoes(clause) == "cancelled" and clause.group.tense in ("perfect", "future")
    is_off = is_off and clause.group.modal not in ("could", "may", "might")  # has been shelved; not: could collapse
    is_sure = talks is not None or is_off or (verb in ("come", "call") and undoes(clause) is not None)  # to nothing
    is_current = _is_current(clause, at, has_figure, kind, is_named)
    return is_current and (is_sure or _is_undated(clause, at, has_figure, kind, is_named))


def _is_current(clause: Clause, at: When, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Whether a clause without a date may be news: no reason or comparison, nothing vague, nothing long over."""
    group, verb = clause.group, clause.group.verb
    is_done = group.tense == "future" or (group.tense == "perfect" and verb in _NEWS)
    is_whole = verb in _ALONE or (group.passive and is_done and verb != "schedule")  # will be shut, has been shelved
    is_going = clause.is_relative and _is_news_aside(clause, has_figure, is_named)
    following = clause.words[min(group.last, len(clause.words) - 1)].low
    is_whole |= (
        following in ("whether", "how", "why", "if") and verb in _ASKING
    )  # is investigating whether they fixed prices
    is_whole |= has_figure and at.lasts  # to date, 70% of the space has been let
    if at.compares or (clause.is_relative and not is_going) or (group.last >= clause.last and not is_whole):
        return False
    if not (has_figure or undoes(clause)) and _VAGUE.match(clause.after_verb):
        return False
    is_contrast = clause.opens in _CONTRASTS and group.tense in ("past", "perfect") and (has_figure or is_whole)
    is_contrast |= clause.opens == "after" and group.tense == "past" and _told_why(clause, has_figure, kind)
    if (clause.opens in _REASONS and not is_contrast) or (clause.opens in RELATIVE - {"that"} and not is_going):
        return False
    if re.match(r"(?:it|them|so(?! far)|this)\b", clause.after_verb) and (verb == "put" or not has_figure):
        return False
    if re.match(r"for (?:it|them)sel", clause.after_verb):
        return False
    if verb in ("try", "attempt", "struggle") and group.tense in ("past", "perfect"):
        return False
    if group.modal in ("could", "might") and not (is_named or clause.said is not None):
        return False  # a close below it could open the way to $68
    is_past_life = _BEFORE.search(clause.part((max(group.first - 1, clause.first), group.last))) is not None
    if is_past_life or (verb == "spend" and _LENGTH.match(clause.after_verb)):
        return False
    stays = (verb in _STAYING and not has_figure) or (group.modal == "would" and verb in _LASTING)
    return not (group.tense == "future" and stays)


def _is_news_aside(clause: Clause, has_figure: bool, is_named: bool) -> bool:
    """Whether an undated relative clause is news: where Acme is building 90 flats; which has sold its mill."""
    group, verb, is_ahead = clause.group, clause.group.verb, clause.group.tense == "future"
    if clause.opens == "where" and (is_ahead or group.tense == "progressive"):
        return group.passive or (has_figure and (is_named or is_ahead))
    if clause.restricts:
        return False
    first = clause.words[clause.object[0]]  # not: which has won awards
    has_object = clause.object[0] < clause.object[1] and (first.low in DETERMINERS or not first.text.islower())
    is_act = clause.opens == "which" and verb in OF_COMPANIES | _DOING and (has_object or clause.has_subject)
    if group.tense in ("perfect", "progressive"):
        is_sued = clause.opens == "which" and group.passive and verb in ("sue", "investigate", "probe", "prosecute")
        return is_act or is_sued or verb in ("resign", "retire")
    return group.tense == "present" and _holds_share(clause)


def _holds_share(clause: Clause) -> bool:
    """Whether it says who has which part of something: holds 34% of the shares; 70% of it is owned by the town."""
    verb, part = clause.group.verb, clause.subject_text if clause.group.passive else clause.after_verb
    share = _SHARE.match(part) if verb in (*_HOLDING, "have") else None
    return share is not None and (verb != "have" or _OF_FIRM.match(part, share.end()) is not None)


def _told_why(clause: Clause, has_figure: bool, kind: str | None) -> bool:
    """Whether what a share price moved after is news itself: fell 14% on Friday after it cut its forecast to $4."""
    is_act = clause.object[0] < clause.object[1] and clause.group.verb in OF_COMPANIES and kind is not None
    return is_act and has_figure and re.match(r"(?:the )?(?:shares|stock)\b", clause.sentence.text, re.I) is not None


def _is_undated(clause: Clause, at: When, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Without a date, by the tense and the verb; what merely happened some time before is scenery."""
    group, verb = clause.group, clause.group.verb
    if clause.words[group.first - 1].low == "now" and group.tense == "present":
        at_number = group.verb in ("stand", "number", "total") and re.match(r"(?:at )?\S?\d", clause.after_verb)
        if at_number or _PART.match(clause.after_verb):
            return True
    is_news = verb in _NEWS or has_figure or is_named or is_measure(clause.subject_text)
    if kind is None and not (is_news and (is_named or has_figure or group.tense != "progressive")):
        return False  # the guard has kept the key, wages are being bid up
    is_vague = kind in (None, "investment") and not (is_named or has_figure or group.passive)
    is_any = _ANY.fullmatch(clause.subject_text) and clause.after_verb.replace(" ", "").islower()
    if group.tense == "perfect" and is_vague and is_any:
        return False  # investors have poured money into clinics
    if group.tense == "past" and kind is None and clause.said is None and not has_figure and verb not in _PAST_NEWS:
        return False
    if kind is None and not (has_figure or at.lasts or is_named or group.passive):
        is_counted = re.search(r"[A-Z\d]", clause.after_verb) is not None
        is_counted |= (
            group.tense != "past" and COMPANY.search(clause.subject_text) is not None
        )  # the firm has pulled it
        if group.tense in ("past", "perfect", "future") and not (is_counted or verb in _STOPPING):
            return False  # rivals had to scramble, the shop will rely on it
    if group.tense == "present":
        is_site = kind == "facility" and not _OFFICE.match(clause.after_verb)
        is_count = verb != "own" and (is_named or verb != "have") and _COUNT.match(clause.after_verb) is not None
        return (
            (verb in ("have", "own", "operate", "run", "employ", "serve") and (is_site or is_count))
            or (verb in ("bring", "take", "owe", "value") and has_figure)
            or _holds_share(clause)
            or (has_figure and _RATE.match(clause.after_verb) is not None)
            or verb in ("deny", "reject", "dismiss")
            or (_performs(verb, has_figure) and is_named and clause.opens == "")
        )
    if verb == "become" and not has_figure and re.match(r"(?:more |less |too |very )?[a-z]+$", clause.after_verb):
        return False  # orders have become erratic
    if verb in STATES and group.tense in ("past", "perfect") and not at.lasts:
        is_moved = verb != "be" or bool(re.match(r"(?:up|down|off|flat|unchanged|about|\S*\d)", clause.after_verb))
        is_result = is_moved and group.tense == "past" and kind in ("earnings", "sales-report", "market")
        return has_figure and (is_result or verb not in ("be", "have"))
    if group.tense == "progressive" and verb in _EFFORTS:
        return has_figure or (verb == "seek" and kind in ("deal", "merger", "investment", "partnership"))
    if verb not in forms().base:
        is_firm = is_named or (kind is not None and COMPANY.search(clause.subject_text) is not None)
        is_sale = kind in ("deal", "merger", "investment")  # is looking for a buyer
        return has_figure or (is_firm and (is_sale or clause.object[0] < clause.object[1]))
    return group.modal not in ("may", "might", "could", "should", "must") or verb in _RUMOURED_VERBS


_ANY = re.compile(rf"(?!(?:{NUMBER}|the|its|their|an?)\b)[a-z-]+(?: [a-z-]+)?s", re.IGNORECASE)
_JUDGE = re.compile(r"^(?:Judge|Justice|Magistrate) [A-Z]")
# Bodies that act; governments and unions mostly speak.
_BODY = re.compile(
    r"\b(?:board|watchdog|regulators?|ministry|commission|court|authorit(?:y|ies)|parliament|cabinet|prosecutors|tribunal|"
    r"administration)$",
    re.IGNORECASE,
)
_DOING = word_set("wind close shut exit build expand double")
_ASKING = word_set("investigate examine review study probe consider")
_STOPPING = word_set(
    "abandon call cancel decide discontinue drop express extend ground halt lapse lift part pause recall redesign "
    "restructure resume reverse scrap sell shelve shrink stop suspend vacate withdraw"
)
_OFFICE = re.compile(r"(?:an?|its|their) (?:[\w-]+ )?(?:headquarters|head office)\b")
_PAST_NEWS = OF_COMPANIES | word_set("found give shelve cancel retain discontinue restructure vacate")
_NEWS = (OF_COMPANIES | OTHER_VERBS | {"give"}) - word_set(
    "die seem prove tend survive involve follow include try cause fill remind appear belong consist depend smell help "
    "face refer consider mark omit represent convert cover weigh seek want rank fix"
)


def _performs(verb: str, has_figure: bool) -> bool:
    """Whether it is done by saying so: announces a dividend, reports sales of $3 million."""
    return verb in _PERFORMING or (verb in BOOKING and has_figure)


def _is_dated(clause: Clause, at: When, has_figure: bool, kind: str | None) -> bool:
    group, verb, used = clause.group, clause.group.verb, at.used
    is_own = used is not None and clause.begin <= used.begin < clause.end
    if clause.opens == "when" and not is_own and verb in ("consist", "comprise"):
        return False  # signed it in 2019, when the studio consisted of 14 people
    is_today = used is not None and used.text.lower() == "today"
    has_figure |= is_today and re.search(r"\d", clause.after_verb) is not None  # today it has 212
    if used is not None and (
        (verb == "be" and used.text.isdigit() and not clause.subject_text)  # 2019 was a better year
        or (verb == "schedule" and used.link == "since")  # had been expected since May
        or (verb in STATES and group.tense == "present" and is_today and not has_figure)
    ):
        return False
    if verb == "follow" and group.tense == "present" and clause.object[0] < clause.object[1]:
        return False  # the award follows an agreement in May
    if re.match(r"(?:it|them|him|her)sel(?:f|ves) (?:for|in|by|on|at)\b", clause.after_verb):
        return False  # the target it has set itself for 2025
    if verb == "have" and group.tense == "past" and not has_figure and not is_own and kind in (None, "facility"):
        return False  # When she joined in 1998, its office had a leaking roof
    is_thing = group.passive and clause.opens in ("that", "which")  # a hotel that has been closed since 2020
    is_between = used is not None and used.link in ("between", "joined")  # buyers who traded them between May and July
    is_known = clause.has_subject or is_thing or is_between or group.tense == "future"
    if clause.restricts and at.lasts and not is_known:
        return False  # people who have worked there since 1980
    if verb in ("be", "have") and group.tense == "past" and clause.said is not None and not at.is_over:
        return False  # said it had no maturities before 2027
    is_open = at.lasts and not is_between
    if group.tense == "present" and at.is_over and not is_open and not _GOES_BACK.match(f"{verb} {clause.after_verb}"):
        return _performs(verb, has_figure)  # not: models that were made in 2019
    is_due = at.is_ahead or (used is not None and used.link == "by")  # has until Friday to pay
    is_due |= verb == "be" and used is not None and used.link in ("until", "till")  # is valid until 2031
    return verb not in ("be", "have") or has_figure or group.tense in ("past", "future", "perfect") or is_due


_RATE = re.compile(
    r"(?:out |about |some |over |nearly |more than )*\d.*\b(?:a|per|each|every) (?:year|month|week|day)$"
)
_SHARE = re.compile(
    rf"(?:about |some |over |nearly |more than )?\d[\d.]*{PERCENT}(?! (?:more|less|fewer))", re.IGNORECASE
)
_PART = re.compile(  # now makes one in nine of its cars, accounts for a third of sales
    rf"(?:for )?(?:(?:about|roughly|nearly|almost|some|over|more than) )?(?:\d\S*{PERCENT}?|half|one in \w+|"
    r"(?:an? |one |two |three )?[ -]?(?:third|quarter|fifth|sixth|tenth)s?) of\b"
)
_OF_FIRM = re.compile(r"$| (?:stake|shares?|holding|interest|of (?:the|its) (?:shares|capital|votes|market|company))\b")
_GOES_BACK = re.compile(r"date\b|go back to\b")
_COUNT = re.compile(r"(?:about |some |around |nearly |almost |over |at least |(?:more|fewer) than )?[\d,]+ [a-z]")
_PERFORMING = word_set("announce confirm maintain reiterate reaffirm propose declare")  # by saying so
_LENGTH = re.compile(r"(?:about |nearly |almost |over )?\S+ (?:years|decades|months)\b")
_BEFORE = re.compile(r"\b(?:previously|formerly|earlier(?= (?:forecast|expected|predicted|hoped|planned)))\b")
_LASTING = STATES - {"consider", "seek"}
_HOLDING = ("hold", "own", "retain", "control")
_STAYING = word_set("remain stay continue help be have need want")
# What follows the verb of a clause that says no more than how.
_VAGUE = re.compile(
    r"(?!supply|family|assembly|reportedly)[a-z]+ly\b|for nothing\b|(?:fast|hard|more|again|too(?: much)?)$|"
    r"(?:better|worse|well|badly|used to)\b"
)
_EFFORTS = word_set(
    "face step seek look try struggle hope be become need want go come help turn include serve grow lead "
    "feel get take bet stay"
)
_ALONE = word_set(
    "resign retire merge rise fall jump drop double triple halve collapse fail close begin start end sue "
    "appeal expire lapse resume reopen proceed deny pend cancel postpone defer reschedule"
)
_TALKS = re.compile(
    r"(?:(?:also|still|now|reportedly) )?(?:on strike|(?:close|near) to [a-z]+ing|"
    r"in (?:\w+ )?(?:talks|discussions|negotiations)|"
    r"the (?:subject|target) of an? |on the shortlist\b|under ?way|under (?:construction|review)|up for sale|"
    r"back in (?:the market|use|service|operation|production|profit))\b"
)
_HELD = re.compile(r"(?:\w+ )?(?:talks|discussions|negotiations)\b")
_CONTRASTS = ("while", "although", "though")
_REASONS = word_set("after before when because as until once so since if while although given")
_RUMOURED_VERBS = word_set(
    "acquire buy sell merge launch open close build list cut bid invest announce value add pay raise fetch"
)
