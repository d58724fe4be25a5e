"""`timeline show`: show the timeline, or the events that match a question.

Owns: the options of show. Does not: print anything on stdout but the answer.
"""

from __future__ import annotations

from typing import Any

from timeline_cli.cli.load import left_out, write_export
from timeline_cli.cli.options import Settings
from timeline_cli.cli.question import ask, question_of
from timeline_cli.errors import UsageFault
from timeline_cli.exports.registry import export_of, flags
from timeline_cli.query.question import Question
from timeline_cli.spelling import check_known
from timeline_cli.views.options import chosen
from timeline_cli.views.registry import VIEWS, view_lines, with_keys


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
    """Show the timeline, or the events that match a question.

    Repeating an option matches any; different options must all match. They narrow the question further.
    """
    if limit is not None and limit < 0:
        raise UsageFault(f"--limit {limit} is not a number of events", "write a number from 0")
    check_known(view or "timeline", VIEWS, f"unknown view: {view}")
    write = export_of(asked, VIEWS[view].keys if view else ())
    if not write and not reverse and not no_reverse:
        reverse = settings.defaults.get("reverse", False)
    drawn = settings.view(view, asked)
    streams = not write and VIEWS[drawn].streams
    order = {"sort": sort, "reverse": reverse, "group_by": group_by, "limit": limit}
    question = question_of(settings, query, asked, **order, streams=streams)
    # Checks the fields and the view before reading any file, so that a typo is reported at once.
    if asked.get("elapsed") and sort != "date":
        raise UsageFault("--elapsed needs events in order of time", "remove --sort")
    lines = view_lines(drawn, asked, not settings.quiet)
    if write and chosen(asked):
        raise UsageFault(f"view options cannot be combined with {flags('or')}", "remove one of the two")
    if count:
        return _count(settings, question, is_alone=not write and not chosen(asked) and limit is None)
    timeline, answer = ask(settings, question)
    if write:
        write_export(write(with_keys(view, answer) if view else answer))
    else:
        settings.page(lines(answer, settings.out), settings.heading(answer.reading), VIEWS[drawn].opening)
    return left_out(timeline, settings)


def _count(settings: Settings, question: Question, is_alone: bool) -> int:
    """Print how many events match, and on stderr how many of them may match."""
    if not is_alone:
        raise UsageFault("--count prints only a number", f"remove {flags('or')}, --limit and view options")
    timeline, answer = ask(settings, question._replace(limit=0, group_by=None))
    settings.out.write([[(str(answer.matched), "")]])
    if answer.possible:
        settings.tell(f"{answer.possible:,} of them may match")
    return left_out(timeline, settings)
