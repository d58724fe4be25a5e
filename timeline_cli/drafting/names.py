"""Who and where a clause is about: names of the registries, and capitalised names.

Owns: telling companies, people and places apart, and joining a surname to the full name before it. Does not: guess a
name that the text does not write.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline_cli.dates.in_text.english_calendar import HOLIDAY
from timeline_cli.dates.in_text.english_words import MONTHS, WEEKDAYS
from timeline_cli.drafting import name_patterns as patterns
from timeline_cli.drafting.given_names import begins_person, is_given
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import PARTLY, word_set
from timeline_cli.drafting.measures import is_bare
from timeline_cli.drafting.name_words import (
    COMPANY_ENDINGS,
    COMPANY_OPENINGS,
    DESCRIBING,
    DOCUMENTS,
    INDEXES,
    NO_COMPANY,
    NO_NAMES,
    PLACES,
    is_generic,
)
from timeline_cli.drafting.terms import spelled
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
    """The names of an article so far. `registered` finds those of the registries."""

    registries: Registries
    registered: re.Pattern[str] | None = None  # names and aliases of the registries, if the article has any
    people: dict[str, str] = field(default_factory=dict)  # surname or full name → full name
    companies: dict[str, str] = field(default_factory=dict)  # first words → name
    posts: dict[str, set[str]] = field(default_factory=dict)  # people → companies in the same sentence; empty: a role
    sexes: dict[str, bool] = field(default_factory=dict)  # people → whether the text says that he is a man
    count: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, set[str]] = field(default_factory=dict)  # words before a company: Acme Air → carrier
    within: set[str] = field(default_factory=set)  # capitalised words within sentences
    main_company: str = ""  # the company that the article names most often
    leader: str = ""  # the company that the article is about; empty if two may be
    common: set[str] = field(default_factory=set)  # words that the text writes small
    shorts: dict[str, str] = field(default_factory=dict)  # company → its shortest name in the text
    pair: str = ""  # instead of a leader: Acme and Bolt
    goods: tuple[str, ...] = ()  # instead of a leader: Nickel
    is_titled: bool = False  # whether the headline names the leader
    is_sure: bool = False  # whether what names no company may be of the leader
    terms: dict[str, str] = field(default_factory=dict)  # Group, Company → the company that is defined as this
    called: dict[str, str] = field(default_factory=dict)  # Acme → the company that is defined as this
    towns: set[str] = field(default_factory=set)  # names after in, near, moved to, and of things
    firms: set[str] = field(default_factory=set)  # names, or their first two words, that only companies have
    is_learnt: bool = False  # whether all of this is known, so that what was found in a text stays
    found: dict[str, list[Found]] = field(default_factory=dict)

    def spelled(self, text: str) -> str:
        """With companies for what stands for them by definition: The Group, Company."""
        return spelled(text, self.terms, self.short) if self.terms else text

    def short(self, name: str) -> str:
        """A company's name as the text writes it after the first time, without its legal form; all else unchanged."""
        return self.shorts.get(name, name)

    def names(self, text: str) -> list[Found]:
        """The names of a text in order, each place once; those of the registries first."""
        if self.is_learnt and text in self.found:
            return self.found[text]
        found = self._names(text)
        if self.is_learnt:
            self.found[text] = found
        return found

    def _names(self, text: str) -> list[Found]:
        known = list(self._registered(text))
        begins, taken, reached = [each.begin for each in known], known[:], 0
        for found in self.capitals(text):
            before = bisect_left(begins, found.end) - 1
            if found.begin >= reached and (before < 0 or known[before].end <= found.begin):
                taken.append(self._resolved(found))
                reached = found.end
        return sorted(each for each in taken if each.name)

    def _resolved(self, found: Found) -> Found:
        """A surname joins its person, a short name its company."""
        if found.name in self.people:
            return found._replace(name=self.people[found.name], kind="people")
        if found.kind == "companies" and found.name in self.companies:
            return found._replace(name=self.companies[found.name])
        return found

    def _registered(self, text: str) -> Iterator[Found]:
        for match in self.registered.finditer(text) if self.registered is not None else ():
            for kind in ("companies", "people", "places"):
                names: Names = getattr(self.registries, kind)
                if match[0] in names:
                    yield Found(match.start(), match.end(), names.resolve(match[0]), kind)
                    break

    def capitals(self, text: str) -> Iterator[Found]:
        for match in patterns.SEQUENCE.finditer(text):
            day = _HOLIDAY.search(text, *match.span())  # On New Year's Eve Acme …
            start = match.start() if day is None else min(day.end() + 1, match.end())
            if start < match.end():
                yield from self._classified(text, start, text[start : match.end()])

    def _classified(self, text: str, begin: int, name: str) -> Iterator[Found]:
        """The names within a row of capitalised words: Xiaomi Chairman Lei Jun is a company and a person."""
        if name.endswith(("'s", "’s")) and name in self.companies:  # Macy's
            yield Found(begin, begin + len(name), name, "companies")
            return
        if whole := _WITH_S.match(name):  # Standard & Poor's Corp
            yield Found(begin, begin + whole.end(), whole[0], "companies")
            return
        name = re.sub(r"['’]s?$", "", name)
        inner = re.search(r"['’]s?\s", name)
        if inner is not None and name[inner.end() :].lower() in _TRADES and not _is_day(name[: inner.start()]):
            yield Found(begin, begin + len(name), name, "companies")  # Bolt's Bakers
            return
        if inner is not None:
            yield from self._classified(text, begin, name[: inner.start()])
            yield from self._classified(text, begin + inner.end(), name[inner.end() :])
            return
        words = name.split(" ")
        if _is_office(name):
            return
        for number in range(len(words) - 1, 0, -1):
            ahead = " ".join(words[:number])
            office = patterns.office(ahead)
            if office is None or patterns.office(" ".join(words[: number + 1])):
                continue
            if office.start():
                yield from self._classified(text, begin, ahead[: office.start()].strip())
            begin, rest = begin + len(ahead) + 1, " ".join(words[number:])
            if rest.startswith("of "):  # Chief Executive of Acme
                yield from self._classified(text, begin + 3, rest[3:])
            else:
                yield from self._person(begin, rest, office["office"])
            return
        office = patterns.office(text[max(begin - 40, 0) : begin].rstrip())
        if office is not None and not text[max(begin - 2, 0) : begin].strip().endswith(","):
            yield from self._person(begin, name, office["office"])
            return
        yield from self._plain(text, begin, name)

    def _person(self, begin: int, name: str, office: str) -> Iterator[Found]:
        words = [word for word in name.split(" ") if word.lower() not in NO_NAMES]
        name = name[: name.rfind(words[-1]) + len(words[-1])] if words else name  # Ada Byron Thursday
        if not words or len(name.split(" ")) > 4 or words[0] in PLACES:
            return
        role = " ".join(word if word[-1].isupper() else word.lower() for word in office.split(" "))  # chief, CEO
        yield Found(begin, begin + len(name), name, "people", role)

    def _plain(self, text: str, begin: int, name: str) -> Iterator[Found]:
        words = name.split(" ")
        of = max((at for at, word in enumerate(words) if word == "of"), default=0)
        is_whose = of == 1 and _PEOPLE.fullmatch(words[0]) is not None  # Engineers of Acme
        if of and (is_whose or words[of - 1].lower() in DOCUMENTS):  # Annual General Meeting of Acme
            begin, words = begin + len(" ".join(words[: of + 1])) + 1, words[of + 1 :]
        based = max((at for at, word in enumerate(words) if patterns.BASED.search(word)), default=-1)
        begin, words = begin + sum(len(word) + 1 for word in words[: based + 1]), words[based + 1 :]
        while words and " ".join(words) not in PLACES and patterns.is_no_name(words, begin):
            begin += len(words[0]) + 1
            words = words[1:]
        while words and words[-1].lower() in NO_NAMES and words[-1] != "AS" and " ".join(words) not in PLACES:
            words = words[:-1]
        before = text[max(begin - 50, 0) : begin]
        is_first = (
            len(words) > 1
            and not (name in self.people or name in self.companies or begins_person(name))
            and (not begin or re.search(r"[.!?\n]\s*$", before) is not None)
        )
        rest = " ".join(words[1:])
        is_within = rest in self.within and not patterns.WHO.match(text, begin + len(name))
        opens = words[0].lower() if words else ""
        is_within |= opens in PARTLY  # Chiefly Acme
        leads = opens in DESCRIBING or opens in forms().ing
        if is_first and (is_within or (leads and opens != "managing")):
            begin += len(words[0]) + 1
            words = words[1:]
        if "." in name:
            words = words[: next((at for at, word in enumerate(words, 1) if patterns.DOTTED_FORM.fullmatch(word)), 9)]
        if "of" in words[2:] and words[words.index("of") - 1].lower() in COMPANY_ENDINGS - {"bank"}:
            words = words[: words.index("of")]  # Acme Parts of Columbus
        name = " ".join(words)
        name = name if words and patterns.LEGAL.search(name) and "." in name[:-1] else name.strip("'’.")
        end = begin + len(name)
        kind = self._kind(text, begin, name, words) if len(name) > 1 else None
        if kind is not None and not _is_office(name):
            yield Found(begin, end, name, kind)

    def _kind(self, text: str, begin: int, name: str, words: list[str]) -> str | None:
        is_amount = patterns.AMOUNT.fullmatch(name) or text[begin + len(name) :][:1] in ("$", "€", "£", "¥")
        if name.lower() in MONTHS and re.match(r"\.?\s\d", text[begin + len(name) :]):
            return None  # on Jan 14
        if name in PLACES or is_bare(name) or is_amount:
            return "places" if name in PLACES else None
        if (
            (name in INDEXES and name != "Nasdaq")
            or patterns.GOODS_TRADED.fullmatch(name)
            or (words[0] in _SHIPS and len(words) > 1)
        ):
            return None  # Arabica fell, MF Skarvøy ran aground
        if re.fullmatch(r"[A-Z]+-\d\w*", name) or re.fullmatch(r"[A-Z]{2}\ds", words[-1]):
            return None  # a model: VX-380; a grade of tea: BP1s
        is_spot = name.startswith(_SPOTS) and words[-1].lower() not in COMPANY_ENDINGS  # Lake Como; not Lake Resources
        is_body = words[-1].lower() in NO_COMPANY or name.startswith(_BODIES) or is_spot
        if (is_body and name not in self.companies) or (name.isupper() and text[begin + len(name) :][:1] in ("+", "-")):
            return None  # a body, a street, a rating
        if words[-1].lower().replace(".", "") in COMPANY_ENDINGS and len(words) > 1:
            return "companies"
        if _is_firm(words, text[max(begin - 6, 0) : begin]):
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
        if _DEMONYM.fullmatch(name) and re.search(r"\b(?:of|many|most) $", before):
            return None  # generations of Rhinelanders
        if before.endswith("-year-old "):
            return None  # the 49-year-old Venetian
        if patterns.FIRM_AFTER.match(after):
            return "companies"
        is_thing = words[-1].endswith("s") and words[-1].lower() in self.common  # Brian Pianos, a maker of pianos
        is_person = begins_person(name) and not is_thing and not {words[0], " ".join(words[:2])} & self.firms
        pair = patterns.PAIRED_BEFORE.search(before) or patterns.PAIRED_AFTER.match(after)
        is_paired = pair is not None and "&" not in name and begins_person(pair[1])
        is_full = is_paired or patterns.PERSON_AFTER.match(after) or patterns.PERSON_BEFORE.search(before)
        if is_person or (len(words) in (2, 3) and is_full) or patterns.TITLED.search(before):
            return "people"
        starts, is_known = patterns.STARTS.search(before) is not None, len(words) > 1 or name in self.within
        is_noun = _PEOPLE.fullmatch(name) is not None or name.lower() in self.common  # Growers received
        if starts and not is_known and (is_noun or patterns.COMMON.search(name)):
            return None
        if starts and not is_known and _BEGAN.match(after):
            return None  # Slaughter began in May
        if patterns.COMPANY_AFTER.match(after):
            is_maker = len(words) > 1 and re.match(r",\swhich\sha[sd]\b", after)  # at Acme Lifts, which has built them
            return None if re.search(r"\b(?:in|at|the)\s$", before) and not is_maker else "companies"
        if len(words) > 3:
            return None
        verb = patterns.VERB_AFTER.match(after)
        acts = verb is not None and (verb[1] in forms().past or (verb[1] in forms().third and (is_known or not starts)))
        if patterns.COMPANY_BEFORE.search(before) or acts or patterns.PARTY.search(f"{before}|{after}"):
            return "companies"
        return "companies" if is_known and starts and verb is not None else None


