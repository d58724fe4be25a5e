"""How far apart events are, in words: no more is told than the dates say."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.views.gaps import between, elapsed, long_gap


@pytest.mark.parametrize(
    ("before", "after", "expected"),
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
def test_the_time_between_two_events(before: str, after: str, expected: str) -> None:
    assert elapsed(parse_date(before), parse_date(after)) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-01-01", "2025-01-02", ("1 day", "1 day")),
        ("2025-07-01", "2025-08-31", ("61 days", "61 days")),
        ("2025-01-01", "2025-03-01", ("2 months", "2 months")),
        ("2025-01-01", "2025-07-01", ("6 months", "6 months")),
        ("2025-01-02", "2025-07-01", ("5 months", "6 months")),
        ("2025-01-01", "2026-12-31", ("23 months", "2 years")),
        ("1826-01-01", "1828-01-01", ("2 years", "2 years")),
        ("2020-03-22", "2025-03-21", ("4 years", "5 years")),
        ("0001-01-01", "9999-12-31", ("9,998 years", "9,999 years")),
    ],
)
def test_time_is_said_in_whole_units_of_the_calendar(first: str, last: str, expected: tuple[str, str]) -> None:
    days = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    assert (between(*days), between(*days, round_up=True)) == expected


def test_a_gap_is_long_beside_what_is_usual() -> None:
    assert long_gap([]) == long_gap([1]) == long_gap([1, 2, 3]) == 60
    assert long_gap([0, 400, 800, 9000]) == 60
    assert long_gap([0, 400, 800, 1200, 1600, 2000, 9000]) == 2400
