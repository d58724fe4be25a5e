"""Amounts of figures: exact decimals, ranges, scale words, units, and every text that is none."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_cli.fields.amounts import MAX_DIGITS, SCALES, format_amount, format_number, parse_amount
from timeline_cli.model import Amount

# text, low, high, qualifier, unit
AMOUNTS = [
    ("350000", "350000", "350000", None, ""),
    (" 350000 ", "350000", "350000", None, ""),
    ("350,000", "350000", "350000", None, ""),
    ("1,234,567.89", "1234567.89", "1234567.89", None, ""),
    ("140000 vehicles", "140000", "140000", None, "vehicles"),
    ("0", "0", "0", None, ""),
    ("1.10", "1.1", "1.1", None, ""),
    ("007", "7", "7", None, ""),
    ("-5.5", "-5.5", "-5.5", None, ""),
    ("−5.5", "-5.5", "-5.5", None, ""),
    ("+5", "5", "5", None, ""),
    ("64.9 trillion", "64900000000000", "64900000000000", None, ""),
    ("64.9 trillion KRW", "64900000000000", "64900000000000", None, "KRW"),
    ("44.3billion USD", "44300000000", "44300000000", None, "USD"),
    ("2 thousand", "2000", "2000", None, ""),
    ("1.5 million people a day", "1500000", "1500000", None, "people a day"),
    ("5 thousandths", "5", "5", None, "thousandths"),
    ("50%", "50", "50", None, "%"),
    ("50 %", "50", "50", None, "%"),
    ("about 89", "89", "89", "about", ""),
    ("over 50%", "50", None, "over", "%"),
    ("under 3 million cars", None, "3000000", "under", "cars"),
    ("89 to 93", "89", "93", None, ""),
    ("89 to 93 billion", "89000000000", "93000000000", None, ""),
    ("about 89 to 93 billion USD", "89000000000", "93000000000", "about", "USD"),
    ("900 million to 1.2 billion", "900000000", "1200000000", None, ""),
    ("-5 to 5 %", "-5", "5", None, "%"),
    # as JSON is written
    ("6.49e+16", "64900000000000000", "64900000000000000", None, ""),
    ("1e-05", "0.00001", "0.00001", None, ""),
    ("-1.5E3", "-1500", "-1500", None, ""),
    ("0e999999999", "0", "0", None, ""),
    ("0.1000000000000000055511151231257827e0", *["0.1000000000000000055511151231257827"] * 2, None, ""),
    ("1.7976931348623157e+308", *["1.7976931348623157e308"] * 2, None, ""),
    ("5e-324", *["5e-324"] * 2, None, ""),
    ("1" + "0" * 308, *["1e308"] * 2, None, ""),
    # units that only look like remarks or scales
    ("3 target companies", "3", "3", None, "target companies"),
    ("5 km (road)", "5", "5", None, "km (road)"),
    ("5 조각", "5", "5", None, "조각"),
]


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(("text", "low", "high", "qualifier", "unit"), AMOUNTS)
def test_an_amount_and_its_unit(text: str, low: str | None, high: str | None, qualifier: str | None, unit: str) -> None:
    assert parse_amount(text) == (Amount(number(low), number(high), qualifier), unit)


REFUSED = [
    ("", "is not an amount"),
    ("many", "is not an amount"),
    ("about", "is not an amount"),
    ("about over 5", "is not an amount"),
    ("12,34", "is not an amount"),
    ("1,0000", "is not an amount"),
    ("1.2.3", "is not an amount"),
    (".5", "is not an amount"),
    ("5.", "is not an amount"),
    ("1e5 cars", "is not an amount"),
    ("01e5", "is not an amount"),
    ("1e", "is not an amount"),
    ("0,125", "is not an amount"),
    ("1e401", "more than 400 digits"),
    ("1e-401", "more than 400 digits"),
    ("-1.5e999999999", "more than 400 digits"),
    ("1e99999999999999999999999", "more than 400 digits"),
    ("1" * 61 + "e-5", f"more than {MAX_DIGITS} digits"),
    ("5 million (preliminary)", "is not an amount"),
    ("5 million USD (preliminary)", "is not an amount"),
    ("5 estimated", "is not an amount"),
    ("94.0 billion, unit: USD", "is not an amount"),
    ("94 USD, unit: USD", "is not an amount"),
    ("2 ½ km", "is not an amount"),
    ("5 million/day", "is not an amount"),
    ("5 million+", "is not an amount"),
    ("1_000", "is not an amount"),
    ("0x10", "is not an amount"),
    ("NaN", "is not an amount"),
    ("Infinity", "is not an amount"),
    ("٣٥", "is not an amount"),
    ("５", "is not an amount"),
    ("$5", "is not an amount"),
    ("5bn", "is not an amount"),
    ("5-7", "is not an amount"),
    ("million", "is not an amount"),
    ("x" * 100, "…"),
    ("93 to 89", "does not rise"),
    ("5 to 5", "does not rise"),
    ("1 billion to 900 million", "does not rise"),
    ("over 5 to 7", "neither over nor under"),
    ("under 5 to 7 million", "neither over nor under"),
    ("5 million million", "two scale words"),
    ("1" * (MAX_DIGITS + 1), f"more than {MAX_DIGITS} digits"),
    ("1 to " + "1" * (MAX_DIGITS + 1), f"more than {MAX_DIGITS} digits"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_is_no_amount_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_amount(text)
    assert reason in str(caught.value)
    assert len(str(caught.value)) < 140


MISREAD = ["5 Million", "5 - 7 billion", "5 – 7 billion", "5 to 7 thousand thousand", "5 to"]


@pytest.mark.parametrize("text", MISREAD)
def test_a_scale_word_or_the_rest_of_a_range_is_never_taken_for_a_unit(text: str) -> None:
    try:
        _, unit = parse_amount(text)
    except ValueError:
        return
    assert unit == ""


NUMBERS = [
    ("0", "0"),
    ("-0", "0"),
    ("-0.00", "0"),
    ("1.10", "1.1"),
    ("100", "100"),
    ("100.00", "100"),
    ("1E+5", "100000"),
    ("6.49E+13", "64900000000000"),
    ("1E-7", "0.0000001"),
    ("0.1", "0.1"),
    ("-5.50", "-5.5"),
    ("12345678901234567890123456789012345.6789", "12345678901234567890123456789012345.6789"),
]


@pytest.mark.parametrize(("value", "text"), NUMBERS)
def test_a_number_is_written_in_plain_digits(value: str, text: str) -> None:
    assert format_number(Decimal(value)) == text


FORMATTED = [
    ("64.9 trillion", "64900000000000"),
    ("about 89 to 93 billion", "about 89000000000 to 93000000000"),
    ("over 50%", "over 50"),
    ("under 1.50", "under 1.5"),
    ("1 to 2", "1 to 2"),
]


@pytest.mark.parametrize(("text", "written"), FORMATTED)
def test_an_amount_is_written_in_its_own_grammar_without_scale_words(text: str, written: str) -> None:
    assert format_amount(parse_amount(text)[0]) == written


DECIMALS = st.decimals(-(10**18), 10**18, allow_nan=False, allow_infinity=False, places=6)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low, other = draw(DECIMALS), draw(DECIMALS)
    qualifier = draw(st.sampled_from([None, "about", "over", "under"]))
    if qualifier in ("over", "under") or low == other:
        return Amount(None if qualifier == "under" else low, None if qualifier == "over" else low, qualifier)
    return Amount(min(low, other), max(low, other), qualifier)


@given(amounts())
def test_a_written_amount_reads_back_to_the_same(amount: Amount) -> None:
    assert parse_amount(format_amount(amount)) == (amount, "")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_json_writes_for_a_number_is_that_number(number: float) -> None:
    """Exactly, and so are the plain digits in which our own JSON writes it."""
    amount, unit = parse_amount(json.dumps(number))
    assert amount.single == Decimal(json.dumps(number)) and unit == ""
    assert parse_amount(format_amount(amount))[0] == amount


@given(st.integers(1, 10**30), st.integers(0, 8), st.sampled_from(sorted(SCALES)))
@example(1234567890123456789012345678901, 0, "thousand")
def test_a_scale_word_never_rounds(digits: int, places: int, scale: str) -> None:
    whole, part = divmod(digits, 10**places)
    text = f"{whole}.{part:0{places}}" if places else str(whole)
    low = parse_amount(f"{text} {scale}")[0].low
    assert low is not None
    numerator, denominator = low.as_integer_ratio()
    assert numerator * 10**places == digits * 10 ** SCALES[scale] * denominator


def test_what_a_scale_word_makes_longest_reads_back_from_its_plain_digits() -> None:
    amount = parse_amount("1" * (MAX_DIGITS - 12) + " trillion")[0]
    assert parse_amount(format_amount(amount))[0] == amount


@given(st.one_of(st.text(max_size=30), st.text("0123456789.,-+ %tomilnabuvergdksh", max_size=40)))
def test_any_text_is_an_amount_or_a_reason(text: str) -> None:
    try:
        amount, unit = parse_amount(text)
    except ValueError as error:
        assert str(error)
    else:
        assert amount.low is not None or amount.high is not None
        assert unit == unit.strip()
