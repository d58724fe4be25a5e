"""The JSON of TimelineJS (Knight Lab): a slide per event with a start.

Owns: how precise a date of a slide is; the player shows the words of `display_date`. Does not: let text be HTML, which
headline and text are to the player.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

from timeline_cli.dates.calendar import NEVER_ENDS, Precision
from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.labels import label
from timeline_cli.exports.registry import Reason, Unsaid
from timeline_cli.exports.words import link, paragraphs
from timeline_cli.fields.json import dump
from timeline_cli.model import Entry
from timeline_cli.query.select import GROUPS, Answer
from timeline_cli.text import clean

NO_START = Reason("event", "left out: no start is known", True)


def export(given: Mapping[str, Any]) -> Callable[[Answer], Generator[str, None, Unsaid]]:
    """One object with a slide per line. --group-by makes the rows of the player."""
    return _timeline


def _timeline(answer: Answer) -> Generator[str, None, Unsaid]:
    unsaid: Unsaid = Unsaid()
    yield '{"title": {"text": {"headline": ' + dump(escape(clean(answer.title))) + '}}, "events": ['
    separator = "\n"
    for entry in answer.each():
        slide = _slide(entry, answer.group_by)
        if slide is None:
            unsaid[NO_START] += 1
            continue
        yield separator + dump(slide)
        separator = ",\n"
    yield "\n]}\n"
    return unsaid


def _slide(entry: Entry, group_by: str | None) -> dict[str, Any] | None:
    event, when = entry.event, entry.event.date
    if when.bounds.start < 1:
        return None
    slide: dict[str, Any] = {
        "unique_id": clean(event.id),
        **_dates(when),
        "display_date": escape(label(when)),
        "text": {"headline": escape(clean(event.title)), "text": "".join(_text(entry))},
        "autolink": False,
    }
    groups = GROUPS[group_by](entry) if group_by else []
    return {**slide, "group": escape(clean(groups[0]))} if groups else slide


def _text(entry: Entry) -> Iterator[str]:
    yield from (f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs(entry))
    if link(entry):
        yield f'<p><a href="{escape(link(entry))}">source</a></p>'


def _dates(when: EventDate) -> dict[str, Any]:
    """The start, and the end if it is not in the same day, month or year: no finer than the date is known."""
    precision = when.precision if when.precision is not None else Precision.YEAR
    if when.kind == "choice":
        precision = max(precision, Precision.MONTH)
    parts = 1 if precision >= Precision.YEAR else 2 if precision > Precision.DAY else 3
    sides = [_side(ordinal, parts) for ordinal in (when.bounds.start, when.bounds.end) if ordinal < NEVER_ENDS]
    start, *end = map(dict, dict.fromkeys(sides))
    return {"start_date": start, "end_date": end[0]} if end else {"start_date": start}


def _side(ordinal: int, parts: int) -> tuple[tuple[str, int], ...]:
    day = date.fromordinal(ordinal)
    return (("year", day.year), ("month", day.month), ("day", day.day))[:parts]
