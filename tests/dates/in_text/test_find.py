"""Expressions of time in English text: where they are, their TIMEX3 type and value, and their date.

The publication day is Monday 24 March 2025.
"""

from __future__ import annotations

import time
from datetime import date

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.in_text.find import expressions
from timeline_cli.dates.in_text.fiscal_end import fiscal_year_end
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.dates.in_text.timex import as_timex
from timeline_cli.drafting.tense import tense_in

P = date(2025, 3, 24)


def found(text: str, published: date = P) -> list[Expression]:
    return expressions(text, published, tense_in(text), fiscal_year_end(text))


# text, expression, type, value, date
CASES = [
    ("Profit will not rise in what is the worst slump in four years.", "in four years", "DURATION", "P4Y", None),
    ("Its plant will be the first in two years.", "in two years", "DURATION", "P2Y", None),
    ("Sales fell between January and March.", "March", "DATE", "2025-03", "[2025-01..2025-03]"),
    ("It rose in the year to March 2024.", "the year to March 2024", "DATE", "P1Y", "2023-04/2024-03"),
    ("It left in 2019. A team came that July.", "that July", "DATE", "2019-07", "2019-07"),
    ("It left in 2019 and came back two years later.", "two years later", "DATE", "2027", "2021"),
    ("It left in 2019 and came back two years afterwards.", "two years afterwards", "DATE", "2027", "2021"),
    ("It left in 2019, having come two years previously.", "two years previously", "DATE", "2023", "2017"),
    ("It will close the works two years hence.", "two years hence", "DATE", "2027", "2027"),
    ("Imports fell in the first ten months.", "the first ten months", "DURATION", "P10M", "2024-01/2024-10"),
    ("The plant opened on March 3, 2024.", "March 3, 2024", "DATE", "2024-03-03", "2024-03-03"),
    ("The plant opened on 3 March 2024.", "3 March 2024", "DATE", "2024-03-03", "2024-03-03"),
    ("The plant opened on Friday, Jan. 17, 2025.", "Friday, Jan. 17, 2025", "DATE", "2025-01-17", "2025-01-17"),
    ("It was founded on 2019-05-04.", "2019-05-04", "DATE", "2019-05-04", "2019-05-04"),
    ("The deal closed on 3/21/2025.", "3/21/2025", "DATE", "2025-03-21", "2025-03-21"),
    ("The deal closed on 21/3/25.", "21/3/25", "DATE", "2025-03-21", "2025-03-21"),
    ("The deal closed on 5/6/2024.", "5/6/2024", "DATE", "2024-05-06", None),
    ("The fair ran from Feb. 26 to March 1.", "Feb. 26", "DATE", "2025-02-26", "2025-02-26/2025-03-01"),
    ("It closed on Monday of last week.", "Monday of last week", "DATE", "2025-03-17", "2025-03-17"),
    ("It closed last night.", "last night", "TIME", "2025-03-23TNI", "2025-03-23"),
    ("It closed two hours ago.", "two hours ago", "TIME", "2025-03-24", None),
    ("It closed several years ago.", "several years ago", "DATE", "PAST_REF", None),
    ("It will decide over the next year.", "the next year", "DURATION", "P1Y", "[2025-03-24..2026]"),
    ("Sales fell in the past year.", "the past year", "DURATION", "P1Y", None),
    ("It will close within two weeks.", "within two weeks", "DURATION", "P2W", "[2025-03-24..2025-04-07]"),
    ("It grew in Q2 2024. Profit fell in the quarter.", "the quarter", "DATE", "2024-Q2", "2024-Q2"),
    ("Profit fell in the quarter.", "the quarter", "DATE", "2024-Q4", "2024-Q4"),
    ("It left in 2019. It hired ten in the year.", "the year", "DATE", "2019", "2019"),
    ("It hired ten during the year.", "the year", "DATE", "2024", "2024"),
    ("It will hire ten during the year.", "the year", "DATE", "2025", "2025"),
    ("It has been shut since 1 July.", "1 July", "DATE", "2024-07-01", "2024-07-01/.."),
    ("The fair ran on May 6-12, 2024.", "May 6-12, 2024", "DATE", "2024-05-06", "2024-05-06/2024-05-12"),
    ("The plant opened in March 2024.", "March 2024", "DATE", "2024-03", "2024-03"),
    ("The plant opened in 2006.", "2006", "DATE", "2006", "2006"),
    ("It has run the plant since 2006.", "2006", "DATE", "2006", "2006/.."),
    ("It built the house about 1911.", "1911", "DATE", "1911", "1911~"),
    ("It grew in 2019. It fell in the third quarter of that year.", "the third quarter of that year", "DATE", "2019-Q3",
     "2019-Q3"),
    ("It left in 2019 and came back the year after to sell it.", "the year after", "DATE", "2026", "2020"),
    ("January was slow. It lost ten clients during the month.", "the month", "DATE", "2025-01", "2025-01"),
    ("It fell in the fiscal year that ended in June.", "the fiscal year that ended in June", "DATE", "P1Y",
     "2023-07/2024-06"),
    ("The permit came through last week.", "last week", "DATE", "2025-W12", "2025-W12"),
    ("As early as 1911 it made blades.", "As early as 1911", "DATE", "1911", "1911"),
    ("It has offered to work longer starting Friday.", "Friday", "DATE", "2025-03-28", "2025-03-28"),
    ("The grant came last Christmas Eve.", "last Christmas Eve", "DATE", "2024-12-24", "2024-12-24"),
    ("Sales fell in the six weeks to Christmas Eve.", "the six weeks to Christmas Eve", "DATE", "2024-12-24",
     "2024-11-13/2024-12-24"),
    ("Sales rose in the 17 weeks ended March 9.", "the 17 weeks ended March 9", "DATE", "2025-03-09",
     "2024-11-11/2025-03-09"),
    ("It lost money in the six months to the end of June.", "the six months to the end of June", "DATE", "P6M",
     "2024-H1"),
    ("It ran the shop until 2019.", "2019", "DATE", "2019", "../2019"),
    ("It has until 5 p.m. on Friday to bid.", "Friday", "DATE", "2025-03-28", "[2025-03-24..2025-03-28]"),
    ("The court has given the firm until midnight on April 4 to bid.", "April 4", "DATE", "2025-04-04",
     "[2025-03-24..2025-04-04]"),
    ("The match was postponed until 15:00 GMT Saturday.", "Saturday", "DATE", "2025-03-29", "2025-03-29"),
    ("The hearing was moved to June.", "June", "DATE", "2025-06", "2025-06"),
    ("The vote was put off until after the local elections in May.", "May", "DATE", "2025-05", "2025-05"),
    ("It will be free of debt by the end of the decade.", "the end of the decade", "DATE", "202", "[2025-03-24..2029]"),
    ("It made a loss in October through December.", "December", "DATE", "2024-12", "2024-Q4"),
    ("Sales fell in the final three months of 2024.", "the final three months of 2024", "DURATION", "P3M",
     "2024-Q4"),
    ("It made a profit in the opening quarter of 2024.", "the opening quarter of 2024", "DATE", "2024-Q1", "2024-Q1"),
    ("It opened the mill a week later than planned.", "a week later", "DURATION", "P1W", None),
    ("It owed the bank $3 million at year-end.", "year-end", "DATE", "2024", "2024"),
    ("It has threatened to strike in May.", "May", "DATE", "2025-05", "2025-05"),
    ("It has been closed since May.", "May", "DATE", "2024-05", "2024-05/.."),
    ("The fair takes place this weekend.", "this weekend", "DATE", "2025-W13-WE", "[2025-03-29..2025-03-30]"),
    ("It halted work this spring.", "this spring", "DATE", "2025-SP", "2025"),
    ("It meets every August.", "every August", "SET", "P1Y", None),
    ("It shut in 2019. Ada Byron left at the time.", "the time", "DATE", "PAST_REF", "2019"),
    ("The vote is two weeks from today.", "two weeks from today", "DATE", "2025-04-07", "2025-04-07"),
    ("The report is due before May is out.", "May is out", "DATE", "2025-05", "[2025-03-24..2025-05]"),
    ("Come June, it will be sold.", "June", "DATE", "2025-06", "2025-06"),
    ("It will build ten plants by 2030.", "2030", "DATE", "2030", "[2025-03-24..2030]"),
    ("It had closed the plant by 2019.", "2019", "DATE", "2019", "[..2019]"),
    ("It will be ready by the end of 2026.", "end of 2026", "DATE", "2026", "[2025-03-24..2026]"),
    ("It left the market before 2015.", "2015", "DATE", "2015", "[..2015]"),
    ("The plant ran from 2010 to 2014.", "2010", "DATE", "2010", "2010/2014"),
    ("It was sold between 2010 and 2014.", "2014", "DATE", "2014", "[2010..2014]"),
    ("The flu season of 2009-10 was mild.", "10", "DATE", "2010", "2009/2010"),
    ("It began in the 1990s.", "the 1990s", "DATE", "199", "199X"),
    ("It was built in the 19th century.", "the 19th century", "DATE", "18", "18XX"),
    ("The plant opened in February.", "February", "DATE", "2025-02", "2025-02"),
    ("The plant opened in November.", "November", "DATE", "2024-11", "2024-11"),
    ("The plant will open in May.", "May", "DATE", "2025-05", "2025-05"),
    ("The plant will open in February.", "February", "DATE", "2026-02", "2026-02"),
    ("The plant opened on March 3.", "March 3", "DATE", "2025-03-03", "2025-03-03"),
    ("The plant opened on Nov. 30.", "Nov. 30", "DATE", "2024-11-30", "2024-11-30"),
    ("The vote is due on April 2.", "April 2", "DATE", "2025-04-02", "2025-04-02"),
    ("The offer was extended to April 9.", "April 9", "DATE", "2025-04-09", "2025-04-09"),
    ("They met on Saturday.", "Saturday", "DATE", "2025-03-22", "2025-03-22"),
    ("They met on Monday.", "Monday", "DATE", "2025-03-24", "2025-03-24"),
    ("They will meet on Friday.", "Friday", "DATE", "2025-03-28", "2025-03-28"),
    ("They met last Monday.", "last Monday", "DATE", "2025-03-17", "2025-03-17"),
    ("They meet next Monday.", "next Monday", "DATE", "2025-03-31", "2025-03-31"),
    ("They met on Thursday evening.", "Thursday evening", "TIME", "2025-03-20TEV", "2025-03-20"),
    ("The shares fell today.", "today", "DATE", "2025-03-24", "2025-03-24"),
    ("The shares fell yesterday.", "yesterday", "DATE", "2025-03-23", "2025-03-23"),
    ("The vote is tomorrow.", "tomorrow", "DATE", "2025-03-25", "2025-03-25"),
    ("It travelled this week.", "this week", "DATE", "2025-W13", "2025-W13"),
    ("It met last week.", "last week", "DATE", "2025-W12", "2025-W12"),
    ("It cut jobs last month.", "last month", "DATE", "2025-02", "2025-02"),
    ("It sold 140,000 units last year.", "last year", "DATE", "2024", "2024"),
    ("It will invest more next year.", "next year", "DATE", "2026", "2026"),
    ("It cut jobs last quarter.", "last quarter", "DATE", "2024-Q4", "2024-Q4"),
    ("It met last weekend.", "last weekend", "DATE", "2025-W12-WE", "[2025-03-22..2025-03-23]"),
    ("It was founded two years ago.", "two years ago", "DATE", "2023", "2023"),
    ("Sales rose 5% in the 0 weeks to 27 April.", "27 April", "DATE", "2025-04-27", "2025-04-27"),
    ("On Friday it paid for the loss of the week before.", "the week before", "DURATION", "P1W", "2025-W11"),
    ("It met three weeks ago.", "three weeks ago", "DATE", "2025-W10", "2025-W10"),
    ("It met four days ago.", "four days ago", "DATE", "2025-03-20", "2025-03-20"),
    ("It met a month ago.", "a month ago", "DATE", "2025-02", "2025-02"),
    ("They meet this coming Sunday.", "coming Sunday", "DATE", "2025-03-30", "2025-03-30"),
    ("The fair begins next Tuesday.", "next Tuesday", "DATE", "2025-04-01", "2025-04-01"),
    ("It will invest more over the next three years.", "the next three years", "DURATION", "P3Y", "[2025-03-24..2028]"),
    ("It will invest more in the next two years.", "in the next two years", "DURATION", "P2Y", "[2025-03-24..2027]"),
    ("It will invest more over the next decade.", "the next decade", "DURATION", "P10Y", "[2025-03-24..2035]"),
    ("It grew in the 12 months to March 2024.", "the 12 months to March 2024", "DATE", "P1Y", "2023-04/2024-03"),
    ("It grew in the year to 31 March.", "the year to 31 March", "DATE", "P1Y", "2023-04/2024-03"),
    ("It opened in 2006. It left a year later.", "a year later", "DATE", "2026", "2007"),
    ("It opened in May 2006. It left six months later.", "six months later", "DURATION", "P6M", "2006-11"),
    ("It left in 2006. It closed the year before.", "the year before", "DATE", "2024", "2005"),
    ("It left in 2006. It closed two years after that.", "two years after that", "DATE", "2027", "2008"),
    ("It grew in Q3 2023. It shrank in the following quarter.", "the following quarter", "DATE", "2023-Q4", "2023-Q4"),
    ("It grew in Q3 2023. It hired in the same period.", "the same period", "DATE", "2023-Q3", "2023-Q3"),
    ("It closed two years before the merger.", "two years before", "DATE", "2023", None),
    ("It will open on January 1 next year.", "January 1 next year", "DATE", "2026-01-01", "2026-01-01"),
    ("It opened on 3 May of last year.", "3 May of last year", "DATE", "2024-05-03", "2024-05-03"),
    ("It will close the week after next.", "the week after next", "DATE", "2025-W15", "2025-W15"),
    ("It closed the year before last.", "the year before last", "DATE", "2023", "2023"),
    ("It grew in the July-to-September quarter.", "the July-to-September quarter", "DATE", "2024-Q3", "2024-Q3"),
    ("It grew in the April-June quarter.", "the April-June quarter", "DATE", "2024-Q2", "2024-Q2"),
    ("It closed two years after the merger.", "two years after", "DURATION", "P2Y", None),
    ("It met a fortnight ago.", "a fortnight ago", "DATE", "2025-W11", "2025-W11"),
    ("It will meet in a fortnight.", "in a fortnight", "DATE", "2025-W15", "2025-W15"),
    ("It met on March 3 and left a fortnight later.", "a fortnight later", "DURATION", "P2W", "2025-03-17"),
    ("It waited for a fortnight.", "a fortnight", "DURATION", "P2W", None),
    ("It met at the weekend.", "the weekend", "DATE", "2025-W12-WE", "[2025-03-22..2025-03-23]"),
    ("It will meet over the weekend.", "the weekend", "DATE", "2025-W13-WE", "[2025-03-29..2025-03-30]"),
    ("It opened in May 2014 and left the following spring.", "the following spring", "DATE", "2015-SP", "2015"),
    ("It opened in May 2014 and left the following November.", "the following November", "DATE", "2014-11", "2014-11"),
    ("It opened in May 2014. In May of the following year it left.", "May of the following year", "DATE", "2015-05",
     "2015-05"),
    ("It opened on June 2, 2014, and left that Friday.", "that Friday", "DATE", "2014-06-06", "2014-06-06"),
    ("It opened on June 2, 2014. It left the following Monday.", "the following Monday", "DATE", "2014-06-09",
     "2014-06-09"),
    ("It opened on June 2, 2014. It left the same evening.", "the same evening", "TIME", "2014-06-02TEV", "2014-06-02"),
    ("It left the following Friday.", "the following Friday", "DATE", "2025-03-21", None),
    ("It rose in January and February.", "February", "DATE", "2025-02", "2025-01/2025-02"),
    ("It lost money in both 2020 and 2021.", "2021", "DATE", "2021", "2020/2021"),
    ("It issued bonds in 2019 and 2021.", "2019", "DATE", "2019", "2019"),
    ("It rose in 2020 and 2021 profit fell.", "2020", "DATE", "2020", "2020"),
    ("It issued bonds in March and June 2023.", "March", "DATE", "2023-03", "2023-03"),
    ("It ran from November to February 2024.", "November", "DATE", "2023-11", "2023-11/2024-02"),
    ("It rose in the first quarter but fell in the second.", "the second", "DATE", "2025-Q2", "2025-Q2"),
    ("It will close before the year is out.", "the year is out", "DATE", "2025", "[2025-03-24..2025]"),
    ("It will close by the year's end.", "the year's end", "DATE", "2025", "[2025-03-24..2025]"),
    ("It will close by end-June.", "end-June", "DATE", "2025-06", "[2025-03-24..2025-06]"),
    ("No later than June 30, it will close.", "No later than June 30", "DATE", "2025-06-30",
     "[2025-03-24..2025-06-30]"),
    ("Sales rose in Q3'24.", "Q3'24", "DATE", "2024-Q3", "2024-Q3"),
    ("Sales rose in 3Q24.", "3Q24", "DATE", "2024-Q3", "2024-Q3"),
    ("Sales rose in 1H24.", "1H24", "DATE", "2024-H1", "2024-H1"),
    ("Sales rose in Q3 FY24.", "Q3 FY24", "DATE", "2024-Q3", None),
    ("It sold cars for Rs 2 crore in Q3 FY24.", "Q3 FY24", "DATE", "2023-Q4", "2023-Q4"),
    ("It sold cars for Rs 2 crore in 3QFY24.", "3QFY24", "DATE", "2023-Q4", "2023-Q4"),
    ("It sold cars for Rs 2 crore in H1 FY24.", "H1 FY24", "DATE", "2024-H1", "2023-04/2023-09"),
    ("It sold cars for Rs 2 crore in FY2023-24.", "FY2023-24", "DATE", "2024", "2023-04/2024-03"),
    ("It sold cars for Rs 2 crore last fiscal.", "last fiscal", "DATE", "2024", "2023-04/2024-03"),
    ("It sold cars for Rs 2 crore in the first half.", "the first half", "DATE", "2025-H1", "2024-04/2024-09"),
    ("It grew in the half-year to September 30.", "the half-year to September 30", "DATE", "P6M",
     "2024-04/2024-09"),
    ("It grew in the 52 weeks to 29 March 2024.", "the 52 weeks to 29 March 2024", "DATE", "P1Y",
     "2023-04/2024-03"),
    ("Half-year turnover rose to €3 million.", "Half-year", "DATE", "2024-H2", "2024-H2"),
    ("Sales rose in the fourth quarter.", "the fourth quarter", "DATE", "2024-Q4", "2024-Q4"),
    ("Sales rose in the third quarter of 2023.", "the third quarter of 2023", "DATE", "2023-Q3", "2023-Q3"),
    ("It will open in the second quarter.", "the second quarter", "DATE", "2025-Q2", "2025-Q2"),
    ("Sales rose in Q3 2024.", "Q3 2024", "DATE", "2024-Q3", "2024-Q3"),
    ("It lost money in the first half of 2024.", "the first half of 2024", "DATE", "2024-H1", "2024-H1"),
    ("It lost money in the first nine months of 2024.", "the first nine months of 2024", "DURATION", "P9M",
     "2024-01/2024-09"),
    ("Profit rose in the quarter ended Dec. 31.", "the quarter ended Dec. 31", "DATE", "2024-Q4", "2024-Q4"),
    ("It expects growth in fiscal 2026.", "fiscal 2026", "DATE", "2026", "2026"),
    ("It waited for two years.", "two years", "DURATION", "P2Y", None),
    ("It made $3 million in the third quarter, up from $2 million a year earlier.", "a year earlier", "DATE", "2023-Q3",
     "2023-Q3"),
    ("Third-quarter sales were $3 million. A year earlier they were $2 million.", "A year earlier", "DATE", "2023-Q3",
     "2023-Q3"),
    ("It lost $3 million in the first half. In the year-ago period it made $2 million.", "the year-ago period", "DATE",
     "2023-H1", "2023-H1"),
    ("It bought the mill in March 2023. A year earlier it had sold one.", "A year earlier", "DATE", "2024", "2022"),
    ("It was hired in the third quarter. A year ago it was a shop.", "A year ago", "DATE", "2024", "2024"),
    ("It reported fourth-quarter results. Sales in the latest period rose.", "the latest period", "DATE", "2024-Q4",
     "2024-Q4"),
    ("It will appeal Wednesday's ruling.", "Wednesday", "DATE", "2025-03-19", "2025-03-19"),
    ("It will sell the mill after Wednesday's meeting.", "Wednesday", "DATE", "2025-03-26", "[2025-03-26..]"),
    ("The offer had been due to expire Friday.", "Friday", "DATE", "2025-03-21", "2025-03-21"),
    ("All of them had filed reports by Wednesday.", "Wednesday", "DATE", "2025-03-19", "[..2025-03-19]"),
    ("Until Thursday, they had not called.", "Thursday", "DATE", "2025-03-20", "../2025-03-20"),
    ("The terms of the plan, announced Friday, will change.", "Friday", "DATE", "2025-03-21", "2025-03-21"),
    ("It is ready to leave as soon as Tuesday.", "as soon as Tuesday", "DATE", "2025-03-25", "[2025-03-25..]"),
    ("It expects growth in the coming years.", "the coming years", "DURATION", "PXY", None),
    ("It is expected to raise rates at Thursday's announcement.", "Thursday", "DATE", "2025-03-27", "2025-03-27"),
    ("It had agreed to pay by Friday.", "Friday", "DATE", "2025-03-28", "[2025-03-24..2025-03-28]"),
    ("Profit rose in the fourth quarter. It was founded in 1998. A year earlier he left.", "A year earlier", "DATE",
     "2024", "1997"),
    ("It will open in May. 200 jobs will be created.", "May", "DATE", "2025-05", "2025-05"),
    ("The two-day forum began.", "The two-day", "DURATION", "P2D", None),
    ("The shop waited for decades.", "decades", "DURATION", "PXDE", None),
    ("It pays a dividend every quarter.", "every quarter", "SET", "P1Q", None),
    ("The bus runs daily.", "daily", "SET", "P1D", None),
    ("Talks ended at 3 p.m.", "3 p.m.", "TIME", "2025-03-24T15:00", None),
    ("It is now a client.", "now", "DATE", "PRESENT_REF", None),
    ("It recently hired a lawyer.", "recently", "DATE", "PAST_REF", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "value", "strict"), CASES, ids=[case[0] for case in CASES])
