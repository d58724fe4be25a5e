"""Lanes: what each holds, where labels are, what is in more than one, and what is only counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from timeline_cli.text import width

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

EVENTS = """events:
- {date: 2020-01-01, title: One, companies: [Acme, Umbrella], people: [P], type: deal}
- {date: 2022-01-01, title: Two, companies: [Acme]}
- {date: 2021-06-01, title: Three, place: Paris}
"""


def shown(timeline: Run, path: str, *options: str) -> list[str]:
    arguments = ["-f", path, "show", "--view", "lanes", "--today", "2021-01-01", "--width", "60", *options]
    return [line.rstrip() for line in timeline(*arguments)[1].splitlines()]


def chart(timeline: Run, path: str, *options: str) -> list[str]:
    """The rows of the chart, without the axis above it."""
    return shown(timeline, path, "-q", *options)[2:]


def events(*lines: str) -> str:
    return "events:\n" + "".join(f"- {{{line}}}\n" for line in lines)


def test_a_lane_has_its_count_and_an_event_of_two_is_in_full_once(timeline: Run, write: Write) -> None:
    assert chart(timeline, write(EVENTS)) == [
        "Acme · 2 events            ╎",
        " ◆1 One                    ╎                         • Two",
        "no company                 ╎          • Three",
        "Others in these events",
        "  Umbrella ◆1",
    ]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("company", ["Acme · 2 events", "no company"]),
        ("person", ["P · 1 event", "no person"]),
        ("type", ["deal · 1 event", "no type"]),
        ("place", ["Paris", "no place · 2 events"]),
    ],
)
def test_the_longest_lane_is_first_and_what_is_in_none_is_last(
    by: str, names: list[str], timeline: Run, write: Write
) -> None:
    rows = chart(timeline, write(EVENTS), "--lane-by", by)
    assert [re.split("  |╎", row)[0].strip() for row in rows if row[0] != " " and "Others" not in row] == names


def test_without_companies_the_lanes_are_what_there_is(timeline: Run, write: Write) -> None:
    assert chart(timeline, write("events:\n- {date: 2020, title: A, people: [P]}\n"))[0].startswith("P ")
    assert chart(timeline, write("events:\n- {date: 2020, title: A}\n"))[0].startswith("no type ")


@pytest.mark.parametrize(
    ("dates", "today", "head"),
    [
        (["2020-01-01", "2022-01-01"], "2021-01-01", ["2020", "Apr", "Jul", "Oct", "2021", "Apr", "Jul", "Oct"]),
        (["1900", "1950"], "2025-01-01", ["1900", "1910", "1920", "1930", "1940", "today", "1", "Jan", "2025", "▶"]),
        (["1900", "1950"], "1825-01-01", ["1900", "1910", "1920", "1930", "1940", "◀", "today", "1", "Jan", "1825"]),
        (
            ["2025-03-22T09:00Z", "2025-03-22T17:00Z"],
            "2025-03-22",
            ["22", "Mar", "10:00", "14:00", "16:00", "today", "22", "Mar", "2025"],
        ),
        (["2025-03-20", "2025-03-26"], "2025-03-22", ["17", "Mar", "2025", "today", "24", "Mar"]),
    ],
)
def test_today_is_on_the_axis_or_in_its_head(
    dates: list[str], today: str, head: list[str], timeline: Run, write: Write
) -> None:
    path = write(events(*(f"date: '{date}', title: A" for date in dates)))
    lines = shown(timeline, path, "-q", "--today", today)
    assert lines[0].split() == head
    assert ("▼" in lines[1]) == (head[-4:-3] != ["today"] and "▶" not in head and "◀" not in head)


def test_today_shows_only_where_nothing_is_beside_it(timeline: Run, write: Write) -> None:
    path = write(
        events("date: 2020-01-01/2022-12-31, title: A", "date: 2020-12-20, title: B", "date: 2022-06, title: C")
    )
    axis, *rows = shown(timeline, path, "-q")[1:]
    today = axis.index("▼")
    assert all(row.ljust(80)[today - 1 : today + 2] == " ╎ " for row in rows if "╎" in row)
    assert sum("╎" in row for row in rows) == 1  # the heading: what is beside the bar, or at it, hides it


def test_a_label_follows_its_sign_and_is_wrapped_under_itself(timeline: Run, write: Write) -> None:
    title = (
        "A title of very many words that no line has room beside the bar of what it names, 東京, whatever the screen"
    )
    path = write(events(f"date: 2020/2021, title: '{title}'", f"date: 2021-06-01, title: '{title}'"))
    for columns in (40, 60, 80):
        rows = chart(timeline, path, "--width", str(columns))
        starts = [row.index("A title") for row in rows if "A title" in row]
        assert len(starts) == 2
        assert all(not row[: min(starts)].replace("╎", "").strip() for row in rows if "whatever" in row)
        assert " ".join(" ".join(rows).replace("╎", " ").split()).count("screen") == 2


def test_a_title_is_in_its_bar_only_where_six_columns_of_it_remain(timeline: Run, write: Write) -> None:
    path = write(events("date: 2020-01-01/2023-12-31, title: Fourteen chars, type: deal"))
    assert "◆━━ Fourteen chars ━━━━━━┥" not in chart(timeline, path, "--width", "40")[1]
    assert "┥ Fourteen chars" in chart(timeline, path, "--width", "40")[1]
    assert re.search("◆━━ Fourteen chars ━{5,}┥", chart(timeline, path, "--width", "80")[1])


def test_the_title_covers_no_change_of_a_bar(timeline: Run, write: Write) -> None:
    path = write(
        events("date: 2020/2021-06-30, title: A title of two dozen letters, type: deal")
    )  # started some time in 2020
    assert re.search("◆┄+━+┥ A title", chart(timeline, path, "--width", "60")[1])


YEAR = [f"date: 2024-{month:02}-10, title: T{month}, companies: [Acme]" for month in range(1, 13)]


def test_what_is_beyond_the_axis_has_its_year(timeline: Run, write: Write) -> None:
    before = shown(timeline, write(events("date: 2006/.., title: Old, companies: [Acme]", *YEAR)))
    assert re.fullmatch(r" ◀2006 •━+ ?Old? .*|.* Old .*", before[3])
    assert before[3].startswith(" ◀2006 •━")
    assert any("◀2006 since" in line for line in before)
    after = shown(timeline, write(events("date: 2060, title: New, companies: [Acme]", *YEAR)))
    assert any(re.search("▶2060 • New$", line) for line in after)
    assert any("▶2060 until" in line for line in after)


def test_a_lane_goes_by_the_places_of_signs_and_what_has_no_day_is_last(timeline: Run, write: Write) -> None:
    alone = [line.removesuffix(", companies: [Acme]") for line in YEAR]
    path = write(
        events("date: /.., title: No day", "date: 2060, title: Far", *alone, "date: [..2024-01-05], title: By")
    )
    text = " ".join(chart(timeline, path))
    assert re.findall("T6|Far|No day|By", text) == ["By", "T6", "Far", "No day"]


def test_events_of_several_are_numbered_in_order_and_signs_that_would_touch_are_side_by_side(
    timeline: Run, write: Write
) -> None:
    shared = [f"date: 2024-06-1{day}, title: S{day}, companies: [Acme, B, C], type: deal" for day in (1, 2, 3)]
    rows = chart(timeline, write(events(*YEAR, *shared, "date: 2024-03-03, title: Own, companies: [B]")))
    assert [next(re.findall(r"◆(\d) S", row)[0] for row in rows if f"S{day}" in row) for day in (1, 2, 3)] == list(
        "123"
    )
    assert sum("S1" in row for row in rows) == 1
    assert [re.sub(" {2,}", "  ", row.replace("╎", " ")).strip() for row in rows[-2:]] == [
        "B  • Own  ◆1 ◆2 ◆3",
        "C  ◆1 ◆2 ◆3",
    ]


def test_state_words_that_the_place_says_are_left_out(timeline: Run, write: Write) -> None:
    path = write(
        events(
            "date: 2020/.., title: Going on",
            "date: 2021-06-01, title: To come",
            "date: 2020-06-01, title: Not held, status: scheduled",
            "date: 2021-07-01, title: Off, status: cancelled",
        )
    )
    text = "\n".join(chart(timeline, path))
    assert "ongoing" not in text
    assert "To come [" not in text
    assert "Not held [scheduled]" in text
    assert "Off [cancelled]" in text


def many(count: int, *, lasting: bool) -> str:
    dates = [
        f"20{10 + number % 10}-01-01" + (f"/20{11 + number % 10}-06-01" if lasting else "") for number in range(count)
    ]
    return events(*(f"date: {date}, title: Number {n:03}, companies: [Acme]" for n, date in enumerate(dates)))


@pytest.mark.parametrize("lasting", [True, False])
def test_a_dense_lane_counts_what_it_does_not_name(lasting: bool, timeline: Run, write: Write) -> None:
    path = write(many(61, lasting=lasting))
    lines = shown(timeline, path)
    rows = chart(timeline, path)
    named = sum(row.count("Number") for row in rows)
    which = "the longest" if lasting else "the latest"
    assert rows[0].split("  ")[0] == f"Acme · 61 events, {named} of them named here: {which}"
    assert rows[1].endswith("at most 13 at once" if lasting else "at most 7 in 4 months")
    assert 20 <= named < 61
    assert len(rows) == 22
    assert "--all draws every event" in lines
    assert sum(row.count("Number") for row in chart(timeline, path, "--all")) == 61
    assert "--all draws every event" not in shown(timeline, path, "--all")
    assert not any("named here" in row for row in chart(timeline, write(many(60, lasting=lasting))))


def test_over_200_rows_lanes_are_counted(timeline: Run, write: Write) -> None:
    path = write(events(*(f"date: 20{n % 20:02}, title: Number {n}, companies: [C{n % 250}]" for n in range(500))))
    rows = chart(timeline, path)
    drawn = sum(row.count("Number") for row in rows)
    assert rows[-1] == f"and {250 - drawn // 2} more lanes with {500 - drawn} events"
    assert len([row for row in rows if "┬" not in row and not re.search("20[01]5 ", row)]) <= 201
    assert sum(row.count("Number") for row in chart(timeline, path, "--all")) == 500


def test_the_axis_comes_again_every_40_rows_between_lanes(timeline: Run, write: Write) -> None:
    path = write(events(*(f"date: 20{n % 20:02}, title: Number {n}, companies: [C{n % 60}]" for n in range(120))))
    axes = [number for number, line in enumerate(shown(timeline, path)) if "┬" in line]
    assert len(axes) > 2
    assert all(40 <= later - earlier <= 50 for earlier, later in pairwise(axes))


def test_the_legend_tells_only_the_signs_that_were_drawn(timeline: Run, write: Write) -> None:
    path = write(events("date: 2020-01-01/2020-09-01, title: A", "date: 2021, title: B"))
    lines = shown(timeline, path, "--today", "2020-06-01")
    assert "┄ possibly  ━ for certain  ┥ ends  ▼ today" in lines


def test_the_foot_names_the_question_that_opens_a_crowded_column(timeline: Run, write: Write) -> None:
    crowd = [f"date: 2024-10-{day:02}, title: C{day}" for day in range(1, 10)]
    path = write(events("date: 1950, title: A", "date: 1951, title: B", *crowd))
    [line] = [line for line in shown(timeline, path, "--width", "80") if "closer" in line]
    assert line == "9 of 11 lie in one column, 1–9 Oct 2024; closer: 2024-10-01..2024-10-09"
    assert sum(len(re.findall(r"C\d", row)) for row in chart(timeline, path, line.split()[-1], "--width", "80")) == 9


def test_the_axis_leaves_room_for_what_is_beyond_it(timeline: Run, write: Write) -> None:
    dates = ["2000-01-01", "2000-01-01", "2021-01-01", "2042-02-01"]
    rows = shown(timeline, write(events(*(f"date: {day}, title: T" for day in dates))), "--width", "40")
    assert any(row.endswith(" ▶2042 • T") for row in rows)
    assert max(map(width, rows)) <= 40


@pytest.mark.parametrize("columns", [60, 80, 100, 140, 200])
def test_names_in_wide_scripts_are_never_wider_than_the_screen(columns: int, timeline: Run, write: Write) -> None:
    names = ["한빛전자" * 30, "東京" * 60, "Kraków " * 20]
    path = write(
        events(*(f"date: 202{n}, title: {name}, companies: [{', '.join(names[n:])}]" for n, name in enumerate(names)))
    )
    rows = shown(timeline, path, "--width", str(columns))
    assert max(map(width, rows)) <= columns


def test_over_200_rows_in_all_groups_are_counted(timeline: Run, write: Write) -> None:
    events = [f"- {{date: 2025-03-{n % 28 + 1:02}, title: N{n}, companies: [C{n}]}}\n" for n in range(300)]
    path = write("events:\n" + "".join(events))
    asked = ("-f", path, "show", "--view", "lanes", "--group-by", "company")
    out = timeline(*asked).out.splitlines()
    assert len(out) < 220
    drawn = sum(line.startswith("C") and line.endswith("(1)") for line in out)
    assert f"and {300 - drawn} more groups with {300 - drawn} events" in out
    assert "--all draws every event" in out
    # The axis is shown again after 40 rows, not for each group.
    assert sum("┬" in line for line in out) < 8
    assert sum("(1)" in line for line in timeline(*asked, "--all").out.splitlines()) == 300
