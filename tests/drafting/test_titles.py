"""Titles: where they end, and what they leave out. The publication day is Monday 24 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.model import Registries

P = date(2025, 3, 24)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme broke ground on a plant in Rome on Friday, a project that will employ 3,000 people.",
         "Acme broke ground on a plant in Rome"),
        ("In 2019 Acme bought a firm that makes screws.", "Acme bought a firm that makes screws"),
        ("Acme suspended a buyback that it had launched in 2023.", "Acme launched a buyback in 2023"),
        ("Acme filed a request that the court will rule on in May.", "Acme: the court will rule on a request"),
        ("Acme had 24.5 million users at the end of June, 1.1 million fewer than a year earlier.",
         "Acme had 24.5 million users"),
        ("Ada Byron will take over on October 1 from her father, the head of Acme.",
         "Ada Byron will take over from her father, the head of Acme"),
        ("Acme's chairman stepped down on Friday.", "Acme's chairman stepped down"),
        ("Acme cut its forecast last week for the second time this year, citing weak demand.",
         "Acme cut its forecast for the second time"),
        ("Acme reported a 22% drop in first-half profit on Friday.", "Acme reported a 22% drop in first-half profit"),
        ("Third-quarter revenue fell 6 percent to $2 billion.", "Third-quarter revenue fell 6 percent to $2 billion"),
        ("Acme hired Ada Byron from its rival Bolt in February last year.",
         "Acme hired Ada Byron from its rival Bolt"),
        ("Acme, founded in 1931 in Turin, sold its stores in 2019.", "Acme was founded in 1931 in Turin"),
        ("Acme swung to a profit in the July-September period.", "Acme swung to a profit"),
        ("On New Year's Eve, the bank wrote off its loans.", "The bank wrote off its loans"),
        ("Acme will cut jobs and close two plants in Spain.", "Acme will close two plants in Spain"),
        ("Chinese firms were seen ramping up purchases of chips from Acme last year.",
         "Chinese firms were seen ramping up purchases of chips from Acme"),
    ],
)  # fmt: skip
def test_a_title_ends_where_a_phrase_does(text: str, title: str) -> None:
    assert title in [each.title for each in draft(text, P, Registries())]


def test_a_cut_quotation_leaves_no_mark() -> None:
    text = 'Minister Ada Byron called the decision "deeply disappointing" on Friday and urged Acme to wait.'
    assert all(each.title.count('"') % 2 == 0 for each in draft(text, P, Registries()))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Turnover at Acme, since Ada Byron took charge, reached €1.6bn in May.", "Turnover at Acme reached €1.6bn"),
        ("Ada Byron took over after the war, opened the factory in 1962 and died in 1990.",
         "Ada Byron opened the factory in 1962"),
        ("Acme bought, among others, a mill in Turin in 2004.", "Acme bought a mill in Turin in 2004"),
        ("The original developer, Bolt Group, left in 2019.", "Bolt Group left in 2019"),
        ("Acme opened a mill in Rome in 2019, its chief executive, Ada Byron, said on Monday.",
         "Acme opened a mill in Rome in 2019"),
        ("Acme's annual meeting is on June 12.", "Acme's annual meeting is on June 12"),
        ("Acme's sales rose 9% in May; costs more than doubled.", "Acme's sales rose 9%"),
        ("Acme was recalling 900 seats sold since 2022.", "Acme was recalling 900 seats sold since 2022"),
        ("Ada Byron closed 14 shops, cut 300 jobs and sold the bakery to Acme in May.", "Ada Byron cut 300 jobs"),
        ("Acme said it would close a mill in 2026 and cut 240 jobs.", "Acme will cut 240 jobs"),
    ],
)  # fmt: skip
def test_an_aside_or_a_second_verb_is_whole_or_left_out(text: str, title: str) -> None:
    assert title in [each.title for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme Battery Materials said on Tuesday it will spend 620 million euros ($690 million) to build a second line "
         "in Turin, Italy, in a bid to meet orders.",
         "Acme Battery Materials will spend 620 million euros to build a second line in Turin, Italy"),
        ("Acme expects revenue in the range of €1.75 billion to €1.80 billion (previously: €1.65 billion to €1.75 "
         "billion) in 2025.", "Acme expects revenue in the range of €1.75 billion to €1.80 billion in 2025"),
        ("Net income at Acme fell to $211 million, or $1.38 per share, in the three months ended Feb. 28 from $264 "
         "million, or $1.71 per share, a year earlier.", "Net income at Acme fell to $211 million from $264 million"),
        ("The closure will cost Acme 64 jobs in May, some of them in Rome.", "The closure will cost Acme 64 jobs"),
        ("Acme expects to publish its report by May 15, two weeks later than planned.",
         "Acme expects to publish its report, two weeks later than planned"),
        ("Acme nearly ran out of cash in February.", "Acme nearly ran out of cash"),
        ("Acme sold its mill in Rome in 2019 but the sale of Bolt fell through the following year.",
         "The sale of Bolt fell through"),
        ("Acme will reach Spain by the end of May and Italy in the first quarter of next year.",
         "Acme will reach Spain"),
        ("The first hearing of Acme is set for May 11.", "The first hearing of Acme is set for May 11"),
        ("Acme dismissed on Friday a newspaper report that it was in talks.",
         "Acme dismissed a newspaper report that it was in talks"),
        ("Acme sold in May the 8% of Bolt it had bought on the market.",
         "Acme sold the 8% of Bolt it had bought on the market"),
        ("The bond fund Acme has been betting against the stock since May.",
         "The bond fund Acme has been betting against the stock"),
        ("Acme licensed it from a small firm, Bolt Pharma, four years ago for $85 million.",
         "Acme licensed it from a small firm, Bolt Pharma, for $85 million"),
        ("Acme was hurt by power cuts and, since April, by a dispute.", "Acme was hurt by power cuts and by a dispute"),
        ("Acme reported profit of $3 million, helped by lower grain costs and higher prices for its bars.",
         "Acme reported profit of $3 million, helped by lower grain costs and higher prices for its bars"),
        ("Acme's earnings, adjusted for gains and costs, were $1.27 per share.",
         "Acme's adjusted earnings were $1.27 per share"),
        ("Acme has recalled more than 60,000 prams sold in Spain after reports of injuries.",
         "Acme has recalled more than 60,000 prams sold in Spain after reports of injuries"),
        ("Acme applied for protection in Turin on Monday, creditors' association Bolt reported on Tuesday.",
         "Acme applied for protection in Turin"),
        ("Acme forecasts that sales in Spain will rise to $90 million.", "Sales in Spain will rise to $90 million"),
        ("Both sides of the Acme dispute will meet on Friday.", "Both sides of the Acme dispute will meet"),
        ("At the end of 2023 Acme ran short of cash.", "Acme ran short of cash"),
        ("Acme won a contract to build a tram line in Bergen, to be completed in 2029.",
         "Acme: a tram line in Bergen is to be completed in 2029"),
        ("Acme said 80% of those affected had already been given refunds of $9 in May.",
         "Acme: 80% of those affected were given refunds of $9"),
        ("Acme, a firm focused on treatment of heart disease, today announced a profit of $3 million.",
         "Acme announced a profit of $3 million"),
        ("Acme's line, which went into operation on May 30, fills 72,000 cans an hour.",
         "Acme's line went into operation"),
        ("Acme is ill. May wages will be paid in May by a fund.", "Acme: May wages will be paid by a fund"),
        ("Finance director Ada Byron of Acme will step down after a decade in the job, Wendy's said.",
         "Finance director Ada Byron of Acme will step down after a decade in the job"),
        ("Acme filed for approval in May and a decision by the Food and Drug Administration is due by August 21st.",
         "Acme: a decision by the Food and Drug Administration is due by August 21st"),
        ("Acme is working with a college on a course for machinists, which is to admit 20 students in May.",
         "Acme: a course for machinists is to admit 20 students"),
        ("Its chief told analysts on a call that orders from shops had returned to normal at Acme in May.",
         "Orders from shops returned to normal at Acme"),
        ("Investors in Acme approved a dividend of SFr2.40 a share, to be paid on May 8.",
         "A dividend of SFr2.40 a share is to be paid"),
        ("Acme cut its full-year profit forecast today, citing bad loans.", "Acme cut its full-year profit forecast"),
        ("Like the rest of the industry, Acme was caught out by the end of the boom in 2023.",
         "Acme was caught out by the end of the boom in 2023"),
        ("Shareholders of Spanish flavours and fragrances group Acme voted down the pay report of the board on "
         "Thursday in a rare rebuke.",
         "Shareholders of Spanish flavours and fragrances group Acme voted down the pay report of the board in a "
         "rare rebuke"),
        ("Acme voted the scheme through in July.", "Acme voted the scheme through"),
        ("Acme lost $3 million in the same quarter of the previous fiscal.", "Acme lost $3 million"),
        ("Acme takes over for Saturday's trip to Rome.", "Acme takes over for the trip to Rome"),
        ("Acme raised its outlook on Friday after a strong spring.", "Acme raised its outlook after a strong spring"),
        ("A court ruled on Friday that Acme had dumped oil.", "A court ruled that Acme had dumped oil"),
        ("On Friday Acme was hit by tariffs of the U.S. and rose 3%.", "Acme was hit by tariffs of the U.S."),
        ("Acme brought in Bolt to investigate, with a first report due by May.", "Acme brought in Bolt to investigate"),
        ("Acme plans to send its ships back from May, two years after attacks forced it to divert them.",
         "Acme plans to send its ships back"),
        ("Acme sold its mill to Bolt on Friday in a 15-year contract, terms of which were not given.",
         "Acme sold its mill to Bolt in a 15-year contract"),
        ("Acme made a loss of £19 million in the year to January, its most recent accounts show.",
         "Acme made a loss of £19 million"),
    ],
)  # fmt: skip
def test_a_title_keeps_its_news(text: str, title: str) -> None:
    assert title in [each.title for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme's Ada Byron, Bolt and the Carnot group met in Rome in 2019.",
         "Acme's Ada Byron, Bolt and the Carnot group met in Rome in 2019"),
        ("The Dalton, Georgia, company listed assets of $480 million.",
         "The Dalton-based company listed assets of $480 million"),
        ("The last of those, in Rome, shut in 2009.", "The last of those shut in 2009"),
        ("Over the next four years Acme paid itself dividends of $240 million, court papers show.",
         "Acme paid itself dividends of $240 million"),
        ("Acme stayed idle on Monday after pay talks between the union and the operator Bolt broke down on Friday.",
         "Pay talks between the union and the operator Bolt broke down"),
        ("Pre-orders opened after the event and sales of Acme cars in mainland China begin on Aug. 29.",
         "Sales of Acme cars in mainland China begin"),
        ("Farmers sued Acme in 2021 and the developer, Bolt Group, withdrew in 2022.", "Bolt Group withdrew in 2022"),
        ("Turnover at Acme, €180m when Ada Byron took charge, reached €1.6bn last year.",
         "Turnover at Acme reached €1.6bn"),
        ("The money will go to a plant of Acme in Rome, due to open in 2027, and to a shop.",
         "A plant of Acme in Rome is due to open in 2027"),
        ("Acme's plant in Rome will open in 2027, with full output anticipated in 2028.",
         "Acme: full output is anticipated in 2028"),
        ("Emails seen by the newspaper show that Acme was warned by Bolt in 2023.", "Acme was warned by Bolt in 2023"),
        ("Acme was damaged by bombs in 1941 and rebuilt ten years later.", "Acme was rebuilt"),
        ("Acme filed a 510(k) application in May.", "Acme filed a 510(k) application"),
        ("Acme booked a €4m loss in its accounts, released on Tuesday.", "Acme booked a €4m loss in its accounts"),
        ("Bolt has sold a third of it under a deal signed last year.", "Bolt has sold a third of it under a deal"),
        ("Acme will host a call today at 4:30 p.m. Eastern Time.", "Acme will host a call"),
        (
            "Acme's revenue was $67 million, an increase of 24% compared with 2023.",
            "Acme's revenue was $67 million, an increase of 24% compared with 2023",
        ),
        ("A pact of owners that binds them expires in 2026.", "A pact of owners that binds them expires in 2026"),
        ("Acme was listed in 2012 and taken private in 2019.", "Acme was taken private in 2019"),
        ("Founded in Rome in 1962 by Ada Byron, a former teacher, the company grew to 400 shops of Acme in 1990.",
         "Acme was founded in Rome in 1962 by Ada Byron"),
        ("Acme, the toy shop whose red vans are a fixture, fell into administration in May.",
         "Acme fell into administration"),
        ("An attack that shut Acme's website for 11 days in June made matters worse.",
         "An attack shut Acme's website for 11 days"),
        ("The union has given Acme until Thursday midnight to improve an offer it tabled on March 3.",
         "The union has given Acme until Thursday midnight to improve an offer"),
        ("Acme will build a plant, a project announced in February that will take 600 jobs out of Iowa by 2027.",
         "Acme: a project announced in February will take 600 jobs out of Iowa by 2027"),
        ("Shareholders of both are to vote in May.", "Shareholders of both are to vote"),
        ("ROME: Acme has shut two plants and will sell one in May.", "Acme will sell one"),
        ("A round of bids held in July 2023 fetched 12 million euros for Acme.",
         "A round of bids fetched 12 million euros for Acme"),
        ("Bolt stayed away, as did Acme, which pulled out of wind in May.", "Acme pulled out of wind"),
        ("Acme Holding, whose chief Ada Byron has said she wants to double sales by 2028, sued Bolt in May.",
         "Acme Holding sued Bolt"),
    ],
)  # fmt: skip
def test_a_title_is_one_clause_with_its_whole_subject(text: str, title: str) -> None:
    assert title in [each.title for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    "text",
    [
        "Acme approved Bolt's pill on Friday, handing the firm its first marketed drug.",
        "Acme opened its third plant at Dahej, Gujarat, built at a cost of Rs 560 crore.",
        "Acme opened a bakery in May, built over two years and designed to run on heat.",
        "Acme posted a loss of $18 million on Friday due to falling prices.",
    ],
)
def test_a_participle_is_no_clause(text: str) -> None:
    assert len(draft(text, P, Registries())) == 1


def test_a_cut_title_ends_with_a_whole_phrase() -> None:
    text = (
        "Acme Industries bought the largest paper mill of the whole region from the state in 2004 with loans from "
        "several of the savings banks of Turin."
    )
    assert [each.title for each in draft(text, P, Registries())] == [
        "Acme Industries bought the largest paper mill of the whole region from the state in 2004"
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme said on Friday it had halted work at its mine.", "Acme halted work at its mine"),
        ("Acme had lost money every year since 2018.", "Acme had lost money every year since 2018"),
        ("Acme had been chosen over two rivals in May.", "Acme was chosen over two rivals"),
        ("As of 1 March, 14 cases of Acme's fault had been reported.", "14 cases of Acme's fault were reported"),
        ("Acme said on Friday it would close a mill in 2026.", "Acme will close a mill in 2026"),
        ("Acme said on Friday it would consider an offer for Bolt.", "Acme would consider an offer for Bolt"),
    ],
)
def test_a_title_has_the_tense_of_its_own_day(text: str, title: str) -> None:
    assert title in [each.title for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme Mobility said on Tuesday it has won a 2.1 trillion-won contract to supply electric motors to German "
         "carmaker Bolt AG.",
         "Acme Mobility has won a 2.1 trillion-won contract to supply electric motors to Bolt AG"),
        ("The chairman of Acme Holding is widely expected to merge parts affiliate Acme Precis with logistics unit "
         "Acme Glonet in 2026.",
         "The chairman of Acme Holding is widely expected to merge Acme Precis with Acme Glonet in 2026"),
        ("The Financial Reporting Authority fined the auditors of Acme Ferries, Pocklington Shaw, £3.1 million in May "
         "over their work there.",
         "The Financial Reporting Authority fined the auditors of Acme Ferries, Pocklington Shaw, £3.1 million "
         "over their work there"),
        ("Acme Line ordered ten methanol-fuelled ships of nine thousand boxes each from China's Bolt Heavy Industry.",
         "Acme Line ordered ten methanol-fuelled ships of nine thousand boxes each from China's Bolt Heavy "
         "Industry"),
        ("Acme opened its first shop in May and will add four more in 2026.", "Acme will add four more in 2026"),
        ("Acme's shares ended Friday at 3,415 yen, up 28% since the start of the year.",
         "Acme's shares ended at 3,415 yen"),
        ("Acme's exports fell by 9% in May, customs data show.", "Acme's exports fell by 9%"),
        ("Acme has until Nov. 10 to decide.", "Acme has until Nov. 10 to decide"),
        ("Acme will host a call today at 8:00 a.m. ET.", "Acme will host a call"),
        ("Acme has a $300 million loan that falls due in June.", "Acme: a $300 million loan falls due"),
        ("Acme and Bolt sued each other last year.", "Acme and Bolt sued each other"),
        ("Acme expects to break even in June.", "Acme expects to break even"),
        ("Ada Byron agreed on Friday to stay on until Acme finds a successor.", "Ada Byron agreed to stay on"),
        ("A refit in 2017 shut 50 shops; the trader Ada Byron shut 38 more in 2019.", "A refit shut 50 shops"),
        ("Acme informed its staff last week that the mill would not reopen.",
         "Acme informed its staff that the mill would not reopen"),
        ("Acme scrapped plans to build a mill in Ohio in 2024.", "Acme scrapped plans to build a mill in Ohio in 2024"),
        ("Acme's profit more than doubled to $4 million in 2024.",
         "Acme's profit more than doubled to $4 million in 2024"),
        ("Acme's profit rose more than sevenfold from a year earlier to $4 million in 2024.",
         "Acme's profit rose more than sevenfold to $4 million in 2024"),
        ("Acme's board will ask shareholders at the annual general meeting in May to approve a dividend of $12 per "
         "share.",
         "Acme's board will ask shareholders to approve a dividend of $12 per share"),
        ("Rome-based Acme Cements on Tuesday reported a 23.4% year-on-year decline in consolidated net profit to Rs "
         "148.3 crore in the last quarter.",
         "Acme Cements reported a 23.4% year-on-year decline in consolidated net profit to Rs 148.3 crore"),
        ("Acme Motors intends to submit a premarket request for its newest product to the U.S. Food and Drug "
         "Administration in 2026.",
         "Acme Motors intends to submit a premarket request for its newest product to the U.S. Food and Drug "
         "Administration in 2026"),
        ("Ada Byron has informed Acme of her intention to retire as Chairman of the Board at the end of the Annual "
         "General Meeting.",
         "Ada Byron has informed Acme of her intention to retire as Chairman of the Board at the end of the "
         "Annual General Meeting"),
        ("Net Loss: Acme's net loss was $4 million in May.", "Acme's net loss was $4 million"),
    ],
)  # fmt: skip
def test_a_cut_keeps_the_object(text: str, title: str) -> None:
    assert title in [each.title for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme formed a venture in Spain with Bolt, in which it took a 51% stake in August.",
         "Acme took a 51% stake in a venture in Spain with Bolt"),
        ("He flies to Rome for a meeting with Bolt, with which Acme signed a pact in August.",
         "Acme signed a pact with Bolt"),
        ("The Acme plant, on which work started in 2022, is large.", "Work started in 2022 on the Acme plant"),
        ("Acme will pay 620 workers in Nitra, where output stopped on Friday.", "Output stopped in Nitra"),
        ("The board of Acme approved a dividend of 30 cents per share, payable on May 28.",
         "A dividend of 30 cents per share is payable"),
        ("Acme raised $4 million in a sale of bonds in May, saying at the time it would buy a rival.",
         "Acme raised $4 million in a sale of bonds"),
        ("Acme opened 100 shops, eight years after it was founded, in May.", "Acme opened 100 shops"),
        ("Acme confirmed the forecast issued a month ago: sales of $4 billion.",
         "Acme confirmed the forecast: sales of $4 billion"),
        ("Acme will pay for a mill built for it, under a deal signed back in January.",
         "Acme will pay for a mill built for it, under a deal"),
        ("Acme declared a dividend of 30 cents on Friday, payable in June to holders of its stock.",
         "Acme declared a dividend of 30 cents"),
        ("Acme hired Ada Byron, whose first collection was shown in Paris in 2024.",
         "Ada Byron's first collection was shown in Paris in 2024"),
    ],
)  # fmt: skip
def test_a_relative_clause_says_what_it_is_about(text: str, title: str) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert any(each.endswith(title) or each.lower().endswith(title.lower()) for each in found), found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("In May Ada Byron dropped the cheap lines, doubled prices and, in July, hired a designer for Acme.",
         ["Ada Byron dropped the cheap lines", "Ada Byron hired a designer for Acme"]),
        ("Acme shut the mill in 2017, changed hands twice and laid off a shift in 2023.",
         ["Acme shut the mill in 2017", "Acme laid off a shift in 2023"]),
        ("Acme will spend $38 million and hire 75 people, state and company officials announced Friday at the mill.",
         ["Acme will spend $38 million", "Acme will hire 75 people"]),
        ("Acme alerted Norway on March 5, as the law requires, and told Swedish regulators on March 8.",
         ["Acme alerted Norway, as the law requires", "Acme told Swedish regulators"]),
        ("The team of Acme has moved to Rome, and Carl Bolt, who ran it, becomes its head on May 1.",
         ["The team of Acme has moved to Rome", "Carl Bolt becomes Acme's head"]),
        ("A minister told local radio the state would send Acme aid in May.", ["The state will send Acme aid"]),
        ("Acme's sales dropped by a quarter to $78 million in 2023, and the company cut 60 jobs in May.",
         ["Acme's sales dropped by a quarter to $78 million in 2023", "Acme cut 60 jobs"]),
        ("A court fined Acme because between January 2019 and June 2022 Bolt had failed to name its owners.",
         ["Bolt failed to name its owners"]),
        ("Bolt ordered 300 planes in June, while Acme went bankrupt in May and has since returned its jets.",
         ["Bolt ordered 300 planes", "Acme went bankrupt", "Acme has since returned its jets"]),
        ("Acme plans to begin a mill in May and to have it running by the end of 2028.",
         ["Acme plans to begin a mill", "Acme is to have the mill running by the end of 2028"]),
        ("The mill of Acme is to be closed in May and sold in June.",
         ["The mill of Acme is to be closed", "The mill of Acme is to be sold"]),
        ("Acme's ships will be built in Ulsan and delivered in 2029.",
         ["Acme's ships will be built in Ulsan", "Acme's ships will be delivered in 2029"]),
        ("Wendy's made a loss of $4 million in May, its accounts show.", ["Wendy's made a loss of $4 million"]),
        ("On Friday in Rome, Ada Byron of Acme is doing what she has done since 1979.", []),
    ],
)  # fmt: skip
def test_each_verb_of_a_list_has_its_own_clause(text: str, titles: list[str]) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert [each for each in found if each in titles] == titles, found
    assert titles or not found


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("The Serafina, a machine that heats water, appeared in 2012, was copied by 2014.", "was appeared"),
        ("Acme sold its arm to Bolt for 640 million won, wound up its shops at the end of 2022.", "was wound up"),
        ("Acme raised its offer on Friday, was turned down on Saturday and withdrew it on Sunday.", "withdrew Acme"),
    ],
)
def test_nothing_is_done_to_what_only_acts_nor_to_the_subject_itself(text: str, garbled: str) -> None:
    assert not [each.title for each in draft(text, P, Registries()) if garbled in each.title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme raised £3m from a bond issued in January and from the sale of two pubs in Leeds.",
         "Acme raised £3m from a bond and from the sale of two pubs in Leeds"),
        ("Acme showed the minister the prototype unveiled in February at a fair in Turin.",
         "Acme showed the minister the prototype at a fair in Turin"),
        ("Acme has moved into an office, opened a fortnight ago.", "Acme has moved into an office"),
        ("Acme paid 4 million euros for a yard valued last year at 9 million.",
         "Acme paid 4 million euros for a yard valued at 9 million"),
        ("Acme will take over the farm bought in March on May 1.", "Acme will take over the farm"),
        ("Acme has come off since, fetching $3,610 in London.", "Acme has come off, fetching $3,610 in London"),
        ("Acme had its licence revoked on Friday.", "Acme had its licence revoked"),
        ("Acme began lending last year to small firms.", "Acme began lending to small firms"),
        ("A minister fined Acme for the December fire at the port.",
         "A minister fined Acme for the December fire at the port"),
        ("Acme expects to close the deal before the autumn budget.",
         "Acme expects to close the deal before the autumn budget"),
        ("Revenue at Acme beat last year's record by 4 million euros.",
         "Revenue at Acme beat the record by 4 million euros"),
        ("Acme was hurt during last year's drought.", "Acme was hurt during the drought"),
        ("Acme's output should reach 40,000 units by 2027 and 60,000 three years later.",
         "Acme's output should reach 40,000 units by 2027"),
        ("Leeds got its first Acme shop in 2019, York in May.", "Leeds got its first Acme shop in 2019"),
        ("Acme's permit came through in January.", "Acme's permit came through"),
        ("Acme suffered the worst defeat of the year on Friday.", "Acme suffered the worst defeat of the year"),
        ("Acme's mill was sold as recently as 2022.", "Acme's mill was sold as recently as 2022"),
        ("Acme set April 11 as the record date.", "Acme set April 11 as the record date"),
        ("Acme's sales rose 3% in the months October to December 2024.",
         "Acme's sales rose 3% in the months October to December 2024"),
        ("Acme served 14 million meals in the first half alone.", "Acme served 14 million meals"),
        ("Acme halted the trial, called Beacon, last Friday, a day after it began.", "Acme halted the trial"),
        ("The flights of Acme have halved since March.", "The flights of Acme have halved since March"),
        ("Acme bought it, in 2019.", "Acme bought it in 2019"),
        ("Acme's output rose by 4 percent in the first nine months of last year.", "Acme's output rose by 4 percent"),
    ],
)  # fmt: skip
def test_a_date_that_is_left_out_leaves_no_hole(text: str, title: str) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert title in found, found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Half of Acme's mills stood still in February.", "Half of Acme's mills stood still"),
        ("Acme's prices rose further in March.", "Acme's prices rose further"),
        ("The decision of Acme is expected in May.", "The decision of Acme is expected in May"),
        ("The decision of Acme is expected next month.", "The decision of Acme is expected"),
        ("The hearing of Acme is set down for April 6.", "The hearing of Acme is set down for April 6"),
        ("Acme reports on April 14.", "Acme reports on April 14"),
        ("Vouchers of Acme will be honoured until 30 June.", "Vouchers of Acme will be honoured until 30 June"),
        ("Acme shares have doubled since it dropped its bid for Bolt.",
         "Acme shares have doubled since it dropped its bid for Bolt"),
        ("Acme paid 40 million euros, twice what Bolt had offered.",
         "Acme paid 40 million euros, twice what Bolt had offered"),
        ("Acme will vote in May on whether it should sell its port.",
         "Acme will vote on whether it should sell its port"),
        ("Customers of Acme were notified in May that deliveries would slip.",
         "Customers of Acme were notified that deliveries would slip"),
        ("Acme: It's opening 40 stores in Texas.", "It is opening 40 stores in Texas"),
    ],
)  # fmt: skip
def test_a_verb_keeps_what_it_needs(text: str, title: str) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert title in found, found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme doubled its loss to $4m, moved its head office to Rome and cut 300 jobs in May.",
         "Acme doubled its loss to $4m"),
        ("Ada and Carl Byron completed on Friday and hope to open the Acme pub by Easter.",
         "Ada and Carl Byron completed"),
        ("Acme's sales rose for six years, and in 2021 the founder, Ada Byron, who had never taken a salary, quit.",
         "Acme's sales rose for six years"),
        ("Acme raised prices in the North with effect from April 1.", "Acme raised prices in the North"),
        ("Acme's sales rose 2% in the 13 weeks to 28 February.", "Acme's sales rose 2%"),
        ("Acme's shares fell 9% in the first half, closing at their lowest since it dropped its bid.",
         "Acme's shares fell 9%"),
        ("Acme sold two ships: one to Bolt, which is in Rome, and one to the state, in May.", "Acme sold two ships"),
        ("Acme Holding has fined the Bolt Building Supplies Company of Turin £12.4 million for grave and lasting "
         "breaches of its rules.", "Acme Holding has fined the Bolt Building Supplies Company of Turin £12.4 "
                                   "million for grave and lasting breaches of its rules"),
        ("Acme Broadcasting has bought the rights to show matches of the league in Spain, Portugal, Italy "
         "and Greece for five years.",
         "Acme Broadcasting has bought the rights to show matches of the league in Spain, Portugal, Italy and "
         "Greece for five years"),
        ("Acme becomes a limited company in May, with Edith Marsh as chairman, one of the first women of Italy to "
         "head a maker of lamps.", "Acme becomes a limited company, with Edith Marsh as chairman"),
    ],
)  # fmt: skip
def test_a_title_has_no_second_verb_and_no_begun_phrase(text: str, title: str) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert title in found, found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme's annual meeting has been brought forward to next Wednesday.",
         "Acme's annual meeting has been brought forward to 2 April 2025"),
        ("A fair of Acme runs until the end of the year.", "A fair of Acme runs until the end of 2025"),
        ("A bridge of Acme was due to open last autumn, but work stopped.",
         "A bridge of Acme was due to open in 2024"),
        ("Acme's first figures are slated for the first half of next year.",
         "Acme's first figures are slated for the first half of 2026"),
        ("Acme pushed back the opening of its depot to next month.",
         "Acme pushed back the opening of its depot to April 2025"),
        ("The court has given Acme until the end of June to remove the tanks.",
         "The court has given Acme until the end of June to remove the tanks"),
        ("The bakery has sponsored the race of Acme every August since 1987.",
         "The bakery has sponsored the race of Acme every August since 1987"),
        ("In May Acme asked for bids in the weeks before the vote.",
         "Acme asked for bids in the weeks before the vote"),
    ],
)  # fmt: skip
def test_a_date_that_the_title_needs_stays_true(text: str, title: str) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert title in found, found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme won the order in 2024, whereas its rival Bolt, which had hoped for it, in May filed for bankruptcy.",
         "Acme won the order in 2024"),
        ("The pool was paid for by Acme, whose loan of $3 million came through last winter.",
         "The pool was paid for by Acme"),
        ("Acme has been hit by a strike in Turin, where a supplier it does not name closed its depot in February.",
         "Acme has been hit by a strike in Turin"),
        ("Ada Byron will leave Acme at the end of next month, as announced in December, to run a smelter.",
         "Ada Byron will leave Acme, to run a smelter"),
        ("Acme will hold a call on Friday at 10 a.m. Central Time for investors.",
         "Acme will hold a call for investors"),
    ],
)  # fmt: skip
def test_a_title_begins_no_clause_that_it_does_not_end(text: str, title: str) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert title in found, found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("An investigation into price agreements between the bakeries of Acme in the north of the country has been "
         "under way since May.",
         "An investigation into price agreements between the bakeries of Acme has been under way since May"),
        ("Acme's factory for recycled glass near the port of Varna will turn out enough bottles for two million people "
         "a year.",
         "Acme's factory for recycled glass will turn out enough bottles for two million people a year"),
        ("Acme was placed last month under the control of three administrators who will look for a buyer of its mills "
         "and depots in Spain.",
         "Acme was placed under the control of three administrators"),
        ("The regulator has given Acme Household Goods until 31 July to account for all the heaters it sold to "
         "pensioners through catalogues.",
         "The regulator has given Acme Household Goods until 31 July to account for all the heaters"),
        ("The parent of Acme is expected in May to merge its older business in Turin with the logistics unit of Bolt "
         "Holding in order to save costs.",
         "The parent of Acme is expected to merge its older business in Turin with the logistics unit of Bolt "
         "Holding in order to save costs"),
        ("Acme's chief was informed in March that prosecutors had opened an inquiry into the sale of the old works at "
         "the port of Trieste.",
         "Acme's chief was informed that prosecutors had opened an inquiry into the sale of the old works at the "
         "port of Trieste"),
    ],
)  # fmt: skip
def test_the_subject_gives_way_before_what_the_verb_governs(text: str, title: str) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert title in found, found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The regulator opened an inquiry into Acme in the autumn of 2019 after a series of complaints by pensioners.",
         "The regulator opened an inquiry into Acme after a series of complaints by pensioners"),
        ("Acme shares have risen by 15% since the beginning of the year on hopes of a takeover bid by a foreign rival.",
         "Acme shares have risen by 15% on hopes of a takeover bid by a foreign rival"),
        ("Acme Household Goods has received approval from the health ministry for its first vaccine for small children."
         " Acme is based in Rome.",
         "Acme has received approval from the health ministry for its first vaccine for small children"),
        ("Acme Household Goods and Paper Corp. has won a licence from the health ministry for its vaccine for young "
         "children. Acme is based in Rome.",
         "Acme Household Goods and Paper Corp has won a licence from the health ministry for its vaccine for "
         "young children"),
        ("Around 2,400 drivers and mechanics of Acme Household Goods stopped work at nine depots in a dispute over "
         "night shifts and holidays.",
         "Around 2,400 drivers and mechanics of Acme Household Goods stopped work at nine depots in a dispute "
         "over night shifts and holidays"),
        ("The competition authority has fined Acme Household Goods and its subsidiaries 40 million euros for failing "
         "to report a merger.",
         "The competition authority has fined Acme Household Goods and its subsidiaries 40 million euros for "
         "failing to report a merger"),
        ("Acme Household Goods has received a licence for LumaBox, its lamp for the treatment of winter depression in "
         "schools and hospitals.",
         "Acme Household Goods has received a licence for LumaBox"),
        ("Deliveries to dealers in Italy, Austria and southern Germany will begin in October, with France and the "
         "Netherlands following in the first quarter of 2026.",
         "Deliveries to dealers in Italy, Austria and southern Germany will begin"),
        ("Shareholders of Acme approved a dividend of 40 cents a share, to be paid on May 8.",
         "Shareholders of Acme approved a dividend of 40 cents a share"),
        ("Acme has set the price range for its long-awaited initial public offering at a level that would value it at "
         "up to $3 billion.",
         "Acme has set the price range for its long-awaited initial public offering"),
        ("Acme sales slipped 1 per cent in January in what chief executive Ada Byron called a mild month.",
         "Acme sales slipped 1 per cent"),
        ("Acme produced 900 tonnes in January, up 3 per cent from a year earlier.",
         "Acme produced 900 tonnes, up 3 per cent"),
    ],
)  # fmt: skip
def test_a_phrase_that_does_not_fit_goes_whole_and_what_is_known_goes_first(text: str, title: str) -> None:
    found = [each.title for each in draft(text, P, Registries())]
    assert title in found, found
