"""Press releases: defined terms, earlier values in brackets, moved days, datelines, calendars, figures.

The publication day is Thursday 5 November 2026.
"""

from __future__ import annotations

import time
from datetime import date

import pytest

from timeline_cli.drafting.article import dateline
from timeline_cli.drafting.brackets import without_brackets
from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.open_article import read_article
from timeline_cli.drafting.proposal import Draft
from timeline_cli.drafting.terms import terms
from timeline_cli.model import Registries

P = date(2026, 11, 5)


def drafted(text: str) -> list[Draft]:
    article = read_article(text.encode(), "release.txt")
    return draft(article.text, P, Registries(), article.title)


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ("Revenue amounted to EUR 934.2 million in the first nine months of 2026.", ()),
        ("SEK loans were repaid in May 2026.", ()),
        ("Borrowings of GBP 30 million were repaid in June 2026 by Acme.", ("Acme",)),
        ("Acme AG paid CHF 20 million for the plant in 2025.", ("Acme AG",)),
        ("Acme bought Packtec S.p.A. for EUR 64 million in 2025.", ("Acme", "Packtec S.p.A.")),
        ("Acme sold Damen N.V. in May 2026.", ("Acme", "Damen N.V.")),
        ("The Annual Report 2026 will be published on 11 March 2027.", ()),
        ("The Annual General Meeting of Acme AG will take place on 3 May 2027.", ("Acme AG",)),
        ("The Board of Directors of Acme Ltd approved a plant in May 2026.", ("Acme Ltd",)),
    ],
)
def test_currency_codes_and_documents_are_no_companies(text: str, companies: tuple[str, ...]) -> None:
    assert [each.companies for each in drafted(text)] == [companies]


@pytest.mark.parametrize(
    ("text", "found", "leader"),
    [
        ('Acme plc\n("Acme" or the "Group")', {"Acme": "Acme", "Group": "Acme"}, "Acme"),
        ('Bolt AG (the "Company") announces', {"Company": "Bolt AG"}, "Bolt AG"),
        ('Acme Ltd (together with its subsidiaries, the "Group")', {"Group": "Acme Ltd"}, "Acme Ltd"),
        ('Acme Corp (ASX: ABC) ("Acme")', {"Acme": "Acme Corp"}, ""),
        ("Acme Corp, Inc. (NASDAQ: ACM) (“Acme” or “the Company”)", {"Acme": "Acme Corp", "Company": "Acme Corp"},
         "Acme Corp"),
        ('It acquired Bolt Ltd (the "Acquisition")', {}, ""),
        ('the six months ended 30 September 2026 ("H1 FY27")', {}, ""),
        ("Acme Holdings plc (the “Bank”)", {"Bank": "Acme Holdings"}, "Acme Holdings"),
    ],
)  # fmt: skip
def test_defined_terms(text: str, found: dict[str, str], leader: str) -> None:
    assert terms(text) == (found, leader)


@pytest.mark.parametrize(
    ("text", "title", "companies"),
    [
        ("The Group opened a depot in July 2026.", "Acme opened a depot in July 2026", ("Acme",)),
        ("Bolt Group bought a site from the Company in May 2026.",
         "Bolt Group bought a site from Acme in May 2026", ("Bolt Group", "Acme")),
        ("The Group's revenue rose 5% in 2025.", "Acme's revenue rose 5% in 2025", ("Acme",)),
        ("Bolt Group sold the Group's office in May 2026.",
         "Bolt Group sold Acme's office in May 2026", ("Bolt Group", "Acme")),
        ("Sarah Jones joined the Board in May 2026.", "Acme: Sarah Jones joined the Board in May 2026", ("Acme",)),
    ],
)  # fmt: skip
def test_a_defined_term_is_its_company(text: str, title: str, companies: tuple[str, ...]) -> None:
    found = drafted(f'Acme plc ("Acme", the "Company" or the "Group") sold a site to Bolt Group in 2019.\n{text}')
    assert [(each.title, each.companies) for each in found][1:] == [(title, companies)]


