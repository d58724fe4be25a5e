"""What an article teaches about names before its events are read: who is a person, a company, what it is about.

Owns: the passes over the whole text that fill a Cast. Does not: find names in a clause.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from timeline_cli.drafting import name_patterns as patterns
from timeline_cli.drafting.descriptions import COMPANY, PARTS
from timeline_cli.drafting.given_names import begins_person, is_given, surname
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import COMPANY_NOUNS, word_set
from timeline_cli.drafting.name_words import (
    COMPANY_ENDINGS,
    COMPANY_OPENINGS,
    DOCUMENTS,
    INDEXES,
    NO_NAMES,
    PLACES,
    is_generic,
)
from timeline_cli.drafting.names import Cast, Found
from timeline_cli.drafting.terms import NO_TERMS, Terms
from timeline_cli.drafting.topic import Topic, topic


def learn(cast: Cast, text: str, heading: str = "", defined: Terms = NO_TERMS) -> None:
    """Read a text for full names, so that a surname is known wherever it is, and for what it is about."""
    text = patterns.BYLINE.sub("", text)
    cast.common.update(re.findall(r"(?<![@./])\b[a-z]+\b(?![@.]\w)", text))  # not of an address: press@acme.example
    cast.within.update(re.findall(rf"(?<![\w'’.&-])[a-z][\w'’-]*,?[ ]({patterns.CAPITAL})", f"{heading}\n{text}"))
    rows = (match[0].split(" ") for match in patterns.SEQUENCE.finditer(text))
    cast.firms.update(" ".join(row[:2]) for row in rows if row[-1].lower() in COMPANY_ENDINGS)
    # A headline has no given names alone: Oscar cuts jobs.
    cast.firms.update(match[1] for match in patterns.LONE.finditer(heading) if is_given(match[1]))
    whole = f"{heading}\n{text}"
    places = [
        *patterns.TOWN.finditer(whole),
        *patterns.STREET.finditer(text),
        *patterns.PRODUCT.finditer(text),
        *patterns.BODY.finditer(text),
    ]
    cast.towns.update(name for match in places for name in match.groups() if name)
    things = [*patterns.THING.finditer(text), *_WITH_ARTICLE.finditer(text)]
    cast.towns.update(match[1] for match in things if not (_is_bare(match[1], whole) or _acts(match[1], whole)))
    _learn_terms(cast, defined)
    brands = {match[1] or match[2] for match in patterns.BRAND.finditer(text)}
    brands = {name for name in brands if name[:-2].lower() not in NO_NAMES and not is_generic(name[:-2])}
    cast.companies.update(zip(brands, brands, strict=True))
    owned = [*patterns.FOUNDED.finditer(text), *patterns.OWN.finditer(heading)]
    owned += (match for match in patterns.SET_UP.finditer(text) if not match[0].startswith("launched"))
    owned += (match for match in patterns.LIFE.finditer(heading) if not begins_person(match[1]))
    cast.companies.update((match[1], match[1]) for match in owned if match[1])
    own = [(name.partition("'s ")[0], name) for name in cast.companies if "'s " in name]
    cast.companies.update((f"{first}'s", name) for first, name in own)  # Bolt's of Bolt's Brewery
    for found in cast.capitals(text):
        if found.kind == "people" and " " in found.name:
            _learn_person(cast, found, text)
        elif found.kind == "companies":
            _learn_company(cast, found, text)
    _learn_aged(cast, text)
    _learn_speakers(cast, text)
    _learn_surnames(cast, text, heading)
    for found in cast.capitals(heading):  # a short history of Acme Pianos
        is_whole = found.kind == "companies" and " " in found.name and heading[: found.begin][-2:-1].islower()
        if is_whole and found.name.split()[0] not in cast.companies:
            cast.companies[found.name] = found.name
    _learn_headline(cast, heading, text)
    for match in patterns.ALONE.finditer(text):
        name = match[1] or match[2]
        if match[1] or not (patterns.COMMON.search(name) or name in PLACES):
            cast.people.setdefault(name, name)
    _tell_apart(cast, text, heading)
    # Again, since some names are only known to be of companies by what follows later.
    every = cast.names(text)
    cast.count = Counter(text[each.begin : each.end] for each in every if each.kind == "companies")
    _learn_posts(cast, every, text)
    _learn_sexes(cast, text)
    _learn_topic(cast, text, heading)


def _learn_headline(cast: Cast, heading: str, text: str) -> None:
    """Acme to shut a mill, Acme reports sales, Acme: the dream: a company of the text, and no common noun of it."""
    acts, opens = patterns.HEADLINE.match(heading), patterns.OPENS.match(heading)
    acts = None if acts is not None and acts["verb"] == "prices" else acts  # Rome prices slip
    verbs = () if acts is None else forms().base if acts["to"] else forms().third
    name = acts[1] if acts is not None and acts["verb"] in verbs else opens[1] if opens is not None else ""
    is_told = patterns.is_within(name, text)
    if not is_told and opens is not None and max(cast.count.values(), default=0) < 2:  # a release that says the Group
        is_called = patterns.GROUP.search(text) or patterns.CALLED.search(text)  # or the company
        is_told = is_called is not None and name.split()[-1].lower() not in _HEADINGS
    if not name or not is_told or (opens is not None and begins_person(name)):
        return
    low = name.lower()
    is_known = name in PLACES | INDEXES | cast.towns or name in cast.people
    is_noun = " " not in name and patterns.COMMON.search(name) is not None
    is_noun |= patterns.GOODS_TRADED.fullmatch(name) is not None
    if not (is_known or is_generic(name) or low in cast.common | NO_NAMES or is_noun):
        cast.companies.setdefault(name, name)


_HEADINGS = DOCUMENTS | word_set("exclusive breaking update analysis opinion results correction filing interim trading")


def _is_bare(name: str, text: str) -> bool:
    """Whether a name stands without an article somewhere, as that of a company does: Airbus cut jobs."""
    return re.search(rf"(?<!\b[Aa] )(?<!\b[Aa]n )(?<!\b[Tt]he )(?<![\w-]){re.escape(name)}\b", text) is not None


def _acts(name: str, text: str) -> bool:
    """Whether a name with its article does what only companies do: The Gap cut 400 jobs, it said."""
    does = "said|says|reported|announced|sold|sells|bought|cut|cuts|plans|agreed|acquired|posted|expects|makes|made"
    return re.search(rf"\b[Tt]he {re.escape(name)} (?:has |had |will )?(?:{does})\b", text) is not None


def _learn_person(cast: Cast, found: Found, text: str) -> None:
    cast.people.setdefault(found.name, found.name)
    last = surname(found.name)
    other = cast.people.setdefault(last, found.name)
    is_alone = re.search(rf"(?<!\w )\b{re.escape(last)}\b(?! [A-Z])", text[: found.begin]) is not None
    if other != found.name and not is_alone:
        cast.people[last] = ""  # two people: the surname alone says neither
    first = found.name.split()[0]
    if first != last and found.name.count(" ") > 1 and _is_alone(first, text) and not _is_alone(last, text):
        cast.people.setdefault(first, found.name)  # Pham Thu Ha, then Pham


def _learn_aged(cast: Cast, text: str) -> None:
    """A name with an age is a person's, and so is a longer one that ends with it: Huong, 58, is Pham Lan Huong."""
    aged = {match[1] for match in patterns.AGED.finditer(text)} - cast.people.keys() - PLACES - cast.towns
    for name in aged:
        whole = [each for each in cast.companies if each == name or each.endswith(f" {name}")]
        for each in whole:
            del cast.companies[each], cast.count[each]
        cast.people[name] = max(whole, key=len, default=name)
        full = cast.people[name]
        for each in {full, surname(full), full.split()[-1]} - {name}:
            cast.people.setdefault(each, full)
            cast.companies.pop(each, None)


