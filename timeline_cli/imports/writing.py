"""Imported events as YAML: a new text, or lines added to a file.

Owns: the order and the ids of a new text, and types: of a map. Does not: write a file; the editor proves each change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from timeline_cli.editing.add import plan
from timeline_cli.editing.change import with_changes
from timeline_cli.editing.outline import Outline
from timeline_cli.editing.proof import Known
from timeline_cli.editing.render import Values, event_lines
from timeline_cli.editing.source import Source, read_source
from timeline_cli.editing.style import style_of
from timeline_cli.errors import NotWritten
from timeline_cli.event_types import TYPES
from timeline_cli.imports.events import Made
from timeline_cli.imports.merging import with_origin
from timeline_cli.model import Timeline
from timeline_cli.nodes import Mapping as Node
from timeline_cli.scalars import in_braces, key

Types = Mapping[str, Mapping[str, str]]
Change = Callable[[Node], Values]


class NewText:
    """The text of a new file: types, then the events by date. Only their lines are held."""

    def __init__(self) -> None:
        self._style = style_of(Source("", b"", "utf-8", "\n"), Outline("none"))
        self._lines: list[tuple[object, int, str]] = []
        self._ids: Counter[str] = Counter()

    def add(self, made: Made) -> None:
        """Add an event, with an id that no other one of the text has."""
        identity = made.event.id
        while self._ids[identity]:
            self._ids[made.event.id] += 1
            identity = f"{made.event.id}-{self._ids[made.event.id]}"
        self._ids[identity] = 1
        values = {"id": identity, **with_origin(made), "id": identity}  # noqa: F601 (first, and ours)
        lines = "\n".join(event_lines(values, self._style))
        self._lines.append((made.event.date.sort_key, len(self._lines), lines))

    def pieces(self, types: Types) -> Iterator[str]:
        """The text, piece by piece."""
        yield "".join(f"{line}\n" for line in _type_lines(types, ("types:",)))
        yield "events:\n"
        # The number makes each key unique, so that lines are never compared.
        for number, (_, _, lines) in enumerate(sorted(self._lines)):
            yield ("\n" if number else "") + lines + "\n"


def _type_lines(types: Types, head: Sequence[str]) -> list[str]:
    new = {name: entry for name, entry in types.items() if name not in TYPES or entry}
    if not new:
        return []
    entries = []
    for name, entry in new.items():
        pairs = ", ".join(f"{key(part, True)}: {in_braces(text)}" for part, text in entry.items())
        entries.append(f"  {key(name)}: {{{pairs}}}")
    return [*head, *entries]


def with_events(
    name: str, data: bytes, timeline: Timeline, new: Sequence[Values], change: Change | None, types: Types
) -> bytes:
    """A file with new events, with the fields that `change` gives for each other one, and with types that it lacks.

    Raises NotWritten, BadDraft.
    """
    if new:
        # The origin tells what is new; events that only look alike are kept.
        data = plan(name, data, timeline, new, force=True).data
    if change is not None:
        source = read_source(name, data)
        data = source.encode(with_changes(name, source, change))
    lacking = {each: entry for each, entry in types.items() if each not in timeline.registries.types}
    return _with_types(name, data, lacking) if lacking and new else data


def _with_types(name: str, data: bytes, types: Types) -> bytes:
    """A file with types below its types:, else above events:. Raises NotWritten if anything else would change."""
    source = read_source(name, data)
    known = Known(name, source)
    exists = any(part.section == "types" for part in known.parts)
    lines = _type_lines(types, () if exists else ("types:",))
    place = re.search(r"^types:[ \t\r]*(?:#.*)?\n" if exists else r"^(?=events:)", source.text, re.M)
    at = place.end() if place else 0
    text = source.text[:at] + "".join(line + source.newline for line in lines) + source.text[at:]
    after = Known(name, source._replace(text=text))
    added = [part for part in after.parts if part.section == "types" and part.key in types]
    grown = len(after.parts) - len(known.parts)
    if place is None or grown != len(added) or len(added) != len(types) or after.codes != known.codes:
        raise NotWritten(f"{name}: the types of the map cannot be added", f"write them at its top: {' '.join(lines)}")
    return source.encode(text)
