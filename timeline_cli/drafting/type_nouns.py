"""The type of an event by a noun or phrase of its trade, where its verb says nothing.

Owns: the table. Does not: decide whether something is news; these words are too general for that.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.lexicon import PERCENT, word_set

# As in `types`: the first row that fits.
_ROWS: tuple[tuple[str, str, str], ...] = (
    ("investment", "hold own control", rf"\d ?{PERCENT}|\bmajority\b"),
    ("investment", "", r"\b(?:tranches?|paid-up capital|capital (?:expenditures?|spending)|convertible|"
     r"refinanc\w+|shareholder of|investments? of|catastrophe bond|debenture|placement)\b"),
    ("deal", "", r"\b(?:divestment|disposal|rescue|suitors?|auctioned|option to|expressions? of interest|"
     r"turned down|tendered|pass(?:es|ed)? to|sound(?:ing|ed) (?:\w+ )?out|walk(?:s|ed) away|outstanding shares|"
     r"break clause)\b"),
    ("leadership", "", r"\b(?:(?:second|third|his|her|their|board) term|successors?|predecessor|the (?:position|"
     r"presidency|chairmanship)|day-to-day|mandate|re-election)\b"),
    ("guidance", "", r"\b(?:guidance|outlook|forecast|estimate for|spending budget|capital budget|will (?:add|"
     r"cost) \S+ (?:\S+ )?to costs)\b|\b(?:sees?|expects?)\b.*\b(?:growth|generation|volumes?|output|surplus|"
     r"deficit)\b"),
    ("target", "want set bring aim", r"\b(?:objective|ambition|target)\b|\bwants? (?:half|a third|a quarter|\d)|"
     r"\b(?:aims?|wants?) to\b.*\d"),
    ("policy", "", r"\b(?:certification|(?:in|into) force|takes? effect|took effect|in effect|licensing|excise|"
     r"concession|minimum price|floor price|(?:fee|rate|rebate|price) cap|councill?ors|compulsory|"
     r"export (?:freeze|ban)|mining code|target action date|embargo|moratorium)\b"),
    ("report", "", r"\b(?:top-?line|phase [123]b?|jobs figures|readout|forecasters|census|index of)\b"),
    ("earnings", "", r"\b(?:premiums|net return|organic growth|cash (?:of|at bank)|red ink|expenses were|"
     r"financial debt|interim figures|(?:half-year|quarterly|annual|full-year) figures|write-?offs?|sales (?:of|"
     r"collapsed|dwindled|halved))\b"),
    ("sales-report", "", r"\b(?:attendance|occupancy|admissions|market share|takings|footfall|bookings|overtook|"
     r"(?:turn(?:s|ed|ing)|churn(?:s|ed|ing)) out|handled|flight hours)\b|\b(?:serve[sd]?|carried|completed|"
     r"assembled|installed|added|crossed|passed|logged|fitted|shipped) \d"),
    ("facility", "", r"\b(?:renovat\w+|refurbish\w+|rebuilt|enlarged|extension|topping-out|excavation|start(?:s|"
     r"ed|ing)?[- ]up|robots?|outage|head office|laborator(?:y|ies)|screens|outlets|supermarkets?|boutiques?|"
     r"machines|shifts?|commissioned|crossing|bridge|rail link|(?:hydroxide|urea|LNG) train|Line \d|"
     r"first (?:gas|oil|ore|blocks|guests|systems|cargo(?:es)?|pour|train)|practical completion|for the last time|"
     r"switched off|turned off|(?:shut|closed) for good|dismantl\w+|opening of|presses)\b"),
    ("launch", "", r"\b(?:prototype|general availability|streaming|beta|discontinue[sd]?|first deliveries|"
     r"further markets|(?:same-day|new) service|launch|foray|exporting|first patient|reservations)\b"),
    ("ipo", "", r"\b(?:listing|to float|ticker)\b"),
    ("forum", "", r"\b(?:takes? place in|took place in|trade fair|exhibit\w*|stand [A-Z]?\d)\b"),
    ("meeting", "", r"\b(?:webcast|webinar|sit down|conference call)\b"),
    ("partnership", "", r"\b(?:cooperation|together with|strategic partner|pilot with)\b"),
    ("legal", "", r"\bhas until\b.*\brespond\b|\binspectors\b"),
)  # fmt: skip

TYPE_NOUNS = tuple((kind, word_set(verbs), re.compile(words, re.IGNORECASE)) for kind, verbs, words in _ROWS)
