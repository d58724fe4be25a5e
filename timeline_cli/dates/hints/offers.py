"""What to write instead of a date, read before it is offered.

Owns: that nothing is offered that would be refused as well. Refuses: to look for what is meant.
"""

from __future__ import annotations

import re

from timeline_cli.dates.faults import DateFault

FORMS_HINT = "a date looks like 2025, 2025-03, 2025-03-22, 2025-Q1, 2006/.. or [..2025-03-24]"


def write(match: re.Match[str], form: str, remark: str = "") -> DateFault:
    """The fault that offers `form`, or the one of the form itself when that is no date either."""
    return offer(match[0], form, remark)


def offer(text: str, form: str, remark: str = "") -> DateFault:
    """The same for a text that no pattern matched."""
    from timeline_cli.dates.event_date import parse_date
    from timeline_cli.dates.fiscal import FiscalYear
    from timeline_cli.dates.points import Setting

    if form == text:
        return DateFault("E102", f"{form} is not a date that a file may hold", FORMS_HINT)
    try:
        parse_date(form, Setting(FiscalYear(12), "UTC"))
    except DateFault as fault:
        if fault.code == "E102":
            return DateFault("E102", f"{text} is not a date that a file may hold", FORMS_HINT)
        return fault
    return DateFault("E102", f"{text} is not in the form of a date", f"write {form}{remark}")
