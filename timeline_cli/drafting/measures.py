"""Measures of a company, and what it has, as subjects that do not say whose they are: Revenue, The contract.

Owns: which subjects these are. Does not: know the company.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.english_words import MONTH
from timeline_cli.drafting.lexicon import word_set

_NOUN = (
    r"(?:revenues?|sales|takings|output|turnover|income|profits?|loss(?:es)?|earnings|margins?|"
    r"ebit(?:d?a)?(?: margins?)?|"
    r"orders|order (?:intake|book)|backlog|bookings|yields?|deliveries|shipments|exports|headcount|(?:market )?share|"
    r"shares|share price|market value|net debt|cash flow|result|(?:combined|loss) ratio|occupancy|attendance|"
    r"throughput|volumes?|premiums|circulation|footfall)"
)
_KIND = (
    r"(?:net|gross|operating|pre-?tax|group|total|overall|full-year|annual|yearly|quarterly|half-year|nine-month|new|"
    r"(?:first|second|third|fourth)-(?:quarter|half)|organic|like-for-like|same-store|comparable|underlying|adjusted|"
    r"core|consolidated|recurring|free|statutory|reported|pro forma|average|container|passenger)"
)
_WHERE = r"(?: (?:(?:before|after) tax|per share|from operations|(?:for|in) the [\w -]+|in (?-i:[A-Z])[\w ]+))"
_BARE = re.compile(rf"(?:the )?(?P<rest>(?:{_KIND} )*{_NOUN}{_WHERE}?)", re.IGNORECASE)
_MEASURE = re.compile(
    rf"(?:.*(?:['’]s?|\bits|\bthe) )?(?:{_KIND} |[\w-]+ ){{0,2}}{_NOUN}(?: (?:in|for|of|at|before) .*)?", re.IGNORECASE
)
# What a measure does by itself; all else its company does.
_MOVES = word_set(
    "be rise fall jump drop slump surge soar plunge climb tumble gain slip decline lose advance hit reach come total "
    "grow shrink swing increase decrease double triple halve narrow widen beat miss exceed top stand remain recover "
    "rebound improve expand contract amount slide ease dip account turn end close trade open have"
)


_STAFF = re.compile(
    r"(?:(?:the|its|their) )?(?P<rest>(?:(?:current|former|supervisory|remaining|[\w ]+-listed) )*(?:stock|shares|"
    r"board(?: of directors)?|management board|chief (?:\w+ )?(?:executive|officer)|ceo|cfo|coo|finance chief|"
    r"managing director|(?:finance|technical|sales|marketing|research) director|director|chairman|chairwoman|treasurer|"
    r"initial public offering|ipo|founder|co-founder|directors|employees|staff|workers|management|results|"
    r"(?:(?!jobs|inflation|trade|growth|unemployment)[\w-]+ ){0,2}figures|"
    r"headquarters|debt(?!-)|pension fund|"
    r"shareholders|stockholders|creditors|customers|(?:parent|partner)(?: company)?|main owner)\b"
    r"(?!.* (?:at|of) (?-i:[A-Z])).*)",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\S+ (?:(?:del?|di|da|la|le|von|van) )?[A-Z]|\S[^\sa-z]|I\b|(?:{MONTH})\b")


_CHIEF = re.compile(r"^(?:Chief (?:[A-Z][a-z]+ )?(?:Executive|Officer)|Managing Director|Finance Chief)\b")
_COMMON = re.compile(r"(?:Chairman|Chairwoman|Director|Treasurer|Founder|Former|(?:Arch-)?[Rr]ival)\b")


def possessive(owner: str) -> str:
    return owner if re.search(r"['’]s$", owner) else f"{owner}'" if owner.endswith("s") else f"{owner}'s"


# The board of the World Bank, shares of the smaller bank, the remaining shares: of Acme, or of what it buys.
_OF_OTHERS = re.compile(
    r"\bof (?:the (?:[a-z]+ ){,3}|rival )?(?!Directors|Managers|Governors|Trustees)[A-Z]|"
    r"^[Tt]he (?:remaining|other) (?!staff|workers|employees|jobs|drivers)|"
    r"\bof (?:the|both|each) (?:\w+ )?(?:bank|lender|company|firm|two)\b"
)


def whose(subject: str, company: str, is_name: bool) -> str:
    """A subject with its company: Acme's revenue, Acme's board, else Acme: the fine, since a court's fine is not
    Acme's. `is_name` if its first word keeps its capital."""
    owned = None if _OF_OTHERS.search(subject) else _BARE.fullmatch(subject) or _STAFF.fullmatch(subject)
    rest = owned["rest"] if owned is not None else subject
    if rest.startswith(("The ", "A ", "An ")) and not rest.startswith("The Hague"):
        rest = rest[0].lower() + rest[1:]
    is_name = (is_name or _NAMED.match(rest) is not None) and _COMMON.match(rest) is None
    is_name &= _BARE.fullmatch(rest) is None or rest[1:2].isupper()  # Adjusted EBITDA, but EBITDA
    rest = rest if is_name or rest != subject else rest[0].lower() + rest[1:]
    rest = _CHIEF.sub(lambda found: found[0].lower(), rest) if owned is not None else rest
    return f"{possessive(company)} {rest}" if owned is not None else f"{company}: {rest}"


def is_staff(subject: str) -> bool:
    """Whether it is what only a company has: its board, chief executive, shares."""
    return _STAFF.fullmatch(subject) is not None


def is_bare(subject: str) -> bool:
    """Whether it is a measure that does not say whose."""
    return _BARE.fullmatch(subject) is not None


def is_measure(subject: str) -> bool:
    return _MEASURE.fullmatch(subject) is not None


_ABSTRACT = re.compile(
    r"\b(?:ruling|decision|move|news|setback|strike|stock|announcement|statement)$|^(?:(?:the|an?) )?(?:[\w-]+ )?"
    r"(?:construction|production|investment|outlay|commissioning|hiring)(?: (?:of|at|for|in) .*)?$",
    re.IGNORECASE,
)


def acts(subject: str, verb: str) -> bool:
    """Whether a subject can do what the verb says: a measure rises, but buys nothing."""
    return verb in _MOVES - {"open"} or not (is_measure(subject) or _ABSTRACT.search(subject))
