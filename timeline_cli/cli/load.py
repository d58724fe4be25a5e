"""What commands that read events share: reading them, and reporting what was left out.

Owns: that report. Does not: continue if no file could be read.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import Any, TypeVar

from timeline_cli.cli.options import Settings
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS, IndexDamaged, NothingToRead
from timeline_cli.index.choose import read
from timeline_cli.model import Timeline
from timeline_cli.reading.search import find_files
from timeline_cli.text import counted

Found = TypeVar("Found")


def read_and_ask(
    settings: Settings,
    ask: Callable[[Timeline], Found],
    must_open: bool = True,
    held: tuple[str, bytes] | None = None,
    sparing: bool = False,
) -> tuple[Timeline, Found]:
    """The events of the files that the settings name, and what `ask` finds in them.

    `held` is a file that is about to be changed, with its bytes: only an index of just these is used. Raises
    NothingToRead if no file could be opened, unless the command reports that itself. If the index turns out to be
    damaged, reads the files instead. A `sparing` question needs only some events.
    """
    for with_index, is_sparing in ((settings.index, sparing), (False, False)):
        timeline = _read(settings, with_index, held, is_sparing)
        with contextlib.suppress(IndexDamaged):
            if must_open:
                _refuse_unopened(timeline)
            with settings.working("looking"):
                return timeline, ask(timeline)
    raise IndexDamaged


def _read(settings: Settings, with_index: bool, held: tuple[str, bytes] | None, sparing: bool) -> Timeline:
    """Read the timeline; on a terminal, report progress if it takes long."""
    if settings.at is not None:
        from timeline_cli.history.at import load_at

        return load_at(settings.at, settings.files)
    # A progress line would get in the way of what is being typed.
    typed = "-" in settings.files and sys.stdin is not None and sys.stdin.isatty()
    with nullcontext(lambda done, total: None) if typed else settings.working("reading") as step:
        return read(settings.files, with_index, step, held, sparing)


def read_dates(settings: Settings) -> Timeline:
    """The dates of all events as the files have them now. Raises NothingToRead."""
    from timeline_cli.reading.load import load_dates

    with settings.working("reading"):
        timeline = load_dates(find_files(settings.files))
    _refuse_unopened(timeline)
    return timeline


def _refuse_unopened(timeline: Timeline) -> None:
    first = nothing_opened(timeline)
    if first is not None:
        raise NothingToRead(f"{first.location.file}: {first.message}", first.hint or "check the name of the file")


def nothing_opened(timeline: Timeline) -> Diagnostic | None:
    """Why no file could be opened, or None if one could."""
    closed = unopened(timeline.errors())
    return next(iter(closed.values())) if closed and len(closed) == len(timeline.files) else None


def unopened(found: Iterable[Diagnostic]) -> dict[str, Diagnostic]:
    """The files that could not be opened or read as text, each with the reason."""
    return {diagnostic.location.file: diagnostic for diagnostic in found if diagnostic.code in ("E001", "E002")}


def write_export(pieces: Iterable[str]) -> None:
    """Write text for other programs, in UTF-8 whatever the locale (RFC 8259)."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.writelines(pieces)


def write_rows(rows: Iterable[dict[str, Any]], asked: str, keys: tuple[str, ...]) -> None:
    """Write rows as a JSON array with the fields of --json=FIELDS, or all of their keys. Raises UsageFault."""
    from timeline_cli.exports.json import array_of, keys_of, only

    write_export(array_of(only(rows, keys_of(asked, keys))))


def left_out(timeline: Timeline, settings: Settings) -> int:
    """Report on stderr what is wrong with the files and what the answer leaves out; return the exit code."""
    errors = timeline.errors()
    if not errors:
        return EXIT_DONE
    sys.stdout.flush()
    from timeline_cli.views.problems import head

    settings.err.write(head(diagnostic) for diagnostic in errors[:3])
    parts = []
    if timeline.broken:
        parts.append(counted(timeline.broken, "broken event"))
    closed = unopened(errors)
    parts += [file if file in closed else f"all of {file} from line {line} on" for file, line in timeline.unread]
    what = "left out: " + " and ".join(parts) if parts else counted(len(errors), "error")
    settings.err.write([[(what, "warning"), (f"; for details, run `{settings.command('check')}`", "")]])
    return EXIT_PROBLEMS
