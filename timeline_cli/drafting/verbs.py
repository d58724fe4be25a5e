"""The finite verb groups of a sentence: will open, has raised, was appointed, is producing.

Owns: tense, modals, voice, negation. Does not: decide whether a clause is an event.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import NUMBERS
from timeline_cli.drafting.group import Group, closes, without_participles
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ADVERBS, BE, DETERMINERS, MODALS, NOT, PREPOSITIONS, PRONOUNS, word_set
from timeline_cli.drafting.sentences import Word

_DUE = word_set("expected scheduled due set likely planned slated poised supposed bound projected forecast")


def verb_groups(found: Sequence[Word]) -> list[Group]:
    """The finite verb groups, in order, outside quotation marks."""
    groups: list[Group] = []
    position = 0
    while position < len(found):
        group = None if found[position].quoted else _group(found, position) or _coordinated(found, position, groups)
        if group is None:
            position += 1
            continue
        groups.append(group)
        position = max(group.last, position + 1)
    return without_participles(found, groups)


def _coordinated(found: Sequence[Word], at: int, groups: Sequence[Group]) -> Group | None:
    """will cut jobs and close two plants: a second verb after the modal, if an object follows."""
    ahead = groups[-1] if groups else None
    if ahead is None or ahead.tense != "future" or found[at].low not in forms().base or at + 1 >= len(found):
        return None
    after = found[at + 1]
    if found[at - 1].low not in ("and", "or") or not (
        after.low in DETERMINERS | NUMBERS.keys() or after.text[0].isdigit()
    ):
        return None
    return Group(at, at + 1, found[at].low, "future", negated=ahead.negated, modal=ahead.modal)


def _group(found: Sequence[Word], at: int) -> Group | None:
    low = found[at].low
    if low in MODALS and not (found[at].is_name and at):
        return _after_modal(found, at)
    if low in BE and low not in ("be", "been", "being"):
        if low in ("'s", "'re") and not _is_verbal(found, at):
            return None
        return _after_be(found, at, at + 1, "past" if low in ("was", "were") else "present", False)
    if low in ("has", "have", "had", "'ve"):
        return _after_have(found, at)
    if low in ("do", "does", "did"):
        return _after_do(found, at)
    if (
        low in ("scheduled", "due", "slated", "expected", "set")
        and at
        and at + 2 < len(found)
        and found[at + 1].low == "to"
    ):
        group = _after_be(found, at, at, "present", False)
        return group if group.tense == "future" and _has_subject(found, at, "past") else None
    return _lexical(found, at)


def _is_verbal(found: Sequence[Word], at: int) -> bool:
    """Whether 's is a verb: it's expected, who's leaving."""
    return at > 0 and found[at - 1].low in ("it", "he", "she", "that", "who", "there", "they", "we")


def _skip(found: Sequence[Word], at: int) -> tuple[int, bool]:
    """Past adverbs; whether one of them negates."""
    negated = False
    while at < len(found) and (
        found[at].low in ADVERBS
        or (found[at].low.endswith("ly") and found[at].low not in ("supply", "rely", "family", "july"))
    ):
        negated |= found[at].low in NOT
        at += 1
    return at, negated


def _after_modal(found: Sequence[Word], at: int) -> Group | None:
    modal = found[at].low
    position, negated = _skip(found, at + 1)
    if position >= len(found) or not found[position].text.isalpha():
        return None
    tense = "future"
    low = found[position].low
    if low == "be":
        group = _after_be(found, at, position + 1, "future", negated)
    elif low == "have":
        group = _after_have(found, position)
        group = group._replace(tense="perfect" if modal != "will" else "future")
    elif low[0].islower() and (low in forms().base or low not in PREPOSITIONS):
        group = Group(at, position + 1, low, tense)
    else:
        return None
    return group._replace(first=at, modal=modal, negated=group.negated or negated)


