"""Keys for the start, the end, the time or the length of an event, which all belong in its date.

Owns: these keys, and the date to write. Does not: compute a day, or an offset from UTC.
"""

from __future__ import annotations

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.hint import Hint
from timeline_cli.nodes import Node, Scalar

_STARTS = frozenset(("start", "start_date", "startdate", "begin", "begins", "from", "since"))
_ENDS = frozenset(("end", "end_date", "enddate", "ends", "finish", "until", "till", "to"))
_TIMES = frozenset(("time", "timezone", "time_zone", "hour"))
_LENGTHS = frozenset(("duration", "length", "days"))

Pairs = dict[str, tuple[Scalar, Node]]


def side_hint(key: str, pairs: Pairs) -> Hint | None:
    """The hint for such a key of an event with these keys; None for any other key."""
    if key in _TIMES:
        return Hint("write the time in the date, with its offset from UTC: date: 2025-03-22T09:30+09:00")
    if key in _LENGTHS:
        return Hint(f"write the first and the last day: date: {_text(pairs, ('date',)) or '2025-03-22'}/LAST")
    if key not in _STARTS | _ENDS:
        return None
    start, end = _text(pairs, ("date", *_STARTS)), _text(pairs, _ENDS)
    date = f"{start}/{end}"
    if start and end and _is_date(date):
        return Hint(f"write date: {date}", date)
    return Hint("write both days in the date: date: 2025-03-22/2025-04-05")


def _text(pairs: Pairs, keys: frozenset[str] | tuple[str, ...]) -> str:
    """The value of the first of some keys; empty if there is none."""
    values = (pairs[key][1] for key in pairs if key in keys)
    return next((value.value.strip() for value in values if isinstance(value, Scalar)), "")


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateFault:
        return False
    return True
