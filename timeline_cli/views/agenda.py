"""The agenda: what is overdue, on today, ahead, has no day yet, or passed unconfirmed; then all else of the answer.

Owns: which of these an event is, and its line. Does not: count days to or from a date that does not say the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import DAY_NAMES, MONTH_NAMES, NEVER_BEGAN, NEVER_ENDS, Precision
from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.labels import clock, label
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry
from timeline_cli.query.entries import dates_of
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, counted, width
from timeline_cli.views.gaps import latest_first
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.words import date_style, footer, plain, titled
from timeline_cli.wrapping import wrap

OVERDUE, TODAY, AHEAD, NO_DAY = "Overdue", "Today", "Ahead", "No day known"
UNCONFIRMED, NO_END, PAST = "Past, unconfirmed", "No end known", "Past"
SECTIONS = (OVERDUE, TODAY, AHEAD, NO_DAY, UNCONFIRMED, NO_END, PAST)
# What the section says of its events.
_IMPLIED = {TODAY: "ongoing", AHEAD: "scheduled", NO_DAY: "scheduled", NO_END: "ongoing"}
_LEAST_TITLE, _MOST_COLUMNS = 24, 100


class Row(NamedTuple):
    """An event with its date in words, and the days to, from or within it where these are known."""

    entry: Entry
    when: str
    days: str = ""


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    if answer.matched:
        for group in answer.groups:
            if group.name is not None:
                yield [(clean(group.heading), "heading")]
            background = answer.background if group is answer.groups[-1] else ()
            yield from _agenda([*group.entries, *background], answer, screen)
            if group is not answer.groups[-1]:
                yield []
    if options.footer:
        yield from footer(answer, screen)


def _agenda(entries: Sequence[Entry], answer: Answer, screen: Screen) -> Iterator[Line]:
    today = answer.today
    day, by_date = date.fromordinal(today), answer.sort == "date"
    found: dict[str, list[Entry]] = {section: [] for section in SECTIONS}
    for entry in entries:
        found[section_of(entry, today)].append(entry)
    drawn: list[tuple[str, list[Row]]] = []
    for section, listed in found.items():
        rows = []
        # What is ahead goes on from today's heading; any other section says its years anew.
        year = day.year if section in (TODAY, AHEAD) else None
        for entry in _ordered(listed, section) if by_date else listed:
            row, year = _row(entry, section, today, year)
            rows.append(row)
        drawn.append((section, rows))
    left = _columns([row for _, rows in drawn for row in rows], screen)
    heading = f"Today, {DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
    before = False
    for section, rows in drawn:
        if rows or section == TODAY:
            yield from [[]] if before else []
            yield [(heading, "today")] if section == TODAY else [(section, "heading")]
            for row in rows:
                yield from _lines(row, section, left, screen)
            before = True


def _ordered(entries: Sequence[Entry], section: str) -> Sequence[Entry]:
    """Today's own before what runs; without a day by the last one that it may be, what was postponed at the end."""
    if section == TODAY:
        return sorted(entries, key=lambda entry: entry.event.date.kind == "interval")
    if section != NO_DAY:
        return entries
    return sorted(
        entries,
        key=lambda entry: (entry.event.status == "postponed", entry.event.date.bounds.end, entry.event.date.kind),
        reverse=latest_first(dates_of(entries)),
    )


def section_of(entry: Entry, today: int) -> str:
    """Where an event stands on a day."""
    event, bounds = entry.event, entry.event.date.bounds
    if event.status == "postponed":
        return NO_DAY
    if bounds.end < today:
        return OVERDUE if event.is_due else UNCONFIRMED if event.status in ("scheduled", "tentative") else PAST
    if bounds.start_latest <= today <= bounds.end_earliest or entry.state == "ongoing":
        return TODAY if bounds.end < NEVER_ENDS else NO_END
    if event.status == "occurred":
        return PAST
    if event.date.kind == "interval" and bounds.end >= NEVER_ENDS and bounds.start_latest <= today:
        return NO_END
    return AHEAD if bounds.start > today and _first_day(event.date) else NO_DAY


def _first_day(when: EventDate) -> int | None:
    """The day on which it starts, where the date says that one day."""
    bounds = when.bounds
    known = bounds.start == bounds.start_latest > NEVER_BEGAN and not when.approximate and not when.uncertain
    return bounds.start if known else None


def _last_day(when: EventDate) -> int | None:
    bounds = when.bounds
    known = bounds.end == bounds.end_earliest < NEVER_ENDS and not when.approximate and not when.uncertain
    return bounds.end if known else None


def _days(when: EventDate, section: str, today: int) -> int | None:
    """The days from today to the first day of what is ahead, or to the last day of what is over; 0 for what is on."""
    first, last = _first_day(when), _last_day(when)
    if section == TODAY:
        return 0
    day = first if section == AHEAD else last if section in (OVERDUE, PAST) else None
    return None if day is None else day - today


def with_keys(answer: Answer) -> Answer:
    """The answer with `days` in each event, for the JSON of this view."""

    def counted_off(entries: Sequence[Entry]) -> tuple[Entry, ...]:
        found = []
        for entry in entries:
            days = _days(entry.event.date, section_of(entry, answer.today), answer.today)
            event = replace(entry.event, extra=(*entry.event.extra, ("days", days)))
            found.append(entry._replace(event=event))
        return tuple(found)

    groups = tuple(group._replace(entries=counted_off(group.entries)) for group in answer.groups)
    return answer._replace(groups=groups, background=counted_off(answer.background))


