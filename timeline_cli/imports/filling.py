"""Fill the holes of an event: what an empty one costs, lists, dates of one or two sides, as precise as a column states.

Owns: those rules. Does not: read a cell, decide whether a value is valid, or make a date more precise than it is.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from typing import NamedTuple

from timeline_cli.dates.hints.languages import plain
from timeline_cli.editing.render import DATES, Value, Written
from timeline_cli.editing.render import Values as Filled
from timeline_cli.editing.values import LISTS
from timeline_cli.fields.table import BY_KEY
from timeline_cli.imports.columns import Columns
from timeline_cli.imports.dates import Rules, in_parts, read_date, with_year, zone_of
from timeline_cli.imports.maps import Hole, Map, Values, parts_of
from timeline_cli.reading.composer import MAX_SCALAR

AMOUNTS = frozenset(("value", "low", "high", "previous"))
Parts = tuple[str, ...]


class LeftOut(Exception):
    """A row that makes no event; `why` in a few words, `text` is what could not be read: nothing if it is empty."""

    def __init__(self, why: str, text: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.text = text


class _Empty(Exception):
    """A value with an empty hole."""


class Refused(NamedTuple):
    """A value that was left off: its key, the text, and why."""

    key: str
    text: str
    why: str


class Filling:
    """The events of a map, filled from one row at a time. `refused` are the values that the current row lost."""

    def __init__(self, rules: Map, columns: Columns, dates: dict[str, Rules]) -> None:
        self._columns = columns
        self._dates = dates
        self._events = {name: {key: _prepared(key, value) for key, value in event.items()}
                        for name, event in rules.events.items()}  # fmt: skip
        self._single: dict[str, int] = {}  # the number of the current value of each list
        self.refused: list[Refused] = []
        self.notes: Counter[str] = Counter()
        self._noted: set[str] = set()  # of the current event

    @property
    def names(self) -> list[str]:
        return list(self._events)

    def event(self, name: str) -> Filled:
        """The values of an event. Raises LeftOut."""
        found: Filled = {}
        self.refused = []
        self._noted.clear()
        for key, value in self._events[name].items():
            with suppress(_Empty):
                filled = self._items(value, key) if isinstance(value, list) else self._value(value, key)
                if filled:
                    found[key] = filled
        if not found.get("title"):
            raise LeftOut("no title")
        self.notes.update(self._noted)
        return found

    def _items(self, items: list[Values], key: str) -> list[Value]:
        """The items of a list: one for each value of a list in a hole; one with an empty hole is dropped."""
        found: list[Value] = []
        for item in items:
            for single in self._singles(item):
                self._single = single
                with suppress(_Empty):
                    filled = self._value(item, key)
                    if filled not in found:
                        found.append(filled)
        self._single = {}
        return found

    def _singles(self, item: Values) -> list[dict[str, int]]:
        """For each value of the lists in the holes of an item, its number in them; once if there is no list."""
        lists = {hole: cell for hole in _holes(item) if isinstance(cell := self._columns.cell(hole), list)}
        sizes = {len(cells) for cells in lists.values()}
        if len(sizes) > 1:
            self.refused.append(Refused(", ".join(lists), "", "lists of different lengths"))
            return []
        return [dict.fromkeys(lists, number) for number in range(max(sizes, default=1))]

    def _value(self, value: Values, key: str, is_own: bool = False) -> Value:
        """A value; an empty hole anywhere in it empties all of it. Raises _Empty."""
        is_own = is_own or key.startswith("x-")
        if isinstance(value, dict):
            return {name: self._value(part, name, is_own) for name, part in value.items()}
        if isinstance(value, list):
            return [self._value(item, key, is_own) for item in value]
        if is_own:
            return Written(self._text(value, key))
        return self._date(value, key) if key in DATES else self._text(value, key)

    def _text(self, parts: Parts, key: str) -> str:
        """A text on one line, but for summaries and quotes. Raises _Empty."""
        found = [self._part(part, key) for part in parts]
        if not all(found):
            raise _Empty
        text = "".join(found).strip()
        if len(text) > MAX_SCALAR:
            why = "longer than a million characters"
            if key == "title":
                raise LeftOut(why, text[:60])
            self.refused.append(Refused(key, text[:60], why))
            raise _Empty
        return text if key in ("summary", "quote") or "\n" not in text else " ".join(text.split())

    def _part(self, part: str, key: str = "") -> str:
        """A constant, or the cell of a hole."""
        if type(part) is not Hole:
            return part
        cell = self._columns.amount(part) if key in AMOUNTS else self._columns.cell(part)
        if not isinstance(cell, list):
            return cell
        return cell[self._single[part]] if cell and part in self._single else ", ".join(filter(None, cell))

    def _date(self, parts: Parts, key: str) -> str:
        """A date: that of the event leaves the row out where it has none, another one is left off."""
        try:
            return self._interval(parts)
        except LeftOut as left:
            if key == "date":
                raise
            if left.text:
                self.refused.append(Refused(key, left.text, left.why))
            raise _Empty from None

    def _interval(self, parts: Parts) -> str:
        sides = _sides(parts)
        first = self._side(sides[0], len(sides) == 2)
        if len(sides) == 1:
            return first
        try:
            last = self._side(sides[1], True)
        except LeftOut as left:
            if left.text:
                raise
            return first
        return first if first == last else f"{first}/{last}"

    def _side(self, parts: Parts, is_one_of_two: bool) -> str:
        holes = _holes(parts)
        if not holes:
            return "".join(parts).strip()
        kept = self._until_empty(parts)
        cells = [self._part(part) for part in kept if type(part) is Hole]
        if not cells:
            raise LeftOut("no date")
        text = "".join(map(self._part, kept)).strip()
        if len(holes) == 1 < len(parts):
            found = self._affixed(parts, holes[0])
        elif {part for part in parts if type(part) is not Hole} == {"-"}:
            found = self._read(in_parts(cells) or text, holes[0])
        else:
            found = self._read(text, holes[0])
        if is_one_of_two and "/" in found:
            raise LeftOut("a range where one end of a range is expected", found)
        return found

    def _until_empty(self, parts: Parts) -> Parts:
        """The parts before the first empty hole, without the constant in front of it."""
        for number, part in enumerate(parts):
            if not self._part(part):
                kept = parts[:number]
                return kept[:-1] if kept and type(kept[-1]) is not Hole else kept
        return parts

    def _affixed(self, parts: Parts, hole: str) -> str:
        """One hole with constant text around it, which may be a part of the date."""
        try:
            return self._read("".join(map(self._part, parts)), hole)
        except LeftOut:
            alone = self._read(self._part(hole), hole)
            return self._read("".join(alone if type(part) is Hole else part for part in parts), hole)

    def _read(self, text: str, hole: str) -> str:
        """The date in a text, by the rules of a column. Raises LeftOut."""
        column, rules = self._columns.column(hole), self._dates.get(hole, Rules())
        if text == column.else_:
            return text
        if column.zone:
            zone = self._columns.filled(parts_of(column.zone))
            rules = rules._replace(zone=zone if zone_of(zone) else "")
        if column.year:
            text = with_year(text, self._columns.filled(parts_of(column.year)), rules)
        found = read_date(text, rules)
        if found.why:
            raise LeftOut(found.why, text)
        if found.note:
            self._noted.add(found.note)
        if not column.precision:
            return found.form
        precision = self._columns.filled(parts_of(column.precision))
        cut = _as_precise(found.form, precision)
        if cut is None:
            raise LeftOut(f"{precision} is not a precision", text)
        return cut


def _prepared(key: str, value: Values) -> Values:
    """A value with its texts in parts; one that may be a list is a list."""
    is_list = key in BY_KEY and BY_KEY[key].kind.name in LISTS and not isinstance(value, list)
    return _in_parts([value] if is_list else value)


def _in_parts(value: Values) -> Values:
    if isinstance(value, dict):
        return {key: _in_parts(item) for key, item in value.items()}
    return [_in_parts(item) for item in value] if isinstance(value, list) else parts_of(value)


def _holes(value: Values) -> list[str]:
    if isinstance(value, tuple):
        return [part for part in value if type(part) is Hole]
    return [hole for item in (value.values() if isinstance(value, dict) else value) for hole in _holes(item)]


def _sides(parts: Parts) -> list[Parts]:
    """The sides of an interval: the pieces before and after a slash between holes."""
    for number, part in enumerate(parts):
        if type(part) is not Hole and part.count("/") == 1 and not part.startswith("["):
            left, right = part.split("/")
            first, last = (*parts[:number], left), (right, *parts[number + 1 :])
            return [tuple(piece for piece in side if piece) for side in (first, last)]
    return [parts]


# The length of a date by the word of its precision.
_DIGITS = {"day": 10, "d": 10, "11": 10, "date": 10, "exact": 10, "full": 10, "ymd": 10, "month": 7, "m": 7, "10": 7,
           "ym": 7, "year": 4, "y": 4, "9": 4}  # fmt: skip


def _as_precise(form: str, precision: str) -> str | None:
    """A date cut to a precision that another column states (also as Wikidata numbers them); None if it is unknown."""
    word = plain(precision).casefold()
    if "/" in form:
        sides = [side if side in ("", "..") else _as_precise(side, precision) for side in form.split("/")]
        return None if None in sides else "/".join(dict.fromkeys(map(str, sides)))
    mark = form[-1:] if form[-1:] in ("~", "?", "%") else ""
    if word in ("circa", "approximate", "approx", "about", "c.", "ca."):
        return form if mark in ("~", "%") else f"{form[:-1]}%" if mark else f"{form}~"
    cut = _cut(form.removesuffix(mark), word)
    return cut + mark if cut else cut


def _cut(form: str, word: str) -> str | None:
    if not word:
        return form
    if not re.match(r"\d{4}", form):
        return None
    if word in ("decade", "8"):
        return form[:3] + "X"
    if word in ("century", "7"):
        return form[:2] + "XX"
    if word in ("quarter", "q"):
        return f"{form[:4]}-Q{(int(form[5:7]) + 2) // 3}" if re.match(r"\d{4}-\d\d", form) else form
    size = _DIGITS.get(word)
    if size is None and word not in ("minute", "second", "time", "hour", "12", "13", "14"):
        return None
    if size is None or len(form) < size or (size > 4 and not re.match(r"\d{4}-\d\d", form)):
        return form
    return form[:size]
