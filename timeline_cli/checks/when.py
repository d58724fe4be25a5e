"""Checks of dates: years out of range, and a status that contradicts the date and today.

Owns: FIRST_YEAR and LAST_YEAR. Does not: read the clock — `today` comes with the question.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as day

from timeline_cli.checks.selection import Asking
from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, iso
from timeline_cli.dates.event_date import EventDate
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.fields.table import WRITTEN
from timeline_cli.model import Event

# The oldest active companies are from the 16th century, and no plan reaches beyond the 22nd.
FIRST_YEAR, LAST_YEAR = 1500, 2200
_FIRST = day(FIRST_YEAR, 1, 1).toordinal()
_LAST = day(LAST_YEAR, 12, 31).toordinal()
_KEYS = [key for key, kind in WRITTEN.items() if kind.name == "date"]


def far_off(asking: Asking) -> Iterator[Diagnostic]:
    """Dates outside FIRST_YEAR to LAST_YEAR: 1201, 3201."""
    for event in asking.events:
        for when, path in _dates(event):
            if _is_far(when):
                message = f"{when.text} is outside the years {FIRST_YEAR} to {LAST_YEAR}"
                yield asking.problem("W102", event, path, message, "check the digits of the year")


def _dates(event: Event) -> Iterator[tuple[EventDate, tuple[str | int, ...]]]:
    """The dates of an event with their keys."""
    for key in _KEYS:
        when = getattr(event, key)
        if when is not None:
            yield when, (key,)
    for number, figure in enumerate(event.figures):
        if figure.period is not None:
            yield figure.period, ("figures", number, "period")
    for number, source in enumerate(event.sources):
        # The dates of a registered source do not belong to this event.
        if source.published is not None and source.key is None:
            yield source.published, ("sources", number, "published")


def _is_far(when: EventDate) -> bool:
    for first, last in when.endpoints:  # a loop, since nearly every date is near, and there are many
        if (first < _FIRST or last > _LAST) and NEVER_BEGAN < first <= last < NEVER_ENDS:
            return True
    return False


def stale(asking: Asking) -> Iterator[Diagnostic]:
    """Events still marked as scheduled after their whole date has passed."""
    if asking.today is None:
        return
    for event in asking.events:
        if event.status == "scheduled" and event.date.bounds.end < asking.today:
            message = f"still scheduled, but its date passed on {iso(event.date.bounds.end)}"
            hint = "update the status: occurred, postponed or cancelled; add a source for it"
            yield asking.problem("W301", event, ("status",), message, hint)


def status_against_date(asking: Asking) -> Iterator[Diagnostic]:
    """A status that contradicts the date today: occurred in the future, ongoing after its end."""
    if asking.today is None:
        return
    for event in asking.events:
        start, _, _, end = event.date.bounds
        if event.status in ("occurred", "ongoing") and start > asking.today:
            message = f"{event.status}, but its date is in the future: {event.date.text}"
            hint = "write status: scheduled"
        elif event.status == "ongoing" and end < asking.today:
            message = f"still ongoing, but it ended by {iso(end)}"
            hint = "write status: occurred, or an open end: 2024-05/.."
        else:
            continue
        yield asking.problem("W302", event, ("status",), message, hint)