def _learn_speakers(cast: Cast, text: str) -> None:
    """A surname that speaks is a person's, whose whole name is written once: Isla Byron left. "No," Byron says."""
    speakers = {match[1] for match in patterns.SPEAKS.finditer(text)} - cast.people.keys() - cast.companies.keys()
    for match in patterns.PAIR.finditer(text) if speakers else ():
        first, last = match[1], match[2]
        if last not in speakers or patterns.office(first) or patterns.TITLED.search(f"{first} "):
            continue
        if first.lower() not in NO_NAMES | cast.common and first not in PLACES | cast.towns:
            cast.people.setdefault(last, match[0])
            cast.people.setdefault(match[0], match[0])
            cast.companies.pop(match[0], None), cast.count.pop(match[0], None)


def _learn_surnames(cast: Cast, text: str, heading: str) -> None:
    """Acme Bolt is a person, not a firm, where the text goes on with Bolt, never with Acme, and soon with he or her."""
    for name in [name for name, whole in cast.companies.items() if name == whole and name.count(" ") == 1]:
        first, last = name.split()
        is_firm = (
            last.lower() in COMPANY_ENDINGS
            or last.lower() in cast.common
            or last in heading
            or first.lower() in _OF_FIRMS | COMPANY_OPENINGS
            or any(COMPANY.fullmatch(kind) for kind in cast.kinds.get(name, ()))
            or not re.search(rf"{re.escape(last)}\b{patterns.PRONOUN}", text)
        )
        is_lead = re.search(rf"^{re.escape(name)}{patterns.OF_PERSON}", text, re.M) is not None
        is_who = re.search(rf"\b{re.escape(last)}, who\b", text) is not None and _is_alone(last, text)
        is_lead |= is_who and last.lower() not in COMPANY_ENDINGS
        if not is_lead and (is_firm or _is_alone(first, text) or not _is_alone(last, text)):
            continue
        for each in [each for each, whole in cast.companies.items() if whole == name or each == last]:
            cast.companies.pop(each), cast.count.pop(each, None)
        cast.people |= {name: name, last: name}


