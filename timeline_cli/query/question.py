"""A whole question as one value.

Owns: Question, MODES, and how its periods are read. Does not: examine any event.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.period import Period

if TYPE_CHECKING:
    from timeline_cli.query.tree import Tree

MODES = {
    "possibly": "include events that may match, marked",
    "certainly": "only events that match whatever their exact date",
    "within": "only events wholly inside the requested dates",
    "starts": "only events that start in the requested dates",
}

ReadPeriod = Callable[[str, FiscalYear | None], Period]


def read_period_on(today: date) -> ReadPeriod:
    """The function that reads periods in words, on a given day; it raises DateFault with what to write instead."""
    return partial(_read_period, today)


def _read_period(today: date, text: str, fiscal: FiscalYear | None) -> Period:
    from timeline_cli.dates.faults import DateFault
    from timeline_cli.dates.phrases.phrase import parse_phrase

    try:
        return parse_phrase(text, today, fiscal)
    except DateFault as fault:
        from timeline_cli.dates.phrases.hints import explained

        raise explained(text, fault, today, fiscal) from None


class Question(NamedTuple):
    """`words` as typed, and the filters given as options, as a `tree`.

    `today` and `as_of` are ordinals; `limit` is per group when grouped. With `streams`, all events of an index are only
    read when they are drawn.
    """

    today: int
    read_period: ReadPeriod
    tree: Tree | None = None
    words: tuple[str, ...] = ()
    mode: str = "possibly"
    exact: bool = False
    as_of: int | None = None
    all_versions: bool = False
    sort: str = "date"
    reverse: bool = False
    group_by: str | None = None
    limit: int | None = None
    streams: bool = False
