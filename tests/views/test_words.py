"""What every view says in the same words."""

from __future__ import annotations

from timeline_cli.views.words import MOST_NAMES, listed


def test_very_many_names_are_told_as_so_many_more() -> None:
    names = [f"N{number}" for number in range(MOST_NAMES + 3)]
    assert listed(names).endswith(f"N{MOST_NAMES - 1}, and 3 more")
    assert listed(names[:MOST_NAMES]).endswith(f", N{MOST_NAMES - 1}")
    assert listed(["\x1b[31mA", "B"]) == "␛[31mA, B"
