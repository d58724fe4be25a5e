"""Amounts in a text: signs, codes and words of currencies, scales, ranges, counted nouns."""

from __future__ import annotations

from decimal import Decimal

import pytest

from timeline_cli.drafting.amounts import amounts, home
from timeline_cli.fields.amounts import CURRENCY_CODES, CURRENCY_SIGNS, parse_amount


def found(text: str) -> list[tuple[str, str | None]]:
    return [(each.written, each.unit) for each in amounts(text, [], 0)]


_SCALES = {
    "": 0, "k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "mln": 6, "b": 9, "B": 9, "bn": 9, "Bn": 9, "bln": 9, "t": 12,
    "tn": 12, "trn": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7,
    "lakh crore": 12,
}  # fmt: skip


@pytest.mark.parametrize("sign", sorted({*CURRENCY_SIGNS.values(), *CURRENCY_CODES, "US$", "Rs", "Rs.", "TL", "RM"}))
def test_a_scale_is_never_dropped(sign: str) -> None:
    for number in ("1", "1.6", "62", "1,234", "2,340.5"):
        for scale, power in _SCALES.items():
            for space in ("", " ", "\u00a0", "-") if len(scale) > 1 else ("", " ") if scale else ("",):
                for written in (f"{sign}{number}{space}{scale}", f"{sign} {number}{space}{scale}"):
                    [one] = amounts(f"Acme paid {written} on Friday.", [], 0)
                    assert parse_amount(one.value)[0].low == Decimal(number.replace(",", "")).scaleb(power), written
                    assert one.unit in CURRENCY_CODES


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12bn SEK", ("12 billion", "SEK")),
        ("€3,4 million", ("3.4 million", "EUR")),
        ("R2,14 billion", ("2.14 billion", "ZAR")),
        ("N$5.8 billion", ("5.8 billion", "NAD")),
        ("136 000 tonnes", ("136000", "tonnes")),
        ("0.6 pct", ("0.6", "%")),
        ("40 billion TL", ("40 billion", "TRY")),
        ("40 billion Turkish lira", ("40 billion", "TRY")),
        ("200 billion dong", ("200 billion", "VND")),
        ("500 crore rupees", ("5 billion", "INR")),
        ("₹2,340 crore", ("23.4 billion", "INR")),
        ("300 million Canadian dollars", ("300 million", "CAD")),
        ("300 million New Zealand dollars", ("300 million", "NZD")),
        ("300 million Danish kroner", ("300 million", "DKK")),
        ("300 million Egyptian pounds", ("300 million", "Egyptian pounds")),
        ("300 million pesos", ("300 million", "pesos")),
        ("a 1.2-billion-euro contract", ("1.2 billion", "EUR")),
        ("more than $1.2bn", ("over 1.2 billion", "USD")),
        ("62m users", ("62 million", "users")),
        ("$US4896", ("4896", "USD")),
        ("Nkr4.1bn", ("4.1 billion", "NOK")),
        ("188.4p", ("188.4", "pence")),
        ("31km", ("31", "km")),
        ("1.2TB", ("1.2", "TB")),
        ("ninety-four per cent", ("94", "%")),
        ("three hundred and ten people", ("310", "people")),
        ("nine old tankers", ("9", "tankers")),
        ("650 of the company's 7,900 jobs", ("650", "jobs")),
        ("12 percent", ("12", "%")),
        ("61 of Bolt's 148 stores", ("61", "stores")),
        ("$3.1 billion to $3.3 billion", ("3.1 to 3.3 billion", "USD")),
        ("between €900m and €1.1bn", ("900 million to 1.1 billion", "EUR")),
        ("$3-4 billion", ("3 to 4 billion", "USD")),
        ("about 10 to 12 percent", ("about 10 to 12", "%")),
        ("300-400 jobs", ("300 to 400", "jobs")),
        ("3.1m litres", ("3.1 million", "litres")),
        ("4·8 million tonnes", ("4.8 million", "tonnes")),
        ("Dh12.2 billion", ("12.2 billion", "AED")),
        ("F$28.6 million", ("28.6 million", "FJD")),
        ("SLRs7.2bn", ("7.2 billion", "LKR")),
    ],
)
def test_an_amount(text: str, amount: tuple[str, str]) -> None:
    assert found(text) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 patients",
        "the TL-180",
        "a 6 3/8% bond",
        "1030 GMT",
        "1200 Mill Road",
        "one of three plants",
        "the last of its nine ships",
        "three people familiar with the matter",
        "one in five shops",
        "a 62m tower",
        "a 5G network",
        "12 Boeing 737-800 jets",
        "€3,4000 million",
        "an A380",
        "for 10 or so",
        "$7x",
    ],
)
def test_what_is_no_clear_amount_is_left_out(text: str) -> None:
    assert [each for each in found(text) if "12" not in each[0]] == []


def test_two_numbers_with_one_scale() -> None:
    assert found("from $3 to $4 billion") == [("3 billion", "USD"), ("4 billion", "USD")]
    assert found("$3 and $4 billion") == [("3 billion", "USD"), ("4 billion", "USD")]
    assert found("$900 to $1.2 billion") == [("1.2 billion", "USD")]
    assert found("$3 and 4 million shares") == [("3", "USD"), ("4 million", "shares")]
    assert [each.begin for each in amounts("about 3 to 4 billion won", [], 0)] == [0]


def test_a_text_says_whose_dollars_and_crowns_it_means() -> None:
    danish = "A profit of 212 million Danish crowns. The stock fell to 188 crowns."
    assert amounts("It fell to 188 crowns", [], 0, home(danish))[0].unit == "DKK"
    assert amounts("It fell to 188 crowns", [], 0, home("It fell to 188 crowns, or $27."))[0].unit == "crowns"
    assert amounts("It made 38 million kroner", [], 0, home("Norway's Acme made 38 million kroner."))[0].unit == "NOK"
    assert amounts("It made 9 million kroner", [], 0, home("A Danish bank sued Norway's Acme."))[0].unit == "kroner"
    assert amounts("It fell to 1,905 pesos", [], 0, home("Acme of Chile"))[0].unit == "CLP"
    mixed = "212 million Danish crowns, 90 million Swedish kronor and 40 million Norwegian crowns"
    assert amounts("It fell to 188 crowns", [], 0, home(mixed))[0].unit == "crowns"
    perth = "The Perth miner paid $15 million for the mine. Zinc rose to US$2400 a tonne."
    assert [amounts(each, [], 0, home(perth))[0].unit for each in ("paid $15 million", "paid US$15 million")] == [
        "AUD",
        "USD",
    ]
    assert amounts("paid $15 million", [], 0, home("The Perth miner paid $15 million."))[0].unit == "USD"


def test_an_area_in_an_adjective_has_its_unit() -> None:
    text = "Acme spent $64 million on a 210,000-square-foot factory and leased 9,000 square meters."
    assert found(text) == [("64 million", "USD"), ("210000", "square feet"), ("9000", "square metres")]
