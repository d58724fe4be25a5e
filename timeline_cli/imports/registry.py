"""IMPORTS: the formats of files that are not ours, by name, each with its reader.

Owns: the list of formats, and which one a file has. Does not: import a reader before it is used.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from timeline_cli.editing.new_file import reason
from timeline_cli.errors import UsageFault
from timeline_cli.imports.table import Input, Layout, Table
from timeline_cli.reading.content import open_file, read_pipe, read_stdin
from timeline_cli.reading.search import STDIN
from timeline_cli.text import byte_order_mark


class Import(NamedTuple):
    """`module` defines `read(input, layout)`, which gives a Table.

    `suffixes` are those of its files, `starts` matches the first bytes of one. `map` is the map of ours that makes
    its rows events, `extra` the extra of the package that it requires.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    help: str
    starts: bytes = b"(?!)"
    map: str = ""
    extra: str = ""


IMPORTS: dict[str, Import] = {
    row.name: row
    for row in (
        Import("ics", "timeline_cli.imports.ics", (".ics", ".ical"), "calendars (RFC 5545), with what repeats",
               rb"\s*BEGIN:VCALENDAR", "ics", "calendar"),
        Import("xlsx", "timeline_cli.imports.xlsx", (".xlsx", ".xlsm"), "a sheet of an Excel workbook", rb"PK\x03\x04",
               extra="excel"),
        Import("markwhen", "timeline_cli.imports.markwhen", (".mw", ".markwhen"), "Markwhen timelines", map="markwhen"),
        Import("json", "timeline_cli.imports.json", (".json", ".jsonl", ".ndjson", ".yaml", ".yml"),
               "JSON, JSON Lines or YAML: the objects of its lists", rb"\s*[\[{]"),
        Import("csv", "timeline_cli.imports.csv", (".csv", ".tsv", ".txt"), "rows of text with , ; | or tabs between"),
    )
}  # fmt: skip


def read_input(name: str) -> Input:
    """The bytes of a file. Raises UsageFault."""
    try:
        return Input(name, read_stdin() if name == STDIN else _bytes_of(Path(name)))
    except (OSError, ValueError) as error:
        raise UsageFault(f"{name} cannot be read: {reason(error)}", "check the name of the file") from None


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file or a pipe. Raises OSError, and ValueError for anything else."""
    descriptor = open_file(path)
    with os.fdopen(descriptor, "rb") as file:
        return read_pipe(descriptor, path) if stat.S_ISFIFO(os.fstat(descriptor).st_mode) else file.read()


def format_of(given: Input) -> Import:
    """The format of a file: by how it begins, else by its name. Raises UsageFault."""
    mark, encoding = byte_order_mark(given.data)
    start = given.data[len(mark) : 1024]
    for row in IMPORTS.values():
        if re.match(row.starts, start, re.I):
            return row
    suffix = Path(given.name).suffix.lower()
    found = next((row for row in IMPORTS.values() if suffix in row.suffixes), None)
    if found is not None:
        return found
    if b"\x00" in start and encoding in ("", "utf-8"):
        raise UsageFault(f"{given.name} is in no format that can be imported", f"formats: {', '.join(IMPORTS)}")
    return IMPORTS["csv"]


def read_table(given: Input, row: Import, layout: Layout) -> Table:
    """The rows of a file. Raises UsageFault."""
    try:
        read: Callable[[Input, Layout], Table] = import_module(row.module).read
        return read(given, layout)
    except ModuleNotFoundError as error:
        if not row.extra:
            raise
        raise UsageFault(
            f"{row.name} requires an optional package: {error.name}", f"pip install 'corporate-timeline[{row.extra}]'"
        ) from None
