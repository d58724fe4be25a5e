"""A hint: what to write instead, as a sentence for people and as data.

Owns: Hint, shared by dates, fields, questions and commands. Does not: know a place (see `diagnostics.Fix`), or parse
a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
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


def command(words: str, files: Sequence[str]) -> str:
    """A command on some files, as typed."""
    import shlex

    return f"timeline {''.join(f'-f {shlex.quote(file)} ' for file in files)}{words}"


class CommandHint(Hint):
    """A hint whose value is a command."""

    __slots__ = ()

    def on(self, files: Sequence[str]) -> Hint:
        """The hint with its command on some files."""
        value = command(str(self.value).removeprefix("timeline "), files)
        return self._replace(text=self.text.replace(str(self.value), value), value=value)


def to_run(before: str, command: str, after: str = "") -> Hint:
    """A hint to run a command."""
    return CommandHint(f"{before}{command}{after}", command)


def as_hint(hint: Hint | str) -> Hint:
    """A hint from a sentence without a value."""
    return hint if isinstance(hint, Hint) else Hint(hint) if hint else NO_HINT
