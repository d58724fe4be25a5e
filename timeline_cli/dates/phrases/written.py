"""What a phrase says, as the date that a file holds.

Owns: the strict form of a period and of two sides. Refuses: a form with other bounds than the words.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import Days, iso, last_day_of_month
from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.phrases.sides import Sides


class Written(NamedTuple):
    """`form` is the date of a file; where `moment` is given, `form` lasts all its time, and `moment` is once in it.

    `certain` says that the words mean `form` alone.
    """

    form: str
    moment: str = ""
    certain: bool = False


def written(sides: Sides) -> Written:
    first, last, word = sides
    one, other = (point_of(first, 0) if first else ""), (point_of(last, 1) if last else "")
    if not word:
        assert first is not None
        form = form_of(first)
        return Written(form, certain=True) if form else _between(*_outer(first))
    if word in ("since", "present"):
        return Written(f"{one}/..", certain=True)
    if word == "earliest":
        return Written(f"[{one}..]", certain=True)
    if word in ("by", "latest"):
        return Written(f"[..{other}]", certain=True)
    if word == "or":
        return Written(f"[{one}..{other}]", certain=True)
    return _between(one, other)


def _between(one: str, other: str) -> Written:
    return Written(f"{one or '..'}/{other or '..'}", f"[{one}..{other}]")


def _outer(days: Days) -> tuple[str, str]:
    """The first and the last month of whole months, else the first and the last day."""
    first, last = map(date.fromordinal, days)
    if first.day == 1 and last.day == last_day_of_month(last.year, last.month):
        return f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
    return first.isoformat(), last.isoformat()


def point_of(days: Days, side: int) -> str:
    """The form of a period as one side of a range, by its outer day where it has none."""
    return form_of(days) or iso(days[side]) or ""


def form_of(days: Days) -> str:
    """The point in time with these bounds: 2025-W12, 2025-03, 2024-H1. Empty where no form has them."""
    day = date.fromordinal(days[0])
    year, week = f"{day.year:04}", day.isocalendar()
    for form in (
        day.isoformat(), f"{week.year:04}-W{week.week:02}", f"{year}-{day.month:02}", f"{year}-Q{(day.month + 2) // 3}",
        f"{year}-H{1 if day.month < 7 else 2}", year, f"{year[:3]}X", f"{year[:2]}XX",
    ):  # fmt: skip
        try:
            bounds = parse_date(form).bounds
        except DateFault:
            continue
        if (bounds.start, bounds.end) == days:
            return form
    return ""
