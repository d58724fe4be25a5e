"""Read a cell by the rules of its column: from, fill, match, replace, html, split, words, number, times, else.

Owns: the order of these steps. Does not: read a date (dates), or fill a text (filling).
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from timeline_cli.imports.maps import Column, Hole, Map, parts_of
from timeline_cli.imports.numbers import as_amount, times
from timeline_cli.imports.table import Cell, Exact, Row, tidy
from timeline_cli.text import short_references

_NO_RULES = Column()
_EMPTY = frozenset({"", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


class Columns:
    """The cells of one row at a time, each read once. `numbers` are the forms of columns by what their values show.

    `unknown` counts the values that `words` of a column lacks, `unfit` those that are not written as its `number`.
    """

    def __init__(self, rules: Map, numbers: Mapping[str, str] | None = None) -> None:
        self._rules = rules.columns
        self._numbers = numbers or {}
        self._empty = _EMPTY.union(rules.empty)
        self._above: dict[str, Cell] = {}
        self._filled = [name for name, column in rules.columns.items() if column.fill]
        self._read: dict[str, Cell] = {}
        self._amounts: dict[str, Cell] = {}
        self._row = Row(0, {})
        self.unknown: Counter[tuple[str, str]] = Counter()
        self.unfit: Counter[str] = Counter()

    def use(self, row: Row) -> None:
        """Take another row; an empty cell of a column with fill takes the value above it, in whatever row."""
        self._row, self._read, self._amounts = row, {}, {}
        for name in self._filled:
            self._above[name] = self.cell(name)

    def raw(self, name: str) -> Cell:
        """A cell as it is in the file."""
        return self._row.cells.get(name, "")

    def cell(self, name: str) -> Cell:
        """A cell by the rules of its column; an empty one is "" or []."""
        if name not in self._rules:
            found = self._row.cells.get(name, "")
            if isinstance(found, list):
                return [self._or_empty(item) for item in found] if any(map(self._or_empty, found)) else ""
            return self._or_empty(found)
        found = self._read.get(name, "\0")
        if found == "\0":
            self._read[name] = ""  # for an else that names its own column
            found = self._read[name] = self._by_rules(name, self._rules[name])
        return found

    def text(self, name: str) -> str:
        """A cell as one text."""
        found = self.cell(name)
        return ", ".join(filter(None, found)) if isinstance(found, list) else found

    def amount(self, name: str) -> Cell:
        """A cell with its numbers in the form of files, by what its column shows if the map does not say it."""
        number = self._numbers.get(name)
        if number is None:
            return self.cell(name)
        if name not in self._amounts:
            self._amounts[name] = self._by_rules(name, self.column(name)._replace(number=number))
        return self._amounts[name]

    def filled(self, parts: Iterable[str]) -> str:
        """The text of constants and holes."""
        return "".join(self.text(part) if type(part) is Hole else part for part in parts)

    def column(self, name: str) -> Column:
        return self._rules.get(name, _NO_RULES)

    def _or_empty(self, text: str) -> str:
        return "" if text in self._empty else text

    def _by_rules(self, name: str, column: Column) -> Cell:
        source = column.from_ if column.from_ and column.from_ != name else ""
        found = self.cell(source) if source in self._rules else self._row.cells.get(source or name, "")
        # Empty items stay in a list, so that those of another column next to it are theirs.
        texts = [self._or_empty(text) for text in (found if isinstance(found, list) else [found])]
        texts = [text and _rewritten(text, column) for text in texts]
        if column.split:
            texts = [part.strip() for text in texts for part in text.split(column.split)]
        texts = [self._or_empty(text) and self._worded(name, text, column) for text in texts]
        texts = [text and self._number(name, text, column) for text in texts]
        if not any(texts):
            texts = []
        if not texts and column.fill and (above := self._above.get(name)):
            return above
        if not texts and column.else_ is not None:
            texts = [text for text in [self.filled(parts_of(column.else_))] if text]
        return texts if isinstance(found, list) or column.split else texts[0] if texts else ""

    def _worded(self, name: str, text: str, column: Column) -> str:
        if column.words is None:
            return text if column.other is None else column.other
        found = look_up(text, column.words)
        if found is None:
            self.unknown[name, text] += 1
            return text if column.other is None else column.other
        return found

    def _number(self, name: str, text: str, column: Column) -> str:
        """A number written as the column does, as an amount; nothing if it is written otherwise."""
        is_plain = not column.number or (type(text) is Exact and name in self._numbers)
        found = text if is_plain else as_amount(text, column.number)
        if found is None:
            self.unfit[name] += 1
            return ""
        return times(found, column.times) if column.times else found


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
        text = re.sub(r"<(?:br|/p|/li|/div|/h\d)\b[^<>]*>", "\n", text, flags=re.I)
        text = html.unescape(short_references(text))
        text = re.sub(r"\n{2,}", "\n", tidy(re.sub(r"<!--(?:(?!<!--).)*?-->|</?[a-zA-Z][^<>]*>", "", text, flags=re.S)))
    return tidy(text)
