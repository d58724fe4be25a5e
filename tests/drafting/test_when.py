"""The date of a clause: which expression it is, what only names something, what is unsure.

The publication day is Monday 24 March 2025.
"""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.open_article import read_article
from timeline_cli.model import Registries


def dated(text: str, published: date = date(2025, 3, 24)) -> list[str]:
    """The dates of the drafts, each with ? if it has a review mark."""
    article = read_article(text.encode(), "article.txt")
    drafts = draft(article.text, published, Registries(), article.title)
    return [f"{each.date}{'?' if 'date' in each.reviews else ''}" for each in drafts]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The fair starts on Saturday.", ["2025-03-29"]),
        ("Acme opens its new plant on Thursday.", ["2025-03-27"]),
        ("The offer closes on January 15.", ["2026-01-15"]),
        ("The tariffs take effect on April 2.", ["2025-04-02"]),
        ("The plant opens in February.", ["2026-02"]),
        ("The dividend is payable on 3 June to holders of record on 20 May.", ["2025-06-03"]),
    ],
)
def test_the_present_of_what_is_scheduled_is_ahead(text: str, days: list[str]) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Acme opened the plant in 2006. A decade later, it sold the site.", ["2006", "2016"]),
        ("Acme opened the plant in 2006 and sold it a decade later.", ["2006", "2016"]),
        ("Acme opened the plant in March 2006. Later that year, it sold the site.", ["2006-03", "2006"]),
        ("Acme opened the plant on March 3. The next day, it hired a lawyer.", ["2025-03-03", "2025-03-04"]),
        ("Acme opened the plant in 2006. Six months later, it sold the site.", ["2006", "[..2025-03-24]?"]),
        ("A decade later, Acme sold the site.", ["[..2025-03-24]?"]),
        ("Acme sold the site the following year.", ["[..2025-03-24]?"]),
        ("Acme left in 2006. The site is big. The roof leaks. It is old. A year later, it sold the site.",
         ["2006", "[..2025-03-24]?"]),
    ],
)  # fmt: skip
def test_what_counts_from_another_date_needs_it_near(text: str, days: list[str]) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In May 2013, five years after it was floated, Acme left Spain.", ["2008", "2013-05"]),
        ("Acme left Spain in May 2013, five years after it was floated.", ["2013-05", "2008"]),
        ("Two years after it was founded in 2010, Acme was sold.", ["2010", "2012"]),
        ("A year after the merger in 2018, Acme left Spain.", ["2019"]),
        ("Acme left Spain two years before the merger in 2018.", ["2016"]),
        ("Six years after the merger, Acme sold the unit in 2019.", ["2019"]),
        ("Six years after the merger, Acme sold the unit.", ["[..2025-03-24]?"]),
    ],
)
def test_a_date_counts_from_what_follows_it(text: str, days: list[str]) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Acme cut its dividend in 2019 and again in 2021.", ["2019", "2021"]),
        ("Acme was fined in 2015, 2018 and 2022.", ["2015", "2018", "2022"]),
        ("Acme issued bonds in March and September of 2022.", ["2022-03", "2022-09"]),
        ("Acme made a loss in both 2020 and 2021.", ["2020/2021"]),
        ("Bought by Bolt in 2010 and renamed in 2014, Acme was sold last year.", ["2024", "2010", "2014"]),
        ("Profit of Acme rose in the first half, but second-half sales will fall.", ["2024-H1", "2025-H2"]),
    ],
)
def test_dates_that_and_joins_are_events_of_their_own(text: str, days: list[str]) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Shareholders of Acme vote tomorrow on the takeover.", ["2025-03-25"]),
        ("Ada Byron takes over as chief executive of Acme effective May 1.", ["2025-05-01"]),
        ("Acme has appointed Ada Byron as its chairman with effect from May 1.", ["[..2025-03-24]?"]),
        ("Acme must sell the plant before the end of next month.", ["[2025-03-24..2025-04]"]),
        ("No later than June 30, Acme must pay the fine.", ["[2025-03-24..2025-06-30]"]),
        ("Acme opened the plant on Independence Day.", ["2024-07-04?"]),
        ("Acme has to pay the fine by Friday.", ["[2025-03-24..2025-03-28]"]),
        ("Acme will need to repay the loan by June 30.", ["[2025-03-24..2025-06-30]"]),
        ("Acme said it would have to close two plants by June.", ["[2025-03-24..2025-06]"]),
        ("Acme had to sell its plant in 2019.", ["2019"]),
        ("There is an urgent need to sell the plant by Friday.", []),
        ("Acme does not need to sell the plant by Friday.", []),
        ("Bondholders of Acme have until Friday to accept the offer.", ["[2025-03-24..2025-03-28]"]),
        ("By 2030 Acme will close its mill.", ["[2025-03-24..2030]"]),
        ("By April Acme must pay the fine.", ["[2025-03-24..2025-04]"]),
        ("By Ada Byron in London.", []),
    ],
)
def test_the_start_or_limit_of_what_is_ahead_is_its_date(text: str, days: list[str]) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Acme repaid its 2031 bonds on Friday.", ["2025-03-21"]),
        ("Acme repaid its 2031 bonds.", ["[..2025-03-24]?"]),
        ("In 2019 Acme signed contracts with Bolt.", ["2019"]),
        ("Acme abandoned its 2030 climate target.", ["[..2025-03-24]?"]),
        ("Acme unveiled the 2026 version of its car.", ["[..2025-03-24]?"]),
        ("Acme extended its contract with Bolt until 2029.", ["[..2025-03-24]?"]),
        ("Acme suspended output until May 5.", ["[..2025-03-24]?"]),
        ("Acme postponed the launch from May to September.", ["2025-09"]),
        (
            "Acme declared a dividend of $0.30, payable on 3 June to holders of record on 20 May.",
            ["[..2025-03-24]?", "2025-06-03"],
        ),
        ("Acme shares fell to their lowest since 2016 on Friday.", ["2025-03-21"]),
        ("Acme has spent more than $700 million since 2021 on the network.", ["2021/2025-03-24"]),
        ("The won fell 1.3% against the dollar on Friday.", ["2025-03-21"]),
        ("Acme sold 21,000 cars in May, compared with 25,000 in the same period last year.", ["2024-05"]),
        ("Ada Byron will lead Acme until 2029.", ["../2029"]),
        ("Acme has supplied Bolt since at least 2016.", ["2016/.."]),
        ("Net income fell to $211 million in 2024 from $264 million, or $1.71 per share, a year earlier.", ["2024"]),
        (
            "Acme posted a fourth-quarter loss of $3 million, swinging from a profit of $2 million a year ago.",
            ["2024-Q4"],
        ),
        ("Acme lost a case against Bolt in 2020.", ["2020"]),
        ("The sale fell through in 2020.", ["2020"]),
        (
            "Acme approved the deal, subject to a vote at a meeting to be called on August 22.",
            ["[..2025-03-24]?", "2025-08-22"],
        ),
        ("Acme has promised to name a successor on July 9.", ["2025-07-09"]),
        ("Profit for the fiscal year through June is expected to drop.", ["2024-07/2025-06"]),
        ("Acme will break ground before the end of the year.", ["[2025-03-24..2025]"]),
        ("It was not until the autumn of 2020 that Acme named a chairman.", ["2020"]),
        ("It was in 2019 that Acme opened its second plant.", ["2019"]),
        ("Since its flotation in 2014, Acme has bought nine rivals.", ["2014/2025-03-24"]),
        ("In 2021, and again in February, the regulator fined Acme Foods.", ["2025-02", "2021"]),
        ("By 2030 Acme wants a fifth of its gas to come from waste.", ["[2025-03-24..2030]"]),
        ("Having bought Bolt in 2023, Acme added a mill in 2024.", ["2024", "2023"]),
        ("Acme closed its dock in 2024, having sold its mill the year before.", ["2024", "2023"]),
        ("Acme ordered its first press in 1973 and, in 1978, built one.", ["1973", "1978"]),
        ("Studio Bolt, a label set up in 1987, was wound up in 1991.", ["1991", "1987"]),
        ("Acme Best, first brewed at the mill in 1972, won a prize in 1975.", ["1975", "1972"]),
        (
            "Acme's first film, which, on a Friday night in Rome last month, won a prize, cost $2 million.",
            ["2025-02?", "[..2025-03-24]?"],
        ),
        ("Listed since 2021, Acme sold its mill in May.", ["2024-05", "2021/.."]),
        ("Acme extended the warranty in March 2024, then pulled the phone in May 2024.", ["2024-03", "2024-05"]),
        (
            "Acme made $3 million in the quarter ended June 30, 2024. It had made $2 million in the corresponding "
            "quarter of the previous fiscal.",
            ["2024-Q2", "2023-Q2"],
        ),
        (
            "Acme opened nine stores in the year to Aug. 31 and plans to add another 15 stores in fiscal 2026.",
            ["2023-09/2024-08", "2025-09/2026-08"],
        ),
        ("Acme started output at its mill over the weekend.", ["[2025-03-22..2025-03-23]"]),
        ("Acme cut its guidance for the second time this year on Thursday.", ["2025-03-20"]),
        ("Acme was sold in 2014 and returned to the stock exchange in 2020.", ["2014", "2020"]),
        ("Acme's profit fell 14% to $3 million in the first quarter of FY26.", ["[..2025-03-24]?"]),
        ("Acme sold 61,240 units in August, a growth of 7% over the same month last year.", ["2024-08"]),
        ("Acme closed four stores last fiscal.", ["2024?"]),
        ("Acme today reported financial results for its fourth quarter of 2024.", ["2025-03-24"]),
        ("Acme is expected to report a loss for 2024 next week.", ["2025-W14"]),
        ("Acme's profit plunged 41% in the July-September quarter.", ["2024-Q3"]),
        ("Acme's plant was expanded on May 10 at a cost of $6 million.", ["2024-05-10"]),
        ("Ada Byron, who took over at Acme in September, has promised to cut costs.", ["2024-09", "[..2025-03-24]"]),
        ("Acme today announced its results for the first nine months ended September 30, 2024.", ["2025-03-24"]),
        ("Acme has bought Bolt, its second takeover since 2016.", ["[..2025-03-24]"]),
        ("Acme has raised its prices for the first time since 2016.", ["[..2025-03-24]"]),
        ("Acme could have bought Bolt in 2009, it said.", []),
        ("Acme has not said when it will publish its accounts for 2024.", []),
        ("Acme made $3 million in the January-March period.", ["2025-Q1"]),
        ("Acme made $3 million in the April–December period of 2024.", ["2024-04/2024-12"]),
        ("Acme has to date sold 300 cars.", ["[..2025-03-24]"]),
        ("It was a duty Acme and Bolt had to the country.", []),
    ],
)
def test_what_only_names_or_ends_something_is_not_its_date(text: str, days: list[str]) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Acme made a profit of $3 million, its first since 2019.", ["[..2025-03-24]?"]),
        ("Acme's shares rose 4.1% in Zurich.", ["2025-03-24?"]),
        ("The warning sent Acme's shares 12% lower.", ["2025-03-24"]),
        ("Acme's shares had lost 20% before the bid.", ["[..2025-03-24]?"]),
        ("Acme's shares closed 3 per cent lower on Thursday.", ["2025-03-20"]),
        ("Acme is recalling 12,000 kettles.", ["2025-03-24"]),
        ("Acme said on Friday that it was closing its mill in Leeds.", ["2025-03-21"]),
        ("Acme is understood to be preparing a bid for Bolt.", ["/..?"]),
        ("Acme will not reopen its mill before the autumn of 2026.", ["[2026..]"]),
        ("The mill of Acme was not finished until 1998.", ["1998"]),
        ("Acme will expand to Spain, though not before 2029.", ["[2029..]"]),
        ("The mill closed in 2009, when Acme, its only customer, went bankrupt.", ["2009", "2009"]),
        ("Acme walked away from a merger announced in 2021.", ["[..2025-03-24]?", "2021"]),
        ("Acme had its licence revoked on Friday.", ["2025-03-21"]),
        ("As of January 31 Acme had $3 million in cash, enough for the first half.", ["2025-01-31"]),
        ("Acme picked it up from the receiver for $3 million in May 2021.", ["2021-05"]),
        ("Acme has pledged not to sell its shares for two years.", ["[..2025-03-24]"]),
        ("Acme will build the ships between the third quarter of 2026 and the end of 2027.", ["2026-Q3/2027"]),
        ("Acme came to Rome, where the city in May sold it a mill that will open in 2027.", ["2024-05", "2027"]),
        ("Shares in Acme were 9% lower in their busiest trading since its flotation in 2021.", ["2025-03-24"]),
        ("Acme will spend $2 million on restarting the mine, idle since 2016.", ["[2025-03-24..]", "2016/.."]),
        ("Acme confirmed the guidance issued in February.", ["[..2025-03-24]"]),
        ("For this year Acme confirmed its guidance.", ["[..2025-03-24]"]),
        ("Acme has offered staff a rise of 4% this year.", ["[..2025-03-24]"]),
        ("Its profit at Acme doubled from a year earlier in the fourth quarter.", ["2024-Q4"]),
        ("Acme cut its stake to 9 percent from 12 percent through block trades in May.", ["2024-05"]),
        ("Acme closed 5% lower at 118 rupees on Friday before the results were out.", ["2025-03-21"]),
        ("Acme lost a lawsuit in May, its shares have halved since January and agency Bolt cut its rating last week.",
         ["2024-05", "2025-01/2025-03-24", "2025-W12"]),
        ("Between May 2021 and June 2022, the court was told, Acme paid Bolt $3 million.", ["2021-05/2022-06"]),
        ("When Bolt came to Acme, in May 2023, it had lost two chief executives.", ["2023-05", "[..2023-05]"]),
        ("In the 1990s Acme was sold four times.", ["1990/1999"]),
        ("On 14 January, Acme refinanced its loan, extending its maturity to 2030.", ["2025-01-14"]),
        ("Acme completed its due diligence in January.", ["2025-01"]),
        ("In the 1960s Acme employed 900 people.", ["196X"]),
        ("Acme was founded in the 1960s.", ["196X"]),
        ("2019 was a better year for buying shares in Acme.", []),
        ("Last year Acme grew 190%, while Bolt lost $40,000 a month.", ["2024", "2024"]),
        ("On Friday Acme closed its mill in Spain, and Bolt hired 300 of the workers.", ["2025-03-21", "2025-03-21"]),
        ("Acme today published its report for the period October to December 2024.", ["2025-03-24"]),
        ("Acme cut its forecast and now expects earnings of $3 million.", ["[..2025-03-24]?", "[2025-03-24..]"]),
        ("Acme's order book was covered by Monday afternoon.", ["[..2025-03-24]"]),
        ("Acme's customers have been told to stop using the kettles.", ["[..2025-03-24]"]),
        ("Acme will resume shipments next Monday after an inspection in February found no faults.",
         ["2025-03-31", "2025-02"]),
        ("A fire on Christmas Eve destroyed Acme's main warehouse.", ["2024-12-24"]),
        ("A court on Tuesday fined Acme $12 million for rigging tenders in 2022.", ["2025-03-18"]),
        ("Acme's shares hit a record of more than US$100 in January.", ["2025-01"]),
        ("Acme will pay 640p a share, a premium of 58% to Bolt's closing price on November 18.", ["[2025-03-24..]"]),
        ("Acme's sales rose 3% in October to December.", ["2024-Q4"]),
        ("Acme moved a meeting in January to June 5.", ["2025-01"]),
        ("The merger of Acme is to be formally approved on June 25.", ["2025-06-25"]),
        ("Acme will sell packs priced under $2 in January.", ["2026-01"]),
        ("Acme will sell the brand launched in January.", ["[2025-03-24..]", "2025-01"]),
        ("The union at Acme has called a strike for Wednesday.", ["2025-03-26"]),
        ("A new round of talks has been called for Wednesday at Acme.", ["2025-03-26"]),
        ("Ada Byron will leave Acme at the end of the year to join Bolt.", ["2025?"]),
        ("At the end of 2023 Acme ran short of cash.", ["2023?"]),
        ("Acme's net debt fell to $1.2 billion from $1.5 billion at the start of the year.", ["[..2025-03-24]?"]),
        ("Acme was to have opened a hotel in May 2024.", ["2024-05?"]),
        ("Acme's sales rose 3% in the year to February.", ["2024-03/2025-02"]),
        ("A mediator has called Acme to a meeting on Wednesday.", ["2025-03-26?"]),
        ("Acme called on the state to help it in January.", ["2025-01"]),
        ("Acme called off a bid for Bolt in January.", ["2025-01"]),
        ("Acme invited bids for its mill on Friday.", ["2025-03-21"]),
        ("Acme lost $3 million in the last three months of last year.", ["2024-Q4"]),
        ("In 1983 Acme, which makes cars, left Rome.", ["1983"]),
        ("In May 2023 Acme, which makes cars, sold its mill.", ["2023-05"]),
        ("Acme plans to close its mill, which was built in 1998, in January.", ["2026-01", "1998"]),
        ("Acme will open a mill in May 2026. For the full year, it expects a profit of $3 million.",
         ["2026-05", "2025"]),
        ("Acme Corp on Friday upheld the fine, but cut the tax by $3 million.", ["2025-03-21", "2025-03-21"]),
        ("Sales fell, and in 2023 the banker Ada Byron, who owned 9%, demanded a vote.", ["2023"]),
        ("Acme sold its stake in Bolt, which makes pumps, in 2019.", ["2019"]),
        ("Acme lost its biggest client, which moved to cans, at the end of February.", ["2025-02"]),
        ("In its third quarter, which ended on September 30, Acme earned $3 million.", ["2024-Q3"]),
        ("A licence granted to Acme in November 2021 was revoked last Thursday.", ["2025-03-20", "2021-11"]),
        ("Under an order signed late on Friday, Acme will pay $3 million.", ["[2025-03-24..]", "2025-03-21"]),
        ("Having been fined in 2016 and again three years later, Acme was sold in 2022.", ["2022", "2016", "2019"]),
        ("Ten years after its founder bought it, Acme was sold in January.", ["2015", "2025-01"]),
        ("Ada Byron, on leave since February 7, has been replaced by her deputy at Acme.", ["[..2025-03-24]"]),
        ("Founded by Ada Byron in 1921, Acme made its name with cars and sold 500 ships.",
         ["[..2025-03-24]?", "1921"]),
        ("A £60m buyback, announced with those results, is to be completed by the end of May.",
         ["[2025-03-24..2025-05]"]),
        ("Acme postponed its report, originally planned for March 18, to April 3.", ["2025-04-03"]),
        ("Acme suspended its dividend for the second half.", ["[..2025-03-24]?"]),
        ("Acme is to pay $27 a share, a premium of 32% to its closing price on Tuesday.", ["[2025-03-24..]"]),
        ("Acme has pledged to cut its emissions by 2035.", ["[2025-03-24..2035]"]),
        ("During the 1980s Acme halved the price of its cars.", ["1980/1989"]),
        ("Last year saw Acme post a loss of $3 million.", ["2024"]),
        ("Acme at last broke even in January.", ["2025-01"]),
    ],
)  # fmt: skip
def test_what_a_date_belongs_to(text: str, days: list[str]) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Acme opened the plant in late March 2024.", ["2024-03"]),
        ("Acme opened the plant in late 2024.", ["2024?"]),
        ("Acme handled 2.9 million boxes in 2024, the fourth record this decade.", ["2024"]),
        ("Acme on Friday reported a profit of $3 million for the fourth quarter of 2024.", ["2024-Q4"]),
        ("Acme said it sold the mill, which it had bought in 2019.", ["[..2025-03-24]", "2019"]),
        ("Acme plans to add 15 stores in fiscal 2026.", ["2026?"]),
        ("Acme has closed a mill in May.", ["2025-05?"]),
        ("Acme closed a mill in May.", ["2024-05"]),
        ("Acme grew in 2019. It closed a mill in the third quarter of that year.", ["2019", "2019-Q3"]),
    ],
)
def test_a_mark_says_that_another_date_may_be_meant(text: str, days: list[str]) -> None:
    assert dated(text) == days


