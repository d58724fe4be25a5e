"""Mistakes within one line that YAML reads as something else: a key without its colon, text in brackets.

Owns: recognizing each of them. Does not: look at lines other than the error's and the one above it.
"""

from __future__ import annotations

import re
from typing import Any

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.parts import FIGURE_KEYS, SOURCE_KEYS
from timeline_cli.fields.table import FIELDS
from timeline_cli.hint import Hint
from timeline_cli.scalars import quoted

_KEYS = "|".join([*(field.key for field in FIELDS if field.is_decoded), *FIGURE_KEYS, *SOURCE_KEYS])
_NO_COLON = re.compile(rf"^(\s*(?:- +)?)(({_KEYS})(:(?=\S)|：|(?<=\w)[ \t\xa0]+(?=\S))\s*(.*?))\s*$")
_VALUE = r"^(\s*(?:- +)?(?:[\w.-]+:\s+)?)"
_BRACKETED = re.compile(_VALUE + r"([\[{].*?)\s*$")
_MARKED = re.compile(_VALUE + r"(\?|[-?] .*?)\s*$")
_COMPARED = re.compile(_VALUE + r"([|>][^\s+\-#].*?|>>|\|\|)\s*$")
_BLOCK = re.compile(r"^(\s*(?:- +)?[\w.-]+:\s+)([|>])[-+]?\s+(\S.*?)\s*$")


