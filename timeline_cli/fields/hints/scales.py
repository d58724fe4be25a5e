"""Scale words of other languages and in short: by how many digits each moves the point.

Owns: those words, and where a unit holds one. Does not: decide between the meanings of one word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline_cli.fields.amounts import CURRENCY_CODES, SCALES, SHORT_SCALES

# Without accents' variants: a word that is missing here is never read, so it costs a hint and no meaning.
_WORDS = {
    3: "thousands tsd tausend mille milliers mila duizend tusen tuhatta tys tysiąc tysiące tysięcy ezer "
    "тыс тысяча тысячи тысяч тис ribu nghìn ngàn ألف",
    5: "lakh lakhs lac lacs",
    6: "millions mio millionen miljoen miljoonaa miljoner millioner millones millón milhão milhões milione milioni "
    "milion miliony milionów millió milyon млн миллион миллиона миллионов juta triệu مليون",
    7: "crore crores",
    9: "billions mrd mld mia mlrd milliard milliards milliarde milliarden milliardo milliárd milliarder miliardo "
    "miliardi miliard miliardy miliardów miljard miljardia miljarder milyar miliar bilhão bilhões "
    "млрд миллиард миллиарда миллиардов tỷ مليار",
    12: "trillions billionen billones billón biljoen biljoner trilhão trilhões trilyon triliun "
    "трлн триллион триллиона триллионов تريليون",
}
POWERS: dict[str, int] = {
    **{word: power for power, words in _WORDS.items() for word in words.split()},
    **{word: SCALES[scale] for word, scale in SHORT_SCALES.items()},
    **SCALES,
}
# Words of two meanings: a German Bio. is a trillion, a Spanish mil a thousand.
UNCLEAR = {"bio": (9, 12), "mil": (3, 6), "bilion": (9, 12), "cr": (7, 0)}
# Letters are a scale next to a currency; alone, m, b and t are metres, barrels and tonnes as well.
LETTERS = {"k": 3, "m": 6, "mm": 6, "b": 9, "bil": 9, "md": 9, "t": 12}
# With a decimal comma, 1.234 Mio. are 1,234 million and 1,234 Mio. are 1.234 million, or the other way round.
COMMA_WORDS = frozenset(POWERS) - {*SCALES, *SHORT_SCALES, "lakh", "lakhs", "lac", "lacs", "crore", "crores"}
_EASTERN = {
    **dict.fromkeys("十십", 1), **dict.fromkeys("百백", 2), **dict.fromkeys("千천", 3), **dict.fromkeys("万萬만", 4),
    **dict.fromkeys("億亿억", 8), **dict.fromkeys("兆조", 12), **dict.fromkeys("京경", 16),
}  # fmt: skip
# A syllable of Korean may begin another word (조각): what follows a scale there is a currency or a counter.
EASTERN = r"(?:[十百千万萬億亿兆京]+|[십백천만억조경]+(?![^\W\d_원달유엔위명대개건톤주]))"
_SIGN = r"[$€£¥₩₹₽₺]"


def eastern_power(word: str) -> int | None:
    """万亿 is 12, 백만 is 6; None for what does not rise."""
    powers = [_EASTERN[char] for char in word]
    return sum(powers) if powers == sorted(powers) else None


@cache
def _scale_in_unit() -> re.Pattern[str]:
    code = rf"(?:{'|'.join(sorted(CURRENCY_CODES))})"
    words = "|".join(sorted(map(re.escape, {*POWERS, *UNCLEAR} - {"cr", "mil"}), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?<!per )(?i:{words})(?!\w)\.?|^{EASTERN}"
        rf"|(?<=\b[A-Z]{{3}} )[mkbMKB]\b|(?<=\b[A-Z]{{3}})[mkb]\b|(?<={_SIGN})[mkbMKB]\b"
        rf"|\b(?:mm|MM|Md|[mkMK])(?= ?(?:[A-Z]{{3}}\b|{_SIGN}))|\b[TMk](?={code}\b|{_SIGN})|\b[bBT](?= {code}\b)"
        r"|\b(?:[TtMm]|[Mm]d)(?=kr\b)"
    )


@lru_cache(maxsize=4096)
def scale_in_unit(unit: str) -> tuple[str, int | None] | None:
    """The unit without the scale that it holds, and by how many digits that moves the point, None where unclear."""
    found = _scale_in_unit().search(unit)
    if found is None:
        return None
    word = found[0].lower().rstrip(".")
    power = POWERS.get(word, LETTERS.get(word))
    if word[0] in _EASTERN:
        power = eastern_power(word)
    elif word == "t" and unit[found.end()] != " ":
        power = 3  # TEUR and tkr, which are German and Swedish
    return " ".join((unit[: found.start()] + unit[found.end() :]).split()), power
