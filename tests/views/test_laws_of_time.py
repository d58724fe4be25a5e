"""What holds of lanes and calendar for any answer: nothing too wide, cut, doubled, touching, or left of its sign."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_cli.console import Screen
from timeline_cli.dates.event_date import parse_date
from timeline_cli.model import Entry, Event, Registries, Role
from timeline_cli.query.select import Answer, Group
from timeline_cli.text import width
from timeline_cli.views import calendar, lanes, timeline
from timeline_cli.views.options import ViewOptions

DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.integers(1990, 2030).map(str),
    st.builds(lambda year, days: f"{year}-03-05/{year + days}", st.integers(1995, 2029), st.integers(1, 30)),
    st.builds("{}-{:02}-{:02}".format, st.integers(2023, 2025), st.integers(1, 12), st.integers(1, 28)),
    st.sampled_from(
        ["2006/..", "/..", "/2024", "../2024-05", "[..2025-03-24]", "[2024..]", "2024-05/", "202X", "20XX", "2023~",
         "[2024-03-01..2024-03-09]", "[2024-01-01, 2024-02-02]", "0001", "9999", "0001/9999", "2024-03-22T10:15Z"]
    ),
)  # fmt: skip
NAMES = st.sampled_from(
    ["한빛전자", "東京", "Acme", "Samsung Electronics", "한빛전자" * 12, "B" * 90, "Kraków Sp. z o.o."]
)
WORDS = st.lists(st.sampled_from(["merger", "東京", "한빛전자가", "signs", "an", "🚀", "x" * 70]), max_size=9)
TYPES = ("deal", "forum", "launch")
TODAY = parse_date("2025-03-26").bounds.start


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Up to 90 events: in a lane of their own, in several, in none."""
    entries = []
    for number in range(draw(st.integers(1, 25)) * draw(st.sampled_from([1, 1, 4]))):
        when = parse_date(draw(DATES))
        event = Event(
            f"e{number}",
            when,
            f"№{number}. {' '.join(draw(WORDS))}".strip() + "¶",
            type=draw(st.sampled_from([None, *TYPES])),
            companies=tuple(map(Role, draw(st.lists(NAMES, max_size=4, unique=True)))),
            certainty=draw(st.sampled_from([None, "rumoured"])),
        )
        entries.append(Entry(event, event.state(TODAY)))
    entries.sort(key=lambda entry: entry.event.date.sort_key)
    return Answer((Group(None, tuple(entries), len(entries)),), (), len(entries), 0, len(entries), None, "date", None,
                  TODAY, Registries())  # fmt: skip


WIDTHS = st.sampled_from([40, 60, 80, 100, 140, 200])


def written(view: object, answer: Answer, columns: int, ascii: bool, **options: bool) -> list[str]:
    screen = Screen(io.StringIO(), columns, colour=False, ascii=ascii)
    screen.write(view.lines(answer, screen, ViewOptions(**options)))  # type: ignore[attr-defined]
    lines: list[str] = screen.stream.getvalue().splitlines()  # type: ignore[attr-defined]
    assert max(map(width, lines)) <= columns
    return lines


@settings(max_examples=100, deadline=None)
@given(answers(), WIDTHS, st.booleans())
def test_in_lanes_every_event_is_in_full_once_or_counted(answer: Answer, columns: int, ascii: bool) -> None:
    found = re.findall(r"№(\d+)\.", "\n".join(written(lanes, answer, columns, ascii, all=True)))
    assert sorted(map(int, found)) == list(range(answer.total))
    some = written(lanes, answer, columns, ascii)
    found = re.findall(r"№(\d+)\.", "\n".join(some))
    assert len(found) == len(set(found))
    if len(found) < answer.total:
        assert re.search(r"named +here|and +\d+ +more +lanes?", " ".join(some))  # a heading may be wrapped
        assert "--all draws every event" in some


@settings(max_examples=100, deadline=None)
@given(answers(), WIDTHS)
def test_every_label_starts_right_of_its_sign_and_goes_on_below_itself(answer: Answer, columns: int) -> None:
    lines = written(lanes, answer, columns, False, all=True)
    signs = set("•◆◎★")
    for number, line in enumerate(lines):
        for label in re.finditer(r"№\d+\.", line):
            before = line[: label.start()]
            assert signs & set(before), line
            assert re.search(r"[^ ] $", before), line
            at, rest = width(before), line[label.start() :]
            below = number + 1
            while "¶" not in rest:
                room = lines[below][: len(lines[below]) - len(lines[below].lstrip(" "))]
                assert len(room) == at, lines[number : below + 1]
                rest += lines[below].strip()
                below += 1


@settings(max_examples=60, deadline=None)
@given(answers(), WIDTHS, st.booleans())
def test_no_two_counts_of_a_calendar_touch(answer: Answer, columns: int, ascii: bool) -> None:
    whole = written(calendar, answer, columns, ascii, all=True)
    assert {int(found) for found in re.findall(r"№(\d+)\.", "\n".join(whole))} == set(range(answer.total))
    for line in [*whole, *written(calendar, answer, columns, ascii)]:
        if "№" not in line and re.search("[•◆◎★×]", line) and not re.search("[a-z]", line):
            assert re.fullmatch(r"( +[•◆◎★×]\d*)+", line), line


@settings(max_examples=60, deadline=None)
@given(answers(), WIDTHS)
def test_lanes_are_never_longer_than_the_timeline(answer: Answer, columns: int) -> None:
    # But for the axis, the legend and the names that are in no row.
    assert len(written(lanes, answer, columns, False)) <= len(written(timeline, answer, columns, False)) + 30


@pytest.mark.parametrize("columns", [60, 100])
def test_many_events_in_lanes_take_a_fraction_of_the_timeline(columns: int) -> None:
    events = [Event(f"e{n}", parse_date(f"20{n % 25:02}-0{n % 9 + 1}-01/.."), f"№{n}.", companies=(Role(f"C{n % 70}"),))
              for n in range(2000)]  # fmt: skip
    entries = tuple(Entry(event, event.state(TODAY)) for event in events)
    answer = Answer((Group(None, entries, 2000),), (), 2000, 0, 2000, None, "date", None, TODAY, Registries())
    assert len(written(lanes, answer, columns, False)) < 230
