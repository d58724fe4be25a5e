"""Dates among the bare words of a query, next to names: how many words are one, or why they are none.

Owns: where a date ends, and which words are refused because they are nearly one. Does not: read a phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.phrase import SOME_FISCAL_YEAR, longest_of_anyone, may_begin, parse_phrase
from timeline_cli.dates.phrases.words import OF_TIME, normal, whole
from timeline_cli.query.lexicon import Lexicon


def date_at(words: Sequence[str], today: date, names: Lexicon | None) -> tuple[int, Period | None]:
    """How many words are a date, which ends where a name of several words begins, and its period. Raises DateFault."""
    found: tuple[int, Period | None] = (0, None)
    refused: DateFault | None = None
    try:
        found = longest_of_anyone(words, today)
    except DateFault as error:
        refused = error
    if refused is None and not found[0]:
        return found
    for at in range(1, len(words) if names else 0):
        length = names.longest(words[at:]) if names else 0
        if length > 1 and at + length > found[0]:
            return date_at(words[:at], today, names)
    if refused is not None:
        raise explained(refused, " ".join(words), today)
    return found


def nearly_date(words: Sequence[str], today: date, names: Lexicon | None) -> DateFault | None:
    """The fault of words that begin no date and are hardly text: 2025-02-30, last, 22 March."""
    if not may_begin(*words[:5]):
        return None
    from timeline_cli.dates.phrases.hints import near_words, of_any_year

    near = of_any_year(lambda fiscal: near_words(words, today, fiscal))
    if near is None or near.hint.value or not whole(OF_TIME, normal(words[0])):
        return near
    # With a date that follows, they are refused as one run of words: march 22 March 2025.
    try:
        return None if any(date_at(words[at:], today, names)[0] for at in (1, 2)) else near
    except DateFault:
        return near


def maybe_date(words: Sequence[str], today: date) -> str:
    """The words that are text by the rule but also a whole date: 3 years ago. Empty for none."""
    for count in range(min(len(words), 6) if may_begin(words[0]) else 0, 1, -1):
        phrase = " ".join(words[:count])
        try:
            parse_phrase(phrase, today, SOME_FISCAL_YEAR)
        except DateFault:
            continue
        return phrase
    return ""


def explained(fault: DateFault, text: str, today: date) -> DateFault:
    """The fault of a text with what to write instead, whosever fiscal year is meant."""
    from timeline_cli.dates.phrases import hints

    return hints.of_any_year(lambda fiscal: hints.explained(text, fault, today, fiscal)) or fault
