"""`timeline show`: the timeline, or the part of it that a question asks for.

Owns: the options of show. Refuses: to print anything but the answer on stdout.
"""

from __future__ import annotations

import inspect
import sys
from typing import Annotated, Any

import typer

from timeline_cli.cli.options import Settings, option_parameter
from timeline_cli.cli.reading import read_period_on, read_timeline, report_left_out
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS, UsageFault
from timeline_cli.model import Timeline
from timeline_cli.query.options import OPTIONS, joined, tree_of
from timeline_cli.query.select import Answer, Question, select


def extra_parameters() -> list[inspect.Parameter]:
    """The filter options, from their table."""
    return [
        option_parameter(row.name, list[str], None, typer.Option(f"--{row.name}", help=row.help, metavar=row.metavar))
        for row in OPTIONS
    ]


def run(
    settings: Settings,
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[QUERY]...", help="A question in words: company:samsung last quarter", show_default=False
        ),
    ] = None,
    view: Annotated[str, typer.Option(help="timeline or table.", metavar="NAME")] = "timeline",
    json: Annotated[
        str | None,
        typer.Option("--json", help="One JSON array; --json=id,title for some fields.", metavar="[=FIELDS]"),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")] = False,
    reverse: Annotated[bool, typer.Option("--reverse", "-r", help="Latest first.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", "-n", help="At most N events.", metavar="N")] = None,
    **filters: Any,
) -> int:
    """The timeline, or the part of it that a question asks for.

    Options of one kind mean either, different ones must all hold.
    """
    if limit is not None and limit < 0:
        raise UsageFault(f"--limit {limit} is not a number of events", "write a number from 0")
    question = Question(
        today=settings.today.toordinal(),
        read_period=read_period_on(settings.today),
        tree=joined([*_query(query, settings), *tree_of(filters)]),
        reverse=reverse,
        limit=limit,
    )
    print_answer = _printer(view, json, jsonl, settings)
    timeline = read_timeline(settings)
    answer = select(timeline, question)
    _tell(answer, settings)
    print_answer(answer)
    return _left_out(timeline, settings)


def _query(words: list[str] | None, settings: Settings) -> list[Any]:
    if not words:
        return []
    from timeline_cli.query.parser import parse

    tree = parse(words, settings.today)
    return [] if tree is None else [tree]


def _printer(view: str, json: str | None, jsonl: bool, settings: Settings) -> Any:
    """What prints the answer. The fields and the view are checked before any file is read."""
    if json is None and not jsonl:
        from timeline_cli.views.registry import view_lines

        lines = view_lines(view)
        return lambda answer: settings.out.write(_without_footer(lines(answer, settings.out), settings.quiet))
    from timeline_cli.exports import json as export

    keys = export.keys_of(json or "")
    write = export.rows if jsonl else export.array

    def print_json(answer: Answer) -> None:
        for piece in write(answer.entries, keys):
            sys.stdout.write(piece)

    return print_json


def _without_footer(lines: Any, quiet: bool) -> Any:
    if not quiet:
        return lines
    kept = list(lines)[:-1]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _tell(answer: Answer, settings: Settings) -> None:
    """Echo how the question was read, and what no event has."""
    if answer.reading:
        settings.tell(answer.reading)
    for note in answer.notes:
        settings.tell(note, "mark")


def _left_out(timeline: Timeline, settings: Settings) -> int:
    """Name what had to be left out; the exit code."""
    if not timeline.broken and not timeline.unread:
        return EXIT_DONE
    sys.stdout.flush()
    report_left_out(timeline, settings)
    return EXIT_PROBLEMS
