"""Names are one name to a question when they are one to a person."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.query.entities import look_alikes
from timeline_cli.query.names import at_word_start, name_test

FOUND = [
    ("orsted", "Ørsted"),
    ("maersk", "A.P. Møller - Mærsk"),
    ("moller", "A.P. Møller - Mærsk"),
    ("lukasiewicz", "Jan Łukasiewicz"),
    ("yapi kredi", "Yapı Kredi"),
    ("istanbul", "İSTANBUL"),
    ("strasse", "Straße AG"),
    ("dang", "Đặng & Co"),
    ("thorsson", "Þórsson"),
    ("mcdonald's", "McDonald’s"),
    ("rolls-royce", "Rolls‐Royce"),
    ("山田 太郎", "山田\u3000太郎"),
    ("ＡＢＣ", "ABC"),
    ("محمد", "مُحَمَّد"),
    ("שלום", "שָׁלוֹם"),
    ("टाटा", "टाटा मोटर्स"),
    ("मोटर्स", "टाटा मोटर्स"),
    ("मोट*", "टाटा मोटर्स"),
    ("தமிழ்", "தமிழ் நாடு"),
    ("ปูน", "ปูนซิเมนต์ไทย"),
    ("E*TRADE", "E*TRADE"),
    ("e*", "E*TRADE"),
    ("A*STAR", "Institute of A*STAR"),
    ("sam*", "Samsung"),
]
NOT_FOUND = [
    ("sam", "Samsung"),
    ("मोटर", "टाटा मोटर्स"),  # its last letter carries a mark and another letter follows
    ("தமி", "தமிழ் நாடு"),
    ("हिन्द", "हिन्दी"),
    ("ी", "हिन्दी"),
    ("TRADE*", "E-Trad"),
]


@pytest.mark.parametrize(("asked", "name"), FOUND)
def test_a_name_is_found_however_it_is_typed(asked: str, name: str) -> None:
    assert name_test(asked)(name)


@pytest.mark.parametrize(("asked", "name"), NOT_FOUND)
def test_a_part_of_a_word_finds_nothing(asked: str, name: str) -> None:
    assert not name_test(asked)(name)


@given(
    st.lists(st.sampled_from([name for _, name in FOUND if "*" not in name]), min_size=1, max_size=3).map(" ".join),
    st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
    st.sampled_from([str.upper, str.lower, str.casefold, str]),
    st.sampled_from([" ", "\u3000", "\xa0", "  "]),
)
def test_case_widths_and_normal_forms_make_no_other_name(name: str, form: str, case: object, space: str) -> None:
    typed = unicodedata.normalize(form, case(name)).replace(" ", space)  # type: ignore[operator]
    assert name_test(typed, exact=True)(name)
    assert name_test(name)(typed)


ALIKE = [
    ("Acme Inc.", "ACME"),
    ("Xtreme Python", "XtremePython"),
    ("Aleš Erjavec", "Ales Erjavec"),
    ("Gao Xiang", "Gao, Xiang"),
    ("Ivan Petukhov", "Ivan Petuhov"),
    ("佐藤 花子", "佐藤\u3000花子"),
]
UNLIKE = [
    ("Raken", "Kraken"),
    ("RCB", "SCB"),
    ("黒田", "坂田"),
    ("黒田東彦と日本銀行総裁", "坂田東彦と日本銀行総裁"),
    ("Gary Clark", "Mary Clark"),
    ("Daniel Mahler", "Daniel Hahler"),
    ("Dan Brook", "Dan Book"),
    ("Fund 3", "Fund 2"),
    ("C++ Alliance", "C Alliance"),
    ("Razr", "Razr+"),
    ("हिन्दी", "हिन्दू"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_spellings_look_alike(one: str, other: str) -> None:
    assert look_alikes([one, other]) == {one: (other,), other: (one,)}


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_two_names_do_not(one: str, other: str) -> None:
    assert look_alikes([one, other]) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [("an event", True), ("revenue", False), ("revenue (ev)", True), ("evev", True), ("revev", False), ("宁德ev", True),
     ("_ev", False), ("rev ev", True), ("", False), ("e", False), ("ünev", False)],
)  # fmt: skip
def test_a_word_that_begins_so_may_follow_words_that_only_contain_it(text: str, found: bool) -> None:
    assert at_word_start("ev")(text) == found
