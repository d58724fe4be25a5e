"""When the fiscal year of a text ends, if the text says when one of its quarters or its year ends.

Owns: that month. Does not: resolve a date.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.english_words import DAY, MONTH, MONTHS, ORDINALS, YEAR

_FISCAL = re.compile(
    rf"(?:fiscal\s+)?(?P<n>first|second|third|fourth)(?:\s+fiscal)?[\s-]quarter[^.;]{{0,40}}?\b(?:ended|ending|ends)\s+"
    rf"(?:on\s+)?(?P<m>{MONTH})(?:\s+{DAY}\b)?|(?:fiscal|financial)\s+(?:year(?:\s+{YEAR})?|{YEAR}),?(?:\s+(?:that|which))?\s+"
    rf"(?:ended|ending|ends|to|through)\s+(?:on\s+|in\s+)?(?:{DAY}\s+)?(?P<y>{MONTH})(?:\s+(?P<d>{DAY}))?",
    re.IGNORECASE,
)
_YEAR_TO = re.compile(
    rf"\byear\s+(?:ended|ending|to)\s+(?P<m>)(?P<n>)(?:{DAY}\s+)?(?P<y>{MONTH})(?:\s+(?P<d>{DAY})\b)?", re.IGNORECASE
)
_QUARTER_ENDED = re.compile(
    rf"\bquarter\s+(?:that\s+)?(?:ended|ending)\s+(?P<m>{MONTH})\s+(?P<d>{DAY})\b", re.IGNORECASE
)
_NAMED_QUARTER = re.compile(r"\bfiscal\s+(?P<n>first|second|third|fourth)[\s-]quarter", re.IGNORECASE)


_INDIAN = re.compile(r"₹ ?\d|\b(?:Rs\.?|INR) ?[\d.,]+ (?:crore|lakh)\b")


def fiscal_year_end(text: str) -> int | None:
    """The last month of the fiscal year, if the text says when one of its quarters or its year ends.

    March for India, which counts rupees in crore and lakh.
    """
    match, ordinal = _FISCAL.search(text) or (_YEAR_TO.search(text) if "fiscal" in text else None), "fourth"
    if match is not None:
        month, ordinal = match["m"] or match["y"], match["n"] or ordinal
        day = re.search(r"\d+\D*$", match[0]) if match["n"] else re.search(r"\d+", match["d"] or "")
    else:
        match, named = _QUARTER_ENDED.search(text), _NAMED_QUARTER.search(text)
        if match is None or named is None:
            return 3 if _INDIAN.search(text) else None  # as the Companies Act says
        month, ordinal, day = match["m"], named["n"], re.search(r"\d+", match["d"])
    # A quarter that ends on the first days of a month ended with the one before.
    days = int(re.sub(r"\D", "", day[0])) if day else 30
    last = MONTHS[month.lower().rstrip(".")] - (days <= 10)
    return (last + 3 * (4 - ORDINALS[ordinal.lower()]) - 1) % 12 + 1
