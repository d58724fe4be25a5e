"""An option or an argument of a command as a row, from which parser, help and completion are built.

Owns: Option, Choices, and tables named as module:NAME. Does not: know a command, or import typer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from operator import attrgetter
from typing import Any, NamedTuple


class Choices(NamedTuple):
    """The suggested values: `words`, those of a `table`, values of a `field` of questions, or `files`.

    `question` means a question in words, which may begin with a value of the `field` or a word of the `table`. With
    `many`, several values may be separated by commas.
    """

    words: tuple[str, ...] = ()
    table: str = ""
    field: str = ""
    question: bool = False
    files: bool = False
    many: bool = False

    def listed(self) -> dict[str, str]:
        """The words with their help, if any; imports a table for it."""
        found: Iterable[Any] = look_up(self.table) if self.table else self.words
        if not isinstance(found, Mapping):
            return dict.fromkeys(found, "")
        return {word: row if isinstance(row, str) else getattr(row, "help", "") for word, row in found.items()}


class Option(NamedTuple):
    """`name` is the parameter of the command's `run`; a row without `flags` is an argument.

    `kind` is bool, str, int, or list for a repeatable option. `{words}` in the help is replaced by those of `values`.
    `bare` is the value of an option written without one.
    """

    name: str
    kind: type
    default: Any
    flags: tuple[str, ...]
    help: str
    metavar: str | None = None
    values: Choices = Choices()
    bare: str | None = None

    @property
    def flag(self) -> str:
        """The long flag."""
        return next(flag for flag in self.flags if flag.startswith("--"))

    @property
    def takes_value(self) -> bool:
        return self.kind is not bool

    @property
    def takes_next(self) -> bool:
        """Whether its value may be the next word, rather than only after an equals sign."""
        return self.takes_value and (self.bare is None or bool(self.values.words))

    @property
    def text(self) -> str:
        """The help, with its words."""
        return self.help.replace("{words}", ", ".join(self.values.listed())) if "{words}" in self.help else self.help


def look_up(name: str) -> Any:
    """Import the table called module:NAME; if it is a function, return its result."""
    module, _, path = name.partition(":")
    found = attrgetter(path)(import_module(module))
    return found() if callable(found) else found
