"""Places of problems: sought where an event starts, however its title is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline_cli.checks import check, places
from timeline_cli.reading.load import load

Write = Callable[..., str]

HEADS = {
    "alias": ("x-t: &t A title\nevents:\n", "- {id: e%d, date: 2024-01-01, title: *t, status: scheduled}\n"),
    "merge": ("x-t: &t {title: A title, status: scheduled}\nevents:\n", "- {<<: *t, id: e%d, date: 2024-01-01}\n"),
    "plain": ("events:\n", "- {id: e%d, date: 2024-01-01, title: A, status: scheduled}\n"),
}


@pytest.mark.parametrize("form", HEADS)
def test_the_place_of_a_problem_is_sought_on_the_line_of_its_event(
    form: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed = 0

    class Counting(places.Composer):
        def value(self, event: object, most: int | None = None) -> places.Node:
            nonlocal composed
            composed += 1
            return super().value(event, most)

    monkeypatch.setattr(places, "Composer", Counting)
    head, row = HEADS[form]
    work = []
    for count in (50, 100, 200):
        composed = 0
        timeline = load((write(head + "".join(row % number for number in range(count))),))
        found = [problem for problem in check(timeline, 740_000) if problem.code == "W301"]
        assert [problem.location.line for problem in found] == list(
            range(3 - (form == "plain"), count + 3 - (form == "plain"))
        )
        work.append(composed)
    assert 0 < work[2] <= 2.1 * work[1] <= 4.41 * work[0]


def test_a_title_from_an_alias_does_not_hide_where_a_value_is(write: Write) -> None:
    head, row = HEADS["alias"]
    found = check(load((write(head + row % 1 + row % 2),)), 740_000)
    assert [(p.location.line, p.location.column) for p in found if p.code == "W301"] == [(3, 49), (4, 49)]
