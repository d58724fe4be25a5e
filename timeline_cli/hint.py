"""What to write instead of something that was not understood: a sentence for people, and the value as data.

Owns: Hint, which dates, fields, questions and commands share. Does not: know a place (see `diagnostics.Fix`), or read
a sentence back.
"""

from __future__ import annotations

from typing import NamedTuple


class Hint(NamedTuple):
    """What to write instead.

    `text` is the sentence that is shown. `value` is what it says to write, as it would be typed; None where it names
    no one value. `certain` says that `value` means the same, in the one form that it can have.
    """

    text: str = ""
    value: str | None = None
    certain: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


NO_HINT = Hint()


def as_hint(hint: Hint | str) -> Hint:
    """A sentence that names no value, as a hint."""
    return hint if isinstance(hint, Hint) else Hint(hint) if hint else NO_HINT
