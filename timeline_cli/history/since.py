"""Which problems of the files are new since a revision: those of events whose text is not the same there.

Owns: that choice. Does not: check anything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.errors import NothingToRead
from timeline_cli.history.at import files_at
from timeline_cli.history.snapshot import contents_of
from timeline_cli.history.version import without_lead
from timeline_cli.reading.content import Content
from timeline_cli.reading.split import find_cut, texts

Places = tuple[list[int], list[bytes]]  # the first lines of stretches of a file, and their texts


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
                old.update(_stretches(data)[1])
    except NothingToRead:
        pass  # the files are new, and so are all of their problems
    now: dict[str, Places] = {}
    for file in files:
        try:
            now.update((name, _stretches(data)) for name, data in contents_of([file]).items())
        except NothingToRead:
            continue
    return [problem for problem in found if _text_at(now, problem) not in old]


def _text_at(now: dict[str, Places], problem: Diagnostic) -> bytes | None:
    lines, found = now.get(problem.location.file, ([], []))
    number = bisect_right(lines, problem.location.line) - 1
    return found[number] if number >= 0 else None


def _stretches(data: bytes) -> Places:
    """The events of a file with the lines that they start at; everything else line by line."""
    data = data.replace(b"\r\n", b"\n")
    content = Content(data)
    cut = find_cut(content)
    rows: list[tuple[int, bytes]] = []
    if cut is None:
        rows += enumerate(data.split(b"\n"), 1)
        return [line for line, _ in rows], [text for _, text in rows]
    rows += enumerate(data[: cut.start].split(b"\n"), 1)
    for item in texts(content, cut):
        raw, rest = without_lead(item.data.decode("utf-8", "replace"), cut.indent)
        rows.append((item.line, raw.strip().encode()))
        rows += enumerate(rest.encode().split(b"\n")[:-1], item.line + raw.count("\n"))
    rows += enumerate(data[cut.end :].split(b"\n"), data.count(b"\n", 0, cut.end) + 1)
    # A line where a stretch begins belongs to that stretch.
    places = dict(rows)
    return sorted(places), [places[line] for line in sorted(places)]
