"""Lanes: time from left to right, a lane for each company, person, type or place.

Owns: which lanes there are, what of them is drawn, and the axis above. Does not: cut a title, or leave out an event
without counting it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from timeline_cli.console import Line, Screen, linked
from timeline_cli.dates.calendar import NEVER_ENDS, iso
from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.labels import label
from timeline_cli.model import Entry
from timeline_cli.query.entries import Entries, dates_of, each_date, entries_at
from timeline_cli.query.select import GROUPS, Answer
from timeline_cli.text import clean, counted, width
from timeline_cli.views.bars import sparkline
from timeline_cli.views.density import density, lasting
from timeline_cli.views.fit import columns_of, crowded, end_of, reach, start_of
from timeline_cli.views.options import LANES, NO_OPTIONS, ViewOptions
from timeline_cli.views.packing import Filling, Part, Row, flowed, packed
from timeline_cli.views.scale import axis, labels
from timeline_cli.views.signs import Signs, said
from timeline_cli.views.strokes import LEGEND, NOW, NUMBERED, UNTIL
from timeline_cli.views.words import footer, plain
from timeline_cli.wrapping import wrap

_ROWS_TO_AXIS = 40  # rows after which the axis is shown again
_MOST_ROWS = 200  # rows after which lanes are only counted
_DENSE = 60  # events of a lane, above which only some are named
_NAMED_ROWS = 20  # rows of these
_TRIES = 400  # of them that find no room one after the other, and the rows are taken as full
_FEW = 2  # signs of a lane that needs no row
_NAMES_IN_ROW = 4  # names of such lanes in a row, about
_TODAY = "╎"
_HOURS = 3  # days of an axis on which a day is no moment any more
_MARGIN = len(" ◀2006 ")
_NUMBER = 3  # columns of the number of an event, at most
_DENSE_SHARE = 0.4  # of the screen, for labels right of the axis above a dense lane

Lanes = Mapping[str, Sequence[int]]  # places in a sequence of all entries, few of which are read


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    if answer.shown:
        is_one = answer.group_by is None and not answer.background
        entries = answer.groups[0].entries if is_one else answer.entries
        by = options.lane_by or next((kind for kind in LANES if _has(entries, kind)), "type")
        charts: list[tuple[str, Sequence[int]]] = [("", range(len(entries)))]
        if answer.groups and answer.group_by is not None:
            place = {entry.event.id: place for place, entry in enumerate(entries)}
            grouped = [(group.heading, group.entries) for group in answer.groups]
            grouped.append(("Running throughout or undated", answer.background))
            charts = [(heading, [place[entry.event.id] for entry in listed]) for heading, listed in grouped]
        laned = [(heading, _lanes(entries, places, by)) for heading, places in charts if places]
        layout = _Layout(answer, entries, screen, [lanes for _, lanes in laned], options.all)
        for number, (heading, lanes) in enumerate(laned):
            if not (yield from layout.chart(lanes, clean(heading))):
                yield []
                yield from layout.counted(len(laned) - number, "group", [lanes for _, lanes in laned[number:]])
                break
        if options.footer:
            yield from layout.foot(options.prompts)
    if options.footer:
        yield from footer(answer, screen)


def _has(entries: Sequence[Entry], kind: str) -> bool:
    return bool(entries.facts.words(kind)) if isinstance(entries, Entries) else any(map(GROUPS[kind], entries))


def _lanes(entries: Sequence[Entry], places: Sequence[int], by: str) -> Lanes:
    """What of the entries at some places is in each lane, the longest lane first; what is in none is last."""
    found: dict[str, list[int]] = {}
    if isinstance(entries, Entries):  # at all places
        for name, having in entries.having(by).items():
            found[clean(name)] = sorted([*found.get(clean(name), ()), *having])
    else:
        for place in places:
            for name in dict.fromkeys(GROUPS[by](entries[place])):
                found.setdefault(clean(name), []).append(place)
            entries[place].event.forget()  # of very many, few are named
    named = {*chain(*found.values())}
    unnamed = {*found.pop(f"no {by}", ())}
    rest = [place for place in places if place in unnamed or place not in named]
    lanes = dict(sorted(found.items(), key=lambda lane: -len(lane[1])))
    return lanes | {f"no {by}": rest} if rest else lanes


class _Layout:
    """The axis of one answer and what is on it, chart by chart; rows are counted over all of them."""

    def __init__(
        self, answer: Answer, entries: Sequence[Entry], screen: Screen, charts: Sequence[Lanes], draws_all: bool
    ) -> None:
        self.answer, self.screen, self.draws_all = answer, screen, draws_all
        self.entries, self.dates = entries, dates_of(entries)
        shown = [when for group in answer.groups for when in dates_of(group.entries)] or dates_of(answer.background)
        first, last = reach(shown, answer.today)
        self.margin = _MARGIN + 1 if any(start_of(when) < first for when in each_date(entries)) else 1
        now = answer.today + (0.5 if last - first > _HOURS else 0)
        self.off = "" if first <= now < last else _off_axis(answer.today, first, last, screen.ascii)
        lanes = [listed for chart in charts for listed in chart.values()]
        # A dense lane repeats no signs: an event that is in such lanes alone needs no number.
        sparse = sorted({place for listed in lanes if not self._is_dense(listed) for place in listed})
        times = Counter(chain(*lanes)) if sparse else Counter[int]()
        shared, rooms = set[str](), list[tuple[float, int]]()
        for place, entry in self._read(sparse):
            if times[place] > 1:
                shared.add(entry.event.id)
            room = _room(entry, answer.today, last) + _NUMBER * (times[place] > 1)
            rooms.append((end_of(entry.event.date, last), room))
            entry.event.forget()
        rooms += [(last, int(screen.width * _DENSE_SHARE))] if any(map(self._is_dense, lanes)) else []
        rooms += [(last, width(self.off))] if self.off else []
        self.axis = axis(first, last, columns_of(first, last, screen.width, self.margin, rooms))
        self.today = None if self.off else self.axis.column(now)
        self.signs = Signs(answer, screen, self.axis, self.margin, frozenset(shared))
        self.drawn: dict[int, Entry] = {}  # in full, by place
        self.rows, self.since = 0, _ROWS_TO_AXIS + 1  # rows, and those below the axis
        self.is_whole = True

    def _is_dense(self, listed: Sequence[int]) -> bool:
        return len(listed) > _DENSE and not self.draws_all

    # Lanes.

    def chart(self, lanes: Lanes, heading: str) -> Generator[Line, None, bool]:
        """The heading, the axis, and below it the lanes; those that only have a few signs are named at the end.

        Returns whether there was room for any of them.
        """
        head: list[Line] = [[], [(heading, "heading")]] if heading else []
        others, few = dict[str, list[str]](), 0
        for number, (name, listed) in enumerate(lanes.items()):
            known = len(self.drawn)
            rows = self._lane(name, listed)
            size = self.rows + len(head) + len(rows) + few / _NAMES_IN_ROW
            if known and size > _MOST_ROWS and not self.draws_all:
                self.signs.forget(known)
                self.drawn = dict(islice(self.drawn.items(), known))
                if number == 0:
                    return False
                yield from self._others(others)
                yield from self.counted(len(lanes) - number, "lane", [dict(list(lanes.items())[number:])])
                self.rows = _MOST_ROWS
                return True
            yield from head
            self.rows += len(head)
            head = []
            if not rows:
                signs = " ".join(self.signs.reference(self.drawn[place]) for place in listed)
                others.setdefault(signs, []).append(name)
                few += 1
                continue
            if self.since > _ROWS_TO_AXIS:
                yield from self._ruler()
                self.since = 0
            yield from map(self._line, rows)
            self.since, self.rows = self.since + len(rows), self.rows + len(rows)
        yield from self._others(others)
        return True

    def _lane(self, name: str, listed: Sequence[int]) -> list[Row]:
        """The rows of a lane with its heading; none for a lane that only has a few signs."""
        if self._is_dense(listed):
            return self._dense(name, listed)
        signs = self.signs.brief(self.drawn[place] for place in listed if place in self.drawn)
        if len(listed) <= _FEW and sum(len(each.item.parts) for each in signs) == len(listed):
            return []
        drawn = []
        own = [place for place in listed if place not in self.drawn]
        for place, entry in sorted(self._read(own), key=lambda each: self.signs.place(each[1])):
            drawn.append(self.signs.full(entry))
            self._keep(place, entry)
        rows = packed(each.item for each in sorted([*drawn, *signs], key=lambda each: each.at))
        if len(rows) == 1 and width(name) + 2 <= rows[0].start:
            return [Row([Part(0, name, "heading"), *rows[0].parts])]
        return [*self._heading(f"{name} · {counted(len(listed), 'event')}"), *rows]

    def _read(self, places: Sequence[int]) -> Iterator[tuple[int, Entry]]:
        return zip(places, entries_at(self.entries, places), strict=True)

    def _keep(self, place: int, entry: Entry) -> None:
        self.signs.keep(entry)
        self.drawn[place] = entry

    def _dense(self, name: str, listed: Sequence[int]) -> list[Row]:
        """How much there is in each column, and as many events in full as a few rows have room for."""
        own = [place for place in listed if place not in self.drawn]
        lengths = {place: lasting(self.dates[place], self.axis) for place in own}
        own.sort(key=lambda place: (-lengths[place], -self.dates[place].sort_key[0]))
        filling, named, missed = Filling(_NAMED_ROWS), 0, 0
        for place, entry in self._read(own):
            drawn = self.signs.full(entry)
            if not drawn.item.below and filling.add(drawn.item):
                self._keep(place, entry)
                named, missed = named + 1, 0
            else:
                missed += 1
            if missed > _TRIES:
                break
        by = "the longest" if own and lengths[own[0]] else "the latest"
        head = f"{name} · {counted(len(listed), 'event')}, {named:,} of them named here: {by}"
        counts, text = density([self.dates[place] for place in listed], self.axis)
        steps = sparkline([count or None for count in counts], self.screen.ascii)
        row = Row([Part(self.margin, steps, "bar"), Part(self.margin + len(steps) + 2, text, "dim")], is_more=True)
        self.is_whole = False
        return [*self._heading(head), row, *filling.sorted()]

    def _heading(self, text: str) -> list[Row]:
        said = wrap(plain(text, self.screen.ascii), self.screen.width)
        return [Row([Part(0, part, "heading")], is_more=len(said) > 1) for part in said]

    def _others(self, others: Mapping[str, Sequence[str]]) -> Iterator[Line]:
        """The lanes that have no row: names, and the signs of the events that they are in."""
        if others:
            yield [("Others in these events", "heading")]
            pieces = [f"{', '.join(names)} {signs}" for signs, names in others.items()]
            rows = flowed(pieces, plain(" · ", self.screen.ascii), self.screen.width - 2)
            yield from ([("  " + row, "")] for row in rows)
            self.rows += 1 + len(rows)

    def counted(self, number: int, what: str, rest: Iterable[Lanes]) -> Iterator[Line]:
        """How many lanes or groups are not drawn, with how many events."""
        self.is_whole = False
        events = {place for lanes in rest for listed in lanes.values() for place in listed} - self.drawn.keys()
        said = f"and {counted(number, f'more {what}')} with {counted(len(events), 'event')}"
        yield from ([(row, "dim")] for row in wrap(said, self.screen.width))

    # Lines.

    def _ruler(self) -> Iterator[Line]:
        """The axis: words above, marks below."""
        ticks = self.axis.ticks()
        margin = " " * self.margin
        words = labels(self.axis, ticks, self.today)
        off = " " * (self.axis.columns + 3 - width(words)) + self.off if self.off else ""
        yield [(margin, ""), (words, "label"), (off, "today")]
        drawn = ["─"] * self.axis.columns
        for tick in ticks:
            drawn[self.axis.column(tick.moment)] = "┬"
        line = plain("".join(drawn), self.screen.ascii)
        if self.today is None:
            yield [(margin, ""), (line, "rule")]
        else:
            sign = plain(NOW, self.screen.ascii)
            yield [(margin, ""), (line[: self.today], "rule"), (sign, "today"), (line[self.today + 1 :], "rule")]

    def _line(self, row: Row) -> Line:
        """A row of a lane; today shows through where nothing is on either side of it."""
        parts = sorted(row.parts, key=lambda part: part[:3])
        now = None if self.today is None or row.is_more else self.margin + self.today
        if now is not None and all(part.end < now or part.column > now + 1 for part in parts):
            parts = sorted([*parts, Part(now, plain(_TODAY, self.screen.ascii), "today")], key=lambda part: part[:3])
        line: Line = []
        at = 0
        for part in parts:
            line += [(" " * (part.column - at), ""), (linked(part.text, part.url), part.style)]
            at = part.end
        return line

    def foot(self, has_prompts: bool) -> Iterator[Line]:
        """What the signs of this chart mean, and what to ask to see more."""
        ascii = self.screen.ascii
        drawn = self.signs.told | ({NOW} if self.today is not None else set())
        legend = [(self.signs.example if sign == NUMBERED else sign, text) for sign, text in LEGEND if sign in drawn]
        told = [f"{plain(sign, ascii)} {text}" for sign, text in legend]
        notes = flowed(told, "  ", self.screen.width)
        prompts = crowded(self.dates, self.axis), "" if self.is_whole else "--all draws every event"
        for prompt in prompts if has_prompts else ():
            notes += wrap(plain(prompt, ascii), self.screen.width) if prompt else []
        yield from [[]] if notes else []
        yield from ([(row, "dim")] for row in notes)


def _room(entry: Entry, today: int, last: float) -> int:
    """The columns of a label, and of the year before it of what ends after the axis."""
    is_beyond = last < entry.event.date.bounds.end + 1 < NEVER_ENDS
    return width(said(entry, today)) + (len(f"{UNTIL} •") if is_beyond else 0)


def _off_axis(today: int, first: float, last: float, ascii: bool) -> str:
    """Today, for the head of an axis that it is not on."""
    said = f"today {label(parse_date(iso(today) or ''))}"
    return plain(f"{said} ▶" if today >= last else f"◀ {said}" if today < first - 1 else said, ascii)
