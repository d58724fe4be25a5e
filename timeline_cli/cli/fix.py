"""`timeline check --fix` and `--diff`: apply or preview the fixes that are certain.

Owns: which files can be fixed. Does not: write to a file that changed after the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from timeline_cli.checks.fixes import certain_fixes, fixed, sound_lines
from timeline_cli.checks.texts import Texts
from timeline_cli.cli.options import Settings
from timeline_cli.diagnostics import Diagnostic, Fix
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS
from timeline_cli.model import Timeline
from timeline_cli.reading.content import read_regular
from timeline_cli.reading.search import STDIN
from timeline_cli.text import byte_order_mark


class FixedFile(NamedTuple):
    """A file's bytes before and after, and the problems that are fixed."""

    file: str
    before: bytes
    after: bytes
    solved: list[Diagnostic]


def write_fixes(timeline: Timeline, found: list[Diagnostic], texts: Texts, settings: Settings) -> int:
    """Write the certain fixes; return how many were written or, for files saved meanwhile, will be.

    Raises NotWritten.
    """
    from timeline_cli.editing.write import Overtaken, replace_bytes

    count = 0
    for one in _fixed_files(timeline, found, texts, settings.tell):
        count += len(one.solved)
        try:
            replace_bytes(one.file, one.before, one.after)
        except Overtaken:
            settings.tell(f"{one.file} was saved by another program; reading it again")
        else:
            settings.tell(f"{one.file}: {len(one.solved):,} fixed")
    return count


def show_diff(timeline: Timeline, found: list[Diagnostic], texts: Texts, settings: Settings) -> int:
    """Print what --fix would write; 1 if that is anything."""
    from timeline_cli.views.diff import diff_lines

    fixed_files = list(_fixed_files(timeline, found, texts, settings.tell))
    for one in fixed_files:
        settings.out.write(diff_lines(one.file, one.before.decode(), one.after.decode()))
    total = sum(len(one.solved) for one in fixed_files)
    settings.tell(f"{total:,} of {len(found):,} would be fixed; nothing was written")
    return EXIT_PROBLEMS if fixed_files else EXIT_DONE


def _fixed_files(
    timeline: Timeline, found: list[Diagnostic], texts: Texts, tell: Callable[[str, str], None] | None = None
) -> Iterator[FixedFile]:
    """Each file that has certain fixes; `tell` says which cannot be changed, and why."""
    fixes: dict[str, list[Diagnostic]] = {}
    for problem in certain_fixes(found).values():
        fixes.setdefault(problem.location.file, []).append(problem)
    for file in (file for file in timeline.files if file in fixes):
        parts = _as_checked(file, texts)
        if parts is None:
            if tell is not None:
                why = "standard input cannot be changed" if file == STDIN else "it is not UTF-8"
                tell(f"{file} is unchanged: {why}", "warning")
            continue
        mark, text = parts
        after, solved = fixed(text, fixes[file], sound_lines(timeline, file))
        if solved:
            yield FixedFile(file, mark + text, mark + after, solved)


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
