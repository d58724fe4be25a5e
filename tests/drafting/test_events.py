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
        "Acme declined to discuss the contract on Friday.",
        "Ada Byron of Acme threw out the old boiler.",
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
        ("The ferry, built in Turku in 1981, will be scrapped.", "[2025-03-24..]"),
        (
            "Investors had been told of a dividend, but Acme, buoyed by sales, scrapped the plan on Friday.",
            "2025-03-21",
        ),
        ("Acme Corp was also in talks with Bolt, its chairman said in January.", "[..2025-01]"),
        ("Acme diverted 14 ships to Rotterdam.", "[..2025-03-24]"),
        ("Acme laid off 200 people in June and raised its prices to $13.", "2024-06"),
        ("Acme was valued at $6.2 billion when it raised money in July 2021.", "2021-07"),
        ("Acme exited Chile in 2019 and sold its shops there a year later.", "2020"),
        ("Founded in 1946 as a maker of ducks, Acme was the third-largest of its kind.", "1946"),
        ("The contract of Ada Byron was extended until 2028 in May.", "2024-05"),
        ("Acme is talking to Bolt about a plant, a plan first reported by a magazine in January.", "/.."),
        ("The pay of the pilots rose by 18 percent in May.", "2024-05"),
        ("Acme, which had set aside the full sum in 2019, denied the claims.", "2019"),
        ("Acme's stock has more than doubled since 2023.", "2023/2025-03-24"),
        ("Exports accounted for 38% of Acme's sales in the year ended 30 June 2023.", "2022-07/2023-06"),
        ("A hearing is set for 2 p.m. Friday.", "2025-03-28"),
        ("After buying a quarry in 2016, Acme moved to Spain.", "2016"),
        ("Two days after raising its dividend on March 3, Acme lost its chairman to a rival.", "2025-03-03"),
        ("Having warned on profits in May, Acme cut 400 jobs in August.", "2024-05"),
        ("Having sold its mills, Acme is looking for land in Peru.", "[..2025-03-24]"),
        ("Acme warned of lower profits.", "[..2025-03-24]"),
        ("Workers at a yard of Acme are on strike.", "/.."),
        ("Acme holds its annual meeting on May 30.", "2025-05-30"),
        ("Moody's downgraded Acme to junk in May.", "2024-05"),
        ("A verdict in the trial of three traders of Acme is due on Tuesday.", "2025-03-25"),
        ("Eleven lawsuits have been filed so far.", "/2025-03-24"),
        ("Combined, Acme has reportedly invested $30 million in its two mills.", "/2025-03-24"),
        ("Acme was listed in 2012 and taken private in 2019.", "2019"),
        ("Having bought Bolt in 2023, Acme added a mill in 2024.", "2024"),
        ("Acme replaced a $300 million program exhausted in August.", "2024-08"),
        ("The plant of Acme dates back to 1936.", "1936"),
        ("Steel prices have dropped 22% in China this year.", "2025"),
        ("Shares in Acme tumbled 18% while Bolt rose 2%.", "2025-03-24"),
        ("Acme employs 5,400 people in Spain.", "/.."),
        ("The round brings Acme's total funding to $131 million.", "[..2025-03-24]"),
        ("Acme said the recall would cost it about $4 million in 2026.", "2026"),
        ("Acme said it would appeal.", "[2025-03-24..]"),
        ("On New Year's Eve the bank wrote off its loans.", "2024-12-31"),
        ("The accounts of Acme were qualified by the auditor on March 3.", "2025-03-03"),
        ("A verdict is due on Tuesday.", "2025-03-25"),
        ("The strike at Acme entered its third week on Friday.", "2025-03-21"),
        ("Ada Byron was sworn in on Friday.", "2025-03-21"),
        ("Acme axed 300 jobs on Friday.", "2025-03-21"),
        ("A group claimed responsibility in a post on its website.", "[..2025-03-24]"),
        ("A group claimed responsibility on Friday, Bolt News reported.", "2025-03-21"),
        ("Acme refused to renew the contract on Friday.", "2025-03-21"),
        ("Acme had to write off its stake in Bolt.", "[..2025-03-24]"),
        ("Staff of Acme were told of the sale on Friday.", "2025-03-21"),
        ("Acme sued Bolt in May and told the police in June.", "2024-06"),
        ("The mill of Acme, approved by the board on Friday, should open soon.", "2025-03-21"),
        ("Acme fell before results due on Thursday.", "2025-03-27"),
        ("The FTSE 100 closed 0.6% lower at 8,803.15.", "2025-03-24"),
        ("Ada Byron takes over as chief executive of Acme effective October 1.", "2025-10-01"),
        ("Acme filed its report, in which it posted a loss of $3 million for 2024.", "2024"),
        ("A study of the mill by Acme is under way.", "/.."),
        ("A suit filed by Acme is being heard in Rome.", "/.."),
        ("Acme will close the mill under a plan announced in February that will cost 600 jobs.", "2025-02"),
        ("At Friday's meeting, investors in Acme rejected the merger with Bolt.", "2025-03-21"),
        ("In the mid-1990s the family sold its mills.", "199X"),
        ("This morning Acme rang the opening bell in New York.", "2025-03-24"),
        ("Profit for the six months to June more than halved at Acme.", "2024-H1"),
        ("Furnace No. 2 at Acme was idle from 1 to 9 February.", "2025-02-01/2025-02-09"),
        ("Acme exhibits its engine in Munich on 12 April.", "2025-04-12"),
        ("Subscriptions for the bond of Acme close on Friday.", "2025-03-28"),
        ("A round of £22m followed in May.", "2024-05"),
        ("Acme reiterated its forecast of a profit of $3 million.", "[..2025-03-24]"),
    ],
)
def test_a_clause_with_a_fact_is_an_event(text: str, day: str) -> None:
    assert day in [each.date for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Acme Corp was founded in Rome.\nWe are opening an office in Lagos in May. On Friday we closed our fund.",
            ["2025-05 Acme is opening an office in Lagos", "2025-03-21 Acme closed its fund"],
        ),
        (
            "Acme Corp was founded in Rome.\n• Completed the sale of a mill\n• Named Ada Byron treasurer (March 3)",
            ["[..2025-03-24] Acme completed the sale of a mill", "2025-03-03 Acme named Ada Byron treasurer"],
        ),
        (
            "Acme Corp was founded in Rome.\n2018\nBolt opens a mill.\n2019\nAcme bought Bolt.",
            ["2018 Bolt opens a mill", "2019 Acme bought Bolt"],
        ),
    ],
)
def test_a_company_that_writes_itself_and_a_heading_are_understood(text: str, titles: list[str]) -> None:
    assert [f"{each.date} {each.title}" for each in draft(text, P, Registries())][1:] == titles


