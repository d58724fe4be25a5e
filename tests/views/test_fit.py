"""Which stretch of time an axis shows: outermost dates are left off where that halves it, today is on it if near."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.views.fit import columns_of, crowded, reach
from timeline_cli.views.scale import Axis

FAR = date(1500, 1, 1).toordinal()


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def written(*dates: str) -> list[EventDate]:
    return list(map(parse_date, dates))


YEAR = [f"2024-{month:02}-10" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        (YEAR, "2024-01-10", "2024-12-11"),
        (["2006", *YEAR], "2024-01-10", "2024-12-11"),  # one of thirteen
        ([*YEAR, "2060"], "2024-01-10", "2024-12-11"),
        (["2006/..", *YEAR, "/..", "2024-05/"], "2024-01-10", "2024-12-11"),  # unknown ends are no dates
        (["1990", "2006", *YEAR], "1990-01-01", "2024-12-11"),  # one alone does not halve it, and two are too many
        (["1990", "2006", *YEAR * 4], "2024-01-10", "2024-12-11"),  # two of fifty
        (
            ["1900", "2000", *YEAR * 4, "2060"],
            "2000-01-01",
            "2024-12-11",
        ),  # the fewest that halve it, as often as may be
        (["2023-06-01", *YEAR], "2023-06-01", "2024-12-11"),  # would not halve it
        (["2006", "2024", "2025"], "2006-01-01", "2026-01-01"),  # of so few, none is an outlier
        (["[..2006-01-01]", *YEAR], "2024-01-10", "2024-12-11"),
        (["2024-03-10"], "2024-03-03", "2024-03-17"),
    ],
)
def test_outermost_dates_are_left_off_where_that_halves_the_axis(dates: list[str], first: str, last: str) -> None:
    found = reach(written(*dates), FAR)
    assert tuple(date.fromordinal(int(moment)) for moment in found) == (
        date.fromisoformat(first),
        date.fromisoformat(last),
    )


@pytest.mark.parametrize(("today", "is_on"), [("2025-02-20", True), ("2025-04-20", False), ("2023-11-01", True)])
def test_today_is_on_the_axis_where_that_lengthens_it_by_a_quarter_at_most(today: str, is_on: bool) -> None:
    first, last = reach(written(*YEAR), day(today))
    assert (first <= day(today) < last) == is_on


def test_the_axis_of_times_is_for_answers_in_which_every_event_has_one() -> None:
    times = ["2024-01-01T10:30+09:00", "2024-01-01T18:00+09:00"]
    first, last = reach(written(*times), FAR)
    assert (first, last) == (day("2024-01-01") + 10.5 / 24, day("2024-01-01") + 0.75)
    assert reach(written("2012-01", *times), FAR) == (day("2012-01-01"), day("2024-01-02"))


def test_the_axis_is_as_long_as_the_labels_allow_and_ends_in_45_percent_of_the_screen_at_least() -> None:
    assert columns_of(0, 10, 80, 1, [(10, 20)]) == 80 - 1 - 3 - 20
    assert columns_of(0, 10, 80, 1, [(5, 40)]) == 72
    assert columns_of(0, 10, 80, 8, [(10, 200)]) == 28
    assert columns_of(0, 10, 80, 1, [(1, 200)]) == 76  # is wrapped anyway


def test_a_crowded_column_names_the_question_that_opens_it() -> None:
    axis = Axis(day("2000-01-01"), day("2025-01-01"), 50)
    few = written(*["2024-10-02"] * 6, "2024-10-03", "2024-12-30", "2001", "2024/..")
    assert crowded(few, axis) == "8 of 10 lie in one column, 2 Oct – 30 Dec 2024; closer: 2024-10-02..2024-12-30"
    assert crowded(few[1:], axis) == ""  # seven are no crowd
    assert crowded([*few, *written(*["2003-05-05", "2007-05-05", "2012-05-05"] * 9)], axis) == ""  # nor is a fifth
    assert crowded(written(*["2024-10-02"] * 9), axis) == ""  # there is nothing closer
