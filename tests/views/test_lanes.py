"""Lanes: who has one, what stands beside what, the axis with today on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

EVENTS = """events:
- {date: 2020-01-01, title: One, companies: [Acme, Umbrella], people: [P], type: deal}
- {date: 2022-01-01, title: Two, companies: [Acme]}
- {date: 2021-06-01, title: Three, place: Paris}
"""


def chart(timeline: Run, path: str, *options: str) -> list[str]:
    """The rows of the chart, without the axis above it."""
    arguments = ["-f", path, "show", "-q", "--view", "lanes", "--today", "2021-01-01", "--width", "60", *options]
    return [line.rstrip() for line in timeline(*arguments).out.splitlines()[2:]]


def test_a_lane_holds_what_has_room_beside_one_another(timeline: Run, write: Write) -> None:
    assert chart(timeline, write(EVENTS)) == [
        "Acme        ◆ One                   ╎      Two [scheduled] •",
        "Umbrella    ◆ One                   ╎",
        "no company                 Three [scheduled] •",
    ]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("company", ["Acme", "Umbrella", "no company"]),
        ("person", ["P", "no person"]),
        ("type", ["deal", "no type"]),
        ("place", ["Paris", "no place"]),
    ],
)
def test_lanes_come_in_the_order_of_their_first_event(by: str, names: list[str], timeline: Run, write: Write) -> None:
    rows = chart(timeline, write(EVENTS), "--lane-by", by)
    assert [row.split("◆")[0].split("  ")[0].strip() for row in rows if row[0] != " "] == names


def test_without_companies_the_lanes_are_what_there_is(timeline: Run, write: Write) -> None:
    assert chart(timeline, write("events:\n- {date: 2020, title: A, people: [P]}\n"))[0].startswith("P ")
    assert chart(timeline, write("events:\n- {date: 2020, title: A}\n"))[0].startswith("no type ")


@pytest.mark.parametrize(
    ("dates", "today", "marks"),
    [
        (["2020-01-01", "2022-01-01"], "2021-01-01", ["Jan", "2020", "Jul", "today", "Jul", "2022"]),
        (["1900", "1950"], "2025-01-01", ["1900", "1910", "1920", "1930", "1940", "1950"]),  # too far off
        (["2025-03-22T09:00Z", "2025-03-22T17:00Z"], "2024-01-01", ["22", "Mar", "10:00", "14:00", "16:00"]),
        (["2025-03-20", "2025-03-26"], "2025-03-22", ["17", "Mar", "2025", "today"]),
    ],
)
def test_the_axis_has_today_on_it_unless_that_is_far_off(
    dates: list[str], today: str, marks: list[str], timeline: Run, write: Write
) -> None:
    path = write("events:\n" + "".join(f"- {{date: '{date}', title: A}}\n" for date in dates))
    out = timeline("-f", path, "show", "-q", "--view", "lanes", "--today", today, "--width", "60").out
    assert out.splitlines()[0].split() == marks


@pytest.mark.parametrize(
    ("today", "head"),
    [
        ("2025-03-22", "today    22 Mar 10:00           14:00       16:00"),
        ("2025-03-23", "         22 Mar 10:00           14:00       16:00"),
    ],
)
def test_on_an_axis_of_hours_today_is_no_moment(today: str, head: str, timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2025-03-22T09:00Z, title: A}\n- {date: 2025-03-22T17:00Z, title: B}\n")
    rows = timeline("-f", path, "show", "-q", "--view", "lanes", "--today", today, "--width", "60").out.splitlines()
    assert rows[0][:60].split() == head.split()
    assert not any("╎" in row for row in rows)


def test_a_title_without_room_beside_its_bar_is_wrapped_and_never_cut(timeline: Run, write: Write) -> None:
    title = "A title of very many words that no line has room for beside the bar of what it names, whatever the screen"
    path = write(f"events:\n- {{date: 2020/2021, title: '{title}'}}\n- {{date: 2020-06, title: '{title}'}}\n")
    for width in ("40", "60", "80"):
        text = " ".join(" ".join(chart(timeline, path, "--width", width)).replace("╎", " ").split())
        assert sum(text.count(word) for word in ("whatever", "screen")) == 4
    assert "…" not in text


@pytest.mark.parametrize("today", ["2010-01-01", "2024-06-01", "2090-01-01"])
@pytest.mark.parametrize("date", ["20XX", "2001-01-01/2099-01-01", "2001-01-01/..", "../2099-01-01"])
def test_a_title_in_a_bar_covers_neither_its_symbol_nor_today(
    date: str, today: str, timeline: Run, write: Write
) -> None:
    path = write(
        f"events:\n- {{date: '{date}', title: 'A title of some words', type: deal}}\n- {{date: 20XX, title: B}}\n"
    )
    for width in ("60", "100", "200"):
        rows = chart(timeline, path, "--lane-by", "type", "--width", width, "--today", today)
        assert sum(" A title of some words" in row for row in rows) == 1
        [row] = [row for row in rows if "◆" in row]
        axis = timeline("-f", path, "show", "--view", "lanes", "--width", width, "--today", today).out.splitlines()[1]
        assert row[axis.index("▼")] in "╎━┄◆"


def test_the_legend_tells_only_the_signs_that_were_drawn(timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2020-01-01/2020-09-01, title: A}\n- {date: 2021, title: B}\n")
    lines = timeline("-f", path, "show", "--view", "lanes", "--today", "2020-06-01").out.splitlines()
    assert "┄ possibly   ━ for certain   ┥ ends   ╎ today" in lines
