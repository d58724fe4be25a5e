"""Counting events, pairs, and the stretches without any."""

from __future__ import annotations

import pytest

from timeline_cli.dates.calendar import iso
from timeline_cli.dates.event_date import parse_date
from timeline_cli.errors import UsageFault
from timeline_cli.model import Entry, Event, Role
from timeline_cli.query.counts import COUNTED, Counting, empty_between, gaps, keys_of


def entry(date: str, *companies: str, match: str | None = None, people: tuple[str, ...] = ()) -> Entry:
    roles = tuple(map(Role, companies))
    event = Event(date, parse_date(date), "t", companies=roles, people=tuple(map(Role, people)))
    return Entry(event, None, match)


def test_names_are_counted_the_most_frequent_first_and_what_has_none_is_told() -> None:
    found = Counting([entry("2024", "B", "A"), entry("2025", "A", match="possible"), entry("2026")]).by("company")
    assert [(row.names, row.events, row.possible) for row in found.rows] == [(("A",), 2, 1), (("B",), 1, 0)]
    assert (found.without, found.without_possible) == (1, 0)
    assert found.rows[0].first is not None
    assert found.rows[0].last is not None
    assert (found.rows[0].first.text, found.rows[0].last.text) == ("2024", "2025")


def test_a_name_written_twice_counts_once() -> None:
    assert Counting([entry("2024", "A", "A")]).by("company").rows[0].events == 1


def test_pairs_are_counted_once_whichever_comes_first() -> None:
    listed = [entry("2024", "A", "B"), entry("2024", "B", "A", "C"), entry("2024", "A")]
    found = Counting(listed).by("company", "company")
    assert [(row.names, row.events) for row in found.rows] == [
        (("A", "B"), 2),
        (("A", "C"), 1),
        (("B", "C"), 1),
    ]
    assert found.without == 1


def test_pairs_of_two_kinds() -> None:
    found = Counting([entry("2024", "A", "B", people=("P",)), entry("2025", "A")]).by("year", "company")
    assert [row.names for row in found.rows] == [("2024", "A"), ("2024", "B"), ("2025", "A")]
    found = Counting([entry("2024", "A", "B", people=("P",)), entry("2025", "A")]).by("company", "person")
    assert [row.names for row in found.rows] == [("A", "P"), ("B", "P")]
    assert found.without == 1


@pytest.mark.parametrize("key", COUNTED)
def test_every_event_is_in_some_row_or_told_to_have_none(key: str) -> None:
    listed = [entry("2024", "A"), entry("2025-03"), entry("/.."), entry("[..2025-03-24]", "A", "B")]
    found = Counting(listed).by(key)
    assert sum(row.events for row in found.rows) + found.without >= len(listed)


@pytest.mark.parametrize(
    ("unit", "dates", "expected"),
    [
        ("year", ["2006", "2023"], 16),
        ("year", ["2006", "2007"], 0),
        ("month", ["2024-11", "2025-02"], 2),
        ("month", ["2024", "2025-02"], 0),  # which months 2024 means is not known
        ("quarter", ["2024-01-01", "2025-01-01"], 3),
        ("decade", ["199X", "2025"], 2),
    ],
)
def test_empty_periods(unit: str, dates: list[str], expected: int) -> None:
    rows = Counting(list(map(entry, dates))).by(unit).rows
    assert empty_between(unit, *rows) == expected


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        ([f"{year}" for year in range(1990, 2000)], "year"),
        ([f"{year}" for year in range(1800, 1990)], "decade"),
        (["2024-01", "2024-02"], "month"),
        ([], "year"),
    ],
)
def test_the_unit_of_an_overview(dates: list[str], unit: str) -> None:
    assert Counting([entry(each) for each in dates]).over_time().by == (unit,)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1999-12-31", ["1990s"]), ("199X", ["1990s"]), ("1999/2001", ["1990s"]), ("2006/..", ["2000s"]),
        ("/2004", ["2000s"]),
        ("19XX", []), ("/..", []), ("[1999..2000]", []), ("[2006..]", []),
    ],
)  # fmt: skip
def test_decades(written: str, expected: list[str]) -> None:
    assert COUNTED["decade"](entry(written)) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2024-01-01", "2024-01-05"], ["2024-01-02..2024-01-04"]),
        (["2024-01-01", "2024-01-02"], []),
        (["2024", "2026-03-01"], ["2025-01-01..2026-02-28"]),
        (["2006/..", "2008"], ["2007-01-01..2007-12-31"]),  # what only runs through does not fill a gap
        (["2006/2010", "2008"], ["2007-01-01..2007-12-31", "2009-01-01..2009-12-31"]),
        (["2024-03-16/2024-03-19", "2024-03-21"], ["2024-03-20..2024-03-20"]),  # a forum of four days holds no gap
        (["[2024-01-01..2024-03-31]", "2024-04-02"], ["2024-04-01..2024-04-01"]),
        (["[..2024-01-01]", "2024-01-03"], ["2024-01-02..2024-01-02"]),
        (["/..", "2024-01-03"], []),
        (["2024-01-01", "2024-01-03", "2024-02-01"], ["2024-01-04..2024-01-31", "2024-01-02..2024-01-02"]),
        ([], []),
    ],
)
def test_gaps_hold_no_day_that_an_event_may_start_or_end_on(dates: list[str], expected: list[str]) -> None:
    found = gaps(list(map(entry, dates)))
    assert [f"{iso(gap.first)}..{iso(gap.last)}" for gap in found] == expected
    assert [gap.days for gap in found] == sorted((gap.days for gap in found), reverse=True)


def test_the_periods_of_a_name_are_next_to_each_other_in_order() -> None:
    years = {"2023": ["A"], "2024": ["B", "A"], "2025": ["B"], "2022": ["B", "C"], "2021": ["C"]}
    rows = [entry(year, *names) for year, names in years.items()]
    rows += [entry("2025", "B")]
    found = [(row.names, row.events) for row in Counting(rows).by("company", "year").rows]
    assert found == [
        (("B", "2022"), 1), (("B", "2024"), 1), (("B", "2025"), 2), (("A", "2023"), 1), (("A", "2024"), 1),
        (("C", "2021"), 1), (("C", "2022"), 1),
    ]  # fmt: skip


@pytest.mark.parametrize("asked", ["nothing", "", "company,person,type", "type,type", "company,"])
def test_what_cannot_be_counted_by(asked: str) -> None:
    with pytest.raises(UsageFault):
        keys_of(asked)


def test_keys() -> None:
    assert keys_of("Company, person") == ("company", "person")
