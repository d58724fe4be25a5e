"""The axis of the lanes: days to columns, and marks in the unit that suits its length."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.views.scale import Axis, axis, labels, moment_of

LAST = date.max.toordinal() + 1


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "columns", "expected"),
    [
        ("2025-03-22", "2025-03-23", 100, ["22 Mar 2025", "02:00", "04:00", "06:00"]),
        ("2025-03-22", "2025-03-25", 60, ["22 Mar 2025", "12:00", "23 Mar", "12:00"]),
        ("2025-03-01", "2025-03-11", 100, ["1 Mar 2025", "2", "3", "4"]),
        ("2025-03-30", "2025-04-03", 60, ["30 Mar 2025", "31", "1 Apr", "2"]),
        ("2025-03-01", "2025-05-01", 80, ["3 Mar 2025", "10 Mar", "17 Mar", "24 Mar"]),
        ("2025-11-01", "2026-03-01", 40, ["Nov 2025", "Dec", "2026", "Feb"]),
        ("2024-01-01", "2026-01-01", 60, ["2024", "Apr", "Jul", "Oct"]),
        ("2000-01-01", "2020-01-01", 80, ["2000", "2002", "2004", "2006"]),
        ("1784-01-01", "2021-01-01", 100, ["1800", "1820", "1840", "1860"]),
        ("0001-01-01", "9999-12-31", 60, ["1", "2000", "4000", "6000"]),
    ],
)
def test_marks_are_in_the_unit_that_suits(first: str, last: str, columns: int, expected: list[str]) -> None:
    ticks = Axis(day(first), day(last), columns).ticks()
    assert [ticks[0].full, *(tick.text for tick in ticks[1:4])] == expected


@given(st.integers(1, LAST - 1), st.floats(0.25, LAST), st.integers(20, 300))
def test_marks_lie_on_the_axis_with_room_for_their_words(first: int, days: float, columns: int) -> None:
    scale = axis(first, min(first + days, LAST), columns)
    ticks = scale.ticks()
    at = [scale.column(tick.moment) for tick in ticks]
    assert all(0 <= column < columns for column in at)
    assert at == sorted(set(at))
    line = labels(scale, ticks, None)
    assert len(line) <= columns
    assert bool(line.strip()) == bool(ticks)


def test_the_words_of_two_marks_never_touch_and_today_gives_way_to_a_year() -> None:
    scale = Axis(day("2000-01-01"), day("2020-01-01"), 80)
    years = ["2000", "2002", "2004", "2006", "2008", "2010", "2012", "2014", "2016", "2018"]
    assert labels(scale, scale.ticks(), scale.column(day("2004-06-01"))).split() == years
    scale = Axis(day("2000-01-01"), day("2020-01-01"), 60)
    line = labels(scale, scale.ticks(), scale.column(day("2006-10-01")))
    assert line.split()[:4] == ["2000", "2005", "today", "2010"]
    assert line.index("today") == scale.column(day("2006-10-01"))


def test_the_first_mark_is_not_told_in_full_where_that_hides_a_year() -> None:
    scale = Axis(day("2022-06-01"), day("2025-01-01"), 34)
    assert labels(scale, scale.ticks(), None).split()[:3] == ["Jul", "2023", "Jul"]


def test_what_goes_on_up_to_the_last_moment_ends_in_the_last_column() -> None:
    scale = Axis(100.0, 110.0, 50)
    assert (scale.column(100), scale.end_column(101), scale.column(101)) == (0, 4, 5)
    assert scale.end_column(110) == 49


def test_a_time_is_that_of_the_clock_at_its_place() -> None:
    assert moment_of("2025-01-07T18:00:00+09:00") == day("2025-01-07") + 0.75
