"""Which problems of the files are new since a revision: those of events whose text is not the same there.

Owns: that choice. Does not: check anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.errors import NothingToRead
from timeline_cli.history.at import files_at
from timeline_cli.history.snapshot import contents_of
from timeline_cli.history.version import without_lead
from timeline_cli.reading.content import Content
from timeline_cli.reading.split import find_cut, texts


def new_since(
    revision: str, found: Iterable[Diagnostic], named: tuple[str, ...], files: Iterable[str]
) -> list[Diagnostic]:
    """The problems that are not of an event, or of a line of a file's head, that was there already.

    `named` are the files as given, `files` all that were read. Raises GitFault.
    """
    old: set[bytes] = set()
    try:
        with files_at(revision, named) as past:
            for data in contents_of(past.names).values():
                old.update(_texts(data).values())
    except NothingToRead:
        pass  # the files are new, and so are all of their problems
    now: dict[str, dict[int, bytes]] = {}
    for file in files:
        try:
            now.update((name, _texts(data)) for name, data in contents_of([file]).items())
        except NothingToRead:
            continue
    return [one for one in found if now.get(one.location.file, {}).get(one.location.line) not in old]


def _texts(data: bytes) -> dict[int, bytes]:
    """The text at each line of a file: of an event all of it, else the line."""
    data = data.replace(b"\r\n", b"\n")
    found = dict(enumerate(data.split(b"\n"), 1))
    content = Content(data)
    cut = find_cut(content)
    if cut is None:
        return found
    for item in texts(content, cut):
        raw, _ = without_lead(item.data.decode("utf-8", "replace"), cut.indent)
        event = raw.strip()
        found.update(dict.fromkeys(range(item.line, item.line + event.count("\n") + 1), event.encode()))
    return found
