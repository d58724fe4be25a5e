"""`timeline diff`: what changed between two versions of the files, event by event and field by field.

Owns: its options and its exit code. Does not: show lines; git diff does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from timeline_cli.cli.load import left_out, write_rows
from timeline_cli.cli.options import Settings
from timeline_cli.cli.question import question_of, tell
from timeline_cli.cli.versions import Side, sides_of
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS
from timeline_cli.history.changes import KEYS, Change, changes
from timeline_cli.history.snapshot import snapshots
from timeline_cli.query.question import Question
from timeline_cli.query.select import select
from timeline_cli.reading.load import no_collector
from timeline_cli.text import counted


def run(
    settings: Settings,
    query: list[str] | None,
    from_: str | None,
    to: str | None,
    oneline: bool,
    exit_code: bool,
    json: str | None,
    **asked: Any,
) -> int:
    """Show what changed between two versions: events that are new, gone, changed, or in another file.

    A version is a file, a folder or a revision of git: timeline diff HEAD~3, timeline diff v1..v2 company:samsung,
    timeline diff old.yaml new.yaml. Without one, HEAD is compared with the files as they are now. A question shows
    only events that match it before or after.
    """
    first, second, words = sides_of(settings, query or (), (from_, to))
    is_asked = bool(words) or any(value for key, value in asked.items() if key != "match")
    question = question_of(settings, words, asked) if is_asked else None
    with no_collector(), settings.working("comparing"):
        before, after = snapshots(side.contents(settings) for side in (first, second))
        found, unread = changes(before, after)
        code = EXIT_PROBLEMS if unread else EXIT_DONE
        if question is not None:
            found, errors = _matching(found, question, (first, second), settings)
            code = max(code, errors)
    settings.tell(f"{first.label} against {second.label}")
    if json is not None:
        write_rows((change.as_json() for change in found), json, KEYS)
    else:
        from timeline_cli.views.changes import lines

        settings.page(lines(found, settings.out, oneline, not settings.quiet))
    if unread:
        settings.tell(f"left out: {counted(unread, 'event')} that cannot be read in {second.label}", "warning")
    return EXIT_PROBLEMS if exit_code and found else code


def _matching(
    found: Sequence[Change], question: Question, sides: tuple[Side, Side], settings: Settings
) -> tuple[list[Change], int]:
    """The changes of events that match a question before or after, and the exit code of errors, which are reported."""
    ids, codes = [], []
    for side in sides:
        timeline = side.timeline(settings)
        answer = select(timeline, question)
        ids.append({entry.event.id for entry in answer.entries})
        codes.append(left_out(timeline, replace(settings, files=(side.path,)) if side.path else settings))
    tell(settings, answer.reading, answer.notes)
    if not any(ids):
        settings.tell("no event matches in either version; a version is a file, a folder or a revision", "mark")
    matching = [
        change
        for change in found
        if change.what == "event" and ((change.id_before or change.id) in ids[0] or change.id in ids[1])
    ]
    return matching, max(codes)
