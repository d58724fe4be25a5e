"""A hint that names a date names the one that was meant, or names none: for files, questions and new events.

The dates that are meant are written down here, or computed by the standard library; nothing here asks the code under
test what a text means.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates.calendar import iso
from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.hints import forms
from timeline_cli.dates.phrases import hints as phrases
from timeline_cli.dates.phrases.phrase import parse_phrase
from timeline_cli.dates.points import Setting
from timeline_cli.editing.free_dates import strict_date

TODAY = date(2026, 11, 28)


def in_a_file(text: str, fiscal: FiscalYear | None = None) -> DateFault:
    with pytest.raises(DateFault) as raised:
        parse_date(text, Setting(fiscal))
    return forms.explained(text, raised.value, fiscal)


def asked(phrase: str, today: date) -> str:
    """The days that a question reads, or that its hint names; empty where it names none."""
    try:
        return parse_phrase(phrase, today).text
    except DateFault as bare:
        hint = phrases.explained(phrase, bare, today).hint
        if hint.value is None:
            assert not re.search(r"\d{4}", hint.text), hint.text
            return ""
        assert f"write {hint.value}" in hint.text
        return parse_phrase(hint.value, today).text


def named(fault: DateFault) -> str:
    """The first and last day of the form that a hint for a file names."""
    if fault.hint.value is None:
        assert not re.search(r"\d{4}", re.sub("years run from .*", "", fault.hint.text.replace(forms.FORMS, ""))), (
            fault.hint.text
        )
        return ""
    assert fault.hint.value in fault.hint.text
    bounds = parse_date(fault.hint.value, Setting(FiscalYear(12), "UTC")).bounds
    return f"{iso(bounds.start) or ''}..{iso(bounds.end) or ''}"


# A text of a file, the days of what it means, and whether it means them in one form only.
CERTAIN, DOUBTFUL = True, False
FILE = [
    ("2025年8月", "2025-08-01..2025-08-31", CERTAIN),
    ("2025年第三季度", "2025-07-01..2025-09-30", CERTAIN),
    ("2025년 1분기", "2025-01-01..2025-03-31", CERTAIN),
    ("2025年上半年", "2025-01-01..2025-06-30", CERTAIN),
    ("令和2年11月", "2020-11-01..2020-11-30", CERTAIN),
    ("昭和64年1月7日", "1989-01-07..1989-01-07", CERTAIN),
    ("平成元年", "1989-01-01..1989-12-31", CERTAIN),
    ("2014年頃", "2014-01-01..2014-12-31", CERTAIN),
    ("октябрь 2025", "2025-10-01..2025-10-31", CERTAIN),
    ("dez 2025", "2025-12-01..2025-12-31", CERTAIN),
    ("12 ago 2025", "2025-08-12..2025-08-12", CERTAIN),
    ("déc. 2025", "2025-12-01..2025-12-31", CERTAIN),
    ("3º trimestre 2025", "2025-07-01..2025-09-30", CERTAIN),
    ("2025–03–22", "2025-03-22..2025-03-22", CERTAIN),
    ("2022. 4. 12.", "2022-04-12..2022-04-12", CERTAIN),
    ("2025 03 22", "2025-03-22..2025-03-22", CERTAIN),
    ("22/Mar/2025", "2025-03-22..2025-03-22", CERTAIN),
    ("2025-081", "2025-03-22..2025-03-22", CERTAIN),
    ("2025-W12-3", "2025-03-19..2025-03-19", CERTAIN),
    ("2025-03-22T9:30+09:00", "2025-03-22..2025-03-22", CERTAIN),
    ("20260910T160000Z", "2026-09-10..2026-09-10", CERTAIN),
    ("since March 2020", "2020-03-01..", CERTAIN),
    ("1971-now", "1971-01-01..", CERTAIN),
    ("November 1973-now", "1973-11-01..", CERTAIN),
    ("by March 2020", "..2020-03-31", CERTAIN),
    ("no later than March 2025", "..2025-03-31", CERTAIN),
    ("about March 2025", "2025-03-01..2025-03-31", CERTAIN),
    ("second Tuesday of March 2025", "2025-03-11..2025-03-11", CERTAIN),
    ("2024-3/2024-05", "2024-03-01..2024-05-31", CERTAIN),
    ("six months to June 2025", "2025-01-01..2025-06-30", CERTAIN),
    # Two ends: of what lasts, or of when it happened
    ("29 June - 3 July, 2026", "2026-06-29..2026-07-03", DOUBTFUL),
    ("July 6-12, 2026", "2026-07-06..2026-07-12", DOUBTFUL),
    ("Dec 2024-Feb 2025", "2024-12-01..2025-02-28", DOUBTFUL),
    ("Q4 2024-Q1 2025", "2024-10-01..2025-03-31", DOUBTFUL),
    ("March 2025/April 2025", "2025-03-01..2025-04-30", DOUBTFUL),
    ("2025-Q1/Q2", "2025-01-01..2025-06-30", DOUBTFUL),
    ("2025-03-28/04-02", "2025-03-28..2025-04-02", DOUBTFUL),
    ("2025-03-22T12:30/13:45", "2025-03-22..2025-03-22", DOUBTFUL),
    # A century, a clock, a spreadsheet, a part of a month: never certain
    ("31-Dec-99", "1999-12-31..1999-12-31", DOUBTFUL),
    ("22-Mar-25", "2025-03-22..2025-03-22", DOUBTFUL),
    ("21-Feb-18", "2018-02-21..2018-02-21", DOUBTFUL),
    ("9M24", "2024-01-01..2024-09-30", DOUBTFUL),
    ("Q3'21", "2021-07-01..2021-09-30", DOUBTFUL),
    ("25Q1", "2025-01-01..2025-03-31", DOUBTFUL),
    ("August 99", "1999-08-01..1999-08-31", DOUBTFUL),
    ("FY25", "2025-01-01..2025-12-31", DOUBTFUL),
    ("2021-09-08 23:59:59", "2021-09-08..2021-09-08", DOUBTFUL),
    ("20260910T160000", "2026-09-10..2026-09-10", DOUBTFUL),
    ("1726000000", "2024-09-10..2024-09-10", DOUBTFUL),
    ("43837", "2020-01-07..2020-01-07", DOUBTFUL),
    ("late June 2025", "2025-06-21..2025-06-30", DOUBTFUL),
    ("mid April 2025", "2025-04-11..2025-04-20", DOUBTFUL),
    ("early 2025", "2025-01-01..2025-04-30", DOUBTFUL),
    ("2001-23", "2001-09-01..2001-11-30", DOUBTFUL),
    ("2001-30", "2001-12-01..2002-02-28", DOUBTFUL),
    ("winter 2024/25", "2024-12-01..2025-02-28", DOUBTFUL),
    ("year to March 2025", "2024-04-01..2025-03-31", DOUBTFUL),
    ("second week of 2021", "2021-01-11..2021-01-17", DOUBTFUL),
    ("1829-10-00", "1829-10-01..1829-10-31", DOUBTFUL),
    ("2025-00-00", "2025-01-01..2025-12-31", DOUBTFUL),
    # Nobody knows
    ("end of March 2025", "", DOUBTFUL),
    ("beginning of 2025", "", DOUBTFUL),
    ("early FY2025", "", DOUBTFUL),
    ("late Q3 2025", "2025-09-01..2025-09-30", DOUBTFUL),
    ("mid H1 2025", "2025-03-01..2025-04-30", DOUBTFUL),
    ("early Q1'25", "", DOUBTFUL),
    ("early Q1 FY2025", "", DOUBTFUL),
    ("late summer 2025", "", DOUBTFUL),
    ("last week of June 2025", "", DOUBTFUL),
    ("third weekend of May 2025", "", DOUBTFUL),
    ("March 22", "", DOUBTFUL),
    ("Aug 25", "", DOUBTFUL),
    ("22 March", "", DOUBTFUL),
    ("November 30 - December 3", "", DOUBTFUL),
    ("April 5-7", "", DOUBTFUL),
    ("Sunday 22 March 2025", "", DOUBTFUL),
    ("Sonntag, 22. März 2025", "", DOUBTFUL),
    ("Mon, 3 Feb 2021", "", DOUBTFUL),
    ("2025-03-23 (Saturday)", "", DOUBTFUL),
    ("22th March 2025", "", DOUBTFUL),
    ("3000 BC", "", DOUBTFUL),
    ("03/04/2025", "", DOUBTFUL),
    ("3/22/25", "", DOUBTFUL),
    ("Nov-Feb 2025", "", DOUBTFUL),
]


@pytest.mark.parametrize(("text", "days", "certain"), FILE)
def test_a_hint_for_a_file_names_the_date_that_was_meant_or_none(text: str, days: str, certain: bool) -> None:
    fault = in_a_file(text)
    assert (named(fault), fault.hint.certain) == (days, certain)


@pytest.mark.parametrize("text", ["2008/09", "2025/26", "FY2024/25", "1999/00"])
@pytest.mark.parametrize(("fiscal", "by_end"), [(FiscalYear(3), 1), (FiscalYear(3, True), 0)])
def test_two_years_may_be_a_fiscal_one_which_is_named_as_its_company_names_it(
    text: str, fiscal: FiscalYear, by_end: int
) -> None:
    fault = in_a_file(text, fiscal)
    assert (fault.code, fault.hint.value) == ("E106", None)
    assert f"FY{int(text.removeprefix('FY')[:4]) + by_end} " in fault.hint.text


# How the standard library writes a day that can be read in one way only.
STYLES = [
    "%d %B %Y", "%B %d, %Y", "%A, %d %B %Y", "%a %d %b %Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日",
    "%Y. %m. %d.", "%Y-%j", "%G-W%V-%u", "%d-%b-%Y", "%Y %B %d", "%Y–%m–%d",
]  # fmt: skip


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(STYLES))
def test_a_day_in_another_style_is_that_day_for_certain(day: date, style: str) -> None:
    hint = in_a_file(day.strftime(style)).hint
    assert (hint.value, hint.certain) == (day.isoformat(), True)
    assert strict_date(day.strftime(style), TODAY) == day.isoformat()


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.dates(date(2025, 1, 6), date(2025, 1, 12)))
def test_a_weekday_that_contradicts_its_day_is_never_dropped(day: date, other: date) -> None:
    written = f"{other:%A}, {day:%d %B %Y}"
    hint = in_a_file(written).hint
    assert hint.value == (day.isoformat() if day.weekday() == other.weekday() else None)


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y"]))
def test_an_order_of_day_and_month_is_never_guessed(day: date, style: str) -> None:
    value = in_a_file(day.strftime(style)).hint.value
    assert value == (day.isoformat() if day.day > 12 or day.day == day.month else None)


# A phrase, today, the days that are read or named; none where nobody knows them.
ASKED = [
    ("6M25", "2026-11-28", "2025-01-01..2025-06-30"),
    ("9M24", "2026-11-28", "2024-01-01..2024-09-30"),
    ("last Q4", "2026-11-28", ""),
    ("last march", "2026-11-28", ""),
    ("August 10 - November 12", "2012-08-10", ""),
    ("November 19 to 20", "2016-11-07", ""),
    ("Aug 25", "2026-11-28", ""),
    ("March 22", "2026-11-28", ""),
    ("31-Oct-74", "2013-02-12", "1974-10-31"),
    ("31-Dec-99", "2026-11-28", "1999-12-31"),
    ("August 99", "2016-11-07", "1999-08-01..1999-08-31"),
    ("beginning of last week", "2013-02-12", ""),
    ("end of the following week", "2013-02-12", ""),
    ("end of the year", "2013-02-12", ""),
    ("the end of the month", "2013-02-12", ""),
    ("end of march, 2005", "2025-03-24", ""),
    ("late March", "2013-02-12", ""),
    ("late this month", "2017-11-08", ""),
    ("mid next week", "2017-11-08", ""),
    ("early next month", "2017-11-08", ""),
    ("between the end of 2007 and the end of 2008", "2016-11-07", ""),
    ("from the end of march to the middle of september", "2016-11-07", ""),
    ("until mid-2024", "2026-11-28", ""),
    ("late June 2025", "2026-11-28", "2025-06-21..2025-06-30"),
    ("late february 2024", "2026-11-28", "2024-02-21..2024-02-29"),
    ("mid last year", "2026-11-28", "2025-05-01..2025-08-31"),
    ("first week of october 2014", "2013-02-12", ""),
    ("last week of dec 2016", "2018-11-29", ""),
    ("the last week of last month", "2021-10-10", ""),
    ("last week of 2016", "2018-11-29", "2016-12-26..2017-01-01"),
    ("last week of 2020", "2018-11-29", "2020-12-28..2021-01-03"),
    ("the second week of 2021", "2018-11-29", "2021-01-11..2021-01-17"),
    ("the last weekend of January, 1985", "2025-03-24", ""),
    ("this weekend", "2016-11-07", "2016-11-12..2016-11-13"),
    ("next weekend", "2016-11-07", ""),
    ("week of March 3, 2025", "2026-11-28", "2025-03-03..2025-03-09"),
    ("week of March 5, 2025", "2026-11-28", ""),
    ("w/c 2025-03-05", "2026-11-28", "2025-03-05..2025-03-11"),
    ("spring 2024", "2026-11-28", "2024-03-01..2024-05-31"),
    ("winter last year", "2026-11-28", "2025-12-01..2026-02-28"),
    ("year to March 2025", "2026-11-28", "2024-04-01..2025-03-31"),
    ("last 12 months to March 2025", "2026-11-28", "2024-04-01..2025-03-31"),
    ("3 days after 2025-03-22", "2026-11-28", "2025-03-25"),
    ("a week before 22 March 2025", "2026-11-28", "2025-03-15"),
    ("2025年8月", "2026-11-28", "2025-08-01..2025-08-31"),
    ("2014年頃", "2026-11-28", ""),
    ("since mars 2020", "2026-11-28", "2020-03-01.."),
    ("2021-09-08 23:59:59", "2026-11-28", "2021-09-08"),
    ("from 2024 to 13/04/2025", "2026-11-28", "2024-01-01..2025-04-13"),
    ("from 2024 to 03/04/2025", "2026-11-28", ""),
    ("dec '24 - jan '25", "2026-11-28", ""),
    ("Dec 28 - Jan 3, 2025", "2026-11-28", ""),
    ("Sunday 22 March 2025", "2026-11-28", ""),
    ("1829-10-00", "2026-11-28", "1829-10-01..1829-10-31"),
    ("recently", "2026-11-28", ""),
    ("first day of trading 2024", "2026-11-28", ""),
]


@pytest.mark.parametrize(("phrase", "today", "days"), ASKED)
def test_a_hint_for_a_question_names_the_days_that_were_meant_or_none(phrase: str, today: str, days: str) -> None:
    assert asked(phrase, date.fromisoformat(today)) == days


# What lasts, with two ends, and forms that files and questions know as well.
ADDED = [
    ("July 6-12, 2026", "2026-07-06/2026-07-12"),
    ("December 9-December 15, 2024", "2024-12-09/2024-12-15"),
    ("1960-1969", "1960/1969"),
    ("Jan-Mar 2025", "2025-01/2025-03"),
    ("1 January to 31 December 2025", "2025-01-01/2025-12-31"),
    ("March 2025/April 2025", "2025-03/2025-04"),
    ("2025-03 to last week", "2025-03/2026-W47"),
    ("year to date", "2026-01-01/2026-11-28"),
    ("29 June - 3 July, 2026", "2026-06-29/2026-07-03"),
    ("since March 2020", "2020-03/.."),
    ("1971-now", "1971/.."),
    ("2025年8月", "2025-08"),
    ("3 de mayo de 2025", "2025-05-03"),
    ("2024-3/2024-05", "2024-03/2024-05"),
    ("about last month", "2026-10~"),
]


@pytest.mark.parametrize(("words", "form"), ADDED)
def test_a_new_event_takes_two_ends_and_what_is_certain(words: str, form: str) -> None:
    assert strict_date(words, TODAY) == form


@pytest.mark.parametrize(
    "words", ["year to March 2025", "22-Mar-25", "2008/09", "Sunday 22 March 2025", "22th March 2025"]
)
def test_a_new_event_takes_nothing_else(words: str) -> None:
    with pytest.raises(DateFault):
        strict_date(words, TODAY)


_PIECES = """since until to of - – / , 2025 9999 0000 12 31 99 q4 9m w53 march 22th late end week before about now
winter last 年 元 FY T24:00 Z mars ' [ ] .."""


