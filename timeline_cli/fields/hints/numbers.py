"""One number as people write it elsewhere: its marks, its scale, its currency, its unit.

Owns: these readings, all of them where there are several. Does not: read a part of a text as if it were the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from timeline_cli.fields.amounts import CURRENCY_CODES, CURRENCY_SIGNS, SCALES, format_number
from timeline_cli.fields.hints.scales import COMMA_WORDS, EASTERN, LETTERS, POWERS, UNCLEAR, eastern_power

_SCALE_OF = {power: scale for scale, power in SCALES.items()}
_WORDS = (
    "USD US$ 美元 달러 ドル долл долларов; EUR euro euros Euro Euros 欧元 유로 ユーロ; JPY 円 엔; KRW 원 ウォン; "
    "CNY 元 人民币 위안; CAD CA$; AUD AU$; MXN MX$; HKD 港元; IDR Rp; MYR RM; RUB руб; PLN zł; CZK Kč"
)
CURRENCIES = {
    **{sign: code for code, sign in CURRENCY_SIGNS.items() if code not in ("JPY", "RMB")},
    **{word: code for code, *words in map(str.split, _WORDS.split(";")) for word in words},
}
DOUBTFUL = frozenset(("$", "元", "달러", "ドル"))  # of more than one country
_KNOWN = {"", "¥", "Rs", "Rs.", *CURRENCIES, *CURRENCY_CODES} - DOUBTFUL

_CODE = rf"(?:{'|'.join(sorted(CURRENCY_CODES))})"
_SIGN = r"(?:(?:[A-Z]{1,2}|CN)?[$¥]|[€£₩₹₽₺₫฿₱₪₴]|zł|Kč|kr\b)"
_DIGITS = r"\.?\d(?:[\d.,_']|\ (?=\d{3}(?!\d)))*(?<![.,_'])(?:[eE][-+]?\d{1,2}(?![^\W_]))?"
_PIECE = rf"""(?P<sign>[-+−–]?)\s?(?P<before>{_SIGN}|{_CODE}(?![A-Za-z])|[A-Z]{{3}}(?=\s)|RM|Rp|Rs\.?)?
    \s?(?P<letter>(?:bn|mn|[mk])(?=\s))?\s?(?P<minus>[-−]?)(?P<digits>{_DIGITS})(?P<space>\s?)(?P<rest>.*)"""
_GLUED = rf"(?i:(bn|bln|mn|mln|mio|mrd|md|mm|[kmbt]))(\.?\s?)(?={_SIGN}|{_CODE}\b)"
_LETTER = r"([kKmMbBtT]|mm|MM|bil)\b(\.?\s*)"
_WORD = rf"({EASTERN}|[^\W\d_]+)(\.?\s*)"
_LONGEST_FIRST = "|".join(map(re.escape, sorted(CURRENCIES, key=len, reverse=True)))
_AFTER = rf"(?:d'|de |of )?({_LONGEST_FIRST}|{_SIGN}|{_CODE})(?![^\W\d_mbktM])\.?\s?"
# A form of digits with its mark between thousands and its decimal mark.
_MARKS = (
    (r"\d*\.\d+|\d+", " ", "."),
    (r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?", ",", "."),
    (r"[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,}", ".", ","),
    (r"\d+,\d\d?|0,\d+", " ", ","),
)


class Number(NamedTuple):
    """Plain digits, by how many digits a scale moves their point (None without a scale), and the unit."""

    digits: str
    power: int | None
    unit: str
    certain: bool = True

    @property
    def scale(self) -> str:
        return _SCALE_OF.get(self.power or 0, "")

    def plain(self) -> str:
        return format_number(Decimal(f"{self.digits.replace('−', '-')}E{self.power or 0}"))

    def written(self) -> str:
        """With the scale word of a file, where there is one for its scale."""
        return f"{self.digits} {self.scale}" if self.scale else self.plain() if self.power else self.digits


@cache
def piece() -> re.Pattern[str]:
    return re.compile(_PIECE, re.X | re.S)


def numbers(text: str, currency: str = "") -> list[Number]:
    """What one number with its scale and unit may mean; `currency` is written in front of a range."""
    match = piece().fullmatch(text.strip())
    if match is None or (match["sign"] and match["minus"]):
        return []
    sign = (match["sign"] or match["minus"]).replace("–", "-")
    rest = f"{match['letter']} {match['rest']}" if match["letter"] else match["rest"]
    return [
        Number(sign + digits, power, unit, certain)
        for power, unit, certain, has_comma in _scaled(rest, match["before"] or currency, not match["space"])
        for digits in readings(match["digits"], has_comma)
    ]


def readings(written: str, has_comma: bool = False) -> list[str]:
    """The plain digits that a number may mean; `has_comma` says that its language has decimal commas."""
    bare = re.sub(r"(?<=\d)[_' ](?=\d{3}(?!\d))", "", written)
    if bare != written and not re.fullmatch(r"\d{1,3}(?:[_' ]\d{3})+(?:[.,]\d+)?", written):
        return []
    if re.fullmatch(r"\d+(?:\.\d+)?e[-+]?\d+", bare, re.I):
        return [format_number(Decimal(bare))]
    if has_comma and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", bare):
        return [re.sub("[.,]", "", bare), bare.replace(",", ".")]
    for pattern, thousands, point in _MARKS:
        if re.fullmatch(pattern, bare):
            return ["0" * (bare[0] == ".") + bare.replace(thousands, "").replace(point, ".")]
    return []


def _scaled(text: str, currency: str, is_glued: bool) -> Iterator[tuple[int | None, str, bool, bool]]:
    """What follows a number: its scale, its unit, whether they are certain, and whether decimal commas go with it."""
    if re.match(r"(?:st|nd|rd|th)\b|e[-+]?\d|x[\da-f]" if is_glued else r"of\b", text, re.I):
        return
    powers, has_comma, text = _scale_words(text)
    glued = re.match(_GLUED, text) or re.match(_LETTER, text) if powers == [None] else None
    letter = glued[1] if glued else ""
    text = text[glued.end() :] if glued else text
    unit, certain = CURRENCIES.get(currency, currency), currency in _KNOWN
    if after := re.match(_AFTER, text):
        code = CURRENCIES.get(after[1], after[1])
        if unit and unit != code:
            return
        unit, certain, text = code, certain and after[1] not in DOUBTFUL, text[after.end() :]
        if not letter and powers == [None]:
            powers, has_comma, text = _scale_words(text)  # USD million, EUR bn
            if more := re.match(r"([mkbM])\b\s?", text):
                letter, text = more[1], text[more.end() :]
    is_currency = bool(unit)
    per = re.fullmatch(r"\s*(?:/\s*|per\s+)(\S.*)", text)
    if text and unit and per is None:
        return
    unit = f"{unit} per {per[1]}".strip() if per else unit or text.rstrip(".")
    if not letter:
        is_short = is_glued and powers == [None] and re.fullmatch("[A-Za-z]", unit) is not None  # 5G
        for power in powers if not (is_currency and 0 in powers) else powers[:1]:
            yield power or None, f"cr {unit}".strip() if power == 0 else unit, certain and not is_short, has_comma
        return
    key = letter.lower()
    is_german = glued is not None and not glued[2] and (letter == "T" or unit == "kr")  # TEUR, tkr
    is_clear = is_currency or letter.isupper() or key == "k"
    power = 3 if is_german and is_currency and key == "t" else LETTERS.get(key) or POWERS[key]
    yield power, unit, certain and (is_currency or (letter == "k" and is_glued)), False
    if not is_clear:
        yield None, f"{letter} {unit}".strip(), False, False


def _scale_words(text: str) -> tuple[list[int | None], bool, str]:
    """The scale with which a text begins, in all its meanings; whether decimal commas go with it; and the rest."""
    powers: list[int | None] = [None]
    has_comma = False
    while word := re.match(_WORD, text):
        key = word[1].lower()
        power = eastern_power(key) if re.fullmatch(EASTERN, key) else POWERS.get(key)
        if power is None and key in UNCLEAR and powers == [None]:
            powers = list(UNCLEAR[key])
        elif power is None or (powers[0] or 0) >= power:
            break
        else:
            powers = [power + (powers[0] or 0)]  # a lakh crore, a Spanish mil millones
        has_comma = has_comma or key in COMMA_WORDS
        text = text[word.end() :]
    return powers, has_comma, text
