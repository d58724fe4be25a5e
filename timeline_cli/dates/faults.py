"""Why a date was refused.

Owns: DateFault. Refuses: to know where in a file the date stands.
"""

from __future__ import annotations

from timeline_cli.hint import Hint, as_hint


class DateFault(ValueError):
    """A date that is not taken: a code of the catalogue, the reason, and what to write instead."""

    def __init__(self, code: str, message: str, hint: Hint | str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = as_hint(hint)
