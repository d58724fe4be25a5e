"""Series, a row for each period: very many of them are laid out in parts, so that the first screen need not wait."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline_cli.views import figures

Run = Callable[..., "tuple[int, str, str]"]
FIVE = ("-f", "tests/views/five.yaml", "figures", "--width", "60")


def test_parts_of_an_answer_have_the_same_rows_and_one_foot(timeline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part may have other columns, since those that are empty take no place, but never other rows."""

    def rows() -> tuple[list[list[str]], str]:
        blocks, foot = timeline(*FIVE).out.split("\n\np preliminary")
        return [line.split()[:2] for line in blocks.splitlines()], foot.splitlines()[-1]

    whole = rows()
    monkeypatch.setattr(figures, "_MOST_TOGETHER", 1)
    assert rows() == whole


def test_the_first_part_needs_no_other(timeline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out = []
    monkeypatch.setattr(figures, "_MOST_TOGETHER", 1)
    monkeypatch.setattr("timeline_cli.console.Screen.page", lambda self, lines, heading: next(lines))
    block = figures._block
    monkeypatch.setattr(figures, "_block", lambda *args: laid_out.append(args) or block(*args))
    timeline(*FIVE)
    assert len(laid_out) == 1
