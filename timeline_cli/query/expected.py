"""What was expected of a period next to the number that came.

Owns: which word of an expectation counts, and the outcome. Does not: convert units, compare with what was told after
the number, or call anything better or worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_ENDS
from timeline_cli.fields.parts import FIGURE_KINDS
from timeline_cli.model import Amount, Figure
from timeline_cli.query.changes import Change, change
from timeline_cli.query.figures import Told
from timeline_cli.query.series import REPORTED, heading_order, middle, told_order
from timeline_cli.text import fold


class Expectation(NamedTuple):
    """The last word before the number or with it, the earlier ones that differ, and the `number`, None until it comes.

    One that `is_late` was told after the number. `other_number` is one of that period in another unit.
    """

    told: Told
    was: tuple[Told, ...]
    number: Told | None
    is_late: bool = False
    other_number: Told | None = None

    @property
    def outcome(self) -> str | None:
        """above, met or below; None without a number that can be compared."""
        if self.number is None or self.is_late:
            return None
        return _outcome(self.told.figure.amount, self.number.figure.amount)

    @property
    def change(self) -> Change | None:
        """From the nearest end of what was expected; None within a range."""
        number = None if self.number is None or self.is_late else self.number.figure.amount.single
        amount = self.told.figure.amount
        end = None if number is None else _nearest_end(amount, number)
        if end is None or self.number is None:
            return None
        about = "about" if amount.qualifier == "about" else None
        return change(Amount(end, end, about), self.number.figure)


def _outcome(expected: Amount, actual: Amount) -> str | None:
    if "about" in (expected.qualifier, actual.qualifier):
        return None
    # None is an open side; an amount given as over or under leaves its number out.
    (low, high, _), (least, most, _) = expected, actual
    if high is not None and least is not None and (least > high or (least == high and most is None)):
        return "above"
    if low is not None and most is not None and (most < low or (most == low and least is None)):
        return "below"
    fits = (low is None or (least is not None and least >= low)) and (
        high is None or (most is not None and most <= high)
    )
    return "met" if fits else None


def _nearest_end(expected: Amount, number: Decimal) -> Decimal | None:
    low, high, _ = expected
    if high is not None and (number > high or low == high):
        return high
    return low if low is not None and number < low else None


def expectations(found: Iterable[Told], by_value: bool = False) -> list[Expectation]:
    """By company, metric, unit and period, where an expectation or its number is shown.

    With `by_value` the greatest number of each unit first, or what is expected where there is none.
    """
    numbers: dict[object, list[Told]] = {}
    expected: dict[tuple[object, ...], list[Told]] = {}
    for told in found:
        figure, period = told.figure, told.figure.period
        of_whom = (told.company, fold(figure.metric), period and period.bounds)
        if figure.kind not in REPORTED:
            # Without a period nothing says that two are about the same.
            alone = "" if period else (told.entry.event.id, len(expected))
            expected.setdefault((*of_whom, figure.unit, figure.kind, alone), []).append(told)
        elif period is not None:
            numbers.setdefault(of_whom, []).append(told)
    rows = [row for key, words in expected.items() for row in _rows(words, numbers.get(key[:3], []))]
    order = _by_value if by_value else _by_period
    return sorted(rows, key=lambda row: (*heading_of(row), *order(row), row.is_late))


def _rows(words: Sequence[Told], numbers: Sequence[Told]) -> Iterator[Expectation]:
    """The expectations of one kind about one number."""
    words = sorted(words, key=told_order)
    alike = sorted((told for told in numbers if told.figure.unit == words[0].figure.unit), key=told_order)
    if not any(told.shown for told in (*words, *alike)):
        return
    number = alike[-1] if alike else None
    first = min(map(_day_told, alike), default=NEVER_ENDS)
    in_time = [told for told in words if _day_told(told) <= first]
    if in_time:
        other = next((told for told in reversed(numbers) if not alike), None)
        was = [a for a, b in pairwise(in_time) if a.figure.amount != b.figure.amount]
        yield Expectation(in_time[-1], tuple(was), number, other_number=other)
    yield from (Expectation(told, (), number, is_late=True) for told in words if _day_told(told) > first)


def _day_told(told: Told) -> int:
    return (told.entry.known or told.entry.event.date).bounds.start


def heading_of(row: Expectation) -> tuple[object, ...]:
    figure = row.told.figure
    return heading_order(row.told.company, figure.metric, figure.unit)


def _by_period(row: Expectation) -> tuple[object, ...]:
    when = row.told.figure.period or row.told.entry.event.date
    return (*when.sort_key, FIGURE_KINDS.index(row.told.figure.kind))


def _by_value(row: Expectation) -> tuple[object, ...]:
    figure: Figure = (row.number or row.told).figure
    return (-middle(figure.amount), *_by_period(row))
