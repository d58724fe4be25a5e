"""The difference of two texts, line by line, in the format of `diff -u` and git.

Owns: matching equal lines, starting from lines unique in both texts (patience diff), so that large files stay
fast. Does not: look inside a line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

CONTEXT = 3  # lines around a change
_SMALL = 40_000  # pairs of lines; below this, compare all pairs

Pair = tuple[int, int]
Range = tuple[int, int, int, int]


def lines_of(text: str) -> list[str]:
    """Lines with their line breaks; the last line may have none."""
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])


def unified(before: str, after: str) -> Iterator[str]:
    """The rows of a unified diff without its two header lines, each with the line's own line break."""
    old, new = lines_of(before), lines_of(after)
    for group in _groups(changes(old, new)):
        yield from _hunk(old, new, group)


def _hunk(old: Sequence[str], new: Sequence[str], group: Sequence[Range]) -> Iterator[str]:
    first, last = group[0], group[-1]
    lead = min(first[0], CONTEXT)
    start, new_start = first[0] - lead, first[2] - lead
    trail = min(len(old) - last[1], CONTEXT)
    yield f"@@ -{_span(start, last[1] + trail)} +{_span(new_start, last[3] + trail)} @@\n"
    position = start
    for old_start, old_end, added_start, added_end in group:
        yield from (f" {line}" for line in old[position:old_start])
        yield from (f"-{line}" for line in old[old_start:old_end])
        yield from (f"+{line}" for line in new[added_start:added_end])
        position = old_end
    yield from (f" {line}" for line in old[position : position + trail])


def _span(start: int, end: int) -> str:
    """Lines count from 1; an empty range gives the line before it."""
    length = end - start
    return f"{start + 1 if length else start},{length}" if length != 1 else f"{start + 1}"


def _groups(changes: Sequence[Range]) -> list[list[Range]]:
    """Changes close enough to share context lines."""
    groups: list[list[Range]] = []
    for change in changes:
        if groups and change[0] - groups[-1][-1][1] <= 2 * CONTEXT:
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


def changes(old: Sequence[str], new: Sequence[str]) -> list[Range]:
    """The changes: lines (start, end) of the old text replaced by lines (start, end) of the new one."""
    found: list[Range] = []
    at, new_at = 0, 0
    for number, new_number in [*sorted(same_lines(old, new)), (len(old), len(new))]:
        if (number, new_number) != (at, new_at):
            found.append((at, number, new_at, new_number))
        at, new_at = number + 1, new_number + 1
    return found


def same_lines(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs of equal lines, in the same order in both texts."""
    found: list[Pair] = []
    ranges: list[Range] = [(0, len(old), 0, len(new))]
    while ranges:
        start, end, new_start, new_end = ranges.pop()
        while start < end and new_start < new_end and old[start] == new[new_start]:
            found.append((start, new_start))
            start, new_start = start + 1, new_start + 1
        while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
            end, new_end = end - 1, new_end - 1
            found.append((end, new_end))
        if start == end or new_start == new_end:
            continue
        anchors = _anchors(old, new, (start, end, new_start, new_end))
        if not anchors:
            found += _compared(old, new, (start, end, new_start, new_end))
            continue
        for number, new_number in anchors:
            found.append((number, new_number))
            ranges.append((start, number, new_start, new_number))
            start, new_start = number + 1, new_number + 1
        ranges.append((start, end, new_start, new_end))
    return found


def _anchors(old: Sequence[str], new: Sequence[str], within: Range) -> list[Pair]:
    """The longest run, in order, of lines that both texts have exactly once."""
    start, end, new_start, new_end = within
    counted, new_counted = Counter(old[start:end]), Counter(new[new_start:new_end])
    places = {line: place for place, line in enumerate(new[new_start:new_end], new_start) if new_counted[line] == 1}
    pairs = [(n, places[line]) for n, line in enumerate(old[start:end], start) if counted[line] == 1 and line in places]
    return _rising(pairs)


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest subsequence of pairs whose second numbers rise, as the first ones do."""
    ends: list[int] = []  # the smallest last number of a run of each length
    at: list[int] = []
    before: list[int] = []
    for index, (_, number) in enumerate(pairs):
        place = bisect_left(ends, number)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [number]
        at[place : place + 1] = [index]
    found: list[Pair] = []
    index = at[-1] if at else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _compared(old: Sequence[str], new: Sequence[str], within: Range) -> list[Pair]:
    """Compare lines none of which is unique; a long stretch counts as all new."""
    start, end, new_start, new_end = within
    if (end - start) * (new_end - new_start) > _SMALL:
        return []
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, old[start:end], new[new_start:new_end], autojunk=False).get_matching_blocks()
    return [(start + a + n, new_start + b + n) for a, b, size in blocks for n in range(size)]
