"""What to write instead of a phrase that no question takes, whole or among bare words.

Owns: which piece of it a hint is about. Does not: know any near form (see near.py and dates.hints).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from timeline_cli.dates.faults import DateFault, shown
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.hints.forms import eagerly, first
from timeline_cli.dates.hints.offers import (
    Near,
    Where,
    told,
)
from timeline_cli.dates.phrases.bare_words import BEGINNINGS, is_foreign, promises_date
from timeline_cli.dates.phrases.near import FORMS, ROWS, example, is_period, is_phrase, near_miss
from timeline_cli.dates.phrases.phrase import MOST_CHARACTERS, MOST_WORDS, may_begin
from timeline_cli.dates.phrases.ranges import read_phrase
from timeline_cli.dates.phrases.words import (
    Asked,
    normal,
    whole,
)
from timeline_cli.hint import Hint

_ONE_OF_THEM = "give every date its year and ask for one of them, or for a range"
_IN_FULL = "write every date in full, with its year"

_OPENERS = (
    r"(?:(?:since|from|starting|until|till?|through|thru|up to|by|before|after|between"
    r"|in|on|during|within|for|throughout) )+(?P<rest>.+)"
)
_SEPARATOR = r" ?\.\. ?| (?:to|until|till|through|before|-|and) "


def explained(text: str, fault: DateFault, today: date, fiscal: FiscalYear | None = None) -> DateFault:
    """The fault of a phrase, `text`, with what to write instead; as it is where the parser knew that."""
    if fault.hint:
        return fault
    where, asked, phrase = Where(False, today, fiscal), Asked(today, fiscal), normal(text)
    if fault.part:
        found = near_miss(fault.part, where)
        instead = _ONE_OF_THEM if fault.code == "E102" else "write its first and last date"
        if found is not None:
            return told(found, fault.part, where)
        return DateFault(fault.code, fault.message, _alone(fault.part, asked) or instead)
    opened = whole(_OPENERS, phrase)
    rest = opened["rest"] if opened else phrase
    sides = re.split(_SEPARATOR, rest)
    for part in (text, rest, *(side for side in sides if len(sides) > 1 and not is_period(side, asked))):
        found = near_miss(part, where)
        if found is not None:
            return told(found, part, where) if part == text else _in_whole(phrase, part, found, where)
    return _left_over(phrase, asked) or DateFault(fault.code, fault.message, FORMS)


def of_any_year(explain: Callable[[FiscalYear], DateFault | None]) -> DateFault | None:
    """A fault whose hint names no days that depend on whose fiscal year is meant."""
    fault, other = explain(FiscalYear(12)), explain(FiscalYear(6))
    if fault is None or (other is not None and fault.hint == other.hint):
        return fault
    return DateFault(fault.code, fault.message, "write its first and last day")


def _in_whole(phrase: str, part: str, found: Near | DateFault, where: Where) -> DateFault:
    """The fault of a piece, with all of the phrase as what to write: a piece alone would be another date."""
    fault = told(found, part, where)
    if not fault.hint.value:
        return fault
    assert where.today is not None
    written = phrase.replace(part, fault.hint.value)
    is_whole = is_phrase(written, Asked(where.today, where.fiscal))
    return DateFault(fault.code, fault.message, Hint(f"write {written}", written) if is_whole else _IN_FULL, part)


def near_words(words: Sequence[str], today: date, fiscal: FiscalYear | None = None) -> DateFault | None:
    """The fault of bare words that begin no date phrase, and are plainly meant as one or promise one: 2025-02-30, last.

    None where they are ordinary text.
    """
    if not words or not may_begin(words[0]):
        return None
    where = Where(False, today, fiscal)
    runs = [normal(" ".join(words[:count])) for count in range(1, min(len(words), MOST_WORDS) + 1)]
    for run in reversed(runs):
        found = first(ROWS, run, where, eager=True) or eagerly(run, where) if len(run) <= MOST_CHARACTERS else None
        if found is not None:
            return told(found, run, where)
    if runs[0] not in BEGINNINGS:
        return None
    for run in reversed(runs[1:6]):
        for part in (run, run.split(" ", 1)[-1])[: 1 if runs[0] == "between" else 2]:
            if part != run and is_phrase(part, Asked(today, fiscal)):
                alone = _alone(run, Asked(today, fiscal)) or _IN_FULL
                return DateFault("E102", f"{run} is not read as one date", alone)
            found = near_miss(part, where)
            if found is not None:
                return told(found, part, where) if part == run else _in_whole(run, part, found, where)
    return DateFault("E102", f"no date follows {runs[0]}", f"write {example(runs[0])}")


def _alone(text: str, asked: Asked) -> str:
    """How to ask for the one piece of a text that is a date, with its days."""
    words = normal(text).split()
    for count in range(len(words) - 1, 0, -1) if sum(map(is_foreign, words)) < 2 else ():
        for piece in (" ".join(words[:count]), " ".join(words[-count:])):
            try:
                period = read_phrase(piece, asked) if promises_date(piece) else None
            except DateFault:
                continue
            if period is not None:
                return f"write {piece} alone for {period.text}, or one range with the year of every date"
    return ""


def _left_over(text: str, asked: Asked) -> DateFault | None:
    """The fault of a date with words after it that belong to none."""
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        try:
            period = read_phrase(" ".join(words[:count]), asked)
        except DateFault:
            continue
        if period is not None:
            start, rest = " ".join(words[:count]), " ".join(words[count:])
            return DateFault("E102", f"{shown(rest)} is left over after {start}", f"write {start} alone, or a range")
    return None
