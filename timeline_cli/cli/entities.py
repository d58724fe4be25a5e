"""`timeline entities`: list the names of a timeline with counts and dates.

Owns: its options. Does not: count anything itself.
"""

from __future__ import annotations

from timeline_cli.cli.load import left_out, read_and_ask, write_rows
from timeline_cli.cli.options import Settings
from timeline_cli.query.entities import KINDS, Entity, entities
from timeline_cli.spelling import check_known


def run(settings: Settings, kind: str | None, json: str | None) -> int:
    """List companies, people, places, types, tags and metrics.

    For each name: the number of events, the dates of the first and the last, and other spellings that may be
    the same name.
    """
    kinds = [row for row in KINDS.values() if kind is None or kind.lower() in (row.name, row.singular)]
    if not kinds:
        check_known(str(kind), KINDS, f"{kind} is not a kind of names")
    timeline, found = read_and_ask(settings, lambda timeline: [(row.name, entities(timeline, row)) for row in kinds])
    if json is None:
        from timeline_cli.views.entities import lines

        settings.page(lines(found, settings.out))
    else:
        write_rows((_as_json(entity) for _, each in found for entity in each), json, Entity._fields)
    return left_out(timeline, settings)


def _as_json(entity: Entity) -> dict[str, object]:
    first, last = entity.first, entity.last
    return {**entity._asdict(), "first": first.text if first else None, "last": last.text if last else None}
