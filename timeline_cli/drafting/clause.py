"""A clause: words of a sentence with one finite verb, its subject, and who says it.

Owns: Clause. Does not: find one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_cli.drafting.group import Group
from timeline_cli.drafting.lexicon import CONDITIONS, NOT
from timeline_cli.drafting.sentences import Sentence, Word


@dataclass
class Clause:
    """Words `first` to `last` (exclusive) of a sentence, with the verb group.

    `subject` are the words of the subject; empty if it shares that of `shares`, the clause before. `said` is the
    clause of the verb that reports it, whose dates say when it was said.
    """

    sentence: Sentence
    words: Sequence[Word]
    first: int
    last: int
    group: Group
    subject: tuple[int, int]
    shares: Clause | None = None
    said: Clause | None = None
    is_attribution: bool = False
    opens: str = ""  # the word that joins it to the rest: which, while, if
    head: int = 0  # where its text begins, after adverbials at the start

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

    @property
    def subject_text(self) -> str:
        """The subject as written; that of the clause before if it is shared."""
        start, end = self.subject
        if start < end:
            return self.sentence.text[self.words[start].begin : self.words[end - 1].end]
        return self.shares.subject_text if self.shares is not None else ""

    @property
    def negated(self) -> bool:
        before = [word.low for word in self.words[self.subject[0] : self.group.first]]
        return self.group.negated or any(word in NOT for word in before)

    @property
    def conditional(self) -> bool:
        return self.opens in CONDITIONS
