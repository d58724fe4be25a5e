"""The Excel workbook of an answer: sheets of events, figures and sources.

Owns: what Excel cannot hold as what it is, and is written as text. Does not: round a number, or give a day to an event
whose source does not.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

import xlsxwriter

from timeline_cli.exports.registry import Reason, Unsaid
from timeline_cli.exports.tables import EVENTS, FIGURES, SOURCES, Column, Table, rows
from timeline_cli.fields.amounts import format_number
from timeline_cli.query.select import Answer
from timeline_cli.text import clean_lines, safe_url

OLD_DAY = Reason("day", "as text: Excel counts days from 1 March 1900 on")
LONG_NUMBER = Reason("number", "as text: Excel keeps 15 digits")
LONG_TEXT = Reason("text", "cut: a cell holds 32,767 characters")
NO_LINK = Reason("link", "as text: too long, not of the web, or beyond the 65,530 of a sheet")
NO_ROW = Reason("event", "left out: a sheet holds 1,048,576 rows", True)
NO_DETAIL = Reason("figure or source", "left out: a sheet holds 1,048,576 rows")

FIRST_DAY = date(1900, 3, 1)  # Excel believes in 29 February 1900
_MOST_DIGITS, _LONGEST, _MOST_LINKS, _MOST_ROWS = 15, 32_767, 65_530, 1_048_576
_WIDTHS = {"title": 60, "summary": 60, "quote": 60, "url": 40, "companies": 30, "people": 30, "metric": 30}


def export(given: Mapping[str, Any]) -> Callable[[Answer], Generator[bytes, None, Unsaid]]:
    """A workbook, which grows in temporary files."""
    return _workbook


def _workbook(answer: Answer) -> Generator[bytes, None, Unsaid]:
    with tempfile.TemporaryFile() as file, tempfile.TemporaryDirectory() as folder:
        unsaid = _fill(file, folder, answer)
        file.seek(0)
        yield from iter(lambda: file.read(1 << 20), b"")
    return unsaid


def _fill(file: IO[bytes], folder: str, answer: Answer) -> Unsaid:
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "tmpdir": folder})
    # The same answer gives the same bytes all day.
    book.set_properties({"created": datetime.fromordinal(answer.today)})
    unsaid: Unsaid = Unsaid()
    sheets = {table.name: _Sheet(book, table, unsaid) for table in (EVENTS, FIGURES, SOURCES)}
    for entry in answer.each():
        for table, values in rows(entry):
            if not sheets[table.name].add(values):
                unsaid[NO_ROW if table is EVENTS else NO_DETAIL] += 1
    for sheet in sheets.values():
        sheet.close()
    book.close()
    return unsaid


class _Sheet:
    """A sheet of one table, written row by row, with a head that stays and filters."""

    def __init__(self, book: Any, table: Table, unsaid: Unsaid) -> None:
        self._sheet = book.add_worksheet(table.name)
        self._columns, self._unsaid = table.columns, unsaid
        self._row = self._links = 0
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._whole = book.add_format({"num_format": "#,##0"})
        self._parts = book.add_format({"num_format": "#,##0.###############"})
        head = book.add_format({"bold": True})
        for at, (name, kind) in enumerate(table.columns):
            self._sheet.set_column(at, at, _WIDTHS.get(name, 12 if kind == "day" else 16))
            self._sheet.write_string(0, at, name, head)
        self._sheet.freeze_panes(1, 0)

    def add(self, values: Mapping[str, Any]) -> bool:
        """Write a row; False if the sheet is full."""
        if self._row + 1 >= _MOST_ROWS:
            return False
        self._row += 1
        for at, column in enumerate(self._columns):
            value = values[column.name]
            if value is not None and value != []:
                self._put(at, column, value)
        return True

    def close(self) -> None:
        self._sheet.autofilter(0, 0, self._row, len(self._columns) - 1)

    def _put(self, at: int, column: Column, value: Any) -> None:
        """Write a cell as what it is, or as text, which is counted."""
        place = self._row, at
        if column.kind == "flag":
            self._sheet.write_boolean(*place, value)
        elif column.kind == "count":
            self._sheet.write_number(*place, value)
        elif isinstance(value, date) and value >= FIRST_DAY:
            self._sheet.write_datetime(*place, value, self._day)
        elif isinstance(value, Decimal) and _fits(value):
            self._sheet.write_number(*place, float(value), self._whole if value == value.to_integral() else self._parts)
        elif column.kind == "link" and self._links < _MOST_LINKS and self._linked(place, value):
            self._links += 1
        else:
            as_text = {date: OLD_DAY, Decimal: LONG_NUMBER}.get(type(value), NO_LINK if column.kind == "link" else None)
            if as_text:
                self._unsaid[as_text] += 1
            self._sheet.write_string(*place, self._cut(_text(value)))

    def _linked(self, place: tuple[int, int], url: str) -> bool:
        """Write a cell with a link; False if Excel cannot hold it."""
        target = safe_url(url)
        return bool(target) and self._sheet.write_url(*place, target, None, self._cut(url)) == 0

    def _cut(self, text: str) -> str:
        """Text of a cell, which Excel measures in units of UTF-16."""
        text = clean_lines(text)
        if len(text) * 2 > _LONGEST and len(text.encode("utf-16-le")) // 2 > _LONGEST:
            self._unsaid[LONG_TEXT] += 1
            text = text.encode("utf-16-le")[: _LONGEST * 2 - 2].decode("utf-16-le", "ignore") + "…"
        return text


def _fits(number: Decimal) -> bool:
    """Whether a floating-point number gives back all digits."""
    digits = "".join(map(str, number.as_tuple().digits)).strip("0")
    return len(digits) <= _MOST_DIGITS and -300 < number.adjusted() < 300


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, list):
        return "; ".join(_items(value))
    return str(value)


def _items(value: list[Any]) -> Iterator[str]:
    for item in value:
        name, role = item if isinstance(item, tuple) else (item, None)
        yield f"{name} ({role})" if role else str(name)
