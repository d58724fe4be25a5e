"""The history of an event as lines: each commit, and below it the fields that it changed.

Owns: the line of a commit. Does not: lay out fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.history.changes import ADDED, GONE
from timeline_cli.history.trace import Step
from timeline_cli.text import clean
from timeline_cli.views.changes import field_lines, head


def lines(steps: Sequence[Step], screen: Screen) -> Iterator[Line]:
    """Each step, newest first."""
    for number, (commit, change) in enumerate(steps):
        if number:
            yield []
        if commit is None:
            yield [("not committed", "heading")]
        else:
            yield [
                (commit.when[:10], "heading"), ("  ", ""), (clean(commit.author), ""), (f"  {commit.id[:10]}  ", "dim"),
                (clean(commit.subject), "dim"),
            ]  # fmt: skip
        yield head(change, screen, False)
        if change.change not in (ADDED, GONE):
            yield from field_lines(change.fields, screen)
