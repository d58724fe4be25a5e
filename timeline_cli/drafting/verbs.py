"""The finite verb groups of a sentence: will open, has raised, was appointed, is producing.

Owns: tense, modals, voice, negation. Does not: decide whether a clause is an event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import MONTHS, NUMBERS
from timeline_cli.drafting.before_verb import PERSONAL, has_subject
from timeline_cli.drafting.describing import without_participles
from timeline_cli.drafting.group import TIMES, Group, infinitive, low_at, skip
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexical import is_firm, lexical
from timeline_cli.drafting.lexicon import ACTIVE, BE, DETERMINERS, GLAD, MODALS, PREPOSITIONS, word_set
from timeline_cli.drafting.sentences import Word

_DUE = word_set("expected scheduled due set likely planned slated poised supposed bound projected forecast going about")
_SCHEDULED = word_set("due payable likely scheduled slated planned expected pencilled penciled")
_DUE_TO = _SCHEDULED | {"set"}
_HEARD = word_set("said believed understood thought reported rumoured rumored known alleged")


def verb_groups(found: Sequence[Word]) -> list[Group]:
    """The finite verb groups, in order, outside quotation marks."""
    groups: list[Group] = []
    position = 0
    while position < len(found):
        group = None
        if not (found[position].quoted or _is_object(found, position)):
            group = _coordinated(found, position, groups) or _group(found, position)
        is_noun = found[position].low in forms().third and found[position].low not in ("has", "does")
        is_noun |= bool(groups) and groups[-1].verb in ("remain", "stay")  # remained committed
        if group is None or (is_noun and groups and groups[-1].last == position):
            position += 1  # changed hands, scrapped plans to build
            continue
        is_almost = group.first > 0 and found[group.first - 1].low in ("nearly", "almost")  # did not happen
        groups.append(group._replace(first=group.first - is_almost))
        position = max(group.last, position + 1)
    return without_participles(found, groups)


def _is_object(found: Sequence[Word], at: int) -> bool:
    return low_at(found, at - 1) == "but" and low_at(found, at - 2) in ("nothing", "anything", "all")


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
        end, verb, passive = infinitive(found, at)
        return Group(end - 1, end, verb, "past", passive) if verb in forms().base else None
    is_second = ahead.tense == "future" and (found[at - 1].low, after.low) == ("and", "have")
    if found[at].low == "to" and after.low in forms().base and (is_second or _of_with(found, ahead.last, at)):
        return Group(at, at + 2, after.low, "future")  # plans to build a mill and to have it running
    is_planned = ahead.tense == "future" and [word.low for word in found[at - 1 : at + 1]] == ["and", "to"]
    is_planned = is_planned and found[ahead.last - 2].low == "to" and after.low in forms().base
    is_planned = is_planned and all(word.low != "to" for word in found[ahead.last : at])
    if is_planned and _is_dated(found, at + 2):  # is to open in May and to employ 90 people by 2029
        return Group(at, at + 2, after.low, "future", negated=ahead.negated, modal=ahead.modal)
    is_listed = found[at - 1].text == "," and _goes_on(found, at)
    done = _participle(found[at].low)
    if ahead.passive and (found[at - 1].low in ("and", "or") or is_listed) and done is not None:
        is_bare = found[at].low not in ACTIVE and after.low in _AFTER_PASSIVE
        is_bare |= found[at].low in forms().participle.keys() - forms().past.keys()  # and torn down
        is_bare |= after.low == "a" and low_at(found, at + 2) in TIMES  # and paid a year later
        return ahead._replace(first=at, last=at + 1, verb=done) if is_bare else None
    if (
        ahead.tense != "future"
        or found[at].low not in forms().base
        or found[at - 1].low not in ("and", "or")
        or _closes_relative(found, ahead.first, at - 2)
        or not (after.low in DETERMINERS | NUMBERS.keys() or after.text[0].isdigit())
    ):
        return None
    return Group(at, at + 1, found[at].low, "future", negated=ahead.negated, modal=ahead.modal)


def _is_dated(found: Sequence[Word], start: int) -> bool:
    """Whether a date follows before a comma."""
    end = next((n for n in range(start, len(found)) if found[n].text in ",;."), len(found))
    return any(word.low in MONTHS or re.fullmatch(r"(?:19|20)\d\d", word.text) for word in found[start:end])


def _of_with(found: Sequence[Word], start: int, at: int) -> bool:
    """Whether with opens the noun before to: with deliveries to follow in May."""
    opened = next((n for n in range(at - 2, max(start, at - 6), -1) if found[n].low in PREPOSITIONS), 0)
    return opened > 0 and found[opened].low == "with" and found[opened - 1].text == ","


def _closes_relative(found: Sequence[Word], verb: int, comma: int) -> bool:
    """Whether a comma ends what one before which opened: called off the show, which was to close it, | and put"""
    is_ahead = any(word.low == "will" for word in found[: verb - 1])  # will buy Acme, which will grow, | and shut it
    is_relative = found[verb - 1].low in ("which", "who") and found[verb - 2].text in ',"'
    return found[comma].text == "," and is_relative and not is_ahead


def _goes_on(found: Sequence[Word], at: int) -> bool:
    """Whether another verb ends the list: announced in May, approved in June and completed in July."""
    joint = next((n for n in range(at + 1, len(found) - 1) if found[n].low == "and"), 0)
    return joint > 0 and (_participle(found[joint + 1].low) is not None or found[joint + 1].low in BE | {"has", "have"})


def _group(found: Sequence[Word], at: int) -> Group | None:
    low = found[at].low
    if low in MODALS and not found[at].is_name:  # May sales rose
        return _inverted(found, at) or _after_modal(found, at)
    if low in BE and low not in ("be", "been", "being") and not (at and found[at].is_name and found[at - 1].is_name):
        if low in ("'s", "'re") and found[at - 1].low not in PERSONAL | {"that", "there"}:
            return None  # of a name, not it's expected
        return _after_be(found, at, at + 1, "past" if low in ("was", "were") else "present", False)
    if low in ("has", "have", "had", "'ve"):
        group = _after_have(found, at)
        is_seen = low_at(found, at - 2) in ("seem", "appear")  # they seem to have left
        return None if found[at - 1].low == "to" and (group.verb == "have" or is_seen) else group
    if low in ("do", "does", "did"):
        return _after_do(found, at) or _inverted(found, at)
    is_due = low in _DUE_TO and at > 0 and low_at(found, at + 1) == "to"
    if is_due and low_at(found, at + 2) in forms().base:
        group = _after_be(found, at, at, "present", False)
        return group if group.tense == "future" and has_subject(found, at, "past") else None
    return lexical(found, at)


def _participle(word: str) -> str | None:
    return forms().participle.get(word) or (word if word.endswith("ed") and len(word) > 4 else None)


def _after_modal(found: Sequence[Word], at: int) -> Group | None:
    position, negated = skip(found, at + 1 + ((found[at].low, low_at(found, at + 1)) == ("ought", "to")))
    low, modal = low_at(found, position), found[at].low
    if low == "be":
        group = _after_be(found, at, position + 1, "future", negated)
    elif low == "have":
        group = _after_have(found, position)
        group = group._replace(tense="future" if modal == "will" or group.tense == "future" else "perfect")
    elif low == "need" and low_at(found, position + 1) == "to":
        group = _obliged(found, at, position + 1)
    elif low.isalpha() and (low in forms().base or low not in PREPOSITIONS - {"like"}):  # would like to
        group = Group(at, position + 1, low, "future")
    else:
        return None
    return group._replace(first=at, modal=modal, negated=group.negated or negated)


def _after_be(found: Sequence[Word], first: int, at: int, tense: str, negated: bool) -> Group:
    position, more = skip(found, at)
    low, after, known = low_at(found, position), low_at(found, position + 1), forms()
    group = Group(first, position + 1, "be", tense, negated=negated or more)
    if (low, after) == ("to", "have"):  # was to have opened
        return _after_have(found, position + 1)._replace(first=first, tense="future")
    is_wind = after == "wind" and low_at(found, position + 2) in ("farms", "power")  # half were to wind farms
    if (low == "to" and not is_wind and (after in known.base or after == "last")) or (
        low in _DUE and after == "to" and position + 2 < len(found)
    ):
        end, verb, passive = infinitive(found, position + 1 + (low != "to"))
        return group._replace(last=end, verb=verb, tense="future", passive=passive)
    is_heard = low in _HEARD and (after, low_at(found, position + 2)) == ("to", "be")  # is said to be looking for
    if is_heard:
        inner = _after_be(found, first, position + 3, tense, negated)
        is_talking = [word.low for word in found[inner.last : inner.last + 3] if word.low in ("in", "talks")][-1:] == [
            "talks"
        ]
        if inner.tense in ("progressive", "future") or (inner.verb == "be" and is_talking):
            return inner  # is rumoured to be in talks, to be about to sell it
    if low in _SCHEDULED or (low == "set" and after == "for"):
        return group._replace(verb="schedule", tense="future", passive=True)
    if low == "being" and (participle := _participle(after)):
        return group._replace(last=position + 2, verb=participle, tense="progressive", passive=True)
    if low in GLAD and after == "to":
        end, verb, passive = infinitive(found, position + 2)
        return group._replace(last=end, verb=verb, passive=passive)  # is pleased to announce
    participle = _participle(low)
    if participle is not None:
        return group._replace(verb=participle, passive=True)
    if low in known.ing or (low.endswith("ing") and len(low) > 5):
        return group._replace(verb=known.ing.get(low, low), tense="progressive" if tense == "present" else tense)
    return group._replace(last=at)


def _after_have(found: Sequence[Word], at: int) -> Group:
    position, negated = skip(found, at + 1)
    position += 2 * ((low_at(found, position), low_at(found, position + 1)) in _SKIPPED)
    low, past = low_at(found, position), found[at].low == "had"
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
    position, negated = skip(found, at + 1)
    verb, tense = low_at(found, position), "past" if found[at].low == "did" else "present"
    is_verb = verb in forms().base or (negated and verb.isalpha())
    return Group(at, position + 1, verb, tense, negated=negated) if is_verb else None


def is_turned(found: Sequence[Word]) -> bool:
    """Whether a sentence may turn its subject and verb: Only in May, Not until 2019."""
    return found[0].low in ("only", "not") and low_at(found, 1) in ("in", "on", "at", "after", "until", "when", "since")


def _inverted(found: Sequence[Word], at: int) -> Group | None:
    """Only in May did Acme sell its mill, Not until 2029 will it pay: the verb after the subject."""
    if found[at].low not in ("did", "will") or not is_turned(found) or at > 8:
        return None
    opened = found[0].low, found[1].low
    if found[at].low == "will" and (at > 5 or opened not in (("not", "until"), ("only", "in"), ("only", "on"))):
        return None  # Not in 2026 will it open
    bases = forms().base | ({"be"} if found[at].low == "will" else set())
    verbs = (n for n in range(at + 2, min(at + 16, len(found) - 1)) if found[n].low in bases)
    verb = next(
        (n for n in verbs if not (found[n].is_name or is_firm(found, n)) and found[n - 1].low not in DETERMINERS), 0
    )
    if not verb or found[at].low == "did":
        return Group(verb, verb + 1, found[verb].low, "past") if verb else None
    done = _participle(found[verb + 1].low) if found[verb].low == "be" else None
    return Group(verb, verb + 1 + (done is not None), done or found[verb].low, "future", done is not None, modal="will")


def _obliged(found: Sequence[Word], at: int, to: int) -> Group:
    """has to pay, will need to be paid: the verb after to, as after must."""
    end, verb, passive = infinitive(found, to + 1)
    return Group(at, end, verb, "future", passive, modal="must")
