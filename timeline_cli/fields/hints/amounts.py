"""What to write instead of an amount that is in none of the forms of a file.

Owns: the table of near forms, and scales in short and in other languages. Does not: read any of them as an amount,
and to offer what is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from timeline_cli.fields.amounts import SCALES, SHORT_SCALES, format_number, parse_amount

FORMS_HINT = "write 350000, 64.9 trillion, about 89 to 93 billion, or over 50"

# Scales as other languages and spreadsheets write them. German billion is a trillion, so bio says nothing for certain.
FOREIGN_SCALES = {
    **dict.fromkeys(("tsd", "tausend", "тыс", "тысяч"), "thousand"),
    **dict.fromkeys(("mio", "millionen", "million", "millions", "millones", "milioni", "млн"), "million"),
    **dict.fromkeys(("mrd", "milliarde", "milliarden", "milliard", "milliards", "miliardi", "млрд"), "billion"),
}
IN_FULL = {
    **{scale: scale for scale in SCALES},
    **FOREIGN_SCALES,
    **SHORT_SCALES,
    **{f"{scale}s": scale for scale in SCALES},
    "k": "thousand",
    **dict.fromkeys(("m", "mm"), "million"),
    **dict.fromkeys(("b", "bil"), "billion"),
    "t": "trillion",
}
# By how many digits these move the point: ten thousand, a hundred million, a million million.
_EASTERN = {"千": 3, "천": 3, "万": 4, "萬": 4, "만": 4, "億": 8, "亿": 8, "억": 8, "兆": 12, "조": 12}
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "₩": "KRW", "руб": "RUB", "円": "JPY", "元": "CNY", "원": "KRW"}

_NUM = r"[-+−]?\d[\d.,]*"
_SCALED = rf"{_NUM}(?:\s?[^\W\d]+)?"
_SPACES = "\u00a0\u2007\u2009\u202f"
_SIGNS = (
    (r"(?:approx(?:imately)?\.?|around|circa|ca?\.|some|roughly|nearly|almost|[~≈±])\s*", "about "),
    (r"(?:more than|at least|above|min(?:imum)?\.?|≥|>=?)\s*", "over "),
    (r"(?:less than|fewer than|at most|up to|below|max(?:imum)?\.?|≤|<=?)\s*", "under "),
    (r"minus\s+", "-"),
)  # fmt: skip


def hint_for_rest(written: str, rest: str) -> str:
    """What to write for an amount with words behind it that are no scale in full: a scale in short, else a unit."""
    first = rest.split()[0].lower().rstrip(".")
    is_scale = first in IN_FULL or first in ("bio", "bn.") or rest[0] in _EASTERN
    return hint_for_amount(written) if is_scale else f'write it as unit: "{rest}" beside the value'


def hint_for_amount(written: str) -> str:
    """What to write instead, read back before it is offered; the forms where that is not known."""
    text = " ".join(written.translate(dict.fromkeys(map(ord, _SPACES), " ")).split())
    for pattern, explain in _rows():
        match = pattern.fullmatch(text)
        found = explain(match) if match is not None else ""
        if found:
            return found
    return _plain(text) or _FORMS_OR_TEXT[any(char.isdigit() for char in text)]


_FORMS_OR_TEXT = {True: FORMS_HINT, False: f"{FORMS_HINT}; what is no number belongs into summary:"}

_OTHER_ORDER = (
    r"(?P<currency>[A-Z]{2,3}\$|[A-Z]{3}\b|[$€£₩])?\s*(?P<number>[-+−]?\d[\d,.' ]*(?<![ ,.]))"
    r"\s*(?P<scale>[^\W\d]+)?\.?(?:(?P<per>\s*/\s*)(?P<of>[^\s/].*)|\s*(?P<unit>\S.*))?"
)


def _plain(text: str) -> str:
    """A currency in front, a scale that is not in full, other marks in the digits, so many a month."""
    match = re.fullmatch(_OTHER_ORDER, text)
    if match is None:
        return ""
    word = match["scale"] or ""
    scale, unit = IN_FULL.get(word.lower(), ""), match["unit"] or ""
    if word and not scale:
        unit = f"{word} {unit}".strip()
    number = _number(match["number"])
    if unit.startswith(("-", "+", "–", "—")) or (
        number == match["number"] and not (match["currency"] or scale or match["per"])
    ):
        return ""
    currency = match["currency"] or ""
    unit = " per ".join(filter(None, (_CURRENCIES.get(currency, currency), match["of"]))) or _unit(unit)
    unit = f"per {unit}" if match["per"] and not currency else unit
    return _write(f"{number} {scale}".strip(), unit)


def _number(written: str) -> str:
    """A number with the marks of this grammar: 1.234.567,89, 1 200 000, 1'200'000 and 2,5 in others."""
    text = written.replace("'", "").replace(" ", "")
    if re.fullmatch(r"[-+−]?\d{1,3}(?:\.\d{3})+,\d+|[-+−]?\d{1,3}(?:\.\d{3}){2,}", text):
        return text.replace(".", "").replace(",", ".")
    return re.sub(r"^([-+−]?\d+),(\d\d?)$", r"\1.\2", text)


def _unit(words: str) -> str:
    """The unit that follows a scale, as it is written here: d'euros and руб. are EUR and RUB."""
    found = re.sub(r"^d['’]|^de ", "", words.rstrip("."))
    return _CURRENCIES.get(found, "EUR" if found.lower() in ("euro", "euros") else found)


