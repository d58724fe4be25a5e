"""Which new events a timeline has already.

Owns: when a new event is taken for one that exists. Does not: add or refuse several events at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_cli.errors import NotWritten
from timeline_cli.model import Timeline
from timeline_cli.query.facts import facts_of
from timeline_cli.text import clean, fold


def there_already(
    new: Sequence[tuple[str | None, str, str]], timeline: Timeline, in_file: Iterable[str] = ()
) -> dict[int, tuple[str, str, str]]:
    """The new events that already exist, by number, each with a code, the reason, and what to do.

    `new` has the id if written, the date as text, and the title; an event exists if its id, or its date and title, do.
    """
    wanted = {identity for identity, _, _ in new if identity is not None}
    like = list(facts_of(timeline).like(wanted, {day for _, day, _ in new}))
    ids = {**dict.fromkeys(in_file, ""), **{each.id: f" ({each.file}:{each.line})" for each in like}}
    known = {(each.date.text, fold(each.title)): f"{each.id} ({each.file}:{each.line})" for each in like}
    found: dict[int, tuple[str, str, str]] = {}
    for number, (identity, day, title) in enumerate(new):
        likeness = day, fold(title)
        if identity is not None and identity in ids:
            hint = "omit --id to derive one, or use --force to number it"
            found[number] = "E204", f"the id {identity} is taken{ids[identity]}", hint
        elif likeness in known:
            why = f"{clean(title)} on {day} already exists: {known[likeness]}"
            found[number] = "W303", why, "--force adds it anyway"
        known.setdefault(likeness, "given twice")
        if identity is not None:
            ids.setdefault(identity, " (given twice)")
    return found


def refuse_known(day: str, title: str, timeline: Timeline) -> None:
    """Raise NotWritten for an event with the same date and title as another."""
    for _, why, hint in there_already([(None, day, title)], timeline).values():
        raise NotWritten(why, hint)
