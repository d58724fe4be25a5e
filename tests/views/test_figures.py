"""Series, a row for each period: very many of them are laid out in parts, so that the first screen need not wait."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline_cli.views import figures

Run = Callable[..., "tuple[int, str, str]"]
FIVE = ("-f", "tests/views/five.yaml", "figures", "--width", "60")


@pytest.mark.parametrize(("columns", "names"), [(40, "reported, event"), (60, "reported"), (80, "")])
def test_titles_are_cut_before_a_column_is_dropped_and_what_is_dropped_is_named(
    columns: int, names: str, timeline: Run, write: Callable[..., str]
) -> None:
    path = write(
        "events:\n"
        "- {date: 2024-11-06, title: Acme sells its submarine networks to the state, status: cancelled,\n"
        "   figures: {deal value: about 350 million EUR}}\n"
        "- {date: 2024-10-22, title: The third quarter, figures: [{metric: sales, value: 4.8, period: 2024-Q3}]}\n"
        "- {date: 2025-01-22, title: The fourth quarter, figures: [{metric: sales, value: 5.1, period: 2024-Q4}]}\n"
    )
    out = timeline("-f", path, "figures", "--width", str(columns)).out
    assert ("[cancelled] Acme" in out) == ("event" not in names)
    assert (f"{names}; --csv has all" in " ".join(out.split())) == bool(names)
    assert ("not shown at this width" in " ".join(out.split())) == bool(names)


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
    monkeypatch.setattr("timeline_cli.console.Screen.page", lambda self, lines, *others: next(lines))
    block = figures._block
    monkeypatch.setattr(figures, "_block", lambda *args: laid_out.append(args) or block(*args))
    timeline(*FIVE)
    assert len(laid_out) == 1
