"""What commands that take a question share: from words and options to an answer.

Owns: those steps, and the notes on them. Does not: print the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from timeline_cli.cli.load import read_and_ask
from timeline_cli.cli.options import Settings
from timeline_cli.errors import UsageFault
from timeline_cli.model import Timeline
from timeline_cli.query.options import joined, tree_of
from timeline_cli.query.question import Question, read_period_on
from timeline_cli.query.select import Answer, select


def question_of(settings: Settings, words: Sequence[str] | None, given: Mapping[str, Any], **order: Any) -> Question:
    """The question in words and options. `order` says how to sort and cut the answer. Raises UsageFault."""
    as_of = given.get("as_of")
    known_on = None if as_of is None else _day(as_of, settings.today)
    today = settings.today if known_on is None else date.fromordinal(known_on)
    return Question(
        today=settings.today.toordinal(),
        read_period=read_period_on(today),
        tree=joined(tree_of(given)),
        words=_checked(words),
        mode=given.get("match") or "possibly",
        exact=bool(given.get("exact")),
        as_of=known_on,
        all_versions=bool(given.get("all_versions")),
        **order,
    )


def ask(settings: Settings, question: Question) -> tuple[Timeline, Answer]:
    """Read the files and answer; report on stderr how the question was read, and values that no event has."""
    # Versions of events need all of them.
    needs_all = question.as_of is not None or question.all_versions
    sparing = not needs_all and (bool(question.words) or question.tree is not None)
    timeline, answer = read_and_ask(settings, lambda timeline: select(timeline, question), sparing=sparing)
    tell(settings, answer.reading, answer.notes)
    if not answer.total and answer.as_of is None and "-" not in settings.files and not timeline.errors():
        settings.tell(f"no events yet; add one with `{settings.command('add')}`")
    return timeline, answer


def tell(settings: Settings, reading: str, notes: Sequence[str]) -> None:
    """Report how the question was read, and values that no event has."""
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
        raise UsageFault(f"--as-of takes one day, but {text} is {period.text}", "write a day such as 2025-03-24")
    return period.first


def _checked(words: Sequence[str] | None) -> tuple[str, ...]:
    """The words of a question; checks fields and quotes before any file is read. Raises UsageFault."""
    if not words:
        return ()
    if not all(word.strip() for word in words):
        raise UsageFault("the question is empty", "omit it to see the whole timeline")
    from timeline_cli.query.lexer import tokens

    tokens(words)
    return tuple(words)