def _write(amount: str, unit: str = "", beside: str = "") -> str:
    """The hint that offers an amount with what stands beside it, or nothing when that is no amount either."""
    try:
        parse_amount(f"{amount} {unit}")
    except ValueError:
        return ""
    others = [f"unit: {unit}" if unit[:1].isalpha() else f'unit: "{unit}"'] * bool(unit) + [beside] * bool(beside)
    return f"write {amount}" + (f", and beside it {' and '.join(others)}" if others else "")


def _part(text: str) -> tuple[str, str]:
    """An amount without a sign as it is to be written, and its unit; two empty texts for what is none."""
    text = text.strip()
    try:
        _, unit = parse_amount(text)
    except ValueError:
        unit = ""
    else:
        if not unit:
            return text, ""
        if unit.split()[0].lower().rstrip(".") not in IN_FULL:
            return text[: -len(unit)].rstrip(), unit
    found = re.fullmatch(r"write (.+?)(?:, and beside it unit: (.+))?", _plain(text))
    return (found[1], (found[2] or "").strip('"')) if found is not None else ("", "")


def in_parts(written: str) -> tuple[str, str]:
    """An amount as it is to be written, and its unit, where that is clear; else two empty texts."""
    amount, unit = _part(written)
    if amount:
        return amount, unit
    offer = re.fullmatch(r'write (?!the)([^,]+?)(?:, and beside it unit: "?([^"]+)"?)?', hint_for_amount(written))
    return (offer[1], offer[2] or "") if offer is not None and not offer[1].startswith("350000") else ("", "")


def _signed(sign: str) -> Callable[[re.Match[str]], str]:
    """An amount with a sign or a word in front that stands for one of this grammar; the groups are its pieces."""

    def explain(match: re.Match[str]) -> str:
        amount, unit = _part("".join(match.groups()))
        return _write(f"{sign}{amount}", unit) if amount else ""

    return explain


def _range(match: re.Match[str]) -> str:
    """4.2-4.4 billion, EUR 380m – 400m, between 1 and 1.5 billion."""
    currency = match["currency"] or ""
    low, low_unit = _part(match["low"])
    high, unit = _part(f"{match['high']}{match['rest']}")
    if not low or not high or low_unit not in ("", unit):
        return ""
    return _write(f"{low} to {high}", unit or _CURRENCIES.get(currency, currency))


def _spread(match: re.Match[str]) -> str:
    """92±2 is 90 to 94."""
    middle, width = Decimal(match[1]), Decimal(match[2])
    low, high = (format_number(number) for number in (middle - width, middle + width))
    return _write(f"{low} to {high} {match[3] or ''}".strip())


def _changed(match: re.Match[str]) -> str:
    """12 -> 26: what it was stands under a key of its own."""
    (before, unit), (after, of_after) = _part(match[1]), _part(match[2])
    return _write(after, of_after or unit, f"previous: {before}") if before and after else ""


def _exponent(match: re.Match[str]) -> str:
    """2.0e6, as calculators write it."""
    return _write(format_number(Decimal(match[1]).scaleb(int(match[2]))), match[3].strip())


def _moved(match: re.Match[str]) -> str:
    """3万台: the point moves by four digits."""
    number = Decimal(match[1].replace(",", "")).scaleb(_EASTERN[match[2]])
    return _write(format_number(number), _unit(match[3].strip()))


def _scale_or_unit(match: re.Match[str]) -> str:
    """5 t may be five tonnes."""
    return f"write {match[1]} {IN_FULL[match[2]]}, or {match[1]} and beside it unit: {match[2]}"


_ROWS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(?:n\.?/?a\.?|tb[acd]|none|nil|unknown|not (?:disclosed|known|available|applicable)|-+|–|—|\?+)",
     lambda m: "leave it out while nobody says the number"),
    (r"=.*\d.*", lambda m: "write the number itself: a formula is not computed here"),
    (r"\(([^()]*\d[^()]*)\)(.*)", _signed("-")),
    *((rf"{sign}(?=\S*\d)(.+)", _signed(word)) for sign, word in _SIGNS),
    (rf"({_NUM}(?:\s+[^\W\d]+)?)\+", _signed("over ")),
    (rf"(?:between\s+)?(?P<currency>[A-Z]{{3}}|[$€£₩])?\s*(?P<low>{_SCALED})\s*(?:-|–|—|\.\.+|\band\b|\bto\b)\s*"
     rf"[$€£₩]?(?P<high>{_NUM})(?P<rest>.*)", _range),
    (r"(\d+(?:\.\d+)?)\s*(?:±|\+/-|\+-)\s*(\d+(?:\.\d+)?)(?:\s+([a-z]+))?", _spread),
    (rf"({_SCALED})\s*(?:-+>|→|=>)\s*({_SCALED}.*)", _changed),
    (r"(\d+(?:\.\d+)?)e\+?(\d{1,2})(.*)", _exponent),
    (rf"(\d[\d,]*(?:\.\d+)?)\s*([{''.join(_EASTERN)}])(.*)", _moved),
    (rf"({_NUM})\s+(?-i:([mbt]))", _scale_or_unit),
    (rf"({_NUM})\s*bio\.?(?:\s.*)?", lambda m: f"write {m[1]} billion, or {m[1]} trillion for a German Bio."),
)  # fmt: skip


@cache
def _rows() -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]]:
    return [(re.compile(pattern, re.I | re.S), explain) for pattern, explain in _ROWS]
