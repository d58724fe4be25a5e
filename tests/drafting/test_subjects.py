"""Subjects: past what leads, past asides between commas, never from within a phrase; and what no clause says.

The publication day is Monday 24 March 2025.
"""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.model import Registries

P = date(2025, 3, 24)


def titles(text: str) -> list[str]:
    return [each.title for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since then Acme, under its chief Ada Byron, has closed two mills and, in 2021, sold its port.",
         ["Acme has closed two mills", "Acme sold its port"]),
        ("In 1871 Ada Byron, a baker's daughter, founded Acme.", ["Ada Byron founded Acme"]),
        ("Polly Bolt, a maker of kites, bought a mill in 2019.", ["Polly Bolt bought a mill in 2019"]),
        (
            "Drilling, under way since June, will end in 2027.",
            ["Drilling will end in 2027", "Drilling has been under way since June"],
        ),
        ("After the revolution of 1974 the workers ran the Acme factory.", ["The workers ran the Acme factory"]),
        ("A slow September cost Acme two contracts.", ["A slow September cost Acme two contracts"]),
        ("Then power costs rose 4% in May 2024.", ["Power costs rose 4% in May 2024"]),
        ("Several were sold in May 2024.", []),
        ("Anyone could buy shares of Acme from May 2024.", []),
        ("Whoever wants to build ships in Europe needs patience.", []),
        ("The mill burnt down in 2019, then the firm was sold in May 2024.",
         ["The mill burnt down in 2019", "The firm was sold in May 2024"]),
        ("In January, a week after the sale, a fire in Mobile, Ala., destroyed the mill.",
         ["A fire in Mobile destroyed the mill"]),
        ("The brewer, long the pride of the valley, was bought by a Danish fund in 2019.",
         ["The brewer was bought by a Danish fund in 2019"]),
        ("The fund, which has no debt, last month bought a mill.", ["The fund bought a mill"]),
        ("The central bank, which lawmakers have criticised, first warned the lender in 2019.",
         ["The central bank warned the lender in 2019"]),
        ("Bolt cut prices in May 2024, while Acme, which trades in Rome, last month raised wages.",
         ["Bolt cut prices in May 2024", "Acme raised wages"]),
        ("Acme said that the Land and Water Court in Umea, to which it applied, would rule in June.",
         ["The Land and Water Court in Umea will rule"]),
        ("A strike was called in May 2024, after a buyer from Rome, who had been in talks, withdrew.",
         ["A strike was called in May 2024"]),
        ("Her uncle, she recalled, sold the mill in 1951.", ["Her uncle sold the mill in 1951"]),
        ("The refinery, the minister told parliament, will be closed in 2027.",
         ["The refinery will be closed in 2027"]),
        ("Acme, which does not make cars, sold its mill in 2019.", ["Acme sold its mill in 2019"]),
    ],
)  # fmt: skip
def test_an_aside_between_commas_is_no_part_of_the_subject(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both times, the state paid Acme $4 million.", "The state paid Acme $4 million"),
        ("Just ahead of the visit, the ministry on Friday gave Acme a permit.", "The ministry gave Acme a permit"),
        ("But in order to please the Russians, Acme moved its office in 2019.", "Acme moved its office in 2019"),
        ("Stung by criticism of her pay, chief executive Ada Byron gave up her bonus in 2019.",
         "Chief executive Ada Byron gave up her bonus in 2019"),
        ("Two weeks after the fire, the insurer, Bolt Mutual, refused to pay $3 million.",
         "Bolt Mutual refused to pay $3 million"),
        ("The yard, which after two bad years was sold, won an order in 2019 and in return got a loan.",
         "The yard got a loan"),
    ],
)  # fmt: skip
def test_the_noun_next_to_the_verb_is_the_subject(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bid to have it struck out failed in 2019.", ["A bid to have it struck out failed in 2019"]),
        ("The clerk noticed that a ship said to be in Odesa had been scrapped in 2019.",
         ["A ship said to be in Odesa was scrapped in 2019"]),
        ("Losses narrowed to 38 million euros in 2024, Acme reported a fortnight ago.",
         ["Acme's losses narrowed to 38 million euros in 2024"]),
        ("A listing was delayed in 2022, when rates rose, and abandoned in 2024.",
         ["A listing was delayed in 2022", "A listing was abandoned in 2024"]),
        ("Acme, founded in 1898 by Ada Byron and owned since 2007 by Bolt, makes bottles.",
         ["Acme was founded in 1898 by Ada Byron"]),
        ("The widow of Ada Byron, 78, who was honoured in 2019, called for a vote on Friday.",
         ["Ada Byron was honoured in 2019", "The widow of Ada Byron called for a vote"]),
        ("Ada Byron, a smith who was hired in 1987 and met the chief in 1990, retired in 2019.",
         ["Ada Byron was hired in 1987", "Ada Byron met the chief in 1990", "Ada Byron retired in 2019"]),
        ("A merger with Bolt, agreed in 2019, is off.", ["A merger with Bolt was agreed in 2019"]),
        ("In 2019 Acme signed a pact, under which deliveries start in 2026.",
         ["Acme signed a pact", "Acme's deliveries start in 2026 under a pact"]),
        ("Acme has long sought a partner and last year hired a bank.",
         ["Acme hired a bank"]),
    ],
)  # fmt: skip
def test_what_a_verb_belongs_to(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The offer would have raised wages by 9% and kept a pension.",
        "Acme, which is in Rome, no longer expects a deal before 2026.",
        "The parent, which at that time held half of the shares, is in Rome.",
    ],
)
def test_what_no_clause_says_is_no_event(text: str) -> None:
    assert titles(text) == []
