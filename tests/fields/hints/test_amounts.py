"""What is offered instead of an amount as people write it elsewhere: each offer is what was meant, and reads back."""

from __future__ import annotations

import re

import pytest

from timeline_cli.fields.amounts import parse_amount
from timeline_cli.fields.hints.amounts import FORMS_HINT, hint_for_amount, hint_for_rest

OFFERS = [
    ("approx. 11", "write about 11"),
    ("ca. 5 Mio", "write about 5 million"),
    ("~26", "write about 26"),
    ("some $300 million", 'write about 300 million, and beside it unit: USD'),
    (">= 10 days", "write over 10, and beside it unit: days"),
    ("50+", "write over 50"),
    ("< 5", "write under 5"),
    ("up to 150 million", "write under 150 million"),
    ("minus 12", "write -12"),
    ("(12.5) million", "write -12.5 million"),
    ("4.2-4.4 billion", "write 4.2 to 4.4 billion"),
    ("380 - 400 million", "write 380 to 400 million"),
    ("between 1 and 1.5 billion", "write 1 to 1.5 billion"),
    ("EUR 380m – 400m", "write 380 million to 400 million, and beside it unit: EUR"),
    ("0.5-0.7%", 'write 0.5 to 0.7, and beside it unit: "%"'),
    ("12->26", "write 26, and beside it previous: 12"),
    ("92±2", "write 90 to 94"),
    ("2.0e6", "write 2000000"),
    ("1 200 000 pcs", "write 1200000, and beside it unit: pcs"),
    ("1\u202f200\u202f000\u00a0€", "write 1200000, and beside it unit: EUR"),
    ("3.024.417", "write 3024417"),
    ("1.234.567,89 EUR", "write 1234567.89, and beside it unit: EUR"),
    ("1'200'000", "write 1200000"),
    ("1,2 Mrd.", "write 1.2 billion"),
    ("−35 Mio. EUR", "write −35 million, and beside it unit: EUR"),
    ("320 millions d'euros", "write 320 million, and beside it unit: EUR"),
    ("3 млрд руб", "write 3 billion, and beside it unit: RUB"),
    ("3万台", "write 30000, and beside it unit: 台"),
    ("5억 원", "write 500000000, and beside it unit: KRW"),
    ("28.2 bio", "write 28.2 billion, or 28.2 trillion for a German Bio."),
    ("15 t", "write 15 trillion, or 15 and beside it unit: t"),
    ("n/a", "leave it out while nobody says the number"),
    ("=229900*1", "write the number itself: a formula is not computed here"),
]  # fmt: skip


def hint(text: str) -> str:
    """As a file gives it: for an amount with words behind it, or for what is no amount."""
    try:
        _, rest = parse_amount(text)
    except ValueError:
        return hint_for_amount(text)
    return hint_for_rest(text, rest)


@pytest.mark.parametrize(("text", "offer"), OFFERS)
def test_an_amount_in_another_form_is_told_the_one_of_a_file(text: str, offer: str) -> None:
    assert hint(text) == offer


@pytest.mark.parametrize(("text", "offer"), OFFERS)
def test_what_is_offered_is_an_amount_without_a_unit(text: str, offer: str) -> None:
    match = re.match(r"write (?!the)(.+?)(?:,|$)", offer)
    if match is not None:
        assert parse_amount(match[1])[1] == ""


@pytest.mark.parametrize(
    "text", ["5 or 6", "24/7", "3,5,1", "1.5e-3 of", "12 (prev. 10)", "over about 5", "5 to 3", "5-"]
)
def test_what_may_mean_several_things_gets_the_forms(text: str) -> None:
    assert hint(text) == FORMS_HINT


@pytest.mark.parametrize("text", ["BBB+", "half", "a few billion", "$many"])
def test_what_is_no_number_is_told_where_it_belongs(text: str) -> None:
    assert hint(text) == f"{FORMS_HINT}; what is no number belongs into summary:"


@pytest.mark.parametrize(
    ("text", "offer"), [("10.4%", '"%"'), ("1.20 EUR/share", '"EUR/share"'), ("11.8 billion USD", '"USD"')]
)
def test_a_unit_behind_the_number_is_told_its_key(text: str, offer: str) -> None:
    assert hint(text) == f"write it as unit: {offer} beside the value"
