"""Suggestions for a text in no accepted form, each parsed before it is offered.

Owns: Near, and its wording for files and questions. Does not: search for suggestions, or offer one that would be
rejected too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import Days
from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault, shown
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.phrases.ranges import read_sides
from timeline_cli.dates.phrases.sides import Sides
from timeline_cli.dates.phrases.words import Asked
from timeline_cli.dates.phrases.written import form_of, written
from timeline_cli.dates.points import Setting
from timeline_cli.hint import Hint

# Any year end and zone will do to test whether a form is valid.
SOMEWHERE = Setting(FiscalYear(12), "UTC")


class Where(NamedTuple):
    """Where a text was written, in a file or a question, and what is known there.

    `today` is None if a text must mean the same every day, as in a file.
    """

    in_file: bool
    today: date | None = None
    fiscal: FiscalYear | None = None


class Near(NamedTuple):
    """What a text may mean.

    `form` is a date of a file; if it is empty, `instead` is the whole hint, else what follows the form. `moment` is
    another form, for something that did not last. `lasts` means that the text has two ends, so `form` is for something
    that lasts. In `reason`, {0} is the text.
    """

    code: str
    reason: str
    form: str = ""
    instead: str = ""
    moment: str = ""
    certain: bool = False
    lasts: bool = False


Found = Near | DateFault | None
Explain = Callable[[re.Match[str], Where], Found]
# Eager (cannot be ordinary text, so rejected even among bare words), a pattern for normalized text, its meaning.
Row = tuple[bool, str, Explain]

LIMITS = {"Q": "quarters run from Q1 to Q4", "H": "the halves of a year are H1 and H2"}
_OTHER_FORM = "{0} is not a date in an accepted form"


def offer(form: str, *, reason: str = _OTHER_FORM, code: str = "E102", remark: str = "", certain: bool = True) -> Found:
    """`form` as what to write, the form's fault if there is no such day, None if it is not a form."""
    try:
        parse_date(form, SOMEWHERE)
    except DateFault as fault:
        return fault if fault.hint else None
    return Near(code, reason, form, remark, certain=certain and not remark)


def doubt(code: str, reason: str, instead: str) -> Near:
    """A text that has no form to suggest."""
    return Near(code, reason, instead=instead)


def says(code: str, reason: str, instead: str) -> Explain:
    return lambda match, where: doubt(code, reason, instead)


def of_sides(sides: Sides, reason: str = _OTHER_FORM, code: str = "E102", *, vague: bool = False) -> Near:
    """The form of a phrase; not certain if its bounds are a matter of taste."""
    form, moment, certain = written(sides)
    return Near(code, reason, form, "", moment, certain and not vague, sides.word == "to" and not vague)


# Days that no phrase counts to the same result from, at least one of them near every two-digit year.
_FAR_APART = (date(1960, 2, 3), date(2040, 6, 24), date(2100, 10, 14))


def sides_of(text: str, where: Where) -> Sides | None:
    """The meaning of a normalized text as a phrase, if it is the same every day or today is known.

    Raises DateFault for a phrase that names no day.
    """
    if where.today is not None:
        return read_sides(text, Asked(where.today, where.fiscal, where.in_file))
    first: Sides | None = None
    faults = []
    for day in _FAR_APART:
        try:
            sides = read_sides(text, Asked(day, where.fiscal))
        except DateFault as fault:
            faults.append(fault)
            continue
        if sides is None or (first is not None and sides != first):
            return None
        first = sides
    if len(faults) == len(_FAR_APART):
        raise faults[0]
    return None if faults else first


def form_for(text: str, where: Where) -> str:
    """The one point in time in a normalized text, as a file writes it; empty if there is none."""
    try:
        found = parse_date(text.upper(), SOMEWHERE)
        return text.upper() if found.kind == "point" and not (found.approximate or found.uncertain) else ""
    except DateFault:
        pass
    days = period_of(text, where)
    return form_of(days) if days else ""


def period_of(text: str, where: Where) -> Days | None:
    """The days of the one period in a normalized text."""
    try:
        sides = sides_of(text, where)
    except DateFault:
        return None
    return sides.first if sides is not None and not sides.word else None


def told(found: Near | DateFault, text: str, where: Where) -> DateFault:
    """The fault of a text with what to write instead, for a file or a question."""
    if isinstance(found, DateFault):
        return found
    reason = found.reason.format(shown(text))
    if not found.form:
        return DateFault(found.code, reason, found.instead)
    if not where.in_file:
        form = asked_for(found.form)
        return DateFault(found.code, reason, Hint(f"write {form}{found.instead}", form))
    form = found.form
    if found.moment:
        words = f"write {form} for something that lasts, {found.moment} for one moment in it{found.instead}"
        return DateFault(found.code, reason, Hint(words, form))
    return DateFault(found.code, reason, Hint(f"write {form}{found.instead}", form, found.certain))


def asked_for(form: str) -> str:
    """A file's date as a question writes it, in days."""
    first, slash, last = form.strip("[]").rstrip("?~%").replace("..", "/", form[:1] == "[").partition("/")
    sides = ["" if side == ".." else side.split("T")[0].rstrip("?~%") for side in (first, last)]
    return "..".join(sides) if slash and sides[0] != sides[1] else sides[0]
