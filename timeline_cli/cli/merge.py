"""`timeline merge`: merge two versions of a file of events, event by event and field by field.

Owns: its options and its exit code. Does not: read any file but the three.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from timeline_cli.cli.options import Settings
from timeline_cli.editing.new_file import reason
from timeline_cli.editing.output import put
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS, NothingToRead, UsageFault
from timeline_cli.history.git import GitFault, Repository
from timeline_cli.history.lines import Markers
from timeline_cli.history.merge import merge
from timeline_cli.reading.content import read_whole
from timeline_cli.text import clean, clean_lines, counted

_STYLES = ("merge", "diff3", "zdiff3")
_SIDES = ("ours", "base", "theirs")
_MOST = 1000  # characters of a marker


def run(
    settings: Settings,
    base: str | None,
    ours: str | None,
    theirs: str | None,
    output: str | None,
    marker_size: int | None,
    path: str | None,
    label: list[str] | None,
) -> int:
    """Print the merge of OURS and THEIRS, two versions that both come from BASE.

    What only one side changed is taken from it; where both changed the same thing differently, there are conflict
    markers. Exits with 0 if merged, 1 if markers are left, 2 if nothing was done. `timeline git --install` makes git
    use it.
    """
    if base is None or ours is None or theirs is None:
        raise UsageFault("merge takes three files", "write timeline merge BASE OURS THEIRS")
    size = 7 if marker_size is None else marker_size
    if not 1 <= size <= _MOST:
        raise UsageFault(f"--marker-size {size} is not a length", f"write a number from 1 to {_MOST}")
    name = path or ours
    merged = merge(name, _read(base), _read(ours), _read(theirs), Markers(_labels(label or []), size, _style()))
    if output is None:
        sys.stdout.flush()
        is_shown = sys.stdout.isatty()  # on a terminal, without controls and bidi marks
        sys.stdout.buffer.write(
            clean_lines(merged.data.decode("utf-8", "replace")).encode() if is_shown else merged.data
        )
    else:
        put(output, [merged.data])
    for note in merged.notes:
        settings.tell(note)
    if not merged.conflicts:
        return EXIT_DONE
    settings.tell(f"{clean(name)}: {counted(merged.conflicts, 'conflict')}; look for {'<' * min(size, 20)}", "warning")
    return EXIT_PROBLEMS


def _read(name: str) -> bytes:
    try:
        return read_whole(Path(name))
    except (OSError, ValueError) as error:
        raise NothingToRead(f"{clean(name)} cannot be read: {reason(error)}") from None


def _labels(given: list[str]) -> tuple[str, str, str]:
    """The labels of ours, base and theirs. A literal %X is none: older versions of git pass it as it is."""
    if len(given) > len(_SIDES):
        raise UsageFault("--label can be given three times", "for ours, base and theirs, in this order")
    labels = [label if label and not (len(label) == 2 and label[0] == "%") else "" for label in given]
    found = [" ".join(label.split()) or side for label, side in zip([*labels, "", "", ""], _SIDES, strict=False)]
    return found[0], found[1], found[2]


def _style() -> str:
    """merge.conflictStyle of git, if there is git."""
    with suppress(GitFault):
        style = Repository.setting("merge.conflictStyle")
        if style in _STYLES:
            return style
    return _STYLES[0]
