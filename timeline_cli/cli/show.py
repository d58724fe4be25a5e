"""`timeline show`: the timeline, or the part of it that a question asks for.

Owns: the options of show. Does not: print anything but the answer on stdout.
"""

from __future__ import annotations

from typing import Any

from timeline_cli.cli.load import left_out, write_export
from timeline_cli.cli.options import Settings
from timeline_cli.cli.question import ask, question_of
from timeline_cli.errors import UsageFault
from timeline_cli.exports.registry import export_of, flags
from timeline_cli.query.question import Question
from timeline_cli.views.options import chosen
from timeline_cli.views.registry import view_lines


def run(
    settings: Settings,
    query: list[str] | None = None,
    view: str | None = None,
    sort: str = "date",
    group_by: str | None = None,
    reverse: bool = False,
    no_reverse: bool = False,
    limit: int | None = None,
    count: bool = False,
    **asked: Any,
) -> int:
    """The timeline, or the part of it that a question asks for.

    Options of one kind mean either, different ones must all hold, and they narrow the question further.
    """
    if limit is not None and limit < 0:
        raise UsageFault(f"--limit {limit} is not a number of events", "write a number from 0")
    write = export_of(asked)
    if not write and not reverse and not no_reverse:
        reverse = settings.defaults.get("reverse", False)
    question = question_of(settings, query, asked, sort=sort, reverse=reverse, group_by=group_by, limit=limit)
    # The fields and the view are looked at before any file is read, so that a slip of the keyboard is told at once.
    if asked.get("elapsed") and sort != "date":
        raise UsageFault("--elapsed is the time from one event to the next", "leave out --sort")
    lines = view_lines(settings.view(view, asked), asked, not settings.quiet)
    if write and chosen(asked):
        raise UsageFault(f"options of a view do not go with {flags('or')}", "leave one of the two out")
    if count:
        return _count(settings, question, is_alone=not write and not chosen(asked) and limit is None)
    timeline, answer = ask(settings, question)
    if write:
        write_export(write(answer))
    else:
        settings.out.page(lines(answer, settings.out))
    return left_out(timeline, settings)


def _count(settings: Settings, question: Question, is_alone: bool) -> int:
    """Print how many events match, and on stderr how many of them only may."""
    if not is_alone:
        raise UsageFault("--count prints a number and nothing else", f"leave out {flags('or')}, --limit, and the view")
    timeline, answer = ask(settings, question._replace(limit=0, group_by=None))
    settings.out.write([[(str(answer.matched), "")]])
    if answer.possible:
        settings.tell(f"{answer.possible:,} of them only possibly")
    return left_out(timeline, settings)
