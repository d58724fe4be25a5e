"""What a text has mentioned so far: the company spoken of, the people, the nouns of the last sentence.

Owns: that memory. Does not: decide what a later word stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline_cli.drafting import descriptions as terms
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.name_words import speaks
from timeline_cli.drafting.names import Cast
from timeline_cli.drafting.nouns import is_plural
from timeline_cli.drafting.people import People
from timeline_cli.drafting.told import Told


class Mention(NamedTuple):
    """Something that a later word may stand for; `kind` is companies or people if it is the name of one by itself."""

    text: str
    plural: bool
    kind: str = ""
    is_main: bool = True


UNKNOWN = Mention("", False)


class Subject(NamedTuple):
    """The subject of an event as its title has it; `doubt` is a word that stands for what the text does not name."""

    text: str
    doubt: str | None = None


@dataclass
class Mentions:
    """What has been mentioned, by the clauses of a text in their order."""

    cast: Cast
    company: str = ""
    people: People = field(default_factory=People)
    here: list[Mention] = field(default_factory=list)  # subjects of this sentence so far
    subjects: list[Mention] = field(default_factory=list)
    objects: list[Mention] = field(default_factory=list)
    resolved: list[tuple[Clause, Subject]] = field(default_factory=list)  # clauses of this sentence
    named: set[str] = field(default_factory=set)  # companies of the last sentence
    spoken: list[str] = field(default_factory=list)  # companies that were subjects in this paragraph
    told: Told = field(default_factory=Told)
    opener: str | None = None  # the company that is the first subject of this paragraph, or empty
    is_entry: bool = False  # in a chronology, where nothing refers to the entry before

    def __post_init__(self) -> None:
        self.people.sexes.update(self.cast.sexes)

    @property
    def leader(self) -> str:
        """The company that the article is about; in a chronology only if the headline says so."""
        return "" if self.is_entry and not self.cast.is_titled else self.cast.leader

    def begin_paragraph(self, is_entry: bool) -> None:
        self.company, self.is_entry = self.cast.leader or self.company, is_entry
        self.opener, self.spoken, self.named, self.subjects, self.objects = None, [], set(), [], []

    def learn(self, clause: Clause, subject: Subject | None) -> None:
        """Remember the subject of a main clause, as resolved."""
        if subject is not None and subject.doubt is None:
            self.resolved.append((clause, subject))
        if clause.is_relative or subject is None or subject.text == "It" or clause.words[clause.subject[0]].quoted:
            return
        mention = self.mention(subject.text)
        if clause.is_attribution and terms.MEDIA.search(subject.text):
            return  # local broadcaster Radio Kota said
        if re.search(r"\b(?:day|week|month|year)s?$|^(?:[Nn]ot|[Nn]othing)\b", subject.text):
            return  # Each day costs Acme $1 million, Not all that it touched
        if subject.doubt is not None and subject.doubt.lower() == "it" and clause.group.verb == "be":
            return  # It is the second recall
        is_main = clause.opens in ("", "that")
        unknown = UNKNOWN._replace(kind="people" if (subject.doubt or "").lower() in terms.PERSONAL else "")
        self.here.append((mention if subject.doubt is None else unknown)._replace(is_main=is_main))
        is_main = is_main and not (clause.is_attribution and len(self.here) > 1)
        names = [each for each in self.cast.names(subject.text) if not terms.PARTNER.search(subject.text[: each.begin])]
        firms = [each.name for each in names if each.kind == "companies"]
        self.opener = "".join(firms[-1:]) if self.opener is None else self.opener
        if is_main and subject.doubt is None and all(each.kind != "people" for each in names):
            does = clause.group.verb != "be" or not re.match("(?:the|an?) ", clause.part(clause.object))
            self.spoken = [*self.spoken[-9:], *(each for each in firms if does or each == self.leader)]
        self.people.subject = mention.text if mention.kind == "people" else self.people.subject
        if (len({*firms}) == 1 and is_main) or not self.company:
            self.company = firms[-1] if firms else self.company
            self.named = self.named | {self.company}

    def end_sentence(self, text: str, made: Sequence[Clause]) -> None:
        """Remember what the main clauses of a sentence with that text were about."""
        found = self.cast.names(text)
        self.told.add(text, [(each.end, self.cast.short(each.name)) for each in found if each.kind == "companies"])
        self.resolved = []
        self.named = self.companies("; ".join((text, *(each.text for each in self.here))))
        self.people.end_sentence([each.name for each in found if each.kind == "people"])
        if not self.here and found and found[0].begin == 0 and found[0].kind == "companies":
            self.company, self.here = found[0].name, [Mention(found[0].name, False, "companies")]
        if self.here:
            self.subjects, self.here = [each for each in self.here if each.is_main] or self.here, []
            parts = [each.part(each.object) for each in made if not (each.is_relative or each.is_attribution)]
            self.objects = [self.mention(part) for part in parts if part and not terms.NO_THING.match(part)]

    def mention(self, text: str) -> Mention:
        text = re.sub(r"^Whether (?=the |its |an? )", "", text)  # Whether the regulator agrees is unclear. It blocked
        for last in self.cast.names(text)[-1:]:
            is_within = last.kind != "people" and terms.GOVERNED.search(text[: last.begin])
            if text[last.end :].strip(".") == "" and not (is_within or is_plural(text) or speaks(last.role)):
                return Mention(self.cast.short(last.name), False, last.kind)
        is_noun = " " not in text and not self.cast.names(text)  # Exports, at the start of a sentence
        return Mention(text, is_plural(text.lower() if is_noun else text))

    def _company(self, text: str) -> str:
        names = (each for each in self.cast.names(text)[::-1] if each.kind == "companies")
        return next((each.name for each in names if not terms.TARGET.search(text[: each.begin])), "")

    def companies(self, text: str) -> set[str]:
        return {each.name for each in self.cast.names(text) if each.kind == "companies"}