def test_an_entry_that_begins_with_its_verb_has_a_title_to_complete() -> None:
    [one] = draft("2018 – Moves its headquarters to Austin.", P, Registries())
    assert (one.date, one.title, list(one.reviews)) == ("2018", "It moves its headquarters to Austin", ["title"])


def test_may_as_a_month_is_no_doubt() -> None:
    [one] = draft("The phone goes on sale in Asia on May 24.", P, Registries())
    assert (one.date, one.status) == ("2025-05-24", "scheduled")


@pytest.mark.parametrize(
    "text",
    [
        "Even if the loan is extended in May, Acme may fail.",
        "It is unclear whether Ada Byron resigned in May or was sacked.",
        "Perhaps the best that Acme could do in 2026 is to close.",
        "The union wants the state to take over the mill before Christmas.",
        '"We will be profitable by Christmas," the sales director of Acme assured staff.',
        "Acme hired aggressively and expanded quickly.",
        "Acme paid for nothing.",
        "Acme should sell the mill in 2026.",
        "Nor have we cut the dividend: it is unchanged.",
        "Nor will Acme sell its mill in May.",
        "My guess is that Acme will sell the mill in 2026.",
        "Were it to last until June, growth would suffer in 2026.",
        "Should Acme fail to sell the mill, it will close the mill in 2026.",
        "Had it sold the mill in 2019, Acme would have saved $3 million.",
        "The $40 million Acme raised in August 2022 has been spent.",
        "One in nine cups of coffee in Italy comes from Acme.",
        "Today one in nine cups of coffee in Italy comes from Acme.",
        "The filing had been expected since March 15.",
        "Acme is unlikely to pay $58 million in full.",
        "Acme said the merged group would control 41% of the market.",
        "Acme said it had ample liquidity and no maturities before June 2027.",
        "Ada Byron will remain chairman.",
        "Ada Byron previously backed Bolt, a maker of drones.",
        "Ada Byron spent 22 years at Bolt.",
        "The bakery has people who have worked there since 1980.",
        "Prices at Acme are low, due to falling demand for steel in 2024.",
        "Acme is feeling the pinch.",
        "It is taking advantage, and getting crowded.",
        "Ada Byron will neither confirm nor deny.",
        "I am happy to share three things about Acme today.",
        "Acme is delighted about the support of its partners since May 2023.",
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
        ("Commercial operation of the reactor is scheduled for June 2026.", "facility"),
        ("Acme filed for protection from its creditors in 2023.", "legal"),
        ("Acme's profit fell to $1.38 per share in 2024.", "earnings"),
        ("Acme's annual capacity will rise to 180,000 tons in 2026.", "facility"),
        ("Acme completed the sale of a stake in a wind park in 2024.", "deal"),
        ("Acme raised its dividend by 8% in 2024.", None),
        ("The two sides held their second round of talks in 2024.", "meeting"),
        ("Ada Byron came aboard as chief technology officer in 2024.", "leadership"),
        ("Acme decided last month to sell its factory in Spain.", "deal"),
        ("Ada Byron offered to resign as chairman in 2024.", "leadership"),
        ("Acme sold 41 million loaves in 2024.", "sales-report"),
        ("Acme was selected to deliver 96 trains in 2024.", "deal"),
        ("Acme will break ground in 2026.", "facility"),
        ("Acme closed its Series A in 2024.", "investment"),
        ("Ada Byron left for Rome on a business trip in 2024.", "trip"),
        ("The board of Acme voted in 2024 to remove Ada Byron.", "leadership"),
        ("Members of the union at Acme voted in 2024 to authorize a strike.", "meeting"),
        ("Acme ruled out a sale in 2024.", "statement"),
        ("Fourth-quarter figures of Acme are due on April 7.", "earnings"),
        ("Acme received Fast Track designation in 2024.", "policy"),
        ("Acme agreed a levy with Rome in 2024.", "policy"),
        ("Acme bought Bolt out of bankruptcy in 2024.", "deal"),
        ("The drug of Acme brought in $3.4 billion in 2024.", "sales-report"),
        ("Acme put the cost of the attack at $29 million in 2024.", "earnings"),
        ("Acme's revenue is set to shrink in 2026.", "guidance"),
        ("Acme hired a designer from Rome in 2024.", "leadership"),
        ("Hearings against Acme resume on May 24.", "legal"),
        ("Brussels extended its trading scheme to Acme in 2024.", "policy"),
        ("Zinc hit a record in 2024.", "market"),
        ("Acme reports on April 7.", "earnings"),
        ("Acme took Bolt public in 2024.", "ipo"),
        ("Dealings in Acme's shares began in May 2024.", "market"),
        ("Trading in Acme was suspended on Friday.", "market"),
        ("Acme's creditors met on Friday.", "legal"),
        ("Police searched the offices of Acme on Friday.", "legal"),
        ("Ada Byron is standing down as head of Acme in May.", "leadership"),
        ("Ada Byron was offered the top job at Acme in 2024.", "leadership"),
        ("Acme won its first customer in Spain in 2024.", "deal"),
        ("Acme pulled out of Spain in 2024.", "deal"),
        ("Acme acquired a stake in Bolt in 2024.", "deal"),
        ("Acme delivered a pair of ferries to Bolt last May.", "deal"),
        ("Acme was carved out of Bolt in 2019.", "deal"),
        ("Acme prepared a rights issue in 2024.", "investment"),
        ("Acme drew $3 million of its credit line in 2024.", "investment"),
        ("The feasibility study of Acme was finished in 2024.", "report"),
        ("Acme suffered its first loss in 2024.", "earnings"),
        ("Backlog of Acme was lifted to $3 million in 2024.", "sales-report"),
        ("Acme's mill was lost in a flood in 2024.", "facility"),
        ("Acme's rights to the song lapsed in 2024.", "deal"),
        ("Acme offered remedies in 2024.", "policy"),
        ("Acme's partnership with Bolt was dissolved in 2024.", "partnership"),
        ("Ada Byron was recruited from Bolt in 2024.", "leadership"),
        ("Acme informed the agency in 2024.", "statement"),
        ("Acme relaunched its brand in 2024.", "launch"),
        ("Acme bought a 12 percent stake in Bolt in 2024.", "investment"),
        ("Acme bought 49% of Bolt in 2024.", "investment"),
        ("Acme bought a 72 percent stake in Bolt in 2024.", "deal"),
        ("Acme hired two banks to sell its mill in 2024.", "deal"),
        ("Acme sold 412,000 axle drives in 2024.", "sales-report"),
        ("Acme turned out 612 vans in 2024.", "sales-report"),
        ("Acme ended its tie-up with Bolt in 2024.", "partnership"),
        ("Acme was admitted to trading in Rome in 2024.", "ipo"),
        ("Wool of Acme changed hands at $4 a kilo in 2024.", "market"),
        ("Acme opened 12 locations in 2024.", "facility"),
        ("Acme's ferry was christened in 2024.", "launch"),
        ("Acme was privatised in 2024.", "deal"),
        ("Acme's trawlers landed 58,000 tonnes of cod in 2024.", "sales-report"),
        ("Acme took the first 20% of Bolt in 2024.", "investment"),
        ("Acme bought 80% of Bolt in 2024.", "deal"),
        ("Acme's building went under the hammer in 2024.", "deal"),
        ("Acme's mill fell silent in 2024.", "facility"),
        ("Acme's furnace was switched on in 2024.", "facility"),
        ("Acme was ordered to compensate subscribers in 2024.", "legal"),
        ("Acme scrapped its forecast of a profit in May 2024.", "guidance"),
        ("Inflation slowed to 7% in May 2024.", "report"),
        ("Acme offered more than €150mn for Bolt in 2024.", "deal"),
        ("Acme's creditors put Ada Byron in charge in 2024.", "leadership"),
        ("Acme's takings fell by a third in 2024.", "sales-report"),
        ("The Acme mine yielded 142,000 ounces of gold in 2024.", "sales-report"),
        ("Acme paid a $240,000 fine in 2024.", "legal"),
        ("Indecopi began a formal review of Acme in May 2024.", "legal"),
        ("The objection of Acme was heard in May 2024.", "legal"),
        ("The bank lowered its benchmark rate to 4% in May 2024.", "policy"),
        ("The agency suspended the mine's permit in May 2024.", "policy"),
        ("The Acme pump received its CE mark in May 2024.", "policy"),
        ("Zinc lost 0.7% to $2,880 on Friday.", "market"),
        ("Copper output fell 4% in 2024.", "sales-report"),
        ("Acme cut the price of its hatchback by 15% in May 2024.", "market"),
        ("Acme apologised to customers on Friday.", "statement"),
        ("Shareholders of Acme met in May 2024 to approve the accounts.", "agm"),
        ("Ada Byron headed Acme from 2019 to 2023.", "leadership"),
        ("Acme invested $4 million in two halls in 2024.", "investment"),
        ("Acme restored the hotel in Rome in 2024.", "facility"),
        ("The reopening of the Acme mill was put off in May 2024.", "facility"),
        ("Rome welcomed 6.6 million visitors in 2024.", "report"),
        ("Acme put off its service from Rome to Oslo in May 2024.", "launch"),
        ("Industry Minister Ada Byron toured the Acme factory on Friday.", "factory-visit"),
        ("Bolt collapsed in 2024 with the loss of 12,000 jobs.", None),
        ("Acme received 26 complaints in 2024.", None),
        ("Acme cancelled 34 departures on Monday.", None),
        ("The court rejected appeals by Acme in May 2024.", "legal"),
        ("The agency brought the case in May 2024.", "legal"),
        ("The commission laid the charges in May 2024.", "legal"),
        ("The agency blocked the sale of Bolt to Acme in 2024.", "legal"),
        ("Acme's directors approved a $310 million shaft in May 2024.", "investment"),
        ("Acme raised $210 million in the initial offering in 2024.", "ipo"),
        ("Acme floated in London in May 2024.", "ipo"),
        ("Acme has belonged to Bolt since 2015.", "merger"),
        ("Acme won the Rome contract in 2024 with a bid of $198 million.", "deal"),
        ("Talks with Acme broke down on Friday.", "meeting"),
        ("Acme raised its prices by 4% in 2024.", "market"),
        ("Acme is to reach 40,000 wafers a month by the end of 2029.", "target"),
        ("The Acme simulator passed 30 million downloads in May 2024.", "sales-report"),
        ("Deliveries of the Acme lamp are scheduled to start in 2026.", "sales-report"),
        ("Acme announced the sale of its mill in May 2024.", "deal"),
    ],
)
def test_a_type_fits_the_verb_and_its_object(text: str, kind: str | None) -> None:
    assert [each.type for each in draft(text, P, Registries())] == [kind]


