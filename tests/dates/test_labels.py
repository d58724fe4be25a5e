"""Dates in words for people: every form, on its own and under a heading of its year and month."""

from __future__ import annotations

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.labels import label
from timeline_cli.dates.points import Setting

SETTING = Setting(FiscalYear(3), "Asia/Seoul")

ALONE = [
    ("2025", "2025"),
    ("2025-03", "Mar 2025"),
    ("2025-03-22", "22 Mar 2025"),
    ("2025-03-02", "2 Mar 2025"),
    ("2025-03-22T10:00Z", "22 Mar 2025 10:00 UTC"),
    ("2025-03-22T10:00:30Z", "22 Mar 2025 10:00:30 UTC"),
    ("2025-03-22T10:00+09:00", "22 Mar 2025 10:00 +09:00"),
    ("2025-03-22T10:00", "22 Mar 2025 10:00 +09:00"),
    ("201X", "2010s"),
    ("20XX", "2000–2099"),
    ("2025-XX", "2025"),
    ("2025-XX-XX", "2025"),
    ("2025-03-XX", "Mar 2025"),
    ("2025-Q1", "Q1 2025"),
    ("2025-H2", "H2 2025"),
    ("2025-W05", "week 5 of 2025"),
    ("FY2025", "FY2025"),
    ("FY2025-Q2", "FY2025 Q2"),
    ("FY2025-H1", "FY2025 H1"),
    ("2025?", "2025?"),
    ("2025-03~", "~Mar 2025"),
    ("2025-03-22%", "~22 Mar 2025?"),
    ("2025-03-22T10:00Z~", "~22 Mar 2025 10:00 UTC"),
    ("2024/2025", "2024–2025"),
    ("2025-03-23/2025-03-24", "23–24 Mar 2025"),
    ("2025-02-28/2025-03-03", "28 Feb – 3 Mar 2025"),
    ("2024-12-28/2025-01-03", "28 Dec 2024 – 3 Jan 2025"),
    ("2025-01/2025-03", "Jan – Mar 2025"),
    ("2024-11/2025-03", "Nov 2024 – Mar 2025"),
    ("2025-Q1/2025-Q3", "Q1 – Q3 2025"),
    ("2025-03-22/2025-05", "22 Mar 2025 – May 2025"),
    ("2024~/2025", "~2024 – 2025"),
    ("FY2024/FY2025", "FY2024 – FY2025"),
    ("2006/..", "since 2006"),
    ("2006-05-03~/..", "since ~3 May 2006"),
    ("../2006-05", "until May 2006"),
    ("2006/", "2006 – ?"),
    ("/2006", "? – 2006"),
    ("/..", "start unknown"),
    ("[..2025-03-24]", "by 24 Mar 2025"),
    ("[2025-03..]", "Mar 2025 or later"),
    ("[2025-03-23..2025-03-24]", "23 or 24 Mar 2025"),
    ("[2025-03-20..2025-03-24]", "once in 20–24 Mar 2025"),
    ("[2025-03-31..2025-04-01]", "once in 31 Mar – 1 Apr 2025"),
    ("[2024..2025]", "once in 2024–2025"),
    ("[2025-03, 2025-05]", "Mar 2025 or May 2025"),
    ("[2024, 2025-05, 2026-01-02]", "2024, May 2025 or 2 Jan 2026"),
    ("[2024]", "2024"),
]


@pytest.mark.parametrize(("text", "words"), ALONE)
def test_label_on_its_own(text: str, words: str) -> None:
    assert label(parse_date(text, SETTING)) == words


# text, year and month of the heading, words
UNDER = [
    ("2025-03-22", 2025, None, "22 Mar"),
    ("2025-03-22", 2025, 3, "Sat 22"),
    ("2025-03-22", 2025, 4, "22 Mar"),
    ("2025-03-22", 2024, 3, "22 Mar 2025"),
    ("2025-03-22~", 2025, 3, "~Sat 22"),
    ("2025-03-22T10:00Z", 2025, 3, "Sat 22 10:00 UTC"),
    ("2025-03-23/2025-03-24", 2025, None, "23–24 Mar"),
    ("2025-03-23/2025-03-24", 2025, 3, "Sun 23 – Mon 24"),
    ("2025-02-28/2025-03-03", 2025, None, "28 Feb – 3 Mar"),
    ("2025-02-28/2025-03-03", 2025, 2, "28 Feb – 3 Mar"),
    ("2024-12-28/2025-01-03", 2024, None, "28 Dec – 3 Jan 2025"),
    ("2025-03-22/..", 2025, 3, "since Sat 22"),
    ("2025-03-22/", 2025, 3, "Sat 22 – ?"),
    ("../2025-03-22", 2025, 3, "until Sat 22"),
    ("[..2025-03-22]", 2025, 3, "by Sat 22"),
    ("[2025-03-22..]", 2025, 3, "Sat 22 or later"),
    ("[2025-03-23..2025-03-24]", 2025, 3, "23 or 24"),
    ("[2025-03-23..2025-03-24]", 2025, None, "23 or 24 Mar"),
    ("[2025-03-20..2025-03-24]", 2025, None, "once in 20–24 Mar"),
    ("[2025-03-05, 2025-03-09]", 2025, 3, "Wed 5 or Sun 9"),
    ("2025-Q1", 2025, None, "Q1 2025"),
    ("/..", 2025, 3, "start unknown"),
]


@pytest.mark.parametrize(("text", "year", "month", "words"), UNDER)
def test_label_leaves_out_what_the_heading_says(text: str, year: int, month: int | None, words: str) -> None:
    assert label(parse_date(text, SETTING), year, month) == words


def test_no_two_dates_with_different_bounds_are_said_alike() -> None:
    said: dict[str, str] = {}
    for text, words in ALONE:
        bounds = parse_date(text, SETTING).bounds
        assert said.setdefault(words, str(bounds)) == str(bounds), words
