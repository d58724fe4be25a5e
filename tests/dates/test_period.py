"""How a date meets a period: no, possible or certain; background, within, starts; and the state on a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.period import Period, Truth, is_background, lies_within, overlap, starts_in, state_on

NO, POSSIBLE, CERTAIN = Truth.NO, Truth.POSSIBLE, Truth.CERTAIN


def period(text: str) -> Period:
    """A..B of days, either side left out; one day on its own."""
    first, _, last = text.partition("..") if ".." in text else (text, "", text)
    return Period(
        date.fromisoformat(first).toordinal() if first else NEVER_BEGAN,
        date.fromisoformat(last).toordinal() if last else NEVER_ENDS,
    )


Y2024, MARCH, DAY, ALWAYS = "2024-01-01..2024-12-31", "2024-03-01..2024-03-31", "2024-03-22", ".."

OVERLAP = [
    # A point: one moment somewhere in its days.
    ("2024-03-22", DAY, CERTAIN, "the same day"),
    ("2024-03-22", "2024-03-23..2024-03-30", NO, "the day before the period"),
    ("2024-03-22", "..2024-03-22", CERTAIN, "the last day counts"),
    ("2024-03-22", "2024-03-22..", CERTAIN, "the first day counts"),
    ("2024-03", MARCH, CERTAIN, "any day of the month lies in it"),
    ("2024-03", DAY, POSSIBLE, "it may be another day"),
    ("2024-03", "2024-03-02..2024-03-31", POSSIBLE, "it may be the first"),
    ("2024", MARCH, POSSIBLE, "it may be another month"),
    ("2024", Y2024, CERTAIN, "any day of the year lies in it"),
    ("2024", "2025-01-01..", NO, "the year is over"),
    ("202X", Y2024, POSSIBLE, "one year of ten"),
    ("2024~", MARCH, POSSIBLE, "a qualifier moves no bound"),
    ("2024~", "2025-01-01..2025-01-31", NO, "a qualifier moves no bound"),
    ("2024?", Y2024, CERTAIN, "a qualifier moves no bound"),
    # An interval lasts all its time.
    ("2023/2025", Y2024, CERTAIN, "it runs through"),
    ("2024-03-01/2024-03-31", DAY, CERTAIN, "it lasts through the day"),
    ("2024-03/2024-05", "2024-04-10", CERTAIN, "whenever it starts and ends, it lasts through April"),
    ("2024-03/2024-05", DAY, POSSIBLE, "it may start later in March"),
    ("2024-03/2024-05", "2024-03-31", CERTAIN, "it starts by the end of March"),
    ("2024-03/2024-05", "2024-05-01", CERTAIN, "it ends in May at the earliest"),
    ("2024-03/2024-05", "2024-05-02", POSSIBLE, "it may end on 1 May"),
    ("2024-03/2024-05", "2024-06-01..", NO, "it has ended"),
    ("2024/2024", Y2024, CERTAIN, "all of it lies in the year"),
    ("2024/2024", MARCH, POSSIBLE, "it may start after March"),
    ("2024/2024-03", "2024-03-31..", POSSIBLE, "it may end before the last day of March"),
    ("2024/2024-03", "2024-03-01..", CERTAIN, "it ends in March at the earliest"),
    # An open end never comes, an unknown one is only possible beyond the known part.
    ("2020/..", Y2024, CERTAIN, "it goes on"),
    ("2024/..", MARCH, POSSIBLE, "it may start after March"),
    ("2025/..", Y2024, NO, "it has not started"),
    ("../2030", Y2024, CERTAIN, "it has gone on for ever"),
    ("../2024", MARCH, POSSIBLE, "it may end before March"),
    ("../2023", Y2024, NO, "it has ended"),
    ("2020/", Y2024, POSSIBLE, "nobody knows whether it had ended"),
    ("2024-03-22/", DAY, CERTAIN, "its first day is known"),
    ("2024-03-22/", "2024-03-23..", POSSIBLE, "beyond the known part"),
    ("2024-03-22/", "..2024-03-21", NO, "it has not started"),
    ("/2030", Y2024, POSSIBLE, "nobody knows whether it had started"),
    ("/2024-03-22", DAY, CERTAIN, "its last day is known"),
    ("/2024-03-22", "2024-03-23..", NO, "it has ended"),
    ("/..", Y2024, POSSIBLE, "nobody knows whether it had started"),
    ("/..", "2024-01-01..", CERTAIN, "whenever it starts, it goes on"),
    ("/..", ALWAYS, CERTAIN, "all time"),
    # A choice is one moment.
    ("[2023..2025]", Y2024, POSSIBLE, "it may be another year"),
    ("[2024-03-05..2024-03-09]", MARCH, CERTAIN, "each of the days lies in it"),
    ("[2024-03-05, 2024-05-09]", MARCH, POSSIBLE, "one of the two"),
    ("[2024-03-05, 2024-03-09]", MARCH, CERTAIN, "both"),
    ("[2024-03-05, 2024-05-09]", "2024-04-01..2024-04-30", NO, "between the two is neither"),
    ("[2024-03, 2024-05]", DAY, POSSIBLE, "a day of one of the months"),
    ("[..2024]", MARCH, POSSIBLE, "it may be earlier"),
    ("[..2024]", "..2024-12-31", CERTAIN, "every day up to then lies in it"),
    ("[..2023]", Y2024, NO, "it has been"),
    ("[2024..]", Y2024, POSSIBLE, "it may be later"),
    ("[2024..]", "2024-01-01..", CERTAIN, "every day from then lies in it"),
]


@pytest.mark.parametrize(("text", "asked", "expected", "reason"), OVERLAP)
def test_overlap_is_certain_when_every_reading_meets_the_period(
    text: str, asked: str, expected: Truth, reason: str
) -> None:
    assert overlap(parse_date(text), period(asked)) is expected, reason


BACKGROUND = [
    ("2023/2025", Y2024, True, "it runs through"),
    ("2023/2024", Y2024, False, "it ends in it"),
    ("2024/2025", Y2024, False, "it starts in it"),
    ("2023-12-31/2024-06", Y2024, False, "it ends in it"),
    ("2023/2024-03", "2024-02-01..2024-02-29", True, "it ends later, at the earliest in March"),
    ("2024", DAY, False, "it may start in it"),
    ("2024-03-22", DAY, False, "it is that day"),
    ("2020/..", Y2024, True, "touched with the open end only"),
    ("2024/..", Y2024, False, "it starts in it"),
    ("../2030", Y2024, True, "touched with the open start only"),
    ("../2024-03", Y2024, False, "it ends in it"),
    ("2020/", Y2024, True, "touched with the unknown end only"),
    ("2024/", Y2024, False, "it starts in it"),
    ("/2030", Y2024, True, "touched with the unknown start only"),
    ("/2024", Y2024, False, "it ends in it"),
    ("/..", Y2024, True, "neither end is known"),
    ("[2023..2025]", Y2024, False, "the moment may lie in it"),
    ("[2023, 2024]", Y2024, False, "the moment may lie in it"),
    ("[..2030]", Y2024, True, "touched with the open side only"),
    ("[..2024]", Y2024, False, "the known side lies in it"),
    ("[2020..]", Y2024, True, "touched with the open side only"),
]


@pytest.mark.parametrize(("text", "asked", "expected", "reason"), BACKGROUND)
def test_background_neither_starts_nor_ends_in_the_period(text: str, asked: str, expected: bool, reason: str) -> None:
    assert is_background(parse_date(text), period(asked)) is expected, reason


WITHIN = [
    ("2024", Y2024, True, "the whole year"),
    ("2024-03/2024-05", Y2024, True, "all of it"),
    ("2024", MARCH, False, "it may be another month"),
    ("2024-03-22/2025", Y2024, False, "it ends later"),
    ("2023/2024", Y2024, False, "it starts earlier"),
    ("2024/..", "2024-01-01..", True, "for ever on both sides"),
    ("2024/..", Y2024, False, "it never ends"),
    ("2024/", Y2024, False, "it may end later"),
    ("2024/", "2024-01-01..", True, "whenever it ends"),
    ("../2024", Y2024, False, "it never began"),
    ("/2024", "..2024-12-31", True, "whenever it began"),
    ("/..", Y2024, False, "no bound at all"),
    ("/..", ALWAYS, True, "all time"),
    ("[2024-03-05, 2024-05-09]", Y2024, True, "both of them"),
    ("[2024-03-05, 2025-05-09]", Y2024, False, "one of them only"),
    ("[..2024]", Y2024, False, "it may be earlier"),
]


@pytest.mark.parametrize(("text", "asked", "expected", "reason"), WITHIN)
def test_within_lies_wholly_inside_whatever_the_reading(text: str, asked: str, expected: bool, reason: str) -> None:
    assert lies_within(parse_date(text), period(asked)) is expected, reason


STARTS = [
    ("2024", MARCH, True, "it may start in March"),
    ("2024-03-22", Y2024, True, "it does"),
    ("2024/2026", Y2024, True, "it does"),
    ("2023/2026", Y2024, False, "it started before"),
    ("2024/..", MARCH, True, "it may"),
    ("2024/", MARCH, True, "it may"),
    ("../2024", Y2024, False, "an open start is not one"),
    ("/2024", Y2024, False, "an unknown start is not one"),
    ("/..", Y2024, False, "an unknown start is not one"),
    ("[2023, 2024-03]", MARCH, True, "one of the two"),
    ("[2023-12, 2024-05]", MARCH, False, "neither of the two"),
    ("[..2024]", MARCH, True, "a choice is one moment, which may be then"),
    ("[..2024]", "2025-01-01..", False, "it has been"),
]


@pytest.mark.parametrize(("text", "asked", "expected", "reason"), STARTS)
def test_starts_may_start_in_the_period(text: str, asked: str, expected: bool, reason: str) -> None:
    assert bool(starts_in(parse_date(text), period(asked))) is expected, reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", CERTAIN),
        ("2024/2026", CERTAIN),
        ("202X", POSSIBLE),
        ("2023", NO),
        ("[2024-01-01, 2025-06-01]", POSSIBLE),
    ],
)
def test_a_start_is_certain_only_when_all_of_it_lies_in_the_period(text: str, expected: Truth) -> None:
    assert starts_in(parse_date(text), period("2024-01-01..2024-12-31")) is expected


STATES = [
    ("2024-03-21", "occurred"),
    ("2024-03-23", "scheduled"),
    ("2024-02", "occurred"),
    ("2024-03", None),
    ("2024", None),
    ("2025", "scheduled"),
    ("2023/2025", "ongoing"),
    ("2024-03-22/2024-03-22", "ongoing"),
    ("2024-02/2024-04", "ongoing"),
    ("2024-03/2024-04", None),
    ("2023/2024-02", "occurred"),
    ("2025/..", "scheduled"),
    ("2020/..", "ongoing"),
    ("../2030", "ongoing"),
    ("2020/", None),
    ("/2030", None),
    ("../2023", "occurred"),
    ("[2023, 2025]", None),
    ("[2023, 2024-03-21]", "occurred"),
    ("[2024-03-23..]", "scheduled"),
    ("[..2024-03-21]", "occurred"),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_the_state_is_told_only_where_every_reading_tells_it(text: str, expected: str | None) -> None:
    assert state_on(parse_date(text), date(2024, 3, 22).toordinal()) == expected


TEXTS = [
    (Y2024, Y2024),
    (DAY, DAY),
    ("2024-03-22..2024-03-22", DAY),
    ("2024-03-22..", "2024-03-22.."),
    ("..2024-03-22", "..2024-03-22"),
    ("..", ".."),
]


@pytest.mark.parametrize(("asked", "text"), TEXTS)
def test_a_period_is_echoed_as_days(asked: str, text: str) -> None:
    assert period(asked).text == text


def test_a_period_is_empty_when_it_ends_before_it_starts() -> None:
    assert period("2024-03-23..2024-03-22").is_empty
    assert not period(DAY).is_empty
    assert not Period().is_empty


# Brute force: all readings of a date, by hand of a calendar of some weeks, each asked by itself.

FIRST = date(2024, 2, 20)
Reading = tuple[int, int]


@st.composite
def units(draw: st.DrawFn) -> tuple[str, list[int]]:
    """A day, a week, a month, and all of its days."""
    start = FIRST + timedelta(days=draw(st.integers(0, 45)))
    size = draw(st.sampled_from(["day", "day", "week", "month"]))
    if size == "day":
        return start.isoformat(), [start.toordinal()]
    if size == "week":
        monday = start - timedelta(days=start.weekday())
        year, number, _ = start.isocalendar()
        return f"{year}-W{number:02}", [monday.toordinal() + i for i in range(7)]
    first = start.replace(day=1).toordinal()
    return f"{start:%Y-%m}", [first + i for i in range(monthrange(start.year, start.month)[1])]


HORIZON = range(FIRST.toordinal() - 40, FIRST.toordinal() + 120)


def from_day(day: int) -> list[int]:
    return [other for other in HORIZON if other >= day] + [NEVER_ENDS]


def to_day(day: int) -> list[int]:
    return [NEVER_BEGAN] + [other for other in HORIZON if other <= day]


@st.composite
def enumerated(draw: st.DrawFn) -> tuple[str, list[Reading]]:
    """A date and everything that it may mean: the pairs of a first and a last day."""
    (a, a_days), (b, b_days), form = draw(units()), draw(units()), draw(st.sampled_from(list(FORMS)))
    if form in ("{a}/{b}", "[{a}..{b}]"):
        assume(a_days[0] <= b_days[-1])
    return form.format(a=a, b=b), FORMS[form](a_days, b_days)


def moments(days: list[int]) -> list[Reading]:
    return [(day, day) for day in days]


FORMS = {
    "{a}": lambda a, b: moments(a),
    "{a}~": lambda a, b: moments(a),
    "{a}/{b}": lambda a, b: [(s, e) for s in a for e in b if s <= e],
    "{a}/..": lambda a, b: [(s, NEVER_ENDS) for s in a],
    "../{a}": lambda a, b: [(NEVER_BEGAN, e) for e in a],
    "{a}/": lambda a, b: [(s, e) for s in a for e in from_day(s)],
    "/{a}": lambda a, b: [(s, e) for e in a for s in to_day(e)],
    "[{a}..{b}]": lambda a, b: moments([day for day in HORIZON if a[0] <= day <= b[-1]]),
    "[{a}, {b}]": lambda a, b: moments(a + b),
    "[..{a}]": lambda a, b: moments(to_day(a[-1])),
    "[{a}..]": lambda a, b: moments(from_day(a[0])),
    "/..": lambda a, b: [(s, NEVER_ENDS) for s in [NEVER_BEGAN, *HORIZON, NEVER_ENDS]],
}


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = FIRST.toordinal() + draw(st.integers(-10, 60))
    last = first + draw(st.integers(0, 40))
    return draw(st.sampled_from([Period(first, last), Period(first), Period(last=last), Period(first, first)]))


@settings(max_examples=3 * settings().max_examples)
@given(enumerated(), periods())
def test_overlap_agrees_with_asking_every_reading(dated: tuple[str, list[Reading]], asked: Period) -> None:
    text, readings = dated
    met = [start <= asked.last and end >= asked.first for start, end in readings]
    expected = CERTAIN if all(met) else POSSIBLE if any(met) else NO
    assert overlap(parse_date(text), asked) is expected


@given(enumerated(), periods())
def test_within_agrees_with_asking_every_reading(dated: tuple[str, list[Reading]], asked: Period) -> None:
    text, readings = dated
    expected = all(asked.first <= start and end <= asked.last for start, end in readings)
    assert lies_within(parse_date(text), asked) is expected


@given(enumerated(), st.integers(0, 60))
def test_the_state_agrees_with_asking_every_reading(dated: tuple[str, list[Reading]], later: int) -> None:
    text, readings = dated
    today = FIRST.toordinal() + later
    state = state_on(parse_date(text), today)
    assert (state == "occurred") is all(end < today for _, end in readings)
    assert (state == "scheduled") is all(start > today for start, _ in readings)
    lasts = "/" in text
    if text == "/..":  # what is still open has begun
        readings = [(start, end) for start, end in readings if start <= today]
    assert (state == "ongoing") is (lasts and all(start <= today <= end for start, end in readings))


@given(enumerated(), periods())
def test_what_lies_within_a_period_certainly_overlaps_it_and_is_not_background(
    dated: tuple[str, list[Reading]], asked: Period
) -> None:
    found = parse_date(dated[0])
    if lies_within(found, asked) and found.endpoints:
        assert overlap(found, asked) is CERTAIN
        assert not is_background(found, asked)


def test_the_brute_force_texts_are_dates() -> None:
    for form in FORMS:
        try:
            parse_date(form.format(a="2024-03", b="2024-W14"))
        except DateFault as fault:
            pytest.fail(f"{form}: {fault.message}")
