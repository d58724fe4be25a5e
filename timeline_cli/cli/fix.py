"""`timeline check --fix` and `--diff`: what is certain, written into the files or only shown.

Owns: which files can be mended. Does not: write a file that is not the one that was checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from timeline_cli.checks.fixes import certain_fixes, fixed
from timeline_cli.checks.texts import Texts
from timeline_cli.cli.options import Settings
from timeline_cli.diagnostics import Diagnostic, Fix
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS
from timeline_cli.model import Timeline
from timeline_cli.reading.content import read_regular
from timeline_cli.reading.search import STDIN

_BOM = b"\xef\xbb\xbf"


class Mended(NamedTuple):
    """A file's bytes before and after, and how many fixes lie between them."""

    file: str
    before: bytes
    after: bytes
    fixes: int


def mend(timeline: Timeline, found: list[Diagnostic], texts: Texts, settings: Settings) -> int:
    """Write what is certain into the files; how many fixes that were or, for files saved meanwhile, will be.

    Raises NotWritten.
    """
    from timeline_cli.editing.write import Overtaken, replace_bytes

    count = 0
    for one in _mended(timeline, found, texts, settings):
        count += one.fixes
        try:
            replace_bytes(one.file, one.before, one.after)
        except Overtaken:
            settings.tell(f"{one.file} was saved meanwhile; it is read again")
        else:
            settings.tell(f"{one.file}: {one.fixes:,} mended")
    return count


def show_diff(timeline: Timeline, found: list[Diagnostic], texts: Texts, settings: Settings) -> int:
    """Print what --fix would write; 1 when there is anything."""
    from timeline_cli.views.diff import diff_lines

    mended = list(_mended(timeline, found, texts, settings))
    for one in mended:
        settings.out.write(diff_lines(one.file, one.before.decode(), one.after.decode()))
    total = sum(one.fixes for one in mended)
    settings.tell(f"--fix would mend {total:,} of {len(found):,}; nothing was written")
    return EXIT_PROBLEMS if mended else EXIT_DONE


def _mended(timeline: Timeline, found: list[Diagnostic], texts: Texts, settings: Settings) -> Iterator[Mended]:
    fixes: dict[str, list[Diagnostic]] = {}
    for problem in certain_fixes(found).values():
        fixes.setdefault(problem.location.file, []).append(problem)
    for file in (file for file in timeline.files if file in fixes):
        parts = _as_checked(file, texts)
        if parts is None:
            why = "standard input is no file" if file == STDIN else "only files in UTF-8 are mended"
            settings.tell(f"{file} is left as it is: {why}", "warning")
            continue
        mark, text = parts
        after, count = fixed(text, fixes[file])
        if count:
            yield Mended(file, mark + text, mark + after, count)


def writable(found: list[Diagnostic], texts: Texts) -> dict[Fix, Diagnostic]:
    """The fixes that --fix writes, with their problems: what is certain, in files that can be changed."""
    fixes = certain_fixes(found)
    files = {problem.location.file for problem in fixes.values()}
    left = {file for file in files if _as_checked(file, texts) is None}
    return {fix: problem for fix, problem in fixes.items() if problem.location.file not in left} if left else fixes


def _as_checked(file: str, texts: Texts) -> tuple[bytes, bytes] | None:
    """A file's byte order mark and its text; None for one that does not hold, as UTF-8, the text that was checked."""
    try:
        data = read_regular(Path(file)) if file != STDIN else None
    except (OSError, ValueError):
        return None
    mark = _BOM if data is not None and data.startswith(_BOM) else b""
    return (mark, data[len(mark) :]) if data is not None and data[len(mark) :] == texts.data(file) else None
