"""Measures of a company, and what it has, as subjects that do not say whose they are: Revenue, The contract.

Owns: which subjects these are. Does not: know the company.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.lexicon import word_set

_NOUN = (
    r"(?:revenues?|sales|turnover|income|profits?|loss(?:es)?|earnings|margins?|ebitda?|orders|order (?:intake|book)|"
    r"backlog|bookings|deliveries|shipments|headcount|(?:market )?share|shares|share price|market value|net debt|"
    r"cash flow)"
)
_KIND = (
    r"(?:net|gross|operating|pre-?tax|group|total|overall|full-year|annual|yearly|quarterly|half-year|nine-month|new|"
    r"(?:first|second|third|fourth)-(?:quarter|half)|organic|like-for-like|same-store|comparable|underlying|adjusted|"
    r"core|consolidated)"
)
_WHERE = r"(?: (?:(?:before|after) tax|per share|(?:for|in) the [\w -]+|in (?-i:[A-Z])[\w ]+))"
_BARE = re.compile(rf"(?:the )?(?P<rest>(?:{_KIND} )*{_NOUN}{_WHERE}?)", re.IGNORECASE)
_MEASURE = re.compile(
    rf"(?:.*(?:['’]s?|\bits|\bthe) )?(?:{_KIND} |[\w-]+ )?{_NOUN}(?: (?:in|for|of|at|before) .*)?", re.IGNORECASE
)
# What the text speaks of as known, or what a company does: the contract, construction.
_THING = re.compile(
    r"(?:the|a (?:second|third|new|further)) |(?:a )?(?:construction|(?:trial )?production|pilot|hearing|"
    r"commercial operations?|test(?:s|ing)?|work)\b",
    re.IGNORECASE,
)
# What a measure does by itself; all else its company does.
_MOVES = word_set(
    "be rise fall jump drop slump surge soar plunge climb tumble gain slip decline lose advance hit reach come total "
    "grow shrink swing increase decrease double triple halve narrow widen beat miss exceed top stand remain recover "
    "rebound improve expand contract amount slide ease dip account turn end close trade open have"
)


def whose(measure: str, company: str) -> str:
    """A measure without an owner, with that company if there is one: Acme's revenue."""
    rest = _BARE.sub(r"\g<rest>", measure)
    rest = rest if rest[1:2].isupper() else rest[0].lower() + rest[1:]
    return f"{company}'{'' if company.endswith('s') else 's'} {rest}" if company else measure


def is_bare(subject: str) -> bool:
    """Whether it is a measure that does not say whose."""
    return _BARE.fullmatch(subject) is not None


def is_measure(subject: str) -> bool:
    return _MEASURE.fullmatch(subject) is not None


def acts(subject: str, verb: str) -> bool:
    """Whether a subject can do what the verb says: a measure rises, but buys nothing."""
    return verb in _MOVES or not is_measure(subject)


def is_thing(subject: str) -> bool:
    return _THING.match(subject) is not None