def without_colon(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A key without a colon and a space, which makes the key and its value one text."""
    start: Any = getattr(error, "context_mark", None)
    told = start.line if start is not None and "expected ':'" in str(error) else -1
    for number in (told, row, row - 1):
        match = _NO_COLON.match(lines[number]) if 0 <= number < len(lines) else None
        # Lines of a longer text may start with a word that is also a key.
        if match is None or (match[4].isspace() and number != told and "-" not in match[1]):
            continue
        missing = "space after the colon" if match[4] == ":" else "colon and a space after the key"
        return Diagnostic(
            "E004",
            f"{match[3]} needs a colon and a space after it",
            Location(file, number + 1, len(match[1]) + 1, len(match[2])),
            Hint(f"add a {missing}: {match[3]}: {match[5]}"),
        )
    return None


def after_bracket(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A value that starts with brackets, with text after them: [Update] Acme opens a plant."""
    match = _BRACKETED.match(lines[row])
    mark: Any = getattr(error, "problem_mark", None)
    end = _end_of_bracket(match[2]) if match is not None else 0
    if match is None or not end or not match[2][end:].strip() or mark.column < len(match[1]) + end:
        return None
    rest, column = match[2][end:].strip(), len(match[1]) + 1
    last = match[2][end - 1]
    if not rest.strip("]},"):
        place = Location(file, row + 1, len(match[1]) + match[2].index(rest, end) + 1, len(rest))
        return Diagnostic("E004", f"{rest} closes nothing", place, Hint("delete it"))
    place = Location(file, row + 1, column, len(match[2]))
    message = f"there is text after the closing {last}"
    if rest[0] in "[{,:":
        return Diagnostic("E004", message, place, Hint(f"quote the whole value, or move the text before the {last}"))
    return in_quotes(message, place, "quote it: ", match[2], is_clear=last == "]")


def escape(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A backslash in double quotes that is not a valid escape: "C:\\Users"."""
    start: Any = getattr(error, "context_mark", None)
    if "escape" not in str(error) and "hex" not in str(error):
        return None
    begin = start.column if start is not None and start.line == row else 0
    bad = next((match for match in _ESCAPE.finditer(lines[row], begin) if match[1] is None), None)
    column = bad.start() if bad is not None else begin
    found = Diagnostic(
        "E004",
        "this is not a valid escape",
        Location(file, row + 1, column + 1, 2),
        Hint("write the character itself or \\U0001F680 with eight digits, or double the backslash: \\\\"),
    )
    whole = re.compile(r'"((?:\\"|[^"])*)"').match(lines[row], begin)
    if whole is None or "'" in whole[1] or '\\"' in whole[1]:
        return found
    written = f"'{whole[1]}'"
    place = Location(file, row + 1, begin + 1, len(whole[0]))
    hint = Hint(f"use single quotes to keep the backslashes: {written}", written)
    return found._replace(hint=hint).with_edit(written, place)


_ESCAPE = re.compile(
    r'\\([0abt\tnvfre "/\\N_LP]|x[0-9A-Fa-f]{2}|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}|U00(?:0\d|10)[0-9A-Fa-f]{4})?'
)


def after_quote(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A text inside { } or [ ] that starts with a quotation, with more text after it."""
    mark: Any = getattr(error, "problem_mark", None)
    if "flow" not in str(getattr(error, "context", "")):
        return None
    for match in _QUOTED_FIRST.finditer(lines[row]):
        if match.start(2) <= mark.column <= match.end(2):
            quotes = _INNER_QUOTES.match(lines[row], match.start(1))
            value = quotes[0] if quotes is not None else match[1] + match[2].rstrip()
            whole = quoted(value) if quotes is None else f'"{quotes[1].replace(chr(34), chr(92) + chr(34))}"'
            place = Location(file, row + 1, match.start(2) + 1, len(match[2].rstrip()))
            hint = Hint(f"quote the whole value: {whole}", whole)
            found = Diagnostic("E004", "there is text after the closing quotation mark", place, hint)
            return found.with_edit(whole, place._replace(column=match.start(1) + 1, width=len(value)))
    return None


_INNER_QUOTES = re.compile(r'"([^"\\]*"[^"\\]*"[^"\\]*)"(?=\s*[,}\]])')  # "He said "yes""
_QUOTED_FIRST = re.compile(r"""(?:[:,\[{]\s*)("(?:\\.|[^"\\])*")(\s*[^\s,:\]}"][^\]}"]*)""")


def _end_of_bracket(value: str) -> int:
    """Where the first bracket of a value closes; 0 if not on this line, or by another kind."""
    opened: list[str] = []
    for match in re.finditer(r'"(?:\\.|[^"\\])*"|[\[{\]}]', value):
        if match[0] in "[{":
            opened.append("]" if match[0] == "[" else "}")
        elif match[0] in "]}" and opened.pop() != match[0]:
            return 0
        if not opened:
            return match.end()
    return 0


def after_sign(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A value that starts with a YAML indicator for lists or block text: - ? | >."""
    words = str(error)
    marked = _MARKED.match(lines[row]) if "are not allowed in this context" in words else None
    if marked is not None:
        message = f"a value next to its key cannot start with {marked[2][0]} and a space"
        place = Location(file, row + 1, len(marked[1]) + 1, len(marked[2]))
        if marked[2] == "?":
            return Diagnostic("E004", "? alone begins a key in YAML", place, _of_unknown(marked[1]))
        if marked[2][0] == "?":
            return in_quotes(message, place, "quote the text: ", marked[2])
        hint = Hint(f"quote the text, {quoted(marked[2])}, or start a list on the next line", quoted(marked[2]))
        return Diagnostic("E004", message, place, hint).with_edit(quoted(marked[2]))
    block = _BLOCK.match(lines[row]) if "block scalar" in words else None
    if block is not None and re.match(r"> ?[\d$€£]", block[2] + block[3]):
        text = lines[row][block.start(2) : block.end(3)]
        return _compared(text, Location(file, row + 1, block.start(2) + 1, len(text)))
    compared = _COMPARED.match(lines[row]) if "block scalar" in words and block is None else None
    if compared is not None:
        return _compared(compared[2], Location(file, row + 1, len(compared[1]) + 1, len(compared[2])))
    if block is None:
        return None
    return Diagnostic(
        "E004",
        f"there is text after {block[2]}, which starts a block of text on the next line",
        Location(file, row + 1, block.start(3) + 1, len(block[3])),
        Hint(f"delete {block[2]}, or move the text to the next line, indented below its key"),
    )


def _of_unknown(ahead: str) -> Hint:
    """What to write for ? as the value of a key."""
    if ahead.strip(" -:") != "date":
        return Hint("leave the key out until its value is known")
    from timeline_cli.dates.faults import DateFault
    from timeline_cli.dates.hints.forms import explained

    return explained("?", DateFault("E102", "")).hint


def _compared(text: str, place: Location) -> Diagnostic:
    """A value such as >= 10 days: write over for an amount, quote any other text."""
    from timeline_cli.fields.hints.amounts import hint_for_amount

    message = f"a value cannot start with {text[0]}, which starts a block of text on the next line"
    amount = hint_for_amount(text) if re.match(r">=?\s*[\d$€£]", text) else Hint()
    if amount.value is None:
        return in_quotes(message, place, "quote it: ", text)
    hint = Hint(f"{amount}; quote any other text: {quoted(text)}", quoted(text))
    return Diagnostic("E004", message, place, hint).with_edit(quoted(text))


def in_quotes(message: str, place: Location, offer: str, text: str, is_clear: bool = True) -> Diagnostic:
    """A text that YAML accepts only in quotes; not certain if it may have a comment, or be a list."""
    is_text = is_clear and " #" not in text and "{" not in text and text[:1] not in "*&!"
    hint = Hint(offer + quoted(text), quoted(text), is_text)
    return Diagnostic("E004", message, place, hint).with_edit(quoted(text))