def test_an_office_alone_is_nobody() -> None:
    [one] = drafted("Acme has appointed Martin Vogel as Chief Financial Officer.")
    assert [name for name, _ in one.people] == ["Martin Vogel"]


def test_a_group_that_nothing_defines_is_no_name() -> None:
    assert drafted("The Group opened a depot in July 2026.")[0].companies == ()


@pytest.mark.parametrize(
    ("text", "day", "figure"),
    [
        ("Acme published its Q3 2026 report today. Revenue rose by 5.8% to €318.8 million (Q3 2025: €301.4 million).",
         "2026-Q3", {"metric": "revenue", "value": "318.8 million", "unit": "EUR", "change": "5.8%",
                     "previous": "301.4 million", "period": "2026-Q3"}),
        ("Acme's net debt fell to £61.3m at 30 September 2026 (31 March 2026: £74.8m).", "2026-09-30",
         {"metric": "net debt", "value": "61.3 million", "unit": "GBP", "previous": "74.8 million"}),
        ("Acme paid a dividend of €1.30 (2025: €1.10) in May 2026.", "2026-05",
         {"metric": "dividend", "value": "1.30", "unit": "EUR", "previous": "1.10", "period": "2026-05"}),
        ("Acme's net profit was €12 million in 2025 (previous year: loss of €2 million).", "2025",
         {"metric": "net profit", "value": "12 million", "unit": "EUR", "period": "2025"}),
        ("Acme's EBIT margin widened to 9.1 percent (prior-year quarter: 8.2 percent) in 2025.", "2025",
         {"metric": "EBIT margin", "value": "9.1", "unit": "%", "previous": "8.2", "period": "2025"}),
        ("Acme's loss was £0.8m in 2025 (2024: profit of £1.9m).", "2025",
         {"metric": "loss", "value": "0.8 million", "unit": "GBP", "period": "2025"}),
    ],
)  # fmt: skip
def test_a_number_in_brackets_is_of_the_period_in_them(text: str, day: str, figure: dict[str, str]) -> None:
    last = drafted(text)[-1]
    assert (last.date, list(last.figures), last.reviews) == (day, [figure], {})


def test_brackets_leave_everything_in_its_place_and_stay_in_the_quote() -> None:
    text = 'Acme Corp (ASX: ABC) ("Acme") bought a mine in May 2026.'
    assert without_brackets(text) == "Acme Corp                     bought a mine in May 2026."
    [one] = drafted(text)
    assert (one.title, one.quotes) == ("Acme Corp bought a mine in May 2026", (text,))


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("Acme cancelled its capital markets day planned for 3 December 2026.", "2026-12-03", "cancelled"),
        ("The investor day of Acme has been cancelled.", "[..2026-11-05]", "cancelled"),
        ("Acme called off its roadshow in Asia on Tuesday.", "2026-11-03", "cancelled"),
        ("Acme's annual meeting on 4 December 2026 was called off because of a strike.", "2026-12-04", "cancelled"),
        ("Acme's meeting, which was due to begin on 3 December 2026, has been cancelled.", "2026-12-03", "cancelled"),
        ("Acme has decided to cancel the dividend scheduled for 10 December 2026.", "2026-12-10", "cancelled"),
        ("Acme's annual meeting has been postponed to 10 June 2027.", "2027-06-10", "scheduled"),
        ("Acme has postponed its meeting, which was scheduled for 3 December 2026, until further notice.",
         "2026-12-03", "postponed"),
        ("Acme has brought forward the publication of its results to 2 March 2027.", "2027-03-02", "scheduled"),
        ("Acme moved its annual meeting from 3 December 2026 to 10 June 2027.", "2027-06-10", "scheduled"),
        ("Acme's general meeting was rescheduled for 14 January 2027.", "2027-01-14", "scheduled"),
        ("Acme's new truck, planned for January 2027, has been pushed back to June 2027.", "2027-06", "scheduled"),
        ("Acme has put off its presentation until 15 December 2026.", "2026-12-15", "scheduled"),
        ("Acme's general meeting was adjourned to 12 January 2027.", "2027-01-12", "scheduled"),
        ("Acme's meeting was postponed from 12 May 2020 to 25 August 2020.", "2020-08-25", None),
        ("The trial of Acme's founder has been deferred until February 2027.", "2027-02", "scheduled"),
    ],
)  # fmt: skip
def test_what_is_called_off_or_moved(text: str, day: str, status: str | None) -> None:
    [one] = drafted(text)
    assert (one.date, one.status, "date" in one.reviews) == (day, status, False)


