"""Guess a map from the heads and values of a table. A guess is used only if nothing in it is open.

Owns: which columns may be the date, the title and other fields, and what is asked. Does not: split a cell at commas, or
choose between two readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from timeline_cli.event_types import TYPES
from timeline_cli.fields.table import STATUSES
from timeline_cli.imports import looks
from timeline_cli.imports.dates import Rules, read_date
from timeline_cli.imports.looks import ENOUGH, Seen, look
from timeline_cli.imports.table import Cell, Table
from timeline_cli.text import fold

_LOOKED_AT = 5_000

_OTHERS = {"place": looks.PLACE, "companies": looks.COMPANY, "summary": looks.SUMMARY, "sources": looks.LINK,
           "people": "people", "tags": "tags", "type": "type", "status": "status"}  # fmt: skip
_SEVERAL = ("companies", "people", "sources", "tags")
_WORDS = {"type": frozenset(TYPES), "status": frozenset(STATUSES)}


class Guess(NamedTuple):
    """A guessed map as lines of [event] and [columns], with reasons; `open` are the questions that stay open."""

    head: dict[str, str]
    event: dict[str, str]
    columns: dict[str, dict[str, str]]
    reasons: list[str]
    open: list[str]


def guess(table: Table, order: str, today: date, is_told: bool = False) -> Guess:
    """What the rows of a table may mean; `is_told` if a map says which row names the columns."""
    rows = [row.cells for _, row in zip(range(_LOOKED_AT), table.rows(), strict=False) if not row.why]
    seen = [look(name, [row.get(name, "") for row in rows], order, today) for name in table.columns]
    found = Guess({}, {}, {}, [], [])
    if not rows:
        broken = next(table.rows(), None)
        other = "" if is_told else ", or name the row of the names, such as head = 3"
        found.open.append(
            "the file has no rows below its head"
            if broken is None
            else f"row {broken.number} does not fit its head: {broken.why}; quote a cell that has the separator{other}"
        )
        return found
    _check_head(table, seen, rows, found, is_told)
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


def _named(seen: Iterable[Seen], words: str) -> list[Seen]:
    """The columns with a name among the words, and no lists."""
    return [each for each in seen if looks.is_named(each.name, words) and not each.has_lists]


def _ends_as_title(name: str) -> bool:
    words = looks.words(name)
    last = words[0] if words[1:] and words[-1] == "name" else words[-1] if words else ""
    return looks.is_named(last, looks.TITLE)


def _check_head(table: Table, seen: list[Seen], rows: list[dict[str, Cell]], found: Guess, is_told: bool) -> None:
    nameless = [name for name in table.columns if name.isdecimal()]
    if table.fixed and not is_told and (len(nameless) > len(table.columns) / 3 or _is_data(table.columns)):
        found.open.append("no row looks like the names of the columns: head = 3 names another row, head = 0 none")
    if table.fixed and 0 < seen[0].cells <= len(rows) / 2:
        found.open.append(f"{seen[0].name} is empty in most rows: if its cells are merged, give it fill = true")


def _is_data(names: Iterable[str]) -> bool:
    texts = list(names)
    dated = [text for text in texts if re.search(r"\d{4}", text)]
    if any(re.search(r"\s\d{4}-\d\d-\d\d\b", text) for text in dated):
        return True  # Exported 2024-01-01 by Ada Byron
    return any(bool(read_date(text, Rules()).form) for text in dated) or all(
        re.fullmatch(r"[\d.,-]+", text) for text in texts
    )


def _choose_date(seen: list[Seen], total: int, found: Guess) -> None:
    """The column of the date, or a start and an end by their names."""
    dates = [each for each in seen if each.is_date(total) and not looks.OF_RECORD.search(fold(each.name))]
    parts = _in_parts(seen)
    if parts and not [each for each in dates if each.name not in parts]:
        found.event["date"] = "-".join(f"{{{name}}}" for name in parts)
        found.reasons.append(f"date: the columns {', '.join(parts)}")
        return
    late = [each for each in seen if each not in dates and each.cells and each.dates >= ENOUGH * each.cells]
    pair = _range([*dates, *late])
    if pair and len(dates) <= 2 and set(dates) <= set(pair) and dates:
        found.event["date"] = f"{{{pair[0].name}}}/{{{pair[1].name}}}"
        found.reasons.append(f"date: from {pair[0].name} to {pair[1].name}, by their names")
        chosen = list(pair)
    elif (
        len(dates) == 1
        and not dates[0].may_be_years
        and not [each for each in late if not looks.OF_RECORD.search(fold(each.name))]
    ):
        chosen = dates
        found.event["date"] = f"{{{dates[0].name}}}"
        found.reasons.append(f"date: {dates[0].name}, the only column of dates")
    else:
        _ask_date([*dates, *late], found)
        return
    for each in chosen:
        _check_date(each, seen, found)


def _ask_date(dates: list[Seen], found: Guess) -> None:
    names = [each.name for each in dates]
    if not names:
        found.open.append("no column has dates alone, or only dates of when a row was made")
        found.event["date"] = "{?}"
        return
    found.event["date"] = f"{{{names[0]}}}"
    found.open.append(
        f"columns of dates: {', '.join(names)}; which one is the date, or is each row several events ([events.NAME])?"
    )


def _check_date(each: Seen, seen: list[Seen], found: Guess) -> None:
    if looks.has(each.name, looks.HAPPENED):
        found.open.append(f'{each.name} says what happened: a title with it, such as title = "{{…}} {each.name}"')
    if looks.has(each.name, looks.OTHER_YEAR):
        found.open.append(f"{each.name} may not be the year in which it happened")
    order = each.rules.order
    if each.ambiguous and not each.rules.is_told:
        what = "has years of two digits" if order else "does not show whether the day or the month is first"
        found.open.append(f"{each.name} {what}: order, or --date-order")
        found.columns[each.name] = {"order": order or "d/m/y"}
    elif order:
        found.columns[each.name] = {"order": order}
        shows = "--date-order says" if each.rules.is_told else "its values show"
        found.reasons.append(f"{each.name} is written {order}, as {shows}")
    if each.is_always_first:
        found.open.append(
            f'all days of {each.name} are the first of a month: precision = "month" if only that is known'
        )
        found.columns.setdefault(each.name, {})["precision"] = "month"
    near = next((other.name for other in seen if looks.PRECISION.search(fold(other.name))), "")
    if near:
        found.open.append(f"{near} may say how precise {each.name} is")
        found.columns.setdefault(each.name, {})["precision"] = f"{{{near}}}"
    if each.rules.is_epoch:
        found.reasons.append(f"{each.name} counts seconds since 1970, as its values show")


def _in_parts(seen: list[Seen]) -> list[str]:
    """The columns year, month and day, if they are named so."""
    found: list[str] = []
    for words in ("year jahr année ano anno 年 연도", "month monat mois mes 月 월", "day tag jour dia 日 일"):
        column = next((each.name for each in _named(seen, words) if each.cells), None)
        if column is None:
            break
        found.append(column)
    return found if len(found) > 1 else []


def _range(dates: list[Seen]) -> tuple[Seen, Seen] | None:
    """Two columns named start and end, with the same other words."""
    starts = [each for each in dates if looks.has(each.name, looks.START)]
    ends = [each for each in dates if looks.has(each.name, looks.END)]
    return (starts[0], ends[0]) if len(starts) == len(ends) == 1 and starts[0] is not ends[0] else None


def _title(seen: list[Seen], total: int, found: Guess) -> None:
    ours = [each for each in _named(seen, looks.TITLE) if each.different > total / 2]
    # A row without a title is left out by itself, as one without a date.
    texts = [each for each in seen if each.is_text and (each.cells >= ENOUGH * total or each in ours)]
    texts = [each for each in texts if each.length <= 250]
    if [looks.words(each.name) for each in ours] == [["title"]]:
        texts = ours
    # A deal title and an event name are titles; an event type and a company name are not.
    for named in (
        _named(texts, looks.TITLE),
        [each for each in texts if _ends_as_title(each.name)],
        _named(texts, looks.NAME),
    ):
        if len(named) == 1 and named[0].different > total / 2:
            found.event["title"] = f"{{{named[0].name}}}"
            found.reasons.append(f"title: {named[0].name}, by its name")
            return
        if named:
            break
    different = [each for each in texts if each.different >= ENOUGH * total]
    is_alone = sum(each.is_text for each in seen) == 1
    if is_alone and different and not looks.has(different[0].name, f"{looks.COMPANY} {looks.PLACE}"):
        found.event["title"] = f"{{{different[0].name}}}"
        found.reasons.append(f"title: {different[0].name}, the only column of text")
        return
    names = [each.name for each in different or texts]
    found.event["title"] = f"{{{names[0]}}}" if names else "{?}"
    listed = f"may be {', '.join(names)}" if names else "is in no column of text"
    found.open.append(f"the title {listed}")


def _others(seen: list[Seen], found: Guess) -> None:
    used = " ".join(found.event.values())
    left = [each for each in seen if each.cells and f"{{{each.name}}}" not in used]
    for key, words in _OTHERS.items():
        named = [each for each in left if looks.is_named(each.name, words) and _fits(key, each)]
        if len(named) == 1:
            name = named[0].name
            found.event[key] = f'["{{{name}}}"]' if key in _SEVERAL else f"{{{name}}}"
            found.reasons.append(f"{key}: {name}, by its name")
            left.remove(named[0])
    unique = next((each for each in _named(left, looks.ID) if each.different == each.cells), None)
    if unique is not None:
        if unique.name == "id" and all(re.fullmatch(r"[a-z0-9-]*[a-z][a-z0-9-]*", text) for text in unique.values):
            found.event["id"] = "{id}"
        found.head["key"] = f"{{{unique.name}}}"
        found.reasons.append(f"key: {unique.name}, different in every row")
        left.remove(unique)
    if left:
        found.reasons.append(f"not used: {', '.join(each.name + _why(each) for each in left)}")


def _fits(key: str, column: Seen) -> bool:
    if key == "sources":
        return column.links == column.cells
    if key in _WORDS:
        return column.values <= _WORDS[key]
    if key in ("people", "tags", "companies") and _why(column):
        return False
    is_text = column.is_text or (column.has_lists and key in _SEVERAL and not column.links)
    return is_text and (key == "summary" or column.length < 60)


def _why(column: Seen) -> str:
    """Why a column of names is not used: whether a comma is in a name, or between two, only a person knows."""
    several = next((sign for sign in (";", ",") if any(sign in text for text in column.values)), "")
    is_ours = looks.is_named(column.name, "companies people tags") and several and not column.has_lists
    return f' (write split = "{several} " if its cells hold several)' if is_ours else ""
