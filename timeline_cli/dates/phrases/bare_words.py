"""Which bare words of a query promise a date, and whether the words next to one belong to it.

Owns: BEGINNINGS, and the refusal of a phrase cut short and of words of time next to a date. Does not: read a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_ENDS
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.ranges import read_phrase
from timeline_cli.dates.phrases.words import (
    MONTH,
    NOUN_OF_TIME,
    NUMBER,
    OF_TIME,
    PART,
    UNIT,
    WHICH,
    Asked,
    holds_year,
    normal,
    whole,
)  # fmt: skip

# Words that promise a date: among bare words, one of these without a complete phrase is an error.
BEGINNINGS = frozenset({
    "since", "until", "before", "after", "between", "from", "last", "this", "next",
    "today", "yesterday", "tomorrow",
})  # fmt: skip
# The same, where they are a phrase.
_UP_TO_TODAY = frozenset({"ytd", "qtd", "mtd", "wtd", "fytd", "ttm", "ltm", "date"})
_SPAN = r"(?:week|month|quarter|half|year)"
_CURRENT = (
    rf"\bprevious (?:{NUMBER} )?{_SPAN}|\bpast {NUMBER} (?:{UNIT}|half)s?\b"
    rf"|\b(?:start|beginning|end) of (?:the )?(?:fiscal )?{_SPAN}"
)


def promises_date(run: str) -> bool:
    words = re.findall("[a-z]+", run)
    return holds_year(run) or not (BEGINNINGS | _UP_TO_TODAY).isdisjoint(words) or bool(re.search(_CURRENT, run))


def counts(run: str, following: Sequence[str]) -> bool:
    """Whether a year is no year but a number: 1000 days ago. A 2024 year review is of the year 2024."""
    return whole(r"(?:.* )?\d{4}", run) is not None and any(whole(UNIT + "s", normal(word)) for word in following)


LONGEST_DATE = 8  # words


def is_foreign(word: str) -> bool:
    from timeline_cli.dates.hints import languages

    return languages.is_foreign(word)


def check_not_cut_short(run: str, following: list[str], period: Period, asked: Asked) -> None:
    """Refuse a phrase that goes on in words which were not read: half of it would answer another question."""
    if not following:
        return
    word, one_sided = following[0], period.last == NEVER_ENDS and run.split()[0] in ("from", "since", "after")
    if (
        whole(rf"{MONTH}|{PART}(?:\.\.|[-/]){PART}", word)
        or (whole(r"[+-]\d+", word) and whole(f"{UNIT}s?", " ".join(following[1:2])))
        or (word in ("to", "-", "till", "through") and one_sided)
    ):
        raise _cut_short(run, following[: max(2, 1 + _date_length(following[1 : 1 + LONGEST_DATE], asked))])
    if run.endswith(" on") and word not in ("and", "or", "not"):
        since, named = run.removesuffix(" on"), " ".join(following[:1])
        both = "" if whole(OF_TIME, named) else f", or {since} {named}"
        raise DateFault("E106", f"{run} can be from then on, or about {named}", f"write {since}..{both}")
    _check_alone(run, following, asked)


_TIME = r"\d\d?(?::\d\d|[ap]m)"
# Which an ordinary word may have before them, next to a date: more than 2025.
_LOOSE = frozenset({
    "than", "as", "and", "or", "&", "-", "–", "ended", "ending", "starting", "only", "just", "no", "full", "all",
    "whole", "entire", "few", "several", "couple", "some", "many", "about", "around", "roughly", "rolling", "trailing",
})  # fmt: skip
_LINKS = _LOOSE | {
    "to", "till", "til", "until", "since", "through", "thru", "from", "before", "after", "within", "during", "between",
    "beyond", "on", "up", "in", "of", "at", "by", "the", "..",
}  # fmt: skip
_FROM_TODAY = rf"\b(?:{WHICH}|past|ago|now|today|yesterday|tomorrow|{'|'.join(sorted(_UP_TO_TODAY))})\b"


def _check_alone(run: str, following: list[str], asked: Asked) -> None:
    """Refuse what is counted from today beside another date, since together they may be one.

    Of `last friday in march 2025` and `2023 last quarter` each half is a date, and not the one that is meant.
    """
    links = list(takewhile(_LINKS.__contains__, following))
    rest = following[len(links) : len(links) + LONGEST_DATE]
    if not rest:
        return
    length = _date_length(rest, asked)
    if length and (re.search(_FROM_TODAY, run) or (not links and re.search(_FROM_TODAY, " ".join(rest[:length])))):
        raise _cut_short(run, following[: len(links) + length])


def _date_length(words: Sequence[str], asked: Asked) -> int:
    """How many of the words are a date that a query would take, 0 for none."""
    for count in range(len(words), 0, -1):
        text = " ".join(words[:count])
        try:
            if promises_date(text) and not counts(text, words[count : count + 1]) and read_phrase(text, asked):
                return count
        except DateFault:
            return count
    return 0


def _cut_short(run: str, following: list[str]) -> DateFault:
    entire = " ".join([run, *following])
    return DateFault("E102", f"{entire} goes on after {run}, which is all that could be read", part=entire)


DATE, NAME, TEXT, SMALL, BREAK = "date", "name", "text", "small", "break"


class Piece(NamedTuple):
    """What the tokens from `begin` to before `end` of a query became, in normal text."""

    role: str
    text: str
    begin: int
    end: int


# By the token at which they begin: the role and the number of the words. Other tokens end a run of words.
Roles = Mapping[int, tuple[str, int]]


def next_to_a_date(words: Sequence[str], roles: Roles) -> tuple[DateFault, int] | None:
    """The fault of one run of dates and words of time, and the first token in it that would be text; None for none."""
    pieces, at = [], 0
    while at < len(words):
        role, count = roles.get(at, (BREAK, 1))
        pieces.append(Piece(role, normal(" ".join(words[at : at + count])), at, at + count))
        at += count
    begun = 0
    for end in range(len(pieces) + 1):
        if end < len(pieces) and (pieces[end].role == DATE or _is_link(pieces[end]) or _is_of_time(pieces[end])):
            continue
        found = _in_run(pieces, begun, end)
        if found is not None:
            run = pieces[found[0] : found[1] + 1]
            entire = " ".join(words[run[0].begin : run[-1].end])
            text = next(piece.begin for piece in run if piece.role == TEXT)
            return DateFault("E102", f"{entire} is not read as one date", part=entire), text
        begun = end + 1
    return None


def _in_run(pieces: Sequence[Piece], first: int, end: int) -> tuple[int, int] | None:
    before = pieces[first - 1].role if first else BREAK
    after = pieces[end].role if end < len(pieces) else BREAK
    dates = [at for at in range(first, end) if pieces[at].role == DATE]
    if not dates:
        return None
    if before == TEXT and dates[0] == first + 1 and whole(NOUN_OF_TIME, pieces[first].text):
        # A day counts more than the word before it: results 22 23 March 2025.
        first += not (pieces[first].text.isdigit() and whole(r"\d\d? .*", pieces[first + 1].text))
    if after == TEXT and _is_of_time(pieces[end - 1]) and not whole(rf"{PART}.*|{_TIME}", pieces[end - 1].text):
        end -= 1
    elif after == TEXT:
        while _is_link(pieces[end - 1]):
            end -= 1
    while pieces[end - 1].role == SMALL:
        end -= 1
    while pieces[first].role == SMALL or (before == TEXT and pieces[first].text in _LOOSE):
        first += 1
    is_whole = all(piece.role in (DATE, SMALL) or piece.text in ("and", "or") for piece in pieces[first:end])
    return None if is_whole else (first, end - 1)


def _is_link(piece: Piece) -> bool:
    return piece.role == SMALL or (piece.role == TEXT and piece.text in _LINKS)


def _is_of_time(piece: Piece) -> bool:
    return piece.role == TEXT and (whole(OF_TIME, piece.text) is not None or is_foreign(piece.text))
