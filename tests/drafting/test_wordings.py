"""Wordings of news that once were read wrong, each with the dates and titles that it gives.

The publication day is Monday 24 March 2025.
"""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.model import Registries

P = date(2025, 3, 24)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Acme, whose terminals line the bay below the old customs house, still expects to handle 2.5 million "
            "boxes in 2025.",
            [
                "2025 Acme expects to handle 2.5 million boxes in 2025",
            ],
        ),
        (
            "Acme Games, in which the player steers a rickety bus and hears confessions, came out on PC in "
            "October 2021.",
            [
                "2021-10 Acme Games came out on PC in October 2021",
            ],
        ),
        (
            "Acme, which its main shareholder has been trying to sell since 2023, expects to be back in profit "
            "in 2026.",
            [
                "2023/.. Acme's main shareholder has been trying to sell Acme since 2023",
                "2026 Acme expects to be back in profit in 2026",
            ],
        ),
        (
            "In 2016, the year parliament capped lending rates, Acme's bad loans doubled, and for a time "
            "depositors queued around the block.",
            [
                "2016 Acme: parliament capped lending rates",
                "2016 Acme's bad loans doubled",
            ],
        ),
        (
            'Acme said: "The sun was never the bottleneck. What we have delivered is certainty, and our engineers '
            'opened it in May," it said.',
            [],
        ),
        ("It is not the first time that Acme has closed a mine in Spain.", []),
        ("Acme blamed a winter so mild that coats stayed on its rails in December.", []),
        ("Acme has opened a mill, its director, Ada Byron, told reporters.", ["[..2025-03-24] Acme has opened a mill"]),
        ("Eleven people at Acme will lose their jobs.", ["[2025-03-24..] Eleven people at Acme will lose their jobs"]),
        (
            "Ada Byron wrote the first version of the Spark in 2019, at a kitchen table.",
            [
                "2019 Ada Byron wrote the first version of the Spark in 2019, at a kitchen table",
            ],
        ),
        (
            "The Spanish state holds 18% of the shares of Acme.",
            [
                "/.. The Spanish state holds 18% of the shares of Acme",
            ],
        ),
        (
            "A tie-up of Acme with Bolt, announced in 2022, has meanwhile been dissolved by mutual consent.",
            [
                "[..2025-03-24] A tie-up of Acme with Bolt has been dissolved by mutual consent",
                "2022 A tie-up of Acme with Bolt was announced in 2022",
            ],
        ),
        (
            "Acme's takeover of Bolt will not be pursued further.",
            [
                "[..2025-03-24] Acme's takeover of Bolt will not be pursued further",
            ],
        ),
        (
            "Acme's plans for a second mill were dropped in January.",
            [
                "2025-01 Acme's plans for a second mill were dropped",
            ],
        ),
        (
            "A sale of Acme to Bolt fell through in July 2024.",
            [
                "2024-07 A sale of Acme to Bolt fell through in July 2024",
            ],
        ),
        (
            "The government of Spain wants copper output to reach 3 million tons a year by 2032.",
            [
                "[2025-03-24..2032] The government of Spain wants copper output to reach 3 million tons a year by 2032",
            ],
        ),
        (
            "Acme expects operating profit of between $410 million and $430 million for 2025.",
            [
                "2025 Acme expects operating profit of between $410 million and $430 million for 2025",
            ],
        ),
        (
            "Assembly will take place in Rome, where Acme is building a second hall at a cost of $64 million.",
            [
                "[2025-03-24..] Assembly will take place in Rome",
                "/.. Acme is building a second hall at a cost of $64 million in Rome",
            ],
        ),
        (
            "To date, more than 3,400 of Acme's aircraft have been delivered.",
            [
                "/2025-03-24 More than 3,400 of Acme's aircraft have been delivered",
            ],
        ),
        ("By 1978 Acme was selling 31,000 copies a day.", ["1978 Acme was selling 31,000 copies a day"]),
        (
            "Binding offers for Acme are due on May 16, with a winner to be picked by the end of June.",
            [
                "2025-05-16 Binding offers for Acme are due on May 16",
                "[2025-03-24..2025-06] Acme: a winner is to be picked",
            ],
        ),
        (
            "The board of Acme has proposed a dividend, to be approved at the shareholders' meeting on June 25.",
            [
                "[..2025-03-24] The board of Acme has proposed a dividend, to be approved at the shareholders' meeting",
                "2025-06-25 Acme: a dividend is to be approved at the shareholders' meeting",
            ],
        ),
        ("Acme is rumoured to be preparing a bid for Bolt.", ["/.. Acme is rumoured to be preparing a bid for Bolt"]),
        (
            "As part of a review, Acme has discontinued the Spark nail line.",
            [
                "[..2025-03-24] Acme has discontinued the Spark nail line",
            ],
        ),
        (
            "Acme's builder, Bolt Works of Rome, walked off the site in November.",
            [
                "2024-11 Acme's builder Bolt Works of Rome walked off the site",
            ],
        ),
        (
            "The contractor building the line from Rome to Pisa, Bolt Works, walked off the site in November.",
            [
                "2024-11 The contractor building the line from Rome to Pisa, Bolt Works, walked off the site",
            ],
        ),
        (
            "A motion asking the minister to step in will be put to the vote in parliament on Tuesday.",
            [
                "2025-03-25 A motion asking the minister to step in will be put to the vote in parliament",
            ],
        ),
        (
            "A curved screen that Acme unveiled in Las Vegas in January has been adopted by two brands.",
            [
                "2025-01 Acme unveiled a curved screen in Las Vegas",
                "[..2025-03-24] A curved screen that Acme unveiled in Las Vegas in January has been adopted by two "
                "brands",
            ],
        ),
        (
            "The decision follows a season in which Acme's winter sales fell by 22% between September and February.",
            [
                "2024-09/2025-02 Acme's winter sales fell by 22% in a season",
            ],
        ),
        (
            "A three-week outage at Acme's Rome plant that ended on Saturday cost $4 million.",
            [
                "2025-03-22 A three-week outage at Acme's Rome plant ended",
                "[..2025-03-24] A three-week outage at Acme's Rome plant that ended on Saturday cost $4 million",
            ],
        ),
        (
            "Acme's sales fell 6.2 per cent in the final quarter of 2024.",
            [
                "2024-Q4 Acme's sales fell 6.2 per cent in the final quarter of 2024",
            ],
        ),
        (
            "Launched aboard a rocket in June 2023, Acme's satellite lost power in February.",
            [
                "2025-02 Acme's satellite lost power",
                "2023-06 Acme's satellite was launched aboard a rocket in June 2023",
            ],
        ),
        (
            "The plant that Acme built in Rome in 2019 will be closed in May.",
            [
                "2019 Acme built the plant in Rome in 2019",
                "2025-05 The plant that Acme built in Rome in 2019 will be closed",
            ],
        ),
        ("Acme said that a mill that Bolt ordered in 2019 is running.", ["2019 Bolt ordered a mill in 2019"]),
        (
            "Acme is in Rome. As for Bolt Works, it lost $14.6 million in 2024.",
            [
                "2024 Bolt Works lost $14.6 million in 2024",
            ],
        ),
        (
            "Acme withdrew from Spain in June 2022 and wrote $84 million of premium there in 2024.",
            [
                "2022-06 Acme withdrew from Spain in June 2022",
                "2024 Acme wrote $84 million of premium in Spain in 2024",
            ],
        ),
        (
            "Whether the regulator will agree is unclear. In 2022 it blocked the sale of Acme's mill.",
            [
                "2022 The regulator blocked the sale of Acme's mill",
            ],
        ),
        (
            "A second shift at Acme, for which 600 workers were to have been hired from May, has been put on hold.",
            [
                "2025-05 600 workers were to have been hired for a second shift at Acme",
            ],
        ),
        (
            "A service that Acme has been testing in Pisa since the start of this month will be extended in autumn.",
            ["2025-03/.. Acme has been testing a service in Pisa", "2025 Acme: a service will be extended"],
        ),
        ("It was around 1890 that Acme began making lamps.", ["1890~ Acme began making lamps"]),
        (
            "No buyer having come forward, Acme's mill will be auctioned in the first quarter of next year.",
            ["2026-Q1 Acme's mill will be auctioned"],
        ),
        (
            "Acme stuck to its forecast of 46 billion yen, saying most of the machines had been delivered.",
            ["[..2025-03-24] Acme stuck to its forecast of 46 billion yen"],
        ),
        (
            "Between January and May Acme sold 38,500 cars in Spain.",
            ["2024-01/2024-05 Acme sold 38,500 cars in Spain"],
        ),
        (
            "Acme turned to a profit in the fourth quarter.\n\nSales climbed 14.2 percent to 1.13 trillion won.",
            ["2024-Q4 Acme turned to a profit", "2024-Q4 Acme's sales climbed 14.2 percent to 1.13 trillion won"],
        ),
        (
            "Acme will publish its report for January–September on 30 October 2025.",
            ["2025-10-30 Acme will publish its report on 30 October 2025"],
        ),
        ("Acme is due to open in spring next year.", ["2026 Acme is due to open"]),
        ("Acme's shares closed 4% lower in Zurich.", ["2025-03-24 Acme's shares closed 4% lower in Zurich"]),
        ("Acme's shares were 4% lower in early trade.", ["2025-03-24 Acme's shares were 4% lower in early trade"]),
        (
            "The last bus of Acme ran shortly after midnight on Saturday.",
            ["2025-03-22 The last bus of Acme ran shortly after midnight"],
        ),
    ],
)
def test_a_wording_is_read_as_it_is_meant(text: str, events: list[str]) -> None:
    assert [f"{each.date} {each.title}" for each in draft(text, P, Registries())] == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Acme, whose chief executive, Ada Byron, resigned in May, is based in Rome.",
         ["2024-05 Acme's chief executive Ada Byron resigned"]),
        ("Acme, in which Bolt, a German rival, bought a stake in May, makes lamps.",
         ["2024-05 Bolt bought a stake in Acme"]),
        ("Acme, whose shares, listed in Rome, fell 4% in May, makes lamps.", ["2024-05 Acme's shares fell 4%"]),
        ("The plant of Acme will open in May. 200 jobs will be created.",
         ["2025-05 The plant of Acme will open", "[2025-03-24..] Acme: 200 jobs will be created"]),
        ('Acme sells 27" screens. Acme opened a mill in 2021. It closed a shop in 2022.',
         ["2021 Acme opened a mill in 2021", "2022 Acme closed a shop in 2022"]),
        ("Acme's sales have risen 40% since 2019.\n\nRevenue had fallen 7%.",
         ["2019/.. Acme's sales have risen 40% since 2019", "[..2025-03-24] Acme's revenue fell 7%"]),
        ("Acme's profit rose 4% in 2024. In 2023 Acme made a loss of $7 million.\n\nSales fell 4% to $12 million.",
         ["2024 Acme's profit rose 4% in 2024", "2023 Acme made a loss of $7 million",
          "[..2025-03-24] Acme's sales fell 4% to $12 million"]),
        ("Acme has charged $4 a month since May.", ["2024-05/.. Acme has charged $4 a month since May"]),
        ("Demand was so strong that Acme doubled output in May.", ["2024-05 Acme doubled output"]),
        ("Enough shareholders of Acme voted in May to approve the deal.",
         ["2024-05 Enough shareholders of Acme voted to approve the deal"]),
        ("On May 6, 2024, Acme blamed Bolt for the crash.", ["2024-05-06 Acme blamed Bolt for the crash"]),
        ("Acme had a fire at its plant in Rome in May 2023.",
         ["2023-05 Acme had a fire at its plant in Rome in May 2023"]),
        ("Acme is in Rome, where inflation is running at 7%.", []),
    ],
)  # fmt: skip
def test_what_a_rule_must_not_touch(text: str, events: list[str]) -> None:
    assert [f"{each.date} {each.title}" for each in draft(text, P, Registries())] == events


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Acme's takeover of Bolt will not be pursued further.", "cancelled"),
        ("A sale of Acme to Bolt fell through in July 2024.", "cancelled"),
        ("Acme's plans for a second mill were dropped in January.", "cancelled"),
        ("Spain scrapped a tax on Acme's exports in January.", None),
        ("Acme is rumoured to be preparing a bid for Bolt.", "tentative"),
        ("The bridge of Acme will not be completed before 2027.", "scheduled"),
        ("Acme's flights will not be resumed in May.", "scheduled"),
        ("Acme will not scrap its dividend in 2026.", "scheduled"),
        ("Acme scrapped plans for a new tax in May.", "cancelled"),
        ("Acme's shares fell through the $40 mark on Friday.", None),
    ],
)
def test_what_has_become_of_a_plan(text: str, status: str | None) -> None:
    assert [each.status for each in draft(text, P, Registries())] == [status]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An extraordinary general meeting of Acme will be held on May 6.", "agm"),
        ("Bolt lowered its price target for Acme to 260 pence on Monday.", "report"),
        ("The cartel authority has been examining Acme's fees since October.", "legal"),
        ("Acme will show a chip at an event in Rome on May 6.", "forum"),
        ("Acme's profit will come in at about $31 million in 2025.", "guidance"),
        ("Acme's profit for 2024 will be published on May 6.", "earnings"),
        ("Acme moved 612,000 tonnes in 2024.", "sales-report"),
        ("A drying line in Rome that Acme ordered was commissioned in May 2024.", "facility"),
        ("Acme's net sales slid 14 per cent to $412 million in May.", "earnings"),
        ("Acme's revenue rose to $402 million in 2024 on the back of higher prices.", "earnings"),
        ("Acme's combined ratio improved to 74.2 per cent in 2024.", "earnings"),
        ("Acme burnt through $58 million in 2024.", "earnings"),
        ("Acme swung to the black in 2024.", "earnings"),
        ("Acme handed over 61 helicopters in 2024.", "sales-report"),
        ("Acme has signed up 340,000 merchants.", "sales-report"),
        ("Acme generated 2,310 GWh of power in 2024.", "sales-report"),
        ("Acme's partnership with Bolt was signed in 2020.", "partnership"),
        ("Acme has been the team's name partner since 2018.", "partnership"),
        ("Acme on Friday announced the appointment of Ada Byron as director.", "leadership"),
        ("Ada Byron of Acme got the job in May.", "leadership"),
        ("Acme's board approved the purchase of a 19.9 percent stake in Bolt in May.", "investment"),
        ("Bolt Capital agreed to lend Acme $22 million in May.", "investment"),
        ("Acme entered into a loan agreement with four banks in May.", "investment"),
        ("Acme: EUR 55 million was drawn in May.", "investment"),
        ("Acme pushed back the release of its game to June.", "launch"),
        ("Acme has shelved plans for a campus in Rome.", "facility"),
        ("Acme will show its tram at a rail fair in Rome in May.", "forum"),
        ("Acme must pay couriers $2 million in back wages by May.", "legal"),
        ("Patient admissions at Acme rose 6% in 2024.", "sales-report"),
    ],
)
def test_a_type_of_words(text: str, kind: str) -> None:
    assert {each.type for each in draft(text, P, Registries())} == {kind}


