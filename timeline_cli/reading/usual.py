"""Recognise items written in the usual way by their text, several times as fast as the parser reads them.

Owns: what is known of an item without the reader. Does not: decode the rest. What is not recognised is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.errors import IndexDamaged
from timeline_cli.fields.context import Context
from timeline_cli.model import Event
from timeline_cli.reading.events import derived_id
from timeline_cli.reading.file import EventFile
from timeline_cli.reading.items import Item
from timeline_cli.reading.kept import items_but
from timeline_cli.reading.quick import IN_FLOW, NAMED, TRIED, Quick, plain
from timeline_cli.reading.split import Text

_NAME = re.compile(rf"(?:(name|role): )?(?:({plain(IN_FLOW)})|'([^']++)'|\"([^\"]++)\")".encode())


class Usual:
    """The items of one file, those written in the usual way unread: `texts`, by line.

    They have a dash in the column of all items, and their keys two columns further right.
    """

    def __init__(self, file: EventFile, context: Context) -> None:
        self.texts: dict[int, Text] = {}
        self._file, self._context = file, context
        self._quick = Quick(file.cut.indent if file.cut is not None else 0, context)

    def items(self) -> Iterator[Item]:
        """All items, in order; the event of an unread one has only its id, date and title."""
        if self._file.cut is None or self._file.defaults:
            yield from self._file.items(self._context)
            return
        tried = 0

        def known(text: Text) -> Item | None:
            nonlocal tried
            tried += 1
            event = self.event(text) if tried < TRIED or 2 * len(self.texts) > tried else None
            if event is None:
                return None
            self.texts[text.line] = text
            return Item(text.line, event, ())

        for _, item in items_but(known, self._file, self._context):
            yield item

    def event(self, text: Text) -> Event | None:
        """An event with only the id, date and title of an item; None if it is not written in the usual way."""
        values, new = dict[bytes, bytes](), list[tuple[dict[bytes, bytes], bytes, bytes]]()
        forms, parts = self._quick.forms, self._quick.parts(text.data)
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            form = forms.get(key) or self._quick.form(key)
            if form is None:
                return None
            known = form.known
            if known is not None and value in known:
                values[key] = value
                continue
            matched = form.match(value)
            if matched is None:
                return None
            values[key] = found = matched[1]
            if known is not None:
                new.append((known, value, found))
        if 2 * len(values) < len(parts) or b"date" not in values or b"title" not in values:
            return None
        event = self._event(values, text.line)
        for known, value, found in new if event is not None else ():
            known[value] = found  # only of recognised items: `names` gives these
        return event

    def _event(self, values: Mapping[bytes, bytes], line: int) -> Event | None:
        title = values[b"title"][1:].decode()
        title = title[1:-1] if title[0] in "'\"" else title
        try:
            date = parse_date(values[b"date"][1:].decode())
        except DateFault:
            return None
        name = values[b"id"][1:].decode() if b"id" in values else derived_id(date, title)
        event = Event(name, date, title, has_own_id=b"id" in values, file=self._file.name, line=line)
        return event if title.strip() else None

    def names(self, key: str, line: int | None = None) -> set[str]:
        """The canonical names under a key of all recognised items, or of the unread one at a line."""
        form = self._quick.forms.get(key.encode())
        known: dict[bytes, bytes] = (form and form.known) or {}
        values: Iterable[bytes] = known.values()
        if line is not None:
            parts = self._quick.parts(self.texts[line].data)
            values = [known[value] for name, value in zip(parts[::2], parts[1::2], strict=True) if name == key.encode()]
        names = [name for value in values for name in _NAME.findall(value) if name[0] != b"role"]
        found = {(plain or single or double).decode() for _, plain, single, double in set(names)}
        registry = NAMED[key].registry
        return set(map(getattr(self._context.registries, registry).resolve, found)) if registry else found

    @cached_property
    def _read(self) -> Callable[[list[Text]], list[Item]]:
        return self._file.reader(self._context, many=True)  # most of the patterns are made already

    def read(self, events: list[Event]) -> Iterator[Event]:
        """Unread events whole, with the ids that they have. Raises IndexDamaged if one is not what it was."""
        texts = [self.texts.pop(event.line) for event in events]
        for old, item in zip(events, self._read(texts), strict=True):
            new = item.event
            if new is None or (new.date, new.title, new.has_own_id) != (old.date, old.title, old.has_own_id):
                raise IndexDamaged
            yield new if new.id == old.id else replace(new, id=old.id)
