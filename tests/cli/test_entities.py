"""`timeline entities` and `timeline help`."""

from __future__ import annotations

import json
from collections.abc import Callable

from timeline_cli.query.entities import look_alikes

Run = Callable[..., "tuple[int, str, str]"]


def test_names_have_counts_and_dates(timeline: Run) -> None:
    people = json.loads(timeline("entities", "person", "--json").out)
    assert people[0]["name"] == "Lee Jae-yong"
    assert (people[0]["events"], people[0]["first"], people[0]["last"]) == (8, "2023", "2025-03-28")
    counted = {person["name"]: person["events"] for person in people}
    shown = json.loads(timeline("show", "--json", "--person", "lei jun").out)
    assert counted["Lei Jun"] == len(shown)


def test_all_kinds_are_listed_and_an_unknown_one_is_refused(timeline: Run) -> None:
    out = timeline("entities").out
    assert all(f"{kind} (" in out for kind in ("companies", "people", "places", "types", "tags", "metrics"))
    assert timeline("entities", "persons").code == 2


def test_names_that_look_like_one() -> None:
    alike = look_alikes(["Acme Inc.", "ACME", "Qualcomm", "Qualcom", "Fund 1", "Fund 2", "Société X", "Societe X"])
    assert alike == {
        "Acme Inc.": ("ACME",),
        "ACME": ("Acme Inc.",),
        "Qualcomm": ("Qualcom",),
        "Qualcom": ("Qualcomm",),
        "Société X": ("Societe X",),
        "Societe X": ("Société X",),
    }


def test_help_names_every_field_and_command(timeline: Run) -> None:
    from timeline_cli.cli.commands import COMMANDS
    from timeline_cli.query.compile import fields

    text = timeline("help", "query").out
    assert all(f"{field}:" in text for field in fields())
    assert all(name in timeline("help").out for name in COMMANDS)
    assert "--since" in timeline("help", "show").out
    dates = timeline("help", "dates").out
    assert "point    :=" in dates
    assert "phrase  :=" in dates
    assert "part_of:" in timeline("help", "file").out
    assert timeline("help", "nonsense").code == 2
