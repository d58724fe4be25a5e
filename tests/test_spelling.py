"""Which word was meant by a misspelt one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline_cli.errors import UsageFault
from timeline_cli.spelling import Guesses, NearMisses, check_known, did_you_mean, nearest

NEAREST = [
    ("compny", "company"),
    ("COMPANY", "company"),
    ("dat", "date"),
    ("zzz", None),
    ("", None),
]


@pytest.mark.parametrize(("word", "expected"), NEAREST)
def test_nearest(word: str, expected: str | None) -> None:
    assert nearest(word, ["date", "company", "person", "place"]) == expected


def test_nearest_gives_the_candidate_as_it_is_written() -> None:
    assert nearest("samsng electronics", ["Samsung Electronics", "삼성전자"]) == "Samsung Electronics"


def test_did_you_mean_names_the_nearest_or_all_of_a_few() -> None:
    assert did_you_mean("compny", ["date", "company"]).text == "did you mean company?"
    assert did_you_mean("zzz", ["date", "company"]).text == "choose one of: date, company"
    assert did_you_mean("zzz", map("word{}".format, range(25))).text == ""


NAMES = ["Samsung", "Xiaomi", "Qualcomm", "Lei Jun", "Orange", "Fund 2", "삼성바이오로직스", "Rio Tinto"]
MISSES = [
    ("Samsun", "Samsung", "a letter left out"),
    ("Samsungg", "Samsung", "a letter added"),
    ("Samsong", "Samsung", "a letter changed"),
    ("Smasung", "Samsung", "two swapped"),
    ("amsung", "Samsung", "the first left out"),
    ("SAMSUGN", "Samsung", "letter case aside"),
    ("LeiJun", "Lei Jun", "a space left out"),
    ("삼성바이로직스", "삼성바이오로직스", "any script"),
    ("Samsu", None, "two letters left out"),
    ("Smasugn", None, "two swaps"),
    ("Fund 3", None, "a digit is never a slip"),
    ("Fund 22", None, "a digit is never a slip"),
    ("Fnd 2", "Fund 2", "the digit is the same"),
    ("Xiao", None, "too short to tell"),
    ("Ranger", None, "a letter taken from one end and one added at the other are two slips"),
    ("Rio Tinto plc", None, "a word more"),
]


@pytest.mark.parametrize(("name", "expected", "reason"), MISSES)
def test_near_misses_are_one_slip_away(name: str, expected: str | None, reason: str) -> None:
    assert NearMisses(NAMES).find(name) == expected, reason


def slips(word: str) -> set[str]:
    letters = "abxyz "
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    left_out = {a + b[1:] for a, b in cuts if b}
    added = {a + letter + b for a, b in cuts for letter in letters}
    changed = {a + letter + b[1:] for a, b in cuts if b for letter in letters}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return (left_out | added | changed | swapped) - {word}


@given(st.text("abcdx", min_size=6, max_size=10), st.data())
def test_every_slip_is_found(name: str, data: st.DataObject) -> None:
    slip = data.draw(st.sampled_from(sorted(slips(name))))
    assume(slip != name)
    assert NearMisses(["other name", name]).find(slip) == name


@pytest.mark.parametrize(
    ("word", "known", "otherwise", "hint", "value"),
    [
        ("tabel", ("table", "tree"), "", "did you mean table?", "table"),
        ("tabel", ("table", "tree"), "see the list", "did you mean table?", "table"),
        ("zzz", ("table", "tree"), "", "choose one of: table, tree", None),
        ("zzz", ("table", "tree"), "see the list", "see the list", None),
        ("zzz", map(str, range(100)), "", "", None),
    ],
)
def test_an_unknown_word_is_refused_with_the_nearest_known_one(word, known, otherwise, hint, value) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageFault, match="--view says so") as refused:
        check_known(word, known, "--view says so", otherwise)
    assert (refused.value.hint.text, refused.value.hint.value) == (hint, value)
    check_known("table", ("table",), "never raised")


def test_a_repeated_typo_has_its_hint_each_time() -> None:
    guess, known = Guesses(), ["title", "date"]
    assert {guess("titel", known).value for _ in range(30_000)} == {"title"}
    assert guess("titel", ["tilde"]).value == "tilde"
    assert [guess(f"x{n}", known).text for n in range(30_000)][-1] == ""  # no hint after very many words
