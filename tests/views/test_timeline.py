"""The vertical timeline: gaps, today, events of one day, parts below their whole, details, a line an event."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from timeline_cli.console import Line, Screen
from timeline_cli.dates.period import Period
from timeline_cli.query.question import Question
from timeline_cli.query.select import select
from timeline_cli.reading.load import load
from timeline_cli.views import timeline as layout
from timeline_cli.views.registry import view_lines
from timeline_cli.views.words import titled

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

HEAD = "events:\n"


def shown(timeline: Run, path: str, *options: str) -> list[str]:
    return [line.rstrip() for line in timeline("-f", path, "show", "-q", "--width", "60", *options).out.splitlines()]


def event(date: str, title: str, more: str = "") -> str:
    return f"- {{date: '{date}', id: {title}, title: {title}{', ' + more if more else ''}}}\n"


def test_a_long_gap_is_named_and_a_usual_one_is_not(timeline: Run, write: Write) -> None:
    path = write(HEAD + event("2020-01-01", "A") + event("2020-01-20", "B") + event("2020-12-21", "C"))
    assert shown(timeline, path)[1:] == [
        "2020 ───────────────────────────────────────────────────────",
        " January",
        "        Wed 1  • A",
        "       Mon 20  • B",
        "· 11 months ·",
        " December",
        "       Mon 21  • C",
    ]


def test_a_coarse_date_has_a_gap_only_beyond_all_that_it_may_mean(timeline: Run, write: Write) -> None:
    path = write(HEAD + event("2020", "A") + event("2021-01-20", "B"))
    assert not any("·" in line for line in shown(timeline, path))
    path = write(HEAD + event("2020", "A") + event("2021-04-20", "B"))
    assert " · 3 months ·" in shown(timeline, path)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2025-03-25", ["Mon 24  • A", "Today", "Wed 26  • B", "· 9 months ·", "2026", "January", "Thu 1  • C"]),
        ("2025-12-01", ["Mon 24  • A", "Wed 26  • B", "· 8 months ·", "Today", "2026", "January", "Thu 1  • C"]),
        ("2025-03-23", ["Mon 24  • A", "Wed 26  • B", "· 9 months ·", "2026", "January", "Thu 1  • C"]),
        ("2026-02-01", ["Mon 24  • A", "Wed 26  • B", "· 9 months ·", "2026", "January", "Thu 1  • C"]),
    ],
)
def test_today_stands_between_past_and_future(today: str, expected: list[str], timeline: Run, write: Write) -> None:
    path = write(HEAD + event("2025-03-24", "A") + event("2025-03-26", "B") + event("2026-01-01", "C"))
    lines = [
        line.split("─")[0].split("═")[0].split("  [")[0].strip() for line in shown(timeline, path, "--today", today)
    ]
    assert [line for line in lines if line][2:] == expected


def test_today_closes_what_goes_on(timeline: Run, write: Write) -> None:
    path = write(HEAD + event("2024-01-01/..", "A") + event("2025-03-24", "B") + event("/..", "C"))
    assert shown(timeline, path, "--today", "2025-03-26")[-6:] == [
        " March         │",
        "       Mon 24  │ • B",
        "Today ═════════╪════════════════════════════ Wed 26 Mar 2025",
        "",
        "No date ────────────────────────────────────────────────────",
        "start unknown    • C  [ongoing]",
    ]


def test_the_day_of_several_events_is_said_once_and_a_coarse_date_each_time(timeline: Run, write: Write) -> None:
    same = "".join(event(date, f"{title}{n}") for date, title in (("2025-03-24", "A"), ("2025", "B")) for n in (1, 2))
    assert [line[7:] for line in shown(timeline, write(HEAD + same))[2:]] == [
        "  2025  • B1",
        "  2025  • B2",
        "",
        "Mon 24  • A1",
        "        • A2",
    ]


def test_parts_hang_below_their_whole_unless_they_are_of_another_month(timeline: Run, write: Write) -> None:
    events = [
        event("2025-03-01", "Whole"),
        event("2025-03-02", "Other"),
        event("2025-03-03", "Part", "part_of: Whole"),
        event("2025-03-04", "Last", "part_of: Whole"),
        event("2025-04-05", "Later", "part_of: Whole"),
        event("2025-03-04", "Deep", "part_of: Part"),
    ]
    path = write(HEAD + "".join(events))
    assert [line[15:] for line in shown(timeline, path, "--today", "2026-01-01")[3:]] == [
        "• Whole",
        "├ • Part",
        "│ └ • Deep",
        "└ • Last",
        "• Other",
        "",
        "• Later · part of • Whole",
    ]


def test_parts_of_something_short_hang_below_it_in_the_next_month_as_well(timeline: Run, write: Write) -> None:
    events = [
        event("2025-03-30/2025-04-02", "Trip"),
        event("2025-03-31", "Other"),
        event("2025-04-01", "Visit", "part_of: Trip"),
        event("2025-04-05", "After", "part_of: Trip"),
    ]
    lines = shown(timeline, write(HEAD + "".join(events)), "--today", "2026-01-01")
    assert lines[2:] == [
        " March",
        "30 Mar – 2 Apr  ↦ • Trip",
        "         1 Apr  │ └ • Visit",
        "        Mon 31  ⇥ • Other",
        " April",
        "         Sat 5    • After · part of • Trip",
    ]


def test_verbose_tells_all_that_an_event_holds(timeline: Run, write: Write) -> None:
    path = write("""events:
