"""YAML's syntax errors in words that help the person who edits the file.

Owns: what each complaint of the parser usually means, judged by the lines around it. Refuses: to repair.
"""

from __future__ import annotations

import re
from typing import Any

from timeline_cli.diagnostics import Diagnostic, Location

# libyaml breaks lines at these too; line numbers must count as its marks do.
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")
_COLON_IN_VALUE = re.compile(r"^(\s*(?:- +)?[\w.-]+:\s+)([^\"'\[{|>&*#].*:(?: .*)?)$")
_OPEN_QUOTE = re.compile(r"""^\s*(?:- +)?(?:[\w.-]+:\s+)?(["'])""")


def split_lines(text: str) -> list[str]:
    """The lines of a file as the parser counts them."""
    return _LINE_BREAK.split(text)


def explain(error: Exception, data: bytes, file: str) -> Diagnostic:
    """The diagnostic for an error of the YAML parser on `data`, which is UTF-8."""
    text = data.decode("utf-8", "replace")
    found = _NOT_TEXT.search(text)
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None or (found is not None and "control characters" in str(error)):
        return _not_text(found, text, file, error)
    lines = split_lines(text)
    row = min(mark.line, len(lines) - 1)
    problem, context = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
    conflict = _conflict_marker(lines, row, file)
    if conflict is not None:
        return conflict
    for explanation in (_tab, _colon, _unclosed_quote, _star_or_at, _unclosed_bracket, _indentation):
        diagnostic = explanation(error, lines, row, file)
        if diagnostic is not None:
            return diagnostic
    words = ", ".join(part for part in (context, problem) if part and part != "None")
    return Diagnostic(
        "E004",
        f"this is not YAML: {words or 'the parser gave up'}",
        Location(file, row + 1, mark.column + 1),
        "check the indentation, the quotes and the brackets of this line and the one above",
    )


def _not_text(found: re.Match[str] | None, text: str, file: str, error: Exception) -> Diagnostic:
    if found is None:
        return Diagnostic("E004", f"this is not YAML: {error}", Location(file, 1))
    before = split_lines(text[: found.start()])
    return Diagnostic(
        "E003",
        f"a character that no text file should hold: U+{ord(found[0]):04X}",
        Location(file, len(before), len(before[-1]) + 1),
        'delete it; where it is meant, write it as an escape in double quotes: "\\x1b"',
    )


def _conflict_marker(lines: list[str], row: int, file: str) -> Diagnostic | None:
    for number in range(max(0, row - 40), min(len(lines), row + 2)):
        if _CONFLICT.match(lines[number]):
            return Diagnostic(
                "E011",
                "a merge left its conflict marker here",
                Location(file, number + 1, 1, len(lines[number])),
                "keep one side, then delete the lines <<<<<<<, ======= and >>>>>>>",
            )
    return None


def _tab(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    for number in (row, row - 1):
        if 0 <= number < len(lines):
            indent = re.match(r"[ \t]*", lines[number])
            if indent is not None and "\t" in indent[0]:
                column = indent[0].index("\t") + 1
                return Diagnostic(
                    "E004",
                    "a tab is used for indentation",
                    Location(file, number + 1, column),
                    "indent with spaces; most editors can show and replace tabs",
                )
    return None


def _colon(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    if "mapping values are not allowed" not in str(error):
        return None
    for number in (row, row - 1):
        match = _COLON_IN_VALUE.match(lines[number]) if 0 <= number < len(lines) else None
        if match is not None:
            value = match[2].rstrip()
            quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
            return Diagnostic(
                "E004",
                "a colon and a space inside a value make YAML see a second key",
                Location(file, number + 1, len(match[1]) + 1, len(value)),
                f"quote the value: {quoted}",
            )
    return None


def _unclosed_quote(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    words = str(error)
    if "quoted scalar" not in words and "expected <block end>" not in words and "':'" not in words:
        return None
    mark = getattr(error, "context_mark", None)
    first = mark.line if mark is not None and "quoted scalar" in words else row - 3
    for number in range(max(first, 0), min(row + 1, len(lines))):
        match = _OPEN_QUOTE.match(lines[number])
        rest = lines[number][match.end() :] if match else ""
        if match is not None and not re.search(rf"{match[1]}\s*(#.*)?$", rest) and match[1] not in rest.rstrip(",]} "):
            return Diagnostic(
                "E004",
                f"the quotation mark {match[1]} that opens here is not closed on this line",
                Location(file, number + 1, match.end()),
                f"add {match[1]} at the end of the value",
            )
    return None


def _star_or_at(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    match = re.match(r"^(\s*(?:- +)?(?:[\w.-]+:\s+|- +)?)([@`%*&!].*)$", lines[row])
    if match is None:
        return None
    return Diagnostic(
        "E004",
        f"a plain value cannot start with {match[2][0]}",
        Location(file, row + 1, len(match[1]) + 1, len(match[2])),
        f'quote it: "{match[2].strip()}"',
    )


def _unclosed_bracket(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    context = str(getattr(error, "context", ""))
    mark = getattr(error, "context_mark", None)
    if "flow" not in context or mark is None:
        return None
    is_list = "sequence" in context
    return Diagnostic(
        "E004",
        f"the {'list' if is_list else 'mapping'} that opens here with {'[' if is_list else '{'} is not closed properly",
        Location(file, mark.line + 1, mark.column + 1),
        f"end it with {']' if is_list else '}'}; values are separated by commas, and text with , [ ] {{ }} : is quoted",
    )


def _indentation(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    words = str(error)
    mark: Any = getattr(error, "problem_mark", None)
    if "could not find expected ':'" in words:
        start = getattr(error, "context_mark", None) or mark
        return Diagnostic(
            "E004",
            "a line that is neither `key: value` nor part of the value above",
            Location(file, start.line + 1, start.column + 1),
            "a key is followed by a colon and a space; longer text is indented below its key",
        )
    if "expected <block end>" in words or "did not find expected" in words:
        return Diagnostic(
            "E004",
            "this line does not fit under the one above it",
            Location(file, row + 1, mark.column + 1),
            "the keys of one event start in the same column, and each event with - in one column",
        )
    return None
