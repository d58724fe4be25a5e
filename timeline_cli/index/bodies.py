"""The bodies of events from the index: which are read at once, and which of their values are decoded.

Owns: both. Does not: read a table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from json import JSONDecoder
from typing import Any

from timeline_cli.fields.versions import EMPTY
from timeline_cli.index.codec import BODY, CODECS
from timeline_cli.index.packed import body_in

_DECODERS = {key: (place, CODECS[key].decode, EMPTY[key]) for place, key in enumerate(BODY)}
_parse = JSONDecoder().raw_decode
_MOST_ALONE = 64  # then reading all others would have taken as long


class Wanted:
    """The attributes that a command has used so far, in order: it will use them of other events as well."""

    def __init__(self) -> None:
        self._keys: list[str] = []

    def fill(self, event: Any, key: str, body: str) -> None:
        """Set those that an event lacks, among them `key`. An empty one is 0 in its body."""
        if key not in self._keys:
            self._keys.append(key)
        values = _parse(body_in(body))[0]
        for each in self._keys[event._filled :]:
            place, decode, empty = _DECODERS[each]
            value = values[place]
            setattr(event, each, empty if value == 0 else decode(value))
        event._filled = len(self._keys)

    def clear(self, event: Any) -> None:
        """Drop what `fill` set."""
        for key in self._keys[: event._filled]:
            delattr(event, key)
        event._filled = 0


class Bodies:
    """The bodies of events that one query gave together.

    One is read alone, since it may be the only one that is needed, and with the next one in order all others: of
    events here and there, only after some.
    """

    __slots__ = ("_alone", "_last", "_read", "_seqs", "_texts")

    def __init__(self, seqs: Sequence[int], read: Callable[[Sequence[int]], dict[int, str]]) -> None:
        """`read` gives the texts of bodies by the numbers of their items."""
        self._seqs = seqs
        self._read = read
        self._texts: dict[int, str] = {}
        self._alone = 0
        self._last = 0, ""

    def take(self, seq: int) -> str:
        """The text of an event's body; only that of the last one is kept here."""
        if seq != self._last[0]:
            if seq not in self._texts:
                is_next = self._seqs[self._seqs.index(seq) - 1] == self._last[0]
                self._alone = 0 if is_next or self._alone == _MOST_ALONE else self._alone + 1
                self._texts.update(self._read((seq,) if self._alone else self._seqs))
            self._last = seq, self._texts.pop(seq)
        return self._last[1]
