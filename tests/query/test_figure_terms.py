"""Terms on figures: what is told of a value that is no number, computed from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import cast

import pytest

from timeline_cli.errors import UsageFault
from timeline_cli.query.figure_terms import FIGURE_TERMS
from timeline_cli.query.term import Ask

Write = Callable[..., str]
Run = Callable[..., "tuple[int, str, str]"]
NO_ASK = cast(Ask, None)  # this term needs nothing of it
MEANT = [
    ("$1-2bn", "value:1000000000..2000000000USD"),
    ("..₩46.7조", "value:..46700000000000KRW"),
    ("13 billion dollars", "value:13000000000USD"),
    ("2.5 crore", "value:25000000"),
    ("5m..6", None),
    ("5bn...", "value:5000000000.."),
    ("..5bn…", "value:..5000000000"),
    ("~5bn", None),
    ("many", None),
    ("", None),
]


@pytest.mark.parametrize(("value", "offer"), MEANT)
def test_a_value_in_another_form_is_told_the_number(value: str, offer: str | None) -> None:
    with pytest.raises(UsageFault) as caught:
        FIGURE_TERMS["value"].compile(value, NO_ASK)
    assert caught.value.hint.value == offer
    if offer is not None:
        FIGURE_TERMS["value"].compile(offer.removeprefix("value:"), NO_ASK)


@pytest.mark.parametrize(
    ("value", "number"),
    [(">300", "300"), ("<=5 crore", "50000000"), ("> 1.2bn", "1200000000"), (">x", "300000"), (">5m", "5000000")],
)
def test_a_comparison_is_told_the_range(value: str, number: str) -> None:
    with pytest.raises(UsageFault) as caught:
        FIGURE_TERMS["value"].compile(value, NO_ASK)
    assert str(caught.value.hint).startswith(f"write a range: value:{number}..")


def test_a_value_with_two_meanings_is_told_both() -> None:
    with pytest.raises(UsageFault) as caught:
        FIGURE_TERMS["value"].compile("0.14m..", NO_ASK)
    assert caught.value.hint.text == "write value:140000.. or value:0.14.."


@pytest.mark.parametrize("values", ["5bn,8bn", "1,5", "1..2,5..6"])
def test_a_comma_that_is_in_no_number_separates_values(values: str, timeline: Run) -> None:
    assert timeline("show", "--count", f"value:{values}")[0] == 0


def test_a_number_of_json_is_one() -> None:
    assert FIGURE_TERMS["value"].compile("6.49e+16", NO_ASK).reading == "64900000000000000"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("5bn..", {"a", "b", "c"}),
        ("$5bn..", {"a"}),
        ("5bn.. USD", {"a"}),
        ("USD 5bn..", {"a"}),
        ("US$5bn", {"a"}),
        ("5bnKRW..", {"c"}),
        ("..$5bn", {"a", "d"}),
        ("$4bn..$6bn", {"a"}),
        ("₩5bn..", {"c"}),
        ("€5 billion..", {"b"}),
        ("5000000000", {"a", "b", "c"}),
        ("$1..", {"a", "d"}),
        ("5%..", {"e"}),
        ("..8 percent", {"e"}),
        ("5..8%", {"e"}),
        ("5..8", {"d", "e"}),
    ],
)
def test_a_currency_of_a_value_is_its_unit(value: str, expected: set[str], timeline: Run, write: Write) -> None:
    units = {"a": "5 billion USD", "b": "5 billion EUR", "c": "5 billion KRW", "d": "7 USD", "e": "6%"}
    rows = (f"- {{id: {name}, date: 2025, title: T, figures: {{m: {unit}}}}}\n" for name, unit in units.items())
    out = timeline("-f", write("events:\n" + "".join(rows)), "show", "--json=id", f"value:{value}")[1]
    assert {event["id"] for event in json.loads(out)} == expected
