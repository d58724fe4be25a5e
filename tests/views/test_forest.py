"""What hangs below what: every entry once, whatever circles and depths a file has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.model import Entry, Event
from timeline_cli.views.forest import DEEPEST, Branch, forest


def entry(name: str, *parents: str) -> Entry:
    return Entry(Event(name, parse_date("2025"), name, part_of=parents), None)


def hung(*entries: Entry, may_hang: bool = True) -> list[Branch]:
    return forest(
        entries, lambda each: [("part_of", target) for target in each.event.part_of], lambda child, parent: may_hang
    )


def drawn(branches: list[Branch]) -> list[str]:
    return ["  " * len(branch.more) + branch.entry.event.id for branch in branches]


def test_children_stand_below_their_parent_in_the_order_given() -> None:
    found = hung(entry("a"), entry("b", "d"), entry("c", "a"), entry("d"), entry("e", "a"), entry("f", "c"))
    assert drawn(found) == ["a", "  c", "    f", "  e", "d", "  b"]
    assert [branch.more for branch in found] == [(), (True,), (True, False), (False,), (), (False,)]


def test_the_first_parent_that_is_there_counts() -> None:
    assert drawn(hung(entry("a"), entry("b"), entry("c", "gone", "b", "a"))) == ["a", "b", "  c"]
    assert drawn(hung(entry("a"), entry("c", "a"), may_hang=False)) == ["a", "c"]


def test_a_circle_is_broken_where_it_is_met_first() -> None:
    assert drawn(hung(entry("a", "a"))) == ["a"]
    assert drawn(hung(entry("a", "b"), entry("b", "c"), entry("c", "a"), entry("d", "c"))) == [
        "a",
        "  c",
        "    b",
        "    d",
    ]


def test_a_very_long_chain_is_drawn_so_deep_and_no_deeper() -> None:
    entries = [entry("0"), *(entry(str(n), str(n - 1)) for n in range(1, 5000))]
    for ordered in (entries, entries[::-1]):
        found = hung(*ordered)
        assert len(found) == 5000
        assert max(len(branch.more) for branch in found) == DEEPEST


@given(st.lists(st.lists(st.integers(0, 12), max_size=3), max_size=12))
def test_every_entry_stands_there_once(parents: list[list[int]]) -> None:
    entries = [entry(str(n), *map(str, targets)) for n, targets in enumerate(parents)]
    assert sorted(branch.entry.event.id for branch in hung(*entries)) == sorted(each.event.id for each in entries)
