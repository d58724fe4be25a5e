"""The tense around each character of a text.

Owns: that lookup. Does not: resolve a date.
"""

from __future__ import annotations

from bisect import bisect_right

from timeline_cli.dates.in_text.moment import Tense
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.sentences import Word, sentences, words
from timeline_cli.drafting.verbs import verb_groups


def tense_in(text: str) -> Tense:
    """The tense around each character of a text: that of the nearest verb of its sentence."""
    spans: list[tuple[int, int, list[tuple[int, str]]]] = []
    for sentence in sentences(text):
        found = words(sentence.text)
        verbs = [(sentence.begin + found[group.first].begin, group.looks) for group in _all_groups(found)]
        spans.append((sentence.begin, sentence.end, verbs))
    starts = [span[0] for span in spans]

    def at(character: int) -> str:
        number = bisect_right(starts, character) - 1
        if number < 0 or not spans[number][2]:
            return ""
        return _nearest(spans[number][2], character)

    return at


def _all_groups(found: list[Word]) -> list[Group]:
    return verb_groups([word._replace(quoted=False) for word in found])


def _nearest(verbs: list[tuple[int, str]], character: int) -> str:
    """The verb before it, else the first one after it."""
    before = [tense for place, tense in verbs if place <= character]
    return before[-1] if before else verbs[0][1]
