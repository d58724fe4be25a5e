"""The exceptions of the Python interface.

Owns: which error of a command becomes which exception. Does not: end the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from timeline_cli.dates.faults import DateFault
from timeline_cli.errors import TimelineError, UsageFault


class _WithHint(Exception):
    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}; {hint}" if hint else message)
        self.message = message
        self.hint = hint


class QueryError(_WithHint, ValueError):
    """A question, an option or a date was not understood; `hint` says what to write instead."""


class FileError(_WithHint, OSError):
    """No file of events could be read; `hint` says what to do."""


@contextmanager
def public_errors() -> Iterator[None]:
    """Raise the errors of this project as QueryError and FileError."""
    try:
        yield
    except (DateFault, UsageFault) as fault:
        raise QueryError(fault.message, str(fault.hint)) from None
    except TimelineError as fault:
        raise FileError(fault.message, str(fault.hint)) from None
