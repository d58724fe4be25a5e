"""`timeline show`: the timeline, or the part of it that a question asks for.

Owns: the options of show. Refuses: to print anything but the answer on stdout.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from timeline_cli.cli.load import left_out, write_export
from timeline_cli.cli.options import Settings, option_parameter
from timeline_cli.cli.question import Words, ask, parameters, question_of
from timeline_cli.errors import UsageFault
from timeline_cli.query.select import GROUPS, SORTED, Answer
from timeline_cli.views.options import VIEW_OPTIONS, ViewOption, chosen
from timeline_cli.views.registry import VIEWS, taking, view_lines

Printer = Callable[[Answer], None]


def extra_parameters() -> list[inspect.Parameter]:
    """What all questions take, and the options of the views."""
    return [*parameters(), *map(_view_option, VIEW_OPTIONS)]


def _view_option(row: ViewOption) -> inspect.Parameter:
    text = f"{row.help[0].upper()}{row.help[1:]} ({taking(row)})."
    if row.words:
        return option_parameter(row.name, str, None, typer.Option(row.flag, help=text, metavar="WHAT"))
    return option_parameter(row.name, bool, False, typer.Option(row.flag, help=text, show_default=False))


def run(
    settings: Settings,
    query: Words = None,
    view: Annotated[
        str, typer.Option(help=", ".join(VIEWS) + ". See: timeline help views.", metavar="NAME")
    ] = "timeline",
    json: Annotated[
        str | None, typer.Option("--json", help="One JSON array; --json=id,title for some fields.", metavar="[=FIELDS]")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="One row an event, for spreadsheets.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="With --csv: do not escape what looks like a formula.")] = False,
    sort: Annotated[str, typer.Option(help=", ".join(SORTED) + ".", metavar="KEY")] = "date",
    group_by: Annotated[
        str | None, typer.Option("--group-by", help=", ".join(GROUPS) + ".", metavar="KEY", show_default=False)
    ] = None,
    reverse: Annotated[bool, typer.Option("--reverse", "-r", help="The other way round: latest first.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", help="At most N events, of each group when grouped.", metavar="N")
    ] = None,
    **asked: Any,
) -> int:
    """The timeline, or the part of it that a question asks for.

    Options of one kind mean either, different ones must all hold, and they narrow the question further.
    """
    if limit is not None and limit < 0:
        raise UsageFault(f"--limit {limit} is not a number of events", "write a number from 0")
    question = question_of(settings, query, asked, sort=sort, reverse=reverse, group_by=group_by, limit=limit)
    # The fields and the view are looked at before any file is read, so that a slip of the keyboard is told at once.
    show_view = _view(view, asked, sort, settings)
    export = _export(json, jsonl, csv, raw)
    if export and chosen(asked):
        raise UsageFault("options of a view do not go with --json, --jsonl or --csv", "leave one of the two out")
    print_answer = export or show_view
    timeline, answer = ask(settings, question)
    print_answer(answer)
    return left_out(timeline, settings)


def _export(json: str | None, jsonl: bool, csv: bool, raw: bool) -> Printer | None:
    """What prints the answer for other programs, or None when a view was asked for."""
    asked = [
        name
        for name, given in (
            ("--json", json == "" or (json is not None and not jsonl and not csv)),
            ("--jsonl", jsonl),
            ("--csv", csv),
        )
        if given
    ]
    if raw and not csv:
        raise UsageFault("--raw is about --csv", "write --csv --raw")
    if not asked:
        return None
    if len(asked) > 1:
        raise UsageFault(f"{' and '.join(asked)} are two forms of one answer", "choose one of them")
    from timeline_cli.exports import json as export

    keys = export.keys_of(json or "")
    if csv:
        from timeline_cli.exports.csv import rows

        return lambda answer: write_export(rows(answer.entries, keys, raw))
    write = export.rows if jsonl else export.array
    return lambda answer: write_export(write(answer.entries, keys))


def _view(name: str, given: dict[str, Any], sort: str, settings: Settings) -> Printer:
    if given.get("elapsed") and sort != "date":
        raise UsageFault("--elapsed is the time from one event to the next", "leave out --sort")
    lines = view_lines(name, given, not settings.quiet)
    return lambda answer: settings.out.page(lines(answer, settings.out))
