"""The Parquet files of an answer: a folder with events, figures and sources.

Owns: the schema, which is the same whatever the values, and the layout of the folder. Does not: round a number.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow
import pyarrow.parquet

from timeline_cli.exports.registry import Reason, Unsaid
from timeline_cli.exports.tables import EVENTS, FIGURES, SOURCES, Column, ColumnKind, Row, Table, rows
from timeline_cli.fields.amounts import format_number
from timeline_cli.model import Entry
from timeline_cli.query.select import GROUPS, Answer
from timeline_cli.text import clean_lines

UNFIT = Reason("number", "only as text (in the columns …_text): more than 29 digits before the point or 9 after it")

_DIGITS, _DECIMALS = 38, 9
_NO_YEAR = "__HIVE_DEFAULT_PARTITION__"  # how Hive, Spark and DuckDB write a partition of null
_BATCH = 10_000  # rows of a table that are held until they are written

_TYPES: dict[ColumnKind, Any] = {
    "text": pyarrow.string(),
    "link": pyarrow.string(),
    "day": pyarrow.date32(),
    "flag": pyarrow.bool_(),
    "count": pyarrow.int32(),
    "number": pyarrow.decimal128(_DIGITS, _DECIMALS),
    "words": pyarrow.list_(pyarrow.string()),
    "names": pyarrow.list_(pyarrow.struct([("name", pyarrow.string()), ("role", pyarrow.string())])),
}


def export(given: Mapping[str, Any]) -> Callable[[Answer], Generator[tuple[str, bytes], None, Unsaid]]:
    """The files of the folder, in pieces. With partition=year, a folder per table and year."""
    by_year = given["partition"] == "year"
    return lambda answer: _files(_parts(answer) if by_year else {"": answer.entries})


def _files(parts: Mapping[str, list[Entry]]) -> Generator[tuple[str, bytes], None, Unsaid]:
    unsaid: Unsaid = Unsaid()
    for folder, part in parts.items():
        tables = {table: _File(table, folder, unsaid) for table in (EVENTS, FIGURES, SOURCES)}
        for entry in part:
            for table, values in rows(entry):
                yield from tables[table].add(values)
            entry.event.forget()
        for file in tables.values():
            yield from file.close()
    return unsaid


def _parts(answer: Answer) -> dict[str, list[Entry]]:
    """The events by the folder of the year in which they certainly start; this year's is empty if there are none."""
    found: dict[str, list[Entry]] = {}
    for entry in answer.entries:
        found.setdefault(next(iter(GROUPS["year"](entry)), _NO_YEAR), []).append(entry)
    years = found or {str(date.fromordinal(answer.today).year): []}
    return {f"/year={year}/part-0": part for year, part in years.items()}


class _File:
    """A file of one table, whose rows are written in groups."""

    def __init__(self, table: Table, folder: str, unsaid: Unsaid) -> None:
        self.name = f"{table.name}{folder}.parquet"
        self._columns, self._unsaid = table.columns, unsaid
        self._rows: list[Row] = []
        self._made = io.BytesIO()
        self._schema = pyarrow.schema([field for column in table.columns for field in _fields(column)])
        self._writer = pyarrow.parquet.ParquetWriter(pyarrow.PythonFile(self._made, "w"), self._schema)

    def add(self, values: Row) -> Iterator[tuple[str, bytes]]:
        self._rows.append(values)
        if len(self._rows) >= _BATCH:
            self._write()
            yield self._drained()

    def close(self) -> Iterator[tuple[str, bytes]]:
        if self._rows:
            self._write()
        self._writer.close()
        yield self._drained()

    def _write(self) -> None:
        arrays = [array for column in self._columns for array in self._arrays(column)]
        self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()

    def _arrays(self, column: Column) -> Iterator[Any]:
        values = [_clean(row[column.name]) for row in self._rows]
        if column.kind == "number":
            yield pyarrow.array([self._number(value) for value in values], _TYPES["number"])
            values = [format_number(value) if isinstance(value, Decimal) else value for value in values]
            yield pyarrow.array(values, pyarrow.string())
        elif column.kind == "names":
            yield pyarrow.array(
                [[{"name": name, "role": role} for name, role in value] for value in values], _TYPES["names"]
            )
        else:
            yield pyarrow.array(values, _TYPES[column.kind])

    def _number(self, value: Decimal | str | None) -> Decimal | None:
        """The number, if the column holds all its digits; a range in words is no number."""
        if not isinstance(value, Decimal):
            return None
        text = format_number(value)
        whole, _, part = text.lstrip("-").partition(".")
        if len(whole) <= _DIGITS - _DECIMALS and len(part) <= _DECIMALS:
            return Decimal(text)
        self._unsaid[UNFIT] += 1
        return None

    def _drained(self) -> tuple[str, bytes]:
        """What was written since the last time."""
        piece = self._made.getvalue()
        self._made.seek(0)
        self._made.truncate()
        return self.name, piece


def _fields(column: Column) -> Iterator[tuple[str, Any]]:
    yield column.name, _TYPES[column.kind]
    if column.kind == "number":
        yield f"{column.name}_text", pyarrow.string()


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean_lines(value)
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value
