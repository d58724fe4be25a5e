"""Explain YAML syntax errors to the person who edits the file.

Owns: the usual cause of each parser error, judged by the lines around it. Does not: fix it.
"""

from __future__ import annotations

import re
from typing import Any

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.parts import FIGURE_KEYS, SOURCE_KEYS
from timeline_cli.fields.table import BY_KEY
from timeline_cli.hint import Hint, as_hint
from timeline_cli.reading.hints.brackets import colon_in_braces, unclosed_bracket
from timeline_cli.reading.hints.lines import after_bracket, after_quote, after_sign, escape, in_quotes, without_colon
from timeline_cli.reading.hints.pasted import (
    bullet,
    document_end,
    equals,
    joined_file,
    key_below_word,
    mark_inside,
    markdown,
    name_without_colon,
    other_space,
    semicolon,
)
from timeline_cli.scalars import quoted

_KEYS = frozenset((*BY_KEY, *FIGURE_KEYS, *SOURCE_KEYS))
_LINE_BREAK = re.compile("\r\n|[\n\r]")
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"(<{7,}|={7,}|>{7,}|\|{7,})( |$)")
_COLON_IN_VALUE = re.compile(r"^(\s*(?:- +)?[\w.-](?:[^:#\"'{\[]*[^\s:])?:\s+)([^\"'\[{|>&*#].*:(?: .*)?)$")
_ENTRY = re.compile(r" +[^-]*$")
_DASHED_KEY = re.compile(r"^(\s*)(-[A-Za-z]\w*:)(?:\s|$)")
_DASHED_WORD = re.compile(r"^(\s*)(-[^\W\d][^:#]*?)\s*$")
_OPEN_QUOTE = re.compile(r"""^\s*(?:- +)?(?:[\w.-]+:\s+)?(["'])""")


def split_lines(text: str) -> list[str]:
    """The lines of a file as the parser counts them."""
    return _LINE_BREAK.split(text)


def explain(error: Exception, data: bytes, file: str) -> Diagnostic:
    """The diagnostic for an error of the YAML parser on `data` (UTF-8)."""
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
    for explanation in _EXPLANATIONS:
        diagnostic = explanation(error, lines, row, file)
        if diagnostic is not None:
            return diagnostic
    words = ", ".join(part for part in (context, problem) if part and part != "None")
    return Diagnostic(
        "E004",
        f"invalid YAML: {words or 'the parser gave up'}",
        Location(file, row + 1, mark.column + 1),
        Hint("check the indentation, quotes and brackets of this line and the one above"),
    )


def _not_text(found: re.Match[str] | None, text: str, file: str, error: Exception) -> Diagnostic:
    if found is None:
        return Diagnostic("E004", f"invalid YAML: {error}", Location(file, 1))
    before = split_lines(text[: found.start()])
    place, number = Location(file, len(before), len(before[-1]) + 1), ord(found[0])
    if found[0] == "\ufeff":
        return mark_inside(place)
    escape = f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
    return Diagnostic(
        "E003",
        f"invalid character in text: U+{number:04X}",
        place,
        Hint(f'delete it, or write it as an escape in double quotes: "{escape}"'),
    )


def _conflict_marker(lines: list[str], row: int, file: str) -> Diagnostic | None:
    for number in range(max(0, row - 40), min(len(lines), row + 2)):
        if _CONFLICT.match(lines[number]):
            return conflict(file, number + 1)
    return None


def conflict(file: str, line: int) -> Diagnostic:
    """The diagnostic for a git conflict marker."""
    return Diagnostic(
        "E011",
        "conflict marker from a merge",
        Location(file, line, 1, 7),
        Hint("keep one side, then delete the lines <<<<<<<, ======= and >>>>>>>"),
    )


