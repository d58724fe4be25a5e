"""VIEWS: the views of `show --view`, by name.

Owns: which views there are; a new one is a file beside this and a row here. Refuses: to import one
that is not asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from timeline_cli.console import Line, Screen
from timeline_cli.errors import UsageFault
from timeline_cli.query.select import Answer
from timeline_cli.text import did_you_mean

# An answer on a screen as lines; with or without its footer.
Lines = Callable[[Answer, Screen, bool], Iterator[Line]]


class View(NamedTuple):
    name: str
    module: str
    help: str


VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View("timeline", "timeline_cli.views.timeline", "years and months, one event below the other"),
        View("table", "timeline_cli.views.table", "one row an event"),
    )
}


def view_lines(name: str) -> Lines:
    """The function that lays out a view. Raises UsageFault for one that does not exist."""
    if name not in VIEWS:
        raise UsageFault(f"there is no view called {name}", did_you_mean(name, VIEWS))
    lines: Lines = import_module(VIEWS[name].module).lines
    return lines
