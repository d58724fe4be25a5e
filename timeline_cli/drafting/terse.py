"""Verbs that only the kind of a text shows: of headlines, items of lists, entries of chronologies.

Owns: these groups. Does not: know the grammar of whole sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import NUMBERS
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.amounts import CODES
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexical import NO_VERBS, is_firm
from timeline_cli.drafting.lexicon import DETERMINERS, PREPOSITIONS
from timeline_cli.drafting.measures import is_measure
from timeline_cli.drafting.participles import in_date
from timeline_cli.drafting.sentences import Word
from timeline_cli.fields.amounts import SCALES


def with_terse(
    found: Sequence[Word], groups: Sequence[Group], dates: Sequence[Expression], in_list: bool, in_entry: bool
) -> list[Group]:
    """The groups of a sentence, with those that its place in a list or a chronology shows."""
    groups = [*_plural(found, groups), *groups] or _labelled(found)
    if in_list or in_entry:
        start = next((at for at, word in enumerate(found) if word.text.isalpha() and not in_date(word, dates)), 0)
        ends = next((at for at, word in enumerate(found) if word.text == ";"), len(found))
        is_alone = start + 1 < ends and found[start + 1].text.islower() and not any(g.first < ends for g in groups)
        first = _opening(found, start, is_alone) if not groups or groups[0].first > start else None
        groups = [first, *groups] if first is not None else groups
    return groups or (_verbless(found, in_entry) if in_list or in_entry else [])


def _plural(found: Sequence[Word], groups: Sequence[Group]) -> list[Group]:
    """The main verb after a plural noun, if no other is finite: Fires force Acme to close a plant that makes cars."""
    end = len(found) - 1 if not groups else groups[0].first - 1
    if groups and found[end].low not in ("that", "which", "who"):
        return []
    for at in range(1, end):
        before, after = found[at - 1], found[at + 1]
        is_plural = before.text.isalpha() and before.low[-1] == "s" and not before.low.endswith(("ss", "us", "is"))
        is_pair = before.is_name and any(word.low == "and" for word in found[max(at - 4, 0) : at - 1])
        is_verb = found[at].low in forms().base and found[at].text.islower() and after.low not in ("of", "and", "or")
        is_verb = is_verb and not is_firm(found, at)
        if (is_plural or is_pair) and is_verb and (after.text[0].isalnum() or after.text[0] in "$€£¥"):
            return [Group(at, at + 1, found[at].low, "present")]
    return []


def _labelled(found: Sequence[Word]) -> list[Group]:
    """The colon between a measure and its amount, as a verb: Net sales: SEK 4 million, up 3%."""
    at = next((n for n, word in enumerate(found[:-1]) if word.text == ":"), 0)
    label = " ".join(word.text for word in found[:at])
    is_led = is_measure(label) or label.endswith(("production", "capacity"))
    first, after = found[at + 1], found[min(at + 2, len(found) - 1)]  # not: Sales: 3 ways to win customers
    is_count = first.text.isdigit() and len(first.text) < 3 and after.low not in SCALES
    return [Group(at, at + 1, "be", "past")] if is_led and _is_amount(found, at + 1) and not is_count else []


def _is_amount(found: Sequence[Word], at: int) -> bool:
    first = found[at + (found[at].text in CODES and at + 1 < len(found))]  # EUR 4 million
    return re.match(r"[A-Z]{,3}[$€£¥₩₹]?\d", first.text) is not None  # US$1.87


def _verbless(found: Sequence[Word], in_entry: bool) -> list[Group]:
    """What an item or an entry says without a finite verb: Revenue of $4 million, Launch of the Spark, Sold to Acme."""
    for at in range(1, len(found) - 1):
        is_figure = found[at].low in ("of", "at", "up", "down") and _is_amount(found, at + 1)
        if is_figure or (in_entry and found[at - 1].text.isalpha() and found[at].low in PREPOSITIONS):
            return [Group(at, at + 1, "be", "past")]
        verb = None if found[at - 1].low in DETERMINERS else forms().participle.get(found[at].low)
        if verb is not None and (found[at + 1].low in _WHEN or (in_entry and at == len(found) - 2)):
            return [Group(at, at + 1, verb, "past", passive=True)]
    return [Group(len(found) - 1, len(found), "be", "past")] if in_entry and len(found) > 2 else []


_WHEN = PREPOSITIONS | {"last", "this", "yesterday", "today"}


def _opening(found: Sequence[Word], at: int, is_alone: bool) -> Group | None:
    """The verb that an item or an entry begins with: Completed the sale of Acme; 2018 – Moves to Austin."""
    if at + 1 >= len(found):
        return None
    low, after, known = found[at].low, found[at + 1], forms()
    if after.low == "to" and not is_alone:
        return None  # Plans to raise it were dropped
    verb, tense = known.past.get(low), "past"
    if verb is None and low.endswith("ed") and len(low) > 4 and low not in NO_VERBS:
        verb = low
    if verb is None:
        verb, tense = known.third.get(low), "present"
    has_object = (
        after.low in DETERMINERS | PREPOSITIONS | NUMBERS.keys() or after.is_name or after.text[0] in "$€£₹¥0123456789"
    )
    return Group(at, at + 1, verb, tense) if verb is not None and (has_object or is_alone) else None
