"""What holds for every file: no figure is lost, no line is wider than the screen, no text is more than data."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_cli.console import Screen
from timeline_cli.dates.event_date import parse_date
from timeline_cli.fields.amounts import parse_amount
from timeline_cli.model import Converted, Entry, Event, Figure, Registries, Role
from timeline_cli.query.counts import COUNTED, Counting, gaps
from timeline_cli.query.expected import expectations
from timeline_cli.query.figures import FigureEntry, Found
from timeline_cli.query.matrix import placed
from timeline_cli.query.series import REPORTED, series
from timeline_cli.text import width
from timeline_cli.views import chart, expected, figures, matrix, stats

NAMES = st.text("ab 삼성é\u202e\x1b[]🚗", min_size=1, max_size=60)
DATES = st.sampled_from(
    ["2024", "2024-03", "2024-02-29", "2025-Q1", "2006/..", "/..", "/2024", "[..2025-03-24]", "2023~", "0001", "20XX"]
)
PERIODS = st.sampled_from(["2023", "2024", "2024-Q1", "2023-Q1", "2024-02", "2024/..", "202X", "2024-02-29", "0001-Q1"])
NUMBERS = st.one_of(
    st.integers(-(10**20), 10**20).map(str),
    st.sampled_from(["0", "-0", "9" * 60, "0." + "0" * 40 + "1", "1.50", "64.9 trillion", "-3.25"]),
)
AMOUNTS = st.one_of(
    NUMBERS,
    st.builds(" ".join, st.tuples(st.sampled_from(["about", "over", "under"]), NUMBERS)),
    st.sampled_from(["89 to 93 billion", "about -5 to 3", "-9 to -2", "0 to 1"]),
).map(lambda text: parse_amount(text)[0])
UNITS = st.sampled_from([None, "USD", "KRW", "%", "vehicles", "대", "\x1b[31mx"])


@st.composite
def figure_entries(draw: st.DrawFn) -> FigureEntry:
    companies = tuple(draw(st.lists(NAMES, max_size=3, unique=True)))
    figure = Figure(
        draw(st.sampled_from(["revenue", "매출", "a metric with a name that goes on and on until it fills a line"])),
        None,
        draw(st.sampled_from(["actual", "preliminary", "guidance", "consensus"])),
        draw(AMOUNTS),
        draw(UNITS),
        draw(st.none() | PERIODS.map(parse_date)),
        draw(st.none() | AMOUNTS),
        draw(st.none() | st.sampled_from(["over 50%", "up 3%", "x\x1b"])),
        draw(st.none() | st.builds(Converted, AMOUNTS, UNITS)),
    )
    event = Event(
        draw(st.sampled_from("abcdef")),
        parse_date(draw(DATES)),
        draw(NAMES),
        type=draw(st.none() | st.sampled_from(["deal", "유형"])),
        companies=tuple(map(Role, companies)),
        figures=(figure,),
    )
    superseded = draw(st.sampled_from([(), ("a",)]))
    return FigureEntry(
        Entry(event, None, draw(st.sampled_from([None, "possible"])), superseded_by=superseded),
        figure,
        companies[0] if companies else None,
        draw(st.sampled_from([None, "certain", "possible"])),
        draw(st.booleans()),
    )


def written(lines: object, screen: Screen) -> list[str]:
    screen.write(lines)  # type: ignore[arg-type]
    found = screen.stream.getvalue().splitlines()  # type: ignore[attr-defined]
    assert all(width(line) <= screen.width for line in found), max(found, key=width)
    assert all(line.isprintable() for line in found)
    return list(found)


def screen(columns: int, ascii: bool) -> Screen:
    return Screen(io.StringIO(), columns, colour=False, ascii=ascii)


WIDTHS = st.sampled_from([40, 60, 80, 90, 91, 120, 200])


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(figure_entries(), max_size=8), st.booleans())
def test_no_figure_that_is_shown_is_lost(items: list[FigureEntry], by_value: bool) -> None:
    shown = sorted(id(each) for each in items if each.shown)
    found = series(items)
    assert sorted(id(point.item) for one in found for point in one.shown) == shown
    for one in found:
        assert len({p.item.figure.unit for p in one.points}) == 1
        assert {p.item.figure.kind for p in one.points} <= ({*REPORTED} if one.kind == "actual" else {one.kind})
        assert one.points[-1].is_last
        assert {row.point.item.figure.period for row in one.rows()} == {p.item.figure.period for p in one.shown}
    cells = [cell for row in placed(found, by_value) for cell in row.cells.values()]
    rows = sum(len(list(one.rows())) for one in found if one.kind == "actual")
    assert len(cells) + sum(row.unplaced for row in placed(found)) == rows
    words = [each for row in expectations(items, by_value) for each in (row.item, *row.was)]
    assert len(set(map(id, words))) == len(words)


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(figure_entries(), max_size=8), WIDTHS, st.booleans(), st.booleans(), st.booleans())
def test_figures(items: list[FigureEntry], columns: int, ascii: bool, exact: bool, by_value: bool) -> None:
    found = Found(tuple(items), 1, Registries())
    for view in figures, matrix, expected:
        written(view.lines(found, screen(columns, ascii), exact, by_value), screen(columns, ascii))


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(figure_entries(), max_size=8), WIDTHS, st.booleans(), st.sampled_from(["bar", "line"]))
def test_charts(items: list[FigureEntry], columns: int, ascii: bool, kind: str) -> None:
    written(chart.lines(series(items), screen(columns, ascii), kind), screen(columns, ascii))


@given(
    st.lists(figure_entries(), max_size=8),
    WIDTHS,
    st.booleans(),
    st.sampled_from([*COUNTED]),
    st.sampled_from([*COUNTED]),
)
def test_counts(items: list[FigureEntry], columns: int, ascii: bool, key: str, other: str) -> None:
    entries = [each.entry for each in items]
    for by in ((key,), (key, other)):
        counts = Counting(entries).by(*by)
        shown = written(stats.lines([(counts, None)], screen(columns, ascii)), screen(columns, ascii))
        assert len(shown) >= 1 + len(counts.rows) + bool(counts.without)
    found = gaps(entries)
    assert all(gap.days > 0 for gap in found)
    written(stats.gap_lines(found, entries, screen(columns, ascii)), screen(columns, ascii))


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_nothing_to_draw_is_nothing(kind: str) -> None:
    assert list(chart.lines([], screen(80, False), kind)) == []
