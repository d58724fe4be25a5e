"""The options that some views take, and their values for a view.

Owns: VIEW_OPTIONS, one row each, named like its field of ViewOptions. Does not: know the views.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.option import Choices, Option


class ViewOptions(NamedTuple):
    """The options of a view: the footer (off under --quiet), what to type to see more (off in pictures), and
    VIEW_OPTIONS by their names.
    """

    footer: bool = True
    prompts: bool = True
    verbose: bool = False
    oneline: bool = False
    elapsed: bool = False
    lane_by: str | None = None
    all: bool = False


NO_OPTIONS = ViewOptions()


LANES = ("company", "person", "type", "place")

VIEW_OPTIONS: tuple[Option, ...] = (
    Option("verbose", bool, False, ("--verbose",), "show summaries, figures, quotes, sources, links, earlier versions"),
    Option("oneline", bool, False, ("--oneline",), "print one event per line; cut long titles"),
    Option("elapsed", bool, False, ("--elapsed",), "show the time since the previous event"),
    Option("lane_by", str, None, ("--lane-by",), f"draw a lane for each {', '.join(LANES[:-1])} or {LANES[-1]}", "WHAT",
           Choices(LANES)),
    Option("all", bool, False, ("--all",), "draw every event, lane and day, however many"),
)  # fmt: skip


def chosen(given: Mapping[str, Any]) -> dict[str, Any]:
    """The given view options. Raises UsageFault for two that contradict each other."""
    found = {row.name: given[row.name] for row in VIEW_OPTIONS if given.get(row.name) not in (None, False)}
    if "verbose" in found and "oneline" in found:
        raise UsageFault("--verbose and --oneline cannot be combined", "use one of them")
    return found
