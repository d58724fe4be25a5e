"""Which file a command changes: one of those it reads.

Owns: that decision, and finding an event by its id. Does not: choose among several.
"""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import NamedTuple

from timeline_cli.cli.load import read_and_ask
from timeline_cli.cli.options import Settings
from timeline_cli.errors import NothingToRead, UsageFault
from timeline_cli.hint import to_run
from timeline_cli.model import Event, Timeline
from timeline_cli.reading.search import STDIN, find_files
from timeline_cli.spelling import check_known
from timeline_cli.text import clean

_MOST_SHOWN = 5


class Target(NamedTuple):
    """The file to change, and all files read with it: registries and ids come from all of them."""

    file: str
    files: tuple[str, ...]


def file_to_change(settings: Settings, to: str | None, hint: str) -> Target:
    """The file that `to` names, else the only one read; `hint` says how to choose one with {file}.

    Raises UsageFault or NothingToRead.
    """
    try:
        files = find_files(settings.files)
    except NothingToRead:
        if to is None:
            raise
        files = []
    if STDIN in (to, *files):
        raise UsageFault("standard input cannot be changed", "name a file with -f")
    if to is not None:
        return Target(to, tuple(dict.fromkeys((*files, to))))
    if len(files) == 1:
        return Target(files[0], tuple(files))
    shown = ", ".join(clean(file) for file in files[:_MOST_SHOWN]) + (", …" if len(files) > _MOST_SHOWN else "")
    raise UsageFault(f"there are {len(files):,} files to choose from: {shown}", hint.format(file=shlex.quote(files[0])))


def read_now(settings: Settings) -> Timeline:
    """The events as the files have them now, without the index. Raises NothingToRead."""
    return read_and_ask(replace(settings, index=False), lambda timeline: timeline)[0]


def find_event(identity: str, timeline: Timeline) -> Event:
    """The event with that id. Raises UsageFault with the nearest one."""
    by_id = {event.id: event for event in timeline.events}
    check_known(
        identity,
        by_id,
        f"no event has the id {identity}",
        to_run("list the ids with `", "timeline show --json=id,title", "`"),
    )
    return by_id[identity]
