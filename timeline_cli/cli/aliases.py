"""Aliases, which expand to a command with arguments, and external programs that are commands.

Owns: what the first word of a command line means. Does not: read settings if the word is a built-in command.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from timeline_cli.cli.commands import BUILT_IN_ALIASES, by_flag, rows_of
from timeline_cli.cli.options import settings_places
from timeline_cli.option import Option


def expanded(arguments: Sequence[str], at: int, files: Sequence[str]) -> list[str]:
    """Expand the word at that position, which is not a built-in command, and return all arguments.

    `files` are those named before it. If it is not an alias either, run the program `timeline-NAME` on the PATH instead
    of this one. Raises UsageFault for an alias with an error, or one that may be where the settings have an error.
    """
    from timeline_cli.cli.configuration import built_in, configuration

    found = built_in() if "--no-config" in arguments else configuration(settings_places(files))
    alias = found.aliases.get(arguments[at])
    if alias is None:
        for fault in [found.alias_faults.get(arguments[at]), *found.faults]:
            if fault is not None:
                raise fault
        _run_program(arguments, at)
        return list(arguments)
    return [*arguments[:at], *_as_unit(alias.value), *arguments[at + 1 :]]


def known_aliases(files: Sequence[str] = ()) -> Mapping[str, tuple[str, ...]]:
    """The words of each alias, as far as the settings can be read; for help and completion."""
    places = settings_places(files)
    if not places:
        return BUILT_IN_ALIASES
    from timeline_cli.cli.configuration import configuration

    return {name: alias.value for name, alias in sorted(configuration(places).aliases.items())}


def _as_unit(words: Sequence[str]) -> list[str]:
    """The words with the question in parentheses, so that further words narrow the whole question."""
    if not any(row.values.question for row in rows_of(words[0]) if not row.flags):
        return list(words)
    flags = by_flag(words[0])
    waiting: Option | None = None
    positions = []
    for at, word in enumerate(words[1:], 1):
        if waiting is not None:
            waiting = None
        elif word.startswith("-") and len(word) > 1:
            flag, equals, _ = word.partition("=")
            row = flags.get(flag)
            waiting = row if row is not None and row.takes_next and not equals else None
        else:
            positions.append(at)
    if len(positions) < 2 and not any(" " in words[at] for at in positions):
        return list(words)
    first, last = positions[0], positions[-1]
    return [*words[:first], "(", *words[first : last + 1], ")", *words[last + 1 :]]


def _run_program(arguments: Sequence[str], at: int) -> None:
    """Replace this process with that program, if it exists; it gets the arguments after its name."""
    import shutil

    name = arguments[at]
    path = shutil.which(f"timeline-{name}") if name.replace("-", "").isalnum() else None
    if path is not None:
        os.execv(path, [path, *arguments[at + 1 :]])
