"""Read CSV and other text with separators.

Owns: which separator a file has. Does not: hold its rows.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from timeline_cli.errors import UsageFault
from timeline_cli.imports.table import Input, Layout, Row, Table, decoded, headed, rows_below

_SEPARATORS = ",;\t|"
_NAMED = re.compile(r"sep=([^\w\s]|\t)\r?\n", re.IGNORECASE)
_SAMPLE = 200
_LONGEST = 10 << 20  # characters of a cell


def read(given: Input, layout: Layout) -> Table:
    """The rows of a CSV file. Raises UsageFault."""
    text = decoded(given, layout.encoding)
    # Excel reads and writes the separator as the first line.
    named = _NAMED.match(text)
    text = text[named.end() :] if named else text
    separator = layout.separator or (named[1] if named else _separator(text))
    if len(separator) != 1:
        raise UsageFault(f"{separator!r} is not a separator", 'write one character, such as separator = ";"')
    names, head, notes = headed(_records(given, text, separator), layout.head)

    def rows() -> Iterator[Row]:
        return rows_below(_records(given, text, separator), names, head)

    return Table(given.name, names, rows, tuple(notes), fixed=True)


def _records(given: Input, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST)
    # Strict, or a quotation mark that is never closed would swallow the rest of the file.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            yield number, cells
    except csv.Error as error:
        raise UsageFault(
            f"{given.name}, row {number + 1} (line {reader.line_num}): {error}",
            "check its quotation marks, and separator in the map",
        ) from None


def _separator(text: str) -> str:
    """The separator that splits the first rows into the most cells, the same number in most of them."""
    found = ","
    best = (0.0, 0)
    for separator in _SEPARATORS:
        sample = islice(csv.reader(io.StringIO(text[: 256 << 10], newline=""), delimiter=separator), _SAMPLE)
        try:
            sizes = Counter(len(cells) for cells in sample if cells)
        except csv.Error:
            continue
        size, rows = max(sizes.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
        score = (rows / max(sizes.total(), 1) if size > 1 else 0.0, size)
        if score > best:
            found, best = separator, score
    return found
