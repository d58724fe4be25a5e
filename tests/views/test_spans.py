"""Bars beside events: from where something starts to the last event before it ends, either way round."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.model import Entry, Event, Registries
from timeline_cli.query.entries import interval
from timeline_cli.views.spans import Bar, bars

TODAY = date(2025, 3, 26).toordinal()


def entries(*texts: str) -> list[Entry]:
    events = [Event(text, parse_date(text), text, status="ongoing" if text.endswith("/") else None) for text in texts]
    return [Entry(event, event.state(TODAY)) for event in events]


def drawn(rows: list[Entry], most: int = 4) -> list[str]:
    """A line a row: the signs of its columns, its only line being the first and the last."""
    dates = [row.event.date for row in rows]
    intervals = [interval(row) for row in rows if row.event.date.kind == "interval"]
    found = bars(dates, intervals, TODAY, most, Registries())
    return ["".join(_sign(found, row, column) for column in reversed(range(most))) for row in range(len(rows))]


def _sign(found: list[Bar], row: int, column: int) -> str:
    here = [bar for bar in found if bar.column == column and bar.first <= row <= bar.last]
    assert len(here) <= 1
    return here[0].sign(row, True, True) if here else "."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2024-01-01", "2024-02-01"], ["....", "...."]),
        (["2024-01-01/2024-03-01", "2024-02-01", "2024-04-01"], ["...↦", "...⇥", "...."]),
        (["2024-01-01/2024-01-05", "2024-02-01"], ["....", "...."]),  # over before anything else starts
        (["2024-01-01/..", "2024-02-01", "2030-01-01"], ["...↦", "...│", "...│"]),
        (["2024-01-01/", "2024-02-01", "2030-01-01"], ["...↦", "...│", "...."]),  # ongoing, so until today
        (["2024-01-01/2030-01-01", "2024-02-01"], ["...↦", "...│"]),  # not over yet
        (["2020/2022-06", "2021-01-01/2023-01-01", "2022-01-01", "2022-12-01"], ["...↦", "..↦│", "..│⇥", "..⇥."]),
        (
            ["2024-01-01T09:00Z/2024-01-01T10:00Z", "2024-01-01T09:30Z", "2024-01-01T11:00Z"],
            ["...↦", "...⇥", "...."],
        ),
        (["2024-01-01T09:00Z/2024-01-01", "2024-01-01T23:00Z"], ["...↦", "...⇥"]),
        (["2024-01-01/..", "/.."], ["....", "...."]),  # what has no date is beside nothing
        (["/2024-03-01", "2024-02-01"], ["....", "...."]),
    ],
)
def test_bars_run_as_long_as_what_they_stand_for(texts: list[str], expected: list[str]) -> None:
    assert drawn(entries(*texts)) == expected


def test_the_latest_first_ends_above_where_it_starts() -> None:
    rows = entries("2024-01-01/2024-03-01", "2024-02-01", "2024-04-01")[::-1]
    assert drawn(rows) == ["....", "...⇥", "...↦"]


def test_what_was_called_off_has_none_and_columns_are_no_more_than_there_is_room_for() -> None:
    first, *rest = entries("2024-01-01/2024-03-01", "2024-01-02/2024-03-02", "2024-02-01")
    assert drawn([first._replace(state="cancelled"), *rest]) == ["....", "...↦", "...⇥"]
    assert drawn([first, *rest], most=1) == ["↦", "│", "⇥"]
