"""The company in titles that name neither a company nor a person. The publication day is Monday 24 March 2025."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.learning import learn
from timeline_cli.drafting.name_patterns import alias_pattern
from timeline_cli.drafting.names import Cast
from timeline_cli.drafting.proposal import Draft
from timeline_cli.model import Entity, Names, Registries
from timeline_cli.text import fold

P = date(2025, 3, 24)
LEAD = "Acme Industries Corp opened a plant in 2019. Acme is large.\n"


def drafted(text: str, heading: str | None = None) -> dict[str, Draft]:
    return {each.title: each for each in draft(text, P, Registries(), heading)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Construction will begin in May.", "Acme: construction will begin"),
        ("An auction is planned for June.", "Acme: an auction is planned for June"),
        ("The fines were handed down in 2018.", "Acme: the fines were handed down in 2018"),
        ("First-quarter bookings came to $3 million on Friday.", "Acme's first-quarter bookings came to $3 million"),
        ("The London-listed stock gained 5% on Friday.", "Acme's London-listed stock gained 5%"),
        ("The board of directors approved a loan of $3 million on Friday.",
         "Acme's board of directors approved a loan of $3 million"),
        ("Chief executive Ada Byron will retire in May.", "Acme's chief executive Ada Byron will retire"),
        ("Chairman Ada Byron resigned in May.", "Acme's chairman Ada Byron resigned"),
        ("Ada Byron was elected to its board in May.", "Ada Byron was elected to Acme's board"),
        ("Shareholders approved the deal in May.", "Acme's shareholders approved the deal"),
        ("A merger with Bolt Group was called off in 2023. A factory in Rome opens in July.",
         "Acme: a factory in Rome opens"),
        ("Italian prosecutors opened an inquiry in May.", "Acme: Italian prosecutors opened an inquiry"),
        ("A judge will hear the case in June.", "Acme: a judge will hear the case"),
        ("The ships will be built at its shipyard in Rome by 2027.",
         "The ships will be built at Acme's shipyard in Rome by 2027"),
        ("Officers searched the company's offices on Friday.", "Officers searched Acme's offices"),
        ("Shares of the company rose 6.4% on Friday.", "Shares of Acme rose 6.4%"),
        ("Two of its mills were closed in May.", "Two of Acme's mills were closed"),
        ("The United States lawyer left in May.", "Acme: the United States lawyer left"),
        ("Dutch prosecutors opened an inquiry in May.", "Acme: Dutch prosecutors opened an inquiry"),
        ("Cases of rust have been reported to us since May.", "Cases of rust have been reported to Acme since May"),
        ("A factory, one of two in Rome, closed in May. Both the court and the company will appeal in June.",
         "The court and Acme will appeal"),
        ("Bolt Group bought land in May. Site clearing began in June.", "Bolt Group: site clearing began"),
    ],
)  # fmt: skip
def test_a_title_without_a_name_gets_the_company_spoken_of(text: str, title: str) -> None:
    found = drafted(LEAD + text, "Acme opens plant")
    assert title in found
    assert "title" not in found[title].reviews
    assert found[title].companies


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{LEAD}Wheat prices in Paris rose 3% on Friday.", "Wheat prices in Paris rose 3%"),
        (f"{LEAD}Polish exports of butter rose 3% in May.", "Polish exports of butter rose 3%"),
        (f"{LEAD}Japan's steel market shrank 2% in 2024.", "Japan's steel market shrank 2% in 2024"),
        (f"{LEAD}Elsewhere, workers at Bolt ratified a contract in May.", "Workers at Bolt ratified a contract"),
        (f"{LEAD}The bank extended the overdraft in May.", "The bank extended the overdraft"),
        ("Acme AG and Bolt AG met in 2019.\nThe contract was signed in May.", "The contract was signed"),
        ("May 5 – Acme opens a plant.\nMay 9 – Acme closes a plant.\nMay 12 – The levy takes effect.",
         "The levy takes effect"),
        (LEAD + "The Byron & Bolt chain closed a shop in May.", "The Byron & Bolt chain closed a shop"),
        (LEAD + "A rescue plan agreed with the bank failed in May.",
         "Acme: a rescue plan agreed with the bank failed"),
        (LEAD + "Ada Byron bought a mill in 2019.", "Ada Byron bought a mill in 2019"),
    ],
)  # fmt: skip
def test_no_title_gets_a_company_that_may_be_another(text: str, title: str) -> None:
    assert title in drafted(text)


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ("Acme left Rome. The Wine and Beer Administration fined Acme in May.", ("Acme",)),
        ("Acme left Rome. Acme was cut to BB+ by the rating firm Bolt in May.", ("Acme", "Bolt")),
        ("Acme closed its Brexheim works in May.", ("Acme",)),
        ("Acme's, the shoe shop, closed in May.", ("Acme's",)),
        ("Rival Bolt Group bought a mill in May.", ("Bolt Group",)),
        ("Seil Acme left Rome in 2019. Acme bought a mill in May.", ("Seil Acme",)),
        ("By Ben Bolt\nAcme Group moved production to Brexheim in May.", ("Acme Group",)),
        ("Conference Call\nAcme Group will report results on May 5.", ("Acme Group",)),
        ("Acme Parts, Inc. makes tools. Acme bought Tess Bolt Corp in May.", ("Acme Parts", "Tess Bolt Corp")),
        ("Tess Bolt makes tools. Bolt sold a mill south of Brexheim in May.", ()),
        ("Americans bought Korean Air in May.", ("Korean Air",)),
        ("Acme Ltd raised its loan to RM1.9 million in May.", ("Acme Ltd",)),
        ("Bolt, who runs a mill, left Acme Ltd in 2019. Bolt sold the mill in May.", ()),
        ("Acme Ltd bought a mill from a rival, Brexheim, in May.", ("Acme Ltd", "Brexheim")),
        ("Hélène Bolt runs a mill. Bolt sold it in May.", ()),
        ("Former Acme Ltd chairman Noh Tae-yun sold a mill in May.", ("Acme Ltd",)),
        ("Managing Executive Officer Ada Byron will become president of Acme on April 1.", ("Acme",)),
        ("Work at Acme stopped on Monday in Essen, Hagen and Zwick.", ("Acme",)),
        ("Acme approved a dividend of SFr2.40 a share in May.", ("Acme",)),
        ("On Good Friday Acme sold a mill.", ("Acme",)),
        ("Acme built an Airbus in 2019. Airbus cut 40 jobs in May.", ("Airbus",)),
        ("Acme built VX-380 in 2019. VX-380 cut costs in May.", ("Acme",)),
        ("Acme sold a mill in 2019. Justice Ada Byron fined Acme in May.", ("Acme",)),
    ],
)
def test_bodies_ratings_and_places_are_no_companies(text: str, companies: tuple[str, ...]) -> None:
    assert list(drafted(text).values())[-1].companies == companies


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The furniture retailer posted revenue of $3 million on Friday.", "Acme posted revenue of $3 million"),
        ("The Danish carmaker's shares fell 2% on Friday.", "Acme's shares fell 2%"),
        ("Shares in the Oslo-listed group fell 2% on Friday.", "Shares in Acme fell 2%"),
        ("The Rome-based business will open a shop in May.", "Acme will open a shop"),
        ("It nevertheless kept its forecast on Friday.", "Acme kept its forecast"),
        ("The merged bank will open a branch in May.", "The merged bank will open a branch"),
        ("Cases in the control group rose 2% on Friday.", "Acme: cases in the control group rose 2%"),
        ("The Bank of England cut its rate in May.", "The Bank of England cut its rate"),
        ("London's blue-chip index fell 2% on Friday.", "London's blue-chip index fell 2%"),
        ("Workers at Bolt Tillage ratified a contract in May.", "Workers at Bolt Tillage ratified a contract"),
        ("The drug Boltavan grew in 2023. The Rome-based group paid $3 million on Friday.", "Acme paid $3 million"),
        ("Each day is costly. It furloughed staff on Friday.", "Acme furloughed staff"),
        ("The ruling hurts. It sold a mine on Friday.", "Acme sold a mine"),
        ("It opened 14 stores in 2024. It plans to shut another 20 by May.", "Acme plans to shut another 20 stores"),
        ("Ada Noh quit in May. Noh was paid $1. Her cousin Bob Noh, a manager, left. Noh moved to Rome in June.",
         "Acme: Ada Noh moved to Rome"),
        ("Ada Byron took the helm in 2019.", "Acme: Ada Byron took the helm in 2019"),
    ],
)  # fmt: skip
def test_a_description_is_the_company_where_no_other_is_nearer(text: str, title: str) -> None:
    assert title in drafted(LEAD + text, "Acme opens plant")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("His son Bob left. Things changed with Ada Byron, Bob's niece, who became president in 2006. She sold a mill "
         "in 2019.", "Ada Byron sold a mill in 2019"),
        ("Acme was started in 1924 by Ada Byron, a baker, who died in 1950. In 1938 she patented a valve.",
         "Ada Byron patented a valve"),
        ("Acme left Rome. For Bolt Group it is a loss, and it sold a mill in May.", "Bolt Group sold a mill"),
        ("Pressure came from Bolt Partners, a fund that disclosed a stake in 2019.",
         "Bolt Partners disclosed a stake in 2019"),
        ("Acme was delisted from the exchange in 2013, when management took it private in May.",
         "Management took Acme private"),
        ("Acme Group nearly ran out of cash in 2021.", "Acme Group nearly ran out of cash in 2021"),
        ("Farmers went to court in 2021 and the first builder, Bolt Group, left in 2022.", "Bolt Group left in 2022"),
        ("Pay talks between its union and Acme Corp broke down on Friday.",
         "Pay talks between its union and Acme Corp broke down"),
        ("Ada Byron, a baker, sold her shop in 2019. In 2021 she bought a mill.",
         "Ada Byron bought a mill"),
        ("Acme, founded in 1996 by Ada and Bob with a single leased plane, floated in Rome in 2004.",
         "Acme floated in Rome in 2004"),
        ("A placement of new shares was priced at $2 in May. Trading in its shares began in June.",
         "Trading in Acme's shares began"),
        ("Ada Byron, a baker who left Acme in 2019, won a prize. Bolt Group sued her in a court in Rome in May.",
         "Bolt Group sued Ada Byron in a court in Rome"),
        ("Acme rose 5%. A search for the successor of Ada Byron, a judge, failed. Her son Bob bought a mill in May.",
         "Ada Byron's son Bob bought a mill"),
        ("The Rome, Georgia, firm cut 300 jobs in May.", "Acme cut 300 jobs"),
    ],
)  # fmt: skip
def test_who_a_word_stands_for(text: str, title: str) -> None:
    assert title in drafted(LEAD + text if text.startswith(("The Rome", "Acme was delisted", "A placement")) else text)


def test_the_article_is_about_the_company_that_its_writer_founded() -> None:
    found = drafted("Ben and I founded Acme in 2018. We closed its mill in Rome in May.", "Goodbye Bolt")
    assert "Acme closed its mill in Rome" in found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mayor Ada Byron spoke with pickets on Friday.", "Acme: Mayor Ada Byron spoke with pickets"),
        ("Ada Byron, a welder, retired in 2019 after 41 years.", "Acme: Ada Byron retired in 2019 after 41 years"),
        ("Managing director Bob Bolt led a buyout in 2015.", "Acme's managing director Bob Bolt led a buyout in 2015"),
        ("Ada Byron left Bolt Group in 2019 to run the mill.",
         "Acme: Ada Byron left Bolt Group in 2019 to run the mill"),
        ("Carnot Capital disclosed a 4% holding in May.", "Acme: Carnot Capital disclosed a 4% holding"),
        ("Bolt Partners wrote off its stake in 2021.", "Acme: Bolt Partners wrote off its stake in 2021"),
        ("Bolt Partners raised its stake in Carnot Oil in 2021.",
         "Bolt Partners raised its stake in Carnot Oil in 2021"),
        ("Lead investor Bolt Partners built up a stake of 9% since March 2023.",
         "Acme: lead investor Bolt Partners built up a stake of 9% since March 2023"),
        ("Italian rival Bolt Group cut its forecast in May.", "Acme: Italian rival Bolt Group cut its forecast"),
        ("Talks with Bolt Group broke down in May over the price.",
         "Acme: talks with Bolt Group broke down over the price"),
        ("A loan from Carnot Bank was repaid in 2022.", "Acme: a loan from Carnot Bank was repaid in 2022"),
        ("Carnot Bank filed suit in May.", "Acme: Carnot Bank filed suit"),
        ("Carnot Ventures led a £4m seed round in 2018.", "Acme: Carnot Ventures led a £4m seed round in 2018"),
        ("Bolt Group closed a $310 million round in May.", "Bolt Group closed a $310 million round"),
        ("Bolt Group's shares fell 3% on Friday.", "Bolt Group's shares fell 3%"),
        ("Engineers at Bolt Group found a leak in 2021.", "Engineers at Bolt Group found a leak in 2021"),
        ("Saudi minister Ada Byron toured the mill in May.", "Acme: Saudi minister Ada Byron toured the mill"),
        ("Analysts at Carnot Bank were cool. The shares lost 3% on Friday.", "Acme's shares lost 3%"),
        ("Bolt Group bought Carnot Oil in 2023. The shares lost 3% on Friday.", "The shares lost 3%"),
        ("It is the third recall in a year. In 2019 it took back 3,000 lamps.", "Acme took back 3,000 lamps"),
        ("Ground is to be broken in May.", "Acme: ground is to be broken"),
        ("Bolt Group bid $3 million for a mill in Oslo, and the board hired Ada Byron as chief. Byron cut 300 jobs.",
         "Acme: Ada Byron cut 300 jobs"),
        ("The WXYZ blocked a merger in 2019.", "Acme: the WXYZ blocked a merger in 2019"),
        ("The Ferriter, a lamp, appeared in 2012.", "Acme: the Ferriter appeared in 2012"),
        ("Its device, Ferriter, was approved in 2019.", "Acme's device Ferriter was approved in 2019"),
        ("Banque Verte of Lyon lost $3 million in 2021.", "Banque Verte of Lyon lost $3 million in 2021"),
        ("The Acme Star was hit by a drone in May.", "The Acme Star was hit by a drone"),
        ("Leeds rivals cut the price of a lamp in 2019.", "Acme: Leeds rivals cut the price of a lamp in 2019"),
        ("Kenya was entered in 2018.", "Acme: Kenya was entered in 2018"),
        ("Kenya raised its duty on lamps in 2018.", "Acme: Kenya raised its duty on lamps in 2018"),
        ("Ada Stone, a cook, left Rome in May. Stone's contract was extended in June 2024.",
         "Acme: Ada Stone's contract was extended in June 2024"),
    ],
)  # fmt: skip
def test_a_title_about_others_says_what_they_have_to_do_with_the_company(text: str, title: str) -> None:
    assert title in drafted(LEAD + text, "Acme opens plant")


def test_a_company_named_far_more_often_than_others_is_what_the_article_is_about() -> None:
    text = "The mill burned.\nAcme Group left Rome. Acme Group sold a mill. Acme said so.\nThe plant was shut in May."
    assert "Acme: the plant was shut" in drafted(text)


def test_a_name_with_its_legal_form_is_the_same_company() -> None:
    nordic = drafted("Hammer Verft AS, a yard, cut 300 jobs in May. A dock was shut in June.", "Hammer yard cuts jobs")
    assert [each.companies for each in nordic.values()] == [("Hammer Verft AS",)] * 2
    text = "Acme Ltd opened a mill in 2019.\nBoss at Acme: Ada Byron. Acme closed a mill in May."
    assert [each.companies for each in drafted(text).values()][-1] == ("Acme Ltd",)


def test_the_article_is_about_the_company_of_whom_it_interviews_and_of_its_headline() -> None:
    text = "Ada Byron, chair of Acme Seeds, talks to us\nQ: And then? A: We lost a mill in 2019. Bolt paid in May."
    assert "Acme Seeds lost a mill in 2019" in drafted(text, "We will not sell")
    text = "1871: Ada Byron opens a mill.\n1889: The firm wins a medal.\n1964: Bolt Group makes pianos in Rome.\n"
    assert "Byron Pianos wins a medal" in drafted(text, "A short history of Byron Pianos")


def test_a_feature_is_about_the_company_of_which_it_says_when_it_was_founded() -> None:
    text = "Ada Byron mends gloves.\nFounded in 1826 by a tanner, Acme & Lyle made gloves. Sales at Bolt fell.\n"
    assert "Acme & Lyle: the lease ended" in drafted(f"{text}The lease ended in May.", "The last gloves")


def test_a_chronology_has_a_company_only_if_its_headline_says_so() -> None:
    text = "May 2018 – A factory opens in Rome.\nJune 2019 – Acme closes a mill."
    assert "Acme: a factory opens in Rome" in drafted(text, "Ten years of Acme")
    assert "A factory opens in Rome" in drafted(text, "Ten years of steel")


def test_both_companies_of_a_merger_are_named() -> None:
    text = "Acme Oil and Bolt Energy will merge. The two companies held talks in 2023. The deal will close in May."
    found = drafted(text, "Acme and Bolt to merge")
    assert "Acme Oil and Bolt Energy held talks in 2023" in found
    assert found["Acme Oil and Bolt Energy: the deal will close"].companies == ("Acme Oil", "Bolt Energy")


def test_the_headline_names_the_company_unless_another_is_named_far_more_often() -> None:
    often = (
        "Acme left Rome. Acme left Milan. Acme left Turin. Acme left Oslo. Bolt left Rome.\nAn auction was held in May."
    )
    assert "Acme: an auction was held" in drafted(often, "Ada Byron visits Bolt")
    assert "Bolt: an auction was held" in drafted(
        "Acme left Rome. Bolt left.\nAn auction was held in May.", "Bolt left"
    )


def test_the_name_added_is_that_of_the_text_and_the_company_that_of_the_registry() -> None:
    known = Entity("삼성전자", ("Samsung", "Samsung Electronics"))
    names = Names({known.name: known}, {fold(name): known.name for name in (known.name, *known.aliases)})
    text = "Samsung Electronics opened a plant in 2019. Samsung is large.\nConstruction will begin in May."
    found = draft(text, P, Registries(companies=names), "Samsung opens plant")
    assert [(each.title, each.companies) for each in found][1:] == [("Samsung: construction will begin", ("삼성전자",))]


def test_what_we_own_has_a_mark_even_where_one_company_is_spoken_of() -> None:
    found = drafted("We sold shares to Acme Group in 2019. Acme sold them in 2020. Our costs fell by 40% in May.")
    assert found["Acme's costs fell by 40%"].reviews["title"].startswith('"our"')


@pytest.mark.parametrize("seed", range(4))
def test_names_are_read_in_the_order_of_the_text(seed: int) -> None:
    text = "Acme Bolt opened a mill in May. Rome Bolt opened a shop in June. Bolt sold a mill in July, Bolt said."
    code = (
        "from datetime import date; from timeline_cli.drafting.draft import draft; from timeline_cli.model import *;"
        f"print([each.companies for each in draft({text!r}, date(2025, 3, 24), Registries())])"
    )
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert process.stdout == "[('Acme Bolt',), ('Rome Bolt',), ('Bolt',)]\n"  # which Bolt is not said


@pytest.mark.parametrize(
    "run", ["Acme Bolt Inc. of " * 10_000, "A" * 20_000, "A-" * 8_000, "Kiel" * 5_000, "É" * 12_000]
)
def test_names_without_end_are_read_in_linear_time(run: str) -> None:
    start = time.process_time()
    learn(Cast(Registries()), f"Acme opened a plant. {run}")
    assert time.process_time() - start < 4


def _names(*entities: Entity) -> Names:
    return Names({each.name: each for each in entities}, {fold(each.name): each.name for each in entities})


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ada Byron stepped down in June 2024.", "Bolt Group: Ada Byron stepped down in June 2024"),
        ("Eve Stone stepped down in June 2024.", "Eve Stone stepped down in June 2024"),
        ("Eve Stone stepped down as chairman in June 2024.",
         "Acme: Eve Stone stepped down as chairman in June 2024"),
        ("Acme's chairman Eve Stone was there. Stone stepped down in June 2024.",
         "Acme: Eve Stone stepped down in June 2024"),
        ("Carnot chief Eve Stone was there. Stone stepped down in June 2024.", "Eve Stone stepped down in June 2024"),
    ],
)  # fmt: skip
def test_a_person_has_the_company_of_the_registry_or_of_the_text(text: str, title: str) -> None:
    people = _names(Entity("Ada Byron", company="Bolt Group"))
    registries = Registries(companies=_names(Entity("Bolt Group"), Entity("Carnot")), people=people)
    assert title in {each.title for each in draft(f"Acme opened a plant in May 2024. {text}", P, registries)}


def test_a_stake_and_who_joined_or_left_has_the_company_of_the_article() -> None:
    text = (
        "Acme Foods plans to shut a mill. Acme Foods said sales fell. Carl Dane, its finance chief, left in January. "
        "Ada Byron joined from rival Bolt in May. Investor Noria Partners revealed a 3% stake last month. "
        "Bolt cut its stake in Carnot in June. Ada Byron left for Rome on Friday."
    )
    found = [each.title for each in draft(text, date(2025, 3, 24), Registries(), "Acme Foods to shut mill")]
    assert found[1:] == [
        "Acme Foods: Carl Dane left",
        "Acme Foods: Ada Byron joined from rival Bolt",
        "Acme Foods: Investor Noria Partners revealed a 3% stake",
        "Bolt cut its stake in Carnot",
        "Acme Foods: Ada Byron left for Rome",
    ]


def test_of_thousands_of_registered_names_only_those_of_the_article_are_looked_for() -> None:
    others = (Entity(f"Company {number}", (f"C{number}",)) for number in range(3000))
    registries = Registries(companies=_names(*others, Entity("Acme Group", ("Acme", "아크메"))))
    pattern = alias_pattern(registries, "Acme opened a mill. C12 closed one.")
    assert pattern is not None
    assert set(pattern.findall("Acme Group, Acme, 아크메, C12, Company 12, C13, Company 13")) == {
        "Acme Group", "Acme", "아크메", "C12", "Company 12",
    }  # fmt: skip
    assert alias_pattern(registries, "Bolt closed a mill.") is None
