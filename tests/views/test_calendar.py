"""The calendar: which days carry an event, how they look, and what is on below them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.model import Entry, Event
from timeline_cli.views.calendar import _days_of

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2025-03-22", 1),
        ("2025-03-22T10:00Z", 1),
        ("2025-03-22?", 1),
        ("2025-03-22/2025-03-24", 3),
        ("2025-03-22/2026-03-24", 2),  # the first and the last of something long
        ("2025-03-22/..", 1),
        ("/2025-03-22", 1),
        ("2025-03-22/2025-04", 1),
        ("2025-03", 0),
        ("2025", 0),
        ("[2025-03-22..2025-03-23]", 0),
        ("[..2025-03-23]", 0),
        ("/..", 0),
    ],
)
def test_only_days_that_the_date_names_are_marked(text: str, days: int) -> None:
    assert len(_days_of(Entry(Event("a", parse_date(text), "A"), None))) == days


def shown(timeline: Run, path: str, *options: str) -> list[str]:
    arguments = ["-f", path, "show", "-q", "--view", "calendar", "--width", "60", *options]
    return [line.rstrip() for line in timeline(*arguments).out.splitlines()]


def test_a_month_with_today_counts_and_what_is_on(timeline: Run, write: Write) -> None:
    many = "".join(f"- {{date: 2025-03-05, title: N{number}}}\n" for number in range(12))
    path = write("events:\n" + many + "- {date: 2025-03-09, title: A, type: deal}\n- {date: 2025-03, title: M}\n")
    assert shown(timeline, path, "--today", "2025-03-09")[2:11] == [
        " March 2025",
        " Mo Tu We Th Fr Sa Su",
        "                 1  2",
        "  3  4  5  6  7  8[ 9]",
        "       12           ◆",
        " 10 11 12 13 14 15 16",
        " 17 18 19 20 21 22 23",
        " 24 25 26 27 28 29 30",
        " 31",
    ]


def test_a_month_in_which_something_only_ends_says_what(timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2025-01-30/2025-02-02, title: Fair}\n- {date: 2027-03-01, title: Z}\n")
    lines = shown(timeline, path)
    assert " January 2025             February 2025" in lines
    assert [line.strip() for line in lines if "Fair" in line] == ["30 Jan – 2 Feb  • Fair", "30 Jan – 2 Feb  • Fair"]
    assert "· 1 year ·" in lines


def test_the_latest_first_goes_back_through_months_and_years(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n" + "".join(f"- {{date: {date}, title: A}}\n" for date in ("2024-05-01", "2025-01-15", "2025-03-01"))
    )
    heads = [
        line.strip(" ─") for line in shown(timeline, path, "--reverse") if line.strip(" ─").endswith(("2024", "2025"))
    ]
    assert heads == ["2025", "March 2025               January 2025", "2024", "May 2024"]
    by_title = [line.strip(" ─") for line in shown(timeline, path, "--sort", "title")]
    assert by_title.index("2024") < by_title.index("2025")


def test_days_are_coloured_by_type_and_stronger_with_every_event(timeline: Run, write: Write) -> None:
    rows = ["2025-03-03", *["2025-03-04"] * 2, *["2025-03-05"] * 5]
    path = write("events:\n" + "".join(f"- {{date: {date}, title: A{n}, type: deal}}\n" for n, date in enumerate(rows)))
    out = timeline("-f", path, "show", "--view", "calendar", "--color", "always").out
    assert " \x1b[33m3\x1b[0m" in out
    assert " \x1b[1;33m4\x1b[0m" in out
    assert " \x1b[1;7;33m5\x1b[0m" in out
