"""Date phrases of a question: the table of readings, which bare words are a date, and the laws of both."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.bare_words import BEGINNINGS
from timeline_cli.dates.phrases.hints import explained, near_words
from timeline_cli.dates.phrases.phrase import longest_phrase, parse_phrase

TODAY = date(2025, 3, 24)
LINES = (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()[1:]
ROWS = [tuple(line.split("\t")) for line in LINES]
ANSWERED = [row for row in ROWS if not row[3].startswith("refused")]
CODES = {"E101", "E102", "E103", "E105", "E106", "E107"}


def read(text: str, today: date, fiscal: FiscalYear | None = None) -> Period:
    """The period of a phrase, or its fault with what to write instead."""
    try:
        return parse_phrase(text, today, fiscal)
    except DateFault as fault:
        raise explained(text, fault, today, fiscal) from None


def among_words(words: list[str], today: date, fiscal: FiscalYear | None = None) -> tuple[int, Period] | None:
    """The same for bare words."""
    try:
        found = longest_phrase(words, today, fiscal)
    except DateFault as fault:
        raise explained(" ".join(words), fault, today, fiscal) from None
    near = near_words(words, today, fiscal) if found is None else None
    if near is not None:
        raise near
    return found


def _fiscal(end_month: str) -> FiscalYear | None:
    return FiscalYear(int(end_month)) if end_month else None


@pytest.mark.parametrize(("phrase", "today", "fiscal", "expected"), ROWS)
def test_reading(phrase: str, today: str, fiscal: str, expected: str) -> None:
    try:
        answer = read(phrase, date.fromisoformat(today), _fiscal(fiscal)).text
    except DateFault as fault:
        assert fault.message
        assert fault.hint.text
        answer = f"refused {fault.code}"
    assert answer == expected


def test_the_table_is_large_and_has_no_row_twice() -> None:
    assert len(ROWS) >= 250
    assert len({row[:3] for row in ROWS}) == len(ROWS)


HINTS = [
    ("20250322", "2025-03-22"),
    ("03/04/2025", "write the year first"),
    ("2025/03", "2025-03"),
    ("03/2025", "2025-03"),
    ("2025-3", "2025-03"),
    ("2025-03-22T10:00Z", "2025-03-22"),
    ("2025/", "2025.."),
    ("/2025", "..2025"),
    ("2025~", "2025"),
    ("March", "2025-03 or 2026-03"),
    ("Q1", "2025"),
    ("last 3", "last 3 days"),
    ("this friday", "next friday"),
    ("friday", "last friday"),
    ("past week", "last 1 week"),
    ("early 2024", "2024-01..2024-04"),
    ("spring 2024", "2024-03..2024-05"),
    ("summer 2024", "2024-06..2024-08"),
    ("autumn 2024", "2024-09..2024-11"),
    ("fall of 2024", "2024-09..2024-11"),
    ("winter 2024", "2024-12..2025-02"),
    ("summer last year", "2024-06..2024-08"),
    ("late last year", "2024-09..2024-12"),
    ("mid 2024", "2024-05..2024-08"),
    ("last", 'date:"last year"'),
    ("last 12 months to March 2025", "2024-04..2025-03"),
    ("by 2023", "before 2023, or until 2023"),
    ("22st March 2025", "22nd"),
    ("1Q50", "1950 or 2050"),
    ("2024-25", "FY2025"),
    ("2000s", "20XX"),
    ("last march", "with its year"),
    ("3 months", "last 3 months"),
    ("since 7 days", "last 7 days"),
    ("2025-02-30", "2025-02-28"),
    ("from 2024 to 03.04.2025", "write 2025-04-03, as"),
    ("2025 foo", "2025 alone"),
    ("2023 or 2025", "2023-01-01..2025-12-31"),
    ("Q1 and Q3 2025", 'date:"q1 2025","q3 2025"'),
    ("the last quarter", "last 3 months"),
    ("rolling 6 months", "past 6 months"),
    ("rest of 2025", "2025-03-24..2025-12-31"),
    ("last friday of march 2025", "2025-03-28"),
    ("fifth tuesday of march 2025", "month"),
]


@pytest.mark.parametrize(("phrase", "part"), HINTS)
def test_hint_names_the_form(phrase: str, part: str) -> None:
    with pytest.raises(DateFault) as caught:
        read(phrase, TODAY)
    assert part in caught.value.hint.text


WORDS = [
    ("samsung since 2024", None),
    ("since 2024 samsung", (2, "2024-01-01..")),
    ("last month samsung", (2, "2025-02-01..2025-02-28")),
    ("today samsung", (1, "2025-03-24")),
    ("in 2025 samsung", (2, "2025-01-01..2025-12-31")),
    ("Q1 2025 results", (2, "2025-01-01..2025-03-31")),
    ("1Q25 results", (1, "2025-01-01..2025-03-31")),
    ("Q1'25", (1, "2025-01-01..2025-03-31")),
    ("March 22, 2025 visit", (3, "2025-03-22")),
    ("between 2024 and 2025 and samsung", (4, "2024-01-01..2025-12-31")),
    ("2025 and 2024", (3, "2024-01-01..2025-12-31")),
    ("2025 and 2024-03", (1, "2025-01-01..2025-12-31")),
    ("2024 and may's visit", (1, "2024-01-01..2024-12-31")),
    ("year to date samsung", (3, "2025-01-01..2025-03-24")),
    ("previous month samsung", (2, "2025-02-01..2025-02-28")),
    ("up to date", None),
    ("full house", None),
    ("mars rover", None),
    ("fiscal cliff 2025", None),
    ("second quarter results 2025", None),
    ("2025 or samsung", (1, "2025-01-01..2025-12-31")),
    ("since 3 weeks ago", (4, "2025-03-03..")),
    ("3 weeks from now", (4, "2025-04-14")),
    ("in the last 3 months", (5, "2024-12-25..2025-03-24")),
    ("March last year", (3, "2024-03-01..2024-03-31")),
    ("Jan to Mar 2025 ev", (4, "2025-01-01..2025-03-31")),
    ("the day before yesterday", (4, "2025-03-22")),
    ("yesterday..today", (1, "2025-03-23..2025-03-24")),
    ("2024 2025", (1, "2024-01-01..2024-12-31")),
    ("2024 to do list", (1, "2024-01-01..2024-12-31")),
    ("..2025 samsung", (1, "..2025-12-31")),
    ("..2024-03", (1, "..2024-03-31")),
    ("..2025-03-05", (1, "..2025-03-05")),
    ("..2020s", (1, "..2029-12-31")),
    ("..202X", (1, "..2029-12-31")),
    ("1.2024", None),
    ("1,2024", None),
    ("2024 quarter results", (1, "2024-01-01..2024-12-31")),
    ("2024 year review", (1, "2024-01-01..2024-12-31")),
    ("2024 week", (1, "2024-01-01..2024-12-31")),
    ("2024 week 12 report", (3, "2024-03-18..2024-03-24")),
    ("in 2024 quarter results", (2, "2024-01-01..2024-12-31")),
    ("in 1000 days samsung", None),
    ("last day of 2024 samsung", (4, "2024-12-31")),
    ("last day of 2023 to 2024", (6, "2023-12-31..2024-12-31")),
    ("first day of 2024 to last day of 2024", (9, "2024-01-01..2024-12-31")),
    ("last 3 months of 2024 results", (5, "2024-10-01..2024-12-31")),
    ("three months ended March 31, 2025 results", (6, "2025-01-01..2025-03-31")),
    ("last 3 months to today", (5, "2024-12-25..2025-03-24")),
    ("last 3 months in 10 cities", (3, "2024-12-25..2025-03-24")),
    ("last month the samsung", (2, "2025-02-01..2025-02-28")),
    ("25Q1 results", (1, "2025-01-01..2025-03-31")),
    ("CY 2024", (2, "2024-01-01..2024-12-31")),
    ("early adopters 2024", None),
    ("late stage round in 2024", None),
    ("early stage funding 2024", None),
    ("mid cap 2024", None),
    ("start of production 2024", None),
    ("end of life products 2024", None),
    ("week of fashion 2024", None),
    ("first week of trading 2024", None),
    ("first month of sales 2024", None),
    ("first day of trading 2024", None),
    ("5000mAh battery, apple", None),
    ("2024 results, apple", (1, "2024-01-01..2024-12-31")),
    ("Q1 results", None),
    ("march samsung", None),
    ("monday", None),
    ("10 events", None),
    ("3 weeks ago", None),
    ("1000 days ago", None),
    ("in 3 months", None),
    ("past 3 months", (3, "2024-12-25..2025-03-24")),
    ("mid-cap 2024", None),
    ("on hold 2025", None),
    ("to be announced 2025", None),
    ("march on washington 2025", None),
    ("2025 first quarter results", (3, "2025-01-01..2025-03-31")),
    ("over 2000 jobs", None),
    ("spring", None),
    ("samsung", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_longest_phrase(text: str, expected: tuple[int, str] | None) -> None:
    found = among_words(text.split(), TODAY)
    assert (found and (found[0], found[1].text)) == expected


REFUSED_WORDS = [
    *sorted(BEGINNINGS - {"today", "yesterday", "tomorrow"}),
    "last samsung",
    "last 3 events",
    "before IPO",
    "this friday",
    "next summer",
    "between 2024 or 2025",
    "2025-02-30",
    "03/04/2025",
    "20250322",
    "2025/03",
    "2025,",
    "2025-03-22T10:00",
    "spring 2025",
    "early 2025",
    "end of 2025",
    "week of 2025-03-22",
    "3 days after 2025-03-22",
    "about 2025",
    "FY2025",
    "from 2024 to march",
    "from 2024 to foo",
    "last week of 2025",
    "last week 2025",
    "last 99999 years",
    "last friday in march 2025",
    "last friday march 2025",
    "last friday of last month",
    "last 3 months in 2024",
    "last 3 months 2024",
    "last 3 months from March 2025",
    "last 3 months to March 2025",
    "last 12 months ended March 2025",
    "last 12 months as of March 2025",
    "last quarter in 2024",
    "last week in march 2025",
    "next friday after 2025-04-10",
    "next 3 weeks from 2024-03-05",
    "2023 last quarter",
    "yesterday in 2024",
    "the last week",
    "the next quarter",
    "the last year samsung",
    "since 1000 days",
    "by 2023",
    "mid-2024",
    "early in 2024",
    "early last month",
    "week of 2024-03-10",
    "first week of 2024",
    "March 2025, samsung",
    "22st March 2025",
    "2024 on samsung",
    "12 months to 2024",
    "9M 2024",
]


@pytest.mark.parametrize("text", REFUSED_WORDS)
def test_words_that_promise_a_date_and_hold_none(text: str) -> None:
    with pytest.raises(DateFault) as caught:
        among_words(text.split(), TODAY)
    assert caught.value.hint.text


def test_a_unit_that_may_be_rolling_is_refused_behind_its_preposition() -> None:
    """The parser asks from each word on, so `over` is text before `the last year` is refused."""
    for text in ("over the last year", "in the last month", "during the last quarter"):
        assert among_words(text.split(), TODAY) is None
        with pytest.raises(DateFault, match="unit of the calendar"):
            among_words(text.split()[1:], TODAY)


@pytest.mark.parametrize("text", ["FY2024 to 2025", "FY2024..2025", "between fiscal 2023 and 2024"])
def test_fiscal_and_calendar_sides_are_refused_among_words(text: str) -> None:
    with pytest.raises(DateFault, match="fiscal or of the calendar"):
        among_words(text.split(), TODAY, FiscalYear(12))


def test_a_word_without_its_date_gets_an_example() -> None:
    """How to search the word is the query's to say: see test_parser."""
    with pytest.raises(DateFault, match="no date follows last") as caught:
        among_words(["last", "samsung"], TODAY)
    assert "last year" in caught.value.hint.text


