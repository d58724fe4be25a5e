"""Read one file: its head, then its items.

Owns: the choice between splitting a file at its items and reading it as one piece. Does not: know how the events
are used.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.fields.context import Context
from timeline_cli.nodes import Problems, as_written
from timeline_cli.reading.composer import NeedsWhole
from timeline_cli.reading.content import Content, State, line_ends
from timeline_cli.reading.document import Document, Part
from timeline_cli.reading.events import Pairs, read_defaults, read_event
from timeline_cli.reading.includes import included, patterns_of
from timeline_cli.reading.items import CONFLICT, Item, batches, cut_lines, read_items, warn_cut
from timeline_cli.reading.registries import Declared
from timeline_cli.reading.split import Cut, Text, find_cut, outline, texts

if TYPE_CHECKING:
    from timeline_cli.reading.quick import Quick

_PARSED = 256  # items: with fewer, making the patterns of quick reading would take longer
Chosen = Callable[[Iterable[Text]], Iterator[Text]]

_ANCHOR = re.compile(rb"&([\w-]+)")


def _is_unread(item: Item) -> bool:
    """Whether the parser could not read an item alone."""
    return item.event is None and any(problem.code == "E004" for problem in item.problems)


class _Anchors:
    """The anchors of a file, searched on the first alias; matches in comments and texts count too."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._names: frozenset[bytes] | None = None

    def __contains__(self, name: object) -> bool:
        if self._names is None:
            blocks = self._content.blocks(0, len(self._content))
            self._names = frozenset(found for block in blocks for found in _ANCHOR.findall(block))
        return str(name).encode() in self._names


class LateRegistries(Exception):
    """A registry comes after the events, so the events read so far did not know its names."""


