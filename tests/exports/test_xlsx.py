"""The workbook, read back with openpyxl: days and numbers as what they are where Excel can, else as exact text."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from timeline_cli.dates.event_date import parse_date
from timeline_cli.exports import xlsx
from timeline_cli.exports.xlsx import export
from timeline_cli.model import Amount, Entry, Event, Figure, Registries, Source
from timeline_cli.query.select import Answer, Group
from timeline_cli.text import clean_lines

Run = Callable[..., "tuple[int, str, str]"]
Rows = list[dict[str, Any]]


def book(*events: Event) -> tuple[dict[str, Rows], dict[str, int], Any]:
    """The rows of each sheet by the names of its head, what was not said, and the workbook."""
    entries = tuple(Entry(event, None) for event in events)
    answer = Answer((Group(None, entries, 1),), (), 1, 0, 1, None, "date", None, 739000, Registries())
    pieces, made = export({})(answer), io.BytesIO()
    unsaid: dict[str, int] = {}

    def run() -> Any:
        unsaid.update({f"{reason.noun} {reason.text}": count for reason, count in (yield from pieces).items()})

    made.writelines(run())
    found = openpyxl.load_workbook(made)
    return {sheet.title: _rows(sheet) for sheet in found}, unsaid, found


def _rows(sheet: Any) -> Rows:
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


DAYS = [
    ("2025-03-22", datetime(2025, 3, 22)),
    ("2025-03-22T10:00+08:00", datetime(2025, 3, 22)),
    ("1900-03-01", datetime(1900, 3, 1)),
    ("9999-12-31", datetime(9999, 12, 31)),
    ("1900-02-28", "1900-02-28"),
    ("0476-09-04", "0476-09-04"),
    ("2025-03", None),
    ("2025-06-10?", None),
    ("2025-06-10~", None),
    ("2025-03-22/2025-03-23", None),
    ("[2025-03-22, 2025-03-23]", None),
    ("2025-03-22/..", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_is_a_date_only_where_it_is_exact(text: str, day: datetime | None) -> None:
    sheets, unsaid, _ = book(Event("a", parse_date(text), "A"))
    [row] = sheets["events"]
    assert (row["day"], row["date"]) == (day, text)
    start = date.fromordinal(parse_date(text).bounds.start)
    assert row["start"] == (datetime(*start.timetuple()[:3]) if start >= date(1900, 3, 1) else start.isoformat())
    assert any("Excel counts days" in reason for reason in unsaid) == (start < date(1900, 3, 1))


NUMBERS = [
    ("350000", 350000),
    ("44.3", 44.3),
    ("-0.000000125", -1.25e-07),
    ("64900000000000000000000", 6.49e22),
    ("123456789012345", 123456789012345),
    ("1234567890123456", "1234567890123456"),
    ("0.1234567890123456", "0.1234567890123456"),
    ("1E+350", "1" + "0" * 350),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_exact(text: str, value: Any) -> None:
    number = Decimal(text)
    figure = Figure("sales", None, "actual", Amount(number, number), "USD", None, None, None, None)
    sheets, unsaid, _ = book(Event("a", parse_date("2025"), "A", figures=(figure,)))
    [row] = sheets["figures"]
    assert (row["value"], type(row["value"])) == (value, type(value))
    assert (row["event_id"], row["metric"], row["unit"]) == ("a", "sales", "USD")
    assert bool(unsaid) == isinstance(value, str)


LINKS = [
    ("https://e.com/a?b=1#c", "https://e.com/a?b=1#c"),
    ("https://e.com/" + "a" * 1900, "https://e.com/" + "a" * 1900),
    ("https://e.com/" + "a" * 2100, None),
    ("javascript:alert(1)", None),
    ("file:///etc/passwd", None),
]


@pytest.mark.parametrize(("url", "target"), LINKS)
def test_a_link_leads_to_the_web_or_is_text(url: str, target: str | None) -> None:
    _, unsaid, found = book(Event("a", parse_date("2025"), "A", sources=(Source("k", url=url),)))
    sheet = found["sources"]
    [cell] = [cell for cell in sheet[2] if sheet.cell(1, cell.column).value == "url"]
    link = cell.hyperlink and cell.hyperlink.target + (f"#{cell.hyperlink.location}" if cell.hyperlink.location else "")
    assert (cell.value, link) == (url, target)
    assert bool(unsaid) == (target is None)


def test_a_long_text_is_cut_and_counted() -> None:
    for char, kept in (("a", 32_766), ("👍", 16_383)):
        sheets, unsaid, _ = book(Event("a", parse_date("2025"), "A", summary=char * 40_000))
        assert sheets["events"][0]["summary"] == char * kept + "…"
        assert list(unsaid.values()) == [1]
    assert not book(Event("a", parse_date("2025"), "A", summary="a" * 32_767))[1]


def test_rows_beyond_a_sheet_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 3)
    sheets, unsaid, _ = book(*(Event(f"a{n}", parse_date("2025"), "A", sources=(Source("k"),)) for n in range(5)))
    assert (len(sheets["events"]), len(sheets["sources"])) == (2, 2)
    assert list(unsaid.values()) == [3, 3]


def test_no_text_is_a_formula_and_the_head_stays() -> None:
    sheets, _, found = book(Event("a", parse_date("2025"), "=1+1", tags=("@x", "+1")))
    assert sheets["events"][0]["title"] == "=1+1"
    assert {cell.data_type for sheet in found for row in sheet for cell in row} <= {"s", "b", "n", "d", "inlineStr"}
    for sheet in found:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions


@settings(max_examples=settings().max_examples // 2)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("_x0041_ _x000D_")
@example(" a \n\t b ")
@example("\xad")
@example("<a>&amp;]]>\ufffe\uffff\x00\x1b\u202e")
def test_any_text_reads_back(text: str) -> None:
    sheets, _, _ = book(Event("a", parse_date("2025"), text, summary=text))
    found = sheets["events"][0]["summary"]
    assert (unescape(found) if found else None) == (clean_lines(text) or None)


def test_an_answer_of_many_events(timeline: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert timeline("export", "-o", str(path))[:2] == (0, "")
    sheets = {sheet.title: _rows(sheet) for sheet in openpyxl.load_workbook(path)}
    assert [len(rows) for rows in sheets.values()] == [25, 7, 25]
    first = path.read_bytes()
    timeline("export", "-o", str(path))
    assert path.read_bytes() == first


def test_an_empty_answer_has_the_heads(timeline: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert timeline("export", "-o", str(path), "text:nothing").code == 0
    assert [sheet.max_row for sheet in openpyxl.load_workbook(path)] == [1, 1, 1]
