"""Defined terms: Acme plc ("Acme" or the "Group") announces …

Owns: which company a term stands for. Does not: find other names.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline_cli.drafting import name_patterns as patterns
from timeline_cli.drafting.lexicon import COMPANY_NOUNS, word_set

_BRACKET = r"\([^()\n]{1,120}\)"
_DEFINED = re.compile(
    rf"(?P<name>{patterns.CAPITAL}(?:{patterns.MIDDLE}? (?:{patterns.DOTTED}|{patterns.CAPITAL})){{0,6}})(?:,? (?:plc|Inc))?\.?"
    rf"(?:\s{_BRACKET}){{0,2}}(?:,\s[^()\n]{{2,60}},?)??,?\s\((?P<terms>[^()\n]{{0,120}})\)"
)
_TERM = re.compile(r"(?P<the>\bthe\s|\bour\s)?[\"“'‘](?:[Tt]he )?(?P<term>[A-ZÀ-Þ][\w&.-]*(?: [A-ZÀ-Þ][\w&.-]*){0,3})[\"”'’]")
_GENERIC = word_set("company group bank corporation firm issuer trust fund partnership")
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
        name = match["name"]
        for each in _TERM.finditer(match["terms"]):
            term, last = each["term"], each["term"].split()[-1]
            is_kind = _OF_COMPANY.fullmatch(last) is not None
            if not is_kind and (each["the"] or term[0] != name[0]):
                continue  # Acme plc (the "Acquisition")
            found.setdefault(term, name)
            leader = leader or (name if is_generic(term) else "")
    return Terms(found, leader)


def is_generic(term: str) -> bool:
    """Whether it says what a company is rather than what it is called: Group, Company."""
    return term.lower() in _GENERIC
