"""Words that stand for a company or a thing at a later mention: it, the airline, the Danish carrier, the deal.

Owns: these words and patterns. Does not: know the company.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.lexicon import COMPANY_NOUNS, any_of, word_set
from timeline_cli.drafting.name_words import NATIONALITIES, PLACES

SINGULAR, PLURAL, OWN = word_set("it its"), word_set("they their them"), word_set("we our")
PERSONAL = word_set("he she his her")
# Words that stand for no thing, alone or at the start of what only looks like a subject.
NO_SUBJECT = {"no longer"} | word_set(
    "there this that these those what whoever anyone i you one some several many others most all nor neither"
)
NO_START = word_set("here my for with by from of to into without according in on among during since what")
COMPANY = re.compile(rf"\b{COMPANY_NOUNS}")
ANY_COMPANY = word_set("company group firm business giant")
PARTS = word_set("unit brand fund investor bank lender")
# Before a kind of company these make it another one: the merged bank, the larger rival.
ANOTHER = word_set(
    "merged combined merging enlarged new other rival second third larger smaller largest biggest parent holding "
    "target former joint local same only acquired unlisted control age lobby trade consumer working hacker rights "
    "industry"
)
# After a name these may be part of it: the Carnot group, but the Rome airline.
NAMED_SO = word_set("group bank brand fund unit business chain")
# What is done to things, not to companies.
MADE = word_set("commission complete inaugurate finish equip install build construct deliver")
CENTRAL = re.compile(r"\b(?:Central|Reserve|Federal|Bank (?:of|Negara)|\w+bank)\b")  # banks that set a rate
LOCAL = re.compile(
    r"(?:North|South|East|West)(?:ern)?|\S+(?:-\w+|ese|ish|[ei]an|can)|French|German|Swiss|Dutch|Greek|Czech|Thai|U\.S\."
)
HOW = r"(?P<how>(?:(?:country|nation|world|region|state)['’]s )?(?:(?!(?:and|or|of|in|by|for|the)\b)[\w.-]+,? ){0,3}?)"
PREMISES = word_set("store shop school hospital club hotel newspaper agency restaurant theatre museum brewery mill")
OWNERS = re.compile(
    rf"\b(?:the {HOW}(?P<kind>(?-i:{COMPANY.pattern}|Company)|{any_of(PREMISES)})(?=['’]s?\b|['’]\s|[,.;)]|$|"
    r"\s(?:in|on|at|by|for|from|to|until|over|into|with|and|or|after|before|during|upon|of(?!\s(?-i:[A-Z]))|last|this|two|three|an?|the|its|"
    r"[$€£¥]?\d+)\b)"
    r"|its|their|his|her|our)\b",
    re.IGNORECASE,
)
DESCRIBED = re.compile(rf"the {HOW}{COMPANY_NOUNS}(?:['’]s .*)?", re.IGNORECASE)
BODIES = re.compile(
    r"\b(?:government|ministry|minister|court|commission|parliament|senate|congress|union|police|agency|regulator|"
    r"watchdog|league|gang|club|council|authority|administration|president|state|judge|index|currency)\b",
    re.IGNORECASE,
)
MEDIA = re.compile(
    r"\b(?:newspaper|daily|weekly|broadcaster|news agency|website|magazine|radio|station)\b", re.IGNORECASE
)
ACTORS = re.compile(
    rf"{COMPANY.pattern}|{BODIES.pattern}|\b(?:companies|owners|brothers|partners|founders|families|\w*holders|workers|"
    r"executives|officials|regulators|prosecutors|members|sides|lawyers|countries|rivals)\b",
    re.IGNORECASE,
)
NO_THING = re.compile(
    r"[$€£]|[\d.,]+(?:$|%|\s(?:percent|million|billion)\b)|(?:it|its|they|them|their|he|she|his|her)$", re.I
)
GOVERNED = re.compile(r"\b(?:of|in|at|off|near|outside|from|for|with|on|to|by|against) (?:the )?(?:[A-Z]\S+ )*$")
THE = re.compile(rf"[Tt]he {HOW}(?P<kind>Company|Group|Club|[a-z][\w-]+)(?: of .*)?")
THEIRS = re.compile(rf"(?:their|his|her) {COMPANY_NOUNS}")
# A merger with Acme, analysts at Acme.
TARGET = re.compile(r"\b(?:purchase|acquisition|takeover|sale|offer|bid) (?:of|for|by) (?:[\w-]+ ){0,3}$")
PARTNER = re.compile(rf"\b(?:with|from|by|against|to|[Aa]nalysts? at) (?:the )?(?:[A-Z]\S+ )*$|{TARGET.pattern}")
OF = re.compile(r"^(?!.*\bboard\b).*\b(?:of|at|for|in|to|from|between) $")  # a search for his successor
# What a company has rather than a thing or a person: its display division, its sister works, its ferry.
OF_FIRM = re.compile(
    r"(?:[\w-]+ ){0,2}(?:divisions?|units?|subsidiar(?:y|ies)|business(?:es)?|arm|brands?|affiliates?|sister \w+|"
    r"catamaran|ferry|ferries|fleet|ships?|vessels?|tankers?)\b"
)
BOTH = re.compile(r"the (?:pair|duo|two)|(?:the two|both) (?:companies|firms|groups|banks|lenders|sides|partners)|both")
OF_BOTH = re.compile(
    r"(?i)\b(?:deal|merger|tie-up|transaction|agreement|combined|merged|talks|completion|attempt|boards|"
    r"(?:two|both) (?:companies|banks|sides))\b"
)
# They are the shares of the sentence before, or the ships of an order.
TRADING, DELIVERED = word_set("close trade open end change"), word_set("deliver hand build complete launch")
ORDERED = re.compile(
    r"\b(?:options|orders|contracts) (?:for|on|to buy) "
    r"(?P<things>(?:two|three|four|five|six|\d)(?:[^,.;]|,(?=\d)){3,60}?)(?= (?:at|from|in|with|by)\b|[,.;](?!\d)|$)"
)


def says_origin(how: str) -> bool:
    """Whether words before a kind of company say where it is from: Danish, Rome-based; not: Steelpoort tailings."""
    first = how.split()[0] if how else ""
    return first.lower() in NATIONALITIES or first in PLACES or first.endswith(("-based", "-listed"))
