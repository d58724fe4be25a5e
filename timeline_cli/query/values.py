"""Values of a question as the shell passes them, for the parser and for completion.

Owns: what counts as one value, and where the last one starts. Does not: import what one of the two does not need.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

OPERATORS = frozenset({"and", "or", "not"})


def is_one_value(value: str) -> bool:
    """Whether the words after `field:` in one argument are one value: the shell has removed the quotes around them.

    They are unless they contain a quote, colon, parenthesis, and, or, not. `between A and B` is one value, and an
    apostrophe inside a word, as in McDonald's, opens no quotation.
    """
    words = value.lower().split()
    if "between" in words[:1]:
        words = [word for word in words if word != "and"]
    return not re.search(r"[\"“”:()]|(?<!\w)'", value) and OPERATORS.isdisjoint(words)


def leaves(value: Any) -> Iterator[str]:
    """Every text in a value of lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)


# Where the word being completed starts in an argument, by the rules of the parser.

_FIELD = re.compile(r"[A-Za-z][\w-]*:")
_PIECE = re.compile(r"[\s()]+|\"[^\"]*\"|[^\s()\"]+")


def last_token(argument: str) -> tuple[str, str]:
    """The argument up to its last token, and that token. `field:some words` is one."""
    field = _FIELD.match(argument)
    if field and is_one_value(argument[field.end() :]):
        return "", argument
    position = start = 0
    joined = False
    while position < len(argument):
        piece = _PIECE.match(argument, position)
        if piece is None:  # an open quotation mark takes the rest
            break
        if piece[0][0] in " \t()":
            joined = False
        elif not joined:
            start, joined = position, True
        position = piece.end()
    if not joined:
        start = position
    return argument[:start], argument[start:]


def last_value(rest: str) -> tuple[str, str, str]:
    """The complete values with their commas, the last one without its quotation mark, and that mark."""
    match = re.fullmatch(r"((?:(?:\"[^\"]*\"|'[^']*'|[^\s(),\"']?[^\s(),\"]*),)*)([\"']?)(.*)", rest, re.DOTALL)
    return (match[1], match[3], match[2]) if match else ("", rest, "")


def as_typed(question: str) -> str:
    """A question as it is typed in a shell: in quotes if a shell would take a character of it."""
    if not re.search(r"[|&;<>()$`\\\"'*?\[\]{}#~!]", question):
        return question
    field = _FIELD.match(question)
    if field and " " in question and is_one_value(question[field.end() :]):
        return " ".join(map(as_typed, question.split()))  # in one argument, all words would be its value
    # In single quotes, an apostrophe is hard to read and to type.
    is_possessive = "'" in question and not re.search(r"[$`\\\"!]", question)
    return f'"{question}"' if is_possessive else shlex.quote(question)
