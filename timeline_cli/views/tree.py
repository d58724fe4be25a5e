"""The tree: events below the events that they are part of or follow.

Owns: this layout. Does not: show an event twice: other links are in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, width
from timeline_cli.views.details import details
from timeline_cli.views.forest import Branch, forest
from timeline_cli.views.options import NO_OPTIONS, ViewOptions
from timeline_cli.views.words import date_style, footer, has_offsets, linked_to, plain, symbol, titled
from timeline_cli.wrapping import wrap

_STEP = 3  # columns of a level
_KINDS = ("part_of", "follows")
_LEGEND = {"part_of": "├─ is part of the event above it", "follows": "├→ follows it"}
_LONGEST_LABEL = 24


def lines(answer: Answer, screen: Screen, options: ViewOptions = NO_OPTIONS) -> Iterator[Line]:
    """The whole view, with its footer."""
    groups = [(group.heading if group.name is not None else "", group.entries) for group in answer.groups]
    if answer.background:
        groups.append((f"Running throughout or undated ({len(answer.background)})", answer.background))
    layout = _Layout(answer, screen, options)
    for heading, entries in groups:
        if heading and entries:
            yield []
            yield [(clean(heading), "heading")]
        yield from layout.tree(entries)
    if options.footer:
        yield from layout.legend()
        yield from footer(answer, screen)


class _Layout:
    """The columns of one answer: right-aligned dates, then the branches."""

    def __init__(self, answer: Answer, screen: Screen, options: ViewOptions) -> None:
        self.answer = answer
        self.screen = screen
        self.options = options
        self.drawn: set[str] = set()  # kinds of links
        entries = answer.entries
        self.by_id = {entry.event.id: entry for entry in entries}
        self.offset = options.verbose or has_offsets(answer)
        labels = [width(self._label(entry)) for entry in entries]
        self.label_width = min(max(labels, default=0), _LONGEST_LABEL, screen.width // 3)

    def legend(self) -> Iterator[Line]:
        """The meaning of the branches that were drawn."""
        told = "   ".join(words for kind, words in _LEGEND.items() if kind in self.drawn)
        if told:
            yield []
            yield from ([(plain(row, self.screen.ascii), "dim")] for row in wrap(told, self.screen.width))

    def _label(self, entry: Entry) -> str:
        return plain(label(entry.event.date, offset=self.offset), self.screen.ascii)

    def tree(self, entries: Sequence[Entry]) -> Iterator[Line]:
        branches = forest(entries, _parents, lambda child, parent: True)
        with_children = {branch.parent for branch in branches}
        self.drawn.update(branch.kind for branch in branches)
        for number, branch in enumerate(branches):
            if number and not branch.more and (branch.entry.event.id in with_children or branches[number - 1].more):
                yield []
            yield from self._branch(branch, branch.entry.event.id in with_children)

    def _branch(self, branch: Branch, has_children: bool) -> Iterator[Line]:
        said = wrap(self._label(branch.entry), self.label_width)
        style = "dim" if branch.entry.superseded_by or branch.entry.background else date_style(branch.entry)
        rows = list(self._texts(branch, has_children))
        for index in range(max(len(rows), len(said))):
            text = said[index] if index < len(said) else ""
            row = rows[index] if index < len(rows) else self._below(branch, has_children)
            yield [(" " * (self.label_width - width(text)), ""), (text, style), ("  ", ""), *row]
        branch.entry.event.forget()

    def _below(self, branch: Branch, has_children: bool) -> Line:
        """The prefix of the further lines of an entry."""
        shown = branch.more[-self._levels() :]
        before = "".join("│  " if each else "   " for each in shown) + ("│ " if has_children else "  ")
        return [(plain(before, self.screen.ascii), "rule")]

    def _levels(self) -> int:
        """How many levels fit; deeper ones are not indented further."""
        return max((self.screen.width - self.label_width - 30) // _STEP, 1)

    def _texts(self, branch: Branch, has_children: bool) -> Iterator[Line]:
        entry, ascii = branch.entry, self.screen.ascii
        dimmed = bool(entry.superseded_by) or entry.background
        sign, colour = symbol(entry, self.answer.registries, ascii)
        below = self._below(branch, has_children)
        room = self.screen.width - self.label_width - 2 - width(below[0][0])
        hung = ""
        if branch.more:
            *above, more = branch.more[-self._levels() :]
            hung = "".join("│  " if each else "   " for each in above)
            hung += ("├" if more else "└") + ("→ " if branch.kind == "follows" else "─ ")
        ends = () if self.options.verbose else _KINDS
        told = ((kind, linked_to(entry, kind, branch.parent, self.by_id, self.answer, ascii)) for kind in ends)
        links = [f"{kind.replace('_', ' ')} {others}" for kind, others in told if others]
        notes = marks(entry, brief=not self.options.verbose)
        first, *others = titled(entry, room, ascii, links=links, dimmed=dimmed, inline=True, notes=notes)
        yield [(plain(hung, ascii), "rule"), (sign, "dim" if dimmed else colour), (" ", ""), *first]
        yield from ([*below, *line] for line in others)
        if self.options.verbose:
            yield from ([*below, *line] for line in details(entry, room, ascii))


def _parents(entry: Entry) -> list[tuple[str, str]]:
    return [(kind, target) for kind in _KINDS for target in getattr(entry.event, kind)]
