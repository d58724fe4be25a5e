"""Which versions `timeline diff` compares: files, folders, revisions, or the files as they are now.

Owns: telling a version from the first word of a question. Does not: compare.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from timeline_cli.cli.options import Settings
from timeline_cli.dates.faults import DateFault
from timeline_cli.errors import UsageFault
from timeline_cli.history.at import files_at, load_at
from timeline_cli.history.git import GitFault, Repository
from timeline_cli.history.snapshot import contents_of
from timeline_cli.model import Timeline
from timeline_cli.query.question import read_period_on
from timeline_cli.reading.load import load_files
from timeline_cli.reading.search import find_files
from timeline_cli.text import clean

_HEX = re.compile(r"[0-9a-f]{7,40}", re.I)
_SIGNS = ("~", "^", "@", "..")


class Side(NamedTuple):
    """A version: a `path`, a `revision`, or with neither the files as they are now."""

    path: str = ""
    revision: str = ""

    @property
    def label(self) -> str:
        return clean(self.path or self.revision) or "the files now"

    def contents(self, settings: Settings) -> dict[str, bytes]:
        """The bytes of its files, by a name that is the same on the other side."""
        if self.revision:
            with files_at(self.revision, settings.files) as past:
                return contents_of(past.names, past.shown)
        names = find_files((self.path,) if self.path else settings.files)
        start = self.path if self.path and Path(self.path).is_dir() else None
        return {os.path.relpath(name, start): data for name, data in contents_of(names).items()}

    def timeline(self, settings: Settings) -> Timeline:
        """Its events, decoded."""
        if self.revision:
            return load_at(self.revision, settings.files)
        return load_files(find_files((self.path,) if self.path else settings.files))


def sides_of(settings: Settings, words: Sequence[str], given: Sequence[str | None]) -> tuple[Side, Side, list[str]]:
    """The two versions to compare, and the words of the question. `given` are --from and --to. Raises UsageFault."""
    rest = list(words)
    found = [_named(text) if text is not None else None for text in given]
    if found == [None, None]:
        while rest and len(found) < 4 and (side := _version(settings, rest[0])):
            rest.pop(0)
            found.extend(side)
        found = found[2:]
        if len(found) > 2:
            raise UsageFault("diff compares two versions", "write A..B, or A B")
    first, second = [*found, None, None][:2]
    return first or Side(revision="HEAD"), second or Side(), rest


def _named(text: str) -> Side:
    if not text:
        raise UsageFault("--from and --to need a version", "write a file, a folder or a revision")
    return Side(path=text) if Path(text).exists() else Side(revision=text)


def _version(settings: Settings, word: str) -> list[Side | None]:
    """The version that a word names, or the two of A..B; empty if it is a word of a question."""
    with suppress(OSError, ValueError):
        if word and Path(word).exists():
            return [Side(path=word)]
    is_sign = any(sign in word for sign in _SIGNS)
    if not word or word.startswith("-"):
        raise UsageFault(f"{clean(word)} is not a version", "write a file, a folder or a revision")
    if not is_sign and word != "HEAD" and not _is_name(settings, word):
        return [Side(revision=word)] if _HEX.fullmatch(word) and _exists(settings, word) else []
    if _reads_as_date(settings, word):
        if ".." in word and not all(_exists(settings, part) for part in word.split("..", 1) if part):
            return []
        raise UsageFault(f"{word} is a revision and a date", f"write --from {word.partition('..')[0]} for the revision")
    if ".." not in word:
        return [] if ":" in word and not _exists(settings, word) else [Side(revision=word)]
    first, dots, second = word.partition("...") if "..." in word else word.partition("..")
    sides = first or "HEAD", second or "HEAD"
    if ":" in word and not all(_exists(settings, part) for part in sides):
        return []  # value:5..9
    if dots == "...":
        repository = _repository(settings)
        return [Side(revision=repository.merge_base(*map(repository.commit, sides))), Side(revision=sides[1])]
    return [Side(revision=sides[0]), Side(revision=sides[1])]


def _repository(settings: Settings) -> Repository:
    first = settings.files[0] if settings.files else "."
    path = Path(first).absolute()
    return Repository(path if path.is_dir() else path.parent)


def _is_name(settings: Settings, word: str) -> bool:
    try:
        return _repository(settings).is_name(word)
    except GitFault:
        return False


def _exists(settings: Settings, word: str) -> bool:
    try:
        return bool(_repository(settings).commit(word))
    except GitFault:
        return False


def _reads_as_date(settings: Settings, word: str) -> bool:
    try:
        read_period_on(settings.today)(word, None)
    except DateFault:
        return False
    return True
