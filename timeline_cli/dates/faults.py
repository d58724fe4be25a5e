"""Why a date was refused.

Owns: DateFault. Does not: know the date's place in a file, or search for a correction.
"""

from __future__ import annotations

from timeline_cli.hint import NO_HINT, Hint, as_hint


class DateFault(ValueError):
    """A rejected date: a code from CODES, the reason, what to write instead, and the part at fault.

    A parser adds a hint only if it already knows what to write. Otherwise the caller that talks to a person calls
    `explained` of dates.hints or dates.phrases.hints. `part` is empty if the whole text is at fault.
    """

    def __init__(self, code: str, message: str, hint: Hint | str = NO_HINT, part: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = as_hint(hint)
        self.part = part


def shown(text: str) -> str:
    """A text as quoted in a message."""
    return text if len(text) <= 60 else text[:57] + "…"
