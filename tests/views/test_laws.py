"""What holds for every file: no figure is lost, no line is wider than the screen, no text is more than data."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_cli.console import Screen
from timeline_cli.dates.event_date import parse_date
from timeline_cli.fields.amounts import parse_amount
from timeline_cli.model import Converted, Entry, Event, Figure, Role
from timeline_cli.query.counts import COUNTED, count, gaps
from timeline_cli.query.figures import Told
from timeline_cli.query.series import series
from timeline_cli.text import width
from timeline_cli.views import chart, figures, stats

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
def tolds(draw: st.DrawFn) -> Told:
    companies = tuple(draw(st.lists(NAMES, max_size=3, unique=True)))
    figure = Figure(
        draw(st.sampled_from(["revenue", "매출", "a metric with a name that goes on and on until it fills a line"])),
        None,
        draw(st.sampled_from(["actual", "guidance", "target"])),
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
    return Told(
        Entry(event, None, draw(st.sampled_from([None, "possible"])), superseded_by=superseded),
        figure,
        companies,
        draw(st.sampled_from([None, "certain", "possible"])),
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


@settings(max_examples=150, deadline=None)
@given(st.lists(tolds(), max_size=8), WIDTHS, st.booleans(), st.booleans())
def test_figures(told: list[Told], columns: int, ascii: bool, exact: bool) -> None:
    found = series(told)
    assert sorted(id(point.told) for one in found for point in one.points) == sorted(map(id, told))
    for one in found:
        assert len({(p.told.figure.unit, p.told.figure.kind) for p in one.points}) == 1
        assert one.points[-1].is_last
    written(figures.lines(found, screen(columns, ascii), exact), screen(columns, ascii))


@settings(max_examples=150, deadline=None)
@given(st.lists(tolds(), max_size=8), WIDTHS, st.booleans(), st.sampled_from(["bar", "line"]))
def test_charts(told: list[Told], columns: int, ascii: bool, kind: str) -> None:
    written(chart.lines(series(told), screen(columns, ascii), kind), screen(columns, ascii))


@settings(max_examples=100, deadline=None)
@given(st.lists(tolds(), max_size=8), WIDTHS, st.booleans(), st.sampled_from([*COUNTED]), st.sampled_from([*COUNTED]))
def test_counts(told: list[Told], columns: int, ascii: bool, key: str, other: str) -> None:
    entries = [each.entry for each in told]
    for by in ((key,), (key, other)):
        counts = count(entries, by)
        shown = written(stats.lines([(counts, None)], screen(columns, ascii)), screen(columns, ascii))
        assert len(shown) >= 1 + len(counts.rows) + bool(counts.without)
    found = gaps(entries)
    assert all(gap.days > 0 for gap in found)
    written(stats.gap_lines(found, screen(columns, ascii)), screen(columns, ascii))


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_nothing_to_draw_is_nothing(kind: str) -> None:
    assert list(chart.lines([], screen(80, False), kind)) == []
