"""Names for completion from an index that is up to date, in the shape in which `reading.glance` finds them.

Owns: which names an index can serve. Does not: make or update an index.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline_cli.index.read import IndexedTimeline

# Bytes of all files together. Below this, looking through the text is faster than importing the code of the index.
WORTHWHILE = 4 << 20

# The keys of events with their kind of words; the other keys are those of registries.
_WORDS = {
    "companies": "company", "people": "person", "place": "place", "tags": "tag", "type": "type", "figures": "metric"
}  # fmt: skip
_KEYS = frozenset({*_WORDS, "places", "types"})


def indexed_names(files: list[str], keys: Sequence[str]) -> dict[str, list[Any]] | None:
    """By key, the names in good events and in registries; None without an index that has all that the files have.

    The names of events that are left out, for which only the text serves, are not in an index.
    """
    with contextlib.suppress(OSError, ValueError):
        if _KEYS.issuperset(keys) and sum(Path(file).stat().st_size for file in files) >= WORTHWHILE:
            from timeline_cli.errors import IndexDamaged
            from timeline_cli.index.place import Place, cache_folder
            from timeline_cli.index.read import current

            folder = cache_folder()
            timeline = None if folder is None else current(files, Place(folder, files))
            if timeline is not None and not timeline.broken and not timeline.unread:
                with contextlib.suppress(IndexDamaged):
                    return {key: [*_registered(timeline, key), *_in_events(timeline, key)] for key in keys}
    return None


def _registered(timeline: IndexedTimeline, key: str) -> list[Any]:
    """A registry as it is written in a file; nothing for a key of events."""
    if key == "types":
        return [dict.fromkeys(timeline.registries.types)]
    if key in _WORDS and key not in ("companies", "people"):
        return []
    above = "in" if key == "places" else "parent"
    entities = getattr(timeline.registries, key).entities.values()
    return [{each.name: {"aliases": list(each.aliases), above: each.parent} for each in entities}]


def _in_events(timeline: IndexedTimeline, key: str) -> list[Any]:
    words = list(timeline.facts.words(_WORDS[key])) if key in _WORDS else []
    return [{"metric": word} for word in words] if key == "figures" else words
