"""The names of a timeline as tables, one per kind.

Owns: this layout. Does not: cut a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.dates.labels import label
from timeline_cli.query.entities import Entity
from timeline_cli.text import clean
from timeline_cli.views.grid import grid
from timeline_cli.views.words import plain

_HEAD = ("name", "events", "first", "last", "belongs to", "also called", "looks like")


def lines(found: Sequence[tuple[str, Sequence[Entity]]], screen: Screen) -> Iterator[Line]:
    """Each kind under its heading."""
    for number, (kind, entities) in enumerate(found):
        if number:
            yield []
        yield [(f"{kind} ({len(entities)})", "heading")]
        if entities:
            rows = [_row(entity, screen.ascii) for entity in entities]
            if screen.width < _ROOM_FOR_ALL:
                rows = [_folded(row) for row in rows]
            yield from grid(_HEAD, rows, screen, {0: 16, 5: 12, 6: 12}, right=frozenset({1}))


_ROOM_FOR_ALL = 90


def _folded(row: list[str]) -> list[str]:
    """On a narrow screen, put the other columns below the name."""
    name, count, first, last, *others = row
    below = [f"{word} {cell}" for word, cell in zip(("in", "also", "like"), others, strict=True) if cell]
    return ["\n".join([name, *below]), count, first, last, "", "", ""]


def _row(entity: Entity, ascii: bool) -> list[str]:
    return [
        clean(entity.name),
        str(entity.events),
        plain(label(entity.first), ascii) if entity.first else "",
        plain(label(entity.last), ascii) if entity.last else "",
        clean(entity.parent or ""),
        clean(", ".join(entity.aliases)),
        clean(", ".join(entity.similar)),
    ]
