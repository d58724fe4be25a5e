"""What the hint of a problem says to write, where that is certain, put into the text of the file.

Owns: CERTAIN, which hints those are. Refuses: a fix that is a guess, and one that would bring a new fault in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.reading.content import Content
from timeline_cli.reading.load import Opened, reading_all
from timeline_cli.scalars import quoted
from timeline_cli.text import NearMisses, fold


class Marked(NamedTuple):
    """What a problem marks: columns of a line, from 0, the second one not included."""

    line: str
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line[self.start : self.end]


class Fix(NamedTuple):
    """`text` in the place of what stands at `place`, which lies on one line."""

    place: Location
    text: str


# What each hint says to write: the columns and the text, or None where it is not certain.

_Certain = Callable[[Marked, str], "tuple[Marked, str] | None"]


def _key(marked: Marked, hint: str) -> tuple[Marked, str] | None:
    """A number that its comma split, which is one again without it; else the key that is meant."""
    if marked.line[marked.start].isdigit():
        # Only around it: a line of JSON may hold thousands of problems.
        for number in _WITH_COMMAS.finditer(marked.line, max(marked.start - 40, 0), marked.end + 40):
            if number.start() < marked.start < number.end():
                return Marked(marked.line, *number.span()), number[0].replace(",", "")
    return _misspelt(marked, hint)


_WITH_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)")


def _misspelt(marked: Marked, hint: str) -> tuple[Marked, str] | None:
    """The word that is meant: one slip away, in other letter case, or one for many (company, companies)."""
    match = re.fullmatch(r"did you mean (.+)\?", hint)
    mark = marked.text[:1] if marked.text[:1] in "\"'" else ""
    word = marked.text.strip("\"'")
    if match is None:
        return None
    meant = match[1]
    is_near = fold(word) == fold(meant) or word in _ONE_FOR_MANY.get(meant, ()) or NearMisses([meant]).find(word)
    return (marked, f"{mark}{meant}{mark}") if is_near or _is_swapped(word, meant) else None


_ONE_FOR_MANY = {
    "companies": ("company",), "people": ("person",), "tags": ("tag",), "sources": ("source",),
    "figures": ("figure",), "places": ("place",), "events": ("event",), "types": ("type",), "aliases": ("alias",),
}  # fmt: skip


def _is_swapped(word: str, meant: str) -> bool:
    """Whether a word too short for an index of near misses has its letters in another order: tpye, dtae."""
    return len(word) == len(meant) >= 3 and word[:1] == meant[:1] and sorted(word) == sorted(meant)


def _unquoted(marked: Marked, hint: str) -> tuple[Marked, str] | None:
    """A value that YAML can take in quotes only. Where a comment may follow it, where it ends is not certain."""
    if hint.startswith("quote all of it: "):
        return _quoted_whole(marked, hint.removeprefix("quote all of it: "))
    value = marked.text.strip()
    is_clear = hint.startswith(("quote the value: ", "quote it: ")) and " #" not in value and value[:1] not in "*&!"
    return (marked, quoted(value)) if is_clear else None


def _quoted_whole(marked: Marked, whole: str) -> tuple[Marked, str] | None:
    """A value that begins with a quotation mark of its own, all of which stands on the line."""
    found = re.fullmatch(r"(\s*(?:- +)?[\w.-]+: +)(.*?)\s*", marked.line)
    if found is None or whole[1:-1] != found[2] or " #" in found[2]:
        return None
    return Marked(marked.line, *found.span(2)), whole


def _cut(marked: Marked, hint: str) -> tuple[Marked, str] | None:
    """A number after # belongs to the text (ranks #2); a word may be a comment that is meant."""
    before = re.fullmatch(r"(\s*(?:- +)?(?:[\w.-]+: +)?)(?![\"'\[{|>&*])(\S.*?)\s+", marked.line[: marked.start])
    if before is None or not hint.startswith("quote it: ") or not re.match(r"#\d", marked.text):
        return None
    start = len(before[1])
    return marked._replace(start=start), quoted(marked.line[start : marked.end].strip())


def _dated(marked: Marked, hint: str) -> tuple[Marked, str] | None:
    """The one point in time that the text can only mean, in the form of a file."""
    match = re.fullmatch(r"write (\d{4}(?:-\d\d){0,2}|\d{4}-[QH]\d)", hint)
    return (marked, match[1]) if match is not None and match[1][:4] in marked.text else None


def _canonical(marked: Marked, hint: str) -> tuple[Marked, str]:
    name = hint.removeprefix("write ")
    is_plain = re.fullmatch(r"[^\W\d][\w .'&()/-]*", name) and fold(name) != "null" and marked.text[:1] not in "\"'"
    return marked, name if is_plain else quoted(name)


CERTAIN: dict[str, _Certain] = {
    "E004": _unquoted,
    "E102": _dated,
    "E201": _key,
    "E203": _misspelt,
    "W203": _cut,
    "W501": _canonical,
}


def fix_of(diagnostic: Diagnostic, texts: Texts) -> Fix | None:
    """What to write instead, or None where it is not certain."""
    certain, place = CERTAIN.get(diagnostic.code), diagnostic.location
    line = texts.line(place.file, place.line) if certain is not None and diagnostic.hint else None
    if certain is None or line is None or place.column - 1 + place.width > len(line):
        return None
    found = certain(Marked(line, place.column - 1, place.column - 1 + place.width), str(diagnostic.hint))
    if found is None:
        return None
    marked, text = found
    return Fix(place._replace(column=marked.start + 1, width=marked.end - marked.start), text)


# Whole files.

_NAME = "-"  # of a text in memory: like standard input, it is looked for nowhere else
_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$")


def fixed(data: bytes, fixes: Iterable[Fix]) -> tuple[bytes, int]:
    """A file's bytes (UTF-8 without a byte order mark) with what could be fixed, and how many fixes that were."""
    kept = _apart(fixes)
    before = {(d.code, d.location.line) for d in _faults(data)}
    while kept:
        changed = _put_in(data, kept)
        # A key that is spelled right now may be there twice; then it was no slip.
        faulty = {
            place.line
            for d in _faults(changed)
            if (d.code, d.location.line) not in before
            for place in (d.location, *(place for place, _ in d.related))
        }
        good = [fix for fix in kept if fix.place.line not in faulty]
        if len(good) == len(kept):
            return changed, len(kept)
        kept = good
    return data, 0


def _apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Fixes that do not overlap, in the order of the file."""
    kept: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: fix.place[1:]):
        last = kept[-1].place if kept else None
        if last is None or last.line != fix.place.line or last.column + last.width <= fix.place.column:
            kept.append(fix)
    return kept


def _put_in(data: bytes, fixes: list[Fix]) -> bytes:
    lines = _LINE.findall(data.decode("utf-8"))
    for number, group in groupby(fixes, lambda fix: fix.place.line):
        line, pieces, at = lines[number - 1], [], 0
        for fix in group:
            start = fix.place.column - 1
            pieces += [line[at:start], fix.text]
            at = start + fix.place.width
        lines[number - 1] = "".join([*pieces, line[at:]])
    return "".join(lines).encode()


def _faults(data: bytes) -> list[Diagnostic]:
    """What is wrong with a file as YAML: its syntax, keys that are there twice."""
    found = reading_all([_NAME], _problems, {_NAME: Content(data)})
    return [problem for problem in found if problem.code < "E1"]


def _problems(opened: Opened) -> list[Diagnostic]:
    context = opened.context()
    found: list[Diagnostic] = []
    for file in opened.files:
        for item in file.items(context):
            found += (problem.moved(item.line) for problem in item.problems)
        found += file.found
    return found
