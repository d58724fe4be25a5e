"""Counts and gaps as flat rows for other programs.

Owns: COUNT_ROW and GAP_ROW, their keys in order. Does not: omit events without such a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline_cli.dates.calendar import iso
from timeline_cli.model import Entry
from timeline_cli.query.counts import Counts, Gap

COUNT_ROW = ("by", "names", "events", "possible", "first", "last")
GAP_ROW = ("start", "end", "days", "after", "before")


def count_rows(found: Iterable[Counts], limit: int | None = None) -> Iterator[dict[str, Any]]:
    """Each count, at most `limit` per key, then the events without such a name, whose names are null."""
    for counts in found:
        by = ",".join(counts.by)
        for row in counts.rows[:limit]:
            first, last = (when.text if when else None for when in (row.first, row.last))
            yield _row(by, list(row.names), row.events, row.possible, first, last)
        if counts.without:
            yield _row(by, [None] * len(counts.by), counts.without, counts.without_possible, None, None)


def _row(*values: Any) -> dict[str, Any]:
    return dict(zip(COUNT_ROW, values, strict=True))


def gap_rows(found: Iterable[Gap], entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    """Each gap with its days, both ends inclusive, and the ids of the events on both sides."""
    for gap in found:
        after, before = (entries[place].event.id for place in (gap.after, gap.before))
        values = (iso(gap.first), iso(gap.last), gap.days, after, before)
        yield dict(zip(GAP_ROW, values, strict=True))
