"""Amounts of figures: exact decimals, ranges, and numbers qualified by about, over or under.

Owns: the grammar [about|over|under] NUMBER [to NUMBER] [thousand|million|billion|trillion] [UNIT].
Does not: round, or compute with a number that the text does not state.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from timeline_cli.model import Amount

SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
# Without m, b and t, which are also metres, barrels and tonnes.
SHORT_SCALES = {
    **dict.fromkeys(("mn", "mln"), "million"),
    **dict.fromkeys(("bn", "bln"), "billion"),
    **dict.fromkeys(("tn", "trn"), "trillion"),
}
MAX_DIGITS = 60  # of a number, without the zeros at its ends
_MAX_SIZE = 400  # digits that an exponent may stand for: more than any number that JSON readers know has
# Signs that stand for one currency alone; others keep their code before the number.
CURRENCY_SIGNS = {
    "USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩", "JPY": "¥", "CNY": "CN¥", "RMB": "CN¥", "INR": "₹", "TWD": "NT$",
    "HKD": "HK$", "CAD": "C$", "AUD": "A$", "SGD": "S$", "NZD": "NZ$", "BRL": "R$", "VND": "₫", "PHP": "₱",
    "ILS": "₪", "TRY": "₺", "RUB": "₽", "UAH": "₴", "THB": "฿",
}  # fmt: skip
CURRENCY_CODES = frozenset(
    (*CURRENCY_SIGNS, "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "SAR", "AED", "IDR", "MYR", "MXN", "ZAR")
)

# Words that people put after a number and that are no unit; the first five are kinds of figures.
_REMARKS = frozenset(
    ("actual", "preliminary", "guidance", "target", "consensus", "prelim", "provisional", "unaudited", "forecast",
     "expected", "est", "estimate", "estimated", "revised", "restated", "adjusted", "approx")
)  # fmt: skip
# 0,125 is no number with thousands.
_NUMBER = r"[-+−]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?"
_JSON_EXPONENT = r"-?(?:0|[1-9]\d*)(?:\.\d+)?[eE][-+]?\d+"
_SCALE = "|".join(SCALES)
_AMOUNT = (
    rf"(?:(?P<qualifier>about|over|under)\s+)?(?P<low>{_NUMBER})(?:\s*(?P<low_scale>{_SCALE})\b)?"
    rf"(?:\s+to\s+(?P<high>{_NUMBER}))?(?:\s*(?P<scale>{_SCALE})\b)?(?P<rest>\s+\S.*|%)?"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_AMOUNT, re.ASCII | re.DOTALL)


def parse_amount(text: str) -> tuple[Amount, str]:
    """The amount and the text after it (a unit, or nothing). Raises ValueError with the reason."""
    text = text.strip()
    if text.isdecimal() and text.isascii() and len(text) <= MAX_DIGITS:
        number = Decimal(text)
        return Amount(number, number), ""
    if text[-1:].isdigit() and ("e" in text or "E" in text) and re.fullmatch(_JSON_EXPONENT, text, re.ASCII):
        number = _decimal(text, None)
        return Amount(number, number), ""
    match = _pattern().fullmatch(_lower(text))
    unit = text[match.start("rest") :].strip() if match is not None and match["rest"] else ""
    if match is None or (unit and not _is_unit(unit)):
        raise ValueError(f"{_short(text)} is not an amount")
    return _amount(match, text), unit


def _lower(text: str) -> str:
    """Letters of ASCII in lower case, each character in its place."""
    return text.lower() if text.isascii() else "".join(c.lower() if c.isascii() else c for c in text)


@lru_cache(maxsize=1024)
def _is_unit(text: str) -> bool:
    """Whether the words after a number can be a unit: "5 - 7 billion" is no amount in "- 7 billion"."""
    first, *others = text.split()
    if first[0].isnumeric() and not first[0].isalpha():  # ½ too; 万 is a letter
        return False
    word = re.split(r"[^a-z]", first.lower(), maxsplit=1)[0]  # million/day and million+ hold a scale
    if first[0] in "(.,+-–−" or first.lower() in ("to", "and", "or") or word in SCALES or ": " in text:
        return False
    if _is_remark(text) or (others and others[-1][0] == "(" and _is_remark(others[-1])):
        return False
    return not any(word.lstrip("+-–−.,")[:1].isdigit() for word in others)


def _is_remark(word: str) -> bool:
    """Whether it is one as in EUR (preliminary)."""
    return word.strip("().").lower() in _REMARKS


def _amount(match: re.Match[str], text: str) -> Amount:
    qualifier, scale = match["qualifier"], match["scale"]
    if match["high"] is None:
        if match["low_scale"] and scale:
            raise ValueError(f"{_short(text)} has two scale words")
        number = _decimal(match["low"], match["low_scale"] or scale)
        return Amount(None if qualifier == "under" else number, None if qualifier == "over" else number, qualifier)
    low, high = _decimal(match["low"], match["low_scale"] or scale), _decimal(match["high"], scale)
    if qualifier in ("over", "under"):
        raise ValueError(f"{_short(text)} is a range, which is neither over nor under something")
    if low >= high:
        raise ValueError(f"the range {_short(text)} does not rise")
    return Amount(low, high, qualifier)


def _decimal(written: str, scale: str | None) -> Decimal:
    """The number, exactly: the scale is an exponent, since arithmetic would round to 28 digits."""
    plain, _, exponent = written.replace(",", "").replace("−", "-").lower().partition("e")
    number = Decimal(plain)
    # An exponent of more digits than these is too large as well, unless the number is zero.
    shift = SCALES[scale] if scale else int(exponent[:8] or 0) if number else 0
    number = Decimal(f"{plain}E{shift}")
    if len(written) + abs(shift) > MAX_DIGITS:
        if len("".join(map(str, number.as_tuple().digits)).strip("0")) > MAX_DIGITS:
            raise ValueError(f"{_short(written)} has more than {MAX_DIGITS} digits")
        if number.adjusted() > _MAX_SIZE or (exponent and number.adjusted() < -_MAX_SIZE):
            raise ValueError(f"{_short(written)} has more than {_MAX_SIZE} digits when it is written in full")
    return number


def scaled(amount: Amount, power: int) -> Amount:
    """The amount with the point that many digits further to the right, exactly."""
    low, high = (None if each is None else Decimal(f"{each:f}E{power}") for each in amount[:2])
    return Amount(low, high, amount.qualifier)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


def format_number(number: Decimal) -> str:
    """Plain digits, never an exponent, no trailing zeros: the form that JSON carries and `value` takes back."""
    text = str(number)
    if text.isdecimal():
        return text
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def format_amount(amount: Amount) -> str:
    """The amount in the grammar above, without scale words."""
    words = [amount.qualifier] if amount.qualifier else []
    single = amount.single
    if single is not None:
        words.append(format_number(single))
    elif amount.low is not None and amount.high is not None:
        words += [format_number(amount.low), "to", format_number(amount.high)]
    return " ".join(words)
