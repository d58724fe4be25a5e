"""`timeline add`: add one event or many to a file, and change nothing else in it.

Owns: its options, from the table of fields. Does not: write a change that was not verified.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from typing import Any

from timeline_cli.cli.files import Target, file_to_change, find_event, read_now
from timeline_cli.cli.load import read_and_ask
from timeline_cli.cli.options import Settings
from timeline_cli.editing.add import BadDraft, Feed, Plan, plan
from timeline_cli.editing.existing import refuse_known
from timeline_cli.editing.names import as_written
from timeline_cli.editing.proof import EVENTS, Reading
from timeline_cli.editing.render import DATES, Values
from timeline_cli.editing.source import read_source
from timeline_cli.editing.values import cleaned, drafts, from_options, inherited, plain, read_node
from timeline_cli.editing.write import hold, read_file
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS, UsageFault
from timeline_cli.model import Timeline
from timeline_cli.nodes import Problems
from timeline_cli.reading.content import Content, open_content
from timeline_cli.reading.search import DEFAULT_NAME, FOREIGN
from timeline_cli.text import clean, counted
from timeline_cli.views.diff import write_diff
from timeline_cli.views.problems import diagnostic_lines


def run(
    settings: Settings,
    from_: str | None,
    like: str | None,
    set_: list[str] | None,
    to: str | None,
    force: bool,
    skip_existing: bool,
    dry_run: bool,
    **given: Any,
) -> int:
    """Add an event to the file; existing lines stay as they are.

    If the file is sorted by date, the event goes where its date belongs, else to the end. On a terminal, add asks
    for what is missing. Dates can be in words: --date "22 March 2025", --date "since 2006".
    """
    if force and skip_existing:
        raise UsageFault("--force and --skip-existing contradict each other", "use one of them")
    target = file_to_change(settings, to, "choose one: --to {file}")
    values = _values(given, set_ or [], settings)
    try:
        feed = _read_feed(from_) if from_ is not None else None
    except BadDraft as bad:
        _show_errors(bad, settings)
        raise
    order = _Order(settings, target, feed, values, like, force, skip_existing)
    missing = [key for key in ("date", "title") if key not in values] if from_ is None else []
    if missing and not _is_terminal():
        raise UsageFault(
            f"the event has no {' and no '.join(missing)}", 'timeline add --date 2025-03-22 --title "What happened"'
        )
    try:
        return _settled(order, bool(missing), dry_run)
    except EOFError:
        raise UsageFault("input ended before all questions were answered", "nothing was written") from None
    except BadDraft as bad:
        _show_errors(bad, settings)
        raise


def _values(given: dict[str, list[str] | None], own: list[str], settings: Settings) -> Values:
    """The fields given as options; reports how each date in words was read."""
    texts = {key.removeprefix("with_"): each for key, each in given.items() if each}
    values = from_options(texts, own, settings.today)
    in_words = [key for key, text in texts.items() if key in DATES and text != [values[key]]]
    if in_words:
        settings.tell_today()
    for key in in_words:
        settings.tell(f"{key}: {values[key]}")
    return values


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _show_errors(bad: BadDraft, settings: Settings) -> None:
    lines = dict(enumerate(bad.text.splitlines(), 1))
    screen = settings.err
    screen.write(
        diagnostic_lines(
            bad.diagnostics, lambda _, number: lines.get(number), screen.width, wrapped_at=screen.wrapped_at
        )
    )


# Dates that need the place's time zone or the company's fiscal year can only be checked after all answers.
_NEEDS_OTHERS = frozenset({"E104", "E107"})


def _settled(order: _Order, asks: bool, dry_run: bool) -> int:
    """Ask for what is missing, show the change unless it is written at once, write it, and return the exit code."""
    if asks:
        order = order.asked()
    if asks or dry_run:
        try:
            order.show()
        except BadDraft as bad:
            if not asks or not _NEEDS_OTHERS.issuperset(diagnostic.code for diagnostic in bad.diagnostics):
                raise
            _show_errors(bad, order.settings)
            return _settled(order.without("date"), asks, dry_run)
    if dry_run:
        return EXIT_DONE
    if asks:
        from timeline_cli.cli.prompts import agreed

        if not agreed("Write it?", order.settings):
            return EXIT_PROBLEMS
    return order.carry_out()


@dataclass(frozen=True)
class _Order:
    """What to add, and where: the events of a feed, or one. `given` applies to each; `like` is the id to copy from."""

    settings: Settings
    target: Target
    feed: Feed | None
    given: Values
    like: str | None
    force: bool
    skip: bool
    told: set[str] = field(default_factory=set)  # what was remarked: the event is made again at each step

    def without(self, key: str) -> _Order:
        """The same without the value of a field, so that the user is asked again."""
        return replace(self, given={name: value for name, value in self.given.items() if name != key})

    def asked(self) -> _Order:
        """The same with the user's answers to what was missing."""
        from timeline_cli.cli.prompts import ask

        if "date" not in self.given:
            self.settings.tell_today()
        timeline = self._timeline()
        values = ask(self._new(timeline)[0], timeline, self.settings, everything=False)
        if not self.force:
            # Before the other questions, so that their answers are not lost.
            refuse_known(str(values["date"]), str(values["title"]), timeline)
        if not self.given:
            values = ask(values, timeline, self.settings, everything=True)
        return replace(self, given=values, like=None)

    def show(self) -> None:
        """Print the change."""
        found = self._plan(read_file(self.target.file))
        self._tell_warnings(found)
        write_diff(self.settings.out, self.target.file, found.before, found.after)

    def carry_out(self) -> int:
        """Write the change and report what was added, and where."""
        plans: list[Plan] = []

        def change(data: bytes) -> Content:
            plans.append(self._plan(data))
            return plans[-1].new

        with hold(self.target.file) as held:
            is_merged = held.update(change)
        found = plans[-1]
        if is_merged:
            self.settings.tell(f"{self.target.file} was saved by another program; the event was added to that version")
        self._tell_warnings(found)
        place = clean(self.target.file)
        self.settings.tell_done(
            [
                [("added ", ""), (clean(added.identity), "title"), (f" to {place}, line {added.line}", "")]
                for added in found.added
            ]
        )
        return EXIT_DONE

    def _timeline(self) -> Timeline:
        return read_now(replace(self.settings, files=self.target.files))

    def _plan(self, data: bytes) -> Plan:
        def planned(timeline: Timeline) -> Plan:
            return plan(self.target.file, data, timeline, self._new(timeline), self.force, self.skip, self.feed)

        settings = replace(self.settings, files=self.target.files)
        return read_and_ask(settings, planned, held=(self.target.file, data))[1]

    def _new(self, timeline: Timeline) -> list[Values]:
        start = _like(self.like, timeline) if self.like is not None else {}
        events = [plain(node) for node in self.feed.nodes] if self.feed is not None else [{}]
        sources = timeline.registries.sources
        given, joined = as_written(self.given, timeline)
        for name in [name for name in joined if name not in self.told]:
            self.told.add(name)
            self.settings.tell(f"{clean(name)} is written as one value; repeat the option to add several", "warning")
        return [start | cleaned(event, sources) | given for event in events if isinstance(event, dict)]

    def _tell_warnings(self, found: Plan) -> None:
        if found.skipped:
            self.settings.tell(f"{counted(found.skipped, 'event')} skipped: already in the files")
        for warning in (warning for added in found.added for warning in added.warnings):
            self.settings.tell(f"{warning.message}; {warning.hint}" if warning.hint else warning.message, "warning")


