"""Read a sheet of an Excel workbook: a date is as precise as its number format shows it.

Owns: sheets, number formats, hidden rows, limits on what a file unpacks to. Does not: compute formulas.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from timeline_cli.errors import UsageFault
from timeline_cli.imports.table import Exact, Input, Layout, Row, Table, headed, rows_below
from timeline_cli.spelling import did_you_mean
from timeline_cli.text import counted

_MOST_BYTES = 400 << 20
_MOST_RATIO = 150  # a sheet of zeros has over 1,000
_LARGE = 4 << 20
_MOST_COLUMNS = 2_000
_MOST_ROWS = 1 << 20  # of a sheet in Excel; openpyxl fills the gap above a row with empty ones
_HIDDEN = re.compile(rb"<row\b[^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*>")

_ERRORS = (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError, NotImplementedError)


def read(given: Input, layout: Layout) -> Table:
    """The rows of a sheet: the one that the map names, else the only one with cells. Raises UsageFault."""
    from openpyxl import load_workbook

    with _readable(given):
        _check_size(given)
        book = load_workbook(io.BytesIO(given.data), read_only=True, data_only=True, keep_links=False)
        sheet, notes = _sheet(given, book, layout)
        names, head, above = headed(_records(sheet), layout.head)
        notes += above
        hidden = _hidden(book, sheet)

    def rows() -> Iterator[Row]:
        with _readable(given):
            yield from rows_below(_records(sheet), names, head)

    if hidden:
        notes.append(f"{counted(hidden, 'hidden row')} in the sheet {sheet.title}, imported like the others")
    return Table(given.name, names, rows, tuple(notes), fixed=True)


@contextmanager
def _readable(given: Input) -> Iterator[None]:
    """Raises UsageFault for what the libraries raise when they meet a file that is not a workbook."""
    try:
        yield
    except _ERRORS as error:
        detail = str(error) or type(error).__name__
        raise UsageFault(
            f"{given.name} is not a readable Excel workbook: {detail}", "save it again as .xlsx, or as CSV"
        ) from None


def _check_size(given: Input) -> None:
    with zipfile.ZipFile(io.BytesIO(given.data)) as archive:
        sizes = [(each.file_size, each.compress_size) for each in archive.infolist()]
    whole = sum(size for size, _ in sizes)
    if whole > _MOST_BYTES or any(size > _LARGE and size > _MOST_RATIO * packed for size, packed in sizes):
        raise UsageFault(f"{given.name} unpacks to {whole >> 20:,} MB", "save the sheet as CSV")


def _sheet(given: Input, book: Any, layout: Layout) -> tuple[Any, list[str]]:
    """The sheet that the map names, else the first or only one with cells, with a note on the others."""
    name = layout.sheet
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    for sheet in sheets.values():
        # Many programs write wrong dimensions, and huge ones cost as many empty cells.
        sheet.reset_dimensions()
    if name:
        if name not in sheets:
            raise UsageFault(f"{given.name} has no sheet {name}", did_you_mean(name, sheets))
        return sheets[name], []
    filled = [sheet for sheet in sheets.values() if any(any(cells) for _, cells in _records(sheet))]
    if len(filled) == 1:
        return filled[0], []
    listed = ", ".join(sheet.title for sheet in filled)
    if layout.is_told and filled:
        return filled[0], [f"only the sheet {filled[0].title} of {listed} is imported"]
    raise UsageFault(
        f"{given.name} has {len(filled)} sheets with cells" + f": {listed}" * bool(filled),
        f'write a map of one line for --map: sheet = "{filled[0].title}"'
        if filled
        else "check that it is the right file",
    )


def _hidden(book: Any, sheet: Any) -> int:
    """The number of hidden rows, by the text of the sheet: openpyxl does not tell them when it reads in one pass."""
    with book._archive.open(sheet._worksheet_path) as source:
        found, rest = 0, b""
        while block := source.read(1 << 20):
            text = rest + block
            cut = text.rfind(b"<")
            found += len(_HIDDEN.findall(text[:cut]))
            rest = text[cut:]
    return found


def _records(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number > _MOST_ROWS:
            raise ValueError(f"it has more than {_MOST_ROWS:,} rows")
        if len(cells) > _MOST_COLUMNS:
            raise ValueError(f"row {number:,} has a cell in column {len(cells):,}")
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


def _text(cell: Any) -> str:
    """A cell as text: a number in full, a date in the form of our files."""
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date)):
        return _date(value, _precision(cell.number_format))
    if isinstance(value, (time, timedelta)):
        return str(value)
    text = str(value) if isinstance(value, int) else format(value, ".15g")
    if "e" in text:
        text = format(value, "f").rstrip("0").rstrip(".")
    pattern = cell.number_format
    return Exact(text.zfill(len(pattern)) if pattern.strip("0") == "" and text.isdigit() else text)


def _date(value: date, precision: str) -> str:
    text = value.isoformat()
    if precision in ("year", "month"):
        return text[:4] if precision == "year" else text[:7]
    if not isinstance(value, datetime) or precision == "day" or value.time() == time():
        return text[:10]
    return value.isoformat(timespec="seconds" if value.second else "minutes")


@lru_cache(maxsize=256)
def _precision(pattern: str) -> str:
    """What a number format shows of a date: `mmm yyyy` is a month, `yyyy` a year."""
    letters = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", pattern.split(";")[0]).lower()
    if "h" in letters or "s" in letters:
        return "time"
    if "d" in letters or ("y" not in letters and "e" not in letters):
        return "day"
    return "month" if "m" in letters else "year"
