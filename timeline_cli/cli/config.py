"""`timeline config`: show the settings in force, and where each is set.

Owns: their table and JSON. Does not: change a setting; the files are edited by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline_cli.cli.configuration import KEYS, Configuration, configuration, rows
from timeline_cli.cli.options import CONFIG_NAME, Settings, settings_places, user_file
from timeline_cli.console import Line
from timeline_cli.errors import EXIT_DONE, EXIT_NOT_UNDERSTOOD
from timeline_cli.views.grid import grid
from timeline_cli.views.problems import error_lines

ROW = ("key", "value", "origin")


def run(settings: Settings, json: str | None = None) -> int:
    """Show the settings in force and the aliases, with the file and line of each.

    Settings come from the nearest .timeline.toml next to or above the events, then from your own config.toml. They
    affect text only: JSON, CSV and other exports ignore them. An error in them ends only commands that show an answer
    as text.
    """
    found = configuration(settings_places(settings.files))
    if json is not None:
        from timeline_cli.cli.load import write_rows

        write_rows((dict(zip(ROW, row, strict=True)) for row in _plain(found)), json, ROW)
    else:
        settings.out.page(_lines(found, settings))
        read = [str(path) for path, _ in reversed(settings_places(settings.files))]
        settings.tell("read from " + " and ".join(read) if read else f"no {CONFIG_NAME} and no {user_file()} found")
    for ignored in found.ignored:
        settings.tell(f"{ignored} is a command, so the alias is ignored", "warning")
    faults = [*found.faults, *found.alias_faults.values()]
    for fault in faults:
        settings.err.write(error_lines(fault, settings.err.wrapped_at))
    return EXIT_NOT_UNDERSTOOD if faults else EXIT_DONE


def _lines(found: Configuration, settings: Settings) -> Iterable[Line]:
    listed = [list(row) for row in rows(found)]
    if not listed:
        return [[("no settings; [defaults] takes " + ", ".join(KEYS), "dim")]]
    return grid(("key", "value", "from"), listed, settings.out, {1: 12, 2: 12})


def _plain(found: Configuration) -> Iterator[tuple[str, object, str]]:
    for name, setting in found.defaults.items():
        yield f"defaults.{name}", setting.value, setting.origin
    for name, alias in found.aliases.items():
        yield f"alias.{name}", list(alias.value), alias.origin
