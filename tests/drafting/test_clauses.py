"""Clauses: which words are the verb, its subject, and where a clause begins and ends.

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
        ("Acme picked up the mine in 2019, drilled 64 holes and in March reported a find.",
         ["Acme picked up the mine in 2019", "Acme drilled 64 holes", "Acme reported a find"]),
        ("Acme cut prices in May 2024, called in lawyers and notified the police.",
         ["Acme cut prices in May 2024", "Acme called in lawyers", "Acme notified the police"]),
        ("The firm moved into bicycles in 2010, bought a brand in 2014 and floated in 2018.",
         ["The firm moved into bicycles in 2010", "The firm bought a brand in 2014", "The firm floated in 2018"]),
        ("The shop was bailed out in 2012, returned to private hands in 2014 and opened a branch in 2020.",
         ["The shop was bailed out in 2012", "The shop returned to private hands in 2014",
          "The shop opened a branch in 2020"]),
        ("The mill was built in 1958, nationalised in 1971 and sold back to its founders in 1993.",
         ["The mill was built in 1958", "The mill was nationalised in 1971",
          "The mill was sold back to its founders in 1993"]),
        ("The mill was sold in 2019 and torn down in 2021.",
         ["The mill was sold in 2019", "The mill was torn down in 2021"]),
        ("The bank was rescued in 2019 and renamed Bolt in 2021.",
         ["The bank was rescued in 2019", "The bank was renamed Bolt in 2021"]),
        ("Acme announced a bid in 2010, signed it in 2011 and closed it in 2012.",
         ["Acme announced a bid in 2010", "Acme signed the bid in 2011", "Acme closed the bid in 2012"]),
        ("Ada Byron said that, in 2019, Acme had sold the mill.", ["Acme sold the mill"]),
        ("A line is being installed as we speak and will be running by 2027.", ["A line will be running by 2027"]),
        ("Acme left that post in March 2014, and for two years had no boss.",
         ["Acme left that post in March 2014"]),
    ],
)  # fmt: skip
def test_verbs_in_a_row_share_their_subject(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Byron, a teacher who built Acme from a shed into a chain, then lost it in 2003, died in 2021.",
         "Ada Byron died in 2021"),
        ("The deal came to light when a fifth bidder, Germany's Bolt, sued in 2014.", "Germany's Bolt sued in 2014"),
        ("Talks began in 2020 after a dealer in Duluth, Minnesota, reported two faults in 2019.",
         "A dealer in Duluth reported two faults in 2019"),
        ("Acme, which after a fire in 2019 rebuilt its mill, opened a shop on Friday.", "Acme rebuilt its mill"),
        ("Acme has hired the carrier Bolt, which since 2019 has flown to Oslo.",
         "The carrier Bolt has flown to Oslo"),
        ("Sales fell, and in 1983 the investor Ada Byron, who had bought 22%, demanded a vote.",
         "The investor Ada Byron demanded a vote"),
        ("Nor has the family been spared: a cousin, Ada Byron, who owns 14%, went to court in 2022.",
         "Ada Byron went to court in 2022"),
        ("Its chief, Ada Byron, who joined in 2019, quit on Friday.", "Its chief Ada Byron quit"),
        ("Ada Byron rose to head of lending by 2008 and, after a spell at a rival, came back in 2019.",
         "Ada Byron came back in 2019"),
        ("The theatre was sold in 2020 and, after a refit that cost £3m, reopened on Friday.", "The theatre reopened"),
        ("Demand, Acme said, picked up in February.", "Acme: demand picked up"),
        ("Shares in Acme, which was demerged from Bolt in 2009, fell 2% on Friday.",
         "Acme was demerged from Bolt in 2009"),
    ],
)  # fmt: skip
def test_the_subject_is_before_what_is_between_commas(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The app has 410,000 users, up from 90,000 a year ago, and it processed $61 million in February.",
         "The app processed $61 million"),
        ("In data presented at a fair in 2023, it cut tumours by 38%.", "It cut tumours by 38%"),
        ("At a meeting in Leeds, interrupted twice, 43% of votes went against the report on Friday.",
         "43% of votes went against the report"),
        ("On the strength of those data Swiss drugmaker Bolt paid Acme $250 million in 2021.",
         "Swiss drugmaker Bolt paid Acme $250 million in 2021"),
        ("In Germany Bolt's owners abandoned the plan on Friday.", "Bolt's owners abandoned the plan in Germany"),
        ("About 60 people, among them the mayor, signed a petition on Friday.", "About 60 people signed a petition"),
        ("Twice the board received offers from Bolt in 2019.", "The board received offers from Bolt in 2019"),
        ("Cardiff-based Acme, best known for its pies, bought Bolt on Friday.", "Cardiff-based Acme bought Bolt"),
        ("Three months into the job, the chief Ada Byron has shut a shop.", "The chief Ada Byron has shut a shop"),
        ("Because of a strike in Antwerp the ships left for Rotterdam on Friday.", "The ships left for Rotterdam"),
        ("Acme in May 2024 sold its mill.", "Acme sold its mill"),
        ("People close to the talks say a fund paid $900 million in 2024.", "A fund paid $900 million in 2024"),
        ("It's hiring 40 engineers in Rome.", "It is hiring 40 engineers in Rome"),
        ("In a hall that smells of oil, Ada Byron started the looms on Friday.", "Ada Byron started the looms"),
        ("At a meeting on 24 November shareholders will vote on the sale of Acme.",
         "Shareholders will vote on the sale of Acme"),
        ("Further to the notice of 11 January, the ministry granted Acme a permit on 4 March.",
         "The ministry granted Acme a permit"),
        ("Under the takeover rules Acme must make an offer to Bolt by June 15.", "Acme must make an offer to Bolt"),
        ("Workers at a plant in Turin, who belong to a union, agreed to a pay deal in March.",
         "Workers at a plant in Turin agreed to a pay deal"),
        ("The court ruled that Acme, which makes cars, must pay $4 million by June 1.", "Acme must pay $4 million"),
        ("Acme told staff on Monday that Ada Byron, who joined in 2019, would leave in June.",
         "Acme: Ada Byron will leave"),
        ("Sales fell 11% in May and the bank, which had lent Acme $4 million, withdrew its loan in June.",
         "The bank withdrew its loan"),
        ("Acme sold the mill in 2024, the daily Il Sole reported last week, citing its owner.",
         "Acme sold the mill in 2024"),
        ("The model was pulled in May 2024, Bolt confirmed, and will be sold again in June.",
         "Bolt: the model will be sold again"),
        ("Some 1,100 jobs go in May.", "Some 1,100 jobs go"),
        ("Acme confirmed that talks to sell its mill to Bolt for $3 million had ended without agreement in May.",
         "Talks to sell its mill to Bolt for $3 million ended without agreement"),
        ("When the mill closed in 1996, Acme bought the site for a pound.", "Acme: the mill closed in 1996"),
        ("Acme put off the launch of its car, which is now due in early 2026.", "Acme put off the launch of its car"),
        ("The tie-up was announced in May and cleared by Brussels in June.", "The tie-up was announced"),
        ("Acme, a start-up that makes lamps which run on water, raised $8m in August.", "Acme raised $8m"),
        ("Rather than build a plant, Acme will rent a site in Rome from May.", "Acme will rent a site in Rome"),
        ("Sales at shops open at least a year rose 3.1 per cent in May.",
         "Sales at shops open at least a year rose 3.1 per cent"),
        ("Lenders of Acme, owed a combined $1.9 billion, have until June 30 to accept its offer.",
         "Lenders of Acme have until June 30 to accept its offer"),
        ("A buyback of up to $75 million starts on Monday and ends in June.", "A buyback of up to $75 million starts"),
        ("A mill acquired along with Bolt in 2008 will close in May.", "A mill acquired along with Bolt will close"),
        ("Accounts filed by Acme on Friday show that turnover grew 9% to £83m in 2024.",
         "Acme's turnover grew 9% to £83m in 2024"),
    ],
)  # fmt: skip
def test_the_subject_is_after_what_leads_a_sentence(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme will sell it alone, under a deal signed back in January.", "Acme will sell it alone, under a deal"),
        ("Acme won a contract with Bolt to power 1,100 masts, signed on Friday.",
         "A contract with Bolt to power 1,100 masts was signed"),
        ("Acme hired the head of production Ada Byron, who starts in May.",
         "Acme: the head of production Ada Byron starts"),
        ("Acme raised the dividend for the past year, which the meeting approved on Friday.",
         "Acme: the meeting approved the dividend"),
        ("Acme cut its forecast for 2025, which it had raised in May.", "Acme raised its forecast"),
        ("Acme sold one stake to Bolt, which sent it back in 2021, and one to the state.",
         "Bolt sent the one stake back in 2021"),
        ("Acme is due to miss the 4 to 6 per cent the board had promised at a meeting in 2021.",
         "Acme's board promised the 4 to 6 per cent at a meeting in 2021"),
        ("The permit, first issued in 2011 and renewed in 2021, expired on Friday.",
         "The permit was renewed in 2021"),
        ("Acme said the permit, issued in 2011, had expired on Friday.", "Acme: the permit was issued in 2011"),
        ("Opened by the king in 1967 and twice rebuilt, the hall will shut in May.",
         "The hall was opened by the king in 1967 and twice rebuilt"),
        ("Under a plan unveiled in March 2024 the bank will shut 40 branches.",
         "A plan was unveiled in March 2024"),
        ("Acme asked its bank to replace Ada Byron, who left in May 2024.", "Acme: Ada Byron left in May 2024"),
        ("Acme recalled the Spark 6 and Spark 8, which were sold in Rome in 2019.",
         "The Spark 6 and Spark 8 were sold in Rome in 2019"),
        ("Acme drew up a plan to shut 40 shops and cut rents, which lenders threw out in August.",
         "Acme: lenders threw out a plan to shut 40 shops and cut rents"),
        ("Acme made an offer on 6 May, which it raised twice in June.", "Acme raised an offer twice"),
        ("Acme has a site in Rome that it outgrew and will give up next year.", "Acme will give up a site in Rome"),
    ],
)  # fmt: skip
def test_a_description_has_the_whole_noun(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Only in May 2022, after a fire had killed two, were 14,000 lamps recalled.",
        "In it, dated 4 May 2009, a lawyer offers help.",
        "Acme has sites, two of them to be closed in 2026.",
        "Acme cautioned investors that 2025 would be tougher.",
    ],
)
def test_no_title_without_a_subject(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By May 2024 Acme had banked an $8m Series A. Its $27m Series B followed in September.",
         ["Acme banked an $8m Series A", "Acme's $27m Series B followed"]),
        ("Acme shut its mill in May and Byron, then its chief, took over from Judith Maas.",
         ["Acme shut its mill", "Acme: Byron took over from Judith Maas"]),
        ("Early on Monday morning a fire tore through the paint shop of Acme.",
         ["A fire tore through the paint shop of Acme"]),
        ("The 48 billion yen ($315 million) plant of Acme opens in October.",
         ["The 48 billion yen plant of Acme opens"]),
        ("The board of Acme will ask the shareholders at the annual meeting in Rome to approve a dividend of $12 "
         "a share on 21 March 2026.",
         ["The board of Acme will ask the shareholders at the annual meeting in Rome to approve a dividend of "
          "$12 a share on 21 March 2026"]),
        ("Acme told the city in February that ten cars due in May would not arrive in time.", []),
        ("Suits have been combined by a judge in Rome, with the first trial of Acme due to begin in November.",
         ["Acme: suits have been combined by a judge in Rome", "The first trial of Acme is due to begin"]),
    ],
)  # fmt: skip
def test_what_begins_and_ends_a_clause_or_a_title(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_what_is_believed_is_reported() -> None:
    text = "Acme is believed to have approached Bolt about a merger. Two funds are said to have looked at Acme in May."
    made = draft(text, P, Registries())
    assert [(each.title, each.certainty) for each in made] == [
        ("Acme approached Bolt about a merger", "reported"),
        ("Two funds looked at Acme", "reported"),
    ]


def test_several_of_a_name_in_capitals_are_plural() -> None:
    [title] = titles("With some CEOs reportedly scheduled to meet Ada Byron on Friday, eyes are on Acme.")
    assert title == "Some CEOs are scheduled to meet Ada Byron"