def test_what_the_text_before_dates_has_its_date() -> None:
    entry = (
        "January 9 – Acme opens a plant in Spain; its chief executive quits the firm. Bolt drops its bid for Acme.\n"
        "May – Bolt is sued."
    )
    years = "2019: Acme acquires Bolt for $3 million.\n2021 – Fires force Acme to close a mill that makes paper."
    assert dated(years) == ["2019", "2021"]
    assert dated("2017-2019 – Acme opens ten shops in Spain. The head office moved to Delft.") == ["2017/2019"] * 2
    assert dated(entry, date(2024, 12, 30)) == ["2024-01-09", "2024-01-09", "2024-01-09", "2024-05"]
    highlights = (
        "Acme grew.\n\nFirst quarter 2024 highlights\n• Revenue of $4 million\n• Adjusted profit rose by 9%\n"
        "• 14 stores opened in Spain"
    )
    assert dated(highlights) == ["2024-Q1", "2024-Q1", "2024-Q1"]
    assert dated(
        "Acme's profit rose 3% to $4 million in the first quarter of 2024. Revenue fell 2% to $9 million."
    ) == [
        "2024-Q1",
        "2024-Q1",
    ]


def test_results_are_of_the_period_that_the_text_reports_on() -> None:
    letter = "The year to 30 June 2024 was a poor one for Acme. Revenue slipped 3% to $4 million."
    assert dated(letter) == ["2023-07/2024-06"]
    report = "Acme reported net sales of $9 million for the fourth quarter of 2024. Paper sales rose 2% to $3 million."
    assert dated(report) == ["2024-Q4", "2024-Q4"]


