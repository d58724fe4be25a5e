"""Rows and columns of text: whatever the cells hold, the table fits and no cell is cut."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.console import Screen
from timeline_cli.text import clean, width
from timeline_cli.views.grid import grid

CELLS = st.text(st.sampled_from("abc 삼성🚀é\n"), max_size=60).map(
    lambda text: "\n".join(clean(line) for line in text.split("\n"))
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=5), st.integers(40, 120))
def test_a_table_fits_and_loses_nothing(rows: list[tuple[str, ...]], columns: int) -> None:
    screen = Screen(io.StringIO(), columns, colour=False, ascii=False)
    lines = [screen.render(line) for line in grid(("one", "also called", "three", "x"), rows, screen, {1: 12})]
    assert max(map(width, lines), default=0) <= columns
    written = "".join(lines[1:]).replace(" ", "")
    given = "".join("".join(row) for row in rows).replace(" ", "").replace("\n", "")
    assert len(written) >= len(given)
    assert set(given) <= set("".join(lines))
