"""Fill the holes of an event: what an empty one costs, lists, dates of one or two sides.

Owns: those rules. Does not: read a cell, or decide whether a value is valid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline_cli.editing.render import DATES, Value, Written
from timeline_cli.editing.render import Values as Filled
from timeline_cli.fields.table import BY_KEY
from timeline_cli.imports.columns import Columns
from timeline_cli.imports.dates import Rules, in_parts, is_zone, order_named, read_date, with_year
from timeline_cli.imports.maps import Hole, Map, Values, parts_of
from timeline_cli.imports.precision import as_precise
from timeline_cli.reading.composer import MAX_SCALAR

_LISTS = frozenset(("names", "words", "links", "figures", "sources"))
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
        self._events = {name: [(key, _prepared(key, value)) for key, value in event.items()]
                        for name, event in rules.events.items()}  # fmt: skip
        self.refused: list[Refused] = []
        self.notes: Counter[str] = Counter()

    @property
    def names(self) -> list[str]:
        return list(self._events)

    def event(self, name: str) -> Filled:
        """The values of an event. Raises LeftOut."""
        found: Filled = {}
        self.refused = []
        for key, (value, is_list, fills) in self._events[name]:
            try:
                filled = self._items(value, fills, key) if is_list else fills(self, value, key)
            except _Empty:
                if key == "title":
                    raise LeftOut("no title") from None
                continue
            if filled:
                found[key] = filled
        if not found.get("title"):
            raise LeftOut("no title")
        return found

    def text(self, parts: Parts, key: str) -> str:
        """A text on one line, but for summaries and quotes. Raises _Empty."""
        found = [self._columns.text(part) if type(part) is Hole else part for part in parts]
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

    def own(self, parts: Parts, key: str) -> str:
        """The text of a custom key, plain as it is."""
        return Written(self.text(parts, key))

    def date(self, parts: Parts, key: str) -> str:
        """A date: that of the event leaves the row out where it has none, another one is left off."""
        try:
            return self._date(parts)
        except LeftOut as left:
            if key == "date":
                raise
            if left.text:
                self.refused.append(Refused(key, left.text, left.why))
            raise _Empty from None

    def _date(self, parts: Parts) -> str:
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
        holes = [part for part in parts if type(part) is Hole]
        if not holes:
            return "".join(parts).strip()
        if len(holes) == 1:
            found = self._affixed(parts, holes[0])
        elif all(part == "-" for part in parts if type(part) is not Hole) and len(parts) == 2 * len(holes) - 1:
            found = self._parted(holes)
        else:
            text = "".join(
                self._columns.text(part) if type(part) is Hole else part for part in _cut(parts, self._columns)
            )
            found = self._read(text.strip(), holes[0])
        if is_one_of_two and "/" in found:
            raise LeftOut("a range where one end of a range is expected", found)
        return found

    def _affixed(self, parts: Parts, hole: str) -> str:
        """One hole, with nothing or constant text around it."""
        cell = self._columns.text(hole)
        if not cell:
            raise LeftOut("no date")
        if len(parts) == 1:
            return self._read(cell, hole)
        whole = "".join(cell if type(part) is Hole else part for part in parts)
        try:
            return self._read(whole, hole)
        except LeftOut:
            alone = self._read(cell, hole)
            return self._read("".join(alone if type(part) is Hole else part for part in parts), hole)

    def _parted(self, holes: Sequence[str]) -> str:
        cells: list[str] = []
        for hole in holes:
            cell = self._columns.text(hole)
            if not cell:
                break
            cells.append(cell)
        if not cells:
            raise LeftOut("no date")
        return self._read(in_parts(cells) or "-".join(cells), holes[0])

    def _read(self, text: str, hole: str) -> str:
        """The date in a text, by the rules of a column. Raises LeftOut."""
        if not text:
            raise LeftOut("no date")
        column, rules = self._columns.column(hole), self._dates.get(hole, Rules())
        if text == column.else_:
            return text
        if column.zone:
            zone = self._named(column.zone)
            rules = rules._replace(zone=zone if is_zone(zone) else "")
        if column.year:
            text = with_year(text, self._named(column.year), rules)
        found = read_date(text, rules)
        if found.why:
            raise LeftOut(found.why, text)
        if found.note:
            self.notes[found.note] += 1
        if not column.precision:
            return found.form
        precision = self._named(column.precision)
        cut = as_precise(found.form, precision)
        if cut is None:
            raise LeftOut(f"{precision} is not a precision", text)
        return cut

    def _named(self, text: str) -> str:
        """A constant, or the cells that it names."""
        return "".join(self._columns.text(part) if type(part) is Hole else part for part in parts_of(text))

    def _items(self, value: Values, fills: _Fill, key: str) -> list[Value]:
        """The items of a list: one for each value of a list in a hole; one with an empty hole is dropped."""
        found: list[Value] = []
        for item, holes in value:
            for one in self._each(item, holes):
                try:
                    filled = one(fills, key)
                except _Empty:
                    continue
                if filled not in found:
                    found.append(filled)
        return found

    def _each(self, item: Values, holes: list[str]) -> list[Callable[[_Fill, str], Value]]:
        """An item once, or once for each value of the lists in its holes."""
        lists = {hole: cell for hole in holes if isinstance(cell := self._columns.cell(hole), list)}
        if not lists:
            return [lambda fills, key: fills(self, item, key)]
        sizes = {len(cells) for cells in lists.values()}
        if len(sizes) > 1:
            self.refused.append(Refused(", ".join(lists), "", "lists of different lengths"))
            return []
        single = [{hole: cells[number] for hole, cells in lists.items()} for number in range(sizes.pop())]
        return [lambda fills, key, own=own: fills(self, _with(item, own), key) for own in single]  # type: ignore[misc]

    def mapping(self, value: Values, key: str) -> Value:
        """A nested value; an empty hole anywhere in it empties all of it."""
        if isinstance(value, dict):
            return {name: (_fill_of(name, key)(self, part, name)) for name, part in value.items()}
        if isinstance(value, list):
            return [self.mapping(item, key) for item in value]
        return self.text(value, key)


_Fill = Callable[[Filling, Values, str], Value]


def _prepared(key: str, value: Values) -> tuple[Values, bool, _Fill]:
    """A value with its texts in parts, whether it is a list, and what fills it or its items."""
    is_list = key in BY_KEY and BY_KEY[key].kind.name in _LISTS
    if key.startswith("x-"):
        is_list = isinstance(value, list)
    parts = _in_parts(value)
    if is_list:
        parts = [(item, _holes(item)) for item in (parts if isinstance(parts, list) else [parts])]
    return parts, is_list, _fill_of(key, key)


def _fill_of(key: str, within: str) -> _Fill:
    if within.startswith("x-"):
        return lambda filling, value, name: (
            filling.own(value, name) if isinstance(value, tuple) else filling.mapping(value, within)
        )
    if key in DATES:
        return lambda filling, value, name: (
            filling.date(value, name) if isinstance(value, tuple) else filling.mapping(value, name)
        )
    return Filling.mapping


def _in_parts(value: Values) -> Values:
    if isinstance(value, dict):
        return {key: _in_parts(item) for key, item in value.items()}
    return [_in_parts(item) for item in value] if isinstance(value, list) else parts_of(value)


def _holes(value: Values) -> list[str]:
    if isinstance(value, tuple):
        return [part for part in value if type(part) is Hole]
    return [hole for item in (value.values() if isinstance(value, dict) else value) for hole in _holes(item)]


def _with(value: Values, cells: dict[str, str]) -> Values:
    """A value whose list holes are replaced by single cells; an empty one stays a hole, and is empty again."""
    if isinstance(value, tuple):
        return tuple(cells[part] or Hole("\0") if type(part) is Hole and part in cells else part for part in value)
    if isinstance(value, dict):
        return {key: _with(item, cells) for key, item in value.items()}
    return [_with(item, cells) for item in value]


def _sides(parts: Parts) -> list[Parts]:
    """The sides of an interval: the pieces before and after a slash between holes."""
    for number, part in enumerate(parts):
        if type(part) is not Hole and part.count("/") == 1 and not part.startswith("["):
            left, right = part.split("/")
            first, last = (*parts[:number], left), (right, *parts[number + 1 :])
            return [tuple(piece for piece in side if piece) for side in (first, last)]
    return [parts]


def _cut(parts: Parts, columns: Columns) -> Parts:
    """The parts before the first empty hole, without the constant in front of it."""
    for number, part in enumerate(parts):
        if type(part) is Hole and not columns.text(part):
            kept = parts[:number]
            return kept[:-1] if kept and type(kept[-1]) is not Hole else kept
    return parts


def settle(rules: Map, table_cells: dict[str, list[str]], given: str, today: object) -> dict[str, Rules]:
    """The rules of each column of a date, by its cells; `given` is the order of the command line."""
    found = {}
    from timeline_cli.imports.dates import settled

    for name, cells in table_cells.items():
        column = rules.columns.get(name)
        named = order_named(column.order if column and column.order else given)
        zone = column.zone if column and "{" not in column.zone else ""
        start = Rules(named, zone, is_told=bool(named), today=today)  # type: ignore[arg-type]
        found[name] = settled(cells, start)
    return found
