"""The options that some views take, and what a view is handed of them.

Owns: VIEW_OPTIONS, one row each, with the field of ViewOptions as its name. Does not: know the views.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.option import Choices, Option


class ViewOptions(NamedTuple):
    """What is asked of a view beyond its answer: the footer (off under --quiet), and VIEW_OPTIONS by their names."""

    footer: bool = True
    verbose: bool = False
    oneline: bool = False
    elapsed: bool = False
    lane_by: str | None = None
    all: bool = False


NO_OPTIONS = ViewOptions()


LANES = ("company", "person", "type", "place")

VIEW_OPTIONS: tuple[Option, ...] = (
    Option("verbose", bool, False, ("--verbose",), "with summaries, figures, quotes, sources and links"),
    Option("oneline", bool, False, ("--oneline",), "a line an event; long titles are cut"),
    Option("elapsed", bool, False, ("--elapsed",), "with the time since the event before"),
    Option("lane_by", str, None, ("--lane-by",), f"a lane for each {', '.join(LANES[:-1])} or {LANES[-1]}", "WHAT",
           Choices(LANES)),
    Option("all", bool, False, ("--all",), "draw every event and every lane, however many"),
)  # fmt: skip


def chosen(given: Mapping[str, Any]) -> dict[str, Any]:
    """The view options that were given. Raises UsageFault for two that do not go together."""
    found = {row.name: given[row.name] for row in VIEW_OPTIONS if given.get(row.name) not in (None, False)}
    if "verbose" in found and "oneline" in found:
        raise UsageFault("--verbose and --oneline are two forms of one view", "choose one of them")
    return found
