"""Single sentences of news: which events each gives, with their dates and titles."""

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
            "Gross margin widened by 80 basis points in the three months to January 2025, helped by cheaper cocoa.",
            [
                "2024-11/2025-01 Gross margin widened by 80 basis points in the three months to January 2025, "
                "helped by cheaper cocoa"
            ],
        ),
        (
            "",
            "An appeals court on Feb. 28 upheld the 12 million-dollar fine that the agency had imposed "
            "on Acme in 2014.",
            [
                "2025-02-28 An appeals court upheld the 12 million-dollar fine",
                "2014 The agency imposed the 12 million-dollar fine on Acme in 2014",
            ],
        ),
        (
            "",
            "Completed ahead of schedule in December, the kiln of Acme fired its first bricks on 12 January.",
            [
                "2025-01-12 The kiln of Acme fired its first bricks",
                "2024-12 The kiln of Acme was completed ahead of schedule",
            ],
        ),
        (
            "",
            "For 2026, Acme forecasts an operating profit of 88 billion yen.",
            ["2026 Acme forecasts an operating profit of 88 billion yen"],
        ),
        (
            "",
            "For the fiscal year through March 2026, Acme forecasts an operating profit of 88 billion yen.",
            ["2025-04/2026-03 Acme forecasts an operating profit of 88 billion yen"],
        ),
        (
            "",
            "In the 12 months to 31 December 2024, Acme carried 88 million passengers, barely half the "
            "number of two years before.",
            ["2024 Acme carried 88 million passengers"],
        ),
        (
            "",
            "Acme's output rose 14% over the previous year to 60 tonnes in 2024.",
            ["2024 Acme's output rose 14% to 60 tonnes in 2024"],
        ),
        (
            "",
            "The pipe of Acme burst shortly before 6am on Wednesday, cutting off 9,000 homes.",
            ["2025-03-19 The pipe of Acme burst, cutting off 9,000 homes"],
        ),
        (
            "",
            "From April 1, the average household bill goes up by £19 to £62, Acme said.",
            ["2025-04-01 The average household bill goes up by £19 to £62"],
        ),
        (
            "",
            "Acme's board meets on Thursday to vote on the merger.",
            ["2025-03-27 Acme's board meets to vote on the merger"],
        ),
        (
            "",
            "Acme's share of the noodle market, 12% in 2022, has since doubled.",
            ["[2022..2025-03-24] Acme's share of the noodle market has since doubled"],
        ),
        (
            "",
            "Acme widened its range in April, and shipments to dealers have been falling since.",
            ["2024-04 Acme widened its range", "2024-04/.. Acme: shipments to dealers have been falling"],
        ),
        (
            "",
            "Acme said 40 miles of main would be replaced between now and 2030 at a cost of £27m.",
            ["2025-03-24/2030 Acme: 40 miles of main will be replaced between now and 2030 at a cost of £27m"],
        ),
        (
            "",
            "The regulator opened an inquiry into Acme on Monday and ordered hourly readings at two stations.",
            [
                "2025-03-24 The regulator opened an inquiry into Acme",
                "2025-03-24 The regulator ordered hourly readings at two stations",
            ],
        ),
        (
            "",
            "The European Commission recently cleared the purchase of Acme without conditions.",
            ["[..2025-03-24] The European Commission cleared the purchase of Acme without conditions"],
        ),
        (
            "",
            "The quarrying permit of Acme, issued by the county in 2006, is valid until 2031.",
            [
                "../2031 The quarrying permit of Acme is valid until 2031",
                "2006 The quarrying permit of Acme was issued by the county in 2006",
            ],
        ),
        (
            "",
            "Acme's board has set an objective of cutting emissions by 55% from 2019 levels by 2030.",
            ["[..2025-03-24] Acme's board has set an objective of cutting emissions by 55% from 2019 levels by 2030"],
        ),
        (
            "",
            "They signed a contract with Acme in 2019, when the studio consisted of 14 people.",
            ["2019 They signed a contract with Acme in 2019"],
        ),
        (
            "Acme",
            "Operating profit: 64.3 million kroner in the fourth quarter of 2024, the best in its history.",
            ["2024-Q4 Operating profit: 64.3 million kroner in the fourth quarter of 2024, the best in its history"],
        ),
        (
            "Acme",
            "Copper production: 31,400 t in February, down 6.2% on the year.",
            ["2025-02 Copper production: 31,400 t, down 6.2% on the year"],
        ),
        (
            "",
            "The company passed to Bolt in 1921, moved across the river after the flood of 1966 and "
            "began exporting in the 1970s.",
            [
                "1921 The company passed to Bolt in 1921",
                "1966 The company moved across the river after the flood of 1966",
                "197X The company began exporting in the 1970s",
            ],
        ),
        (
            "",
            "The partners, who joined the consortium in January, now hold 34% of the shares.",
            ["2025-01 The partners joined the consortium", "/.. The partners hold 34% of the shares"],
        ),
        (
            "",
            "The Acme line, insolvent since February, will be wound up on December 1.",
            ["2025-12-01 The Acme line will be wound up", "2025-02/.. The Acme line has been insolvent since February"],
        ),
        (
            "",
            "From 2011 to 2017 the Acme site made car seats; today it packs coffee capsules.",
            ["2011/2017 The Acme site made car seats", "/.. The Acme site packs coffee capsules"],
        ),
        (
            "",
            "The S&P/ASX 200 slipped 6.1 points, or 0.1 per cent, to 8811.4.",
            ["2025-03-24 The S&P/ASX 200 slipped 6.1 points to 8811.4"],
        ),
        (
            "",
            "Acme lost 3% to 27.15 shillings, and Bolt Bank shed 2%.",
            ["2025-03-24 Acme lost 3% to 27.15 shillings", "2025-03-24 Bolt Bank shed 2%"],
        ),
        (
            "",
            "Today Acme extends its scheme to Italy.",
            ["2025-03-24 Acme extends its scheme to Italy"],
        ),
        (
            "",
            "Prairie Pension Board (PPB) today reported a net return of 8.7% for 2024.",
            ["2024 Prairie Pension Board reported a net return of 8.7% for 2024"],
        ),
        (
            "",
            "The regulator opened an inquiry at two stations in the nearby town of Taltal Bajo on Monday.",
            ["2025-03-24 The regulator opened an inquiry at two stations in the nearby town of Taltal Bajo"],
        ),
        (
            "",
            "Since its listing in Oslo in 2007 the leasing company has paid a dividend every year.",
            ["2007/.. The leasing company has paid a dividend every year"],
        ),
        (
            "",
            "Under a law that takes effect on 1 March 2026, sellers of mattresses must take back the old one.",
            ["2026-03-01 A law takes effect on 1 March 2026"],
        ),
        (
            "",
            "It was in 1911, or thereabouts, that a printer called Aldous Finch began selling a "
            "four-page sheet to Whitby's herring merchants.",
            ["1911~ A printer called Aldous Finch began selling a four-page sheet to Whitby's herring merchants"],
        ),
        (
            "",
            "The cooperative, whose beginnings go back to about 1885, filed for insolvency on Sept. 3.",
            [
                "1885~ The cooperative's beginnings go back to about 1885",
                "2024-09-03 The cooperative filed for insolvency",
            ],
        ),
        (
            "",
            "Some 70 percent of the fish-feed producer is owned by the municipality of Tromsø.",
            ["/.. Some 70 percent of the fish-feed producer is owned by the municipality of Tromsø"],
        ),
        (
            "",
            "The Sabah joint venture, in which Petronas has 51 percent, is to be wound up in 2026.",
            [
                "/.. Petronas has 51 percent in the Sabah joint venture",
                "2026 Petronas: the Sabah joint venture is to be wound up in 2026",
            ],
        ),
        (
            "",
            "By the end of January, the utility had hooked up 312,000 Kenyan homes to its solar mini-grids.",
            ["/2025-01 The utility hooked up 312,000 Kenyan homes to its solar mini-grids"],
        ),
        (
            "",
            "No dividend has been paid by the Karachi tyre maker since 2008.",
            ["2008/.. No dividend has been paid by the Karachi tyre maker since 2008"],
        ),
        (
            "",
            "Acme has not paid a dividend since 2008.",
            ["2008/.. Acme has not paid a dividend since 2008"],
        ),
        (
            "",
            "Bulgaria's oldest rose-oil still, built in the 19th century, is back in use.",
            ["/.. Bulgaria's oldest rose-oil is back in use", "18XX Bulgaria's oldest rose-oil still was built"],
        ),
        (
            "",
            '"We believe that 2025 will be hard," said Ada Byron of Acme.',
            [],
        ),
        (
            "",
            '"We could open a plant in 2027," said Ada Byron of Acme.',
            [],
        ),
        (
            "",
            "Acme has not said since when it has known.",
            [],
        ),
        (
            "",
            "The chief of Acme will step down in March when her contract runs out.",
            ["2025-03 The chief of Acme will step down"],
        ),
        (
            "Acme",
            "Effective July 1, 2025, Ada Byron will succeed Bo Carnot as Chair of the Board.",
            ["2025-07-01 Ada Byron will succeed Bo Carnot as Chair of the Board"],
        ),
        (
            "Acme",
            "In May she hands the day-to-day running to Otieno Were, chief operating officer since "
            "2022, and becomes executive chair.",
            [
                "2025-05 She hands the day-to-day running to Otieno Were, chief operating officer since 2022",
                "2025-05 She becomes executive chair",
            ],
        ),
        (
            "",
            "Acme expects exports to China, suspended in May for two of its units over a dispute, to "
            "resume this quarter.",
            [
                "2025-Q1 Acme expects exports to China",
                "2024-05 Exports to China were suspended for two of its units over a dispute",
            ],
        ),
        (
            "",
            "On May 9, 2024, Acme agreed to sell its stake in Valle Sur, a Chilean toll road held "
            "since 2012, to Iberian Roads for $480 million.",
            ["2024-05-09 Acme agreed to sell its stake in Valle Sur, a Chilean toll road held since 2012"],
        ),
        (
            "",
            "Scheduled to welcome its first guests in the fourth quarter of 2027, Acme Beach will "
            "feature three restaurants.",
            [
                "[2025-03-24..] Acme Beach will feature three restaurants",
                "2027-Q4 Acme Beach is scheduled to welcome its first guests in the fourth quarter of 2027",
            ],
        ),
        (
            "",
            "It hangs behind the reception desk of Acme, the mobile lender that Kamande co-founded in 2016.",
            ["2016 Kamande co-founded Acme in 2016"],
        ),
        (
            "",
            "Acme will pay with cash and a EUR 120 million loan from the Nordic Bank, to be drawn in "
            "two tranches in 2025 and 2026.",
            [
                "[2025-03-24..] Acme will pay with cash and a EUR 120 million loan from the Nordic Bank",
                "2025/2026 A EUR 120 million loan from the Nordic Bank is to be drawn in two tranches in 2025 and 2026",
            ],
        ),
        (
            "Acme to close",
            "Acme will close. Chapter 11 followed in 2003, and a second filing in 2009.",
            ["[2025-03-24..] Acme will close", "2003 Acme: Chapter 11 followed in 2003, and a second filing in 2009"],
        ),
        (
            "",
            "A rescue of Acme by a charter operator collapsed days before Christmas 2024.",
            ["[..2024-12-25] A rescue of Acme by a charter operator collapsed days before Christmas 2024"],
        ),
        (
            "",
            "April will see the launch of Acme Circle, a loyalty programme developed in partnership with Bolt.",
            ["2025-04 The launch of Acme Circle, a loyalty programme developed in partnership with Bolt"],
        ),
        (
            "",
            "The signing follows a record 2024, in which occupancy across Acme averaged 78.6%, an "
            "increase of 14% over the previous year.",
            ["2024 Occupancy across Acme averaged 78.6%, an increase of 14%"],
        ),
        (
            "",
            "A Czech group is rumoured to be circling the business of Acme.",
            ["/.. A Czech group is rumoured to be circling the business of Acme"],
        ),
        (
            "",
            "The hangar of Acme is up for sale.",
            ["/.. The hangar of Acme is up for sale"],
        ),
        (
            "",
            "Havsund is also contesting a decision by the Food Authority, which in December ordered it "
            "to reduce stocking by a fifth.",
            [
                "/.. Havsund is contesting a decision by the Food Authority",
                "2024-12 The Food Authority ordered Havsund to reduce stocking by a fifth",
            ],
        ),
        (
            "",
            "Acme's EBITDA amounted to €58 million in 2024, 12% below the previous year, on account of lower prices.",
            ["2024 Acme's EBITDA amounted to €58 million in 2024 on account of lower prices"],
        ),
        (
            "",
            "Short-time working at Acme was lifted before Christmas, weeks after the tariff had been "
            "cut to 15 per cent.",
            ["[..2024-12-25] Short-time working at Acme was lifted"],
        ),
        (
            "",
            "Ada Byron, chief of Acme, said sales were likely to grow by around 20% this quarter.",
            ["2025-Q1 Acme's sales are likely to grow by around 20%"],
        ),
        (
            "",
            "On Monday suppliers parked tractors across the gates of Acme, moving them only after a meeting.",
            ["2025-03-24 Suppliers parked tractors across the gates of Acme, moving them only after a meeting"],
        ),
        (
            "",
            "The rand was 0.6% firmer at R15.94 to the dollar.",
            ["[..2025-03-24] The rand was 0.6% firmer at R15.94 to the dollar"],
        ),
        (
            "",
            "Exports to China fell 3%, Acme said.",
            ["[..2025-03-24] Acme: exports to China fell 3%"],
        ),
        (
            "",
            "Carnot Fields added 3.8% with bullion near record highs.",
            ["2025-03-24 Carnot Fields added 3.8% with bullion near record highs"],
        ),
        (
            "",
            "The lender grew 4%.",
            ["[..2025-03-24] The lender grew 4%"],
        ),
        (
            "",
            "Type approval of Acme has slipped from January to May after tests.",
            ["2025-05 Type approval of Acme has slipped to May after tests"],
        ),
        (
            "",
            "Founded in Rome in 1934, Acme produces stoppers for still, sparkling and fortified wines.",
            ["1934 Acme was founded in Rome in 1934"],
        ),
        (
            "",
            "The opening of the tyre hall, scheduled for May, has been called off.",
            ["2025-05 The opening of the tyre hall has been called off"],
        ),
        (
            "",
            "In the 2023/24 financial year, which ended on 31 March, Acme achieved sales of EUR 214 million.",
            ["2023-04/2024-03 Acme achieved sales of EUR 214 million"],
        ),
        (
            "",
            "Carnot's Acme said on Thursday its nine-month revenue rose 14% to 9.7 billion dirhams.",
            ["2024-01/2024-09 Acme's nine-month revenue rose 14% to 9.7 billion dirhams"],
        ),
        (
            "",
            "Meanwhile talks are under way with the owner of Acme over an option for a third ferry.",
            ["/.. Talks are under way with the owner of Acme over an option for a third ferry"],
        ),
        (
            "",
            "Acme Bancorp on Thursday reported fourth-quarter net income of $58.3 million, or 94 cents per share.",
            ["2024-Q4 Acme Bancorp reported fourth-quarter net income of $58.3 million"],
        ),
        (
            "",
            "Ada Byron said the conversion of Wabash Trust, the bank that Great Acme bought last June "
            "for $730 million, would end in May.",
            ["2025-05 The conversion of Wabash Trust will end"],
        ),
        (
            "",
            "Acme has, and worse.",
            [],
        ),
        (
            "",
            "Acme has until 30 May to respond.",
            ["[2025-03-24..2025-05-30] Acme has until 30 May to respond"],
        ),
        (
            "",
            "When she became chief of Acme in 2021, the timing looked poor.",
            ["2021 She became chief of Acme in 2021"],
        ),
        (
            "",
            "Havbris Service entered into a ten-year service agreement covering the 96 turbines of the "
            "Amrum Ost offshore wind farm in the German Bight.",
            [
                "[..2025-03-24] Havbris Service entered into a ten-year service agreement covering the 96 turbines of "
                "the Amrum Ost offshore wind farm"
            ],
        ),
        (
            "Acme opens",
            "Acme was founded in 1969 by Dale Hutchins. Hutchins took the company public in 1983. "
            "Hutchins, who died in 2016, was a pilot.",
            [
                "1969 Acme was founded in 1969 by Dale Hutchins",
                "1983 Acme: Dale Hutchins took the company public in 1983",
                "2016 Acme: Dale Hutchins died in 2016",
            ],
        ),
        (
            "",
            "Acme had around 400 workers in 2019.",
            ["2019 Acme had around 400 workers in 2019"],
        ),
        (
            "",
            "Acme was founded in 1990, expanded and changed its name in 2005.",
            ["1990 Acme was founded in 1990", "2005 Acme changed its name in 2005"],
        ),
        (
            "",
            "Output of Acme slipped from January to March.",
            ["2025-Q1 Output of Acme slipped"],
        ),
        (
            "",
            "Acme halted exports to China, which banned the chips in May 2024.",
            ["2024-05 Acme: China banned the chips in May 2024"],
        ),
        (
            "",
            "German GDP fell 0.3%, Acme said.",
            ["[..2025-03-24] Acme: German GDP fell 0.3%"],
        ),
        (
            "",
            "Bolt Bank's shares fell 3%, and profit increased 40%.",
            ["2025-03-24 Bolt Bank's shares fell 3%", "[..2025-03-24] Bolt Bank's profit increased 40%"],
        ),
        (
            "",
            "Acme today hosts its annual meeting.",
            ["2025-03-24 Acme hosts its annual meeting"],
        ),
        (
            "",
            "The track meets held in May drew 300 people to Acme.",
            ["2024-05 The track meets drew 300 people to Acme"],
        ),
        (
            "",
            "The town of Acme has 12% unemployment.",
            [],
        ),
        (
            "",
            "Sales: 3 ways to win customers.",
            [],
        ),
        (
            "",
            "Orders of Acme for the BMW 320 rose 4% in 2024.",
            ["2024 Orders of Acme for the BMW 320 rose 4% in 2024"],
        ),
        (
            "",
            "Acme said in 2019 that it was due to open a mill in 2020.",
            ["2020 Acme was due to open a mill in 2020"],
        ),
        (
            "",
            "In 2019, in which year Acme moved to Rome, it sold 40 cars.",
            ["2019 Acme sold 40 cars"],
        ),
        (
            "",
            "When the contract expired in May 2024, Acme lost 300 jobs.",
            ["2024-05 Acme: the contract expired in May 2024", "2024-05 Acme lost 300 jobs"],
        ),
        (
            "",
            "In its first six months, the shop of Acme sold 300 cars.",
            ["[..2025-03-24] The shop of Acme sold 300 cars"],
        ),
        (
            "",
            "Acme cancelled a research project in May 2024.",
            ["2024-05 Acme cancelled a research project in May 2024"],
        ),
        (
            "",
            "Acme is contesting a ruling by the state, which ordered it",
            [],
        ),
        (
            "",
            "A bond of $260mn falls due in November, and the banks of Acme have no wish to roll it over.",
            ["2025-11 Acme: a bond of $260mn falls due"],
        ),
        (
            "",
            "Zurich regulators recently opened an inquiry into the pricing of spare parts at Acme.",
            ["[..2025-03-24] Zurich regulators opened an inquiry into the pricing of spare parts at Acme"],
        ),
        (
            "",
            "The benchmark S&P 500 fell 0.3% to 5,712.2.",
            ["2025-03-24 The benchmark S&P 500 fell 0.3% to 5,712.2"],
        ),
        (
            "",
            "The bridge is to be resurfaced between May and August next year.",
            ["2026-05/2026-08 The bridge is to be resurfaced"],
        ),
        (
            "",
            "Between January and March of this year Acme landed 1,140 tonnes of kelp, up "
            "65 per cent on the corresponding months of 2022.",
            ["2025-Q1 Acme landed 1,140 tonnes of kelp, up 65 per cent on the corresponding months of 2022"],
        ),
        (
            "",
            "Order intake in the first nine months of 2024 stood at $214 million, 19 per cent above "
            "the same period of 2023.",
            ["2024-01/2024-09 Order intake in the first nine months of 2024 stood at $214 million"],
        ),
        (
            "",
            "Acme's pre-tax profit is expected to exceed that of 2024 by at least 25% this year.",
            ["2025 Acme's pre-tax profit is expected to exceed that of 2024 by at least 25%"],
        ),
        (
            "",
            "Acme has scrapped its forecast of a return to profit in 2026.",
            ["[..2025-03-24] Acme has scrapped its forecast of a return to profit in 2026"],
        ),
        (
            "",
            "The only firm order, though, was placed by a Danish installer in 2023.",
            ["2023 The only firm order was placed by a Danish installer in 2023"],
        ),
        (
            "",
            "Sales, never spectacular, had slid to under $7 million by last year.",
            ["[..2024] Sales slid to under $7 million"],
        ),
        (
            "",
            "Acme's proposed share buyback will not proceed.",
            ["[..2025-03-24] Acme's proposed share buyback will not proceed"],
        ),
        (
            "",
            "Plans for a floating hotel on the lake have been shelved indefinitely.",
            ["[..2025-03-24] Plans for a floating hotel on the lake have been shelved indefinitely"],
        ),
        (
            "",
            "Two funds have tabled rival offers for Acme.",
            ["[..2025-03-24] Two funds have tabled rival offers for Acme"],
        ),
        (
            "",
            "Closure of the mill is foreseen for the end of 2027 at the latest.",
            ["[2025-03-24..2027] Closure of the mill is foreseen for the end of 2027"],
        ),
        (
            "",
            "Zinc premiums have doubled since early February, traders said.",
            ["2025-02/2025-03-24 Zinc premiums have doubled since early February"],
        ),
        (
            "",
            "Analysts at Byron & Bolt last week halved their price target for Acme to 40 euros.",
            ["2025-W12 Analysts at Byron & Bolt halved their price target for Acme to 40 euros"],
        ),
        (
            "",
            "The bank puts redesigned notes into circulation on July 3.",
            ["2025-07-03 The bank puts redesigned notes into circulation"],
        ),
        (
            "",
            "A chipmaker is understood to be seeking a 10-year supply deal.",
            ["/.. A chipmaker is understood to be seeking a 10-year supply deal"],
        ),
        (
            "",
            "Having bought its rival in 2020, Acme is now the subject of a bid itself.",
            ["/.. Acme is the subject of a bid itself", "2020 Acme bought its rival in 2020"],
        ),
        (
            "",
            "Among the exhibitors at the fair in April last year was a Taiwanese maker of gearboxes.",
            ["2024-04 A Taiwanese maker of gearboxes was among the exhibitors at the fair"],
        ),
        (
            "",
            "Also on the agenda of the June 12 shareholders' meeting is a ten-for-one stock split.",
            ["2025-06-12 A ten-for-one stock split is on the agenda of the June 12 shareholders' meeting"],
        ),
        (
            "",
            "Rumours that Acme would bid for its Czech rival swirled through the market last week.",
            ["2025-W12 Rumours that Acme would bid for its Czech rival swirled through the market"],
        ),
        (
            "",
            "Fresh rumours that Acme would be taken private resurfaced this week.",
            ["2025-W13 Fresh rumours that Acme would be taken private resurfaced"],
        ),
        (
            "",
            "Speculation that Acme will be sold has mounted since May.",
            ["2024-05/.. Speculation that Acme will be sold has mounted since May"],
        ),
        (
            "",
            "Ten years ago Acme had 14 shops; today it has 212.",
            ["2015 Acme had 14 shops", "/.. Acme has 212 shops"],
        ),
        (
            "",
            "Acme now makes one in nine of the country's battery packs.",
            ["/.. Acme makes one in nine of the country's battery packs"],
        ),
        (
            "",
            "Among the first three to join in 2019 were Acme and Bolt.",
            ["2019 Acme and Bolt were among the first three to join in 2019"],
        ),
        (
            "",
            "Net debt: US$1.87 billion as at 31 December 2024.",
            ["2024-12-31 Net debt: US$1.87 billion as at 31 December 2024"],
        ),
        (
            "",
            "In the 1970s, Acme employed some 12,000 people; the payroll now stands at 640.",
            ["197X Acme employed some 12,000 people", "/.. Acme: the payroll stands at 640"],
        ),
        (
            "",
            "Investors led by Byron Capital have put 55 million euros into Acme, a start-up.",
            ["[..2025-03-24] Investors led by Byron Capital have put 55 million euros into Acme, a start-up"],
        ),
        (
            "",
            "Bondholders, in the view of Ada Byron of Bolt Research, underestimate how much cash Acme burns in 2025.",
            [],
        ),
        (
            "",
            "On Dec. 30 the ministry scrapped the export licence it had granted Acme in 2018, a move "
            "the company called baffling.",
            [
                "2024-12-30 The ministry scrapped the export licence",
                "2018 The ministry granted Acme the export licence in 2018",
            ],
        ),
        (
            "Acme's ships are idle",
            "Acme's drillships are idle, said Acme. Acme hopes for work. The Sable has been stacked "
            "off Walvis Bay since October.",
            ["2024-10/.. Acme: the Sable has been stacked off Walvis Bay since October"],
        ),
        (
            "",
            "To relieve it, a training academy with room for 60 apprentices opens in August.",
            ["2025-08 A training academy with room for 60 apprentices opens"],
        ),
        (
            "",
            "Construction of the mill gets under way in April, with the first line scheduled to come "
            "online in spring 2027.",
            [
                "2025-04 Construction of the mill gets under way",
                "2027 The first line is scheduled to come online in spring 2027",
            ],
        ),
        (
            "",
            "Bolt Bio, once thought to be a year behind, dropped its own gout drug in August.",
            ["2024-08 Bolt Bio dropped its own gout drug"],
        ),
        (
            "",
            "Nor has America been easy: the opening of a $350mn plant outside Phoenix has slipped to "
            "the middle of next year.",
            ["2026 The opening of a $350mn plant outside Phoenix has slipped"],
        ),
        (
            "",
            "By 2027, Acme wants exports to make up half of turnover.",
            ["[2025-03-24..2027] Acme wants exports to make up half of turnover"],
        ),
        (
            "",
            "The central bank has since July been capping the instalment loans on which much of the profit rests.",
            ["2024-07/.. The central bank has been capping the instalment loans"],
        ),
        (
            "",
            "The hotel group is rumoured to be about to sell its resort in the Seychelles.",
            ["[2025-03-24..] The hotel group is rumoured to be about to sell its resort in the Seychelles"],
        ),
        (
            "",
            "Originally due to open this April, the ring-road tunnel has been delayed until 2027.",
            ["2027 The ring-road tunnel has been delayed until 2027"],
        ),
        (
            "",
            "Acme called the penalty disproportionate.",
            [],
        ),
        (
            "",
            "The cabinet is expected to vote later this month on a lower cess, a measure exporters "
            "have been demanding for years.",
            ["2025-03 The cabinet is expected to vote on a lower cess"],
        ),
        (
            "",
            "Acme joined the route in August with two vessels; it ordered two more from a yard in Baku last month.",
            [
                "2024-08 Acme joined the route with two vessels",
                "2025-02 Acme ordered two more vessels from a yard in Baku",
            ],
        ),
        (
            "",
            "Ada Byron, chief executive of Acme, told reporters the airline would resume flights to Lusaka in October.",
            ["2025-10 Acme will resume flights to Lusaka"],
        ),
        (
            "",
            "European shares retreated on Wednesday, with carmakers leading the losses.",
            ["2025-03-19 European shares retreated, with carmakers leading the losses"],
        ),
        (
            "",
            "Two banks, one of them Chinese, have been picked to work on the sale of Acme.",
            ["[..2025-03-24] Two banks have been picked to work on the sale of Acme"],
        ),
        (
            "",
            "Acme bought the shell at auction last year, outbidding a man who wanted to build a shopping centre.",
            ["2024 Acme bought the shell at auction, outbidding a man who wanted to build a shopping centre"],
        ),
        (
            "Acme hf.: Interim results",
            "Work on Hall 4 at Rome was interrupted in April. The company bought 412,000 of its own shares last May.",
            ["2024-04 Acme: work on Hall 4 at Rome was interrupted", "2024-05 Acme bought 412,000 of its own shares"],
        ),
        (
            "",
            "Acme has won an order for four ships, with handover set for the first half of 2028.",
            [
                "[..2025-03-24] Acme has won an order for four ships, with handover set for the first half of 2028",
                "2028-H1 Acme: handover is set for the first half of 2028",
            ],
        ),
        (
            "Van der Leck Semicon: results for the third quarter of 2024",
            "Net sales amounted to €418.6 million in the third quarter of 2024. The company expects a good year.",
            ["2024-Q3 Van der Leck Semicon's net sales amounted to €418.6 million in the third quarter of 2024"],
        ),
        (
            "Mara Packaging Plc – unaudited results",
            "Mara Packaging Plc sells boxes. Revenue for 2024 grew by 14% to KShs 18.6 billion. An "
            "interim dividend will be paid on or about 12 December 2025.",
            [
                "2024 Mara Packaging's revenue grew by 14% to KShs 18.6 billion",
                "2025-12-12~ Mara Packaging: an interim dividend will be paid on or about 12 December 2025",
            ],
        ),
        (
            "The heiress who wants Maison Byron to smell of money again",
            "Maison Byron makes scents. The laboratory in Grasse is to reopen in September.",
            ["2025-09 Maison Byron: the laboratory in Grasse is to reopen"],
        ),
        (
            "",
            "Rubber lost ground on Tuesday, with the benchmark grade ending 1.4% lower at 92.15 baht a kilogram.",
            [
                "2025-03-18 Rubber lost ground",
                "2025-03-18 The benchmark grade ended 1.4% lower at 92.15 baht a kilogram",
            ],
        ),
        (
            "",
            "Banks were mostly weaker, Absa losing 1.3%.",
            ["2025-03-24 Absa lost 1.3%"],
        ),
        (
            "",
            "Acme was the standout on Wednesday, its shares climbing 13.8 per cent to 92c on news of cheaper tungsten.",
            [
                "2025-03-19 Acme was the standout",
                "2025-03-19 Its shares climbed 13.8 per cent to 92c on news of cheaper tungsten",
            ],
        ),
        (
            "",
            "Acme welcomed 611,000 guests in 2024, with revenue per available room rising to €94.",
            ["2024 Acme welcomed 611,000 guests in 2024", "2024 Acme: revenue per available room rose to €94"],
        ),
        (
            "",
            "The yen weakened on Monday, with Bolt gaining 2% and Carnot adding 1%.",
            ["2025-03-24 The yen weakened, with Bolt gaining 2% and Carnot adding 1%"],
        ),
        (
            "",
            "Shanghai's January contract was little changed at 13,000 yuan.",
            [],
        ),
        (
            "",
            "London's October white sugar contract fell 3%.",
            ["[..2025-03-24] London's October white sugar contract fell 3%"],
        ),
        (
            "",
            "South African shares finished little changed on Thursday.",
            ["2025-03-20 South African shares finished little changed"],
        ),
        (
            "",
            "A pilot on the river is pencilled in for the fourth quarter of next year.",
            ["2026-Q4 A pilot on the river is pencilled in for the fourth quarter of 2026"],
        ),
        (
            "",
            "Acme opened a mill on Monday, with output reaching 400,000 tonnes by 2027.",
            ["2025-03-24 Acme opened a mill, with output reaching 400,000 tonnes by 2027"],
        ),
        (
            "",
            "The minister has set out a plan, with the tax rising to 20% in 2027.",
            ["2027 The minister has set out a plan, with the tax rising to 20% in 2027"],
        ),
        (
            "",
            "Stocks fell on Monday, with Acme losing 4% and Bolt dropping 3%.",
            ["2025-03-24 Stocks fell, with Acme losing 4% and Bolt dropping 3%"],
        ),
        (
            "",
            "Copper fell on Monday, with tin losing 2% and zinc dropping 1%.",
            ["2025-03-24 Copper fell, with tin losing 2% and zinc dropping 1%"],
        ),
        (
            "",
            "A decision is expected between May and June.",
            ["[2025-05..2025-06] A decision is expected between May and June"],
        ),
        (
            "",
            "In his view profit will fall; on Monday Acme cut 400 jobs.",
            ["2025-03-24 Acme cut 400 jobs"],
        ),
        (
            "",
            "Acme cut 400 jobs on Monday, a step too far in the eyes of unions.",
            ["2025-03-24 Acme cut 400 jobs, a step too far in the eyes of unions"],
        ),
        (
            "",
            "In the view of the court, Acme broke the law in 2023.",
            ["2023 Acme broke the law in 2023"],
        ),
        (
            "",
            "Among miners, Acme was up 3% on Monday.",
            ["2025-03-24 Acme was up 3%"],
        ),
        (
            "",
            "Economists put growth at 2% in 2025.",
            [],
        ),
        (
            "",
            "Traders said copper would fall to $8,000 in May.",
            [],
        ),
        (
            "",
            "Reports that Acme had cut jobs sent its shares down 4% on Monday, and doubts mounted.",
            ["2025-03-24 Reports that Acme had cut jobs sent its shares down 4%"],
        ),
        (
            "",
            "The Gap cut 400 jobs on Monday. The Gap said it would go on.",
            ["2025-03-24 The Gap cut 400 jobs"],
        ),
        (
            "",
            "Acme cut its workforce by 12 in May.",
            ["2024-05 Acme cut its workforce by 12"],
        ),
        (
            "",
            "Oil rose 2% on Monday despite inflation worries.",
            ["2025-03-24 Oil rose 2% despite inflation worries"],
        ),
        (
            "",
            "Acme offered $4 million to settle the suit in May.",
            ["2024-05 Acme offered $4 million to settle the suit"],
        ),
        (
            "",
            "The company, not Bolt, sold its mill in May.",
            ["2024-05 The company sold its mill"],
        ),
        (
            "",
            "The minister, never a friend of Acme, cut the subsidy on Monday.",
            ["2025-03-24 Acme: the minister cut the subsidy"],
        ),
        (
            "",
            "Initially due to close in 2024, the plant closed in May.",
            ["2024-05 The plant closed"],
        ),
        (
            "",
            "Acme hired Ada Byron in May, replacing a manager who was dismissed in 2024.",
            ["2024-05 Acme hired Ada Byron, replacing a manager", "2024 Acme: a manager was dismissed in 2024"],
        ),
        (
            "The last mill: a town buries Laidlaw & Croser",
            "Staff left the Laidlaw & Croser mill on Friday. A rival bought the company in 1968. "
            "Directors called in administrators on May 2, 2024.",
            [
                "2025-03-21 Staff left the Laidlaw & Croser mill",
                "1968 A rival bought Laidlaw & Croser in 1968",
                "2024-05-02 Laidlaw & Croser's directors called in administrators on May 2, 2024",
            ],
        ),
        (
            "The woman who sells ice",
            "BarafuWorks, which she started in 2016, makes ice. A fund put $5 million into the company in November.",
            ["2016 She started BarafuWorks in 2016", "2024-11 A fund put $5 million into BarafuWorks"],
        ),
        (
            "Shubat & Co wants a bigger herd",
            "Shubat & Co sells milk. The company opened a plant in May.",
            ["2024-05 Shubat & Co opened a plant"],
        ),
        (
            "",
            "Acme Corp is pleased to confirm the completion, on 15 January 2025, of the sale of its mill.",
            ["2025-01-15 Acme Corp confirms the completion, on 15 January 2025, of the sale of its mill"],
        ),
        (
            "",
            "Acme Corp was delighted to announce on Friday the sale of its mill.",
            ["2025-03-21 Acme Corp announced the sale of its mill"],
        ),
        (
            "",
            "Acme Corp is pleased to report revenue of $3 million for the third quarter.",
            ["2024-Q3 Acme Corp reports revenue of $3 million"],
        ),
        ("", "Acme Corp reports results on Thursday.", ["2025-03-27 Acme Corp reports results"]),
        ("", "Acme Corp posts a loss of $3 million for 2024.", ["2024 Acme Corp posts a loss of $3 million for 2024"]),
        (
            "",
            "Acme Hotels is to convert a former post office in Rome into a 210-room luxury property.",
            ["[2025-03-24..] Acme Hotels is to convert a former post office in Rome into a 210-room luxury property"],
        ),
        (
            "",
            "The peso weakened 0.6 pct to 18 per dollar on Wednesday.",
            ["2025-03-19 The peso weakened 0.6 pct to 18 per dollar"],
        ),
        (
            "",
            "Acme Corp may start on a second hall in 2029, Ada Byron said, provided that customers sign contracts.",
            ["2029 Acme Corp may start on a second hall in 2029"],
        ),
        (
            "",
            "Acme Re will not insure new coal mines from January 2026.",
            ["2026-01 Acme Re will not insure new coal mines from January 2026"],
        ),
        (
            "",
            "The supervisor fined Acme Bank $18 million on Monday. The bank said it would appeal.",
            ["2025-03-24 The supervisor fined Acme Bank $18 million", "[2025-03-24..] Acme Bank will appeal"],
        ),
        (
            "",
            "The first phase of the Acme mill cost $3 billion.",
            ["[..2025-03-24] The first phase of the Acme mill cost $3 billion"],
        ),
        (
            "",
            "Stocks of crude rose by 4.7 million barrels last week, while the market had bet on a small draw.",
            ["2025-W12 Stocks of crude rose by 4.7 million barrels"],
        ),
        (
            "Up with the Malbec",
            "Bodega Quirque pulled up the Malbec, the grape of its fame, in 2014. No Malbec is left. "
            "Profit doubled in 2019.",
            [
                "2014 Bodega Quirque pulled up the Malbec, the grape of its fame, in 2014",
                "2019 Bodega Quirque's profit doubled in 2019",
            ],
        ),
        (
            "",
            "Engineers of Acme Corp are now qualifying parts for two customers.",
            ["/.. Engineers of Acme Corp are qualifying parts for two customers"],
        ),
        (
            "",
            "A refiner in Spain is reportedly looking for 40,000 tonnes of October petrol.",
            ["/.. A refiner in Spain is reportedly looking for 40,000 tonnes of October petrol"],
        ),
        (
            "",
            "Sales at stores open for more than a year slipped 1.8 per cent last year.",
            ["2024 Sales at stores open for more than a year slipped 1.8 per cent"],
        ),
        (
            "Acme cuts jobs",
            "Acme Corp cut 40 jobs on Friday. The company is also said to be sounding out buyers for its mill.",
            ["2025-03-21 Acme Corp cut 40 jobs", "/.. Acme is said to be sounding out buyers for its mill"],
        ),
        (
            "",
            "The central bank cut its rate on Tuesday, and hinted that it was not done yet.",
            ["2025-03-18 The central bank cut its rate"],
        ),
        (
            "Acme cuts jobs",
            "Acme has grounded six of its older jets and will hand them back to lessors by March.",
            [
                "[..2025-03-24] Acme has grounded six of its older jets",
                "[2025-03-24..2025-03] Acme will hand the six older jets back to lessors",
            ],
        ),
        (
            "Acme cuts jobs",
            "Acme won the contract for 48 trainsets in 2022. It delivered 19 of them between June 2024 and May 2026.",
            [
                "2022 Acme won the contract for 48 trainsets in 2022",
                "2024-06/2026-05 Acme delivered 19 of the trainsets between June 2024 and May 2026",
            ],
        ),
        (
            "Acme cuts jobs",
            "Acme cut 40 jobs in 2024. Shares in Bolt Group jumped 27 per cent to €30.20 on Tuesday.",
            ["2024 Acme cut 40 jobs in 2024", "2025-03-18 Shares in Bolt Group jumped 27 per cent to €30.20"],
        ),
        (
            "Bodega Acme",
            "Bodega Acme grew in 2024. The bodega has shipped wine to Japan since 2016.",
            ["2024 Bodega Acme grew in 2024", "2016/.. Bodega Acme has shipped wine to Japan since 2016"],
        ),
        (
            "Peru cuts rates again",
            "The banking supervisor fined Banco Litoral $18 million on Monday. The bank, Peru's "
            "fifth-largest by assets, said it would appeal. Its chairman may be called before a "
            "committee in May.",
            [
                "2025-03-24 The banking supervisor fined Banco Litoral $18 million",
                "[2025-03-24..] Banco Litoral will appeal",
                "2025-05 Banco Litoral's chairman may be called before a committee",
            ],
        ),
        (
            "Acme cuts jobs",
            "Acme Corp shut a furnace at Dabrowa in 2024, and the group posted a loss of $6 million.",
            ["2024 Acme Corp shut a furnace at Dabrowa in 2024", "[..2025-03-24] Acme posted a loss of $6 million"],
        ),
        (
            "Acme cuts jobs",
            "Acme Corp cut 40 jobs in 2024. Chief Executive Ada Byron on Wednesday kept her target of"
            " an operating margin between 4 and 6 per cent.",
            [
                "2024 Acme Corp cut 40 jobs in 2024",
                "2025-03-19 Acme's chief executive Ada Byron kept her target of an operating margin "
                "between 4 and 6 per cent",
            ],
        ),
        (
            "Acme cuts catch",
            "The government on Monday cut the catch for hake by 12% to 136 000 tonnes.",
            ["2025-03-24 The government cut the catch for hake by 12% to 136 000 tonnes"],
        ),
        (
            "",
            "Acme is also looking for a buyer for its dyes business.",
            ["/.. Acme is looking for a buyer for its dyes business"],
        ),
        (
            "",
            "Bolt lost $48 million in the first half of 2024, and it is reportedly in talks to sell "
            "its towers as well.",
            [
                "2024-H1 Bolt lost $48 million in the first half of 2024",
                "/.. Bolt is reportedly in talks to sell its towers",
            ],
        ),
        (
            "",
            "The stoppage is a worry for exporters of flowers, who depend on overnight freighters to Europe.",
            [],
        ),
        (
            "",
            "The Annual General Meeting of Acme plc will take place in Lusaka in the last week of June.",
            ["2025-06 The Annual General Meeting of Acme plc will take place in Lusaka"],
        ),
        (
            "",
            "Acme, the cosmetics house whose jars stand on half the shelves of the valley, is "
            "recalling 74,000 pots of its night cream in eleven European countries. Acme withdrew the"
            " cream from its shop on Tuesday.",
            [
                "2025-03-24 Acme is recalling 74,000 pots of its night cream in eleven European countries",
                "2025-03-18 Acme withdrew the night cream from its shop",
            ],
        ),
        (
            "Acme Cement",
            "Acme Cement grew in 2022. Construction of a solar plant in Rome started in January. It "
            "is due to be completed by the end of October.",
            [
                "2022 Acme Cement grew in 2022",
                "2025-01 Acme Cement: construction of a solar plant in Rome started",
                "[2025-03-24..2025-10] Acme Cement: construction of a solar plant in Rome is due to be completed",
            ],
        ),
        (
            "",
            "Some consultants doubt it; if flights were trimmed, half the beach would be for sale within a year.",
            [],
        ),
        (
            "Acme expands",
            "The work will go to the company's campus outside Rome, where Acme Corp is investing 1.7 "
            "billion pesos. It began hiring there in November.",
            [
                "[2025-03-24..] The work will go to Acme's campus outside Rome",
                "/.. Acme Corp is investing 1.7 billion pesos",
                "2024-11 Acme began hiring there",
            ],
        ),
        (
            "",
            "Premiums held up, said Ada Byron, a strategist at Bolt Securities, who sees prices "
            "averaging $9,500 in May.",
            [],
        ),
        (
            "",
            "In August a survey of Acme mills ended, and the results were worse than feared.",
            ["2024-08 A survey of Acme mills ended"],
        ),
        (
            "",
            "Acme Corp went public in 2021 and has had a bumpy ride since.",
            ["2021 Acme Corp went public in 2021"],
        ),
        (
            "",
            "Investors have poured money into clinics.",
            [],
        ),
        (
            "",
            "On Tuesday a saleswoman was quietly moving the hand soaps to the window.",
            [],
        ),
        (
            "",
            "Monday saw Hungarian e-scooter firm Pattan withdraw from Vienna.",
            ["2025-03-24 Hungarian e-scooter firm Pattan withdrew from Vienna"],
        ),
        (
            "",
            "Labor Day brought the launch of the Dakotan, an electric tractor that Prairie Torque sells for $58,000.",
            ["2024-09-02 Prairie Torque: the launch of the Dakotan"],
        ),
        (
            "",
            "Not until 2024 did Estonian parcel firm Kullerbot turn its first monthly profit.",
            ["2024 Estonian parcel firm Kullerbot turned its first monthly profit"],
        ),
        (
            "",
            "More than half of the board of Acme resigned in the week of 10 March.",
            ["2025-W11 More than half of the board of Acme resigned"],
        ),
        (
            "",
            "Between March and August 2024 the miner Acme shed roughly 1,200 jobs.",
            ["2024-03/2024-08 The miner Acme shed roughly 1,200 jobs"],
        ),
        (
            "",
            "Cobalt refiners generally buy their ore under long contracts priced off exchange benchmarks.",
            [],
        ),
        (
            "",
            "Fifty years ago today the first Acme store opened in Rome.",
            ["1975-03-24 The first Acme store opened in Rome"],
        ),
        (
            "",
            "At some point between 3 and 9 March, burglars emptied the vault of Antwerp dealer Rozenblik.",
            ["[2025-03-03..2025-03-09] Burglars emptied the vault of Antwerp dealer Rozenblik"],
        ),
        (
            "Pipeline operator told to pay gas producer",
            "A tribunal ordered the pipeline operator Acme Gas to pay $640m to Bolt Upstream, an "
            "Italian producer. The case turns on a 20-year contract which the two companies signed in"
            " 2021. The producer filed a claim for $1.1bn in May 2024.",
            [
                "[..2025-03-24] A tribunal ordered the pipeline operator Acme Gas to pay $640m to Bolt "
                "Upstream, an Italian producer",
                "2021 The two companies signed a 20-year contract in 2021",
                "2024-05 Bolt Upstream filed a claim for $1.1bn in May 2024",
            ],
        ),
        (
            "Nikkei slips",
            "The Nikkei fell 1.2% on Monday. The broader Topix lost 0.9%. Foreign investors sold a "
            "net 412 billion yen of shares last week.",
            [
                "2025-03-24 The Nikkei fell 1.2%",
                "2025-03-24 The broader Topix lost 0.9%",
                "2025-W12 Foreign investors sold a net 412 billion yen of shares",
            ],
        ),
        (
            "",
            "Acme Pharma was founded in Rome in 1921 and concentrates on diseases of the lung and the skin.",
            ["1921 Acme Pharma was founded in Rome in 1921"],
        ),
        (
            "",
            "THE government cut its catch of hake by 12% on Monday.",
            ["2025-03-24 The government cut its catch of hake by 12%"],
        ),
        (
            "",
            "A summer tour of China planned for July 2025 has been called off, and with it a fee of $3 million.",
            ["2025-07 A summer tour of China has been called off"],
        ),
        (
            "",
            "The launch of the tram has been put off to May as well.",
            ["2025-05 The launch of the tram has been put off to May"],
        ),
        (
            "",
            "The board of Acme next meets on May 12.",
            ["2025-05-12 The board of Acme meets"],
        ),
        (
            "",
            "Acme's refinery ran at 93% of its capacity in its first quarter on sale.",
            ["[..2025-03-24] Acme's refinery ran at 93% of its capacity in its first quarter on sale"],
        ),
        (
            "Materials slide",
            "The broader materials index dropped 0.4%. Zinc was flat at $2,915. Copper fell 1.3% to $9,742 a tonne.",
            [
                "2025-03-24 The broader materials index dropped 0.4%",
                "2025-03-24 Zinc was flat at $2,915",
                "2025-03-24 Copper fell 1.3% to $9,742 a tonne",
            ],
        ),
        (
            "Acme rises",
            "Acme shares opened at $402 and closed at $429.",
            ["2025-03-24 Acme shares opened at $402", "2025-03-24 Acme shares closed at $429"],
        ),
        (
            "",
            "Acme Corp carried out its ninth flight of the year last week.",
            ["2025-W12 Acme Corp carried out its ninth flight"],
        ),
        (
            "",
            "The ministry is expected to publish the 2027 quotas in December.",
            ["2025-12 The ministry is expected to publish the 2027 quotas"],
        ),
        (
            "",
            "The ministry said on Monday that it had approved an additional 25 million tons of ore "
            "output for this year.",
            ["[..2025-03-24] The ministry approved an additional 25 million tons of ore output"],
        ),
        (
            "",
            "The Acme lamp was on sale between August 2014 and February 2016.",
            ["2014-08/2016-02 The Acme lamp was on sale between August 2014 and February 2016"],
        ),
        (
            "Acme",
            "Judge Harriet Lau appointed two managers as liquidators of Acme Corp.",
            ["[..2025-03-24] Judge Harriet Lau appointed two managers as liquidators of Acme Corp"],
        ),
        (
            "",
            "The change takes effect on 1 April 2030 and will cost 1,900 jobs.",
            ["2030-04-01 The change takes effect on 1 April 2030", "[2025-03-24..] The change will cost 1,900 jobs"],
        ),
        (
            "",
            "Acme argues it has little choice: it handled 71 million letters in the year to June.",
            ["2023-07/2024-06 Acme handled 71 million letters"],
        ),
        (
            "",
            "Acme carried 188 million people last year, although revenue from tickets slipped to €94 million.",
            [
                "2024 Acme carried 188 million people",
                "[..2025-03-24] Acme: revenue from tickets slipped to €94 million",
            ],
        ),
        (
            "",
            "Acme Corp last week put off the restart of its flights, which had been set for 15 December.",
            ["2025-W12 Acme Corp put off the restart of its flights"],
        ),
        (
            "",
            "Production at Acme's 60%-owned Bell Cove smelter fell to 47,000 tonnes in 2024.",
            ["2024 Production at Acme's 60%-owned Bell Cove smelter fell to 47,000 tonnes in 2024"],
        ),
        (
            "",
            "The opening of Acme's 480-million-euro corrugated plant near Rome has been pushed back to May.",
            ["2025-05 The opening of Acme's 480-million-euro corrugated plant near Rome has been pushed back to May"],
        ),
        (
            "",
            "Acme's refinery ran at 93% of capacity through the half.",
            ["2024-H2 Acme's refinery ran at 93% of capacity"],
        ),
        (
            "",
            "Parcels could be stuck well into December.",
            [],
        ),
        (
            "",
            "The quarrel of the two goes back to September.",
            [],
        ),
        (
            "",
            "Under Danish law the mediator may postpone a strike twice, as it did in 2019.",
            [],
        ),
        (
            "",
            "Fiona McAllister, formerly of Diageo, has been appointed chief executive of the distiller Glen Torrin.",
            ["[..2025-03-24] Fiona McAllister has been appointed chief executive of the distiller Glen Torrin"],
        ),
        (
            "",
            "Hit by drought, Argentina's Pampa Granos saw its soya exports shrink by 34% in July.",
            ["2024-07 Argentina's Pampa Granos saw its soya exports shrink by 34%"],
        ),
        (
            "",
            "A cyberattack on Boxing Day knocked out the tills at all 212 branches of the grocer Kornmarkt.",
            ["2024-12-26 A cyberattack knocked out the tills at all 212 branches of the grocer Kornmarkt"],
        ),
        (
            "",
            "Since March Acme Corp has closed its depot in Genk, with the loss of 120 jobs.",
            ["[2025-03..2025-03-24] Acme Corp has closed its depot in Genk, with the loss of 120 jobs"],
        ),
        (
            "",
            "Acme's takeover of Bolt is expected to close in the fourth quarter.",
            ["2025-Q4 Acme's takeover of Bolt is expected to close"],
        ),
        (
            "",
            "On Jan 14 Acme Corp named Ada Byron chief executive.",
            ["2025-01-14 Acme Corp named Ada Byron chief executive"],
        ),
        (
            "MOMBASA TEA: Brighter sorts hold up as volumes swell",
            "The average price slipped to $2.14 a kilo this week, according to Pwani Tea Brokers. A "
            "strike by warehouse clerks in Shimanzi, which began on 10 March, ended on Friday. "
            "Brighter BP1s gained up to 8 cents on Monday.",
            [
                "2025-W13 The average price slipped to $2.14 a kilo",
                "2025-03-10 Tea: a strike by warehouse clerks in Shimanzi began",
                "2025-03-21 Tea: a strike by warehouse clerks in Shimanzi ended",
                "2025-03-24 Brighter BP1s gained up to 8 cents",
            ],
        ),
        (
            "Acme grows",
            "Slaughter began at the Rome works of Acme Corp on a small scale in April 2024.",
            ["2024-04 Slaughter began at the Rome works of Acme Corp on a small scale in April 2024"],
        ),
        (
            "Acme Bank in deal",
            "Acme Bank agreed on Monday to buy the Czech and Slovak business of Bolt. The takeover is"
            " expected to close in May.",
            [
                "2025-03-24 Acme Bank agreed to buy the Czech and Slovak business of Bolt",
                "2025-05 Acme Bank: the takeover is expected to close",
            ],
        ),
        (
            "",
            "Sales of Acme fell as beer consumption slid, and 140 workers at its sister works in Rome"
            " have been on shortened hours since June.",
            [
                "[..2025-03-24] Sales of Acme fell",
                "2024-06/.. 140 workers at Acme's sister works in Rome have been on shortened hours since June",
            ],
        ),
        (
            "",
            "The furnace of Acme Corp replaces a gas-fired unit that dated from the 1990s.",
            [],
        ),
        (
            "",
            "Acme held cash of $391 million as of September 30, which its board believes is "
            "sufficient to fund it into 2027.",
            ["2024-09-30 Acme held cash of $391 million"],
        ),
        (
            "",
            "Acme Corp called the strike illegal. Tension has been building since December.",
            [],
        ),
        (
            "",
            "The Bureau of Standards is investigating how the boxes of Acme passed certification.",
            ["/.. The Bureau of Standards is investigating how the boxes of Acme passed certification"],
        ),
        (
            "",
            "Solar maker Suryodaya Photonics on Monday recalled about 240,000 rooftop panels sold in "
            "India. It has set aside Rs 310 crore for the recall, or a quarter of its profit.",
            [
                "2025-03-24 Solar maker Suryodaya Photonics recalled about 240,000 rooftop panels sold in India",
                "[..2025-03-24] Suryodaya Photonics has set aside Rs 310 crore for the recall of about "
                "240,000 rooftop panels sold in India",
            ],
        ),
        (
            "",
            "Acme Corp ordered four roll-on, roll-off ships from a yard in Hiroshima two weeks ago, "
            "and is building a terminal in Tagbilaran.",
            [
                "2025-W11 Acme Corp ordered four roll-on, roll-off ships from a yard in Hiroshima",
                "/.. Acme Corp is building a terminal in Tagbilaran",
            ],
        ),
        (
            "Acme's coach",
            "Head coach Rhys Pugh of Acme signed a contract extension to 2029 this week.",
            ["2025-W13 Head coach Rhys Pugh of Acme signed a contract extension to 2029"],
        ),
        (
            "OLIVE OIL WEEKLY: Jaén prices slip as Tunisian crop swells",
            "Bottler Frantoio Bellandi postponed the opening of its plant in Puglia to May. The "
            "ministry cut its estimate of the harvest by 4% to 1.29 million tonnes on Friday.",
            [
                "2025-05 Bottler Frantoio Bellandi postponed the opening of its plant in Puglia to May",
                "2025-03-21 Frantoio Bellandi: the ministry cut its estimate of the harvest by 4% to 1.29"
                " million tonnes",
            ],
        ),
        (
            "",
            "Careenage Bakeries has not yet chosen a site for its new plant, nor has it applied for "
            "planning permission.",
            [],
        ),
        (
            "",
            "Some time between 30 April and 3 May, thieves emptied the vault of Andorran watch "
            "retailer Casa Meritxell.",
            ["[2024-04-30..2024-05-03] Thieves emptied the vault of Andorran watch retailer Casa Meritxell"],
        ),
        (
            "",
            "Since January, Rwandan drone operator Imvura Air has flown 41,000 parcels of blood to district hospitals.",
            [
                "2025-01/2025-03-24 Rwandan drone operator Imvura Air has flown 41,000 parcels of blood "
                "to district hospitals"
            ],
        ),
        (
            "",
            "KalkaraJet, a Maltese start-up airline, will begin twice-daily flights to Tunis on "
            "Independence Day, 21 September.",
            ["2025-09-21 KalkaraJet will begin twice-daily flights to Tunis on Independence Day"],
        ),
        (
            "",
            "Acme earlier agreed to sell its mill for $4 million. Acme earlier forecast sales of $3 million.",
            ["[..2025-03-24] Acme agreed to sell its mill for $4 million"],
        ),
        (
            "",
            "Sales of Acme fell 5% in the third quarter as a strike hit output.",
            ["2024-Q3 Sales of Acme fell 5%"],
        ),
        (
            "",
            "Union Pacific offered a 5% raise on Monday. The union rejected the offer on Tuesday.",
            ["2025-03-24 Union Pacific offered a 5% raise", "2025-03-18 Union Pacific: the union rejected the offer"],
        ),
        (
            "",
            "Bolt, a bank, provided a loan of $3 million on Monday.",
            ["2025-03-24 Bolt provided a loan of $3 million"],
        ),
        (
            "",
            "Acme Corp is pleased to be named supplier of the year on Monday.",
            ["2025-03-24 Acme Corp is pleased to be named supplier"],
        ),
        (
            "",
            "Acme Corp lost $3 million on Black Friday deals.",
            ["[..2025-03-24] Acme Corp lost $3 million on Black Friday deals"],
        ),
        (
            "",
            "Acme Corp bought 20 737 jets in 2024, and shut plants 3,4 and 5.",
            ["2024 Acme Corp bought 20 737 jets in 2024", "2024 Acme Corp shut plants 3,4 and 5"],
        ),
        (
            "",
            "Deliveries of Acme were strong in May 2024. Its orders have doubled.",
            ["2024-05 Deliveries of Acme were strong in May 2024", "[..2025-03-24] Acme's orders have doubled"],
        ),
        (
            "",
            "Acme opens its normally closed mill on Saturday.",
            ["2025-03-29 Acme opens its normally closed mill"],
        ),
        (
            "",
            "Bids for the Acme mill open at noon on Friday.",
            ["2025-03-28 Bids for the Acme mill open at noon"],
        ),
        (
            "",
            "Acme, a vaccine maker, sold its plant in 2024. Nasdaq bought Adenza in 2024. O2 cut 300 jobs in 2024.",
            ["2024 Acme sold its plant in 2024", "2024 Nasdaq bought Adenza in 2024", "2024 O2 cut 300 jobs in 2024"],
        ),
        (
            "",
            "According to Acme, revenue rose 5% in 2024.",
            ["2024 Acme's revenue rose 5% in 2024"],
        ),
        (
            "",
            "The union of Acme called the longest strike in its history on Monday.",
            ["2025-03-24 The union of Acme called the longest strike in its history"],
        ),
        (
            "",
            "The plant might be closed in 2026. Under new rules, Acme may close its mill in May.",
            ["2026 Acme: the plant might be closed in 2026", "2025-05 Acme may close its mill"],
        ),
        (
            "Stade Garonnais loses money",
            "Stade Garonnais lost €3 million in 2024. That may not satisfy the watchdog. It fined the"
            " club €80,000 in the spring of 2024 for late accounts.",
            [
                "2024 Stade Garonnais lost €3 million in 2024",
                "2024 Stade Garonnais: it fined the club €80,000 in the spring of 2024 for late accounts",
            ],
        ),
        (
            "Suryodaya recalls panels",
            "Suryodaya grew in 2024. Shares of rival Kaveri Solar rose 4.2% on Tuesday.",
            ["2024 Suryodaya grew in 2024", "2025-03-18 Suryodaya: shares of rival Kaveri Solar rose 4.2%"],
        ),
    ],
)
def test_single_sentences(heading: str, text: str, events: list[str]) -> None:
    found = draft(text, P, Registries(), heading or None)
    assert [f"{each.date} {each.title}" for each in found] == events


def test_a_release_that_reports_itself_passes_nothing_on() -> None:
    told = draft("Acme Corp is pleased to report that revenue rose to $3 million in 2024.", P, Registries(), None)
    passed_on = draft("The paper reported that revenue of Acme Corp rose to $3 million in 2024.", P, Registries(), None)
    assert [each.certainty for each in told + passed_on] == [None, "reported"]


@pytest.mark.parametrize(
    ("heard", "certainty"),
    [("rumoured", "rumoured"), ("said", "reported"), ("reported", "reported"), ("alleged", "reported")],
)
def test_what_somebody_is_said_to_have_done_is_no_fact(heard: str, certainty: str) -> None:
    [one] = draft(f"Acme Corp is {heard} to have sold its mill.", P, Registries(), None)
    assert (one.title, one.certainty) == ("Acme Corp sold its mill", certainty)
