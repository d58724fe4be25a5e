"""A finite verb group, and which of them are participles that only describe a noun.

Owns: Group. Does not: find one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.dates.in_text.english_words import NUMBERS
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    REPORTING,
    SAYING,
    SCHEDULED,
    STRONG,
    word_set,
)
from timeline_cli.drafting.sentences import Word


class Group(NamedTuple):
    """A finite verb group, words `first` to `last` (exclusive), by its main verb.

    `tense` is past, perfect, future, present or progressive; `weak` if it may be a participle that follows a noun.
    """

    first: int
    last: int
    verb: str
    tense: str
    passive: bool = False
    negated: bool = False
    modal: str = ""
    weak: bool = False

    @property
    def looks(self) -> str:
        """The tense for dates: past, future or present."""
        if self.tense == "present" and self.verb in SCHEDULED:
            return "future"
        return {"perfect": "past", "progressive": "present"}.get(self.tense, self.tense)


def is_adverb(word: Word) -> bool:
    return word.low in ADVERBS or (
        word.low.endswith("ly") and word.low not in _NO_ADVERBS and not (word.begin and word.is_name)
    )


_NO_ADVERBS = word_set("supply rely family july italy assembly apply comply imply monopoly")


def without_participles(found: Sequence[Word], groups: list[Group]) -> list[Group]:
    """Leave out participles that only describe a noun: the forum designed to attract investors."""
    kept: list[Group] = []
    for number, group in enumerate(groups):
        is_second = number and groups[number - 1] not in kept and found[group.first - 1].low in ("and", "or")
        if is_second and group.last < len(found) and found[group.last].low in PREPOSITIONS | {"to"} and group.weak:
            continue  # built over two years and designed to run
        if group.weak and _is_participle(found, groups, kept, number):
            continue
        kept.append(group)
    return kept


def _is_participle(found: Sequence[Word], groups: list[Group], kept: list[Group], number: int) -> bool:
    group = groups[number]
    after = found[group.last] if group.last < len(found) else None
    start = group.first
    while start > 1 and found[start - 1].low in ADVERBS:
        start -= 1
    before = found[start - 1].low
    if group.verb in SAYING or found[group.first - 1].low == "then":
        return False
    if after is not None and after.low in _PARTICLES and found[min(group.last + 1, len(found) - 1)].low == "by":
        return True  # brought in by the owners
    if after is not None and after.low == "by" and not found[min(group.last + 1, len(found) - 1)].text[0].isdigit():
        return True
    previous = kept[-1] if kept else None
    following = next((each for each in groups[number + 1 :][:1] if not is_infinitive(found, each)), None)
    between = found[previous.last : start] if previous is not None else found[:start]
    is_bare = after is not None and after.low in PREPOSITIONS
    if before == ",":
        return not _in_relative(found, kept, group) and _is_apposed(found, start, group, previous, following)
    if any(word.low in ("which", "whom", "whose") for word in between):
        return False  # on which work started
    if len(kept) == 1 and 1 < kept[0].first < start and not _breaks(between):
        noun, opens = (word.low for word in found[kept[0].first - 2 : kept[0].first])
        is_last = following is None or _breaks(found[group.last : following.first])
        if opens in ("that", "who") and noun.isalpha() and is_last:
            return False  # an attack that closed its shop made matters worse
    if previous is not None and before in ("and", "but") and previous.tense == group.tense == "present":
        return False
    if previous is not None and not _breaks(between) and previous.verb not in REPORTING and before not in _FOR_NOUNS:
        return True
    if previous is not None and previous.verb in REPORTING and before in _DOCUMENTS:
        return True
    if following is None or after is None or before in PRONOUNS:
        return False
    if is_bare and found[following.first - 1].low in RELATIVE and following.first - group.last < 5:
        return found[following.first - 2].text != ","  # a project announced in May that will cost
    rest = found[group.last : following.first]
    if (after.low in PREPOSITIONS or after.low in _ADVERBIAL) and not any(
        word.low in STRONG | {"and", "or", "but", "then"} or word.text in ";:" for word in rest
    ):
        said = following.verb in REPORTING | {"show"} and any(word.text == "," for word in rest)
        return not said and not any(word.low in PRONOUNS for word in rest[-1:])
    return False


def _is_apposed(
    found: Sequence[Word], start: int, group: Group, previous: Group | None, following: Group | None
) -> bool:
    """Whether it describes the noun before a comma: the shop, opened in 1979, closed."""
    after = found[group.last] if group.last < len(found) else None
    between = found[previous.last if previous is not None else 0 : start]
    ends = following.first if following is not None and group.verb not in _NAMING else 0
    is_listed = any(
        found[at].low == "and" and (at + 1 == ends or found[at + 1].text == ",") for at in range(group.last, ends)
    )
    if is_listed and after is not None and (previous is not None or after.low in _BEFORE_NOUN):
        is_noun = after.text[0].isalnum() and after.low not in PREPOSITIONS | ADVERBS
        if is_noun or found[group.last + (after.low in _PARTICLES)].text[0] in "$€£0123456789":
            return False  # took over, changed hands and, in 1990, died
    follows = following is not None and found[following.first - 1].text == ","
    joined = any(word.low in ("and", "but") for word in between)  # and the shop, opened in 1979, closed
    opened = joined or any(word.low in STRONG or word.text in ';:"' for word in found[:start])
    is_bare = after is not None and after.low in PREPOSITIONS
    is_apposed = follows if previous is None else is_bare and ((follows and joined) or not (following or opened))
    has_verb = previous is not None and previous.verb not in REPORTING and not _breaks(between[:-1])
    return has_verb or is_apposed or not closes(found, start - 1)


def is_infinitive(found: Sequence[Word], group: Group) -> bool:
    """Whether to is before the verb: with deliveries to follow in May, only to be closed in 2009."""
    ahead = [word.low for word in found[max(group.first - 2, 0) : group.first + 1]]
    return "to" in ahead[-2:] or ahead[:2] == ["to", "be"]


_PARTICLES = frozenset(("in", "up", "out", "over", "off", "down"))
_FOR_NOUNS = PRONOUNS | {"them", "him"}
_BEFORE_NOUN = frozenset(("a", "an", "the", "its", "his", "her", "their", *NUMBERS))
_NAMING = word_set("call name dub give deem elect appoint award pay offer make rename")
_DOCUMENTS = frozenset(("notice", "statement", "filing", "report", "letter", "memo", "post", "interview"))
_ADVERBIAL = frozenset(("exclusively", "mainly", "primarily", "last", "today"))


def _breaks(between: Sequence[Word]) -> bool:
    """Whether a new clause may have begun."""
    return any(
        word.text in (",", ";", ":", "—", "–", '"')
        or word.low in STRONG
        or (word.low in ("and", "or") and at == len(between) - 1)
        for at, word in enumerate(between)
    )


def _in_relative(found: Sequence[Word], kept: list[Group], group: Group) -> bool:
    """Whether a comma closes a relative clause with its verb: X, which makes cars, rose."""
    comma, opened = group.first - 1, group.first - 1
    openers = _OPENERS | _ASIDES if len(kept) == 1 and is_aside(found, kept[0].first) else _OPENERS
    for at in range(1, comma):
        reach = {"who": 4, "when": 4, "which": 2, "whom": 2}.get(found[at].low, 1)
        is_opened = any(word.text == "," for word in found[max(at - reach, 0) : at])
        opened = at if found[at].low in openers and is_opened else opened
    inner = [each for each in kept if each.first > opened and each.verb not in REPORTING]
    return opened < comma - 2 and sum(found[each.first - 1].low not in ("and", "or", "but") for each in inner) < 2


_OPENERS = frozenset(("which", "who", "whose", "where"))
_ASIDES = frozenset(("since", "when", "after", "while", "because", "although", "until"))


def is_aside(found: Sequence[Word], verb: int) -> bool:
    """Whether the first verb is one between the subject and its own verb: sales, since Acme was sold, rose."""
    opened = next((at for at in range(verb - 1, 0, -1) if found[at].low in _ASIDES), 0)
    comma = next((at for at in range(opened - 1, max(opened - 4, 0), -1) if found[at].text == ","), 0)
    return comma > 0 and found[0].low not in PREPOSITIONS | STRONG and not _breaks(found[:comma])


def closes(found: Sequence[Word], comma: int) -> bool:
    """Whether a comma closes what another one opened."""
    return any(word.text == "," for word in found[max(comma - 24, 0) : comma])
