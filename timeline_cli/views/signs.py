"""An event in a lane: its stroke and label, or only its sign and number if another lane shows it in full.

Owns: the place of a label, and the numbers. Does not: know rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import inf
from typing import NamedTuple

from timeline_cli.console import Screen
from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, width
from timeline_cli.views.packing import Item, Part
from timeline_cli.views.scale import Axis
from timeline_cli.views.strokes import DOTTED, LEFT, NUMBERED, RIGHT, SOLID, Stroke, stroke
from timeline_cli.views.words import address, plain, symbol
from timeline_cli.wrapping import wrap

_BEFORE_LABEL = 2  # columns of a bar before a label in it
_AFTER_LABEL = 6  # and after it, at least
_BRACKETS = str.maketrans({LEFT: "[", RIGHT: "]"})


class Drawn(NamedTuple):
    """An event in full, or the signs of several: `at` is the column of the sign on the axis, which orders a lane."""

    at: float
    item: Item


class Signs:
    """The events of an answer on its axis, which begins after `margin` columns; `shared` are in more than one lane.

    `numbers` has those drawn in full so far by id, with 0 if they are in no other lane. `told` are the signs drawn so
    far that the legend explains, `example` is one with a number.
    """

    def __init__(self, answer: Answer, screen: Screen, axis: Axis, margin: int, shared: frozenset[str]) -> None:
        self.answer, self.screen, self.axis, self.margin, self.shared = answer, screen, axis, margin, shared
        self.numbers: dict[str, int] = {}
        self.told: set[str] = set()
        self.example = ""
        self._last = 0
        self._strokes: dict[str, tuple[Stroke, str, str]] = {}

    def place(self, entry: Entry) -> float:
        """The column of the sign, by which a lane is sorted; events without any date come last."""
        start, _, _, end = entry.event.date.bounds
        return inf if start <= NEVER_BEGAN and end >= NEVER_ENDS else self._stroke(entry)[0].at

    def keep(self, entry: Entry) -> None:
        """Count an event as drawn in full, with the number that `full` gave it."""
        is_shared = entry.event.id in self.shared
        self._last += is_shared
        self.numbers[entry.event.id] = self._last if is_shared else 0
        self.told |= self._stroke(entry)[0].told
        if is_shared and not self.example:
            self.example = self.reference(entry)
            self.told.add(NUMBERED)

    def forget(self, known: int) -> None:
        """Undo `keep` for all but the first `known`."""
        for name in list(self.numbers)[known:]:
            self._last -= self.numbers.pop(name) > 0

    def full(self, entry: Entry) -> Drawn:
        """The stroke and the label: in the bar, or after it, wrapped if it is wider than the screen."""
        found, text, style = self._stroke(entry)
        place = found.at - found.first
        if entry.event.id in self.shared:
            number = str(self._last + 1)
            free = {*text[place + 1 : place + 1 + len(number)]} <= {*self._lines}
            # In the bar if enough of it remains, else after it.
            over = free and len(text) - place - 2 > len(number)
            text = f"{text[: place + 1]}{number}{text[place + 1 + len(number) :]}" if over else text + number
            place += len(number) if over else 0
        bar = Part(self.margin + found.first, text, style)
        title = said(entry, self.answer.today)
        label = Part(bar.end + 1, title, "dim" if style == "dim" else "title", partial(address, entry))
        return Drawn(self.place(entry), self._labelled(bar, label, place))

    @property
    def _lines(self) -> str:
        return plain(SOLID + DOTTED, self.screen.ascii)

    def _labelled(self, bar: Part, label: Part, place: int) -> Item:
        """A bar with its label; `place` is the index in its text at which the sign ends."""
        start = place + 1 + _BEFORE_LABEL
        end = start + width(label.text) + 2
        covered = {*bar.text[start:end]}
        if end + _AFTER_LABEL <= len(bar.text) and len(covered) == 1 and covered <= {*self._lines}:
            inside = label._replace(column=bar.column + start, text=f" {label.text} ")
            rest = bar._replace(column=bar.column + end, text=bar.text[end:])
            return Item([bar._replace(text=bar.text[:start]), inside, rest])
        first, *others = (label._replace(text=row) for row in wrap(label.text, self.screen.width - label.column))
        return Item([bar, first], others)

    def brief(self, entries: Iterable[Entry]) -> list[Drawn]:
        """Only signs and numbers; those that would overlap are next to each other."""
        found = []
        for entry in entries:
            drawn, _, style = self._stroke(entry)
            column = self.margin + min(drawn.at, self.axis.columns)
            found.append((self.place(entry), Part(column, self.reference(entry), style)))
        groups: list[Drawn] = []
        for at, part in sorted(found, key=lambda each: each[0]):
            after = groups[-1].item.end + 1 if groups else 0
            if groups and part.column <= after and after + width(part.text) <= self.screen.width:
                groups[-1].item.parts.append(part._replace(column=after))
            else:
                groups.append(Drawn(at, Item([part])))
        return groups

    def reference(self, entry: Entry) -> str:
        """The sign and number of an event that is drawn in full elsewhere."""
        sign = symbol(entry, self.answer.registries, self.screen.ascii)[0]
        return f"{sign}{self.numbers[entry.event.id] or ''}"

    def _stroke(self, entry: Entry) -> tuple[Stroke, str, str]:
        """The stroke, its text on this screen, and its style."""
        known = self._strokes.get(entry.event.id)
        if known is not None:
            return known
        sign, colour = symbol(entry, self.answer.registries, False)
        found = stroke(entry, self.axis, sign, self.answer.today)
        place = found.at - found.first
        before, after = found.signs[:place], found.signs[place + 1 :]
        if self.screen.ascii:
            sign = symbol(entry, self.answer.registries, True)[0]
            before, after = plain(before.translate(_BRACKETS), True), plain(after.translate(_BRACKETS), True)
        style = "dim" if entry.background or entry.superseded_by else colour
        self._strokes[entry.event.id] = found, before + sign + after, style
        return self._strokes[entry.event.id]


def said(entry: Entry, today: int) -> str:
    """The title with its marks, without a state that its place implies."""
    when = entry.event.date
    doubt = ("~" if when.approximate else "") + "date" + ("?" if when.uncertain else "")
    is_placed = (entry.state == "ongoing" and when.kind == "interval") or (
        entry.state == "scheduled" and when.bounds.start > today
    )
    found = marks(entry._replace(state=None) if is_placed else entry, brief=True)
    notes = [*([doubt] if doubt != "date" else []), *found]
    return clean(entry.event.title) + (f" [{', '.join(notes)}]" if notes else "")
