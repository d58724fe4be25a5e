"""Days by name or number in English text. The publication day is Thursday 15 May 2025."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.in_text.find import expressions
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.tense import tense_in

P = date(2025, 5, 15)


def found(text: str) -> list[Expression]:
    return expressions(text, P, tense_in(text))


# text, expression, date
CASES = [
    ("It closed on New Year's Eve.", "New Year's Eve", "2024-12-31"),
    ("It closed on New Year’s Day.", "New Year’s Day", "2025-01-01"),
    ("It closed on Boxing Day.", "Boxing Day", "2024-12-26"),
    ("It will close on Boxing Day.", "Boxing Day", "2025-12-26"),
    ("It closed on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25"),
    ("It closed on Christmas Eve last year.", "Christmas Eve last year", "2024-12-24"),
    ("It closed on Valentine's Day.", "Valentine's Day", "2025-02-14"),
    ("It closed on Good Friday.", "Good Friday", "2025-04-18"),
    ("It closed on Easter Monday.", "Easter Monday", "2025-04-21"),
    ("It closed on Easter Monday 2021.", "Easter Monday 2021", "2021-04-05"),
    ("It closed on Whit Monday, 2024.", "Whit Monday, 2024", "2024-05-20"),
    ("It will close on Labor Day.", "Labor Day", "2025-09-01"),
    ("It will close on Memorial Day.", "Memorial Day", "2025-05-26"),
    ("It closed on Thanksgiving.", "Thanksgiving", "2024-11-28"),
    ("It closed last Thanksgiving.", "last Thanksgiving", "2024-11-28"),
    ("It closed on Black Friday.", "Black Friday", "2024-11-29"),
    ("It closed on Black Friday 2019.", "Black Friday 2019", "2019-11-29"),
    ("It closed on Cyber Monday.", "Cyber Monday", "2024-12-02"),
    ("It closed on Election Day 2016.", "Election Day 2016", "2016-11-08"),
    ("It closed on Halloween.", "Halloween", "2024-10-31"),
    ("It will close on the Fourth of July.", "the Fourth of July", "2025-07-04"),
    ("It closed on May Day.", "May Day", "2025-05-01"),
    ("On May Day workers left Acme.", "May Day", "2025-05-01"),
    ("On Christmas Eve Acme filed for bankruptcy.", "Christmas Eve", "2024-12-24"),
    ("It closed at Christmas.", "Christmas", "2024-12"),
    ("It will close before Christmas.", "Christmas", "[2025-05-15..2025-12-25]"),
    ("It closed over Easter.", "Easter", "[2025-04-18..2025-04-21]"),
    ("It closed over the Easter weekend.", "Easter weekend", "[2025-04-18..2025-04-21]"),
    ("It closed before Easter.", "Easter", "[..2025-04-20]"),
    ("It closed in the new year.", "the new year", "2025"),
    ("It will close in the New Year.", "the New Year", "2026"),
    ("It closed on the first Monday of May.", "the first Monday of May", "2025-05-05"),
    ("It closed on the last Friday in March.", "the last Friday in March", "2025-03-28"),
    ("It will close on the second Thursday of June.", "the second Thursday of June", "2025-06-12"),
    ("It closed on the third Friday of January 2024.", "the third Friday of January 2024", "2024-01-19"),
    ("It closed on the last Monday of last month.", "the last Monday of last month", "2025-04-28"),
    ("It closed on the last Sunday of December 2023.", "the last Sunday of December 2023", "2023-12-31"),
    ("It closed on the 3rd of this month.", "the 3rd of this month", "2025-05-03"),
    ("It will close on the 2nd of next month.", "the 2nd of next month", "2025-06-02"),
    ("It closed on the 3rd.", "the 3rd", "2025-05-03"),
    ("It closed on the 20th.", "the 20th", "2025-04-20"),
    ("It will close on the 20th.", "the 20th", "2025-05-20"),
    ("It will close on the 3rd.", "the 3rd", "2025-06-03"),
    ("It met on January 12 and closed on the 14th.", "the 14th", "2025-01-14"),
    ("It closed on the last day of 1999.", "the last day of 1999", "1999-12-31"),
    ("It closed on the first day of March 2024.", "the first day of March 2024", "2024-03-01"),
    ("It closed on the last day of February, 2024.", "the last day of February, 2024", "2024-02-29"),
    ("It closed on the last day of April.", "the last day of April", "2025-04-30"),
    ("It will close at the turn of the year.", "the turn of the year", "2026-01-01"),
    ("It has grown since the new year.", "the new year", "2025-01-01/.."),
    ("It will close on April Fool's Day.", "April Fool's Day", "2026-04-01"),
    ("It has talked since mid-March.", "mid-March", "2025-03/.."),
    ("It broke in over the weekend after a fence fell.", "the weekend", "[2025-05-10..2025-05-11]"),
    ("It will open no earlier than June 2026.", "no earlier than June 2026", "[2026-06..]"),
    ("It was shown from April 12 through 14.", "April 12 through 14", "2025-04-12/2025-04-14"),
    ("It pays them in the week beginning May 19.", "the week beginning May 19", "2025-W21"),
    ("It closed in the week of Monday, 5 May 2025.", "the week of Monday, 5 May 2025", "2025-W19"),
    ("It closed a week ago today.", "a week ago today", "2025-05-08"),
    ("In five days' time, it delists.", "In five days' time", "2025-05-20"),
    ("It closed the summer before last.", "the summer before last", "2023"),
    ("It closed in the early fifties.", "early fifties", "195X"),
    ("It will open by mid-year.", "mid-year", "[2025-05-15..2025]"),
    ("Over the past five years it has halved its debt.", "the past five years", "2020/2025"),
    ("It has lost a third of its staff in the past 12 months.", "the past 12 months", "2024-05/2025-05"),
    ("It will close a week on Tuesday.", "a week on Tuesday", "2025-05-27"),
    ("It will close on Friday week.", "Friday week", "2025-05-23"),
    ("It opened on Diwali.", "Diwali", "2024-10-31"),
    ("It will open at Lunar New Year.", "Lunar New Year", "2026-02-17"),
    ("It was ruled out as recently as May.", "May", "2025-05"),
    ("It will sail in the second half of June.", "second half of June", "2025-06"),
]


@pytest.mark.parametrize(("text", "words", "strict"), CASES, ids=[case[0] for case in CASES])
def test_a_day_by_name_or_number(text: str, words: str, strict: str) -> None:
    [one] = [each for each in found(text) if each.text == words]
    assert (one.text, one.date) == (words, strict)
    assert parse_date(strict).text == strict


@pytest.mark.parametrize(
    "text",
    [
        "It unveiled Black Friday deals.",
        "It sells Christmas trees.",
        "It sells its winter tyres.",
        "It sold 400 winter coats.",
        "It works on labor day by day.",
        "It rents the 3rd floor on the 20th anniversary.",
    ],
)
def test_what_is_no_such_day(text: str) -> None:
    assert [each.date for each in found(text) if each.type == "DATE" and len(each.date or "") > 7] == []


def test_what_is_on_another_day_elsewhere_or_lasts_is_vague() -> None:
    text = "It closed on Independence Day. It closed at Christmas. It closed on Boxing Day."
    assert [each.vague for each in found(text)] == [True, True, False]
