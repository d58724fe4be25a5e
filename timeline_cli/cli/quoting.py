"""Shell quoting: words without their quotes, and text that bash takes literally.

Owns: what a shell makes of a quotation mark or a backslash. Does not: expand or run anything.
"""

from __future__ import annotations

import re


def unquoted(line: str, escapes_in_single: bool = False) -> tuple[list[str], str]:
    """The words of a line without quotes, the last one perhaps empty, and the quotation mark still open, or "".

    Nothing is expanded. In fish a backslash counts within single quotes too.
    """
    words, quote, in_word = [""], "", False
    position = 0
    while position < len(line):
        char, following = line[position], line[position + 1 : position + 2]
        position += 1
        if char == "\\" and _escapes(quote, following, escapes_in_single):
            words[-1] += following
            position += 1
        elif quote:
            if char == quote[-1]:
                quote = ""
            else:
                words[-1] += char
        elif char in " \t\n":
            if in_word:
                words.append("")
            in_word = False
            continue
        elif char in "\"'":
            quote = char
        elif char == "$" and following == "'":
            quote = "$'"
            position += 1
        else:
            words[-1] += char
        in_word = True
    return words, quote


def _escapes(quote: str, following: str, escapes_in_single: bool) -> bool:
    if quote == '"':
        return following in ("$", "`", '"', "\\")
    return quote != "'" or (escapes_in_single and following in ("'", "\\"))


def bash_quoted(text: str, quote: str) -> str:
    """`text` as bash takes it literally, outside of quotes or inside of the open `quote`."""
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote == '"':
        # No backslash protects ! from history expansion within double quotes, so ! goes outside them.
        return re.sub(r'([$`"\\])', r"\\\1", text).replace("!", "\"'!'\"")
    return re.sub(r"([^\w@%+=:,./-])", lambda match: _escaped(match[0]), text)


def _escaped(char: str) -> str:
    return "\\" + char if char.isascii() else char
