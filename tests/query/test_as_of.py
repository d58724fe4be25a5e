"""What was known when: versions, known dates and supersession as of a day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]
FILE = str(Path(__file__).with_name("as-of.yaml"))


def shown(timeline: Run, *arguments: str) -> dict[str, dict]:  # type: ignore[type-arg]
    return {event["id"]: event for event in json.loads(timeline("-f", FILE, "show", "--json", *arguments)[1])}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-01-01", {"planned"}),
        ("2024-01-14", {"planned"}),
        ("2024-01-15", {"planned", "closing"}),
        ("2024-01-20", {"planned", "closing", "target"}),
        ("2024-02-11", {"planned", "closing", "target", "merger"}),
        ("2024-03-01", {"planned", "closing", "target", "merger", "annual"}),
        ("2024-04-20", {"planned", "closing", "target", "merger", "annual", "target-raised"}),
    ],
)
def test_only_what_was_known_by_then_is_there(day: str, expected: set[str], timeline: Run) -> None:
    assert set(shown(timeline, "--as-of", day)) == expected


@pytest.mark.parametrize(
    ("day", "date", "status", "earlier"),
    [
        ("2024-01-15", "2024-06-30", "scheduled", 0),
        ("2024-05-19", "2024-06-30", "scheduled", 0),
        ("2024-05-20", "2024-09", "postponed", 1),
        ("2024-12-30", "2024-09", "postponed", 1),
        ("2024-12-31", "2024-12-31", "occurred", 2),
    ],
)
def test_a_closing_date_that_moved_is_that_of_then(
    day: str, date: str, status: str, earlier: int, timeline: Run
) -> None:
    event = shown(timeline, "--as-of", day)["closing"]
    assert (event["date"], event["status"], len(event["was"])) == (date, status, earlier)


def test_a_rumour_is_a_rumour_until_it_comes_true(timeline: Run) -> None:
    assert shown(timeline, "--as-of", "2024-05-01")["merger"]["certainty"] == "rumoured"
    assert shown(timeline, "--as-of", "2024-05-02")["merger"]["certainty"] == "confirmed"


def test_a_target_that_was_revised_later_still_stands(timeline: Run) -> None:
    assert shown(timeline, "--as-of", "2024-04-19")["target"]["superseded_by"] == []
    assert shown(timeline, "--as-of", "2024-04-20")["target"]["superseded_by"] == ["target-raised"]
    assert set(shown(timeline, "--as-of", "2024-04-20", "is:superseded")) == {"target"}


def test_today_is_that_day(timeline: Run) -> None:
    assert shown(timeline, "--as-of", "2024-01-15")["closing"]["state"] == "scheduled"
    assert set(shown(timeline, "--as-of", "2024-02-11", "--on", "last month", "--match", "certainly")) == {"target"}


def test_within_a_coarse_known_date_it_only_may_have_been_known(timeline: Run) -> None:
    assert shown(timeline, "--as-of", "2024-03-15")["annual"]["match"] == "possible"
    assert shown(timeline, "--as-of", "2024-03-31")["annual"]["match"] == "certain"
    assert "annual" not in shown(timeline, "--as-of", "2024-03-15", "--match", "certainly")


def test_a_plan_that_says_no_day_may_have_been_known_before_its_start(timeline: Run, write: Callable[..., str]) -> None:
    text = "events:\n" + "".join(
        f"- {{id: {status}, date: 2024-11-06, title: T, status: {status}}}\n"
        for status in ("scheduled", "tentative", "postponed", "cancelled")
    ) + "- {id: ahead, date: 2026, title: T}\n"  # fmt: skip
    every = {"scheduled", "tentative", "postponed", "cancelled", "ahead"}
    early = events_of(timeline, text, write, "--as-of", "2010-01-01")
    assert {name: event["match"] for name, event in early.items()} == dict.fromkeys(every, "possible")
    for day, certain in (("2024-11-05", set()), ("2024-11-06", every - {"ahead"}), ("2025-03-26", every)):
        assert set(events_of(timeline, text, write, "--as-of", day, "--match", "certainly")) == certain


def test_a_plan_was_not_known_before_its_earlier_versions(timeline: Run, write: Callable[..., str]) -> None:
    text = "events:\n- {id: a, date: 2026, title: A, was: [{date: 2025, known: 2024-05-01}]}\n"
    assert events_of(timeline, text, write, "--as-of", "2024-04-30") == {}
    assert events_of(timeline, text, write, "--as-of", "2024-05-01")["a"]["date"] == "2025"
    assert events_of(timeline, text, write, "--as-of", "2025-03-26")["a"]["date"] == "2026"


def test_all_versions_are_events_of_their_own(timeline: Run) -> None:
    events = shown(timeline, "--all-versions")
    assert {"closing@1", "closing@2", "closing", "merger@1", "merger"} <= set(events)
    assert events["closing@1"]["superseded_by"] == ["closing@2"]
    assert events["closing@2"]["superseded_by"] == ["closing"]
    assert events["closing@2"]["title"] == "Acme delays its purchase of Widget"
    assert set(shown(timeline, "--all-versions", "--as-of", "2024-02-01")) == {"closing@1", "target", "planned"}


def test_the_known_date_is_its_own_else_the_earliest_source_else_its_start(timeline: Run) -> None:
    known = {name: event["known"] for name, event in shown(timeline).items()}
    assert known == {
        "closing": "2024-12-31", "merger": "2024-05-02", "target": "2024-01-20", "target-raised": "2024-04-20",
        "annual": "2024-03", "planned": None,
    }  # fmt: skip


def test_as_of_takes_one_day(timeline: Run) -> None:
    result = timeline("-f", FILE, "show", "--as-of", "2024-03")
    assert result.code == 2
    assert "--as-of takes one day" in result.err


def events_of(timeline: Run, text: str, write: Callable[..., str], *arguments: str) -> dict[str, dict]:  # type: ignore[type-arg]
    return {event["id"]: event for event in json.loads(timeline("-f", write(text), "show", "--json", *arguments).out)}


def test_what_lasts_became_known_at_its_start(timeline: Run, write: Callable[..., str]) -> None:
    dates = {"a": "2020/2030", "b": "/2024", "c": "/.."}
    text = "events:\n" + "".join(f"- {{id: {name}, date: {date}, title: T}}\n" for name, date in dates.items())
    known = {name: event["known"] for name, event in events_of(timeline, text, write).items()}
    assert known == {"a": "2020", "b": "[..2024]", "c": None}
    assert set(events_of(timeline, text, write, "--as-of", "2025-06-15", "--match", "certainly")) == {"a", "b", "c"}
    assert set(events_of(timeline, text, write, "known:2025-03")) == set()


def test_no_later_status_or_source_shows_on_an_earlier_day(timeline: Run, write: Callable[..., str]) -> None:
    text = """
