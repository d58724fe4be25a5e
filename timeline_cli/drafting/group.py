"""A finite verb group, and the words that belong to one.

Owns: Group, its adverbs, and what follows to. Does not: find one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.dates.in_text.english_words import MONTHS, WEEKDAYS
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    NOT,
    PREPOSITIONS,
    SCHEDULED,
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


_WHEN = MONTHS.keys() | WEEKDAYS.keys() | {"last", "next", "early", "late", "the"}
TIMES = frozenset(
    f"{word}{end}"
    for word in ("year", "month", "week", "fortnight", "day", "decade", "century", "hour")
    for end in ("", "s")
)


def is_infinitive(found: Sequence[Word], group: Group) -> bool:
    """Whether to is before the verb: with deliveries to follow in May, only to be closed in 2009."""
    ahead = [word.low for word in found[max(group.first - 2, 0) : group.first + 1]]
    return "to" in ahead[-2:] or ahead[:2] == ["to", "be"]


def is_when(word: Word) -> bool:
    """Whether it may be of a date: sold a mill and in May 2019 bought."""
    return word.low in PREPOSITIONS | ADVERBS | TIMES | _WHEN or word.text.isdigit()


def is_amount_start(word: Word) -> bool:
    """Whether a number or an amount begins: more than $4 million."""
    return word.text[0].isdigit() or re.match(r"[A-Z]{0,3}[$€£¥₩₹]", word.text) is not None


def closes(found: Sequence[Word], comma: int) -> bool:
    """Whether a comma closes what another one opened."""
    return any(word.text == "," for word in found[max(comma - 24, 0) : comma])


def skip(found: Sequence[Word], at: int) -> tuple[int, bool]:
    """Past adverbs; whether one of them negates."""
    negated = False
    if low_at(found, at) == "," == low_at(found, at + 2) and low_at(found, at + 1) in _ASIDE:
        at += 3  # has, however, left
    when = at + (low_at(found, at) == "earlier")  # had earlier this month rejected
    if low_at(found, when) in ("last", "this") and low_at(found, when + 1) in TIMES:
        done = low_at(found, when + 2)
        at = when + 2 if done in forms().participle or done.endswith("ed") else at
    if low_at(found, at) == "since" and (low_at(found, at + 1) in MONTHS or low_at(found, at + 1)[:2] in ("19", "20")):
        at += 2  # has since July been capping
    while at < len(found) and (is_adverb(found[at]) or found[at].low in NOT | _SELVES):
        negated |= found[at].low in NOT
        at += 1
    if low_at(found, at) == "," == low_at(found, at + 3) and low_at(found, at + 2) in ("says", "said"):
        at += 4  # has never, she says, sat through one
    return at, negated


_SELVES = word_set("itself themselves himself herself")
_ASIDE = word_set("however too also though meanwhile therefore moreover nevertheless instead indeed")


def low_at(found: Sequence[Word], at: int) -> str:
    return found[at].low if 0 <= at < len(found) else ""


def infinitive(found: Sequence[Word], at: int) -> tuple[int, str, bool]:
    """The end, the verb and the voice of what follows to: build, be built."""
    at = at if low_at(found, at) == "last" else skip(found, at)[0]
    verb = low_at(found, at)
    if verb == "have" and low_at(found, at + 1) in forms().participle:
        return at + 2, forms().participle[low_at(found, at + 1)], False  # wants to have shut it by 2028
    end = skip(found, at + 1)[0]  # be formally approved
    passive = forms().participle.get(low_at(found, end)) if verb == "be" else None
    return (end + 1, passive, True) if passive else (at + 1, verb, False)
