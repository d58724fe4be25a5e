"""The calendar: which days carry an event, how they look, and what is on below them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.text import width
from timeline_cli.views.months import days_of

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
    assert len(days_of(parse_date(text))) == days


def shown(timeline: Run, path: str, *options: str) -> list[str]:
    arguments = ["-f", path, "show", "-q", "--view", "calendar", "--width", "60", *options]
    return [line.rstrip() for line in timeline(*arguments).out.splitlines()]


def test_a_month_with_today_counts_and_what_is_on(timeline: Run, write: Write) -> None:
    many = "".join(f"- {{date: 2025-03-05, title: N{number}}}\n" for number in range(12))
    mixed = "- {date: 2025-03-06, title: A, type: deal}\n- {date: 2025-03-06, title: B, type: forum}\n"
    path = write("events:\n" + many + mixed + "- {date: 2025-03-09, title: A, type: deal}\n")
    expected = [
        "  March 2025",
        "  Mo  Tu  We  Th  Fr  Sa  Su",
        "                       1   2",
        "   3   4   5   6   7   8 [ 9]",
        "         •12  ×2           ◆",
        "  10  11  12  13  14  15  16",
        "  17  18  19  20  21  22  23",
        "  24  25  26  27  28  29  30",
        "  31",
    ]
    assert shown(timeline, path, "--today", "2025-03-09")[2:11] == expected
    ascii = [line.replace("•12  ×2           ◆", "*12  x2           $") for line in expected]
    assert shown(timeline, path, "--today", "2025-03-09", "--ascii")[2:11] == ascii
    foot = timeline("-f", path, "show", "--view", "calendar").out.splitlines()
    assert "•12 12 events of that type   ×2 2 events of several types" in foot


def test_no_two_counts_touch_and_the_head_of_a_wide_month_has_its_count(timeline: Run, write: Write) -> None:
    counts = {25: 52, 26: 154, 27: 214, 28: 295}
    lines = [
        f"- {{date: 2016-07-{day}, title: A, id: e{day}-{n}}}" for day, most in counts.items() for n in range(most)
    ]
    path = write("events:\n" + "\n".join([*lines, "- {date: 2016-06-30, title: B}"]) + "\n")
    out = shown(timeline, path, "--width", "80")
    assert out[2] == "   June 2016 · 1 event                  July 2016 · 715 events"
    assert any(line.endswith("  •52 •154 •214 •295") for line in out)


@pytest.mark.parametrize(
    ("columns", "across"), [(40, 1), (60, 2), (80, 3), (100, 4), (120, 4), (140, 6), (200, 6), (300, 12)]
)
def test_as_many_months_are_side_by_side_as_divide_a_year(
    columns: int, across: int, timeline: Run, write: Write
) -> None:
    path = write("events:\n" + "".join(f"- {{date: 2025-{month:02}-05, title: A}}\n" for month in range(1, 13)))
    out = shown(timeline, path, "--width", str(columns))
    assert sum("Mo Tu We" in line for line in out) == 12 // across
    assert max(map(width, out)) <= columns


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2025-01-05", "2025-04-05"], []),
        (["2025-01-05", "2025-05-05"], ["· February to April 2025 · no events ·"]),
        (["2011-12-05", "2012-05-05"], ["· January to April 2012 · no events ·"]),
        (["2011-10-05", "2012-05-05"], ["· November 2011 to April 2012 · no events ·"]),
        (["2011-12-05", "2015-01-05"], ["· January 2012 to December 2014 · no events ·"]),
        (["2011-12-05", "2013", "2015-01-05"],
         ["· January to December 2012 · no events ·", "· January to December 2014 · no events ·"]),
        (["2011-09-05", "2012", "2013-02-05"], ["· October to December 2011 · no events ·"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", [[], ["--reverse"]])
def test_three_months_without_events_are_one_line_and_fewer_are_drawn(
    dates: list[str], said: list[str], order: list[str], timeline: Run, write: Write
) -> None:
    path = write("events:\n" + "".join(f"- {{date: {date}, title: A}}\n" for date in dates))
    lines = shown(timeline, path, *order)
    assert [line for line in lines if "no events" in line] == (said[::-1] if order else said)
    if dates[1] == "2025-04-05":
        assert sum(len(re.findall("Mo Tu", line)) for line in lines) == 4


def test_a_month_in_which_something_only_ends_says_what(timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2025-01-30/2025-02-02, title: Fair}\n- {date: 2027-03-01, title: Z}\n")
    lines = shown(timeline, path)
    assert " January 2025           February 2025" in lines
    assert [line.strip() for line in lines if "Fair" in line] == ["30 Jan – 2 Feb  • Fair", "30 Jan – 2 Feb  • Fair"]
    assert "· March 2025 to February 2027 · no events ·" in lines


def test_the_latest_first_goes_back_through_months_and_years(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n" + "".join(f"- {{date: {date}, title: A}}\n" for date in ("2024-05-01", "2025-01-15", "2025-03-01"))
    )
    heads = [
        line.strip(" ─") for line in shown(timeline, path, "--reverse") if line.strip(" ─").endswith(("2024", "2025"))
    ]
    assert heads == ["2025", "March 2025             February 2025", "January 2025", "2024", "May 2024"]
    by_title = [line.strip(" ─") for line in shown(timeline, path, "--sort", "title")]
    assert by_title.index("2024") < by_title.index("2025")


def test_days_and_counts_have_the_colour_of_their_type_and_no_shade(timeline: Run, write: Write) -> None:
    rows = ["2025-03-03", *["2025-03-04"] * 2, *["2025-03-05"] * 5]
    path = write("events:\n" + "".join(f"- {{date: {date}, title: A{n}, type: deal}}\n" for n, date in enumerate(rows)))
    out = timeline("-f", path, "show", "--view", "calendar", "--color", "always").out
    assert " \x1b[38;5;130m3\x1b[0m" in out
    assert " \x1b[38;5;130m5\x1b[0m" in out
    assert " \x1b[38;5;130m◆5\x1b[0m" in out


def several_years(write: Write, count: int) -> str:
    """Two events in each of the years from 1990, and what only the year is known of."""
    dates = [f"{1990 + year}-{month}-05" for year in range(count) for month in ("02", "11")]
    return write("events:\n" + "".join(f"- {{date: {date}, title: A{date}}}\n" for date in ["1990", *dates, "2024-05"]))


def test_a_long_time_has_its_months_in_a_row_for_each_year(timeline: Run, write: Write) -> None:
    path = several_years(write, 12)
    out = shown(timeline, path, "--today", "1990-02-09")
    assert [line.strip(" ─") for line in out[:6]] == [
        "", "1990", "Jan[Feb]Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "•                                   •",
        "1990  • A1990", "5 Feb  • A1990-02-05",
    ]  # fmt: skip
    assert out[4].index("•") > 0
    assert "· 2002 to 2023 · no events ·" in out
    assert not any("Mo Tu" in line for line in out)
    whole = shown(timeline, path, "--all")
    assert sum("Mo Tu" in line for line in whole) == 24
    told = timeline("-f", path, "show", "--view", "calendar").out.splitlines()
    assert "--all draws every day and lists every event" in told


def test_the_months_of_a_year_are_in_several_rows_where_they_are_too_wide(timeline: Run, write: Write) -> None:
    path = several_years(write, 12)
    assert [line.split() for line in shown(timeline, path, "--width", "40")[2:6]] == [
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun"], ["•"], ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], ["•"],
    ]  # fmt: skip


@pytest.mark.parametrize("columns", ["60", "100", "200"])
@pytest.mark.parametrize("count", [8, 30, 400])
@pytest.mark.parametrize("more", [[], ["--group-by", "company"]])
def test_it_is_no_longer_than_the_timeline(
    columns: str, count: int, more: list[str], timeline: Run, write: Write
) -> None:
    lines = []
    for n in range(count):
        first = f"{1990 + n * 7 % 31}-{n * 5 % 12 + 1:02}-{n * 11 % 28 + 1:02}"
        last = f"/{2021 + n % 4}-03" if n % 3 else ""
        name = f"Company {n % 5}"
        lines.append(f"- {{date: {first}{last}, title: Product {n} of this company is shown, companies: [{name}]}}\n")
    path = write("events:\n" + "".join(lines))
    size = len(timeline("-f", path, "show", "--width", columns, *more).out.splitlines())
    for view in ("calendar", "lanes"):
        assert len(timeline("-f", path, "show", "--view", view, "--width", columns, *more).out.splitlines()) <= size


def test_of_many_events_in_a_month_those_of_a_date_are_one_line(timeline: Run, write: Write) -> None:
    events = [f"- {{date: 2025-03-{n % 5 + 1:02}, title: Event {n}, type: deal}}\n" for n in range(70)]
    path = write("events:\n" + "".join(events) + "- {date: 2025-03-20, title: 東京で発表, companies: [Acme]}\n")
    out = shown(timeline, path)
    assert "        Sat 1  ◆14  Event 0 · Event 5 · Event 10 · …" in out
    assert "       Thu 20  • 東京で発表 · Acme" in out
    assert sum("◆" in line for line in out) == 7  # two rows of counts, and five dates
    assert sum("Event" in line for line in shown(timeline, path, "--all")) == 70
    long = path, "--width", "40"
    assert all(width(line) <= 40 for line in shown(timeline, *long))


def test_a_calendar_is_by_years_and_months_whatever_it_is_grouped_by(timeline: Run, write: Write) -> None:
    path = several_years(write, 3)
    assert shown(timeline, path, "--group-by", "year") == shown(timeline, path)
