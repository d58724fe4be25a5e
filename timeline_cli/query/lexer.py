"""Splits the arguments of a question into tokens: words, quoted words, parentheses, fields with their values.

Owns: quotes, commas, and what is one value in the shell. Does not: accept unknown fields.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.errors import QueryFault, UsageFault
from timeline_cli.query.compile import fields
from timeline_cli.query.values import as_typed, is_one_value
from timeline_cli.spelling import did_you_mean

WORD, QUOTED, OPENING, CLOSING, FIELD = "word", "quoted", "(", ")", "field"

_FIELD = re.compile(r"([A-Za-z][\w-]*):")
_COMPARED = re.compile(r"([A-Za-z][\w-]*)(!=|[<>]=?|==?)(.*)")
# A number or a range in which a comma may be that of decimals.
_NUMBER = r"[^\s\w.,]{0,3}(?:[A-Z]{3})?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?[a-zA-Z]*[^\s\w.,]?"
_RANGE = rf"(?:{_NUMBER}\.\.)?{_NUMBER}|{_NUMBER}\.\.|\.\.{_NUMBER}"
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "«": "»"}


# Common names for fields that have another name here.
MEANT = {
    "title": "write text:…", "summary": "write text:…", "name": "write company:… or person:…",
    "year": "write date:2025, or 2025 alone", "month": "write date:2025-03, or 2025-03 alone",
    "on": "write date:2025-03-22, or the date alone", "since": "write since 2025, without the colon",
    "until": "write until 2025, without the colon", "before": "write before 2025, without the colon",
    "after": "write after 2025, without the colon", "from": "write from 2025, without the colon",
    "people": "write person:…", "companies": "write company:…", "location": "write place:…", "city": "write place:…",
    "figure": "write metric:… and value:…", "url": "write source:…", "quote": "write text:…",
}  # fmt: skip


class Token(NamedTuple):
    """`text` of a word, or the field's name; `values` of a field; the place in the query."""

    kind: str
    text: str
    column: int
    width: int
    values: tuple[str, ...] = ()


MAX_TOKENS = 500
MAX_LENGTH = 20_000  # characters: each word becomes a regular expression


def tokens(arguments: Sequence[str]) -> tuple[list[Token], str]:
    """The tokens of a query given as the arguments of a command, and its text. Raises QueryFault."""
    query = " ".join(arguments)
    found: list[Token] = []
    column = 0
    for argument in arguments:
        found += _tokens_of(argument, query, column)
        column += len(argument) + 1
    if sum(max(len(token.values), 1) for token in found) > MAX_TOKENS:
        raise UsageFault(f"the question has more than {MAX_TOKENS} words", "split it into shorter questions")
    if len(query) > MAX_LENGTH:
        raise UsageFault(f"the question has more than {MAX_LENGTH:,} characters", "write a shorter question")
    return found, query


def _tokens_of(argument: str, query: str, column: int) -> list[Token]:
    """The tokens of one argument of the shell."""
    match = _FIELD.match(argument)
    value = argument[match.end() :] if match else ""
    if match and " " in value.strip() and is_one_value(value):
        field = _known_field(match[1], query, column)
        return [Token(FIELD, field, column, len(argument), (" ".join(value.split()),))]
    return list(_Lexer(argument, query, column).tokens())


def _known_field(name: str, query: str, column: int) -> str:
    field = name.lower()
    if field in fields() or (field.startswith("x-") and len(field) > 2):
        return field
    near = did_you_mean(field, fields())
    hint = MEANT.get(field) or (near if near.value else None)
    if hint is None:
        hint = f"for the words, write text:'…' in quotes; the fields are {', '.join(fields())}"
    raise QueryFault(f"{name}: is not a field", hint, query, column, len(name) + 1)


