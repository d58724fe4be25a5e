"""A file as runs of bytes with their digests, so that after an edit only the items around it are looked at.

Owns: what is kept of the bytes of a file, and which of them are unchanged. Does not: know what is in an item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from timeline_cli.digest import digest, hasher
from timeline_cli.reading.content import Content
from timeline_cli.reading.split import Cut, Text

_LEAST = 64 << 10  # bytes of a run of items
CONFLICT = b"<<<<<<<"


def digest_of(text: Text) -> bytes:
    """The digest of an item: short, since it is only compared with those of the items around it."""
    return digest(text.data)[:8]


class Run(NamedTuple):
    """Bytes of a file one after the other: what is before its items, some whole items, or what is after them."""

    size: int
    items: int
    lines: int
    digest: str


def recorded(texts: Iterable[Text], runs: list[Run]) -> Iterator[Text]:
    """The same texts, adding their runs; none if there is a git conflict, which may end in any later item."""
    size = items = lines = 0
    found, has_conflict = hasher(), False
    for text in texts:
        has_conflict |= text.conflict
        found.update(text.data)
        size, items, lines = size + len(text.data), items + 1, lines + text.lines
        if size >= _LEAST:
            runs.append(Run(size, items, lines, found.hexdigest()))
            size = items = lines = 0
            found = hasher()
        yield text
    if items:
        runs.append(Run(size, items, lines, found.hexdigest()))
    if has_conflict:
        runs.clear()


def all_runs(content: Content, cut: Cut | None, items: Sequence[Run]) -> list[Run]:
    """The runs of a whole file, from those of its items; without these, a single one."""
    if cut is None or not items:
        found = hasher()
        for block in content.blocks(0, len(content)):
            found.update(block)
        return [Run(len(content), 0, 0, found.hexdigest())]
    head, tail = content.part(0, cut.start), content.part(cut.end, len(content))
    return [Run(len(head), 0, 0, digest(head).hex()), *items, Run(len(tail), 0, 0, digest(tail).hex())]


def unchanged(content: Content, runs: Sequence[Sequence[Any]]) -> int:
    """How many of the first runs are as they were."""
    start = 0
    for number, (size, _, _, kept) in enumerate(runs):
        if start + size > len(content) or digest(content.part(start, start + size)).hex() != kept:
            return number
        start += size
    return len(runs)


def _unchanged_end(content: Content, runs: Sequence[Run], start: int) -> int:
    """How many of the last runs are as they were, after a byte of the file."""
    end = len(content)
    for number, run in enumerate(reversed(runs)):
        if end - run.size < start or digest(content.part(end - run.size, end)).hex() != run.digest:
            return number
        end -= run.size
    return len(runs)


def is_same(content: Content | None, runs: Sequence[Sequence[Any]]) -> bool:
    """Whether a file has the bytes of these runs, and no others. Without runs, nothing is known of it."""
    if content is None or not runs or len(content) != sum(run[0] for run in runs):
        return False
    return unchanged(content, runs) == len(runs)


class Window(NamedTuple):
    """The items that may have changed: those in `cut` now, `items` of them before, after `skipped` others.

    `front` and `back` are the runs before and after them; the items after them were at `line`.
    """

    cut: Cut
    skipped: int
    items: int
    line: int
    front: Sequence[Run]
    back: Sequence[Run]


def window(content: Content, cut: Cut, runs: Sequence[Run], front: int) -> Window | None:
    """Where to look for changed items, if the first `front` runs are unchanged; None if it has to be everywhere."""
    if len(runs) < 3 or (cut.start, len(content) - cut.end) != (runs[0].size, runs[-1].size):
        return None
    back = _unchanged_end(content, runs[front:], sum(run.size for run in runs[:front]))
    # Also look at the runs next to a change, so that the window starts at an item as it was, and ends before one.
    # The last items may go on in what was added below them.
    front, back = max(min(front, len(runs) - 2) - 1, 1), max(back - 1, 1)
    ends = list(accumulate(run.size for run in runs[:front]))
    start, end = ends[-1], cut.end - sum(run.size for run in runs[len(runs) - back : -1])
    if start > end or CONFLICT in content.part(start, end):
        return None
    before, between = runs[:front], runs[front : len(runs) - back]
    skipped, lines = sum(run.items for run in before), sum(run.lines for run in before)
    within = cut._replace(start=start, end=end, line=cut.line + lines)
    line = within.line + sum(run.lines for run in between)
    return Window(within, skipped, sum(run.items for run in between), line, before[1:], runs[len(runs) - back : -1])
