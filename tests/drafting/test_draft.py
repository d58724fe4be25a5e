"""Drafted events: which clauses are events, their dates, titles, names, figures, status and certainty.

The publication day is Monday 24 March 2025.
"""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.article import without_datelines
from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.proposal import Draft
from timeline_cli.fields.amounts import parse_amount
from timeline_cli.model import Entity, Names, Registries
from timeline_cli.text import fold

P = date(2025, 3, 24)


def drafted(text: str, registries: Registries = Registries()) -> list[Draft]:  # noqa: B008 (frozen)
    return draft(text, P, registries)


# text, date, title
EVENTS = [
    ("On Saturday, Lee met with Xiaomi Chairman Lei Jun.", "2025-03-22", "Lee met with Xiaomi Chairman Lei Jun"),
    ("Acme sold 140,000 cars last year.", "2024", "Acme sold 140,000 cars"),
    ("Acme listed in London in 2014, and three years later moved to Spain.", "2017", "Acme moved to Spain"),
    ("Acme cut 1,200 jobs on Friday.", "2025-03-21", "Acme cut 1,200 jobs"),
    ("The €1.6bn bid failed on Friday.", "2025-03-21", "The €1.6bn bid failed"),
    ("Acme has raised its shipment target for this year.", "[..2025-03-24]", "Acme has raised its shipment target"),
    ("Acme will build a plant in Spain.", "[2025-03-24..]", "Acme will build a plant in Spain"),
    ("Acme is building a plant in Spain.", "/..", "Acme is building a plant in Spain"),
    ("Acme has operated a plant in Xian since 2006.", "2006/..", "Acme has operated a plant in Xian since 2006"),
    ("Acme plans to open ten shops by 2027.", "[2025-03-24..2027]", "Acme plans to open ten shops by 2027"),
    ("Acme said on Friday it had acquired Bolt.", "[..2025-03-21]", "Acme acquired Bolt"),
    ("Acme sold the plant when it left Chile in 2019.", "2019", "Acme left Chile in 2019"),
    ("When Acme left Chile in 2019, it sold the plant.", "2019", "Acme sold the plant"),
    ("Acme is seen as a rival after launching its first car last year.", "2024", "Acme launched its first car"),
    ("The two-day forum started on Sunday in Beijing.", "2025-03-23/2025-03-24",
     "The two-day forum started in Beijing"),
    ("Some leaders are scheduled to meet the minister on Friday.", "2025-03-28",
     "Some leaders are scheduled to meet the minister"),
    ("In Suzhou, Acme has a chip packaging plant.", "/..", "Acme has a chip packaging plant in Suzhou"),
    ("Acme reported a net profit of $1.2 billion for the fourth quarter.", "2024-Q4",
     "Acme reported a net profit of $1.2 billion"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "title"), EVENTS, ids=[case[0] for case in EVENTS])
def test_an_event(text: str, day: str, title: str) -> None:
    found = {(each.date, each.title) for each in drafted(text)}
    assert (day, title) in found


