"""Expectations for a period next to the number that was reported.

Owns: which version of an expectation counts, and the outcome. Does not: convert units, compare with what was published
after the number, or call anything better or worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_ENDS
from timeline_cli.model import FIGURE_KINDS, Amount, Figure
from timeline_cli.query.changes import Change, change
from timeline_cli.query.figures import FigureEntry
from timeline_cli.query.series import REPORTED, heading_order, middle, report_order
from timeline_cli.text import fold


class Expectation(NamedTuple):
    """The last version published before the number or with it, the earlier ones that differ (`was`), and the `number`.

    The number is None until it is reported. If `is_late`, the expectation was published after it. `other_number` is
    one for the same period in another unit.
    """

    item: FigureEntry
    was: tuple[FigureEntry, ...]
    number: FigureEntry | None
    is_late: bool = False
    other_number: FigureEntry | None = None

    @property
    def outcome(self) -> str | None:
        """above, met or below; None if there is no number to compare."""
        number = self._compared
        return None if number is None else _outcome(self.item.figure.amount, number.figure.amount)

    @property
    def change(self) -> Change | None:
        """The change from the nearest end of what was expected; None within a range."""
        number = self._compared
        single = None if number is None else number.figure.amount.single
        amount = self.item.figure.amount
        end = None if single is None else _nearest_end(amount, single)
        if end is None or number is None:
            return None
        about = "about" if amount.qualifier == "about" else None
        return change(Amount(end, end, about), number.figure)

    @property
    def _compared(self) -> FigureEntry | None:
        """The number if it may be compared with what was expected."""
        if self.number is None or self.is_late or not (self.item.is_firm and self.number.is_firm):
            return None
        return self.number


def _outcome(expected: Amount, actual: Amount) -> str | None:
    if "about" in (expected.qualifier, actual.qualifier):
        return None
    # None is an open side; over and under exclude their own number.
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


def expectations(found: Iterable[FigureEntry], by_value: bool = False) -> list[Expectation]:
    """Expectations sorted by company, metric, unit and period, if they or their number are shown.

    With `by_value`, the greatest number first; an expectation without a number counts with its own.
    """
    numbers: dict[object, list[FigureEntry]] = {}
    expected: dict[tuple[object, ...], list[FigureEntry]] = {}
    for item in found:
        figure, period, whose = item.figure, item.figure.period, of_whom(item)
        if figure.kind not in REPORTED:
            # Without a period, nothing shows that two are for the same one.
            alone = "" if period else (item.entry.event.id, len(expected))
            expected.setdefault((*whose, figure.unit, figure.kind, alone), []).append(item)
        elif period is not None:
            numbers.setdefault(whose, []).append(item)
    rows = [row for key, versions in expected.items() for row in _rows(versions, numbers.get(key[:3], []))]
    order = _by_value if by_value else _by_period
    return sorted(rows, key=lambda row: (*heading_of(row), *order(row), row.is_late))


def of_whom(item: FigureEntry) -> tuple[object, ...]:
    """The company, metric and period of a figure: those of an expectation and its number are equal."""
    return item.company, fold(item.figure.metric), item.figure.period and item.figure.period.bounds


def _rows(versions: Sequence[FigureEntry], numbers: Sequence[FigureEntry]) -> Iterator[Expectation]:
    """The expectations of one kind for one number."""
    versions = sorted(versions, key=report_order)
    alike = sorted((item for item in numbers if item.figure.unit == versions[0].figure.unit), key=report_order)
    if not any(item.shown for item in (*versions, *alike)):
        return
    number = alike[-1] if alike else None
    first = min(map(_day_reported, alike), default=NEVER_ENDS)
    in_time = [item for item in versions if _day_reported(item) <= first]
    if in_time:
        other = next((item for item in reversed(numbers) if not alike), None)
        was = [a for a, b in pairwise(in_time) if a.figure.amount != b.figure.amount]
        yield Expectation(in_time[-1], tuple(was), number, other_number=other)
    yield from (Expectation(item, (), number, is_late=True) for item in versions if _day_reported(item) > first)


def _day_reported(item: FigureEntry) -> int:
    return (item.entry.known or item.entry.event.date).bounds.start


def heading_of(row: Expectation) -> tuple[object, ...]:
    figure = row.item.figure
    return heading_order(row.item.company, figure.metric, figure.unit)


def _by_period(row: Expectation) -> tuple[object, ...]:
    when = row.item.figure.period or row.item.entry.event.date
    return (*when.sort_key, FIGURE_KINDS.index(row.item.figure.kind))


def _by_value(row: Expectation) -> tuple[object, ...]:
    figure: Figure = (row.number or row.item).figure
    return (-middle(figure.amount), *_by_period(row))
