"""Short articles under a headline, or none, with the dates and titles that they give.

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
            "",
            "Acme said the conversion of two lines in Baton Rouge, Louisiana, will be completed by March next year.",
            ["[2025-03-24..2026-03] Acme: the conversion of two lines in Baton Rouge will be completed"],
        ),
        (
            "",
            "Ada Byron, who took over from her father in 2016, also points to the price of power.",
            ["2016 Ada Byron took over from her father in 2016"],
        ),
        (
            "",
            "An act obliges shops to keep shelves for Dutch firms from 1 July.",
            ["2025-07-01 An act obliges shops to keep shelves for Dutch firms"],
        ),
        (
            "",
            "All affected households were paid by Acme in February.",
            ["2025-02 All affected households were paid by Acme"],
        ),
        (
            "",
            '"It bites," warned Ada Byron, who built it at Acme in May 2019.',
            ["2019-05 Ada Byron built it at Acme in May 2019"],
        ),
        (
            "",
            "Each four-car set of Acme has 316 seats.",
            ["/.. Each four-car set of Acme has 316 seats"],
        ),
        (
            "",
            "Acme cut jobs in February, and so did its rivals.",
            ["2025-02 Acme cut jobs, and so did its rivals"],
        ),
        (
            "",
            "Acme has called off its show, which was to close the season, and put its old theater on the market.",
            ["[..2025-03-24] Acme has called off its show", "[..2025-03-24] Acme put its old theater on the market"],
        ),
        (
            "",
            "Acme lost $1.2 million in the year that ended last June.",
            ["2023-07/2024-06 Acme lost $1.2 million"],
        ),
        (
            "",
            "Acme's board, meeting Sunday night, voted 9-2 for the sale.",
            ["2025-03-23 Acme's board voted 9-2 for the sale"],
        ),
        (
            "",
            "Acme's moulds, 1,400 of them, go under the hammer on 6 May.",
            ["2025-05-06 Acme's moulds go under the hammer"],
        ),
        (
            "",
            "On Friday the court fined Acme Water, the company behind the taps in much of Kent, £24.6m "
            "for letting sewage run into the sea.",
            ["2025-03-21 The court fined Acme Water £24.6m for letting sewage run into the sea"],
        ),
        (
            "",
            "The answer, insists Ada Byron, who succeeded her uncle as chief executive of Acme in 2021, lies in seeds.",
            ["2021 Ada Byron succeeded her uncle as chief executive of Acme in 2021"],
        ),
        (
            "",
            "Much depends on Brussels, where lawmakers are expected to vote in April on rules for Acme.",
            ["2025-04 Lawmakers are expected to vote on rules for Acme in Brussels"],
        ),
        (
            "",
            "Acme is to build a second mill in Manisa, construction of which started in the third quarter of 2024.",
            [
                "[2025-03-24..] Acme is to build a second mill in Manisa",
                "2024-Q3 Acme: construction of the second mill in Manisa started in the third quarter of 2024",
            ],
        ),
        (
            "",
            "Acme bled 7.1 billion yen in 2024, while profit at Bolt Bank rose 3% to 31.5 billion yen.",
            ["2024 Acme bled 7.1 billion yen in 2024", "2024 Profit at Bolt Bank rose 3% to 31.5 billion yen"],
        ),
        (
            "",
            "Acme is reviewing the future of its plant in Lyon.",
            ["/.. Acme is reviewing the future of its plant in Lyon"],
        ),
        (
            "",
            "Ada Byron will lead Acme until 2029.",
            ["../2029 Ada Byron will lead Acme until 2029"],
        ),
        (
            "Acme and Bolt agree to merge",
            "Acme Bank and Bolt Bank agreed on Friday to merge. The pair set up a fund in 2022. Both "
            "will keep their names.",
            [
                "2025-03-21 Acme Bank and Bolt Bank agreed to merge",
                "2022 Acme Bank and Bolt Bank set up a fund in 2022",
            ],
        ),
        (
            "Acme weighs IPO",
            "Acme Mobile Ltd. is considering an offering. Japan's Bolt Corp. bought 8% of the company "
            "in January.\nThe firm brought out its first phone, the Acme One, in 2017.",
            [
                "/.. Acme Mobile Ltd is considering an offering",
                "2025-01 Japan's Bolt Corp bought 8% of Acme",
                "2017 Acme brought out its first phone, the Acme One, in 2017",
            ],
        ),
        (
            "Acme selects site",
            "Acme Tyre PLC will invest $95 million in a mill.\nGroup exports for 2024 rose by 8% to "
            "$142 million. The June floods cost the Group $4 million.",
            [
                "[2025-03-24..] Acme Tyre PLC will invest $95 million in a mill",
                "2024 Acme Tyre's exports rose by 8% to $142 million",
                "2024-06 The June floods cost Acme Tyre $4 million",
            ],
        ),
        (
            "The quiet maker of slow games",
            "On the wall of Hania Wrona's office hangs a letter.\nWrona set up Kwiat Games in 2011 "
            "with two friends. She keeps the letter.\nKwiat shut a studio in 2019.",
            ["2011 Hania Wrona set up Kwiat Games in 2011 with two friends", "2019 Kwiat shut a studio in 2019"],
        ),
        (
            "Store to go",
            "Shoppers learned that the Byron's supermarket in Mill Street will close on 25 May.\nThe "
            "store lost $310,000 last year. Byron's hopes to build at Hayle.",
            ["2025-05-25 The Byron's supermarket in Mill Street will close", "2024 Byron's: the store lost $310,000"],
        ),
        (
            "Co-op shuts line",
            "The churns at Acme Valley Co-operative's works fell silent on Friday. The co-op lifted "
            "its price in February, Acme Valley said.",
            [
                "2025-03-21 The churns at Acme Valley Co-operative's works fell silent",
                "2025-02 Acme Valley lifted its price",
            ],
        ),
        (
            "Bolt and Roma",
            "Wabash & Lake Railroad broke ground on a yard in 2024.",
            ["2024 Wabash & Lake Railroad broke ground on a yard in 2024"],
        ),
        (
            "Acme",
            "Acme continues to expect sales of around 3.1 billion euros. For the current year, Acme "
            "continues to expect sales of around 3.1 billion euros.",
            [
                "[2025-03-24..] Acme continues to expect sales of around 3.1 billion euros",
                "2025 Acme continues to expect sales of around 3.1 billion euros",
            ],
        ),
        (
            "Acme",
            "Assuming no major deterioration in exchange rates, the Group continues to expect sales "
            "growth of 5% to 6% for 2025.",
            ["2025 The Group continues to expect sales growth of 5% to 6% for 2025"],
        ),
        (
            "Acme",
            "The companies expect the purchase to close in the third quarter, pending approval by regulators.",
            ["2025-Q3 The companies expect the purchase to close, pending approval by regulators"],
        ),
        (
            "Acme buys Bolt",
            "Acme expects the purchase to close in the third quarter.",
            ["2025-Q3 Acme expects the purchase to close"],
        ),
        (
            "Acme",
            "Merger talks of Acme with smaller rival Isuzaki, which might have brought relief, "
            "collapsed last May over the question of who would lead.",
            ["2024-05 Merger talks of Acme with smaller rival Isuzaki collapsed"],
        ),
        (
            "Acme",
            "The Board of Directors of Acme, at its meeting held in Mumbai today, approved the results.",
            ["2025-03-24 The Board of Directors of Acme approved the results"],
        ),
        (
            "Acme",
            "Bolt, Acme's technology partner from Idaho, raised its stake in the venture to 26% from 15% in June.",
            ["2024-06 Acme: Bolt raised its stake in the venture to 26% from 15%"],
        ),
        (
            "Acme",
            "For its bestseller, the L7 sedan, Acme has set a sales target of 300,000 units this year.",
            ["[..2025-03-24] Acme has set a sales target of 300,000 units"],
        ),
        (
            "Acme",
            "Shares in Acme Tools tumbled 14% on Friday after it lowered its revenue forecast for the "
            "year to between $610 million and $640 million.",
            [
                "2025-03-21 Shares in Acme Tools tumbled 14%",
                "[..2025-03-24] Acme Tools lowered its revenue forecast to between $610 million and $640 million",
            ],
        ),
        (
            "Acme",
            "Net profit of Acme slid 38% to $21.7 million in the third quarter, the company said after "
            "the market closed on Tuesday.",
            ["2024-Q3 Net profit of Acme slid 38% to $21.7 million"],
        ),
        (
            "Acme",
            "Acme's board has approved an engine plant, which is to be commissioned in the first "
            "quarter of calendar 2027.",
            [
                "[..2025-03-24] Acme's board has approved an engine plant",
                "2027-Q1 Acme: an engine plant is to be commissioned in the first quarter of calendar 2027",
            ],
        ),
        (
            "Acme",
            "Acme broke ground on Friday on a $210 million factory in the Suez industrial zone that is "
            "to start production in mid-2027.",
            [
                "2025-03-21 Acme broke ground on a $210 million factory in the Suez industrial zone",
                "2027 Acme: a $210 million factory in the Suez industrial zone is to start production in mid-2027",
            ],
        ),
        (
            "Acme",
            "Acme was founded in 1908 by the foremen of a mill and for decades lived within its means.",
            ["1908 Acme was founded in 1908 by the foremen of a mill"],
        ),
        (
            "Acme",
            "A planned merger of Acme with Bolt collapsed in February. The rescue of Acme fell through "
            "in January. A project of Acme was quietly dropped last autumn. Acme walked away from a $4 "
            "billion deal in 2023.",
            [
                "2025-02 A planned merger of Acme with Bolt collapsed",
                "2025-01 The rescue of Acme fell through",
                "2024 A project of Acme was quietly dropped",
                "2023 Acme walked away from a $4 billion deal in 2023",
            ],
        ),
        (
            "Acme",
            "Acme had collected more than 1.3 billion euros from pension funds, carmakers and the "
            "state between 2018 and 2022.",
            ["2018/2022 Acme collected more than 1.3 billion euros from pension funds, carmakers and the state"],
        ),
        (
            "Acme",
            "Byron, a former buyer of shoes who in 2022 became the first woman to head Acme, believes "
            "that stores have a future.",
            ["2022 Byron became the first woman to head Acme"],
        ),
        (
            "Acme",
            "Hotel giant Bellwether, according to people close to both sides, has been courting her since last autumn.",
            ["2024/.. Hotel giant Bellwether has been courting her"],
        ),
        (
            "Acme",
            "Couriers of Acme in Lodz walked out last Thursday over rates for summer deliveries.",
            ["2025-03-20 Couriers of Acme in Lodz walked out over rates for summer deliveries"],
        ),
        (
            "Acme sale",
            "Acme is exploring a sale. It lost $62 million in 2024.",
            ["/.. Acme is exploring a sale", "2024 Acme lost $62 million in 2024"],
        ),
        (
            "Acme",
            "That changed with the arrival of Bolt Sports, a Singapore group with a taste for clubs "
            "and immodest language, which bought 80% of Acme in 2018.",
            ["2018 A Singapore group bought 80% of Acme in 2018"],
        ),
        (
            "Acme buys",
            "On 3 January, Acme acquired 70% of Bolt Derma, a specialist in compacts; the remaining "
            "shares are to be purchased by 2029.",
            [
                "2025-01-03 Acme acquired 70% of Bolt Derma, a specialist in compacts",
                "[2025-03-24..2029] Acme: the remaining shares are to be purchased by 2029",
            ],
        ),
        (
            "Acme",
            "Speculation is mounting that Ada Byron of Acme will meet the minister in Beijing on Wednesday.",
            ["2025-03-26 Ada Byron of Acme will meet the minister in Beijing"],
        ),
        (
            "Acme",
            "Acme agreed on Friday to buy Danish biotech Aurvig for $6.4 billion in cash, a bet that "
            "patients will prefer one obesity shot a month to one a week.",
            ["2025-03-21 Acme agreed to buy Danish biotech Aurvig for $6.4 billion in cash"],
        ),
        (
            "Acme",
            "Acme Tractors launched the Acme Bijli, a family of electric tractors of 30 to 50 "
            "horsepower with prices from 6.4 lakh, in Pune on Friday.",
            [
                "2025-03-21 Acme Tractors launched the Acme Bijli, a family of electric tractors of 30 to 50 "
                "horsepower with prices from 6.4 lakh, in Pune"
            ],
        ),
        (
            "Acme",
            "In May, Ada Byron of Acme visited the yard of Bolt Shipbuilding near Philadelphia, with "
            "which Acme had formed a partnership in November 2024.",
            [
                "2024-05 Ada Byron of Acme visited the yard of Bolt Shipbuilding near Philadelphia",
                "2024-11 Acme formed a partnership in November 2024 with Bolt Shipbuilding near Philadelphia",
            ],
        ),
        (
            "Acme rises",
            "The board of the European Bank for Reconstruction and Development, which has backed Acme "
            "since 2019, cleared a loan on Jan. 28.",
            [
                "2019/.. The European Bank for Reconstruction and Development has backed Acme since 2019",
                "2025-01-28 Acme: the board of the European Bank for Reconstruction and Development cleared a loan",
            ],
        ),
        (
            "Acme rises",
            "Production of Acme in Kassel will therefore end in 2026.",
            ["2026 Production of Acme in Kassel will end in 2026"],
        ),
        (
            "Acme rises",
            "Wages at Acme are guaranteed until the end of November. Acme rules out dismissals until "
            "the end of 2029. Ada Byron will stay at Acme through August.",
            [
                "../2025-11 Wages at Acme are guaranteed until the end of November",
                "../2029 Acme rules out dismissals until the end of 2029",
                "../2025-08 Ada Byron will stay at Acme through August",
            ],
        ),
        (
            "Acme on the list",
            "In 2019 Washington put Acme on a list. Its budget brand, Lumi, was sold to Bolt in November 2020.",
            ["2019 Washington put Acme on a list", "2020-11 Its budget brand Lumi was sold to Bolt in November 2020"],
        ),
        (
            "Acme",
            "Bolt Memory, Acme's technology partner from Idaho, raised its stake in the venture to 26% "
            "from 15% in June.",
            ["2024-06 Acme: Bolt Memory raised its stake in the venture to 26% from 15%"],
        ),
        (
            "Acme",
            "Acme announced a chip packaging plant in the Indian state of Goa in 2023. Acme broke "
            "ground on the site in March 2024.",
            [
                "2023 Acme announced a chip packaging plant in the Indian state of Goa in 2023",
                "2024-03 Acme broke ground on the chip packaging plant in the Indian state of Goa in March 2024",
            ],
        ),
        (
            "Acme",
            "Ada Byron, whose contract the board extended on Friday by five years, will lead Acme.",
            ["[2025-03-24..] Ada Byron will lead Acme"],
        ),
        (
            "Shares fall",
            "Shares in Acme Tools tumbled 14% on Friday after it lowered its revenue forecast for 2025 "
            "to $610 million.",
            [
                "2025-03-21 Shares in Acme Tools tumbled 14%",
                "[..2025-03-24] Acme Tools lowered its revenue forecast for 2025 to $610 million",
            ],
        ),
        (
            "Shares fall",
            "Shares in Acme Tools tumbled 14% on Friday after the company cut its forecast for 2025 to $610 million.",
            [
                "2025-03-21 Shares in Acme Tools tumbled 14%",
                "[..2025-03-24] Acme Tools cut its forecast for 2025 to $610 million",
            ],
        ),
        (
            "Shares fall",
            "Shares in Acme Tools rose 4% on Friday after Bolt raised its stake in the firm to 12%.",
            ["2025-03-21 Shares in Acme Tools rose 4%", "[..2025-03-24] Bolt raised its stake in Acme Tools to 12%"],
        ),
        (
            "Acme",
            "Acme has set a sales target of 300,000 units this year.",
            ["[..2025-03-24] Acme has set a sales target of 300,000 units"],
        ),
        (
            "Acme",
            "The board wishes to thank Ada Byron for her service to Acme. Leaders of the union called "
            'Acme\'s move "a punch in the gut" on Friday. Consumer groups welcomed the decision on '
            "Friday. Investors are betting that the effort of Acme will pay off. Acme has fared better "
            "than most.",
            [],
        ),
        (
            "Acme",
            "Acme has more than 400,000 mobile customers. The Seoul show of Acme, originally set for "
            "April 24, will now be held on May 15.",
            ["/.. Acme has more than 400,000 mobile customers", "2025-05-15 The Seoul show of Acme will be held"],
        ),
        (
            "Highlights of Acme",
            "Highlights\n• Order intake of EUR 211 million in 2024, the highest in the Company's "
            "history\n• A contract for 340 units on a new metro line, signed last spring",
            [
                "2024 Order intake of EUR 211 million in 2024, the highest in the Company's history",
                "2024 A contract for 340 units on a new metro line signed",
            ],
        ),
        (
            "Why is Acme Water in trouble, and what will it do to your bill?",
            "On Friday the regulator fined Acme Water $4 million.\nYes. The average household will pay "
            "$53 a month from 1 April.",
            [
                "2025-03-21 The regulator fined Acme Water $4 million",
                "2025-04-01 The average household will pay $53 a month",
            ],
        ),
        (
            "Hydra Nord: the dream that had no customers",
            "There was a time when no tour of the coast was complete without a stop at Hydra Nord.\n"
            "Three engineers founded it in 2018. The pilot plant at Lubmin was switched on in November "
            "2023.",
            [
                "2018 Hydra Nord: three engineers founded it in 2018",
                "2023-11 Hydra Nord: the pilot plant at Lubmin was switched on in November 2023",
            ],
        ),
        (
            "Acme",
            "A start of Acme in Kampala that was planned for March has been put back to the second quarter.",
            ["2025-Q2 A start of Acme in Kampala that was planned for March has been put back to the second quarter"],
        ),
        (
            "Acme",
            "Established in 1908 by the immigrant Carlo Morando, Acme buys cocoa for chocolate makers.",
            ["1908 Acme was established in 1908 by the immigrant Carlo Morando"],
        ),
        (
            "Acme",
            "Acme Orbit is close to selling a 35% stake to a Qatari fund for around $420 million.",
            ["/.. Acme Orbit is close to selling a 35% stake to a Qatari fund for around $420 million"],
        ),
        (
            "Acme swings",
            "Acme Co. swung to an operating profit of 431 billion won in the third quarter as demand "
            "picked up, the company said Thursday. A year earlier, the panel maker had suffered an "
            "operating loss of 80.6 billion won.",
            [
                "2024-Q3 Acme Co swung to an operating profit of 431 billion won",
                "2023-Q3 Acme suffered an operating loss of 80.6 billion won",
            ],
        ),
        (
            "Acme",
            "Its net loss narrowed to 18.6 trillion dong ($710 million) in 2024, unaudited figures of Acme showed.",
            ["2024 Acme's net loss narrowed to 18.6 trillion dong in 2024"],
        ),
        (
            "Acme",
            "Acme, Mexico's third-largest steel producer, reported on Wednesday a net loss of 1.9 "
            "billion pesos ($101 million) for the fourth quarter, its first since 2020.",
            ["2025-03-19 Acme reported a net loss of 1.9 billion pesos, its first since 2020"],
        ),
        (
            "Acme",
            "Shipments of Acme slid 17% to 842,000 metric tons and revenue shrank by a fifth to 14.3 billion pesos.",
            [
                "[..2025-03-24] Shipments of Acme slid 17% to 842,000 metric tons",
                "[..2025-03-24] Acme's revenue shrank by a fifth to 14.3 billion pesos",
            ],
        ),
        (
            "Acme",
            "Trading in Acme under the ticker ACM will commence on Thursday, 3 April 2025, at a price of $2 per share.",
            ["2025-04-03 Trading in Acme under the ticker ACM will commence, at a price of $2 per share"],
        ),
        (
            "Acme",
            "Closing of Acme's purchase, once pencilled in for the summer, is now expected in early 2027, Acme said.",
            ["2027 Closing of Acme's purchase is expected in early 2027"],
        ),
        (
            "Acme",
            "The refinery of Acme has been idle since a fire in October 2024.",
            ["2024-10/.. The refinery of Acme has been idle since a fire in October 2024"],
        ),
        (
            "Acme",
            "Profit at Acme tripled to 11.4 trillion won in the final three months of 2024.",
            ["2024-Q4 Profit at Acme tripled to 11.4 trillion won in the final three months of 2024"],
        ),
        (
            "Acme",
            "Yet it was only in 2011 that Ada Byron quit Acme to save her uncle's shop. Acme has bet "
            "its future on screens. Acme tried once before to bring in outside capital. Acme has its "
            "headquarters in Galway.",
            ["2011 Ada Byron quit Acme to save her uncle's shop"],
        ),
        (
            "Acme",
            "A lawsuit brought by 9,200 subscribers of Acme opens at the court in Seoul on 16 May.",
            ["2025-05-16 A lawsuit brought by 9,200 subscribers of Acme opens at the court in Seoul"],
        ),
        (
            "Acme",
            "Rice of Acme was offered at $372 a tonne on Friday, nine dollars less than a month "
            "before. Acme's shareholders approved the sale of a stake to Bolt on Friday. Acme turned "
            "over 1.4bn rupees in 2024. The letter of intent of Acme and Bolt dates from November "
            "2024. Acme expects to resume work in May. Acme flew 8.6 million passengers in 2024.",
            [
                "2025-03-21 Rice of Acme was offered at $372 a tonne",
                "2025-03-21 Acme's shareholders approved the sale of a stake to Bolt",
                "2024 Acme turned over 1.4bn rupees in 2024",
                "2024-11 The letter of intent of Acme and Bolt dates from November 2024",
                "2025-05 Acme expects to resume work",
                "2024 Acme flew 8.6 million passengers in 2024",
            ],
        ),
        (
            "Acme",
            "Acme's annual shareholders' meeting, to be held on June 26, will vote on the removal of two directors.",
            ["2025-06-26 Acme's annual shareholders' meeting will vote on the removal of two directors"],
        ),
        (
            "Acme",
            "A shareholders' meeting of Acme called for 28 April to approve the bond has been "
            "cancelled for want of a quorum.",
            ["2025-04-28 A shareholders' meeting of Acme has been cancelled for want of a quorum"],
        ),
        (
            "Acme",
            "The ministry is drafting rules that would oblige battery importers such as Acme to hold cash deposits.",
            ["/.. The ministry is drafting rules"],
        ),
        (
            "Acme",
            "The Rio shipyard of Acme, idle since 2016, will reopen in April with an order for four tankers.",
            [
                "2025-04 The Rio shipyard of Acme will reopen with an order for four tankers",
                "2016/.. The Rio shipyard of Acme has been idle since 2016",
            ],
        ),
        (
            "Acme",
            "Kiln No. 2 of Acme, idle since the floods of May 2023, is to be fired up again before Christmas.",
            ["[2025-03-24..2025-12-25] Kiln No. 2 of Acme is to be fired up"],
        ),
        (
            "Acme",
            "The tariff on imported rebar, in force since 1 July 2024, will remain in place until December 2027.",
            [
                "../2027-12 The tariff on imported rebar will remain in place until December 2027",
                "2024-07-01/.. The tariff on imported rebar has been in force since 1 July 2024",
            ],
        ),
        (
            "Acme",
            "The new centre of Acme, under construction since May 2024, will be inaugurated on 9 October.",
            [
                "2025-10-09 The new centre of Acme will be inaugurated",
                "2024-05/.. The new centre of Acme has been under construction since May 2024",
            ],
        ),
        (
            "Acme",
            "The turning point for Acme was a royal decree, in force since February, under which "
            "owners may keep their grid connection.",
            ["2025-02/.. Acme: a royal decree has been in force since February"],
        ),
        (
            "The Derwent Courier, a paper that knew everyone",
            "The last copy of the Derwent Courier came off the press this morning.\nIt had started in "
            "1868 as a price sheet.",
            [
                "2025-03-24 The last copy of the Derwent Courier came off the press",
                "1868 Derwent Courier started in 1868 as a price sheet",
            ],
        ),
        (
            "Tram maker takes city to court",
            "Vagonka Přerov, the Moravian tram builder, has taken a city to court over an order.\nIn "
            "May its plant in Přerov closed. Its revenue halved to Kč1.9bn in 2024.",
            [
                "[..2025-03-24] Vagonka Přerov has taken a city to court over an order",
                "2024-05 Vagonka Přerov's plant in Přerov closed",
                "2024 Vagonka Přerov's revenue halved to Kč1.9bn in 2024",
            ],
        ),
        (
            "Acme Somon A.Ş.: Trading update",
            'Acme Somon A.Ş. ("the Company") harvested 6,140 tonnes of salmon in 2024.\nThe Company is '
            "insured. The Board has lowered its guidance to between 24,000 and 25,000 tonnes.",
            [
                "2024 Acme Somon A.Ş harvested 6,140 tonnes of salmon in 2024",
                "[..2025-03-24] Acme Somon's Board has lowered its guidance to between 24,000 and 25,000 tonnes",
            ],
        ),
        (
            "Acme",
            "Not everything Acme touched has turned to gold: its foray into Kenya, begun in 2018, was "
            "abandoned last December.",
            ["2024-12 Acme's foray into Kenya was abandoned", "2018 Acme's foray into Kenya was begun in 2018"],
        ),
        (
            "Acme",
            "The last serious attempt to reverse that, a tie-up between Acme and Bolt Telecom, fell "
            "apart in April 2016.",
            ["2016-04 Acme: the last serious attempt to reverse that fell apart in April 2016"],
        ),
        (
            "Acme",
            "Acme's stock more than doubled between January and September 2024.",
            ["2024-01/2024-09 Acme's stock more than doubled between January and September 2024"],
        ),
        (
            "Acme",
            "The association has trimmed its forecast for Acme's output this year to 14.4 million tons.",
            ["[..2025-03-24] The association has trimmed its forecast for Acme's output to 14.4 million tons"],
        ),
        (
            "Acme",
            "Its shares, the weakest on the DAX, have lost a fifth of their value since January, Acme said.",
            ["2025-01/2025-03-24 Acme's shares have lost a fifth of their value since January"],
        ),
        (
            "Acme",
            "Nineteen farms have left Acme since January, some for other processors.",
            ["2025-01/2025-03-24 Nineteen farms have left Acme since January, some for other processors"],
        ),
        (
            "Acme",
            "A second listing of Acme in London was abandoned in 2020 when the pandemic closed borders.",
            ["2020 A second listing of Acme in London was abandoned in 2020"],
        ),
        (
            "Acme",
            "Ada Byron's big bet came in March of last year, when Acme outbid two giants for a saga.",
            ["2024-03 Acme: Ada Byron's big bet came", "2024-03 Acme outbid two giants for a saga"],
        ),
        (
            "Acme",
            "Revenue of Acme for 2024 rose 9% to $341 million, reflecting contracts and fewer cancelled trips.",
            ["2024 Revenue of Acme rose 9% to $341 million, reflecting contracts and fewer cancelled trips"],
        ),
        (
            "Acme",
            "Empty since 2017, the Acme works in Nottingham is to be turned into flats next year.",
            [
                "2026 The Acme works in Nottingham is to be turned into flats",
                "2017/.. The Acme works in Nottingham have been empty since 2017",
            ],
        ),
        (
            "Acme",
            "The Acme nuclear plant, 35 kilometres west of Yerevan, will go offline on May 4. "
            "Controlled since 2013 by the Byron family, Acme is known for its lamps.",
            [
                "2025-05-04 The Acme nuclear plant will go offline",
                "2013/.. Acme has been controlled since 2013 by the Byron family",
            ],
        ),
        (
            "Acme Group",
            "Acme's Board reaffirms its expectation that EBITDA for 2025 will be between $92 million "
            "and $96 million.\nThe sale of the Group's ferry business to Bolt Partners has been "
            "delayed.",
            ["2025 Acme's EBITDA will be between $92 million and $96 million"],
        ),
        (
            "Acme plans",
            "The buyer, Bolt Partners, disclosed a stake in Acme. Chief Executive Officer Jonas "
            "Reimers met the fund's partners in London in April.",
            [
                "[..2025-03-24] Bolt Partners disclosed a stake in Acme",
                "2024-04 Acme's chief executive officer Jonas Reimers met the fund's partners in London",
            ],
        ),
        (
            "Acme",
            "Worldwide, Acme sold 612,000 vehicles in 2024.",
            ["2024 Acme sold 612,000 vehicles in 2024"],
        ),
        (
            "Acme",
            "A second washing plant of Acme is scheduled for commissioning in the third quarter of "
            "2026, at a cost of N$95 million.",
            ["2026-Q3 A second washing plant of Acme is scheduled for commissioning in the third quarter of 2026"],
        ),
        (
            "Acme",
            "Acme acquired eleven brokerages in 2024, and premiums rose by a third to C$1.3 billion.",
            ["2024 Acme acquired eleven brokerages in 2024", "2024 Acme's premiums rose by a third to C$1.3 billion"],
        ),
        (
            "Acme",
            "Next week the regulator will decide whether Acme and Bolt may merge.",
            ["2025-W14 The regulator will decide whether Acme and Bolt may merge"],
        ),
        (
            "Acme",
            "Acme warned shareholders on Tuesday to expect a loss in the March quarter, and brokers "
            "hear that it is selling sixty looms.",
            ["2025-03-18 Acme warned shareholders to expect a loss", "/.. Acme is selling sixty looms"],
        ),
        (
            "Acme",
            "Danish hearing-aid maker Acme cut its growth forecast on Friday.",
            ["2025-03-21 Danish hearing-aid maker Acme cut its growth forecast"],
        ),
        (
            "Northmark Subsea – interim statement, first quarter 2024",
            "Revenue for the quarter amounted to EUR 412.7 million.\nThe Group was awarded a contract in May 2024.",
            [
                "2024-Q4 Northmark Subsea's revenue amounted to EUR 412.7 million",
                "2024-05 Northmark Subsea was awarded a contract in May 2024",
            ],
        ),
        (
            "",
            "Acme Corp was founded in 1990 and sales reached $4 billion.",
            ["1990 Acme Corp was founded in 1990", "[..2025-03-24] Acme's sales reached $4 billion"],
        ),
        (
            "",
            "Acme Corp moved to Rome in 2018 and its sales more than doubled.",
            ["2018 Acme Corp moved to Rome in 2018", "[..2025-03-24] Acme's sales more than doubled"],
        ),
        (
            "",
            "Acme's sales fell in 2023 and its profit rose 4%.",
            ["2023 Acme's sales fell in 2023", "2023 Acme's profit rose 4%"],
        ),
        (
            "",
            "Acme Corp narrowed its loss to $4 million from $5 million in 2023.",
            ["[..2025-03-24] Acme Corp narrowed its loss to $4 million from $5 million in 2023"],
        ),
        (
            "",
            "Acme Corp raised its dividend to 4 cents from 3 cents in 2023.",
            ["[..2025-03-24] Acme Corp raised its dividend to 4 cents from 3 cents in 2023"],
        ),
        (
            "",
            "Acme Corp raised its stake in Bolt to 26% from 15% in June.",
            ["2024-06 Acme Corp raised its stake in Bolt to 26% from 15%"],
        ),
        (
            "",
            "Acme Corp will buy Bolt Inc, which will keep its name, and shut its Rome plant in June.",
            ["[2025-03-24..] Acme Corp will buy Bolt Inc", "2025-06 Acme Corp will shut its Rome plant"],
        ),
        (
            "",
            "Acme Corp will sell its mill, which will employ 300 people, and cut its forecast on Friday.",
            ["[2025-03-24..] Acme Corp will sell its mill", "2025-03-28 Acme Corp will cut its forecast"],
        ),
        (
            "",
            "Acme Corp will close the mill, which will cost it $4 million, and cut two jobs in June.",
            ["[2025-03-24..] Acme Corp will close the mill", "2025-06 Acme Corp will cut two jobs"],
        ),
        (
            "",
            "Acme Corp raised its guidance for 2025 this month.",
            ["2025-03 Acme Corp raised its guidance for 2025"],
        ),
        (
            "",
            "Acme Corp cut its forecast of sales growth this month.",
            ["2025-03 Acme Corp cut its forecast of sales growth"],
        ),
        (
            "",
            "Acme Corp cut its forecast for growth this year.",
            ["[..2025-03-24] Acme Corp cut its forecast for growth"],
        ),
        (
            "",
            "Acme Corp has set a sales target of 300,000 cars this year.",
            ["[..2025-03-24] Acme Corp has set a sales target of 300,000 cars"],
        ),
        (
            "",
            "Revenue of Acme Corp fell to $4 million in the first quarter of 2023, it said. Its "
            "chairman resigned in May 2024. A year earlier, it had sold a mill.",
            [
                "2023-Q1 Revenue of Acme Corp fell to $4 million in the first quarter of 2023",
                "2024-05 Acme's chairman resigned in May 2024",
                "2022-Q1 Acme sold a mill",
            ],
        ),
        (
            "Acme plc interim results",
            "The Company's stores opened in May 2024. The Group will close the Company's stores in June.",
            ["2024-05 The Company's stores opened in May 2024", "2025-06 The Group will close the Company's stores"],
        ),
        (
            "Update – trading statement",
            "The Group's revenue rose 4% in February.",
            ["2025-02 The Group's revenue rose 4%"],
        ),
        (
            "Interim Report – strong first half",
            "The Group opened a mill in February.",
            ["2025-02 The Group opened a mill"],
        ),
        (
            "Trading Update: sales up",
            "Acme plc said sales rose. The Group opened a mill in February.",
            ["2025-02 Acme opened a mill"],
        ),
        (
            "",
            "Deutsche Lufthansa cut 400 jobs in May 2024. Lufthansa will open 40 offices in June. The "
            "company will close a unit in July, he said. Its shares fell 4% on Friday.",
            [
                "2024-05 Deutsche Lufthansa cut 400 jobs in May 2024",
                "2025-06 Lufthansa will open 40 offices",
                "2025-07 Lufthansa will close a unit",
                "2025-03-21 Lufthansa's shares fell 4%",
            ],
        ),
        (
            "",
            "Ada Byron left Acme Corp for Bolt Inc, which opened a mill in Rome in May 2024.",
            [
                "[..2025-03-24] Ada Byron left Acme Corp for Bolt Inc",
                "2024-05 Bolt Inc opened a mill in Rome in May 2024",
            ],
        ),
        (
            "",
            "Acme Corp hired 40 people from Bolt Inc, which closed in 2019.",
            ["[..2025-03-24] Acme Corp hired 40 people from Bolt Inc", "2019 Bolt Inc closed in 2019"],
        ),
        (
            "",
            "Bolt Inc bought parts of Acme in May 2024. Acme will cut 400 jobs in May. The company "
            "will move to Rome in June.",
            [
                "2024-05 Bolt Inc bought parts of Acme in May 2024",
                "2025-05 Acme will cut 400 jobs",
                "2025-06 Acme will move to Rome",
            ],
        ),
        (
            "",
            "The works council of Volkswagen rejected the plan on Friday. Volkswagen will cut 400 jobs "
            "in May. The carmaker will close a plant in June.",
            [
                "2025-03-21 The works council of Volkswagen rejected the plan",
                "2025-05 Volkswagen will cut 400 jobs",
                "2025-06 Volkswagen will close a plant",
            ],
        ),
        (
            "",
            "Cape Industries plc will open a mine in May. Its shares fell 4% on Friday.",
            ["2025-05 Cape Industries plc will open a mine", "2025-03-21 Cape Industries' shares fell 4%"],
        ),
        (
            "",
            "Lake Resources cut 400 jobs in May 2024. The company will open a mine in June.",
            ["2024-05 Lake Resources cut 400 jobs in May 2024", "2025-06 Lake Resources will open a mine"],
        ),
        (
            "Suez to buy Bolt",
            "Suez will buy Bolt Inc in May, it said on Friday. The utility will close its Rome plant "
            "in June. Suez shares fell 4% on Friday.",
            [
                "2025-05 Suez will buy Bolt Inc",
                "2025-06 The utility will close its Rome plant",
                "2025-03-21 Suez shares fell 4%",
            ],
        ),
        (
            "Cadence to cut 400 jobs",
            "Cadence will cut 400 jobs in May, it said. The chipmaker will close its plant in June.",
            ["2025-05 Cadence will cut 400 jobs", "2025-06 Cadence will close its plant"],
        ),
        (
            "",
            "Ada Byron, a director at the family firm, resigned on Friday. She joined Acme Corp in 2019.",
            ["2025-03-21 Ada Byron resigned", "2019 Ada Byron joined Acme Corp in 2019"],
        ),
        (
            "",
            "Katya Lim, a partner at Acme Corp, resigned on Friday. Lim will join Bolt Inc in May.",
            ["2025-03-21 Katya Lim resigned", "2025-05 Katya Lim will join Bolt Inc"],
        ),
        (
            "",
            "Acme Corp is the owner of the industrial park, which was sold in May 2024.",
            ["2024-05 Acme: the industrial park was sold in May 2024"],
        ),
        (
            "",
            "Acme Corp makes cars. The remaining staff will leave in May.",
            ["2025-05 Acme's remaining staff will leave"],
        ),
        (
            "",
            "Acme Corp called an extraordinary meeting for May 5 to approve the “Spark” merger.",
            ["2025-05-05 Acme Corp called an extraordinary meeting to approve the “Spark” merger"],
        ),
        (
            "",
            "The union called a strike at the “Bolt” plant on Friday.",
            ["2025-03-21 The union called a strike at the “Bolt” plant"],
        ),
        (
            "",
            "The union called it “a scandal” on Friday.",
            [],
        ),
        (
            "",
            "The court condemned Acme to pay $4 million on Friday.",
            ["2025-03-21 The court condemned Acme to pay $4 million"],
        ),
        (
            "",
            "“Acme Toys” announced a bid for Bolt Inc on Friday.",
            [],
        ),
        (
            "",
            "The stock exchange will close on Friday for a holiday.",
            ["2025-03-28 The stock exchange will close for a holiday"],
        ),
        (
            "",
            "Shares fell after the market closed on Tuesday.",
            [],
        ),
        (
            "",
            "Ministers said that the war ended in May 2023.",
            ["2023-05 The war ended in May 2023"],
        ),
        (
            "",
            "Acme Corp operates a plant near its headquarters in Rome.",
            ["/.. Acme Corp operates a plant near its headquarters in Rome"],
        ),
        (
            "",
            "Acme Corp lowered its expectations.",
            ["[..2025-03-24] Acme Corp lowered its expectations"],
        ),
        (
            "",
            "A wall at the housing project collapsed on Friday.",
            ["2025-03-21 A wall at the housing project collapsed"],
        ),
        (
            "",
            "Alliance Bank collapsed in 2024.",
            ["2024 Alliance Bank collapsed in 2024"],
        ),
        (
            "",
            "Talks with Bolt collapsed on Friday.",
            ["2025-03-21 Talks with Bolt collapsed"],
        ),
        (
            "",
            "Acme's takeover of Bolt collapsed on Friday.",
            ["2025-03-21 Acme's takeover of Bolt collapsed"],
        ),
        (
            "",
            "Acme walked away from the $4 billion takeover of Bolt on Friday.",
            ["2025-03-21 Acme walked away from the $4 billion takeover of Bolt"],
        ),
        (
            "",
            "Ada Byron will talk on Friday about a merger that closed in February.",
            ["2025-03-28 Ada Byron will talk about a merger", "2025-02 A merger closed"],
        ),
        (
            "",
            "Acme Corp, out of favour since 2019, rose 4% on Friday.",
            ["2025-03-21 Acme Corp rose 4%"],
        ),
        (
            "",
            "The plant, out of use since 2019, will reopen in May.",
            ["2025-05 The plant will reopen", "2019/.. The plant has been out of use since 2019"],
        ),
        (
            "",
            "Acme Corp set a target of 300,000 cars in February.",
            ["2025-02 Acme Corp set a target of 300,000 cars"],
        ),
        (
            "",
            "The court approved an extension of the deadline on Friday.",
            ["2025-03-21 The court approved an extension of the deadline"],
        ),
        (
            "",
            "The city approved the extension of the plant on Friday.",
            ["2025-03-21 The city approved the extension of the plant"],
        ),
        (
            "",
            "Rail workers stopped work on Friday in a pay dispute.",
            ["2025-03-21 Rail workers stopped work in a pay dispute"],
        ),
    ],
)
def test_a_short_article(heading: str, text: str, events: list[str]) -> None:
    found = draft(text, P, Registries(), heading or None)
    assert [f"{each.date} {each.title}" for each in found] == events
