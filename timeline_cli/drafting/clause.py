"""A clause: words of a sentence with one finite verb, its subject, and who says it.

Owns: Clause. Does not: find one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_cli.dates.in_text.english_words import WEEKDAYS
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.lexicon import (
    ANNOUNCING,
    BE,
    CONDITIONS,
    MODALS,
    NOT,
    PARTICLES,
    PLANNING,
    PREPOSITIONS,
    RELATIVE,
    REPORTING,
    STRONG,
)
from timeline_cli.drafting.name_words import NO_COMPANY
from timeline_cli.drafting.sentences import Sentence, Word

Span = tuple[int, int]  # words of a sentence, the last exclusive


@dataclass
class Clause:
    """Words `first` to `last` (exclusive) of a sentence, with the verb group.

    `subject` are the words of the subject; empty if it shares that of `shares`, the clause before, or if it is the
    noun before which or who, the `antecedent`. `said` is the clause of the verb that reports it, whose dates say when
    it was said.
    """

    sentence: Sentence
    words: Sequence[Word]
    first: int
    last: int
    group: Group
    subject: Span
    shares: Clause | None = None
    said: Clause | None = None
    is_attribution: bool = False
    opens: str = ""  # the word that joins it to the rest: which, while, if
    head: int = 0  # where its text begins, after adverbials at the start
    antecedent: Span = (0, 0)
    restricts: bool = False  # a relative clause without a comma
    describes: bool = False  # a participle alone: founded in 1998
    tail: Span = (0, 0)  # what goes on after a relative clause: named her, who left Bolt, as chief

    def __post_init__(self) -> None:
        self.head = max(self.head, self.first)

    @property
    def begin(self) -> int:
        """The first character, within the sentence."""
        return self.words[self.first].begin

    @property
    def end(self) -> int:
        return self.words[self.last - 1].end

    @property
    def text(self) -> str:
        return self.sentence.text[self.begin : self.end]

    @property
    def after_verb(self) -> str:
        last = min(self.group.last, self.last - 1)
        return self.sentence.text[self.words[last].begin : self.end]

    def part(self, span: Span) -> str:
        """The text of some words of the sentence."""
        start, end = span
        return self.sentence.text[self.words[start].begin : self.words[end - 1].end] if start < end else ""

    @property
    def has_subject(self) -> bool:
        return self.subject[0] < self.subject[1]

    @property
    def subject_text(self) -> str:
        """The subject as written; that of the clause before if it is shared."""
        if self.has_subject:
            return self.part(self.subject)
        if self.antecedent[0] < self.antecedent[1]:
            return self.part(self.antecedent)
        return self.shares.subject_text if self.shares is not None else ""

    @property
    def is_inverted(self) -> bool:
        """Whether its predicate is before its verb: Among the bidders was Acme."""
        return 0 < self.tail[1] == self.group.first

    @property
    def is_relative(self) -> bool:
        return (self.describes or self.opens in RELATIVE) and self.antecedent[0] < self.antecedent[1]

    @property
    def object(self) -> Span:
        """The words of the noun after the verb, up to a preposition, a comma or a conjunction; empty without one."""
        start = self.group.last
        is_particle = start < self.last and self.words[start].low in PARTICLES
        return noun_from(self.words, start + is_particle, self.last)

    @property
    def has_auxiliary(self) -> bool:
        """Whether its verb has one, so that it rather goes with another that has."""
        return self.words[self.group.first].low in BE | MODALS | {"has", "have", "had"}

    @property
    def negated(self) -> bool:
        (start, end), verb = self.subject, self.group.first
        comma = max((at for at in range(end, verb) if self.words[at].text == ","), default=0)  # not of an aside
        near = (*range(start, min(start + 3, end)), *range(end, min(end + 1, verb)))
        before = (*near, *range(max(end, self.head, comma), verb))  # not No. 2
        return self.group.negated or any(
            self.words[at].low in NOT and self.words[at + 1].low not in (".", "fewer", "less") for at in before
        )

    @property
    def is_impersonal(self) -> bool:
        """Whether its it stands for nothing: it emerged that a buyer was found, it took the firm a year to open it."""
        group, after = self.group, self.sentence.text[self.words[self.group.last - 1].end + 1 :]
        if group.verb in ("take", "cost"):
            return re.search(r"\bto [a-z]+\b", after) is not None
        tells = group.verb in ("emerge", "become") or (group.passive and group.verb in _TOLD)
        return tells and re.match(r"(?:(?!an?\b|the\b)\S+ ){0,3}that\b", after) is not None

    @property
    def conditional(self) -> bool:
        return self.opens in CONDITIONS


_NO_NOUN = PREPOSITIONS | STRONG | {"and", "or", "but"}
SCORE = re.compile(r"\d+[-–]\d+")  # of a vote
_TOLD = REPORTING | ANNOUNCING | PLANNING | {"rumored", "rumoured"}
_WHEN = WEEKDAYS.keys() | frozenset(
    ("last", "this", "next", "late", "early", "earlier", "later", "yesterday", "today", "again", "there", "twice")
)


def is_body(found: Sequence[Word], at: int) -> bool:
    """Whether and is within the name of a body: the Food and Drug Administration."""
    end = next((n for n in range(at + 1, len(found)) if not found[n].is_name), len(found))
    return found[at - 1].is_name and end - 1 > at and found[end - 1].low in NO_COMPANY | {"development"}


def noun_from(found: Sequence[Word], start: int, end: int) -> Span:
    """The words of a noun that starts there."""
    is_noun = start < end and not (found[start].low in _WHEN or found[start].low.endswith("ly"))
    at = start if is_noun else end
    while at < end and not (found[at].text in ',;:—–()"' or found[at].low in _NO_NOUN):
        at += 1
    return (start, at) if is_noun else (start, start)