def test_what_a_guarantee_would_say_is_no_event() -> None:
    text = "The union is demanding a guarantee that no plants of Acme will be closed before 2030."
    assert [each.title for each in draft(text, P, Registries())] == ["Acme: the union is demanding a guarantee"]


def test_what_is_not_done_or_denied() -> None:
    def titles(text: str) -> list[str]:
        return [f"{each.date} {each.title}" for each in draft(text, date(2025, 3, 24), Registries())]

    assert titles("Acme denied on Friday that it will shut its mill.") == [
        "2025-03-21 Acme denied that it will shut its mill"
    ]
    assert titles("Acme said it would not renew its lease in Bonn.") == [
        "[2025-03-24..] Acme will not renew its lease in Bonn"
    ]
    assert titles("Acme did not publish its accounts until November.") == [
        "2024-11 Acme did not publish its accounts until November"
    ]
    assert titles("Not until May did Acme, which makes paper, open its mill.") == []


def test_what_nearly_happened_did_not() -> None:
    [event] = draft("Acme nearly collapsed in 2020.", P, Registries())
    assert event.title == "Acme nearly collapsed in 2020"


def test_what_is_withdrawn_denied_or_told_by_a_newspaper() -> None:
    [car] = draft("Acme withdrew a car seat in 2022.", P, Registries())
    [bid] = draft("Acme withdrew its bid for Bolt in 2022.", P, Registries())
    assert (car.status, bid.status) == (None, "cancelled")
    [denied] = draft("Acme dismissed talk of speculation about a sale in 2024.", P, Registries())
    [told] = draft("The Morning Ledger reported on Friday that Acme had approached Bolt.", P, Registries())
    assert (denied.certainty, told.certainty) == (None, "reported")


