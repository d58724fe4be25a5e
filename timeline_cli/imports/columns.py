"""Read a cell by the rules of its column: from, fill, match, replace, html, split, words, number, times, else.

Owns: the order of these steps. Does not: read a date (dates), or fill a text (filling).
"""

from __future__ import annotations

import contextlib
import html
import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from timeline_cli.fields.amounts import format_number
from timeline_cli.imports.maps import Column, Map, parts_of
from timeline_cli.imports.table import Cell, Row, tidy

_NO_RULES = Column()
_EMPTY = frozenset({"", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


class Columns:
    """The cells of one row at a time, each read once. `unknown` counts the values that `words` of a column lacks."""

    def __init__(self, rules: Map) -> None:
        self._rules = rules.columns
        self._empty = rules.empty | _EMPTY
        self._above: dict[str, Cell] = {}
        self._filled = [name for name, column in rules.columns.items() if column.fill]
        self._read: dict[str, Cell] = {}
        self._row = Row(0, {})
        self.unknown: Counter[tuple[str, str]] = Counter()

    def use(self, row: Row) -> None:
        """Take another row; an empty cell of a column with fill takes the value above it, in whatever row."""
        self._row, self._read = row, {}
        for name in self._filled:
            self._above[name] = self.cell(name)

    def raw(self, name: str) -> Cell:
        """A cell as it is in the file."""
        return self._row.cells.get(name, "")

    def cell(self, name: str) -> Cell:
        """A cell by the rules of its column; an empty one is "" or []."""
        if name not in self._rules:
            found = self._row.cells.get(name, "")
            return "" if self._is_empty(found) else found
        found = self._read.get(name, "\0")
        if found == "\0":
            self._read[name] = ""  # for an else that names its own column
            found = self._read[name] = self._by_rules(name, self._rules[name])
        return found

    def text(self, name: str) -> str:
        """A cell as one text."""
        found = self.cell(name)
        return ", ".join(found) if isinstance(found, list) else found

    def column(self, name: str) -> Column:
        return self._rules.get(name, _NO_RULES)

    def _is_empty(self, cell: Cell) -> bool:
        return not any(item not in self._empty for item in cell) if isinstance(cell, list) else cell in self._empty

    def _by_rules(self, name: str, column: Column) -> Cell:
        source = column.from_ if column.from_ and column.from_ != name else ""
        found = self.cell(source) if source in self._rules else self._row.cells.get(source or name, "")
        texts = found if isinstance(found, list) else [found]
        texts = [_rewritten(text, column) for text in texts if text not in self._empty]
        if column.split:
            texts = [part.strip() for text in texts for part in text.split(column.split)]
        texts = [self._worded(name, text, column) for text in texts if text not in self._empty]
        texts = [_number(text, column) for text in texts if text]
        if not texts and column.fill and (above := self._above.get(name)):
            return above
        if not texts and column.else_ is not None:
            # A constant, or a text with holes of its own.
            pieces = parts_of(column.else_)
            texts = ["".join(self.text(piece) if type(piece) is not str else piece for piece in pieces)]
            texts = [text for text in texts if text]
        return texts if isinstance(found, list) or column.split else texts[0] if texts else ""

    def _worded(self, name: str, text: str, column: Column) -> str:
        if column.words is None:
            return text if column.other is None else column.other
        found = look_up(text, column.words)
        if found is None:
            self.unknown[name, text] += 1
            return text if column.other is None else column.other
        return found


def look_up(text: str, words: Mapping[str, str]) -> str | None:
    """The value of the word that a text is; a word with a * at its end is the beginning of texts."""
    found = words.get(text)
    if found is not None:
        return found
    folded = text.casefold()
    for word, value in words.items():
        if is_like(text, word) or folded == word.casefold():
            return value
    return None


def is_like(text: str, word: str) -> bool:
    """Whether a text is a word, or begins with it if a * is at its end."""
    return text.startswith(word[:-1]) if word.endswith("*") else text == word


def _rewritten(text: str, column: Column) -> str:
    if column.match and column.replace is None:
        match = re.search(column.match, text)
        text = "" if match is None else (match[match.lastindex or 0] or "")
    elif isinstance(column.replace, str):
        text = re.sub(column.match, column.replace, text)
    elif column.replace is not None:
        for old, new in column.replace.items():
            text = text.replace(old, new)
    if column.html:
        text = html.unescape(re.sub(r"<(?:br|/p|/li|/div|/h\d)\b[^>]*>", "\n", text, flags=re.I))
        text = re.sub(r"\n{2,}", "\n", tidy(re.sub(r"<!--.*?-->|</?[a-zA-Z][^>]*>", "", text, flags=re.S)))
    return tidy(text)


def _number(text: str, column: Column) -> str:
    """A number written as the column does, as an amount; other text as it is."""
    if column.number:
        decimal = next((char for char in reversed(column.number) if not char.isdigit()), ".")
        signs = {char for char in column.number if not char.isdigit()}
        if len(signs) == 1 and column.number.count(decimal) == 1 and len(column.number.partition(decimal)[2]) == 3:
            decimal = ""  # 1.234 shows thousands alone
        for sign in (signs | ({" ", "\u00a0", "\u202f"} if " " in signs else set())) - {decimal}:
            text = re.sub(rf"(?<=\d){re.escape(sign)}(?=\d)", "", text)
        text = re.sub(rf"(?<=\d){re.escape(decimal)}(?=\d)", ".", text) if decimal else text
    if column.times:
        with contextlib.suppress(InvalidOperation):
            text = format_number(Decimal(text.replace(",", "").replace("−", "-")) * Decimal(column.times))
    return text
