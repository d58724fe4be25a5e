"""What to write instead of a date, read before it is offered.

Owns: that nothing is offered that would be refused as well. Refuses: to look for what is meant.
"""

from __future__ import annotations

import re

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.points import Setting
from timeline_cli.hint import Hint

# Any year end and any zone serve to see whether a form is one.
SOMEWHERE = Setting(FiscalYear(12), "UTC")


def write(match: re.Match[str], form: str, remark: str = "", *, certain: bool = True) -> DateFault | None:
    """The fault that offers `form`, or the one of the form itself when that is no date either.

    None where it is in no form at all. What comes with a remark is never certain.
    """
    return offer(match[0], form, remark, certain=certain)


def offer(text: str, form: str, remark: str = "", *, certain: bool = True) -> DateFault | None:
    """The same for a text that no pattern matched."""
    if form == text:
        return None
    try:
        parse_date(form, SOMEWHERE)
    except DateFault as fault:
        return None if fault.code == "E102" and not fault.hint else fault
    hint = Hint(f"write {form}{remark}", form, certain and not remark)
    return DateFault("E102", f"{text} is not in the form of a date", hint)
