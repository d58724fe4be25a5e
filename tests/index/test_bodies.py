"""The bodies of events from an index: read together, decoded on first use, and dropped again."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from timeline_cli.checks import check
from timeline_cli.console import Screen
from timeline_cli.dates.period import Period
from timeline_cli.index import choose
from timeline_cli.index.choose import read
from timeline_cli.index.read import IndexedTimeline
from timeline_cli.model import Event
from timeline_cli.query.question import Question
from timeline_cli.query.select import select
from timeline_cli.views.registry import view_lines

COUNT = 200
Queries = list[str]


@pytest.fixture
def events(write: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> tuple[IndexedTimeline, Queries]:
    """Events with companies, from an index, and the queries of bodies since then."""
    monkeypatch.setattr(choose, "WORTHWHILE", 0)
    items = (f"- {{date: 2025, title: Event {n}, companies: [Company {n}], summary: Text}}" for n in range(COUNT))
    found = read((write("events:\n" + "\n".join(items)),))
    assert isinstance(found, IndexedTimeline)
    queries: Queries = []
    found.facts._db.set_trace_callback(lambda query: queries.append(query) if "FROM bodies" in query else None)
    return found, queries


def names(events: list[Event]) -> list[tuple[str, str]]:
    return [(event.title, event.companies[0].name) for event in events]


EXPECTED = [(f"Event {n}", f"Company {n}") for n in range(COUNT)]


def test_one_body_is_read_alone_and_many_together(events: tuple[IndexedTimeline, Queries]) -> None:
    timeline, queries = events
    listed = list(timeline.events)
    assert listed[5].title == "Event 5"
    assert len(queries) == 1
    assert names(listed) == EXPECTED
    assert len(queries) == 3


def test_events_here_and_there_are_read_alone(events: tuple[IndexedTimeline, Queries]) -> None:
    timeline, queries = events
    listed = list(timeline.events)
    assert names(listed[::5]) == EXPECTED[::5]
    assert len(queries) == COUNT / 5
    assert names(listed[1::2]) == EXPECTED[1::2]
    assert len(queries) < 70


def test_what_was_dropped_is_read_again(events: tuple[IndexedTimeline, Queries]) -> None:
    timeline, queries = events
    listed = list(timeline.events)
    for _ in range(3):
        assert names(listed) == EXPECTED
        for event in listed:
            event.forget()
            event.forget()
    assert len(queries) <= 20
    assert listed[0].summary == "Text"


def test_all_checks_decode_a_body_once(events: tuple[IndexedTimeline, Queries]) -> None:
    timeline, queries = events
    check(timeline, today=740_000)
    assert len(queries) == 2


@pytest.mark.parametrize("view", ["timeline", "table", "tree", "calendar"])
def test_a_view_of_many_events_reads_each_once_and_keeps_none(
    view: str, events: tuple[IndexedTimeline, Queries]
) -> None:
    timeline, queries = events
    answer = select(timeline, Question(740_000, lambda text, fiscal: Period(0, 0, text)))
    lines = view_lines(view)(answer, Screen(io.StringIO(), 100, False, False))
    assert sum("Event " in text for line in lines for text, _ in line) == COUNT
    assert len(queries) == 2
    assert not any(has_loaded(entry.event, "title") for entry in answer.entries)


def has_loaded(event: Event, name: str) -> bool:
    try:
        object.__getattribute__(event, name)
    except AttributeError:
        return False
    return True
