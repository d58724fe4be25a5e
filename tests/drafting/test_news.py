"""Sentences as the news has them, under a headline, with the dates and titles that they give.

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
            "Acme",
            "The decision comes two months after Acme signed a six-year contract to supply cells to "
            "German utility Bolt AG.",
            ["2025-01 Acme signed a six-year contract to supply cells to German utility Bolt AG"],
        ),
        (
            "Acme",
            "Acme, which opened its Lodz factory in 2019 and has since doubled its capacity to 30 GWh "
            "a year, is betting on it.",
            [
                "2019 Acme opened its Lodz factory in 2019",
                "[2019..2025-03-24] Acme has since doubled its capacity to 30 GWh a year",
            ],
        ),
        (
            "Acme",
            "Acme, which has rejected the claim, declined to comment.",
            ["[..2025-03-24] Acme has rejected the claim"],
        ),
        (
            "Acme",
            "Revenue rose 4% in the third quarter, to $9 million at the end of September. Unit costs "
            "excluding fuel rose 6.8% in the same period, while the average fare slipped 2%.",
            [
                "2024-09 Revenue rose 4%, to $9 million",
                "2024-Q3 Unit costs excluding fuel rose 6.8%",
                "2024-Q3 The average fare slipped 2%",
            ],
        ),
        (
            "Acme",
            "Acme's stock had gained 34% this year before Tuesday's drop.",
            ["2025 Acme's stock gained 34% before the drop"],
        ),
        (
            "Acme",
            "As of Friday's close, Acme's stock was down 12% for the year.",
            ["2025-03-21 Acme's stock was down 12%"],
        ),
        (
            "Acme",
            "Acme's output will start in 2029 at the earliest, and its mill will close in 2031 at the latest.",
            ["[2029..] Acme's output will start in 2029", "[2025-03-24..2031] Acme's mill will close in 2031"],
        ),
        (
            "Acme",
            "Acme's inventory reached 147 days of sales at the end of September, the highest level "
            "since Acme listed in Tokyo in December 2016.",
            [
                "2024-09 Acme's inventory reached 147 days of sales, the highest level",
                "2016-12 Acme listed in Tokyo in December 2016",
            ],
        ),
        (
            "Acme",
            "The Nashville, Tennessee-based chain stood by its outlook for 2025.",
            ["2025 The Nashville, Tennessee-based chain stood by its outlook for 2025"],
        ),
        (
            "Acme",
            "A search for his successor at Acme is underway.",
            ["/.. A search for his successor at Acme is underway"],
        ),
        (
            "Acme",
            "Acme bought Bolt in 2020. Since then it has closed two mills and has paid down $3 billion of debt.",
            [
                "2020 Acme bought Bolt in 2020",
                "2020/2025-03-24 Acme has closed two mills",
                "2020/2025-03-24 Acme has paid down $3 billion of debt",
            ],
        ),
        (
            "Acme",
            "Acme shares fell 2.6% to $69.41 in afternoon trading, while Bolt rose 11%.",
            ["2025-03-24 Acme shares fell 2.6% to $69.41 in afternoon trading", "2025-03-24 Bolt rose 11%"],
        ),
        (
            "Acme",
            "Acme earned a record €12m last year, while Bolt made €4m.",
            ["2024 Acme earned a record €12m", "2024 Bolt made €4m"],
        ),
        (
            "Acme",
            "Acme 3 remains on sale, while Acme 2 has been discontinued.",
            ["[..2025-03-24] Acme 2 has been discontinued"],
        ),
        (
            "Acme",
            "Rome's competition authority opened a probe of Acme on March 12 that is expected to last until October.",
            [
                "2025-03-12 Rome's competition authority opened a probe of Acme",
                "../2025-10 A probe of Acme is expected to last until October",
            ],
        ),
        (
            "Acme",
            "Acme's founder, Ada Byron, ran it until her death in 1981.",
            ["../1981 Acme's founder Ada Byron ran it until her death in 1981"],
        ),
        (
            "Acme",
            "Deliveries of Acme consisted of 19,872 vans and 3,265 of the Acme M9, deliveries of which "
            "began on December 18, 2024.",
            [
                "[..2025-03-24] Deliveries of Acme consisted of 19,872 vans and 3,265 of the Acme M9",
                "2024-12-18 Deliveries of the Acme M9 began on December 18, 2024",
            ],
        ),
        (
            "Acme",
            "Cumulative deliveries of Acme reached 812,590 as of January 31, 2025.",
            ["/2025-01-31 Cumulative deliveries of Acme reached 812,590 as of January 31, 2025"],
        ),
        (
            "Acme",
            "Orders of Acme, which broke cover in April, stood at 61,000 as of Wednesday.",
            ["2024-04 Acme broke cover", "2025-03-19 Orders of Acme stood at 61,000"],
        ),
        (
            "Acme",
            "Acme output came to 118,000 tonnes in January-May, up 7% on the year.",
            ["2024-01/2024-05 Acme output came to 118,000 tonnes in January-May, up 7% on the year"],
        ),
        (
            "Acme",
            "In 1911 or thereabouts, Acme started selling drops.",
            ["1911~ Acme started selling drops"],
        ),
        (
            "Acme",
            "A night shift at Acme withdrawn in January is to be reinstated from June.",
            ["2025-06 A night shift at Acme is to be reinstated", "2025-01 A night shift at Acme was withdrawn"],
        ),
        (
            "Acme",
            "Once opened in September, the Acme mill will employ 90 people.",
            ["2025-09 The Acme mill will employ 90 people"],
        ),
        (
            "Acme",
            "Rome trading house Bolt, a shareholder since 2019, raised its stake in Acme to 22% from 15% last month.",
            [
                "2025-02 Rome trading house Bolt raised its stake in Acme to 22%",
                "2019/.. Acme: Rome trading house Bolt has been a shareholder since 2019",
            ],
        ),
        (
            "Acme",
            "For Ada Byron, Acme's chair since 2018, it was a good day.",
            ["2018/.. Ada Byron has been Acme's chair since 2018"],
        ),
        (
            "Acme",
            "The Byron family has held talks with three bidders over the sale of its stake in Acme.",
            ["[..2025-03-24] The Byron family has held talks with three bidders over the sale of its stake in Acme"],
        ),
        (
            "Acme",
            "Acme™ received approval from Peru's regulator on February 19, 2025.",
            ["2025-02-19 Acme™ received approval from Peru's regulator on February 19, 2025"],
        ),
        (
            "Acme",
            "Acme+ shed 1.7 million users in the third quarter, its steepest loss, to end September with 38.2 million.",
            ["2024-Q3 Acme+ shed 1.7 million users, its steepest loss, to end with 38.2 million"],
        ),
        (
            "Acme",
            "Acme will close its flagship on June 15, it told employees at a meeting before opening Thursday.",
            ["2025-06-15 Acme will close its flagship"],
        ),
        (
            "Acme",
            "Acme was pressed by a fund, which disclosed a 6.2% stake in February, and it has put two "
            "networks on the block.",
            ["2025-02 A fund disclosed a 6.2% stake", "[..2025-03-24] Acme has put two networks on the block"],
        ),
        (
            "Acme",
            "A court on Tuesday placed Acme under administration, ending its fight with lenders owed $58 million.",
            ["2025-03-18 A court placed Acme under administration, ending its fight with lenders owed $58 million"],
        ),
        (
            "Acme",
            "Acme opened a hall today, a 14,000-square-metre venue heated entirely by steam.",
            ["2025-03-24 Acme opened a hall, a 14,000-square-metre venue heated entirely by steam"],
        ),
        (
            "Acme",
            "Today Acme collects milk from 2,300 farms. Today Acme opens a mill.",
            ["/.. Acme collects milk from 2,300 farms", "2025-03-24 Acme opens a mill"],
        ),
        (
            "Acme",
            "Analysts at Bolt cut their price target on Acme to 210 pence on Thursday.",
            ["2025-03-20 Analysts at Bolt cut their price target on Acme to 210 pence"],
        ),
        (
            "Acme",
            "Between 2010 and 2016 Acme bought eleven rivals.",
            ["2010/2016 Acme bought eleven rivals"],
        ),
        (
            "Acme",
            "Acme's bonds due 2029 fell 2.3 cents to 81.6 cents on Wednesday.",
            ["2025-03-19 Acme's bonds due 2029 fell 2.3 cents to 81.6 cents"],
        ),
        (
            "Acme",
            "On Friday Acme lost its licence, and with that Acme Airways ceased to exist.",
            ["2025-03-21 Acme lost its licence", "2025-03-21 Acme Airways ceased to exist"],
        ),
        (
            "Acme",
            "Acme further wishes to inform the market that Ada Byron will step down as chair on 28 May 2025.",
            ["2025-05-28 Ada Byron will step down as chair on 28 May 2025"],
        ),
        (
            "Acme",
            "Acme hired Bolt in March last year, which drew, built and sold the ship.",
            ["2024-03 Acme hired Bolt"],
        ),
        (
            "The accountant who made milk pay",
            'Hodan Warsame does not care for goats. "They bite," she says. She started Caano Dahab in '
            "2015, and last spring Warsame turned down an offer. In 2024 it sold 3 million litres.",
            [
                "2015 Hodan Warsame started Caano Dahab in 2015",
                "2024 Hodan Warsame turned down an offer",
                "2024 Caano Dahab sold 3 million litres",
            ],
        ),
        (
            "Škver Rijeka d.d.: Interim results for 2024",
            "The Group raised revenue in 2024. A slot was filled in May by a contract with Van der Kolk "
            "Marine B.V. Delivery is due in May 2026. The order book was $9 million.",
            [
                "2024 Škver Rijeka raised revenue in 2024",
                "2024-05 Škver Rijeka: a slot was filled by a contract with Van der Kolk Marine B.V.",
                "2026-05 Delivery is due in May 2026",
                "[..2025-03-24] Škver Rijeka's order book was $9 million",
            ],
        ),
        (
            "The last breath of Fratelli Bandoni",
            "Founded in 1911 by the brothers Aldo and Settimio, the workshop closed in May. Settimio's "
            "granddaughter Ornella took charge in 1994.",
            [
                "2024-05 Fratelli Bandoni: the workshop closed",
                "1911 Fratelli Bandoni: the workshop was founded in 1911 by the brothers Aldo and Settimio",
                "1994 Fratelli Bandoni: Settimio's granddaughter Ornella took charge in 1994",
            ],
        ),
        (
            "Acme",
            "Acme's revenue peaked at $2.1 billion in 2021 and has fallen every year since.",
            ["2021 Acme's revenue peaked at $2.1 billion in 2021", "2021/.. Acme's revenue has fallen every year"],
        ),
        (
            "Acme",
            "By 28 February Acme had spent $8.7 million of its budget.",
            ["/2025-02-28 Acme spent $8.7 million of its budget"],
        ),
        (
            "Acme",
            "Paris-listed shares in Acme, which went public in 2010, were down 3.2% in afternoon trade.",
            [
                "2010 Paris-listed shares in Acme went public in 2010",
                "2025-03-24 Paris-listed shares in Acme were down 3.2% in afternoon trade",
            ],
        ),
        (
            "Acme",
            "Electric vehicles made up 19 percent of Acme's sales in January, and vans 4 percent of February's sales.",
            ["2025-01 Electric vehicles made up 19 percent of Acme's sales"],
        ),
        (
            "Acme",
            "Acme's revenue in the two months through February was NT$148.6 billion.",
            ["2025-01/2025-02 Acme's revenue was NT$148.6 billion"],
        ),
        (
            "Acme",
            "Since becoming chief executive of Acme in April 2020, Ada Byron has shut 31 shops.",
            [
                "[..2025-03-24] Acme: Ada Byron has shut 31 shops",
                "2020-04 Ada Byron became chief executive of Acme in April 2020",
            ],
        ),
        (
            "Acme",
            "Acme reported results for 2025. Sales reached €318.4 million, an increase of 6.2% on 2024.",
            [
                "[..2025-03-24] Acme reported results for 2025",
                "2025 Acme's sales reached €318.4 million, an increase of 6.2% on 2024",
            ],
        ),
        (
            "Acme",
            "Rome's ministry on Tuesday fixed a limit of 3 million tonnes for the year's first season.",
            ["2025-03-18 Rome's ministry fixed a limit of 3 million tonnes for the year's first season"],
        ),
        (
            "Acme",
            "Acme published a survey conducted between Feb. 20 and March 18.",
            ["[..2025-03-24] Acme published a survey", "2025-02-20/2025-03-18 Acme: a survey was conducted"],
        ),
        (
            "Acme",
            "Crushing at Acme, which should have started on Monday, has been pushed back to June 30.",
            ["2025-06-30 Crushing at Acme has been pushed back to June 30"],
        ),
        (
            "Acme",
            "The judges raised its award to €41m from the €33m granted by a court in November 2023.",
            [
                "[..2025-03-24] The judges raised its award to €41m from the €33m granted by a court in November 2023",
                "2023-11 The €33m was granted by a court in November 2023",
            ],
        ),
        (
            "Acme",
            "Acme today opened bookings for its 2026–27 season.",
            ["2025-03-24 Acme opened bookings for its 2026–27 season"],
        ),
        (
            "Acme",
            "As part of its pledge to cut emissions by 2032, Acme is investing $6 million in a power station.",
            ["/.. Acme is investing $6 million in a power station"],
        ),
        (
            "Acme",
            "Following receipt of a licence on 12 March, the board of Acme has approved the expansion.",
            ["[..2025-03-24] The board of Acme has approved the expansion"],
        ),
        (
            "Acme",
            "January deliveries at Acme plunged 41% from the month before to 18,204.",
            ["2025-01 Deliveries at Acme plunged 41% to 18,204"],
        ),
        (
            "Acme",
            "Acme has been importing clinker since its Rome kiln broke down in October.",
            ["2024-10/.. Acme has been importing clinker", "2024-10 Acme's Rome kiln broke down"],
        ),
        (
            "Acme",
            "Named chief executive of Acme in 2017, Ada Byron will step down on 30 June.",
            ["2025-06-30 Acme: Ada Byron will step down", "2017 Ada Byron was named chief executive of Acme in 2017"],
        ),
        (
            "Acme",
            "Its licence to mine in Peru having been revoked in March, Acme has cut 60 jobs.",
            ["[..2025-03-24] Acme has cut 60 jobs"],
        ),
        (
            "Acme",
            "The round values Acme at about $110m. Talks at Acme are to last until mid-May.",
            ["/.. The round values Acme at about $110m", "../2025-05 Talks at Acme are to last until mid-May"],
        ),
        (
            "Acme",
            "A pilot of Acme is pencilled in for the fourth quarter.",
            ["2025-Q4 A pilot of Acme is pencilled in"],
        ),
        (
            "Acme",
            "In September 2023 a leak at Acme spoilt 90 tonnes of fruit.",
            ["2023-09 A leak at Acme spoilt 90 tonnes of fruit"],
        ),
        (
            "Sobral Cortiças closes 2024 with record sales",
            "Sobral Cortiças, S.A. today reports its results. It opened a mill in May. The Composites "
            "unit shrank. Sales rose 4% in 2024.",
            [
                "2025-03-24 Sobral Cortiças reports its results",
                "2024-05 Sobral Cortiças opened a mill",
                "2024 Sobral Cortiças' sales rose 4% in 2024",
            ],
        ),
        (
            "Kenyan stocks slide as Acme weighs",
            "Kenyan shares fell on Friday, dragged down by Acme. A tea grower jumped by 10% on Friday.",
            ["2025-03-21 Kenyan shares fell, dragged down by Acme", "2025-03-21 A tea grower jumped by 10%"],
        ),
        (
            "The daughter who stopped selling wool",
            "Odgerel Batsukh keeps a tuft of goat hair on her desk. She has run Tsagaan Nuur Textile, "
            "Rome's third-largest spinner, since 2019. Revenue rose 4% last year.",
            [
                "2019/.. Odgerel Batsukh has run Tsagaan Nuur Textile, Rome's third-largest spinner, since 2019",
                "2024 Tsagaan Nuur Textile's revenue rose 4%",
            ],
        ),
        (
            "Fiji sugar strike enters ninth day",
            "State-controlled South Pacific Sugar lost $28 million in 2024. Some 640 members of the "
            "Sugar Workers Federation downed tools on Friday.",
            [
                "2024 State-controlled South Pacific Sugar lost $28 million in 2024",
                "2025-03-21 South Pacific Sugar: some 640 members of the Sugar Workers Federation downed tools",
            ],
        ),
        (
            "Lanh bags $23m to put cold rooms on barges",
            "Lanh, a Can Tho start-up, has closed a $23m round. Founder Pham Thu Ha would not comment. "
            "Pham wants 200 barges by 2028.",
            [
                "[..2025-03-24] Lanh has closed a $23m round",
                "[2025-03-24..2028] Lanh: Pham Thu Ha wants 200 barges by 2028",
            ],
        ),
        (
            "Peru sets a quota",
            "The ministry fixed a limit on Tuesday.\nAnother rule came on Friday.\nThe fleet sailed on "
            "Friday.\nIt came back on Sunday.\nThe company is new. Environmental group Mar Vivo sued "
            "on Monday. The fleet sailed again on Thursday.",
            [
                "2025-03-18 The ministry fixed a limit",
                "2025-03-21 Another rule came",
                "2025-03-21 The fleet sailed",
                "2025-03-24 Environmental group Mar Vivo sued",
                "2025-03-20 Mar Vivo: the fleet sailed again",
            ],
        ),
        (
            "Kenyan stocks slide",
            "The Nairobi All-Share Index ended 1.1% weaker at 168.42 points. Safaricom lost 2.3% to 27.15 shillings.",
            [
                "2025-03-24 The Nairobi All-Share Index ended 1.1% weaker at 168.42 points",
                "2025-03-24 Safaricom lost 2.3% to 27.15 shillings",
            ],
        ),
        (
            "Acme",
            "Acme's profit fell 2.3% to 27.15 million euros. Acme fell 2.3% to $27.15.",
            ["[..2025-03-24] Acme's profit fell 2.3% to 27.15 million euros", "2025-03-24 Acme fell 2.3% to $27.15"],
        ),
        (
            "Acme shares jump",
            "Sales rose 4% in 2024. The chain opened 12 shops in 2023.",
            ["2024 Sales rose 4% in 2024", "2023 The chain opened 12 shops in 2023"],
        ),
        (
            "Fratelli Bandoni shuts",
            "Fratelli Bandoni lost 3 million euros in 2024. A Bandoni took weeks to build.",
            ["2024 Fratelli Bandoni lost 3 million euros in 2024", "[..2025-03-24] A Bandoni took weeks to build"],
        ),
        (
            "Acme",
            "A Kenyan court on Tuesday placed Acme Blooms, Africa's biggest rose exporter, under administration.",
            ["2025-03-18 A Kenyan court placed Acme Blooms, Africa's biggest rose exporter, under administration"],
        ),
        (
            "Acme",
            "The expansion of Acme has been rescheduled to 2026 owing to the weather.",
            ["2026 The expansion of Acme has been rescheduled to 2026 owing to the weather"],
        ),
        (
            "Acme",
            "Acme beans are at a fraction of the $600 at which they peaked in 2018.",
            ["2018 Acme beans peaked in 2018 at the $600"],
        ),
        (
            "Acme",
            "Non-binding offers for Acme are due by the end of this month.",
            ["[2025-03-24..2025-03] Non-binding offers for Acme are due by the end of March 2025"],
        ),
        (
            "Acme",
            "The purchase of Acme, which still needs the blessing of Rome's competition authority, is "
            "expected to close by June.",
            ["[2025-03-24..2025-06] The purchase of Acme is expected to close"],
        ),
        (
            "Acme",
            "Crushing has been pushed back to June 30, Acme's chief executive, Ada Byron, told growers "
            "at a meeting on Wednesday.",
            ["2025-06-30 Acme: crushing has been pushed back to June 30"],
        ),
        (
            "Acme",
            "She will travel to Wroclaw, where Acme's plant has been running since 2021, before "
            "returning home on April 25.",
            ["2021/.. Acme's plant has been running since 2021"],
        ),
        (
            "Acme",
            "The board of Acme decided unanimously that the proposal undervalues the group.",
            [],
        ),
        (
            "Acme",
            "A second plant of Acme proposed for Portage la Prairie, Manitoba, has been deferred.",
            ["[..2025-03-24] A second plant of Acme proposed for Portage la Prairie has been deferred"],
        ),
        (
            "Acme",
            "Construction was funded by a $22-million equity round led by Rome's Bolt Ventures, which "
            "closed in February 2025.",
            [
                "[..2025-03-24] Construction was funded by a $22-million equity round led by Rome's Bolt Ventures",
                "2025-02 Bolt Ventures: a $22-million equity round closed in February 2025",
            ],
        ),
        (
            "Acme",
            "The plant, Acme's first in Europe, is to begin making cars in May.",
            ["2025-05 Acme: the plant is to begin making cars"],
        ),
        (
            "Acme",
            "By June Acme had sold 300 cars.",
            ["/2024-06 Acme sold 300 cars"],
        ),
        (
            "Acme",
            "The growers' group agreed on Tuesday night to buy Acme from its owner and will close by June.",
            [
                "2025-03-18 The growers' group agreed to buy Acme from its owner",
                "[2025-03-24..2025-06] Acme: the growers' group will close",
            ],
        ),
        (
            "",
            "Founded in 1932 by Walter Ardle, a weaver laid off from a mill in Rome, Acme once had 14 shops.",
            ["1932 Acme was founded in 1932 by Walter Ardle"],
        ),
        (
            "",
            "The national pilots' union, which struck for a week in February, has called the cuts at Acme absurd.",
            [
                "2025-02 The national pilots' union struck for a week",
                "[..2025-03-24] The national pilots' union has called the cuts at Acme absurd",
            ],
        ),
        (
            "",
            "Fighting along the Thai frontier last month cut Acme's route to the port of Rome.",
            ["2025-02 Fighting along the Thai frontier cut Acme's route to the port of Rome"],
        ),
        (
            "",
            "The Rome–Bari ferry, which had struggled to fill its cabins, was discontinued on March 3, Acme said.",
            ["2025-03-03 Acme: the Rome–Bari ferry was discontinued"],
        ),
        (
            "",
            "Delays at Acme were caused by a dispute with the contractor Bolt Works, which was settled "
            "out of court in February.",
            ["2025-02 A dispute with the contractor Bolt Works was settled out of court"],
        ),
        (
            "",
            "A bill banning the export of raw fibre, which was shelved in 2020, may be revived in May.",
            [
                "2020 A bill banning the export of raw fibre was shelved in 2020",
                "2025-05 A bill banning the export of raw fibre may be revived",
            ],
        ),
        (
            "",
            "Thirty-one of the 68 staff made redundant on March 3 have been offered jobs at Acme.",
            [
                "[..2025-03-24] Thirty-one of the 68 staff made redundant have been offered jobs at Acme",
                "2025-03-03 The 68 staff were made redundant",
            ],
        ),
        (
            "",
            "Acme said three vessels bound for Rome were still waiting off Bari, having been delayed "
            "by repairs in January.",
            ["2025-01 Acme: three vessels bound for Rome were delayed by repairs"],
        ),
        (
            "",
            "When he died in 1902 the bank took over Acme.",
            ["1902 The bank took over Acme"],
        ),
        (
            "",
            "Managing director Leo Bolt, who took over Acme from his father in 2022, would not discuss prices.",
            ["2022 Managing director Leo Bolt took over Acme from his father in 2022"],
        ),
        (
            "",
            "Acme has fined three makers $4 million for agreeing on the price of raw fibre during the "
            "combing season of 2023.",
            ["[..2025-03-24] Acme has fined three makers $4 million for agreeing on the price of raw fibre"],
        ),
        (
            "",
            "Acme's plan may be approved as early as the spring session.",
            ["[2025..] Acme's plan may be approved as early as the spring session"],
        ),
        (
            "",
            "Twenty more, ordered by a scheme in Rome, are to be delivered to Acme by July.",
            ["[2025-03-24..2025-07] Twenty more are to be delivered to Acme"],
        ),
        (
            "",
            "Acme is waiting for India's decision on import duty, due on April 1.",
            ["2025-04-01 Acme: India's decision on import duty is due on April 1"],
        ),
        (
            "",
            "A product for vets, tested since January in 14 practices, may follow.",
            ["2025-01/.. A product for vets has been tested in 14 practices"],
        ),
        (
            "",
            "Acme, founded in 2014 and headquartered in Rome, employs 86 people.",
            ["/.. Acme employs 86 people", "2014 Acme was founded in 2014"],
        ),
        (
            "",
            "Trials cut overnight labour at Acme by 70% last month.",
            ["2025-02 Trials cut overnight labour at Acme by 70%"],
        ),
        (
            "",
            "Acme's shares fell 3.1% to €47.20 on Friday, their lowest close since August.",
            ["2025-03-21 Acme's shares fell 3.1% to €47.20, their lowest close since August 2024"],
        ),
        (
            "",
            "The regulator plans to decide in the autumn whether the fibres of Acme may be sold as food.",
            ["2025 The regulator plans to decide whether the fibres of Acme may be sold as food"],
        ),
        (
            "",
            "Acme earned 3.4m lari last year.",
            ["2024 Acme earned 3.4m lari"],
        ),
        (
            "",
            "Acme has parked its jets, a shortage that executives say cost it 40 million euros in 2024.",
            ["[..2025-03-24] Acme has parked its jets", "2024 Acme: a shortage cost it 40 million euros in 2024"],
        ),
        (
            "",
            "Employees voted on Tuesday to buy the mill from Acme, which in February had announced "
            "plans to shut it by June.",
            ["2025-03-18 Employees voted to buy the mill from Acme", "2025-02 Acme announced plans to shut the mill"],
        ),
        (
            "",
            "Acme will close its Rome plant. The shutdown was disclosed on Friday.",
            [
                "[2025-03-24..] Acme will close its Rome plant",
                "2025-03-21 Acme: the closure of its Rome plant was disclosed",
            ],
        ),
        (
            "",
            "Acme has raised €19m from Bolt. The money will be spent next year on entering France.",
            [
                "[..2025-03-24] Acme has raised €19m from Bolt",
                "2026 Acme: the €19m raised will be spent on entering France",
            ],
        ),
        (
            "",
            "The watchdog fined Acme €63 million for a ban. The fine was reduced by a tenth in May.",
            [
                "[..2025-03-24] The watchdog fined Acme €63 million for a ban",
                "2024-05 The fine on Acme was reduced by a tenth",
            ],
        ),
        (
            "",
            "The court has ordered Acme to stop. The order takes effect in June.",
            ["[..2025-03-24] The court has ordered Acme to stop", "2025-06 The order takes effect"],
        ),
        (
            "",
            "Acme has recalled 4,000 cars in Spain. The recall was expanded to Italy in May.",
            [
                "[..2025-03-24] Acme has recalled 4,000 cars in Spain",
                "2024-05 Acme: the recall of 4,000 cars in Spain was expanded to Italy",
            ],
        ),
        (
            "",
            "A tie-up with the Dutch group Bolt, mooted last summer, came to nothing.",
            ["[..2025-03-24] A tie-up with the Dutch group Bolt came to nothing"],
        ),
        (
            "",
            "If rates stay where they are, arrears at Acme could reach 3 per cent by 2028.",
            [],
        ),
        (
            "",
            "Acme declined to quantify the effect of tariffs.",
            [],
        ),
        (
            "",
            "Rivals had to scramble.",
            [],
        ),
        (
            "Ovens to be lit again at Ardle's",
            "A bakery that shut its doors in December is to reopen.\nTwo brothers have bought three "
            "shops of Ardle's Bakers. The leases on the others have been handed back.",
            [
                "2024-12 Ardle's: a bakery shut its doors",
                "[..2025-03-24] Two brothers have bought three shops of Ardle's Bakers",
            ],
        ),
        (
            "Last net loft falls silent",
            "Somebody switched off a machine at Ardle & Daughters on Friday. So ended a firm that had "
            "hung nets.\nAdministrators were called in on 2 March.",
            [
                "2025-03-21 Somebody switched off a machine at Ardle & Daughters",
                "2025-03-02 Ardle & Daughters: administrators were called in",
            ],
        ),
        (
            "",
            "According to Etchart, a final decision will be taken once the first batch, destined for "
            "sites off Chiloé, has been transferred next October.",
            [],
        ),
        (
            "",
            "Elsewhere: Rome logistics firm Acmemorze, which cut a fifth of its staff in February, has "
            "named Ada Byron as CEO, effective July 1.",
            [
                "2025-02 Rome logistics firm Acmemorze cut a fifth of its staff",
                "[..2025-03-24] Rome logistics firm Acmemorze has named Ada Byron as CEO",
            ],
        ),
        (
            "",
            "The practice was uncovered after a complaint lodged by Rewafer, a refurbishing company "
            "founded by two former technicians.",
            [],
        ),
        (
            "",
            "Acme has cancelled the warranties of at least 17 buyers who traded machines between 2016 and 2023.",
            [
                "[..2025-03-24] Acme has cancelled the warranties of at least 17 buyers",
                "2016/2023 At least 17 buyers traded machines between 2016 and 2023",
            ],
        ),
        (
            "",
            "Its majority shareholder, the Japanese trading house Bolt, raised its stake to 71% in April.",
            ["2024-04 Its majority shareholder Bolt raised its stake to 71%"],
        ),
        (
            "",
            "Its chief executive, the former banker Ada Byron, left in May.",
            ["2024-05 Its chief executive Ada Byron left"],
        ),
        (
            "",
            "Acme and the authorities have yet to publish the guidance promised in March.",
            ["2025-03 The guidance was promised"],
        ),
        (
            "",
            "Acme went public in 2021, selling shares at 16 reais. They closed on Monday at 0.87.",
            ["2021 Acme went public in 2021, selling shares at 16 reais", "2025-03-24 Acme's shares closed at 0.87"],
        ),
        (
            "",
            "Acme has exercised options for two 82,000-dwt bulkers at Bolt in Korea. They will be "
            "handed over in the second half of 2028.",
            [
                "[..2025-03-24] Acme has exercised options for two 82,000-dwt bulkers at Bolt in Korea",
                "2028-H2 Acme: two 82,000-dwt bulkers will be handed over in the second half of 2028",
            ],
        ),
        (
            "",
            "Acme's former chief, who left in 2023, joined Bolt.",
            ["2023 Acme's chief left in 2023", "[..2025-03-24] Acme's former chief joined Bolt"],
        ),
        (
            "",
            "A former operations chief of Acme, who left in 2023, says it is growing too quickly.",
            ["2023 An operations chief of Acme left in 2023"],
        ),
        (
            "",
            "The regulator approved the drug of Acme in September 2024; sales began three months later.",
            [
                "2024-09 The regulator approved the drug of Acme in September 2024",
                "2024-12 Acme's sales began three months later",
            ],
        ),
        (
            "",
            "Not until 2031 will the last of Acme's coal-fired kilns be decommissioned.",
            ["2031 The last of Acme's coal-fired kilns will be decommissioned"],
        ),
        (
            "",
            "Around 1925 the family of Acme began bottling the water of the spring behind its guesthouse.",
            ["1925~ The family of Acme began bottling the water of the spring behind its guesthouse"],
        ),
        (
            "",
            "Opened in the 1970s and twice rebuilt, the Rome dock of Acme handled 43 vessels in 2024.",
            [
                "2024 The Rome dock of Acme handled 43 vessels in 2024",
                "197X The Rome dock of Acme was opened in the 1970s and twice rebuilt",
            ],
        ),
        (
            "",
            "Under the accord, Acme will assemble 20,000 vans a year from 2027.",
            ["2027/.. Acme will assemble 20,000 vans a year from 2027"],
        ),
        (
            "",
            "As a result of the award, Acme is raising its revenue guidance for fiscal 2025 to between "
            "$71 million and $75 million.",
            ["/.. Acme is raising its revenue guidance for fiscal 2025 to between $71 million and $75 million"],
        ),
        (
            "",
            "Acme's conference call for analysts and investors will be held on September 9.",
            ["2025-09-09 Acme's conference call for analysts and investors will be held"],
        ),
        (
            "",
            "Acme's field operations are expected to commence in January 2026 and to conclude in late 2030.",
            [
                "2026-01 Acme's field operations are expected to commence in January 2026",
                "2030 Acme's field operations are to conclude in late 2030",
            ],
        ),
        (
            "",
            "Acme made brushes. By the 1930s it employed about 600 people, many of them women who drew "
            "bristle by hand.",
            ["[..1939] Acme employed about 600 people"],
        ),
        (
            "Acme Ropeways ASA: Results for the third quarter of 2024",
            "Operating revenues amounted to NOK 418 million, compared with NOK 365 million a year "
            "earlier.\nThe chief will leave the Group on 31 January 2026.",
            [
                "2024-Q3 Acme Ropeways' operating revenues amounted to NOK 418 million",
                "2026-01-31 The chief will leave Acme Ropeways on 31 January 2026",
            ],
        ),
        (
            "",
            "Shares of Acme had ended the day up 1.8%, while those of Bolt, rising on media reports, gained 9%.",
            ["[..2025-03-24] Shares of Acme ended the day up 1.8%", "[..2025-03-24] Shares of Bolt gained 9%"],
        ),
        (
            "",
            "Four consortia have delivered offers for Acme, according to the state's transport agency, "
            "which said it would appeal.",
            [
                "[..2025-03-24] Four consortia have delivered offers for Acme",
            ],
        ),
        (
            "",
            "Lawyers of Acme are asking for new studies, which could take until the end of the year.",
            [
                "2025-03-24 Lawyers of Acme are asking for new studies",
            ],
        ),
        (
            "",
            "July London cocoa settled down 143 pounds, or 4.1%, at 3,342 pounds per ton.",
            ["2025-03-24 London cocoa settled down 143 pounds at 3,342 pounds per ton"],
        ),
        (
            "",
            "Acme will begin in May with 12 drones, before adding groceries early next year.",
            ["2025-05 Acme will begin with 12 drones", "2026 Acme will add groceries"],
        ),
        (
            "",
            "Acme shelved a planned summer service to Lerwick that had been scheduled to start in May.",
            [
                "[..2025-03-24] Acme shelved a planned summer service to Lerwick",
                "2025-05 A planned summer service to Lerwick was scheduled to start",
            ],
        ),
        (
            "",
            "Serendib Leisure, owner of beach resorts, dropped 4.6% a day after reporting that its "
            "loss had widened to 312 million rupees in the June quarter.",
            [
                "2025-03-24 Serendib Leisure dropped 4.6%",
                "2024-Q2 Serendib Leisure's loss widened to 312 million rupees",
            ],
        ),
        (
            "",
            "A mill that runs out of fiber in autumn still has to pay its spinners until spring.",
            [],
        ),
        (
            "",
            "Little happened in Acme ahead of its annual meeting on Friday.",
            [],
        ),
        (
            "",
            "Last week, Daeyang won a 38 billion-won order from Hanwha Ocean Co. for cryogenic valves "
            "to be fitted on six carriers bound for Qatar.",
            [
                "2025-W12 Daeyang won a 38 billion-won order from Hanwha Ocean Co. for cryogenic valves to be "
                "fitted on six carriers bound for Qatar"
            ],
        ),
        (
            "",
            "The Competition Commission is investigating whether four cement makers fixed prices.",
            ["/.. The Competition Commission is investigating whether four cement makers fixed prices"],
        ),
        (
            "",
            "A visitor centre next to the mill will not be built after all, the council having refused "
            "planning permission in March.",
            ["[..2025-03-24] A visitor centre next to the mill will not be built"],
        ),
        (
            "",
            "The option agreed with the yard has lapsed, and Acme sees no need for another ship.",
            ["[..2025-03-24] Acme: the option agreed with the yard has lapsed"],
        ),
        (
            "",
            "Until such tests have been carried out, no conclusion should be drawn.",
            [],
        ),
        (
            "",
            "Dala Scan now serves 412 sites, some of them across the border.",
            ["/.. Dala Scan serves 412 sites"],
        ),
        (
            "",
            "Prairie Helium Corp. is pleased to report that drilling of the Mankota 7 well was "
            "completed on January 16 at a depth of 2,310 metres, below budget.",
            ["2025-01-16 Prairie Helium: drilling of the Mankota 7 well was completed at a depth of 2,310 metres"],
        ),
        (
            "Acme",
            "Ada Byron keeps a motor on her desk. It failed in 2019.",
            ["2019 The motor failed in 2019"],
        ),
        (
            "",
            "A buyout of Acme led by the plant's foreman, Ada Byron, fell through in August.",
            ["2024-08 A buyout of Acme led by the plant's foreman, Ada Byron, fell through"],
        ),
        (
            "",
            "Acme is spending $38 million on a complex in Duong province, the first phase of "
            "which is to open by March 2026.",
            [
                "/.. Acme is spending $38 million on a complex in Duong province",
                "[2025-03-24..2026-03] Acme: the first phase of the complex in Duong province is to open by March 2026",
            ],
        ),
        (
            "",
            "In the first half of 2024 the operator Acme earned 212 million reais, 9 percent more than a year before.",
            ["2024-H1 The operator Acme earned 212 million reais"],
        ),
        (
            "",
            "Deliveries of the trams of Acme, due to begin in mid-October, have been put back to May.",
            ["2025-05 Deliveries of the trams of Acme have been put back to May"],
        ),
        (
            "Acme",
            "Passenger numbers are less cheering: 187,000 flew in the first half of 2024, 4 per cent "
            "fewer than in 2023.",
            ["2024-H1 187,000 flew in the first half of 2024, 4 per cent fewer than in 2023"],
        ),
        (
            "Acme",
            "And then there are the islands: twice-weekly flights start on 3 November, helped by a "
            "subsidy of $900,000 a year that ministers approved last Thursday.",
            [
                "2025-11-03 Twice-weekly flights start, helped by a subsidy of $900,000 a year",
                "2025-03-20 Ministers approved a subsidy of $900,000 a year",
            ],
        ),
        (
            "Acme",
            "Catastrophe rates dropped by as much as 15 per cent at the July renewals, according to "
            "the broker Bolt Marsh.",
            ["2024-07 Bolt Marsh: catastrophe rates dropped by as much as 15 per cent at the July renewals"],
        ),
        (
            "Acme",
            "Acme Corp sold a fifth of its mill, a stake that Ada Byron bought back in 2021 with a bank loan.",
            [
                "[..2025-03-24] Acme Corp sold a fifth of its mill",
                "2021 Acme: Ada Byron bought back a stake in 2021 with a bank loan",
            ],
        ),
        (
            "Acme",
            "Acme Corp is also marketing a $250mn bond, which bankers expect to price next week.",
            ["/.. Acme Corp is marketing a $250mn bond", "2025-W14 Acme: bankers expect to price a $250mn bond"],
        ),
        (
            "Acme",
            "Acme ordered nine trams, of which it has sold four since May.",
            [
                "[..2025-03-24] Acme ordered nine trams",
                "2024-05/2025-03-24 Acme has sold four of the nine trams since May",
            ],
        ),
        (
            "Acme",
            "Power will be drawn from a substation that the city began building last summer.",
            ["[2025-03-24..] Power will be drawn from a substation", "2024 The city began building a substation"],
        ),
        (
            "Acme",
            "The last 24 sets, once promised for June, will now be handed over in November.",
            ["2025-11 The last 24 sets will be handed over"],
        ),
        (
            "Acme",
            "Talks on restarting the Brindisi plant, mothballed in 2022, were dropped last month.",
            [
                "2025-02 Talks on restarting the Brindisi plant were dropped",
                "2022 The Brindisi plant was mothballed in 2022",
            ],
        ),
        (
            "Acme",
            "The last loom of Acme Filatura, founded in the Biella hills in 1887, was switched off on Friday.",
            [
                "2025-03-21 The last loom of Acme Filatura was switched off",
                "1887 Acme Filatura was founded in the Biella hills in 1887",
            ],
        ),
        (
            "Acme",
            "“Patients deserve more than a diet,” said Annelies Claes, M.D., who joined Acme as Chief "
            "Medical Officer on January 6.",
            ["2025-01-06 Annelies Claes joined Acme as Chief Medical Officer"],
        ),
        (
            "Acme",
            "Acme Corp runs the Musley mine. Its owner, Acme Minerals, won the licence in 2018.",
            ["/.. Acme Corp runs the Musley mine", "2018 Acme Minerals won the licence in 2018"],
        ),
        (
            "Acme",
            "Acme Corp shipped 212,000 tonnes last year, against a plan of 400,000, chiefly because "
            "brine broke into two ponds.",
            ["2024 Acme Corp shipped 212,000 tonnes, against a plan of 400,000"],
        ),
        (
            "Acme",
            "Acme Corp sold 38,200 tickets in May, about 9,000 fewer than the winter before.",
            ["2024-05 Acme Corp sold 38,200 tickets"],
        ),
        (
            "Acme ASA completes a purchase",
            "Acme ASA (OSE: ACME), a leading producer of feed, today completed the purchase of Bolt "
            "SpA for USD 86 million in cash.",
            ["2025-03-24 Acme ASA completed the purchase of Bolt SpA for USD 86 million in cash"],
        ),
        (
            "Acme",
            "Acme closed a mill in May. The chief executive, Solomon Desta, resigned on 12 January.",
            ["2024-05 Acme closed a mill", "2025-01-12 Acme's chief executive Solomon Desta resigned"],
        ),
        (
            "Acme",
            "Repairs, for which the Turkish contractor Boztepe was hired three weeks ago, are to be finished by April.",
            [
                "2025-W10 The Turkish contractor Boztepe was hired for repairs",
                "[2025-03-24..2025-04] Boztepe: repairs are to be finished",
            ],
        ),
        (
            "Acme",
            "An inquest at Acme is still under way.",
            ["/.. An inquest at Acme is still under way"],
        ),
        (
            "",
            "So far Acme has snapped up 1,912 season tickets.",
            ["/2025-03-24 Acme has snapped up 1,912 season tickets"],
        ),
        (
            "Acme",
            "So far more than 4,100 merchants have signed a petition.",
            ["/2025-03-24 More than 4,100 merchants have signed a petition"],
        ),
        (
            "Acme",
            "Acme also has €2.4bn of bonds falling due by the end of 2027.",
            ["[2025-03-24..2027] Bonds are due by the end of 2027"],
        ),
        (
            "Acme",
            "The constellation, known as Halcyon, has so far put only 46 of a planned 180 satellites into orbit.",
            ["/2025-03-24 The constellation Halcyon has put only 46 of a planned 180 satellites into orbit"],
        ),
        (
            "Acme",
            'In 1989 Sir Denzil Bolt took Acme private in order, as he put it, to be rid of "men with calculators".',
            ["1989 Sir Denzil Bolt took Acme private"],
        ),
        (
            "Acme",
            "Administrators were called in on September 17 and, no buyer having been found, the 38 "
            "remaining staff were dismissed last Thursday.",
            ["2024-09-17 Administrators were called in", "2025-03-20 The 38 remaining staff were dismissed"],
        ),
        (
            "Acme",
            "An offer from Acme, said to be worth €14mn, was turned down over Sunday lunch in January.",
            ["2025-01 An offer from Acme was turned down over Sunday lunch"],
        ),
        (
            "Acme",
            "Steel gets cut in April.",
            ["2025-04 Steel gets cut"],
        ),
        (
            "Acme",
            "A plant planned for Narvik will not be built, the developer said.",
            ["[..2025-03-24] A plant planned for Narvik will not be built"],
        ),
        (
            "Acme",
            "Series production got under way at Acme's Kezmarok works last September.",
            ["2024-09 Series production got under way at Acme's Kezmarok works"],
        ),
        (
            "Acme",
            "The Board of Acme has resolved to exit the tank container business.",
            ["[..2025-03-24] The Board of Acme has resolved to exit the tank container business"],
        ),
        (
            "Acme",
            "First produced in 1962, the marble run of Acme was discontinued in 1991.",
            ["1991 The marble run of Acme was discontinued in 1991"],
        ),
        (
            "Acme",
            "Acme forecasts a profit of 19.5 billion yen for the year through February 2026, down 8%.",
            ["2025-03/2026-02 Acme forecasts a profit of 19.5 billion yen for the year through February 2026, down 8%"],
        ),
        (
            "Acme",
            "Acme, which is being sued by growers over late payments, declined to comment.",
            ["/.. Acme is being sued by growers over late payments"],
        ),
        (
            "Acme",
            "Acme has cancelled three cargoes, two traders said.",
            ["[..2025-03-24] Acme has cancelled three cargoes"],
        ),
        (
            "Tumapay raises $48 million",
            "Tumapay, the platform for shops, today announced a round led by Kestrel Row Ventures. "
            "Kestrel Row will join its board. Write to press@tumapay.example or see "
            "www.tumapay.example.",
            [
                "2025-03-24 Tumapay announced a round led by Kestrel Row Ventures",
                "[2025-03-24..] Kestrel Row will join its board",
            ],
        ),
        (
            "Hartnoll's Brewery, 1788-2024",
            "Hartnoll's, which brewed its last barrel of Old Ferryman on Friday, was born of a "
            "quarrel. The Old Ferryman name was sold in May. The malthouse will be auctioned in May.",
            [
                "2025-03-21 Hartnoll's brewed its last barrel of Old Ferryman",
                "2024-05 Hartnoll's: the Old Ferryman name was sold",
                "2025-05 Hartnoll's: the malthouse will be auctioned",
            ],
        ),
        (
            "Acme",
            "Revenue rose 4% to $6.8 billion in the three months to end-September.",
            ["2024-Q3 Revenue rose 4% to $6.8 billion"],
        ),
        (
            "Acme",
            "In the financial year ended 30 April 2024, Acme had net sales of $3 billion, 2 per cent "
            "below the year before.",
            ["2023-05/2024-04 Acme had net sales of $3 billion"],
        ),
        (
            "Acme",
            "The new tariff of Acme shall apply as of 1 October 2025.",
            ["2025-10-01 The new tariff of Acme shall apply as of 1 October 2025"],
        ),
        (
            "Acme",
            "Founded in Rome in 1958, Acme Espresso designs and builds espresso machines.",
            ["1958 Acme Espresso was founded in Rome in 1958"],
        ),
        (
            "Acme",
            "A version for America, priced from $11,900, is scheduled for release in the spring of 2026.",
            ["2026 A version for America is scheduled for release in the spring of 2026"],
        ),
        (
            "Acme",
            "Deliveries, at a rate of five a year, begin in the second quarter of 2026.",
            ["2026-Q2 Deliveries begin in the second quarter of 2026"],
        ),
        (
            "Acme",
            "The last of Acme's seven Merak 92s flew its final sector on 28 February.",
            ["2025-02-28 The last of Acme's seven Merak 92s flew its final sector"],
        ),
        (
            "Acme",
            "On Sept. 24, the Commission approved Acme's takeover of Bolt, a deal valued at $210 million.",
            ["2024-09-24 The Commission approved Acme's takeover of Bolt, a deal valued at $210 million"],
        ),
        (
            "Acme",
            "Parliament postponed the vote on the levy to 9 September after an all-night sitting.",
            ["2025-09-09 Parliament postponed the vote on the levy to 9 September after an all-night sitting"],
        ),
        (
            "Acme",
            "Acme Co. said Wednesday its third-quarter operating profit jumped 31 percent.",
            ["2024-Q3 Acme's third-quarter operating profit jumped 31 percent"],
        ),
        (
            "Acme",
            "Acme's partnership with Bolt, signed in 2020, will not be renewed when it lapses on 31 December.",
            [
                "2025-12-31 Acme's partnership with Bolt will not be renewed",
                "2020 Acme's partnership with Bolt was signed in 2020",
            ],
        ),
        (
            "Karpat Gas SA: Tariff order",
            'Pursuant to the Market Abuse Regulation, Karpat Gas SA (the "Company") informs investors. '
            "In May the Company signed a loan of EUR 140 million.",
            ["2024-05 Karpat Gas signed a loan of EUR 140 million"],
        ),
        (
            "Tickets of a rugby club",
            "On match days Isla Drummond tears tickets. In October 2022 she sold a car park for £3 "
            'million. "It hurts," Drummond says. The members elected her chief executive in 2023.',
            [
                "2022-10 Isla Drummond sold a car park for £3 million",
                "2023 The members elected Isla Drummond chief executive in 2023",
            ],
        ),
        (
            "METALS: Nickel heads for fourth weekly drop",
            "Inventories climbed by 2,118 tonnes last week. Canada's Acme Metals is to mothball its "
            "mill in July. China's imports reached 812,000 tonnes in April.",
            [
                "2025-W12 Nickel: inventories climbed by 2,118 tonnes",
                "2025-07 Canada's Acme Metals is to mothball its mill",
                "2024-04 Nickel: China's imports reached 812,000 tonnes",
            ],
        ),
        (
            "Arabica slips as rains ease worries; cocoa firms",
            "Arabica fell for a third day on Wednesday. Open interest dropped by 9,000 lots on "
            "Wednesday. In cocoa, the price rose by 3%. Arrivals reached 1.46 million tons by April 5.",
            [
                "2025-03-19 Arabica fell for a third day",
                "2025-03-19 Arabica: open interest dropped by 9,000 lots",
                "[..2025-03-24] Cocoa: the price rose by 3%",
                "[..2025-03-24] Cocoa: arrivals reached 1.46 million tons",
            ],
        ),
        (
            "Acme",
            "Acme has placed an order for 85 electric trucks. The vehicles will be delivered in May. "
            "The order is valued at €31.5m.",
            [
                "[..2025-03-24] Acme has placed an order for 85 electric trucks",
                "2025-05 Acme: the 85 electric trucks will be delivered",
                "/.. Acme: the order for 85 electric trucks is valued at €31.5m",
            ],
        ),
        (
            "Acme",
            "Acme won a contract worth $3 million with the city of Rome for 44 trams. The first four "
            "vehicles will be shipped in 2027.",
            [
                "[..2025-03-24] Acme won a contract worth $3 million with the city of Rome for 44 trams",
                "2027 Acme: the first four of the 44 trams will be shipped in 2027",
            ],
        ),
        (
            "Acme",
            "Acme won a contract for two ferries worth $3 million. Bolt rejected the contract in May.",
            [
                "[..2025-03-24] Acme won a contract for two ferries worth $3 million",
                "2024-05 Bolt rejected the contract for two ferries",
            ],
        ),
        (
            "Acme files for bankruptcy",
            "Acme Media filed for bankruptcy in May. The Rome hedge fund Bolt Capital has agreed to "
            "lend the company $22 million.",
            [
                "2024-05 Acme Media filed for bankruptcy",
                "[..2025-03-24] The Rome hedge fund Bolt Capital has agreed to lend Acme Media $22 million",
            ],
        ),
        (
            "Acme",
            "Acme runs a plant in Szolnok. In May it will halt one of two lines there for another use.",
            ["/.. Acme runs a plant in Szolnok", "2025-05 Acme will halt one of two lines in Szolnok for another use"],
        ),
        (
            "Acme",
            "Chair Ada Byron was re-elected at Friday's annual meeting, at which shareholders also "
            "approved a dividend of 0.62 euros.",
            [
                "2025-03-21 Chair Ada Byron was re-elected at the annual meeting",
                "2025-03-21 Shareholders approved a dividend of 0.62 euros",
            ],
        ),
        (
            "Acme",
            "Acme, which is winding down its mail-order arm, bought 37 shops in the first half of 2024.",
            ["/.. Acme is winding down its mail-order arm", "2024-H1 Acme bought 37 shops in the first half of 2024"],
        ),
        (
            "Acme",
            "Acme Group is exploring a sale of its Polish arm. First-round bids are due by mid-April.",
            [
                "/.. Acme Group is exploring a sale of its Polish arm",
                "[2025-03-24..2025-04] Acme Group: first-round bids for its Polish arm are due by mid-April",
            ],
        ),
        (
            "Acme",
            "Acme is spending money on three synchronous condensers. The first was switched on in "
            "November; the other two are to follow in 2026.",
            [
                "/.. Acme is spending money on three synchronous condensers",
                "2024-11 Acme: the first of the condensers was switched on",
                "2026 Acme: the other two condensers are to follow in 2026",
            ],
        ),
        (
            "Acme",
            "Acme's board has approved the purchase of a 19.9 percent stake in Bolt Inc. for $7m. "
            "The transaction is set to close in October.",
            [
                "[..2025-03-24] Acme's board has approved the purchase of a 19.9 percent stake in Bolt Inc. for $7m",
                "2025-10 Acme's purchase of a 19.9 percent stake in Bolt Inc is set to close",
            ],
        ),
        (
            "Hartlow & Daughters cuts jobs",
            "Hartlow & Daughters cut 40 jobs in May. The council turned down the firm's application to dig in June.",
            [
                "2024-05 Hartlow & Daughters cut 40 jobs",
                "2024-06 The council turned down Hartlow & Daughters' application to dig",
            ],
        ),
        (
            "The ferry MF Skarvøy is back",
            "MF Skarvøy ran aground in May. It is a ferry.",
            ["2024-05 MF Skarvøy ran aground"],
        ),
        (
            "LNG prices rise",
            "The terminal opened in May.",
            ["2024-05 LNG: the terminal opened"],
        ),
    ],
)
def test_what_news_articles_say(heading: str, text: str, events: list[str]) -> None:
    found = draft(text, P, Registries(), heading or None)
    assert [f"{each.date} {each.title}" for each in found] == events
