"""The difference of two texts as lines: what goes, what comes, and where.

Owns: its colours, and that it reads as `patch` and `git apply` take it. Refuses: to leave out a change.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.console import Line
from timeline_cli.text import clean_line

_STYLES = {"+": "hint", "-": "error", "@": "label"}


def diff_lines(name: str, before: str, after: str) -> Iterator[Line]:
    """A unified diff, nothing when both are the same."""
    from difflib import unified_diff

    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for row in unified_diff(old, new, f"a/{name.lstrip('/')}", f"b/{name.lstrip('/')}"):
        style = "heading" if row.startswith(("+++", "---")) else _STYLES.get(row[:1], "")
        yield [(clean_line(row.rstrip("\r\n").replace("\t", "    ")), style)]
        if not row.endswith(("\n", "\r")):
            yield [("\\ No newline at end of file", "dim")]
