"""Expressions of time as TIMEX3 lists them.

Owns: where TIMEX3 cuts otherwise than a reader of a sentence. Does not: find or resolve them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline_cli.dates.in_text.moment import Expression


def as_timex(text: str, found: Iterable[Expression]) -> Iterator[Expression]:
    """The year ended March 31 is two, 10 p.m. on Friday is one."""
    hour: Expression | None = None
    for each in found:
        is_day = each.type == "DATE" and len(each.value) == 10
        if hour is not None and is_day and _OF_HOUR.fullmatch(text, hour.end, each.begin):
            value = each.value + hour.value[10:]
            each = each._replace(begin=hour.begin, text=text[hour.begin : each.end], type="TIME", value=value)
        elif hour is not None:
            yield hour
        hour = each if each.type == "TIME" and each.date is None else None
        if each.ends is not None:
            yield from _parts(each, *each.ends)
        elif hour is None:
            yield each
    if hour is not None:
        yield hour


def _parts(period: Expression, last: int, at: int, ends: str) -> tuple[Expression, Expression]:
    """A period up to character `last`, and the day or month at a character that the words name as its end."""
    kind = "DURATION" if period.value.startswith("P") else "DATE"
    day = Expression(at, period.end, period.text[at - period.begin :], "DATE", ends, ends, ends)
    return period._replace(end=last, text=period.text[: last - period.begin], type=kind), day


_OF_HOUR = re.compile(r",?\s(?:[A-Z]{2,4},?\s)?(?:on\s)?")
