"""A date in words for people, exactly as precise as the date.

Owns: the wording of each form. Does not: say more than the date does. A label needs no legend:
since, until, by, or later, or, ~ about, ? uncertain or unknown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from timeline_cli.dates.calendar import DAY_NAMES, MONTH_NAMES
from timeline_cli.dates.event_date import EventDate

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"T(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?")


def label(date: EventDate, year: int | None = None, month: int | None = None, offset: bool = True) -> str:
    """The date in words. Under a heading of `year` (and `month`), these parts are omitted.

    So are seconds of 0, and without `offset` the offset of a time of day from UTC.
    """
    text = date.text if offset or "T" not in date.text else _CLOCK.sub(r"T\1", date.text)
    if date.kind == "choice":
        return _choice(text[1:-1], year, month)
    if date.kind == "interval":
        return _interval(text, year, month)
    return _one(text, year, month)


def offsets(date: EventDate) -> list[str]:
    """How far each time of day of the date is from UTC, as written; empty text for one that does not say."""
    return [found[2] or "" for found in _CLOCK.finditer(date.text)] if "T" in date.text else []


def clock(date: EventDate) -> str:
    """The time of day at which it starts, without its offset; empty for a date without one."""
    found = _CLOCK.search(date.text.partition("/")[0])
    return _time(found[1]) if found else ""


@lru_cache(maxsize=4096)  # of many figures the periods are few
def _one(text: str, year: int | None, month: int | None) -> str:
    """One point: a day is Sat 22 under its month, and 22 Mar 2025 alone."""
    qualifier = text[-1] if text[-1] in "?~%" else ""
    said = _point(text[:-1] if qualifier else text, year, month)
    return ("~" if qualifier in ("~", "%") else "") + said + ("?" if qualifier in ("?", "%") else "")


def _point(text: str, year: int | None, month: int | None) -> str:
    day, _, time = text.partition("T")
    match = _DAY.fullmatch(day)
    if match is not None:
        said = _day(int(match[1]), int(match[2]), int(match[3]), year, month)
        return f"{said} {_time(time)}" if time else said
    for pattern, say in _FORMS:
        found = re.fullmatch(pattern, text)
        if found is not None:
            return say(found)
    return text


def _time(text: str) -> str:
    text = re.sub(r"^(\d\d:\d\d):00(?!\d)", r"\1", text)
    return text.replace("Z", " UTC") if text.endswith("Z") else re.sub(r"([+-]\d\d:\d\d)$", r" \1", text)


def _day(year: int, month: int, day: int, heading_year: int | None, heading_month: int | None) -> str:
    if (year, month) == (heading_year, heading_month):
        from datetime import date

        return f"{DAY_NAMES[date(year, month, day).weekday()][:3]} {day}"
    short = f"{day} {MONTH_NAMES[month - 1][:3]}"
    return short if year == heading_year else f"{short} {year}"


_FORMS = (
    (r"(\d{4})-(\d\d)(?:-XX)?", lambda m: f"{MONTH_NAMES[int(m[2]) - 1][:3]} {m[1]}"),
    (r"(\d{4})(?:-XX)+", lambda m: m[1]),
    (r"(\d{4})-([QH]\d)", lambda m: f"{m[2]} {m[1]}"),
    (r"(\d{4})-W(\d\d)", lambda m: f"week {int(m[2])} of {m[1]}"),
    (r"(\d{3})X", lambda m: f"{m[1]}0s"),
    (r"(\d\d)XX", lambda m: f"{m[1]}00–{m[1]}99"),
    (r"(FY\d{4})-([QH]\d)", lambda m: f"{m[1]} {m[2]}"),
)


def _interval(text: str, year: int | None, month: int | None) -> str:
    start, end = text.split("/")
    if start in ("", "..") and end in ("", ".."):
        return "start unknown"
    if end == "..":
        return f"since {_one(start, year, month)}"
    if start == "..":
        return f"until {_one(end, year, month)}"
    if not end:
        return f"{_one(start, year, month)} – ?"
    if not start:
        return f"? – {_one(end, year, month)}"
    return _span(start, end, year, month)


def _span(start: str, end: str, year: int | None, month: int | None) -> str:
    """Two points, with shared parts written once: 23–24 Mar 2025, 28 Feb – 3 Mar 2025, 2024–2025.

    A range within one day is that day, with its two times of day where both are known.
    """
    if start == end:
        return _one(start, year, month)
    if start[:10] == end[:10] and start[10:11] == end[10:11] == "T" and end[-1] not in "?~%":
        zone, same = _CLOCK.match(start, 10), _CLOCK.match(end, 10)
        alike = zone is not None and same is not None and zone[2] == same[2]
        begun = _CLOCK.sub(r"T\1", start) if alike else start
        return f"{_one(begun, year, month)} – {_time(end[11:])}"
    first, last = _DAY.fullmatch(start), _DAY.fullmatch(end)
    if first and last and first[1] == last[1]:
        if first[2] == last[2]:
            if (int(first[1]), int(first[2])) == (year, month):
                return f"{_one(start, year, month)} – {_one(end, year, month)}"
            return f"{int(first[3])}–{_one(end, year, month)}"
        return f"{_one(start, int(first[1]), None)} – {_one(end, year, None)}"
    if re.fullmatch(r"\d{4}", start) and re.fullmatch(r"\d{4}", end):
        return f"{start}–{end}"
    same_year = re.match(r"(\d{4})-(?:\d\d|Q\d|H\d)$", start), re.match(r"(\d{4})-(?:\d\d|Q\d|H\d)$", end)
    if same_year[0] and same_year[1] and same_year[0][1] == same_year[1][1]:
        return f"{_one(start, None, None)[:-5]} – {_one(end, None, None)}"
    return f"{_one(start, year, month)} – {_one(end, year, month)}"


def _choice(inner: str, year: int | None, month: int | None) -> str:
    if ".." not in inner:
        parts = inner.split(", ")
        days = [_DAY.fullmatch(part) for part in parts]
        points = [_one(part, year, month) for part in parts]
        for at, (first, last) in enumerate(pairwise(days)):
            # What the next one says is said once: 12 or 19 Oct 2026.
            if first and last and first[1] == last[1] and (int(first[1]), int(first[2])) != (year, month):
                points[at] = str(int(first[3])) if first[2] == last[2] else _one(parts[at], int(first[1]), None)
        return points[0] if len(points) == 1 else ", ".join(points[:-1]) + " or " + points[-1]
    start, end = inner.split("..")
    if not start:
        return f"by {_one(end, year, month)}"
    if not end:
        return f"{_one(start, year, month)} or later"
    first, last = _DAY.fullmatch(start), _DAY.fullmatch(end)
    if first and last and first[1] == last[1] and first[2] == last[2] and int(last[3]) - int(first[3]) == 1:
        if (int(first[1]), int(first[2])) == (year, month):
            return f"{int(first[3])} or {int(last[3])}"
        return f"{int(first[3])} or {_one(end, year, month)}"
    return f"once in {_span(start, end, year, month)}"