def test_a_sign_of_a_currency_is_no_company() -> None:
    [event] = draft("Acme built a plant at a cost of Rs 560 crore in 2024.", P, Registries())
    assert event.companies == ("Acme",)


@pytest.mark.parametrize(
    "text",
    [
        "Acme halved its output in 2023, when prices collapsed.",
        "Acme was listed in 2012, when the king fell ill.",
        "Acme sold a mill as interest rates rose in 2022.",
        "Acme sold its mill in 1971, when the lira was devalued.",
    ],
)
def test_what_merely_rose_or_fell_meanwhile_is_no_event(text: str) -> None:
    assert [each.title[:4] for each in draft(text, date(2025, 3, 24), Registries())] == ["Acme"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Pallets blocked the gate of the plant.", []),
        ("Ada Byron paid for two schools.", []),
        ("In May India made papers compulsory. The money will pay for a mill.", ["2024-05"]),
        ("When Acme left Rome in May, it squared the books.", ["2024-05"]),
        ("Acme shut its mill in May, and gulls came back.", ["2024-05"]),
        ("Acme shut its mill in May, and bought a yard for $3 million.", ["2024-05", "2024-05"]),
        ("Acme opened a mill.", ["[..2025-03-24]"]),
        ("Acme suspended bookings.", ["[..2025-03-24]"]),
        ("Sales fell to $3 million.", ["[..2025-03-24]"]),
        ("The plan was dropped.", ["[..2025-03-24]"]),
        ("Ada Byron will retire.", ["[2025-03-24..]"]),
        ("Eleven people will lose their jobs.", ["[2025-03-24..]"]),
        ("Acme has bought a ferry.", ["[..2025-03-24]"]),
    ],
)
def test_what_does_not_say_when_says_who_and_what_or_how_much(text: str, events: list[str]) -> None:
    found = draft(f"Acme Corp has 90 shops.\n{text}", P, Registries(), "Acme")
    assert [each.date for each in found if "90 shops" not in each.title] == events
