"""What pronouns and short forms stand for in titles. The publication day is Monday 24 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.references import is_plural
from timeline_cli.model import Registries

P = date(2025, 3, 24)


def titles(text: str) -> list[str]:
    return [each.title for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme opened a plant in 2019. It sold the site last year.", "Acme sold the site"),
        ("Acme said on Friday it would appeal the ruling.", "Acme would appeal the ruling"),
        ("Shares of Acme rose on Friday. It will pay a dividend in May.", "Acme will pay a dividend"),
        ("Acme's order backlog grew last year. It signed a contract with Bolt in May.",
         "Acme signed a contract with Bolt"),
        ("Its factories are old. Acme named Ada Byron as chief executive. She starts work in May.",
         "Ada Byron starts work"),
        ("Some leaders met the minister in May. When she left Acme in 2019, Ada Byron sold her shares.",
         "Ada Byron left Acme in 2019"),
        ("Acme's technology chief, Ada Byron, left in May.", "Acme's technology chief Ada Byron left"),
        ("Acme has a brand. The company's gaming brand, Raptor, was introduced in 2011.",
         "Acme's gaming brand Raptor was introduced in 2011"),
        ("Acme closed 36 stores in May. Acme's rivals grew. One of them, Bolt Group, opened a store in June.",
         "Bolt Group opened a store"),
        ("Acme has operated a factory in Rome since 1994. A second one was opened in 2010.",
         "A second factory was opened in 2010"),
        ("The refinery opened in 1961. Acme took it over in 1997.", "Acme took the refinery over in 1997"),
        ("Acme entered the Czech market in 2019 and left it in 2023.", "Acme left the Czech market in 2023"),
        ("Acme and Bolt announced the merger in May. They had offered to sell 400 stores.",
         "Acme and Bolt had offered to sell 400 stores"),
        ("Budget airline Acme Air cut jobs in May. Engine maker Bolt fell in June. The airline ordered jets in July.",
         "Acme Air ordered jets"),
        ("Acme, which makes cars and trucks, rose to $12 on Friday.", "Acme rose to $12"),
    ],
)  # fmt: skip
def test_it_is_the_name_that_it_stands_for(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme said Bolt would open a research centre in May. It will have 400 engineers.",
         "It will have 400 engineers"),
        ("It would be the second deal of the firm. It bought the insurer in 2019.", "It bought the insurer in 2019"),
        ("Acme won approval for its new pill in May and sold $640 million of it in June.",
         "Acme sold $640 million of it"),
    ],
)  # fmt: skip
def test_what_is_not_clear_stays_and_has_a_mark(text: str, title: str) -> None:
    found = {each.title: each.reviews for each in draft(text, P, Registries())}
    assert "stands for something" in found[title]["title"]


def test_a_short_title_without_a_name_has_a_mark() -> None:
    text = "Acme was sued in April. A judge will hear the case in June. The first phase of the trial ended in 2024."
    found = {each.title: each.reviews.get("title", "") for each in draft(text, P, Registries())}
    assert found["Acme was sued"] == ""
    assert found["A judge will hear the case"].startswith('"the case"')
    assert found["The first phase of the trial ended in 2024"] == ""


def test_an_event_of_the_company_spoken_of_has_its_name() -> None:
    text = "Acme built a plant in 2019. The second phase was completed in 2021. The court heard the case in 2022."
    assert [each.companies for each in draft(text, P, Registries())] == [("Acme",), ("Acme",), ()]


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("the ports of Rome", True),
        ("Acme and Bolt", True),
        ("four power stations", True),
        ("a series", False),
        ("the boss", False),
        ("Acme Industries", False),
        ("a unit of the companies", False),
    ],
)
def test_whether_a_noun_is_plural(noun: str, plural: bool) -> None:
    assert is_plural(noun) == plural
