"""Axes: round numbers between the least and the greatest, and where labels fit.

Owns: ticks. Does not: place a tick at a number that is not round.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from timeline_cli.text import width

_LEAST_SPAN = 1e-300  # below this, floats lose digits
_LEAST_SHARE = 1e-9  # of the greatest number: a smaller span is lost among its digits


def ticks(least: float, most: float, count: int) -> list[Decimal]:
    """Round numbers from at most `least` to at least `most`: about `count` of them, at least two."""
    span = most - least
    if span < max(_LEAST_SPAN, _LEAST_SHARE * max(abs(least), abs(most))):
        span = max(abs(least), abs(most), 1.0)
    raw = span / max(count - 1, 1)
    exponent = math.floor(math.log10(raw))
    step = next(
        factor.scaleb(exponent)
        for factor in (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
        if float(factor) * 10.0**exponent >= raw * 0.999
    )
    first, last = (math.floor(least / float(step)), math.ceil(most / float(step)))
    return [step * number for number in range(first, max(last, first + 1) + 1)]


def placed(labels: Iterable[tuple[int, str]], columns: int) -> str:
    """Labels centred at their columns in one line; omits labels that would touch another, but never the last."""
    wanted = [(column, text) for column, text in labels if width(text) <= columns]
    line, reach = "", 0
    last = wanted[-1:]
    last_start = _start(*last[0], columns) if last else columns
    for column, text in wanted:
        start = _start(column, text, columns)
        is_last = (column, text) == last[0]
        if (start > reach or not line) and (is_last or start + width(text) < last_start):
            line += " " * (start - reach) + text
            reach = start + width(text)
    return line


def _start(column: int, text: str, columns: int) -> int:
    return max(min(column - width(text) // 2, columns - width(text)), 0)