@pytest.mark.parametrize(
    "head",
    [
        "Munich, 5 November 2026 – ", "Munich, November 5, 2026 – ", "LONDON, 5 November 2026 - ",
        "Frankfurt am Main, 5 November 2026 – ", "Zürich / London, 5 November 2026 - ", "Mumbai, 5th November 2026: ",
        "St. Gallen (Switzerland), November 5, 2026 — ", "AUSTIN, Texas, November 5, 2026 (WIRE) -- ",
    ],
)  # fmt: skip
def test_a_dateline_says_the_day(head: str) -> None:
    text = f"{head}Acme AG, a leading maker of packaging machinery, opened its second plant in Spain."
    assert dateline([text]) == P
    assert read_article(text.encode(), "release.txt").text.startswith("Acme AG, a leading")


@pytest.mark.parametrize("head", ["Acme opened on November 5, 2026 - its", "On Monday, 5 November 2026 – the", "Acme,"])
def test_what_is_no_dateline(head: str) -> None:
    assert dateline([f"{head} second plant in Spain and many other things that people had long waited for."]) is None


def test_each_line_of_a_financial_calendar_is_an_event() -> None:
    found = drafted(
        "Acme Industries AG opened a plant in May 2026.\n\nFinancial calendar\n\n11 March 2027: Annual Report 2026\n"
        "Annual General Meeting: 14 May 2027\nQ1 results\t29 April 2027\n• Investor Day – 8 December 2026, 10:00\n"
        "Wednesday, March 3, 2027: Dividend payment\n12–14 May 2027: Roadshow\n15 October 2026: Nine-month figures\n\n"
        "Contact\nInvestor Relations, +49 89 1234"
    )
    assert [(each.date, each.title, each.type, each.status) for each in found[1:]] == [
        ("2027-03-11", "Acme Industries: Annual Report 2026", "earnings", "scheduled"),
        ("2027-05-14", "Acme Industries: Annual General Meeting", "agm", "scheduled"),
        ("2027-04-29", "Acme Industries: Q1 results", "earnings", "scheduled"),
        ("2026-12-08", "Acme Industries: Investor Day", "meeting", "scheduled"),
        ("2027-03-03", "Acme Industries: Dividend payment", None, "scheduled"),
        ("2027-05-12/2027-05-14", "Acme Industries: Roadshow", None, "scheduled"),
        ("2026-10-15", "Acme Industries: Nine-month figures", "earnings", None),
    ]
    assert {each.companies for each in found} == {("Acme Industries AG",)}


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Acme's EBIT improved to EUR 29.1 million in 2025.", {"EBIT": "29.1 million"}),
        ("Acme's adjusted EBITDA rose 6% to £30.1m in 2025.", {"adjusted EBITDA": "30.1 million"}),
        ("Acme's free cash flow was EUR -12.4 million in 2025.", {"free cash flow": "-12.4 million"}),
        ("Acme's order intake declined to EUR 287.5 million in 2025.", {"order intake": "287.5 million"}),
        ("Acme's net income increased to EUR 52.3 million, or EUR 1.31 per share, in 2025.",
         {"net income": "52.3 million", "eps": "1.31"}),
        ("Acme bought a 75 percent stake in Bolt for EUR 64 million in 2025.", {"stake": "75", "price": "64 million"}),
        ("Acme paid a dividend of €1.30 in 2025.", {"dividend": "1.30"}),
        ("Acme paid a dividend of 3.1p per share in 2025.", {"dividend": "3.1"}),
        ("As of 30 September 2026, Acme employed 8,655 people.", {"headcount": "8655"}),
        ("Acme's diluted earnings per share rose to $2.10 in 2025.", {"eps": "2.10"}),
    ],
)  # fmt: skip
def test_the_figures_of_a_release(text: str, metrics: dict[str, str]) -> None:
    [one] = drafted(text)
    assert {str(each["metric"]): each["value"] for each in one.figures} == metrics


