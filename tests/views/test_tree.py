"""The tree: what belongs to what, in words for people."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]


def test_a_tree_names_other_ends_by_title_and_no_event_by_id(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n"
        "- {id: p, date: 2024-06-01T10:00+09:00, title: Talks about a plant in the south}\n"
        "- {id: q, date: 2024-06-03, title: First day}\n"
        "- {id: r, date: 2024-06-04, title: Second day, part_of: [p], follows: [q, gone]}\n"
        "- {id: s, date: 2024-06-05, title: Third day, supersedes: [r]}\n"
    )
    found = timeline("-f", path, "show", "-q", "--view", "tree", "--width", "80")[1].splitlines()
    assert found[0].strip() == "1 Jun 2024 10:00  • Talks about a plant in the south"
    assert found[1].strip() == "4 Jun 2024  └─ • Second day  [superseded] · follows • First day"
    verbose = timeline("-f", path, "show", "-q", "--view", "tree", "--verbose", "--width", "80")[1]
    assert "+09:00" in verbose
    assert "[superseded by s]" in verbose
