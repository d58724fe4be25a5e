"""The change from one number to the next: the exact difference, the percentage, and whether a source states the same.

Owns: Change. Does not: compute a difference of amounts given as over, under or a range, or a percentage of what is not
positive.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import NamedTuple

from timeline_cli.fields.amounts import parse_amount
from timeline_cli.model import Amount, Figure

# Numbers in files have at most 60 digits; a difference that is not exact with these has no short form.
_EXACT = Context(prec=200, traps=[InvalidOperation, Inexact])
_ROUNDED = Context(prec=40, traps=[])


class Change(NamedTuple):
    """`difference` is exact, in the unit of the figure; `share` is it in percent of the base, to 40 digits.

    None for what is itself a percentage (its difference is in percentage points), and where one of the two numbers is
    not positive.
    """

    difference: Decimal
    share: Decimal | None
    about: bool = False

    @property
    def percent(self) -> Decimal | None:
        """The share rounded to hundredths."""
        return None if self.share is None else rounded(self.share, 2)


def rounded(number: Decimal, digits: int) -> Decimal:
    """A number with so many digits after the point."""
    return _ROUNDED.quantize(number, Decimal((0, (1,), -digits)))


def change(base: Amount, figure: Figure) -> Change | None:
    """The change from `base` to a figure; None if the numbers do not give it exactly."""
    before, after = base.single, figure.amount.single
    if before is None or after is None or {base.qualifier, figure.amount.qualifier} & {"over", "under"}:
        return None
    try:
        difference = _EXACT.subtract(after, before)
    except (Inexact, InvalidOperation):
        return None
    about = "about" in (base.qualifier, figure.amount.qualifier)
    share = None if figure.unit == "%" or before <= 0 or after <= 0 else _share(difference, before)
    return Change(difference, share, about)


def _share(difference: Decimal, before: Decimal) -> Decimal | None:
    found = _ROUNDED.multiply(_ROUNDED.divide(difference, before), Decimal(100))
    return found if rounded(found, 2).is_finite() else None


_DIRECTIONS = {"up": 1, "down": -1, "rose": 1, "fell": -1, "plus": 1, "minus": -1}


def agrees(stated: str, computed: Change, unit: str | None) -> bool:
    """Whether the change stated by a source equals the computed one, at the precision of the statement.

    A statement that cannot be read does not agree, so that both are shown.
    """
    text = re.sub(r"\s*(on-year|year[- ]on[- ]year|yoy|y/y)$", "", stated.strip().lower())
    word, _, rest = text.partition(" ")
    direction = _DIRECTIONS.get(word)
    text = re.sub(r"^by\s+", "", rest if direction else text)
    try:
        amount, of = parse_amount(text)
    except ValueError:
        return False
    if of == "%":
        value = computed.difference if unit == "%" else computed.share
    elif of in ("", (unit or "").lower(), "pp", "percentage points"):
        value = computed.difference
    else:
        return False
    if value is None:
        return False
    return _is_stated(amount, value if direction is None else value * direction)


def _is_stated(stated: Amount, value: Decimal) -> bool:
    number = stated.single
    if number is None:
        assert stated.low is not None and stated.high is not None
        return stated.low <= value <= stated.high
    if stated.qualifier == "over":
        return value > number
    if stated.qualifier == "under":
        return value < number
    if stated.qualifier == "about":
        return abs(value - number) <= max(abs(number) / 20, Decimal("0.5"))
    exponent = number.as_tuple().exponent
    step = Decimal((0, (1,), exponent)) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
    return abs(value - number) <= step / 2
