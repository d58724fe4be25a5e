"""`timeline fmt`: sort events by date and tidy the layout.

Owns: its options and its exit code. Does not: change the meaning of a file.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace

from timeline_cli.cli.files import read_now
from timeline_cli.cli.options import Settings
from timeline_cli.editing.layout import Formatted, formatted
from timeline_cli.editing.outline import outline
from timeline_cli.editing.source import read_source
from timeline_cli.editing.window import sort_keys
from timeline_cli.editing.write import Held, hold, read_file
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS, NotWritten, UsageFault
from timeline_cli.model import Timeline
from timeline_cli.reading.search import STDIN, find_files
from timeline_cli.text import clean, counted
from timeline_cli.views.diff import diff_lines


def run(settings: Settings, check: bool, diff: bool, no_sort: bool) -> int:
    """Format the file: sort events by date; tidy indentation, empty lines and spaces at line ends.

    Newest-first files stay newest first. Comments right above an event move with it. The file is read before and
    after; if anything else would change, nothing is written.
    """
    files = _files(settings)
    timeline_settings = replace(settings, files=tuple(files))
    changed = 0
    if check or diff:
        timeline = read_now(timeline_settings)
        for file in files:
            changed += _compare(file, timeline, settings, diff, not no_sort)
        return EXIT_PROBLEMS if check and changed else EXIT_DONE
    with ExitStack() as stack:
        # Locked in one order, so that two runs never wait for each other.
        held = [stack.enter_context(hold(file)) for file in sorted(files, key=os.path.realpath)]
        timeline = read_now(timeline_settings)
        # Files that cannot be read or formatted are reported before anything is written.
        found = [_formatted(each.name, each.data, timeline, not no_sort) for each in held]
        for each, (_, planned) in zip(held, found, strict=True):
            before, after = _write(each, planned, lambda: read_now(timeline_settings), not no_sort)
            _tell_note(each.name, after, settings)
            if after.text != before:
                changed += 1
                settings.out.write([[("formatted ", ""), (clean(each.name), "title"), (_how_many(after), "")]])
    if not changed:
        settings.tell("nothing to change")
    return EXIT_DONE


def _write(held: Held, planned: Formatted, read: Callable[[], Timeline], sort: bool) -> tuple[str, Formatted]:
    """Write the layout of a file; return the text it replaced, and the layout. Raises NotWritten.

    If another program saves meanwhile, both are of the text it wrote.
    """
    first, found = held.data, ("", planned)

    def change(data: bytes) -> bytes:
        nonlocal found
        source = read_source(held.name, data)
        found = (source.text, planned) if data == first else _formatted(held.name, data, read(), sort)
        return source.encode(found[1].text)

    held.update(change)
    return found


def _files(settings: Settings) -> list[str]:
    files = find_files(settings.files)
    if STDIN in files:
        raise UsageFault("standard input cannot be changed", "name a file with -f")
    return list({os.path.realpath(file): file for file in files}.values())


def _formatted(file: str, data: bytes, timeline: Timeline, sort: bool) -> tuple[str, Formatted]:
    """The text of a file, and its layout. Raises NotWritten."""
    source = read_source(file, data)
    found = outline(file, source)
    keys = sort_keys(file, timeline, found.items) if sort else None
    if keys is not None and None in keys:
        raise NotWritten(
            f"{file} cannot be sorted: it contains an event with an error",
            "see `timeline check`, or use `timeline fmt --no-sort`",
        )
    return source.text, formatted(file, source, keys, found)


def _compare(file: str, timeline: Timeline, settings: Settings, diff: bool, sort: bool) -> bool:
    """Print what would change in a file, or that it would; return whether it would."""
    before, after = _formatted(file, read_file(file), timeline, sort)
    _tell_note(file, after, settings)
    if after.text == before:
        return False
    if diff:
        settings.out.write(diff_lines(file, before, after.text))
    else:
        settings.out.write([[("would format ", ""), (clean(file), "title"), (_how_many(after), "")]])
    return True


def _tell_note(file: str, after: Formatted, settings: Settings) -> None:
    if after.note:
        settings.tell(f"{file}: {after.note}", "mark")


def _how_many(after: Formatted) -> str:
    if not after.moved:
        return ""
    return f", {counted(after.moved, 'event')} moved"