sources: {late: {title: T, published: 2025-06-02}}
events:
- {id: a, date: 2025-06-01, title: A, status: occurred, known: 2025-02-11, sources: [late]}
- {id: b, date: 2025-06-01/.., title: B, status: ongoing, known: 2025-02-11, was: [{title: C, known: 2025-01-11}]}
"""
    found = events_of(timeline, text, write, "--as-of", "2025-03-15")
    assert [(event["state"], event["sources"]) for event in found.values()] == [("scheduled", []), ("scheduled", [])]


def test_a_coarse_newer_version_does_not_hide_what_was_certainly_known(
    timeline: Run, write: Callable[..., str]
) -> None:
    text = "events:\n- {id: a, date: 2025-07, title: A, known: 2025-03, was: [{date: 2025-06, known: 2025-01-10}]}\n"
    assert events_of(timeline, text, write, "--as-of", "2025-03-15", "--match", "certainly")["a"]["date"] == "2025-06"


def test_all_versions_read_back(timeline: Run, write: Callable[..., str]) -> None:
    first = timeline("-f", FILE, "show", "--all-versions", "--json").out
    second = timeline("-f", write(first, "again.json"), "show", "--json")
    assert second.code == 0
    drop = {"file", "line"}
    strip = [
        [{k: v for k, v in event.items() if k not in drop} for event in json.loads(text)]
        for text in (first, second.out)
    ]
    assert strip[0] == strip[1]


def test_versions_out_of_order_are_a_warning(timeline: Run, write: Callable[..., str]) -> None:
    versions = "[{date: 2025, known: 2025-02}, {date: 2024, known: 2025-01}]"
    text = f"events:\n- {{id: a, date: 2025-07, title: A, was: {versions}}}\n"
    assert "W209" in timeline("-f", write(text), "check").out
