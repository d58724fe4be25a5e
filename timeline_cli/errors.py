"""The errors that end a command, each with its exit code.

Owns: exit codes. Does not: cover problems of a file's content, which are diagnostics and never exceptions.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.hint import Hint, as_hint

EXIT_DONE = 0
EXIT_PROBLEMS = 1
EXIT_NOT_UNDERSTOOD = 2


class TimelineError(Exception):
    """A command cannot go on; `message` says what is wrong, `hint` what to type instead."""

    exit_code = EXIT_NOT_UNDERSTOOD

    def __init__(self, message: str, hint: Hint | str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = as_hint(hint)


class UsageFault(TimelineError):
    """The command line or a value on it was not understood."""


class NothingToRead(TimelineError):
    """There is no file of events, or none that can be opened."""


class IndexDamaged(TimelineError):
    """The index was damaged; it has been removed, and the next command makes a new one."""

    def __init__(self) -> None:
        super().__init__("the index of these files was damaged and has been removed", "run the command again")


class QueryFault(UsageFault):
    """A part of a query that was not understood: `column` counts from 0 in `query`, `width` in characters."""

    words: Sequence[str] = ()  # from one that promises a date on, if none follows

    def __init__(self, message: str, hint: Hint | str, query: str, column: int, width: int = 1) -> None:
        super().__init__(message, hint)
        self.query = query
        self.column = column
        self.width = max(width, 1)


class NotWritten(TimelineError):
    """A file was not changed, not even a byte."""
