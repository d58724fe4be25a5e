"""Pieces of text in rows: none over another, and as few rows as the order allows."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.text import width
from timeline_cli.views.packing import Filling, Item, Part, Row, flowed, packed

ITEMS = st.lists(
    st.builds(lambda at, size: Item([Part(at, "x" * size, "")]), st.integers(0, 60), st.integers(1, 30)), max_size=40
)


def apart(rows: list[Row]) -> bool:
    return all(before.end + 2 <= after.column for row in rows for before, after in pairwise(sorted(row.parts)))


@given(ITEMS)
def test_what_shares_a_row_has_two_free_columns_between(items: list[Item]) -> None:
    rows = packed(sorted(items, key=lambda item: item.start))
    assert sum(len(row.parts) for row in rows) == len(items)
    assert apart(rows)
    filling = Filling(5)
    added = [filling.add(item) for item in items]
    assert len(filling.sorted()) <= 5
    assert sum(len(row.parts) for row in filling.rows) == sum(added)
    assert apart(filling.rows)


def test_an_item_goes_into_the_first_row_that_has_room_and_a_wrapped_one_has_its_own() -> None:
    items = [(0, 10), (4, 4), (10, 2), (12, 3), (16, 2)]
    rows = packed(Item([Part(at, "x" * size, "")]) for at, size in items)
    assert [[part.column for part in row.parts] for row in rows] == [[0, 12], [4, 10, 16]]
    wrapped = Item([Part(0, "x", "")], [Part(2, "y", "")])
    rows = packed([wrapped, Item([Part(9, "z", "")])])
    assert [(row.parts[0].text, row.is_more) for row in rows] == [("x", False), ("y", True), ("z", False)]


@given(st.lists(st.text("ab 東", min_size=1, max_size=30).map(str.strip).filter(bool)), st.integers(8, 40))
def test_pieces_flow_into_lines(pieces: list[str], room: int) -> None:
    lines = flowed(pieces, " · ", room)
    assert all(width(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "").replace("·", "") == "".join(pieces).replace(" ", "")
