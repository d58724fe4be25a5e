"""Which asserted clauses are events: dated, or with a verb of corporate news.

Owns: that decision; precision goes before recall. Does not: find the date or the title.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.descriptions import COMPANY
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ANNOUNCING,
    DETERMINERS,
    OF_COMPANIES,
    OTHER_VERBS,
    RELATIVE,
    REPORTING,
    STATES,
    word_set,
)
from timeline_cli.drafting.measures import is_measure
from timeline_cli.drafting.undoing import undoes


def is_event(clause: Clause, at: When, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Whether a clause is news and says when, or otherwise enough; `is_named` if its subject is a company."""
    is_met = at.is_lent and kind == "meeting"  # When he was in Seoul in May, he met its chief
    is_told = (at.explicit and not at.is_lent) or is_met or _says_enough(clause, has_figure, kind, is_named)
    return is_told and _is_news(clause, at, has_figure, kind, is_named)


def _says_enough(clause: Clause, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Whether a clause that has no date says enough: two of who did it, what kind of news it is, how much.

    Such a past or future is scenery more often than news; what has been done or is going on is news.
    """
    group = clause.group
    subject = clause.subject_text or (clause.shares.subject_text if clause.shares is not None else "")
    is_who = is_named or COMPANY.search(subject) is not None or _BODY.search(subject) is not None
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
    if _is_empty(clause, at, has_figure, kind, is_named):
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


def _is_empty(clause: Clause, at: When, has_figure: bool, kind: str | None, is_named: bool) -> bool:
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
    return not has_figure and _NONE.match(clause.after_verb) is not None  # made no secret of it


def _is_current(clause: Clause, at: When, has_figure: bool, kind: str | None, is_named: bool) -> bool:
    """Whether a clause without a date may be news: no reason or comparison, nothing vague, nothing long over."""
    group, verb = clause.group, clause.group.verb
    is_done = group.tense == "future" or (group.tense == "perfect" and verb in _NEWS)
    is_whole = verb in _ALONE or (group.passive and is_done and verb != "schedule")  # will be shut, has been shelved
    is_going = clause.is_relative and _is_news_aside(clause, has_figure, is_named)
    following = clause.words[min(group.last, len(clause.words) - 1)].low
    is_whole |= following == "whether" and verb in _ASKING  # is investigating whether they fixed prices
    is_whole |= has_figure and at.lasts  # to date, 70% of the space has been let
    if at.compares or (clause.is_relative and not is_going) or (group.last >= clause.last and not is_whole):
        return False
    if not (has_figure or undoes(clause)) and _VAGUE.match(clause.after_verb):
        return False
    is_contrast = clause.opens == "while" and group.tense in ("past", "perfect") and (has_figure or is_whole)
    is_contrast |= clause.opens == "after" and group.tense == "past" and _told_why(clause, has_figure, kind)
    if (clause.opens in _REASONS and not is_contrast) or (clause.opens in RELATIVE - {"that"} and not is_going):
        return False
    if re.match(r"(?:it|them|so(?! far)|this)\b", clause.after_verb) and (verb == "put" or not has_figure):
        return False
    if re.match(r"for (?:it|them)sel", clause.after_verb):
        return False
    if verb in ("try", "attempt", "struggle") and group.tense in ("past", "perfect"):
        return False
    is_past_life = _BEFORE.search(clause.part((clause.first, group.last))) is not None
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
            or (verb in _PERFORMING and is_named and clause.opens == "")
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
        return has_figure or (is_named and clause.object[0] < clause.object[1])
    return group.modal not in ("may", "might", "could", "should", "must") or verb in _RUMOURED_VERBS


# Bodies that act; governments and unions mostly speak.
_BODY = re.compile(
    r"\b(?:board|watchdog|regulators?|ministry|commission|court|authorit(?:y|ies)|parliament|cabinet|prosecutors|tribunal|"
    r"administration)$",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(r"(?:his|her|their) (?:\w+ )?(?:contract|term|mandate|tenure)", re.IGNORECASE)
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
        return False  # models that were made in 2019, a target for 2020
    is_due = at.is_ahead or (used is not None and used.link == "by")  # has until Friday to pay
    is_due |= verb == "be" and used is not None and used.link in ("until", "till")  # is valid until 2031
    return verb not in ("be", "have") or has_figure or group.tense in ("past", "future", "perfect") or is_due


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
_RATE = re.compile(
    r"(?:out |about |some |over |nearly |more than )*\d.*\b(?:a|per|each|every) (?:year|month|week|day)$"
)
_SHARE = re.compile(
    r"(?:about |some |over |nearly |more than )?\d[\d.]*(?:%| per ?cent)(?! (?:more|less|fewer))", re.IGNORECASE
)
_PART = re.compile(  # now makes one in nine of its cars, accounts for a third of sales
    r"(?:for )?(?:(?:about|roughly|nearly|almost|some|over|more than) )?(?:\d\S*(?: per ?cent)?|half|one in \w+|"
    r"(?:an? |one |two |three )?[ -]?(?:third|quarter|fifth|sixth|tenth)s?) of\b"
)
_OF_FIRM = re.compile(r"$| (?:stake|shares?|holding|interest|of (?:the|its) (?:shares|capital|votes|market|company))\b")
_GOES_BACK = re.compile(r"date\b|go back to\b")
_NONE = re.compile(
    r"no (?:secret|bones|excuse|mention|attempt|effort|price|details?|reasons?|figures?|timetable|indication)\b|"
    r"\w+ little reason|little(?! changed)|only that\b"
)
_COUNT = re.compile(r"(?:about |some |around |nearly |almost |over |at least |(?:more|fewer) than )?[\d,]+ [a-z]")
_PERFORMING = word_set("announce confirm maintain reiterate reaffirm propose declare")  # by saying so
_LENGTH = re.compile(r"(?:about |nearly |almost |over )?\S+ (?:years|decades|months)\b")
_BEFORE = re.compile(r"\b(?:previously|formerly)\b")
_LASTING = STATES - {"consider", "seek"}
_HOLDING = ("hold", "own", "retain", "control")
_STAYING = word_set("remain stay continue help be have need want")
# What follows the verb of a clause that says no more than how.
_VAGUE = re.compile(
    r"(?!supply|family|assembly)[a-z]+ly\b|for nothing\b|(?:fast|hard|more|again|too(?: much)?)$|"
    r"(?:better|worse|well|badly|used to)\b"
)
_TRANSITIVE = word_set("raise buy acquire purchase obtain receive publish appoint unveil")
_NO_OBJECT = re.compile(r"(?:in|on|at|from|since|during)\b(?! (?:excess|total|least|most)\b)")
_AGREEING = word_set("admit agree expect promise pledge propose find figure feel deny")
_EFFORTS = word_set(
    "face step seek look try struggle hope be become need want go come help turn include serve grow lead "
    "feel get take bet stay"
)
_ALONE = word_set(
    "resign retire merge rise fall jump drop double triple halve collapse fail close begin start end sue "
    "appeal expire lapse resume reopen proceed deny pend cancel postpone defer reschedule"
)
_TALKS = re.compile(
    r"(?:(?:also|still|now) )?(?:on strike|(?:close|near) to [a-z]+ing|in (?:\w+ )?(?:talks|discussions|negotiations)|"
    r"the (?:subject|target) of an? |on the shortlist\b|under ?way|under (?:construction|review)|up for sale|"
    r"back in (?:the market|use|service|operation|production|profit))\b"
)
_HELD = re.compile(r"(?:\w+ )?(?:talks|discussions|negotiations)\b")
_REASONS = word_set("after before when because as until once so since if while although given")
_RUMOURED_VERBS = word_set(
    "acquire buy sell merge launch open close build list cut bid invest announce value add pay raise fetch"
)
