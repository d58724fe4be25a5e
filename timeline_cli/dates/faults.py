"""Why a date was refused.

Owns: DateFault. Does not: know where in a file the date stands, and to search for what was meant.
"""

from __future__ import annotations

from timeline_cli.hint import NO_HINT, Hint, as_hint


class DateFault(ValueError):
    """A date that is not taken: a code of the catalogue, the reason, what to write instead, and the piece at fault.

    A parser gives a hint only where it has what to write at hand. Else the fault is bare, and what talks to a person
    calls `explained` of dates.hints or dates.phrases.hints. `part` is empty where all of the text is at fault.
    """

    def __init__(self, code: str, message: str, hint: Hint | str = NO_HINT, part: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = as_hint(hint)
        self.part = part


def shown(text: str) -> str:
    """A text as a message quotes it."""
    return text if len(text) <= 60 else text[:57] + "…"
