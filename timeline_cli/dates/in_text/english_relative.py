"""English expressions that count from the day of publication: last week, three years ago, the third quarter.

Owns: what their words mean. Does not: find them in a text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline_cli.dates.in_text import english_words as w
from timeline_cli.dates.in_text import moment
from timeline_cli.dates.in_text.english_calendar import (
    direction,
    length,
    number,
    plain,
    shift,
    unit_of,
    year_before,
)
from timeline_cli.dates.in_text.moment import Clock, Meaning
from timeline_cli.dates.in_text.ranges import part_of_year


def read_relative(match: re.Match[str], clock: Clock) -> Meaning | None:
    which, unit = match["which"].lower().removeprefix("the "), unit_of(match["unit"])
    others = {"day": ("last", "past", "this", "current"), "night": ("same", "that", "following")}
    if unit in ("second", "minute", "hour") or which in others.get(unit, ()):
        return None
    if which in ("next", "coming") and unit not in ("weekend", "night") and spans(match):
        return _limited(1, unit, clock)
    if which in ("past", "coming") and unit not in ("weekend",):
        return Meaning("DURATION", length(None if match["unit"].endswith("s") else 1, unit))
    if unit == "night":
        when = clock.published - timedelta(days=which == "last")
        return Meaning("TIME", f"{when}TNI", when.isoformat())
    is_next = which == "next" and match["which"] != which and not clock.is_future
    if which in ("same", "that", "previous", "following") or is_next:
        count = {"previous": -1, "following": 1, "next": 1}.get(which, 0)
        latest = clock.period or clock.latest if unit == "period" else clock.latest
        again, value = moment.counted(count, unit, latest), moment.shifted(count, unit, clock.published)
        again = moment.week(date.fromisoformat(again.value)) if again is not None and unit == "week" else again
        found = (again if clock.latest else value) or Meaning("DATE", "PAST_REF")
        return found._replace(date=again and again.date, anchored=True)
    if unit == "weekend" and which in ("this", "past"):
        return weekend(clock._replace(tense="future") if which == "this" and clock.tense == "present" else clock)
    count = {"last": -1, "next": 1, "coming": 1}.get(which, 0)
    return moment.shifted(count, unit, clock.published)


def weekend(clock: Clock) -> Meaning | None:
    """The weekend: the latest that has begun, the coming one in the future tense."""
    is_back = clock.published.weekday() < 5 and not clock.is_future
    return moment.shifted(-1 if is_back else 0, "weekend", clock.published)


def spans(match: re.Match[str], prepositions: str = "over|during|within") -> bool:
    """Whether it says how long something takes at most: over the next year."""
    before = match.string[max(match.start() - 8, 0) : match.start()].lower()
    return re.search(rf"\b(?:{prepositions}) $", before) is not None


def _limited(count: int | None, unit: str, clock: Clock) -> Meaning:
    """Over the next three years: no later than their end."""
    size, of = (7, "day") if unit == "week" else (1, unit)
    end = moment.shifted((count or 0) * size, of, clock.published)
    if unit == "decade" and count:
        end = moment.shifted(count * 10, "year", clock.published)
    limit = f"[{clock.published}..{end.date}]" if count and end is not None and clock.tense != "past" else None
    return Meaning("DURATION", length(count, unit), limit)


def _is_first(match: re.Match[str]) -> bool:
    """Whether a sentence begins with it."""
    return re.search(r"(?:^|[.!?\n][\"”’)]*\s+)$", match.string[max(match.start() - 6, 0) : match.start()]) is not None


def read_ago(match: re.Match[str], clock: Clock) -> Meaning | None:
    count, unit, how = number(match["n"]), unit_of(match["unit"]), match["how"].lower()
    if count is None or unit in ("second", "minute"):
        return Meaning("DATE", "PAST_REF")
    if unit == "hour":
        return Meaning("TIME", clock.published.isoformat(), None)
    if count == 1 and unit == "year" and how in ("ago", "earlier") and (clock.is_near or clock.period):
        is_compared = _COMPARED.search(match.string, max(match.start() - 12, 0), match.start()) is not None
        is_month = is_compared and clock.is_near and re.fullmatch(r"\d{4}-\d\d", clock.latest or "")
        found = year_before(clock.latest if is_month else clock.period)
        is_told = _is_first(match) and clock.is_near and (clock.latest or "")[:10] >= clock.period[:4]
        if found is not None and (is_compared or (how == "earlier" and (clock.latest == clock.period or is_told))):
            return found
    is_rough = match.start("n") > match.start()  # less than a week later
    if how in ("ago", "from now", "from today", "hence"):
        if (match["today"] or how == "from today") and unit in ("week", "fortnight"):
            count, unit = count * (7 if unit == "week" else 14), "day"
        is_day = match["today"] == "today" and unit == "year" and how == "ago"
        if is_day and (that_day := moment.on_this_day(clock.published.year - count, clock.published)):
            return that_day
        found = moment.shifted(-count if how == "ago" else count, unit, clock.published)
        return found and found._replace(vague=is_rough)
    count = count if how in ("later", "after", "afterward", "afterwards", "on") else -count
    value = moment.shifted(count, unit, clock.published)
    known = Meaning("DATE", value.value) if unit == "year" and value else Meaning("DURATION", length(abs(count), unit))
    if how in ("before", "prior", "after") and re.match(r"\s+(?!to\b)\w", match.string[match.end() : match.end() + 4]):
        known = Meaning("DURATION", length(count, unit)) if how == "after" else known
        return known._replace(step=(count, unit), vague=is_rough)  # two years before the merger
    than = match.string.startswith(" than", match.end())
    found = moment.counted(count, unit, clock.latest) if not than else None  # a day later than planned
    if found is not None and unit == "week" and match["n"].lower() == "the":  # on Wednesday; the week before
        found = moment.week(date.fromisoformat(found.value))
    return known._replace(date=found and found.date, vague=is_rough, anchored=True)


_COMPARED = re.compile(
    r"(?:\b(?:from|than|versus|against|with|to)|illion|thousand|per ?cent|share|cents?|[%\d])[,)]?\s(?:in\s)?$"
)


def read_within(match: re.Match[str], clock: Clock) -> Meaning | None:
    count, unit = number(match["n"]), unit_of(match["unit"])
    if (
        count is None
        or not (clock.is_future or match["time"])
        or match["most"] is not None
        or unit in ("second", "minute", "hour", "night")
    ):
        return Meaning("DURATION", length(count, unit))
    if match["how"].lower() == "within" or "next" in match[0].lower():
        return _limited(count, unit, clock)
    return moment.shifted(count, unit, clock.published)


def read_duration(match: re.Match[str], clock: Clock) -> Meaning | None:
    count, unit = number(match["n"]), unit_of(match["unit"])
    if (
        unit == "weekend"
        or (count is not None and count > 999 and unit != "year")
        or (unit == "quarter" and "-" in match[0])
    ):
        return None
    which = direction(match["which"] or "")
    if which == "next" and spans(match, "over|during|within|in|through"):
        return _limited(count, unit, clock)
    if which == "last" and count and not clock.is_future and spans(match, "over|during|within|in"):
        start = moment.shifted(-count, unit, clock.published)
        if start is not None and start.date is not None and unit not in ("hour", "decade", "century"):
            end = moment.shifted(0, unit, clock.published)
            return Meaning("DURATION", length(count, unit), f"{start.date}/{(end or start).date}")
    return Meaning("DURATION", length(count, unit))


def read_first_months(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The first nine months of a year, this one if none is named; the last three of one."""
    count, found = number(match["n"]), match.groupdict()
    if count is None or not 1 < count < 12:
        return None
    named, which = found.get("y"), found.get("which")
    year = int(named) if named else clock.published.year - (which == "last")
    if found.get("side", "first").lower() != "first":
        year -= not (named or which in ("this", "last") or clock.is_future) and clock.published.month < 10
        return Meaning("DURATION", f"P{count}M", part_of_year(f"{year:04}-{13 - count:02}", f"{year:04}-12"))
    is_this_year = clock.published.month > count or clock.is_future or named or which
    year -= not is_this_year  # said in March: in the first nine months sales rose
    return Meaning("DURATION", f"P{count}M", part_of_year(f"{year:04}-01", f"{year:04}-{count:02}"))


