"""Review marks: comments at the end of a line that say what is unsure about a drafted value.

Owns: finding those that remain. Does not: judge the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline_cli.checks.selection import Asking
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.hint import Hint

_MARK = re.compile(rb"(?<=[ \t])#[ \t]*review:[ \t]*([^\r\n]*)")


def reviews(asking: Asking) -> Iterator[Diagnostic]:
    """Each mark that is left, at its place."""
    hint = Hint("correct the value, or keep it; then delete the comment")
    for place, _, reason in asking.places.texts.comments(_MARK, b"review:"):
        yield Diagnostic("W405", f"not reviewed yet: {reason.strip()}", place, hint)
