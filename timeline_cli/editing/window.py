"""What an edit has to look at: the whole of a small file, some parts of a large one.

Owns: which items of a large file are enough, and the same edit in the whole file. Does not: take a part of a file with
errors, or whose items may depend on each other.

A part is a small file: the head of a file, some of its items, and what follows the list. The style and the
defaults come from the part with the first and last items, and a new event is inserted and proved in the part with the
items next to it. All other bytes are copied.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from timeline_cli.editing.insert import Change, SortKey, applied
from timeline_cli.editing.outline import Item, Outline, outline
from timeline_cli.editing.proof import Known, unproven
from timeline_cli.editing.source import Source, read_source
from timeline_cli.editing.style import SAMPLE
from timeline_cli.model import Timeline
from timeline_cli.query.facts import facts_of
from timeline_cli.reading.content import Content
from timeline_cli.reading.split import Cut, borders, find_cut
from timeline_cli.text import byte_order_mark

WORTHWHILE = 256 << 10  # bytes; a smaller file is read whole at once

# The star that may start an alias is searched first, since that is many times as fast.
_ALIAS = re.compile(rb"\*(?<=[\s\[{,:-]\*)\w")


class Part(NamedTuple):
    """Some items of a file with its head and its end, or the whole file. `numbers` are those of the items, or None."""

    source: Source
    outline: Outline
    known: Known
    numbers: Sequence[int] | None = None

    @staticmethod
    def of(name: str, data: bytes, numbers: Sequence[int] | None = None) -> Part:
        source = read_source(name, data)
        return Part(source, outline(name, source), Known(name, source), numbers)

    def place(self, number: int) -> int:
        """The place in the part for what goes before the item `number` of the file; the item above is in the part."""
        return number if self.numbers is None else bisect_left(self.numbers, number)


class Whole:
    """A file that is read whole. `keys` are the sort keys of its events."""

    def __init__(self, name: str, data: bytes, timeline: Timeline) -> None:
        self.sample = Part.of(name, data)
        self.keys: Sequence[SortKey | None] = sort_keys(Keys.of(name, timeline), self.sample.outline.items)

    def around(self, places: Iterable[int]) -> Part:
        return self.sample

    def changed(self, part: Part, changes: Sequence[Change]) -> Content:
        return Content(part.source.encode(applied(part.source.text, changes)))

    def lines(self, part: Part, changes: Sequence[Change], lines: Mapping[int, int]) -> Mapping[int, int]:
        return lines


class Window:
    """The same for a large file of which only parts are read."""

    def __init__(self, name: str, items: _Items, keys: Sequence[SortKey]) -> None:
        self.name = name
        self.data, self._cut, self._starts = items
        self.keys = keys
        self._newline = "\r\n" if b"\r" in self.data else "\n"

    @cached_property
    def sample(self) -> Part:
        """The items that tell the style of the file."""
        count = len(self.keys)
        return self._part(range(count) if count <= 3 * SAMPLE else [*range(SAMPLE), *range(count - 2 * SAMPLE, count)])

    def around(self, places: Iterable[int]) -> Part:
        """The items next to some places."""
        near = {number for place in places for number in (place - 1, place)}
        return self._part(sorted(near.intersection(range(len(self.keys)))))

    @cached_property
    def head(self) -> Source:
        """What is above the items."""
        return read_source(self.name, self.data[: self._cut.start])._replace(newline=self._newline)

    def parts(self) -> Iterator[tuple[Source, Outline]]:
        """The whole file: what is above the items, some of them at a time, what is below. Raises NotWritten."""
        yield self.head, outline(self.name, self.head)
        bounds = [*self._starts[:-1:_TOGETHER], self._cut.end, *{len(self.data)} - {self._cut.end}]
        for start, end in pairwise(bounds):
            source = self.head._replace(text=read_source(self.name, self.data[start:end]).text)
            found = outline(self.name, source)
            first, after = (bisect_left(self._starts, place, hi=len(self.keys)) for place in (start, end))
            if len(found.items) != after - first:
                raise unproven(self.name)
            yield source, found

    def _part(self, numbers: Sequence[int]) -> Part:
        data = b"".join(self.data[start:end] for start, end in self._ranges(numbers))
        part = Part.of(self.name, data, numbers)
        # A part may be a single line.
        return part._replace(source=part.source._replace(newline=self._newline))

    def _ranges(self, numbers: Sequence[int]) -> list[tuple[int, int]]:
        """The bytes of the file that a part has."""
        items = [(self._starts[number], self._starts[number + 1]) for number in numbers]
        return [(0, self._cut.start), *items, (self._cut.end, len(self.data))]

    def changed(self, part: Part, changes: Sequence[Change]) -> Content:
        """The file with what is inserted into a part. Raises NotWritten."""
        places = [place for place, _ in self._places(part, changes)]
        added = [text.encode() for _, _, text in changes]
        # Views, since a large file would be in memory twice.
        data, pieces, position = memoryview(self.data), list[bytes | memoryview](), 0
        for place, text in zip(places, added, strict=True):
            pieces += [data[position:place], text]
            position = place
        new = _Pieces([*pieces, data[position:]])
        self._check(new, places, list(map(len, added)))
        return new

    def lines(self, part: Part, changes: Sequence[Change], lines: Mapping[int, int]) -> Mapping[int, int]:
        """The lines in the file for those of the new events in a part, by their place there."""
        shifts = zip(sorted(lines), self._places(part, changes), strict=True)
        return {number: lines[number] + shift for number, (_, shift) in shifts}

    def _places(self, part: Part, changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
        """Where each change is in the bytes of the file, and how many lines further down than in the part."""
        assert part.numbers is not None
        ranges = self._ranges(part.numbers)
        starts = [0, *accumulate(end - start for start, end in ranges)]
        text, inside = part.source.text, len(part.source.mark)
        position = place = shift = 0
        for start, _, _ in changes:
            inside += len(text[position:start].encode())
            number = max(bisect_left(starts, inside) - 1, 0)
            before, place = place, ranges[number][0] + inside - starts[number]
            shift += self.data.count(b"\n", before, place) - text.count("\n", position, start)
            position = start
            yield place, shift

    def _check(self, new: Content, places: list[int], lengths: list[int]) -> None:
        """Check that the new file has its items at the same places, but for what was inserted above them."""
        shifts = [0, *accumulate(lengths)]
        cut = find_cut(new)
        if cut is None or (cut.indent, cut.end) != (self._cut.indent, self._cut.end + shifts[-1]):
            raise unproven(self.name)
        found = borders(new, cut)
        added = set(found).difference(start + shifts[bisect_right(places, start)] for start in self._starts[:-1])
        if len(added) != len(places) or len(found) != len(self.keys) + len(places):
            raise unproven(self.name)


class _Pieces(Content):
    """A content that is in several pieces."""

    def __init__(self, pieces: Sequence[bytes | memoryview]) -> None:
        self._pieces = pieces
        self._starts = [0, *accumulate(map(len, pieces))]
        super().__init__(None, end=self._starts[-1])

    def part(self, start: int, end: int) -> bytes:
        first, after = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)
        some = zip(self._starts[first:after], self._pieces[first:after], strict=False)
        return b"".join([piece[max(start - place, 0) : end - place] for place, piece in some])


def window(name: str, data: bytes, timeline: Timeline) -> Window | None:
    """The file in parts, if it is large and no item can depend on another. `timeline` is read from it."""
    names = _names_of(name, timeline)
    return window_of(name, data, lambda: facts_of(timeline).sort_keys(names)) if _is_sound(names, timeline) else None


def window_of(name: str, data: bytes, keys: Callable[[], Sequence[SortKey]]) -> Window | None:
    """The same for a file without errors; `keys` gives the sort keys of its events, by line."""
    items = _Items.of(data) if len(data) >= WORTHWHILE else None
    if items is None:
        return None
    found = keys()
    return Window(name, items, found) if len(items.starts) == len(found) + 1 else None


def _is_sound(names: set[str], timeline: Timeline) -> bool:
    """Whether a timeline has a file, and no error in it."""
    faulty = {problem.location.file for problem in timeline.errors()} | {file for file, _ in timeline.unread}
    return bool(names) and not names & faulty


_TOGETHER = 100  # items that are looked at together, to bound the memory


def differing(
    name: str, before: bytes, after: bytes, order: Sequence[int]
) -> Iterator[tuple[Source, Source, Sequence[int]]]:
    """A file and the same with its items in the new `order`, as small files: first what is around the items, then some
    items at a time, but without those whose bytes are the same.

    Each pair comes with the order of its items. A file whose items may depend on each other comes as it is.
    """
    # A last line without its break cannot be put above another.
    old, new = (_Items.of(data) if data.endswith(b"\n") else None for data in (before, after))
    if old is None or new is None or {len(old.starts), len(new.starts)} != {len(order) + 1}:
        yield read_source(name, before), read_source(name, after), order
        return
    pairs = zip(order, range(len(order)), strict=True)
    changed = [(one, other) for one, other in pairs if old.item(one) != new.item(other)]
    yield read_source(name, old.around), read_source(name, new.around), ()
    for start in range(0, len(changed), _TOGETHER):
        some = changed[start : start + _TOGETHER]
        texts = b"".join(old.item(one) for one, _ in some), b"".join(new.item(other) for _, other in some)
        yield read_source(name, texts[0]), read_source(name, texts[1]), range(len(some))


class _Items(NamedTuple):
    """A file with the start of each item, and the end of the last one."""

    data: bytes
    cut: Cut
    starts: list[int]

    @staticmethod
    def of(data: bytes) -> _Items | None:
        """The items of a file; None if they may depend on each other."""
        content = Content(data)
        cut = find_cut(content) if _is_plain(data) else None
        return None if cut is None else _Items(data, cut, [*borders(content, cut), cut.end])

    def item(self, number: int) -> bytes:
        return self.data[self.starts[number] : self.starts[number + 1]]

    @property
    def around(self) -> bytes:
        """What is above and below the items."""
        return self.data[: self.cut.start] + self.data[self.cut.end :]


def _is_plain(data: bytes) -> bool:
    """Whether the text is UTF-8 with one kind of line breaks, without aliases and conflict markers."""
    breaks = data.count(b"\r")
    has_one_kind = not breaks or breaks == data.count(b"\r\n") == data.count(b"\n")
    is_utf_8 = b"\0" not in data and byte_order_mark(data)[1] in ("", "utf-8")
    return has_one_kind and is_utf_8 and b"<<<<<<<" not in data and not _ALIAS.search(data)


def _names_of(name: str, timeline: Timeline) -> set[str]:
    """The names under which a timeline has a file."""
    return {file for file in timeline.files if file == name or os.path.realpath(file) == os.path.realpath(name)}


class Keys(NamedTuple):
    """The sort key of each of a file's events that could be read, by line; `is_sound`: the file has no error."""

    by_line: Mapping[int, SortKey]
    is_sound: bool

    @staticmethod
    def of(name: str, timeline: Timeline) -> Keys:
        names = _names_of(name, timeline)
        by_line = {event.line: event.date.sort_key for event in timeline.events if event.file in names}
        return Keys(by_line, _is_sound(names, timeline))

    def in_order(self) -> list[SortKey]:
        return [self.by_line[line] for line in sorted(self.by_line)]


def sort_keys(keys: Keys, items: Sequence[Item]) -> list[SortKey | None]:
    """The sort key of each item by date; None for an event that could not be read."""
    return [keys.by_line.get(item.row + 1) for item in items]