def test_an_expression(text: str, words: str, kind: str, value: str, strict: str | None) -> None:
    [one] = [each for each in found(text) if each.text == words]
    assert (one.type, one.value, one.date) == (kind, value, strict)
    assert text[one.begin : one.end] == words
    assert strict is None or parse_date(strict).text == strict


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Sales rose in the year ended March 31, 2024.",
         [("the year", "DURATION", "P1Y", "2023-04/2024-03"), ("March 31, 2024", "DATE", "2024-03-31", "2024-03-31")]),
        ("It lost money in its fourth quarter ended June 30.",
         [("its fourth quarter", "DATE", "2024-Q4", "2024-Q2"), ("June 30", "DATE", "2024-06-30", "2024-06-30")]),
        ("It grew in the year to March.",
         [("the year", "DURATION", "P1Y", "2023-04/2024-03"), ("March", "DATE", "2024-03", "2024-03")]),
        ("It grew in the June quarter.", [("the June quarter", "DATE", "2024-Q2", "2024-Q2")]),
        ("He left at 10 p.m. EST on Friday.", [("10 p.m. EST on Friday", "TIME", "2025-03-21T22:00", "2025-03-21")]),
        ("It fell at 9 a.m. It rose on Friday.",
         [("9 a.m.", "TIME", "2025-03-24T09:00", None), ("Friday", "DATE", "2025-03-21", "2025-03-21")]),
    ],
)  # fmt: skip
def test_a_list_of_expressions_is_as_timex3_has_it(text: str, rows: list[tuple[str, str, str, str | None]]) -> None:
    listed = [*as_timex(text, found(text))]
    assert [(each.text, each.type, each.value, each.date) for each in listed] == rows
    assert all(text[each.begin : each.end] == each.text for each in listed)


