"""The words after `is:`.

Owns: IS — a new one is a function and a row. Refuses: words that need a value.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_cli.dates.calendar import Precision
from timeline_cli.model import Event
from timeline_cli.query.ask import Ask
from timeline_cli.query.verdict import CERTAIN, NO, POSSIBLE, Seen, yes_or_no


def _upcoming(seen: Seen, ask: Ask) -> int:
    bounds, today = seen.event.date.bounds, ask.world.today
    if seen.event.status in ("cancelled", "occurred"):
        return NO
    return CERTAIN if bounds.start > today else POSSIBLE if bounds.start_latest > today else NO


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
    "ongoing": lambda seen, ask: yes_or_no(seen.event.state(ask.world.today) == "ongoing"),
    "past": lambda seen, ask: yes_or_no(seen.event.date.bounds.end < ask.world.today),
    "imprecise": lambda seen, ask: yes_or_no(_imprecise(seen.event)),
    "approximate": lambda seen, ask: yes_or_no(seen.event.date.approximate),
    "uncertain": lambda seen, ask: yes_or_no(seen.event.date.uncertain),
    "unsourced": lambda seen, ask: yes_or_no(not seen.event.sources),
    "superseded": lambda seen, ask: yes_or_no(seen.event.id in ask.world.superseded_by),
    "background": lambda seen, ask: yes_or_no(seen.background),
}