class EventFile:
    """A file by its display name. `content` is None if it could not be read.

    `found` are the problems of the file's head, with its lines, and `later` those that appear only while its items are
    read; items have their own problems. `stopped_at` is the line where reading stopped, `sections` the content of the
    registries as written.
    """

    def __init__(self, name: str, content: Content | None, problems: Problems, state: State | None = None) -> None:
        self.name = name
        self.content = content
        self.state = state  # before the content was read
        self.found: list[Diagnostic] = list(problems.take())
        self.later: list[Diagnostic] = []
        self.stopped_at: int | None = None if content is not None else 1
        self.cut: Cut | None = None
        self.includes: list[str] = []
        self.patterns: list[str] = []  # of the includes
        self.at: int | None = None  # number of bytes read so far
        self.defaults: Pairs = {}
        self._problems = problems
        self._document: Document | None = None
        self._late = False
        self._is_sound: bool | None = None  # unknown so far

    def head_digest(self) -> bytes:
        """The digest of everything, besides the registries, that the items of the file depend on."""
        from timeline_cli.digest import digest

        assert self.content is not None
        if self.cut is None:
            return digest(self.content.whole())
        defaults = [(key, as_written(value)) for key, (_, value) in self.defaults.items()]
        return digest(repr((self.cut.indent, defaults)).encode("utf-8", "surrogatepass"))

    def read_head(self, declared: list[Declared], whole: bool, late: bool) -> list[str]:
        """Read registries and defaults; returns the included files.

        With `whole`, the file is not split; with `late`, a file read as one piece is read to its end for registries.
        """
        if self.content is None:
            return []
        if whole or not self._read_outline(declared):
            self._late = late
            self._document = Document(self.content.whole(), self._problems)
            parts = self._document.head() if not late else self._document.all_but_events()
            self._take(parts, declared)
            if late:
                # Read again for the events; duplicates are reported once.
                self._document = Document(self.content.whole(), self._problems)
        self.settle()
        return self.includes

    def settle(self) -> None:
        """Store the problems of the head; registries report theirs only when all of them are known."""
        self.found += self._problems.take()

    def _read_outline(self, declared: list[Declared]) -> bool:
        """Read everything but the items of a file that can be split; False for any other file."""
        assert self.content is not None
        self.cut = find_cut(self.content)
        if self.cut is None:
            return False
        document = Document(outline(self.content, self.cut), self._problems)
        found: list[Declared] = []
        self._take(document.all_but_events(), found)
        if document.stopped_at is not None or document.has_events:
            self.cut = None
            self.includes, self.patterns, self.defaults = [], [], {}
            # All problems will be found again.
            self._problems.take()
            self._problems.begin(0)
            return False
        declared += found
        return True

    def _take(self, parts: Iterable[Part], declared: list[Declared]) -> None:
        assert self.content is not None
        cuts: dict[int, str] | None = None
        for part in parts:
            if cuts is None:
                cuts = cut_lines(self.content.whole() if self.cut is None else outline(self.content, self.cut))
            if cuts and part.lost is None:
                warn_cut(part.value, cuts, self._problems)
            if part.section == "include":
                self.includes += included(part.value, self.name, self._problems)
                self.patterns += patterns_of(part.value)
            elif part.section == "defaults":
                self.defaults = read_defaults(part.value, self._problems)
            else:
                declared.append(Declared(part, self._problems))

    def items(self, shared: Context, chosen: Chosen = iter, within: Cut | None = None) -> Iterator[Item]:
        """The decoded items in order. For a split file, only those `within` a part of it whose text is `chosen`.

        Raises NeedsWhole for a file that cannot be read in pieces, LateRegistries for registries below the events of a
        file that is not split.
        """
        self.settle()
        if self.content is None:
            return
        if self.cut is None:
            yield from self._whole_items(self._context(shared))
            self.later += self._problems.in_head
            return
        self.at = self.cut.start
        read = self.reader(shared)
        for batch in batches(chosen(texts(self.content, within or self.cut))):
            yield from read(batch)
            self.at += sum(len(text.data) for text in batch)

    def reader(self, shared: Context, many: bool = False) -> Callable[[list[Text]], list[Item]]:
        """The function that reads some, or `many`, items of a split file. Raises NeedsWhole, as `items`."""
        assert self.content is not None and self.cut is not None
        self.settle()
        context, column, anchors = self._context(shared), self.cut.indent, _Anchors(self.content)

        parsed = partial(read_items, column=column, defaults=self.defaults, context=context, anchors=anchors)
        quick: Quick | None = None
        seen = 0

        def read(batch: list[Text]) -> list[Item]:
            nonlocal quick, seen
            seen += len(batch)
            if quick is None and (many or seen >= _PARSED) and not self.defaults:
                from timeline_cli.reading.quick import Quick

                quick = Quick(column, context)
            items = parsed(batch) if quick is None else quick.items(batch, parsed)
            if any(_is_unread(item) for item in items) and self._is_sound_as_one():
                raise NeedsWhole(self.name)
            if len(self.later) < len(self._problems.in_head):
                self.later = list(self._problems.in_head)
            return items

        return read

    def _context(self, shared: Context) -> Context:
        assert self.content is not None
        return shared.of_file(self._problems, self.content.part(0, 1024).lstrip()[:1] in (b"[", b"{"))

    def _is_sound_as_one(self) -> bool:
        """Whether the parser can read the file as one piece: a quoted text may have a line that looks like an item."""
        assert self.content is not None
        if self._is_sound is None:
            from timeline_cli.reading.shape import is_sound

            self._is_sound = is_sound(self.content.whole())
        return self._is_sound

    def _whole_items(self, context: Context) -> Iterator[Item]:
        document, problems = self._document, self._problems
        assert document is not None and self.content is not None
        data = self.content.whole()
        cuts, conflicts = cut_lines(data), self._conflicts(data)
        problems.offset = 0
        for part in document.rest():
            if part.section != "events":
                if not self._late:
                    raise LateRegistries
                continue
            if part.lost is not None:
                at = part.lost.location.line
                yield Item(at, None, (part.lost.moved(-at),))
                continue
            node, line = part.value, part.value.start_mark.line + 1
            if cuts:
                warn_cut(node, cuts, problems)
            event = read_event(node, self.defaults, context)
            if part.broken or bisect_left(conflicts, line) < bisect_left(conflicts, node.end_mark.line + 2):
                event = None
            yield Item(line, event, tuple(problem.moved(-line) for problem in problems.take()))
        self.later += problems.take()
        self.stopped_at = document.stopped_at

    def _conflicts(self, data: bytes) -> list[int]:
        """Report the lines of git's conflict markers, which a quoted text would silently contain."""
        if b"<<<<<<<" not in data:
            return []
        from timeline_cli.reading.hints.yaml_errors import conflict

        starts = [match.start() for match in CONFLICT.finditer(data)]
        lines = list(accumulate((line_ends(data[start:end]) for start, end in pairwise([0, *starts])), initial=1))[1:]
        self.later += [conflict(self.name, line) for line in lines[:1]]
        return lines
