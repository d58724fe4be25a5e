"""The names of a timeline as tables, a kind each.

Owns: this layout. Refuses: to cut a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.console import Line, Screen
from timeline_cli.dates.calendar import iso
from timeline_cli.query.entities import Entity
from timeline_cli.text import clean
from timeline_cli.views.grid import grid

_HEAD = ("name", "events", "first", "last", "belongs to", "also called", "looks like")


def lines(found: Sequence[tuple[str, Sequence[Entity]]], screen: Screen) -> Iterator[Line]:
    """Each kind under its heading."""
    for number, (kind, entities) in enumerate(found):
        if number:
            yield []
        yield [(f"{kind} ({len(entities)})", "heading")]
        if entities:
            rows = [_row(entity) for entity in entities]
            yield from grid(_HEAD, rows, screen, {0: 16, 5: 12, 6: 12}, right=frozenset({1}))


def _row(entity: Entity) -> list[str]:
    return [
        clean(entity.name),
        str(entity.events),
        iso(entity.first) or "",
        iso(entity.last) or "",
        clean(entity.parent or ""),
        clean(", ".join(entity.aliases)),
        clean(", ".join(entity.similar)),
    ]
