"""Text as data: what may reach a terminal, how wide it is, and where it breaks."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from timeline_cli.text import MOST_NAMES, clean, clean_line, core, fit, fold, fold_case, listed, split_words, width
from timeline_cli.wrapping import wrap

# Unicode's Default_Ignorable_Code_Point: drawn as nothing, whatever the category.
IGNORABLE = [
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0),
    *range(0x180B, 0x1810),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    *range(0xFFF0, 0xFFF9),
    *range(0x1BCA0, 0x1BCA4),
    *range(0x1D173, 0x1D17B),
    *range(0xE0000, 0xE1000),
]
# The planes that have characters, the tags and selectors, and an end of private use.
EVERY_CHARACTER = "".join(map(chr, [*range(0x20000), *range(0xE0000, 0xE1000), 0xF0000, 0x10FFFF]))
# Alphabets in which what can go wrong is frequent.
MIXED = st.text(
    st.sampled_from("ab ()-삼성전자中国、。」日本é\u0301\u200b\u200d\ufe0f\u202e\x1b\n\t👍🏽🇰🇷ＡＢｱ\u0e33\u0e31 ")
)
TEXTS = st.one_of(st.text(max_size=80), MIXED, st.text(st.sampled_from("ab 字 "), max_size=60))

CLEANED = [
    ("plain", "plain"),
    ("", ""),
    ("  two   spaces ", "two spaces"),
    ("line\nbreak\r\nand\ttab", "line break and tab"),
    ("no-break\xa0and ideographic\u3000space", "no-break and ideographic space"),
    ("line\u2028and\u2029paragraph\x85next", "line and paragraph next"),
    ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
    ("\x1b]8;;http://x\x07link", "␛]8;;http://x␇link"),
    ("nul\x00bell\x07back\x08", "nul␀bell␇back␈"),
    ("del\x7f", "del␡"),
    ("C1 \x9b31m \x9d0;t \x90", "C1 �31m �0;t �"),
    ("\u202eevil\u202c", "evil"),
    ("\u2066isolate\u2069\u200f\u061c", "isolate"),
    ("zero\u200bwidth\u200c\u200d\u2060\ufeff", "zerowidth"),
    ("soft\xadhyphen", "softhyphen"),
    ("filler\u3164\u115f\uffa0", "filler"),
    ("tag\U000e0041\U000e007f", "tag"),
    ("heart ❤\ufe0f", "heart ❤"),
    ("private\ue000", "private�"),
    ("lone\ud800", "lone�"),
    ("e\u0301", "é"),
    ("[bold]markup[/] :smile:", "[bold]markup[/] :smile:"),
    ("삼성전자 中国 日本語", "삼성전자 中国 日本語"),
    ("a \u200b b", "a b"),
    ("\u200b a \u200b", "a"),
]


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_clean_lets_no_character_through_that_is_not_drawn() -> None:
    cleaned = set(clean(EVERY_CHARACTER))
    assert not cleaned & {chr(code) for code in IGNORABLE}
    assert not [ascii(char) for char in cleaned if not char.isprintable()]
    assert {unicodedata.category(char)[0] for char in cleaned} <= set("LMNPSZ")


@given(TEXTS)
@example("a \u200b b")
def test_clean_leaves_no_space_at_an_end_and_no_two_in_a_row(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == " ".join(cleaned.split())


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_clean_keeps_every_printable_ascii_character(text: str) -> None:
    assert clean(text).split() == text.split()


LINES = [
    ("  - a: b", "  - a: b"),
    ("\ta\x1b[0m", "␉a␛[0m"),
    ("a\x9bb", "a�b"),
    ("a\u202eb", "a�b"),
    ("a\u200bb", "a�b"),
    ("a\ufeffb", "a�b"),
    ("a\ufe0fb", "a�b"),
    ("a\u3164b", "a�b"),
    ("a\ud800b", "a�b"),
    ("a\xa0b", "a b"),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_clean_line(text: str, expected: str) -> None:
    assert clean_line(text) == expected


def test_clean_line_is_one_drawn_character_for_each_so_that_a_caret_points_right() -> None:
    cleaned = clean_line(EVERY_CHARACTER)
    assert len(cleaned) == len(EVERY_CHARACTER)
    assert not {ascii(char) for char in cleaned} & {ascii(chr(code)) for code in IGNORABLE}
    assert cleaned.isprintable()


FOLDED = [
    ("Samsung", "samsung"),
    ("STRASSE", "strasse"),
    ("Straße", "strasse"),
    ("ＡＢＣ", "abc"),
    ("ﬁn", "fin"),
    ("é", "e"),
    ("삼성", "삼성"),
    ("\u1109\u1161\u11b7", "삼"),
    ("ΣΑΣ", "σασ"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_fold_is_nfkc_and_case_folded(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_fold_folds_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


UNACCENTED = [
    ("Café", "cafe"),
    ("Nestlé S.A.", "nestle s.a."),
    ("Škoda", "skoda"),
    ("Ёлка", "елка"),
    ("삼성전자", "삼성전자"),
    ("日本が", "日本が"),
    ("हिन्दी", "हिन्दी"),
    ("ไทย น้ำ", "ไทย น\u0e49\u0e4d\u0e32"),
    ("Ørsted Łódź Mærsk Œuvre Þór Đặng Yapı İstanbul", "orsted lodz maersk oeuvre thor dang yapi istanbul"),
    ("مُحَمَّد أحمد", "محمد أحمد"),
    ("שָׁלוֹם", "שלום"),
    ("McDonald’s a\u200bb\u3000c", "mcdonald's ab c"),
]


@pytest.mark.parametrize(("text", "expected"), UNACCENTED)
def test_fold_takes_accents_and_leaves_vowels_and_syllables(text: str, expected: str) -> None:
    assert fold(text) == expected


CORES = [
    ("It’s here!", "itshere"),
    ("C++", "c++"),
    ("Razr+", "razr+"),
    ("C#", "c#"),
    ("GPT-4.1", "gpt4.1"),
    ("10,000 cars.", "10000cars"),
    ("हिन्दी भाषा", "हिन्दीभाषा"),
    ("…", ""),
]


@pytest.mark.parametrize(("text", "expected"), CORES)
def test_core(text: str, expected: str) -> None:
    assert core(text) == expected


def test_words_keep_their_marks() -> None:
    assert split_words("हिन्दी भाषा, தமிழ்-ไทย नमस्ते") == ["हिन्दी", "भाषा", "தமிழ்", "ไทย", "नमस्ते"]


def test_the_folding_of_case_keeps_accents() -> None:
    assert (fold_case("ÉTÉ"), fold("ÉTÉ")) == ("été", "ete")


WIDTHS = [
    ("", 0),
    ("abc", 3),
    ("café", 4),
    ("cafe\u0301", 4),
    ("삼성전자", 8),
    ("\u1112\u1161\u11ab", 2),
    ("中国", 4),
    ("日本、", 6),
    ("カナ", 4),
    ("ｶﾅ", 2),
    ("ＡＢ", 4),
    ("👍", 2),
    ("🚗🚙", 4),
    ("…—·", 3),
    ("␛�", 2),
    ("▣", 1),
    ("x\u20dd", 1),
    ("नि", 2),
    ("👍🏽", 2),
    ("☝🏿", 2),
    ("a👍🏽b👍", 6),
    ("🏽", 2),
]


@pytest.mark.parametrize(("text", "columns"), WIDTHS)
def test_width_is_in_columns_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


FITTED = [
    ("abc", 5, "abc"),
    ("abc", 3, "abc"),
    ("abcd", 3, "ab…"),
    ("abc", 1, "…"),
    ("", 2, ""),
    ("ab cd", 4, "ab…"),
    ("삼성전자", 8, "삼성전자"),
    ("삼성전자", 7, "삼성전…"),
    ("삼성전자", 6, "삼성…"),
    ("cafe\u0301s", 5, "cafe\u0301s"),
    ("cafe\u0301s", 4, "caf…"),
]


@pytest.mark.parametrize(("text", "columns", "expected"), FITTED)
def test_fit_cuts_what_is_too_long_with_an_ellipsis(text: str, columns: int, expected: str) -> None:
    assert fit(text, columns) == expected


def test_fit_takes_another_ellipsis() -> None:
    assert fit("abcdef", 5, "...") == "ab..."


def tidy(text: str) -> str:
    """Cleaned, and free of double spaces whatever `clean` does."""
    return " ".join(clean(text).split())


@given(TEXTS.map(tidy), st.integers(1, 40), st.sampled_from(["…", "..."]))
def test_fit_never_exceeds_the_columns_and_keeps_all_that_fits(text: str, columns: int, ellipsis: str) -> None:
    assume(columns >= len(ellipsis))
    fitted = fit(text, columns, ellipsis)
    assert width(fitted) <= columns
    if width(text) <= columns:
        assert fitted == text
    else:
        kept = fitted.removesuffix(ellipsis)
        after = text[len(kept) :].lstrip()
        assert text.startswith(kept)
        assert width(text[: -len(after)] + after[0]) > columns - len(ellipsis)


WRAPPED = [
    ("", 10, [""]),
    ("short", 10, ["short"]),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 8, ["one two", "three"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("ab abcdefgh ab", 4, ["ab", "abcd", "efgh", "ab"]),
    ("삼성전자", 4, ["삼성", "전자"]),
    ("삼성전자", 5, ["삼성", "전자"]),
    ("삼성 전자", 6, ["삼성", "전자"]),
    ("日本、中国", 6, ["日本、", "中国"]),
    ("ab中国cd", 4, ["ab中", "国cd"]),
    ("サーバー", 4, ["サー", "バー"]),
    ("東京キャッチ", 6, ["東京", "キャッ", "チ"]),
    ("東京（日本）", 6, ["東京", "（日", "本）"]),
    ("삼성전자, 기아", 8, ["삼성전", "자, 기아"]),
    ("gopher-search-engines", 20, ["gopher-search-", "engines"]),
    ("ab 👍🏽👍🏽", 5, ["ab", "👍🏽👍🏽"]),
    ("👍🏽👍🏽", 2, ["👍🏽", "👍🏽"]),
    ("राष्ट्रीय", 4, ["रा", "ष्ट्री", "य"]),
    ("क्षेत्रीयस", 4, ["क्षे", "त्रीय", "स"]),
    ("ผลประกอบการ", 4, ["ผลป", "ระกอ", "บการ"]),
]


@pytest.mark.parametrize(("text", "columns", "lines"), WRAPPED)
def test_wrap_breaks_at_spaces_or_between_wide_characters(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@settings(max_examples=3 * settings().max_examples)
@given(TEXTS.map(tidy), st.integers(2, 40))
@example("字。。。", 2)
@example("\u0300 🌀", 2)
def test_wrap_never_exceeds_the_columns_and_loses_no_character(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert max(map(width, lines)) <= columns
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.rstrip() for line in lines)


@given(st.lists(st.text("abcd", min_size=1, max_size=6), min_size=1), st.integers(6, 30))
def test_wrap_breaks_no_word_that_fits_and_no_line_too_early(words: list[str], columns: int) -> None:
    lines = wrap(" ".join(words), columns)
    assert " ".join(lines).split() == words
    for line, after in pairwise(lines):
        assert len(line) + 1 + len(after.split()[0]) > columns


# Words and letters of scripts with and without spaces, with what closes and opens.
_PARTS = st.sampled_from(
    [
        "Kia",
        "gopher-search",
        "EV2",
        "東京",
        "サーバー",
        "キャッチ",
        "삼성전자",
        "👍🏽",
        ",",
        "、",
        "）",
        "（新",
        "」と",
        "々",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(_PARTS, st.sampled_from(["", " "])), min_size=1, max_size=30), st.integers(24, 60))
def test_wrap_begins_no_line_with_what_closes_and_breaks_no_word(parts: list[tuple[str, str]], columns: int) -> None:
    import re

    text = tidy("".join(map("".join, parts)))
    # More marks in a row than a line holds have to be broken, and a mark may begin a word: .NET.
    text = re.sub(r" *([,、）々」]\s*){3,}", "、", re.sub(" +([,、）々」])", r"\1", text))
    # A comma that follows such a mark joins the next word to it.
    text = re.sub("([、）々」]),", r"\1", text)
    lines = wrap(text, columns)
    assert max(map(width, lines)) <= columns
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not [line for line in lines[1:] if line[0] in ",、）」々ーっッャ\U0001f3fd"]
    assert not [line for line in lines[:-1] if line[-1] in "（"]
    words = re.findall(r"[A-Za-z0-9-]+", text)
    is_long = any(width(run) > columns - 10 for run in re.split("[ \u3000-\ud7a3]", text))
    assert is_long or re.findall(r"[A-Za-z0-9-]+", "\n".join(lines)) == words


def test_very_many_names_are_told_as_so_many_more() -> None:
    names = [f"N{number}" for number in range(MOST_NAMES + 3)]
    assert listed(names).endswith(f"N{MOST_NAMES - 1}, and 3 more")
    assert listed(names[:MOST_NAMES]).endswith(f", N{MOST_NAMES - 1}")
    assert listed(["\x1b[31mA", "B"]) == "␛[31mA, B"
