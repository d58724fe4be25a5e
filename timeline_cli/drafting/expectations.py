"""Whose expectation an amount is: the consensus of analysts, a company's guidance or target; else it is what came.

Owns: the kind of a figure by the words around it. Does not: know the tense of the clause.
"""

from __future__ import annotations

import re

_OTHERS = r"(?:analysts?|economists|wall street|the street|city|market|lseg|factset|refinitiv|bloomberg|zacks)"
_HOPE = r"(?:expect\w*|estimat\w+|forecasts?|predict\w*|projec\w+|anticipat\w+|pencill?ed|hop\w+|looking|poll\w*|view)"
NOUNS = r"(?:estimates?|forecasts?|expectations?|predictions?|projections?|guidance|outlook|targets?|goals?)"
_THAN = (
    r"\b(?:beat\w*|topp?\w*|miss\w*|above|below|exceed\w*|surpass\w*|ahead of|short of|against|versus|vs\.?|than|under|"
    r"compared (?:with|to)|in line with|match\w*|met|meet\w*|lagg\w+|trail\w+)\s"
)
_AVERAGE = r"consensus\b|(?:average|mean|median) (?:\w+ )?(?:estimate|forecast)s?\b"
# Not: beat forecasts with revenue of.
_REST = r"(?:(?!\b(?:with|as|after|on|while|and|thanks|when)\b)[^,;\d]){0,50}$"
_OF_OTHERS = re.compile(rf"\b(?:{_AVERAGE}|{_OTHERS}\b[^,;\d]{{0,40}}\b{_HOPE}\b){_REST}", re.IGNORECASE)
_BY_OTHERS = re.compile(
    rf"\s(?:[a-z-]+\s){{0,4}}?(?:{_AVERAGE}|(?:the\s)?{_OTHERS}\b[^,;]{{0,25}}\b{_HOPE}\b"
    rf"|{_HOPE} by (?:\w+ )?{_OTHERS}\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"{_THAN}[^;]{{0,60}}?(?<!than )(?<!than-)\b(?P<noun>{NOUNS})\b{_REST}", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|their|own|previous|prior|earlier|company['’]s|guidance|outlook|targets?|goals?)\b")
# What it says of results is not what the amount is: beat forecasts and posted revenue of.
_BEATEN = re.compile(
    rf"{_THAN}(?:[\w'’-]+\s){{0,4}}?{NOUNS}\b|\b(?:than|as)[ -](?:expected|forecast)|\bprice targets?\b"
)
_BREAKS = re.compile(
    r"^.*(?:\b(?:after|as|while|because|despite|following|since|thanks to|when)\s(?!much|many|well)|,\s[a-z]+ing\s)"
)
_KINDS = (
    ("guidance", r"\b(?:forecast|guidance|outlook|expects?|expected|projects?|guided|sees|anticipates?)\b"),
    ("target", r"\b(?:targets?|targeted|targeting|goals?|aim(?:s|ed|ing)?|plans? to|pledged?)\b"),
    ("preliminary", r"\b(?:preliminary|provisional)\b"),
)


def compared(before: str, after: str) -> str | None:
    """The kind of an expectation that what came is compared with; `before` begins after the amount before."""
    if _OF_OTHERS.search(before) or _BY_OTHERS.match(after):
        return "consensus"
    found = _BESIDE.search(before)
    if found is None or not _OWN.search(found[0]):
        return "consensus" if found is not None else None
    return "target" if re.match("target|goal", found["noun"], re.IGNORECASE) else "guidance"


def kind(before: str) -> str | None:
    """The kind that the words before an amount say: a forecast, a target; None for what came."""
    before = _BEATEN.sub("", _BREAKS.sub("", before))
    return next((name for name, pattern in _KINDS if re.search(pattern, before)), None)
