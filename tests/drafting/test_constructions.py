"""Constructions of news prose, each with the titles that it gives. The publication day is Monday 24 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.model import Registries

P = date(2025, 3, 24)


def titles(text: str, heading: str | None = None) -> list[str]:
    return [each.title for each in draft(text, P, Registries(), heading)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lilly cut its forecast on Monday.", "Lilly cut its forecast"),
        ("Bolt granted Acme the licence on March 13, Acme's chief executive, Ada Byron, told this newsletter.",
         "Bolt granted Acme the licence"),
        ("Acme resolved, at the meeting of its Board of Directors held on March 20, to acquire Bolt.",
         "Acme resolved to acquire Bolt"),
        ("Acme is building a mill, in Rome, which it means to start up in 2027.",
         "Acme means to start up a mill in 2027"),
        ("The first flight of Acme will not take place before next spring.",
         "The first flight of Acme will not take place before 2026"),
        ("Acme's duties will pass to Ada Byron, now chief of its Rome office.",
         "Acme's duties will pass to Ada Byron, chief of its Rome office"),
        ("Only after Bolt swapped loans of Acme for equity last year did other banks return.",
         "Bolt swapped loans of Acme for equity"),
        ("Acme's loss was $31 million in 2024, more than twice the figure for the year before.",
         "Acme's loss was $31 million in 2024"),
        ("The hall, all steel and curved glass, was put up in 1934.", "The hall was put up in 1934"),
        ("In 1882 Ada Byron, having met a draper who owned it, bought a shop from him.",
         "Ada Byron bought a shop from him"),
        ("On Jan. 6 a Kite bound for Rome with a pilot, five guests and 900 pounds of mail lost part of a blade.",
         "A Kite bound for Rome with a pilot, five guests and 900 pounds of mail lost part of a blade"),
        ("On Saturday a guard named Colin turned the key in the door of Acme.",
         "A guard named Colin turned the key in the door of Acme"),
        ("Kite Almanac, in which a girl inherits a shop, took the grand prize in Kyoto in July.",
         "Kite Almanac took the grand prize in Kyoto"),
        ("Acme sought protection, from which it emerged in 2021 with Bolt as its owner.",
         "Acme emerged from protection in 2021 with Bolt as its owner"),
        ("Sales at Acme doubled last year to $2 billion, 64% of it earned abroad.",
         "Sales at Acme doubled to $2 billion, 64% of it earned abroad"),
        ("On Friday a federal appeals court lifted an injunction on Acme.",
         "A federal appeals court lifted an injunction on Acme"),
        ("Acme's margin is estimated to have been 17 percent in 2024.", "Acme's margin was 17 percent in 2024"),
        ("Acme's management shut a mill in May, and an extension of the Turin mill that was to have been built this "
         "year was put on ice in June.", "Acme: an extension of the Turin mill was put on ice"),
        ("Bolt seeks a buyer for Acme Air, the carrier it rescued from ruin in 2019, in a test of demand.",
         "Bolt rescued Acme Air from ruin in 2019"),
        ("Acme is balloting its pilots over rosters, in a vote that ends in May.",
         "Acme is balloting its pilots over rosters"),
        ("The clothes belong to Roma, the label that Acme launched in 2022.", "Acme launched Roma, the label in 2022"),
        ("The first of eight tankers arrived in May and the last is due to arrive in June.",
         "The last of the tankers is due to arrive"),
        ("The shop was sold in 2003 for less than Acme had paid, reopened a hall and hired a cook in 2004.",
         "Acme: the shop hired a cook in 2004"),
        ("Acme's net profit fell 8% between January and September last year.", "Acme's net profit fell 8%"),
        ("Not until 2011 did the Turin mill, by then owned by Acme, deliver its first coat.",
         "Acme: the Turin mill delivered its first coat"),
        ("Only in January did Acme win its first contract.", "Acme won its first contract"),
        ("Since then four rivals of Acme have been fined a total of $29 million.",
         "Four rivals of Acme have been fined a total of $29 million"),
        ("Acme's unions, told of the plan on Wednesday, will ballot members next week.",
         "Acme's unions will ballot members"),
        ("Acme named Ada Byron, who ran the unit from 2018 to 2024, as president on Friday.",
         "Acme named Ada Byron as president"),
        ("Acme ended December with a workforce of 17,310.", "Acme ended December with a workforce of 17,310"),
        ("Acme will hand back two leased 737 freighters this autumn.", "Acme will hand back two leased 737 freighters"),
        ("Acme reported a 41.7% jump in March revenue on Monday.", "Acme reported a 41.7% jump in March revenue"),
        ("Acme is big. The option for ten more units, which would have lapsed on May 31, has been cancelled.",
         "Acme: the option for ten more units has been cancelled"),
        ("Installation of the presses at Acme, which commenced in January, goes well.",
         "Installation of the presses at Acme commenced"),
        ("Bolt Rolling, which filed for protection in May, is rumoured to be in talks to sell its mill.",
         "Bolt Rolling is rumoured to be in talks to sell its mill"),
        ("The award lifts Acme's order book, which amounted to R2.2 billion at 31 August 2024, to R3.9 billion.",
         "Acme's order book amounted to R2.2 billion at 31 August 2024"),
        ("Formed as a society in 1904 and demutualised a century later, Acme is big.",
         "Acme was formed as a society in 1904"),
        ("Acme, listed in Rome since 2011, makes drills.", "Acme has been listed in Rome since 2011"),
        ("Acme will redeem its $350 million of perpetual notes on May 4, the first date on which it is entitled to.",
         "Acme will redeem its $350 million of perpetual notes"),
        ("Since May 2023 Acme, as the bank is known, has settled with 300 borrowers.",
         "Acme has settled with 300 borrowers"),
        ("Acme's batteries accounted for 38 percent of sales, up from 14 percent a year ago, helped by a contract, "
         "signed in February, under which it supplies Bolt.", "Acme: a contract was signed"),
        ("Acme on Friday extended the deadline for submission of plans to February 10.",
         "Acme extended the deadline for submission of plans"),
        ("Acme is to convert two lines at its Clarksville, Tennessee, plant by May.",
         "Acme is to convert two lines at its Clarksville-based plant"),
    ],
)  # fmt: skip
def test_a_construction_keeps_its_subject_and_its_object(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("In Germany, Acme closed two plants in March 2023.", "Acme closed two plants in Germany in March 2023"),
        ("In the United States, sales at Acme rose 5% last year.", "Sales at Acme rose 5% in the United States"),
        ("At its mill in Turin, Acme cut 300 jobs in May.", "Acme cut 300 jobs at its mill in Turin"),
        ("On Monday in Berlin, Acme signed a pact with Bolt.", "Acme signed a pact with Bolt in Berlin"),
        ("In Italy, Acme opened a mill in Rome in 2019.", "Acme opened a mill in Rome in 2019"),
        ("In an interview with Carnot, Acme said it had sold Bolt.", "Acme sold Bolt"),
    ],
)
def test_a_place_at_the_start_is_kept(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme will publish its results on May 26 at approximately 8:30 a.m. EET.", "Acme will publish its results"),
        ("Acme and its affiliates specializing in items such as displays, electronic parts and batteries, have been "
         "working to expand their presence in the global market for cars.",
         "Acme and its affiliates have been working to expand their presence in the global market for cars"),
        ("A judge in the Labour Court in Johannesburg on Monday dismissed an urgent application by Acme to have the "
         "strike declared unprotected, citing its haste.",
         "A judge dismissed an urgent application by Acme to have the strike declared unprotected"),
        ("Acme has signed a definitive agreement to acquire Bolt Software Limited, the York, England-based maker of "
         "accounting software, for $148 million in cash.",
         "Acme has signed a definitive agreement to acquire Bolt Software Limited"),
    ],
)  # fmt: skip
def test_a_long_title_loses_what_it_can_do_without(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "By the time the sun rose over Rome on Friday, Acme is gone.",
        "Asked whether the company would consider a sale, Acme said that it would not.",
        "The chief told strikers gathered at a field in Rome to go home.",
        "Acme paid dividends it ought to have spent on steel.",
        "The guard has kept the key.",
        "Growing has brought its own troubles.",
        "The teacher will keep the desk and the tin.",
        "Not until 1998 did Acme sell anything abroad.",
        "Acme's chief made no secret of it on Friday.",
        '"The weather was kind," Ada Byron told reporters on Friday.',
        "Ada Byron of Acme has never, she says, sat through a meeting.",
        "Tom Byron doubts that Acme will ever earn its keep.",
        "Acme is big. When children filled the schools in 1989, it is small.",
    ],
)
def test_scenery_is_no_event(text: str) -> None:
    assert not [each for each in titles(text) if "dividends" not in each]


def test_an_age_a_title_and_a_kinship_say_who_he_and_she_are() -> None:
    text = (
        "On Pham Lan Huong's desk stands a tin. Huong, 58, founded Suoi Foods in 2001. Suoi Foods makes milk. "
        "Her son Minh Khoi became its chief in January. She flew to Melbourne on Friday. Minh Khoi is ill. "
        "Suoi Foods said Le Bich, 40, succeeded him on Monday."
    )
    assert titles(text)[-2:] == [
        "Pham Lan Huong flew to Melbourne",
        "Suoi Foods: Le Bich succeeded Minh Khoi",
    ]


def test_a_defined_term_is_of_the_company_after_the_dateline() -> None:
    text = (
        'Turin and London, 24 March 2025. Acme Metals plc ("Acme" or "the Group") today publishes a report. '
        "The Group signed a pact with Bolt in May."
    )
    assert titles(text)[-1] == "Acme signed a pact with Bolt"


def test_what_happened_is_one_where_the_title_does_not_say_which() -> None:
    text = "Acme is in Rome. A walkout began on Sunday. The walkout has halted the mill of Acme."
    assert titles(text)[-1] == "A walkout has halted the mill of Acme"


def test_the_first_company_of_a_headline_leads() -> None:
    text = "Acme may buy Bolt Foods. Bolt is big. Bolt is old. Acme is new.\nNet sales fell 4% in May."
    assert "Acme's net sales fell 4%" in titles(text, "Acme in talks to buy Bolt Foods")


def test_an_obituary_a_body_and_initials_are_told_from_other_names() -> None:
    barn = "The firm built barns from 1958. It closed a mill in May 2024."
    assert titles(barn, "The last barn: Acme Toys, 1946–2024")[-1] == "Acme Toys closed a mill in May 2024"
    bank = "Carnot Bank Handlowy is big. CBH cut 300 jobs in May."
    assert titles(bank, "A bank for all")[-1] == "CBH cut 300 jobs"
    late = "Acme is big. Receiver Ada Byron said the mill would keep running until the end of October."
    assert titles(late) == ["Acme: the mill will keep running until the end of October"]


def test_a_sum_is_of_a_whole_period() -> None:
    found = draft("Between 2021 and 2023 Acme set aside $3.9 billion.", P, Registries())
    assert [each.date for each in found] == ["2021/2023"]
    found = draft("Between 2021 and 2023 Acme moved to Rome.", P, Registries())
    assert [each.date for each in found] == ["[2021..2023]"]


def test_until_is_a_limit_of_what_is_not_done() -> None:
    found = draft("Acme will not open its mill until 2027. Acme was to have opened a shop in January.", P, Registries())
    assert [each.date for each in found] == ["2027", "2025-01"]


def test_a_period_between_two_months_is_that_of_a_measure() -> None:
    found = draft("Acme's net profit fell 8% between January and September last year.", P, Registries())
    assert [each.date for each in found] == ["2024-01/2024-09"]


@pytest.mark.parametrize(
    ("heading", "text", "title"),
    [
        ("Leinster Mutual to shut 23 shops", "Leinster Mutual is to shut 23 shops. Profit climbed 38% in 2023.",
         "Leinster Mutual's profit climbed 38% in 2023"),
        ("Helvarome reports its sales", "Helvarome today reported sales. During 2023 the Group opened a mill.",
         "Helvarome opened a mill"),
        ("Works, publishers: Ida & Cie, 1887-2023", "The presses of Ida & Cie are old. A shop was sold in May 2023.",
         "Ida & Cie: a shop was sold in May 2023"),
        ("Acquisition of a stake in Carnot Optics",
         "It is big. Our Company paid $3 million in May 2023 for Carnot Optics.",
         "The Company paid $3 million in May 2023 for Carnot Optics"),
    ],
)  # fmt: skip
def test_a_headline_says_whose_article_it_is(heading: str, text: str, title: str) -> None:
    assert title in titles(text, heading)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme had five directors. Two of them resigned on Monday.", "Acme: two of the directors resigned"),
        ("In a statement, Acme named Ada Byron chief executive on Monday.", "Acme named Ada Byron chief executive"),
        ("A Danish court named Ada Byron as administrator of Acme on Monday.",
         "A Danish court named Ada Byron as administrator of Acme"),
        ("Acme sold its mill. Its CEO, Ada Byron, resigned on Monday.", "Acme's CEO Ada Byron resigned"),
        ("At the weekend Acme held talks with Bolt.", "Acme held talks with Bolt"),
        ("At a meeting of its Board held today, Acme resolved to buy Bolt.", "Acme resolved to buy Bolt"),
        ("Acme is big. Its lawyers said it would appeal the ruling in May.", "Acme will appeal the ruling"),
        ("Only Bolt did worse; it will open a plant in 2027.", "Bolt will open a plant in 2027"),
        ("Acme sold the mill that it had bought on May 5, 2019, to Bolt on Monday.",
         "Acme bought the mill on May 5, 2019"),
        ("Acme signed an order for 30 Bolt jets in 2021. The jets arrived in 2023.",
         "Acme: the 30 Bolt jets arrived in 2023"),
        ("Acme shares closed at 95 on Monday.", "Acme shares closed at 95"),
        ("In Germany, Acme hired Ada Byron, 47, as chief in May.", "Acme hired Ada Byron, 47, as chief"),
        ("In H1, Acme sold its mill.", "Acme sold its mill"),
        ("Mr Byron and Mrs Byron founded Acme in 2001. He left in 2010.", "Byron left in 2010"),
        ("Acme's workers started a strike on Friday. The strike ended on Monday.", "Acme: the strike ended"),
        ("Standard & Poor's Corp. cut the rating of Acme on Monday.", "Standard & Poor's Corp cut the rating of Acme"),
        ("A rocket of Acme was lost nine minutes after liftoff on Wednesday.",
         "A rocket of Acme was lost nine minutes after liftoff"),
        ("Acme declared an interim dividend of 3 rupees a share, payable on May 5.",
         "Acme declared an interim dividend of 3 rupees a share"),
        ("State mediators broke off the talks at Acme twice, on July 9 and again on August 2.",
         "State mediators broke off the talks at Acme"),
        ("Acme agreed to buy Bolt for $3 million on Monday. Completion is targeted for 31 October 2025.",
         "Completion of Acme's purchase of Bolt is targeted for 31 October 2025"),
        ("Acme won an order for 150 electric buses in May. Deliveries are to begin in 2026.",
         "Acme: deliveries of the 150 electric buses are to begin in 2026"),
    ],
)  # fmt: skip
def test_a_rule_leaves_what_only_looks_like_its_case(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Acme posted a loss on Friday, hurt by tariffs in the United States and delayed launches.",
         ["Acme posted a loss, hurt by tariffs in the United States and delayed launches"]),
        ("Acme's hall, begun in 2022 and abandoned the following year, may yet be finished.",
         ["Acme's hall was begun in 2022", "Acme's hall was abandoned"]),
    ],
)  # fmt: skip
def test_a_participle_is_no_verb_of_the_sentence(text: str, made: list[str]) -> None:
    assert titles(text) == made
