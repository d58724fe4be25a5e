"""One field of an event: how it is read, written and explained.

Owns: Field, and what a field's value can depend on. Does not: know which fields there are (table.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from timeline_cli.fields.decode import Decoder
from timeline_cli.model import Entry

# What the value of a field depends on: the event, its date alone, what was asked about the event, or that alone.
EVENT, DATE, ENTRY, ANSWER = "event", "date", "entry", "answer"


class Field(NamedTuple):
    """One field. Without `decode` it is derived: accepted in a file that is our own JSON, and computed anew.

    Without `encode` it only stands in files. A `late` field needs the event's companies and place decoded first.
    """

    key: str
    help: str
    encode: Callable[[Entry], Any] | None
    decode: Decoder | None = None
    late: bool = False
    depends: str = EVENT