@pytest.mark.parametrize(
    "text",
    [
        "If shareholders reject the offer, Acme will raise its bid.",
        "Acme did not open the plant.",
        "Acme has never paid a dividend.",
        "Acme has yet to publish accounts for 2023.",
        "Few expected Acme to survive 2020.",
        "Most of the analysts expect Acme to open a plant next year.",
        "What Acme will look like in 2030 is anyone's guess.",
        "Nothing was sold on Friday.",
        "Analysts expect Acme to open a plant next year.",
        "Acme will open the plant in May, analyst Ada Byron said.",
        '"We will open a plant next year and hire many people," a spokesman said.',
        "Will Acme open a plant in May?",
        "Acme is the largest maker of cars.",
        "Copyright 2025 Acme News. All rights reserved.",
        "Reporting by Ada Byron on Monday.",
        "Acme makes cars",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert drafted(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme appointed Ada Byron as chief executive on Friday.", "leadership"),
        ("Acme sued Bolt in a court in Delaware on Friday.", "legal"),
        ("Acme acquired its rival Bolt in 2019.", "merger"),
        ("Acme unveiled a new phone on Friday.", "launch"),
        ("Acme opened a plant in Spain in 2019.", "facility"),
        ("Acme and Bolt will form a joint venture next year.", "partnership"),
        ("Shares of Acme fell 2 percent on Friday.", "market"),
        ("The government imposed tariffs on steel last month.", "policy"),
        ("Ada Byron visited Beijing last week.", "trip"),
        ("Acme wobbled on Friday in the rain.", None),
        ("Acme gained 3.9% on Friday.", "market"),
        ("The pound slipped 0.4% to $1.35 on Friday.", "market"),
        ("The manager Ada Byron was sacked on Friday.", "leadership"),
        ("Acme entered administration on Friday.", "legal"),
        ("Acme pleaded guilty on Friday.", "legal"),
        ("Acme issued a profit warning on Friday.", "guidance"),
        ("Acme kept its forecast on Friday.", "guidance"),
        ("Acme mothballed its second unit on Friday.", "facility"),
        ("Acme's new site went live on Friday.", "launch"),
        ("Acme named Bolt its preferred bidder on Friday.", "deal"),
        ("The council granted a permit on Friday.", "policy"),
        ("Acme lost $41 million last year.", "earnings"),
        ("Rome wants 30 ships by 2030.", "target"),
        ("Acme closed the transaction on May 5.", "deal"),
        ("Acme sold $300 million of bonds on Friday.", "investment"),
        ("Acme earned $1.9bn in 2019.", "earnings"),
        ("Acme wrote down its Chilean unit by $80 million in May.", "earnings"),
        ("Acme's sales volumes inched up 2 percent in May.", "sales-report"),
        ("Acme vowed to cut its carbon emissions by 2030.", "target"),
        ("Acme promised savings of $20 million by 2030.", "target"),
        ("Acme called back 300 ovens on Friday.", None),
        ("Acme handed the plan to Minister Ada Byron in May.", "policy"),
        ("Ada Byron held a special session of the council on Friday.", "meeting"),
        ("Acme called in a mediator on Friday.", "meeting"),
        ("The court in Delaware upheld the decision on Friday.", "legal"),
        ("Officials conducted searches at Acme's premises on Friday.", "legal"),
        ("Acme faced a shareholder revolt on Friday.", "agm"),
        ("Acme shares began trading in Oslo on Friday.", "ipo"),
        ("Acme's rocket made its maiden flight in May.", "launch"),
        ("Acme lost its chief executive in May.", "leadership"),
        ("Agency Bolt lowered Acme's debt to junk on Friday.", "market"),
        ("The watchdog published a report on fees on Friday.", "report"),
        ("Acme reported Phase III results on Friday.", "report"),
    ],
)
def test_the_type_follows_from_the_verb_and_its_words(text: str, kind: str | None) -> None:
    assert [each.type for each in drafted(text)][:1] == [kind]


@pytest.mark.parametrize(
    ("text", "status", "certainty"),
    [
        ("Acme will open a plant in May.", "scheduled", None),
        ("Acme has reportedly invested 3 billion euros in Spain.", None, "reported"),
        ("Acme may sell its unit in Spain next year.", "tentative", None),
        ("Acme postponed the launch of its phone on Friday.", "postponed", None),
        ("Acme has scrapped its plant in Spain.", "cancelled", None),
        ("Acme is building a plant in Spain.", "ongoing", None),
        ("Acme bought Bolt on Friday, according to people familiar with the matter.", None, "reported"),
    ],
)
def test_status_and_certainty(text: str, status: str | None, certainty: str | None) -> None:
    [one] = drafted(text)
    assert (one.status, one.certainty) == (status, certainty)


def test_figures_are_as_the_text_writes_them() -> None:
    [one] = drafted("Acme's sales in China were 64.9 trillion won ($44.3 billion) in 2024.")
    [figure] = one.figures
    assert figure == {
        "metric": "sales", "value": "64.9 trillion", "unit": "KRW", "period": "2024",
        "converted": {"value": "44.3 billion", "unit": "USD"},
    }  # fmt: skip
    [one] = drafted("Acme has raised its sales target for this year from 300,000 to about 350,000 vehicles.")
    assert one.figures[0] == {
        "metric": "unit sales", "value": "about 350000", "previous": "300000", "unit": "vehicles", "kind": "target",
        "period": "2025",
    }  # fmt: skip


def test_a_pronoun_becomes_the_name_before_it() -> None:
    text = "Acme opened a plant in 2019. It closed the plant in 2023. The company sold the site last year."
    assert [each.title for each in drafted(text)][1:] == ["Acme closed the plant in 2023", "Acme sold the site"]


def test_a_surname_joins_the_full_name_and_its_role() -> None:
    text = "Acme Chairman Ada Byron visited Beijing on Friday. Byron met the minister on Saturday."
    assert [each.people for each in drafted(text)] == [(("Ada Byron", "chairman"),), (("Ada Byron", None),)]


def test_names_are_those_of_the_registries() -> None:
    known = Entity("Samsung Electronics", ("Samsung", "삼성전자"))
    names = Names({known.name: known}, {fold(name): known.name for name in (known.name, *known.aliases)})
    [one] = drafted("Samsung opened a plant in 2019.", Registries(companies=names))
    assert one.companies == ("Samsung Electronics",)


def test_what_is_reported_twice_is_one_event_with_both_quotes() -> None:
    text = "Acme bought Bolt for $3 billion on Friday. Acme bought Bolt, a maker of screws, for $3 billion on Friday."
    [one] = [each for each in drafted(text) if "bought" in each.title]
    assert len(one.quotes) == 2


def test_what_is_vague_says_why() -> None:
    [one] = drafted("Acme opened the plant in late 2006.")
    assert (one.date, one.reviews) == ("2006", {"date": '"late 2006" is vaguer than 2006'})


def test_a_title_has_at_most_a_hundred_characters_and_no_relative_date() -> None:
    text = "Acme opened a very large plant for " + ", ".join(f"part {number}" for number in range(40)) + " last year."
    [one] = drafted(text)
    assert len(one.title) <= 100
    assert "last year" not in one.title
    assert one.date == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "Branches that will close include Rome and Oslo, Acme Corp said on Monday.",
        "The company said it will open the plant of Acme before Diwali 2031.",
        "Acme said it is to build the plant.\n2025: plant shut down in\n",
        "Acme Corp sold between 900,000 and 1 million cars in 2024.",
        "Acme Corp will spend $٣ million on the plant in Spain.",
        "shops that stay open",
        "A share buyback of up to 750 million starts",
    ],
)
def test_odd_texts_are_drafted_with_what_a_file_can_have(text: str) -> None:
    for each in drafted(text):
        for figure in each.figures:
            assert parse_amount(str(figure["value"]))


