"""The bodies of events from an index: read together, decoded on first use, and dropped again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline_cli.checks import check
from timeline_cli.index import choose
from timeline_cli.index.choose import read
from timeline_cli.index.read import IndexedTimeline
from timeline_cli.model import Event

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
    assert len(queries) == 2


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
