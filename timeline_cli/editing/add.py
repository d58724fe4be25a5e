"""Adding events to a file: each is decoded as if it stood there, put in its place, and the whole proven.

Owns: ids, duplicates, and the order of these steps. Refuses: an event with an error, and a text that is not proven.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.editing.insert import Placed, is_newest_first, places, with_events
from timeline_cli.editing.outline import Item, Outline, line_start, outline
from timeline_cli.editing.proof import EVENTS, Reading, decoder, prove
from timeline_cli.editing.render import Values, event_lines
from timeline_cli.editing.source import LINE_BREAK, Source, read_source
from timeline_cli.editing.style import Style, style_of
from timeline_cli.editing.values import shown
from timeline_cli.errors import NotWritten, TimelineError
from timeline_cli.model import Event, Timeline
from timeline_cli.nodes import Mapping, Node, Problems, Scalar
from timeline_cli.text import fold


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
    style = style_of(source, found)
    drafts = _decoded(name, source, timeline, new, style)
    drafts = _with_ids(drafts, timeline, _ids_of(name, source), force)
    if not force:
        _refuse_known(drafts, timeline)
    placed = _placed(name, timeline, found, drafts)
    after = with_events(name, source, found, style, placed)
    numbers = {each.place + number: each.values for number, each in enumerate(placed)}
    changed = source._replace(text=after)
    prove(name, source, changed, numbers)
    return Plan(source.encode(after), source.text, after, _added(name, changed, numbers, drafts))


DRAFT = "new event"


def _decoded(name: str, source: Source, timeline: Timeline, new: Sequence[Values], style: Style) -> list[_Draft]:
    decode = decoder(name, source, timeline.registries)
    return [_decode(values, decode, style) for values in new]


def _decode(values: Values, decode: Callable[[Node, Problems], Event | None], style: Style) -> _Draft:
    """One event, read from the lines that would be written for it. Raises BadDraft."""
    text = "\n".join(event_lines(values, style._replace(column=0))) + "\n"
    reading = Reading(DRAFT, Source(text, b"", "utf-8", "\n"))
    nodes = [part.value for part in reading.parts()]
    event = decode(nodes[0], reading.problems) if len(nodes) == 1 else None
    found = tuple(reading.problems.found)
    if event is None or any(diagnostic.is_error for diagnostic in found):
        errors = tuple(diagnostic for diagnostic in found if diagnostic.is_error)
        raise BadDraft(f"{shown(values)} cannot be added as it is", errors, text)
    return _Draft(values, event, found)


def _with_ids(drafts: Iterable[_Draft], timeline: Timeline, in_file: set[str], force: bool) -> list[_Draft]:
    """Each with an id that no other event has; a written one that is taken is refused, unless forced."""
    lines = {event.id: f"{event.file}:{event.line}" for event in timeline.events}
    taken = lines.keys() | in_file
    found = []
    for values, event, warnings in drafts:
        wanted = event.id
        if event.has_own_id and wanted in taken and not force:
            place = f" ({lines[wanted]})" if wanted in lines else ""
            raise NotWritten(
                f"the id {wanted} is taken{place}", "leave --id out for one that is not, or --force to number it"
            )
        identity = _free(wanted, taken)
        taken = taken | {identity}
        found.append(_Draft(values | {"id": identity}, event, warnings))
    return found


def _free(wanted: str, taken: set[str]) -> str:
    number, found = 2, wanted
    while found in taken:
        number, found = number + 1, f"{wanted}-{number}"
    return found


def _ids_of(name: str, source: Source) -> set[str]:
    """The ids that are written in a file, also those of broken events."""
    found = set()
    for part in Reading(name, source).parts():
        if part.section == EVENTS and isinstance(part.value, Mapping) and "id" in part.value.pairs:
            node = part.value.pairs["id"][1]
            if isinstance(node, Scalar):
                found.add(node.text)
    return found


def _likeness(event: Event) -> tuple[str, str]:
    return event.date.text, fold(event.title)


def _refuse_known(drafts: Sequence[_Draft], timeline: Timeline) -> None:
    """Refuse an event with the date and the title of another."""
    known = {_likeness(event): f"{event.id} ({event.file}:{event.line})" for event in timeline.events}
    for draft in drafts:
        likeness = _likeness(draft.event)
        if likeness in known:
            raise NotWritten(
                f"{shown(draft.values)} on {draft.event.date.text} is there already: {known[likeness]}",
                "--force adds it nevertheless",
            )
        known[likeness] = "given twice"


def _placed(name: str, timeline: Timeline, found: Outline, drafts: Sequence[_Draft]) -> list[Placed]:
    keys = sort_keys(name, timeline, found.items)
    wanted = [draft.event.date.sort_key for draft in drafts]
    newest_first = is_newest_first(keys)
    order = sorted(range(len(drafts)), key=lambda number: wanted[number], reverse=newest_first)
    at = places(keys, wanted)
    return sorted((Placed(at[number], drafts[number].values) for number in order), key=lambda placed: placed.place)


def sort_keys(name: str, timeline: Timeline, items: Sequence[Item]) -> list[object | None]:
    """The order of the file's events by date, item for item; None for one that could not be read."""
    names = {file for file in timeline.files if file == name or os.path.realpath(file) == os.path.realpath(name)}
    by_line = {event.line: event.date.sort_key for event in timeline.events if event.file in names}
    return [by_line.get(item.row + 1) for item in items]


def _added(name: str, changed: Source, numbers: dict[int, Values], drafts: Sequence[_Draft]) -> tuple[Added, ...]:
    items = outline(name, changed).items
    by_id = {str(draft.values["id"]): draft for draft in drafts}
    found = []
    for number, values in sorted(numbers.items()):
        draft = by_id[str(values["id"])]
        item = items[number]
        start = line_start(changed.text, item.node)
        line = len(LINE_BREAK.findall(changed.text, 0, start)) + 1
        found.append(Added(str(values["id"]), line, draft.warnings))
    return tuple(found)
