"""The date of an event, as precise as its source.

Owns: EventDate and the grammar of `date:` in a file. Does not: fill in what the text does not say.

    date     := one | interval | choice
    one      := point [ "?" | "~" | "%" ]          uncertain, approximate, both
    point    := YYYY | YYYY-MM | YYYY-MM-DD | YYYY-MM-DDThh:mm[:ss][Z|±hh:mm]
              | YYYX | YYXX | YYYY-XX | YYYY-MM-XX | YYYY-XX-XX     unspecified digits
              | YYYY-Q1..4 | YYYY-H1..2 | YYYY-Www | FYyyyy[-Qn|-Hn]
    interval := one/one | one/.. | ../one | one/ | /one | /..       ".." open, "" unknown
    choice   := [point..point] | [..point] | [point..] | [point, point, …]      one of these
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, Days, Precision, iso
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.points import END, FROM, START, TO, Point, Setting, parse_one, parse_point
from timeline_cli.hint import Hint

KNOWN, OPEN, UNKNOWN = "known", "open", "unknown"
_OF_A_DAY = -int(Precision.DAY)


class Reading(NamedTuple):
    """Four bounds, as ordinals: the start lies in start..start_latest, the end in end_earliest..end.

    A side without a bound holds NEVER_BEGAN or NEVER_ENDS, so that readings compare and sort as they are.
    """

    start: int
    start_latest: int
    end_earliest: int
    end: int


class EventDate(NamedTuple):
    """A parsed date.

    `readings` has one entry, or one for each alternative of a list; `endpoints` are the stretches in which a
    known start or end lies. `start_time` and `end_time` are RFC 3339. `sort_key` is the design's order.
    """

    text: str
    kind: str
    precision: Precision | None
    readings: tuple[Reading, ...]
    endpoints: tuple[Days, ...]
    start_edge: str
    end_edge: str
    start_time: str | None
    end_time: str | None
    approximate: bool
    uncertain: bool
    sort_key: tuple[int, int, float]

    @property
    def plain_text(self) -> str:
        """A text with the same bounds that needs no registry: a fiscal date becomes the days that it spans."""
        if "FY" not in self.text:
            return self.text
        start, end = iso(self.bounds.start) or "", iso(self.bounds.end) or ""
        return f"{start}/{end or '..'}" if self.kind == "interval" else f"[{start}..{end}]"

    @property
    def start_side(self) -> EventDate | None:
        """The start of something that lasts, as a separate date; its end if the start is unknown.

        None if both are unknown; a single moment is its own start.
        """
        if self.kind != "interval":
            return self
        start, end = self.text.split("/")
        first, latest, earliest, last = self.bounds
        if self.start_edge == KNOWN:
            reading = Reading(first, latest, first, latest)
            return self._replace(
                text=start, kind="point", readings=(reading,), endpoints=((first, latest),), end_edge=KNOWN,
                end_time=self.start_time, sort_key=self.sort_key,
            )  # fmt: skip
        if self.end_edge != KNOWN:
            return None
        reading = Reading(NEVER_BEGAN, last, NEVER_BEGAN, last)
        return self._replace(
            text=f"[..{end.rstrip('?~%')}]", kind="choice", readings=(reading,), endpoints=((earliest, last),),
            start_edge=OPEN, start_time=None, end_time=None, approximate=False, uncertain=False,
        )  # fmt: skip

    @property
    def bounds(self) -> Reading:
        """The outermost bounds over all readings."""
        if len(self.readings) == 1:
            return self.readings[0]
        return Reading(
            min(r.start for r in self.readings),
            max(r.start_latest for r in self.readings),
            min(r.end_earliest for r in self.readings),
            max(r.end for r in self.readings),
        )


@lru_cache(maxsize=65536)
def parse_date(text: str, setting: Setting = Setting()) -> EventDate:  # noqa: B008 (frozen)
    """Parse `text`. Raises DateFault with a code, the reason and what to write instead."""
    text = text.strip()
    if (end := text[10:]) in ("", _OPEN_END) and text[4:5] == "-" == text[7:8]:  # most dates, in a fifth of the time
        try:
            return plain_day(text, date.fromisoformat(text[:10]).toordinal(), end == _OPEN_END)
        except ValueError:
            pass
    if len(text) > 500:
        raise DateFault("E102", "the text is too long for a date", "write a separate event for each date")
    if text.startswith("[") and text.endswith("]"):
        return _choice(text, setting)
    if text.count("/") == 1:
        start, end = (side.strip() for side in text.split("/"))
        return _interval(text, start, end, setting)
    point = parse_one(text, setting)
    moment = _moment(point)
    first, last = point.days
    return EventDate(
        point.text + point.qualifier,
        "point",
        point.precision,
        (Reading(first, last, first, last),),
        (point.days,),
        KNOWN,
        KNOWN,
        moment,
        moment,
        point.qualifier in ("~", "%"),
        point.qualifier in ("?", "%"),
        _sort_key(first, point),
    )


_OPEN_END = "/.."


def plain_day(text: str, day: int, is_open: bool = False) -> EventDate:
    """The date of a day, by its ordinal, that is written as one, or of what began on it and has no end."""
    end, kind, end_edge = (NEVER_ENDS, "interval", OPEN) if is_open else (day, "point", KNOWN)
    reading = (Reading(day, day, end, end),)
    return EventDate(
        text, kind, Precision.DAY, reading, ((day, day),), KNOWN, end_edge, None, None, False, False,
        (day, _OF_A_DAY, 0.0),
    )  # fmt: skip


def after_a_day(date: EventDate) -> str | None:
    """What is written after the day of a date that is just a day, or open from it on; None for other dates."""
    day, end = date.bounds.start, date.text[10:]
    return end if date.text[:10] == iso(day) and date == plain_day(date.text, day, end == _OPEN_END) else None


def _interval(text: str, start_text: str, end_text: str, setting: Setting) -> EventDate:
    if start_text in ("", "..") and end_text in ("", "..") and (start_text, end_text) != ("", ".."):
        raise DateFault(
            "E102", f"{text} has no start and no end", "write /.. for something ongoing with an unknown start"
        )
    try:
        start = parse_one(start_text, setting, START) if start_text not in ("", "..") else None
    except DateFault as fault:
        # A missing zone or fiscal year is worth reporting only if the other side is a date too.
        if fault.code in _LACKS and end_text not in ("", ".."):
            _check_form(end_text, setting)
        raise
    end = parse_one(end_text, setting, END) if end_text not in ("", "..") else None
    if start is not None and end is not None:
        _check_order(start, end, text)
    sides = [side for side in (start, end) if side is not None]
    qualifiers = "".join(side.qualifier for side in sides)
    return EventDate(
        f"{_one_text(start, start_text)}/{_one_text(end, end_text)}",
        "interval",
        max((side.precision for side in sides), default=None),
        (_interval_reading(start, end, start_text, end_text),),
        tuple(side.days for side in sides),
        _edge(start_text),
        _edge(end_text),
        _moment(start),
        _moment(end),
        "~" in qualifiers or "%" in qualifiers,
        "?" in qualifiers or "%" in qualifiers,
        _sort_key(sides[0].days[0], sides[0]) if sides else (NEVER_ENDS, 0, 0.0),
    )


_LACKS = ("E104", "E107")


def _check_form(end_text: str, setting: Setting) -> None:
    try:
        parse_one(end_text, setting, END)
    except DateFault as fault:
        if fault.code not in _LACKS:
            raise


def _interval_reading(start: Point | None, end: Point | None, start_text: str, end_text: str) -> Reading:
    """Bounds of an interval: an unknown end is somewhere beyond the known part, an open end never comes."""
    if start is not None and end is not None:
        return Reading(
            start.days[0],
            min(start.days[1], end.days[1]),
            max(end.days[0], start.days[0]),
            max(end.days[1], start.days[0]),
        )
    if start is not None:
        first, last = start.days
        return Reading(first, last, NEVER_ENDS if end_text == ".." else first, NEVER_ENDS)
    if end is not None:
        first, last = end.days
        return Reading(NEVER_BEGAN, NEVER_BEGAN if start_text == ".." else last, first, last)
    return Reading(NEVER_BEGAN, NEVER_ENDS, NEVER_ENDS, NEVER_ENDS)


def _check_order(start: Point, end: Point, text: str) -> None:
    # Compare instants if both sides have a time: across the date line the civil day goes back.
    late = start.instant > end.instant if start.instant and end.instant else start.days[0] > end.days[1]
    if late:
        form = f"{end.text}{end.qualifier}/{start.text}{start.qualifier}"
        raise DateFault("E103", f"{text} ends before it starts", Hint(f"write {form}", form))


def _choice(text: str, setting: Setting) -> EventDate:
    inner = text[1:-1].strip()
    if any(mark in inner for mark in "?~%"):
        raise DateFault("E102", f"{text} qualifies part of a choice", "remove ? ~ and %: a choice cannot have them")
    if ".." in inner:
        if "," in inner or inner.count("..") > 1:
            raise DateFault(
                "E102", f"{text} mixes a list and a range", "write a list [2025-03-01, 2025-03-05] or a range [a..b]"
            )
        return _choice_range(inner, setting)
    parts = [part.strip() for part in inner.split(",")]
    points = [parse_point(part, setting, FROM if part is parts[0] else TO) for part in parts]
    readings = tuple(Reading(p.days[0], p.days[1], p.days[0], p.days[1]) for p in points)
    first = min(points, key=lambda point: point.days[0])
    return _one_of("[" + ", ".join(p.text for p in points) + "]", readings, points, KNOWN, KNOWN, first)


def _choice_range(inner: str, setting: Setting) -> EventDate:
    start_text, end_text = (side.strip() for side in inner.split(".."))
    if not start_text and not end_text:
        raise DateFault("E102", "[..] has no start and no end", "write at least one: [..2025-03-24] or [2025-03-24..]")
    start = parse_point(start_text, setting, FROM) if start_text else None
    end = parse_point(end_text, setting, TO) if end_text else None
    if start is not None and end is not None and start.days[0] > end.days[1]:
        form = f"[{end_text}..{start_text}]"
        raise DateFault("E103", f"[{inner}] ends before it starts", Hint(f"write {form}", form))
    first = start.days[0] if start else NEVER_BEGAN
    last = end.days[1] if end else NEVER_ENDS
    points = [point for point in (start, end) if point is not None]
    canonical = f"[{start.text if start else ''}..{end.text if end else ''}]"
    date = _one_of(
        canonical,
        (Reading(first, last, first, last),),
        points,
        KNOWN if start else OPEN,
        KNOWN if end else OPEN,
        points[0],
    )
    return date if start is None or end is None else date._replace(endpoints=((first, last),))


def _one_of(
    text: str, readings: tuple[Reading, ...], points: list[Point], start_edge: str, end_edge: str, first: Point
) -> EventDate:
    return EventDate(
        text,
        "choice",
        max(point.precision for point in points),
        readings,
        tuple(point.days for point in points),
        start_edge,
        end_edge,
        None,
        None,
        False,
        False,
        _sort_key(first.days[0], first),
    )


def _one_text(point: Point | None, written: str) -> str:
    return written if point is None else point.text + point.qualifier


def _edge(written: str) -> str:
    return {"": UNKNOWN, "..": OPEN}.get(written, KNOWN)


def _moment(point: Point | None) -> str | None:
    if point is None or point.instant is None:
        return None
    return point.instant.isoformat().replace("+00:00", "Z")


def _sort_key(ordinal: int, point: Point) -> tuple[int, int, float]:
    """Earliest start, then coarser first; times within a day by their instant."""
    if point.instant is None:
        return ordinal, -point.precision, 0.0
    seconds = point.instant.timestamp() if point.days[0] > 2 else 0.0
    return ordinal, 0, seconds
