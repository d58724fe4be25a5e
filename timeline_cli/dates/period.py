"""A period in a question, and how an event's date matches it.

Owns: Period, Truth, and three-valued matching. Does not: read text.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, iso
from timeline_cli.dates.event_date import EventDate


class Truth(IntEnum):
    """The truth of a term for an event: `and` takes the least, `or` the greatest, `not` swaps the ends."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


class Period(NamedTuple):
    """Days from `first` through `last`, as ordinals, both included; an open side holds NEVER_BEGAN or NEVER_ENDS."""

    first: int = NEVER_BEGAN
    last: int = NEVER_ENDS

    @property
    def text(self) -> str:
        """The period as shown to the user: 2025-01-01..2025-03-31, ..2023-12-31, 2025-03-22."""
        if self.first == self.last:
            return iso(self.first) or ""
        return f"{iso(self.first) or ''}..{iso(self.last) or ''}"

    @property
    def is_empty(self) -> bool:
        return self.first > self.last


def overlap(date: EventDate, period: Period) -> Truth:
    """CERTAIN if every reading of the date overlaps the period, POSSIBLE if some may.

    A reading certainly overlaps if the latest start and the earliest end still do. For something that lasts, each
    bound can be taken at its worst. This is also right for a coarse start and end (2024-05/2024-06): both worst cases
    can be true at once.
    """
    first, last = period
    certain = possible = 0
    for start, start_latest, end_earliest, end in date.readings:
        if start <= last and end >= first:
            possible += 1
            if start_latest <= last and end_earliest >= first:
                certain += 1
    if not possible:
        return Truth.NO
    return Truth.CERTAIN if certain == len(date.readings) else Truth.POSSIBLE


def lies_within(date: EventDate, period: Period) -> bool:
    """Whether the event is certainly entirely inside the period."""
    bounds = date.bounds
    return period.first <= bounds.start and bounds.end <= period.last


def starts_in(date: EventDate, period: Period) -> Truth:
    """Whether the event starts in the period; an open or unknown start does not count."""
    if date.start_edge != "known" and date.kind == "interval":
        return Truth.NO
    if all(period.first <= r.start and r.start_latest <= period.last for r in date.readings):
        return Truth.CERTAIN
    may = any(r.start <= period.last and r.start_latest >= period.first for r in date.readings)
    return Truth.POSSIBLE if may else Truth.NO


def is_background(date: EventDate, period: Period) -> bool:
    """Whether a date that overlaps the period neither starts nor ends in it, as far as is known.

    It runs through the period, or touches it only with an open or unknown end.
    """
    first, last = period
    for earliest, latest in date.endpoints:  # noqa: SIM110 (thousands of dates: a generator takes three times as long)
        if earliest <= last and latest >= first:
            return False
    return True


def state_on(date: EventDate, today: int) -> str | None:
    """occurred, ongoing or scheduled, from the date and `today` (an ordinal); None if they do not decide."""
    bounds = date.bounds
    if bounds.end < today:
        return "occurred"
    if bounds.start > today:
        return "scheduled"
    if date.kind == "interval" and bounds.start_latest <= today <= bounds.end_earliest:
        return "ongoing"
    # Something still open has begun, even if its start is unknown.
    return "ongoing" if date.text == "/.." else None
