"""Verbs without an auxiliary: opened, opens, they open, plans to open.

Owns: which forms are finite by the words around them. Does not: read what follows an auxiliary.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.drafting.before_verb import ONLY_VERBS, has_object, has_subject, is_infinite, is_plural_subject
from timeline_cli.drafting.group import Group, infinitive, low_at
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import BE, DETERMINERS, MODALS, PREPOSITIONS, word_set
from timeline_cli.drafting.sentences import Word

_NO_VERB = PREPOSITIONS | DETERMINERS
_DECIDING = word_set("agree refuse decide propose resolve")  # in the past, whatever they decide on


def lexical(found: Sequence[Word], at: int) -> Group | None:
    """A past tense or a third person, if a subject may be before it."""
    low, known = found[at].low, forms()
    before, after = found[at - 1].low, low_at(found, at + 1)
    is_dating = after in ("from", "back")
    takes = ("have", "had", "having", "get", *(["of"] if before == "it" else []))
    if before in ("it", "them") and low_at(found, at - 2) in takes:
        return None  # to have it struck out, 64% of it earned abroad
    if low in ("continue", "continues") and after == "to" and low_at(found, at + 2) in _FORECASTING:
        return Group(at, at + 3, low_at(found, at + 2), "future")
    if found[at].is_name or at == 0 or before == "having" or (low in ("date", "dates", "dated") and not is_dating):
        return None
    start = next((n for n in range(at - 1, max(at - 4, -1), -1) if found[n].low in DETERMINERS), 0)
    if low in known.third and start and found[start - 1].low == "saw":
        return None  # saw its soya exports shrink
    if low.endswith("ed") and before[:1].isdigit() and "-" in before:
        return None  # a 480-million-euro corrugated plant
    if low == "open" and after in ("for", "at") and low_at(found, at + 2) in ("a", "an", "least", "more", "over"):
        return None  # sales at stores open for a year fell
    if low == "provided" and before == "," and after in ("that", "it", "they"):
        return None  # may build it, provided that Bolt pays
    if (low in ("ended", "ending") and before in _PERIODS) or (low == "won" and before.endswith("illion")):
        return None
    is_listed = before == "and" and at > 2 and found[at - 3].text == ","  # still, sparkling and fortified wines
    is_listed = is_listed and found[at - 2].low.endswith("ing") and after not in DETERMINERS
    if is_listed and low.endswith("ed") and after.endswith("s"):
        return None
    if _is_label(found, at) or is_firm(found, at) or _is_owner(found, at):
        return None
    verb, tense = known.past.get(low), "past"
    if verb is None and low.endswith("ed") and len(low) > 4 and low not in NO_VERBS:
        verb = low if low.removeprefix("re-").isalpha() else None
    if verb is None:
        verb, tense = known.third.get(low) or _COMPARING.get(low), "present"
    if verb is None and low in known.base and is_plural_subject(found, at):
        verb = low
    is_unknown = verb is None and low.isalpha() and low not in _NO_VERB
    is_aside = before == "also" and low_at(found, at - 2) == ","
    is_pronoun = before in ("it", "he", "she") and (at == 1 or low_at(found, at - 2) in _BEFORE_PRONOUN)
    is_unknown = is_unknown and (before in ("who", "which") or is_aside or (is_pronoun and low.endswith("s")))
    is_unknown = is_unknown and low_at(found, at - 2) not in PREPOSITIONS  # under which deliveries start
    is_unknown = is_unknown and not (low.endswith(("ers", "ors", "ists")) and after in known.base)  # which bankers hope
    is_unknown = is_unknown and after not in known.past.keys() | BE | MODALS | {"has", "have", "had"}
    is_followed = is_unknown and after in _NO_VERB
    if is_unknown and (low.endswith("s") or is_followed):
        verb = low.removesuffix("s")
    may_be_noun = verb == low and tense == "past" and low in known.base
    if may_be_noun and (is_infinite(found, at) or not has_object(found, at)):
        return None  # a firm bid, a price cut; to shut shops and cut rents
    if verb is None or not has_subject(found, at, tense):
        return None
    weak = (
        (tense == "present" and (low not in ONLY_VERBS or before in (",", "and")))
        or low in known.participle
        or low.endswith("ed")
    )
    group = Group(at, at + 1, verb, tense, weak=weak)
    return _planned(found, group)


def _is_owner(found: Sequence[Word], at: int) -> bool:
    """Whether it owns what follows: the pilots' union; not: opened 'The Mill'."""
    sign = found[at + 1] if at + 1 < len(found) else found[at]
    return sign.low == "'s" or (sign.low == "'" and found[at].low[-1] == "s" and sign.begin == found[at].end)


