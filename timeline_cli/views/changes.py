"""What a figure changed from, in words.

Owns: these words, and when the source's own are shown beside the computed ones. Refuses: a change that was not computed
from two numbers or stated by the source.
"""

from __future__ import annotations

from timeline_cli.dates.labels import label
from timeline_cli.model import Amount, Figure
from timeline_cli.query.changes import Change, agrees
from timeline_cli.query.figures import Told
from timeline_cli.query.series import Point
from timeline_cli.text import clean
from timeline_cli.views.numbers import Style, has_sign, with_unit
from timeline_cli.views.words import plain


def changes(point: Point, style: Style) -> list[str]:
    """What a figure changed from, a line each: the revision, the period and the year before, what the source states.

    What the source states is left out where the computed number says the same.
    """
    found: list[str] = []
    if point.revises is not None:
        found += _revision(point, point.revises, style)
    change = point.change
    if change is not None and point.before is not None:
        found.append(_change_words(change, point, style) + _base(point, point.before, style))
    change = point.year_change
    if change is not None and point.year_before is not None and point.year_before is not point.before:
        found.append(f"{_change_words(change, point, style)} on {period_words(point.year_before, style)}")
    return found + _stated(point, style)


def _revision(point: Point, revised: Told, style: Style) -> list[str]:
    """300,000 → 350,000, and below it the change"""
    figure = point.told.figure
    if revised.figure.amount == figure.amount:
        return [f"as told {plain(label(revised.entry.event.date), style.ascii)}"]
    words = _from_to(revised.figure.amount, figure, style)
    return [words, *([_change_words(point.revision, point, style)] if point.revision else [])]


def _change_words(change: Change, point: Point, style: Style) -> str:
    if not change.difference:
        return "unchanged"
    percent = _percent(change, point)
    return _difference(change, point, style) + (f", {percent}" if percent else "")


def _difference(change: Change, point: Point, style: Style) -> str:
    unit = point.told.figure.unit
    unit = "pp" if unit == "%" else unit if has_sign(unit) else None
    about = "about " if change.about else ""
    return about + with_unit(change.difference, unit, style.exact, style.ascii, signed=True)


def _percent(change: Change, point: Point) -> str:
    if change.percent is None:
        return ""
    digits = 1 if abs(change.percent) >= 1 or not change.difference else 2
    return f"{'about ' if change.about else ''}{change.percent:+,.{digits}f}%"


def _base(point: Point, before: Told, style: Style) -> str:
    """Which period the change is on, where it is not the one right before."""
    period, earlier = point.told.figure.period, before.figure.period
    if period is None or earlier is None or earlier.bounds.end + 1 == period.bounds.start:
        return ""
    return f" on {period_words(before, style)}"


def period_words(told: Told, style: Style) -> str:
    return plain(label(told.figure.period), style.ascii) if told.figure.period else ""


def _stated(point: Point, style: Style) -> list[str]:
    """What the source says of the change itself, where the computed one does not say the same."""
    figure = point.told.figure
    bases = [told.figure.amount for told in (point.before, point.year_before, point.revises) if told is not None]
    computed = [found for found in (point.change, point.year_change, point.revision) if found is not None]
    found = []
    if figure.previous is not None and figure.previous not in bases:
        found.append("stated: " + _from_to(figure.previous, figure, style))
        if point.stated is not None:
            found.append(_change_words(point.stated, point, style))
            computed.append(point.stated)
    if figure.change and not any(agrees(figure.change, change, figure.unit) for change in computed):
        found.append("stated: " + clean(figure.change))
    return found


def _from_to(before: Amount, figure: Figure, style: Style) -> str:
    arrow = "->" if style.ascii else "→"
    return f"{style.amount(before, figure.unit)} {arrow} {style.amount(figure.amount, figure.unit)}"
