"""Fiscal years: the days that a company calls FY2025.

Owns: FiscalYear. Does not: guess an undeclared year end.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_cli.dates.calendar import Days, months


class FiscalYear(NamedTuple):
    """A fiscal calendar: its last month (1-12), and whether a year is named by its end (the default) or start.

    Apple's fiscal 2024 ended in September 2024 (named by its end); a Japanese FY2024 often started in April
    2024 (named by its start).
    """

    end_month: int
    named_by_start: bool = False

    def days(self, year: int, first: int = 1, count: int = 12) -> Days:
        """The days of `count` fiscal months from fiscal month `first` of fiscal `year`."""
        closing_year = year
        if self.named_by_start and self.end_month != 12:
            closing_year += 1
        opening_month = self.end_month - 11
        return months(closing_year, opening_month + first - 1, count)
