"""Fiscal years: which days a company calls FY2025, and that their parts tile them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.points import Setting

# last month, named by its start, text, first day, last day
TABLE = [
    (12, False, "FY2025", "2025-01-01", "2025-12-31"),
    (12, False, "FY2025-Q1", "2025-01-01", "2025-03-31"),
    (12, False, "FY2025-H2", "2025-07-01", "2025-12-31"),
    (9, False, "FY2024", "2023-10-01", "2024-09-30"),
    (9, False, "FY2024-Q1", "2023-10-01", "2023-12-31"),
    (9, False, "FY2024-Q2", "2024-01-01", "2024-03-31"),
    (9, False, "FY2024-Q4", "2024-07-01", "2024-09-30"),
    (9, False, "FY2024-H1", "2023-10-01", "2024-03-31"),
    (6, False, "FY2025", "2024-07-01", "2025-06-30"),
    (3, False, "FY2025", "2024-04-01", "2025-03-31"),
    (3, False, "FY2025-Q3", "2024-10-01", "2024-12-31"),
    (3, True, "FY2024", "2024-04-01", "2025-03-31"),
    (3, True, "FY2024-Q4", "2025-01-01", "2025-03-31"),
    (1, False, "FY2025", "2024-02-01", "2025-01-31"),
    (1, False, "FY2025-Q1", "2024-02-01", "2024-04-30"),
    (2, False, "FY2024", "2023-03-01", "2024-02-29"),
    (2, False, "FY2024-Q4", "2023-12-01", "2024-02-29"),
    (11, True, "FY2024", "2024-12-01", "2025-11-30"),
    (12, True, "FY2024", "2024-01-01", "2024-12-31"),
]


@pytest.mark.parametrize(("end_month", "by_start", "text", "first", "last"), TABLE)
def test_a_fiscal_date_spans_the_days_of_its_company(
    end_month: int, by_start: bool, text: str, first: str, last: str
) -> None:
    bounds = parse_date(text, Setting(FiscalYear(end_month, by_start))).bounds
    assert (date.fromordinal(bounds.start).isoformat(), date.fromordinal(bounds.end).isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("end_month", "by_start", "text"),
    [(3, False, "FY0001"), (3, True, "FY9999"), (12, False, "FY0000"), (3, False, "FY0000-H1")],
)
def test_a_fiscal_year_outside_the_calendar_is_refused(end_month: int, by_start: bool, text: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_date(text, Setting(FiscalYear(end_month, by_start)))
    assert caught.value.code == "E101"
    assert "0001 to 9999" in caught.value.hint.text


def test_a_year_end_that_nobody_declared_is_not_guessed() -> None:
    with pytest.raises(DateFault) as caught:
        parse_date("FY2025", Setting(zone="Asia/Tokyo"))
    assert caught.value.code == "E107"


FISCAL = st.builds(FiscalYear, st.integers(1, 12), st.booleans())
YEARS = st.integers(2, 9990)


@given(FISCAL, YEARS, st.sampled_from([1, 3, 6]))
def test_months_quarters_and_halves_tile_the_year(fiscal: FiscalYear, year: int, size: int) -> None:
    parts = [fiscal.days(year, first, size) for first in range(1, 13, size)]
    assert (parts[0][0], parts[-1][1]) == fiscal.days(year)
    assert all(before[1] + 1 == after[0] for before, after in pairwise(parts))


@given(FISCAL, YEARS)
def test_years_follow_each_other_without_a_gap(fiscal: FiscalYear, year: int) -> None:
    assert fiscal.days(year)[1] + 1 == fiscal.days(year + 1)[0]


@given(FISCAL, YEARS)
def test_a_year_is_named_by_the_calendar_year_in_which_it_ends_or_starts(fiscal: FiscalYear, year: int) -> None:
    first, last = map(date.fromordinal, fiscal.days(year))
    assert last.month == fiscal.end_month
    assert (first if fiscal.named_by_start else last).year == year
