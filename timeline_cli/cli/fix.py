"""`timeline check --fix` and `--diff`: apply or preview the fixes that are certain.

Owns: which files can be fixed. Does not: write to a file that changed after the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from timeline_cli.checks import Checked
from timeline_cli.checks.fixes import certain_fixes, fixed, sound_lines
from timeline_cli.checks.texts import Texts
from timeline_cli.cli.options import Settings
from timeline_cli.diagnostics import Diagnostic, Fix
from timeline_cli.model import Timeline
from timeline_cli.reading.content import read_regular
from timeline_cli.reading.search import STDIN
from timeline_cli.text import byte_order_mark

# Checks the files, those in the mapping with these bytes instead of what is on disk.
Checking = Callable[[Mapping[str, bytes]], Checked]

_MOST_PASSES = 10  # fixing one problem may reveal the next
_MOST_TRIES = 10  # while another program saves


class FixedFile(NamedTuple):
    """A file's byte order mark, its text before and after, and the problems that are fixed."""

    file: str
    mark: bytes
    before: bytes
    after: bytes
    solved: list[Diagnostic]


def write_fixes(checked: Checking, settings: Settings) -> None:
    """Write the certain fixes. Raises NotWritten."""
    from timeline_cli.editing.write import Overtaken, replace_bytes

    for _ in range(_MOST_TRIES):
        is_done = True
        for one in _after_all_passes(checked, settings)[0]:
            try:
                replace_bytes(one.file, one.mark + one.before, one.mark + one.after)
            except Overtaken:
                settings.tell(f"{one.file} was saved by another program; reading it again")
                is_done = False
            else:
                settings.tell(f"{one.file}: {len(one.solved):,} fixed")
        if is_done:
            return


def show_diff(checked: Checking, settings: Settings) -> bool:
    """Print what --fix would write; whether that is anything."""
    from timeline_cli.views.diff import write_diff

    files, left = _after_all_passes(checked, settings)
    for one in files:
        write_diff(settings.out, one.file, (one.mark + one.before).decode(), (one.mark + one.after).decode())
    total = sum(len(one.solved) for one in files)
    settings.tell(
        f"{total:,} of {total + left:,} would be fixed; nothing was written" if total + left else "no problems"
    )
    return bool(files)


def _after_all_passes(checked: Checking, settings: Settings) -> tuple[list[FixedFile], int]:
    """The files with fixes, with those that others reveal, and how many problems are left."""
    done: dict[str, FixedFile] = {}
    found: list[Diagnostic] = []
    for number in range(_MOST_PASSES):
        timeline, found, texts = checked({file: one.after for file, one in done.items()})
        fixed_files = list(_fixed_files(timeline, found, texts, None if number else settings.tell, done))
        if not fixed_files:
            break
        for one in fixed_files:
            first = done.get(one.file)
            done[one.file] = one._replace(before=first.before, solved=first.solved + one.solved) if first else one
    return list(done.values()), len(found)


def _fixed_files(
    timeline: Timeline,
    found: list[Diagnostic],
    texts: Texts,
    tell: Callable[[str, str], None] | None = None,
    done: Mapping[str, FixedFile] = MappingProxyType({}),
) -> Iterator[FixedFile]:
    """Each file that has certain fixes; `tell` says which cannot be changed, and why. `done` are the passes before."""
    fixes: dict[str, list[Diagnostic]] = {}
    for problem in certain_fixes(found).values():
        fixes.setdefault(problem.location.file, []).append(problem)
    for file in (file for file in timeline.files if file in fixes):
        parts = (done[file].mark, done[file].after) if file in done else _as_checked(file, texts)
        if parts is None:
            if tell is not None:
                why = "standard input cannot be changed" if file == STDIN else "it is not UTF-8"
                tell(f"{file} is unchanged: {why}", "warning")
            continue
        mark, text = parts
        after, solved = fixed(text, fixes[file], sound_lines(timeline, file))
        if solved:
            yield FixedFile(file, mark, text, after, solved)


def writable(timeline: Timeline, found: list[Diagnostic], texts: Texts) -> dict[Fix, Diagnostic]:
    """The fixes that --fix writes, with their problems."""
    solved = (problem for one in _fixed_files(timeline, found, texts) for problem in one.solved)
    return {problem.fix: problem for problem in solved if problem.fix is not None}


def _as_checked(file: str, texts: Texts) -> tuple[bytes, bytes] | None:
    """A file's byte order mark and its text; None if it is not the text that was checked, in UTF-8."""
    try:
        data = read_regular(Path(file)) if file != STDIN else None
    except (OSError, ValueError):
        return None
    if data is None:
        return None
    mark, encoding = byte_order_mark(data)
    text = data[len(mark) :]
    return (mark, text) if encoding in ("", "utf-8") and text == texts.data(file) else None
