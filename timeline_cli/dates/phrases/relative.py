"""Periods counted from today: last month, next 3 weeks, two weeks ago, last friday.

Owns: the arithmetic from today to another day or unit. Does not: read text; the forms are phrase_periods.py's.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline_cli.dates import calendar
from timeline_cli.dates.calendar import Days
from timeline_cli.dates.phrases.words import MONTHS_IN, STEPS, Asked, count_of, weekday_number


def shifted(day: date, unit: str, count: int) -> date:
    """`count` units on from `day`; where the month is too short, its last day."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    from dateutil.relativedelta import relativedelta  # few questions count months

    return day + relativedelta(months=count * MONTHS_IN[unit])


def single(day: date) -> Days:
    return day.toordinal(), day.toordinal()


def calendar_unit(match: re.Match[str], asked: Asked) -> Days:
    """This, last or next unit of the calendar; a week runs from Monday to Sunday."""
    return _units_on(asked.today, match["unit"], STEPS[match["which"]])


def _units_on(today: date, unit: str, count: int) -> Days:
    if unit == "week":
        monday = today.toordinal() - today.weekday() + 7 * count
        return monday, monday + 6
    size = MONTHS_IN[unit]
    return calendar.months(today.year, ((today.month - 1) // size + count) * size + 1, size)


def run(match: re.Match[str], asked: Asked) -> Days:
    """N units that end today (last, past, previous) or start today (next); whole quarters and halves but for `past`."""
    today, count, unit, which = asked.today, count_of(match["count"]), match["unit"], match["which"]
    if unit in ("quarter", "half") and which != "past":
        size = MONTHS_IN[unit]
        first = (today.month - 1) // size + (1 if which == "next" else -count)
        return calendar.months(today.year, first * size + 1, count * size)
    if which == "next":
        return today.toordinal(), shifted(today, unit, count).toordinal() - 1
    return run_before(today, unit, count)


def run_before(end: date, unit: str, count: int) -> Days:
    """N units that end with a day."""
    return shifted(end, unit, -count).toordinal() + 1, end.toordinal()


def ago(match: re.Match[str], asked: Asked) -> Days:
    return _counted(match["unit"], -count_of(match["count"]), asked)


def ahead(match: re.Match[str], asked: Asked) -> Days:
    return _counted(match["unit"], count_of(match["count"]), asked)


def _counted(unit: str, count: int, asked: Asked) -> Days:
    is_unit = asked.in_file and unit != "day"
    return _units_on(asked.today, unit, count) if is_unit else single(shifted(asked.today, unit, count))


def weekday(match: re.Match[str], asked: Asked) -> Days:
    """The nearest such day strictly before today (last) or strictly after it (next)."""
    wanted, today = weekday_number(match["weekday"]), asked.today
    if match["which"] == "next":
        return single(today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1))
    return single(today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1))


def weekday_of_week(match: re.Match[str], asked: Asked) -> Days:
    monday, _ = calendar_unit(match, asked)
    return single(date.fromordinal(monday + weekday_number(match["weekday"])))
