"""What the index keeps of an event as one text, compressed: the pieces of its JSON, then its attributes.

Owns: that form, and its checksum. Does not: know the tables.

All these texts have the same keys, and most have similar values, so they are compressed against those of some events.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from timeline_cli.digest import checksum
from timeline_cli.fields.json import undated
from timeline_cli.index.codec import encode_bodies
from timeline_cli.model import Event

MOST = 4096  # characters of an example
_LEVEL = 3
_WINDOW = -13  # bits, and neither header nor checksum; with little memory, since its state is copied for each text
_MEMORY = 5


def texts_of(events: Sequence[Event]) -> list[str]:
    """Of each, the pieces of its JSON but for its date, then its body, by lines: JSON has no raw line break."""
    return ["\n".join([*pieces, body]) for pieces, body in zip(undated(events), encode_bodies(events), strict=True)]


def pieces_in(text: str) -> list[str]:
    return text.split("\n")[:-1]


def body_in(text: str) -> str:
    return text.rpartition("\n")[2]


class Packer:
    """Compresses texts that are similar to an example, the texts of some events."""

    def __init__(self, example: str) -> None:
        self._example = example.encode("utf-8", "surrogatepass")
        self._seed = zlib.crc32(self._example)
        # With fixed codes, a text this short is as small, and decompressed twice as fast.
        self._begun = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, _MEMORY, zlib.Z_FIXED, self._example)

    def pack(self, text: str) -> bytes:
        packer = self._begun.copy()
        return packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()

    def sum(self, data: bytes) -> int:
        """The checksum of packed bytes and the example; both together decide the text."""
        return checksum(data, self._seed)

    def unpack(self, data: bytes, kept_sum: int) -> str:
        """The text that `pack` was given. Raises ValueError or TypeError for anything but its bytes and their sum."""
        if self.sum(data) != kept_sum:
            raise ValueError("other bytes")
        return zlib.decompressobj(_WINDOW, zdict=self._example).decompress(data).decode("utf-8", "surrogatepass")