def _after_be(found: Sequence[Word], first: int, at: int, tense: str, negated: bool) -> Group:
    position, more = _skip(found, at)
    negated |= more
    if position >= len(found):
        return Group(first, at, "be", tense, negated=negated)
    low, known = found[position].low, forms()
    after = found[position + 1].low if position + 1 < len(found) else ""
    if low == "to" and after in known.base:
        return Group(first, position + 2, after, "future", negated=negated)
    if low in _DUE and after == "to" and position + 2 < len(found):
        third = found[position + 2].low
        end, passive = position + 3, False
        if third == "be" and end < len(found) and found[end].low in known.participle:
            third, end, passive = known.participle[found[end].low], end + 1, True
        return Group(first, end, third, "future", passive, negated)
    if low in ("due", "likely", "scheduled", "slated", "planned", "expected"):
        return Group(first, position + 1, "schedule", "future", True, negated)
    if low == "being" and position + 1 < len(found) and after in known.participle:
        return Group(first, position + 2, known.participle[after], "progressive", True, negated)
    if low in known.participle or (low.endswith("ed") and len(low) > 4):
        return Group(first, position + 1, known.participle.get(low, low), tense, True, negated)
    if low in known.ing or (low.endswith("ing") and len(low) > 5):
        progressive = "progressive" if tense == "present" else tense
        verb = known.ing.get(low, low)
        if verb == "go" and after == "to" and position + 2 < len(found):
            return Group(first, position + 3, found[position + 2].low, "future", negated=negated)
        return Group(first, position + 1, verb, progressive, negated=negated)
    return Group(first, at, "be", tense, negated=negated)


def _after_have(found: Sequence[Word], at: int) -> Group:
    position, negated = _skip(found, at + 1)
    known = forms()
    past = found[at].low == "had"
    if position < len(found):
        low = found[position].low
        if low == "been":
            group = _after_be(found, at, position + 1, "past" if past else "perfect", negated)
            if group.verb != "be" and not group.passive and not past:
                return group._replace(tense="progressive")
            return group
        if low in known.participle or (low.endswith("ed") and len(low) > 4):
            return Group(
                at, position + 1, known.participle.get(low, low), "past" if past else "perfect", negated=negated
            )
        if low == "to" and position + 1 < len(found):
            return Group(at, position + 2, found[position + 1].low, "present", negated=negated, modal="must")
    return Group(at, at + 1, "have", "past" if past else "present", negated=negated)


def _after_do(found: Sequence[Word], at: int) -> Group | None:
    position, negated = _skip(found, at + 1)
    if position < len(found) and found[position].low in forms().base:
        return Group(
            at, position + 1, found[position].low, "past" if found[at].low == "did" else "present", negated=negated
        )
    return None


def _lexical(found: Sequence[Word], at: int) -> Group | None:
    """A past tense or a third person, if a subject may be before it."""
    low, known = found[at].low, forms()
    if found[at].is_name or at == 0:
        return None
    verb = known.past.get(low)
    tense = "past"
    if (
        verb is None
        and low.endswith("ed")
        and len(low) > 4
        and low.removeprefix("re-").isalpha()
        and low not in _NO_VERBS
    ):
        verb = low
    if verb is None:
        verb, tense = known.third.get(low), "present"
    if verb is None and low in known.base and _is_plural_subject(found, at):
        verb = low
    if verb is None and found[at - 1].low in ("who", "which") and low.isalpha() and low.endswith("s"):
        verb = low[:-1]
    if verb == low and tense == "past" and not _has_object(found, at):
        return None  # a firm bid, a price cut
    if verb is None or not _has_subject(found, at, tense):
        return None
    weak = tense == "present" or low in known.participle or low.endswith("ed")
    group = Group(at, at + 1, verb, tense, weak=weak)
    return _planned(found, group)


_NO_VERBS = word_set(
    "need united limited hundred related based red indeed embed feed speed seed so-called combined unchanged "
    "expected adjusted unmanned armed advanced experienced"
)
_PLANS = word_set(
    "plan aim intend expect hope seek want prepare agree pledge promise vow propose decide need commit refuse"
)