def test_every_answered_phrase_is_found_among_words_or_is_none() -> None:
    """Guards the coarse looks that save time (first words, needs of a row) against losing a phrase."""
    for phrase, today, fiscal, expected in ANSWERED:
        found = among_words(phrase.split(), date.fromisoformat(today), _fiscal(fiscal))
        assert found is None or (found[0] == len(phrase.split()) and found[1].text == expected), phrase
        if not BEGINNINGS.isdisjoint(phrase.lower().split()):
            assert found is not None, phrase


_PIECES = sorted({word for row in ROWS for word in row[0].split()} | {"", ",", "-", "..", "/", "’", "9" * 30})
_PHRASES = st.lists(st.sampled_from(_PIECES), max_size=7).map(" ".join)
_DAYS = st.dates(min_value=date(1, 1, 1))
_FISCALS = st.none() | st.builds(FiscalYear, st.integers(1, 12), st.booleans())


@given(st.text(max_size=40) | _PHRASES, _DAYS, _FISCALS)
@example("last " + "9" * 190 + " days", TODAY, None)
@example("x" * 100_000, TODAY, None)
@example("İ²٣ ⅷ Ⅷ ſince 2025", TODAY, None)
def test_nothing_but_a_fault_is_raised(text: str, today: date, fiscal: FiscalYear | None) -> None:
    try:
        period = read(text, today, fiscal)
    except DateFault as fault:
        assert fault.code in CODES
        assert fault.message
        assert fault.hint.text
    else:
        assert period.first <= period.last
        assert period.first == NEVER_BEGAN or 1 <= period.first <= date.max.toordinal()
        assert period.last == NEVER_ENDS or 1 <= period.last <= date.max.toordinal()
        assert read(f"  {text.upper()} ", today, fiscal) == period or not text.isascii()


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=8), _DAYS, _FISCALS)
def test_longest_phrase_is_the_phrase_of_its_words(words: list[str], today: date, fiscal: FiscalYear | None) -> None:
    try:
        found = among_words(words, today, fiscal)
    except DateFault as fault:
        assert fault.hint.text
        return
    if found is not None:
        count, period = found
        assert 1 <= count <= len(words)
        assert read(" ".join(words[:count]), today, fiscal) == period


