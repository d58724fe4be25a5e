"""Answers as pandas tables.

Owns: the type of each column, which does not depend on the values. Does not: import pandas before it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from timeline_cli.api.event import DAYS, Record
from timeline_cli.exports.figures import FIGURE_ROW
from timeline_cli.fields.table import JSON_KEYS

if TYPE_CHECKING:
    import pandas

_DAYS = {*DAYS, "period_start", "period_end"}
_FLAGS = {"approximate", "uncertain", "background"}
_NAMES = {"companies", "people"}
_LISTS = {"tags", "figures", "sources", "part_of", "follows", "supersedes", "related", "superseded_by", "was"}
_NUMBERS = {
    "value", "low", "high", "previous", "previous_difference", "previous_difference_percent", "before", "difference",
    "difference_percent", "year_before", "year_difference", "year_difference_percent", "revises", "revision",
    "revision_percent", "converted_value", "converted_low", "converted_high",
}  # fmt: skip


def events(records: Sequence[Record]) -> pandas.DataFrame:
    """The table of events: the columns of the JSON contract, without x- keys."""
    library = _pandas()
    columns = {key: _column(library, key, [record[key] for record in records]) for key in JSON_KEYS}
    table: pandas.DataFrame = library.DataFrame(columns)
    return table


def figures(rows: Sequence[Record], exact: bool) -> pandas.DataFrame:
    """The table of figures: the columns of `timeline figures --json`."""
    library = _pandas()
    columns = {}
    for key in FIGURE_ROW:
        values = [row[key] for row in rows]
        columns[key] = _numbers(library, values, exact) if key in _NUMBERS else _column(library, key, values, flat=True)
    table: pandas.DataFrame = library.DataFrame(columns)
    return table


def _column(library: Any, key: str, values: Iterable[Any], flat: bool = False) -> Any:
    if key in _DAYS:
        return library.Series(values, dtype="datetime64[s]")
    if key in _FLAGS:
        return library.Series(values, dtype="bool")
    if key == "line":
        return library.Series(values, dtype="int64")
    if key in _NAMES and not flat:
        return library.Series([[item["name"] for item in value] for value in values], dtype="object")
    return library.Series(values, dtype="object" if key in _LISTS and not flat else "string")


def _numbers(library: Any, values: Iterable[Any], exact: bool) -> Any:
    numbers = [None if isinstance(value, str) else value for value in values]
    if exact:
        return library.Series(numbers, dtype="object")
    return library.Series([None if value is None else float(value) for value in numbers], dtype="float64")


def _pandas() -> Any:
    try:
        import pandas
    except ImportError:
        raise ImportError("to_pandas() requires pandas: pip install 'corporate-timeline[pandas]'") from None
    return pandas