def test_headings_of_a_chronology_may_be_ranges_and_its_entries_may_lack_a_verb() -> None:
    text = "Acme, a chronology\n\n1908\nFirst car tyre. A second plant follows two years later."
    text += "\n\n1917–1919\nRationing stops the mill."
    assert dated(text) == ["1908", "1910", "1917/1919"]
    assert dated("1908 – Acme opens a shop.\nMay 2024: Byron ousted.") == ["1908", "2024-05"]


def test_the_entries_of_a_chronology_are_over() -> None:
    text = """2024 in review

January 9 – Acme opens a plant in Spain.
March 5: Bolt buys a rival in Chile
May – Acme and its rival are sued by Bolt.
November 20 — Ada Byron is named chief executive of Acme.
"""
    days = ["2024-01-09", "2024-03-05", "2024-05", "2024-11-20"]
    assert dated(text, date(2024, 12, 30)) == days
    assert dated(text, date(2025, 2, 1)) == days
    assert dated(f"Acme\n\n{text}", date(2025, 2, 1)) == days


def test_entries_begin_with_what_dates_them_and_their_months_are_of_its_year() -> None:
    text = """Acme was founded in Rome.

2014: Ada Byron and her brother Carl start Acme in Rome.
October 2016: Acme shows a car in Paris.
2022: Production begins in Turin in April.
Q3 2024: Deliveries climb to 1,870 vans.
Early 2025: Acme cuts 40% of its jobs.
Aug. 11-15, 2025: Workers at Turin are furloughed.
"""
    article = read_article(text.encode(), "article.txt")
    found = draft(article.text, date(2025, 10, 9), Registries())
    assert [f"{each.date} {each.title}" for each in found][1:] == [
        "2014 Ada Byron and her brother Carl start Acme in Rome",
        "2016-10 Acme shows a car in Paris",
        "2022-04 Production begins in Turin",
        "2024-Q3 Deliveries climb to 1,870 vans",
        "2025 Acme cuts 40% of its jobs",
        "2025-08-11/2025-08-15 Workers at Turin are furloughed",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Acme gave Bolt until Friday to improve a proposal.", "[..2025-03-24]"),
        ("Acme voted the scheme through in July.", "2024-07"),
        ("Acme's launch has been shelved until after the summer.", "[..2025-03-24]"),
        ("Refunds have been paid by Acme within 14 days of registration.", "[..2025-03-24]"),
        ("Two sites with a combined capacity of 2 GW have gone to Acme.", "[..2025-03-24]"),
        ("The intruders got into Acme on March 2. Acme shut the system down the same night.", "2025-03-02"),
        ("Acme told analysts this week that it had sold 14 mills.", "[..2025-03-24]"),
    ],
)
def test_a_date_that_is_not_of_the_verb(text: str, day: str) -> None:
    assert draft(text, date(2025, 3, 24), Registries())[-1].date == day


