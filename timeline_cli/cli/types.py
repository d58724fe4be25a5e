"""`timeline types`: list event types with their symbols and colours.

Owns: its options. Does not: need a file; without one, it lists the built-in types.
"""

from __future__ import annotations

from timeline_cli.cli.load import left_out, read_and_ask, write_export
from timeline_cli.cli.options import Settings
from timeline_cli.errors import NothingToRead
from timeline_cli.model import Timeline
from timeline_cli.query.types import TypeRow, type_rows

KEYS = ("name", "parent", "symbol", "ascii", "colour", "declared", "events")


def run(settings: Settings, json: str | None) -> int:
    """List event types with their symbols and colours: built in, declared under types:, or used without a declaration.

    A type includes the types below it: type:deal finds a takeover-bid whose parent is deal.
    """
    from timeline_cli.exports.json import array_of, keys_of, only

    fields = None if json is None else keys_of(json, KEYS)
    timeline, rows = _rows(settings)
    if json is None:
        from timeline_cli.views.types import lines

        settings.page(lines(rows, settings.out))
    else:
        write_export(array_of(only(map(_as_json, rows), fields)))
    return left_out(timeline, settings)


def _rows(settings: Settings) -> tuple[Timeline, list[TypeRow]]:
    """The types of the files; the built-in ones if no file was named and none is found."""
    try:
        return read_and_ask(settings, _of)
    except NothingToRead as error:
        if settings.files:
            raise
        settings.tell(f"{error.message}; listing the built-in types")
        nothing = Timeline(())
        return nothing, _of(nothing)


def _of(timeline: Timeline) -> list[TypeRow]:
    return type_rows(timeline.registries, (event.type for event in timeline.events if event.type))


def _as_json(row: TypeRow) -> dict[str, object]:
    kind = row.type
    values = (kind.name, kind.parent, kind.symbol, kind.ascii, kind.colour, row.declared, row.events)
    return dict(zip(KEYS, values, strict=True))
