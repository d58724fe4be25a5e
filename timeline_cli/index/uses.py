"""The words of all events at once, by joining columns of the index.

Owns: those joins. Does not: read an event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from timeline_cli.dates.event_date import EventDate

Rows = Callable[[str, Sequence[Any]], Iterator[tuple[Any, ...]]]


def dated_words(
    rows: Rows, kind: str, places: Mapping[int, int], dates: Sequence[EventDate]
) -> dict[str, list[EventDate]]:
    """`Facts.dated_words`, from the place in the order of events of each row, and the dates in that order."""
    words: dict[int, str] = dict(rows("SELECT ref, word FROM words WHERE kind = ?", (kind,)))
    uses: dict[str, list[int]] = {}
    first: dict[str, tuple[int, int]] = {}
    # The words of an event were added in its order.
    query = "SELECT word, seq, rowid FROM uses WHERE word IN (SELECT ref FROM words WHERE kind = ?)"
    for ref, seq, row in rows(query, (kind,)):
        place = places.get(seq)
        if place is not None:
            word = words[ref]
            uses.setdefault(word, []).append(place)
            first[word] = min(first.get(word, (place, row)), (place, row))
    return {word: [dates[place] for place in sorted(uses[word])] for word in sorted(uses, key=first.__getitem__)}
