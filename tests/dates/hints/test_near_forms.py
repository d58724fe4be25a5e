"""What is offered for dates as people write them elsewhere; each offer is a date of a file."""

from __future__ import annotations

import re

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.hints.forms import FORMS, explained
from timeline_cli.dates.points import Setting


def fault(text: str) -> DateFault:
    with pytest.raises(DateFault) as raised:
        parse_date(text, Setting(FiscalYear(12), None))
    return explained(text, raised.value)


OFFERS = [
    # two ends
    ("between 2024-03 and 2024-05", "2024-03/2024-05"),
    ("from 2024 to 2025", "2024/2025"),
    ("2025-03-23/24", "2025-03-23/2025-03-24"),
    ("22-24 March 2025", "2025-03-22/2025-03-24"),
    ("March 22–24, 2025", "2025-03-22/2025-03-24"),
    ("22/23 March 2025", "2025-03-22/2025-03-23"),
    ("March 22/23, 2025", "2025-03-22/2025-03-23"),
    ("Sat Mar 22 2025 10:00:00 GMT+0100 (CET)", "2025-03-22T10:00:00+0100"),
    ("Sat, 22 Mar 2025 10:00:00 GMT", "2025-03-22T10:00:00Z"),
    ("March-April 2025", "2025-03/2025-04"),
    ("9M 2025", "2025-01/2025-09"),
    ("2025-03-22 - ongoing", "2025-03-22/.."),
    ("not before 2025", "[2025..]"),
    ("2025-03 at the latest", "[..2025-03]"),
    # weeks, quarters, years of two digits, digits that are not known
    ("CW12 2025", "2025-W12"),
    ("KW12/2025", "2025-W12"),
    ("2025 week 12", "2025-W12"),
    ("Q3-2020", "2020-Q3"),
    ("2025-05-2X", "[2025-05-20..2025-05-29]"),
    ("2025-02-2X", "[2025-02-20..2025-02-28]"),
    # spreadsheets, clocks
    ("43837", "2020-01-07"),
    ("2025-08-07 14:00 CET", "2025-08-07T14:00+01:00"),
    # other languages and characters
    ("22. März 2025", "2025-03-22"),
    ("jeudi 3 avril 2025", "2025-04-03"),
    ("1er avril 2025", "2025-04-01"),
    ("3 de mayo de 2025", "2025-05-03"),
    ("22 марта 2025", "2025-03-22"),
    ("2025年3月22日", "2025-03-22"),
    ("2025년 3월", "2025-03"),
    ("T2 2025", "2025-Q2"),
    ("3. Quartal 2025", "2025-Q3"),
    ("seit 2019", "2019/.."),
    ("ab 2019", "2019/.."),
    ("dès 2019", "2019/.."),
    ("2025\u201103\u201125", "2025-03-25"),
    ("２０２５-05-08", "2025-05-08"),
    ("\u202a2025-05-07\u202c", "2025-05-07"),
]


@pytest.mark.parametrize(("text", "form"), OFFERS)
def test_a_date_in_another_form_is_told_the_one_of_a_file(text: str, form: str) -> None:
    found = fault(text)
    assert found.code == "E102"
    assert re.match(rf"write {re.escape(form)}(?: |$)", found.hint.text), found.hint.text
    parse_date(form, Setting(FiscalYear(12), None))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2025-03-15 (Saturday)", "2025-03-15"),
        ("Saturday, 2025-03-15", "2025-03-15"),
        ("2025-04-30, evening", "2025-04-30"),
        ("ETA 2025-05-20", "2025-05-20"),
        ("2020-08-31;", "2020-08-31"),
    ],
)
def test_what_stands_beside_a_date_is_told_to_go(text: str, form: str) -> None:
    assert (fault(text).hint.value, fault(text).hint.certain) == (form, False)


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("FY2025-Q5", "E101", "quarters run from Q1 to Q4"),
        ("Q5 2025", "E101", "quarters run from Q1 to Q4"),
        ("31 juin 2025", "E101", "the last day of that month is 2025-06-30"),
        ("2025-02-30 (Sunday)", "E101", "the last day of that month is 2025-02-28"),
        ("2026/27", "E106", "write FY2027 for a fiscal year that ends in 2027, or 2026/2027"),
        ("Dec-20", "E106", "write the year with four digits"),
        ("1.4.25", "E106", "write the year with four digits first, such as 2025-04-01 for 1.4.25"),
        ("1/4/25", "E106", "write the year with four digits first, then the month"),
        (
            "early March 2025",
            "E102",
            "write 2025-03-01/2025-03-10 for something that lasts",
        ),
        (
            "Mitte März 2025",
            "E102",
            "write 2025-03-11/2025-03-20 for something that lasts",
        ),
        ("last week of April 2025", "E106", "write its first and last day"),
        ("2025-08-07 14:00 Beijing", "E102", "write 2025-08-07, or add the offset of the time"),
        ("99999", "E102", "years run from 0001 to 9999"),
    ],
)
def test_what_does_not_exist_or_may_be_two_things_says_so(text: str, code: str, hint: str) -> None:
    found = fault(text)
    assert (found.code, found.hint.text[: len(hint)]) == (code, hint)


@pytest.mark.parametrize("text", ["2025-03-22 or 23", "abc 2025 def", "around Easter 2025", "2025 unless later"])
def test_what_may_mean_another_date_gets_the_forms(text: str) -> None:
    assert fault(text).hint.text == FORMS


def test_a_wrong_weekday_next_to_a_time_is_not_ignored() -> None:
    assert fault("Sun Mar 22 2025 10:00:00 GMT+0100 (CET)").message == "2025-03-22 is a Saturday"
