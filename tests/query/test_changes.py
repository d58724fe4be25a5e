"""The change between two numbers, and whether a source states the same."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.fields.amounts import parse_amount
from timeline_cli.model import Amount, Figure
from timeline_cli.query.changes import Change, agrees, change


def figure(value: str, unit: str | None = None) -> Figure:
    return Figure("m", None, "actual", parse_amount(value)[0], unit, None, None, None, None)


@pytest.mark.parametrize(
    ("before", "after", "unit", "difference", "percent"),
    [
        ("300000", "350000", None, "50000", "16.67"),
        ("350000", "300000", None, "-50000", "-14.29"),
        ("100", "100", None, "0", "0.00"),
        ("18.5", "14.4", "%", "-4.1", None),  # percentage points, no percent of a percentage
        ("0", "5", None, "5", None),
        ("-5", "5", None, "10", None),
        ("5", "-5", None, "-10", None),  # percent of nothing that is not positive, on either side
        ("5", "0", None, "-5", None),
        ("about 100", "110", None, "10", "10.00"),
        ("0.1", "0.3", None, "0.2", "200.00"),
        ("1" * 60, "1" * 59 + "2", None, "1", "0.00"),
    ],
)
def test_a_difference_is_exact(before: str, after: str, unit: str | None, difference: str, percent: str | None) -> None:
    found = change(parse_amount(before)[0], figure(after, unit))
    assert found is not None
    assert found.difference == Decimal(difference)
    assert found.percent == (None if percent is None else Decimal(percent))
    assert found.about is before.startswith("about")


@pytest.mark.parametrize(
    ("before", "after"),
    [("over 5", "7"), ("5", "under 7"), ("5 to 6", "7"), ("5", "6 to 7"), ("0." + "0" * 300 + "1", "7" * 60)],
)
def test_what_the_numbers_do_not_say_is_not_computed(before: str, after: str) -> None:
    assert change(parse_amount(before)[0], figure(after)) is None


@given(st.integers(-(10**59), 10**59), st.integers(-(10**59), 10**59))
def test_the_difference_leads_from_the_one_to_the_other(before: int, after: int) -> None:
    found = change(Amount(Decimal(before), Decimal(before)), figure(str(after)))
    assert found is not None
    assert before + int(found.difference) == after


UP = Change(Decimal(50000), Decimal("16.67"))
DOWN = Change(Decimal("-4.1"), None)


@pytest.mark.parametrize(
    ("stated", "computed", "unit", "expected"),
    [
        ("16.7%", UP, "vehicles", True),
        ("16.67%", UP, "vehicles", True),
        ("17%", UP, "vehicles", True),
        ("+17%", UP, "vehicles", True),
        ("up 17%", UP, "vehicles", True),
        ("rose by 16.7% on-year", UP, "vehicles", True),
        ("16%", UP, "vehicles", False),
        ("-17%", UP, "vehicles", False),
        ("down 17%", UP, "vehicles", False),
        ("over 15%", UP, "vehicles", True),
        ("over 20%", UP, "vehicles", False),
        ("under 20%", UP, "vehicles", True),
        ("about 17%", UP, "vehicles", True),
        ("about 20%", UP, "vehicles", False),
        ("15 to 20%", UP, "vehicles", True),
        ("50000", UP, "vehicles", True),
        ("50 thousand vehicles", UP, "vehicles", True),
        ("50000 tons", UP, "vehicles", False),
        ("a sixth", UP, "vehicles", False),
        ("", UP, "vehicles", False),
        ("down 4.1 pp", DOWN, "%", True),
        ("-4.1%", DOWN, "%", True),
        ("-3%", DOWN, "%", False),
        ("10%", Change(Decimal(1), None), "USD", False),
    ],
)
def test_what_a_source_states(stated: str, computed: Change, unit: str, expected: bool) -> None:
    assert agrees(stated, computed, unit) is expected
