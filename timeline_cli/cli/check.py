"""`timeline check`: every problem of the files, with its place and its way out.

Owns: the summary and the exit code. Refuses: to change a file.
"""

from __future__ import annotations

from itertools import chain
from typing import Annotated

import typer

from timeline_cli.checks import check
from timeline_cli.cli.options import Settings
from timeline_cli.cli.reading import asked, nothing_opened, write_export
from timeline_cli.diagnostics import CODES, Diagnostic
from timeline_cli.errors import EXIT_DONE, EXIT_NOT_UNDERSTOOD, EXIT_PROBLEMS
from timeline_cli.model import Timeline


def run(
    settings: Settings,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    json: Annotated[
        str | None, typer.Option("--json", help="One JSON array, a problem a line.", metavar="[=FIELDS]")
    ] = None,
) -> int:
    """Every problem of the files, with its place and its way out.

    Exit code 1 when there are errors.
    """
    timeline, found = asked(settings, check, must_open=False)
    if json is None:
        _print(timeline, found, settings)
    else:
        _print_json(found, json)
    if nothing_opened(timeline):
        return EXIT_NOT_UNDERSTOOD
    return EXIT_PROBLEMS if any(strict or diagnostic.is_error for diagnostic in found) else EXIT_DONE


def _print(timeline: Timeline, found: list[Diagnostic], settings: Settings) -> None:
    from timeline_cli.reading.syntax import split_lines
    from timeline_cli.views.problems import diagnostic_lines

    lines = {file: split_lines(data.decode("utf-8", "replace")) for file, data in timeline.texts.items()}

    def source_line(file: str, number: int) -> str | None:
        if file not in lines:
            lines[file] = _read_lines(file)
        known = lines[file]
        return known[number - 1] if 0 < number <= len(known) else None

    problems = diagnostic_lines(found, source_line, settings.out.width)
    settings.out.page(chain(problems, [[(summary(timeline, found), "")]]))


def _read_lines(file: str) -> list[str]:
    """The lines of a file that was read without a problem and has one in what it says together with others."""
    from pathlib import Path

    from timeline_cli.reading.syntax import split_lines

    try:
        return split_lines(Path(file).read_text("utf-8", "replace")) if Path(file).is_file() else []
    except OSError:
        return []


def summary(timeline: Timeline, found: list[Diagnostic]) -> str:
    """How many problems in how many files and events."""
    errors = sum(diagnostic.is_error for diagnostic in found)
    warnings = len(found) - errors
    where = f"{_count(len(timeline.files), 'file')}, {_count(len(timeline.events), 'good event')}"
    if timeline.broken:
        where += f", {timeline.broken:,} broken"
    unopened = {diagnostic.location.file for diagnostic in found if diagnostic.code in ("E001", "E002")}
    for file, line in timeline.unread:
        where += f"; {file} " + ("could not be read" if file in unopened else f"was not read from line {line} on")
    if not found:
        return f"no problems in {where}"
    return f"{_count(errors, 'error')} and {_count(warnings, 'warning')} in {where}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def _print_json(found: list[Diagnostic], asked: str) -> None:
    from timeline_cli.exports.json import array_of, keys_of, only

    write_export(array_of(only(map(_as_json, found), keys_of(asked, _KEYS))))


_KEYS = ("code", "name", "severity", "message", "hint", "file", "line", "column", "width", "related")


def _as_json(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.location
    values = (
        diagnostic.code,
        CODES[diagnostic.code][0],
        diagnostic.severity,
        diagnostic.message,
        diagnostic.hint or None,
        *place,
        [{**other._asdict(), "message": word} for other, word in diagnostic.related],
    )
    return dict(zip(_KEYS, values, strict=True))
