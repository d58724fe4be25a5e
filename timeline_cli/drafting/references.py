"""What pronouns and short forms stand for: it, they, the company, his, a second one.

Owns: the subject of an event as a title has it. Replaces only what the text leaves no doubt about. Does not: know
which clauses are events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline_cli.dates.in_text.english_words import NUMBERS
from timeline_cli.drafting.clause import Clause, noun_from
from timeline_cli.drafting.lexicon import DETERMINERS, OF_COMPANIES, word_set
from timeline_cli.drafting.measures import acts, is_bare, is_thing, whose
from timeline_cli.drafting.names import Cast, speaks
from timeline_cli.drafting.sentences import words


class Mention(NamedTuple):
    """Something that a later word may stand for. `name` is its company or person, if it is one by itself."""

    text: str
    plural: bool
    kind: str = ""
    is_main: bool = True


_NO_THING = re.compile(
    r"[$€£]|[\d.,]+(?:%|\s(?:percent|million|billion)\b)|(?:it|its|they|them|their|he|she|his|her)$", re.I
)
_GOVERNED = re.compile(r"\b(?:of|in|at|off|near|from|for|with|on|to|by|against) (?:the )?(?:[A-Z]\S+ )*$")
_UNKNOWN = Mention("", False)


class Subject(NamedTuple):
    """The subject of an event as its title has it; `doubt` is a word that stands for what the text does not name."""

    text: str
    doubt: str | None = None


_COMPANY = re.compile(
    r"\b(?:company|group|firm|automaker|carmaker|chipmaker|retailer|bank|lender|manufacturer|maker|airline|"
    r"operator|startup|start-up|brand|business|giant|producer|supplier|unit|drugmaker|miner|insurer|utility|"
    r"builder|chain|developer|conglomerate|steelmaker|carrier|brewer|broker|fund|investor)"
)
_BODIES = re.compile(
    r"\b(?:government|ministry|minister|court|commission|parliament|senate|congress|union|police|agency|regulator|"
    r"watchdog|authority|administration|president|state|judge|index|currency)\b",
    re.IGNORECASE,
)
_ACTORS = re.compile(
    rf"{_COMPANY.pattern}|{_BODIES.pattern}|\b(?:companies|owners|brothers|partners|founders|families|\w*holders|workers|"
    r"executives|officials|regulators|prosecutors|members|sides|lawyers|countries|rivals)\b",
    re.IGNORECASE,
)
# Verbs of which what was opened or sold in the sentence before may be the subject as well.
_OF_THINGS = word_set("have be employ start cost house cover create last contain")
_NO_SUBJECT = word_set("there this that these those what i you one some many others most we all")
_NO_START = word_set("for with by from of to into without")
_ANY_COMPANY = word_set("company group firm business giant")
_SINGULAR, _PLURAL = word_set("it its"), word_set("they their them")
_PERSONAL = word_set("he she his her")
_ENDS_SINGULAR = ("ss", "us", "is", "ics", "series", "'s", "’s", "news")


def is_plural(text: str) -> bool:
    """Whether a noun with what belongs to it is plural: by its last word before a preposition."""
    found = words(text)
    start, end = noun_from(found, 0, len(found))
    if start == end:
        return False
    if found[0].low in NUMBERS and found[0].low != "one" and len(found) > 1 and found[1].low == "of":
        return True
    if end < len(found) and found[end].low == "and" and found[0].low not in ("a", "the"):
        return True
    last, is_one = found[end - 1], found[0].low in ("a", "an", "each", "every", "one", "this")
    return not is_one and last.text.islower() and last.low[-1] == "s" and not last.low.endswith(_ENDS_SINGULAR)


@dataclass
class References:
    """What has been mentioned: the company spoken of, the last person, the nouns of the last sentence."""

    cast: Cast
    company: str = ""
    person: str = ""
    here: list[Mention] = field(default_factory=list)  # subjects of this sentence so far
    subjects: list[Mention] = field(default_factory=list)
    objects: list[Mention] = field(default_factory=list)
    resolved: tuple[Clause | None, Subject | None] = None, None  # the last clause
    sexes: dict[str, bool] = field(default_factory=dict)  # whether a pronoun said he of a person
    named: set[str] = field(default_factory=set)  # companies of the last sentence

    def learn(self, clause: Clause, subject: Subject | None) -> None:
        """Remember the subject of a main clause, as resolved."""
        if subject is not None and subject.doubt is None:
            self.resolved = clause, subject
        if clause.is_relative or subject is None:
            return
        mention = self._mention(subject.text)
        is_main = clause.opens in ("", "that")
        self.here.append((mention if subject.doubt is None else _UNKNOWN)._replace(is_main=is_main))
        if mention.kind == "people":
            self.person = mention.text
        if (len(self._companies(subject.text)) == 1 and is_main) or not self.company:
            self.company = self._company(subject.text) or self.company
            self.named = self.named | {self.company}

    def end_sentence(self, text: str, made: Sequence[Clause]) -> None:
        """Remember what the main clauses of a sentence with that text were about."""
        self.named = self._companies("; ".join((text, *(each.text for each in self.here))))
        first = self.cast.names(text)[:1]
        if not self.here and first and first[0].begin == 0 and first[0].kind == "companies":
            self.company, self.here = first[0].name, [Mention(first[0].name, False, "companies")]
        if self.here:
            self.subjects, self.here = [each for each in self.here if each.is_main] or self.here, []
            parts = [each.part(each.object) for each in made if not (each.is_relative or each.is_attribution)]
            self.objects = [self._mention(part) for part in parts if part and not _NO_THING.match(part)]
            people = [each.text for each in self.objects if each.kind == "people"]
            firms = [each.text for each in self.objects if each.kind == "companies"]
            if people and not any(each.kind == "people" for each in self.subjects):
                self.person = people[0]
            if len(firms) == 1 and not self.company and all(each.kind == "people" for each in self.subjects):
                self.company = self._company(firms[0])

    def _mention(self, text: str) -> Mention:
        for last in self.cast.names(text)[-1:]:
            is_within = last.kind != "people" and _GOVERNED.search(text[: last.begin])
            if text[last.end :].strip(".") == "" and not (is_within or is_plural(text) or speaks(last.role)):
                return Mention(last.name if last.kind == "people" else text, False, last.kind)
        return Mention(text, is_plural(text))

    def _company(self, text: str) -> str:
        return next((each.name for each in self.cast.names(text)[::-1] if each.kind == "companies"), "")

    def _companies(self, text: str) -> set[str]:
        return {each.name for each in self.cast.names(text) if each.kind == "companies"}

    def topic(self, clause: Clause) -> str:
        """The company of a measure or thing that does not say whose it is; empty where two compete."""
        company, said, leader = self.company, self._company_said(clause), self.cast.leader
        if said:
            return said if said in (company, self.cast.main_company) else ""
        near = self._companies(clause.sentence.text) | self.named
        is_clear = near <= {company} and leader in ("", company) and (near or leader)
        return company if is_clear else ""

    def subject(self, clause: Clause) -> Subject | None:
        """None if it is a word that stands for no thing: there, some, what."""
        last, resolved = self.resolved
        if clause.subject[0] >= clause.subject[1] and clause.shares is not None and clause.shares is last:
            return resolved
        text = " ".join(clause.subject_text.split())
        text = re.sub(r"^(?:[\"“”']|(?:and|but|also|both|with)\s)\s*", "", text, flags=re.IGNORECASE)
        low = text.lower()
        first, *others = low.split() or [""]
        if not text or low in _NO_SUBJECT or first in _NO_START or re.match(r"the \w+ time\b", low):
            return None
        if others and (others[-1] in ("it", "they", "he", "she") or others == ["them"]):
            return None  # the largest fine it imposed, a pact that binds them
        named = _apposed(clause)
        if named and (low.startswith("one of ") or low.split()[-1] in _SINGULAR | _PLURAL):
            return Subject(named)
        if low in _SINGULAR | _PLURAL | _PERSONAL:
            found = self._antecedent(low, clause)
            return Subject(found) if found else Subject(text, text)
        is_firm = re.match(r"the company['’]s ", low) is not None
        first, _, rest = (text[4:] if is_firm else text).partition(" ")
        if (is_firm or first.lower() in ("its", "their", "his", "her")) and rest:
            firm = (self._company_said(clause) or self.company) if is_firm else None
            owner = firm or self._antecedent(first.lower(), clause)
            if owner:
                text = f"{_the(owner)}'{'' if owner.endswith('s') else 's'} {rest}"
        elif re.fullmatch(rf"[Tt]he (?:[\w-]+ ){{0,2}}?{_COMPANY.pattern}(?: of .*)?", text):
            kind = re.split(" of ", low)[0].split()[-1]
            return Subject(named or self._company_said(clause) or self._of_kind(kind) or text)
        elif re.search(r"\bones?$", low):
            sets = [each for each in self.objects if each.plural] or [each for each in self.objects if not each.kind]
            noun = _singular(sets[0].text) if len(sets) == 1 else None
            return Subject(re.sub(r"\bone$", noun, text)) if noun and low.endswith(" one") else Subject(text, text)
        text = f"{text} {named}" if named else text
        return Subject(whose(text, self.topic(clause)) if is_bare(text) else self.cast.people.get(text) or text)

    def _of_kind(self, kind: str) -> str:
        """The company spoken of, unless the text calls it something else: no bank for the airline."""
        kinds = {word for word in self.cast.kinds.get(self.company, ()) if _COMPANY.fullmatch(word)}
        is_other = kinds and kind not in kinds | _ANY_COMPANY
        return self.cast.main_company if is_other or "agency" in self.cast.kinds.get(self.company, ()) else self.company

    def _company_said(self, clause: Clause) -> str:
        """The company that says it: Acme said it, or the company, would build."""
        said = clause.said
        if said is None or said is clause or said.first > clause.first:
            return ""
        return self._company(said.subject_text) if not is_plural(said.subject_text) else ""

    def _antecedent(self, pronoun: str, clause: Clause) -> str | None:
        """What a pronoun stands for, if only one thing can be meant."""
        if pronoun in _PERSONAL:
            said = self._mention(clause.said.subject_text) if clause.said is not None else _UNKNOWN
            found, sex = said.text if said.kind == "people" else self.person, pronoun in ("he", "his")
            if found and self.sexes.setdefault(found, sex) != sex:  # She hired Bob. He started in April.
                others = [each.text for each in self.objects if each.kind == "people"]
                found = others[0] if len(others) == 1 and self.sexes.setdefault(others[0], sex) == sex else ""
            return found or None
        company = self._company_said(clause)
        wanted = pronoun in _PLURAL
        if not wanted and any(is_bare(each.text) for each in self.here):
            return self.topic(clause) or None  # Sales rose, and it posted a profit
        if company and not wanted:
            return company
        for mentions in (self.here, self.subjects, self.objects if wanted else ()):
            fitting = {each.text for each in mentions if each.plural == wanted and each.kind != "people"}
            fitting -= {""} if clause.group.verb in OF_COMPANIES else set()
            if len(fitting) == 1:
                return self._agent(fitting.pop(), pronoun, clause)
            companies = {each.text for each in mentions if each.kind == "companies"}
            if len(companies) == 1 and not wanted and clause.group.verb in OF_COMPANIES:
                return self._agent(companies.pop(), pronoun, clause)
            if fitting:
                return None
        verb, are_people = clause.group.verb, all(each.kind == "people" for each in self.subjects)
        is_company = verb in OF_COMPANIES or (verb != "be" and (are_people or not self.objects))
        return self.company or None if is_company and not wanted else None

    def _agent(self, text: str, pronoun: str, clause: Clause) -> str | None:
        """What a pronoun with one possible noun stands for: a decision or a backlog buys nothing, its company does."""
        mention, company = self._mention(text), self._company(text)
        of_company = clause.group.verb in OF_COMPANIES and not clause.group.passive
        if mention.plural and of_company and not (self.cast.names(text) or _ACTORS.search(text)):
            return None
        if mention.kind or not text or mention.plural:
            rivals = [each for each in self.objects if re.match(r"(?:an?|its|the) ", each.text) and not each.plural]
            if mention.kind and rivals and clause.group.verb in _OF_THINGS:
                return None
            return text if mention.plural else company or text or None
        of_company = of_company or (pronoun == "its" and company != "") or not acts(text, clause.group.verb)
        is_main = self.company == self.cast.main_company and (not self.named or self.company in self.named)
        main = self.company if is_main else None
        return (company or self.topic(clause) or main) if of_company else _the(text)

    def owner(self, subject: str, clause: Clause) -> str:
        """The company that something without a name belongs to: the first phase; empty if that is not clear."""
        is_owned = is_thing(subject) and not (is_plural(subject) or _BODIES.search(subject))
        return self.topic(clause) if is_owned else ""

    def object(self, clause: Clause, earlier: Clause | None, subject: str) -> tuple[str, str] | None:
        """A pronoun after the verb and what it stands for; the text is empty where that is not clear."""
        span = (clause.group.last, min(clause.last, clause.group.last + 5))
        at = next((at for at in range(*span) if clause.words[at].low in ("it", "them")), None)
        if at is None or clause.words[at].quoted or any(word.text == "," for word in clause.words[span[0] : at]):
            return None
        wanted, after = clause.words[at].low == "them", clause.words[min(at + 1, clause.last - 1)]
        if not wanted and (after.low in DETERMINERS or after.text[0] in "$€£0123456789"):
            return clause.words[at].text, self.topic(clause)  # lent it €5 million
        candidates = _nouns(earlier) if earlier is not None else []
        if not any(is_plural(each) == wanted for each in candidates):
            candidates = [each.text for each in (*self.subjects, *self.objects) if each.kind != "people"]
        others = [each for each in candidates if each not in subject and subject not in each]
        fitting = [each for each in others if is_plural(each) == wanted and each and not _pronoun(each)]
        return clause.words[at].text, _the(fitting[0]) if len(fitting) == 1 else ""


def _nouns(clause: Clause) -> list[str]:
    """The nouns after the verb of a clause, without places and times."""
    found, at, nouns = clause.words, clause.group.last, []
    while at < clause.last:
        start, end = noun_from(found, at, clause.last)
        if start < end and not found[start].is_name and not found[start].text[0].isdigit():
            nouns.append(clause.part((start, end)))
        at = end + 1
    return nouns


def _singular(text: str) -> str:
    """The last word of a noun: factory of their factories."""
    word = text.split()[-1]
    return re.sub(r"s$", "", re.sub(r"ies$", "y", word)) if is_plural(text) else word


def _pronoun(text: str) -> bool:
    return text.lower() in _SINGULAR | _PLURAL | _PERSONAL


def _the(text: str) -> str:
    """A thing at its second mention: the strike."""
    return re.sub(r"^(?:a|an|some|the)\s", "the ", text, flags=re.IGNORECASE)


def _apposed(clause: Clause) -> str:
    """The name between commas before the verb: its technology chief, Ada Byron, left."""
    found, end = clause.words, clause.subject[1]
    last = clause.group.first - 1
    while last > end and found[last].low.endswith("ly"):
        last -= 1
    if not (clause.subject[0] < end < last and found[end].text == "," and found[last].text == ","):
        return ""
    head, first = found[noun_from(found, clause.subject[0], end)[1] - 1], found[end + 1]
    is_name = (
        first.low not in DETERMINERS | {"which", "among", "including"} and found[last - 1].is_name and last - end < 7
    )
    is_described = not (head.is_name and found[end - 1].is_name) or head.low == "one"
    return clause.part((end + 1, last)) if is_name and is_described else ""
