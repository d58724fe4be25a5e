"""What the words around a form say of it: an object or a particle after it, a clause that began before it.

Owns: these tests. Does not: decide whether a form is finite.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import NUMBERS
from timeline_cli.drafting.group import TIMES, Group, is_amount_start, is_when
from timeline_cli.drafting.lexicon import INTRANSITIVE, PARTICLES, REPORTING, STRONG, word_set
from timeline_cli.drafting.sentences import Word

NAMING = word_set("call name dub give deem elect appoint award pay owe offer make rename")
BEFORE_NOUN = frozenset(("a", "an", "the", "its", "his", "her", "their", *NUMBERS))
MOMENTS = frozenset(("when", "while", "although", "because", "if", "once", "until"))
_OPENERS = frozenset(("which", "who", "whose", "where"))


def is_active(found: Sequence[Word], group: Group) -> bool:
    """Whether a form is no participle, since a noun follows, past its particle, or none may: picked up the mine."""
    if found[group.last - 1].low in INTRANSITIVE:
        return True
    is_particle = found[min(group.last, len(found) - 1)].low in PARTICLES
    at = group.last + is_particle
    if (group.verb in NAMING and not is_particle) or group.tense != "past" or at + 1 >= len(found):
        return False
    is_time = any(word.low in TIMES for word in found[at : at + 3])
    is_noun = found[at].low in BEFORE_NOUN | {"half", "part", "some"} or found[at].text[0].isdigit()
    is_noun |= found[at].is_name and found[group.first - 1].text == "," and not is_when(found[at])
    return found[at].text[0] in "$€£¥₹" or (is_noun and not is_time)


def breaks(between: Sequence[Word]) -> bool:
    """Whether a new clause may have begun."""
    return any(
        word.text in (",", ";", ":", "—", "–", '"')
        or (
            word.low in STRONG
            and not (word.low == "than" and between[at + 1 : at + 2] and is_amount_start(between[at + 1]))
        )
        or (word.low in ("and", "or") and all(is_when(each) or each.low == "a" for each in between[at + 1 :]))
        for at, word in enumerate(between)
    )


def in_relative(found: Sequence[Word], kept: list[Group], group: Group) -> bool:
    """Whether a comma closes a relative clause with its verb: X, which makes cars, rose."""
    comma, opened = group.first - 1, group.first - 1
    for at in range(1, comma):
        reach = {"who": 4, "when": 4, "which": 2, "whom": 2}.get(found[at].low, 1)
        is_opened = any(word.text == "," for word in found[max(at - reach, 0) : at])
        opened = at if found[at].low in _OPENERS and is_opened else opened
    inner = [each for each in kept if each.first > opened and each.verb not in REPORTING]
    return opened < comma - 2 and sum(found[each.first - 1].low not in ("and", "or", "but") for each in inner) < 2
