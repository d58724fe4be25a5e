"""The financial calendar of a release: lines with a day and what is published or held then.

Owns: where it is, and its events. Does not: read sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.asides import fine, parsed
from timeline_cli.drafting.modality import type_of_words
from timeline_cli.drafting.names import Cast
from timeline_cli.drafting.proposal import Draft
from timeline_cli.text import clean

_HEADING = re.compile(
    r"\W*(?:\w+ )?(?:(?:financial|corporate|investors?|events?|reporting) (?:calendar|diary|dates|events)|calendar|"
    r"(?:upcoming|key|important|next) (?:\w+ )?(?:dates|events)|(?:dividend |expected )?timetable|"
    r"dates for (?:your|the) diary)\b[^.!?]{0,40}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")
_FINITE = re.compile(r"\b(?:is|are|was|were|will|has|have)\b")
_LINE = re.compile(r"[^\n]+")
_MAX = 160  # characters of a line
# Around the day of a line: bullets, the hour, the weekday.
_APART = r"[\s•▪‣◦*·–—|:;,.()-]"
_HOUR = r"(?:(?:at )?\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?)"
_BEFORE, _AFTER = re.compile(rf"{_APART}*"), re.compile(rf"(?:{_APART}|{_HOUR})*")


def is_heading(line: str) -> bool:
    return len(line) < 80 and _HEADING.fullmatch(line) is not None


def is_line(line: str) -> bool:
    is_prose = line.rstrip().endswith(".") and _FINITE.search(line) is not None
    return len(line) < _MAX and _YEAR.search(line) is not None and not is_prose


def diary_lines(text: str) -> list[tuple[int, int]]:
    """The lines of calendars, by where they begin and end; the headings have no events and are among them."""
    found: list[tuple[int, int]] = []
    within = False
    for match in _LINE.finditer(text):
        opens = is_heading(match[0])
        within = opens or (within and is_line(match[0]))
        found += [match.span()] if within else []
    return found if len(found) > 1 else []


def diary(
    text: str, written: str, lines: Sequence[tuple[int, int]], dates: Sequence[Expression], cast: Cast, published: date
) -> Iterator[Draft]:
    """The events of those lines: 11 March 2027: Annual Report 2026; Annual General Meeting  14 May 2027."""
    leader = cast.leader or cast.main_company
    begins = [each.begin for each in dates]
    for begin, end in lines:
        day = _day(text, begin, end, dates[bisect_left(begins, begin) : bisect_left(begins, end)])
        found = parsed(day.date or "") if day is not None else None
        if day is None or found is None or is_heading(text[begin:end]):
            continue
        ahead, after = text[begin : day.begin], text[day.end : end]
        what = " ".join(f"{_stripped(ahead)} {_stripped(after)}".split())
        if len(what) < 3 or what.islower():
            continue
        is_named = not leader or any(each.name == leader for each in cast.names(what))
        yield Draft(
            found.text,
            clean(what if is_named else f"{cast.short(leader)}: {what}"),
            (written[begin:end].strip(),),
            type_of_words(what),
            "scheduled" if found.bounds.start > published.toordinal() else None,
            companies=(leader,) if leader else (),
        )


def _day(text: str, begin: int, end: int, inside: Sequence[Expression]) -> Expression | None:
    """The date at the start of a line, else at its end, else the only day."""
    found = [each for each in inside if each.date and _YEAR.search(each.text) and each.type in ("DATE", "TIME")]
    first = [each for each in found if _BEFORE.fullmatch(text, begin, each.begin)]
    last = [each for each in found if _AFTER.fullmatch(text, each.end, end)]
    days = [each for each in found if fine(each) <= 2]
    return next(iter(first or last or (days if len(days) == 1 else [])), None)


def _stripped(text: str) -> str:
    text = re.sub(rf"^(?:{_APART}|{_HOUR})+|{_APART}+$", "", text)
    return f"{text})" if text.count("(") > text.count(")") else text
