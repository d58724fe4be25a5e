"""What commands that take a question have in common: its words, the options that narrow it, what is told of it.

Owns: these options, and the one way from them to an answer. Refuses: to print the answer.
"""

from __future__ import annotations

import inspect
import shlex
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from timeline_cli.cli.load import read_and_ask, read_period_on
from timeline_cli.cli.options import Settings, Shared, option_parameter
from timeline_cli.errors import UsageFault
from timeline_cli.model import Timeline
from timeline_cli.query.options import OPTIONS, joined, tree_of
from timeline_cli.query.question import MODES, Question
from timeline_cli.query.select import Answer, select
from timeline_cli.query.tree import Tree

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]...",
        help="A question in words: company:samsung last quarter. See: timeline help query.",
        show_default=False,
    ),
]

HOW: tuple[Shared, ...] = (
    Shared("match", str, "possibly", ("--match",), ", ".join(MODES) + ".", "HOW"),
    Shared("exact", bool, False, ("--exact",), "Names must match whole, without children."),
    Shared("as_of", str, None, ("--as-of",), "As it was known on DATE, which is today then.", "DATE"),
    Shared("all_versions", bool, False, ("--all-versions",), "Earlier versions as events of their own: ID@1, ID@2."),
)  # fmt: skip


def parameters() -> list[inspect.Parameter]:
    """How to match, and the filter options, each from its table."""
    found = []
    for row in HOW:
        option = typer.Option(*row.flags, help=row.help, metavar=row.metavar, show_default=isinstance(row.default, str))
        found.append(option_parameter(row.name, row.type, row.default, option))
    for filter_row in OPTIONS:
        text = f"{filter_row.help[0].upper()}{filter_row.help[1:]}."
        option = typer.Option(f"--{filter_row.name}", help=text, metavar=filter_row.metavar)
        found.append(option_parameter(filter_row.name, list[str], None, option))
    return found


def question_of(settings: Settings, words: Sequence[str] | None, given: Mapping[str, Any], **order: Any) -> Question:
    """The question that words and options ask. `order` says how the answer is sorted and cut. Raises UsageFault."""
    as_of = given.get("as_of")
    known_on = None if as_of is None else _day(as_of, settings.today)
    today = settings.today if known_on is None else date.fromordinal(known_on)
    return Question(
        today=settings.today.toordinal(),
        read_period=read_period_on(today),
        tree=joined([*_query(words, today), *tree_of(given)]),
        mode=given.get("match") or "possibly",
        exact=bool(given.get("exact")),
        as_of=known_on,
        all_versions=bool(given.get("all_versions")),
        **order,
    )


def ask(settings: Settings, question: Question) -> tuple[Timeline, Answer]:
    """Read the files and answer; how the question was read, and what no event has, is told on stderr."""
    timeline, answer = read_and_ask(settings, lambda timeline: select(timeline, question))
    tell(settings, answer.reading, answer.notes)
    if not answer.total and answer.as_of is None and "-" not in settings.files and not timeline.errors():
        files = "".join(f"-f {shlex.quote(file)} " for file in settings.files)
        settings.tell(f"no events yet; timeline {files}add asks for the first one")
    return timeline, answer


def tell(settings: Settings, reading: str, notes: Sequence[str]) -> None:
    """Echo how a question was read, and what no event has."""
    if reading:
        settings.tell(reading)
    for note in notes:
        settings.tell(note, "mark")


def _day(text: str, today: date) -> int:
    """The one day that --as-of names, as an ordinal. Raises UsageFault."""
    from timeline_cli.dates.faults import DateFault

    try:
        period = read_period_on(today)(text, None)
    except DateFault as fault:
        raise UsageFault(f"--as-of: {fault.message}", fault.hint) from None
    if period.first != period.last:
        raise UsageFault(f"--as-of takes one day, and {text} is {period.text}", "write a day such as 2025-03-24")
    return period.first


def _query(words: Sequence[str] | None, today: date) -> list[Tree]:
    if not words:
        return []
    if not all(word.strip() for word in words):
        raise UsageFault("the question is empty", "leave it out to see the whole timeline")
    from timeline_cli.query.parser import parse

    tree = parse(words, today)
    return [] if tree is None else [tree]
