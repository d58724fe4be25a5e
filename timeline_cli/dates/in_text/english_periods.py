"""English expressions of quarters, halves, seasons, and periods that end on a day: the year ended March 31.

Owns: what their words mean. Does not: find them in a text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline_cli.dates.in_text import english_words as w
from timeline_cli.dates.in_text import moment
from timeline_cli.dates.in_text.english_calendar import (
    dated,
    direction,
    fiscal_year,
    number,
    shift,
    unit_of,
)
from timeline_cli.dates.in_text.english_relative import spans
from timeline_cli.dates.in_text.moment import Clock, Meaning

# What is reported of a quarter that is over; a deal is to close in one that is ahead.
_RESULT = re.compile(
    r"\b(?:post|report|publish|loss|losses|profits?|revenues?|sales|earnings|income|results?|growth|margins?|dividend)\b"
)


def read_quarter(match: re.Match[str], clock: Clock) -> Meaning | None:
    text = match["n"] or match["q"] or match["r"]
    number = int(text) if text.isdigit() else 4 if text.lower() == "final" else w.ORDINALS[text.lower()]
    year, relative = match["y"] or match["a"] or match["t"], match["which"] or match["b"]
    year = str(fiscal_year(match)) if match["g"] else year
    fiscal = match["f"] is not None or match["g"] is not None
    if fiscal and clock.year_end is None:
        return Meaning("DATE", f"{_full(year) if year else clock.published.year:04}-Q{number}", None)
    end = clock.year_end if fiscal or clock.year_end else 12
    if year:
        full = _full(year)
        return moment.fiscal_part(number, full, (end or 12) if fiscal else 12)
    if relative:
        return moment.fiscal_part(number, clock.published.year + shift(relative), 12)
    before = match.string[max(match.start() - 80, 0) : match.start()]
    is_planned = clock.is_future and before.endswith(("in ", "In ")) and not _RESULT.search(before)
    return moment.latest_part(number, clock, is_planned=is_planned)


def _full(year: str) -> int:
    """The year in four digits: 25 is 2025."""
    return int(year) + (2000 if len(year) == 2 else 0)


def read_ordinal_alone(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The second, after the first quarter or half: the next one, if it is over."""
    found, count = re.fullmatch(r"(\d{4})-([QH])(\d)", clock.latest or ""), w.ORDINALS[match["n"].lower()]
    if found is None or not clock.is_near or count > (4 if found[2] == "Q" else 2):
        return None
    year, months = int(found[1]), count * (3 if found[2] == "Q" else 6)
    year += count < int(found[3]) and (year + 1, months) < clock.published.timetuple()[:2]
    return moment.of(f"{year:04}-{found[2]}{count}")


