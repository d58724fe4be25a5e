"""The agenda: where each event stands, and days counted only where the date says the day."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

EVENTS = """
events:
- {id: talks, date: 2026-10-15, status: scheduled, title: Union talks end}
- {id: ruling, date: 2026-11-10, status: scheduled, title: Ruling on the raid}
- {id: ev2, date: 2026-11-28, title: EV2 is shown, companies: [Kia]}
- {id: mission, date: 2026-11-24/2026-12-02, title: Trade mission}
- {id: show, date: 2026-12-03/2026-12-05, title: LA auto show, companies: [Kia]}
- {id: day, date: 2026-12-10, title: CEO Investor Day, companies: [Hyundai Motor]}
- {id: results, date: 2027-01-28, title: Results of 2026, companies: [Hyundai Motor], status: tentative}
- {id: lines, date: "[..2026-12-31]", title: LFP lines start in Poland}
- {id: review, date: 2026-12, title: Tariff review}
- {id: price, date: 2027-Q1, title: Price of cells is fixed anew, companies: [CATL, Ford]}
- {id: cells, date: 2027, title: Solid-state cells in series, companies: [Samsung SDI]}
- {id: plant, date: 2026-H1, title: A joint plant was to open, status: postponed}
- {id: sales, date: 2019/.., title: Sales go on}
- {id: old, date: 2019-01-01, title: Old news}
- {id: off, date: 2027-02-01, title: Called off, status: cancelled}
- {id: merger, date: 2025-11-05, title: Talks of a merger, status: tentative}
- {id: whisper, date: 2026-11-01, title: A plant is said to open, status: scheduled, certainty: rumoured}
"""

SCREEN = """\
Overdue
  Thu 15 Oct 2026  44 days     Union talks end                       [scheduled]
  Tue 10 Nov       18 days     Ruling on the raid                    [scheduled]

Today, Saturday 28 November 2026
                               EV2 is shown · Kia
  until Wed 2 Dec  day 5 of 9  Trade mission

Ahead
  Thu 3–Sat 5 Dec  in 5 days   LA auto show · Kia
  Thu 10 Dec       in 12 days  CEO Investor Day · Hyundai Motor
  Thu 28 Jan 2027  in 61 days  Results of 2026 · Hyundai Motor       [tentative]

No day known
  by 31 Dec 2026               LFP lines start in Poland
  some time in Dec             Tariff review
  some time in Q1 2027         Price of cells is fixed anew · CATL, Ford
  some time in 2027            Solid-state cells in series · Samsung SDI
  postponed                    A joint plant was to open · was H1 2026

Past, unconfirmed
  Wed 5 Nov 2025               Talks of a merger                     [tentative]
  Sun 1 Nov 2026               A plant is said to open     [scheduled, rumoured]

14 of 17 events, 1 of them may match
"""


def test_the_agenda_is_drawn_from_what_is_due(timeline: Run, write: Write) -> None:
    asked = ("-f", write(EVENTS), "--today", "2026-11-28", "agenda")
    assert timeline(*asked, "--width", "80")[1] == SCREEN
    ids = {event["id"] for event in json.loads(timeline(*asked, "--json")[1])}
    assert ids.isdisjoint({"sales", "old", "off"})
    assert len(ids) == 14
    assert [event["id"] for event in json.loads(timeline(*asked[:-1], "show", "is:overdue", "--json")[1])] == [
        "talks",
        "ruling",
    ]


def test_a_question_narrows_the_agenda(timeline: Run, write: Write) -> None:
    found = timeline("-f", write(EVENTS), "--today", "2026-11-28", "agenda", "kia", "--json=id")[1]
    assert [event["id"] for event in json.loads(found)] == ["ev2", "show"]


def test_help_and_completion_know_the_agenda(timeline: Run) -> None:
    from timeline_cli.cli.complete import answer

    assert "agenda" in timeline("--help")[1]
    assert [found.value for found in answer([], "agen").found] == ["agenda"]
    assert "agenda" in [found.value for found in answer(["show", "--view"], "a").found]


def test_json_has_the_days_to_each_event(timeline: Run, write: Write) -> None:
    asked = ("-f", write(EVENTS), "--today", "2026-11-28", "show")
    found = timeline(*asked, "--view", "agenda", "--json=id,days")[1]
    assert {event["id"]: event["days"] for event in json.loads(found)} == {
        "talks": -44, "ruling": -18, "ev2": 0, "mission": 0, "show": 5, "day": 12, "results": 61, "lines": None,
        "review": None, "price": None, "cells": None, "plant": None, "sales": None, "old": -2888, "off": 65,
        "merger": None, "whisper": None,
    }  # fmt: skip
    for form in ("--json", "--jsonl"):
        with_days = timeline(*asked, "--view", "agenda", form)[1]
        assert re.sub(r', "days": (-?\d+|null)}', "}", with_days) == timeline(*asked, form)[1]
        again = timeline("-f", "-", "show", "--json", stdin=with_days)
        assert (again[0], len(json.loads(again[1]))) == (0, 17)
    assert timeline(*asked, "--view", "agenda", "--csv", "--json=id,days")[1].splitlines()[2] == "old,-2888"
    assert timeline(*asked, "--json=id,days")[0] == 2


@pytest.mark.parametrize(
    ("date", "status", "section", "line"),
    [
        ("2026-11~", "scheduled", "No day known", "~Nov 2026"),
        ("2026-12-10?", "scheduled", "No day known", "10 Dec 2026?"),
        ("2026-10", "scheduled", "Overdue", "some time in Oct 2026"),
        ("[2026-12-10, 2026-12-17]", "scheduled", "No day known", "10 or 17 Dec 2026"),
        ("2026-11-30/2026-12-02", "scheduled", "Ahead", "Mon 30 Nov – Wed 2 Dec"),
        ("2026-12-30/2027-01-02", "scheduled", "Ahead", "Wed 30 Dec – Sat 2 Jan 2027"),
        ("2026-12-10/", "scheduled", "Ahead", "from Thu 10 Dec"),
        ("2026-11-28T14:00Z", "scheduled", "Today", "14:00"),
        ("2026/2027", "ongoing", "Today", "until 2027"),
        ("2026-11", "occurred", "Past", "some time in Nov 2026"),
        ("2026-11-01/", "ongoing", "No end known", "from Sun 1 Nov 2026"),
        ("../2026-12-31", "ongoing", "Today", "until Thu 31 Dec"),
    ],
)
def test_days_are_counted_only_where_the_date_says_the_day(
    date: str, status: str, section: str, line: str, timeline: Run, write: Write
) -> None:
    path = write(f"events:\n- {{date: '{date}', title: It, status: {status}}}\n")
    found = timeline("-f", path, "--today", "2026-11-28", "show", "--view", "agenda", "-q")[1]
    heading = section if section != "Today" else "Today, Saturday"
    row = found.split(heading)[1].splitlines()[1]
    assert row.strip().startswith(line)
    assert ("days" in row) == (section == "Ahead")