@pytest.mark.parametrize(
    "text", ["leaders. But", "But", "that fell.", "than $4 million fell in May.", "Whose, it fell."]
)
def test_a_scrap_of_a_text_raises_nothing(text: str) -> None:
    draft(text, P, Registries())


@pytest.mark.parametrize(
    ("text", "date", "title"),
    [
        (
            "Shares of Acme dropped 7.8% to $21.36 in Monday morning trading, their steepest fall.",
            "2025-03-24",
            "Shares of Acme dropped 7.8% to $21.36, their steepest fall",
        ),
        ("Acme will raise prices by up to 2.5% from April 15.", "2025-04-15", "Acme will raise prices by up to 2.5%"),
        (
            "Acme will cut fares by 3% with effect from April 15 owing to cheaper fuel.",
            "2025-04-15",
            "Acme will cut fares by 3% owing to cheaper fuel",
        ),
        (
            "Acme's shareholders will get a dividend of 9.5 cents on June 6, half a cent more than last year.",
            "2025-06-06",
            "Acme's shareholders will get a dividend of 9.5 cents",
        ),
        (
            "Customers of Acme made 5.2 million trades in February, 14 per cent more than a year earlier.",
            "2025-02",
            "Customers of Acme made 5.2 million trades",
        ),
        (
            "Sales of the Tejas, the electric SUV Acme launched in January at $14,000, passed 42,000 on Monday.",
            "2025-03-24",
            "Acme: sales of the Tejas passed 42,000",
        ),
    ],
)
def test_a_title_ends_before_what_compares(text: str, date: str, title: str) -> None:
    assert [(each.date, each.title) for each in draft(text, P, Registries())] == [(date, title)]


@pytest.mark.parametrize(
    "text",
    [
        "Acme gave no price for the order.",
        "Ada Byron of Acme declined an interview request.",
        "Acme declined to comment.",
        "Ada Byron of Acme declined a request for comment on Monday.",
    ],
)
def test_what_was_not_said_is_no_event(text: str) -> None:
    assert draft(text, P, Registries()) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme raised prices by 3% on Monday.", None),
        ("Acme raised fresh capital on Monday.", "investment"),
        ("Acme raised $40 million on Monday.", "investment"),
    ],
)
def test_prices_raised_are_no_capital(text: str, kind: str | None) -> None:
    assert [each.type for each in draft(text, P, Registries())] == [kind]
