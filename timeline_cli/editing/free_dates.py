"""Convert a date in free words to the strict form of a file, no more precise than the words.

Owns: which words are clear enough to accept. Does not: guess whether something lasted or happened once.
"""

from __future__ import annotations

from datetime import date

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault, shown

_EXAMPLES = "write 2025-03-22, 2025-03, 2025, 22 March 2025, Q1 2025, last month or since 2006"

# Already strict, and lacks only the place's time zone or the company's fiscal year.
_NEEDS_CONTEXT = ("E104", "E107")


def strict_date(text: str, today: date) -> str:
    """The date as a file writes it: `22 March 2025` is 2025-03-22, `since 2006` is 2006/... Raises DateFault.

    Two ends mean something that lasts: `July 6-12, 2026` is 2026-07-06/2026-07-12.
    """
    text = " ".join(text.split())
    try:
        return parse_date(text).text
    except DateFault as fault:
        if fault.code in _NEEDS_CONTEXT:
            return text
        if fault.hint:
            raise
        strict = fault
    from timeline_cli.dates.hints.forms import explained, find
    from timeline_cli.dates.hints.offers import Near, Where, told
    from timeline_cli.dates.phrases.hints import near_miss
    from timeline_cli.dates.phrases.words import normal

    where = Where(True, today)
    found = find(text, where) if text else None
    if isinstance(found, Near) and (found.certain or found.lasts):
        return found.form
    side = explained(text, strict).hint
    if found is None and side.certain and side.value:
        return side.value
    found = found or (near_miss(normal(text), where) if text else None)
    if found is not None:
        raise told(found, text, where)
    raise DateFault("E102", f"{shown(text)} is not a date" if text else "the date is empty", _EXAMPLES)
