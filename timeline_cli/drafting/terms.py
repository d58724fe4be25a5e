"""Defined terms: Acme plc ("Acme" or the "Group") announces …

Owns: which company a term stands for. Does not: find other names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from timeline_cli.drafting import name_patterns as patterns
from timeline_cli.drafting.lexicon import COMPANY_NOUNS
from timeline_cli.drafting.measures import possessive
from timeline_cli.drafting.name_words import is_generic

_BRACKET = r"\([^()\n]{1,120}\)"
_DEFINED = re.compile(
    rf"(?P<name>{patterns.CAPITAL}(?:{patterns.MIDDLE}? (?:{patterns.DOTTED}|{patterns.CAPITAL})){{0,6}})"
    rf"(?:,? (?:plc|Inc))?\.?"
    rf"(?:\s{_BRACKET}){{0,2}}(?:,\s(?:(?!\.\s[A-Z][a-z])[^()\n]){{2,60}},?)??,?\s\((?P<terms>[^()\n]{{0,120}})\)"
)
# In the text: The Group opened, the Company's.
_MEANT = re.compile(r"(?:^|\b[Tt]he )(?P<term>[A-Z][a-z]+)\b(?P<of>['’]s?(?!\w))?(?! [A-Z][a-z])")
_TERM = re.compile(
    r"(?P<the>\bthe\s|\bour\s)?[\"“'‘](?:[Tt]he )?(?P<term>[A-ZÀ-ſ][\w&.-]*(?: [A-ZÀ-ſ][\w&.-]*){0,3})[\"”'’]"
)
_OF_COMPANY = re.compile(rf"(?:{COMPANY_NOUNS}|corporation|issuer|trust|partnership)s?", re.IGNORECASE)


class Terms(NamedTuple):
    """`companies` by their terms; `leader` is the one that speaks, the Company or Group, or empty."""

    companies: dict[str, str]
    leader: str = ""


NO_TERMS = Terms({})


def terms(text: str) -> Terms:
    found: dict[str, str] = {}
    leader = ""
    for match in _DEFINED.finditer(text):
        between = text[match.end("name") : match.start("terms")].rstrip(" (")
        firms = [each[0] for each in patterns.SEQUENCE.finditer(between) if patterns.LEGAL.search(each[0])]
        form = re.match(r",? (?:plc|Inc)\b", text[match.end("name") :])
        is_firm = form is not None or patterns.LEGAL.search(match["name"]) is not None
        name = match["name"] if is_firm or not firms else firms[-1]  # the Market Rules, Acme Corp (the "Company")
        for each in _TERM.finditer(match["terms"]):
            term, last = each["term"], each["term"].split()[-1]
            is_kind = _OF_COMPANY.fullmatch(last) is not None
            if not is_kind and (each["the"] or term[0] != name[0]):
                continue  # Acme plc (the "Acquisition")
            found.setdefault(term, name)
            leader = leader or (name if is_generic(term) else "")
    return Terms(found, leader)


def spelled(text: str, companies: Mapping[str, str], short: Callable[[str], str]) -> str:
    """The text with companies for the terms: Acme for The Group."""

    def name(match: re.Match[str]) -> str:
        company = companies.get(match["term"], "")
        if not company:
            return match[0]
        return possessive(short(company)) if match["of"] else short(company)

    return _MEANT.sub(name, text)
