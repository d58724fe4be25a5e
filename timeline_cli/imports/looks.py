"""What the name and the cells of a column show.

Owns: tables of words in names, and how many cells are dates, links or numbers. Does not: choose a column.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from timeline_cli.imports.dates import NO_DATE, Rules, read_date, settled
from timeline_cli.imports.table import Cell
from timeline_cli.text import fold

ENOUGH = 0.9  # share of the cells of a column that are dates

# Words of heads, folded; a column is named so if its head is one of them, or holds it as a word.
START = "start begin from since effective 시작 시작일 開始 beginn debut inicio"
# Heads that say what happened, which a title then lacks.
HAPPENED = (
    "opened open founded launched launch released release established born birth death incorporated acquired closed"
)
END = "end until to till finish ended 종료 종료일 終了 ende fin"
DATE = (
    "date day when datum fecha data 日付 年月日 날짜 일자 期日 дата dato datetime timestamp time published year "
    "jahr annee anno 年 연도"
)
TITLE = (
    "title headline event subject titel titre titulo titolo ereignis evenement evento "
    "제목 사건 件名 タイトル 見出し 出来事"
)
NAME = "name what summary label item happening"
SUMMARY = "description summary text notes note details body abstract content beschreibung descripcion 설명 説明 내용"
LINK = "url link source href website web permalink 링크 출처"
COMPANY = (
    "company companies firm organisation organization corporation issuer 회사 기업 会社 企業 unternehmen entreprise "
    "empresa"
)
PLACE = "place location city venue country where 장소 場所 ort lieu lugar"
ID = "id uid key guid uuid no number nr code"
# Dates of the record, not of what happened.
OF_RECORD = re.compile(
    r"created|updated|modified|retrieved|accessed|scraped|crawled|fetched|last[ _-]?(?:edit|change|seen|update)"
)
# Years that are not those of the calendar.
OTHER_YEAR = "fiscal financial budget tax school academic model"
PRECISION = re.compile(r"precision|accuracy|granularity|정밀도")


class Seen(NamedTuple):
    """What the cells of a column show; of lists, only what their texts are."""

    name: str
    cells: int = 0
    dates: int = 0
    rules: Rules = Rules()
    ambiguous: int = 0
    vague: int = 0  # spring 2024, TBA
    links: int = 0
    numbers: int = 0
    values: frozenset[str] = frozenset()
    length: float = 0
    has_lists: bool = False
    is_always_first: bool = False
    may_be_years: bool = False  # or any other numbers

    @property
    def different(self) -> int:
        return len(self.values)

    @property
    def is_text(self) -> bool:
        is_plain = self.cells > 0 and self.links == 0 and not self.has_lists
        return is_plain and self.numbers < self.cells / 2 and self.dates < self.cells / 2

    def is_date(self, total: int) -> bool:
        clear = self.dates + self.ambiguous
        others = self.cells - clear - self.vague
        is_clear = 3 * clear >= 2 * self.cells and (others <= 1 or others <= (1 - ENOUGH) * self.cells)
        return self.cells >= total / 2 and is_clear


def words(name: str) -> list[str]:
    """The words of a name, folded."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return re.findall(r"[^\W_]+", fold(spaced))


def has(name: str, listed: str) -> bool:
    """Whether a name holds one of the words."""
    return not {fold(word) for word in listed.split()}.isdisjoint(words(name))


def is_named(name: str, listed: str) -> bool:
    """Whether a name is one of the words."""
    return " ".join(words(name)) in {fold(word) for word in listed.split()}


def look(name: str, cells: list[Cell], order: str, today: date) -> Seen:
    """What the cells of a column show."""
    texts = [cell for cell in cells if isinstance(cell, str) and cell]
    if any(isinstance(cell, list) for cell in cells):
        items = [text for cell in cells for text in ([cell] if isinstance(cell, str) else cell) if text]
        links = sum(re.match(r"https?://", text) is not None for text in items)
        longest = max(map(len, items), default=0)
        return Seen(name, len(items), links=links, values=frozenset(items), length=longest, has_lists=True)
    rules = settled(texts, Rules(order, is_told=bool(order), today=today))
    read = [read_date(text, rules) for text in texts]
    # A fiscal year needs its company.
    forms = [each.form for each in read if each.form and not each.form.startswith("FY")]
    numbers = sum(re.fullmatch(r"[-+$€£¥₩]?[\d.,' ]+%?", text) is not None for text in texts)
    is_years = bool(texts) and all(re.fullmatch(r"(?:1[5-9]|20)\d\d", text) for text in texts)
    # A number alone is a date only by its name.
    is_named = not texts or not all(map(str.isdecimal, texts)) or has(name, f"{DATE} {START} {END} {HAPPENED}")
    return Seen(
        name,
        len(texts),
        len(forms) if is_named or is_years else 0,
        rules,
        sum(each.is_open for each in read),
        sum(not each.form and not each.is_open and each != NO_DATE for each in read),
        sum(re.match(r"https?://", text) is not None for text in texts),
        numbers,
        frozenset(texts),
        sum(map(len, texts)) / max(len(texts), 1),
        False,
        len(forms) > 1 and all(form.endswith("-01") and len(form) == 10 for form in forms),
        is_years and not is_named,
    )