_STRICT = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.dates(min_value=date(1, 1, 1)).map(date.isoformat),
    st.builds("{:04}-{:02}".format, st.integers(1, 9999), st.integers(1, 12)),
    st.builds("{:04}-Q{}".format, st.integers(1, 9999), st.integers(1, 4)),
    st.builds("{:04}-H{}".format, st.integers(1, 9999), st.integers(1, 2)),
    st.builds("{:04}-W{:02}".format, st.integers(1, 9998), st.integers(1, 52)),
    st.integers(1, 999).map("{:03}X".format),
)


@given(_STRICT)
def test_a_strict_form_is_read_as_in_a_file(text: str) -> None:
    bounds = parse_date(text).bounds
    assert read(text, TODAY) == (bounds.start, bounds.end)


@given(_STRICT, _STRICT, st.sampled_from(["{}..{}", "{} .. {}", "{}/{}", "{} to {}", "between {} and {}"]))
def test_a_range_runs_from_the_first_day_to_the_last(left: str, right: str, form: str) -> None:
    first, last = read(left, TODAY).first, read(right, TODAY).last
    if first <= last:
        assert read(form.format(left, right), TODAY) == (first, last)
    else:
        with pytest.raises(DateFault) as caught:
            read(form.format(left, right), TODAY)
        assert caught.value.code == "E103"


