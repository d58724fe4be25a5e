"""`timeline import`: events from tables, calendars and other timelines.

Owns: its options, and what goes to stdout. Does not: read a format, or write a change that was not verified.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from timeline_cli.cli.files import read_now
from timeline_cli.cli.load import write_export
from timeline_cli.cli.options import Settings
from timeline_cli.dates.faults import DateFault
from timeline_cli.editing.write import create, hold, read_file
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS, UsageFault
from timeline_cli.imports.dates import ORDERS, order_named
from timeline_cli.imports.events import Importer, Left, Made, stem
from timeline_cli.imports.maps import Map, parse_map, read_map
from timeline_cli.imports.merging import SIDES, Ledger, with_origin
from timeline_cli.imports.recognising import recognised
from timeline_cli.imports.registry import Import, format_of, read_input, read_table
from timeline_cli.imports.report import KEYS, Report
from timeline_cli.imports.table import Input, Layout, Table
from timeline_cli.imports.writing import NewText, with_events
from timeline_cli.model import Event, Registries, Timeline
from timeline_cli.query.question import read_period_on
from timeline_cli.reading.load import no_collector
from timeline_cli.spelling import check_known
from timeline_cli.text import clean, clean_lines


class _Order(NamedTuple):
    """What to import: each file's table with its map."""

    tables: list[tuple[Table, Map]]
    date_order: str
    today: date

    @property
    def types(self) -> dict[str, dict[str, str]]:
        return {name: entry for _, rules in self.tables for name, entry in rules.types.items()}


class _Taking:
    """The events that an order brings to a file with some events, and what becomes of the other rows."""

    def __init__(self, order: _Order, registries: Registries, events: Iterable[Event]) -> None:
        self._importers = [
            Importer(table, rules, registries, order.date_order, order.today) for table, rules in order.tables
        ]
        self.ledger = Ledger(events)
        self._left: list[Left] = []

    def new(self, settings: Settings) -> Iterator[Made]:
        """The new events; on a terminal, reports progress."""
        with settings.working("importing"), no_collector():
            for importer in self._importers:
                for each in importer.events():
                    if isinstance(each, Left):
                        self._left.append(each)
                    elif (new := self.ledger.take(each)) is not None:
                        yield new

    def report(self, written: bool = False) -> Report:
        refused = [each for importer in self._importers for each in importer.refused]
        notes = [note for importer in self._importers for note in importer.notes]
        lossless = all(importer.is_whole for importer in self._importers)
        rows = sum(importer.rows for importer in self._importers)
        return Report(rows, self._left, refused, notes, self.ledger, lossless, written)


def run(
    settings: Settings, inputs: list[str], into: str | None, map: str | None, save_map: str | None,
    date_order: str | None, since: str | None, until: str | None, update: bool, take: str | None, dry_run: bool,
    json: str | None,
) -> int:  # fmt: skip
    """Import events from tables, calendars and other timelines.

    Prints YAML, or adds the events to a file (--into). Importing again adds only what is new. A map says which columns
    make an event; without one, the columns are guessed, or nothing is imported and a draft of a map is printed.
    """
    if date_order and not order_named(date_order):
        raise UsageFault(f"--date-order {date_order} is not an order", f"choose one of: {', '.join(ORDERS)}")
    if (dry_run or update) and into is None:
        raise UsageFault(f"{'--dry-run' if dry_run else '--update'} requires --into", "write --into events.yaml")
    if take is not None:
        check_known(take, SIDES, f"--take {take} is not a side")
        if not update:
            raise UsageFault("--take requires --update", "write --update --take input")
    if not inputs:
        raise UsageFault("import needs a file", "timeline import events.csv --into events.yaml")
    keys = [key.strip() for key in json.split(",")] if json else KEYS
    for key in keys:
        check_known(key, KEYS, f"unknown field: {key}")
    rules = read_map(map) if map is not None else None
    bounds = _bounds(since, until, settings.today)
    if save_map is not None and ((rules is not None and rules.events) or len(inputs) > 1):
        raise UsageFault("--save-map is for one file without --map", "leave out one of them")
    given = [read_input(name)._replace(since=bounds[0], until=bounds[1]) for name in inputs]
    tables = [_table(each, rules, settings, date_order or "", save_map) for each in given]
    order = _Order(tables, date_order or "", settings.today)
    if into is not None and Path(into).exists():
        report = _into(settings, order, into, (take or "") if update else None, dry_run)
    else:
        report = _new(settings, order, into, dry_run, json is not None)
    if json is not None:
        from json import dumps

        found = report.json()
        write_export([dumps({key: found[key] for key in keys}, ensure_ascii=False, indent=2), "\n"])
    sys.stdout.flush()
    for line in (report.sentence(), *report.lines()):
        settings.tell(clean(line), "dim" if report.is_whole else "")
    return EXIT_DONE if report.is_whole else EXIT_PROBLEMS


