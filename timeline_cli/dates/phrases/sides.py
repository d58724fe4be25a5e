"""The sides of a range: since 2024, 2024 or later, prior to 2024, the start of the year; which go together.

Owns: Sides, the words that open or close a range, the start and end of a period, and the refusal of sides that are
plain each by itself and not together. Does not: read a range of two sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, Days, last_day_of_month
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.periods import one_period
from timeline_cli.dates.phrases.relative import single
from timeline_cli.dates.phrases.words import NUMBER, UNIT, Asked, is_fiscal, whole


class Sides(NamedTuple):
    """The first and the last period that a phrase names, None where a side is open, and the word that joins them.

    `word` is empty for a single period, "to" for two ends, "present" for one that lasts to this day, else between, ..,
    and, or, since, until, by, before, after, earliest (once, no earlier) or latest; before and after have left out the
    period that they name.
    """

    first: Days | None
    last: Days | None
    word: str = ""

    @property
    def period(self) -> Period:
        return Period(self.first[0] if self.first else NEVER_BEGAN, self.last[1] if self.last else NEVER_ENDS)


START_OF = r"(?:the )?(?:start|beginning) of (.+)"
END_OF = r"(?:the )?end of (.+)"
_THIS = r"(?:the )?((?:fiscal )?(?:week|month|quarter|half|year))"


def _edge_or_period(edge: str, text: str, asked: Asked, index: int) -> Days | None:
    match = whole(edge, text)
    if match is None:
        return one_period(text, asked)
    this = whole(_THIS, match[1])
    days = one_period(f"this {this[1]}" if this else match[1], asked)
    return (days[index], days[index]) if days else None


def since(text: str, asked: Asked) -> Days | None:
    """A first side. The start of a period is vague alone, but not as the day on which a range starts."""
    return _edge_or_period(START_OF, text, asked, 0)


def until(text: str, asked: Asked) -> Days | None:
    return _edge_or_period(END_OF, text, asked, 1)


def after(text: str, asked: Asked) -> Days | None:
    last = until(text, asked)
    return single(date.fromordinal(last[1] + 1)) if last else None  # nothing comes after 9999


def before(text: str, asked: Asked) -> Days | None:
    first = since(text, asked)
    return single(date.fromordinal(first[0] - 1)) if first else None


# The word of Sides, whether it opens a range, a pattern whose last group is the period, its reader.
_ROWS: tuple[tuple[str, bool, str, Callable[[str, Asked], Days | None]], ...] = (
    ("since", True, r"(?:since|from|starting) (.+?)(?: on| onwards?)?|(.+?)(?: and)? (?:on|onwards?)", since),
    ("earliest", True, r"no(?:t before|t? earlier than) (.+)|(.+) (?:(?:or|and) (?:later|after)|at the earliest)",
     since),
    ("..", True, r"(.+?) ?\+", since),
    ("after", True, r"(?:after|beyond|later than) (.+)|post-(.+)", after),
    ("by", False, r"by (.+)", until),
    ("latest", False, r"not? later than (.+)|(.+) (?:(?:or|and) (?:earlier|before)|at the latest)", until),
    ("until", False, r"(?:until|till?|through|thru|up to|to) (.+)", until),
    ("before", False, r"(?:before|prior to|earlier than) (.+)|pre-(.+)", before),
)  # fmt: skip


def one_sided(text: str, asked: Asked) -> Sides | None:
    for word, opens, pattern, read in _ROWS:
        match = whole(pattern, text)
        days = read(match[match.lastindex or 0], asked) if match else None
        if days is not None:
            return Sides(days, None, word) if opens else Sides(None, days, word)
    return None


_RUN = rf"(?:the )?(?:last|past|previous|next) {NUMBER} {UNIT}s?"


def check_sides(left: str, right: str, asked: Asked) -> None:
    """Raises DateFault when two sides, each of which is read, have more than one meaning together."""
    if whole(_RUN, left) and right not in ("today", "now"):
        # To an accountant "last 12 months to March 2025" are the twelve that end there.
        raise DateFault(
            "E106", f"{left} to {right} can be counted from today or from {right}", part=f"{left} to {right}"
        )
    fiscal, other = (left, right) if is_fiscal(left) else (right, left)
    if is_fiscal(fiscal) and not is_fiscal(other) and _may_be_fiscal(other, asked):
        raise DateFault(
            "E106",
            f"beside {fiscal}, {other} can be fiscal or of the calendar",
            "write FY on both sides, or on neither, or write the months",
        )


def _may_be_fiscal(text: str, asked: Asked) -> bool:
    """Whether a side is a year, half or quarter that does not say whose."""
    edge = whole(START_OF, text) or whole(END_OF, text)
    days = one_period(edge[1] if edge else text, asked)
    return days is not None and _is_year_or_part(days) and re.search(r"\bcy|calendar", text) is None


def _is_year_or_part(days: Days) -> bool:
    first, last = map(date.fromordinal, days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return (
        first.day == 1
        and last.day == last_day_of_month(last.year, last.month)
        and months in (3, 6, 12)
        and (first.month - 1) % months == 0
    )
