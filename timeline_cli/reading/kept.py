"""Items kept by their text from one reading of the files to the next, so that only changed ones are read again.

Owns: when a kept item still holds. Does not: keep one that could become readable when another item changes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

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
        found: deque[Item | Text] = deque()

        def chosen(texts: Iterable[Text]) -> Iterator[Text]:
            for text in texts:
                item = before.get(text.data)
                if item is None:
                    found.append(text)
                    yield text
                else:
                    now[text.data] = at = _moved(item, text.line)
                    found.append(at)

        for item in file.items(shared, chosen):
            while isinstance(text := found.popleft(), Item):
                yield text
            if not any(problem.is_error for problem in item.problems):
                now[text.data] = item
            yield item
        yield from (item for item in found if isinstance(item, Item))
        # A problem of a default is reported by the first item that uses it.
        self._items[file.name] = {} if file.later else now


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