def is_firm(found: Sequence[Word], at: int) -> bool:
    """Whether it is the noun before a name: logistics firm Acme."""
    return found[at].low in ("firm", "group", "bank") and at + 1 < len(found) and found[at + 1].is_name


def _is_label(found: Sequence[Word], at: int) -> bool:
    """Whether it only says of a noun what its name is, or where it goes: a guard named Byron, a ship bound for Rome."""
    after = found[at + 1] if at + 1 < len(found) else found[at]
    if found[at].low == "held":  # resolved, at a meeting of its board held today, to
        comma = next((n for n in range(at - 1, 0, -1) if found[n].text == ","), -1)
        return (
            comma > 0
            and found[comma + 1].low == "at"
            and any(word.low.startswith("meeting") for word in found[comma:at])
        )
    if found[at].low not in ("named", "called", "dubbed") or not after.is_name:
        return (found[at].low, after.low) == ("bound", "for")
    start = next((n for n in range(at - 1, max(at - 5, -1), -1) if not found[n].text.islower()), -1) + 1
    is_one = any(word.low in ("a", "an") for word in found[start : at - 1])
    ends = next((n for n in range(at + 1, len(found)) if not found[n].is_name), at)
    known = forms()
    is_verb = found[ends].low in known.past.keys() | known.third.keys() | BE | MODALS | {"has", "had"}
    return is_one and (is_verb or found[ends].low.endswith("ed"))


_PERIODS = word_set("year quarter half months period week season")  # the year ended 30 June


NO_VERBS = word_set(
    "need united limited hundred related based red indeed embed feed speed seed so-called combined unchanged "
    "expected adjusted indebted audited unaudited unmanned tiered armed advanced experienced compared consolidated"
)


_PLANS = word_set(
    "plan aim intend mean wish expect hope seek want prepare agree pledge promise vow propose decide need commit "
    "refuse resolve"
)


_COMPARING = {"compares": "compare"}  # no other form of it is finite: compared with 2019
_BEFORE_PRONOUN = word_set(", ; today now where while because but")  # today it packs coffee
_COMPANIES = word_set("companies firms groups partners banks")
_FORECASTING = word_set("expect forecast anticipate target predict project")


def _planned(found: Sequence[Word], group: Group) -> Group:
    """plans to build: the planned verb, in the future; plans a rally."""
    if found[group.first].low in ("forecasts", "anticipates"):  # a profit
        return group._replace(tense="future")
    if group.verb not in _PLANS:
        return group
    if low_at(found, group.last) != "to":
        is_ahead = found[group.first].low in ("plan", "plans", "expects") and group.tense == "present"
        is_ahead |= found[group.first].low == "expect" and found[group.first - 1].low in _COMPANIES
        return group._replace(tense="future") if is_ahead else group
    end, verb, passive = infinitive(found, group.last + 1)
    is_verb = verb.isalpha() and verb not in DETERMINERS | PREPOSITIONS and not found[end - 1].is_name
    is_ahead = is_verb and group.verb not in _DECIDING  # not: the offer of plans to February 10
    if passive or is_ahead:
        return group._replace(last=end, verb=verb, tense="future", weak=False, passive=passive)
    return group._replace(weak=False)