def _bounds(since: str | None, until: str | None, today: date) -> tuple[date | None, date]:
    """The days of what repeats: until the end of next year, unless a date says otherwise. Raises UsageFault."""
    days = []
    for flag, text, side in (("--since", since, 0), ("--until", until, 1)):
        try:
            day = read_period_on(today)(text, None)[side] if text is not None else None
        except DateFault as fault:
            raise UsageFault(f"{flag}: {fault.message}", fault.hint) from None
        days.append(date.fromordinal(day) if day is not None and 0 < day < date.max.toordinal() else None)
    return days[0], days[1] or date(today.year + 1, 12, 31)


def _table(given: Input, rules: Map | None, settings: Settings, order: str, save_map: str | None) -> tuple[Table, Map]:
    row = format_of(given)
    if rules is not None and rules.events:
        return read_table(given, row, rules.layout), rules
    layout = rules.layout if rules is not None else Layout()
    found = recognised(given, row) if rules is None else None
    return found or _guessed(given, row, layout, settings, order, save_map)


def _guessed(
    given: Input, row: Import, layout: Layout, settings: Settings, order: str, save_map: str | None
) -> tuple[Table, Map]:
    """The table with a guessed map. Raises UsageFault if a question stays open; the draft of the map is printed."""
    from timeline_cli.imports.drafts import draft
    from timeline_cli.imports.guessing import guess

    table = read_table(given, row, layout)
    found = guess(table, order_named(order), settings.today, layout.head is not None)
    if found.open and {"start_latest", "end_earliest"} <= set(table.columns):
        raise UsageFault(
            f"{given.name} is an answer of `timeline show`, not a table to import",
            f"write `timeline show --json`, and add its events with `{settings.command('add --from FILE')}`",
        )
    if found.open and table.paths == ("events[]",) and {"date", "title"} <= set(table.columns):
        raise UsageFault(
            f"{given.name} is a file of events, not a table to import",
            f"write `{replace(settings, files=(given.name,)).command('show')}`",
        )
    text = draft(table, stem(given.name), found, layout)
    if save_map is not None:
        create(save_map, text.encode())
        settings.tell(f"wrote {save_map}")
    if found.open:
        if save_map is None:
            settings.err.write([[(line, "")] for line in text.splitlines()])
        raise UsageFault(
            f"{given.name} needs a map: {found.open[0]}",
            f"complete {save_map or 'the draft above'} and write --map {save_map or 'FILE.toml'}",
        )
    for reason in found.reasons:
        settings.tell(clean(f"guessed {reason}"))
    return table, parse_map(text, "the guessed map")


def _new(settings: Settings, order: _Order, into: str | None, dry_run: bool, quiet: bool) -> Report:
    """Print the events as YAML, or create the file."""
    taking, text = _Taking(order, Registries(), ()), NewText()
    for made in taking.new(settings):
        text.add(made)
    if into is not None and not dry_run:
        if taking.ledger.new:
            create(into, "".join(text.pieces(order.types)).encode())
    elif not quiet:
        pieces = text.pieces(order.types)
        write_export(map(clean_lines, pieces) if sys.stdout.isatty() else pieces)
    return taking.report()


def _into(settings: Settings, order: _Order, into: str, take: str | None, dry_run: bool) -> Report:
    """Add the new events to the file, and write what changed unless `take`, the side of conflicts, is None."""
    found: list[Report] = []

    def change(data: bytes) -> bytes:
        timeline: Timeline = read_now(replace(settings, files=(into,)))
        taking = _Taking(order, timeline.registries, timeline.events)
        new = [with_origin(made) for made in taking.new(settings)]
        ledger = taking.ledger
        update = partial(ledger.update, side=take) if take is not None and ledger.changed else None
        after = with_events(into, data, timeline, new, update, order.types)
        found.append(taking.report(take is not None))
        return after

    if dry_run:
        from timeline_cli.editing.source import read_source
        from timeline_cli.views.diff import write_diff

        data = read_file(into)
        after = change(data)
        write_diff(settings.out, into, read_source(into, data).whole, read_source(into, after).whole)
        return found[-1]
    with hold(into) as held:
        if held.update(change):
            settings.tell(f"{into} was saved by another program; the events were added to that version")
    return found[-1]
