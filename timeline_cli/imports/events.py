"""Rows → events as a person would write them, each decoded and checked as if it were in the file.

Owns: that check, and what a refused value costs: itself, or the row if it is the date or the title.
Does not: write a file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import getitem
from typing import Any, NamedTuple

from timeline_cli.digest import digest
from timeline_cli.editing.render import Value, Values
from timeline_cli.errors import UsageFault
from timeline_cli.fields.context import Context
from timeline_cli.imports.columns import Columns, is_like
from timeline_cli.imports.dates import Rules, order_named, settled
from timeline_cli.imports.filling import AMOUNTS, Filling, LeftOut, Refused
from timeline_cli.imports.maps import Hole, Map, parts_of
from timeline_cli.imports.numbers import OPEN, settled_number
from timeline_cli.imports.table import Exact, Row, Table
from timeline_cli.model import Event, Registries
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence
from timeline_cli.reading.events import read_event
from timeline_cli.spelling import did_you_mean
from timeline_cli.text import NULLS, clean, counted


class Made(NamedTuple):
    """An event of a row: its values without x-from, as decoded, its origin NAME#KEY and the digest of its values."""

    row: int
    values: Values
    event: Event
    origin: str
    digest: str


class Left(NamedTuple):
    """A row that made no event, and why; `by_map` if the map leaves it out."""

    row: int
    why: str
    text: str = ""
    by_map: bool = False


class Importer:
    """The events of the rows of a table, by a map. The counts are complete once all events are taken."""

    def __init__(self, table: Table, rules: Map, registries: Registries, order: str, today: date) -> None:
        check_columns(table, rules)
        self._table, self._rules = table, rules
        dates, self._numbers = _settled(table, rules, order, today)
        self._columns = Columns(rules, self._numbers)
        self._filling = Filling(rules, self._columns, dates)
        self._context = Context(Problems("import"), registries)
        self._name = rules.name or stem(table.file)
        self._key = parts_of(rules.key) if rules.key else ()
        self.rows = 0
        self.refused: list[tuple[int, Refused]] = []

    @property
    def is_whole(self) -> bool:
        """Whether no value was left off."""
        return not self.refused and not self._columns.unfit

    @property
    def notes(self) -> list[str]:
        """Remarks on the whole file."""
        lacking = Counter(name for name, _ in self._columns.unknown)
        found = [f"{name}: {counted(count, 'value')} not in words" for name, count in lacking.items()]
        found += [f"{name}: {counted(count, 'value')} {self._unfit(name)}"
                  for name, count in self._columns.unfit.items()]  # fmt: skip
        return [*self._table.notes, *found, *(f"{text}: {count:,}" for text, count in self._filling.notes.items())]

    def _unfit(self, name: str) -> str:
        number = self._numbers.get(name) or self._rules.columns[name].number
        if number != OPEN:
            return f"not written as {number}"
        forms = 'number = "1,234.5" or number = "1.234,5"'
        return f"left off, where . or , may be before thousands or decimals: write {forms} in [columns.{name}]"

    def events(self) -> Iterator[Made | Left]:
        """What each row makes: one event or several, or the reason why there is none."""
        for row in self._table.rows():
            self.rows += 1
            self._columns.use(row)
            left = Left(row.number, row.why, _shown(row)) if row.why else self._left_by_map(row)
            if left is not None:
                yield left
                continue
            yield from self._of_row(row)

    def _of_row(self, row: Row) -> Iterator[Made | Left]:
        made: list[Made] = []
        left: list[tuple[Left, bool]] = []
        for name in self._filling.names:
            try:
                made.append(self._made(row, name))
            except LeftOut as out:
                why = f"{out.why} ({name})" if name else out.why
                left.append((Left(row.number, why, out.text or _shown(row)), not out.text))
        yield from made
        # One event of two may be missing: a product that was never closed.
        yield from (each._replace(by_map=bool(made) and is_empty) for each, is_empty in left)

    def _made(self, row: Row, name: str) -> Made:
        values = self._filling.event(name)
        refused = self._filling.refused
        if "sources" not in values and self._table.file != "-":
            values["sources"] = [{"title": self._table.file.replace("\\", "/").rpartition("/")[2]}]
        event, values, more = self._decoded(values)
        self.refused += [(row.number, each) for each in (*refused, *more)]
        key = self._columns.filled(self._key) or event.id
        key = " ".join(key.split()) + (f"/{name}" if name else "")
        return Made(row.number, values, event, f"{self._name}#{key}", digest_of(values))

    def _decoded(self, values: Values) -> tuple[Event, Values, list[Refused]]:
        """The event, its values without those that the reader of files refuses, and those. Raises LeftOut."""
        event: Event | None = None
        refused: list[Refused] = []
        last: _Path = ()
        while event is None:
            paths: list[_Path] = []
            problems = self._context.problems = Problems("import")
            event = read_event(_node(values, (), paths), {}, self._context)
            if event is None:
                error = next(problem for problem in problems.found if problem.is_error)
                path = paths[error.location.line - 1]
                if not path or path[0] in ("date", "title"):
                    raise LeftOut(error.message, str(values.get("date", "")))
                whole: Any = values
                cut = reduce(getitem, path, whole)
                text = cut if isinstance(cut, str) else json.dumps(cut, ensure_ascii=False)
                # A figure without the value that it just lost is one loss.
                refused += [Refused(str(path[0]), text, error.message)] if path != last[: len(path)] else []
                last = path
                values = _without(values, path)
        return event, values, refused

    def _left_by_map(self, row: Row) -> Left | None:
        for rule, columns in (("only", self._rules.only), ("skip", self._rules.skip)):
            for name, words in columns.items():
                if self._is_any(name, words) is (rule == "skip"):
                    why = f"left out by the map ({rule} {name})"
                    return Left(row.number, why, self._columns.text(name), by_map=True)
        return None

    def _is_any(self, name: str, words: tuple[str, ...]) -> bool:
        cells = (self._columns.raw(name), self._columns.cell(name))
        texts = {text for cell in cells for text in (cell if isinstance(cell, list) else [cell])}
        return any(is_like(text, word) for text in texts for word in words)