@given(st.text(max_size=30) | st.lists(st.sampled_from(_PIECES.split()), max_size=7).map(" ".join))
def test_any_words_are_a_date_of_a_file_or_a_fault_that_says_what_to_write(words: str) -> None:
    try:
        form = strict_date(words, TODAY)
    except DateFault as fault:
        assert fault.message
        assert fault.hint.text
        return
    try:
        parse_date(form, Setting(FiscalYear(12), "UTC"))
    except DateFault as fault:
        assert form == " ".join(words.split()), fault  # needs more than any place and any company


def months_of(year: int, first: int, count: int) -> str:
    """The days of some months, as a question writes them."""
    end = date(year + (first + count - 1) // 12, (first + count - 1) % 12 + 1, 1).toordinal() - 1
    return f"{date(year, first, 1)}..{date.fromordinal(end)}"


@given(st.integers(2001, 2040), st.sampled_from([3, 6, 12]), st.data())
def test_a_third_of_a_quarter_half_or_year_is_its_months(year: int, size: int, data: st.DataObject) -> None:
    number, third = data.draw(st.integers(1, 12 // size)), data.draw(st.integers(0, 2))
    name = {3: f"Q{number} {year}", 6: f"H{number} {year}", 12: f"{year}"}[size]
    phrase = f"{('early', 'mid', 'late')[third]} {name}"
    assert asked(phrase, TODAY) == months_of(year, (number - 1) * size + 1 + third * size // 3, size // 3)


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(1, 400), st.sampled_from(["day", "week"]))
def test_a_date_counted_from_another_is_that_day(day: date, count: int, unit: str) -> None:
    days = count * (7 if unit == "week" else 1)
    for sign, way in ((1, "after"), (-1, "before")):
        then = date.fromordinal(day.toordinal() + sign * days).isoformat()
        forms = [f"{count} {unit}s {way} {day}", f"{day} {'+' if sign > 0 else '-'}{count} {unit}s"]
        assert [asked(form, TODAY) for form in forms] == [then, then]


@given(st.integers(2001, 2040), st.integers(1, 11), st.sampled_from(["..", "-", " - ", " to "]), st.data())
def test_a_year_before_two_months_or_quarters_is_the_year_of_both(
    year: int, first: int, join: str, data: st.DataObject
) -> None:
    last = data.draw(st.integers(first + 1, 12))
    names = [f"{date(year, month, 1):%b}" for month in (first, last)]
    assert asked(f"{year} {names[0]}{join}{names[1]}", TODAY) == months_of(year, first, last - first + 1)
    quarters = sorted(data.draw(st.lists(st.integers(1, 4), min_size=2, max_size=2, unique=True)))
    phrase = f"{year}-Q{quarters[0]}{join}Q{quarters[1]}"
    size = 3 * (quarters[1] - quarters[0] + 1)
    assert asked(phrase, TODAY) == months_of(year, 3 * quarters[0] - 2, size)


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["%d%b%Y", "%b%Y", "%B-%Y", "%d/%b/%Y", "%d-%b-%y"])
)
def test_a_date_without_spaces_is_read_or_named(day: date, style: str) -> None:
    whole = months_of(day.year, day.month, 1)
    if style != "%d-%b-%y" or day.year >= 1997:
        assert asked(day.strftime(style), TODAY) == (day.isoformat() if "%d" in style else whole)
