"""The feature table of EDTF (ISO 8601-2, Library of Congress): each row has its bounds or is refused by name."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.hints.forms import explained
from timeline_cli.dates.points import Setting

LINES = (Path(__file__).parent / "edtf-loc-features.tsv").read_text(encoding="utf-8").splitlines()[1:]
ROWS = [tuple(line.split("\t")) for line in LINES]

# Not in the subset: the code with which each is refused, and with which form in the hint.
REFUSED = [
    # A local time needs the place's time zone (a test below gives it one).
    ("1985-04-12T23:20:30", "E104", "1985-04-12T23:20Z"),
    # Years beyond 0001 to 9999, and years told by exponent or significant digits.
    ("Y170000002", "E102", "0001 to 9999"),
    ("Y-170000002", "E102", "0001 to 9999"),
    ("-1985", "E102", "0001 to 9999"),
    ("Y-17E7", "E102", "0001 to 9999"),
    ("1950S2", "E102", "19XX"),
    ("Y171010000S3", "E102", "0001 to 9999"),
    ("Y3388E2S3", "E102", "0001 to 9999"),
    # Seasons have no fixed bounds.
    ("2001-21", "E105", "2001-03/2001-05"),
    ("2001-22", "E105", "2001-06/2001-08"),
    ("2001-23", "E105", "2001-09/2001-11"),
    ("2001-24", "E105", "2001-12/2002-02"),
    # As often a fiscal year as the code for a spring.
    ("2024-25", "E106", "FY2025"),
    ("2024-28", "E105", "2024-12/2025-02"),
    ("2024-29", "E105", "2024-09/2024-11"),
    ("2024-32", "E105", "2024-06/2024-08"),
    # Quarters, quadrimesters and halves have forms that a person can read.
    ("2001-34", "E102", "2001-Q2"),
    ("2024-33", "E102", "2024-Q1"),
    ("2024-35", "E102", "2024-Q3"),
    ("2024-36", "E102", "2024-Q4"),
    ("2024-37", "E102", "2024-01/2024-04"),
    ("2024-38", "E102", "2024-05/2024-08"),
    ("2024-39", "E102", "2024-09/2024-12"),
    ("2024-40", "E102", "2024-H1"),
    ("2024-41", "E102", "2024-H2"),
    # A choice is a list or a range, and "all of" is an event each.
    ("[1667,1668,1670..1672]", "E102", "[2025-03-01, 2025-03-05]"),
    ("[1760-01,1760-02,1760-12..]", "E102", "[2025-03-01, 2025-03-05]"),
    ("{1667,1668,1670..1672}", "E102", "one event per date"),
    ("{1960,1961-12}", "E102", "one event per date"),
    ("{..1984}", "E102", "one event per date"),
    # A qualifier stands once, for the whole date.
    ("2004-06~-11", "E102", "2004-06-11~"),
    ("2004?-06-11", "E102", "2004-06-11~"),
    ("?2004-06-~11", "E102", "2004-06-11~"),
    ("2004-%06-11", "E102", "2004-06-11~"),
    ("2004-06-~01/2004-06-~20", "E102", "2004-06-11~"),
    # Unspecified digits stand at the end.
    ("156X-12-25", "E102", "201X"),
    ("15XX-12-25", "E102", "201X"),
    ("XXXX-12-XX", "E102", "201X"),
    ("1XXX-XX", "E102", "201X"),
    ("1XXX-12", "E102", "201X"),
    ("1984-1X", "E102", "201X"),
]
# The table gives choices no bounds: earliest and latest of each alternative, by hand.
CHOICES = [
    ("[..1760-12-03]", [("-inf", "1760-12-03")]),
    ("[1760-12..]", [("1760-12-01", "inf")]),
    ("[1667,1760-12]", [("1667-01-01", "1667-12-31"), ("1760-12-01", "1760-12-31")]),
    ("[..1984]", [("-inf", "1984-12-31")]),
]
NOT_PLAIN = {row[0] for row in REFUSED} | {row[0] for row in CHOICES}
PLAIN = [(row[2], row[4], row[5]) for row in ROWS if row[2] not in NOT_PLAIN]


def shown(ordinal: int) -> str:
    return {NEVER_BEGAN: "-inf", NEVER_ENDS: "inf"}.get(ordinal) or date.fromordinal(ordinal).isoformat()


def sides(found: EventDate) -> tuple[str, str]:
    """Earliest and latest as the table writes them: an unknown side has no bound."""
    assert found.start_edge == "known" or found.bounds.start == NEVER_BEGAN
    assert found.end_edge == "known" or found.bounds.end == NEVER_ENDS
    return (
        "unknown" if found.start_edge == "unknown" else shown(found.bounds.start),
        "unknown" if found.end_edge == "unknown" else shown(found.bounds.end),
    )


@pytest.mark.parametrize(("text", "earliest", "latest"), PLAIN)
def test_a_row_of_the_subset_has_the_bounds_of_the_standard(text: str, earliest: str, latest: str) -> None:
    assert sides(parse_date(text)) == (earliest, latest)


@pytest.mark.parametrize(("text", "code", "hint"), REFUSED)
def test_a_row_outside_the_subset_is_refused_by_name(text: str, code: str, hint: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_date(text)
    fault = explained(text, caught.value)
    assert fault.code == code
    assert hint in fault.hint.text


@pytest.mark.parametrize(("text", "alternatives"), CHOICES)
def test_a_choice_is_one_moment_in_one_of_its_alternatives(text: str, alternatives: list[tuple[str, str]]) -> None:
    found = parse_date(text)
    assert found.kind == "choice"
    assert [(shown(r.start), shown(r.end)) for r in found.readings] == alternatives
    assert [(shown(r.end_earliest), shown(r.start_latest)) for r in found.readings] == alternatives


def test_a_local_time_takes_the_zone_of_the_place() -> None:
    found = parse_date("1985-04-12T23:20:30", Setting(zone="Asia/Tokyo"))
    assert (found.start_time, *sides(found)) == ("1985-04-12T23:20:30+09:00", "1985-04-12", "1985-04-12")


def test_every_row_is_in_exactly_one_table() -> None:
    named = Counter(row[0] for row in REFUSED) + Counter(row[0] for row in CHOICES)
    assert set(named.values()) == {1}
    assert set(named) <= {row[2] for row in ROWS}
    assert len(ROWS) == 79
    assert all(earliest and latest for _, earliest, latest in PLAIN)