class _Lexer:
    """Splits one argument into tokens."""

    def __init__(self, argument: str, query: str, offset: int) -> None:
        self.argument = argument
        self.query = query
        self.offset = offset
        self.position = 0

    def tokens(self) -> list[Token]:
        found: list[Token] = []
        while self.position < len(self.argument):
            char = self.argument[self.position]
            if char.isspace():
                self.position += 1
            elif char in "()":
                found.append(Token(char, char, self.offset + self.position, 1))
                self.position += 1
            elif char in _QUOTES:
                start = self.position
                text = self._quoted()
                found.append(Token(QUOTED, text, self.offset + start, self.position - start))
            else:
                found.append(self._word())
        return found

    def _quoted(self) -> str:
        start = self.position
        closing = _QUOTES[self.argument[start]]
        end = self.argument.find(closing, start + 1)
        if end < 0:
            raise QueryFault(
                "this quotation mark is not closed",
                f"add {closing} after the quoted words",
                self.query,
                self.offset + start,
            )
        self.position = end + 1
        return self.argument[start + 1 : end]

    def _word(self) -> Token:
        start = self.position
        match = _FIELD.match(self.argument, start)
        if match is None:
            text = self._run(r"[^\s()\"]+")
            negated = _FIELD.match(text, 1) if text[0] in "!-" else None
            if negated and negated[1].lower() in fields():
                raise QueryFault(
                    f"{text[0]} does not exclude a term", f"write not {text[1:]}", self.query, self.offset + start
                )
            self._refuse_compared(text, start)
            return Token(WORD, text, self.offset + start, len(text))
        field = _known_field(match[1], self.query, self.offset + start)
        self.position = match.end()
        if field == "value":
            self._refuse_comma(start)
        values = self._values()
        if not values or not all(value.strip() for value in values):
            raise self._without_value(field, values, start, match.end())
        return Token(FIELD, field, self.offset + start, self.position - start, values)

    def _refuse_comma(self, start: int) -> None:
        """Refuse the comma inside a number, which would separate two: 1,000,000 or 1,5bn.. but not 5bn,8bn."""
        match = re.compile(r"[^\s()\"]*").match(self.argument, self.position)
        written = match[0] if match else ""
        plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", written)
        for piece in re.split(r",(?!\d)|(?<!\d),", plain):
            if re.fullmatch(_RANGE, piece) and "," in piece and re.search(r"[^\d,]", piece):
                plain = plain.replace(piece, re.sub(r"\.(?=\d{3}(?:\.|,))", "", piece).replace(",", "."))
        if plain != written:
            reason, end = f"a comma separates values, so {written} would be several", self.position + len(written)
            hint = f"write {as_typed(f'value:{plain}')}, without the comma"
            raise QueryFault(reason, hint, self.query, self.offset + start, end - start)

    def _without_value(self, field: str, values: tuple[str, ...], start: int, end: int) -> QueryFault:
        """The fault of a field without a value after its colon, or on one side of a comma."""
        given = ",".join(value for value in values if value.strip())
        if given:
            reason = f"a comma of {field}: has no value on one side"
            hint = f"write {field}:{given},VALUE, without a space next to the comma"
            return QueryFault(reason, hint, self.query, self.offset + start, self.position - start)
        opens = self.argument[self.position : self.position + 1] == "("
        hint = f"write {field}:a,b or {as_typed(f'({field}:a or {field}:b)')}"
        hint = hint if opens else f"write the value right after the colon: {field}:VALUE"
        return QueryFault(f"{field}: has no value", hint, self.query, self.offset + start, end - start)

    def _refuse_compared(self, text: str, start: int) -> None:
        """Refuse company=xiaomi and value>100, which would be searched as words."""
        match = _COMPARED.match(text)
        if match is None or match[1].lower() not in fields():
            return
        field, value = match[1].lower(), match[3] or "VALUE"
        written = {">": f"{value}..", "<": f"..{value}"}.get(match[2][:1], value)
        term = f"{field}:{written}" if match[2] != "!=" else f"not {field}:{written}"
        raise QueryFault(
            f"{match[2]} cannot separate a field and its value", f"write {term}", self.query,
            self.offset + start, len(text),
        )  # fmt: skip

    def _values(self) -> tuple[str, ...]:
        values = []
        while True:
            char = self.argument[self.position : self.position + 1]
            values.append(self._quoted() if char and char in _QUOTES else self._run(r"[^\s(),\"]*"))
            if self.argument[self.position : self.position + 1] != ",":
                return tuple(values)
            self.position += 1

    def _run(self, pattern: str) -> str:
        match = re.compile(pattern).match(self.argument, self.position)
        text = match[0] if match else ""
        self.position += len(text)
        return text
