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
        ("Acme suspended a buyback that it had launched in 2023.", "Acme had launched a buyback in 2023"),
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
        ("Acme swung to a profit in the July-September period.", "Acme swung to a profit in the July-September period"),
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
        ("Acme said it would close a mill in 2026 and cut 240 jobs.", "Acme would cut 240 jobs"),
    ],
)  # fmt: skip
def test_an_aside_or_a_second_verb_is_whole_or_left_out(text: str, title: str) -> None:
    assert title in [each.title for each in draft(text, P, Registries())]


def test_a_cut_title_ends_with_a_whole_phrase() -> None:
    text = (
        "Acme Industries bought the largest paper mill of the whole region from the state in 2004 with loans from "
        "several of the savings banks of Turin."
    )
    assert [each.title for each in draft(text, P, Registries())] == [
        "Acme Industries bought the largest paper mill of the whole region from the state in 2004"
    ]
