"""The words of a question to its tree.

Owns: the grammar below. Refuses: leftover words, unknown fields, and dates that are only half understood.

    query := either
    either := both ("or" both)*
    both  := one ("and"? one)*                     side by side means and
    one   := "not" one | "(" either ")" | term
    term  := FIELD ":" value ("," value)* | date | WORD | "quoted words"
    value := WORD | "quoted words"

`not` binds tightest, then `and`, then `or`. A word or quoted words without a field are text. The longest
complete phrase of bare words that holds a year, or begins with since, until, before, after, between, from,
last, this, next, today, yesterday or tomorrow, is a date. The shell removes quotes: an argument
`field:some words` without quote, colon, parenthesis, and, or, not among the words is one value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.phrases import longest_phrase, parse_phrase
from timeline_cli.errors import QueryFault, UsageFault
from timeline_cli.query.compile import fields
from timeline_cli.query.tree import And, Not, Or, Term, Tree
from timeline_cli.query.values import OPERATORS, is_one_value
from timeline_cli.text import did_you_mean

WORD, QUOTED, OPENING, CLOSING, FIELD = "word", "quoted", "(", ")", "field"
MAX_DEPTH = 50
MAX_TOKENS = 500
MAX_PHRASE = 24  # words of a date

_FIELD = re.compile(r"([A-Za-z][\w-]*):")
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "«": "»"}
# Any fiscal calendar serves to see where a phrase ends; the real one is looked up later.
_SOME_FISCAL_YEAR = FiscalYear(12)


# What people type for a field that goes by another name.
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


def parse(arguments: Sequence[str], today: date) -> Tree | None:
    """The tree of a query given as the arguments of a command. None for an empty one. Raises QueryFault."""
    query = " ".join(arguments)
    tokens: list[Token] = []
    column = 0
    for argument in arguments:
        tokens += _argument(argument, query, column)
        column += len(argument) + 1
    if not tokens:
        return None
    if len(tokens) > MAX_TOKENS:
        raise UsageFault(f"the question has more than {MAX_TOKENS} words", "ask it in parts")
    return _Parser(tokens, query, today).query()


def _argument(argument: str, query: str, column: int) -> list[Token]:
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
    hint = MEANT.get(field, "") or did_you_mean(field, fields())
    if not hint.startswith(("did", "write")):
        hint = f"for the words write text:'…', in quotes; the fields are {', '.join(fields())}"
    raise QueryFault(f"{name}: is not a field", hint, query, column, len(name) + 1)


class _Lexer:
    """Cuts one argument into tokens."""

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
                f"add {closing} after the words that belong together",
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
                    f"{text[0]} does not turn a term around", f"write not {text[1:]}", self.query, self.offset + start
                )
            return Token(WORD, text, self.offset + start, len(text))
        field = _known_field(match[1], self.query, self.offset + start)
        self.position = match.end()
        digits = re.compile(r"[\d.]*\d,\d{3}(?!\d)").match(self.argument, self.position) if field == "value" else None
        if digits is not None:
            plain = digits[0].replace(",", "")
            raise QueryFault(
                f"a comma separates values, so {digits[0]} would be two", f"write value:{plain}, without the comma",
                self.query, self.offset + start, digits.end() - start,
            )  # fmt: skip
        values = self._values()
        if not values or not all(value.strip() for value in values):
            opens = self.argument[self.position : self.position + 1] == "("
            raise QueryFault(
                f"{field}: has no value",
                f"write {field}:a,b or ({field}:a or {field}:b)"
                if opens
                else f"write the value right after the colon: {field}:VALUE",
                self.query,
                self.offset + start,
                match.end() - start,
            )
        return Token(FIELD, field, self.offset + start, self.position - start, values)

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


class _Parser:
    """Recursive descent over the tokens; one method a rule of the grammar."""

    def __init__(self, tokens: list[Token], query: str, today: date) -> None:
        self.tokens = tokens
        self.query_text = query
        self.today = today
        self.position = 0
        self.depth = 0

    def query(self) -> Tree:
        tree = self.either()
        token = self.peek()
        if token is not None:
            raise self.fault("this parenthesis closes nothing", "remove it, or open one before", token)
        return tree

    def either(self) -> Tree:
        parts = [self.both()]
        while self.take_operator("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self) -> Tree:
        parts = [self.one()]
        while True:
            joined = self.take_operator("and")
            token = self.peek()
            if not joined and (token is None or token.kind == CLOSING or self.is_operator(token, "or")):
                return parts[0] if len(parts) == 1 else And(tuple(parts))
            parts.append(self.one())

    def one(self) -> Tree:
        token = self.peek()
        if token is None or token.kind == CLOSING or self.is_operator(token, "or") or self.is_operator(token, "and"):
            raise self.missing(token)
        if self.take_operator("not"):
            return self.nested(lambda: Not(self.one()), token)
        if token.kind == OPENING:
            self.position += 1
            tree = self.nested(self.either, token)
            closing = self.peek()
            if closing is None:
                raise self.fault("this parenthesis is not closed", "add ) where the group ends", token)
            self.position += 1
            return tree
        return self.term(token)

    def nested(self, rule: Callable[[], Tree], token: Token) -> Tree:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fault("the question is nested too deeply", "ask it in two steps", token)
        tree = rule()
        self.depth -= 1
        return tree

    def term(self, token: Token) -> Tree:
        if token.kind == FIELD:
            self.position += 1
            return self.made(token.text, token.values, token, token)
        if token.kind == QUOTED:
            self.position += 1
            if not token.text.strip():
                raise self.fault(
                    "there are no words between these quotation marks", "write some, or remove them", token
                )
            return self.made("text", (token.text,), token, token)
        return self.date_or_text(token)

    def date_or_text(self, token: Token) -> Tree:
        """The longest date phrase from here on, else the word as text."""
        run = []
        for later in self.tokens[self.position : self.position + MAX_PHRASE]:
            if later.kind != WORD:
                break
            run.append(later)
        try:
            found = longest_phrase([word.text for word in run], self.today, _SOME_FISCAL_YEAR)
        except DateFault as fault:
            hint = fault.hint if "text:" in fault.hint else f"{fault.hint}; if the word is meant: text:{token.text}"
            raise self.fault(fault.message, hint, token) from None
        if found is None:
            self.refuse_doubtful([word.text for word in run], token)
            self.position += 1
            return self.made("text", (token.text,), token, token)
        count = found[0]
        self.position += count
        words = run[:count]
        return self.made("date", (" ".join(word.text for word in words),), words[0], words[-1])

    def refuse_doubtful(self, words: list[str], token: Token) -> None:
        """Raise QueryFault for words that the rule takes as text, but that are a whole date as well: 3 years ago."""
        for count in range(min(len(words), 6), 1, -1):
            phrase = " ".join(words[:count])
            try:
                parse_phrase(phrase, self.today, _SOME_FISCAL_YEAR)
            except DateFault:
                continue
            raise self.fault(f"{phrase} may be a date or words", f'write date:"{phrase}" or text:"{phrase}"', token)

    def made(self, field: str, values: tuple[str, ...], first: Token, last: Token) -> Term:
        return Term(field, values, self.query_text, first.column, last.column + last.width - first.column)

    def peek(self) -> Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def is_operator(self, token: Token, word: str) -> bool:
        return token.kind == WORD and token.text.lower() == word

    def take_operator(self, word: str) -> bool:
        token = self.peek()
        if token is not None and self.is_operator(token, word):
            self.position += 1
            return True
        return False

    def missing(self, token: Token | None) -> QueryFault:
        before = self.tokens[self.position - 1] if self.position else None
        where = token or before
        assert where is not None  # there is at least one token
        if before is not None and before.kind == WORD and before.text.lower() in OPERATORS:
            message = f"{before.text} needs something after it"
        elif before is not None and before.kind == OPENING:
            message = "there is nothing between these parentheses"
        else:
            message = f"{where.text} needs something before it"
        word = where.text.lower() if where.text.lower() in OPERATORS else ""
        return self.fault(message, "write a term there" + (f", or text:{word} for the word" if word else ""), where)

    def fault(self, message: str, hint: str, token: Token) -> QueryFault:
        return QueryFault(message, hint, self.query_text, token.column, token.width)
