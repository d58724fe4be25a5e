"""Read calendars (RFC 5545): each VEVENT is a row, and each occurrence of one that repeats.

Owns: cutting a file into VEVENTs, so that a broken one costs only itself, and the limits of repetitions.
Does not: repeat by the hour or faster, or give a floating time a zone that the calendar does not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from timeline_cli.errors import UsageFault
from timeline_cli.imports.dates import zone_of
from timeline_cli.imports.table import Cell, Input, Layout, Row, Table, decoded, tidy
from timeline_cli.text import counted

_COLUMNS = ("uid", "start", "end", "summary", "description", "location", "url", "status", "categories", "organizer",
            "attendees", "created", "modified", "calendar")  # fmt: skip
_MOST = 1_000  # occurrences of one event
_MOST_COUNTED = 100_000
_BLOCK = re.compile(r"^BEGIN:(VEVENT|VTIMEZONE)\s*$.*?(?:^END:\1\s*$|^(?=BEGIN:VEVENT\s*$)|\Z)", re.M | re.S | re.I)
_LIMITS = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")
_TOO_FAST = ("SECONDLY", "MINUTELY", "HOURLY")


def read(given: Input, layout: Layout) -> Table:
    """The events of a calendar. Raises UsageFault, and ModuleNotFoundError without its library."""
    import icalendar

    text = decoded(given, layout.encoding).replace("\r\n", "\n").replace("\r", "\n")
    if not re.match(r"\s*BEGIN:VCALENDAR\s*$", text, re.M | re.I):
        raise UsageFault(f"{given.name} is not a calendar", "it begins with BEGIN:VCALENDAR")
    blocks = [(match[1].upper(), match[0]) for match in _BLOCK.finditer(text)]
    for kind, block in blocks:
        if kind == "VTIMEZONE" and not re.search(r"FREQ=(?!YEARLY)", block, re.I):
            _parsed(icalendar, block)  # the library then knows the zone
    named = {name.upper(): tidy(value) for name, value in re.findall(r"^(X-WR-\w+)[^:\n]*:(.*)$", text, re.M | re.I)}
    reader = _Reader(icalendar, named, given)
    if others := len(re.findall(r"^BEGIN:(?:VTODO|VJOURNAL)\s*$", text, re.M | re.I)):
        reader.notes.append(f"{others:,} tasks or journal entries, which are not events")
    rows = list(reader.rows(block for kind, block in blocks if kind == "VEVENT"))
    if reader.going_on:
        going_on = f"{counted(reader.going_on, 'event')} may repeat after {given.until}"
        reader.notes.append(f"{going_on}; for later occurrences, write --until DATE")
    if not rows:
        raise UsageFault(f"{given.name} has no events", "check that it is the right file")
    return Table(given.name, _COLUMNS, lambda: iter(rows), tuple(reader.notes), fixed=True)


def _parsed(icalendar: Any, block: str) -> Any:
    """A component, or the reason why it cannot be read."""
    if sum(dates.count(",") for dates in re.findall(r"^(?:R|EX)DATE.*(?:\n[ \t].*)*", block, re.M | re.I)) > _MOST:
        return f"it has more than {_MOST:,} dates"
    try:
        return icalendar.Component.from_ical(block)
    except Exception as error:  # a library's parser raises whatever it meets in a stranger's text
        return f"not a valid event: {error}"


class _Reader:
    def __init__(self, icalendar: Any, named: dict[str, str], given: Input) -> None:
        self._icalendar = icalendar
        self._zone = named.get("X-WR-TIMEZONE", "")
        self._calendar = named.get("X-WR-CALNAME", "")
        self._since, self._until = given.since, given.until
        self.notes: list[str] = []
        self.going_on = 0  # events that may repeat after the last day that is imported

    def rows(self, blocks: Iterable[str]) -> Iterator[Row]:
        """A row for each event, and for each occurrence of those that repeat, UID by UID."""
        events = [(number, _parsed(self._icalendar, block), block) for number, block in enumerate(blocks, 1)]
        repeated: dict[str, list[tuple[int, Any]]] = {}
        for number, event, _ in events:
            if not isinstance(event, str) and ("RRULE" in event or "RDATE" in event):
                repeated.setdefault(str(event.get("UID", number)), []).append((number, event))
        for number, event, block in events:
            if isinstance(event, str):
                yield Row(number, {"summary": tidy(block)[:200]}, event)
            elif str(event.get("UID", number)) not in repeated:
                yield self._row(number, event, "")
            elif "RECURRENCE-ID" in event:
                repeated[str(event.get("UID", number))].append((number, event))
            elif "RRULE" not in event and "RDATE" not in event:
                yield self._row(number, event, "")  # another event, which has the UID by mistake
        for series in repeated.values():
            yield from self._series(series)

    def _series(self, series: list[tuple[int, Any]]) -> Iterator[Row]:
        number, first = series[0]
        try:
            why = self._bound(first)
            found = [] if why else self._occurrences([event for _, event in series])
        except ModuleNotFoundError:
            raise
        except Exception:
            why, found = "its repetition cannot be read", []
        if why or not found:
            yield Row(
                number,
                {"summary": _text(first, "SUMMARY")},
                why or f"it does not occur from {self._since or 'its start'} until {self._until}",
            )
        if len(found) > _MOST:
            self.notes.append(
                f"{tidy(str(first.get('SUMMARY', '')))}: only the first {_MOST:,} occurrences are imported"
            )
        for event in found[:_MOST]:
            start = event.get("RECURRENCE-ID", event["DTSTART"]).dt
            yield self._row(
                number, event, f"/{start:%Y%m%dT%H%M%S}" if isinstance(start, datetime) else f"/{start:%Y%m%d}"
            )

    def _bound(self, event: Any) -> str:
        """Give each rule of an event an end, so that nothing ever runs on; or why it is not followed."""
        rules = event.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            frequency = str(rule.get("FREQ", [""])[0]).upper()
            if frequency in _TOO_FAST or {"BYSECOND", "BYMINUTE", "BYHOUR"} & {key.upper() for key in rule}:
                return "it repeats by the hour or faster"
            if int(rule.get("INTERVAL", [1])[0]) < 1:
                return "its interval is 0"
            if frequency in ("DAILY", "WEEKLY") and not self._may_occur(rule, event["DTSTART"].dt):
                return "it never occurs"
            last = self._last(rule, event["DTSTART"].dt)
            rule.pop("COUNT", None)
            rule["UNTIL"] = [last]
        return ""

    def _may_occur(self, rule: Any, start: date) -> bool:
        """Whether the days that limit a rule exist: dateutil looks for 30 February until the year 9999, day by day."""
        from dateutil.rrule import rrulestr

        limits = {key: value for key, value in rule.items() if key.upper() in _LIMITS}
        if not limits:
            return "BYSETPOS" not in rule
        text = type(rule)({"FREQ": ["YEARLY"], **limits}).to_ical().decode()
        first = next(iter(rrulestr(text, dtstart=datetime(start.year, start.month, start.day))), None)
        return first is not None and first.date() <= self._until and "BYSETPOS" not in rule

    def _last(self, rule: Any, start: date) -> date:
        """The last occurrence of a rule that is imported; the start if there is none."""
        from dateutil.rrule import rrulestr

        first = datetime(start.year, start.month, start.day)
        if isinstance(start, datetime):
            first = start.replace(tzinfo=None)
        bound, ends = _end_of(self._until), [_end_of(day, start) for day in rule.get("UNTIL", [])]
        count = min(int(rule.get("COUNT", [_MOST_COUNTED])[0]), _MOST_COUNTED)
        parts = {key: value for key, value in rule.items() if key.upper() not in ("COUNT", "UNTIL")}
        text = type(rule)(parts).to_ical().decode() + f";UNTIL={min([bound, *ends]):%Y%m%dT%H%M%S}"
        taken, found, last = 0, 0, first
        for occurrence in islice(rrulestr(text, dtstart=first), count):
            taken += 1
            found += self._since is None or occurrence.date() >= self._since
            last = occurrence
            if found > _MOST:
                break
        self.going_on += taken < count and found <= _MOST and all(end > bound for end in ends)
        if not isinstance(start, datetime):
            return last.date()
        return last if start.tzinfo is None else last.replace(tzinfo=start.tzinfo).astimezone(UTC)

    def _occurrences(self, events: list[Any]) -> list[Any]:
        import recurring_ical_events

        calendar = self._icalendar.Calendar()
        for event in events:
            calendar.add_component(event)
        first = min(_day(event["DTSTART"].dt) for event in events)
        since = self._since or first
        query = recurring_ical_events.of(calendar, keep_recurrence_attributes=False)
        # A day more on each side: where the days of the bounds begin depends on the zone.
        found = query.between(max(since, first) - timedelta(days=1), self._until + timedelta(days=1))
        return sorted(
            (event for event in found if since <= _day(event["DTSTART"].dt) <= self._until),
            key=lambda event: str(event["DTSTART"].dt.isoformat()),
        )

    def _row(self, number: int, event: Any, occurrence: str) -> Row:
        try:
            start, end = self._sides(event)
        except Exception:
            why = "its start or end cannot be read" if "DTSTART" in event else "no date"
            return Row(number, {"summary": _text(event, "SUMMARY")}, why)
        cells: dict[str, Cell] = {"uid": _text(event, "UID") + occurrence if "UID" in event else "", "start": start,
                                  "end": end, "calendar": self._calendar}  # fmt: skip
        for name in ("summary", "description", "location", "url", "status"):
            cells[name] = _text(event, name)
        cells["categories"] = [tidy(str(each)) for each in event.categories]
        cells["organizer"] = _person(event.get("ORGANIZER"))
        cells["attendees"] = [_person(each) for each in event.attendees]
        return Row(number, cells)

    def _sides(self, event: Any) -> tuple[str, str]:
        """The first and last day or moment; the end of days is exclusive in a calendar."""
        start = event["DTSTART"].dt
        length = event["DURATION"].dt if "DURATION" in event else timedelta(0)
        end = event["DTEND"].dt if "DTEND" in event else start + length
        if not isinstance(end, datetime) and not isinstance(start, datetime) and end > start:
            end -= timedelta(days=1)
        # A zone that nothing explains is not that of the calendar.
        is_floating = "TZID" not in event["DTSTART"].params
        return self._form(start, is_floating), self._form(end, is_floating)

    def _form(self, moment: date, is_floating: bool) -> str:
        if not isinstance(moment, datetime):
            return moment.isoformat()
        if moment.tzinfo is None and is_floating:
            moment = moment.replace(tzinfo=zone_of(self._zone))
        text = moment.isoformat(timespec="seconds" if moment.second else "minutes")
        return re.sub(r"\+00:00$", "Z", text) if moment.tzname() == "UTC" or moment.tzinfo is UTC else text


def _day(moment: Any) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _end_of(day: date, start: date | None = None) -> datetime:
    """The last moment of a bound, on the clock of a start."""
    if not isinstance(day, datetime):
        return datetime(day.year, day.month, day.day, 23, 59, 59)
    zone = start.tzinfo if isinstance(start, datetime) else None
    return (day.astimezone(zone) if day.tzinfo is not None and zone is not None else day).replace(tzinfo=None)


def _text(event: Any, name: str) -> str:
    value = event.get(name, "")
    return tidy(str(value[0] if isinstance(value, list) and value else value))


def _person(value: Any) -> str:
    """The name of an organizer or attendee; without one, nothing: an address is no name."""
    return tidy(str(getattr(value, "params", {}).get("CN", "")).strip('"'))
