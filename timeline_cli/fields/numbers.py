"""Amounts for people: ₩64.9tn, about 350,000, $89bn to $93bn, and bare ones under a heading that says unit and scale.

Owns: scale letters, thousands. Does not: round; a number is shortened only where nothing of it is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from typing import NamedTuple

from timeline_cli.fields.amounts import CURRENCY_CODES, CURRENCY_SIGNS, SCALES
from timeline_cli.model import Amount
from timeline_cli.text import clean, width

_SCALES = (("tn", 12), ("bn", 9), ("m", 6))
_MOST_DIGITS = 6  # of a number with a scale letter; longer ones are easier to read in full


def amount_words(amount: Amount, unit: str | None, exact: bool = False, ascii: bool = False) -> str:
    """An amount with its unit. With `exact`, without scale letters."""
    words = [amount.qualifier] if amount.qualifier else []
    single = amount.single
    if single is not None:
        words.append(with_unit(single, unit, exact, ascii))
    elif amount.low is not None and amount.high is not None:
        words += [with_unit(amount.low, unit, exact, ascii), "to", with_unit(amount.high, unit, exact, ascii)]
    return " ".join(words)


def has_sign(unit: str | None) -> bool:
    """Whether the unit is written as part of the number: a currency or percent."""
    return unit == "%" or unit in CURRENCY_CODES


def with_unit(number: Decimal, unit: str | None, exact: bool = False, ascii: bool = False) -> str:
    """A number as ₩64.9tn, 44.3%, 140,000 vehicles."""
    text = number_words(number.copy_abs(), exact)
    sign = "-" if number < 0 else ""
    if unit is None:
        return sign + text
    if unit in CURRENCY_CODES:
        mark = CURRENCY_SIGNS.get(unit, unit)
        if ascii and not mark.isascii():
            mark = unit
        return f"{sign}{mark}{' ' if mark == unit else ''}{text}"
    return f"{sign}{text}%" if unit == "%" else f"{sign}{text} {clean(unit)}"


def number_words(number: Decimal, exact: bool = False) -> str:
    """A number from 0 with separated thousands, and with a scale letter if that loses no digit."""
    sign, digits, exponent = number.as_tuple()
    if not exact and isinstance(exponent, int):
        size = len(digits) + exponent
        significant = "".join(map(str, digits)).rstrip("0") or "0"
        for letters, shift in _SCALES:
            if size > shift and number and len(significant) <= _MOST_DIGITS:
                # By hand: arithmetic would round to 28 digits.
                return _thousands(Decimal((sign, digits, exponent - shift))) + letters
    return _thousands(number)


def _thousands(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_MOST_DECIMALS = 3  # of what is counted, which is easier to read in full than as 4.13818 million


class Measure(NamedTuple):
    """Numbers below a heading that says their unit and their scale, a power of ten: digits as they are written.

    Where there is no scale, what was written with a scale word has its letter, with `letters`: 4.1m next to 4,138,180.
    """

    unit: str | None
    scale: int = 0
    ascii: bool = False
    letters: bool = False

    @property
    def words(self) -> str:
        """₩ trillion, %, million vehicles"""
        scale = next((word for word, power in SCALES.items() if power == self.scale), "")
        unit = clean(self.unit or "")
        sign = CURRENCY_SIGNS.get(unit, unit)
        if self.ascii and not sign.isascii():
            sign = unit
        parts = (sign, scale) if unit in CURRENCY_CODES else (scale, sign)
        return " ".join(filter(None, parts))

    def number(self, number: Decimal, signed: bool = False) -> str:
        """12.17, −2.78; with `signed` as a difference: +0.5, without zeros at the end."""
        _, digits, exponent = number.as_tuple()
        assert isinstance(exponent, int)
        # By hand: arithmetic would round to 28 digits. A scale word that is written gives an exponent by three.
        shifted = Decimal((0, digits, exponent - self.scale))
        has_word = self.letters and exponent > 0 and not signed
        text = number_words(shifted) if has_word else _thousands(shifted)
        if not signed and not has_word and (exponent < 0 or exponent % 3):
            missing = self.scale - exponent - len(text.partition(".")[2])
            text += ("" if "." in text or not missing > 0 else ".") + "0" * missing
        return (self.minus if number < 0 else "+" if signed and number else "") + text

    @property
    def minus(self) -> str:
        return "-" if self.ascii else "−"

    def amount(self, amount: Amount) -> str:
        """12.17, over 110, 6.3 to 7.3"""
        numbers = dict.fromkeys(side for side in (amount.low, amount.high) if side is not None)
        text = " to ".join(map(self.number, numbers))
        return f"{amount.qualifier} {text}" if amount.qualifier else text


def measure(amounts: Iterable[Amount], unit: str | None, style: Style) -> Measure:
    """With the largest of trillion, billion and million that one of the amounts reaches."""
    numbers = [side.copy_abs() for low, high, _ in amounts for side in (low, high) if side]
    greatest = 0 if style.exact else max(numbers, default=0)
    scale = next((power for _, power in _SCALES if greatest >= Decimal((0, (1,), power))), 0)
    if unit == "%" or (
        unit not in CURRENCY_CODES and any(_decimals(number) + scale > _MOST_DECIMALS for number in numbers)
    ):
        scale = 0
    return Measure(unit, scale, style.ascii, letters=not scale and not style.exact)


def _decimals(number: Decimal) -> int:
    """Digits after the point; negative for zeros at the end of a whole number."""
    digits, exponent = number.normalize(_WHOLE).as_tuple()[1:]
    return -exponent if isinstance(exponent, int) and any(digits) else 0


_WHOLE = Context(prec=2000)


class Style(NamedTuple):
    """How numbers are written: in full with `exact`, without Unicode with `ascii`."""

    exact: bool = False
    ascii: bool = False

    def amount(self, amount: Amount, unit: str | None) -> str:
        """An amount under a heading with its unit; the sign of a currency or percent stays with it."""
        return amount_words(amount, unit if has_sign(unit) else None, self.exact, self.ascii)

    def tick(self, number: Decimal, unit: str | None) -> str:
        """A round number of an axis: 3e59 if it would fill a line in full."""
        text = self._replace(exact=False).amount(Amount(number, number), unit)
        return text if width(text) <= _LONGEST_TICK else f"{number.normalize():e}"


_LONGEST_TICK = 16
