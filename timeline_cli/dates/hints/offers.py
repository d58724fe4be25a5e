"""What a text that no form takes may mean, read before it is offered.

Owns: Near, and its words for a file and for a question. Does not: look for what is meant, and to offer what would be
refused as well.
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

# Any year end and any zone serve to see whether a form is one.
SOMEWHERE = Setting(FiscalYear(12), "UTC")


class Where(NamedTuple):
    """Where a text was written: in a file or in a question, and what is known there.

    `today` is None where a text must mean the same on every day, as in a file.
    """

    in_file: bool
    today: date | None = None
    fiscal: FiscalYear | None = None


class Near(NamedTuple):
    """What a text may mean.

    `form` is a date of a file, empty where none can be named; then `instead` is the whole hint, else what follows the
    form. `moment` is another form, for what did not last. `lasts` says that the text has two ends, so that `form` is
    meant of what lasts. In `reason`, {0} is the text.
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
# Eager (no ordinary text, so refused even among bare words), a pattern over normal text, what it means.
Row = tuple[bool, str, Explain]

LIMITS = {"Q": "quarters run from Q1 to Q4", "H": "the halves of a year are H1 and H2"}
_OTHER_FORM = "{0} is not in the form of a date"


def offer(form: str, *, reason: str = _OTHER_FORM, code: str = "E102", remark: str = "", certain: bool = True) -> Found:
    """`form` as what to write, the fault of the form where there is no such day, None where it is no form."""
    try:
        parse_date(form, SOMEWHERE)
    except DateFault as fault:
        return fault if fault.hint else None
    return Near(code, reason, form, remark, certain=certain and not remark)


def doubt(code: str, reason: str, instead: str) -> Near:
    """What has no form that could be named."""
    return Near(code, reason, instead=instead)


def says(code: str, reason: str, instead: str) -> Explain:
    return lambda match, where: doubt(code, reason, instead)


def of_sides(sides: Sides, reason: str = _OTHER_FORM, code: str = "E102", *, vague: bool = False) -> Near:
    """The form of what a phrase says; not certain where its bounds are a matter of taste."""
    form, moment, certain = written(sides)
    return Near(code, reason, form, "", moment, certain and not vague, sides.word == "to" and not vague)


# Days of which no count leads to the same, and of which one at least is near every year of two digits.
_FAR_APART = (date(1960, 2, 3), date(2040, 6, 24), date(2100, 10, 14))


def sides_of(text: str, where: Where) -> Sides | None:
    """What a normal text says as a phrase, where it says the same on every day unless today is known.

    Raises DateFault for a phrase that names no day.
    """
    if where.today is not None:
        return read_sides(text, Asked(where.today, where.fiscal))
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
    """The one point in time that a normal text names, in a form of a file; empty where it names none."""
    try:
        found = parse_date(text.upper(), SOMEWHERE)
        return text.upper() if found.kind == "point" and not (found.approximate or found.uncertain) else ""
    except DateFault:
        pass
    days = period_of(text, where)
    return form_of(days) if days else ""


def period_of(text: str, where: Where) -> Days | None:
    """The days of the one period that a normal text names."""
    try:
        sides = sides_of(text, where)
    except DateFault:
        return None
    return sides.first if sides is not None and not sides.word else None


def told(found: Near | DateFault, text: str, where: Where) -> DateFault:
    """The fault of a text with what to write instead, as a file or a question takes it."""
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
    """A date of a file as a question asks for it, in days."""
    first, slash, last = form.strip("[]").rstrip("?~%").replace("..", "/", form[:1] == "[").partition("/")
    sides = ["" if side == ".." else side.split("T")[0].rstrip("?~%") for side in (first, last)]
    return "..".join(sides) if slash and sides[0] != sides[1] else sides[0]
