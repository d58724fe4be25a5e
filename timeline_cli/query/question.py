"""All that can be asked, in one value.

Owns: Question, MODES. Does not: look at any event.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.period import Period

if TYPE_CHECKING:
    from timeline_cli.query.tree import Tree

MODES = {
    "possibly": "what may match as well, marked",
    "certainly": "only what matches however its date is read",
    "within": "only what lies wholly inside the dates asked for",
    "starts": "only what starts in the dates asked for",
}

ReadPeriod = Callable[[str, FiscalYear | None], Period]


class Question(NamedTuple):
    """All that is asked: `words` as they are typed, and what the options ask, as a `tree`.

    `today` and `as_of` are ordinals; `limit` is per group when grouped.
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
