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

from collections.abc import Callable, Sequence
from datetime import date

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.phrases.phrase import longest_phrase, may_begin, parse_phrase
from timeline_cli.errors import QueryFault, UsageFault
from timeline_cli.query.lexer import CLOSING, FIELD, OPENING, QUOTED, WORD, Token, tokens_of
from timeline_cli.query.tree import And, Not, Or, Term, Tree
from timeline_cli.query.values import OPERATORS

MAX_DEPTH = 50
MAX_TOKENS = 500
MAX_PHRASE = 24  # words of a date

# Any fiscal calendar serves to see where a phrase ends; the real one is looked up later.
_SOME_FISCAL_YEAR = FiscalYear(12)


def parse(arguments: Sequence[str], today: date) -> Tree | None:
    """The tree of a query given as the arguments of a command. None for an empty one. Raises QueryFault."""
    query = " ".join(arguments)
    tokens: list[Token] = []
    column = 0
    for argument in arguments:
        tokens += tokens_of(argument, query, column)
        column += len(argument) + 1
    if not tokens:
        return None
    if len(tokens) > MAX_TOKENS:
        raise UsageFault(f"the question has more than {MAX_TOKENS} words", "ask it in parts")
    return _Parser(tokens, query, today).query()


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
            hint = (
                str(fault.hint)
                if "text:" in str(fault.hint)
                else f"{fault.hint}; if the word is meant: text:{token.text}"
            )
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
        for count in range(min(len(words), 6) if may_begin(words[0]) else 0, 1, -1):
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
