"""Sentences that look like one that has a rule of its own, and are not: what the rule must leave alone.

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
            "The plan of Acme backed by the state will end in May.",
            ["2025-05 The plan of Acme backed by the state will end"],
        ),
        (
            "Acme",
            "A bid of Acme rejected by Bolt expires on Friday.",
            ["2025-03-28 A bid of Acme rejected by Bolt expires"],
        ),
        (
            "Acme",
            "A ship built by Acme sank in May.",
            ["2024-05 A ship built by Acme sank"],
        ),
        (
            "Acme",
            "Workers hired by Acme walked out on Monday.",
            ["2025-03-24 Workers hired by Acme walked out"],
        ),
        (
            "Acme",
            "Today Acme acquires Bolt for $40 million.",
            ["2025-03-24 Acme acquires Bolt for $40 million"],
        ),
        (
            "Acme",
            "Following a review, Acme on Monday closed a mill.",
            ["2025-03-24 Acme closed a mill"],
        ),
        (
            "Acme",
            "Acme bought Bolt, which made shoes, sold it in 2019 and closed its mill.",
            ["[..2025-03-24] Acme bought Bolt", "2019 Acme sold Bolt in 2019", "2019 Acme closed its mill"],
        ),
        (
            "Acme",
            "Acme sued Bolt, which denied the claim, settled in May and paid $4 million.",
            ["[..2025-03-24] Acme sued Bolt", "2024-05 Acme settled", "2024-05 Acme paid $4 million"],
        ),
        (
            "Acme",
            "Acme has closed a mill since its chief left in 2019.",
            [
                "[2019..2025-03-24] Acme has closed a mill since its chief left in 2019",
                "2019 Acme's chief left in 2019",
            ],
        ),
        (
            "Acme",
            "Acme has imported coal since its kiln broke in May.",
            ["2024-05/.. Acme has imported coal since its kiln broke in May", "2024-05 Acme's kiln broke"],
        ),
        (
            "Acme",
            "Acme announced a price increase of 5% on 1 May 2024.",
            ["2024-05-01 Acme announced a price increase of 5% on 1 May 2024"],
        ),
        (
            "Acme",
            "Acme reported a decline of 12% on Tuesday.",
            ["2025-03-18 Acme reported a decline of 12%"],
        ),
        (
            "Acme",
            "Acme will open a mill in 2029 and has since doubled its budget.",
            ["2029 Acme will open a mill in 2029", "[..2025-03-24] Acme has since doubled its budget"],
        ),
        (
            "Acme",
            "Acme paid $4 million in 2010, while Bolt bought 40 shops from Crown.",
            ["2010 Acme paid $4 million in 2010", "[..2025-03-24] Bolt bought 40 shops from Crown"],
        ),
        (
            "Acme",
            "Acme will open a plant in May or so it says.",
            ["2025-05 Acme will open a plant"],
        ),
        (
            "Acme",
            "Acme's notes due in May 2026 will be repaid.",
            ["[2025-03-24..] Acme's notes will be repaid", "2026-05 Acme's notes are due in May 2026"],
        ),
        (
            "Acme",
            "Of its mills, the largest closed in 2019.",
            ["2019 The largest closed in 2019"],
        ),
        (
            "Acme",
            "The biggest fell 4% on Monday.",
            ["2025-03-24 The biggest fell 4%"],
        ),
        (
            "Acme",
            "Acme paid 15% in tax in 2024.",
            ["2024 Acme paid 15% in tax in 2024"],
        ),
        (
            "Acme",
            "Acme hired 300 workers to sell phones in 2024.",
            ["2024 Acme hired 300 workers to sell phones in 2024"],
        ),
        (
            "Acme",
            "Acme sold 12 petrol stations to Bolt in 2024.",
            ["2024 Acme sold 12 petrol stations to Bolt in 2024"],
        ),
        (
            "Acme",
            "The consumer price index rose 3%.",
            ["[..2025-03-24] The consumer price index rose 3%"],
        ),
        (
            "Acme",
            "Acme, which has a mill in Leeds and has won awards, cut 40 jobs on Monday.",
            ["2025-03-24 Acme cut 40 jobs"],
        ),
        (
            "Acme",
            "A fire occurred at Acme on Monday, which incurred a loss.",
            ["2025-03-24 A fire occurred at Acme"],
        ),
        (
            "Acme",
            "Acme, which ran a mill, before closing it in 2019, hired Bolt.",
            ["[..2025-03-24] Acme hired Bolt", "2019 Acme closed the mill in 2019"],
        ),
        (
            "Acme",
            "Acme's notes due 2029 fell 2 cents on Monday.",
            ["2025-03-24 Acme's notes due 2029 fell 2 cents"],
        ),
        (
            "Acme",
            "The NSE 20 index gave up 0.7 percent to finish at 3,012 points.",
            ["2025-03-24 The NSE 20 index gave up 0.7 percent to finish at 3,012 points"],
        ),
        (
            "Acme",
            "The firm that Acme bought in 2019 has itself been sold.",
            [
                "2019 Acme bought the firm in 2019",
                "[..2025-03-24] The firm that Acme bought in 2019 has itself been sold",
            ],
        ),
        (
            "Acme",
            "Acme has this year opened three shops.",
            ["2025 Acme has opened three shops"],
        ),
        (
            "Acme",
            "Acme is building a mill in Rome. It was launched in 2019 by two brothers.",
            ["/.. Acme is building a mill in Rome", "2019 Acme was launched in 2019 by two brothers"],
        ),
        (
            "Acme",
            "Set up in 2010, the bank that never fell sold its mill in May.",
            ["2024-05 The bank that never fell sold its mill", "2010 The bank that never fell was set up in 2010"],
        ),
        (
            "Acme",
            "Acme met owners of Bolt, which sold a mill in 2019.",
            ["[..2025-03-24] Acme met owners of Bolt", "2019 Bolt sold a mill in 2019"],
        ),
        (
            "Acme",
            "Acme fined Bolt, which had sold it a mill in 2019.",
            ["[..2025-03-24] Acme fined Bolt", "2019 Bolt sold Acme a mill in 2019"],
        ),
        (
            "Acme",
            "Acme hired a banker from Rome, who left in 2019.",
            ["[..2025-03-24] Acme hired a banker from Rome", "2019 Acme: a banker from Rome left in 2019"],
        ),
        (
            "Acme",
            "Acme left the deal with Bolt, which closed a mill in May.",
            ["[..2025-03-24] Acme left the deal with Bolt", "2024-05 Bolt closed a mill"],
        ),
        (
            "Acme",
            "Acme ended a contract with Bolt, which lapsed in May.",
            ["[..2025-03-24] Acme ended a contract with Bolt", "2024-05 Acme: a contract lapsed"],
        ),
        (
            "Acme",
            "Of the three, up to two will be closed in May.",
            ["2025-05 Up to two will be closed"],
        ),
        (
            "Acme",
            "Acme will pay up to $40 million in May.",
            ["2025-05 Acme will pay up to $40 million"],
        ),
        (
            "Acme",
            "Acme sued Bolt, and most of them left in May.",
            ["[..2025-03-24] Acme sued Bolt", "2024-05 Acme: most of them left"],
        ),
        (
            "Acme",
            "Acme bought 40 shops, most of them closed in May.",
            ["[..2025-03-24] Acme bought 40 shops", "2024-05 Acme: most of the shops closed"],
        ),
        (
            "Acme",
            "Acme sold its mill in May after a dispute over pay.",
            ["2024-05 Acme sold its mill after a dispute over pay"],
        ),
        (
            "Acme",
            "Acme to Bolt: neither will do so.",
            [],
        ),
        (
            "",
            "The bank will cut rates, as promised in March, in September.",
            ["2025-09 The bank will cut rates"],
        ),
        (
            "",
            "The firm, the company behind Tinder, closed on Monday.",
            ["2025-03-24 The firm closed"],
        ),
        (
            "",
            "The festival, a joint project involving Acme, was cancelled on Monday.",
            ["2025-03-24 The festival was cancelled"],
        ),
        (
            "",
            "Its owner, the Danish brewer Bolt, sold the mill in 2024.",
            ["2024 Its owner Bolt sold the mill in 2024"],
        ),
        (
            "",
            "Bought by Acme in 2019, a mill closed in 2024, and Bolt bought the site on Monday.",
            ["2024 A mill closed in 2024", "2025-03-24 Bolt bought the site", "2019 A mill was bought by Acme in 2019"],
        ),
        (
            "",
            "Struck by lightning, a refinery shut on Monday, and prices rose 4%.",
            ["2025-03-24 A refinery shut", "[..2025-03-24] Prices rose 4%"],
        ),
        (
            "",
            "At the mill it closed in 2019, Acme opened a museum on Monday.",
            ["2025-03-24 Acme opened a museum"],
        ),
        (
            "",
            "In the report it published on Monday, Acme raised its forecast for 2025.",
            ["2025-03-24 Acme raised its forecast for 2025"],
        ),
        (
            "",
            "Acme opened 'The Mill' in Rome on Monday.",
            ["2025-03-24 Acme opened 'The Mill' in Rome"],
        ),
        (
            "",
            "The bank closed 'temporarily' on Monday.",
            ["2025-03-24 The bank closed 'temporarily'"],
        ),
        (
            "",
            "Acme has been fined by the regulator, which said it broke rules in 2023.",
            ["[..2025-03-24] Acme has been fined by the regulator", "2023 Acme broke rules in 2023"],
        ),
        (
            "",
            "Bolt dropped its claim against Carillion, which collapsed in 2018.",
            ["[..2025-03-24] Bolt dropped its claim against Carillion", "2018 Carillion collapsed in 2018"],
        ),
        (
            "",
            "Acme won a lawsuit against Bolt, which started in 1990 as a bakery.",
            ["[..2025-03-24] Acme won a lawsuit against Bolt", "1990 Bolt started in 1990 as a bakery"],
        ),
        (
            "",
            "Acme has a plan to reopen the mine, which it abandoned in 1990.",
            ["/.. Acme has a plan to reopen the mine", "1990 Acme abandoned the mine in 1990"],
        ),
        (
            "",
            "Acme agreed to a takeover by a fund that was set up in 2019.",
            ["[..2025-03-24] Acme agreed to a takeover by a fund", "2019 Acme: a fund was set up in 2019"],
        ),
        (
            "",
            "April sugar production at Acme fell 7% to 4.2 million tonnes.",
            ["2024-04 Sugar production at Acme fell 7% to 4.2 million tonnes"],
        ),
        (
            "",
            "February gold sales at Acme jumped 12% to $4.2 million.",
            ["2025-02 Gold sales at Acme jumped 12% to $4.2 million"],
        ),
        (
            "",
            "The EU banned imports of clothing from Myanmar in 2024.",
            ["2024 The EU banned imports of clothing from Myanmar in 2024"],
        ),
        (
            "",
            "A court convicted Acme's head of lending in 2022.",
            ["2022 A court convicted Acme's head of lending in 2022"],
        ),
        (
            "Acme publishes update on plan for 2030",
            "Sales rose 4% to $4 million.",
            ["[..2025-03-24] Sales rose 4% to $4 million"],
        ),
        (
            "Acme warns on results for 2026",
            "Sales fell 4% to $4 million.",
            ["[..2025-03-24] Sales fell 4% to $4 million"],
        ),
        (
            "",
            "Acme's sales of gold rose 12%.",
            ["[..2025-03-24] Acme's sales of gold rose 12%"],
        ),
        (
            "",
            "Acme will raise prices by 4% from 1 May, the second rise in a year.",
            ["2025-05-01 Acme will raise prices by 4%, the second rise"],
        ),
        (
            "",
            "A former executive of Acme resigned as a director of Bolt on Monday.",
            ["2025-03-24 A former executive of Acme resigned as a director of Bolt"],
        ),
        (
            "",
            "A former Italian banker, who quit Acme in 2023, was jailed.",
            ["2023 An Italian banker quit Acme in 2023"],
        ),
        (
            "Acme",
            "Acme was fined $4 million. The fine will be paid on May 1.",
            ["[..2025-03-24] Acme was fined $4 million", "2025-05-01 The fine will be paid"],
        ),
        (
            "Acme",
            "The store closed 4% lower. The closure will cost 40 jobs in May.",
            ["[..2025-03-24] The store closed 4% lower", "2025-05 The closure will cost 40 jobs"],
        ),
        (
            "",
            "Acme made public on Monday a plan to close its mill.",
            ["2025-03-24 Acme made public a plan to close its mill"],
        ),
        (
            "",
            "Acme launched the AMD 9000 chip in 2024.",
            ["2024 Acme launched the AMD 9000 chip in 2024"],
        ),
        (
            "",
            "Acme Corp could have to sell its mill and to close its plant by May.",
            [
                "[2025-03-24..] Acme Corp could have to sell its mill",
                "[2025-03-24..2025-05] Acme Corp is to close its plant",
            ],
        ),
        (
            "",
            "Acme plans to open a mill in Rome and to hire 300 people.",
            ["[2025-03-24..] Acme plans to open a mill in Rome and to hire 300 people"],
        ),
        (
            "",
            "The systems engineering unit, set up in 1990, was sold in 2024.",
            [
                "2024 The systems engineering unit was sold in 2024",
                "1990 The systems engineering unit was set up in 1990",
            ],
        ),
        (
            "",
            "Seven Seas Group, founded in 1990, was sold.",
            ["1990 Seven Seas Group was founded in 1990"],
        ),
        (
            "",
            "Acme will launch the car next spring below the price of rivals.",
            ["2026 Acme will launch the car below the price of rivals"],
        ),
        (
            "",
            "Acme beat in deliveries over Tesla and Bolt. Tesla closed a plant on Monday.",
            ["[..2025-03-24] Acme beat in deliveries over Tesla and Bolt", "2025-03-24 Tesla closed a plant"],
        ),
        (
            "",
            "If it rains, the fair, which opened in 2024, may be closed on Friday.",
            ["2024 The fair opened in 2024", "2025-03-28 The fair may be closed"],
        ),
        (
            "",
            "The regulator approved Acme's pen on 3 March 2025, paving the way for a launch in 2026.",
            ["2025-03-03 The regulator approved Acme's pen on 3 March 2025, paving the way for a launch in 2026"],
        ),
        (
            "",
            "Acme won the permit, clearing the way for construction to begin in June.",
            ["[..2025-03-24] Acme won the permit, clearing the way for construction to begin"],
        ),
        (
            "",
            "Acme Corp promised no redundancies before the end of 2026.",
            ["[..2025-03-24] Acme Corp promised no redundancies before the end of 2026"],
        ),
        (
            "",
            "Seven banks turned Acme down. Seven lent it $9,000 in 2014.",
            ["2014 Seven lent Acme $9,000 in 2014"],
        ),
        (
            "",
            "Seven West Media bought a paper in May.",
            ["2024-05 Seven West Media bought a paper"],
        ),
        (
            "Acme",
            "Acme missed a payment and must make good by 15 May.",
            [],
        ),
        (
            "Acme",
            "Acme has a programme, of which $4 million was spent in May.",
            ["2024-05 Acme: $4 million was spent"],
        ),
        (
            "Acme",
            "Acme has a site, which retrofits lines, and opened a mill in May.",
            ["/.. Acme has a site", "2024-05 Acme opened a mill"],
        ),
        (
            "Acme",
            "Protea Cinemas, for which Acme bid in May, is in liquidation.",
            ["2024-05 Acme bid for Protea Cinemas"],
        ),
        (
            "Acme",
            "Acme put off the fair, which is now due to begin in May.",
            ["2025-05 Acme: the fair is due to begin"],
        ),
        (
            "Acme",
            "Acme said it sold 40 cars: 12 in May.",
            ["2024-05 Acme sold 40 cars: 12"],
        ),
        (
            "Acme",
            "Acme cut its 2026 harvest forecast to 61,000 tonnes.",
            ["[..2025-03-24] Acme cut its 2026 harvest forecast to 61,000 tonnes"],
        ),
        (
            "Acme",
            "A mill planned for Rome will not be built before 2027.",
            ["[2027..] A mill planned for Rome will not be built before 2027"],
        ),
        (
            "Acme",
            "Acme's Byron works in Rome since May.",
            [],
        ),
        (
            "Acme",
            "Two analysts said Acme has cancelled three cargoes.",
            [],
        ),
        (
            "Acme",
            "On Sunday Acme sold its mill.",
            ["2025-03-23 Acme sold its mill"],
        ),
        (
            "Acme",
            "That compares with a loss of $3 million in 2023.",
            [],
        ),
        (
            "Acme",
            "Acme is said to have walked away from talks in May.",
            ["[..2025-03-24] Acme walked away from talks"],
        ),
        (
            "Sugar refiner Acme cuts jobs",
            "Acme cut 300 jobs on Friday. The plant will close in May.",
            ["2025-03-21 Acme cut 300 jobs", "2025-05 Acme: the plant will close"],
        ),
        (
            "Acme",
            "Half of the flights were to wind farms in 2024.",
            ["2024 Half of the flights were to wind farms in 2024"],
        ),
        (
            '"No," Acme said',
            '"We will close it," Acme said in a statement. Bolt Acme left in May.',
            ["2024-05 Bolt Acme left"],
        ),
        (
            "Acme",
            "Acme's board named her chief in May.",
            ["2024-05 Acme's board named her chief"],
        ),
        (
            "Acme",
            "Acme ordered 40 trucks. Bolt ordered 30 vans. The vehicles will be delivered in May.",
            [
                "[..2025-03-24] Acme ordered 40 trucks",
                "[..2025-03-24] Bolt ordered 30 vans",
                "2025-05 Acme: the vehicles will be delivered",
            ],
        ),
        (
            "Acme",
            "Acme signed a contract for two years. The units will be delivered in May.",
            ["[..2025-03-24] Acme signed a contract for two years", "2025-05 Acme: the units will be delivered"],
        ),
        (
            "Acme sells a mill",
            'Acme plc (formerly Bolt Ltd) (the "Company") sold a mill in 2024. The Company hired 40 '
            "people in May 2024.",
            ["2024 Acme plc sold a mill in 2024", "2024-05 Acme hired 40 people in May 2024"],
        ),
        (
            "Acme",
            "Acme cancelled its order, and Bolt, due to open a mill in May, will hire 40 people.",
            [
                "[..2025-03-24] Acme cancelled its order",
                "2025-05 Bolt is due to open a mill",
                "[2025-03-24..] Bolt will hire 40 people",
            ],
        ),
        (
            "Acme",
            "Ada Byron left Acme in 2019. Acme named her successor in May 2024.",
            ["2019 Ada Byron left Acme in 2019", "2024-05 Acme named Ada Byron's successor in May 2024"],
        ),
        (
            "Acme",
            "Siemens, which Acme bought in 2019, closed.",
            ["2019 Acme bought Siemens in 2019"],
        ),
        (
            "Acme",
            "Acme moved its office to 12 Byron Street in May.",
            ["2024-05 Acme moved its office to 12 Byron Street"],
        ),
        (
            "Acme",
            "Acme shifted production to 3 plants in May.",
            ["2024-05 Acme shifted production to 3 plants"],
        ),
        (
            "Acme",
            "Output fell 3% below the 2019 level in 2024.",
            ["2024 Output fell 3% below the 2019 level in 2024"],
        ),
        (
            "Acme",
            "Acme's output fell 3% below target in May.",
            ["2024-05 Acme's output fell 3% below target"],
        ),
        (
            "Acme",
            "The museum of Rome, founded in 1887, closed.",
            ["1887 The museum of Rome was founded in 1887"],
        ),
        (
            "Acme",
            "Acme won an order for 85 electric trucks from Bolt. Bolt has 300 buses. The buses were recalled in 2024.",
            [
                "[..2025-03-24] Acme won an order for 85 electric trucks from Bolt",
                "/.. Bolt has 300 buses",
                "2024 Acme: the 300 buses were recalled in 2024",
            ],
        ),
        (
            "Acme",
            "Acme ordered 40 workers to leave. The ships sailed in May.",
            ["[..2025-03-24] Acme ordered 40 workers to leave", "2024-05 Acme: the ships sailed"],
        ),
        (
            "Butter recall hits shops",
            "Acme recalled butter in May. The plant will close in June.",
            ["2024-05 Acme recalled butter", "2025-06 Acme: the plant will close"],
        ),
        (
            "Acme",
            "It appears to have closed the mill in 2019.",
            ["2019 It closed the mill in 2019"],
        ),
        (
            "Acme",
            "Acme ended a contract with Bolt, formed in 1990 by two engineers.",
            ["[..2025-03-24] Acme ended a contract with Bolt", "1990 Bolt was formed in 1990 by two engineers"],
        ),
        (
            "Acme",
            "Three traders expect prices to fall in May.",
            [],
        ),
        (
            "Acme",
            "Bolt said customers would like the shops to open in May.",
            [],
        ),
        (
            "Acme",
            "The minister, Ada Byron, and the mayor, Bo Bolt, met in May.",
            ["2024-05 The minister, Ada Byron, and the mayor, Bo Bolt, met"],
        ),
        (
            "Acme",
            "Bolt's parent, Bolt Group, sold its mill in May.",
            ["2024-05 Bolt's parent Bolt Group sold its mill"],
        ),
        (
            "Acme",
            "Acme will pay a dividend of $2 a share.",
            ["[2025-03-24..] Acme will pay a dividend of $2 a share"],
        ),
        (
            "",
            "The benchmark October contract rose 2% to $81.20 a tonne.",
            ["2025-03-24 The benchmark October contract rose 2% to $81.20 a tonne"],
        ),
        (
            "",
            "Exports of palm oil products during July 1-15 rose 5.3%, Tropicargo said.",
            ["2024-07-01/2024-07-15 Tropicargo: exports of palm oil products rose 5.3%"],
        ),
        (
            "",
            "The deal brings the total raised to $52 million.",
            ["/2025-03-24 The deal brings the total raised to $52 million"],
        ),
        (
            "",
            "Acme Ltd has installed 26,000 smart meters since January.",
            ["2025-01/2025-03-24 Acme Ltd has installed 26,000 smart meters since January"],
        ),
        (
            "",
            "Acme Corp raised its target for profit to 3.1 billion crowns after a strong August.",
            ["[..2025-03-24] Acme Corp raised its target for profit to 3.1 billion crowns after a strong August"],
        ),
        (
            "",
            "Acme Corp attributed the strong showing to robust orders for pipes in May.",
            [],
        ),
        (
            "",
            "The ringgit weakened 0.3% against the dollar.",
            ["2025-03-24 The ringgit weakened 0.3% against the dollar"],
        ),
        (
            "",
            "Acme installed Jan Bos as chairman on 6 March 2025.",
            ["2025-03-06 Acme installed Jan Bos as chairman on 6 March 2025"],
        ),
        (
            "",
            "When he attended the CDF in 2023, Ada Byron met with Chen Miner, the party secretary of Tianjin.",
            [
                "2023 Ada Byron attended the CDF in 2023",
                "2023 Ada Byron met with Chen Miner, the party secretary of Tianjin",
            ],
        ),
    ],
)
def test_near_misses(heading: str, text: str, events: list[str]) -> None:
    found = draft(text, P, Registries(), heading or None)
    assert [f"{each.date} {each.title}" for each in found] == events