def test_an_item_that_begins_with_a_verb_is_over() -> None:
    text = "Highlights\n\n- Received approval for the pill of Acme on May 18; launch in Rome is planned for May 30.\n"
    found = draft(text, date(2025, 3, 24), Registries())
    assert [each.date for each in found] == ["2024-05-18", "2025-05-30"]


@pytest.mark.parametrize(
    ("text", "review"),
    [
        ("Last February, Acme paid a fine.", '"Last February" may be another one'),
        ("Acme sold its mill.", "the text does not say when"),
        ("Acme has sold its mill.", None),
        ("Acme promised to sell its mill.", None),
        ("Acme said it sold its mill.", None),
        ("Sales were $67 million at Acme. Net loss narrowed to $9 million.", "the text does not say for which period"),
    ],
)
def test_a_date_that_is_often_wrong_is_marked(text: str, review: str | None) -> None:
    assert draft(text, date(2025, 3, 24), Registries())[-1].reviews.get("date") == review


@pytest.mark.parametrize(("month", "year", "review"), [(3, "2024", None), (4, "2025", '"the year" may be another one')])
def test_the_year_is_the_last_one_until_march(month: int, year: str, review: str | None) -> None:
    [made] = draft("For the year, Acme reported a profit of $402 million.", date(2025, month, 24), Registries())
    assert (made.date, made.reviews.get("date")) == (year, review)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Acme said farmers had sold 28% of the 2024/25 crop by March 8.", ["/2025-03-08"]),
        ("Not since Rome sold it in 1993 had Acme taken such a hit.", []),
        ("Acme, shut since 1 July, is expected to save $14 million in 2028.", ["2028", "2024-07-01/.."]),
        ("Bankers expect the shares of Acme to be priced in the second quarter.", ["2025-Q2"]),
    ],
)
def test_dates_of_constructions(text: str, dates: list[str]) -> None:
    assert [each.date for each in draft(text, date(2025, 3, 24), Registries())] == dates


