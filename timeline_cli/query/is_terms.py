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
    """Written as scheduled or tentative, though its date is wholly past."""
    return _past(seen, ask) if seen.event.status in ("scheduled", "tentative") else NO


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
    "range": lambda seen, ask: yes_or_no(seen.event.date.kind == "interval"),
    "imprecise": lambda seen, ask: yes_or_no(_imprecise(seen.event)),
    "approximate": lambda seen, ask: yes_or_no(seen.event.date.approximate),
    "uncertain": lambda seen, ask: yes_or_no(seen.event.date.uncertain),
    "unsourced": lambda seen, ask: yes_or_no(not seen.event.sources),
    "superseded": lambda seen, ask: yes_or_no(seen.event.id in ask.world.superseded_by),
    "background": lambda seen, ask: yes_or_no(seen.background),
}
