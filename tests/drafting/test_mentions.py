"""Who and what a title names, by all that the article says of it. The publication day is Monday 24 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.learning import learn
from timeline_cli.drafting.names import Cast
from timeline_cli.drafting.told import first_mention
from timeline_cli.model import Registries

P = date(2025, 3, 24)


def titles(text: str, heading: str = "Acme cuts jobs") -> list[str]:
    return [each.title for each in draft(text, P, Registries(), heading)]


def cast(text: str, heading: str = "") -> Cast:
    made = Cast(Registries())
    learn(made, text, heading)
    return made


@pytest.mark.parametrize(
    ("noun", "before", "mention"),
    [
        ("plant", "Acme closed its Rome plant.", "the Rome plant"),
        ("plant", "Acme opened a plant near Rome.", "the plant near Rome"),
        ("factory", "Acme closed its Rome plant.", "the Rome plant"),
        ("programme", "The firm began a costly remediation programme in May.", "the costly remediation programme"),
        ("contract", "It signed a contract with the operator Bolt Tel.", "the contract with the operator Bolt Tel"),
        ("transaction", "A court cleared its purchase of Bolt's grinding unit at Rome.",
         "the purchase of Bolt's grinding unit"),
        ("project", "A ministry approved the 1.1 GW Bolt offshore wind farm.", "the 1.1 GW Bolt offshore wind farm"),
        ("jets", "Acme ordered 30 Bolt 220 jets.", "the 30 Bolt 220 jets"),
        ("round", "Acme raised a $27 million Series B.", "the $27 million Series B"),
        ("league", "Acme left the European Handball League.", "the European Handball League"),
        ("site", "Acme opened a workshop-like factory near Rome.", "the workshop-like factory near Rome"),
        ("unit", "Acme bought the advice business, Bolt Wealth, in 2015.", "Bolt Wealth"),
        ("mine", "It owns Acme Metals' Red Hill copper mine.", ""),
        ("plant", "Acme closed its Rome plant. Its Turin plant stays open.", ""),
        ("plant", "Acme closed a plant.", ""),
        ("contract", "Acme won a new contract in May.", ""),
        ("year", "Acme closed its fiscal year.", ""),
    ],
)  # fmt: skip
def test_a_thing_has_the_words_of_its_first_mention(noun: str, before: str, mention: str) -> None:
    assert first_mention(noun, before, "") == mention


def test_an_act_is_only_named_by_the_sentence_before() -> None:
    told = "Acme accepted a cash offer from Bolt."
    assert first_mention("bid", told, "") == "the cash offer from Bolt"
    assert first_mention("bid", "Acme then bought Dent.", told) == ""
    assert first_mention("offer", "Acme then bought Dent.", told) == "the cash offer from Bolt"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme runs a loss-making Rome plant. The plant will close in May.",
         "Acme: the loss-making Rome plant will close"),
        ("Acme signed a supply agreement with Bolt Group in 2020. The agreement was extended last week.",
         "Acme: the supply agreement with Bolt Group was extended"),
        ("Acme bought the Red Hill mine in 2019. It sold the mine last year.", "Acme sold the Red Hill mine"),
        ("Acme cut its profit forecast in 2024. It raised the forecast in May 2024.",
         "Acme raised the profit forecast in May 2024"),
        ("Acme runs a plan to save jobs and a pension scheme. Unions rejected the plan last week.",
         "Acme: unions rejected the plan"),
        ("Acme's shares fell in 2019. The shares rose 3% on Friday.", "Acme's shares rose 3%"),
        ("Acme opened a casting plant in Rome. First shipments from the plant are expected in May.",
         "Acme: first shipments from the casting plant in Rome are expected in May"),
        ("Acme agreed to sell its loss-making U.S. distributor to Bolt Group. That sale was completed last week.",
         "Acme: the sale of its loss-making U.S. distributor was completed"),
        ("The regulator blocked Acme's merger in 2019. That decision was overturned in 2021.",
         "The decision on Acme's merger was overturned in 2021"),
        ("Acme agreed to buy a stake in Rome-based Bolt Tools and will complete the transaction by June.",
         "Acme will complete the purchase of a stake in Rome-based Bolt Tools"),
        ("A customer sued Acme in 2023. The suit was settled last month.", "The suit against Acme was settled"),
        ("Acme is building two new assembly lines. The second will open in 2027.",
         "Acme: the second of the lines will open in 2027"),
        ("Acme shut 50 stores in 2017; its buyer, Bolt Group, shut 38 more in 2019.",
         "Acme's buyer Bolt Group shut 38 more stores in 2019"),
        ("Acme has two U.S. customers. It signed a contract with one of them last week.",
         "Acme signed a contract with one of the customers"),
        ("Acme recalled 1.3 million cookers in 2019. Another 92,000 were recalled in Canada last week.",
         "Acme: another 92,000 cookers were recalled in Canada"),
        ("Acme moved its headquarters to Singapore in 2019. It hired 40 people there in 2021.",
         "Acme hired 40 people in Singapore in 2021"),
        ("Acme opened a shop in Rome in 2019 and hired 40 people there in 2021.",
         "Acme hired 40 people in Rome in 2021"),
    ],
)  # fmt: skip
def test_a_thing_spoken_of_as_known_says_which(text: str, title: str) -> None:
    assert title in titles(text)


_BID = "The board of UK sensor maker Acme agreed to a takeover by US industrial group Bolt. It pays 640p a share. "
_BUYS = "Bolt Foods has agreed to buy Danish rival Acme Oats for $700 million. Analysts were surprised. "
_PROJECT = "Acme won a permit for the $3 billion Saltmarsh solar and battery project in Maine. "
_FACTORY = "Acme will spend $64 million on a brake factory near Rome. "


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{_BUYS}Bolt expects to close the deal in the third quarter.",
         "Bolt expects to close the purchase of Acme Oats"),
        (f"{_BUYS}Bolt will finance the purchase with a loan from Byron Bank.",
         "Bolt will finance the purchase of Acme Oats with a loan from Byron Bank"),
        (f"{_BUYS}The deal was annulled in 2021.", "Bolt Foods: the deal was annulled in 2021"),
        (f"{_BUYS}It turned down another deal. The deal failed in May.", "Bolt Foods: the deal failed"),
        (f"{_BID}Shareholders will vote on the deal on April 24.",
         "Acme's shareholders will vote on the takeover by Bolt"),
        (f"{_BID}Bolt is financing the purchase with a bridge loan.",
         "Bolt is financing the purchase of Acme with a bridge loan"),
        (f"{_BID}The transaction is subject to clearance. Bolt expects to complete it in May.",
         "Bolt expects to complete the purchase of Acme"),
        (f"{_BID}The Ohio-based group has spent $6 billion since 2020.", "Bolt has spent $6 billion since 2020"),
        (f"{_PROJECT}The budget has risen by $200 million.",
         "Acme: the budget for the Saltmarsh project has risen by $200 million"),
        (f"{_PROJECT}It plans to begin construction in September.",
         "Acme plans to begin construction of the Saltmarsh project"),
        (f"{_FACTORY}Hiring will begin next summer.", "Acme: hiring for the brake factory near Rome will begin"),
        (f"{_FACTORY}Construction starts in May. It will employ 180 people.", "Acme will employ 180 people"),
        (f"{_FACTORY}Production began in Kiel in May.", "Acme: production began in Kiel"),
        (f"{_FACTORY}It runs a mill in Kiel and a mill in Bonn. Construction starts in May.",
         "Acme: construction starts"),
        ("Acme showed a new heat pump. Series production started in Brescia on 1 March.",
         "Acme: series production of the heat pump started in Brescia"),
        ("The drug, to be sold as Renaliq, was approved in May. In 2024 the drug cut deaths by 38 percent.",
         "The drug Renaliq cut deaths by 38 percent"),
    ],
)  # fmt: skip
def test_a_deal_or_a_site_of_which_an_article_tells_names_what_is_said_alone(text: str, title: str) -> None:
    assert title in titles(text, "Acme news")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme's former supplier has had trouble. The chipmaker has made Acme's chips since 2021.",
         "The chipmaker has made Acme's chips since 2021"),
        ("Europe's drugs agency is reviewing the data. It rejected Acme's only other pill in 2019.",
         "Europe's drugs agency rejected Acme's only other pill in 2019"),
        ("Acme's network was down. The Raven gang took credit in July. It posted 40GB of data last week.",
         "Acme: the Raven gang posted 40GB of data"),
        ("Acme's revenue fell 4% in 2024. It shed 700 staff last week.", "Acme shed 700 staff"),
        ("Acme had 160 branches. The business was loaded with debt in 2006.", "Acme was loaded with debt in 2006"),
        ("Byron & Sons is the general contractor. Steel goes up in May.", "Acme: steel goes up"),
        ("Acme left Rome in 2019. Arch-rival Boltex of Ohio holds an investor day in May.",
         "Acme: arch-rival Boltex of Ohio holds an investor day"),
        ("Acme left Rome in 2019. Hamburg's Bolthaus cancelled four ships in May 2024.",
         "Hamburg's Bolthaus cancelled four ships in May 2024"),
        ("Acme left Rome in 2019. The Northern Irish group will cut 30 jobs in May.",
         "Acme will cut 30 jobs"),
        ("Acme left Rome in 2019. The state fund Bolt granted the company a $3 million loan last week.",
         "The state fund Bolt granted Acme a $3 million loan"),
        ("Acme left Rome in 2019. Chief executive Ada Byron sold a mill to Bolt Group last week.",
         "Acme's chief executive Ada Byron sold a mill to Bolt Group"),
    ],
)  # fmt: skip
def test_a_title_names_who_acts(text: str, title: str) -> None:
    assert title in titles(f"Acme is a maker of tools. {text}")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ada, the youngest, moved to Rome in 2015, where she opened a shop in 2016.", "Ada opened a shop in 2016"),
        ("Members questioned the chairman, Sir Adam Bolt, in 2019. He resigned in May.",
         "Adam Bolt resigned"),
        ("Ragna Bolt, a granddaughter of the founder, became chief executive in 2022. She sold the gas arm last year.",
         "Ragna Bolt sold the gas arm"),
    ],
)  # fmt: skip
def test_he_and_she_are_the_nearest(text: str, title: str) -> None:
    assert title in [each.replace("Sir ", "") for each in titles(text)]


@pytest.mark.parametrize(
    ("text", "heading", "leader"),
    [
        ("Ruritania's government will sell Acme. Ruritania needs money.", "Ruritania sells telecoms group", "Acme"),
        ("Acme Paper told its staff on Monday that it is closing. Acme lost money. Acme is old.", "A mill closes",
         "Acme Paper"),
        ("We brew beer. Our bank, the Marches Bank, helped us.", "175 years of Acme's: a history", "Acme's"),
        ("Acme Bank plc was fined. Acme Bank erred. Bolt Ltd was too. Acme Bank paid.", "", "Acme Bank"),
        ("Brothers Adam and Ben Bolt started it. Bolt Aerospace left Rome.", "The rise of Bolt Aerospace",
         "Bolt Aerospace"),
        ("Ada Byron likes it. Ben Byron left. Byron employs 540 people. Byron makes tins. Byron's sales rose.",
         "The sisters", "Byron"),
        ("Oscar said on Friday it will cut jobs. Oscar has 4,000 staff.", "Oscar cuts jobs", "Oscar"),
        ("Bolt Marine, of Polruth, said it will close. Dent Group left. The firm is old.", "A yard closes",
         "Bolt Marine"),
        ("Bolt Orgelbau, the oldest maker of organs, is broke. Dent Group left. The company is old.", "No music",
         "Bolt Orgelbau"),
        ("Spending rose, said Ada Byron of Bolt Group. Dent Group left. The company is old.", "Consumers spend", ""),
        ("Bolt Marine left. Dent Group left. It rained.", "A yard closes", ""),
    ],
)  # fmt: skip
def test_what_an_article_is_about(text: str, heading: str, leader: str) -> None:
    assert cast(text, heading).leader == leader


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("When Nkiru Adebayo was nineteen, she sold fish.", "Nkiru Adebayo"),
        ("Adam Bolt and Zsuzsi Kertesz founded Acme.", "Zsuzsi Kertesz"),
        ("Zsuzsi Kertesz and Adam Bolt founded Acme.", "Zsuzsi Kertesz"),
        ("The rescue was led by a dentist, Roderik Thom, in 2010.", "Roderik Thom"),
        ("Gov. Marvyn Dole has vetoed the bill.", "Marvyn Dole"),
    ],
)
def test_who_is_a_person(text: str, person: str) -> None:
    made = cast(text)
    assert person in {each.name for each in made.names(text) if each.kind == "people"}


def test_the_headline_says_what_a_company_is() -> None:
    text = "Bolt Werft is old. Dent Oil put in money in 2019. The yard posted a loss of $3 million in 2024."
    assert "Bolt Werft posted a loss of $3 million in 2024" in titles(
        text, "Shipyard in distress: Bolt Werft asks for help"
    )


def test_a_merger_of_rivals_is_about_both() -> None:
    made = cast("Acme AG and Bolt AG will merge. The banks are old.", "Acme and Italian rival Bolt agree to merge")
    assert made.pair == "Acme and Bolt"


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Acme moved its headquarters to Brexheim in May.", "Acme"),
        ("Acme Corp cut its FY27 forecast in May.", "Acme Corp"),
        ("Acme Corp was fined by the European Central Bank in May.", "Acme Corp"),
        ("Acme Corp fell in May. Otherwise it was quiet.", "Acme Corp"),
        ("Acme Corp is the biggest employer of Bolt County since May.", "Acme Corp"),
    ],
)
def test_what_is_no_company(text: str, company: str) -> None:
    assert {each for found in draft(text, P, Registries()) for each in found.companies} <= {company}


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("The plant will be built by Dent Brothers of Columbus by May.", "Dent Brothers"),
        ("Rotor blades come from Dent Glass Works of Toledo since 2020.", "Dent Glass Works"),
        ("Total Parts Protection Inc. opened a mill in May.", "Total Parts Protection Inc"),
        ("American Hull Systems Corp. opened a mill in May.", "American Hull Systems Corp"),
        ("San Jose-based Bolt opened a mill in May.", "Bolt"),
        ("Dent Savings shut in May. The Van Nuys, Calif., thrift lost $20 million in 2019.", "Dent Savings"),
    ],
)
def test_where_a_name_ends(text: str, company: str) -> None:
    assert {each for found in draft(text, P, Registries()) for each in found.companies} == {company}


@pytest.mark.parametrize(
    "text",
    [
        "Acme sold a 5% stake in Bolt for €7m in 2019.",
        "Acme bought Bolt for $3 million in May.",
        "Acme took over Bolt in May.",
        "Acme sold Bolt to its managers in May.",
        "Acme raised its holding in Bolt to 12% in May.",
        "Acme bought Bolt's mills in May.",
    ],
)
def test_the_parties_of_a_deal_are_companies(text: str) -> None:
    assert draft(text, P, Registries())[0].companies == ("Acme", "Bolt")


@pytest.mark.parametrize("name", ["James E. Bacon", "Ada T. Byron Jr"])
def test_initials_are_part_of_a_name(name: str) -> None:
    [found] = draft(f"Acme appointed {name} as chief executive in May.", P, Registries())
    assert (found.companies, found.people) == (("Acme",), ((name, None),))


def test_a_contractor_is_no_other_company() -> None:
    text = "A mill for Acme will be built by Dent Brothers of Columbus. The contractor also built a school in 2019."
    assert "The contractor built a school in 2019" in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The brewer Bolt made a loss in 2024. It was founded by Ida Bolt in 1948.",
            "Bolt was founded by Ida Bolt in 1948",
        ),
        ("Ida Price quit in 2023. The brand price fell. Price sold a mill in 2024.", "Ida Price sold a mill in 2024"),
        ("Ida Bolt runs the brewer Bolt. Bolt sold a mill in 2024.", "Ida Bolt sold a mill in 2024"),
    ],
)
def test_the_firm_of_a_family_is_not_its_founder(text: str, title: str) -> None:
    assert titles(text, "A portrait")[-1] == title
