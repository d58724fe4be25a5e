"""The example file holds the article's 25 datable facts, each as precise as the article is."""

from __future__ import annotations

from timeline_cli.checks import check
from timeline_cli.query.facts import Facts
from timeline_cli.reading.load import load

FACTS = {
    "2006/..": ["ongoing"],
    "/..": ["ongoing"] * 5,
    "/2025-03-24": ["reported"],
    "2023": ["", ""],
    "2024": ["", "", "reported", ""],
    "[..2025-03-24]": ["", "", "", ""],
    "2025-03-22?/": ["ongoing"],
    "2025-03-22": [""],
    "2025-03-23/2025-03-24": [""],
    "[2025-03-23..2025-03-24]": ["", ""],
    "2025-03-24": ["tentative rumoured", "reported"],
    "2025-03-28": ["scheduled reported"],
}


def test_every_fact_has_its_date_status_and_certainty() -> None:
    found: dict[str, list[str]] = {}
    for event in load(("events.yaml",)).events:
        words = " ".join(word for word in (event.status, event.certainty) if word)
        found.setdefault(event.date.text, []).append(words)
    assert {date: sorted(words) for date, words in found.items()} == {d: sorted(w) for d, w in FACTS.items()}


def test_the_example_has_no_problem_at_all() -> None:
    assert check(load(("events.yaml",))) == []


def test_the_raised_target_replaces_the_first_one() -> None:
    timeline = load(("events.yaml",))
    assert Facts(timeline.events).superseded_by() == {"xiaomi-ev-target-2025": ("xiaomi-ev-target-2025-raised",)}


def test_every_event_says_who_says_so() -> None:
    assert all(
        event.sources and event.sources[0].publisher == "Herald Corp." for event in load(("events.yaml",)).events
    )