def read_ended(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The quarter ended Sept. 29, which is over unless the tense says that it is ahead; the nearest that is ending."""
    if not clock.is_future:
        is_over = "ending" not in match[0].lower()
        clock = clock._replace(tense="past" if is_over else "", is_over=is_over)
    meaning, when = read_months(match, clock), dated(match["m"], match["d"] or match["e"] or "28", match["y"], clock)
    if meaning is None or when is None:
        return None
    last = (meaning.date or "").rpartition("/")[2]
    if match["nth"] and match["unit"].lower() == "quarter":  # TIMEX3 has the fiscal quarter
        meaning = meaning._replace(value=f"{last[:4]}-Q{w.ORDINALS[match['nth'].lower()]}")
    named = min(match.start(key) for key in ("e", "m") if match[key])
    ends = when.value if match["d"] or match["e"] else when.value[:7]
    return meaning._replace(ends=(match.end("unit"), named, ends))


def read_months(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The quarter ended Sept. 29, the June quarter: the three months up to the month nearest to that day."""
    clock = clock._replace(tense=clock.tense if clock.tense in ("", "future") else "past")
    when = dated(match["m"], match["d"] or match["e"] or "28", match["y"], clock)
    if when is None:
        return None
    end = date.fromisoformat(when.value) - timedelta(days=10)
    unit = match["unit"].lower()
    months = number(unit.split()[0]) or {"quarter": 3, "half": 6, "half-year": 6}.get("-".join(unit.split()), 12)
    months = months * 3 // 13 if "week" in unit else months
    if start := match.groupdict().get("start"):
        months = (end.month - w.MONTHS[start.lower().rstrip(".")]) % 12 + 1
    if months == 3 and end.month % 3 == 0:
        return moment.quarter(end.year, end.month // 3)
    if months == 12 and end.month == 12:
        return moment.of(str(end.year))
    value = "P1Y" if months == 12 else f"P{months}M"
    if months == 6 and end.month % 6 == 0:
        return moment.of(f"{end.year:04}-H{end.month // 6}")._replace(value=value)
    first = moment.month(end.year, end.month - months + 1).value
    return Meaning("DATE", value, f"{first}/{end.year:04}-{end.month:02}")


def read_half(match: re.Match[str], clock: Clock) -> Meaning | None:
    text = match["n"] or match["h"] or match["i"]
    number = int(text) if text.isdigit() else w.ORDINALS[text.lower()]
    year, relative = match["y"] or match["t"], match["which"]
    if match["g"]:
        year = fiscal_year(match)
        return (
            moment.fiscal_part(number, year, clock.year_end, 6)
            if clock.year_end
            else Meaning("DATE", f"{year}-H{number}")
        )
    if year or relative:
        chosen = _full(year) if year else clock.published.year + shift(relative)
        return moment.of(f"{chosen:04}-H{number}")
    return moment.latest_part(number, clock, 6)


def read_season(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The year alone: a season has no fixed bounds."""
    sign, year = w.SEASONS[match["s"].lower()], match["y"]
    if match["of"]:
        year = str(clock.published.year + shift(match["of"]))
    if year is None:
        which = direction(match["which"] or "")
        is_going = clock.tense == "present"  # is leaving in the autumn
        ahead = which == "next" or (which not in ("last", "this") and (clock.is_future or is_going))
        start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[sign]
        today = clock.published
        is_past = start + 2 < today.month or (which == "next" and start <= today.month)
        year = today.year + (ahead and is_past) - (not ahead and which != "this" and start > today.month)
        year -= which == "last" and start <= today.month <= start + 2
        year += {"b": -1, "a": 1}.get((match["turn"] or " ")[0].lower(), 0)
        if (match["turn"] or "").lower() == "before" and clock.latest:  # 900 fewer than the winter before
            year = int(clock.latest[:4]) - 1
    return Meaning("DATE", f"{year}-{sign}", f"{year}", True)


_EARLY = 3  # until this month the year that is spoken of in the past is the last one


def read_half_year(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The half, half-year turnover: the one spoken of, else the latest that is over."""
    if "H" in clock.period:
        return moment.of(clock.period)
    return moment.latest_part(1 + (clock.published.month < 7), clock, 6)


def read_the_unit(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The quarter, the year: the one spoken of, else the latest, which early in a year is the last one."""
    unit, latest = match["unit"].lower(), clock.latest or ""
    if unit == "period":
        none = Meaning("DATE", "PAST_REF") if "latest" in match[0] else None
        return moment.of(clock.period) if clock.period else none
    if unit == "quarter":
        if re.fullmatch(r"\d{4}-Q\d", latest):
            return moment.of(latest)
        today = clock.published
        return moment.quarter(today.year, (today.month + 2) // 3 - 1)
    if unit == "half":
        return read_half_year(match, clock)
    if unit == "month":  # January's figures … during the month
        return moment.of(latest) if clock.is_near and re.fullmatch(r"\d{4}-\d\d", latest) else None
    is_over = clock.tense == "past" and clock.published.month <= _EARLY
    year = f"{clock.published.year - is_over:04}"
    return moment.of(min(latest[:4] or year, year))


def read_end_of(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The end of the year, without which: of the last one, if something was so at year-end."""
    is_over = (
        clock.tense in ("past", "") and spans(match, "at|as of") and match[0][-4] in "- " and clock.published.month < 7
    )
    found = moment.shifted(-is_over, unit_of(match["unit"]), clock.published)
    return found and found._replace(vague=True)