def _planned(found: Sequence[Word], group: Group) -> Group:
    """plans to build: the planned verb, in the future."""
    if group.verb == "plan" and group.tense == "present" and found[min(group.last, len(found) - 1)].low != "to":
        return group._replace(tense="future")
    if group.verb not in _PLANS or group.last + 1 >= len(found) or found[group.last].low != "to":
        return group
    position, _ = _skip(found, group.last + 1)
    verb = found[position].low if position < len(found) else ""
    if verb == "be" and position + 1 < len(found) and found[position + 1].low in forms().participle:
        return group._replace(
            last=position + 2,
            verb=forms().participle[found[position + 1].low],
            tense="future",
            weak=False,
            passive=True,
        )
    is_verb = verb in forms().base or (verb.isalpha() and verb not in DETERMINERS | PREPOSITIONS)
    if is_verb and group.verb not in ("agree", "refuse", "decide", "propose"):
        return group._replace(last=position + 1, verb=verb, tense="future", weak=False)
    return group._replace(weak=False)


def _has_object(found: Sequence[Word], at: int) -> bool:
    """Whether an object or an adverbial follows a form that is a noun as well."""
    after = found[at + 1] if at + 1 < len(found) else None
    return after is not None and after.text.isalnum() and after.low not in ("or", "of", "for", "that", "by")


def _is_plural_subject(found: Sequence[Word], at: int) -> bool:
    """A base form is finite only after they, we, companies, shares."""
    before = found[at - 1].low
    return before in _PLURALS or (found[at].low in _OF_PEOPLE and before.endswith("s") and found[at - 1].text.isalpha())


_PLURALS = word_set(
    "companies executives officials firms leaders automakers carmakers shareholders workers investors regulators "
    "prosecutors partners both they we who"
)
_PERSONAL = word_set("it they he she we i you who which")
_OF_PEOPLE = word_set(
    "say expect believe think want hope include make employ produce remain become contain account operate face own"
)
_TAKES_NO_VERB = (
    DETERMINERS
    | (PREPOSITIONS - {"down", "up", "off"})
    | {"be", "been", "being", "to", "and/or", "very", "thousand", "million", "billion", "trillion", "'s", "a", "as"}
)


def _has_subject(found: Sequence[Word], at: int, tense: str) -> bool:
    """Whether the word before a form may end a subject: a noun, a name, a pronoun, a closing comma."""
    position = at - 1
    while position > 0 and (
        found[position].low in ADVERBS - {"last", "first", "all"} or found[position].low.endswith("ly")
    ):
        if found[position].low.endswith("ly") and found[position - 1].low in DETERMINERS | PREPOSITIONS:
            return False
        position -= 1
    if found[position].text == "." and position:
        position -= 1  # of an abbreviation, since the sentence goes on
    before = found[position]
    if before.low not in _PERSONAL and tense == "present" and found[min(at + 1, len(found) - 1)].low in BE | MODALS:
        return False
    if before.low in PRONOUNS and before.low not in ("this", "these", "those"):
        return True
    if before.text in (",", ")", '"', "and", "but", "or", "—", "–", "-", "then"):
        return tense == "past" or before.text != "," or closes(found, position)
    if before.low in _TAKES_NO_VERB or before.low in MODALS or before.low in BE:
        return False
    if before.text[0].isdigit() or before.text[0] in "$€£¥₩":
        return tense == "past" and before.text[:2] in ("19", "20") and len(before.text) == 4
    if tense == "present" and at + 1 < len(found):
        after = found[at + 1]
        if after.low in forms().past or after.low in ("of", "'s", "and") or after.text in ".,;":
            return False
        if before.low in ("its", "'s") or (
            position and found[position - 1].low in ("to", "'s") and before.text.islower()
        ):
            return False
    return before.text[0].isalpha()
