"""What of the text around a clause dates it, if it says no date: a heading, an entry, a list, other results.

Owns: that memory. Does not: read sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.lexicon import PUBLISHING
from timeline_cli.drafting.measures import is_bare, is_measure
from timeline_cli.drafting.periods import PERIOD

_ENDED = re.compile(r"(?:In |For |During )?[Tt]he (?:\w+ ){0,3}(?:year|half|quarter|months) (?:to|ended) ")
_STATEMENT = re.compile(r"\b(?:results|statement|report|figures|accounts|update)\b", re.IGNORECASE)
_OF_DAY = re.compile(r"\b(?:shares?|order book|backlog|debt|headcount)\b", re.IGNORECASE)  # no measure of a period


@dataclass
class Around:
    """What dates a clause without a date: the day of its entry, the heading of its list, the period of other results.

    An entry says in the present tense what is over.
    """

    at_home: dict[str, str]  # currencies
    date: Expression | None = None
    in_entry: bool = False
    in_list: bool = False
    heading: Expression | None = None  # of a chronology, the date alone
    statement: Expression | None = None  # the period of the results that the text publishes
    period: Expression | None = None  # the one period of the results of this paragraph or the one before
    is_carried: bool = False  # from the paragraph before
    is_mixed: bool = False  # this paragraph has results of several

    def begin(self, in_list: bool, in_entry: bool) -> None:
        """A new paragraph; the items of a list keep what dates them."""
        self.date = None if in_entry else self.date if in_list else self.heading  # an entry has its own
        self.in_list, self.in_entry = in_list, in_entry or self.heading is not None
        self.period = None if self.is_carried or self.is_mixed else self.period
        self.is_carried, self.is_mixed = self.period is not None, False

    def of(self, clause: Clause, begins: bool) -> Expression | None:
        """The date for a clause, which may begin right after the date of its entry."""
        if begins:
            return self.date
        if clause.group.tense not in ("past", "perfect"):
            return None
        is_result = is_bare(clause.subject_text) or (self.statement and is_measure(clause.subject_text))
        of_period = not self.in_entry and is_result and _OF_DAY.search(clause.subject_text) is None
        is_dated = self.in_list or self.in_entry or self.heading is not None or of_period
        if is_dated and self.date:
            return self.date
        period = self.period if clause.group.tense == "past" and re.search(r"\d", clause.text) else None
        return period or self.statement if of_period else None

    def hear(self, clause: Clause, is_result: bool, at: When, dates: Sequence[Expression]) -> None:
        """An event, which may say of which period those that follow are."""
        inside = [each for each in dates if clause.begin <= each.begin < clause.end]
        if clause.group.verb in PUBLISHING | {"announce"}:
            self.learn("results" if is_result else clause.text, inside)
        is_before = clause.words[clause.group.first].low == "had" and clause.group.verb != "have"
        if at.used and not is_before and is_result and not (self.in_entry or self.in_list):
            self.date = at.used if PERIOD.fullmatch(at.date) else None
            self._speak_of([each for each in inside if not each.compares])

    def _speak_of(self, dates: Sequence[Expression]) -> None:
        """The dates of a clause with results."""
        found = (each for each in dates if PERIOD.fullmatch(each.date or "") and each.link in (None, "for", "in"))
        first = next(found, None)
        if first is not None:
            own = None if self.is_carried else self.period
            self.is_mixed |= own is not None and own.date != first.date
            self.period, self.is_carried = first, False

    def open(self, text: str, dates: Sequence[Expression]) -> None:
        """A sentence, which may begin with the period of the results: In the year to March."""
        if _ENDED.match(text):
            self.learn(text, dates)

    def learn(self, text: str, dates: Sequence[Expression]) -> None:
        """The period of the results that a text speaks of, if it is of one."""
        if _STATEMENT.search(text) or _ENDED.match(text):
            periods = (
                each for each in dates if PERIOD.fullmatch(each.point or "") and each.link in (None, "for", "of")
            )
            self.statement = next(periods, self.statement)