@pytest.mark.parametrize(
    "dateline",
    [
        "Apr. 11, 2025 -- ",
        "Apr. 11, 2025 (ACME NEWSWIRE) -- ",
        "NEW YORK, N.Y., Apr. 11, 2025 (ACME NEWSWIRE) -- ",
        "Austin, Texas, April 11, 2025 /ACME News/ -- ",
        "SAN JOSE, Calif.--(ACME WIRE)--",
        "Seoul, 11 April 2025 – ",
        "Essen, Germany - ",
        "Essen (dpa) – ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    text = f"{dateline}The company opened a plant in Spain on Friday and hired 300 people."
    article = read_article(text.encode(), "article.txt")
    [first, *_] = draft(article.text, date(2025, 4, 12), Registries())
    assert (first.date, first.title[:26]) == ("2025-04-11", "The company opened a plant")
    assert not first.reviews.get("date")
    assert [figure["value"] for figure in first.figures] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Acme opened a store in Rome in 2019, only to close it in 2021.", ["2019", "2021"]),
        ("The mill reopened in 2003, only to be mothballed again in 2009.", ["2003", "2009"]),
        ("Pre-orders open on April 20, with deliveries to follow in June.", ["2025-04-20", "2025-06"]),
        ("Work on the plant started in January, with completion to follow next year.", ["2025-01", "2026"]),
        ("Acme opened three stores in 2021 and four more in 2022.", ["2021", "2022"]),
        ("Revenue of Acme rose 4% in 2022 and 5% in 2023.", ["2022", "2023"]),
        ("The deal with Acme was cleared in January, approved in February and closed on March 3.",
         ["2025-01", "2025-02", "2025-03-03"]),
        ("By the spring of 2023 Acme had run out of cash; in May it sued its bank.", ["[..2023]", "2024-05"]),
        ("Acme shut its mill in Leeds, and in 2019 it sold the site.", ["[..2025-03-24]", "2019"]),
        ("Founded in 1961, sold to Acme in 1999 and closed in 2010, the mill is a ruin.", ["1961", "1999", "2010"]),
    ],
)  # fmt: skip
def test_a_further_event_has_its_own_date(text: str, days: list[str]) -> None:
    assert sorted(each.rstrip("?") for each in dated(text)) == sorted(days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("From 2015 to 2018 the mill was run by a trustee of Acme.", ["2015/2018"]),
        ("Between January and February the yard of Acme laid off 300 welders.", ["[2025-01..2025-02]"]),
        ("Twice in 2021, and again in February, the regulator fined Acme Foods.", ["2025-02", "2021"]),
        ("From Friday, Acme charges for cabin bags.", ["2025-03-28"]),
        ("Strong winds knocked out two cranes of Acme on March 3.", ["2025-03-03"]),
        ("The council of Leeds waved through the plan in January by nine votes to two.", ["2025-01"]),
        ("The plant of Acme, shut in a fire in January, will reopen in May.", ["2025-05", "2025-01"]),
        ("The trial against Acme has slipped to September.", ["2025-09"]),
        ("A letter dated March 3 informed the bank of Acme of the default.", ["2025-03-03"]),
        ("Acme plans to start a network this year, having bought the permit in January.", ["2025", "2025-01"]),
        ("Acme met its lenders on March 3. It missed a payment a week later.", ["2025-03-03", "2025-03-10"]),
        ("Acme employs 540 people.", ["/..?"]),
        ("24 March 2025\n\nThe bank agreed to settle with Acme.", ["[..2025-03-24]"]),
    ],
)  # fmt: skip
def test_dates_before_the_subject_and_before_what_is_ahead(text: str, days: list[str]) -> None:
    assert [each.removesuffix("?") if each != "/..?" else each for each in dated(text)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Acme opened its plant in the spring of 2022.", ["2022"]),
        ("Acme will open its plant next spring.", ["2026"]),
        ("Acme opened its plant in the winter of 2022.", ["2022?"]),
        ("Acme opened its plant in the spring.", ["2025?"]),
        ("Unions at Acme have called a strike for April 15.", ["2025-04-15"]),
    ],
)
def test_what_names_its_year_or_is_called_for_a_day_is_sure(text: str, days: list[str]) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Milestones of Acme\n\n1887\n\nOle Brandal dies on 4 February.\n\n1976\n\nAcme shuts its mill in May.",
         ["1887-02-04", "1976-05"]),
        ("1958 – Launch of the Spark.\n1979 – Merger with Bolt Marine.\n1983 – Taken over by the Lanark Group.",
         ["1958", "1979", "1983"]),
        ("1893 The brothers Jo and Jan Aldous set up a soap works.\n1908 The army becomes a customer.\n"
         "1947–52 Bolt Marine of Turku supplies machines.\nMay 1974 Strike at the works.\n2031 Its patents expire.",
         ["1893", "1908", "1947/1952", "1974-05", "2031"]),
        ("* 1958 - Acme opens a hotel.\n* 1974-1989 - It expands to Malta.\n* July 2022 - Bolt buys Acme.",
         ["1958", "1974/1989", "2022-07"]),
        ("The bank in dates\n\n2023\n\nJanuary 9 – Acme opens a plant in Oslo\nMarch 7: Acme closes a plant in Rome",
         ["2023-01-09", "2023-03-07"]),
        ("Key dates\n\n2 May 2023: Acme shares lose 38%.\n3 May: Acme suspends trading.\n1 June: Acme sacks its chief.",
         ["2023-05-02", "2023-05-03", "2023-06-01"]),
        ("2024 Revenue at Acme rose by 8% in May.", ["2024-05"]),
        ("Oct. 8, 2024: Acme shuts its mill.\nOct. 8, 2025: Creditors are due to meet.", ["2024-10-08", "2025-10-08"]),
        ("Founded in a hut in Rome in 2012, bought by the Almada family in 2016 and rebranded in 2019, Acme sells tea.",
         ["2012", "2016", "2019"]),
        ("Carved out of the post office in 1994, Acme sells stamps.", ["1994"]),
        ("Acme reports on Friday.", ["2025-03-28"]),
        ("Acme will ship its tractors in the fall, and Bolt its own.", ["2025?"]),
        ("May 5 saw the launch of the Spark by Acme.", ["2024-05-05"]),
        ("The 1st of March marked the handover of Acme's mill.", ["2025-03-01"]),
    ],
)  # fmt: skip
def test_chronologies_lists_and_results(text: str, days: list[str]) -> None:
    assert sorted(dated(text)) == days


def test_what_was_said_then_begins_then() -> None:
    assert dated("Acme said in May 2023 it would cut 500 jobs by 2027.") == ["[2023-05..2027]"]
    assert dated("Acme said it would cut 500 jobs by 2027.") == ["[2025-03-24..2027]"]
