"""Runs of bare words made by chance: all of one is read as dates, or the question is refused with a hint that works."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import date

from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.phrase import SOME_FISCAL_YEAR, parse_phrase
from timeline_cli.errors import QueryFault
from timeline_cli.query.parser import parse
from timeline_cli.query.tree import terms_of

TODAY = date(2026, 11, 28)
ORDINARY = ("plant", "results", "hyundai", "opens", "deal", "opening")
MONTHS = ("January", "Mar", "march", "May", "Sept", "december")
PARTS = ("Q1", "Q3", "q4", "H1", "2H", "1Q")
WEEKDAYS = ("Friday", "monday", "Tue", "Sunday")
NUMBERS = ("1", "3", "22", "15", "30", "two", "third", "first", "22nd", "fifth", "25")
UNITS = ("days", "weeks", "months", "quarters", "years", "day", "week", "month", "quarter", "half", "year", "weekend")
YEARS = (
    "2024", "2025", "2026", "2025-03", "2025-03-22", "2024..2025", "2025-Q1", "'24", "FY2025", "FY25", "2024-25",
    "201X", "9M25", "20250322", "2024+", "pre-2024", "mid-2025", "2025,", "22-Mar-2025", "Dec2024", "CY25", "2024/2025",
)  # fmt: skip
LINKS = (
    "to", "on", "in", "of", "and", "or", "since", "until", "till", "through", "by", "before", "after", "from", "within",
    "during", "between", "than", "-", "for", "at", "the", "a", "up", "+",
)  # fmt: skip
OTHERS = (
    "ago", "early", "mid", "late", "later", "earlier", "prior", "fiscal", "calendar", "financial", "last", "next",
    "this", "past", "previous", "today", "yesterday", "YTD", "TTM", "LTM", "date", "present", "now", "so", "far",
    "rest", "end", "start", "beginning", "ended", "ending", "onwards", "spring", "winter", "full", "all", "10:00",
    "Q1..Q3", "Mar-25", "22-25", "+3", "2025Q5", "since2024", "2024..", "..2025", "Jan-Mar", "no", "only", "mai", "bis",
)  # fmt: skip
POOLS = (MONTHS, PARTS, WEEKDAYS, NUMBERS, UNITS, YEARS, YEARS, LINKS, LINKS, OTHERS)
# Without an ordinary word next to them, these are no text.
OF_TIME = {word.lower() for pool in (MONTHS, PARTS, WEEKDAYS, NUMBERS, UNITS) for word in pool} | {
    "to", "until", "till", "through", "ago", "early", "mid", "late", "later", "earlier", "prior", "fiscal",
    "calendar", "financial", "present", "far", "rest", "end", "start", "beginning", "onwards", "spring", "winter",
    "10:00", "q1..q3", "mar-25", "22-25", "+3", "2025q5", "since2024", "jan-mar", "mai", "bis", "within", "ended",
    "ending", "during", "on", "only", "no", "full", "all", "date", "'24",
}  # fmt: skip
# Which belong to an ordinary word before them.
NOUNS = {
    *NUMBERS,
    *UNITS,
    "end",
    "start",
    "beginning",
    "present",
    "than",
    "ended",
    "ending",
    "only",
    "no",
    "full",
    "all",
}
NOUNS |= {word.lower() for word in WEEKDAYS}


class OneName:
    """The name that events of these questions have."""

    def longest(self, words: Sequence[str]) -> int:
        return int(words[0].lower() == "samsung")

    def whole(self, text: str) -> dict[str, frozenset[str]]:
        return {"company": frozenset(["Samsung"])} if text.lower() == "samsung" else {}


def run_of(chance: random.Random) -> list[str]:
    words = [chance.choice(chance.choice(POOLS)) for _ in range(chance.randint(1, 5))]
    for word in chance.choice([[], [], ["samsung"], ["samsung"], [chance.choice(ORDINARY)]]):
        words.insert(chance.choice([0, len(words)]), word)
    return words


def is_read(text: str) -> Period | None:
    """What a phrase that a hint names means as a question; None where it is refused, or where it is no single date."""
    try:
        tree = parse(text.split(), TODAY, OneName())
    except QueryFault:
        return None
    terms = list(terms_of(tree)) if tree is not None else []
    if [term.field for term in terms] != ["date"]:
        return None
    return parse_phrase(terms[0].values[0], TODAY, SOME_FISCAL_YEAR)


def fault_of(words: list[str]) -> str:
    """What is wrong with the answer to a question of these words; empty where nothing is."""
    try:
        tree = parse(words, TODAY, OneName())
    except QueryFault as fault:
        hint = fault.hint
        if not hint.text:
            return "no hint"
        is_date = hint.value is not None and not hint.value.startswith("timeline show")  # without words about order
        if is_date and is_read(hint.value or "") is None:
            return f"the hint is refused: {hint.value}"
        alone = re.search(r"write (.*) alone for (\S*?),", hint.text)
        if alone and ((found := is_read(alone[1])) is None or found.text != alone[2]):
            return f"the hint is refused: {hint.text}"
        return ""
    terms = list(terms_of(tree)) if tree is not None else []
    if not any(term.field == "date" for term in terms):
        return ""
    lower = [word.lower() for word in words if word not in ("of", "in", "the", "a", "by", "at", "for")]
    for word in [term.values[0].lower() for term in terms if term.field != "date"]:
        at = lower.index(word) if word in lower else 0
        before, after = lower[:at][-1:], lower[at + 1 : at + 2]
        if (
            word in OF_TIME
            and not (before and before[0] in ORDINARY and word in NOUNS)
            and (after or [""])[0] not in ORDINARY
        ):
            return f"text: {word}"
    return ""


def faults(count: int, seed: int) -> list[tuple[str, str]]:
    chance = random.Random(seed)
    runs = (run_of(chance) for _ in range(count))
    return [(" ".join(words), fault) for words in runs if (fault := fault_of(words))]


def test_no_piece_of_a_run_of_words_is_answered() -> None:
    assert faults(1500, 7) == []
