"""Apply certain fixes to the text of the files.

Owns: which fixes can be written, and the proof that they add no new problem. Does not: decide what to write; the
problem has that as data.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, filterfalse, groupby

from timeline_cli.diagnostics import Diagnostic, Edit, Fix
from timeline_cli.model import Timeline
from timeline_cli.reading.content import Content
from timeline_cli.reading.file import Chosen
from timeline_cli.reading.load import Opened, reading_all
from timeline_cli.reading.split import Text


def certain_fixes(found: Iterable[Diagnostic]) -> dict[Fix, Diagnostic]:
    """What --fix writes, with the first problem that each fix solves: certain fixes that do not overlap."""
    kept: dict[Fix, Diagnostic] = {}
    ends: dict[tuple[str, int], int] = {}  # by file and line: the end column of what is already written
    problems = (one for one in found if one.fix is not None and one.fix.certain)
    for one in sorted(problems, key=lambda one: (one.fix and one.fix.edits, one.code)):
        assert one.fix is not None
        edits = sorted(one.fix.edits)
        if one.fix not in kept and all(edit.place.column >= ends.get(edit.place[:2], 0) for edit in edits):
            kept[one.fix] = one
            ends.update({edit.place[:2]: edit.place.column + edit.place.width for edit in edits})
    return kept


_NAME = "-"  # of a text in memory: like standard input, it exists nowhere else
_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$")


def fixed(data: bytes, problems: Iterable[Diagnostic], sound: Iterable[int] = ()) -> tuple[bytes, list[Diagnostic]]:
    """A file's bytes (UTF-8 without a byte order mark) with the fixes applied, and the problems that they solve.

    `problems` are a subset of what `certain_fixes` chose for this file. `sound` are its `sound_lines`: an item
    with one is read again only if a fix changes it.
    """
    kept = asked = list(problems)
    if not kept:
        return data, []
    known, fixed_lines = sorted(sound), sorted(edit.place.line for one in kept if one.fix for edit in one.fix.edits)
    unread: set[int] = set()  # hashes of items that the fixes cannot affect

    def affected(texts: Iterable[Text]) -> Iterator[Text]:
        for text in texts:
            # An alias may be to a value that is changed.
            if _has_any(text, known) and not _has_any(text, fixed_lines) and b"*" not in text.data:
                unread.add(hash(text))
            else:
                yield text

    problems_before, events_before, was_split = _read(data, affected)
    before = {(d.code, d.location.line) for d in problems_before if _is_of_yaml(d)}
    while kept:
        changed, written = _put_in(data, [(edit, one) for one in kept if one.fix for edit in one.fix.edits])
        refused: set[Diagnostic] = set()
        lines: set[int] = set()
        problems_now, events_now, is_split = _read(changed, partial(filterfalse, lambda text: hash(text) in unread))
        if unread and is_split != was_split:
            return fixed(data, asked)
        for found in problems_now:
            place = found.location
            if _is_of_yaml(found):
                # A key that is now spelled right may be a duplicate; then it was not a typo.
                if (found.code, place.line) not in before:
                    lines |= {place.line, *(other.line for other, _ in found.related)}
            elif (one := written.get((place.line, place.column + place.width))) and _is_as_bad(found, one):
                refused.add(one)
        good = [one for one in kept if one not in refused and not (one.fix and lines & _lines(one.fix))]
        if len(good) == len(kept):
            # What a broken line hid may come to light; a fix must not cost an event that could be read.
            return (changed, kept) if events_now >= events_before else (data, [])
        kept = good
    return data, []


def sound_lines(timeline: Timeline, file: str) -> list[int]:
    """The lines of a file with an event, or with an error in what is sound YAML."""
    events = ((event.file, event.line) for event in timeline.events)
    faults = (one.location[:2] for one in timeline.errors() if not _is_of_yaml(one))
    return [line for name, line in chain(events, faults) if name == file]


def _is_of_yaml(problem: Diagnostic) -> bool:
    return problem.code < "E1"


def _is_as_bad(found: Diagnostic, before: Diagnostic) -> bool:
    """Whether a fix failed: its text has the same problem again, is still not a date, or has an error now."""
    is_worse = found.is_error and not before.is_error
    return is_worse or found.code == before.code or found.code[:2] == before.code[:2] == "E1"


def _lines(fix: Fix) -> set[int]:
    return {edit.place.line for edit in fix.edits}


Written = dict[tuple[int, int], Diagnostic]  # by the line and column where a text ends


def _put_in(data: bytes, edits: Sequence[tuple[Edit, Diagnostic]]) -> tuple[bytes, Written]:
    """The bytes with the texts in their places, and where each text ends afterwards."""
    lines = _LINE.findall(data.decode("utf-8"))
    written: Written = {}
    ordered = sorted(edits, key=lambda pair: pair[0])
    for number, group in groupby(ordered, lambda pair: pair[0].place.line):
        line, pieces, at, size = lines[number - 1], [], 0, 0
        for (place, text), problem in group:
            pieces += [line[at : place.column - 1], text]
            size += place.column - 1 - at + len(text)
            at = place.column - 1 + place.width
            written[number, size + 1] = problem
        lines[number - 1] = "".join([*pieces, line[at:]])
    return "".join(lines).encode(), written


def _has_any(text: Text, lines: list[int]) -> bool:
    """Whether an item has one of some lines."""
    at = bisect_left(lines, text.line)
    return at < len(lines) and lines[at] < text.line + max(text.lines, 1)


def _read(data: bytes, chosen: Chosen) -> tuple[list[Diagnostic], int, bool]:
    """The problems of one file alone, how many events can be read in it, and whether it was split.

    Of a file that can be split, only the `chosen` items are read.
    """

    def read(opened: Opened) -> tuple[list[Diagnostic], int, bool]:
        context = opened.context()
        found: list[Diagnostic] = []
        events = 0
        for file in opened.files:
            for item in file.items(context, chosen if file.name == _NAME else iter):
                found += (problem.moved(item.line) for problem in item.problems)
                events += item.event is not None
            found += file.found
        return found, events, opened.files[0].cut is not None

    return reading_all([_NAME], read, {_NAME: Content(data)})
