"""Lists and mappings in [ ] and { } that are not closed, or have a second colon.

Owns: which bracket is reported. Does not: close it.
"""

from __future__ import annotations

import re
from typing import Any

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.hint import Hint
from timeline_cli.scalars import quoted


def colon_in_braces(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A colon inside a value of a mapping in { }. A missing comma looks the same, so the hint covers both."""
    mark: Any = getattr(error, "problem_mark", None)
    if "flow mapping" not in str(getattr(error, "context", "")) or not lines[row].startswith(": ", mark.column):
        return None
    found = re.search(r"[{,]\s*[\w.-]+:\s+([^\s\"'\[{,][^,{}\[\]]*)$", lines[row][: mark.column])
    if found is None:
        return None
    value = found[1] + re.split(r"[,\]}]", lines[row][mark.column :])[0].rstrip()
    return Diagnostic(
        "E004",
        "YAML reads a colon and a space inside a value as a second key",
        Location(file, row + 1, found.start(1) + 1, len(value)),
        Hint(f"quote the value, {quoted(value)}, or put a comma before the second key"),
    )


_CLOSING = {"[": "]", "{": "}"}


def unclosed_bracket(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """The first bracket above the error that is closed by another kind, or else not closed, found by counting."""
    if "flow" not in f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}":
        return None
    opened: list[tuple[str, int, int]] = []
    for number in range(max(0, row - 60), min(row + 1, len(lines))):
        text = re.sub(r'"(?:\\.|[^"\\])*"' + r"|'[^']*'", lambda quoted: " " * len(quoted[0]), lines[number])
        for column, char in enumerate(text.split(" #")[0]):
            if char in "[{":
                opened.append((char, number, column))
            elif char in "]}" and opened:
                expected = _CLOSING[opened.pop()[0]]
                if char != expected and number == row:
                    return _wrong_bracket(expected, char, Location(file, number + 1, column + 1))
    if not opened:
        return None
    char, number, column = opened[0]
    return Diagnostic(
        "E004",
        f"the {'list' if char == '[' else 'mapping'} that starts with {char} here is not closed properly",
        Location(file, number + 1, column + 1),
        Hint(f"end it with {_CLOSING[char]}, separate values with commas, and quote text with , [ ] {{ }} :"),
    )


def _wrong_bracket(expected: str, found: str, place: Location) -> Diagnostic:
    what, opening = ("list", "[") if expected == "]" else ("mapping", "{")
    return Diagnostic(
        "E004",
        f"{found} does not close the {what} that starts with {opening}",
        place,
        Hint(f"put {expected} before it, or replace it with {expected}"),
    )