def _row(entry: Entry, section: str, today: int, year: int | None) -> tuple[Row, int | None]:
    """The row of an event below a line of that year, and the year that it leaves for the next."""
    when = entry.event.date
    first, last = _first_day(when), _last_day(when)
    if section == NO_DAY and entry.event.status == "postponed":
        return Row(entry, "postponed"), year
    if section == TODAY:
        return Row(entry, *_running(when, first, last, today)), year
    away = _days(when, section, today)
    days = f"in {counted(away, 'day')}" if away and section == AHEAD else ""
    if away and section == OVERDUE:
        days = counted(-away, "day")
    said = _dated(when, first, last, year)
    if said is None:
        said = label(when, year)
        if when.kind == "point" and when.precision is not None and when.precision > Precision.DAY:
            is_exact = not when.approximate and not when.uncertain
            said = ("some time in " if is_exact else "") + _unit(said, when, year)
    ends = [day for day in (when.bounds.start, when.bounds.end) if NEVER_BEGAN < day < NEVER_ENDS]
    return Row(entry, said, days), date.fromordinal(max(ends)).year if ends else year


def _unit(said: str, when: EventDate, year: int | None) -> str:
    """A month of the year that was said last needs no year."""
    return said.removesuffix(f" {year}") if when.precision == Precision.MONTH else said


def _dated(when: EventDate, first: int | None, last: int | None, year: int | None) -> str | None:
    """Thu 10 Dec, Thu 3-Sat 5 Dec, from Thu 3 Dec; None where the first day is not known."""
    if first is None:
        return None
    if when.kind != "interval":
        return f"{_weekday(first)} {label(when, year)}"
    if last is None:
        return f"from {_day(first, year)}"
    if first == last:
        return _day(first, year)
    start, end = date.fromordinal(first), date.fromordinal(last)
    if (start.year, start.month) == (end.year, end.month):
        return f"{_weekday(first)} {start.day}–{_day(last, year)}"
    return f"{_day(first, end.year if year != start.year else year)} – {_day(last, year)}"


def _running(when: EventDate, first: int | None, last: int | None, today: int) -> tuple[str, str]:
    """Until when something goes on that is on today, and which of its days that is."""
    year = date.fromordinal(today).year
    if when.kind != "interval" or first == last == today:
        return clock(when), ""
    end = f"until {_day(last, year)}" if last is not None else label(_ending(when), year)
    return end, "" if first is None or last is None else f"day {today - first + 1} of {last - first + 1}"


def _ending(when: EventDate) -> EventDate:
    return when._replace(text="../" + when.text.partition("/")[2])


def _day(ordinal: int, year: int | None) -> str:
    day = date.fromordinal(ordinal)
    return f"{_weekday(ordinal)} {day.day} {MONTH_NAMES[day.month - 1][:3]}" + (
        "" if day.year == year else f" {day.year}"
    )


def _weekday(ordinal: int) -> str:
    return DAY_NAMES[date.fromordinal(ordinal).weekday()][:3]


def _columns(rows: Sequence[Row], screen: Screen) -> tuple[int, int]:
    """The columns of the dates and of the days; no dates (0) where titles would have too little room beside them."""
    dated = max((width(row.when) for row in rows if row.days), default=0)
    days = max((width(row.days) for row in rows), default=0)
    others = max((width(row.when) for row in rows if not row.days), default=0)
    most = screen.width - 4 - _LEAST_TITLE
    whole = max(dated + 2 + days if days else 0, min(others, most, 30))
    return (whole - days - 2 if days else whole, days) if whole <= most else (0, days)


def _lines(row: Row, section: str, left: tuple[int, int], screen: Screen) -> Iterator[Line]:
    """The date, the days, and the title with its marks at the right edge; on a narrow screen the title below."""
    dates, days = left
    style, ascii = date_style(row.entry), screen.ascii
    whole = (dates + 2 + days if days else dates) if dates else 2
    room = min(screen.width, _MOST_COLUMNS) - whole - 4
    texts = list(_title(row.entry, section, room, ascii))
    when = plain(row.when, ascii)
    if not dates:
        said = f"{when}  {row.days}".strip()
        yield from ([(f"  {part}", style)] for part in wrap(said, screen.width - 2) if part)
        yield from ([("    ", ""), *text] for text in texts)
        return
    parts = [when] if row.days else wrap(when, whole)
    for index in range(max(len(texts), len(parts))):
        said = parts[index] if index < len(parts) else ""
        if index == 0 and row.days:
            yield [(f"  {said.ljust(dates)}  ", style), (f"{row.days.ljust(days)}  ", "dim"), *texts[0]]
        else:
            space = " " * (whole - width(said) + 2)
            yield [(f"  {said}", style), (space, ""), *(texts[index] if index < len(texts) else [])]


def _title(entry: Entry, section: str, room: int, ascii: bool) -> Iterator[Line]:
    """Rows of the title and who takes part; marks stand right where all is one row."""
    left_out = {_IMPLIED.get(section, ""), "postponed" if section == NO_DAY else ""}
    left_out |= {"may match"} if section == NO_DAY else set()
    notes = [mark for mark in marks(entry, brief=True) if mark not in left_out]
    was = [f"was {plain(label(entry.event.date), ascii)}"] if entry.event.status == "postponed" else []
    dimmed = bool(entry.superseded_by)
    rows = list(titled(entry, room, ascii, links=was, dimmed=dimmed, inline=True, notes=()))
    noted = f"[{', '.join(notes)}]" if notes else ""
    size = sum(width(text) for text, _ in rows[0])
    if not noted:
        yield from rows
    elif len(rows) == 1 and size + 2 + width(noted) <= room:
        yield [*rows[0], (" " * (room - size - width(noted)), ""), (noted, "mark")]
    else:
        yield from titled(entry, room, ascii, links=was, dimmed=dimmed, inline=True, notes=notes)
