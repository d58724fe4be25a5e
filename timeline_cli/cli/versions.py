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
from timeline_cli.hint import Hint
from timeline_cli.history.at import files_at, load_at
from timeline_cli.history.git import GitFault, Repository
from timeline_cli.history.snapshot import contents_of
from timeline_cli.model import Timeline
from timeline_cli.query.question import read_period_on
from timeline_cli.reading.load import load_files
from timeline_cli.reading.search import find_files
from timeline_cli.text import clean

_LIKE_PATH = re.compile(r"[^\s:\"]*/[^\s:\"]*|[^\s:\"]+\.(?:ya?ml|jsonl?)", re.IGNORECASE)
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
    if not word or word.startswith("-"):
        raise UsageFault(f"{clean(word)} is not a version", "write a file, a folder or a revision")
    # Less than seven digits that begin the id of a commit may be a year.
    commit = _commit(settings, word)
    is_revision = bool(commit) and (len(word) >= 7 or not commit.startswith(word.lower()))
    if not is_revision and not any(sign in word for sign in _SIGNS):
        fault = _date_fault(settings, word)
        # For 03/22/2025, the question has the better hint.
        if _LIKE_PATH.fullmatch(word) and fault is not None and fault.hint.value is None:
            hint = Hint(f"check its spelling, or search for it: text:{word}", f"text:{word}")
            raise UsageFault(f"{clean(word)} is not a file, a folder or a revision", hint)
        return []
    parts = word.split("..." if "..." in word else "..", 1)
    is_known = all(_commit(settings, part) for part in parts if part)
    is_date = _date_fault(settings, word) is None
    if not is_known and (is_date or ":" in word):
        return []  # 2024..2025, value:5..9
    if is_date:
        raise UsageFault(f"{word} is a revision and a date", f"write --from {parts[0]} for the revision")
    if len(parts) == 1:
        return [Side(revision=word)]
    sides = [part or "HEAD" for part in parts]
    if "..." in word:
        repository = _repository(settings)
        sides[0] = repository.merge_base(*map(repository.commit, sides))
    return [Side(revision=side) for side in sides]


def _repository(settings: Settings) -> Repository:
    return Repository(Path(settings.files[0] if settings.files else "."))


def _commit(settings: Settings, word: str) -> str:
    """The id of the commit that a word names; empty if there is none."""
    try:
        return _repository(settings).commit(word)
    except GitFault:
        return ""


def _date_fault(settings: Settings, word: str) -> DateFault | None:
    """Why a word is not a date; None if it is one."""
    try:
        read_period_on(settings.today)(word, None)
    except DateFault as fault:
        return fault
    return None
