"""The one way for every command to load events: with an index if one is worth it.

Owns: that choice. Does not: import the code of the index, or that of the reader, before it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from timeline_cli.model import Timeline
from timeline_cli.reading.search import find_files

# Bytes of all files together, a few hundred events. Below this, reading is faster than opening an index.
WORTHWHILE = 256 << 10

_INCLUDE = re.compile(rb"^include[ \t]*:", re.M)


# Whether events that a question cannot find are left unread without an index. No answer depends on it.
SPARING = True


def _silent(done: int, total: int) -> None:
    pass


def read(
    named: tuple[str, ...] = (),
    with_index: bool = True,
    tick: Callable[[int, int], None] = _silent,
    held: tuple[str, bytes] | None = None,
    sparing: bool = False,
) -> Timeline:
    """All events of the given files, or of the default file. Raises NothingToRead.

    `tick` is called from time to time while an index is made, with the bytes done and the total bytes. `held` is a file
    that is to be changed, with its bytes: then an index must have read just these, and none is made. A `sparing`
    command needs only some of the events, and no warnings.
    """
    names = find_files(named)
    is_large = _is_worthwhile(names)
    if with_index and is_large:
        from timeline_cli.index.place import Place, cache_folder

        folder = cache_folder()
        place = None if folder is None else Place(folder, names)
        if place is not None and (held is None or place.is_sound()):
            from timeline_cli.index.read import has_read, read_indexed

            timeline = read_indexed(names, place, tick)
            if held is None or has_read(timeline, *held):
                return timeline
    if sparing and SPARING and is_large:
        from timeline_cli.query.unread import load_unread as load_files
    else:
        from timeline_cli.reading.load import load_files
    return load_files(names)


def _is_worthwhile(names: list[str]) -> bool:
    """Whether the files are large and can be read again at any time."""
    try:
        if not all(Path(name).is_file() for name in names):
            return False
        size = sum(Path(name).stat().st_size for name in names)
        if size < WORTHWHILE and any(_INCLUDE.search(Path(name).read_bytes()) for name in names):
            from timeline_cli.reading.load import Opener

            size = sum(len(file.content or b"") for file in Opener(names).open().files)
    except (OSError, ValueError):
        return False
    return size >= WORTHWHILE