@given(_STRICT)
def test_one_sided_ranges_meet_without_gap_or_overlap(text: str) -> None:
    first, last = read(text, TODAY)
    assert read(f"since {text}", TODAY) == read(f"{text}..", TODAY) == (first, NEVER_ENDS)
    assert read(f"until {text}", TODAY) == read(f"..{text}", TODAY) == (NEVER_BEGAN, last)
    if first > 1:
        assert read(f"before {text}", TODAY) == (NEVER_BEGAN, first - 1)
    if last < date.max.toordinal():
        assert read(f"after {text}", TODAY) == (last + 1, NEVER_ENDS)


_UNITS = {
    "days": relativedelta(days=1),
    "weeks": relativedelta(weeks=1),
    "months": relativedelta(months=1),
    "quarters": relativedelta(months=3),
    "years": relativedelta(years=1),
}


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(1, 400), st.sampled_from(sorted(_UNITS)))
def test_counted_units_agree_with_relativedelta(today: date, count: int, unit: str) -> None:
    back, ahead = today - count * _UNITS[unit], today + count * _UNITS[unit]
    one = timedelta(days=1)
    assert parse_phrase(f"{count} {unit} ago", today) == (back.toordinal(), back.toordinal())
    assert parse_phrase(f"in {count} {unit}", today) == (ahead.toordinal(), ahead.toordinal())
    assert parse_phrase(f"past {count} {unit}", today) == ((back + one).toordinal(), today.toordinal())
    if unit != "quarters":
        assert parse_phrase(f"last {count} {unit}", today) == ((back + one).toordinal(), today.toordinal())
        assert parse_phrase(f"next {count} {unit}", today) == (today.toordinal(), (ahead - one).toordinal())


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(1, 40), st.sampled_from(["quarter", "half"]))
def test_quarters_and_halves_are_counted_whole(today: date, count: int, unit: str) -> None:
    size = relativedelta(months=3 if unit == "quarter" else 6)
    this = parse_phrase(f"this {unit}", today)
    start, end = date.fromordinal(this.first), date.fromordinal(this.last) + timedelta(days=1)
    assert parse_phrase(f"last {count} {unit}s", today) == ((start - count * size).toordinal(), this.first - 1)
    assert parse_phrase(f"next {count} {unit}s", today) == (this.last + 1, (end + count * size).toordinal() - 1)


