"""The CSV of an answer, of events or of figures, for spreadsheets and pandas.

Owns: how lists and figures become one cell. Does not: write a cell that a spreadsheet would run as a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from timeline_cli.exports.json import keys_of
from timeline_cli.fields.amounts import format_amount, format_number
from timeline_cli.fields.field import KindName
from timeline_cli.fields.json import dump
from timeline_cli.fields.table import JSON_KEYS, WRITTEN, to_json
from timeline_cli.model import Amount, Entry
from timeline_cli.query.select import Answer
from timeline_cli.text import clean_lines

# Spreadsheets read such a cell as a formula; a leading apostrophe makes it text (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export(given: Mapping[str, Any]) -> Callable[[Answer], Iterator[str]]:
    """The lines of the table, with the fields of --json=FIELDS, or all. Raises UsageFault."""
    keys = keys_of(given["json"] or "", more=given.get("keys", ()))
    return lambda answer: rows(answer.entries, keys, given["raw"])


def rows(entries: Iterable[Entry], keys: tuple[str, ...] | None, raw: bool = False) -> Iterator[str]:
    """The lines of the table, with a head. Lists are joined by "; ". With `raw`, cells are not escaped.

    The columns are `keys`, or those of the JSON contract; x- keys only if requested.
    """
    columns = keys or JSON_KEYS
    return table(columns, (to_json(entry, columns) for entry in entries), raw)


def table(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]], raw: bool = False) -> Iterator[str]:
    """The lines of any table, with a head."""
    yield _line(columns, raw=True)
    for values in rows:
        yield _line([_cell(column, values[column]) for column in columns], raw)


def _line(cells: Iterable[str], raw: bool) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([cell if raw else _harmless(cell) for cell in cells])
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    """The cell, as text for a spreadsheet, without control characters; a plain negative number stays a number."""
    cell = clean_lines(cell)
    if not cell.startswith(FORMULA_STARTS):
        return cell
    if cell[0] in "+-" and cell[1:].replace(".", "", 1).isdigit() and cell.isascii():
        return cell
    return "'" + cell


def _cell(column: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, str):
        return value
    if isinstance(value, list) and not column.startswith("x-"):
        kind = WRITTEN.get(column)
        say = _ITEMS.get(kind.name) if kind else None
        return "; ".join(say(item) if say else str(item) for item in value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return dump(value)


def _role(item: dict[str, Any]) -> str:
    return f"{item['name']} ({item['role']})" if item["role"] else str(item["name"])


def _figure(item: dict[str, Any]) -> str:
    """revenue (Acme, guidance, 2025-Q1): 89000000000 to 93000000000 USD"""
    about = ", ".join(filter(None, (item["company"], item["kind"], item["period"])))
    amount = format_amount(Amount(item["low"], item["high"], item["qualifier"]))
    unit = item["unit"] or ""
    return f"{item['metric']} ({about}): {amount}{'' if unit in ('', '%') else ' '}{unit}"


def _source(item: dict[str, Any]) -> str:
    return str(item["key"] or item["url"] or item["title"] or item["publisher"] or "")


# One item of a list in a cell: a name with its role, a figure in words, a source by its key or link.
_ITEMS: dict[KindName, Callable[[dict[str, Any]], str]] = {
    "names": _role,
    "figures": _figure,
    "sources": _source,
    "versions": dump,
}