# The Sable has been stacked: a ship, a brand, a body; no company, if it has its article everywhere.
_WITH_ARTICLE = re.compile(r"\b[Tt]he ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?!['’&-]|\s[A-Z])")
_IN_HEADING = re.compile(rf"\b{COMPANY_NOUNS}\b(?!\s[A-Z])")
_KIND_BEFORE = re.compile(rf"\b{COMPANY_NOUNS} $", re.IGNORECASE)
_KIND_AFTER = re.compile(rf", (?i:the|an?) [^,.]*\b{COMPANY_NOUNS}\b")
_BEFORE = re.compile(r"(?:^|[.!?:;,(—–\"“”\n]\s?|\b[a-z]\S*\s)$")
_OF_FIRMS = word_set(
    "bank banco banque grupo groupe gruppo group royal deutsche hotel harley air radio casa club studio"
)


def _is_alone(word: str, text: str) -> bool:
    """Whether no capitalised word is beside a word."""
    found = re.finditer(rf"{re.escape(word)}\b(?! [A-Z])", text)
    return any(_BEFORE.search(text[max(each.start() - 40, 0) : each.start()]) for each in found)


def _learn_sexes(cast: Cast, text: str) -> None:
    men, women = (
        {cast.people.get(match[1], match[1]) for match in pattern.finditer(text)}
        for pattern in (patterns.MALE, patterns.FEMALE)
    )
    cast.sexes.update({name: name in men for name in men ^ women})  # of Mr and Mrs Byron neither


def _learn_company(cast: Cast, found: Found, text: str) -> None:
    cast.count[found.name] += 1
    kind = re.search(r"([\w-]+)\s$", text[max(found.begin - 24, 0) : found.begin])
    apposed = patterns.APPOSED.match(text, found.end)
    kinds = {each[1].lower() for each in (kind, apposed) if each is not None}
    cast.kinds.setdefault(cast.companies.get(found.name, found.name), set()).update(kinds)
    first = found.name.split()[0]
    cast.companies.setdefault(found.name, found.name)
    if first != found.name and len(first) > 2 and not (first.lower() in NO_NAMES or first in cast.towns):
        cast.companies.setdefault(first, found.name)


def _learn_posts(cast: Cast, found: list[Found], text: str) -> None:
    """People → companies named before them in a sentence, or empty for some company, where a role is written."""
    for last, each in pairwise([*found[:1], *found]):
        near, ahead = text[last.end : each.begin], re.split(r"[.!?]\s", text[each.end : each.end + 80])[0]
        firm = last.name if last.kind == "companies" and len(near) < 40 and not re.search(r"[.!?]\s", near) else ""
        if each.kind == "people" and (firm or each.role or patterns.POST.search(ahead)):
            cast.posts.setdefault(each.name, set()).add(firm)


def _tell_apart(cast: Cast, text: str, heading: str) -> None:
    """A name of both people and companies is one of them: that of the firm, or of its founders."""
    for name in cast.companies.keys() & cast.people.keys():
        if cast.companies[name] != name:  # Bolt is Bolt Group, not its founder Ada Bolt
            del cast.people[name]
    shared = Counter(surname(each) for each in cast.people if " " in each)
    firms = {match[1] for match in patterns.FAMILY.finditer(text) if shared[match[1]] > 1}  # of two Byrons
    for name in firms | {each for each in shared if _is_firm(each, f"{heading}\n{text}")}:
        cast.people.pop(name, None)
        cast.companies.setdefault(name, name)