def _read_feed(name: str) -> Feed:
    """The events of a JSON or YAML file. Raises BadDraft, UsageFault."""
    if name.lower().endswith(FOREIGN):
        raise UsageFault(f"{name} is not a file of events", f"timeline import {name} --into {DEFAULT_NAME}")
    problems = Problems(name)
    content = open_content(name, problems)
    data = content.whole() if content is not None else b""
    node = read_node(data, problems) if content is not None else None
    text = data.decode("utf-8", "replace")
    if problems.found:
        raise BadDraft(f"{clean(name)} cannot be read", tuple(problems.found), text)
    nodes = drafts(node, problems) if node is not None else []
    if not nodes and not problems.found:
        raise UsageFault(f"{name} contains no events", "an event is a mapping with a date and a title")
    return Feed(name, text, nodes, tuple(problems.found))


def _like(identity: str, timeline: Timeline) -> Values:
    """What a new event copies from the event with that id, as written. Raises UsageFault."""
    event = find_event(identity, timeline)
    source = read_source(event.file, read_file(event.file))
    for part in Reading(event.file, source).parts():
        if part.section == EVENTS and part.value.start_mark.line + 1 == event.line:
            written = plain(part.value)
            return inherited(cleaned(written, timeline.registries.sources)) if isinstance(written, dict) else {}
    return {}
