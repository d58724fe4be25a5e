"""The options that some views take, and what a view is handed of them.

Owns: VIEW_OPTIONS, one row each, from which `show` makes its options. Refuses: to know the views.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.text import did_you_mean


class ViewOptions(NamedTuple):
    """What is asked of a view beyond its answer: the footer (off under --quiet), and VIEW_OPTIONS by their names."""

    footer: bool = True
    verbose: bool = False
    oneline: bool = False
    elapsed: bool = False
    lane_by: str | None = None


NO_OPTIONS = ViewOptions()


class ViewOption(NamedTuple):
    """A row: `name` is the field of ViewOptions. One with `words` takes one of them, the others take no value."""

    name: str
    help: str
    words: tuple[str, ...] = ()

    @property
    def flag(self) -> str:
        return "--" + self.name.replace("_", "-")


LANES = ("company", "person", "type", "place")

VIEW_OPTIONS: tuple[ViewOption, ...] = (
    ViewOption("verbose", "with summaries, figures, quotes, sources and links"),
    ViewOption("oneline", "a line an event; long titles are cut"),
    ViewOption("elapsed", "with the time since the event before"),
    ViewOption("lane_by", f"a lane for each {', '.join(LANES[:-1])} or {LANES[-1]}", LANES),
)


def chosen(given: Mapping[str, Any]) -> dict[str, Any]:
    """The view options that were given. Raises UsageFault for a word that one of them does not know."""
    found = {row.name: given[row.name] for row in VIEW_OPTIONS if given.get(row.name) not in (None, False)}
    for row in VIEW_OPTIONS:
        if row.words and row.name in found and found[row.name] not in row.words:
            raise UsageFault(f"{row.flag} {found[row.name]} is not known", did_you_mean(found[row.name], row.words))
    if "verbose" in found and "oneline" in found:
        raise UsageFault("--verbose and --oneline are two forms of one view", "choose one of them")
    return found
