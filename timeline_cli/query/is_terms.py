"""The words after `is:`.

Owns: IS; a new one is a function and a row. Does not: take words that need a value.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_cli.dates.calendar import Precision
from timeline_cli.model import Event
from timeline_cli.query.term import Ask
from timeline_cli.query.verdict import CERTAIN, NO, POSSIBLE, Seen, yes_or_no


def _upcoming(seen: Seen, ask: Ask) -> int:
    date, today = seen.event.date, ask.world.today
    if seen.event.status in ("cancelled", "occurred", "ongoing") or (
        date.kind == "interval" and date.start_edge != "known"
    ):
        return NO
    bounds = date.bounds
    return CERTAIN if bounds.start > today else POSSIBLE if bounds.start_latest > today else NO


def _ongoing(seen: Seen, ask: Ask) -> int:
    date, today = seen.event.date, ask.world.today
    state = seen.event.state(today)
    if state is not None or date.kind != "interval":
        return yes_or_no(state == "ongoing")
    return POSSIBLE if date.bounds.start <= today <= date.bounds.end else NO


def _past(seen: Seen, ask: Ask) -> int:
    bounds, today = seen.event.date.bounds, ask.world.today
    return CERTAIN if bounds.end < today else POSSIBLE if bounds.end_earliest < today else NO


def _overdue(seen: Seen, ask: Ask) -> int:
    """Written as scheduled, though its date is wholly past. Nobody has to hold to a tentative or rumoured date."""
    return _past(seen, ask) if seen.event.is_due else NO


def _due(seen: Seen, ask: Ask) -> int:
    """What an agenda holds: past but not known to have occurred, on today with a known end, upcoming, or postponed."""
    status, date, today = seen.event.status, seen.event.date, ask.world.today
    if status == "postponed":
        return CERTAIN
    start, start_latest, end_earliest, end = date.bounds
    if status != "cancelled" and date.end_edge == "known" and start <= today <= end:
        is_certain = status == "ongoing" or start_latest <= today <= end_earliest
        return CERTAIN if is_certain else NO if status == "occurred" else POSSIBLE
    return max(_past(seen, ask) if status in ("scheduled", "tentative") else NO, _upcoming(seen, ask))


def _imprecise(event: Event) -> bool:
    date = event.date
    return (
        date.kind == "choice"
        or date.precision is None
        or date.precision > Precision.DAY
        or date.approximate
        or date.uncertain
        or (date.start_edge, date.end_edge) != ("known", "known")
    )


IS: dict[str, Callable[[Seen, Ask], int]] = {
    "upcoming": _upcoming,
    "ongoing": _ongoing,
    "past": _past,
    "overdue": _overdue,
    "due": _due,
    "range": lambda seen, ask: yes_or_no(seen.event.date.kind == "interval"),
    "imprecise": lambda seen, ask: yes_or_no(_imprecise(seen.event)),
    "approximate": lambda seen, ask: yes_or_no(seen.event.date.approximate),
    "uncertain": lambda seen, ask: yes_or_no(seen.event.date.uncertain),
    "unsourced": lambda seen, ask: yes_or_no(not seen.event.sources),
    "superseded": lambda seen, ask: yes_or_no(seen.event.id in ask.world.superseded_by),
    "background": lambda seen, ask: yes_or_no(seen.background),
}
# Those that a date may answer with possibly.
IMPRECISE = frozenset({"upcoming", "ongoing", "past", "overdue", "due"})
