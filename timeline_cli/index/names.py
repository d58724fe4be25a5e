"""Names for completion from an index that is up to date, in the shape in which `reading.glance` finds them.

Owns: which names an index can serve. Does not: make or update an index.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_cli.errors import IndexDamaged

if TYPE_CHECKING:
    from timeline_cli.index.read import IndexedTimeline

# Bytes of all files together. Below this, looking through the text is faster than importing the code of the index.
WORTHWHILE = 4 << 20

# The keys of events with their kind of words, and the keys of registries.
_WORDS = {
    "companies": "company",
    "people": "person",
    "place": "place",
    "tags": "tag",
    "type": "type",
    "figures": "metric",
}
_REGISTRIES = {"companies": "parent", "people": "parent", "places": "in"}  # with the key of what is above an entry


def indexed_names(files: list[str], keys: Sequence[str]) -> dict[str, list[Any]] | None:
    """By key, the names in good events and in registries; None without an index that has all that the files have.

    The names of events that are left out, for which only the text serves, are not in an index.
    """
    with contextlib.suppress(OSError, ValueError, IndexDamaged):
        if {*_WORDS, *_REGISTRIES, "types"}.issuperset(keys) and _size(files) >= WORTHWHILE:
            from timeline_cli.index.place import Place, cache_folder, has_index

            folder = cache_folder()
            if folder is None or not has_index(folder, files):
                return None
            from timeline_cli.index.read import current

            timeline = current(files, Place(folder, files))
            if timeline is not None and not timeline.broken and not timeline.unread:
                return {key: list(_names(timeline, key)) for key in keys}
    return None


def _size(files: list[str]) -> int:
    return sum(Path(file).stat().st_size for file in files)


def _names(timeline: IndexedTimeline, key: str) -> Iterator[Any]:
    """A registry as it is written in a file, then the names in events."""
    if key == "types":
        yield dict.fromkeys(timeline.registries.types)
    if key in _REGISTRIES:
        entities = getattr(timeline.registries, key).entities.values()
        yield {each.name: {"aliases": list(each.aliases), _REGISTRIES[key]: each.parent} for each in entities}
    if key in _WORDS:
        for word in timeline.facts.words(_WORDS[key]):
            yield {"metric": word} if key == "figures" else word
