"""VIEWS: the views of `show --view`, by name, each with the options that it takes; FIGURE_VIEWS: those of `figures`.

Owns: the list of views; a new one is a file next to this one and a row here. Does not: import a view
before it is used, or ignore an option that a view does not take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.option import Option
from timeline_cli.spelling import check_known
from timeline_cli.views.options import VIEW_OPTIONS, ViewOptions, chosen

if TYPE_CHECKING:
    from timeline_cli.console import Line, Screen
    from timeline_cli.query.select import Answer

    # An answer on a screen as lines.
    Lines = Callable[[Answer, Screen], Iterator[Line]]


class View(NamedTuple):
    """`file`, next to this one, defines `lines(answer, screen, options)`; `options` names its rows of VIEW_OPTIONS.

    Events in JSON have `keys` in addition, from `with_keys(answer)` in the file. A view that `streams` needs little of
    most events before it draws them. A pager opens near its first text in `opening`.
    """

    name: str
    file: str
    help: str
    options: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    streams: bool = False
    opening: str = ""

    @property
    def module(self) -> ModuleType:
        return import_module(f"timeline_cli.views.{self.file}")


VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View("timeline", "timeline", "years and months, one event below another",
             ("verbose", "oneline", "elapsed"), streams=True, opening="today"),
        View("table", "table", "one row per event", streams=True),
        View("tree", "tree", "events below those that they are part of or follow", ("verbose",)),
        View("lanes", "lanes", "time from left to right, one lane per company", ("lane_by", "all"), streams=True),
        View("calendar", "calendar", "months, with their events below them", ("all",), streams=True,
             opening="today"),
        View("agenda", "agenda", "what is overdue, on today, ahead, and without a day",
             keys=("days",), opening="today"),
    )
}  # fmt: skip

# Their modules define lines(found, screen, exact, by_value), and remarks(found) where they leave something out.
FIGURE_VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View("series", "figures", "one row per period: value, changes, earlier numbers"),
        View("matrix", "matrix", "companies down, calendar periods across"),
        View("expected", "expected", "guidance, targets and consensus next to the reported number"),
    )
}


def options() -> list[Option]:
    """The options of all views; each help names the views that take it."""
    return [row._replace(help=f"{row.help[0].upper()}{row.help[1:]} ({taking(row)}).") for row in VIEW_OPTIONS]


def taking(option: Option) -> str:
    """The views that take an option, in words."""
    return ", ".join(view.name for view in VIEWS.values() if option.name in view.options)


def with_keys(name: str, answer: Answer) -> Answer:
    """The answer with the keys that a view adds to events in JSON."""
    if not VIEWS[name].keys:
        return answer
    found: Answer = VIEWS[name].module.with_keys(answer)
    return found


def view_lines(name: str, given: Mapping[str, Any] | None = None, footer: bool = True) -> Lines:
    """The function that lays out a view with the given options. Raises UsageFault for an unknown one."""
    check_known(name, VIEWS, f"unknown view: {name}")
    found = chosen(given or {})
    for row in VIEW_OPTIONS:
        if row.name in found and row.name not in VIEWS[name].options:
            others = " or ".join(f"--view {view.name}" for view in VIEWS.values() if row.name in view.options)
            raise UsageFault(f"the view {name} does not take {row.flag}", f"use it with {others}")
    options = ViewOptions(footer, **found)

    def lines(answer: Answer, screen: Screen) -> Iterator[Line]:
        # Imported late, since another form of the answer may be requested instead.
        laid_out: Iterator[Line] = VIEWS[name].module.lines(answer, screen, options)
        return laid_out

    return lines
