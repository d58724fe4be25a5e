"""Dates of a file: bounds of every form, every refusal with its way out, the order, and the laws of parsing."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from timeline_cli.dates import calendar
from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, Precision
from timeline_cli.dates.event_date import EventDate, after_a_day, parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.hints.forms import explained
from timeline_cli.dates.points import Setting, parse_one, parse_point

SEOUL = Setting(FiscalYear(3), "Asia/Seoul")

# text, kind, precision, start, start_latest, end_earliest, end, start_edge, end_edge, flags (~ ? % or -)
FORMS = """
2024                          point     year     2024-01-01  2024-12-31  2024-01-01  2024-12-31  known    known    -
0001                          point     year     0001-01-01  0001-12-31  0001-01-01  0001-12-31  known    known    -
9999                          point     year     9999-01-01  9999-12-31  9999-01-01  9999-12-31  known    known    -
2024-02                       point     month    2024-02-01  2024-02-29  2024-02-01  2024-02-29  known    known    -
2023-02                       point     month    2023-02-01  2023-02-28  2023-02-01  2023-02-28  known    known    -
1900-02                       point     month    1900-02-01  1900-02-28  1900-02-01  1900-02-28  known    known    -
9999-12                       point     month    9999-12-01  9999-12-31  9999-12-01  9999-12-31  known    known    -
2024-02-29                    point     day      2024-02-29  2024-02-29  2024-02-29  2024-02-29  known    known    -
0001-01-01                    point     day      0001-01-01  0001-01-01  0001-01-01  0001-01-01  known    known    -
2025-03-22T10:00Z             point     minute   2025-03-22  2025-03-22  2025-03-22  2025-03-22  known    known    -
2025-03-22T10:00:30+09:00     point     second   2025-03-22  2025-03-22  2025-03-22  2025-03-22  known    known    -
2025-03-22T23:30-11:00        point     minute   2025-03-22  2025-03-22  2025-03-22  2025-03-22  known    known    -
2025-03-22T10:00              point     minute   2025-03-22  2025-03-22  2025-03-22  2025-03-22  known    known    -
201X                          point     decade   2010-01-01  2019-12-31  2010-01-01  2019-12-31  known    known    -
000X                          point     decade   0001-01-01  0009-12-31  0001-01-01  0009-12-31  known    known    -
19XX                          point     century  1900-01-01  1999-12-31  1900-01-01  1999-12-31  known    known    -
00XX                          point     century  0001-01-01  0099-12-31  0001-01-01  0099-12-31  known    known    -
99XX                          point     century  9900-01-01  9999-12-31  9900-01-01  9999-12-31  known    known    -
2024-XX                       point     year     2024-01-01  2024-12-31  2024-01-01  2024-12-31  known    known    -
2024-04-XX                    point     month    2024-04-01  2024-04-30  2024-04-01  2024-04-30  known    known    -
2024-XX-XX                    point     year     2024-01-01  2024-12-31  2024-01-01  2024-12-31  known    known    -
2024-Q1                       point     quarter  2024-01-01  2024-03-31  2024-01-01  2024-03-31  known    known    -
2024-Q4                       point     quarter  2024-10-01  2024-12-31  2024-10-01  2024-12-31  known    known    -
2024-H1                       point     half     2024-01-01  2024-06-30  2024-01-01  2024-06-30  known    known    -
2024-H2                       point     half     2024-07-01  2024-12-31  2024-07-01  2024-12-31  known    known    -
2025-W01                      point     week     2024-12-30  2025-01-05  2024-12-30  2025-01-05  known    known    -
2020-W53                      point     week     2020-12-28  2021-01-03  2020-12-28  2021-01-03  known    known    -
FY2025                        point     year     2024-04-01  2025-03-31  2024-04-01  2025-03-31  known    known    -
FY2025-Q1                     point     quarter  2024-04-01  2024-06-30  2024-04-01  2024-06-30  known    known    -
FY2025-Q4                     point     quarter  2025-01-01  2025-03-31  2025-01-01  2025-03-31  known    known    -
FY2025-H2                     point     half     2024-10-01  2025-03-31  2024-10-01  2025-03-31  known    known    -
2024?                         point     year     2024-01-01  2024-12-31  2024-01-01  2024-12-31  known    known    ?
2024-03~                      point     month    2024-03-01  2024-03-31  2024-03-01  2024-03-31  known    known    ~
2024-03-22%                   point     day      2024-03-22  2024-03-22  2024-03-22  2024-03-22  known    known    %
201X~                         point     decade   2010-01-01  2019-12-31  2010-01-01  2019-12-31  known    known    ~
FY2025-Q1?                    point     quarter  2024-04-01  2024-06-30  2024-04-01  2024-06-30  known    known    ?
2025-03-22T10:00Z~            point     minute   2025-03-22  2025-03-22  2025-03-22  2025-03-22  known    known    ~
2024/2025                     interval  year     2024-01-01  2024-12-31  2025-01-01  2025-12-31  known    known    -
2024-05/2024-06               interval  month    2024-05-01  2024-05-31  2024-06-01  2024-06-30  known    known    -
2024-03-05/2024-04            interval  month    2024-03-05  2024-03-05  2024-04-01  2024-04-30  known    known    -
2024-03-05/2025               interval  year     2024-03-05  2024-03-05  2025-01-01  2025-12-31  known    known    -
2024/2024-03                  interval  year     2024-01-01  2024-03-31  2024-03-01  2024-03-31  known    known    -
2024-03/2024                  interval  year     2024-03-01  2024-03-31  2024-03-01  2024-12-31  known    known    -
2024/2024                     interval  year     2024-01-01  2024-12-31  2024-01-01  2024-12-31  known    known    -
2024-03-05/2024-03-05         interval  day      2024-03-05  2024-03-05  2024-03-05  2024-03-05  known    known    -
2024-Q1/2024-W20              interval  quarter  2024-01-01  2024-03-31  2024-05-13  2024-05-19  known    known    -
FY2024/FY2025-Q1              interval  year     2023-04-01  2024-03-31  2024-04-01  2024-06-30  known    known    -
2024~/2025                    interval  year     2024-01-01  2024-12-31  2025-01-01  2025-12-31  known    known    ~
2024?/2025~                   interval  year     2024-01-01  2024-12-31  2025-01-01  2025-12-31  known    known    %
2024/2025%                    interval  year     2024-01-01  2024-12-31  2025-01-01  2025-12-31  known    known    %
2025-03-22T09:00Z/2025-03-22T10:00Z  interval  minute  2025-03-22  2025-03-22  2025-03-22  2025-03-22  known  known  -
2006/..                       interval  year     2006-01-01  2006-12-31  inf         inf         known    open     -
2006-05-03~/..                interval  day      2006-05-03  2006-05-03  inf         inf         known    open     ~
../2006                       interval  year     -inf        -inf        2006-01-01  2006-12-31  open     known    -
../2006-05?                   interval  month    -inf        -inf        2006-05-01  2006-05-31  open     known    ?
2006/                         interval  year     2006-01-01  2006-12-31  2006-01-01  inf         known    unknown  -
2006-05-03/                   interval  day      2006-05-03  2006-05-03  2006-05-03  inf         known    unknown  -
/2006                         interval  year     -inf        2006-12-31  2006-01-01  2006-12-31  unknown  known    -
/2006-05-03                   interval  day      -inf        2006-05-03  2006-05-03  2006-05-03  unknown  known    -
/..                           interval  -        -inf        inf         inf         inf         unknown  open     -
[2024-03-05..2024-03-09]      choice    day      2024-03-05  2024-03-09  2024-03-05  2024-03-09  known    known    -
[2024-03..2024-05-09]         choice    month    2024-03-01  2024-05-09  2024-03-01  2024-05-09  known    known    -
[2024..2025]                  choice    year     2024-01-01  2025-12-31  2024-01-01  2025-12-31  known    known    -
[..2025-03-24]                choice    day      -inf        2025-03-24  -inf        2025-03-24  open     known    -
[2025-03..]                   choice    month    2025-03-01  inf         2025-03-01  inf         known    open     -
[2024-03-05, 2024-03-09]      choice    day      2024-03-05  2024-03-09  2024-03-05  2024-03-09  known    known    -
[2024-03-09, 2024-03-05]      choice    day      2024-03-05  2024-03-09  2024-03-05  2024-03-09  known    known    -
[2020, 2024-03, 2024-05-06]   choice    year     2020-01-01  2024-05-06  2020-01-01  2024-05-06  known    known    -
[2024]                        choice    year     2024-01-01  2024-12-31  2024-01-01  2024-12-31  known    known    -
[FY2024, FY2025]              choice    year     2023-04-01  2025-03-31  2023-04-01  2025-03-31  known    known    -
"""

FORM_ROWS = [tuple(re.split(r" {2,}", line)) for line in FORMS.strip().splitlines()]


def shown(ordinal: int) -> str:
    return {NEVER_BEGAN: "-inf", NEVER_ENDS: "inf"}.get(ordinal) or date.fromordinal(ordinal).isoformat()


def flags(found: EventDate) -> str:
    return {(True, True): "%", (True, False): "~", (False, True): "?"}.get((found.approximate, found.uncertain), "-")


def described(found: EventDate) -> tuple[str, ...]:
    precision = found.precision.word if found.precision is not None else "-"
    bounds = [shown(ordinal) for ordinal in found.bounds]
    return (found.kind, precision, *bounds, found.start_edge, found.end_edge, flags(found))


@pytest.mark.parametrize("row", FORM_ROWS, ids=lambda row: row[0])
def test_every_form_has_its_bounds_precision_edges_and_flags(row: tuple[str, ...]) -> None:
    assert described(parse_date(row[0], SEOUL)) == row[1:]


@pytest.mark.parametrize("row", FORM_ROWS, ids=lambda row: row[0])
def test_every_form_is_its_own_canonical_text(row: tuple[str, ...]) -> None:
    # A time takes the offset of its place into its text, so that it reads back without the place.
    expected = row[0] + "+09:00" if row[0] == "2025-03-22T10:00" else row[0]
    assert parse_date(row[0], SEOUL).text == expected


CANONICAL = [
    ("  2024-03 ", "2024-03"),
    ("2024 / 2025", "2024/2025"),
    ("2024 / ..", "2024/.."),
    (" / ..", "/.."),
    ("[ 2024 .. 2025 ]", "[2024..2025]"),
    ("[ ..2025]", "[..2025]"),
    ("[2024,2025]", "[2024, 2025]"),
    ("[ 2024 ,2025-01 ]", "[2024, 2025-01]"),
    ("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00"),
    ("1985-04-12T23:20:30+0900", "1985-04-12T23:20:30+09:00"),
]


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_spaces_and_short_offsets_are_made_canonical(text: str, canonical: str) -> None:
    assert parse_date(text).text == canonical


TIMES = [
    ("2025-03-22T10:00Z", "2025-03-22T10:00:00Z", "2025-03-22T10:00:00Z"),
    ("2025-03-22T10:00:30Z", "2025-03-22T10:00:30Z", "2025-03-22T10:00:30Z"),
    ("2025-03-22T10:00+09:00", "2025-03-22T10:00:00+09:00", "2025-03-22T10:00:00+09:00"),
    ("2025-03-22T10:00-04:30", "2025-03-22T10:00:00-04:30", "2025-03-22T10:00:00-04:30"),
    ("2025-03-22T10:00", "2025-03-22T10:00:00+09:00", "2025-03-22T10:00:00+09:00"),
    ("2025-03-22T10:00Z~", "2025-03-22T10:00:00Z", "2025-03-22T10:00:00Z"),
    ("2025-03-22T10:00Z/..", "2025-03-22T10:00:00Z", None),
    ("2025-03-22/2025-03-23T10:00Z", None, "2025-03-23T10:00:00Z"),
    ("2025-03-22", None, None),
    ("[2025-03-22T10:00Z, 2025-03-22T11:00Z]", None, None),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_times_are_rfc_3339_and_only_where_one_is_written(text: str, start: str | None, end: str | None) -> None:
    found = parse_date(text, SEOUL)
    assert (found.start_time, found.end_time) == (start, end)


ALTERNATIVES = [
    ("2024-03", [("2024-03-01", "2024-03-31")]),
    ("[2024-03-05..2024-03-09]", [("2024-03-05", "2024-03-09")]),
    ("[2020, 2024-03]", [("2020-01-01", "2020-12-31"), ("2024-03-01", "2024-03-31")]),
]


@pytest.mark.parametrize(("text", "expected"), ALTERNATIVES)
def test_a_list_keeps_each_alternative_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(shown(r.start), shown(r.end)) for r in parse_date(text).readings] == expected


def test_a_side_of_a_fiscal_interval_takes_the_given_days_of_our_own_json() -> None:
    days = date(2024, 4, 1).toordinal(), date(2025, 3, 31).toordinal()
    found = parse_date("FY2025", Setting(given=(*days, *days)))
    assert described(found)[2:6] == ("2024-04-01", "2025-03-31", "2024-04-01", "2025-03-31")


@pytest.mark.parametrize("text", ["[FY2024, FY2025]", "[FY2024..FY2025]"])
def test_a_fiscal_choice_takes_the_given_days_of_our_own_json(text: str) -> None:
    days = date(2023, 4, 1).toordinal(), date(2025, 3, 31).toordinal()
    bounds = parse_date(text, Setting(given=(*days, *days))).bounds
    assert (bounds.start, bounds.end) == days


# text, code, words of the reason, words of the hint
REFUSALS = [
    ("2025-02-30", "E101", "2025-02-30 does not exist: February 2025 has 28 days", "2025-02-28"),
    ("2024-02-30", "E101", "February 2024 has 29 days", "2024-02-29"),
    ("2025-04-31", "E101", "April 2025 has 30 days", "2025-04-30"),
    ("2025-04-00", "E101", "2025-04-00 does not exist", "write 2025-04 if the rest is unknown"),
    ("2025-13", "E101", "there is no month 13", "01 to 12"),
    ("2025-00", "E101", "2025-00 does not exist", "write 2025 if the rest is unknown"),
    ("2025-00-12", "E101", "there is no month 00", "01 to 12"),
    ("2025-13-00", "E101", "there is no month 13", "01 to 12"),
    ("2025-20", "E101", "there is no month 20", "01 to 12"),
    ("2025-42", "E101", "there is no month 42", "01 to 12"),
    ("2025-13-XX", "E101", "there is no month 13", "01 to 12"),
    ("2025-31-12", "E101", "there is no month 31", "2025-12-31 exists"),
    ("2025-Q5", "E101", "2025-Q5 does not exist", "quarters run from Q1 to Q4"),
    ("2025-H3", "E101", "2025-H3 does not exist", "H1 and H2"),
    ("Q4..", "E102", "Q4", "add the year"),
    ("../..March", "E102", "March", "add the year"),
    ("Q4", "E102", "Q4 has no year", "add the year"),
    ("H3", "E102", "H3 is not a date", "2025-03-22"),
    ("March", "E102", "March has no year", "add the year"),
    ("Marvellous", "E102", "Marvellous is not a date", "2025-03-22"),
    ("22 March", "E102", "has no year", "add the year"),
    ("Sept. 3rd", "E102", "has no year", "add the year"),
    ("2025-W00", "E101", "does not exist", "2025-W52"),
    ("2025-W53", "E101", "2025-W53 does not exist: 2025 has 52 weeks", "2025-W52"),
    ("2020-W54", "E101", "2020 has 53 weeks", "2020-W53"),
    ("0000", "E101", "no year 0", "0001 to 9999"),
    ("0000-01-01", "E101", "no year 0", "0001 to 9999"),
    ("0000-XX", "E101", "no year 0", "0001 to 9999"),
    ("2025-03-22T24:00Z", "E101", "24:00 is not a time", "00 to 23"),
    ("2025-03-22T10:60Z", "E101", "10:60 is not a time", "00 to 59"),
    ("2025-03-22T10:00:60Z", "E101", "10:00:60 is not a time", "00 to 59"),
    ("2025-03-22T10:00+16:00", "E101", "+16:00 is not an offset", "+09:00"),
    ("2025-03-22T10:00+09:60", "E101", "+09:60 is not an offset", "+09:00"),
    ("2025-02-30T10:00Z", "E101", "2025-02-30 does not exist", "2025-02-28"),
    ("2025-02-30~", "E101", "2025-02-30 does not exist", "2025-02-28"),
    ("2025-01/2025-02-30", "E101", "2025-02-30 does not exist", "2025-02-28"),
    ("[2025-02-30, 2025-03-01]", "E101", "2025-02-30 does not exist", "2025-02-28"),
    ("[..2025-02-30]", "E101", "2025-02-30 does not exist", "2025-02-28"),
    ("", "E102", "empty", "2025-03-22"),
    ("   ", "E102", "empty", "2025-03-22"),
    ("[]", "E102", "empty", "2025-03-22"),
    ("nonsense", "E102", "nonsense", "2025-03-22"),
    ("2024/2025/2026", "E102", "2024/2025/2026", "2025-03-22"),
    ("2024??", "E102", "qualifies part", "2004-06-11~"),
    ("2024, 2025", "E102", "2024, 2025", "2025-03-22"),
    ("/", "E102", "has no start and no end", "write /.."),
    ("../", "E102", "has no start and no end", "write /.."),
    ("../..", "E102", "has no start and no end", "write /.."),
    ("[..]", "E102", "has no start and no end", "[..2025-03-24]"),
    ("[2024, 2025..2026]", "E102", "mixes a list and a range", "[2025-03-01, 2025-03-05]"),
    ("[2024..2025..2026]", "E102", "mixes a list and a range", "[a..b]"),
    ("[2024, nonsense]", "E102", "nonsense", "2025-03-22"),
    ("x" * 501, "E102", "too long", "a separate event"),
    ("{2024, 2025}", "E102", "all of these dates", "one event per date"),
    ("-0043", "E102", "outside the supported years", "0001 to 9999"),
    ("12025", "E102", "outside the supported years", "0001 to 9999"),
    ("Y170000002", "E102", "outside the supported years", "0001 to 9999"),
    ("2004?-06-11", "E102", "qualifies part", "2004-06-11~"),
    ("156X-12-25", "E102", "has unknown digits before known ones", "2024-05-XX"),
    ("2024-XX-05", "E102", "has unknown digits before known ones", "2024-05-XX"),
    ("early 2025", "E102", "no fixed bounds", "write 2025-01/2025-04 for"),
    ("TBD", "E102", "is not a date", "write what is known"),
    ("unknown", "E102", "is not a date", "write what is known"),
    ("today", "E102", "means something else every day", "write the date itself"),
    ("last week", "E102", "means something else every day", "write the date itself"),
    ("3 days ago", "E102", "means something else every day", "write the date itself"),
    ("2025-03-22T10", "E102", "a time in an unknown form", "write 2025-03-22, or its time as hh:mm"),
    ("2025/2024", "E103", "2025/2024 ends before it starts", "write 2024/2025"),
    ("2025-03~/2024?", "E103", "ends before it starts", "write 2024?/2025-03~"),
    ("[2025..2024]", "E103", "ends before it starts", "write [2024..2025]"),
    ("2025-03-22T10:00Z/2025-03-22T09:00Z", "E103", "ends before", "write 2025-03-22T09:00Z/2025-03-22T10:00Z"),
    ("2025-03-22T10:00", "E104", "offset from UTC, or a place", "2025-03-22T10:00Z"),
    ("2025-03-22T10:00:30", "E104", "offset from UTC, or a place", "2025-03-22T10:00Z"),
    ("2025-22", "E105", "code for a season", "write 2025-06/2025-08 for"),
    ("2025-25", "E105", "code for a season", "write 2025-03/2025-05 for"),
    ("spring 2025", "E105", "spring 2025 names a season", "2025-03/2025-05"),
    ("Autumn 2025", "E105", "Autumn 2025 names a season", "2025-09/2025-11"),
    ("2025 winter", "E105", "names a season", "2025-12/2026-02"),
    ("03/04/2025", "E106", "2025-03-04 or 2025-04-03", "write the year first"),
    ("3.4.2025", "E106", "2025-03-04 or 2025-04-03", "write 2025-04-03, as dates with dots"),
    ("03/04/25", "E106", "which part is the year", "four digits"),
    ("FY2025", "E107", "FY2025 needs the end", "fiscal_year_end"),
    ("FY2025-Q2", "E107", "FY2025-Q2 needs the end", "fiscal_of"),
    ("2024/FY2025", "E107", "FY2025 needs the end", "fiscal_of"),
    ("[FY2024, FY2025]", "E107", "FY2024 needs the end", "fiscal_of"),
]


def fault_of(text: str, setting: Setting = Setting()) -> DateFault:  # noqa: B008 (frozen)
    with pytest.raises(DateFault) as caught:
        parse_date(text, setting)
    return explained(text, caught.value)


@pytest.mark.parametrize(("text", "code", "reason", "hint"), REFUSALS)
def test_every_refusal_has_its_code_its_reason_and_a_way_out(text: str, code: str, reason: str, hint: str) -> None:
    fault = fault_of(text)
    assert fault.code == code
    assert reason in fault.message
    assert hint in fault.hint.text


ZONE_REFUSALS = [
    ("2025-03-09T02:30", "America/New_York", "E101", "clocks in America/New_York skip 02:30"),
    ("2025-11-02T01:30", "America/New_York", "E104", "01:30 occurs twice in America/New_York"),
]


@pytest.mark.parametrize(("text", "zone", "code", "reason"), ZONE_REFUSALS)
def test_a_time_that_the_clocks_of_the_place_skip_or_repeat_is_refused(
    text: str, zone: str, code: str, reason: str
) -> None:
    fault = fault_of(text, Setting(zone=zone))
    assert (fault.code, fault.hint.text) == (code, "add the offset from UTC to the time")
    assert reason in fault.message


# What the hint says to write: all of these forms are dates that a file may hold.
WRITE = [
    ("20250322", "2025-03-22"),
    ("202503", "2025-03"),
    ("2025-3", "2025-03"),
    ("2025-3-2", "2025-03-02"),
    ("2025/03/22", "2025-03-22"),
    ("2025.3.22", "2025-03-22"),
    ("22/03/2025", "2025-03-22"),
    ("03/22/2025", "2025-03-22"),
    ("22.03.2025", "2025-03-22"),
    ("Q1 2025", "2025-Q1"),
    ("Q1/2025", "2025-Q1"),
    ("2025 Q1", "2025-Q1"),
    ("2025Q1", "2025-Q1"),
    ("2025-q1", "2025-Q1"),
    ("1Q2025", "2025-Q1"),
    ("1Q25", "2025-Q1"),
    ("H1 2025", "2025-H1"),
    ("2025H2", "2025-H2"),
    ("fy2025", "FY2025"),
    ("FY 2025", "FY2025"),
    ("FY2025 Q2", "FY2025-Q2"),
    ("Q2 FY2025", "FY2025-Q2"),
    ("H1 FY2025", "FY2025-H1"),
    ("March 2025", "2025-03"),
    ("Mar 2025", "2025-03"),
    ("Sept. 2025", "2025-09"),
    ("2025 March", "2025-03"),
    ("22 March 2025", "2025-03-22"),
    ("22nd of March, 2025", "2025-03-22"),
    ("March 22, 2025", "2025-03-22"),
    ("about 2025", "2025~"),
    ("c. 2025-03", "2025-03~"),
    ("~2025", "2025~"),
    ("since 2006", "2006/.."),
    ("from 2006-05", "2006-05/.."),
    ("until 2006", "../2006"),
    ("by 2006", "[..2006]"),
    ("2010s", "201X"),
    ("2025-03-22 10:00Z", "2025-03-22T10:00Z"),
    ("2025-03-22 10:00 +09:00", "2025-03-22T10:00+09:00"),
    ("2025-03-22 10:00", "2025-03-22T10:00Z"),
    ("2025-03-22t10:00:30z", "2025-03-22T10:00:30Z"),
    ("2025-34", "2025-Q2"),
    ("2025-38", "2025-05/2025-08"),
    ("2025-41", "2025-H2"),
    ("2024..2025", "2024/2025"),
    ("2024-03-05..2024-03-09", "[2024-03-05..2024-03-09]"),
    ("2025-05-28..", "2025-05-28/.."),
    ("2025-05-28..", "[2025-05-28..]"),
    ("..2025-05-28", "../2025-05-28"),
    ("..2025-05-28", "[..2025-05-28]"),
    ("1950S2", "1950~"),
    ("1950S2", "195X"),
    ("1950S2", "19XX"),
    ("late 2025", "2025-09/2025-12"),
    ("2025/2024-03", "2024-03/2025"),
    ("[2025-05..2024]", "[2024..2025-05]"),
    ("2025-22", "[2025-06..2025-08]"),
    ("../..", "/.."),
]


@pytest.mark.parametrize(("text", "form"), WRITE)
def test_what_the_hint_says_to_write_is_a_date(text: str, form: str) -> None:
    assert form in fault_of(text, SEOUL).hint.text
    assert parse_date(form, SEOUL)


# Near forms of days that do not exist, or of words that are no date: writing what the hint says would fail again.
NEAR_NOTHING = [
    "FY2025-Q5",
    "FY2025-H3",
    "Q7 FY2025",
    "31/04/2025",
    "2025/02/30",
    "2025-4-31",
    "20250230",
    "202513",
    "30 Feb 2025",
    "since March",
    "until spring",
    "by today",
    "about 2025-13",
    "2024...2025",
    "2024-03-15..18",
    "March..April",
    "9999-W52",
    "2025-03-22 25:00",
    "2025-03-22T10:00+09:00/2025-03-21T19:30-05:00",
]


def forms_to_write(hint: str) -> list[str]:
    """The forms after `write`, and after `the last one is` and its like."""
    found = re.search(r"(?:write|the last .*? is) (\S+)(?: for something that lasts, (\[.*\]) for one)?", hint)
    return [form for form in found.groups() if form] if found else []


@pytest.mark.parametrize("text", NEAR_NOTHING)
def test_a_hint_does_not_say_to_write_what_is_refused_again(text: str) -> None:
    for form in forms_to_write(fault_of(text, SEOUL).hint.text):
        if re.search(r"\d|\.\.", form):
            assert parse_date(form, SEOUL)


LEAVES_OUT = [
    ("before 2025", "-inf", "2024-12-31"),
    ("before 2025-03-24", "-inf", "2025-03-23"),
    ("after 2025", "2026-01-01", "inf"),
    ("after 2025-03-24", "2025-03-25", "inf"),
]


@pytest.mark.parametrize(("text", "start", "end"), LEAVES_OUT)
def test_the_hint_for_before_and_after_leaves_the_named_time_out(text: str, start: str, end: str) -> None:
    bounds = parse_date(forms_to_write(fault_of(text).hint.text)[0]).bounds
    assert (shown(bounds.start), shown(bounds.end)) == (start, end)


def test_the_hint_for_tbd_calls_a_moment_from_2025_a_choice_and_not_an_interval() -> None:
    assert "[2025..] (once, from 2025 on)" in fault_of("TBD").hint.text


@pytest.mark.parametrize("text", ["05/05/2025", "1.1.2025"])
def test_a_day_that_reads_the_same_either_way_round_is_not_ambiguous(text: str) -> None:
    fault = fault_of(text)
    assert fault.code == "E102"
    assert parse_date(forms_to_write(fault.hint.text)[0]).kind == "point"


@pytest.mark.parametrize("text", ["[2024?..2025]", "[2024~, 2025]"])
def test_a_qualifier_in_a_choice_is_refused_as_such(text: str) -> None:
    fault = fault_of(text)
    assert fault.code == "E102"
    assert "qualifies part of the date" not in fault.message


@pytest.mark.parametrize("text", ["199x", "19xx", "2023-xx", "2023-05-xx"])
def test_a_small_x_is_refused_with_the_capital_form(text: str) -> None:
    assert f"write {text.upper()}" in fault_of(text).hint.text


def test_a_long_text_is_shortened() -> None:
    assert len(fault_of("word " * 90).message) < 120


def test_parse_point_takes_no_qualifier_and_parse_one_takes_one() -> None:
    assert parse_one("2024~", Setting()).qualifier == "~"
    with pytest.raises(DateFault):
        parse_point("2024~", Setting())


# Each line sorts before the next; the texts of one line sort alike.
ORDER = [
    ["19XX"],
    ["201X"],
    ["2010"],
    ["2024", "../2024", "/2024", "[..2024]", "2024/..", "2024/", "2024/2026", "2024~", "[2024, 2026]", "[2024..]"],
    ["2024-H1"],
    ["2024-Q1", "../2024-Q1"],
    ["2024-01", "../2024-01", "/2024-01", "[..2024-01]", "[2024-05, 2024-01]"],
    ["2024-W01"],
    ["2024-01-01", "../2024-01-01", "[..2024-01-01]", "/2024-01-01", "2024-01-01/2030"],
    ["2024-01-01T09:00+09:00", "2024-01-01T00:00Z"],
    ["2024-01-01T10:00Z"],
    ["2024-01-02", "../2024-01-02"],
    ["2024-02"],
    ["2025"],
    ["9999-12-31"],
    ["/.."],
]


def test_order_is_earliest_start_then_coarser_first_and_no_bound_last() -> None:
    keys = [{parse_date(text).sort_key for text in line} for line in ORDER]
    assert [len(line) for line in keys] == [1] * len(ORDER)
    flat = [line.pop() for line in keys]
    assert flat == sorted(set(flat))


DAYS_OF_UNITS = [
    (calendar.day(2024, 2, 29), "2024-02-29", "2024-02-29"),
    (calendar.months(2024, 2, 1), "2024-02-01", "2024-02-29"),
    (calendar.months(2024, 13, 1), "2025-01-01", "2025-01-31"),
    (calendar.months(2024, 0, 2), "2023-12-01", "2024-01-31"),
    (calendar.months(2024, -10, 12), "2023-02-01", "2024-01-31"),
    (calendar.years(2020, 10), "2020-01-01", "2029-12-31"),
    (calendar.years(0, 10), "0001-01-01", "0009-12-31"),
    (calendar.quarter(2024, 3), "2024-07-01", "2024-09-30"),
    (calendar.half(2024, 2), "2024-07-01", "2024-12-31"),
    (calendar.week(2026, 1), "2025-12-29", "2026-01-04"),
]


@pytest.mark.parametrize(("days", "first", "last"), DAYS_OF_UNITS)
def test_units_span_their_first_to_last_day(days: tuple[int, int], first: str, last: str) -> None:
    assert (shown(days[0]), shown(days[1])) == (first, last)


@pytest.mark.parametrize("ordinal", [None, 0, -5, NEVER_BEGAN, NEVER_ENDS])
def test_no_bound_has_no_iso_day(ordinal: int | None) -> None:
    assert calendar.iso(ordinal) is None


def test_a_greater_precision_is_coarser() -> None:
    words = "second minute day week month quarter half year decade century"
    assert [precision.word for precision in sorted(Precision)] == words.split()


# The whole grammar of the design, section 3, as a strategy.


def _years(low: int = 2, high: int = 9998) -> st.SearchStrategy[str]:
    return st.integers(low, high).map("{:04}".format)


@st.composite
def _timed(draw: st.DrawFn) -> str:
    clock = draw(st.times().map(lambda time: time.strftime("%H:%M:%S")))[: draw(st.sampled_from([5, 8]))]
    hours, minutes = draw(st.integers(0, 14)), draw(st.sampled_from([0, 30, 45]))
    sign = draw(st.sampled_from("+-"))
    offsets = st.sampled_from(["", "Z", f"{sign}{hours:02}", f"{sign}{hours:02}:{minutes:02}"])
    return f"{draw(_day)}T{clock}{draw(offsets)}"


_day = st.dates(date(2, 1, 1), date(9998, 12, 31)).map(date.isoformat)
_month = st.builds("{}-{:02}".format, _years(), st.integers(1, 12))
_parts = st.sampled_from(["", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2"])
points = st.one_of(
    _years(1, 9999),
    _month,
    _day,
    _timed(),
    st.integers(0, 999).map("{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
    _years().map("{}-XX".format),
    _month.map("{}-XX".format),
    _years().map("{}-XX-XX".format),
    st.builds("{}{}".format, _years(), _parts),
    st.builds("{}-W{:02}".format, _years(), st.integers(1, 52)),
    st.builds("FY{}{}".format, _years(), _parts),
)
ones = st.builds("{}{}".format, points, st.sampled_from(["", "", "?", "~", "%"]))
gap = st.sampled_from(["", "", " "])
intervals = st.one_of(
    st.builds("{}{}/{}{}".format, ones, gap, gap, ones),
    st.builds("{}{}/{}..".format, ones, gap, gap),
    st.builds("..{}/{}{}".format, gap, gap, ones),
    ones.map("{}/".format),
    ones.map("/{}".format),
    st.just("/.."),
)
choices = st.one_of(
    st.builds("[{}{}..{}{}]".format, points, gap, gap, points),
    points.map("[..{}]".format),
    points.map("[{}..]".format),
    st.builds(lambda sep, parts: f"[{sep.join(parts)}]", st.sampled_from([",", ", "]), st.lists(points, min_size=1)),
)
dates = st.one_of(ones, intervals, choices).filter(lambda text: len(text) < 450)


def parsed(text: str) -> EventDate:
    """A generated text; one whose sides are the wrong way round is thrown away, every other refusal is a failure."""
    try:
        return parse_date(text, SEOUL)
    except DateFault as fault:
        skipped = fault.code == "E103" or "Asia/Seoul" in fault.message
        assume(not skipped)
        raise


@given(dates)
@example("[2024 ..2025]")
@example("000X/0001")
@example("9999")
def test_the_canonical_text_reads_back_to_the_same_date(text: str) -> None:
    found = parsed(text)
    assert parse_date(found.text, SEOUL) == found


@given(dates)
def test_bounds_are_in_order(text: str) -> None:
    bounds = parsed(text).bounds
    assert bounds.start <= bounds.start_latest
    assert bounds.end_earliest <= bounds.end
    assert bounds.start <= bounds.end_earliest
    assert bounds.start_latest <= bounds.end


@given(points, st.sampled_from("?~%"))
def test_a_qualifier_never_moves_a_bound_or_the_order(text: str, qualifier: str) -> None:
    plain, qualified = parsed(text), parsed(text + qualifier)
    assert (plain.readings, plain.sort_key) == (qualified.readings, qualified.sort_key)


@given(points, points)
def test_the_ends_of_an_interval_lie_in_the_days_of_its_points(start: str, end: str) -> None:
    found, first, last = parsed(f"{start}/{end}").bounds, parsed(start).bounds, parsed(end).bounds
    assert (found.start, found.end) == (first.start, last.end)
    assert found.start_latest <= first.start_latest
    assert found.end_earliest >= last.end_earliest


DATE_LIKE = st.text("0123456789-/.[]{},:TZXQHWFYSx+?~% \nmarchspingbeo", max_size=30)


@settings(max_examples=2 * settings().max_examples)
@given(st.one_of(st.text(max_size=40), DATE_LIKE, st.builds("{}{}".format, points, DATE_LIKE)))
@example("\x00")
@example("٢٠٢٤")
@example("２０２４")
@example("FY9999-Q4")
@example("9999-12-31T23:59-12:00")
@example("0001-01-01T00:00+14:00")
def test_any_text_is_a_date_or_a_fault_with_a_reason_and_a_hint(text: str) -> None:
    for setting in (Setting(), SEOUL, Setting(FiscalYear(3, named_by_start=True), "America/New_York")):
        try:
            parse_date(text, setting)
        except DateFault as bare:
            fault = explained(text, bare)
            assert re.fullmatch("E10[1-7]", fault.code)
            assert fault.message
            assert fault.hint.text


def test_a_journey_over_the_date_line_goes_forward_by_the_clock() -> None:
    found = parse_date("2025-03-22T10:00+09:00/2025-03-21T20:30-05:00")
    assert (found.start_time, found.end_time) == ("2025-03-22T10:00:00+09:00", "2025-03-21T20:30:00-05:00")
    assert found.bounds.start <= found.bounds.end


@given(
    st.dates() | st.sampled_from(["2025-02-30", "2025-W01-1", "0000-01-01", "20250-1-01"]), st.sampled_from(["", "/.."])
)
def test_a_frequent_form_is_read_as_any_other(day: date | str, end: str) -> None:
    def read(text: str) -> EventDate | str:
        try:
            return parse_date(text)
        except DateFault as fault:
            return fault.message

    # With a space before the slash, or as one of two dates, nothing takes the short way.
    expected = read(f"{day} {end}") if end else read(f"{day}?")
    if isinstance(expected, EventDate):
        expected = expected._replace(text=f"{day}{end}", uncertain=False)
        assert after_a_day(expected) == end
        assert after_a_day(expected._replace(uncertain=True)) is None
    assert read(f"{day}{end}") == expected
