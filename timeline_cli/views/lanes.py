"""Lanes: time from left to right, a lane for each company, person, type or place.

Owns: this layout. Does not: cut a title — one that has no room beside its bar stands below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timeline_cli.console import Line, Screen, linked
from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS
from timeline_cli.model import Entry
from timeline_cli.query.select import GROUPS, Answer
from timeline_cli.text import clean, width, wrap
from timeline_cli.views.options import LANES, NO_OPTIONS, ViewOptions
from timeline_cli.views.scale import Axis, axis, labels, moment_of
from timeline_cli.views.strokes import LEGEND, stroke
from timeline_cli.views.words import address, footer, marks, plain, symbol

_LOOK_BACK = 6  # rows of a lane that are tried for room
_LEAST_ROOM = 30  # columns of a title beside its bar; else it stands below
_ROWS_TO_AXIS = 40  # rows after which the axis is shown again
_TODAY = "╎"
_WIDE_DAY = 1 / 24  # days in a column: below that, the axis counts hours


class _Part(NamedTuple):
    """A piece of a row: text from a column on, with its style, and where it leads."""

    column: int
    text: str
    style: str
    url: str = ""

    @property
    def end(self) -> int:
        return self.column + width(self.text)


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    if answer.entries:
        by = options.lane_by or next((kind for kind in LANES if any(map(GROUPS[kind], answer.entries))), "type")
        layout = _Layout(answer, screen, by)
        grouped = [(group.heading, group.entries) for group in answer.groups if group.name is not None]
        ungrouped = [entry for group in answer.groups if group.name is None for entry in group.entries]
        if not grouped:
            yield from layout.chart([*ungrouped, *answer.background])
        for heading, entries in [*grouped, ("Running throughout or undated", answer.background)] if grouped else ():
            if entries:
                yield []
                yield [(clean(heading), "heading")]
                yield from layout.chart(entries)
        if options.footer:
            yield from layout.legend()
    if options.footer:
        yield from footer(answer)


class _Layout:
    """The columns of one answer: names of lanes to the left, the axis and what is on it to the right."""

    def __init__(self, answer: Answer, screen: Screen, by: str) -> None:
        self.answer = answer
        self.screen = screen
        self.by = by
        names = [name for entry in answer.entries for name in self._lanes_of(entry)]
        self.name_width = min(max(map(width, names), default=0), max(screen.width // 5, 12))
        self.axis = _axis_of(answer, screen.width - self.name_width - 2)
        self.today = self._today()
        self.seen: set[str] = set()  # signs that the legend has to tell

    def _lanes_of(self, entry: Entry) -> list[str]:
        return [clean(name) for name in dict.fromkeys(GROUPS[self.by](entry))] or [f"no {self.by}"]

    def _today(self) -> int | None:
        """The column of today: its middle, or where it begins on an axis on which a day is wide."""
        column = self.axis.column(self.answer.today + (0.5 if self.axis.days_in_column > _WIDE_DAY else 0))
        return column if 0 <= column < self.axis.columns else None

    def chart(self, entries: Iterable[Entry]) -> Iterator[Line]:
        """The axis, and the lanes in the order in which they come up; what is in none stands last."""
        lanes: dict[str, list[Entry]] = {}
        for entry in entries:
            for name in self._lanes_of(entry):
                lanes.setdefault(name, []).append(entry)
        rest = lanes.pop(f"no {self.by}", None)
        if rest:
            lanes[f"no {self.by}"] = rest
        yield from self._ruler()
        since, was_tall = 0, False
        for number, (name, listed) in enumerate(lanes.items()):
            rows = self._rows(listed)
            said = wrap(name, self.name_width)
            height = max(len(rows), len(said))
            if since > _ROWS_TO_AXIS:
                yield from self._ruler()
                since = 0
            elif number and (height > 1 or was_tall):
                yield self._line("", [])
            for index in range(height):
                yield self._line(said[index] if index < len(said) else "", rows[index] if index < len(rows) else [])
            since, was_tall = since + height, height > 1

    def _ruler(self) -> Iterator[Line]:
        """The axis: words above, marks below."""
        ticks = self.axis.ticks()
        margin = " " * (self.name_width + 2)
        # Where the whole axis lies within today, there is no line to draw.
        is_today = self.answer.today <= self.axis.first and self.axis.last <= self.answer.today + 1
        said = "today" if is_today and self.today is None else ""
        yield [(said + margin[len(said) :], "today"), (labels(self.axis, ticks, self.today), "label")]
        drawn = ["─"] * self.axis.columns
        for tick in ticks:
            drawn[self.axis.column(tick.moment)] = "┬"
        line = plain("".join(drawn), self.screen.ascii)
        if self.today is None:
            yield [(margin, ""), (line, "rule")]
        else:
            sign = plain("▼", self.screen.ascii)
            yield [(margin, ""), (line[: self.today], "rule"), (sign, "today"), (line[self.today + 1 :], "rule")]

    def _line(self, name: str, parts: list[_Part]) -> Line:
        """A row of a lane; today shows through wherever nothing stands."""
        line: Line = [(name + " " * (self.name_width + 2 - width(name)), "heading")]
        at = 0
        for part in [*sorted(parts), None]:
            end = self.axis.columns if part is None else part.column
            space = " " * (end - at)
            if self.today is not None and at <= self.today < end:
                before, after = space[: self.today - at], space[self.today - at + 1 :]
                line += [(before, "rule"), (plain(_TODAY, self.screen.ascii), "today"), (after, "rule")]
            elif space:
                line.append((space, "rule"))
            if part is not None:
                line.append((linked(part.text, part.url), part.style))
                at = part.end
        return line

    # Rows of one lane.

    def _rows(self, entries: Sequence[Entry]) -> list[list[_Part]]:
        """The entries packed into rows: beside one another where there is room, one below the other where not."""
        rows: list[list[_Part]] = []
        ends: list[int] = []
        for entry in entries:
            first, *others = self._placed(entry)
            start = min(part.column for part in first)
            end = max(part.end for part in first)
            low = max(len(rows) - _LOOK_BACK, 0)
            at = len(rows) if others else next((n for n in range(low, len(rows)) if ends[n] + 2 <= start), len(rows))
            if at == len(rows):
                rows.append([])
                ends.append(0)
            rows[at] += first
            ends[at] = end
            # Nothing comes to stand beside a title that goes on below.
            rows += others
            ends += [self.axis.columns] * len(others)
            if others:
                ends[at] = self.axis.columns
        return rows

    def _placed(self, entry: Entry) -> list[list[_Part]]:
        """The rows of one entry: its bar, and its title in it, beside it or below it."""
        sign, colour = symbol(entry, self.answer.registries, False)
        drawn = stroke(entry, self.axis, sign, self.answer.today)
        self.seen.update(drawn.signs)
        own = symbol(entry, self.answer.registries, self.screen.ascii)[0]
        signs = "".join(own if char == sign else plain(char, self.screen.ascii) for char in drawn.signs)
        dimmed = entry.background or bool(entry.superseded_by)
        bar = _Part(drawn.first, signs, "dim" if dimmed else colour)
        title = _Part(0, _text(entry), "dim" if dimmed else "", address(entry))
        at = self._place_inside(drawn.first, len(signs), drawn.signs.find(sign), width(title.text) + 2)
        if at is None:
            return self._beside(bar, title)
        inside = title._replace(column=bar.column + at, text=f" {title.text} ")
        after = inside.end - bar.column
        return [[bar._replace(text=signs[:at]), inside, bar._replace(column=inside.end, text=signs[after:])]]

    def _place_inside(self, first: int, size: int, symbol_at: int, room: int) -> int | None:
        """Where in a bar a title of `room` columns stands: neither on its symbol nor on today, and not at its ends."""
        places = [(size - room) // 2 - 1, symbol_at + 2]
        if self.today is not None:
            places[1:1] = [self.today - first + 1, self.today - first - room]
        free = [at for at in places if 3 <= at <= size - room - 3 and not at <= symbol_at < at + room]
        best = [at for at in free if self.today is None or not at <= self.today - first < at + room]
        return next(iter(best or free), None)

    def _beside(self, bar: _Part, title: _Part) -> list[list[_Part]]:
        """To the right of the bar, to its left, or where there is more room in several rows, or else below it."""
        size, columns = width(title.text), self.axis.columns
        right, left = columns - bar.end - 1, bar.column - 1
        if size <= right:
            return [[bar, title._replace(column=bar.end + 1)]]
        if size <= left:
            return [[title._replace(column=left - size), bar]]
        if max(right, left) < min(columns - 2, _LEAST_ROOM):
            return [[bar], *([title._replace(column=2, text=row)] for row in wrap(title.text, columns - 2))]
        rows = wrap(title.text, max(right, left))
        start = [bar.end + 1 if right >= left else left - width(row) for row in rows]
        first, *others = (title._replace(column=at, text=row) for at, row in zip(start, rows, strict=True))
        return [[bar, first], *([part] for part in others)]

    def legend(self) -> Iterator[Line]:
        """What the signs of this chart mean."""
        told = [f"{plain(sign, self.screen.ascii)} {text}" for sign, text in LEGEND if sign in self.seen]
        if self.today is not None:
            told.append(f"{plain(_TODAY, self.screen.ascii)} today")
        row = ""
        yield from [[]] if told else []
        for words in told:
            if row and width(row) + 3 + width(words) > self.screen.width:
                yield [(row, "dim")]
                row = ""
            row += ("   " if row else "") + words
        yield from [[(row, "dim")]] if told else []


def _text(entry: Entry) -> str:
    """The title with what qualifies it."""
    when = entry.event.date
    doubt = ("~" if when.approximate else "") + "date" + ("?" if when.uncertain else "")
    notes = [*([doubt] if doubt != "date" else []), *marks(entry, brief=True)]
    return clean(entry.event.title) + (f" [{', '.join(notes)}]" if notes else "")


def _axis_of(answer: Answer, columns: int) -> Axis:
    """From the first to the last day that is told by the events asked for, and to today where it is not far off."""
    entries = [entry for group in answer.groups for entry in group.entries] or answer.background
    days = [
        day
        for entry in entries
        for reading in (entry.event.date.bounds,)
        for day in reading
        if NEVER_BEGAN < day < NEVER_ENDS
    ]
    times = [time for entry in entries for time in (entry.event.date.start_time, entry.event.date.end_time) if time]
    if not days:
        return axis(answer.today - 180, answer.today + 181, columns)
    first, last = float(min(days)), float(max(days) + 1)
    if times and len(times) >= len(entries):
        first, last = min(map(moment_of, times)), max(map(moment_of, times))
    shortest = 0.25 if times else 14.0
    least, today = max(last - first, shortest), answer.today + 0.5
    if first - least / 4 <= today <= last + least / 4:
        first, last = min(first, today), max(last, today)
    missing = max(shortest - (last - first), 0) / 2
    return axis(first - missing, last + missing, columns)
