"""Adding events to a file: each is decoded as if it stood there, put in its place, and the whole proven.

Owns: ids, duplicates, and the order of these steps. Refuses: an event with an error, and a text that is not proven.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.editing.insert import Placed, is_newest_first, places, with_events
from timeline_cli.editing.outline import Item, Outline, outline
from timeline_cli.editing.proof import Known, Reading, prove
from timeline_cli.editing.render import Values, event_lines
from timeline_cli.editing.source import Source, read_source
from timeline_cli.editing.style import Style, style_of
from timeline_cli.editing.values import shown
from timeline_cli.errors import NotWritten, TimelineError
from timeline_cli.model import Event, Timeline
from timeline_cli.nodes import Node, Problems
from timeline_cli.text import clean, fold


class Added(NamedTuple):
    """An event that was added, its line in the new text, and the warnings about it."""

    identity: str
    line: int
    warnings: tuple[Diagnostic, ...]


class Plan(NamedTuple):
    """What a file would hold: the bytes, the text before and after, and what is new in it."""

    data: bytes
    before: str
    after: str
    added: tuple[Added, ...]


class BadDraft(TimelineError):
    """A new event has errors: `diagnostics` are about the lines of `text`."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...], text: str) -> None:
        super().__init__(message, "nothing was written")
        self.diagnostics = diagnostics
        self.text = text


class _Draft(NamedTuple):
    values: Values
    event: Event
    warnings: tuple[Diagnostic, ...]


def plan(name: str, data: bytes, timeline: Timeline, new: Sequence[Values], force: bool = False) -> Plan:
    """The file `name`, which holds `data`, with `new` events. `timeline` is read from it, and what belongs to it.

    Raises BadDraft or NotWritten.
    """
    source = read_source(name, data)
    found = outline(name, source)
    style, known = style_of(source, found), Known(name, source)
    decode = known.decoder(timeline.registries)
    drafts = _with_ids([_decode(values, decode, style) for values in new], timeline, known.ids(), force)
    if not force:
        refuse_known(((draft.event.date.text, draft.event.title) for draft in drafts), timeline)
    placed = _placed(name, timeline, found, drafts)
    after = with_events(name, source, found, style, [Placed(at, draft.values) for at, draft in placed])
    numbers = {at + number: draft for number, (at, draft) in enumerate(placed)}
    lines = prove(known, source._replace(text=after), {number: draft.values for number, draft in numbers.items()})
    added = (Added(str(draft.values["id"]), lines[number], draft.warnings) for number, draft in numbers.items())
    return Plan(source.encode(after), source.text, after, tuple(added))


DRAFT = "new event"


def _decode(values: Values, decode: Callable[[Node, Problems], Event | None], style: Style) -> _Draft:
    """One event, read from the lines that would be written for it. Raises BadDraft."""
    text = "\n".join(event_lines(values, style._replace(column=0))) + "\n"
    reading = Reading(DRAFT, Source(text, b"", "utf-8", "\n"))
    nodes = [part.value for part in reading.parts()]
    event = decode(nodes[0], reading.problems) if len(nodes) == 1 else None
    found = tuple(reading.problems.found)
    for problem in reading.problems.in_head:
        if problem.is_error:
            where = f"line {problem.location.line} of the file, under defaults:"
            raise NotWritten(f"{problem.message}, on {where}", "mend that first; timeline check shows it")
    if event is None or any(diagnostic.is_error for diagnostic in found):
        errors = tuple(diagnostic for diagnostic in found if diagnostic.is_error)
        raise BadDraft(f"{shown(values)} cannot be added as it is", errors, text)
    return _Draft(values, event, found)


def _with_ids(drafts: Iterable[_Draft], timeline: Timeline, in_file: set[str], force: bool) -> list[_Draft]:
    """Each with an id that no other event has; a written one that is taken is refused, unless forced."""
    taken = {event.id for event in timeline.events} | in_file
    found = []
    for values, event, warnings in drafts:
        wanted = event.id
        if event.has_own_id and wanted in taken and not force:
            place = next((f" ({each.file}:{each.line})" for each in timeline.events if each.id == wanted), "")
            raise NotWritten(
                f"the id {wanted} is taken{place}", "leave --id out for one that is not, or --force to number it"
            )
        identity = _free(wanted, taken)
        taken.add(identity)
        found.append(_Draft(values | {"id": identity}, event, warnings))
    return found


def _free(wanted: str, taken: set[str]) -> str:
    number, found = 2, wanted
    while found in taken:
        number, found = number + 1, f"{wanted}-{number}"
    return found


def refuse_known(new: Iterable[tuple[str, str]], timeline: Timeline) -> None:
    """Refuse an event with the date and the title of another; `new` are dates, as text, and titles."""
    wanted = list(new)
    days = {day for day, _ in wanted}
    known = {
        (event.date.text, fold(event.title)): f"{event.id} ({event.file}:{event.line})"
        for event in timeline.events
        if event.date.text in days
    }
    for day, title in wanted:
        likeness = day, fold(title)
        if likeness in known:
            raise NotWritten(
                f"{clean(title)} on {day} is there already: {known[likeness]}", "--force adds it nevertheless"
            )
        known[likeness] = "given twice"


def _placed(name: str, timeline: Timeline, found: Outline, drafts: Sequence[_Draft]) -> list[tuple[int, _Draft]]:
    """The events in the order in which they will stand, each with how many of the file's stand before it."""
    keys = sort_keys(name, timeline, found.items)
    wanted = [draft.event.date.sort_key for draft in drafts]
    order = sorted(range(len(drafts)), key=lambda number: wanted[number], reverse=is_newest_first(keys))
    at = places(keys, wanted)
    return sorted(((at[number], drafts[number]) for number in order), key=lambda pair: pair[0])


def sort_keys(name: str, timeline: Timeline, items: Sequence[Item]) -> list[object | None]:
    """The order of the file's events by date, item for item; None for one that could not be read."""
    names = {file for file in timeline.files if file == name or os.path.realpath(file) == os.path.realpath(name)}
    by_line = {event.line: event.date.sort_key for event in timeline.events if event.file in names}
    return [by_line.get(item.row + 1) for item in items]
