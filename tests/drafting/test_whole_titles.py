"""What a clause is about, and where its title ends: nouns before which and that, last words, asides.

The publication day is Monday 24 March 2025.
"""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.model import Registries

P = date(2025, 3, 24)


@pytest.mark.parametrize(
    ("heading", "text", "events"),
    [
        (
            "Acme cuts outlook",
            "The company now sees net sales of 560-580 million euros this year, against a previous "
            "range of 600-640 million that had itself been trimmed in June.",
            [
                "2025 The company sees net sales of 560-580 million euros",
                "2024-06 A previous range of 600-640 million was trimmed",
            ],
        ),
        (
            "Acme",
            "Lena is assembled entirely in Scarperia on a new €6.5 million line, completed in July, "
            "which has raised the factory's capacity to 11,000 machines a year.",
            [
                "[..2025-03-24] A new €6.5 million line has raised the factory's capacity to 11,000 machines a year",
                "2024-07 A new €6.5 million line was completed",
            ],
        ),
        (
            "Acme",
            "Wholesalers used to paying when they pleased have been told to pay up or go without.",
            ["[..2025-03-24] Wholesalers have been told to pay up or go without"],
        ),
        (
            "Acme",
            "Since April Ada Byron has also chaired the makers' association, the first woman to do so.",
            ["2024-04/.. Ada Byron has chaired the makers' association, the first woman to do so"],
        ),
        (
            "Acme",
            "A fire at a supplier near Porto put paid to that.",
            ["[..2025-03-24] A fire at a supplier near Porto put paid to that"],
        ),
        (
            "Acme",
            "Over the whole of 2024 Delta Klima stayed ahead, with 431,000 units to Haiyun's 389,000.",
            ["2024 Delta Klima stayed ahead, with 431,000 units to Haiyun's 389,000"],
        ),
        (
            "Acme",
            "Layoffs of 430 workers at the Kajaani plant, in force since mid-August, will be extended "
            "until the end of May.",
            [
                "../2025-05 Layoffs of 430 workers at the Kajaani plant will be extended until the end of May",
                "2024-08/.. Layoffs of 430 workers at the Kajaani plant have been in force since mid-August",
            ],
        ),
        (
            "Acme",
            "Two people familiar with the matter said management had last month rejected an offer by "
            "the government of Saxony to pay part of the wages.",
            ["2025-02 Management rejected an offer by the government of Saxony to pay part of the wages"],
        ),
        (
            "Acme",
            "The factory opened in 1923 and once took milk from 70 farms.",
            ["1923 The factory opened in 1923"],
        ),
        (
            "Kisiwa Bank bucks the trend",
            "Kisiwa Bank rose 3 percent on Monday. Kenyan shares ended lower on Thursday, dragged down "
            "by bank stocks a day after the central bank trimmed its policy rate by 25 basis points to "
            "9.00 percent.",
            [
                "2025-03-24 Kisiwa Bank rose 3 percent",
                "2025-03-20 Kenyan shares ended lower, dragged down by bank stocks",
                "2025-03-19 The central bank trimmed its policy rate by 25 basis points to 9.00 percent",
            ],
        ),
        (
            "Acme",
            "Talks on selling the programme to India's Vaidya Group collapsed in February in a dispute "
            "over who would carry the liability for cracks found in the wing spars.",
            ["2025-02 Talks on selling the programme to India's Vaidya Group collapsed"],
        ),
        (
            "Acme",
            "Acme, the company whose software rosters nurses and operating theatres, today announced a "
            "€42 million Series B round led by Polder Ventures of Amsterdam.",
            ["2025-03-24 Acme announced a €42 million Series B round led by Polder Ventures of Amsterdam"],
        ),
        (
            "Acme",
            "From April 1, every passenger who steps off a cruise ship in Zadar will be charged 12 "
            "euros, three times the present levy.",
            ["2025-04-01 Every passenger who steps off a cruise ship in Zadar will be charged 12 euros"],
        ),
        (
            "Acme",
            "Acme closed in May. Bolt Cruises has struck out all 41 of the calls it had planned for this year.",
            [
                "[..2025-03-24] Acme: Bolt Cruises has struck out all 41 of the calls",
                "2025 Acme: Bolt Cruises planned the calls",
            ],
        ),
        (
            "Acme",
            "Acme has asked bondholders for an extra 18 months to repay 1.2 trillion dong that falls "
            "due on Dec. 5, according to a letter seen by the Wire.",
            [
                "[..2025-03-24] Acme has asked bondholders for an extra 18 months to repay 1.2 trillion dong",
                "2025-12-05 Acme: 1.2 trillion dong falls due",
            ],
        ),
        (
            "Acme",
            "State media reported that police had earlier this month questioned two former executives "
            "over a 2021 expressway tender.",
            ["2025-03 Police questioned two former executives over a 2021 expressway tender"],
        ),
        (
            "Acme",
            "On Monday the firm that makes shoes closed its mill.",
            ["2025-03-24 The firm that makes shoes closed its mill"],
        ),
        (
            "Acme",
            "By 2029 it wants 25 shops in the region, all of them fed from a single warehouse at Cabo "
            "de Santo Agostinho.",
            ["[2025-03-24..2029] It wants 25 shops in the region"],
        ),
        (
            "Acme",
            "Canada's Laurentide Aircraft won its first order in more than two years on Tuesday when "
            "Finnish airline Nordavia signed for 20 of its turboprops.",
            [
                "2025-03-18 Canada's Laurentide Aircraft won its first order in more than two years",
                "2025-03-18 Finnish airline Nordavia signed for 20 of its turboprops",
            ],
        ),
        (
            "Celupar approves dividends, agrees sale of forests",
            'Celupar Papéis e Embalagens S.A. ("Celupar" or the "Company") informs its shareholders '
            "and the market in general that its Board of Directors, at a meeting held on this date, "
            "approved the payment of dividends in the amount of R$212.4 million.\n\nPayment will be "
            "made on April 9, 2025, without monetary adjustment. The Company has cut 40 jobs.",
            [
                "[..2025-03-24] Celupar's Board of Directors approved the payment of dividends in the amount of "
                "R$212.4 million",
                "2025-04-09 Celupar: payment will be made on April 9, 2025, without monetary adjustment",
                "[..2025-03-24] Celupar has cut 40 jobs",
            ],
        ),
        (
            "Kisiwa Bank rises",
            "Kisiwa Bank, of Mombasa, cut 40 jobs in May. Kisiwa sold a mill on Monday. Shareholders "
            "of the telecoms operator Savanna Mobile vote tomorrow on splitting off its payments arm.",
            [
                "2024-05 Kisiwa Bank cut 40 jobs",
                "2025-03-24 Kisiwa sold a mill",
                "2025-03-25 Kisiwa: shareholders of the telecoms operator Savanna Mobile vote on splitting off its "
                "payments arm",
            ],
        ),
        (
            "Harmattan",
            "Harmattan, which also makes noodles, is building a pasta plant in Ogun State at a cost of "
            "$48 million. It is expected to be commissioned in the second quarter of 2026.",
            [
                "/.. Harmattan is building a pasta plant in Ogun State at a cost of $48 million",
                "2026-Q2 Harmattan: the pasta plant is expected to be commissioned in the second quarter of 2026",
            ],
        ),
        (
            "Acme",
            "Frames will henceforth come from Ciclotec of Águeda, Portugal, with which Acme has signed "
            "a three-year contract.",
            ["[..2025-03-24] Acme has signed a three-year contract with Ciclotec of Águeda"],
        ),
        (
            "Acme",
            "Acme bought 20 shops in May, and most of them closed in June.",
            ["2024-05 Acme bought 20 shops", "2024-06 Acme: most of the shops closed"],
        ),
        (
            "Acme",
            "The Annual Shareholders' Meeting, convened for April 28, will be called upon to elect Ms. "
            "Helena Prates Andrade.",
            ["2025-04-28 The Annual Shareholders' Meeting will be called upon to elect Ms. Helena Prates Andrade"],
        ),
        (
            "Acme",
            "The fair, planned for May, was cancelled.",
            ["2025-05 The fair was cancelled"],
        ),
        (
            "Acme",
            "The meeting, called for Monday, ended early.",
            ["2025-03-24 The meeting ended early"],
        ),
        (
            "Valdoura",
            "The press of Valdoura has been running since the first week of October.",
            ["2024-10/.. The press of Valdoura has been running since the first week of October 2024"],
        ),
        (
            "Acme",
            "Acme's furnace should be fired up next spring, replacing one from 1968 that failed twice "
            "last winter and sent everybody home for nine days in January.",
            [
                "2026 Acme's furnace should be fired up, replacing one from 1968",
                "2024 Acme: one from 1968 failed twice",
                "2025-01 Acme: one from 1968 sent everybody home for nine days",
            ],
        ),
        (
            "Acme",
            "Rusk would not discuss a rumor that an appliance company from Mexico, which sent visitors "
            "to the plant in June, wants to buy in.",
            ["2024-06 An appliance company from Mexico sent visitors to the plant"],
        ),
        (
            "Acme",
            "The joint development agreement with its German partner, which expired in April, was not renewed.",
            ["2024-04 The joint development agreement expired"],
        ),
        (
            "Acme",
            "In return the town will forgo about $1.2 million in property taxes over eight years, "
            "under a deal that council members approved 5-2 on July 14.",
            ["2024-07-14 Council members approved a deal 5-2"],
        ),
        (
            "Minazawa buys back",
            "Minazawa Seiki Co. has cut its forecast. The annual dividend of 2026 will be kept at 46 yen per "
            "share, and up to 1.5 million of the Company's own shares will be bought back between June "
            "2 and November 28.",
            [
                "[..2025-03-24] Minazawa Seiki Co has cut its forecast",
                "2026 Minazawa Seiki: the annual dividend will be kept at 46 yen per share",
                "2025-06-02/2025-11-28 Up to 1.5 million of Minazawa Seiki's own shares will be bought back",
            ],
        ),
        (
            "Acme",
            "Acme Ltd. wishes to inform the exchanges that the inspection of its injectables facility "
            "at Medakpur, conducted by the US regulator from November 17 to 26, has concluded with "
            "three observations.",
            [
                "[..2025-03-24] The inspection of Acme's injectables facility at Medakpur has concluded with "
                "three observations",
                "2024-11-17/2024-11-26 The inspection of Acme's injectables facility at Medakpur was conducted by "
                "the US regulator",
            ],
        ),
        (
            "Acme",
            "Auditors signed off Acme's accounts only last week, two months late, after a dispute over "
            "how leased vehicles should be valued.",
            ["2025-W12 Auditors signed off Acme's accounts, two months late"],
        ),
        (
            "Acme",
            "Next year Acme wants to hire again, twenty people to begin with.",
            ["2026 Acme wants to hire again, twenty people to begin with"],
        ),
        (
            "Acme",
            "The exit will take until September and will cost R620m in 2026, nearly twice the estimate given in May.",
            [
                "../2025-09 The exit will take until September",
                "2026 The exit will cost R620m in 2026, nearly twice the estimate",
            ],
        ),
        (
            "Acme",
            "A plan to list the property arm separately, once meant for this quarter, was put on ice in April.",
            ["2024-04 A plan to list the property arm was put on ice"],
        ),
        (
            "Acme",
            "There is talk of Gdańsk, which means to order 15 vehicles this winter.",
            ["2025 Gdańsk means to order 15 vehicles"],
        ),
        (
            "Acme",
            "Noh is scheduled to meet Tuesday with executives of Qimam Development, which in January "
            "awarded the company an order.",
            [
                "2025-03-25 Noh is scheduled to meet with executives of Qimam Development",
                "2025-01 Qimam Development awarded Noh an order",
            ],
        ),
        (
            "Acme",
            "Acme said it had settled a patent dispute with Taiwan's Jadewell Chemical, which had sued "
            "it in 2023, for an undisclosed sum.",
            [
                "[..2025-03-24] Acme settled a patent dispute with Taiwan's Jadewell Chemical",
                "2023 Taiwan's Jadewell Chemical sued Acme in 2023, for an undisclosed sum",
            ],
        ),
        (
            "Acme",
            "Acme will instead spend 150 billion won on a line for storage cells in Gunsan, to be "
            "finished by the third quarter of next year.",
            [
                "[2025-03-24..] Acme will instead spend 150 billion won on a line for storage cells in Gunsan",
                "[2025-03-24..2026-Q3] Acme: a line for storage cells in Gunsan is to be finished",
            ],
        ),
        (
            "Acme",
            "All five aircraft for Lima will come from Irish lessor Corribmore Leasing, the first of them in May.",
            ["2025-05 All five aircraft for Lima will come from Irish lessor Corribmore Leasing"],
        ),
        (
            "Acme",
            "Acme's purchase of the Uruguayan mill of its Finnish rival Kymiharju is expected to close "
            "in the second quarter of next year if competition authorities in both countries agree.",
            ["2026-Q2 Acme's purchase of the Uruguayan mill of its Finnish rival Kymiharju is expected to close"],
        ),
        (
            "Acme",
            "Acme has also decided to withdraw from wheelchair drives, a business it entered in 2017, "
            "and will end shipments next March.",
            [
                "[..2025-03-24] Acme has decided to withdraw from wheelchair drives",
                "2017 Acme entered wheelchair drives in 2017",
                "2026-03 Acme will end shipments",
            ],
        ),
        (
            "The last loom in Covilhado",
            "On a wet Friday morning the noise inside the Lanifícios Arrabida mill is still enough to "
            "drown conversation.\n\nA Spanish retailer, for years the mill's biggest customer, had "
            "walked away in June. In September the company won a contract worth €1.3m to supply a "
            "Danish furniture maker with wool felt.\n\nWhether the building survives is another "
            "matter. Outside, the rain had stopped.",
            [
                "2024-06 A Spanish retailer walked away",
                "2024-09 The company won a contract worth €1.3m to supply a Danish furniture maker with wool felt",
            ],
        ),
        (
            "Acme",
            "Acme will seek the approval of shareholders, at the Annual General Meeting to be held on "
            "12 June, for a rights issue of up to KES 8.4 billion.",
            [
                "[2025-03-24..] Acme will seek the approval of shareholders for a rights issue of up to "
                "KES 8.4 billion",
                "2025-06-12 Acme: the Annual General Meeting is to be held",
            ],
        ),
        (
            "Acme",
            "Subscriptions passed 52,000 in August, helped by a podcast about land fraud that won a "
            "national prize in the same month.",
            [
                "2024-08 Subscriptions passed 52,000, helped by a podcast about land fraud",
                "2024-08 A podcast about land fraud won a national prize",
            ],
        ),
        (
            "Acme",
            "Acme has parted company with the head of its transport division, who left on 31 January "
            "and has not yet been replaced.",
            [
                "[..2025-03-24] Acme has parted company with the head of its transport division",
                "2025-01-31 The head of Acme's transport division left",
            ],
        ),
        (
            "Acme",
            "In São Paulo it is whispered that a telecoms group has offered to buy a minority stake in Acme.",
            ["[..2025-03-24] A telecoms group has offered to buy a minority stake in Acme"],
        ),
        (
            "Acme",
            "Acme handled 1.9m pallets in 2024, 13% more than in the previous year, thanks largely to "
            "frozen potato products and a contract with an ice-cream manufacturer that began last "
            "spring.",
            ["2024 Acme handled 1.9m pallets in 2024", "2024 Acme: a contract with an ice-cream manufacturer began"],
        ),
    ],
)
def test_what_titles_say(heading: str, text: str, events: list[str]) -> None:
    found = draft(text, P, Registries(), heading or None)
    assert [f"{each.date} {each.title}" for each in found] == events