def _is_firm(words: list[str], before: str) -> bool:
    """Whether a name is built as those of companies are: Maison Byron, Byron & Carnot, BoltWorks; not its BoltWorks."""
    if words[0].lower() in COMPANY_OPENINGS and len(words) > 1:
        return True
    if "&" in words[1:-1]:
        return words[-1].lower() not in _OF_PAIRS
    return len(words) == 1 and _CAMEL.fullmatch(words[0]) is not None and not before.endswith(_OWNED)


_BEGAN = re.compile(
    r"\s(?:began|begins|started|starts|ended|ends|continued|continues|resumed|resumes)"
    r"(?=[.,]|\s(?:on|in|at|last|this|for|from|early|late)\b)"
)
_OF_PAIRS = word_set("acquisitions development conditions engineering innovation marketing operations services")
_CAMEL = re.compile(r"(?!Mac?[A-Z]|De[A-Z]|Di[A-Z]|Fitz|La[A-Z]|Le[A-Z]|V[ao]n[A-Z])[A-Z][a-z]+[A-Z][A-Za-z]+")
_OWNED = (" its ", " the ", " a ", " an ", " new ", "their ", " our ")


def _is_day(name: str) -> bool:
    return name.lower() in WEEKDAYS or name.lower() in MONTHS


def _is_office(name: str) -> bool:
    found = patterns.office(name)
    return found is not None and found.start() == 0


_WITH_S = re.compile(r"(?:Standard & Poor|Moody|Lloyd|Christie|Sotheby|McDonald|Sainsbury)['’]s")
_TRADES = word_set(
    "bakers bakery brewers brewery butchers creamery dairies distillery foundry nurseries potteries pottery"
)
_SHIPS = ("MF", "M/F", "MV", "M/V", "MS", "M/S", "MT", "SS", "HMS", "USS", "RMS")
_BODIES = ("Port of", "University of", "Central Bank")
_SPOTS = ("Avenue ", "Rue ", "Via ", "Calle ", "Lake ", "Mount ", "Cape ")
_PEOPLE = re.compile(r"[A-Z][a-z]+(?:ers|ors|ists|ants|ians)")
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:landers|yorkers|burgers|ians)")
_HOLIDAY = re.compile(rf"\b(?:{HOLIDAY})\b")
