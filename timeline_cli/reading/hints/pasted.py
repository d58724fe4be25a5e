"""Characters pasted from documents, web pages and spreadsheets that YAML reads as something else.

Owns: bullets, special spaces, Markdown links, = and ; instead of : and a comma. Does not: look at lines other than the
error's and the one above it.
"""

from __future__ import annotations

import re
from typing import Any

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.parts import SOURCE_KEYS
from timeline_cli.fields.table import BY_KEY, FIELDS
from timeline_cli.hint import Hint
from timeline_cli.reading.parser_input import TOP_KEYS
from timeline_cli.scalars import in_braces

BULLETS = "–—•·‣▪●○*+"  # that texts use for list items
_KEYS = "|".join(field.key for field in FIELDS if field.is_decoded)
_BULLET = re.compile(rf"^(\s*)([{BULLETS}])\s*({_KEYS}):(?=\s)")
_OTHER_INDENT = re.compile(r"^[ \t]*([\u00a0\u2000-\u200a\u202f\u3000]+)[ \t\u00a0\u3000]*(?=\S)")
_AFTER_SIGN = re.compile(r"^(\s*(?:- +)?[\w.-]+:|\s*-)([\u00a0\u2000-\u200a\u202f\u3000]+)")
_MARKDOWN = re.compile(r"\[([^\[\]]+)\]\((\w+://[^\s()]+)\)")
_EQUALS = re.compile(rf"^(\s*(?:- +)?)(({_KEYS})(?:\s*=\s*|;\s+)(\S.*?))\s*$")


def bullet(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """An event that starts with a bullet instead of a dash."""
    for number in (row, row - 1):
        match = _BULLET.match(lines[number]) if 0 <= number < len(lines) else None
        if match is not None:
            return Diagnostic(
                "E004",
                f"an event starts with - and a space, not with {match[2]}",
                Location(file, number + 1, len(match[1]) + 1, 1),
                Hint(f"write - {match[3]}:"),
            )
    return None


def other_space(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A space character that YAML does not accept, before a line or after its key."""
    for number in (row, row - 1):
        if not 0 <= number < len(lines):
            continue
        before, behind = _OTHER_INDENT.match(lines[number]), _AFTER_SIGN.match(lines[number])
        found = before or behind
        if found is None:
            continue
        group = 1 if before else 2
        where = "before this line" if before else f"after the {'colon' if found[1][-1] == ':' else 'dash'}"
        # The right indentation is not certain.
        written = " " * len(found[1]) if before else " "
        return Diagnostic(
            "E004",
            f"there is a special space (U+{ord(found[group][0]):04X}) {where}",
            Location(file, number + 1, found.start(group) + 1, len(found[group])),
            Hint("replace it with plain spaces", written, certain=before is None),
        ).with_edit(written)
    return None


def mark_inside(place: Location) -> Diagnostic:
    """A byte order mark that is not at the start of the file."""
    return Diagnostic(
        "E003",
        "there is an invisible byte order mark inside the file",
        place,
        Hint("delete the mark; it is left from joining two files", "", certain=True),
    ).with_edit("")


def joined_file(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A byte order mark before a line, left by `cat` of two files."""
    number = next((number for number in (row, row - 1) if number >= 0 and lines[number].startswith("\ufeff")), None)
    return mark_inside(Location(file, number + 1)) if number is not None else None


def document_end(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A line of three dots, which ends the document although the file continues."""
    number = row - 1
    while number > 0 and (not lines[number].strip() or lines[number].lstrip().startswith("#")):
        number -= 1
    if number < 0 or re.match(r"\.\.\.(\s|$)", lines[number]) is None:
        return None
    hint = Hint("delete the line; to mark omitted text, write … or quote the dots", "")
    place = Location(file, number + 1, 1, 3)
    return Diagnostic("E004", "three dots end a YAML document, but the file continues below", place, hint).with_edit("")


def markdown(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """[title](link), a Markdown link."""
    match = _MARKDOWN.search(lines[row])
    if match is None:
        return None
    return Diagnostic(
        "E004",
        "this is a Markdown link",
        Location(file, row + 1, match.start() + 1, match.end() - match.start()),
        Hint(f"write {{title: {in_braces(match[1])}, url: {match[2]}}}"),
    )


def equals(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """date = 2025: without colons, YAML joins the lines of an event up to the first colon."""
    first = None
    for number in range(row, max(row - 6, -1), -1):
        match = _EQUALS.match(lines[number])
        if match is None and number < row:
            break
        first = (number, match) if match is not None else first
    if first is None:
        return None
    number, match = first
    return Diagnostic(
        "E004",
        f"{match[3]} needs a colon and a space after it",
        Location(file, number + 1, len(match[1]) + 1, len(match[2])),
        Hint(f"write a colon: {match[3]}: {match[4]}"),
    )


def semicolon(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """{a: "b"; c: d}: commas separate values."""
    mark: Any = getattr(error, "problem_mark", None)
    if "flow" not in str(getattr(error, "context", "")) or lines[row][mark.column : mark.column + 1] != ";":
        return None
    place = Location(file, row + 1, mark.column + 1, 1)
    return Diagnostic("E004", "a semicolon cannot separate values in { } and [ ]", place, Hint("write a comma instead"))


def name_without_colon(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A name without a colon, above the key that is next to it or below it."""
    if "mapping values are not allowed" not in str(error) or row == 0:
        return None
    key = re.match(r"( +)[^\s#:-][^:#]*:(?:\s|$)", lines[row])
    above = re.match(r"( *)([^\s#:-][^:#]*?)[;,]?\s*$", lines[row - 1])
    before = re.match(r"( *)(?:- +)?[^\s#:][^:]*:(.*)", lines[row - 2]) if row > 1 else None
    if key is None or above is None or len(key[1]) < len(above[1]):
        return None
    # Any other word may be the next line of a text.
    is_first = before is not None and len(before[1]) < len(above[1]) and not before[2].partition("#")[0].strip()
    is_next = before is not None and len(before[1]) >= len(above[1]) and len(above[1]) < len(key[1])
    if not is_first and not is_next and above[2] not in (*TOP_KEYS, *BY_KEY):
        return None
    place = Location(file, row, len(above[1]) + 1, len(above[2]))
    return Diagnostic("E004", f"{above[2]} needs a colon after it", place, Hint(f"write {above[2]}:"))


def key_below_word(error: Exception, lines: list[str], row: int, file: str) -> Diagnostic | None:
    """A key below a list item that is a plain word: the word needs a key too."""
    key = re.match(r"(\s*)([\w.-]+):(?:\s|$)", lines[row])
    item = re.match(r"(\s*- +)([^\s\"'\[{:#][^:#]*?)\s*$", lines[row - 1]) if row else None
    if key is None or item is None or len(item[1]) != len(key[1]) or "mapping values" not in str(error):
        return None
    own = "ref" if key[2] in SOURCE_KEYS else "name" if key[2] == "role" else ""
    if not own:
        return None
    place = Location(file, row, len(item[1]) + 1, len(item[2]))
    return Diagnostic(
        "E004", f"{item[2]} needs a key, like {key[2]}: below it", place, Hint(f"write - {own}: {item[2]}")
    )
