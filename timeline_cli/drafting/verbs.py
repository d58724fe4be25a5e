"""The finite verb groups of a sentence: will open, has raised, was appointed, is producing.

Owns: tense, modals, voice, negation. Does not: decide whether a clause is an event.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import NUMBERS
from timeline_cli.drafting.before_verb import PERSONAL, has_object, has_subject, is_infinite, is_plural_subject
from timeline_cli.drafting.group import TIMES, Group, is_adverb, without_participles
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ACTIVE, BE, DETERMINERS, MODALS, NOT, PREPOSITIONS, word_set
from timeline_cli.drafting.sentences import Word

_DUE = word_set("expected scheduled due set likely planned slated poised supposed bound projected forecast going")
_SCHEDULED = word_set("due payable likely scheduled slated planned expected")
_HEARD = word_set("said believed understood thought reported rumoured rumored known alleged")
_GLAD = word_set("pleased delighted proud happy")
_DECIDING = word_set("agree refuse decide propose")  # in the past, whatever they decide on


def verb_groups(found: Sequence[Word]) -> list[Group]:
    """The finite verb groups, in order, outside quotation marks."""
    groups: list[Group] = []
    position = 0
    while position < len(found):
        is_object = found[position - 1].low == "but" and found[position - 2].low in ("nothing", "anything", "all")
        group = (
            None
            if found[position].quoted or is_object
            else _coordinated(found, position, groups) or _group(found, position)
        )
        is_noun = found[position].low in forms().third.keys() - {"has", "does"}
        is_noun |= bool(groups) and groups[-1].verb in ("remain", "stay")  # remained committed
        if group is None or (is_noun and groups and groups[-1].last == position):
            position += 1  # changed hands, scrapped plans to build
            continue
        is_almost = group.first > 0 and found[group.first - 1].low in ("nearly", "almost")  # did not happen
        groups.append(group._replace(first=group.first - is_almost))
        position = max(group.last, position + 1)
    return without_participles(found, groups)


_AFTER_PASSIVE = (
    PREPOSITIONS - {"off", "up", "down", "over"} | NUMBERS.keys() | {"private", "back", "again"}
) - DETERMINERS


def _coordinated(found: Sequence[Word], at: int, groups: Sequence[Group]) -> Group | None:
    """will cut jobs and close two plants, was listed in 2012 and sold in 2019: a second verb after the auxiliary."""
    ahead = groups[-1] if groups else None
    if ahead is None or at + 1 >= len(found):
        return None
    after = found[at + 1]
    if found[at - 1].low == "to" and found[at - 2].low == "only":  # opened in 2003, only to be closed in 2009
        end, verb, passive = _infinitive(found, at)
        return Group(end - 1, end, verb, "past", passive) if verb in forms().base else None
    is_second = ahead.tense == "future" and (found[at - 1].low, after.low) == ("and", "have")
    if found[at].low == "to" and after.low in forms().base and (is_second or _of_with(found, ahead.last, at)):
        return Group(at, at + 2, after.low, "future")  # plans to build a mill and to have it running
    is_listed = found[at - 1].text == "," and _goes_on(found, at)
    done = _participle(found[at].low)
    if ahead.passive and (found[at - 1].low in ("and", "or") or is_listed) and done is not None:
        is_bare = found[at].low not in ACTIVE and after.low in _AFTER_PASSIVE
        is_bare |= found[at].low in forms().participle.keys() - forms().past.keys()  # and torn down
        is_bare |= after.low == "a" and _low(found, at + 2) in TIMES  # and paid a year later
        return ahead._replace(first=at, last=at + 1, verb=done) if is_bare else None
    if (
        ahead.tense != "future"
        or found[at].low not in forms().base
        or found[at - 1].low not in ("and", "or")
        or not (after.low in DETERMINERS | NUMBERS.keys() or after.text[0].isdigit())
    ):
        return None
    return Group(at, at + 1, found[at].low, "future", negated=ahead.negated, modal=ahead.modal)


def _of_with(found: Sequence[Word], start: int, at: int) -> bool:
    """Whether with opens the noun before to: with deliveries to follow in May."""
    opened = next((n for n in range(at - 2, max(start, at - 6), -1) if found[n].low in PREPOSITIONS), 0)
    return opened > 0 and found[opened].low == "with" and found[opened - 1].text == ","


def _goes_on(found: Sequence[Word], at: int) -> bool:
    """Whether another verb ends the list: announced in May, approved in June and completed in July."""
    joint = next((n for n in range(at + 1, len(found) - 1) if found[n].low == "and"), 0)
    return joint > 0 and (_participle(found[joint + 1].low) is not None or found[joint + 1].low in BE | {"has", "have"})


def _group(found: Sequence[Word], at: int) -> Group | None:
    low = found[at].low
    if low in MODALS and not found[at].is_name:  # May sales rose
        return _after_modal(found, at)
    if low in BE and low not in ("be", "been", "being"):
        if low in ("'s", "'re") and found[at - 1].low not in PERSONAL | {"that", "there"}:
            return None  # of a name, not it's expected
        return _after_be(found, at, at + 1, "past" if low in ("was", "were") else "present", False)
    if low in ("has", "have", "had", "'ve"):
        group = _after_have(found, at)
        return None if group.verb == "have" and found[at - 1].low == "to" else group
    if low in ("do", "does", "did"):
        return _after_do(found, at) or _inverted(found, at)
    is_due = low in _SCHEDULED | {"set", "slated"} and at > 0 and _low(found, at + 1) == "to"
    if is_due and _low(found, at + 2) in forms().base:
        group = _after_be(found, at, at, "present", False)
        return group if group.tense == "future" and has_subject(found, at, "past") else None
    return _lexical(found, at)


def _skip(found: Sequence[Word], at: int) -> tuple[int, bool]:
    """Past adverbs; whether one of them negates."""
    negated = False
    if _low(found, at) == "," == _low(found, at + 2) and _low(found, at + 1) in _ASIDE:
        at += 3  # has, however, left
    while at < len(found) and (is_adverb(found[at]) or found[at].low in NOT):
        negated |= found[at].low in NOT
        at += 1
    if _low(found, at) == "," == _low(found, at + 3) and _low(found, at + 2) in ("says", "said"):
        at += 4  # has never, she says, sat through one
    return at, negated


_ASIDE = word_set("however too also though meanwhile therefore moreover nevertheless instead indeed")


def _low(found: Sequence[Word], at: int) -> str:
    return found[at].low if 0 <= at < len(found) else ""


def _participle(word: str) -> str | None:
    return forms().participle.get(word) or (word if word.endswith("ed") and len(word) > 4 else None)


def _infinitive(found: Sequence[Word], at: int) -> tuple[int, str, bool]:
    """The end, the verb and the voice of what follows to: build, be built."""
    at = at if _low(found, at) == "last" else _skip(found, at)[0]
    verb = _low(found, at)
    if verb == "have" and _low(found, at + 1) in forms().participle:
        return at + 2, forms().participle[_low(found, at + 1)], False  # wants to have shut it by 2028
    end = _skip(found, at + 1)[0]  # be formally approved
    passive = forms().participle.get(_low(found, end)) if verb == "be" else None
    return (end + 1, passive, True) if passive else (at + 1, verb, False)


def _after_modal(found: Sequence[Word], at: int) -> Group | None:
    position, negated = _skip(found, at + 1 + ((found[at].low, _low(found, at + 1)) == ("ought", "to")))
    low, modal = _low(found, position), found[at].low
    if low == "be":
        group = _after_be(found, at, position + 1, "future", negated)
    elif low == "have":
        group = _after_have(found, position)
        group = group._replace(tense="future" if modal == "will" or group.tense == "future" else "perfect")
    elif low == "need" and _low(found, position + 1) == "to":
        group = _obliged(found, at, position + 1)
    elif low.isalpha() and (low in forms().base or low not in PREPOSITIONS):
        group = Group(at, position + 1, low, "future")
    else:
        return None
    return group._replace(first=at, modal=modal, negated=group.negated or negated)


def _after_be(found: Sequence[Word], first: int, at: int, tense: str, negated: bool) -> Group:
    position, more = _skip(found, at)
    low, after, known = _low(found, position), _low(found, position + 1), forms()
    group = Group(first, position + 1, "be", tense, negated=negated or more)
    if (low, after) == ("to", "have"):  # was to have opened
        return _after_have(found, position + 1)._replace(first=first, tense="future")
    if (low == "to" and after in known.base) or (low in _DUE and after == "to" and position + 2 < len(found)):
        end, verb, passive = _infinitive(found, position + 1 + (low != "to"))
        return group._replace(last=end, verb=verb, tense="future", passive=passive)
    is_heard = low in _HEARD and (after, _low(found, position + 2)) == ("to", "be")  # is said to be looking for
    if is_heard:
        inner = _after_be(found, first, position + 3, tense, negated)
        is_talking = [word.low for word in found[inner.last : inner.last + 3] if word.low in ("in", "talks")][-1:] == [
            "talks"
        ]
        if inner.tense == "progressive" or (inner.verb == "be" and is_talking):
            return inner  # is rumoured to be in talks
    if low in _SCHEDULED or (low == "set" and after == "for"):
        return group._replace(verb="schedule", tense="future", passive=True)
    if low == "being" and (participle := _participle(after)):
        return group._replace(last=position + 2, verb=participle, tense="progressive", passive=True)
    if low in _GLAD and after == "to":
        end, verb, passive = _infinitive(found, position + 2)
        return group._replace(last=end, verb=verb, passive=passive)  # is pleased to announce
    participle = _participle(low)
    if participle is not None:
        return group._replace(verb=participle, passive=True)
    if low in known.ing or (low.endswith("ing") and len(low) > 5):
        return group._replace(verb=known.ing.get(low, low), tense="progressive" if tense == "present" else tense)
    return group._replace(last=at)


def _after_have(found: Sequence[Word], at: int) -> Group:
    position, negated = _skip(found, at + 1)
    position += 2 * ((_low(found, position), _low(found, position + 1)) in _SKIPPED)
    low, past = _low(found, position), found[at].low == "had"
    tense, participle = "past" if past else "perfect", _participle(low)
    if low == "been":
        group = _after_be(found, at, position + 1, tense, negated)
        return group if group.verb == "be" or group.passive or past else group._replace(tense="progressive")
    if participle is not None:
        return Group(at, position + 1, participle, tense, negated=negated)
    if low == "to" and position + 1 < len(found) and found[position + 1].low not in DETERMINERS:
        group = _obliged(found, at, position)._replace(negated=negated)
        return group._replace(tense="past", modal="") if past else group
    return Group(at, at + 1, "have", "past" if past else "present", negated=negated)


_SKIPPED = (("more", "than"), ("less", "than"), ("to", "date"), ("on", "average"))


def _after_do(found: Sequence[Word], at: int) -> Group | None:
    position, negated = _skip(found, at + 1)
    verb, tense = _low(found, position), "past" if found[at].low == "did" else "present"
    is_verb = verb in forms().base or (negated and verb.isalpha())
    return Group(at, position + 1, verb, tense, negated=negated) if is_verb else None


def is_turned(found: Sequence[Word]) -> bool:
    """Whether a sentence may turn its subject and verb: Only in May, Not until 2019."""
    return found[0].low in ("only", "not") and _low(found, 1) in ("in", "on", "at", "after", "until", "when", "since")


def _inverted(found: Sequence[Word], at: int) -> Group | None:
    """Only in May did Acme sell its mill, Not until 2019 did it pay: the verb after the subject."""
    if found[at].low != "did" or not is_turned(found) or at > 8:
        return None
    verbs = (n for n in range(at + 2, min(at + 16, len(found))) if found[n].low in forms().base)
    verb = next((n for n in verbs if not found[n].is_name and found[n - 1].low not in DETERMINERS), 0)
    return Group(verb, verb + 1, found[verb].low, "past") if verb else None


def _obliged(found: Sequence[Word], at: int, to: int) -> Group:
    """has to pay, will need to be paid: the verb after to, as after must."""
    end, verb, passive = _infinitive(found, to + 1)
    return Group(at, end, verb, "future", passive, modal="must")


def _lexical(found: Sequence[Word], at: int) -> Group | None:
    """A past tense or a third person, if a subject may be before it."""
    low, known = found[at].low, forms()
    before, is_dating = found[at - 1].low, _low(found, at + 1) in ("from", "back")
    takes = ("have", "had", "having", "get", *(["of"] if before == "it" else []))
    if before in ("it", "them") and _low(found, at - 2) in takes:
        return None  # to have it struck out, 64% of it earned abroad
    if found[at].is_name or at == 0 or before == "having" or (low in ("date", "dates", "dated") and not is_dating):
        return None
    if (low in ("ended", "ending") and before in _PERIODS) or (low == "won" and before.endswith("illion")):
        return None
    if _is_label(found, at):
        return None
    verb, tense = known.past.get(low), "past"
    if verb is None and low.endswith("ed") and len(low) > 4 and low not in NO_VERBS:
        verb = low if low.removeprefix("re-").isalpha() else None
    if verb is None:
        verb, tense = known.third.get(low), "present"
    if verb is None and low in known.base and is_plural_subject(found, at):
        verb = low
    after = _low(found, at + 1)
    is_unknown = verb is None and low.isalpha() and before in ("who", "which") and low not in PREPOSITIONS | DETERMINERS
    is_unknown = is_unknown and _low(found, at - 2) not in PREPOSITIONS  # under which deliveries start
    is_unknown = is_unknown and after not in known.past.keys() | BE | MODALS | {"has", "have", "had"}
    is_followed = after in PREPOSITIONS | DETERMINERS and _low(found, at - 2) not in PREPOSITIONS
    if is_unknown and (low.endswith("s") or is_followed):
        verb = low.removesuffix("s")
    may_be_noun = verb == low and tense == "past" and low in known.base
    if may_be_noun and (is_infinite(found, at) or not has_object(found, at)):
        return None  # a firm bid, a price cut; to shut shops and cut rents
    if verb is None or not has_subject(found, at, tense):
        return None
    weak = tense == "present" or low in known.participle or low.endswith("ed")
    group = Group(at, at + 1, verb, tense, weak=weak)
    return _planned(found, group)


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
    "expected adjusted unmanned tiered armed advanced experienced compared consolidated"
)
_PLANS = word_set(
    "plan aim intend mean wish expect hope seek want prepare agree pledge promise vow propose decide need commit refuse"
)


def _planned(found: Sequence[Word], group: Group) -> Group:
    """plans to build: the planned verb, in the future; plans a rally."""
    if group.verb not in _PLANS:
        return group
    if _low(found, group.last) != "to":
        is_ahead = found[group.first].low in ("plan", "plans", "expects") and group.tense == "present"
        return group._replace(tense="future") if is_ahead else group
    end, verb, passive = _infinitive(found, group.last + 1)
    is_verb = verb.isalpha() and verb not in DETERMINERS | PREPOSITIONS and not found[end - 1].is_name
    is_ahead = is_verb and group.verb not in _DECIDING  # not: the offer of plans to February 10
    if passive or is_ahead:
        return group._replace(last=end, verb=verb, tense="future", weak=False, passive=passive)
    return group._replace(weak=False)
