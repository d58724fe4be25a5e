"""Which events of two versions are the same: the rules, one after the other, and where there is doubt."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from timeline_cli.history.pairing import pairs
from timeline_cli.history.snapshot import snapshots

A = "{date: 2025-01-01, title: One, place: Rome, type: deal}"
TABLE = [
    ("equal text", [A], [A], [(0, 0)], True),
    ("equal text twice", [A, A], [A, A], [(0, 0), (1, 1)], True),
    ("equal text twice and once", [A, A], [A], [(0, 0)], True),
    ("written id", ["{id: a, date: 2024, title: X}"], ["{id: a, date: 2025, title: Y}"], [(0, 0)], True),
    ("another written id", ["{id: a, date: 2024, title: X}"], ["{id: b, date: 2024, title: Y}"], [], True),
    ("another written id, title stayed", ["{id: a, date: 2024, title: X}"], ["{id: b, date: 2025, title: X}"], [], False),
    ("another written id, both stayed", ["{id: a, date: 2024, title: X}"], ["{id: b, date: 2024, title: X}"], [(0, 0)],
     True),
    ("id added", ["{date: 2024, title: X}"], ["{id: b, date: 2024, title: X}"], [(0, 0)], True),
    ("equal values", ["{date: 2024, title: X}"], ["{date: '2024', title: \"X\"}"], [(0, 0)], True),
    ("names by alias", ["{date: 2024, title: X, companies: [AC]}"], ["{date: 2024, title: X, companies: Acme}"], [(0, 0)],
     True),
    ("links without http", ["{date: 2024, title: X, sources: [http://e.org/a/]}"],
     ["{date: 2024, title: X, sources: https://e.org/a}"], [(0, 0)], True),
    ("date and title", [A], [A.replace("Rome", "Bern").replace("deal", "ipo")], [(0, 0)], True),
    ("date and title twice", [A, A.replace("Rome", "Oslo")], [A.replace("Rome", "Bern")], [], True),
    ("title stayed", [A], [A.replace("2025-01-01", "2025-01-02")], [(0, 0)], False),
    ("date stayed", [A], [A.replace("One", "Uno")], [(0, 0)], False),
    ("title stayed, not sure", [A], [A.replace("2025-01-01", "2025-01-02")], [], True),
    ("title of two", ["{date: 2024, title: X}"], ["{date: 2025, title: X}", "{date: 2026, title: X}"], [], False),
    ("date stayed, all else changed", [A], ["{date: 2025-01-01, title: Uno, place: Bern, type: ipo}"], [], False),
    ("other fields stayed", [A], [A.replace("One", "Uno").replace("2025-01-01", "2026")], [(0, 0)], False),
    ("one other field stayed", ["{date: 2024, title: X, place: Rome}"], ["{date: 2025, title: Y, place: Rome}"], [], False),
    ("another edition", ["{date: 2022-06-01, title: PETS 2022, place: Sydney, type: forum}"],
     ["{date: 2023-07-01, title: PETS 2023, place: Lausanne, type: forum}"], [], False),
    ("in another order", ["{id: a, date: 2024, title: X}", "{date: 2025, title: Y}"],
     ["{date: 2025, title: Y, type: ipo}", "{id: a, date: 2024, title: X, type: ipo}"], [(0, 1), (1, 0)], True),
    ("unreadable", ["{date: [, title: X}"], ["{date: 2024, title: X}"], [], False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after", "expected", "only_sure"), TABLE, ids=[row[0] for row in TABLE])
def test_pairs(
    name: str, before: list[str], after: list[str], expected: list[tuple[int, int]], only_sure: bool
) -> None:
    head = "companies:\n  Acme: {aliases: [AC]}\nevents:\n"
    files = ["".join([head, *(f"- {event}\n" for event in events)]).encode() for events in (before, after)]
    one, other = ([piece for piece, _ in snapshot.events] for snapshot in snapshots([{"a": files[0]}, {"b": files[1]}]))
    assert pairs(one, other, only_sure) == expected
    if not only_sure:
        assert sorted((second, first) for first, second in pairs(other, one)) == expected
