"""What formats for people say of an event as plain text: below its title, and above it.

Owns: the order of these paragraphs, and the headings. Does not: know the markup of a format.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.fields.words import figure_words, marks, source_words
from timeline_cli.model import Entry, Role
from timeline_cli.query.select import GROUPS
from timeline_cli.text import clean, safe_url


def paragraphs(entry: Entry) -> Iterator[str]:
    """Its marks, its summary, who and where, its figures, and its quotes with their sources."""
    event = entry.event
    said = marks(entry)
    if said:
        yield f"[{', '.join(said)}]"
    if event.summary:
        yield clean(event.summary)
    who = who_and_where(entry)
    if who:
        yield who
    yield from map(figure_words, event.figures)
    for source in event.sources:
        named = " ".join(dict.fromkeys(filter(None, (source_words(source), clean(source.url or "")))))
        yield f"“{clean(source.quote)}” — {named}" if source.quote else f"Source: {named}"


def who_and_where(entry: Entry) -> str:
    """People · companies · place, with all names and their roles."""
    event = entry.event
    parts = [names(event.people), names(event.companies), clean(event.place or "")]
    return " · ".join(filter(None, parts))


def names(roles: tuple[Role, ...]) -> str:
    """Names, each with its role in brackets."""
    return ", ".join(clean(f"{role.name} ({role.role})" if role.role else role.name) for role in roles)


def link(entry: Entry) -> str:
    """The first link of a source that is safe to follow; empty for none."""
    return next(filter(None, (safe_url(source.url) for source in entry.event.sources if source.url)), "")


def headings(entry: Entry) -> tuple[str, str]:
    """The year in which an event starts at the earliest, and the month if it is known."""
    ordinal = entry.event.date.sort_key[0]
    if not NEVER_BEGAN < ordinal < NEVER_ENDS:
        return "Start unknown", ""
    span = GROUPS["month"](entry)
    return str(date.fromordinal(ordinal).year), span[0].partition(" ")[2] if span else ""