- id: a
  date: 2025-03-24
  title: A
  summary: What it was.
  tags: [x, y]
  follows: b
  figures:
  - {metric: sales, value: about 89 to 93 billion, unit: USD, period: 2025, kind: guidance, previous: 71.92 billion}
  - {metric: share, value: 12.50, unit: "%", change: up, converted: {value: over 1234567.891, unit: CNY}}
  sources: [{publisher: P, title: T, published: 2025-03-25, url: "https://e.com/a", quote: Said so}, https://e.com/b]
""")
    assert [line[15:] for line in shown(timeline, path, "--verbose")[3:]] == [
        "• A",
        "  What it was.",
        "  ▪ sales, 2025: about $89bn to $93bn, before",
        "    $71.92bn (guidance)",
        "  ▪ share: 12.5% (over CN¥1,234,567.891),",
        "    change up",
        "  > Said so",
        "  — P, T, 25 Mar 2025, https://e.com/a",
        "  — https://e.com/b",
        "  # a · tags x, y · follows b",
    ]


def test_verbose_tells_what_was_believed_before(timeline: Run, write: Write) -> None:
    path = write("""
- id: a
  date: 2025-03
  title: A
  known: 2025-01-01
  was:
  - {date: 2024, figures: {cost: 5 USD}, companies: [{name: B, role: owner}], known: 2022-01-21}
  - {certainty: rumoured, sources: [{published: 2023-01-02, title: T}]}
""")
    assert [line[17:] for line in shown(timeline, path, "--verbose", "--width", "100")[4:]] == [
        "was date 2024 · figures cost: $5 · companies B (owner) · known 21 Jan 2022",
        "was certainty rumoured · known 2 Jan 2023",
        "# a · known 1 Jan 2025",
    ]


def test_a_line_an_event_and_no_heading(timeline: Run, write: Write) -> None:
    path = write(HEAD + event("2025-03-01", "A") + event("2025", "B" * 80, "certainty: rumoured") + event("/..", "C"))
    assert shown(timeline, path, "--oneline", "--elapsed") == [
        "         2025  • BBBBBBBBBBBBBBBBBBBBBBBBBBBBBB…  [rumoured]",
        "   1 Mar 2025  • A  +0 to 2 months",
        "start unknown  • C  [ongoing]",
    ]


def test_other_orders_and_periods_have_no_headings_gaps_or_bars(timeline: Run, write: Write) -> None:
    path = write(HEAD + event("2024-01-01/..", "B") + event("2025-03-24", "A"))
    by_title = ["    24 Mar 2025  • A", "    since 1 Jan  • B", "           2024"]
    assert shown(timeline, path, "--sort", "title")[1:] == by_title
    assert [line.strip(" ─") for line in shown(timeline, path, "--group-by", "year") if line] == [
        "2024 (1)",
        "since 1 Jan  • B",
        "2024",
        "2025 (1)",
        "24 Mar 2025  • A",
    ]


def test_groups_of_nothing_but_background_are_none(timeline: Run, write: Write) -> None:
    path = write(HEAD + event("2006/..", "Partners"))
    lines = shown(timeline, path, "2024", "--group-by", "company")
    assert [line.split()[0] for line in lines if line] == ["Running", "since"]


@pytest.mark.parametrize("order", [(), ("--reverse",)])
def test_what_its_year_alone_dates_stands_below_none_of_its_months(
    order: tuple[str, ...], timeline: Run, write: Callable[..., str]
) -> None:
    dates = ("2027", "2027-01-05", "2027-02-05", "2027-Q2")
    path = write("events:\n" + "".join(f"- {{date: {date}, title: It is {date}}}\n" for date in dates))
    heading, found = "", {}
    for line in timeline("-f", path, "show", "-q", *order, "--width", "60")[1].splitlines():
        if "It is" in line:
            found[line.split("It is ")[1].split()[0]] = heading
        elif line.strip():
            heading = line.split("─")[0].strip()
    assert found == {"2027": "2027", "2027-01-05": "January", "2027-02-05": "February", "2027-Q2": "2027"}


def test_a_gap_is_as_long_here_as_in_stats(timeline: Run, write: Callable[..., str]) -> None:
    path = write("events:\n- {date: 1823-12-31, title: A}\n- {date: 1825-01-01, title: B}\n")
    assert "· 1 year ·" in timeline("-f", path, "show")[1]
    assert "1 year" in timeline("-f", path, "stats", "--gaps")[1]


def test_an_event_is_one_line_where_its_details_fit(timeline: Run, write: Write) -> None:
    more = "companies: [Kia]"
    path = write(
        HEAD
        + event("2025-01-01/..", "Runs", more)
        + event("2025-03-25", "Talk", more + ", certainty: rumoured")
        + event("2025-03-28", "Show", more)
        + event("2025-03-29T17:04:00-04:00", "Launch", more)
        + "- {date: 2025-03-30, title: A title of one line that is 33, status: tentative, companies: [Kia]}\n"
    )
    found = [" ".join(line.split()) for line in shown(timeline, path) if "Kia" in line]
    assert found == [
        "since Wed 1 ↦ • Runs · Kia",
        "Tue 25 │ • Talk [rumoured] · Kia",
        "Fri 28 │ • Show · Kia",
        "Sat 29 17:04 │ • Launch · Kia",
        "│ tentative · Kia",
    ]
    assert not any("-04:00" in line for line in shown(timeline, path))
    assert any("-04:00" in line for line in shown(timeline, path, "--verbose"))


def test_no_id_is_told_without_verbose(timeline: Run, write: Write) -> None:
    path = write(
        HEAD
        + "- {id: trip-1, date: 2025-01, title: A trip to Beijing and back}\n"
        + "- {id: forum-1, date: 2025-02, title: Forum}\n"
        + "- {id: talk-1, date: 2025-03, title: Talk, part_of: [trip-1, forum-1], supersedes: forum-1}\n"
    )
    brief, verbose = timeline("-f", path, "show", "-q")[1], timeline("-f", path, "show", "-q", "--verbose")[1]
    assert "part of • A trip to Beijing a…, • Forum" in brief
    assert "[superseded]" in brief
    assert "-1" not in brief
    assert "superseded by talk-1" in verbose
    assert verbose.count("part of") == 1


def drawn(path: str, today: int, kept: dict[str, Any] | None) -> list[Line]:
    """The view of a file on a day (an ordinal), with what was `kept` of drawing it before."""
    answer = select(load((path,)), Question(today, lambda text, fiscal: Period(0, 0, text)))
    return list(view_lines("timeline")(answer, Screen(io.StringIO(), 60, False, False, kept=kept)))


def test_what_is_kept_of_each_event_is_drawn_again_as_it_would_be(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = HEAD + event("2025-03-01", "A") + event("2025-03-05", "B", "type: deal") + event("2025-04-01", "C")
    kept: dict[str, Any] = {}
    drawings: list[str] = []
    monkeypatch.setattr(
        layout,
        "titled",
        lambda entry, *others, **more: (drawings.append(entry.event.id), titled(entry, *others, **more))[1],
    )
    for text, today, expected in (
        (first, 739_000, ["A", "B", "C"]),
        (first, 739_000, []),
        ("# moved\n" + first, 739_000, []),
        (first.replace("title: B", "title: Other"), 739_000, ["B"]),
        (first.replace("type: deal", "type: meeting"), 739_000, ["B"]),
        (first.replace("type: deal", "type: meeting"), 740_000, ["A", "B", "C"]),  # no longer ahead
        (first + event("2025-03-02", "D", "part_of: A"), 740_000, ["A", "D", "B"]),
    ):
        path = write(text)
        plain = drawn(path, today, None)
        drawings.clear()
        assert drawn(path, today, kept) == plain
        assert drawings == expected
