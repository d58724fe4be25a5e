"""Whether a participle belongs to what a comma apposes: the shop, opened in 1979, closed; Acme, a shop opened by Bolt.

Owns: that decision. Does not: find the groups.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.drafting.beside_verb import MOMENTS, NAMING, breaks, is_active
from timeline_cli.drafting.group import Group, closes, is_infinitive
from timeline_cli.drafting.lexicon import ADVERBS, PREPOSITIONS, PRONOUNS, RELATIVE, REPORTING, STRONG
from timeline_cli.drafting.sentences import Word


def is_apposed(found: Sequence[Word], start: int, groups: list[Group], number: int, kept: list[Group]) -> bool:
    """Whether it describes the noun before a comma: the shop, opened in 1979, closed."""
    group, previous = groups[number], kept[-1] if kept else None
    following = next((each for each in groups[number + 1 :][:1] if not is_infinitive(found, each)), None)
    after = found[group.last] if group.last < len(found) else None
    between = found[previous.last if previous is not None else 0 : start]
    ends = following.first if following is not None and group.verb not in NAMING else 0
    is_listed = any(
        found[at].low == "and" and (at + 1 == ends or found[at + 1].text == ",") for at in range(group.last, ends)
    )
    if is_listed and after is not None and previous is not None and after.low not in PREPOSITIONS | ADVERBS:
        return False  # took over, changed hands and, in 1990, died
    goes_on = following is not None and (is_active(found, following) or not following.weak)
    if following is not None and previous is not None and not previous.passive and goes_on:
        joint = following.first - 1  # cut prices, opened in Rome and hired a chief
        if found[joint].low == "and" and found[joint - 1].text != ",":
            return False
    follows = following is not None and found[following.first - 1].text == ","
    joined = any(word.low in ("and", "but", "while") for word in between)  # and the shop, opened in 1979, closed
    joined = joined or any(word.low in MOMENTS for word in between)  # once the batch, destined for Rome, has left
    joined = joined or (previous is not None and previous.verb in REPORTING)  # said the shop, opened in 1979, closed
    opened = joined or any(word.low in STRONG or word.text in ';:"' for word in found[:start])
    is_bare = after is not None and after.low in PREPOSITIONS
    is_apposed = follows if previous is None else is_bare and ((follows and joined) or not (following or opened))
    has_verb = previous is not None and previous.verb not in REPORTING and not breaks(between[:-1])
    return (has_verb and not _in_aside(found, kept)) or is_apposed or not closes(found, start - 1)


def _in_aside(found: Sequence[Word], kept: list[Group]) -> bool:
    """Whether the last verb is of a relative clause within an aside: the price, agreed after talks that began, is."""
    at, floor = kept[-1].first, kept[-2].last if len(kept) > 1 else 1
    return found[at - 1].low in RELATIVE and any(word.text == "," for word in found[floor:at])


def is_of_apposed(found: Sequence[Word], group: Group, previous: Group, start: int) -> bool:
    """Whether it describes a noun that a comma apposes: bought Acme, a shop founded in 1979 | by Ada Byron."""
    comma = next((n for n in range(start - 1, max(start - 7, previous.last - 1), -1) if found[n].text == ","), 0)
    is_noun = comma > 0 and found[comma + 1].low in ("a", "an") and comma + 2 < start
    goes_on = group.last < len(found) and found[group.last].low in PREPOSITIONS | {"since"}
    is_main = STRONG.isdisjoint(word.low for word in found[: previous.first])
    is_main &= previous.verb not in REPORTING - {"see"}
    is_plain = {word.low for word in found[comma + 1 : start]}.isdisjoint(PRONOUNS | RELATIVE)  # a shop it opened
    return is_noun and goes_on and is_main and is_plain and found[start - 1].text.islower()