def stem(file: str) -> str:
    """The name of a file as the name of an origin."""
    name = file.replace("\\", "/").rpartition("/")[2].lstrip("-")
    return "-".join((name.rpartition(".")[0] or name).replace("#", "-").replace("@", "-").split()) or "import"


def digest_of(values: Values) -> str:
    """Ten hexadecimal digits that change with the values."""
    return digest(json.dumps(values, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace"))[:5].hex()


def _shown(row: Row) -> str:
    texts = [text if isinstance(text, str) else ", ".join(text) for text in row.cells.values() if text]
    return clean(" | ".join(texts))[:120]


def check_columns(table: Table, rules: Map) -> None:
    """Raises UsageFault for a hole that names no column of a table with fixed columns."""
    known = {*table.columns, *rules.columns, "*"}
    named = [*rules.holes, *(column.from_ or name for name, column in rules.columns.items())]
    missing = next((name for name in named if name not in known), None)
    if missing is not None and table.fixed and not rules.heads:
        near = did_you_mean(missing, table.columns)
        listed = ", ".join(table.columns[:30])
        raise UsageFault(f"{table.file} has no column {missing}", near if near.value else f"its columns: {listed}")


def _settled(table: Table, rules: Map, order: str, today: date) -> tuple[dict[str, Rules], dict[str, str]]:
    """How each column of a date writes it, and each of amounts its numbers, by all its cells."""
    events = [pair for event in rules.events.values() for pair in event.items()]
    dated = {hole for key, value in events for hole in _holes_under(_DATED, key, value)}
    numbered = {hole for key, value in events if key == "figures" for hole in _holes_under(AMOUNTS, key, value)}
    numbered -= {name for name, column in rules.columns.items() if column.number}
    columns = Columns(rules._replace(columns={name: each._replace(times="") for name, each in rules.columns.items()}))
    cells: dict[str, list[str]] = {name: [] for name in dated | numbered}
    for row in table.rows():
        columns.use(row)
        for name, texts in cells.items():
            cell, other = columns.cell(name), columns.column(name).else_
            texts += [text for text in (cell if isinstance(cell, list) else [cell]) if text and text != other]
    found = {}
    for name in dated:
        column = columns.column(name)
        named = order_named(column.order or order)
        zone = "" if "{" in column.zone else column.zone
        found[name] = settled(cells[name], Rules(named, zone, is_told=bool(named), today=today))
    numbers = {name: settled_number(text for text in cells[name] if type(text) is not Exact) for name in numbered}
    return found, {name: form for name, form in numbers.items() if form}


_DATED = frozenset({"date", "known", "published", "period"})


def _holes_under(keys: frozenset[str], key: str, value: object) -> Iterator[str]:
    """The holes of the values under some keys, at any depth."""
    if isinstance(value, dict):
        yield from (hole for under, item in value.items() for hole in _holes_under(keys, under, item))
    elif isinstance(value, list):
        yield from (hole for item in value for hole in _holes_under(keys, key, item))
    elif key in keys:
        yield from (part for part in parts_of(str(value)) if type(part) is Hole)


@dataclass(slots=True)
class _Mark:
    """The number of a value in an event, as the place of its node."""

    line: int
    column: int = 0
    index: int = 0


_Path = tuple[str | int, ...]


def _scalar(text: str, mark: Any) -> Scalar:
    return Scalar(None, None, (True, False), text, mark, mark, '"' if text in NULLS else None)


def _node(value: Value, path: _Path, paths: list[_Path]) -> Node:
    """A value as the parser would give it; the line of a mark is the number of the value's path."""
    mark = _Mark(len(paths))
    paths.append(path)
    if isinstance(value, str):
        return _scalar(value, mark)
    if isinstance(value, dict):
        nodes = {key: _node(item, (*path, key), paths) for key, item in value.items()}
        return Mapping({key: (_scalar(key, node.start_mark), node) for key, node in nodes.items()}, False, mark, mark)
    return Sequence([_node(item, (*path, number), paths) for number, item in enumerate(value or ())], False, mark, mark)


def _without(value: Any, path: _Path) -> Any:
    """A value without what is at a path; what is empty then goes too."""
    step, *rest = path
    items = dict(value if isinstance(value, dict) else enumerate(value))
    left = items[step] = _without(items[step], tuple(rest)) if rest else None
    if not left:
        del items[step]
    return items if isinstance(value, dict) else list(items.values())
