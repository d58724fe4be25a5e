"""A finite verb group, and which of them are participles that only describe a noun.

Owns: Group. Does not: find one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.drafting.lexicon import PREPOSITIONS, PRONOUNS, REPORTING, STRONG
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
        return {"perfect": "past", "progressive": "present"}.get(self.tense, self.tense)


def without_participles(found: Sequence[Word], groups: list[Group]) -> list[Group]:
    """Leave out participles that only describe a noun: the forum designed to attract investors."""
    kept: list[Group] = []
    for number, group in enumerate(groups):
        if group.weak and _is_participle(found, groups, kept, number):
            continue
        kept.append(group)
    return kept


def _is_participle(found: Sequence[Word], groups: list[Group], kept: list[Group], number: int) -> bool:
    group = groups[number]
    after = found[group.last].low if group.last < len(found) else ""
    before = found[group.first - 1].low
    if after == "by":
        return True
    previous = kept[-1] if kept else None
    between = found[previous.last : group.first] if previous is not None else found[: group.first]
    breaks = any(
        word.text in (",", ";", ":", "—", "–", '"')
        or word.low in STRONG
        or (word.low in ("and", "or") and at == len(between) - 1)
        for at, word in enumerate(between)
    )
    prepositional = after in PREPOSITIONS or after in ("exclusively", "mainly", "primarily", "last")
    if previous is not None and not breaks and previous.verb not in REPORTING and before not in PRONOUNS:
        return True
    if before == "," and prepositional and group.verb not in ("rise", "fall", "agree", "call", "meet"):
        return True
    if before == "," and not (previous is None or closes(found, group.first - 1)):
        return True
    following = groups[number + 1] if number + 1 < len(groups) else None
    if before == "," and previous is None and following is not None and found[following.first - 1].text == ",":
        return True
    if following is not None and prepositional and before not in PRONOUNS:
        rest = found[group.last : following.first]
        if not any(word.low in STRONG | {"and", "but"} or word.text in ";:" for word in rest):
            said = following.verb in REPORTING and any(word.text == "," for word in rest)
            return not said and not any(word.low in PRONOUNS for word in rest[-1:])
    return False


def closes(found: Sequence[Word], comma: int) -> bool:
    """Whether a comma closes what another one opened."""
    return any(word.text == "," for word in found[max(comma - 14, 0) : comma])