@pytest.mark.parametrize(
    "text",
    [
        "The Russell 2000 index rose.",
        "It employs 2000 people in Spain.",
        "The bank may sell its stake.",
        "They march through the streets.",
        "Section 2019 of the law applies.",
        "It paid $2025 for the part.",
        "The 2,024 units were sold.",
        "The 55-year-old engineer joined.",
        "It recalled the Revontuli H2, a heater.",
        "It has a half-year lease.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("words", "strict"), [("late 2006", "2006"), ("early May", "2024-05"), ("the summer of 2019", "2019")]
)
def test_a_part_without_bounds_is_vague(words: str, strict: str) -> None:
    [one] = found(f"The plant opened in {words}.")
    assert one.vague
    assert one.date == strict


def test_a_rough_distance_is_vague() -> None:
    assert [each.vague for each in found("It left nearly two years ago. It left two years ago.")] == [True, False]
    assert [each.vague for each in found("It left on March 3. It sued less than a week later.")] == [False, True]


def test_the_end_of_a_period_bounds_it_exactly() -> None:
    [one] = found("The plant will open by the end of 2026.")
    assert not one.vague


def test_a_quarter_that_the_text_ends_fixes_the_fiscal_year() -> None:
    text = "Sales rose in the fiscal first quarter. The fiscal first quarter ended Dec. 28, 2024."
    assert fiscal_year_end(text) == 9
    assert found(text)[0].date == "2024-Q4"
    assert fiscal_year_end("The fiscal year ended March 31.") == 3
    assert fiscal_year_end("Sales rose in fiscal 2024, which ended on September 30.") == 9
    assert fiscal_year_end("Sales rose to Rs 40 crore.") == 3
    assert fiscal_year_end("Sales rose to Rs 40 billion.") is None
    assert fiscal_year_end("Sales rose in the first quarter.") is None


@pytest.mark.parametrize("text", ["In 2024-" * 5000, "March " * 20_000, "the first " * 20_000, "1," * 50_000])
def test_any_text_is_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    found(text)
    assert time.process_time() - start < 10


def test_what_is_after_the_last_year_raises_nothing() -> None:
    [one] = found("It will open by March.", date(9999, 12, 1))
    assert one.text == "March"
