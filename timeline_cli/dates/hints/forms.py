"""What was meant by a date that is in none of the forms: the one search for files, questions and new events.

Owns: that search, in its order. Does not: turn what it finds into a date.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.hints.doubtful import DOUBTFUL
from timeline_cli.dates.hints.languages import in_english, plain
from timeline_cli.dates.hints.near_forms import NEAR
from timeline_cli.dates.hints.offers import Found, Near, Row, Where, doubt, of_sides, offer, sides_of, told
from timeline_cli.dates.hints.vague import VAGUE
from timeline_cli.dates.phrases.edges import said_otherwise
from timeline_cli.dates.phrases.words import normal, whole

FORMS = "a date looks like 2025, 2025-03, 2025-03-22, 2025-Q1, 2006/.. or [..2025-03-24]"

_MOST_CHARACTERS = 200


def explained(text: str, fault: DateFault, fiscal: FiscalYear | None = None) -> DateFault:
    """The fault of a date of a file, `text`, with what to write instead; as it is where the parser knew that."""
    if fault.hint:
        return fault
    text, part, where = text.strip(), fault.part, Where(in_file=True, fiscal=fiscal)
    found = find(part, where)
    if part == text:
        return told(found, text, where) if found else DateFault(fault.code, fault.message, FORMS)
    in_whole = text.replace(part, found.form) if isinstance(found, Near) and found.form else ""
    if isinstance(found, Near) and in_whole and text.count(part) == 1 and isinstance(offer(in_whole), Near):
        return told(found._replace(form=in_whole, moment=""), part, where)
    # A part alone would be another date.
    of_all = find(text, where)
    if of_all is not None:
        return told(of_all, text, where)
    if found is not None and not (isinstance(found, Near) and found.form):
        return told(found, part, where)
    sides = [side for side in (side.strip() for side in text.split("/")) if side not in ("", "..")]
    named = part if all(len(side) >= 4 and side[0].isdigit() for side in sides) else text
    return DateFault(fault.code, fault.message.replace(part or text, named), FORMS, part)


def find(text: str, where: Where) -> Found:
    """What a text may mean that is in none of the forms of its place; None where nothing is near."""
    if not text.strip():
        return doubt("E102", "the date is empty", FORMS)
    if len(text) > _MOST_CHARACTERS:
        return None
    straight = plain(text)
    for candidate in dict.fromkeys((straight, in_english(straight), said_otherwise(normal(straight)) or straight)):
        phrase = normal(candidate)
        # Where today is known, it tells the century of a year of two digits.
        doubtful = first(DOUBTFUL, phrase, where) if where.today is None else None
        found = doubtful or _read(candidate, text, where) or first((*DOUBTFUL, *VAGUE, *NEAR), phrase, where)
        if found is not None:
            return found
    return None


def first(rows: Iterable[Row], phrase: str, where: Where, *, eager: bool = False) -> Found:
    """What the first row finds that finds something; with `eager`, of those that are no ordinary text."""
    for row_is_eager, pattern, explain in rows:
        match = whole(pattern, phrase) if row_is_eager or not eager else None
        try:
            found = explain(match, where) if match is not None else None
        except (ValueError, OverflowError):
            continue  # out of the calendar
        if found is not None:
            return found
    return None


def _read(candidate: str, text: str, where: Where) -> Found:
    """A text that is a date once it is in plain characters or in English, or that a question would take."""
    strict = candidate.upper()
    if strict != text:
        found = offer(strict)
        if isinstance(found, Near) and candidate == plain(text) and not text.isascii():
            return found._replace(reason=f"{strict} holds characters that only look like those of a date")
        if found is not None:
            return found
    try:
        sides = sides_of(normal(candidate), where)
    except DateFault as fault:
        return fault if fault.hint and fault.code != "E107" else None
    return of_sides(sides) if sides is not None else None


def eagerly(phrase: str, where: Where) -> Found:
    """The same for a normal text among bare words: only what is no ordinary text."""
    return first((*DOUBTFUL, *VAGUE, *NEAR), phrase, where, eager=True)
