"""Events that are written twice, under the same or nearly the same title.

Owns: when two titles are one, in one pass over an index of each kind. Does not: compare all pairs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from timeline_cli.checks.selection import Asking
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.hint import Hint
from timeline_cli.model import LINKS, Event, Names
from timeline_cli.spelling import NearMisses
from timeline_cli.text import core, fold

# More were not written by hand, and an index of their typos would need more memory than the events.
_MOST_ON_A_DAY = 5_000
_MOST_WORDS = 20
_MOST_BETWEEN = 8  # events of one title


def events(asking: Asking) -> Iterator[Diagnostic]:
    """Events with the same title, apart from case and punctuation, at dates that overlap, or nearly so on one date."""
    found: dict[str, tuple[Event, Event]] = {}
    companies = asking.timeline.registries.companies
    for first, second in (*_same_titles(asking.events), *_same_days(asking.events, companies)):
        if not _are_told_apart(first, second):
            # Report the lower of the two.
            first, second = sorted((first, second), key=lambda event: (event.file, event.line))
            found.setdefault(second.id, (first, second))
    for first, second in found.values():
        yield Diagnostic(
            "W303",
            f"this looks like a duplicate of {first.id}",
            asking.places.of(second, "title"),
            Hint("delete one of the two; if they differ, link them with related:"),
            ((asking.places.of(first, "title"), "the other event"),),
        )


def _same_titles(listed: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs with the same title whose dates overlap. Expects events in order of their starts."""
    by_title: dict[str, list[Event]] = {}
    for event in listed:
        by_title.setdefault(_compared(event.title), []).append(event)
    for group in by_title.values():
        # Not only the ones just before it: results of other companies on that day may be between the two.
        for number, second in enumerate(group):
            for first in group[max(number - _MOST_BETWEEN, 0) : number]:
                if second.date.bounds.start <= first.date.bounds.end:
                    yield first, second


@lru_cache(maxsize=1 << 14)  # `watch` checks the same titles after each save
def _compared(title: str) -> str:
    return core(_SMALL.sub("", fold(title))) or title


_SMALL = re.compile(r"\b(?:an?|the|of) +(?=\w)", re.IGNORECASE)


def _same_days(listed: Iterable[Event], companies: Names) -> Iterator[tuple[Event, Event]]:
    """Pairs of one date whose titles differ by a typo in one word, found by looking up titles with one word removed.

    Also those of the same companies that tell the same in other words, see `_reworded`.
    """
    by_date: dict[str, list[Event]] = {}
    for event in listed:
        by_date.setdefault(event.date.text, []).append(event)
    for group in (each for each in by_date.values() if 1 < len(each) <= _MOST_ON_A_DAY):
        seen: dict[int, tuple[Event, str]] = {}
        for event in group:
            words, hashes = _hashed(event.title)
            whole = sum(hashes)
            for own, word in zip(hashes, words, strict=True):
                # Hashes replace the other words; that two titles collide and also differ by a typo is unlikely enough.
                before = seen.setdefault(whole - own, (event, word))
                if before[0] is not event and NearMisses([before[1]]).find(word):
                    yield before[0], event
        by_companies: dict[frozenset[str], list[Event]] = {}
        for event in group:
            by_companies.setdefault(frozenset(role.name for role in event.companies), []).append(event)
        for names, events_of in by_companies.items():
            if names and len(events_of) > 1:
                yield from _reworded(events_of, {stem for name in names for stem in _stems(*companies.all_names(name))})


@lru_cache(maxsize=1 << 14)  # as above
def _hashed(title: str) -> tuple[list[str], list[int]]:
    """The first words of a title, and a hash of each and its place."""
    words = fold(title[:200]).split()[:_MOST_WORDS]
    # Not of tuples: their hashes add up to the same sum in a fifth of all cases if two words are swapped.
    return words, [hash(f"{number} {word}") for number, word in enumerate(words)]


def _reworded(listed: Iterable[Event], of_names: Collection[str]) -> Iterator[tuple[Event, Event]]:
    """Pairs whose titles have the same words, whatever their endings and, apart from names and numbers, their order."""
    seen: dict[object, Event] = {}
    for event in listed:
        stems = [(stem, word) for word in _SMALL.sub("", event.title).split() for stem in _stems(word)]
        # Who buys whom, and from what number or place to what, is in the order. Any first word has a capital letter.
        fixed = tuple(
            stem
            for number, (stem, word) in enumerate(stems)
            if stem in of_names or not stem.isalpha() or (number and word[0].isupper())
        )
        first = seen.setdefault((fixed, tuple(sorted(stem for stem, _ in stems))), event)
        if first is not event:
            yield first, event


def _stems(*texts: str) -> list[str]:
    words = (word if word.isalnum() else core(word) for text in texts for word in fold(text).split())
    return [_ENDING.sub("", word) if word.isalpha() else word for word in words if word]


_ENDING = re.compile(r"(?<=[a-z]{3})(?:e[sd]?|s)$")  # completes, completed


def _are_told_apart(first: Event, second: Event) -> bool:
    """Whether they link to each other, or name different companies, people or places."""
    if any(first.id in getattr(second, kind) or second.id in getattr(first, kind) for kind in LINKS):
        return True
    for key in ("companies", "people"):
        one, other = ({role.name for role in getattr(event, key)} for event in (first, second))
        if one and other and not one & other:
            return True
    return bool(first.place and second.place and first.place != second.place)
