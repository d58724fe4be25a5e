"""Dates in free words become strict ones, never more precise than the words."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.editing.free_dates import strict_date

TODAY = date(2025, 3, 26)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2025", "2025"),
        ("2025-03-22", "2025-03-22"),
        (" 22  March 2025 ", "2025-03-22"),
        ("yesterday", "2025-03-25"),
        ("in 3 days", "2025-03-29"),
        ("next friday", "2025-03-28"),
        ("last week", "2025-W12"),
        ("last month", "2025-02"),
        ("March 2025", "2025-03"),
        ("Q1 2025", "2025-Q1"),
        ("1Q25", "2025-Q1"),
        ("first half of 2024", "2024-H1"),
        ("last year", "2024"),
        ("two years ago", "2023"),
        ("since 2 years ago", "2023/.."),
        ("3 weeks ago", "2025-W10"),
        ("in 2 quarters", "2025-Q3"),
        ("2020s", "202X"),
        ("since 2006", "2006/.."),
        ("from March 2025", "2025-03/.."),
        ("March 2025 onwards", "2025-03/.."),
        ("2024 to 2025", "2024/2025"),
        ("from Jan to Mar 2025", "2025-01/2025-03"),
        ("22 to 25 March 2025", "2025-03-22/2025-03-25"),
        ("28 Feb to 2 March 2025", "2025-02-28/2025-03-02"),
        ("by 24 March 2025", "[..2025-03-24]"),
        ("about March 2025", "2025-03~"),
        ("c. 2010", "2010~"),
        # what is strict stays, also where it needs a place or a company
        ("2024~", "2024~"),
        ("[..2025-03-24]", "[..2025-03-24]"),
        ("2025-03-22T10:00", "2025-03-22T10:00"),
        ("FY2025-Q1", "FY2025-Q1"),
        ("Q1 FY2025", "FY2025-Q1"),
    ],
)
def test_words_as_a_strict_date(words: str, expected: str) -> None:
    assert strict_date(words, TODAY) == expected
    assert strict_date(expected, TODAY) == expected


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        ("2025-02-30", "E101", "2025-02-28"),
        ("03/04/2025", "E106", "year first"),
        ("spring 2025", "E105", "[2025-03..2025-05]"),
        ("between 3 and 5 March 2025", "E102", "[2025-03-03..2025-03-05] for one moment"),
        ("2024..2025", "E102", "2024/2025 for something that lasts"),
        ("until 2023", "E102", "[..2023] for one moment"),
        ("before 2023", "E102", "[..2022-12-31] for one moment"),
        ("last 3 weeks", "E102", "2025-03-06/2025-03-26"),
        ("about since 2006", "E102", ""),
        ("10", "E102", "22 March 2025"),
        ("Xmas", "E102", "22 March 2025"),
        ("", "E102", "22 March 2025"),
        ("a " * 5000 + "to b", "E102", "a separate event"),
    ],
)
def test_what_is_not_clear_is_refused_with_what_to_write(words: str, code: str, hint: str) -> None:
    with pytest.raises(DateFault) as caught:
        strict_date(words, TODAY)
    assert caught.value.code == code
    assert hint in caught.value.hint.text


@pytest.mark.parametrize("days", range(1, 800, 37))
def test_a_day_in_words_is_that_day(days: int) -> None:
    day = date.fromordinal(TODAY.toordinal() - days)
    assert strict_date(f"{day.day} {day:%B} {day.year}", TODAY) == day.isoformat()
    assert parse_date(strict_date(f"{days} days ago", TODAY)).bounds.start == day.toordinal()
