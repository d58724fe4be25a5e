"""Axes: round numbers between the least and the greatest, and where labels fit.

Owns: ticks. Does not: place a tick at a number that is not round.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
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
    """Labels centred at their columns in one line; omits labels that would touch another, but never the last.

    Every second or third and so on, so that they are as even as what they name, unless that omits half of those that
    fit.
    """
    wanted = [(column, text) for column, text in labels if width(text) <= columns]
    most = spread(wanted, columns)
    for step in range(1, len(wanted)):
        some = wanted[(len(wanted) - 1) % step :: step]
        if 2 * len(some) < len(most):
            break
        if len(spread(some, columns)) == len(some):
            most = spread(some, columns)
            break
    line = ""
    for start, text in most:
        line += " " * (start - width(line)) + text
    return line


def spread(wanted: Sequence[tuple[int, str]], columns: int) -> list[tuple[int, str]]:
    """The labels that fit, with the columns in which they start; the last one always does."""
    found: list[tuple[int, str]] = []
    reach = -1
    last_start = _start(*wanted[-1], columns) if wanted else 0
    for index, (column, text) in enumerate(wanted):
        start = _start(column, text, columns)
        if start > reach and (index == len(wanted) - 1 or start + width(text) < last_start):
            found.append((start, text))
            reach = start + width(text)
    return found


def _start(column: int, text: str, columns: int) -> int:
    return max(min(column - width(text) // 2, columns - width(text)), 0)
