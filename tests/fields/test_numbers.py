"""Amounts as people read them: shortened only where nothing is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.fields.amounts import parse_amount
from timeline_cli.fields.numbers import amount_words, number_words


@pytest.mark.parametrize(
    ("value", "unit", "short", "exact", "in_ascii"),
    [
        ("64.9 trillion", "KRW", "₩64.9tn", "₩64,900,000,000,000", "KRW 64.9tn"),
        ("44.3 billion", "USD", "$44.3bn", "$44,300,000,000", "$44.3bn"),
        ("1234567891", "USD", "$1,234,567,891", "$1,234,567,891", "$1,234,567,891"),
        ("391035 million", "USD", "$391.035bn", "$391,035,000,000", "$391.035bn"),
        ("-1.5 billion", "EUR", "-€1.5bn", "-€1,500,000,000", "-EUR 1.5bn"),
        ("5 million", "CHF", "CHF 5m", "CHF 5,000,000", "CHF 5m"),
        ("350000", "vehicles", "350,000 vehicles", "350,000 vehicles", "350,000 vehicles"),
        ("999999", None, "999,999", "999,999", "999,999"),
        ("1 million", None, "1m", "1,000,000", "1m"),
        ("2000 trillion", None, "2,000tn", "2,000,000,000,000,000", "2,000tn"),
        ("0.1234567890123456789", "대", *["0.1234567890123456789 대"] * 3),
        ("0", "USD", "$0", "$0", "$0"),
        ("about 40", "%", "about 40%", "about 40%", "about 40%"),
        ("over 1 million", "CNY", "over CN¥1m", "over CN¥1,000,000", "over CNY 1m"),
        ("about 89 to 93 billion", "USD", "about $89bn to $93bn", "about $89,000,000,000 to $93,000,000,000",
         "about $89bn to $93bn"),
        ("7" * 40, None, *[",".join(["7", *["777"] * 13])] * 3),
        ("5", "\x1b[31mcars", *["5 ␛[31mcars"] * 3),
    ],
)  # fmt: skip
def test_amounts(value: str, unit: str | None, short: str, exact: str, in_ascii: str) -> None:
    amount = parse_amount(value)[0]
    assert amount_words(amount, unit) == short
    assert amount_words(amount, unit, exact=True) == exact
    assert amount_words(amount, unit, ascii=True) == in_ascii


@given(st.decimals(min_value=0, max_value=10**30, allow_nan=False, allow_infinity=False, places=4))
def test_no_digit_is_lost(number: Decimal) -> None:
    text = number_words(number).replace(",", "")
    for letters, scale in (("tn", 12), ("bn", 9), ("m", 6)):
        if text.endswith(letters):
            assert Decimal(text.removesuffix(letters)) * 10**scale == number
            return
    assert Decimal(text) == number
