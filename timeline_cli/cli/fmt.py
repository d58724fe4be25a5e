"""`timeline fmt`: sort events by date and tidy the layout.

Owns: its options and its exit code. Does not: change the meaning of a file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import replace

from timeline_cli.cli.load import read_dates
from timeline_cli.cli.options import Settings
from timeline_cli.editing.layout import Formatted, formatted, formatted_window
from timeline_cli.editing.outline import outline
from timeline_cli.editing.source import read_source
from timeline_cli.editing.window import Keys, sort_keys, window_of
from timeline_cli.editing.write import Held, hold, read_file
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS, NotWritten, UsageFault
from timeline_cli.reading.search import STDIN, find_files
from timeline_cli.text import clean, counted
from timeline_cli.views.diff import write_diff


def run(settings: Settings, check: bool, diff: bool, no_sort: bool) -> int:
    """Format the file: sort events by date; tidy indentation, empty lines and spaces at line ends.

    Newest-first files stay newest first. Comments right above an event move with it. The file is read before and
    after; if anything else would change, nothing is written.
    """
    files = _files(settings)

    def read(names: Iterable[str]) -> dict[str, Keys]:
        timeline = read_dates(replace(settings, files=tuple(files)))
        return {name: Keys.of(name, timeline) for name in names}

    changed = 0
    if check or diff:
        for file, keys in read(files).items():
            changed += _compare(file, keys, settings, diff, not no_sort)
        return EXIT_PROBLEMS if check and changed else EXIT_DONE
    with ExitStack() as stack:
        # Locked in one order, so that two runs never wait for each other.
        held = [stack.enter_context(hold(file)) for file in sorted(files, key=os.path.realpath)]
        known = read(each.name for each in held)
        # Files that cannot be read or formatted are reported before anything is written.
        found = [_formatted(each.name, each.data, known[each.name], not no_sort) for each in held]
        for each, planned in zip(held, found, strict=True):
            before, after = _write(each, planned, lambda name: read([name])[name], not no_sort)
            _tell_note(each.name, after, settings)
            if after.data != before:
                changed += 1
                settings.tell_done([[("formatted ", ""), (clean(each.name), "title"), (_how_many(after), "")]])
    if not changed:
        settings.tell("nothing to change")
    return EXIT_DONE


def _write(held: Held, planned: Formatted, read: Callable[[str], Keys], sort: bool) -> tuple[bytes, Formatted]:
    """Write the layout of a file; return the bytes it replaced, and the layout. Raises NotWritten.

    If another program saves meanwhile, both are of what it wrote.
    """
    first, found = held.data, (b"", planned)

    def change(data: bytes) -> bytes:
        nonlocal found
        found = data, planned if data == first else _formatted(held.name, data, read(held.name), sort)
        return found[1].data

    held.update(change)
    return found


def _files(settings: Settings) -> list[str]:
    files = find_files(settings.files)
    if STDIN in files:
        raise UsageFault("standard input cannot be changed", "name a file with -f")
    return list({os.path.realpath(file): file for file in files}.values())


def _formatted(file: str, data: bytes, keys: Keys, sort: bool) -> Formatted:
    """The layout of a file. Raises NotWritten, which exits with 1 if the file has errors."""
    large = window_of(file, data, keys.in_order) if keys.is_sound else None
    if large is not None:
        with suppress(NotWritten):
            return formatted_window(large, sort)
    try:
        source = read_source(file, data)
        found = outline(file, source)
        given = sort_keys(keys, found.items) if sort else None
        if given is not None and None in given:
            raise NotWritten(
                f"{file} cannot be sorted: it contains an event with an error",
                "see `timeline check`, or use `timeline fmt --no-sort`",
            )
        return formatted(file, source, given, found)
    except NotWritten as refused:
        refused.exit_code = refused.exit_code if keys.is_sound else EXIT_PROBLEMS
        raise


def _compare(file: str, keys: Keys, settings: Settings, diff: bool, sort: bool) -> bool:
    """Print what would change in a file, or that it would; return whether it would."""
    before = read_file(file)
    after = _formatted(file, before, keys, sort)
    _tell_note(file, after, settings)
    if after.data == before:
        return False
    if diff:
        write_diff(settings.out, file, read_source(file, before).whole, read_source(file, after.data).whole)
    else:
        settings.out.write([[("would format ", ""), (clean(file), "title"), (_how_many(after), "")]])
    return True


def _tell_note(file: str, after: Formatted, settings: Settings) -> None:
    if after.note:
        settings.tell(f"{file}: {after.note}", "mark")


def _how_many(after: Formatted) -> str:
    return f", {counted(after.moved, 'event')} moved" if after.moved else ""
