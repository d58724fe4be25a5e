"""Views that read the events of an index as they draw them: the same lines as from the files, none read too early."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

import pytest

from timeline_cli import console, pager
from timeline_cli.console import Line, Screen
from timeline_cli.dates.period import Period
from timeline_cli.index import choose
from timeline_cli.index.choose import read
from timeline_cli.index.events import Store
from timeline_cli.model import Timeline
from timeline_cli.query.counts import COUNTED, PERIODS, counting_of, gaps
from timeline_cli.query.entries import Entries
from timeline_cli.query.question import Question
from timeline_cli.query.select import Answer, select
from timeline_cli.views.registry import VIEWS, view_lines

Write = Callable[..., str]
TODAY = 740_000  # 2027-01-23
DATES = (
    "2020-03-05", "2020-03", "2020", "2020-03-05/..", "../2020-03-05", "2019-01/2020-06", "2020-02-01/", "/2020-04",
    "/..", "2020-03-05T10:00Z", "2020-03-05T10:00+09:00", "2020-03-05?", "[2020-03-01..2020-03-09]", "[..2020-05]",
    "202X", "2026-06/..", "2027-01-23", "2027-01-01/2027-12-31", "2030-01-01", "1850-01-01",
)  # fmt: skip
OPTIONS: list[tuple[str, dict[str, Any]]] = [
    ("timeline", {}), ("timeline", {"verbose": True}), ("timeline", {"oneline": True}),
    ("timeline", {"elapsed": True}), ("lanes", {}), ("lanes", {"lane_by": "person"}), ("lanes", {"lane_by": "type"}),
    ("lanes", {"lane_by": "place", "all": True}), ("table", {}), ("calendar", {}), ("tree", {}), ("agenda", {}),
]  # fmt: skip


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "WORTHWHILE", 0)


def events(rng: random.Random, count: int, are_parts: bool) -> str:
    """A file of events with any dates, names and states, and some of them parts of others."""
    items = []
    for number in range(count):
        item = f"- {{id: e{number}, date: '{rng.choice(DATES)}', title: Title {number}"
        for key, values in (
            ("type", ("deal", "launch")),
            ("status", ("scheduled", "cancelled", "ongoing")),
            ("certainty", ("reported",)),
            ("companies", ("[A]", "[A, B]", "[{name: C, role: host}]")),
            ("people", ("[P]", "[P, Q]")),
            ("place", ("X", "Y")),
            ("supersedes", (f"e{rng.randrange(count)}",)),
            ("part_of", (f"[e{rng.randrange(count)}]",) if are_parts else ()),
        ):
            if values and rng.random() < 0.4:
                item += f", {key}: {rng.choice(values)}"
        items.append(item + "}")
    return "companies: {A: {aliases: [Acme]}}\nevents:\n" + "\n".join(items) + "\n"


def answer_of(timeline: Timeline, reverse: bool = False) -> Answer:
    return select(timeline, Question(TODAY, lambda text, fiscal: Period(), reverse=reverse, streams=True))


def drawn(answer: Answer, view: str, given: dict[str, Any], width: int = 90) -> list[Line]:
    return list(view_lines(view, given)(answer, Screen(io.StringIO(), width, False, False)))


@pytest.mark.parametrize("are_parts", [False, True])
def test_the_lines_are_those_of_the_files(are_parts: bool, write: Write) -> None:
    rng = random.Random(3)
    for count in (1, 2, 7, 60, 300):
        file = write(events(rng, count, are_parts), f"{count}.yaml")
        for reverse in (False, True):
            indexed, plain = (answer_of(read((file,), with_index), reverse) for with_index in (True, False))
            assert isinstance(indexed.groups[0].entries, Entries)
            assert not isinstance(plain.groups[0].entries, Entries)
            for view, given in OPTIONS:
                assert drawn(indexed, view, given) == drawn(plain, view, given), (count, reverse, view, given)


@pytest.mark.parametrize(
    "title", ["Title", "A title that is rather long for a row 宁德", "Longer than its column " * 3]
)
def test_a_table_has_the_columns_of_all_its_rows(title: str, write: Write) -> None:
    for supersedes in ("supersedes", "related"):
        text = events(random.Random(5), 300, False).replace("title: Title", f"title: {title}")
        file = write(text.replace("supersedes", supersedes).replace("person: [Q]", "person: [Q, 宁德时代]"))
        for reverse in (False, True):
            indexed, plain = (answer_of(read((file,), with_index), reverse) for with_index in (True, False))
            for width in (80, 100, 105, 110, 120, 130, 150, 200):
                assert drawn(indexed, "table", {}, width) == drawn(plain, "table", {}, width), width


@pytest.mark.parametrize("repeated", ["", "- {id: e3, date: 2021, title: Again, companies: [B], tags: [b]}\n"])
def test_counts_are_those_of_the_files_and_read_no_event(repeated: str, write: Write) -> None:
    file = write(events(random.Random(4), 300, True).replace("place: X", "place: X, tags: [a, b]") + repeated)
    timeline, plain = read((file,)), read((file,), with_index=False)
    counting, each = counting_of(answer_of(timeline), timeline), counting_of(answer_of(plain), plain)
    timeline.events._stored = None  # type: ignore[attr-defined]
    for key in COUNTED:
        both = [
            [(row.names, row.events, row.start if key in PERIODS else 0) for row in found.by(key).rows]
            for found in (counting, each)
        ]
        assert both[0] == both[1], key
        assert counting.by(key).without == each.by(key).without, key
    assert gaps(counting.entries) == gaps(each.entries)


@pytest.mark.parametrize("reverse", [False, True])
def test_a_screen_reads_no_more_events_than_it_shows(reverse: bool, write: Write) -> None:
    items = "".join(f"- {{date: {1900 + number % 120}, title: Title {number}}}\n" for number in range(2000))
    timeline = read((write("events:\n" + items),))
    assert isinstance(timeline.events, Store)
    bodies: list[str] = []
    timeline.events._db.set_trace_callback(lambda query: bodies.append(query) if "FROM bodies" in query else None)
    answer = answer_of(timeline, reverse)
    lines = view_lines("timeline")(answer, Screen(io.StringIO(), 90, False, False))
    assert sum("Title" in text for line in islice(lines, 40) for text, _ in line) > 20
    assert len(bodies) == 2  # those read together with the first event
    assert "_kept" not in answer.groups[0].entries.__dict__
    assert sum("Title" in text for line in lines for text, _ in line) > 1900
    assert "_kept" not in answer.groups[0].entries.__dict__


@pytest.mark.parametrize(("view", "width"), [("table", 80), ("table", 120), ("lanes", 80), ("calendar", 80)])
@pytest.mark.parametrize("types", [("deal", "launch"), ("deal", "deal")])
def test_other_views_read_few_events_before_they_draw(
    types: tuple[str, str], view: str, width: int, write: Write
) -> None:
    dates = [f"{1900 + number % 120}-{number % 12 + 1:02}-{number % 28 + 1:02}" for number in range(9000)]
    item = "- {{date: {0}, title: Title {1}, companies: [A company with a long name {2}], type: {3}}}\n"
    items = (item.format(when, number, number % 9, types[number % 2]) for number, when in enumerate(dates))
    timeline = read((write("events:\n" + "".join(items)),))
    loaded: list[int] = []
    store = timeline.events
    assert isinstance(store, Store)
    stored = store._stored
    store._stored = lambda seqs: loaded.extend(seqs) or stored(seqs)  # type: ignore[method-assign,func-returns-value]
    lines = view_lines(view)(answer_of(timeline), screen := Screen(io.StringIO(), width, False, False))
    assert len(list(islice(lines, 20))) == 20
    assert 0 < len(set(loaded)) < 2000
    if view == "calendar":
        assert screen.opens_at == len(set(dates))  # a line each, in the years before that of today


def test_only_views_that_draw_in_order_wait_for_events(write: Write) -> None:
    timeline = read((write(events(random.Random(1), 9, False)),))
    asked = Question(TODAY, lambda text, fiscal: Period(), streams=True)
    assert [view.name for view in VIEWS.values() if view.streams] == ["timeline", "table", "lanes", "calendar"]
    for other in ({"streams": False}, {"sort": "title"}, {"group_by": "year"}, {"limit": 3}, {"as_of": TODAY}):
        assert not isinstance(select(timeline, asked._replace(**other)).groups[0].entries, Entries)


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("opens_at", "opened"), [(0, True), (console._FURTHEST, False)])
def test_a_pager_does_not_wait_for_a_line_that_the_view_knows_to_be_far(
    opens_at: int, opened: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at: list[int] = []

    def page(texts: Iterable[str], command: Sequence[str], encoding: str, line: int) -> bool:
        at.append(line)
        return bool(list(texts))

    monkeypatch.setattr(pager, "page", page)
    screen = Screen(Terminal(), 80, False, False, pager=("less",))
    screen.opens_at = opens_at
    screen.page(([("text", "today" if number == 90 else "")] for number in range(200)), opening="today")
    assert (at[0] > 0) == opened
