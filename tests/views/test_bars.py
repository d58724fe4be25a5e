"""Bars, sparklines and axes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.fields.amounts import parse_amount
from timeline_cli.fields.numbers import Style
from timeline_cli.model import Entry, Event, Figure
from timeline_cli.query.figures import FigureEntry
from timeline_cli.query.series import Point
from timeline_cli.text import width
from timeline_cli.views.bars import count_bar, length, scale_of, sparkline
from timeline_cli.views.chart import _Scale
from timeline_cli.views.ticks import placed, ticks


@pytest.mark.parametrize(
    ("cells", "expected", "in_ascii"),
    [(0, "", ""), (1, "█", "#"), (2.5, "██▌", "##"), (0.01, "▏", "#"), (3.99, "████", "####")],
)
def test_lengths(cells: float, expected: str, in_ascii: str) -> None:
    assert (length(cells), length(cells, ascii=True)) == (expected, in_ascii)


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 200), st.booleans())
def test_a_count_is_seen_and_fits(certain: int, possible: int, room: int, ascii: bool) -> None:
    most = max(certain + possible, 1)
    drawn = count_bar(certain, possible, scale_of(most, room), ascii)
    text = "".join(part for part, _ in drawn)
    assert width(text) <= max(room, 2)
    assert bool(text) == bool(certain + possible)
    assert (text[:1] in ("█", "#")) == (certain > 0) or certain * scale_of(most, room) < 1
    assert (text[-1:] in ("░", ":")) == (possible > 0)


@pytest.mark.parametrize(
    ("values", "expected", "in_ascii"),
    [
        ([1, 2, 3], "▁▅█", "_=#"),
        ([1, None, 8], "▁ █", "_ #"),
        ([5, 5], "▅▅", "=="),
        ([-1, 0, 1], "▁▅█", "_=#"),
        ([None], "", ""),
        ([], "", ""),
    ],
)
def test_sparklines(values: list[float | None], expected: str, in_ascii: str) -> None:
    assert (sparkline(values), sparkline(values, ascii=True)) == (expected, in_ascii)


NUMBERS = st.floats(-1e40, 1e40, allow_nan=False)


@given(NUMBERS, NUMBERS, st.integers(2, 20))
def test_ticks_are_round_and_take_in_all(one: float, other: float, count: int) -> None:
    least, most = min(one, other), max(one, other)
    found = ticks(least, most, count)
    assert 2 <= len(found) <= count + 2
    slack = (float(found[-1]) - float(found[0])) * 1e-9
    assert float(found[0]) <= least + slack
    assert float(found[-1]) >= most - slack
    step = found[1] - found[0]
    assert all(later - earlier == step for earlier, later in pairwise(found))
    assert str(step.normalize().as_tuple().digits) in {"(1,)", "(2,)", "(2, 5)", "(5,)"}


@given(st.lists(st.tuples(st.integers(0, 99), st.text("ab삼", min_size=1, max_size=30)), min_size=1))
def test_labels_fit_and_the_last_is_there(labels: list[tuple[int, str]]) -> None:
    labels.sort()
    line = placed(labels, 100)
    assert width(line) <= 100
    assert line.endswith(labels[-1][1])


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("5", "          █████"),
        ("0", ""),
        ("-5", "     █████"),
        ("1 to 5", "          █░░░░"),
        ("-5 to -1", "     ░░░░█"),
        ("-5 to 5", "     ░░░░░░░░░░"),
        ("over 5", "          █████›"),
        ("over 10", "          ██████████›"),
        ("under 5", "          ░░░░░"),
        ("about 5", "          █████"),
        ("under -5", "     ░░░░░"),
        ("0.01", "          ▏"),
        ("-0.01", "         █"),
    ],
)
def test_bars_of_figures_start_at_zero(amount: str, expected: str) -> None:
    """On an axis from -10 to 10, a column for each one."""
    points = [point(each) for each in ("-10", "10", amount)]
    assert _Scale(points, 21, None, Style()).bar(points[-1], False).rstrip() == expected


def point(text: str) -> Point:
    amount = parse_amount(text)[0]
    figure = Figure("m", None, "actual", amount, None, None, None, None, None)
    event = Event("e", parse_date("2024"), "t", figures=(figure,))
    return Point(FigureEntry(Entry(event, None), figure, None, None), None, None, None, True)


@pytest.mark.parametrize("amounts", [("7", "350"), ("-2", "5"), ("0.1", "0.25"), ("-30", "-1"), ("300", "350000")])
@pytest.mark.parametrize("columns", [13, 40, 61, 80])
def test_ticks_of_an_axis_are_evenly_apart(amounts: tuple[str, ...], columns: int) -> None:
    line, numbers = _Scale([point(each) for each in amounts], columns, None, Style()).axis()
    at = [index for index, char in enumerate(line) if char == "┴"]
    assert len({later - earlier for earlier, later in pairwise(at)}) == 1
    assert len(line) <= columns
    if columns > 13:
        assert len(numbers.split()) == len(at)  # each has its number


@pytest.mark.parametrize(
    ("columns", "expected"),
    [(40, "   Q1   Q2   Q3   Q4   Q5   Q6   Q7   Q8"), (20, "   Q2   Q4   Q6   Q8"), (10, "Q2  Q5  Q8")],
)
def test_periods_are_named_at_even_distances(columns: int, expected: str) -> None:
    at = [((number + 1) * columns // 8 - 1, f"Q{number + 1}") for number in range(8)]
    assert placed(at, columns) == expected


def test_ranges_are_drawn_alike() -> None:
    """What is solid ends in a whole cell, so that what is light begins right there."""
    points = [point(each) for each in ("100", "about 89 to 93", "about 90 to 93")]
    scale = _Scale(points, 61, None, Style())
    for each in points[1:]:
        assert set(scale.bar(each, False)) == {"█", "░"}
