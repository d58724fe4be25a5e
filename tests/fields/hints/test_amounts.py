"""What is offered instead of an amount as people write it elsewhere: each offer is what was meant, and reads back."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.fields.amounts import parse_amount
from timeline_cli.fields.hints.amounts import FORMS_HINT, hint_for_amount, offers
from timeline_cli.fields.hints.scales import COMMA_WORDS, POWERS, scale_in_unit
from timeline_cli.hint import Hint
from timeline_cli.model import Amount


def hint_in_short(text: str) -> Hint:
    return hint_for_amount(text, in_short=True)


# text, what the hint names next to keys, its unit and what else stands next to it
OFFERS = [
    ("approx. 11", "about 11", "", ""),
    ("ca. 5 Mio", "about 5 million", "", ""),
    ("~26", "about 26", "", ""),
    ("约500亿", "about 50000000000", "", ""),
    ("about 5m EUR", "about 5 million", "EUR", ""),
    ("some $300 million", "about 300 million", "USD", ""),
    (">= 10 days", "over 10", "days", ""),
    ("50+", "over 50", "", ""),
    ("< 5", "under 5", "", ""),
    ("up to 150 million", "under 150 million", "", ""),
    ("minus 12", "-12", "", ""),
    ("(12.5) million", "-12.5 million", "", ""),
    ("4.2-4.4 billion", "4.2 to 4.4 billion", "", ""),
    ("380 - 400 million", "380 to 400 million", "", ""),
    ("between 1 and 1.5 billion", "1 to 1.5 billion", "", ""),
    ("EUR 380m – 400m", "380 to 400 million", "EUR", ""),
    ("$1-2bn", "1 to 2 billion", "USD", ""),
    ("€900m-€1.2bn", "900 million to 1.2 billion", "EUR", ""),
    ("0.5-0.7%", "0.5 to 0.7", "%", ""),
    ("4.25%-4.50%", "4.25 to 4.50", "%", ""),
    ("1-2 lakh", "100000 to 200000", "", ""),
    ("500億〜600億円", "50000000000 to 60000000000", "JPY", ""),
    ("12->26", "26", "", "previous: 12"),
    ("5 million (preliminary)", "5 million", "", "kind: preliminary"),
    ("94.0 billion, unit: USD", "94.0 billion", "USD", ""),
    ("92±2", "90 to 94", "", ""),
    ("2.0e6 USD", "2000000", "USD", ""),
    ("1 200 000 pcs", "1200000", "pcs", ""),
    ("1\u202f200\u202f000\u00a0€", "1200000", "EUR", ""),
    ("3.024.417", "3024417", "", ""),
    ("1.234.567,89 EUR", "1234567.89", "EUR", ""),
    ("1'200'000", "1200000", "", ""),
    ("1_000_000", "1000000", "", ""),
    ("1,00,000", "100000", "", ""),
    ("12,34,567.5", "1234567.5", "", ""),
    ("１００", "100", "", ""),
    ("٣٥", "35", "", ""),
    (".5", "0.5", "", ""),
    ("0,125", "0.125", "", ""),
    ("1,2 Mrd.", "1.2 billion", "", ""),
    ("−35 Mio. EUR", "−35 million", "EUR", ""),
    ("320 millions d'euros", "320 million", "EUR", ""),
    ("3 mil millones de euros", "3 billion", "EUR", ""),
    ("3 млрд руб", "3 billion", "RUB", ""),
    ("5 Billionen Euro", "5 trillion", "EUR", ""),
    ("2.5 crore", "25000000", "", ""),
    ("2 lakh crore", "2 trillion", "", ""),
    ("₹5 crore", "50000000", "INR", ""),
    ("3万台", "30000", "台", ""),
    ("5억 원", "500000000", "KRW", ""),
    ("₩46.7조", "46.7 trillion", "KRW", ""),
    ("46.7조원", "46.7 trillion", "KRW", ""),
    ("46.7 조원", "46.7 trillion", "KRW", ""),
    ("₩4600억", "460000000000", "KRW", ""),
    ("1조 2,300억원", "1230000000000", "KRW", ""),
    ("RMB 500亿", "50000000000", "RMB", ""),
    ("1.2万亿元", "1.2 trillion", "CNY", ""),
    ("2百万円", "2 million", "JPY", ""),
    ("EUR5m", "5 million", "EUR", ""),
    ("5 EURm", "5 million", "EUR", ""),
    ("5 M€", "5 million", "EUR", ""),
    ("5 TEUR", "5 thousand", "EUR", ""),
    ("5 USD million", "5 million", "USD", ""),
    ("12 mkr", "12 million", "kr", ""),
    ("5 million/day", "5 million", "per day", ""),
    ("5 million+", "over 5 million", "", ""),
    ("50+ stores", "over 50", "stores", ""),
    ("3万5,000台", "35000", "台", ""),
    ("1億2千万", "120000000", "", ""),
    ("50bp", "50", "bp", ""),
    ("-$5 million", "-5 million", "USD", ""),
    ("$-5m", "-5 million", "USD", ""),
    ("$1.2bn", "1.2 billion", "USD", ""),
    ("US$1.2bn", "1.2 billion", "USD", ""),
    ("A$5m", "5 million", "AUD", ""),
    ("C$5", "5", "CAD", ""),
    ("S$5", "5", "SGD", ""),
    ("R$ 5bn", "5 billion", "BRL", ""),
    ("$5/share", "5", "USD per share", ""),
    ("10.4%", "10.4", "%", ""),
    ("1.20 EUR/share", "1.20", "EUR/share", ""),
    ("11.8 billion USD", "11.8 billion", "USD", ""),
]


@pytest.mark.parametrize(("text", "amount", "unit", "beside"), OFFERS)
def test_an_amount_in_another_form_is_offered_as_data_that_reads_back(
    text: str, amount: str, unit: str, beside: str
) -> None:
    [offer] = offers(text)
    assert offer[:3] == (amount, unit, beside)
    assert parse_amount(offer.amount)[1] == ""
    keys, short = hint_for_amount(text), hint_in_short(text)
    assert keys.value == amount and amount in keys.text and unit in keys.text and beside in keys.text
    assert short.value is not None and parse_amount(short.value) == (parse_amount(amount)[0], unit)
    # What has a key of its own is shown, not fixed.
    assert not keys.certain or not (unit or beside)
    assert not short.certain or not beside


SENTENCES = [
    ("₩46.7조", "write 46.7 trillion with unit: KRW next to it", "write 46.7 trillion KRW"),
    ("10.4%", 'write 10.4 with unit: "%" next to it', "write 10.4%"),
    ("12->26", "write 26 with previous: 12 next to it", "write 26, or in a list {metric: …, value: 26, previous: 12}"),
    ("28.2 bio", "write 28.2 billion, or 28.2 trillion", "write 28.2 billion, or 28.2 trillion"),
    ("15 t", "write 15 trillion, or 15 with unit: t next to it", "write 15 trillion, or 15 t"),
    ("n/a", "omit it until the number is known", "omit it until the number is known"),
    ("=229900*1", *["write the number itself; formulas are not supported"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "keys", "short"), SENTENCES)
def test_a_hint_has_the_form_of_its_place(text: str, keys: str, short: str) -> None:
    assert (str(hint_for_amount(text)), str(hint_in_short(text))) == (keys, short)


CERTAIN = ["₩46.7조", "RMB 500亿", "EUR5m", "US$1.2bn", "5bn", "1,00,000", "~26", "< 5", "4.2-4.4 billion", "1,2 Mrd."]
UNCERTAIN = [
    *("$1.2bn", ">= 10", "50+", "up to 5", "almost 5", "(12.5) million", "12->26", "92±2", "5M", "5G", "$500-$1bn"),
    "5 million (preliminary)",
]


def test_a_hint_is_certain_where_one_form_has_the_same_meaning() -> None:
    assert [text for text in CERTAIN if not hint_in_short(text).certain] == []
    assert [text for text in UNCERTAIN if hint_in_short(text).certain] == []


# Two meanings: both are shown, neither is named as the value.
UNCLEAR = ["28.2 bio", "15 t", "5m", "5 mm", "3 mil", "2.5 cr", "1.234 Mio. EUR", "1,234 млрд"]


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_has_two_meanings_names_no_value(text: str) -> None:
    assert len(offers(text)) == 2
    assert hint_for_amount(text).value is None and hint_in_short(text).value is None


@pytest.mark.parametrize(
    "text",
    ["5 or 6", "24/7", "3,5,1", "1.5e-3 of", "12 (prev. 10)", "over about 5", "5 to 3", "5-", "5 million million",
     "2½ million", "2½ %", "5 million-7", "900-1.2bn", "5th", "$300 million loan", "ROE 12%", "1 2 3", "1234 567",
     "5×10^6", "0x1F", "3:1", "1;2", "5 million; USD", "1e999", "1e-999",
     "5万5", "5억5천", "5+3", "5 tons million", "1,0000", "5 조각 million", "2024-25", "--5", "3 million Mio"],
)  # fmt: skip
def test_what_is_not_understood_whole_gets_the_forms(text: str) -> None:
    assert hint_for_amount(text) == hint_in_short(text) == (FORMS_HINT, None, False)


@pytest.mark.parametrize("text", ["BBB+", "half", "a few billion", "$many"])
def test_what_is_no_number_is_told_where_it_belongs(text: str) -> None:
    assert str(hint_for_amount(text)) == f"{FORMS_HINT}; put other text in summary:"


# The law: an independent reading of the words, number × scale, is what is offered.

_NUMBERS = {
    "5": "5", "46.7": "46.7", "1,200": "1200", "2,5": "2.5", ".5": "0.5", "1 200": "1200", "1.234,5": "1234.5",
    "1_000": "1000", "1,00,000": "100000", "１２": "12", "1'200.5": "1200.5", "0,75": "0.75", "2,50": "2.50",
}  # fmt: skip
_ORACLE = {
    **{f" {word}": 10**power for word, power in POWERS.items()},
    **{f" {word.title()}": 10**power for word, power in POWERS.items() if word.title().lower() == word},
    "bn": 10**9, "mn": 10**6, "k": 10**3, "千": 10**3, "万": 10**4, "萬": 10**4, "만": 10**4, "百万": 10**6,
    "千万": 10**7, "천만": 10**7, "億": 10**8, "亿": 10**8, "억": 10**8, "십억": 10**9, "천억": 10**11,
    "兆": 10**12, "조": 10**12, "万亿": 10**12, "경": 10**16, " 조": 10**12, " 億": 10**8, " lakh crore": 10**12,
    "": 1,
}  # fmt: skip
_FRAMES = ["{}", "~{}", "EUR {}", "{} EUR", "€{}", "US${}", "{} GBP", "-{}", "more than {}"]


@pytest.mark.parametrize("frame", _FRAMES)
def test_an_offer_is_the_number_times_its_scale_and_no_scale_is_dropped(frame: str) -> None:
    for (written, digits), (scale, factor) in product(_NUMBERS.items(), _ORACLE.items()):
        text = frame.format(written + scale)
        found = offers(text)
        expected = Decimal(digits) * factor * (-1 if frame[0] == "-" else 1)
        wanted = Amount(expected, None if "more" in frame else expected, {"~": "about", "m": "over"}.get(frame[0]))
        has_two = scale.strip().lower() in COMMA_WORDS and written == "1,200"
        assert len(found) == 2 if has_two else len(found) == 1, text
        assert wanted in [parse_amount(offer.amount)[0] for offer in found], text
        for code in ("EUR", "USD", "GBP"):
            assert (found[0].unit == code) == (code in text or {"EUR": "€", "USD": "$"}.get(code, code) in text), text


@pytest.mark.parametrize("word", sorted(POWERS))
def test_a_unit_that_holds_a_scale_word_is_never_offered(word: str) -> None:
    for text in (f"5 tons {word}", f"5 USD {word} {word}", f"$5 {word} {word}"):
        assert not any(scale_in_unit(offer.unit) for offer in offers(text)), text
    assert scale_in_unit(f"{word} EUR") == ("EUR", POWERS[word])


@given(st.one_of(st.text(max_size=40), st.text("0123456789.,-+ %$€₩조억万億tomilnbk()~=>/", max_size=40)))
def test_any_text_has_a_hint_and_what_it_names_reads_back(text: str) -> None:
    for hint in (hint_for_amount(text), hint_in_short(text)):
        assert hint.text
        assert hint.value is None or parse_amount(hint.value)
        assert hint.value is not None or not hint.certain


def test_a_very_long_text_takes_no_time() -> None:
    for piece in ("1 ", "(", "1-", "~", "5 million ", "억", "1억", "1,", "unit: "):
        assert hint_for_amount(piece * 50_000).value is None