def _is_firm(name: str, text: str) -> bool:
    """Whether a surname alone, before any full name, is that of the founder's firm: the brewer Bolt cut its prices."""
    mentions = [*re.finditer(rf"\b{re.escape(name)}\b", text)]
    alone, whole = mentions[:1], re.search(rf"\b[A-ZÀ-ſ][\w.-]+ {re.escape(name)}\b", text)
    if not alone or (whole is not None and whole.end() <= alone[0].end()):
        return False
    return any(
        _KIND_BEFORE.search(text, max(each.start() - 40, 0), each.start()) or _KIND_AFTER.match(text, each.end())
        for each in mentions
    )


def _learn_terms(cast: Cast, defined: Terms) -> None:
    """Acme plc ("Acme" or the "Group") …: the release is about that company."""
    for term, name in defined.companies.items():
        known = [each.name for each in cast.capitals(name) if each.kind == "companies"]
        cast.companies[term] = cast.companies[name] = known[-1] if known else name
        (cast.terms if is_generic(term) else cast.called)[term] = cast.companies[term]
    cast.leader = cast.companies.get(defined.leader, "")


def _learn_initials(cast: Cast) -> None:
    """WBH is Wielkopolski Bank Handlowy, of which it has the initials."""
    for name in [each for each in cast.companies.values() if each.count(" ") > 1]:
        initials = "".join(re.findall(r"\b[A-Z]", name))
        if len(initials) > 2 and initials.lower() not in NO_NAMES:
            cast.companies[initials] = name


_SOURCE = re.compile(
    r"\b(?:[Aa]ccording to|data from|figures from|compiled by) (?:the )?"
    rf"({patterns.CAPITAL}(?: {patterns.WORD}){{0,3}})"
)


def _learn_topic(cast: Cast, text: str, heading: str) -> None:
    """The company that the article is about, and how the text calls each company for short."""
    alone = {match[1] for match in patterns.LONE.finditer(heading)}
    _learn_initials(cast)
    known, count, surnames = cast.registries.companies, Counter[str](), {each.split()[-1] for each in cast.people}
    names = dict.fromkeys(cast.companies.values())  # in the order of the text
    ends = Counter(name.split()[-1] for name in names if " " in name)
    for name in names:
        base = patterns.LEGAL.sub("", name)
        ahead = base.rpartition(" ")[0]  # Acme Parts of Acme Parts Group
        is_group = " " in ahead and ahead in cast.companies and base.split()[-1].lower() in COMPANY_ENDINGS
        for alias in (base, ahead) if is_group else (base,):
            if cast.companies.get(alias, alias) == alias:
                cast.companies[alias] = name
        last = name.split()[-1]
        is_alone = ends[last] == 1 and cast.companies.get(last) == last and not is_generic(last)
        if name != last and is_alone:  # Krammer of Seilbahn Krammer
            cast.companies[last] = name
    cast.companies = {each: known.resolve(name) for each, name in cast.companies.items()}
    for name, times in sorted(cast.count.items(), key=lambda each: -len(each[0])):
        count[cast.companies.get(name, name)] += times
        if (name not in surnames or name in alone) and not is_generic(name):
            cast.shorts[cast.companies.get(name, name)] = patterns.LEGAL.sub("", name)
    cast.shorts.update({cast.companies[term]: term for term in cast.called})
    sources = (match[1].split(" ") for match in _SOURCE.finditer(text))
    for name in {" ".join(row[:last]) for row in sources for last in range(1, len(row) + 1)}:
        if count[name] == 1 < len(count):  # said so, and is spoken of no further
            del count[name]
    about = topic(text, heading, cast.companies, count, cast.firms)
    if cast.leader:  # the Company of a release
        leader = cast.companies.get(cast.leader, cast.leader)
        about = Topic(leader, leader, True)
    cast.main_company, cast.leader, cast.is_titled = about.main, about.leader, about.is_titled
    is_long = heading != "" and len(text) > 1_000 and patterns.CALLED.search(text) is not None
    if cast.leader:
        cast.shorts.setdefault(cast.leader, patterns.LEGAL.sub("", cast.leader))
    cast.is_sure = cast.leader != "" and (cast.is_titled or is_long)
    called = {*_IN_HEADING.findall(heading[:1].lower() + heading[1:])} - PARTS
    called |= {"yard"} if any("yard" in each for each in called) else set()  # Shipyard in distress: Acme
    others = set().union(*(kinds for name, kinds in cast.kinds.items() if name != cast.leader))
    own = cast.kinds.setdefault(cast.leader, set())
    own.update(called - others)  # Pipeline operator told to pay gas producer: Acme is one of them
    cast.pair, cast.goods = " and ".join(map(cast.short, about.pair)), about.goods
    cast.is_learnt = True