def read_weekday(match: re.Match[str], clock: Clock) -> Meaning | None:
    which = direction(match["which"] or "") if (match["which"] or "").strip().lower() != "coming" else "this"
    meaning = moment.weekday(w.WEEKDAYS[plain(match["day"])], clock, which)
    part = match["part"]
    return timed(meaning, part) if part else meaning


def read_weekday_of_week(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Monday of last week."""
    start = clock.published - timedelta(days=clock.published.weekday())
    return moment.day(start + timedelta(weeks=shift(match["which"]), days=w.WEEKDAYS[plain(match["day"])]))


def read_week_on(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Tuesday week, a week on Tuesday: seven days after the next one."""
    day = w.WEEKDAYS[plain(match["on"] or match["of"])]
    return moment.day(clock.published + timedelta(days=(day - clock.published.weekday() - 1) % 7 + 8))


def timed(meaning: Meaning, part: str) -> Meaning:
    return Meaning("TIME", f"{meaning.value}T{w.PARTS[part.lower()]}", meaning.date)


def read_day_word(match: re.Match[str], clock: Clock) -> Meaning | None:
    word = match["word"].lower()
    shift = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}.get(word, 0)
    meaning = moment.day(clock.published + timedelta(days=shift))
    if word in ("tonight", "overnight"):
        return timed(meaning, "night")
    return timed(meaning, match["part"]) if match["part"] else meaning


def read_clock_time(match: re.Match[str], clock: Clock) -> Meaning | None:
    hour, minute, half = int(match["h"]), int(match["min"] or 0), (match["half"] or "").lower().replace(".", "")
    if hour > 23 or minute > 59 or (half and not 0 < hour < 13):
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    day = clock.latest if len(clock.latest or "") == 10 else clock.published.isoformat()
    return Meaning("TIME", f"{day}T{hour:02}:{minute:02}", None)
