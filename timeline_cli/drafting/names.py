"""Who and where a clause is about: names of the registries, and capitalised names.

Owns: telling companies, people and places apart, and joining a surname to the full name before it. Does not: guess a
name that the text does not write.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import word_set
from timeline_cli.drafting.measures import is_bare
from timeline_cli.drafting.name_words import COMPANY_ENDINGS, NO_NAMES, OFFICES, PLACES, SPEAKERS
from timeline_cli.model import Names, Registries

_CAPITAL = r"[A-ZÀ-Þ][\w&'’]*(?:[-‑][\w&]+)*"
_MIDDLE = r"(?:\s(?:of|de|van|von|der|al|bin|&|and Co|da|di|du|la|le)(?=\s[A-ZÀ-Þ]))"


@cache
def _sequence() -> re.Pattern[str]:
    """Capitalised words in a row; SK hynix, eBay and the like by their capitals inside."""
    return re.compile(
        rf"\b(?:{_CAPITAL}|[a-z][A-Z]\w+|\d[A-Z]\w*)(?:{_MIDDLE}?\s(?:{_CAPITAL}|hynix|\d[A-Z]\w*)){{0,8}}"
    )


@cache
def _office() -> re.Pattern[str]:
    words = "|".join(map(re.escape, OFFICES))
    return re.compile(
        rf"\b(?P<office>(?:(?:Executive|Vice|Deputy|Acting|Former|former|Interim|interim|Founding|"
        rf"Senior)\s)*(?:{words}))(?P<and>\s(?:and|&)\s(?:{words}))?$",
        re.IGNORECASE,
    )


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
    leader: str = ""  # the same, if no other is named as often
    towns: set[str] = field(default_factory=set)  # names after in, near, moved to

    @property
    def aliases(self) -> re.Pattern[str] | None:
        if not hasattr(self, "_aliases"):
            self._aliases = _alias_pattern(self.registries)
        return self._aliases

    def learn(self, text: str) -> None:
        """Read a text for full names, so that a surname is known wherever it is."""
        self.within.update(re.findall(rf"(?<![\w'’.&-])[a-z][\w'’-]*,?\s({_CAPITAL})", text))
        self.towns.update(match[1] or match[2] for match in _TOWN.finditer(text))
        for found in self._capitals(text):
            if found.kind == "people" and " " in found.name:
                self.people.setdefault(found.name, found.name)
                if self.people.setdefault(_surname(found.name), found.name) != found.name:
                    self.people[_surname(found.name)] = ""  # two people: the surname alone says neither
            elif found.kind == "companies":
                self.count[found.name] += 1
                kind = re.search(r"([\w-]+)\s$", text[max(found.begin - 24, 0) : found.begin])
                if kind is not None:
                    self.kinds.setdefault(found.name, set()).add(kind[1].lower())
                first = found.name.split()[0]
                self.companies.setdefault(found.name, found.name)
                if first != found.name and first.lower() not in NO_NAMES and len(first) > 2:
                    self.companies.setdefault(first, found.name)
        for match in re.finditer(rf"\b(?:{_KIN}),?\s({_CAPITAL})(?!\s[A-Z])", text):
            self.people.setdefault(match[1], match[1])
        for name in self.companies.keys() & self.people.keys():
            if self.companies[name] != name:  # Bolt is Bolt Group, not its founder Ada Bolt
                del self.people[name]
        count: Counter[str] = Counter()
        for name, times in self.count.items():
            count[self.companies.get(name, name)] += times
        (self.main_company, most), (_, second) = [*count.most_common(2), ("", 0), ("", 0)][:2]
        self.leader = self.main_company if most > second else ""

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
        for match in _sequence().finditer(text):
            yield from self._classified(text, match.start(), match[0])

    def _classified(self, text: str, begin: int, name: str) -> Iterator[Found]:
        """The names within a row of capitalised words: Xiaomi Chairman Lei Jun is a company and a person."""
        name = re.sub(r"['’]s?$", "", name)
        inner = re.search(r"['’]s\s", name)
        if inner is not None:
            yield from self._classified(text, begin, name[: inner.start()])
            yield from self._classified(text, begin + inner.end(), name[inner.end() :])
            return
        words = name.split(" ")
        for number in range(len(words) - 1, 0, -1):
            ahead = " ".join(words[:number])
            office = _office().search(ahead)
            if office is None or _office().search(" ".join(words[: number + 1])):
                continue
            if office.start():
                yield from self._classified(text, begin, ahead[: office.start()].strip())
            yield from self._person(begin + len(ahead) + 1, " ".join(words[number:]), office["office"])
            return
        office = _office().search(text[max(begin - 40, 0) : begin].rstrip())
        if office is not None and not text[max(begin - 2, 0) : begin].strip().endswith(","):
            yield from self._person(begin, name, office["office"])
            return
        yield from self._plain(text, begin, name)

    def _person(self, begin: int, name: str, office: str) -> Iterator[Found]:
        words = [word for word in name.split(" ") if word.lower() not in NO_NAMES]
        if not words or len(name.split(" ")) > 4 or words[0] in PLACES:
            return
        yield Found(begin, begin + len(name), name, "people", office)

    def _plain(self, text: str, begin: int, name: str) -> Iterator[Found]:
        words = name.split(" ")
        while words and " ".join(words) not in PLACES and _is_no_name(words, begin):
            begin += len(words[0]) + 1
            words = words[1:]
        while words and words[-1].lower() in NO_NAMES and " ".join(words) not in PLACES:
            words = words[:-1]
        is_first = not begin and len(words) > 1 and name not in self.people
        if is_first and (words[0].lower() in forms().ing or " ".join(words[1:]) in self.within):
            begin += len(words[0]) + 1
            words = words[1:]
        name = " ".join(words).strip("'’.")
        end = begin + len(name)
        kind = self._kind(text, begin, name, words) if len(name) > 1 and text[end : end + 1] not in _CURRENCY else None
        if kind is not None and not _office().fullmatch(name):
            yield Found(begin, end, name, kind)

    def _kind(self, text: str, begin: int, name: str, words: list[str]) -> str | None:
        if name in PLACES or is_bare(name):
            return "places" if name in PLACES else None
        if words[-1].lower().rstrip(".") in COMPANY_ENDINGS and len(words) > 1:
            return "companies"
        if name in self.people and self.companies.get(name, name) == name:
            return "people"
        if name in self.companies or name in self.towns:
            return "companies" if name in self.companies else None
        after, before = text[begin + len(name) : begin + len(name) + 60], text[max(begin - 50, 0) : begin]
        is_full = len(words) in (2, 3) and (_PERSON_AFTER.match(after) or _PERSON_BEFORE.search(before))
        if is_full or re.search(rf"\b(?:(?:Mr|Ms|Mrs|Dr)\.?|(?:{_KIN}),?)\s$", before):
            return "people"
        starts, is_known = _STARTS.search(before) is not None, len(words) > 1 or name in self.within
        if starts and not is_known and _COMMON.search(name):
            return None
        if _COMPANY_AFTER.match(after):
            return None if re.search(r"\b(?:in|at|the)\s$", before) else "companies"
        if len(words) > 3:
            return None
        verb = re.match(r"\s([a-z]+)\b", after)
        if _COMPANY_BEFORE.search(before) or (verb and (verb[1] in forms().past or verb[1] in forms().third)):
            return "companies"
        return "companies" if is_known and starts and verb is not None else None


def _is_no_name(words: Sequence[str], begin: int) -> bool:
    """Whether the first of some capitalised words belongs to no name: Chinese, Tokyo-based; but New in New Albany."""
    if words[0].lower() in NO_NAMES:
        return words[0] != "New" or not begin or len(words) == 1
    return words[0][0].islower() or re.search(r"-(?:based|listed|owned|backed|led)$", words[0]) is not None


_KIN = "predecessor|successor|son|daughter|brother|sister|wife|widow|father|nephew"
_TOWN = re.compile(
    rf"(?<!stake )(?<!hares )(?<!interest )(?<!holding )(?<!nvest )(?<!nvested )(?<!confidence )(?<!majority )"
    rf"\b(?:in|near|off|outside|(?:moved|relocated) to)\s({_CAPITAL}(?:\s{_CAPITAL})?)(?![\w'’-]|\s[A-Z])"
    r"|\b([A-Z]\w+)-based\b"
)
_CURRENCY = tuple("$€£")
# A noun at the start of a sentence: Owners, Completion.
_COMMON = re.compile(r"(?:s|tion|sion|ment|ing|ity|ance|Power|Debt|Oil|Growth|Cash)$")
_STARTS = re.compile(r"(?:^|[.!?:;,\"”“’—\n])\s*$")
_PERSON_BEFORE = re.compile(
    r"\b(?:members?|directors|executives|founders|brothers|sisters),?\s(?:[A-Z]\S+\s){0,3}(?:and\s)?$"
    rf"|\b(?:{'|'.join(OFFICES)}),\s$"
)
_PERSON_AFTER = re.compile(
    rf",\s(?:who|\d\d,)\b|\stold\b|,\s(?:a\sformer\b|(?:the\s|its\s|a\s)?(?:[\w'’-]+\s){{0,5}}?(?:{'|'.join(OFFICES)})\b)"
    rf"|\s(?:as|to)\s(?:be\s)?(?:[\w'’-]+\s){{0,3}}?(?:{'|'.join(OFFICES)})\b"
    r"|,?\s(?:resigned|retired|stepped down|joined|quit|took over as|succeeds|succeeded|replaces|replaced)\b"
    r"|\s(?:founded|co-founded|runs|inherited|was born|died)\b"
)
_COMPANY_AFTER = re.compile(
    r"['’]s?\s|\s(?:said|will|has|is|plans|agreed|announced|reported|raised|and its|shares)\b|,\s(?:the|a|an|its|which|"
    r"based)\b"
)
_COMPANY_BEFORE = re.compile(
    r"\b(?:by|with|and|from|between|against|for|of|acquire|buy|sue|to|rival|maker|like|including|competitor|unit|"
    r"founded|runs|joined|supplier|startup|giant|firm|company|operator|group|carmaker|automaker|chipmaker|retailer|bank)\s$"
)


def _surname(name: str) -> str:
    """The word that the text may use alone: the first of a Korean or Chinese name, else the last."""
    first, *rest = name.split(" ")
    return (
        first if rest and (first in _FIRST_SURNAMES or ("-" in rest[-1] and "-" not in first)) else name.split(" ")[-1]
    )


_FIRST_SURNAMES = word_set(
    "Lee Kim Park Choi Jung Chung Lei Li Xi Wang Zhang Chen Liu Huang Zhao Wu Zhou Xu Sun Ma Hu Guo He Lin Zhu Koo "
    "Chey Shin Yoon Han"
)


def _alias_pattern(registries: Registries) -> re.Pattern[str] | None:
    """All names and aliases, the longest first; only Latin ones end at a word's end."""
    names = {
        alias
        for registry in (registries.companies, registries.people, registries.places)
        for entity in registry.entities.values()
        for alias in (entity.name, *entity.aliases)
    }
    if not names:
        return None
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(
        "|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" if name.isascii() else re.escape(name) for name in ordered)
    )


def speaks(role: str | None) -> bool:
    return role is not None and role.lower() in SPEAKERS
