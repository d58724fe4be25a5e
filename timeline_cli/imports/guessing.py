"""Guess a map from the heads and values of a table. A guess is used only if nothing in it is open.

Owns: which columns may be the date, the title and other fields, and what is asked. Does not: split a cell at commas, or
choose between two readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from timeline_cli.imports.dates import NO_DATE, Rules, read_date, settled
from timeline_cli.imports.table import Cell, Table
from timeline_cli.text import fold

_LOOKED_AT = 5_000
_ENOUGH = 0.9  # share of a column's cells that are dates

# Words of heads, folded; a column is named so if its head is one of them, or holds it as a word.
_START = "start begin from since effective 시작 시작일 開始 beginn debut inicio"
# Heads that say what happened, which a title then lacks.
_HAPPENED = (
    "opened open founded launched launch released release established born birth death incorporated acquired closed"
)
_END = "end until to till finish ended 종료 종료일 終了 ende fin"
_DATE = (
    "date day when datum fecha data 日付 年月日 날짜 일자 期日 дата dato datetime timestamp time published year "
    "jahr annee anno 年 연도"
)
_TITLE = (
    "title headline event subject titel titre titulo titolo ereignis evenement evento "
    "제목 사건 件名 タイトル 見出し 出来事"
)
_NAME = "name what summary label item happening"
_SUMMARY = "description summary text notes note details body abstract content beschreibung descripcion 설명 説明 내용"
_LINK = "url link source href website web permalink 링크 출처"
_COMPANY = (
    "company firm organisation organization corporation issuer 회사 기업 会社 企業 unternehmen entreprise empresa"
)
_PLACE = "place location city venue country where 장소 場所 ort lieu lugar"
_ID = "id uid key guid uuid no number nr code"
# Dates of the record, not of what happened.
_OF_RECORD = re.compile(
    r"created|updated|modified|retrieved|accessed|scraped|crawled|fetched|last[ _-]?(?:edit|change|seen|update)"
)
# Years that are not those of the calendar.
_OTHER_YEAR = "fiscal financial budget tax school academic model"
_PRECISION = re.compile(r"precision|accuracy|granularity|정밀도")


class Guess(NamedTuple):
    """A guessed map as lines of [event] and [columns], with reasons; `open` are the questions that stay open."""

    head: dict[str, str]
    event: dict[str, str]
    columns: dict[str, dict[str, str]]
    reasons: list[str]
    open: list[str]


class _Seen(NamedTuple):
    """What the cells of a column show; of one with lists, nothing."""

    name: str
    cells: int = 0
    dates: int = 0
    rules: Rules = Rules()
    ambiguous: int = 0
    vague: int = 0  # spring 2024, TBA
    links: int = 0
    numbers: int = 0
    different: int = 0
    length: float = 0
    is_always_first: bool = False
    may_be_years: bool = False  # or any other numbers

    @property
    def is_text(self) -> bool:
        return self.cells > 0 and self.links == 0 and self.numbers < self.cells / 2 and self.dates < self.cells / 2

    def is_date(self, total: int) -> bool:
        clear = self.dates + self.ambiguous
        return self.cells >= total / 2 and 3 * clear >= 2 * self.cells and clear + self.vague >= _ENOUGH * self.cells


def guess(table: Table, order: str, today: date) -> Guess:
    """What the rows of a table may mean."""
    rows = [row.cells for _, row in zip(range(_LOOKED_AT), table.rows(), strict=False) if not row.why]
    seen = [_look(name, [row.get(name, "") for row in rows], order, today) for name in table.columns]
    found = Guess({}, {}, {}, [], [])
    if not rows:
        found.open.append("the file has no rows below its head")
        return found
    _check_head(table, seen, rows, found)
    nested = sorted({name.partition(".")[0] for row in rows for name, cell in row.items() if isinstance(cell, list)
                     and "." in name})  # fmt: skip
    if nested:
        found.open.append(
            f"rows hold lists of objects: {', '.join(nested)}; if those are the events, name them in rows"
        )
    # What all rows share with what contains them is a remark on the file.
    _choose_date([each for each in seen if each.name not in table.inherited or each.different > 1], len(rows), found)
    _title([each for each in seen if each.name not in table.inherited], len(rows), found)
    _others(seen, found)
    return found


def _look(name: str, cells: list[Cell], order: str, today: date) -> _Seen:
    texts = [cell for cell in cells if isinstance(cell, str) and cell]
    if any(isinstance(cell, list) for cell in cells):
        return _Seen(name)
    rules = settled(texts, Rules(order, is_told=bool(order), today=today))
    read = [read_date(text, rules) for text in texts]
    # A fiscal year needs its company.
    forms = [each.form for each in read if each.form and not each.form.startswith("FY")]
    numbers = sum(re.fullmatch(r"[-+$€£¥₩]?[\d.,' ]+%?", text) is not None for text in texts)
    is_years = bool(texts) and all(re.fullmatch(r"(?:1[5-9]|20)\d\d", text) for text in texts)
    # A number alone is a date only by its name.
    is_named = not texts or not all(map(str.isdecimal, texts)) or _has(name, f"{_DATE} {_START} {_END} {_HAPPENED}")
    return _Seen(
        name,
        len(texts),
        len(forms) if is_named or is_years else 0,
        rules,
        sum(each.is_open for each in read),
        sum(not each.form and not each.is_open and each != NO_DATE for each in read),
        sum(re.match(r"https?://", text) is not None for text in texts),
        numbers,
        len(set(texts)),
        sum(map(len, texts)) / max(len(texts), 1),
        len(forms) > 1 and all(form.endswith("-01") and len(form) == 10 for form in forms),
        is_years and not is_named,
    )


def _words(name: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return re.findall(r"[^\W_]+", fold(spaced))


def _has(name: str, words: str) -> bool:
    return not {fold(word) for word in words.split()}.isdisjoint(_words(name))


def _is(name: str, words: str) -> bool:
    return " ".join(_words(name)) in {fold(word) for word in words.split()}


def _ends_as_title(name: str) -> bool:
    words = _words(name)
    return _is(words[-1], _TITLE) or (words[-1] == "name" and _is(words[0], _TITLE)) if words else False


def _check_head(table: Table, seen: list[_Seen], rows: list[dict[str, Cell]], found: Guess) -> None:
    nameless = [name for name in table.columns if name.isdecimal()]
    if table.fixed and (len(nameless) > len(table.columns) / 3 or _is_data(table.columns)):
        found.open.append("no row looks like the names of the columns: head = 3 names another row, head = 0 none")
    if table.fixed and 0 < seen[0].cells <= len(rows) / 2:
        found.open.append(f"{seen[0].name} is empty in most rows: if its cells are merged, give it fill = true")


def _is_data(names: Iterable[str]) -> bool:
    texts = list(names)
    return any(bool(read_date(text, Rules()).form) for text in texts if re.search(r"\d{4}", text)) or all(
        re.fullmatch(r"[\d.,-]+", text) for text in texts
    )


def _choose_date(seen: list[_Seen], total: int, found: Guess) -> None:
    """The column of the date, or a start and an end by their names."""
    dates = [each for each in seen if each.is_date(total) and not _OF_RECORD.search(fold(each.name))]
    parts = _in_parts(seen)
    if parts and not [each for each in dates if each.name not in parts]:
        found.event["date"] = "-".join(f"{{{name}}}" for name in parts)
        found.reasons.append(f"date: the columns {', '.join(parts)}")
        return
    late = [each for each in seen if each not in dates and each.cells and each.dates >= _ENOUGH * each.cells]
    pair = _range([*dates, *late])
    if pair and len(dates) <= 2 and set(dates) <= set(pair) and dates:
        found.event["date"] = f"{{{pair[0].name}}}/{{{pair[1].name}}}"
        found.reasons.append(f"date: from {pair[0].name} to {pair[1].name}, by their names")
        chosen = list(pair)
    elif (
        len(dates) == 1
        and not dates[0].may_be_years
        and not [each for each in late if not _OF_RECORD.search(fold(each.name))]
    ):
        chosen = dates
        found.event["date"] = f"{{{dates[0].name}}}"
        found.reasons.append(f"date: {dates[0].name}, the only column of dates")
    else:
        _ask_date([*dates, *late], found)
        return
    for each in chosen:
        _check_date(each, seen, found)


def _ask_date(dates: list[_Seen], found: Guess) -> None:
    names = [each.name for each in dates]
    if not names:
        found.open.append("no column has dates alone, or only dates of when a row was made")
        found.event["date"] = "{?}"
        return
    found.event["date"] = f"{{{names[0]}}}"
    found.open.append(
        f"columns of dates: {', '.join(names)}; which one is the date, or is each row several events ([events.NAME])?"
    )


def _check_date(each: _Seen, seen: list[_Seen], found: Guess) -> None:
    if _has(each.name, _HAPPENED):
        found.open.append(f'{each.name} says what happened: a title with it, such as title = "{{…}} {each.name}"')
    if _has(each.name, _OTHER_YEAR):
        found.open.append(f"{each.name} may not be the year in which it happened")
    if each.ambiguous:
        found.open.append(f"{each.name} does not show whether the day or the month is first: order, or --date-order")
        found.columns[each.name] = {"order": "d/m/y"}
    elif each.rules.order:
        found.columns[each.name] = {"order": each.rules.order}
        found.reasons.append(f"{each.name} is written {each.rules.order}, as its values show")
    if each.is_always_first:
        found.open.append(
            f'all days of {each.name} are the first of a month: precision = "month" if only that is known'
        )
        found.columns.setdefault(each.name, {})["precision"] = "month"
    near = next((other.name for other in seen if _PRECISION.search(fold(other.name))), "")
    if near:
        found.open.append(f"{near} may say how precise {each.name} is")
        found.columns.setdefault(each.name, {})["precision"] = f"{{{near}}}"
    if each.rules.is_epoch:
        found.reasons.append(f"{each.name} counts seconds since 1970, as its values show")


def _in_parts(seen: list[_Seen]) -> list[str]:
    """The columns year, month and day, if they are named so."""
    found: list[str] = []
    for words in ("year jahr année ano anno 年 연도", "month monat mois mes 月 월", "day tag jour dia 日 일"):
        column = next((each.name for each in seen if each.cells and _is(each.name, words)), None)
        if column is None:
            break
        found.append(column)
    return found if len(found) > 1 else []


def _range(dates: list[_Seen]) -> tuple[_Seen, _Seen] | None:
    """Two columns named start and end, with the same other words."""
    starts = [each for each in dates if _has(each.name, _START)]
    ends = [each for each in dates if _has(each.name, _END)]
    return (starts[0], ends[0]) if len(starts) == len(ends) == 1 and starts[0] is not ends[0] else None


def _title(seen: list[_Seen], total: int, found: Guess) -> None:
    texts = [each for each in seen if each.is_text and each.cells >= _ENOUGH * total and each.length <= 250]
    # A deal title and an event name are titles; an event type and a company name are not.
    for named in (
        [each for each in texts if _is(each.name, _TITLE)],
        [each for each in texts if _ends_as_title(each.name)],
        [each for each in texts if _is(each.name, _NAME)],
    ):
        if len(named) == 1 and named[0].different > total / 2:
            found.event["title"] = f"{{{named[0].name}}}"
            found.reasons.append(f"title: {named[0].name}, by its name")
            return
        if named:
            break
    different = [each for each in texts if each.different >= _ENOUGH * total]
    is_alone = sum(each.is_text for each in seen) == 1
    if is_alone and different and not _has(different[0].name, f"{_COMPANY} {_PLACE}"):
        found.event["title"] = f"{{{different[0].name}}}"
        found.reasons.append(f"title: {different[0].name}, the only column of text")
        return
    names = [each.name for each in different or texts]
    found.event["title"] = f"{{{names[0]}}}" if names else "{?}"
    listed = f"may be {', '.join(names)}" if names else "is in no column of text"
    found.open.append(f"the title {listed}")


def _others(seen: list[_Seen], found: Guess) -> None:
    used = " ".join(found.event.values())
    left = [each for each in seen if each.cells and f"{{{each.name}}}" not in used]
    for key, words in (("place", _PLACE), ("companies", _COMPANY), ("summary", _SUMMARY), ("sources", _LINK)):
        named = [each for each in left if _is(each.name, words) and _fits(key, each)]
        if len(named) == 1:
            name = named[0].name
            found.event[key] = f'["{{{name}}}"]' if key in ("companies", "sources") else f"{{{name}}}"
            found.reasons.append(f"{key}: {name}, by its name")
            left.remove(named[0])
    unique = next((each for each in left if _is(each.name, _ID) and each.different == each.cells), None)
    if unique is not None:
        found.head["key"] = f"{{{unique.name}}}"
        found.reasons.append(f"key: {unique.name}, different in every row")
        left.remove(unique)
    if left:
        found.reasons.append(f"not used: {', '.join(each.name for each in left)}")


def _fits(key: str, column: _Seen) -> bool:
    if key == "sources":
        return column.links == column.cells
    return column.is_text and (key == "summary" or column.length < 60)
