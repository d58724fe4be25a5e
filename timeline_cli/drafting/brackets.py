"""Brackets that say nothing of the event: tickers, defined terms, what a figure was in another period.

Owns: which brackets these are, and the text without them. Does not: read the figures in them.
"""

from __future__ import annotations

import re

_PERIOD = (
    r"(?:(?:1[5-9]|20)\d\d|(?<!\d)\d\d/\d\d|\b(?:FY|[QH][1-4]|[1-4][QH]|9M|6M|PY|LY)[ /'’\d]*"
    r"|\b(?:previous(?:ly)?|prior|last|preceding|comparable|year-ago|earlier)\b)"
)
# (Q3 2025: €301.4 million), (31 March 2026: £74.8m), (previous year: loss of €2 million)
COMPARING = rf"\((?=[^():\n]{{0,40}}?{_PERIOD})[^():\n]{{1,40}}:\s"
_EXCHANGES = (
    r"ISIN|WKN|CUSIP|NYSE|N[Aa][Ss][Dd][Aa][Qq]|ASX|LSE|AIM|TSXV?|BSE|NSE|SIX|HKEX|SGX|OTC\w*|Euronext|"
    r"X[Ee][Tt][Rr][Aa]|JSE|TSE"
)
_BRACKET = re.compile(
    rf"{COMPARING}[^()\n]*\)"
    r"|\([^()\n\"“”]{0,80}[\"“‘](?:[Tt]he )?[A-Z][^()\n]{0,80}\)"
    rf"|\((?:[^()\n]{{0,60}}[ ,/])?(?:{_EXCHANGES})\b[^()\n]{{0,80}}\)"
    r"|\((?!FY|[QH]\d)[A-Z]\w{1,8}(?: [A-Z]\w{1,8})?: ?[A-Z][A-Z\d.]{1,7}\)"
)
_NEXT = re.compile(rf"(?:\s*(?:{_BRACKET.pattern}))*")


# The Blue Bell, Pa., concern: a town of the United States before what it describes.
_TOWN = re.compile(
    r"(\b(?:[Tt]he|[Aa]n?|[Ii]ts)(?: [A-Z][\w.'’-]*){1,3})"
    r"(, (?:[A-Z][a-z]{1,5}\.|(?:[A-Z]\.){2}|Ohio|Iowa|Texas|Utah|Maine|Idaho|Alabama|Arizona|California|"
    r"Colorado|Florida|Georgia|Illinois|Indiana|Kansas|Kentucky|Michigan|Minnesota|Missouri|Nebraska|Nevada|Oklahoma|"
    r"Oregon|Pennsylvania|Tennessee|Virginia|Washington|Wisconsin|(?:North|South) (?:Carolina|Dakota)),)"
    r"(?= (?!and\b|or\b)[a-z])"
)


_KNOWN = re.compile(r", as (?:the [a-z-]+|it|he|she|they) (?:is|was|are) (?:[a-z]+ )?(?:known|called),")


def without_brackets(text: str) -> str:
    """The text with spaces instead of them, so that everything else stays in its place; -based for a state."""
    text = _BRACKET.sub(lambda match: " " * len(match[0]), text)
    text = _KNOWN.sub(lambda match: " " * len(match[0]), text)
    return _TOWN.sub(lambda match: match[1] + "-based".ljust(len(match[2])), text)


def end_with_brackets(text: str, end: int) -> int:
    """Where the brackets end that follow there."""
    found = _NEXT.match(text, end)
    return found.end() if found is not None else end