def test_a_paper_is_dated_by_no_event_and_an_agreement_is_no_merger() -> None:
    text = "Acme NV has received a notification from Bolt SA, dated 1 August 2024. "
    text += "The Merger Agreement was signed in April 2024. Acme completed the merger in July 2024. "
    text += "Acme signed a deal with Cold Inc. Under the deal, it will pay more."
    assert [each.title for each in drafted(text)] == [
        "Acme NV has received a notification from Bolt SA",
        "Acme: the Merger Agreement was signed in April 2024",
        "Acme completed the merger in July 2024",
        "Acme signed a deal with Cold Inc",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was only in May that Acme, which makes cars, said it had sold more than 60,000 of them, up 9% from "
        "a year ago.",
        "Both sides will meet on Friday, and over 200 of those affected have until 5 p.m. on June 3 to be "
        "formally heard.",
        "Having been fined in 2016, the Food and Drug Administration said, Bolt cut its forecast today and "
        "expects $2 a share.",
        "December 2025 – Acme cancels half of its order and gives Bolt, a firm focused on ships, about 20 days "
        "to respond.",
        "In a deal under which deliveries start between April and June 2026, Acme is to build and have it "
        "tested by May.",
        "Ada Byron, who, on Monday, took over from Carl Bolt, 61, will neither sell the mill nor keep its 900 "
        "workers on.",
    ],
)
def test_every_beginning_and_end_of_a_sentence_is_drafted(text: str) -> None:
    words = text.split()
    for at in range(1, len(words)):
        for part in (words[:at], words[at:]):
            drafted(" ".join(part))
            drafted(f"{' '.join(part)}.")


def test_a_long_row_of_capitals_after_a_town_takes_no_time() -> None:
    assert without_datelines([f"Rome, {'A' * 5_000}"]) == [f"Rome, {'A' * 5_000}"]
