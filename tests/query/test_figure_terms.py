"""Terms on figures: what is told of a value that is no number, computed from it."""

from __future__ import annotations

from typing import cast

import pytest

from timeline_cli.errors import UsageFault
from timeline_cli.query.figure_terms import FIGURE_TERMS
from timeline_cli.query.term import Ask

NO_ASK = cast(Ask, None)  # this term needs nothing of it
MEANT = [
    ("1.2bn", "value:1200000000"),
    ("5..6bn", "value:5000000000..6000000000"),
    ("$1-2bn", "value:1000000000..2000000000"),
    ("5bn..", "value:5000000000.."),
    ("..₩46.7조", "value:..46700000000000"),
    ("2.5 crore", "value:25000000"),
    ("5m..6", None),
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
    ("value", "number"), [(">300", "300"), ("<=5 crore", "50000000"), ("> 1.2bn", "1200000000"), (">x", "300000")]
)
def test_a_comparison_is_told_the_range(value: str, number: str) -> None:
    with pytest.raises(UsageFault) as caught:
        FIGURE_TERMS["value"].compile(value, NO_ASK)
    assert str(caught.value.hint).startswith(f"comparisons are ranges: value:{number}..")


def test_a_number_of_json_is_one() -> None:
    assert FIGURE_TERMS["value"].compile("6.49e+16", NO_ASK).reading == "64900000000000000"
