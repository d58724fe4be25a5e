"""The day that an option names, such as --today.

Owns: one_day. Does not: read days in words.
"""

from __future__ import annotations

from datetime import date

from timeline_cli.errors import UsageFault
from timeline_cli.hint import Hint


def one_day(text: str, name: str) -> date:
    """The day of a text such as 2025-03-24, given as `name`. Raises UsageFault with the day that is meant, if clear."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    from timeline_cli.dates.hints.forms import find
    from timeline_cli.dates.hints.offers import Near, Where
    from timeline_cli.text import clean

    found = find(text, Where(in_file=False))
    form = found.form if isinstance(found, Near) and len(found.form) == 10 else None
    raise UsageFault(f"{name} {clean(text)} is not a day", Hint(f"write {form or 'a day such as 2025-03-24'}", form))