def test_a_comparison_has_an_amount_and_one_per_share() -> None:
    [one] = drafted(
        "Acme's net income was $22.7 million, or $0.41 per diluted share, compared to $15.2 million, "
        "or $0.28 per diluted share, in the third quarter of 2025."
    )
    assert [(each["metric"], each["previous"]) for each in one.figures] == [
        ("net income", "15.2 million"),
        ("eps", "0.28"),
    ]
    assert one.date == "[..2026-11-05]"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Acme plc is pleased to announce its interim results for the six months ended 30 September 2026.",
         "Acme plc announces its interim results for the six months ended 30 September 2026"),
        ("Acme Ltd reaffirms its guidance of revenue of $3 million for 2026.",
         "Acme Ltd reaffirms its guidance of revenue of $3 million for 2026"),
        ("The Board of Acme proposes a dividend of $3.", "The Board of Acme proposes a dividend of $3"),
        ("Acme AG published the Annual Report 2025 today.", "Acme AG published the Annual Report 2025"),
        ("Acme AG today published its figures for the first nine months of 2026.",
         "Acme AG published its figures for the first nine months of 2026"),
    ],
)  # fmt: skip
def test_what_a_release_says_of_itself_is_of_its_day(text: str, title: str) -> None:
    [one] = drafted(text)
    assert (one.title, one.date) in [(title, "[..2026-11-05]"), (title, "2026-11-05")]


def test_a_paragraph_of_forward_looking_statements_is_no_news() -> None:
    text = "This release contains forward-looking statements, among them on growth in 2027. Acme filed one in May 2026."
    assert (
        drafted(f"Acme Corp opened a plant in 2019.\n{text}\nBolt Corp sold a plant in 2020.")[1:]
        == drafted("Acme Corp opened a plant in 2019.\nBolt Corp sold a plant in 2020.")[1:]
    )


def test_the_labels_of_a_list_of_results_are_their_subjects() -> None:
    text = (
        "Acme AB grew in the third quarter of 2026.\nThird quarter 2026\n- Net sales: SEK 1,200 million (1,100)\n"
        "- Operating profit: SEK 64 million, up 4%\n- Adjusted EBITDA: SEK 5.2m\n- Contact: 08 123 45 67\n"
    )
    assert [(each.date, each.title) for each in drafted(text)[1:]] == [
        ("2026-Q3", "Acme's net sales: SEK 1,200 million"),
        ("2026-Q3", "Acme's operating profit: SEK 64 million, up 4%"),
        ("2026-Q3", "Acme's adjusted EBITDA: SEK 5.2m"),
    ]


@pytest.mark.parametrize(
    "part", ["A (a) ", "(", "Acme, x, ", '("A" ', "(2025: ", "Munich, ", "5 May 2027\n", 'A ("A") ']
)
def test_long_runs_take_linear_time(part: str) -> None:
    started = time.process_time()
    for run in (terms, without_brackets, lambda text: dateline([text])):
        run(part * 20_000)
    assert time.process_time() - started < 2
