"""Parses the words of a question into its tree.

Owns: the grammar below. Does not: accept leftover words, unknown fields, or dates that are only partly understood.

    query := either
    either := both ("or" both)*
    both  := one ("and"? one)*                     side by side means and
    one   := "not" one | "(" either ")" | term
    term  := FIELD ":" value ("," value)* | date | name | WORD | "quoted words"
    value := WORD | "quoted words"

`not` binds tightest, then `and`, then `or`. Quoted words without a field are text. Bare words are read from left to
right. At each place, the longer one wins: a whole name or alias in some event, or a complete date. A complete date
contains a year, or begins with since, until, before, after, between, from, last, this, next, today, yesterday or
tomorrow. Any other word is one bare word; small words (a, the, by, what, all …) and the 's of a name are ignored, with
a note. The shell removes quotes: an argument `field:some words` is one value if the words contain no quote, colon,
parenthesis, and, or, not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.bare_words import DATE, NAME, SMALL, TEXT, next_to_a_date
from timeline_cli.errors import QueryFault
from timeline_cli.hint import Hint, to_run
from timeline_cli.query.ambiguous import check
from timeline_cli.query.bare_dates import date_at, explained, maybe_date, nearly_date
from timeline_cli.query.elsewhere import (
    OPERATORS_OF_OTHERS,
    Refused,
    about_order,
    is_ignored,
    lacks_term,
    misunderstood,
)
from timeline_cli.query.lexer import CLOSING, FIELD, OPENING, QUOTED, WORD, Token, tokens
from timeline_cli.query.lexicon import Lexicon
from timeline_cli.query.names import quoted
from timeline_cli.query.tree import BARE, And, Not, Or, Term, Tree
from timeline_cli.query.values import as_typed

MAX_DEPTH = 50
MAX_RUN = 24  # words of a date or a name

_POSSESSIVE = "['’]s$"
_JOINED_BEFORE = r"(?i)(?:\b(?:and|or|not)|[(:&|!])\s*$"  # what a question may not end with
_JOINED_AFTER = r"(?i)\s*(?:(?:and|or)\b|[)&|])"  # nor begin with
_LINK = r"^\s*(?:of|in(?= (?:19|20)\d\d))\b"  # between words about order and what they are about

# Fields whose value is a date phrase.
_OF_DATES = ("date", "known", "period")


def parse(
    arguments: Sequence[str],
    today: date,
    names: Lexicon | None = None,
    notes: list[str] | None = None,
    quoted_as: str = "text",
) -> Tree | None:
    """The tree of a query given as the arguments of a command. None for an empty one. Raises QueryFault.

    `notes` collects ignored words; `quoted_as` is the field of quoted words without one.
    """
    found, query = tokens(arguments)
    return _Parser(found, query, today, names, [] if notes is None else notes, quoted_as).query() if found else None


class _Begun(NamedTuple):
    """What begins at a word: the length of a name, the length of a date, and its period."""

    name: int
    date: int
    period: Period | None


class _Parser:
    """Recursive descent over the tokens; one method per rule of the grammar."""

    def __init__(
        self, tokens: list[Token], query: str, today: date, names: Lexicon | None, notes: list[str], quoted_as: str
    ) -> None:
        self.tokens = tokens
        self.query_text = query
        self.today = today
        self.names = names
        self.notes = notes
        self.quoted_as = quoted_as
        self.ignored: list[Token] = []
        self.words = [token.text.replace("’", "'") if token.kind in (WORD, OPENING) else "" for token in tokens]
        self.dates: dict[int, Period] = {}  # of the date terms without a field, by the column at which they begin
        self.roles: dict[int, tuple[str, int]] = {}
        self.position = 0
        self.depth = 0

    def query(self) -> Tree:
        tree = self.either()
        token = self.peek()
        if token is not None:
            raise self.fault("this parenthesis was never opened", "remove it, or add ( before", token)
        self.refuse_left_over()
        check(tree, self.dates, self.query_text, self.names)
        if self.ignored:
            self.notes.append("ignored: " + ", ".join(dict.fromkeys(token.text for token in self.ignored)))
        return tree

    def either(self) -> Tree:
        parts = [self.both()]
        while self.take_operator("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self) -> Tree:
        self.skip_small_words()
        parts = [self.one()]
        while True:
            self.skip_small_words()
            joined = self.take_operator("and")
            if joined:
                self.skip_small_words()
            token = self.peek()
            if not joined and (token is None or token.kind == CLOSING or self.is_operator(token, "or")):
                return parts[0] if len(parts) == 1 else And(tuple(parts))
            parts.append(self.one())

    def one(self) -> Tree:
        token = self.peek()
        if token is None or token.kind == CLOSING or self.is_operator(token, "or") or self.is_operator(token, "and"):
            raise self.missing(token)
        if self.take_operator("not"):
            del self.roles[self.position - 1]
            self.skip_small_words()
            return self.nested(lambda: Not(self.one()), token)
        if token.kind == OPENING:
            self.position += 1
            tree = self.nested(self.either, token)
            closing = self.peek()
            if closing is None:
                raise self.fault("this parenthesis is not closed", "add ) at the end of the group", token)
            self.position += 1
            return tree
        return self.term(token)

    def nested(self, rule: Callable[[], Tree], token: Token) -> Tree:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fault("the question is nested too deeply", "split it into two questions", token)
        tree = rule()
        self.depth -= 1
        return tree

    def term(self, token: Token) -> Tree:
        if token.kind == FIELD:
            self.position += 1
            return self.dated(token) or self.made(token.text, token.values, token, token)
        if token.kind == QUOTED:
            self.position += 1
            if not token.text.strip():
                raise self.fault(
                    "there are no words between these quotation marks", "write some, or remove them", token
                )
            return self.made(self.quoted_as, (token.text,), token, token)
        return self.bare(token)

    def dated(self, field: Token) -> Term | None:
        """A field whose date goes on in the words after it, which the shell has cut: date:2024 to 2025."""
        word, following = field.values[0], self.run()
        is_word = " " not in word and self.query_text[: field.column + field.width].endswith(f":{word}")
        if field.text not in _OF_DATES or not following or not is_word or len(field.values) > 1:
            return None
        self.roles[self.position - 1] = DATE, 1
        words = [word, *(token.text for token in following)]
        try:
            count = date_at(words, self.today, self.names)[0]
        except DateFault as fault:
            raise self.no_date(fault, field) from None
        if count < 2:
            return None
        self.roles[self.position - 1] = DATE, count
        self.position += count - 1
        return self.made(field.text, (" ".join(words[:count]),), field, following[count - 2])

    def bare(self, token: Token) -> Tree:
        """The longer of a whole name and a complete date from here on, else the word alone."""
        run = self.run()
        begun = self.begun(run)
        if begun.name and begun.name == begun.date:
            raise self.both_readings(run[: begun.name])
        count = max(begun.name, begun.date)
        if not count:
            self.refuse_doubtful([word.text for word in run], token)
            count = 1
        words = run[:count]
        field = "date" if begun.date > begun.name else BARE
        self.roles[self.position] = (NAME if begun.name >= count else DATE if field else TEXT), count
        self.position += count
        if begun.period is not None and field == "date":
            self.dates[token.column] = begun.period
        value = " ".join(word.text for word in words)
        if begun.name == count and self.names and not self.names.whole(value):
            value = re.sub(_POSSESSIVE, "", value)
            self.notes.append(f"ignored: 's after {value}")
        return self.made(field, (value,), words[0], words[-1])

    def run(self) -> list[Token]:
        """The bare words from here on, up to the longest name or date."""
        found: list[Token] = []
        for token in self.tokens[self.position : self.position + MAX_RUN]:
            if token.kind != WORD:
                break
            found.append(token)
        return found

    def begun(self, run: list[Token]) -> _Begun:
        """What begins at the first word. Raises QueryFault for an invalid date."""
        words = [token.text for token in run]
        owner = [re.sub(_POSSESSIVE, "", word) for word in words]
        name = max(self.names.longest(words), self.names.longest(owner)) if self.names else 0
        ordered = None if name > 1 else about_order(words, self.names)
        try:
            found = date_at(words, self.today, self.names)
        except DateFault as fault:
            if name:
                return _Begun(name, 0, None)
            if ordered is not None and ordered.has_day:
                raise self.refused(ordered, run) from None
            raise self.no_date(fault, run[0], words) from None
        refused = ordered or (None if name else misunderstood(words[0], words[1:]))
        if refused is not None and refused.words > found[0]:
            raise self.refused(refused, run)
        if not found[0] and not name and (near := nearly_date(words, self.today, self.names)):
            raise self.no_date(near, run[0], words)
        return _Begun(name, *found)

    def skip_small_words(self) -> None:
        """Skip words without a meaning, unless a name or a date begins with them."""
        while (token := self.peek()) and token.kind == WORD and is_ignored(self.words, self.position):
            begun = self.begun(self.run())
            if begun.name or begun.date:
                return
            self.refuse_doubtful([word.text for word in self.run()], token)
            self.ignored.append(token)
            self.roles[self.position] = SMALL, 1
            self.position += 1

    def refuse_doubtful(self, words: list[str], token: Token) -> None:
        """Raise QueryFault for words that are text by the rule but also a whole date: 3 years ago."""
        phrase = maybe_date(words, self.today)
        if phrase:
            raise self.fault(f"{phrase} may be a date or words", f'write date:"{phrase}" or text:"{phrase}"', token)

    def refuse_left_over(self) -> None:
        """Raise QueryFault for words of time next to a date that are no part of it: 22 23 March 2025."""
        found = next_to_a_date([token.values[0] if token.values else token.text for token in self.tokens], self.roles)
        if found is not None:
            raise self.no_date(explained(found[0], found[0].part, self.today), self.tokens[found[1]])

    def no_date(self, fault: DateFault, token: Token, words: Sequence[str] = ()) -> QueryFault:
        is_word = token.kind == WORD and re.fullmatch(r"\d\d?\.?|next|last", token.text, re.I) is None
        word = f"; for the word, write text:{token.text}" if is_word else ""
        hint = Hint(f"{fault.hint}{word}", fault.hint.value)
        found = QueryFault(fault.message, hint, self.query_text, token.column, token.width)
        found.words = words
        return found

    def made(self, field: str, values: tuple[str, ...], first: Token, last: Token) -> Term:
        return Term(field, values, self.query_text, first.column, last.column + last.width - first.column)

    def peek(self) -> Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def is_operator(self, token: Token, word: str) -> bool:
        return token.kind == WORD and word in (token.text.lower(), OPERATORS_OF_OTHERS.get(token.text))

    def take_operator(self, word: str) -> bool:
        token = self.peek()
        if token is not None and self.is_operator(token, word):
            self.roles[self.position] = SMALL, 1
            self.position += 1
            return True
        return False

    def refused(self, refused: Refused, run: list[Token]) -> QueryFault:
        first, last = run[0], run[refused.words - 1]
        end, hint = last.column + last.width, Hint(refused.hint)
        if refused.options is not None:
            before, after = self.query_text[: first.column], re.sub(_LINK, "", self.query_text[end:])
            looked_for = f'text:"{self.query_text[first.column : end]}" looks for the words'
            if not refused.hint and (re.search(_JOINED_BEFORE, before) or re.match(_JOINED_AFTER, after)):
                hint = Hint(f"write {refused.options or 'nothing'} instead of these words; {looked_for}")
            else:
                question = as_typed(" ".join(f"{before}{refused.hint} {after}".split()))
                words = f"timeline show {question} {refused.options}".split()
                hint = to_run("write ", " ".join(words), f"; {looked_for}")
        return QueryFault(refused.message, hint, self.query_text, first.column, end - first.column)

    def both_readings(self, words: list[Token]) -> QueryFault:
        text = " ".join(word.text for word in words)
        value = quoted(text)
        hint = f"write date:{value} for the date, or company:{value} (person:, place:, type:, tag:) for the name"
        return self.fault(f"{text} is both a date and a name", hint, words[0])

    def missing(self, token: Token | None) -> QueryFault:
        before = self.tokens[self.position - 1] if self.position else None
        where = token or before
        assert where is not None  # there is at least one token
        if before is not None and before in self.ignored:
            words = " ".join(each.text for each in self.ignored)
            hint = f'add words to find, or write text:"{words}" for these words'
            return self.fault(f"{before.text} alone has no meaning", hint, before)
        return self.fault(*lacks_term(before.text if before else "", where.text), where)

    def fault(self, message: str, hint: Hint | str, token: Token) -> QueryFault:
        return QueryFault(message, hint, self.query_text, token.column, token.width)
