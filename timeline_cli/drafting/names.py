"""Who and where a clause is about: names of the registries, and capitalised names.

Owns: telling companies, people and places apart, and joining a surname to the full name before it. Does not: guess a
name that the text does not write.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline_cli.dates.in_text.english_calendar import HOLIDAY
from timeline_cli.drafting import name_patterns as patterns
from timeline_cli.drafting.amounts import CODES
from timeline_cli.drafting.given_names import begins_person, is_given, surname
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.measures import is_bare
from timeline_cli.drafting.name_words import (
    COMPANY_ENDINGS,
    DESCRIBING,
    DOCUMENTS,
    NO_COMPANY,
    NO_NAMES,
    PLACES,
    is_generic,
)
from timeline_cli.drafting.terms import NO_TERMS, Terms, spelled
from timeline_cli.drafting.topic import Topic, topic
from timeline_cli.model import Names, Registries


class Found(NamedTuple):
    """A name at characters `begin` to `end` of a text; `kind` is companies, people or places."""

    begin: int
    end: int
    name: str
    kind: str
    role: str | None = None


@dataclass
class Cast:
    """The names of an article so far. `known` are those of the registries, by folded first letters."""

    registries: Registries
    people: dict[str, str] = field(default_factory=dict)  # surname or full name → full name
    companies: dict[str, str] = field(default_factory=dict)  # first words → name
    count: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, set[str]] = field(default_factory=dict)  # words before a company: Acme Air → carrier
    within: set[str] = field(default_factory=set)  # capitalised words within sentences
    main_company: str = ""  # the company that the article names most often
    leader: str = ""  # the company that the article is about; empty if two may be
    common: set[str] = field(default_factory=set)  # words that the text writes small
    shorts: dict[str, str] = field(default_factory=dict)  # company → its shortest name in the text
    author: str = ""  # who founded the company that the article is about, and writes I
    pair: str = ""  # instead of a leader: Acme and Bolt
    is_titled: bool = False  # whether the headline names the leader
    terms: dict[str, str] = field(default_factory=dict)  # Group, Company → the company that is defined as this
    called: dict[str, str] = field(default_factory=dict)  # Acme → the company that is defined as this
    towns: set[str] = field(default_factory=set)  # names after in, near, moved to, and of things
    firms: set[str] = field(default_factory=set)  # names, or their first two words, that only companies have

    @property
    def aliases(self) -> re.Pattern[str] | None:
        if not hasattr(self, "_aliases"):
            self._aliases = patterns.alias_pattern(self.registries)
        return self._aliases

    def learn(self, text: str, heading: str = "", defined: Terms = NO_TERMS) -> None:
        """Read a text for full names, so that a surname is known wherever it is, and for what it is about."""
        byline = patterns.BYLINE.search(f"{heading}\n{text}")
        text = patterns.BYLINE.sub("", text)
        if byline is not None and patterns.FOUNDED.search(text):
            self.author = byline["author"] or ""
        self.common.update(re.findall(r"\b[a-z]+\b", text))
        self.within.update(re.findall(rf"(?<![\w'’.&-])[a-z][\w'’-]*,?[ ]({patterns.CAPITAL})", f"{heading}\n{text}"))
        rows = (match[0].split(" ") for match in patterns.sequence().finditer(text))
        self.firms.update(" ".join(row[:2]) for row in rows if row[-1].lower() in COMPANY_ENDINGS)
        self.firms.update(match[1] for match in patterns.FIRM.finditer(text))
        # A headline has no given names alone: Oscar cuts jobs.
        self.firms.update(match[1] for match in patterns.LONE.finditer(heading) if is_given(match[1]))
        places = [*patterns.TOWN.finditer(f"{heading}\n{text}"), *patterns.PRODUCT.finditer(text)]
        self.towns.update(name for match in places for name in match.groups() if name)
        self._learn_terms(defined)
        owned = [*patterns.BRAND.finditer(text), *patterns.FOUNDED.finditer(text), *patterns.OWN.finditer(heading)]
        self.companies.update((match[1], match[1]) for match in owned if match[1])
        for found in self._capitals(text):
            if found.kind == "people" and " " in found.name:
                self.people.setdefault(found.name, found.name)
                last = surname(found.name)
                other = self.people.setdefault(last, found.name)
                is_alone = re.search(rf"(?<!\w )\b{re.escape(last)}\b(?! [A-Z])", text[: found.begin]) is not None
                if other != found.name and not is_alone:
                    self.people[last] = ""  # two people: the surname alone says neither
            elif found.kind == "companies":
                self.count[found.name] += 1
                kind = re.search(r"([\w-]+)\s$", text[max(found.begin - 24, 0) : found.begin])
                apposed = patterns.APPOSED.match(text, found.end)
                kinds = {each[1].lower() for each in (kind, apposed) if each is not None}
                self.kinds.setdefault(self.companies.get(found.name, found.name), set()).update(kinds)
                first = found.name.split()[0]
                self.companies.setdefault(found.name, found.name)
                if first != found.name and len(first) > 2 and not (first.lower() in NO_NAMES or first in self.towns):
                    if found.name in heading and "&" not in found.name and self.companies.get(first) == first:
                        del self.companies[first]
                    self.companies.setdefault(first, found.name)
        for found in self._capitals(heading):  # a short history of Acme Pianos
            is_whole = found.kind == "companies" and " " in found.name and heading[: found.begin][-2:-1].islower()
            if is_whole and found.name.split()[0] not in self.companies:
                self.companies[found.name] = found.name
        for match in patterns.ALONE.finditer(text):
            name = match[1] or match[2]
            if match[1] or not (patterns.COMMON.search(name) or name in PLACES):
                self.people.setdefault(name, name)
        for name in self.companies.keys() & self.people.keys():
            if self.companies[name] != name:  # Bolt is Bolt Group, not its founder Ada Bolt
                del self.people[name]
        shared = Counter(surname(each) for each in self.people if " " in each)
        for name in {match[1] for match in patterns.FAMILY.finditer(text)}:
            if shared[name] > 1:  # the firm of two Byrons
                self.people.pop(name, None)
                self.companies[name] = name
        # Again, since some names are only known to be of companies by what follows later.
        self.count = Counter(text[each.begin : each.end] for each in self.names(text) if each.kind == "companies")
        self._learn_topic(text, heading)

    def _learn_terms(self, defined: Terms) -> None:
        """Acme plc ("Acme" or the "Group") …: the release is about that company."""
        for term, name in defined.companies.items():
            known = [each.name for each in self._capitals(name) if each.kind == "companies"]
            self.companies[term] = self.companies[name] = known[-1] if known else name
            (self.terms if is_generic(term) else self.called)[term] = self.companies[term]
        self.leader = self.companies.get(defined.leader, "")

    def spelled(self, text: str, own: str = "") -> str:
        """With companies for what stands for them by definition: The Group, Company; its for those of `own`."""

        return spelled(text, self.terms, self.short, own) if self.terms else text

    def _learn_topic(self, text: str, heading: str) -> None:
        """The company that the article is about, and how the text calls each company for short."""
        alone = {match[1] for match in patterns.LONE.finditer(heading)}
        known, count, surnames = self.registries.companies, Counter[str](), {each.split()[-1] for each in self.people}
        names = dict.fromkeys(self.companies.values())  # in the order of the text
        ends = Counter(name.split()[-1] for name in names if " " in name)
        for name in names:
            base = patterns.LEGAL.sub("", name)
            ahead = base.rpartition(" ")[0]  # Acme Parts of Acme Parts Group
            is_group = " " in ahead and ahead in self.companies and base.split()[-1].lower() in COMPANY_ENDINGS
            for alias in (base, ahead) if is_group else (base,):
                if self.companies.get(alias, alias) == alias:
                    self.companies[alias] = name
            last = name.split()[-1]
            is_alone = ends[last] == 1 and self.companies.get(last) == last and not is_generic(last)
            if name != last and is_alone:  # Krammer of Seilbahn Krammer
                self.companies[last] = name
        self.companies = {each: known.resolve(name) for each, name in self.companies.items()}
        for name, times in sorted(self.count.items(), key=lambda each: -len(each[0])):
            count[self.companies.get(name, name)] += times
            if (name not in surnames or name in alone) and not is_generic(name):
                self.shorts[self.companies.get(name, name)] = patterns.LEGAL.sub("", name)
        self.shorts.update({self.companies[term]: term for term in self.called})
        about = topic(text, heading, self.companies, count, self.firms)
        if self.leader:  # the Company of a release
            leader = self.companies.get(self.leader, self.leader)
            about = Topic(leader, leader, True)
        self.main_company, self.leader, self.is_titled = about.main, about.leader, about.is_titled
        self.pair = " and ".join(map(self.short, about.pair))

    def short(self, name: str) -> str:
        """A company's name as the text writes it after the first time, without its legal form; all else unchanged."""
        return self.shorts.get(name, name)

    def names(self, text: str) -> list[Found]:
        """The names of a text in order, each place once; those of the registries first."""
        taken = list(self._registered(text))
        for found in self._capitals(text):
            if not any(other.begin < found.end and found.begin < other.end for other in taken):
                taken.append(self._resolved(found))
        return sorted(each for each in taken if each.name)

    def _resolved(self, found: Found) -> Found:
        """A surname joins its person, a short name its company."""
        if found.name in self.people:
            return found._replace(name=self.people[found.name], kind="people")
        if found.kind == "companies" and found.name in self.companies:
            return found._replace(name=self.companies[found.name])
        return found

    def _registered(self, text: str) -> Iterator[Found]:
        pattern = self.aliases
        if pattern is None:
            return
        for match in pattern.finditer(text):
            for kind in ("companies", "people", "places"):
                names: Names = getattr(self.registries, kind)
                if match[0] in names:
                    yield Found(match.start(), match.end(), names.resolve(match[0]), kind)
                    break

    def _capitals(self, text: str) -> Iterator[Found]:
        for match in patterns.sequence().finditer(text):
            day = _HOLIDAY.search(text, *match.span())  # On New Year's Eve Acme …
            start = match.start() if day is None else min(day.end() + 1, match.end())
            if start < match.end():
                yield from self._classified(text, start, text[start : match.end()])

    def _classified(self, text: str, begin: int, name: str) -> Iterator[Found]:
        """The names within a row of capitalised words: Xiaomi Chairman Lei Jun is a company and a person."""
        if name.endswith(("'s", "’s")) and name in self.companies:  # Macy's
            yield Found(begin, begin + len(name), name, "companies")
            return
        name = re.sub(r"['’]s?$", "", name)
        inner = re.search(r"['’]s?\s", name)
        if inner is not None:
            yield from self._classified(text, begin, name[: inner.start()])
            yield from self._classified(text, begin + inner.end(), name[inner.end() :])
            return
        words = name.split(" ")
        if patterns.office().fullmatch(name):
            return
        for number in range(len(words) - 1, 0, -1):
            ahead = " ".join(words[:number])
            office = patterns.office().search(ahead)
            if office is None or patterns.office().search(" ".join(words[: number + 1])):
                continue
            if office.start():
                yield from self._classified(text, begin, ahead[: office.start()].strip())
            begin, rest = begin + len(ahead) + 1, " ".join(words[number:])
            if rest.startswith("of "):  # Chief Executive of Acme
                yield from self._classified(text, begin + 3, rest[3:])
            else:
                yield from self._person(begin, rest, office["office"])
            return
        office = patterns.office().search(text[max(begin - 40, 0) : begin].rstrip())
        if office is not None and not text[max(begin - 2, 0) : begin].strip().endswith(","):
            yield from self._person(begin, name, office["office"])
            return
        yield from self._plain(text, begin, name)

    def _person(self, begin: int, name: str, office: str) -> Iterator[Found]:
        words = [word for word in name.split(" ") if word.lower() not in NO_NAMES]
        name = name[: name.rfind(words[-1]) + len(words[-1])] if words else name  # Ada Byron Thursday
        if not words or len(name.split(" ")) > 4 or words[0] in PLACES:
            return
        yield Found(begin, begin + len(name), name, "people", office)

    def _plain(self, text: str, begin: int, name: str) -> Iterator[Found]:
        words = name.split(" ")
        of = max((at for at, word in enumerate(words) if word == "of"), default=0)
        if of and words[of - 1].lower() in DOCUMENTS:  # Annual General Meeting of Acme
            begin, words = begin + len(" ".join(words[: of + 1])) + 1, words[of + 1 :]
        while words and " ".join(words) not in PLACES and patterns.is_no_name(words, begin):
            begin += len(words[0]) + 1
            words = words[1:]
        while words and (words[-1].lower() in NO_NAMES or words[-1] in CODES) and " ".join(words) not in PLACES:
            words = words[:-1]
        before = text[max(begin - 50, 0) : begin]
        is_first = (
            len(words) > 1
            and not (name in self.people or begins_person(name))
            and (not begin or re.search(r"[.!?\n]\s*$", before) is not None)
        )
        if is_first and (
            words[0].lower() in forms().ing or words[0].lower() in DESCRIBING or " ".join(words[1:]) in self.within
        ):
            begin += len(words[0]) + 1
            words = words[1:]
        if "of" in words[2:] and words[words.index("of") - 1].lower() in COMPANY_ENDINGS - {"bank"}:
            words = words[: words.index("of")]  # Acme Parts of Columbus
        name = " ".join(words)
        name = name if words and patterns.LEGAL.search(name) and "." in name[:-1] else name.strip("'’.")
        end = begin + len(name)
        kind = (
            self._kind(text, begin, name, words)
            if len(name) > 1 and text[end : end + 1] not in patterns.CURRENCY
            else None
        )
        if kind is not None and not patterns.office().fullmatch(name):
            yield Found(begin, end, name, kind)

    def _kind(self, text: str, begin: int, name: str, words: list[str]) -> str | None:
        if name in PLACES or is_bare(name) or patterns.AMOUNT.fullmatch(name):
            return "places" if name in PLACES else None
        is_body = words[-1].lower() in NO_COMPANY or name.startswith(("Port of", "University of", "Central Bank"))
        if is_body or (name.isupper() and text[begin + len(name) :][:1] in ("+", "-")):
            return None  # a body, a street, a rating
        if words[-1].lower().replace(".", "") in COMPANY_ENDINGS and len(words) > 1:
            return "companies"
        if is_generic(name) and name not in self.companies:
            return None
        if name in self.people and self.companies.get(name, name) == name:
            return "people"
        if name in self.companies or name in self.towns:
            return "companies" if name in self.companies else None
        if is_given(name) and name not in self.firms and name.lower() not in self.common:
            return "people"
        after, before = text[begin + len(name) : begin + len(name) + 60], text[max(begin - 50, 0) : begin]
        is_thing = words[-1].endswith("s") and words[-1].lower() in self.common  # Brian Pianos, a maker of pianos
        is_person = begins_person(name) and not is_thing and not {words[0], " ".join(words[:2])} & self.firms
        is_full = len(words) in (2, 3) and (patterns.PERSON_AFTER.match(after) or patterns.PERSON_BEFORE.search(before))
        if is_person or is_full or re.search(rf"\b(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?|(?:{patterns.KIN}),?)\s$", before):
            return "people"
        starts, is_known = patterns.STARTS.search(before) is not None, len(words) > 1 or name in self.within
        if starts and not is_known and (patterns.COMMON.search(name) or name.lower() in self.common):
            return None
        if patterns.COMPANY_AFTER.match(after):
            return None if re.search(r"\b(?:in|at|the)\s$", before) else "companies"
        if len(words) > 3:
            return None
        verb = re.match(r"\s([a-z]+)\b", after)
        acts = verb is not None and (verb[1] in forms().past or (verb[1] in forms().third and (is_known or not starts)))
        if patterns.COMPANY_BEFORE.search(before) or acts:
            return "companies"
        return "companies" if is_known and starts and verb is not None else None


_HOLIDAY = re.compile(rf"\b(?=\S+ [A-Z])(?:{HOLIDAY})\b")