def _tab(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    for number in (row, row - 1):
        if 0 <= number < len(lines):
            indent = re.match(r"[ \t]*(?:-[ \t]+)?", lines[number])
            if indent is not None and "\t" in indent[0]:
                column = indent[0].index("\t") + 1
                return Diagnostic(
                    "E004",
                    "a tab cannot be used for indentation",
                    Location(file, number + 1, column),
                    Hint("indent with spaces; most editors can show and replace tabs"),
                )
    return None


def _dash(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A dash without a space after it: YAML reads it as part of the word."""
    for number in (row, row - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        match = _DASHED_KEY.match(line) or (_DASHED_WORD.match(line) if _is_in_list(lines, number) else None)
        if match is not None:
            return Diagnostic(
                "E004",
                "the dash needs a space after it",
                Location(file, number + 1, len(match[1]) + 1, len(match[2])),
                Hint(f"put a space after the dash: - {match[2][1:]}"),
            )
    return None


def _is_in_list(lines: list[str], number: int) -> bool:
    """Whether the line above starts an item in the column of this line's dash."""
    indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
    return number > 0 and lines[number - 1].startswith(f"{indent}- ")


def _colon(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    if "mapping values are not allowed" not in str(error):
        return None
    for number in (row, row - 1):
        match = _COLON_IN_VALUE.match(lines[number]) if 0 <= number < len(lines) else None
        if match is not None:
            value = match[2].rstrip()
            message = "YAML reads a colon and a space inside a value as a second key"
            place = Location(file, number + 1, len(match[1]) + 1, len(value))
            key = match[1].strip(" -")
            if amount := _amount_with_unit(key, value, message, place):
                return amount
            if any(other in BY_KEY for other in re.findall(r", *([\w-]+): ", value)):
                return Diagnostic("E004", message, place, Hint("write each key on its own line, or put all in { }"))
            if key[:-1] not in _KEYS and _ENTRY.match(match[1]) and re.match(r"[a-z_]+: \S", value):
                return Diagnostic("E004", message, place, Hint(f"write {{{value}}}", f"{{{value}}}"))
            if not _goes_on(lines, number):
                return in_quotes(message, place, "quote the value: ", value)
            hint = f"write >- after {key} and start the text on the next line, indented like the rest"
            return Diagnostic("E004", message, place, Hint(hint))
    return None


def _amount_with_unit(key: str, value: str, message: str, place: Location) -> Diagnostic | None:
    """94.0 billion, unit: USD as one value: the hint for an amount and its unit."""
    from timeline_cli.fields.hints.amounts import hint_for_amount

    in_short = key != "value:"
    hint = hint_for_amount(value, in_short) if " unit:" in value else Hint()
    if hint.value is None:
        return None
    found = Diagnostic("E004", message, place, hint)
    return found.with_edit(hint.value) if in_short else found


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether the value of a key continues on the next line, which is indented deeper and has no key."""
    if number + 1 >= len(lines):
        return False
    below, dashed = lines[number + 1], re.match(r"\s*(?:- +)?", lines[number])
    indent = len(below) - len(below.lstrip())
    return bool(below.strip()) and dashed is not None and indent > dashed.end() and not _KEY_OR_ITEM.match(below)


def _unclosed_quote(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """The first quote above the error that its line does not close, or that has text after it."""
    for number in range(max(0, row - 60), min(row + 1, len(lines))):
        match = _OPEN_QUOTE.match(lines[number])
        if match is None:
            continue
        quote, start = match[1], match.end()
        end = _closing(lines[number], quote, start)
        if end < 0 and (number + 1 >= len(lines) or _KEY_OR_ITEM.match(lines[number + 1])):
            return Diagnostic(
                "E004",
                f"the quotation mark {quote} is not closed on this line",
                Location(file, number + 1, start),
                Hint(f"add {quote} at the end of the value"),
            )
        rest = lines[number][end + 1 :] if end >= 0 else ""
        if number >= row - 1 and rest.strip() and not rest.lstrip().startswith(("#", ",", "]", "}", ":")):
            value = written = lines[number][start - 1 :].rstrip()
            # A quotation mark between a word and a space closes the first of several quotes; any other is inside one.
            is_one = rest[0] != " " or lines[number][end - 1] == " " or value.count(quote) % 2 == 1
            value = value[1:-1] if value.endswith(quote) and is_one else value
            value = value.replace(quote * 2, quote) if rest.startswith(quote) else value
            place = Location(file, number + 1, end + 2, len(rest.rstrip()))
            has_key = lines[number][: start - 1].rstrip().endswith(":")
            is_certain = has_key and value == written and " #" not in value
            hint = Hint(f"quote the whole value: {quoted(value)}", quoted(value), is_certain)
            found = Diagnostic("E004", "there is text after the closing quotation mark", place, hint)
            return found.with_edit(quoted(value), place._replace(column=start, width=len(written)))
    return _quote_to_the_end(error, lines, file)


def _quote_to_the_end(error: Exception, lines: list[str], file: str) -> Diagnostic | None:
    """An unclosed quote inside { } or [ ]: the parser knows where it opens, and reports it at the end."""
    start: Any = getattr(error, "context_mark", None)
    if start is None or "quoted scalar" not in str(getattr(error, "context", "")) or start.line >= len(lines):
        return None
    quote = lines[start.line][start.column : start.column + 1]
    if quote not in ("'", '"'):
        return None
    return Diagnostic(
        "E004",
        f"the quotation mark {quote} is not closed",
        Location(file, start.line + 1, start.column + 1),
        Hint(f"add {quote} at the end of the value"),
    )


_KEY_OR_ITEM = re.compile(r"^\s*(?:- |-$|[\w.-]+:(?:\s|$))|^\s*$")


def _closing(line: str, quote: str, start: int) -> int:
    """Where the quote opened before `start` is closed; -1 if it is not."""
    pattern = r'(?:\\.|[^"\\])*"' if quote == '"' else r"(?:''|[^'])*'(?!')"
    match = re.compile(pattern).match(line, start)
    return match.end() - 1 if match else -1


def _star_or_at(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A character that cannot start a plain value."""
    match = re.match(r"^(\s*(?:- +)?(?:[\w.-]+:\s+|- +)?)([@`%*&!].*)$", lines[row])
    mark: Any = getattr(error, "problem_mark", None)
    if match is not None:
        column, value = len(match[1]), match[2].strip()
    elif mark is not None and "cannot start any token" in str(error):
        value = re.split(r"[,\]}]", lines[row][mark.column :])[0]
        column, value = mark.column + len(value) - len(value.lstrip()), value.strip()
    else:
        return None
    key = re.match(r"(.[^:{\[\"']*?)\s*:(?:\s|$)", value) if ":" not in lines[row][:column] else None
    value, what = (key[1], "key") if key else (value, "plain value")
    place = Location(file, row + 1, column + 1, max(len(value), 1))
    return in_quotes(f"a {what} cannot start with {value[:1]}", place, "quote it: ", value)


def _indentation(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    words = str(error)
    mark: Any = getattr(error, "problem_mark", None)
    key = re.match(r"(\s*)([\w.-]+):(?:\s|$)", lines[row])
    above = re.match(r"(\s*(?:- +)?)([\w.-]+): +\S", lines[row - 1]) if row else None
    if "mapping values are not allowed" in words and key and above and len(key[1]) > len(above[1]):
        return Diagnostic(
            "E004",
            f"{key[2]}: is indented more than {above[2]}: above it",
            Location(file, row + 1, len(key[1]) + 1, len(key[2])),
            Hint(f"align the keys of one event: move it {len(key[1]) - len(above[1])} to the left"),
        )
    if "could not find expected ':'" in words:
        start = getattr(error, "context_mark", None) or mark
        return Diagnostic(
            "E004",
            "this line is neither `key: value` nor part of the value above",
            Location(file, start.line + 1, start.column + 1),
            Hint("write a colon and a space after a key; indent longer text below its key"),
        )
    if "expected <block end>" in words or "did not find expected" in words:
        return Diagnostic(
            "E004",
            "the indentation does not match the line above",
            Location(file, row + 1, mark.column + 1),
            as_hint(_hint_of_dash(lines, row) or _hint_of_misfit(key, above, lines[:row])),
        )
    return None


def _hint_of_dash(lines: list[str], row: int) -> str:
    """The hint for an event whose dash is not aligned, or a registry below events without a key."""
    first = next((match for line in lines[:row] if (match := re.match(r"( *)- +[\w.-]+:", line))), None)
    dash = re.match(r"( *)- +(?:id|date|title):", lines[row])
    if first is not None and dash is not None and dash[1] != first[1]:
        columns = len(dash[1]) - len(first[1])
        side = f"{columns} to the left" if columns > 0 else f"{-columns} to the right"
        return f"align the - of all events: move it {side}, and its keys with it"
    is_bare_list = first is not None and not any(line.startswith("events:") for line in lines[:row])
    if is_bare_list and re.match(r"(?:companies|people|places|types|sources):\s*(?:[#{].*)?$", lines[row]):
        return "with other keys in the file, write events: on a line above the first event"
    return ""


def _hint_of_misfit(key: re.Match[str] | None, above: re.Match[str] | None, before: list[str]) -> str:
    """The hint for a line that starts to the left of the one above; `key` matches the line if it is a key."""
    if key is not None and any(re.match(rf"{key[1]}- ", line) for line in before):
        new = f"write - {key[2]}: if a new event starts here; otherwise " if key[2] in BY_KEY else ""
        return f"{new}indent it like the keys above"
    missing = len(above[1]) - len(key[1]) if key and above else 0
    if missing:
        side = f"{missing} to the right" if missing > 0 else f"{-missing} to the left"
        return f"align {'the keys of one event' if missing > 0 else 'it with the line above'}: move it {side}"
    return "align the keys of one event, and the - of all events"


_EXPLANATIONS = (
    escape, joined_file, document_end, _tab, other_space, bullet, _dash, equals, name_without_colon, markdown,
    semicolon, without_colon, key_below_word, _colon, after_quote, _unclosed_quote, _star_or_at, after_sign,
    after_bracket, colon_in_braces, unclosed_bracket, _indentation,
)  # fmt: skip
