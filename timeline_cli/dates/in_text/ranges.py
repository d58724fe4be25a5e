"""Two expressions of time that are one: from 2019 to 2023, between May and July, the six weeks to Christmas Eve.

Owns: which words join them, and the date of both. Does not: find them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.in_text.english_words import APART
from timeline_cli.dates.in_text.moment import Expression, counted


def is_point(date_text: str) -> bool:
    return date_text[:1] != "[" and "/" not in date_text


_TO = re.compile(
    r"[-–/]|-to-|\s+(?:to|until|till|through|and|-|–)\s+(?:in\s+|on\s+)?(?:early\s+|late\s+|the\s+(?:end\s+of\s+)?)?",
    re.IGNORECASE,
)


def weeks_to(text: str, found: list[Expression]) -> list[Expression]:
    """The six weeks to Christmas Eve are one expression."""
    made: list[Expression] = []
    for each in found:
        weeks = re.fullmatch(r"P([1-9]\d?)W", made[-1].value) if made else None
        between = text[made[-1].end : each.begin] if made else ""
        if weeks and between in (" to ", " ending ", " ended ") and len(each.point or "") == 10:
            start = date.fromisoformat(each.point or "") - timedelta(weeks=int(weeks[1]), days=-1)
            begin = made.pop().begin
            each = each._replace(begin=begin, text=text[begin : each.end], date=f"{start}/{each.point}")
        made.append(each)
    return made


def joined(text: str, found: list[Expression]) -> list[Expression]:
    """From 2019 to 2023, between May and July: each side keeps its place, and both have the date of the whole."""
    for number, (one, other) in enumerate(pairwise(found)):
        between = text[one.end : other.begin]
        if one.point is None or other.point is None or _TO.fullmatch(between) is None:
            continue
        if not (is_point(one.point) and is_point(other.point)):
            continue
        first, last = one.point, other.point
        is_open = re.search(r"\d{4}", one.text) is None
        if is_open and len(first) == len(last) == 7 and first > last and "Q" not in first + last:
            year = int(last[:4]) - (first[4:] > last[4:])
            first = f"{year:04}{first[4:]}"  # of one year, as January to May are
        if (
            between in ("-", "–", "/", "-to-")
            or ("and" not in between and (one.link == "from" or _runs(text, one, other)))
            or _is_pair(text, one, other)
        ):
            whole = part_of_year(first, last)
        elif one.link == "between" and "and" in between:
            whole = f"[{first}..{last}]"
        else:
            continue
        try:
            whole = parse_date(whole).text
        except DateFault:
            continue
        found[number : number + 2] = [one._replace(date=whole), other._replace(date=whole, link="joined")]
    return found


def part_of_year(first: str, last: str) -> str:
    """From one month to another, as a half or a quarter if they are one: January to June 2025 is 2025-H1."""
    part = _PARTS.get((first[5:], last[5:])) if first[:5] == last[:5] else None
    return f"{first[:4]}-{part}" if part else f"{first}/{last}"


_PARTS = {
    ("01", "06"): "H1", ("07", "12"): "H2", ("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3",
    ("10", "12"): "Q4",
}  # fmt: skip
_RUNS = re.compile(r"\b(?:period|months|in|for|during)(?: of| from)? $")
_APART = re.compile(APART)


def _runs(text: str, one: Expression, other: Expression) -> bool:
    """For the months April to June; not moved the vote in May to June 5."""
    return len(one.point or "") == len(other.point or "") and _RUNS.search(text, 0, one.begin) is not None


def _is_pair(text: str, one: Expression, other: Expression) -> bool:
    """Whether and joins two months, years or days of which one follows the other: in January and February."""
    unit = {4: "year", 7: "quarter" if "Q" in (one.point or "") else "month", 10: "day"}.get(len(one.point or ""))
    if unit is None or one.link == "between" or text[one.end : other.begin].split() != ["and"]:
        return False
    following = counted(1, unit, one.point)
    return following is not None and following.value == other.point and _APART.match(text, other.end) is not None
