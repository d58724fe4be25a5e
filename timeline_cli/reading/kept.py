"""Items kept by their text from one reading of the files to the next, so that only changed ones are read again.

Owns: when a kept item still holds. Does not: keep one that could become readable when another item changes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from timeline_cli.fields.context import Context
from timeline_cli.reading.file import EventFile
from timeline_cli.reading.items import Item
from timeline_cli.reading.split import Text

_Base = list[tuple[str, object, bytes, bytes]]


class Kept:
    """The items of files that were read, by file and text."""

    def __init__(self) -> None:
        self._base: _Base = []
        self._items: dict[str, dict[bytes, Item]] = {}

    def begin(self, files: list[EventFile]) -> None:
        """Start to read these files; drops all items if anything besides items has changed."""
        base = [_base(file) for file in files]
        if base != self._base:
            self._base, self._items = base, {}

    def items(self, file: EventFile, shared: Context) -> Iterator[Item]:
        """All items of a file, in order."""
        if file.cut is None:
            yield from file.items(shared)
            return
        before, now = self._items.get(file.name, {}), dict[bytes, Item]()

        def known(text: Text) -> Item | None:
            item = before.get(text.data)
            return item and _moved(item, text.line)

        for text, item in items_but(known, file, shared):
            if not any(problem.is_error for problem in item.problems):
                now[text.data] = item
            yield item
        # A problem of a default is reported by the first item that uses it.
        self._items[file.name] = {} if file.later else now


def items_but(known: Callable[[Text], Item | None], file: EventFile, shared: Context) -> Iterator[tuple[Text, Item]]:
    """All items of a split file, in order, with their texts. Only those that are not `known` are read."""
    found: deque[tuple[Text, Item | None]] = deque()

    def chosen(texts: Iterable[Text]) -> Iterator[Text]:
        for text in texts:
            item = known(text)
            found.append((text, item))
            if item is None:
                yield text

    for item in file.items(shared, chosen):
        while (before := found[0][1]) is not None:
            yield found.popleft()[0], before
        yield found.popleft()[0], item
    yield from ((text, item) for text, item in found if item is not None)


def _base(file: EventFile) -> tuple[str, object, bytes, bytes]:
    """All that decides the items of a file besides their text."""
    if file.content is None or file.cut is None:
        return file.name, None, b"" if file.content is None else file.content.whole(), b""
    cut, content = file.cut, file.content
    return file.name, cut.indent, content.part(0, cut.start), content.part(cut.end, len(content))


def _moved(item: Item, line: int) -> Item:
    event = item.event
    if line == item.line:
        return item
    return Item(line, event and event.at(event.line + line - item.line), item.problems)
