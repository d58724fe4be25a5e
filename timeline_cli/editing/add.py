"""Add events to a file: decode each one as if it were in the file, insert it, and prove the result.

Owns: ids, duplicates, and the order of these steps. Does not: add an event with an error, or write an unproven text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.points import Setting
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.editing.existing import there_already
from timeline_cli.editing.insert import Placed, SortKey, applied, changes_for, is_newest_first, places
from timeline_cli.editing.proof import Reading, prove
from timeline_cli.editing.render import Value, Values, event_lines
from timeline_cli.editing.source import Source, read_source
from timeline_cli.editing.style import Style, style_of
from timeline_cli.editing.values import shown
from timeline_cli.editing.window import Whole, window
from timeline_cli.errors import NotWritten, TimelineError
from timeline_cli.fields.decode import given_bounds
from timeline_cli.model import LINKS, Event, Timeline
from timeline_cli.nodes import Mapping, Node, Problems
from timeline_cli.nodes import Sequence as NodeList
from timeline_cli.query.facts import facts_of
from timeline_cli.reading.content import Content
from timeline_cli.text import counted


class Added(NamedTuple):
    """An added event, its line in the new text, and its warnings."""

    identity: str
    line: int
    warnings: tuple[Diagnostic, ...]


class Plan(NamedTuple):
    """The content of a file after and before, the added events, and how many were skipped."""

    new: Content
    old: bytes
    added: tuple[Added, ...]
    skipped: int = 0

    @property
    def data(self) -> bytes:
        return self.new.whole()

    @property
    def before(self) -> str:
        return read_source("", self.old).whole

    @property
    def after(self) -> str:
        return read_source("", self.data).whole


class Feed(NamedTuple):
    """The input of new events: a file, its text, the node of each event, and the problems of the others."""

    name: str
    text: str
    nodes: Sequence[Node]
    problems: tuple[Diagnostic, ...] = ()


class BadDraft(TimelineError):
    """Events cannot be added; `diagnostics` refer to lines of `text`."""

    def __init__(
        self, message: str, diagnostics: tuple[Diagnostic, ...], text: str, hint: str = "nothing was written"
    ) -> None:
        super().__init__(message, hint)
        self.diagnostics = diagnostics
        self.text = text


class _Draft(NamedTuple):
    """A new event and its problems, with places in the feed, or else in `text`."""

    values: Values
    event: Event | None
    found: tuple[Diagnostic, ...]
    text: str

    @property
    def errors(self) -> list[Diagnostic]:
        return [problem for problem in self.found if problem.is_error]

    @property
    def lacks_year(self) -> bool:
        return any(problem.code == "E107" for problem in self.found)


def plan(
    name: str, data: bytes, timeline: Timeline, new: Sequence[Values], force: bool = False, skip: bool = False,
    feed: Feed | None = None,
) -> Plan:  # fmt: skip
    """The file `name`, with content `data`, plus the `new` events. `timeline` is read from it and its includes.

    `feed` has the origin of each new event. Events that already exist are rejected; `force` adds them, `skip` leaves
    them out. Raises BadDraft or NotWritten.
    """
    file = window(name, data, timeline) or Whole(name, data, timeline)
    sample = file.sample
    style = style_of(sample.source, sample.outline)
    decode = sample.known.decoder(timeline.registries)
    drafts = [_decode(values, decode, style) for values in new]
    if feed is not None:
        for number, draft in enumerate(drafts):
            values = _in_days(draft.values, feed.nodes[number]) if draft.lacks_year else None
            drafts[number] = _decode(values, decode, style) if isinstance(values, dict) else draft
        drafts = [_at_feed(draft, node, feed.name) for draft, node in zip(drafts, feed.nodes, strict=True)]
    _refuse_errors(drafts, feed)
    in_file = sample.known.ids()
    wanted = drafts if force else _new_ones(drafts, timeline, in_file, skip, feed)
    placed = _placed(file.keys, list(_with_links(_with_ids(wanted, timeline, in_file), timeline, in_file)))
    part = file.around(at for at, _ in placed)
    here = [(part.place(at), draft) for at, draft in placed]
    changes = changes_for(name, part.source, part.outline, style, [Placed(at, draft.values) for at, draft in here])
    numbers = {at + number: draft for number, (at, draft) in enumerate(here)}
    after = part.source._replace(text=applied(part.source.text, changes))
    proved = prove(part.known, after, {number: draft.values for number, draft in numbers.items()})
    lines = file.lines(part, changes, proved)
    added = (Added(str(draft.values["id"]), lines[number], draft.found) for number, draft in numbers.items())
    return Plan(file.changed(part, changes), data, tuple(added), len(drafts) - len(wanted))


def decoded(timeline: Timeline, new: Sequence[Values]) -> list[Event]:
    """The `new` events as if they were in a file, with unique ids. Raises BadDraft or NotWritten."""
    sample = Whole(DRAFT, b"", timeline).sample
    style, decode = style_of(sample.source, sample.outline), sample.known.decoder(timeline.registries)
    drafts = [_decode(values, decode, style) for values in new]
    _refuse_errors(drafts, None)
    numbered = _with_ids(drafts, timeline, set())
    return [replace(draft.event, id=str(draft.values["id"])) for draft in numbered if draft.event is not None]


DRAFT = "new event"


Decode = Callable[[Node, Problems], Event | None]


def _decode(values: Values, decode: Decode, style: Style) -> _Draft:
    """One event, parsed from the lines that would be written for it. Raises NotWritten."""
    text = "\n".join(event_lines(values, style._replace(column=0))) + "\n"
    reading = Reading(DRAFT, Source(text, b"", "utf-8", "\n"))
    nodes = [part.value for part in reading.parts()]
    event = decode(nodes[0], reading.problems) if len(nodes) == 1 else None
    for problem in reading.problems.in_head:
        if problem.is_error:
            where = f"line {problem.location.line} of the file, under defaults:"
            raise NotWritten(f"{problem.message}, on {where}", "fix it first; timeline check shows it")
    return _Draft(values, event, tuple(reading.problems.found), text)


# Our own JSON has the days of its fiscal dates, under these keys.
_GIVEN = {
    "date": ("start", "start_latest", "end_earliest", "end"),
    "period": ("period_start", "period_end", "period_start", "period_end"),
}


def _in_days(value: Value, given: Node) -> Value:
    """A value of our own JSON with the days of its fiscal dates, for a file that lacks their registry."""
    if isinstance(value, list) and isinstance(given, NodeList) and len(value) == len(given.items):
        return [_in_days(part, node) for part, node in zip(value, given.items, strict=True)]
    if not isinstance(value, dict) or not isinstance(given, Mapping):
        return value
    found = {key: _in_days(part, given.pairs[key][1]) if key in given.pairs else part for key, part in value.items()}
    for key in _GIVEN.keys() & found.keys():
        with suppress(DateFault):
            bounds = given_bounds(given.pairs, _GIVEN[key])
            fiscal = parse_date(str(found[key]), Setting(None, None, bounds))
            # The start of FY2024/.. has no other form.
            is_same = parse_date(fiscal.plain_text).bounds == fiscal.bounds
            found[key] = fiscal.plain_text if is_same else found[key]
    return found


def _refuse_errors(drafts: Sequence[_Draft], feed: Feed | None) -> None:
    """Report all problems of new events. Raises BadDraft."""
    bad = [draft for draft in drafts if draft.event is None or draft.errors]
    elsewhere = feed.problems if feed is not None else ()
    if not bad and not elsewhere:
        return
    errors = (*elsewhere, *(error for draft in bad for error in draft.errors))
    total, wrong = len(drafts) + len(elsewhere), len(bad) + len(elsewhere)
    what = f"{shown(bad[0].values)} cannot be added" if bad and total == 1 else (
        f"{wrong:,} of {counted(total, 'event')} cannot be added"
    )  # fmt: skip
    text = feed.text if feed is not None else bad[0].text
    raise BadDraft(what, tuple(sorted(errors, key=lambda error: error.location.line)), text)


def _at_feed(draft: _Draft, given: Node, name: str) -> _Draft:
    """The problems of an event at its place in the feed, not in the lines that would be written."""
    if not draft.found:
        return draft
    [written] = [part.value for part in Reading(DRAFT, Source(draft.text, b"", "utf-8", "\n")).parts()]
    problems = Problems(name)
    found = tuple(
        problem._replace(location=problems.place(_counterpart(written, given, problem.location)), related=())
        for problem in draft.found
    )
    return draft._replace(found=found)


def _counterpart(written: Node, given: Node, place: Location) -> Node:
    """The node of a feed for the key or value written at a place."""
    if isinstance(written, Mapping) and isinstance(given, Mapping):
        for name, (key, value) in written.pairs.items():
            if name in given.pairs and _holds(key, place):
                return given.pairs[name][0]
            if name in given.pairs and _holds(value, place):
                return _counterpart(value, given.pairs[name][1], place)
    if isinstance(written, NodeList) and isinstance(given, NodeList):
        for one, other in zip(written.items, given.items, strict=False):
            if _holds(one, place):
                return _counterpart(one, other, place)
    return given


def _holds(node: Node, place: Location) -> bool:
    start, end = node.start_mark, node.end_mark
    return bool((start.line, start.column) <= (place.line - 1, place.column - 1) <= (end.line, end.column))


def _new_ones(
    drafts: Sequence[_Draft], timeline: Timeline, in_file: set[str], skip: bool, feed: Feed | None
) -> list[_Draft]:
    """The events that do not exist yet. Raises NotWritten or, with a feed, BadDraft, unless the others are skipped."""
    events = [draft.event for draft in drafts if draft.event is not None]
    known = there_already([(_own_id(event), event.date.text, event.title) for event in events], timeline, in_file)
    if known and not skip:
        if feed is None:
            _, why, hint = next(iter(known.values()))
            raise NotWritten(why, hint)
        problems = Problems(feed.name)
        found = [Diagnostic(code, why, problems.place(feed.nodes[number])) for number, (code, why, _) in known.items()]
        what = f"{len(known):,} of {counted(len(drafts), 'event')} already exist"
        hint = "nothing was written; --skip-existing skips them, --force adds them anyway"
        raise BadDraft(what, tuple(found), feed.text, hint)
    return [draft for number, draft in enumerate(drafts) if number not in known]


def _own_id(event: Event) -> str | None:
    return event.id if event.has_own_id else None


def _with_ids(drafts: Iterable[_Draft], timeline: Timeline, in_file: set[str]) -> list[_Draft]:
    """Each event with a unique id."""
    taken, ids = set(in_file), facts_of(timeline).ids
    found = []
    for draft in drafts:
        assert draft.event is not None
        identity = _free(draft.event.id, taken, ids)
        taken.add(identity)
        found.append(draft._replace(values=draft.values | {"id": identity}))
    return found


def _with_links(drafts: list[_Draft], timeline: Timeline, in_file: set[str]) -> Iterator[_Draft]:
    """Each event with a warning for a link to an id that no event has; none if some events cannot be read."""
    known = (in_file, facts_of(timeline).ids, {str(draft.values["id"]) for draft in drafts})
    is_whole = not timeline.broken and not timeline.unread
    for draft in drafts:
        if is_whole and draft.event is not None and any(getattr(draft.event, kind) for kind in LINKS):
            from timeline_cli.checks.links import unknown_links

            draft = draft._replace(found=(*draft.found, *unknown_links(draft.event, known)))
        yield draft


def _free(wanted: str, *taken: Collection[str]) -> str:
    number, found = 2, wanted
    while any(found in each for each in taken):
        number, found = number + 1, f"{wanted}-{number}"
    return found


def _placed(keys: Sequence[SortKey | None], drafts: Sequence[_Draft]) -> list[tuple[int, _Draft]]:
    """The events in their new order, each with the number of the file's events before it."""
    wanted = [draft.event.date.sort_key for draft in drafts if draft.event is not None]
    order = sorted(range(len(drafts)), key=lambda number: wanted[number], reverse=is_newest_first(keys))
    at = places(keys, wanted)
    return sorted(((at[number], drafts[number]) for number in order), key=lambda pair: pair[0])
