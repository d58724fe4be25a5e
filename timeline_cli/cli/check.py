"""`timeline check`: every problem of the files, with its place and its way out.

Owns: the summary and the exit code. Refuses: to change a file.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from timeline_cli.checks import check
from timeline_cli.cli.options import Settings
from timeline_cli.diagnostics import CODES, Diagnostic
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS
from timeline_cli.model import Timeline
from timeline_cli.reading.load import load


def run(
    settings: Settings,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    json: Annotated[str | None, typer.Option("--json", help="One JSON array, a problem a line.", metavar="")] = None,
) -> int:
    """Every problem of the files, with its place and its way out.

    Exit code 1 when there are errors.
    """
    timeline = load(settings.files)
    found = check(timeline)
    if json is None:
        _print(timeline, found, settings)
    else:
        _print_json(found)
    return EXIT_PROBLEMS if any(strict or diagnostic.is_error for diagnostic in found) else EXIT_DONE


def _print(timeline: Timeline, found: list[Diagnostic], settings: Settings) -> None:
    from timeline_cli.reading.syntax import split_lines
    from timeline_cli.views.problems import diagnostic_lines

    lines = {file: split_lines(data.decode("utf-8", "replace")) for file, data in timeline.texts.items()}

    def source_line(file: str, number: int) -> str | None:
        known = lines.get(file, [])
        return known[number - 1] if 0 < number <= len(known) else None

    settings.out.write(diagnostic_lines(found, source_line, settings.out.width))
    settings.out.write([[(summary(timeline, found), "")]])


def summary(timeline: Timeline, found: list[Diagnostic]) -> str:
    """How many problems in how many files and events."""
    errors = sum(diagnostic.is_error for diagnostic in found)
    warnings = len(found) - errors
    where = f"{_count(len(timeline.files), 'file')}, {_count(len(timeline.events), 'good event')}"
    if timeline.broken:
        where += f", {timeline.broken:,} broken"
    if not found:
        return f"no problems in {where}"
    return f"{_count(errors, 'error')} and {_count(warnings, 'warning')} in {where}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def _print_json(found: list[Diagnostic]) -> None:
    from timeline_cli.exports.json import array_of

    for piece in array_of(
        {
            "code": diagnostic.code,
            "name": CODES[diagnostic.code][0],
            "severity": diagnostic.severity,
            "message": diagnostic.message,
            "hint": diagnostic.hint or None,
            "file": diagnostic.location.file,
            "line": diagnostic.location.line,
            "column": diagnostic.location.column,
            "width": diagnostic.location.width,
        }
        for diagnostic in found
    ):
        sys.stdout.write(piece)
