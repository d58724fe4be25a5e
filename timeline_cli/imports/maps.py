"""A map: an event with holes, and how columns are read. Read from TOML.

Owns: the keys of a map and their checks. Does not: fill a hole.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.fields.decoders import DECODERS
from timeline_cli.imports.dates import ORDERS, zone_of
from timeline_cli.imports.registry import read_input
from timeline_cli.imports.table import Layout
from timeline_cli.spelling import check_known

Values = Any  # text with holes, or a list or mapping of them

_HOLE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")


class Hole(str):
    """The name of a column in a text."""


def parts_of(text: str) -> tuple[str, ...]:
    """A text as constant pieces and holes. Raises UsageFault for a brace that is neither."""
    found: list[str] = []
    at, constant = 0, ""
    for match in _HOLE.finditer(text):
        constant += _constant(text[at : match.start()], text)
        at = match.end()
        if match[1] is None:
            constant += match[0][0]
            continue
        found += [constant] if constant else []
        found.append(Hole(match[1].strip()))
        constant = ""
    constant += _constant(text[at:], text)
    return tuple([*found, constant] if constant else found)


def _constant(piece: str, text: str) -> str:
    if "{" in piece or "}" in piece:
        raise UsageFault(f"{text} has a brace without its other one", "write {Column}, or {{ for a brace")
    return piece


class Column(NamedTuple):
    """How a column is read; the keys of [columns.NAME]."""

    from_: str = ""
    fill: bool = False
    match: str = ""
    replace: str | dict[str, str] | None = None
    html: bool = False
    split: str = ""
    words: dict[str, str] | None = None
    other: str | None = None
    number: str = ""
    times: str = ""
    else_: str | None = None
    order: str = ""
    zone: str = ""
    precision: str = ""
    year: str = ""


class Map(NamedTuple):
    """A map. `heads` are the columns by which a map of ours recognises a file; `file` is where it was read from."""

    file: str = ""
    name: str = ""
    layout: Layout = Layout()
    key: str = ""
    only: Mapping[str, tuple[str, ...]] = {}
    skip: Mapping[str, tuple[str, ...]] = {}
    empty: tuple[str, ...] = ()
    events: Mapping[str, dict[str, Values]] = {}
    columns: Mapping[str, Column] = {}
    types: Mapping[str, dict[str, str]] = {}
    heads: tuple[str, ...] = ()

    @property
    def holes(self) -> Iterator[Hole]:
        """The columns that the events and the rules of columns name."""
        texts = [self.key, *texts_in(list(self.events.values()))]
        for column in self.columns.values():
            texts += [column.precision, column.year, column.zone, column.else_ or ""]
        yield from (part for text in texts for part in parts_of(text) if isinstance(part, Hole))
        yield from (Hole(name) for name in (*self.only, *self.skip))


def texts_in(value: Values) -> Iterator[str]:
    """All texts of a value."""
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


MAP_HELP = {
    "name": "the origin in x-from; default: the file's name",
    "key": "what identifies a row; default: its date and title",
    "rows": "where the rows of JSON are: a.b, list[], *[] (lists under any key, which is {*}), columns of equal length",
    "sheet": "the sheet of a workbook",
    "head": "the number of the row with the names of the columns; 0 for none: they are 1, 2, …",
    "encoding": "of text that is not UTF-8",
    "separator": "between cells of text",
    "only": 'import only these rows: {form = ["8-K", "8-K/A"]}; a trailing * matches',
    "skip": "leave out these rows",
    "empty": 'texts that mean nothing: ["NULL", "n/a"]',
    "event": "the event of each row",
    "events": "[events.open] and [events.close] where a row is two events",
    "columns": "how columns are read",
    "types": 'types to declare: bank-failure = {symbol = "✝"}',
}
COLUMN_HELP = {
    "from": "read another column",
    "fill": "true: an empty cell takes the value above it, as in merged cells",
    "match": "a regular expression; its first group is the value",
    "replace": "what replaces the matches; or a table of texts",
    "html": "true: remove tags",
    "split": 'several values: ", "',
    "words": "the value for each word; others stay, and are counted",
    "other": "the value for all other words",
    "number": 'how numbers are written, if the column does not show it: "1.234,5"',
    "times": "a factor",
    "else": "the value of an empty cell",
    "order": "of a date in numbers: d/m/y or m/d/y; also settles two-digit years",
    "zone": "of times without one: Asia/Seoul, +09:00 or {other}",
    "precision": "day, month or year, or {other}",
    "year": "the year of a date without one: {other}",
}
_KEYS = (*MAP_HELP, "heads")
_COLUMN_KEYS = {name.rstrip("_"): name for name in Column._fields}


def read_map(name: str) -> Map:
    """The map in a TOML file, or one of ours by its name. Raises UsageFault."""
    ours = SHIPPED / f"{name}.toml"
    path = str(ours) if not Path(name).exists() and ours.is_file() else name
    try:
        return parse_map(read_input(path).data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise UsageFault(f"{name} is not UTF-8", "save the map as UTF-8") from None


SHIPPED = Path(__file__).parent / "maps"


def shipped() -> Iterator[Map]:
    """The maps that come with the package."""
    for path in sorted(SHIPPED.glob("*.toml")):
        yield parse_map(path.read_text(encoding="utf-8"), path.name)


def parse_map(text: str, file: str) -> Map:
    """The map in a text of TOML. Raises UsageFault."""
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageFault(f"{file} is not TOML: {error}", "see `timeline help import`") from None
    try:
        found = _map(given, file)
        for hole in found.holes:
            if not hole:
                raise UsageFault("{} names no column", "write {Column}, or {{}} for braces")
        return found
    except UsageFault as fault:
        raise UsageFault(f"{file}: {fault.message}", fault.hint) from None


def _map(given: dict[str, Any], file: str) -> Map:
    _check_keys(given, _KEYS, "the map")
    is_layout = bool(given) and set(given) <= {*Layout._fields}  # where the rows are; the columns are guessed
    if ("event" in given) == ("events" in given) and not is_layout:
        raise UsageFault("a map has [event], or [events.NAME] several times", "add [event] with date and title")
    named = {"": given["event"]} if "event" in given else given.get("events", {})
    if (
        not isinstance(named, dict)
        or not (named or is_layout)
        or not all(isinstance(event, dict) for event in named.values())
    ):
        raise UsageFault("[events] holds tables", "write [events.open] and [events.close]")
    values = {key: _READ[key](value, key) for key, value in given.items() if key in _READ}
    layout = Layout(**{key: values.pop(key) for key in Layout._fields if key in values}, is_told=True)
    return Map(file, layout=layout, events={name: _event(event, name) for name, event in named.items()}, **values)


def _check_keys(given: Mapping[str, Any], known: Any, where: str) -> None:
    for key in given:
        check_known(key, known, f"{key} is not a key of {where}")


def _table(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageFault(f"{where} is a table", f"write [{where}]")
    return value


def _text(value: Any, where: str) -> str:
    """A constant as text: numbers and dates as they are written."""
    if isinstance(value, (list, dict)):
        raise UsageFault(f"{where} is one text", f'write {where} = "…"')
    return str(value).lower() if isinstance(value, bool) else str(value)


def _head(value: Any, _where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UsageFault("head is the number of a row", "write head = 3, or head = 0 if no row names the columns")
    return value


def _words(value: Any, where: str) -> tuple[str, ...]:
    return tuple(_text(item, where) for item in (value if isinstance(value, list) else [value]))


def _each(read: Callable[[Any, str], Any]) -> Callable[[Any, str], dict[str, Any]]:
    """What reads a table, each value of which `read` reads."""
    return lambda value, where: {name: read(item, f"{where}.{name}") for name, item in _table(value, where).items()}


def _event(given: dict[str, Any], name: str) -> dict[str, Values]:
    where = f"[events.{name}]" if name else "[event]"
    for key in given:
        if not key.startswith("x-"):
            check_known(key, DECODERS, f"{key} is not a key of an event")
    missing = [key for key in ("date", "title") if key not in given]
    if missing:
        raise UsageFault(f"{where} has no {' and no '.join(missing)}", f'add {missing[0]} = "{{Column}}"')
    found: dict[str, Values] = {key: _value(value) for key, value in given.items()}
    for key in ("date", "title"):
        if not isinstance(found[key], str):
            raise UsageFault(f"{key} of {where} is one text", f'write {key} = "{{Column}}"')
    return found


def _value(value: Any) -> Values:
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    return [_value(item) for item in value] if isinstance(value, list) else _text(value, "a value")


def _column(given: Any, where: str) -> Column:
    _check_keys(_table(given, where), _COLUMN_KEYS, f"[{where}]")
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key in ("fill", "html"):
            if not isinstance(value, bool):
                raise UsageFault(f"{key} of [{where}] is true or false", f"write {key} = true")
            values[key] = value
        elif key == "words" or (key == "replace" and isinstance(value, dict)):
            values[key] = _each(_text)(value, key)
        else:
            values[_COLUMN_KEYS[key]] = _text(value, key)
    column = Column(**values)
    _check_column(column, f"[{where}]")
    return column


def _check_column(column: Column, where: str) -> None:
    if column.order and column.order.lower() not in ORDERS:
        raise UsageFault(f"order of {where} is {column.order}", f"choose one of: {', '.join(ORDERS)}")
    try:
        re.compile(column.match)
    except (re.error, RecursionError) as error:
        raise UsageFault(f"match of {where} is not a regular expression: {error}", "check its brackets") from None
    if isinstance(column.replace, str) and not column.match:
        raise UsageFault(
            f"replace of {where} needs match", "write match = 'REGULAR EXPRESSION', or replace = {a = \"b\"}"
        )
    if column.times and not re.fullmatch(r"\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", column.times):
        raise UsageFault(f"times of {where} is not a number", "write times = 100")
    if column.number and not re.fullmatch(r"[\d.,' \u00a0\u202f]+", column.number):
        raise UsageFault(
            f"number of {where} is {column.number}", 'write a number as the column does: number = "1.234,5"'
        )
    if column.zone and "{" not in column.zone and zone_of(column.zone) is None:
        raise UsageFault(f"zone of {where} is {column.zone}", 'write zone = "Asia/Seoul" or zone = "+09:00"')


_READ: dict[str, Callable[[Any, str], Any]] = {
    **dict.fromkeys(("name", "key", "sheet", "encoding", "separator"), _text),
    **dict.fromkeys(("rows", "empty", "heads"), _words),
    **dict.fromkeys(("only", "skip"), _each(_words)),
    "head": _head,
    "columns": _each(_column),
    "types": _each(_each(_text)),
}
