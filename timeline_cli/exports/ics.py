"""The iCalendar file of an answer (RFC 5545): one VEVENT per event with a known day.

Owns: which dates a calendar can say. Does not: give a day to an event whose source does not, unless it is asked to span
all days that the event may be on.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from timeline_cli.dates.calendar import Precision
from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.labels import label
from timeline_cli.exports.registry import Reason, Unsaid
from timeline_cli.exports.words import link, paragraphs
from timeline_cli.model import Entry, Event, Registries
from timeline_cli.query.select import Answer
from timeline_cli.text import clean
from timeline_cli.version import __version__

COARSE = Reason("event", "left out: the day is not known (--coarse span writes all days that it may be on)", True)
ENDLESS = Reason("event", "left out: the start or the end is open or unknown", True)
NO_ID = Reason("event", "without an id: the UID changes with the date and the title")
HALF_TIMED = Reason("event", "as whole days: only one side of the date has a time of day")

Sides = tuple[date, date | None]  # both with a time of day, or both without; the end is exclusive


def export(given: Mapping[str, Any]) -> Callable[[Answer], Generator[str, None, Unsaid]]:
    """A calendar. With coarse=span, an event with a coarse date spans all days that it may be on."""
    spans = given["coarse"] == "span"
    return lambda answer: _calendar(answer, spans)


def _calendar(answer: Answer, spans: bool) -> Generator[str, None, Unsaid]:
    unsaid: Unsaid = Unsaid()
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//corporate-timeline//timeline {__version__}//EN")
    calendar.add("x-wr-calname", clean(answer.title))
    for zone in _zones(answer):
        calendar.add_component(zone)
    head, end = calendar.to_ical().decode().split("END:VCALENDAR")
    yield head
    stamp = datetime.combine(date.fromordinal(answer.today), datetime.min.time(), UTC)
    for entry in answer.each():
        event = _event(entry, answer.registries, spans, unsaid)
        if event is not None:
            event.add("dtstamp", stamp)
            yield event.to_ical().decode()
    yield f"END:VCALENDAR{end}"
    return unsaid


def _event(entry: Entry, registries: Registries, spans: bool, unsaid: Unsaid) -> icalendar.Event | None:
    """The component without its stamp; None if its date cannot be said, which is counted."""
    written, when = entry.event, entry.event.date
    event, title, exact = icalendar.Event(), clean(written.title), _is_exact(when)
    unsure = when.approximate or when.uncertain
    sides: Sides | None = _times(when, _zone(entry, registries)) if exact else None
    if sides is None and (exact or spans):
        sides = _days(when)
        unsaid[HALF_TIMED] += bool(sides and (when.start_time or when.end_time))
    if sides is None:
        unsaid[COARSE if not exact and _days(when) else ENDLESS] += 1
        return None
    open_points = [
        *_not_firm(written),
        *(["date unsure" if exact else _some_time(when)] if unsure or not exact else []),
    ]
    if open_points:  # a phone shows no status
        title += f" ({', '.join(open_points)})"
    unsaid[NO_ID] += not written.has_own_id
    event.add("uid", f"{clean(written.id)}@corporate-timeline")
    event.add("sequence", len(written.was))
    event.add("summary", title)
    event.add("dtstart", sides[0])
    if sides[1] is not None:
        event.add("dtend", sides[1])
    event.add("transp", "TRANSPARENT")
    _describe(event, entry, unsure or not exact)
    return event


def _describe(event: icalendar.Event, entry: Entry, unsure: bool) -> None:
    written = entry.event
    if written.status == "cancelled":
        event.add("status", "CANCELLED")
    elif unsure or _not_firm(written):
        event.add("status", "TENTATIVE")
    told = [f"Date: {label(written.date)}"] if unsure else []
    description = "\n".join([*told, *paragraphs(entry)])
    if description:
        event.add("description", description)
    if written.place:
        event.add("location", clean(written.place))
    categories = [clean(word) for word in (written.type, *written.tags) if word]
    if categories:
        event.add("categories", categories)
    if link(entry):
        event.add("url", link(entry))


def _not_firm(written: Event) -> list[str]:
    return [word for word in (written.status, written.certainty) if word in ("tentative", "postponed", "rumoured")]


def _is_exact(when: EventDate) -> bool:
    """Whether the days of start and end are given, if perhaps unsure."""
    is_day = when.precision is not None and when.precision <= Precision.DAY
    return is_day and when.kind != "choice"


def _some_time(when: EventDate) -> str:
    """Some time in Mar 2025; a label that says as much alone stays as it is: May – Jun 2024, 1 or 5 Mar 2025."""
    the = "the " if when.precision is Precision.DECADE else ""
    return f"some time in {the}{label(when)}" if when.kind == "point" else label(when)


def _days(when: EventDate) -> Sides | None:
    """The first day, and the day after the last one; None without bounds, or if there is no such day."""
    first, last = when.bounds.start, when.bounds.end
    if first < 1 or last >= date.max.toordinal():
        return None
    return date.fromordinal(first), date.fromordinal(last + 1)


def _times(when: EventDate, zone: ZoneInfo | None) -> tuple[datetime, datetime | None] | None:
    """The moments of start and end, in the zone of the place, else in UTC; None if a side has no time of day."""
    if when.start_time is None or when.end_time is None:
        return None
    try:
        start, end = (datetime.fromisoformat(text).astimezone(zone or UTC) for text in (when.start_time, when.end_time))
    except OverflowError:
        return None
    return start, None if start == end else end


def _zone(entry: Entry, registries: Registries) -> ZoneInfo | None:
    """The zone of the place; None, for UTC, if there is none or its rules are not of that time."""
    written = entry.event
    name = registries.places.zone(written.place) if written.date.start_time and written.place else None
    return ZoneInfo(name) if name and all(year in _OF_ZONES for year in _years(written.date)) else None


_OF_ZONES = range(1900, 2100)


def _years(when: EventDate) -> Iterator[int]:
    return (int(time[:4]) for time in (when.start_time, when.end_time) if time is not None)


def _zones(answer: Answer) -> Iterator[icalendar.Timezone]:
    """The definition of each zone, for the years of its events."""
    found: dict[str, list[int]] = {}
    for entry in answer.entries:
        zone = _zone(entry, answer.registries)
        if zone is not None:
            found.setdefault(zone.key, []).extend(_years(entry.event.date))
    for name, years in sorted(found.items()):
        first, last = date(min(years) - 1, 1, 1), date(max(years) + 1, 12, 31)
        yield icalendar.Timezone.from_tzid(name, first_date=first, last_date=last)
