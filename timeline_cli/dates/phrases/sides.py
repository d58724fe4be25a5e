"""Whether the two sides of a range can be put together in one way only.

Owns: the refusal of sides that are plain each by itself and not together. Does not: read a range.
"""

from __future__ import annotations

import re
from datetime import date

from timeline_cli.dates.calendar import Days, last_day_of_month
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.phrases.periods import one_period
from timeline_cli.dates.phrases.words import NUMBER, UNIT, Asked, whole

START_OF = r"(?:the )?(?:start|beginning) of (.+)"
END_OF = r"(?:the )?end of (.+)"
_RUN = rf"(?:the )?(?:last|past|previous|next) {NUMBER} {UNIT}s?"


def check_sides(left: str, right: str, asked: Asked) -> None:
    """Raises DateFault when two sides, each of which is read, have more than one meaning together."""
    if whole(_RUN, left) and right not in ("today", "now"):
        # To an accountant "last 12 months to March 2025" are the twelve that end there.
        raise DateFault(
            "E106",
            f"{left} to {right} can be counted from today or from {right}",
            part=f"{left} to {right}",
        )
    fiscal, other = (left, right) if _is_fiscal(left) else (right, left)
    if _is_fiscal(fiscal) and not _is_fiscal(other) and _may_be_fiscal(other, asked):
        raise DateFault(
            "E106",
            f"beside {fiscal}, {other} can be fiscal or of the calendar",
            "write FY on both sides, or on neither, or write the months",
        )


def _is_fiscal(text: str) -> bool:
    return "fy" in text or "fiscal" in text


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
