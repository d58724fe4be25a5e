"""Checks of sources: events and quotes without one, and sources that are too early.

Owns: what a source must state. Does not: expect sources in a file that has none, unless W401 is selected.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.checks.selection import Asking
from timeline_cli.dates.calendar import NEVER_ENDS, iso
from timeline_cli.dates.event_date import EventDate
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.model import Event

_FEWEST = 5  # events with a source needed before one without is an exception
_SHARE = 0.9


def no_source(asking: Asking) -> Iterator[Diagnostic]:
    """Events without a source: all when selected by code, else those of a file where nine of ten have one."""
    without: dict[str, list[Event]] = {}
    count: dict[str, int] = {}
    for event in asking.events:
        count[event.file] = count.get(event.file, 0) + 1
        if not event.sources:
            without.setdefault(event.file, []).append(event)
    for file, events in without.items():
        sourced = count[file] - len(events)
        if "W401" not in asking.named and (sourced < _FEWEST or sourced < _SHARE * count[file]):
            continue
        others = f", but {sourced:,} of the {count[file]:,} events in this file have one" if sourced else ""
        for event in events:
            hint = "add sources: with a link or a key of the registry"
            yield asking.problem("W401", event, ("title",), f"the event has no source{others}", hint)


def bare_quote(asking: Asking) -> Iterator[Diagnostic]:
    """Quotes without a source."""
    for event in asking.events:
        for number, source in enumerate(event.sources):
            if source.quote and not (source.key or source.publisher or source.title or source.url):
                hint = "add publisher:, title: or url:, or ref: with a key of sources:"
                path = ("sources", number, "quote")
                yield asking.problem("W402", event, path, "the quote does not name its source", hint)


def published_before(asking: Asking) -> Iterator[Diagnostic]:
    """Past events whose sources are all older than the event: none of them can have reported it."""
    for event in asking.events:
        start = event.date.bounds.start
        published = [source.published for source in event.sources if source.published is not None]
        if not published or len(published) < len(event.sources):
            continue
        latest = max(when.bounds.end for when in published)
        if latest < start < NEVER_ENDS and _is_told_as_past(event, asking.today):
            message = f"the event is in the past, but all its sources are older (latest: {iso(latest)})"
            is_over = asking.today is not None and event.date.bounds.end < asking.today
            ahead = "or " if is_over else "write status: scheduled, or "  # else W301 would say that it has passed
            hint = f"check both dates, {ahead}add a source that reports it"
            yield asking.problem("W403", event, ("date",), message, hint)


def _is_told_as_past(event: Event, today: int | None) -> bool:
    state = event.status if today is None else event.state(today)
    return state in ("occurred", "ongoing")


def published_ahead(asking: Asking) -> Iterator[Diagnostic]:
    """Dates of sources and of `known` that are in the future."""
    if asking.today is None:
        return
    for event in asking.events:
        for path, when in _said(event):
            if when is not None and asking.today < when.bounds.start < NEVER_ENDS:
                message = f"{path[-1]}: {when.text} is in the future"
                yield asking.problem("W404", event, path, message, "check the year and the month")


def _said(event: Event) -> Iterator[tuple[tuple[str | int, ...], EventDate | None]]:
    """The event's `known` date, and the dates of the sources written in the event."""
    yield ("known",), event.known
    for number, source in enumerate(event.sources):
        if source.key is None:
            yield ("sources", number, "published"), source.published
