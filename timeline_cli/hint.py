"""A hint: what to write instead, as a sentence for people and as data.

Owns: Hint, shared by dates, fields, questions and commands. Does not: know a place (see `diagnostics.Fix`), or parse
a sentence.
"""

from __future__ import annotations

from typing import NamedTuple


class Hint(NamedTuple):
    """What to write instead.

    `text` is the sentence shown. `value` is what it says to write, exactly as typed; None if it names no single value.
    `certain` means that `value` has the same meaning, and no other form has.
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
    """A hint from a sentence without a value."""
    return hint if isinstance(hint, Hint) else Hint(hint) if hint else NO_HINT