@given(
    st.dates(date(1000, 1, 1), date(3000, 1, 1)),
    st.sampled_from(["week", "month", "quarter", "half", "year"]),
)
def test_last_this_and_next_unit_lie_side_by_side(today: date, unit: str) -> None:
    last, this, following = (parse_phrase(f"{which} {unit}", today) for which in ("last", "this", "next"))
    assert last.last + 1 == this.first <= today.toordinal() <= this.last == following.first - 1


@given(
    st.dates(date(1000, 1, 1), date(3000, 1, 1)),
    st.sampled_from(["quarter", "half", "year"]),
    st.builds(FiscalYear, st.integers(1, 12), st.booleans()),
)
def test_last_this_and_next_fiscal_unit_lie_side_by_side(today: date, unit: str, fiscal: FiscalYear) -> None:
    last, this, following = (
        parse_phrase(f"{which} fiscal {unit}", today, fiscal) for which in ("last", "this", "next")
    )
    assert last.last + 1 == this.first <= today.toordinal() <= this.last == following.first - 1
    assert any(this == fiscal.days(year) for year in range(today.year - 1, today.year + 2)) or unit != "year"


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.sampled_from(["monday", "thu", "sunday"]))
def test_weekdays_are_the_nearest_on_either_side(today: date, weekday: str) -> None:
    number = {"monday": 0, "thu": 3, "sunday": 6}[weekday]
    last, following = (parse_phrase(f"{which} {weekday}", today).first for which in ("last", "next"))
    assert 1 <= today.toordinal() - last <= 7
    assert 1 <= following - today.toordinal() <= 7
    assert date.fromordinal(last).weekday() == date.fromordinal(following).weekday() == number
