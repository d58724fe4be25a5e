"""What pronouns and short forms stand for in titles. The publication day is Monday 24 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.nouns import is_plural
from timeline_cli.model import Registries

P = date(2025, 3, 24)


def titles(text: str) -> list[str]:
    return [each.title for each in draft(text, P, Registries())]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme opened a plant in 2019. It sold the site last year.", "Acme sold the site"),
        ("Acme said on Friday it would appeal the ruling.", "Acme will appeal the ruling"),
        ("Shares of Acme rose on Friday. It will pay a dividend in May.", "Acme will pay a dividend"),
        ("Acme's order backlog grew last year. It signed a contract with Bolt in May.",
         "Acme signed a contract with Bolt"),
        ("Its factories are old. Acme named Ada Byron as chief executive. She starts work in May.",
         "Acme: Ada Byron starts work"),
        ("Some leaders met the minister in May. When she left Acme in 2019, Ada Byron sold her shares.",
         "Ada Byron left Acme in 2019"),
        ("Acme's technology chief, Ada Byron, left in May.", "Acme's technology chief Ada Byron left"),
        ("Acme has a brand. The company's gaming brand, Raptor, was introduced in 2011.",
         "Acme's gaming brand Raptor was introduced in 2011"),
        ("Acme closed 36 stores in May. Acme's rivals grew. One of them, Bolt Group, opened a store in June.",
         "Bolt Group opened a store"),
        ("The refinery opened in 1961. Acme took it over in 1997.", "Acme took the refinery over in 1997"),
        ("Acme entered the Czech market in 2019 and left it in 2023.", "Acme left the Czech market in 2023"),
        ("The council offered a loan of $400,000 to Acme in 2019, but councillors withdrew it in 2020.",
         "Acme: councillors withdrew the loan in 2020"),
        ("Bolt Partners acquired Acme for $210 million in 2017 and loaded it with debt in 2018.",
         "Bolt Partners loaded Acme with debt in 2018"),
        ("In November Acme sought protection from its lenders; in January a Danish fund, Bolt, rescued it with cash.",
         "Bolt rescued Acme with cash"),
        ("Ada Byron founded Acme in a Leeds garage in 2013 and sold it in 2019.", "Ada Byron sold Acme in 2019"),
        ("Acme sold 402 shops in 2004, a year before the fund Bolt took it private.",
         "The fund Bolt took Acme private"),
        ("Acme is a maker of bikes. In 2026 we want to break even.", "Acme wants to break even"),
        ("In May, Acme's chairman Bob Bolt, who had led the firm since 2015, resigned.",
         "Acme's chairman Bob Bolt resigned"),
        ("A buyer from Berlin, who had been in talks with Acme since 2023, withdrew in May.",
         "A buyer from Berlin had been in talks with Acme since 2023"),
        ("Nordbank appointed Ada Byron in May. The bank closed its Rome office in June.",
         "Nordbank closed its Rome office"),
        ("Acme met the union. Acme tabled an offer in 2019, was turned down in 2020 and withdrew it in 2021.",
         "Acme withdrew the offer in 2021"),
        ("Acme shares rose in 2022. Last year its sales fell 6%.", "Acme's sales fell 6%"),
        ("Ada Byron and Bob Bolt met in 2018. Seven years later their company, Acme, has raised $6 million.",
         "Acme has raised $6 million"),
        ("Acme has a mill. Ada Byron joined Bolt Foods in 2009 and ran its pizza division until 2014.",
         "Ada Byron ran Bolt Foods' pizza division until 2014"),
        ("Acme and Bolt announced the merger in May. They had offered to sell 400 stores.",
         "Acme and Bolt offered to sell 400 stores"),
        ("Budget airline Acme Air cut jobs in May. Engine maker Bolt fell in June. The airline ordered jets in July.",
         "Acme Air ordered jets"),
        ("Acme, which makes cars and trucks, rose to $12 on Friday.", "Acme rose to $12"),
        ("Acme grew. It emerged on Friday that a buyer had been found.",
         "Acme: it emerged that a buyer had been found"),
        ("Acme grew. It took the company two years to open the mill in 2019.",
         "It took Acme two years to open the mill in 2019"),
        ("Acme grew. It has been rumored that Bolt would buy it. In 2019 it sold a mill.", "Acme sold a mill"),
    ],
)  # fmt: skip
def test_it_is_the_name_that_it_stands_for(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme said Bolt would open a research centre in May. It will have 400 engineers by May.",
         "Acme: it will have 400 engineers"),
        ("It would be the second deal of the firm. It bought the insurer in 2019.", "It bought the insurer in 2019"),
        ("Acme won the approval for its new pill in May and sold $640 million of it in June.",
         "Acme sold $640 million of it"),
    ],
)  # fmt: skip
def test_what_is_not_clear_stays_and_has_a_mark(text: str, title: str) -> None:
    found = {each.title: each.reviews for each in draft(text, P, Registries())}
    assert "stands for something" in found[title]["title"]


def test_a_short_title_without_a_name_has_a_mark() -> None:
    text = "Acme was sued in April. A judge will hear the case in June. The first phase of the trial ended in 2024."
    found = {each.title: each.reviews.get("title", "") for each in draft(text, P, Registries())}
    assert found["Acme was sued"] == ""
    assert found["A judge will hear the case"].startswith('"the case"')
    assert found["The first phase of the trial ended in 2024"] == ""


def test_an_event_of_the_company_spoken_of_has_its_name() -> None:
    text = "Acme built a plant in 2019. The second phase was completed in 2021. The court heard the case in 2022."
    assert [each.companies for each in draft(text, P, Registries())] == [("Acme",), ("Acme",), ("Acme",)]


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("the ports of Rome", True),
        ("Acme and Bolt", True),
        ("four power stations", True),
        ("a series", False),
        ("the boss", False),
        ("Acme Industries", False),
        ("a unit of the companies", False),
    ],
)
def test_whether_a_noun_is_plural(noun: str, plural: bool) -> None:
    assert is_plural(noun) == plural


@pytest.mark.parametrize(
    ("text", "title", "companies"),
    [
        ("Bolt Foods reported results on Friday. Revenue slipped 2.3% in 2024.",
         "Bolt Foods' revenue slipped 2.3% in 2024", ("Bolt Foods",)),
        ("Acme said on Friday that EBITDA fell to $2 million in 2024.", "Acme's EBITDA fell to $2 million in 2024",
         ("Acme",)),
        ("Acme posted a loss on Friday. The shares have lost a third since January.",
         "Acme's shares have lost a third since January", ("Acme",)),
        ("Acme posted a loss on Friday. Its rival Bolt Group did so too. Revenue fell 5% in 2024.",
         "Revenue fell 5% in 2024", ()),
        ("Acme was founded in 1998. Car sales in Europe fell 4% in 2024.", "Car sales in Europe fell 4% in 2024", ()),
        ("Acme will build a plant. Construction will begin in May.", "Acme: construction will begin", ("Acme",)),
        ("Acme AG and Bolt AG will build a plant. Construction will begin in May.", "Construction will begin", ()),
    ],
)  # fmt: skip
def test_a_measure_gets_its_company_unless_two_compete(text: str, title: str, companies: tuple[str, ...]) -> None:
    found = {each.title: each for each in draft(text, P, Registries())}
    assert found[title].companies == companies
    assert companies or title.startswith("Car sales") or "title" in found[title].reviews


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme's revenue rose in 2019. It entered Latvia in 2021.", "Acme entered Latvia in 2021"),
        ("Acme reported on Friday. Group profit fell in May, and it revised down its forecast in June.",
         "Acme revised down its forecast"),
        ("Acme recalled a seat in 2022. Two of the children were hurt. It withdrew the seat in 2023.",
         "Acme withdrew the seat in 2023"),
        ("Two of the children were hurt in 2022. They withdrew the seat in 2023.", "They withdrew the seat in 2023"),
        ("Ada Byron founded Acme in 1998. It bought a rival in 2004.", "Acme bought a rival in 2004"),
        ("Ada Byron runs Acme. The company bought a rival in 2004.", "Acme bought a rival in 2004"),
        ("Acme's boss left Acme. Bolt Group sold a mill in 2019. Sales rose, and it posted a profit of $3 million.",
         "Bolt Group posted a profit of $3 million"),
        ("Acme's boss left Acme. Bolt Group left in 2019.\nTwo drivers were hurt. The company closed in 2020.",
         "Acme closed in 2020"),
        ("Acme moved to Brexheim in 1998. Its boss left Brexheim. It bought a rival in 2004.",
         "Acme bought a rival in 2004"),
        ("Byron Group hired its founder's heir Ada Byron. Byron was fined $3 million in 2022.",
         "Byron was fined $3 million in 2022"),
        ("Ada Byron left Acme in 2019. She hired engineer Bob Bolt. He started in 2020.", "Bob Bolt started in 2020"),
        ("Acme left Rome in 2016. Bolt Group, set up in 1998, manages $9 billion. It entered the sector in 2017.",
         "Bolt Group entered the sector in 2017"),
        ("Acme left Rome in 2016. A pilot off Brexheim began in 2022, and it has cost $3 million.",
         "Acme: the pilot off Brexheim has cost $3 million"),
        ("In 2019 the lenders, among them Acme, waived $3 million.", "The lenders waived $3 million"),
        ("Shares of its parent, Bolt Group, fell 7% on Friday.", "Shares of its parent Bolt Group fell 7%"),
        ("Ada Byron, an engineer who joined Acme in 2019, bought the firm in 2021.", "Ada Byron joined Acme in 2019"),
        ("His son Bob took over the mill in 1950, sold it in 1960 and opened a shop in 1970.",
         "His son Bob opened a shop in 1970"),
        ("Paula Bolt left the mill. It was sold to Carl Byron in 2014. He bought a shop in 2019.",
         "Carl Byron bought a shop in 2019"),
        ("Acme hired a cook, Ada Byron, whose first menu was served in 2019.",
         "Acme: Ada Byron's first menu was served in 2019"),
        ("Acme alerted the police in 2019, as the law requires, and told its clients in 2020.",
         "Acme told its clients in 2020"),
        ("The staff of Acme moved to Rome in 2019, and Bolt, who runs it, became chairman in 2020.",
         "Bolt became chairman in 2020"),
        ("Acme reported on Friday. Its revenue rose in 2018; it reached $3 million in 2019.",
         "Acme's revenue reached $3 million in 2019"),
        ("Acme's group net profit fell in 2018. It kept its forecast of $3 million in 2019.",
         "Acme kept its forecast of $3 million in 2019"),
        ("Then, in 2019, came a rescuer nobody had expected.", "A rescuer came"),
        ("Testing by a laboratory, Bolt Certification, began in 2019.",
         "Testing by a laboratory Bolt Certification began in 2019"),
        ("The minister told local radio the government would send a delegation in 2031.",
         "The government will send a delegation in 2031"),
        ("The executive, surnamed Do, was detained in 2019.", "The executive was detained in 2019"),
        ("Acme's parent, Bolt Group, wrote off the unit in its accounts in 2019.",
         "Acme's parent Bolt Group wrote off the unit in its accounts in 2019"),
        ("Ada Byron, a former banker from Rome, who paid $3 million for Acme in 2019, left.",
         "Ada Byron paid $3 million for Acme in 2019"),
        ("Acme left Rome in 2018. This year's results included a gain of $3 million.",
         "Acme's results included a gain of $3 million"),
        ("Revenue rose in 2018. Wages swallowed 90% of it in 2019.", "Wages swallowed 90% of revenue in 2019"),
        ("Ada Byron greets a client at Acme's new shop in Rome, which opened in 2019.",
         "Acme's new shop in Rome opened in 2019"),
        ("The firm said in 2018 that Bolt Grammarly closed a shop in 2019.", "Bolt Grammarly closed a shop in 2019"),
        ("Under her predecessor, Ada Byron, the board sold a mill in 2019.", "The board sold a mill in 2019"),
    ],
)  # fmt: skip
def test_who_acts_is_a_company_or_a_person(text: str, title: str) -> None:
    assert title in titles(text)


def test_a_name_that_is_a_company_or_a_town_is_no_person() -> None:
    text = "Byron Group hired Ada Byron. Byron was fined $3 million in 2022. It sold a mill near Brexheim in May."
    found = [(each.companies, each.people) for each in draft(text, P, Registries())]
    assert found[-2:] == [(("Byron Group",), ()), (("Byron Group",), ())]
