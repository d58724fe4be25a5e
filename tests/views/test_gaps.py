"""How far apart events are, in words: no more is told than the dates say."""

from __future__ import annotations

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.views.gaps import days_in_words, elapsed, long_gap


@pytest.mark.parametrize(
    ("before", "date", "expected"),
    [
        ("2025-03-22", "2025-03-22", "the same day"),
        ("2025-03-22", "2025-03-23", "+1 day"),
        ("2025-03-22", "2025-05-31", "+2 months"),
        ("2020-03-22", "2025-03-21", "+4 years"),
        ("2024", "2025-03-22", "+2 to 15 months"),
        ("2024", "2024", "+0 to 12 months"),
        ("2006/..", "2023", "+16 to 18 years"),
        ("2025-03-22", "[2025-03-23..2025-03-24]", "+1 to 2 days"),
        ("2025-03-22T10:00Z", "2025-03-22T10:45Z", "+45 min"),
        ("2025-03-22T10:00+09:00", "2025-03-22T10:00Z", "+9:00 hours"),
        ("2025-03-22", "2025-03-22T10:00Z", "the same day"),
        ("/..", "2025", ""),
        ("2025-03-22", "[..2025-03-24]", ""),
        ("2025-03-22", "[2025-03-24..]", ""),
    ],
)
def test_the_time_between_two_events(before: str, date: str, expected: str) -> None:
    assert elapsed(parse_date(before), parse_date(date)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, "1 day"), (60, "60 days"), (61, "2 months"), (364, "11 months"), (800, "2 years")],
)
def test_days_are_said_in_the_unit_that_suits_them(days: int, expected: str) -> None:
    assert days_in_words(days) == expected


def test_a_gap_is_long_beside_what_is_usual() -> None:
    assert long_gap([]) == long_gap([1]) == long_gap([1, 2, 3]) == 60
    assert long_gap([0, 400, 800, 9000]) == 60
    assert long_gap([0, 400, 800, 1200, 1600, 2000, 9000]) == 2400
