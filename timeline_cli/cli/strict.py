"""Well-formed command lines, read without Typer, whose import is a third of a short command's time.

Owns: which lines are plain enough. Does not: report an error or print help: any other line goes to Typer, and what is
accepted here, Typer reads the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from timeline_cli.cli.commands import COMMANDS, DEFAULT, SHARED, Command, rows_of
from timeline_cli.cli.options import Settings, settings_of
from timeline_cli.option import Option


class Line(NamedTuple):
    """A command with the values of all its options by name, `given` after it, and of the shared ones `before` it.

    Nothing is given to the command of a line that names none.
    """

    command: Command
    given: dict[str, Any]
    before: dict[str, Any]


class _Unusual(Exception):
    """The line is not plain."""


def plain_line(arguments: list[str]) -> Line | None:
    """The command line if every word is an exact flag, its value, a command or an argument; else None."""
    words = iter(arguments)
    try:
        before, others = _read(rows_of(None), words, stop=True)
        if before["version"] or (others and others[0] not in COMMANDS):
            return None
        if not others:
            return Line(COMMANDS[DEFAULT], {}, before)
        command = COMMANDS[others[0]]
        given, _ = _read([*command.own, *SHARED], words)
        if any(given[row.name] or before[row.name] for row in command.refused):
            return None
    except _Unusual:
        return None
    return Line(command, given, before)


def run(line: Line) -> int:
    """Run the command; return its exit code."""
    settings, given = values(line)
    code: int = import_module(line.command.module).run(settings, **given)
    return code


def values(line: Line) -> tuple[Settings, dict[str, Any]]:
    """What the command is called with. Raises UsageFault."""
    names = {row.name for row in SHARED}
    shared = {name: value for name, value in line.given.items() if name in names}
    own = {name: value for name, value in line.given.items() if name not in names}
    return settings_of(shared, line.before, line.command.settles), own


def _read(rows: Iterable[Option], words: Iterator[str], stop: bool = False) -> tuple[dict[str, Any], list[str]]:
    """The values of the rows by name, and the words that are none; with `stop`, only up to the first such word."""
    options: dict[str, Option] = {}
    arguments: list[Option] = []
    found: dict[str, Any] = {}
    for row in rows:
        found[row.name] = row.default
        options.update(dict.fromkeys(row.flags, row))
        arguments += [] if row.flags else [row]
    others: list[str] = []
    for word in words:
        if word[:1] != "-":
            others.append(word)
            if stop:
                return found, others
            continue
        flag, equals, value = word.partition("=")
        if flag not in options or (equals and not flag.startswith("--")):
            raise _Unusual
        _set(found, options[flag], value if equals else None, words)
    return {**found, **_arguments(arguments, others)}, others


def _set(found: dict[str, Any], row: Option, value: str | None, words: Iterator[str]) -> None:
    if row.kind is bool:
        if value is not None:
            raise _Unusual
        found[row.name] = True
        return
    written = value if value is not None else next(words, "-")
    if written[:1] == "-" or not (written or (row.bare == "" and value == "")):
        raise _Unusual
    if row.values.words and written not in row.values.words:
        raise _Unusual
    if row.kind is int and not (written.isascii() and written.isdigit()):
        raise _Unusual
    if row.kind is list:
        found[row.name] = [*(found[row.name] or ()), written]
    elif found[row.name] != row.default:
        raise _Unusual
    else:
        found[row.name] = int(written) if row.kind is int else written


def _arguments(rows: list[Option], words: list[str]) -> dict[str, Any]:
    """The values of the arguments: a word each, the last one all that are left if it is a list."""
    found: dict[str, Any] = {}
    left = list(words)
    for row in rows:
        if row.kind is list:
            found[row.name], left = left or row.default, []
        elif left:
            found[row.name] = left.pop(0)
    if left or "" in words:
        raise _Unusual
    return found
