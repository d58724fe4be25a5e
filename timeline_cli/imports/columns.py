"""Read a cell by the rules of its column: from, fill, match, replace, html, split, words, number, times, else.

Owns: the order of these steps. Does not: read a date (dates), or fill a text (filling).
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal

from timeline_cli.fields.amounts import format_number
from timeline_cli.imports.maps import Column, Hole, Map, parts_of
from timeline_cli.imports.table import Cell, Row, tidy

_NO_RULES = Column()
_EMPTY = frozenset({"", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


class Columns:
    """The cells of one row at a time, each read once. `unknown` counts the values that `words` of a column lacks,
    `unfit` those that are not written as its `number`."""

    def __init__(self, rules: Map) -> None:
        self._rules = rules.columns
        self._empty = _EMPTY.union(rules.empty)
        self._above: dict[str, Cell] = {}
        self._filled = [name for name, column in rules.columns.items() if column.fill]
        self._read: dict[str, Cell] = {}
        self._row = Row(0, {})
        self.unknown: Counter[tuple[str, str]] = Counter()
        self.unfit: Counter[str] = Counter()

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
        found = _as_amount(text, column.number) if column.number else text
        if found is None:
            self.unfit[name] += 1
            return ""
        return _FACTORED.sub(lambda match: _times(match, column.times), found) if column.times else found


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
        text = html.unescape(re.sub(r"<(?:br|/p|/li|/div|/h\d)\b[^<>]*>", "\n", text, flags=re.I))
        text = re.sub(r"\n{2,}", "\n", tidy(re.sub(r"<!--(?:(?!<!--).)*?-->|</?[a-zA-Z][^<>]*>", "", text, flags=re.S)))
    return tidy(text)


_TOKEN = re.compile(r"\d(?:[\d.,'\u00a0\u202f]*\d)?(?: \d{3}(?!\d)(?:[.,]\d+)?)*")
# Each number of an amount such as "about 1,200 to 1,500", as files write them.
_FACTORED = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d{1,2})?(?![.,]?\d)", re.ASCII)
_EXACT = Context(prec=200)


def _times(match: re.Match[str], factor: str) -> str:
    return format_number(_EXACT.multiply(Decimal(match[0].replace(",", "")), Decimal(factor)))


def _as_amount(text: str, pattern: str) -> str | None:
    """The text with its numbers, written as in the pattern, in the form of files; None if one is not written so."""
    signs = [char for char in pattern if not char.isdigit()]
    decimal = signs[-1] if signs else "."
    if len(signs) == 1 and len(pattern.partition(decimal)[2]) == 3:
        decimal = ""  # 1.234 shows thousands alone
    groups = "".join({*signs, *("\u00a0\u202f" if " " in signs else "")} - {decimal})
    whole = rf"\d{{1,3}}(?:[{groups}]\d{{2,3}})*[{groups}]\d{{3}}|\d+" if groups else r"\d+"
    written = re.compile(rf"({whole})" + (rf"(?:{re.escape(decimal)}(\d+))?" if decimal else "()"))
    is_other = False

    def plain(token: re.Match[str]) -> str:
        nonlocal is_other
        match = written.fullmatch(token[0])
        is_other = is_other or match is None
        return re.sub(r"\D", "", match[1]) + (f".{match[2]}" if match[2] else "") if match else ""

    found = _TOKEN.sub(plain, text)
    return None if is_other else found
